//! The subject of a sentence: a contents as a count or as a share.

use super::super::context::Context;
use crate::text::doing::Doing;
use crate::text::{self, contents};
use faktabank_tables::statistics::{Article, Content, Language, Phrase};

/// A subject with what its verbs and adjectives need.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// In the middle of a sentence: "sysselsättningsgraden", "andelen sjuka".
    pub(super) name: String,
    /// "den", "det" or "de", for Swedish superlatives.
    article: Article,
    plural: bool,
}

/// The subject of a contents under the figure's measure.
pub(super) fn of(context: &Context<'_>, content: Content) -> Subject {
    of_whom(context, content, &whom(context))
}

/// The same without whom it is of, which the sentence says itself.
pub(super) fn plain(context: &Context<'_>, content: Content) -> Subject {
    of_whom(context, content, "")
}

/// Whom the figure is of, where that is to be said: "kvinnor", "personer 20–65 år".
pub(super) fn whom(context: &Context<'_>) -> String {
    text::person::whom(context.resolved.what.sex, context.resolved.age_said(), context.language)
}

fn of_whom(context: &Context<'_>, content: Content, whom: &str) -> Subject {
    let language = context.language;
    let is_share_of_count = context.in_per_cent(content) && content.ratio().is_none();
    if is_share_of_count {
        return Subject { name: contents::share(content, whom, language), article: Article::Den, plural: false };
    }
    let own = contents::subject(content, language);
    let name = match Doing::of(content).filter(|_| !content.is_rate()) {
        _ if whom.is_empty() => own.definite,
        Some(doing) => doing.number(whom, language),
        None if content.is_population() => {
            let persons = text::person::of_population(context.resolved.what.sex, context.resolved.what.age, language);
            context.say("antalet {0}", "the number of {0}", &[&persons])
        }
        None => context.say("{0} bland {1}", "{0} among {1}", &[&own.definite, whom]),
    };
    Subject { name, article: own.article, plural: own.plural }
}

impl Subject {
    /// What Swedish says for it afterwards: "det" of a number, else its article.
    pub(super) const fn pronoun(&self) -> &'static str {
        self.article.word()
    }

    /// "it was" or "they were".
    pub(super) const fn it_was(&self) -> &'static str {
        if self.plural { "they were" } else { "it was" }
    }

    /// "var", "was" or "were".
    pub(super) const fn was(&self, language: Language) -> &'static str {
        match (language, self.plural) {
            (Language::Swedish, _) => "var",
            (Language::English, false) => "was",
            (Language::English, true) => "were",
        }
    }

    /// At the start of a sentence.
    pub(super) fn capitalised(&self) -> String {
        text::letters::capitalised(&self.name)
    }

    /// "den lägsta", "the lowest".
    pub(super) fn superlative(&self, adjective: Phrase, language: Language) -> String {
        let word = adjective.get(language);
        Phrase { sv: "{0} {1}", en: "the {1}" }.fill(language, &[self.article.word(), word])
    }

    /// "den", "det" or "de"; in English "the".
    pub(super) fn article(&self, language: Language) -> &'static str {
        match language {
            Language::Swedish => self.article.word(),
            Language::English => "the",
        }
    }

    /// "är", "is" or "are".
    pub(super) fn is(&self, language: Language) -> &'static str {
        match (language, self.plural) {
            (Language::Swedish, _) => "är",
            (Language::English, false) => "is",
            (Language::English, true) => "are",
        }
    }

    /// "har", "has" or "have".
    pub(super) fn has(&self, language: Language) -> &'static str {
        match (language, self.plural) {
            (Language::Swedish, _) => "har",
            (Language::English, false) => "has",
            (Language::English, true) => "have",
        }
    }

    /// "i stort sett oförändrad", "oförändrat" or "oförändrade".
    pub(super) fn unchanged(&self, language: Language) -> &'static str {
        match (language, self.article) {
            (Language::Swedish, Article::Det) => "i stort sett oförändrat",
            (Language::Swedish, Article::De) => "i stort sett oförändrade",
            (Language::Swedish, Article::Den) => "i stort sett oförändrad",
            (Language::English, _) => "largely unchanged",
        }
    }
}
