//! Women and men apart: what lies between them in each area, what did at first, and
//! what does in riket. Both are always of one area and one period.

mod gap;
mod several;

use super::super::Headline;
use super::super::context::Context;
use super::subject;
use crate::text::{self, contents, letters, list};
use faktabank_tables::query::Place;
use faktabank_tables::statistics::{AreaCode, Content, Period, Phrase, Sex};
use gap::{Gap, Whom};

/// What is asked of every area.
struct Question<'a, 'b> {
    context: &'a Context<'b>,
    content: Content,
    subject: subject::Subject,
    whom: Whom,
}

/// The headline. Where no period has numbers of both, it says that.
pub(super) fn headline(context: &Context<'_>) -> Headline {
    let content = context.resolved.what.contents[0];
    let asked = Question { context, content, subject: subject::plain(context, content), whom: Whom::of(context) };
    let Some((period, gaps)) = asked.newest() else { return asked.not_of_both() };
    let mut said = match gaps.as_slice() {
        [gap] => asked.of_one(gap, period),
        _ => asked.of_several(&gaps, period),
    };
    said.lead.push_str(&asked.lacking(period));
    if let Some(&newest) = context.resolved.time.periods.last().filter(|newest| **newest > period) {
        said.lead.push_str(&asked.lacking(newest));
    }
    super::marked(context, Headline { title: said.title, lead: said.lead.trim_start().to_owned() })
}

impl<'b> Question<'_, 'b> {
    /// The places of each area: its women, then its men.
    fn areas(&self) -> impl DoubleEndedIterator<Item = [&'b Place; 2]> {
        let pair = |both: &'b [Place]| Some([both.first()?, both.get(1)?]);
        self.context.resolved.places.chunks(2).filter_map(pair)
    }

    fn gap(&self, places: [&Place; 2], period: Period) -> Option<Gap> {
        let value = |place: &Place| self.context.plain(self.content, place, period).whole();
        Some(Gap::of(self.context, self.content, places[0], value(places[0])?, value(places[1])?))
    }

    fn at(&self, period: Period) -> Vec<Gap> {
        self.areas().filter_map(|places| self.gap(places, period)).collect()
    }

    /// The newest period in which most areas have numbers of both.
    fn newest(&self) -> Option<(Period, Vec<Gap>)> {
        let mut most: Option<(Period, Vec<Gap>)> = None;
        for &period in self.context.resolved.time.periods.iter().rev() {
            let gaps = self.at(period);
            if gaps.len() > most.as_ref().map_or(0, |(_, most)| most.len()) {
                most = Some((period, gaps));
            }
        }
        most
    }

    /// The first period shown of the same season in which all of these areas have
    /// numbers of both, and those.
    fn first(&self, gaps: &[Gap], now: Period) -> Option<(Period, Vec<Gap>)> {
        let earlier = self.context.resolved.time.periods.iter().filter(|then| **then < now && then.same_season(now));
        let all = |&then: &Period| {
            let men = |gap: &Gap| Place { sex: Some(Sex::Men), ..gap.women_of.clone() };
            let of = |gap: &Gap| self.gap([&gap.women_of, &men(gap)], then);
            Some((then, gaps.iter().map(of).collect::<Option<Vec<_>>>()?))
        };
        earlier.into_iter().find_map(all)
    }

    fn then(&self, period: Period) -> String {
        text::period::then(period, self.context.language)
    }

    /// The period at the start of a sentence.
    fn when(&self, period: Period) -> String {
        let mut when = letters::capitalised(&self.then(period));
        if self.context.is_preliminary(period) {
            when.push_str(self.context.say_word(" (preliminärt)", " (preliminary)"));
        }
        when
    }

    fn of_one(&self, gap: &Gap, period: Period) -> Headline {
        let mut lead = String::new();
        if !gap.tells_both() {
            lead.push_str(&self.levels(gap, period));
        }
        let first = self.first(std::slice::from_ref(gap), period);
        if let Some((then, [before])) = first.as_ref().map(|(then, gaps)| (then, gaps.as_slice())) {
            lead.push_str(&self.since(gap, before, *then));
        }
        lead.push_str(&self.riket(gap, period));
        Headline { title: self.title(gap, period), lead }
    }

    /// "Ohälsotalet i Mora var 8,4 högre bland kvinnor än bland män år 2022"
    fn title(&self, gap: &Gap, period: Period) -> String {
        let (context, language) = (self.context, self.context.language);
        let place = context.place_in_sentence(&gap.women_of);
        let (women, men) = gap.amounts(context, self.content, true);
        let phrase = match gap.more(self.content) {
            _ if gap.tells_both() => Phrase {
                sv: "{0} i {1} {2} {5} bland {6} och {7} bland {8} {9}",
                en: "{0} in {1} {2} {5} among {6} and {7} among {8} {9}",
            },
            Some(_) => Phrase {
                sv: "{0} i {1} {2} {3} {4} bland {6} än bland {8} {9}",
                en: "{0} in {1} {2} {3} {4} among {6} than among {8} {9}",
            },
            None if women == men => Phrase {
                sv: "{0} i {1} {2} lika bland {10} {9}: {5}",
                en: "{0} in {1} {2} the same among {10} {9}: {5}",
            },
            None => Phrase {
                sv: "{0} i {1} {2} nästan lika bland {10} {9}: {5} mot {7}",
                en: "{0} in {1} {2} nearly the same among {10} {9}: {5} against {7}",
            },
        };
        let more = gap.more(self.content).map_or("", |more| more.get(language));
        let (size, was, then) = (gap.size(language), self.subject.was(language), self.then(period));
        let subject = self.subject.capitalised();
        let whom = &self.whom;
        let (aged, both) = (&whom.women_aged, &whom.both_aged);
        let parts = [&subject, &place, was, &size, more, &women, aged, &men, &whom.men, &then, both];
        phrase.fill(language, &parts)
    }

    /// " År 2022 var ohälsotalet bland kvinnor 34,1 dagar och bland män 25,7."
    fn levels(&self, gap: &Gap, period: Period) -> String {
        let (context, language) = (self.context, self.context.language);
        let (women, men) = gap.amounts(context, self.content, true);
        let when = self.when(period);
        let whom = &self.whom;
        if context.in_per_cent(self.content) || self.content.is_count() {
            let name = self.subject.pronoun();
            let parts = [&when, name, &whom.women, &women, &whom.men, &men, self.subject.it_was()];
            return context.say(
                " {0} var {1} {3} bland {2} och {5} bland {4}.",
                " {0} {6} {3} among {2} and {5} among {4}.",
                &parts,
            );
        }
        let name = context.say("{0} bland {1}", "{0} among {1}", &[&self.subject.name, &whom.women]);
        let level = contents::level(self.content).fill(language, &[&when, &name, &women]);
        context.say(" {0} och bland {1} {2}.", " {0} and among {1} {2}.", &[&level, &whom.men, &men])
    }

    /// How what lies between them has changed since an earlier period.
    fn since(&self, now: &Gap, before: &Gap, then: Period) -> String {
        let (context, language) = (self.context, self.context.language);
        let when = letters::capitalised(&self.then(then));
        let (Some(was), Some(is)) = (before.measured(), now.measured()) else {
            let (women, men) = before.amounts(context, self.content, true);
            let parts =
                [&when, self.subject.pronoun(), &women, &men, &self.whom.women, &self.whom.men, self.subject.it_was()];
            return context.say(
                " {0} var {1} {2} bland {4} och {3} bland {5}.",
                " {0} {6} {2} among {4} and {3} among {5}.",
                &parts,
            );
        };
        if before.is_flat() {
            return context.say(" {0} var det ingen skillnad.", " {0} there was no difference.", &[&when]);
        }
        if now.is_flat() || now.rose() != before.rose() || was.0 != is.0 {
            return self.instead(&when, now, before, "");
        }
        let phrase = match is.1.abs().total_cmp(&was.1.abs()) {
            std::cmp::Ordering::Greater => Phrase {
                sv: " Skillnaden har ökat: {1} var den {0}.",
                en: " The difference has grown: {1} it was {0}.",
            },
            std::cmp::Ordering::Less => Phrase {
                sv: " Skillnaden har minskat: {1} var den {0}.",
                en: " The difference has shrunk: {1} it was {0}.",
            },
            std::cmp::Ordering::Equal => {
                Phrase { sv: " Skillnaden var lika stor {1}.", en: " The difference was as large {1}." }
            }
        };
        phrase.fill(language, &[&before.size(language), &self.then(then)])
    }

    /// " I riket var skillnaden 9,0 år 2022."
    fn riket(&self, gap: &Gap, period: Period) -> String {
        let context = self.context;
        let riket = |place: &Place| place.beside(AreaCode::Country);
        let other = |[women, men]: [&Place; 2]| {
            let is_other = women.code() != Some(AreaCode::Country);
            is_other.then(|| self.gap([&riket(women), &riket(men)], period)).flatten()
        };
        let Some(country) = self.areas().next().and_then(other) else { return String::new() };
        let (Some(there), Some(here)) = (country.measured(), gap.measured()) else { return String::new() };
        let (place, then) = (context.say_word("I riket", "In Sweden"), self.then(period));
        if country.is_flat() {
            return context.say(
                " {0} var det ingen skillnad {1}.",
                " {0} there was no difference {1}.",
                &[place, &then],
            );
        }
        if gap.is_flat() || country.rose() != gap.rose() || there.0 != here.0 {
            return self.instead(place, gap, &country, &[" ", &then].concat());
        }
        let size = country.size(context.language);
        context.say(" {0} var skillnaden {1} {2}.", " {0} the difference was {1} {2}.", &[place, &size, &then])
    }

    /// " År 2001 var det i stället 2,0 lägre bland kvinnor.": of women, since a per cent
    /// is of the men's number.
    fn instead(&self, when: &str, gap: &Gap, other: &Gap, after: &str) -> String {
        let (context, language) = (self.context, self.context.language);
        let is_other_way = !gap.is_flat() && gap.rose() != other.rose();
        let instead = if is_other_way { context.say_word("i stället ", "instead ") } else { "" };
        let more = other.more(self.content).map_or("", |more| more.get(language));
        let (size, women) = (other.size(language), &self.whom.women);
        let parts = [when, self.subject.pronoun(), instead, &size, more, women, self.subject.it_was(), after];
        context.say(" {0} var {1} {2}{3} {4} bland {5}{7}.", " {0} {6} {2}{3} {4} among {5}{7}.", &parts)
    }

    /// " Hela siffror saknas för män i Mora år 2022."
    fn lacking(&self, period: Period) -> String {
        let (context, language) = (self.context, self.context.language);
        let lacks = |place: &Place| context.plain(self.content, place, period).whole().is_none();
        let who = |[women, men]: [&Place; 2]| {
            let who = match (lacks(women), lacks(men)) {
                (true, true) => list::and(&[self.whom.women.clone(), self.whom.men.clone()], language),
                (true, false) => self.whom.women.clone(),
                (false, true) => self.whom.men.clone(),
                (false, false) => return None,
            };
            Some(context.say("{0} i {1}", "{0} in {1}", &[&who, &context.place_in_sentence(women)]))
        };
        let who: Vec<String> = self.areas().filter_map(who).collect();
        if who.is_empty() {
            return String::new();
        }
        let (who, then) = (list::and(&who, language), self.then(period));
        context.say(" Hela siffror saknas för {0} {1}.", " Complete figures are missing for {0} {1}.", &[&who, &then])
    }

    /// Where no period has numbers of both in any area.
    fn not_of_both(&self) -> Headline {
        let (context, language) = (self.context, self.context.language);
        let has_any = |place: &Place| {
            let mut periods = context.resolved.time.periods.iter();
            periods.any(|&period| context.plain(self.content, place, period).cell.is_ok())
        };
        if !context.resolved.places.iter().any(has_any) {
            let mut once = context.resolved.clone();
            once.places.retain(Place::is_first);
            return super::none(&Context { resolved: &once, ..*context });
        }
        let places: Vec<String> = self.areas().map(|[women, _]| context.place_in_sentence(women)).collect();
        let (subject, places) = (self.subject.capitalised(), list::and(&places, language));
        let parts: [&str; 3] = [&subject, &places, &self.whom.both_aged];
        let said = Headline {
            title: context.say("{0} i {1}: {2} går inte att jämföra", "{0} in {1}: {2} cannot be compared", &parts),
            lead: context
                .say_word(
                    "Ingen av perioderna har hela siffror för båda.",
                    "None of the periods has complete figures of both.",
                )
                .to_owned(),
        };
        super::marked(context, said)
    }
}
