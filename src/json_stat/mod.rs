//! JSON-stat 2.0 text ⇄ [`Table`](crate::statistics::Table).
