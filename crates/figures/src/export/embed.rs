//! A link of a figure to what a web editor pastes into a page: an element with
//! its script, or a plain frame (`docs/embed.md`).

use super::{Subject, words};
use crate::drawing::escaped;
use faktabank_tables::query::{Embedding, Selection, encode};

/// Where Faktabanken is, and what is shown of it.
#[derive(Clone, Debug)]
pub struct Embed<'a> {
    /// The address of the page, without a query.
    pub place: &'a str,
    /// What is shown, with the options of the embed.
    pub selection: &'a Selection,
    /// What the figure says: for those who do not see it, and until it is drawn.
    pub title: &'a str,
    /// The rest of what it says.
    pub says: &'a str,
    /// Pixels kept free for it.
    pub height: u32,
}

impl Embed<'_> {
    /// The address of the frame.
    pub fn frame(&self) -> String {
        let embedding = Embedding { embedded: true, ..self.selection.embedding };
        self.address(embedding)
    }

    /// The address of the whole view.
    pub fn whole(&self) -> String {
        self.address(Embedding::default())
    }

    fn address(&self, embedding: Embedding) -> String {
        let query = encode(&Selection { embedding, ..self.selection.clone() });
        if query.is_empty() { self.place.to_owned() } else { [self.place, "?", &query].concat() }
    }

    /// The code with the script, which makes the frame as high as its figure.
    pub fn with_script(&self) -> String {
        let folder = self.place.rsplit_once('/').map_or("", |(folder, _)| folder);
        // The script says by itself that it is an embed.
        let own = self.address(Embedding { embedded: false, ..self.selection.embedding });
        [
            "<script src=\"",
            &escaped(folder),
            "/inbaddning.js\" async></script>\n<faktabank-diagram src=\"",
            &escaped(&own),
            "\" height=\"",
            &crate::text::number::count(self.height as usize),
            "\">\n  ",
            &self.link(),
            "\n</faktabank-diagram>\n",
        ]
        .concat()
    }

    /// The code of a frame that needs no script; the figure fits itself into it.
    pub fn plain(&self) -> String {
        [
            "<iframe data-faktabank src=\"",
            &escaped(&self.frame()),
            "\"\n        title=\"",
            &escaped(self.title),
            "\" width=\"100%\" height=\"",
            &crate::text::number::count(self.height as usize),
            "\" loading=\"lazy\"></iframe>\n<p>",
            &self.link(),
            "</p>\n",
        ]
        .concat()
    }

    fn link(&self) -> String {
        let says = if self.says.is_empty() { String::new() } else { [". ", &escaped(self.says)].concat() };
        ["<a href=\"", &escaped(&self.whole()), "\">", &escaped(self.title), "</a>", &says].concat()
    }
}

/// What a code says in place of its figure: the headline of one that stays as it is; of
/// one that follows the newest figures what it is about, since no headline would stay
/// true. Then what the figure says, which names its period.
pub fn embed_title(subject: &Subject<'_>, stays: bool) -> (String, String) {
    let headline = &subject.figure.headline;
    let title = if stays {
        headline.title.clone()
    } else {
        [&subject.places(), ": ", subject.figure.caption.what.trim_end_matches('.')].concat()
    };
    (words::of(&title), words::of(&headline.lead))
}
