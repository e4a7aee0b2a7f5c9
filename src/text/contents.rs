//! Contents in words: as a label, and as the subject of a sentence.
//!
//! A word joiner (U+2060) keeps "20–64" on one line, here and in sentences.

use super::letters::uncapitalised;
use crate::statistics::{
    Benefit::{
        DisabilityBenefit, IntroductionBenefit, LabourMarketProgramme, SicknessBenefit, SocialAssistance,
        UnemploymentBenefit,
    },
    BenefitGroup, Content, Language, Phrase, Unit,
};

/// The name of a contents, as a choice or a column.
pub const fn name(content: Content) -> Phrase {
    match content {
        Content::Benefit(DisabilityBenefit) | Content::BenefitShare(DisabilityBenefit) => {
            Phrase { sv: "Sjuk- och aktivitetsersättning", en: "Sickness and activity compensation" }
        }
        Content::Benefit(SicknessBenefit) | Content::BenefitShare(SicknessBenefit) => {
            Phrase { sv: "Sjukpenning", en: "Sickness benefit" }
        }
        Content::Benefit(LabourMarketProgramme) | Content::BenefitShare(LabourMarketProgramme) => {
            Phrase { sv: "Arbetsmarknadsåtgärder", en: "Labour market programmes" }
        }
        Content::Benefit(UnemploymentBenefit) | Content::BenefitShare(UnemploymentBenefit) => {
            Phrase { sv: "Arbetslöshetsersättning", en: "Unemployment benefit" }
        }
        Content::Benefit(IntroductionBenefit) | Content::BenefitShare(IntroductionBenefit) => {
            Phrase { sv: "Etableringsersättning", en: "Introduction benefit" }
        }
        Content::Benefit(SocialAssistance)
        | Content::BenefitShare(SocialAssistance)
        | Content::Group(BenefitGroup::SocialAssistance) => {
            Phrase { sv: "Ekonomiskt bistånd", en: "Social assistance" }
        }
        Content::Group(BenefitGroup::IllHealth) => Phrase { sv: "Ohälsa", en: "Ill health" },
        Content::Group(BenefitGroup::Unemployment) => Phrase { sv: "Arbetslöshet", en: "Unemployment" },
        Content::Total => Phrase { sv: "Summa samhällsstöd", en: "Total public support" },
        Content::Share => Phrase { sv: "Andel av befolkningen", en: "Share of the population" },
        Content::Population => {
            Phrase { sv: "Folkmängd 20–\u{2060}64\u{a0}år", en: "Population aged 20–\u{2060}64" }
        }
        Content::Employed => Phrase { sv: "Sysselsatta", en: "Employed" },
        Content::Unemployed => Phrase { sv: "Arbetslösa", en: "Unemployed" },
        Content::LabourForce => Phrase { sv: "Arbetskraften", en: "Labour force" },
        Content::Students => Phrase { sv: "Studerande", en: "Students" },
        Content::Pensioners => Phrase { sv: "Pensionärer", en: "Pensioners" },
        Content::Sick => Phrase { sv: "Sjuka", en: "Sick" },
        Content::Others => Phrase { sv: "Övriga", en: "Others" },
        Content::EmploymentRate => Phrase { sv: "Sysselsättningsgrad", en: "Employment rate" },
        Content::UnemploymentRate => Phrase { sv: "Arbetslöshet", en: "Unemployment rate" },
        Content::ParticipationRate => Phrase { sv: "Arbetskraftsdeltagande", en: "Participation rate" },
    }
}

/// The name as a label beside a line, where room is short.
pub const fn short_name(content: Content) -> Phrase {
    match content {
        Content::Benefit(DisabilityBenefit) | Content::BenefitShare(DisabilityBenefit) => {
            Phrase { sv: "Sjuk-/aktivitetsers.", en: "Sickness/activity comp." }
        }
        Content::Benefit(LabourMarketProgramme) | Content::BenefitShare(LabourMarketProgramme) => {
            Phrase { sv: "Arbetsmarknadsåtg.", en: "Labour market progr." }
        }
        Content::Benefit(UnemploymentBenefit) | Content::BenefitShare(UnemploymentBenefit) => {
            Phrase { sv: "Arbetslöshetsers.", en: "Unemployment benefit" }
        }
        Content::Benefit(IntroductionBenefit) | Content::BenefitShare(IntroductionBenefit) => {
            Phrase { sv: "Etableringsers.", en: "Introduction benefit" }
        }
        Content::Total => Phrase { sv: "Summa", en: "Total" },
        _ => name(content),
    }
}

/// The name in the middle of a sentence or a list: "sjukpenning".
pub fn in_sentence(content: Content, language: Language) -> String {
    uncapitalised(name(content).get(language))
}

/// A contents as the subject of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The definite form: "sjukpenningen", "the sickness benefit".
    pub definite: Phrase,
    /// The Swedish article of a superlative: "den lägsta", "det lägsta", "de lägsta".
    pub article: &'static str,
    /// Whether the English verb is plural: "are", "have".
    pub plural: bool,
}

/// The subject that a sentence about this contents has.
pub const fn subject(content: Content) -> Subject {
    const fn of(sv: &'static str, article: &'static str, en: &'static str) -> Subject {
        Subject { definite: Phrase { sv, en }, article, plural: false }
    }
    match content {
        Content::Benefit(DisabilityBenefit) | Content::BenefitShare(DisabilityBenefit) => {
            of("sjuk- och aktivitetsersättningen", "den", "sickness and activity compensation")
        }
        Content::Benefit(SicknessBenefit) | Content::BenefitShare(SicknessBenefit) => {
            of("sjukpenningen", "den", "sickness benefit")
        }
        Content::Benefit(LabourMarketProgramme) | Content::BenefitShare(LabourMarketProgramme) => Subject {
            definite: Phrase { sv: "arbetsmarknadsåtgärderna", en: "labour market programmes" },
            article: "de",
            plural: true,
        },
        Content::Benefit(UnemploymentBenefit) | Content::BenefitShare(UnemploymentBenefit) => {
            of("arbetslöshetsersättningen", "den", "unemployment benefit")
        }
        Content::Benefit(IntroductionBenefit) | Content::BenefitShare(IntroductionBenefit) => {
            of("etableringsersättningen", "den", "introduction benefit")
        }
        Content::Benefit(SocialAssistance)
        | Content::BenefitShare(SocialAssistance)
        | Content::Group(BenefitGroup::SocialAssistance) => of("det ekonomiska biståndet", "det", "social assistance"),
        Content::Group(BenefitGroup::IllHealth) => of("stödet vid ohälsa", "det", "support for ill health"),
        Content::Group(BenefitGroup::Unemployment) => of("stödet vid arbetslöshet", "det", "support for unemployment"),
        Content::Total | Content::Share => of("samhällsstödet", "det", "public support"),
        Content::Population => of("folkmängden 20–\u{2060}64\u{a0}år", "den", "the population aged 20–\u{2060}64"),
        Content::Employed => of("antalet sysselsatta", "det", "the number of employed"),
        Content::Unemployed => of("antalet arbetslösa", "det", "the number of unemployed"),
        Content::LabourForce => of("arbetskraften", "den", "the labour force"),
        Content::Students => of("antalet studerande", "det", "the number of students"),
        Content::Pensioners => of("antalet pensionärer", "det", "the number of pensioners"),
        Content::Sick => of("antalet sjuka", "det", "the number of sick"),
        Content::Others => of("antalet övriga", "det", "the number of others"),
        Content::EmploymentRate => of("sysselsättningsgraden", "den", "the employment rate"),
        Content::UnemploymentRate => of("arbetslösheten", "den", "unemployment"),
        Content::ParticipationRate => of("arbetskraftsdeltagandet", "det", "labour force participation"),
    }
}

/// What is counted: "helårspersoner", "personer"; for a share, of what.
pub fn counted(content: Content, language: Language) -> &'static str {
    let phrase = match content.unit() {
        Unit::FullYearEquivalents => Phrase { sv: "helårspersoner", en: "full-year equivalents" },
        Unit::Persons => Phrase { sv: "personer", en: "persons" },
        Unit::PerCent => base_of_share(content),
    };
    phrase.get(language)
}

/// What a share is a share of.
const fn base_of_share(content: Content) -> Phrase {
    match content {
        Content::UnemploymentRate => Phrase { sv: "procent av arbetskraften", en: "per cent of the labour force" },
        _ => Phrase {
            sv: "procent av befolkningen 20–\u{2060}64\u{a0}år",
            en: "per cent of the population aged 20–\u{2060}64",
        },
    }
}

/// What a share of a population is: "procent av befolkningen 20–64 år".
pub fn share_of(population: &str, language: Language) -> String {
    Phrase { sv: "procent av {0}", en: "per cent of {0}" }.fill(language, &[population])
}
