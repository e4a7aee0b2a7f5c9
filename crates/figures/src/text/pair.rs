//! The words around two contents that are set against each other.

use faktabank_tables::statistics::Phrase;

/// Where no table has `{0}` for the same kommuner.
pub const NOWHERE: Phrase = Phrase {
    sv: "{0} går inte att ställa mot det andra måttet: utgåvan har inga sådana siffror för samma kommuner. I stället visas ett mått som går att jämföra.",
    en: "{0} cannot be set against the other measure: the edition has no such figures for the same municipalities. A measure that can be is shown instead.",
};
/// Where it has no period in common with the first.
pub const NO_PERIOD: Phrase = Phrase {
    sv: "{0} går inte att ställa mot det andra måttet: de har ingen period gemensam. I stället visas ett mått som går att jämföra.",
    en: "{0} cannot be set against the other measure: they have no period in common. A measure that can be is shown instead.",
};
/// Where it has none of those asked for.
pub const NOT_THEN: Phrase = Phrase {
    sv: "{0} och det andra måttet har ingen gemensam period i det valda spannet. I stället visas den senaste som de har.",
    en: "{0} and the other measure have no period in common in the span chosen. The newest that they have is shown instead.",
};
/// Where those of two contents are of different ages: the contents and their ages.
pub const AGES: Phrase =
    Phrase { sv: "Åldrarna skiljer sig: {0} gäller {1} och {2} {3}.", en: "The ages differ: {0}: {1}, {2}: {3}." };
/// Where one tells women and men apart: the contents and whom they are of.
pub(crate) const SEXES: Phrase = Phrase {
    sv: "Könen skiljer sig: {0} gäller {1} och {2} {3}.",
    en: "The sexes differ: {0} is of {1} and {2} of {3}.",
};
/// Where they are of different times: the contents and what each of their numbers is.
pub(crate) const PERIODS: Phrase = Phrase {
    sv: "Perioderna skiljer sig: {0} är {1} och {2} är {3}.",
    en: "The periods differ: {0} is {1} and {2} is {3}.",
};
/// A number of one month.
pub(crate) const OF_MONTH: Phrase = Phrase { sv: "för {0}", en: "for {0}" };
/// A number of a year, as it was published.
pub(crate) const OF_YEAR: Phrase = Phrase { sv: "för hela {0}", en: "for all of {0}" };
/// A number of twelve months, as it was published.
pub(crate) const OF_TWELVE: Phrase = Phrase { sv: "för de tolv månaderna {0}", en: "for the twelve months {0}" };
/// A number that is the mean of the months in it.
pub(crate) const MEAN: Phrase = Phrase { sv: "medelvärdet av månaderna i {0}", en: "the mean of the months of {0}" };
/// Women and men together.
pub const BOTH_SEXES: Phrase = Phrase { sv: "kvinnor och män", en: "women and men" };
/// Over the boxes: what each of them is.
pub const FROM_ALL_TOPICS: Phrase = Phrase {
    sv: "Mått ur alla ämnen som har samma kommuner och en gemensam period.",
    en: "Measures of all topics that have the same municipalities and a period in common.",
};
