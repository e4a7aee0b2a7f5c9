//! Women and men apart in several areas: where they differ most, and by how much in
//! each.

use super::super::super::Headline;
use super::Question;
use super::gap::Gap;
use crate::text::{letters, list};
use faktabank_tables::measure::descending_order;
use faktabank_tables::statistics::{Cell, Period, Phrase};

/// So many areas are told one by one.
const MOST_TOLD: usize = 6;

impl Question<'_, '_> {
    pub(super) fn of_several(&self, gaps: &[Gap], period: Period) -> Headline {
        let (context, language) = (self.context, self.context.language);
        let told = &gaps[..gaps.len().min(MOST_TOLD)];
        let mut lead = self.levels_of(told, period);
        // Only what is measured alike can be the largest of several.
        let measured: Vec<(u8, f64)> = gaps.iter().filter_map(Gap::measured).collect();
        let scale = measured.iter().find(|it| it.1 != 0.0).or(measured.first()).map(|it| it.0);
        let alike = measured.iter().all(|it| it.1 == 0.0 || Some(it.0) == scale) && measured.len() == gaps.len();
        if !alike {
            return Headline { title: self.title(&gaps[0], period), lead };
        }
        let sizes: Vec<Cell> = measured.iter().map(|it| Ok(it.1.abs())).collect();
        let order = descending_order(&sizes);
        let (Some(most), Some(least)) = (order.first().map(|&at| &gaps[at]), order.last().map(|&at| &gaps[at])) else {
            return Headline::default();
        };
        let name = |gap: &Gap| context.place_in_sentence(&gap.women_of);
        let size_of = |gap: &Gap| gap.measured().map(|it| it.1.abs());
        let tied: Vec<String> = gaps.iter().filter(|gap| size_of(gap) == size_of(most)).map(name).collect();
        let phrase = match (size_of(most) == size_of(least), gaps.len()) {
            _ if most.is_flat() && self.content.is_count() && !context.in_per_cent(self.content) => Phrase {
                sv: "{0} {1} nästan lika bland {2} i {4} {6}",
                en: "{0} {1} nearly the same among {2} in {4} {6}",
            },
            _ if most.is_flat() => {
                Phrase { sv: "{0} {1} lika bland {2} i {4} {6}", en: "{0} {1} the same among {2} in {4} {6}" }
            }
            (true, _) => Phrase {
                sv: "{0} skilde sig lika mycket mellan {2} i {4} {6}: {3}",
                en: "{0} differed as much between {2} in {4} {6}: {3}",
            },
            (false, 2) => Phrase {
                sv: "{0} skilde sig mer mellan {2} i {4} än i {5} {6}: {3} mot {7}",
                en: "{0} differed more between {2} in {4} than in {5} {6}: {3} against {7}",
            },
            (false, _) => Phrase {
                sv: "{0} skilde sig mest mellan {2} i {4} {6}: {3}",
                en: "{0} differed most between {2} in {4} {6}: {3}",
            },
        };
        let (subject, was, then) = (self.subject.capitalised(), self.subject.was(language), self.then(period));
        // Side by side with the other one, the direction of both comes in the lead.
        let size = match gaps.len() {
            2 if least.is_flat() || size_of(most) == size_of(least) => most.size(language),
            2 => most.bare_size(language),
            _ => {
                let more = most.more(self.content).map_or("", |more| more.get(language));
                let parts = [&most.size(language), more, &self.whom.women];
                context.say("{0} {1} bland {2}", "{0} {1} among {2}", &parts)
            }
        };
        let tied = list::and(&tied, language);
        let parts =
            [&subject, was, &self.whom.both_aged, &size, &tied, &name(least), &then, &least.size_or_none(language)];
        let title = phrase.fill(language, &parts);
        if gaps.len() > 2 && size_of(most) != size_of(least) {
            let ranked: Vec<(&Gap, Option<bool>)> =
                order.iter().take(MOST_TOLD).map(|&at| (&gaps[at], most.rose())).collect();
            let each = self.sizes(&ranked);
            lead.push_str(&context.say(" Skillnaden var {0}.", " The difference was {0}.", &[&each]));
        }
        lead.push_str(&self.since_in_each(told, period));
        Headline { title, lead }
    }

    /// "8,6 i Mora och 6,1 (lägre bland kvinnor) i Falun": each with whether women are
    /// expected to have more; what they are in is said once.
    fn sizes(&self, gaps: &[(&Gap, Option<bool>)]) -> String {
        let (context, language) = (self.context, self.context.language);
        let mut is_said = false;
        let mut sizes: Vec<String> = Vec::with_capacity(gaps.len());
        for (gap, expected) in gaps {
            let size = if is_said { gap.bare_size(language) } else { gap.size_or_none(language) };
            let size = if gap.is_flat() { gap.size_or_none(language) } else { size };
            is_said |= !gap.is_flat();
            let size = match gap.more(self.content) {
                Some(more) if gap.rose() != *expected => {
                    let parts = [&size, more.get(language), &self.whom.women];
                    context.say("{0} ({1} bland {2})", "{0} ({1} among {2})", &parts)
                }
                _ => size,
            };
            let place = context.place_in_sentence(&gap.women_of);
            sizes.push(context.say("{0} i {1}", "{0} in {1}", &[&size, &place]));
        }
        list::and(&sizes, language)
    }

    /// " År 2022: 34,1 bland kvinnor och 25,7 bland män i Mora, 28,9 och 20,1 i riket."
    fn levels_of(&self, gaps: &[Gap], period: Period) -> String {
        let context = self.context;
        let level = |(at, gap): (usize, &Gap)| {
            let (women, men) = gap.amounts(context, self.content, at == 0);
            let place = context.place_in_sentence(&gap.women_of);
            let parts: [&str; 5] = [&women, &men, &self.whom.women, &self.whom.men, &place];
            if at == 0 {
                context.say("{0} bland {2} och {1} bland {3} i {4}", "{0} among {2} and {1} among {3} in {4}", &parts)
            } else {
                context.say("{0} och {1} i {4}", "{0} and {1} in {4}", &parts)
            }
        };
        let levels: Vec<String> = gaps.iter().enumerate().map(level).collect();
        [" ", &self.when(period), ": ", &levels.join(", "), "."].concat()
    }

    /// " År 2001 var skillnaden 20,3 i Mora och 14,2 i riket."
    fn since_in_each(&self, gaps: &[Gap], now: Period) -> String {
        let context = self.context;
        let Some((then, before)) = self.first(gaps, now) else { return String::new() };
        if before.iter().any(|gap| gap.measured().is_none()) {
            return String::new();
        }
        let expected = |gap: &Gap| if gap.is_flat() { None } else { gap.rose() };
        let before: Vec<(&Gap, Option<bool>)> = before.iter().zip(gaps.iter().map(expected)).collect();
        let each = self.sizes(&before);
        let when = letters::capitalised(&self.then(then));
        context.say(" {0} var skillnaden {1}.", " {0} the difference was {1}.", &[&when, &each])
    }
}
