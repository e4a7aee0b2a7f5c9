//! Every word and number format that a reader meets, in both languages.
