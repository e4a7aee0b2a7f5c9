//! The class that gives a series its colour and pattern in the style sheet.

use crate::figure::Tone;
use crate::statistics::{AreaCode, Benefit, BenefitGroup};

/// The class of a tone; the style sheet knows its colour in every theme.
pub(crate) const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Benefit(Benefit::DisabilityBenefit) | Tone::Group(BenefitGroup::IllHealth) => "tone tone-1",
        Tone::Benefit(Benefit::SicknessBenefit) => "tone tone-2",
        Tone::Benefit(Benefit::LabourMarketProgramme) | Tone::Group(BenefitGroup::Unemployment) => "tone tone-3",
        Tone::Benefit(Benefit::UnemploymentBenefit) => "tone tone-4",
        Tone::Benefit(Benefit::IntroductionBenefit) => "tone tone-5",
        Tone::Benefit(Benefit::SocialAssistance) | Tone::Group(BenefitGroup::SocialAssistance) => "tone tone-6",
        // In the order in which `figure` gives colours to areas.
        Tone::Chosen(position) => match position % 5 {
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
