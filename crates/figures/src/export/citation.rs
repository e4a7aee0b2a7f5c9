//! A figure to the line by which a text refers to it, in the manner of APA:
//! who, when, what, which edition, where, and when it was read.

use super::{Subject, words};
use crate::text::{list, ui};
use faktabank_tables::statistics::{Phrase, Provenance, Source};

const SITE: Phrase = Phrase { sv: "Faktabanken", en: "The Fact Bank" };
const LINE: Phrase = Phrase {
    sv: "{0}. ({1}). {2} {3}, {4}. Utgåva {5}, publicerad {6} [{7}]. {8}Hämtad {9} {10}",
    en: "{0}. ({1}). {2} {3}, {4}. Edition {5}, published {6} [{7}]. {8}Retrieved {9} {10}",
};
const FROM: Phrase = Phrase { sv: "från {0}", en: "from {0}" };
const COPY: Phrase = Phrase { sv: "ur en kopia för bruk utan nät.", en: "from a copy for use without a network." };

/// The line.
pub fn citation(subject: &Subject<'_>) -> String {
    let (resolved, language, caption) = (subject.resolved, subject.language(), &subject.figure.caption);
    let modelled = caption.provenance == Provenance::Modelled;
    let tables = subject.shown_tables();
    let each = |part: &dyn Fn(&Source) -> String| {
        let mut parts: Vec<String> = tables.iter().map(|table| part(&table.source)).collect();
        parts.dedup();
        list::and(&parts, language)
    };
    let agency = each(&|source| source.agency.clone());
    // What is invented is nobody else's.
    let author = if modelled || agency.is_empty() { subject.say(SITE) } else { &agency };
    let statistic = each(&|source| source.statistic.get(language).to_owned());
    let what = [&statistic, ": ", &caption.what].concat();
    let from =
        if subject.address.is_empty() { subject.say(COPY).to_owned() } else { FROM.fill(language, &[subject.address]) };
    let year = subject.published.split('-').next().unwrap_or_default();
    // Whoever is named as the author is not named as the publisher too.
    let site = if author == subject.say(SITE) { String::new() } else { [subject.say(SITE), ". "].concat() };
    words::of(&LINE.fill(
        language,
        &[
            author,
            year,
            &what,
            &subject.places(),
            &subject.span(),
            &resolved.edition.id.0,
            subject.published,
            subject.say(ui::provenance(caption.provenance)),
            &site,
            subject.today,
            &from,
        ],
    ))
}
