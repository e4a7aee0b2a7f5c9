//! The kommuner most like one, by the rule that is shown with them.

use super::context::Context;
use crate::measure::{Likeness, POINTS_PER_DOUBLING, alike};
use crate::query::{AreaChoice, Place, Resolved};
use crate::statistics::{AreaCode, Areas, Content, Period, Phrase, Sex, Table};
use crate::text::{self, number};

/// So many are told.
const TOLD: usize = 6;

/// Kommuner that are like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The kommun that they are like.
    pub of: String,
    /// How it is reckoned, and among how many.
    pub rule: String,
    /// The most alike first.
    pub kommuner: Vec<AlikeKommun>,
}

/// A kommun that is like another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlikeKommun {
    /// The choice of it.
    pub choice: AreaChoice,
    /// Its name.
    pub name: String,
    /// Its size and its level: "31 900 personer, 12,1 %".
    pub note: String,
}

const RULE: Phrase = Phrase {
    sv: "Bland {0} kommuner, {1}: närmast {2} i folkmängd 20–\u{2060}64\u{a0}år och i {3}. En dubbelt eller hälften så stor kommun räknas som lika långt borta som {4} procentenheter.",
    en: "Among {0} municipalities, {1}: nearest to {2} in population aged 20–\u{2060}64 and in {3}. A municipality of twice or half the size counts as far away as {4} percentage points.",
};
const PERSONS: Phrase = Phrase { sv: "personer", en: "persons" };

/// The kommuner most like the first one chosen, among those of the tables;
/// `None` where no kommun is chosen or nothing is known of it.
pub fn likeness(resolved: &Resolved, tables: &[Table], areas: &Areas) -> Option<Alike> {
    let context = &Context::new(resolved, tables, areas)?;
    let is_kommun = |code: &AreaCode| code.is_municipality();
    let own = resolved.places.iter().filter_map(Place::code).find(is_kommun)?;
    let content = Some(context.topic().lead()).filter(|it| context.numbers.table.has(*it))?;
    let newest = |period: &&Period| of(context, content, own, **period).is_some();
    let period = *resolved.periods.iter().rev().find(newest)?;
    let like = |code: AreaCode| Some((code, of(context, content, code, period)?));
    let held = context.numbers.table.areas.iter().copied();
    let all: Vec<(AreaCode, Likeness)> = held.filter(is_kommun).filter(|code| *code != own).filter_map(like).collect();
    let others: Vec<Likeness> = all.iter().map(|(_, likeness)| *likeness).collect();
    // Of the women, where women and men are apart.
    let whom = match context.numbers.sex {
        Sex::Both => PERSONS.get(context.language).to_owned(),
        sex => text::person::label(sex, None, context.language),
    };
    let kommun = |at: usize| {
        let (code, likeness) = all[at];
        let size = number::whole(likeness.size, context.language);
        let level = number::per_cent(likeness.level, 1, context.language);
        AlikeKommun {
            choice: AreaChoice::Area(code),
            name: context.area(code),
            note: [&size, " ", &whom, ", ", &level].concat(),
        }
    };
    let kommuner: Vec<AlikeKommun> =
        alike(of(context, content, own, period)?, &others, TOLD).into_iter().map(kommun).collect();
    let what = text::contents::share_noun(content, context.language);
    let name = context.area(own);
    let when = text::period::name(period, context.language);
    let points = number::decimal(POINTS_PER_DOUBLING, 0, context.language);
    let rule = RULE.fill(context.language, &[&number::count(all.len()), &when, &name, &what, &points]);
    (!kommuner.is_empty()).then_some(Alike { of: name, rule, kommuner })
}

/// Size and level of a kommun, where both are whole.
fn of(context: &Context<'_>, content: Content, code: AreaCode, period: Period) -> Option<Likeness> {
    let level = context.numbers.share(content, &[code], period).whole()?;
    let size = context.numbers.level(content.denominator()?, &[code], period).whole()?;
    Some(Likeness { size, level })
}
