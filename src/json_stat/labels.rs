//! Swedish labels that a snapshot carries for clients other than ours.
//!
//! Written, never read: the page has its own words, in both languages.

use crate::statistics::{Age, Benefit, Content, Sex, Source, Unit};

const fn benefit_label(benefit: Benefit) -> &'static str {
    match benefit {
        Benefit::DisabilityBenefit => "Sjuk- och aktivitetsersättning",
        Benefit::SicknessBenefit => "Sjukpenning",
        Benefit::LabourMarketProgramme => "Arbetsmarknadsåtgärder",
        Benefit::UnemploymentBenefit => "Arbetslöshetsersättning",
        Benefit::IntroductionBenefit => "Etableringsersättning",
        Benefit::SocialAssistance => "Ekonomiskt bistånd",
    }
}

const fn benefit_share_label(benefit: Benefit) -> &'static str {
    match benefit {
        Benefit::DisabilityBenefit => "Sjuk- och aktivitetsersättning, andel av befolkningen",
        Benefit::SicknessBenefit => "Sjukpenning, andel av befolkningen",
        Benefit::LabourMarketProgramme => "Arbetsmarknadsåtgärder, andel av befolkningen",
        Benefit::UnemploymentBenefit => "Arbetslöshetsersättning, andel av befolkningen",
        Benefit::IntroductionBenefit => "Etableringsersättning, andel av befolkningen",
        Benefit::SocialAssistance => "Ekonomiskt bistånd, andel av befolkningen",
    }
}

/// The name of a contents, spelled right.
pub(super) const fn content_label(content: Content) -> &'static str {
    use crate::statistics::BenefitGroup;
    match content {
        Content::Benefit(benefit) => benefit_label(benefit),
        Content::BenefitShare(benefit) => benefit_share_label(benefit),
        Content::Group(BenefitGroup::IllHealth) => "Ohälsa",
        Content::Group(BenefitGroup::Unemployment) => "Arbetslöshet (ersättning, åtgärder och etablering)",
        Content::Group(BenefitGroup::SocialAssistance) => "Ekonomiskt bistånd (grupp)",
        Content::Total => "Summa helårsekvivalenter",
        Content::Share => "Andel av befolkningen",
        Content::Population => "Folkmängd 20–64 år",
        Content::Employed => "Sysselsatta",
        Content::Unemployed => "Arbetslösa",
        Content::LabourForce => "Arbetskraften",
        Content::Students => "Studerande",
        Content::Pensioners => "Pensionärer",
        Content::Sick => "Sjuka",
        Content::Others => "Övriga",
        Content::EmploymentRate => "Sysselsättningsgrad",
        Content::UnemploymentRate => "Arbetslöshet",
        Content::ParticipationRate => "Arbetskraftsdeltagande",
    }
}

/// A unit in words.
pub(super) const fn unit_label(unit: Unit) -> &'static str {
    match unit {
        Unit::FullYearEquivalents => "helårsekvivalenter",
        Unit::Persons => "antal personer",
        Unit::PerCent => "procent",
    }
}

/// A sex in words.
pub(super) const fn sex_label(sex: Sex) -> &'static str {
    match sex {
        Sex::Both => "män och kvinnor totalt",
        Sex::Men => "män",
        Sex::Women => "kvinnor",
    }
}

/// An age span in words.
pub(super) fn age_label(age: Age) -> String {
    match age.to() {
        _ if age == Age::EVERYBODY => "alla åldrar".to_owned(),
        None => format!("{} år och äldre", age.from()),
        Some(_) => format!("{} år", age.to_string().replace('-', "–")),
    }
}

/// Who made the figures, in one line.
pub(super) fn source(source: &Source) -> String {
    let mut line = source.agency.clone();
    for part in [&source.statistic.sv, &source.table] {
        if !part.is_empty() {
            line.push_str(", ");
            line.push_str(part);
        }
    }
    line
}
