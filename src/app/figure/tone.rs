//! The class that gives a series its colour and pattern in the style sheet.

pub(crate) use faktabank_figures::drawing::tone_class as class;
use faktabank_figures::figure::Tone;
use faktabank_tables::statistics::AreaCode;

/// The class of the n-th area chosen, as figures of several areas draw it.
pub(crate) const fn of_choice(position: usize, code: Option<AreaCode>) -> &'static str {
    match code {
        Some(AreaCode::Country) => class(Tone::Country),
        // Beyond the fifth, lines are grey.
        _ if position > 4 => class(Tone::Context),
        _ => class(Tone::Chosen(position)),
    }
}
