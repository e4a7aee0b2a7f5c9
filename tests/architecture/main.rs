//! What no compiler checks: which module may use which, and the habits that
//! keep the code readable. Each rule says what broke it, and where.

mod assets;
mod boundaries;
mod files;
mod licences;
mod subjects;
mod tidy;
