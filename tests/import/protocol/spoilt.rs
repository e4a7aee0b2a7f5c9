//! What was told to go wrong goes wrong, when it was told to.

use super::client;
use crate::server::{Fault, Faults, Kind, Server, Setup, When};
use crate::tables::population;
use std::time::{Duration, Instant};

const QUERY: &str = "/tables/TAB638/data?valueCodes[ContentsCode]=*&valueCodes[Tid]=*&valueCodes[Region]=*";

fn server(faults: Faults) -> Server {
    Server::start(Setup::of([population(2)]).failing(faults))
}

#[test]
fn statuses_come_when_they_were_told_to() {
    let faults = Faults::default()
        .and(When::First(1), Fault::Status(503))
        .and(When::Call(2), Fault::TooManyCalls(Some("7".to_owned())))
        .and(When::From(3), Fault::TooManyCalls(None));
    let server = server(faults.and_on(Kind::Metadata, When::First(1), Fault::Status(500)));
    let answers: Vec<_> = (0..5).map(|_| client::get(&server, QUERY)).collect();
    let found: Vec<_> = answers.iter().map(|answer| (answer.status, answer.retry_after.as_deref())).collect();
    assert_eq!(found, [(503, None), (200, None), (429, Some("7")), (429, None), (429, None)]);
    assert_eq!(client::get(&server, "/tables/TAB638/metadata").status, 500);
    assert_eq!(client::get(&server, "/config").status, 200);
}

#[test]
fn answers_are_cut_and_shortened() {
    let whole = client::get(&server(Faults::default()), QUERY);
    let with = |fault| client::try_get(&server(Faults::default().and(When::First(1), fault)), QUERY);
    assert!(with(Fault::Cut).is_err());
    let truncated = with(Fault::Truncated).unwrap();
    assert!(truncated.status == 200 && whole.text.starts_with(&truncated.text));
    let values = |text: &str| {
        let json: serde_json::Value = serde_json::from_str(text).unwrap();
        (json["value"].as_array().unwrap().len(), json["size"].to_string())
    };
    let (count, size) = values(&whole.text);
    assert_eq!(values(&with(Fault::ShortValues).unwrap().text), (count - 1, size));
    assert_eq!(values(&with(Fault::Fewer("Tid")).unwrap().text), (count / 2, "[312,2,1]".to_owned()));
    assert_eq!(with(Fault::Html).unwrap().kind, "text/html");
    assert!(with(Fault::Updated("2026-09-01T07:00:00Z")).unwrap().text.contains("\"2026-09-01T07:00:00Z\""));
}

#[test]
fn answers_come_late_or_never() {
    let faults = Faults::default().and(When::Call(0), Fault::Slow(Duration::from_millis(300)));
    let server = server(faults.and(When::Call(1), Fault::Silence));
    let start = Instant::now();
    assert_eq!(client::get(&server, QUERY).status, 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert!(!server.record().wait_for(Kind::Data, 2, Duration::from_millis(10)));
    std::thread::scope(|scope| {
        let waits = scope.spawn(|| client::try_get(&server, "/config"));
        assert!(waits.join().unwrap().is_ok());
        let address = [server.base_url(), "/tables/TAB638/data"].concat();
        let agent: ureq::Agent =
            ureq::Agent::config_builder().timeout_global(Some(Duration::from_millis(200))).build().into();
        assert!(agent.get(address).call().is_err());
    });
    assert!(server.record().wait_for(Kind::Data, 2, Duration::from_secs(5)));
}
