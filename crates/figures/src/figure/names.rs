//! What places, measures and units are called in a figure, and views in the menu.

use super::context::Context;
use super::{ContentKey, Part, headline};
use crate::text::{self, ui};
use faktabank_tables::query::{AreaChoice, AreaKey, FigureKind, Measure, Namesake, Place, Resolved, View};
use faktabank_tables::statistics::{AreaCode, AreaKind, Areas, Content, Language, Phrase, Table};

/// What a choice of area is called where it stands alone: "Dalarna", "Riket",
/// "Finsam Falun-Borlänge".
pub fn area_name(choice: &AreaChoice, areas: &Areas, language: Language) -> String {
    label_of(&AreaKey::of(choice, Namesake::Nothing), areas, language)
}

/// The same of a place of a figure, told from all others: a group that is called what
/// something else is called says what it is, "Dalarna (egen grupp)".
pub fn place_name(place: &Place, areas: &Areas, language: Language) -> String {
    label_of(&place.key().area, areas, language)
}

/// What a view is called in the menu.
pub const fn view_name(view: View) -> Phrase {
    match view {
        View::Overview => ui::OVERVIEW,
        View::Explore => ui::EXPLORE,
        View::Compare => ui::COMPARE,
        View::Sheet => ui::SHEET,
        View::About => ui::ABOUT_SHORT,
        View::Gallery => ui::GALLERY,
        View::Present => text::present::PRESENT,
    }
}

/// What a place is called, by its key.
pub(crate) fn label_of(key: &AreaKey, areas: &Areas, language: Language) -> String {
    const GROUP: Phrase = Phrase { sv: "{0} (egen grupp)", en: "{0} (own group)" };
    const NUMBERED: Phrase = Phrase { sv: "{0} (egen grupp {1})", en: "{0} (own group {1})" };
    match key {
        AreaKey::Area(code) => text::area::label(*code, &areas.name(*code), language),
        AreaKey::Association(slug) => {
            areas.association(slug).map_or_else(|| slug.clone(), |association| association.name.clone())
        }
        AreaKey::Group(name, Namesake::Nothing) => name.clone(),
        AreaKey::Group(name, Namesake::Area) => GROUP.fill(language, &[name]),
        AreaKey::Group(name, Namesake::Group(nth)) => NUMBERED.fill(language, &[name, &text::number::count(*nth)]),
    }
}

/// What the numbers of a contents are in, or those of a part of what is told of it, for a
/// file: a change of a count in what is counted, and one in per cent in per cent.
pub(crate) fn unit_of(resolved: &Resolved, tables: &[Table], areas: &Areas, key: ContentKey) -> String {
    const CHANGE: Phrase = Phrase { sv: "förändring på ett år, {0}", en: "change over a year, {0}" };
    let Some(context) = Context::new(resolved, tables, areas) else { return String::new() };
    let language = context.language;
    match key.part {
        Some(Part::Number) => {
            CHANGE.fill(language, &[&text::contents::unit(key.content, &context.population(), language)])
        }
        Some(Part::PerCent) | None => context.unit(key.content),
    }
}

/// What a part of what is told of a contents is called, after its name.
pub(crate) const fn part_name(part: Part) -> Phrase {
    match part {
        Part::Number => Phrase { sv: "antal", en: "number" },
        Part::PerCent => Phrase { sv: "procent", en: "per cent" },
    }
}

impl Context<'_> {
    /// A place as a label: "Dalarna", "Riket", "Finsam Falun-Borlänge"; "Mora, kvinnor"
    /// where women and men are apart.
    pub(super) fn place(&self, place: &Place) -> String {
        let name = self.whole_place(place);
        match place.sex {
            None => name,
            Some(sex) => [&name, ", ", &text::person::label(sex, None, self.language)].concat(),
        }
    }

    /// The same of all who live there.
    pub(super) fn whole_place(&self, place: &Place) -> String {
        place_name(place, self.areas, self.language)
    }

    /// An area as a label.
    pub(super) fn area(&self, code: AreaCode) -> String {
        area_name(&AreaChoice::Area(code), self.areas, self.language)
    }

    /// A place inside a sentence: "riket", "Dalarna".
    pub(super) fn place_in_sentence(&self, place: &Place) -> String {
        let kind = place.code().map_or(AreaKind::Municipality, AreaCode::kind);
        text::area::in_sentence(&self.whole_place(place), kind, self.language)
    }

    /// The name of a contents, as a choice or a column.
    pub(super) fn contents(&self, content: Content) -> String {
        let name = text::contents::name(content).get(self.language);
        let who = text::person::label(self.resolved.what.sex, self.resolved.age_said(), self.language);
        if content.is_population() && !who.is_empty() {
            let persons = text::person::of_population(self.resolved.what.sex, self.resolved.what.age, self.language);
            return text::letters::capitalised(&persons);
        }
        name.to_owned()
    }

    /// What shares are of: "befolkningen 20–64 år", "kvinnorna 20–65 år".
    pub(super) fn population(&self) -> String {
        let sex = (!self.resolved.is_apart()).then_some(self.resolved.what.sex);
        text::person::population(sex, self.resolved.what.age, self.language)
    }

    /// Whom the figure is of, after `link`; empty where it is of everybody 20–64.
    pub(super) fn persons_after(&self, link: &str) -> String {
        let mut who = text::person::label(self.resolved.what.sex, self.resolved.age_said(), self.language);
        if self.resolved.is_apart() {
            let after = if who.is_empty() { "" } else { ", " };
            who = [text::person::EACH.get(self.language), after, &who].concat();
        }
        if who.is_empty() { who } else { [link, &who].concat() }
    }

    /// The same after the units, of which a share of a population says it.
    pub(super) fn persons_after_unit(&self) -> String {
        let says_it = self.resolved.what.measure == Measure::Share && self.resolved.form.figure != FigureKind::Change;
        if says_it { String::new() } else { self.persons_after(", ") }
    }

    /// What the numbers of a contents are in, under the figure's measure:
    /// "helårspersoner", "procent av befolkningen 20–64 år".
    pub(super) fn unit(&self, content: Content) -> String {
        if self.is_of_parts() {
            return self.say("procent av {0}", "per cent of {0}", &[&headline::whole_of_parts(self)]);
        }
        if self.resolved.form.figure == FigureKind::Change {
            let points = Phrase { sv: "förändring i procentenheter", en: "change in percentage points" };
            let per_cent = Phrase { sv: "förändring i procent", en: "change in per cent" };
            return if self.in_per_cent(content) { points } else { per_cent }.get(self.language).to_owned();
        }
        let phrase = match self.resolved.what.measure {
            Measure::Share if !content.is_rate() => return text::contents::share_of(&self.population(), self.language),
            Measure::Count | Measure::Share => {
                return text::contents::unit(content, &self.population(), self.language);
            }
            Measure::Index => {
                let first = self.resolved.time.periods.first().map(|&it| text::period::name(it, self.language));
                return ["index, ", &first.unwrap_or_default(), " = 100"].concat();
            }
            Measure::Change if content.is_rate() => {
                Phrase { sv: "förändring på ett år, procentenheter", en: "change over a year, percentage points" }
            }
            Measure::Change => Phrase { sv: "förändring på ett år, procent", en: "change over a year, per cent" },
        };
        phrase.get(self.language).to_owned()
    }

    /// The units of all contents shown, each once: "helårspersoner och personer".
    pub(super) fn units(&self) -> String {
        let mut units: Vec<String> = Vec::new();
        for &content in &self.resolved.what.contents {
            let unit = self.unit(content);
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        text::list::and(&units, self.language)
    }
}

/// What a kind of figures is called where it is chosen.
pub const fn kind_name(kind: FigureKind) -> Phrase {
    match kind {
        FigureKind::Line => ui::LINE,
        FigureKind::Area => ui::AREA,
        FigureKind::Proportion => ui::PROPORTION,
        FigureKind::Bar => ui::BAR,
        FigureKind::Change => ui::CHANGE_FIGURE,
        FigureKind::Map => ui::MAP,
        FigureKind::Scatter => ui::SCATTER,
        FigureKind::Small => ui::SMALL_CHARTS,
        FigureKind::Table => ui::TABLE,
    }
}
