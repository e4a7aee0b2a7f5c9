//! docs/questions.md: every link answers its question in the words quoted there.

use crate::library::Library;
use faktabank_figures::figure::{Headline, build};
use std::fs;
use std::path::PathBuf;

/// A question: its number, its links, and what the page says to them.
struct Question {
    title: String,
    links: Vec<String>,
    answers: Vec<String>,
}

/// What lies between backquotes after a word; quotations follow `>`.
fn questions() -> Vec<Question> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/questions.md");
    let text = fs::read_to_string(path).expect("the document");
    let mut questions: Vec<Question> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            questions.push(Question { title: title.to_owned(), links: Vec::new(), answers: Vec::new() });
        }
        let Some(question) = questions.last_mut() else { continue };
        if let Some(link) = line.strip_prefix("Link: `?").and_then(|rest| rest.strip_suffix('`')) {
            question.links.push(link.to_owned());
        } else if let Some(answer) = line.strip_prefix("> ") {
            question.answers.push(answer.to_owned());
        }
    }
    questions
}

#[test]
fn every_question_is_answered_in_the_words_of_the_page() {
    let library = Library::open();
    let questions = questions();
    assert_eq!(questions.len(), 20);
    for Question { title, links, answers } in questions {
        assert!(!links.is_empty() && links.len() == answers.len(), "{title}: an answer to every link");
        for (link, answer) in links.iter().zip(&answers) {
            let (resolved, _, tables) = library.load(link);
            assert_eq!(resolved.notices, [], "{title}: {link}");
            let figure = build(&resolved, &tables, &library.areas).expect("its table is loaded");
            let Headline { title: head, lead } = figure.headline;
            let said = format!("{head}. {lead}").replace('\u{a0}', " ").replace('\u{2060}', "");
            assert!(said.contains(answer.as_str()), "{title}: {link}\nsays {said:?}\nnot  {answer:?}");
        }
    }
}
