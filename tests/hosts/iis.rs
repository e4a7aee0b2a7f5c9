//! `web.config` as IIS and its URL Rewrite follow it, as far as our file goes.

use crate::answer::Answer;
use crate::expected::{Says, check};
use crate::site::{BELOW, Site, deployed};
use regex::Regex;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::path::Path;

/// The elements of a name below a path of names from the root.
fn all<'a, 'b>(of: Node<'a, 'b>, path: &'a str) -> Vec<Node<'a, 'b>> {
    let mut found = vec![of];
    for name in path.split('/') {
        found = found.iter().flat_map(|node| node.children().filter(|child| child.has_tag_name(name))).collect();
    }
    found
}

fn said<'a>(node: Node<'a, '_>, attribute: &str) -> &'a str {
    node.attribute(attribute).unwrap_or_else(|| panic!("{node:?} has no {attribute}"))
}

/// URL Rewrite's patterns know no difference between large and small letters.
fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).unwrap()
}

/// Whether all conditions of a rule apply.
fn apply(rule: Node<'_, '_>, variables: &[(&str, String)]) -> bool {
    let filled = |input: &str| {
        variables.iter().fold(input.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    };
    all(rule, "conditions/add").into_iter().all(|condition| {
        let input = filled(said(condition, "input"));
        assert!(!input.contains('{'), "{input}: a variable that is not known");
        match condition.attribute("matchType") {
            Some("IsFile") => Path::new(&input.replace('\\', "/")).is_file(),
            None => pattern(said(condition, "pattern")).is_match(&input),
            Some(other) => panic!("{other}"),
        }
    })
}

fn answer(config: Node<'_, '_>, site: &Site, path: &str, accepted: &str) -> Answer {
    let root = site.root();
    let path = path.split('?').next().unwrap();
    // The file lies in the site, and its rules see what is below.
    let below = path.strip_prefix(BELOW).unwrap_or(path);
    let base = if below.len() == path.len() { root.to_path_buf() } else { root.join(&BELOW[1..]) };
    let mut url = below.trim_start_matches('/').to_owned();
    for rule in all(config, "rewrite/rules/rule") {
        let matched = pattern(said(all(rule, "match")[0], "url")).find(&url).map(|all| all.as_str().to_owned());
        let Some(matched) = matched else { continue };
        let file = base.join(&url).display().to_string();
        let variables = [
            ("HTTP_ACCEPT_ENCODING", accepted.to_owned()),
            ("REQUEST_FILENAME", file.trim_end_matches('/').to_owned()),
        ];
        if apply(rule, &variables) {
            url = said(all(rule, "action")[0], "url").replace("{R:0}", &matched);
            assert_eq!(rule.attribute("stopProcessing"), Some("true"));
            break;
        }
    }
    let mut file = base.join(&url);
    if file.is_dir() {
        file = file.join(said(all(config, "defaultDocument/files/add")[0], "value"));
    }
    let body = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));

    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for header in all(config, "httpProtocol/customHeaders/add") {
        headers.insert(said(header, "name").to_lowercase(), said(header, "value").to_owned());
    }
    let end = format!(".{}", file.extension().unwrap().to_str().unwrap());
    let of_end = all(config, "staticContent/mimeMap").into_iter().find(|map| said(*map, "fileExtension") == end);
    headers.insert("content-type".into(), said(of_end.unwrap(), "mimeType").to_owned());
    for rule in all(config, "rewrite/outboundRules/rule") {
        let variables = [("RESPONSE_STATUS", "200".to_owned()), ("REQUEST_FILENAME", file.display().to_string())];
        if apply(rule, &variables) {
            let name = said(all(rule, "match")[0], "serverVariable").strip_prefix("RESPONSE_").unwrap();
            headers.insert(name.replace('_', "-").to_lowercase(), said(all(rule, "action")[0], "value").to_owned());
        }
    }
    Answer { status: 200, headers, body }
}

#[test]
fn iis_is_told_what_is_expected() {
    let (text, site) = (deployed("web.config"), Site::new(&[]));
    let document = Document::parse(&text).unwrap();
    let config = all(document.root(), "configuration/system.webServer")[0];
    check("IIS", &site, Says::Everything, |path, accepted| answer(config, &site, path, accepted));
}

#[test]
fn iis_does_not_find_one_rule_under_the_name_of_another() {
    let text = deployed("web.config");
    let document = Document::parse(&text).unwrap();
    let names: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("name").filter(|_| node.has_tag_name("rule")))
        .collect();
    let different: std::collections::BTreeSet<_> = names.iter().collect();
    assert_eq!(names.len(), different.len(), "{names:?}");
}
