//! Lists in sentences: "Falun, Borlänge och riket".

use faktabank_tables::statistics::Language;

/// The items joined by commas and "och" or "and".
pub fn and(items: &[String], language: Language) -> String {
    let word = match language {
        Language::Swedish => "och",
        Language::English => "and",
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => [&rest.join(", "), " ", word, " ", last].concat(),
    }
}
