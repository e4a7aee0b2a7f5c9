//! Derived numbers, each with its rule for missing values.
