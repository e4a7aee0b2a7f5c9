//! What each contents of a table means, in a sentence.

use crate::statistics::{
    Benefit::{
        DisabilityBenefit, IntroductionBenefit, LabourMarketProgramme, SicknessBenefit, SocialAssistance,
        UnemploymentBenefit,
    },
    BenefitGroup, Content, Phrase,
};

const fn phrase(sv: &'static str, en: &'static str) -> Phrase {
    Phrase { sv, en }
}

/// What is counted.
pub const fn meaning(content: Content) -> Phrase {
    match content {
        Content::Benefit(DisabilityBenefit) => phrase(
            "Från Försäkringskassan till den som under lång tid inte kan arbeta heltid på grund av sjukdom eller \
             funktionsnedsättning. Den som är under 30 år kan få aktivitetsersättning.",
            "From Försäkringskassan to those who for a long time cannot work full time because of illness or \
             disability. Those under 30 can have activity compensation.",
        ),
        Content::Benefit(SicknessBenefit) => phrase(
            "Från Försäkringskassan till den som är sjuk och därför inte kan arbeta som vanligt.",
            "From Försäkringskassan to those who are ill and therefore cannot work as usual.",
        ),
        Content::Benefit(LabourMarketProgramme) => phrase(
            "Till den som tar del av en insats genom Arbetsförmedlingen för att komma i arbete.",
            "To those who take part in a programme of Arbetsförmedlingen, the employment service, on the way to work.",
        ),
        Content::Benefit(UnemploymentBenefit) => phrase(
            "Från arbetslöshetsförsäkringen till den som är arbetslös och söker arbete.",
            "From the unemployment insurance to those who are unemployed and look for work.",
        ),
        Content::Benefit(IntroductionBenefit) => phrase(
            "Till den som är ny i Sverige och deltar i insatser för att lära sig svenska och komma i arbete.",
            "To newcomers to Sweden who take part in a programme to learn Swedish and to find work.",
        ),
        Content::Benefit(SocialAssistance) | Content::Group(BenefitGroup::SocialAssistance) => phrase(
            "Från kommunen till den vars egna inkomster inte räcker till försörjningen.",
            "From the municipality to those whose own income does not cover their living.",
        ),
        Content::Group(BenefitGroup::IllHealth) => phrase(
            "Sjukpenning och sjuk- och aktivitetsersättning tillsammans.",
            "Sickness benefit and sickness and activity compensation together.",
        ),
        Content::Group(BenefitGroup::Unemployment) => phrase(
            "Arbetslöshetsersättning, arbetsmarknadsåtgärder och etableringsersättning tillsammans.",
            "Unemployment benefit, labour market programmes and introduction benefit together.",
        ),
        Content::Total => phrase("De sex ersättningarna tillsammans.", "The six benefits together."),
        Content::BenefitShare(_) => phrase(
            "Helårspersoner med ersättningen i procent av befolkningen i samma åldrar.",
            "Full-year equivalents of the benefit in per cent of the population of the same ages.",
        ),
        Content::Share => phrase(
            "Alla helårspersoner i procent av befolkningen i samma åldrar.",
            "All full-year equivalents in per cent of the population of the same ages.",
        ),
        Content::Population => phrase(
            "De som är folkbokförda i området, i de åldrar som tabellen gäller.",
            "Those registered as living in the area, of the ages that the table is about.",
        ),
        Content::Employed => phrase(
            "De som enligt registren arbetar under månaden, som anställda eller i eget företag.",
            "Those who by the registers work during the month, as employees or in a business of their own.",
        ),
        Content::Unemployed => phrase(
            "De som inte är sysselsatta och är inskrivna som arbetslösa hos Arbetsförmedlingen.",
            "Those who are not employed and are registered as unemployed with Arbetsförmedlingen.",
        ),
        Content::LabourForce => phrase("Sysselsatta och arbetslösa tillsammans.", "Employed and unemployed together."),
        Content::Students => phrase(
            "De som studerar och inte hör till arbetskraften.",
            "Those who study and are not in the labour force.",
        ),
        Content::Pensioners => phrase(
            "De som har pension och inte hör till arbetskraften.",
            "Those who have a pension and are not in the labour force.",
        ),
        Content::Sick => phrase(
            "De som får ersättning vid sjukdom och inte hör till arbetskraften.",
            "Those who have a benefit for illness and are not in the labour force.",
        ),
        Content::Others => {
            phrase("De som inte syns i någon av de andra grupperna.", "Those who are seen in none of the other groups.")
        }
        Content::EmploymentRate => {
            phrase("Sysselsatta i procent av befolkningen.", "Employed in per cent of the population.")
        }
        Content::UnemploymentRate => phrase(
            "Arbetslösa i procent av arbetskraften, det vill säga av sysselsatta och arbetslösa tillsammans.",
            "Unemployed in per cent of the labour force, that is of employed and unemployed together.",
        ),
        Content::ParticipationRate => {
            phrase("Arbetskraften i procent av befolkningen.", "The labour force in per cent of the population.")
        }
    }
}
