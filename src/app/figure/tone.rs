//! The class that gives a series its colour and pattern in the style sheet.

use faktabank_figures::figure::Tone;
use faktabank_tables::statistics::AreaCode;

/// The class of a tone; the style sheet knows its colour in every theme.
pub(crate) const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Own(place) => match place {
            1 => "tone tone-1",
            2 => "tone tone-2",
            3 => "tone tone-3",
            4 => "tone tone-4",
            5 => "tone tone-5",
            _ => "tone tone-6",
        },
        // In the order in which `figure` gives colours to areas.
        Tone::Chosen(position) | Tone::Dotted(position) => match position % 5 {
            0 => "tone tone-1",
            1 => "tone tone-3",
            2 => "tone tone-4",
            3 => "tone tone-2",
            _ => "tone tone-6",
        },
        Tone::Country => "tone tone-country",
        Tone::Total => "tone tone-total",
        Tone::Reference => "tone tone-reference",
        Tone::Context => "tone tone-context",
    }
}

/// The class of the n-th area chosen, as figures of several areas draw it.
pub(crate) const fn of_choice(position: usize, code: Option<AreaCode>) -> &'static str {
    match code {
        Some(AreaCode::Country) => class(Tone::Country),
        // Beyond the fifth, lines are grey.
        _ if position > 4 => class(Tone::Context),
        _ => class(Tone::Chosen(position)),
    }
}
