//! The only way to JavaScript. Knows no areas and no benefits.
