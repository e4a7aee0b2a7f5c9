//! What is counted: SCB's `ContentsCode`, as a closed list that the rest can
//! match on, so that a new one cannot lack a name or a rule.

/// A benefit of samhällets stöd, in the order in which charts stack them
/// (the largest and steadiest at the bottom).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Benefit {
    /// Sjuk- och aktivitetsersättning (Försäkringskassan).
    DisabilityBenefit,
    /// Sjukpenning (Försäkringskassan).
    SicknessBenefit,
    /// Arbetsmarknadsåtgärder (Arbetsförmedlingen).
    LabourMarketProgramme,
    /// Arbetslöshetsersättning (unemployment insurance).
    UnemploymentBenefit,
    /// Etableringsersättning (newly arrived).
    IntroductionBenefit,
    /// Ekonomiskt bistånd (the kommun).
    SocialAssistance,
}

impl Benefit {
    /// Every benefit, in stacking order.
    pub const ALL: [Self; 6] = [
        Self::DisabilityBenefit,
        Self::SicknessBenefit,
        Self::LabourMarketProgramme,
        Self::UnemploymentBenefit,
        Self::IntroductionBenefit,
        Self::SocialAssistance,
    ];

    /// The group that Faktabank speaks of.
    pub const fn group(self) -> BenefitGroup {
        match self {
            Self::DisabilityBenefit | Self::SicknessBenefit => BenefitGroup::IllHealth,
            Self::LabourMarketProgramme | Self::UnemploymentBenefit | Self::IntroductionBenefit => {
                BenefitGroup::Unemployment
            }
            Self::SocialAssistance => BenefitGroup::SocialAssistance,
        }
    }
}

/// The three groups that the samordningsförbund speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum BenefitGroup {
    /// Ohälsa: sjukpenning and sjuk- och aktivitetsersättning.
    IllHealth,
    /// Arbetslöshet: ersättning, åtgärder and etablering.
    Unemployment,
    /// Ekonomiskt bistånd.
    SocialAssistance,
}

impl BenefitGroup {
    /// Every group, in the order of the page.
    pub const ALL: [Self; 3] = [Self::IllHealth, Self::Unemployment, Self::SocialAssistance];

    /// Its benefits, in stacking order.
    pub fn benefits(self) -> impl Iterator<Item = Benefit> {
        Benefit::ALL.into_iter().filter(move |benefit| benefit.group() == self)
    }
}

/// What the numbers of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Full-year equivalents (helårspersoner).
    FullYearEquivalents,
    /// Persons.
    Persons,
    /// Per cent of a population or of the labour force.
    PerCent,
}

/// One contents (PxWeb's `ContentsCode`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Content {
    /// Full-year equivalents of one benefit.
    Benefit(Benefit),
    /// Full-year equivalents of a group: derived, in no table.
    Group(BenefitGroup),
    /// Summa helårsekvivalenter.
    Total,
    /// The share of one benefit, as printed where counts by area are not.
    BenefitShare(Benefit),
    /// Andel av befolkningen: the total by folkmängd of the same ages.
    Share,
    /// Folkmängd of the ages in question: the denominator of shares.
    Population,
    /// BAS: sysselsatta.
    Employed,
    /// BAS: arbetslösa.
    Unemployed,
    /// BAS: arbetskraften.
    LabourForce,
    /// BAS: studerande.
    Students,
    /// BAS: pensionärer.
    Pensioners,
    /// BAS: sjuka.
    Sick,
    /// BAS: övriga.
    Others,
    /// BAS: sysselsättningsgrad, employed by population.
    EmploymentRate,
    /// BAS: arbetslöshet, unemployed by labour force.
    UnemploymentRate,
    /// BAS: arbetskraftsdeltagande, labour force by population.
    ParticipationRate,
}

use Benefit::{
    DisabilityBenefit, IntroductionBenefit, LabourMarketProgramme, SicknessBenefit, SocialAssistance,
    UnemploymentBenefit,
};

/// Every contents with its code: the codes of snapshots and of `innehall=`.
const CODES: [(Content, &str); 28] = [
    (Content::Benefit(DisabilityBenefit), "sjuk-och-aktivitetsersattning"),
    (Content::Benefit(SicknessBenefit), "sjukpenning"),
    (Content::Benefit(LabourMarketProgramme), "arbetsmarknadsatgarder"),
    (Content::Benefit(UnemploymentBenefit), "arbetsloshetsersattning"),
    (Content::Benefit(IntroductionBenefit), "etableringsersattning"),
    (Content::Benefit(SocialAssistance), "ekonomiskt-bistand"),
    (Content::Group(BenefitGroup::IllHealth), "grupp-ohalsa"),
    (Content::Group(BenefitGroup::Unemployment), "grupp-arbetsloshet"),
    (Content::Group(BenefitGroup::SocialAssistance), "grupp-ekonomiskt-bistand"),
    (Content::Total, "summa"),
    (Content::BenefitShare(DisabilityBenefit), "andel-sjuk-och-aktivitetsersattning"),
    (Content::BenefitShare(SicknessBenefit), "andel-sjukpenning"),
    (Content::BenefitShare(LabourMarketProgramme), "andel-arbetsmarknadsatgarder"),
    (Content::BenefitShare(UnemploymentBenefit), "andel-arbetsloshetsersattning"),
    (Content::BenefitShare(IntroductionBenefit), "andel-etableringsersattning"),
    (Content::BenefitShare(SocialAssistance), "andel-ekonomiskt-bistand"),
    (Content::Share, "andel"),
    (Content::Population, "folkmangd"),
    (Content::Employed, "sysselsatta"),
    (Content::Unemployed, "arbetslosa"),
    (Content::LabourForce, "arbetskraften"),
    (Content::Students, "studerande"),
    (Content::Pensioners, "pensionarer"),
    (Content::Sick, "sjuka"),
    (Content::Others, "ovriga"),
    (Content::EmploymentRate, "sysselsattningsgrad"),
    (Content::UnemploymentRate, "arbetsloshet"),
    (Content::ParticipationRate, "arbetskraftsdeltagande"),
];

impl Content {
    /// Every contents, in the order of menus.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().map(|&(content, _)| content)
    }

    /// The code, as in snapshots and `innehall=`.
    pub fn code(self) -> &'static str {
        CODES.iter().find(|&&(content, _)| content == self).map_or("", |&(_, code)| code)
    }

    /// The contents of a code; `None` for an unknown one.
    pub fn from_code(code: &str) -> Option<Self> {
        CODES.iter().find(|&&(_, known)| known == code).map(|&(content, _)| content)
    }

    /// Numerator and denominator, for a contents that is a share: such a
    /// contents is recomputed after every aggregation, never summed or averaged.
    pub const fn ratio(self) -> Option<(Self, Self)> {
        match self {
            Self::BenefitShare(benefit) => Some((Self::Benefit(benefit), Self::Population)),
            Self::Share => Some((Self::Total, Self::Population)),
            Self::EmploymentRate => Some((Self::Employed, Self::Population)),
            Self::UnemploymentRate => Some((Self::Unemployed, Self::LabourForce)),
            Self::ParticipationRate => Some((Self::LabourForce, Self::Population)),
            _ => None,
        }
    }

    /// The printed share of this count, for tables that hold it.
    pub const fn share(self) -> Option<Self> {
        match self {
            Self::Benefit(benefit) => Some(Self::BenefitShare(benefit)),
            Self::Total => Some(Self::Share),
            _ => None,
        }
    }

    /// What its numbers are.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Benefit(_) | Self::Group(_) | Self::Total => Unit::FullYearEquivalents,
            Self::BenefitShare(_)
            | Self::Share
            | Self::EmploymentRate
            | Self::UnemploymentRate
            | Self::ParticipationRate => Unit::PerCent,
            Self::Population
            | Self::Employed
            | Self::Unemployed
            | Self::LabourForce
            | Self::Students
            | Self::Pensioners
            | Self::Sick
            | Self::Others => Unit::Persons,
        }
    }

    /// Decimals that its published values carry.
    pub const fn decimals(self) -> usize {
        match self.unit() {
            Unit::PerCent => 1,
            Unit::FullYearEquivalents | Unit::Persons => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_read_back() {
        for content in Content::all() {
            assert_eq!(Content::from_code(content.code()), Some(content), "{content:?}");
        }
    }

    #[test]
    fn every_benefit_belongs_to_one_group() {
        let grouped: Vec<_> = BenefitGroup::ALL.into_iter().flat_map(BenefitGroup::benefits).collect();
        assert_eq!(grouped, Benefit::ALL);
    }
}
