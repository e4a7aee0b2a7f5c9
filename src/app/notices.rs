//! What of a link could not be followed, in words over the figure.

use super::element::{Fragment, el, fragment};
use super::lazy::{entries, once_loaded, unseen};
use super::page_context::PageContext;
use super::views::why_no_country;
use faktabank_figures::text::{contents, finding, pair, period, person, ui};
use faktabank_tables::query::{Notice, Parameter, Sexes, Unmatched};
use faktabank_tables::statistics::{Content, Language};

/// Shows notices, if there are any.
pub fn notices(notices: impl Fn() -> Vec<Notice> + 'static, context: PageContext) -> Fragment {
    fragment(move || {
        let language = context.language.get();
        let notices = notices();
        if notices.is_empty() {
            return Fragment::new();
        }
        context.lazy.want();
        once_loaded(context, unseen, move |loaded| entries::notices(loaded, &notices, language))
    })
}

/// The notices in words; through an entry alone.
pub(super) fn list(notices: &[Notice], language: Language) -> Fragment {
    let items = notices.iter().map(|notice| el("li").attr("data-notice", "").child(words(notice, language)));
    el("div").attr("role", "status").child(el("ul").class("notices").children(items)).into_fragment()
}

/// A notice in words.
fn words(notice: &Notice, language: Language) -> String {
    match notice {
        Notice::UnknownParameter(name) => ui::unknown_parameter(name, language),
        Notice::InvalidValue(parameter, value) => ui::invalid_value(parameter.name(), value, language),
        Notice::OnlyPeriod(only) => period::only(*only, language),
        Notice::NotInTable(Parameter::Sex, asked) if *asked == Sexes::Apart.code() => {
            person::NOT_TOLD_APART.get(language).to_owned()
        }
        Notice::NotInTable(parameter, value) => ui::not_in_table(parameter.name(), value, language),
        Notice::PartlyInTable(name, missing) => ui::partly_in_table(name, missing, language),
        Notice::OtherFigures(area, table) => finding::other_figures(area, table, language),
        Notice::TooManyAreas(most) => ui::too_many_areas(*most, language),
        Notice::OneAreaOnly => ui::ONE_AREA_ONLY.get(language).to_owned(),
        Notice::TwoContentsOnly => ui::TWO_CONTENTS_ONLY.get(language).to_owned(),
        Notice::NotApart => person::NOT_APART.get(language).to_owned(),
        Notice::NoCountryLine(line) => why_no_country(*line).map_or("", |why| why.get(language)).to_owned(),
        Notice::NotBeside(content, why) => not_beside(*content, *why, language),
        Notice::OneContentsOnly => ui::ONE_CONTENTS_ONLY.get(language).to_owned(),
    }
}

fn not_beside(content: Content, why: Unmatched, language: Language) -> String {
    let why = match why {
        Unmatched::Nowhere => pair::NOWHERE,
        Unmatched::NoPeriod => pair::NO_PERIOD,
        Unmatched::NotThen => pair::NOT_THEN,
    };
    why.fill(language, &[contents::name(content).get(language)])
}
