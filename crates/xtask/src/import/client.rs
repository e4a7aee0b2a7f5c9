//! Calls to a PxWebApi 2 service: keeps to its window, tries again what may
//! pass, and gives up in words on what does not.
//!
//! A call that was refused for now (429), met a fault of the service (5xx), took
//! too long or was cut short is made again, after a growing pause. So is, a few
//! times, one that was answered by a page: a balancer has a bad moment, or there
//! is no service at all. A call that is sent elsewhere is made there, whole.
//! Anything else that goes wrong would go wrong again.

use super::moved;
use super::pace::{Pace, pause, retry_after};
use anyhow::{Context, Error, Result, anyhow, bail};
use serde::de::IgnoredAny;
use serde_json::Value;
use std::hash::{BuildHasher, RandomState};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};
use ureq::Agent;
use ureq::http::{HeaderMap, StatusCode};

/// Tries of one call, the first included: with pauses of 1, 2, 4 … seconds
/// about a minute and a half.
const TRIES: u32 = 7;

/// Tries of a call that something else than a service answers: a page in the
/// place of one answer among good ones passes, a wrong address does not.
const FEW_TRIES: u32 = 3;

/// How long a connection may take, and how long a whole call.
const CONNECT: Duration = Duration::from_secs(20);
const CALL: Duration = Duration::from_secs(180);

/// An answer may be this large; SCB's largest are a few megabytes.
const MOST_BYTES: u64 = 512 << 20;

/// A longer wait than this is for the steward to sit out, not for the tool.
const PATIENCE: Duration = Duration::from_secs(600);

/// A service and how to call it.
pub(super) struct Client {
    agent: Agent,
    base: String,
    pace: Pace,
    first_pause: Duration,
    calls: usize,
}

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Request<'a> {
    /// A path with its query string.
    Get(&'a str),
    /// A path with its query string, and a JSON text.
    Post(&'a str, &'a str),
}

impl<'a> Request<'a> {
    fn path(self) -> &'a str {
        match self {
            Self::Get(path) | Self::Post(path, _) => path,
        }
    }
}

/// Why an answer is not used.
pub(super) enum Refusal {
    /// It was cut short on the way: the next may be whole.
    Garbled(Error),
    /// It is no JSON at all: something else may have answered this once.
    Foreign(Error),
    /// It is whole and wrong: so will the next be.
    Wrong(Error),
}

/// A try that failed, and may pass the next time.
struct Failure {
    why: Error,
    /// How long the service asks to wait.
    asked: Option<Duration>,
    /// Whether the service has had too many calls.
    hurried: bool,
    /// How often the call is worth making.
    tries: u32,
}

impl Failure {
    /// What something else than a service has answered.
    fn foreign(why: Error) -> Self {
        Self { tries: FEW_TRIES, ..Self::from(why) }
    }
}

impl From<Error> for Failure {
    fn from(why: Error) -> Self {
        Self { why, asked: None, hurried: false, tries: TRIES }
    }
}

impl Client {
    /// A client of the service at an address, before its limits are known.
    pub(super) fn new(base: &str, first_pause: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Followed here, since a question must not lose its body on the way.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(CALL))
            .user_agent(concat!("faktabank/", env!("CARGO_PKG_VERSION")))
            .build();
        // One call a second until `/config` says what is allowed.
        let pace = Pace::new(1, Duration::ZERO);
        Self { agent: config.into(), base: base.trim_end_matches('/').to_owned(), pace, first_pause, calls: 0 }
    }

    /// Keeps to this pace from now on; calls made before count.
    pub(super) fn keep_to(&mut self, mut pace: Pace) {
        for _ in 0..self.calls {
            pace.ended(Instant::now());
        }
        self.pace = pace;
    }

    /// The least time that so many calls take.
    pub(super) fn least(&self, calls: usize) -> Duration {
        self.pace.least(calls)
    }

    /// Calls made, those that failed included.
    pub(super) fn calls(&self) -> usize {
        self.calls
    }

    /// Makes a call until its answer is read.
    ///
    /// # Errors
    ///
    /// If the answer is wrong, the service refuses the call, or the call has
    /// failed too often.
    pub(super) fn call<T>(&mut self, request: Request<'_>, read: impl Fn(&[u8]) -> Result<T, Refusal>) -> Result<T> {
        let mut tries = 0;
        loop {
            tries += 1;
            let address = format!("{}{}", self.base, request.path());
            let place = || format!("calling {address}");
            let failure = match self.answer(request, &address).with_context(place)? {
                Ok(answer) => match read(moved::without_mark(&answer)) {
                    Ok(found) => return Ok(found),
                    Err(Refusal::Wrong(error)) => return Err(error).with_context(place),
                    Err(Refusal::Garbled(error)) => error.into(),
                    Err(Refusal::Foreign(error)) => Failure::foreign(error),
                },
                Err(failure) => failure,
            };
            if tries >= failure.tries {
                let then = if failure.tries == TRIES { RESUME } else { LOOK };
                return Err(failure.why).with_context(|| format!("{} failed {tries} times", place())).context(then);
            }
            self.rest(tries, &failure)?;
        }
    }

    /// One try, wherever it is sent on to: an answer, what may pass the next time,
    /// or what will not.
    fn answer(&mut self, request: Request<'_>, address: &str) -> Result<Result<Vec<u8>, Failure>> {
        let mut address = address.to_owned();
        for _ in 0..=moved::MOST {
            match self.ask(request, &address) {
                Ok((StatusCode::OK, _, body)) => return Ok(Ok(body)),
                Ok((status, headers, body)) => match moved::elsewhere(status, &headers, &address)? {
                    Some(place) => {
                        if let Some(base) = place.base(request.path()) {
                            eprintln!("the service has moved to {base}: give that as --base-url from now on");
                            self.base = base;
                        }
                        address = place.address;
                    }
                    None => return refused(status, &headers, &body).map(Err),
                },
                Err(error) if may_pass(&error) => return Ok(Err(Error::from(error).into())),
                Err(error) => return Err(error.into()),
            }
        }
        bail!("the service sends calls on and on, at last to {address}")
    }

    /// One call, at the agency's pace.
    fn ask(&mut self, request: Request<'_>, address: &str) -> Result<(StatusCode, HeaderMap, Vec<u8>), ureq::Error> {
        sleep(self.pace.wait(Instant::now()));
        let sent = match request {
            Request::Get(_) => self.agent.get(address).header("Accept", "application/json").call(),
            Request::Post(_, text) => {
                self.agent.post(address).header("Content-Type", "application/json").send(text.as_bytes())
            }
        };
        let read = sent.and_then(|mut response| {
            let body = response.body_mut().with_config().limit(MOST_BYTES).read_to_vec()?;
            Ok((response.status(), response.headers().clone(), body))
        });
        self.calls += 1;
        self.pace.ended(Instant::now());
        read
    }

    fn rest(&self, tries: u32, failure: &Failure) -> Result<()> {
        let chance = RandomState::new().hash_one(tries) as f64 / u64::MAX as f64;
        let mut rest = pause(tries, self.first_pause, failure.asked, chance);
        if failure.hurried && failure.asked.is_none() {
            rest = rest.max(self.pace.window());
        }
        let seconds = rest.as_secs_f64();
        if rest > PATIENCE {
            bail!("{:#}; the service asks to wait for {seconds:.0} s. {RESUME}", failure.why);
        }
        eprintln!("{:#}; trying again in {seconds:.1} s", failure.why);
        sleep(rest);
        Ok(())
    }
}

/// What helps when the service does not.
const RESUME: &str = "the service is not to be had now; run the same command later, and what has been fetched is kept";

/// What helps when something else answers.
const LOOK: &str = "something else answers in the service's place: look at the address (--base-url), or run the same \
                    command later; what has been fetched is kept";

/// A status other than 200: what may pass the next time, or what will not.
fn refused(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Failure> {
    let why = anyhow!("the service says {}", problem(status, body));
    let hurried = status == StatusCode::TOO_MANY_REQUESTS;
    if status == StatusCode::NOT_FOUND && is_page(body) {
        return Ok(Failure::foreign(why));
    }
    if !(hurried || status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT) {
        return Err(why);
    }
    let header = headers.get("Retry-After").and_then(|header| header.to_str().ok());
    let asked = header.and_then(|header| retry_after(header, SystemTime::now()));
    Ok(Failure { asked, hurried, ..Failure::from(why) })
}

/// Whether a body is a page for people, which no service sends.
fn is_page(body: &[u8]) -> bool {
    moved::without_mark(body).trim_ascii_start().starts_with(b"<")
}

/// Whether an answer is JSON, and if not, whose fault that is.
///
/// # Errors
///
/// [`Refusal::Garbled`] if it ends too soon, [`Refusal::Foreign`] if it never was any.
pub(super) fn check_json(answer: &[u8]) -> Result<(), Refusal> {
    let read: Result<IgnoredAny, _> = serde_json::from_slice(answer);
    read.map(drop).map_err(|error| match error {
        _ if is_page(answer) => Refusal::Foreign(anyhow!("a page came instead of an answer")),
        error if error.is_eof() => Refusal::Garbled(Error::from(error).context("the answer was cut short")),
        error => Refusal::Foreign(Error::from(error).context("the service's answer is no JSON")),
    })
}

/// A status with what `application/problem+json` says of it.
fn problem(status: StatusCode, body: &[u8]) -> String {
    if is_page(body) {
        return format!("{status}, in a page and not as a service");
    }
    let problem: Value = serde_json::from_slice(body).unwrap_or_default();
    let words = ["title", "detail"].iter().filter_map(|key| problem.get(key)?.as_str());
    [&status.to_string()].into_iter().map(String::as_str).chain(words).collect::<Vec<_>>().join(": ")
}

/// Whether a fault on the way may be gone the next time.
fn may_pass(error: &ureq::Error) -> bool {
    use ureq::Error::{ConnectionFailed, Decompress, HostNotFound, Io, Protocol, Timeout};
    matches!(error, ConnectionFailed | Decompress(..) | HostNotFound | Io(_) | Protocol(_) | Timeout(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;

    /// Answers each call with the next of these texts, as they stand.
    fn serve(answers: Vec<String>) -> (String, thread::JoinHandle<usize>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let served = thread::spawn(move || {
            let mut served = 0;
            for answer in answers {
                let (mut stream, _) = listener.accept().unwrap();
                let mut request = [0; 4096];
                assert!(stream.read(&mut request).unwrap() > 0);
                stream.write_all(answer.as_bytes()).unwrap();
                served += 1;
            }
            served
        });
        (address, served)
    }

    fn says(status: &str, headers: &str, body: &str) -> String {
        format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
    }

    fn read(answer: &[u8]) -> Result<Value, Refusal> {
        serde_json::from_slice(answer).map_err(|error| Refusal::Garbled(error.into()))
    }

    #[track_caller]
    fn check(answers: &[String], calls: usize) -> Result<Value> {
        let (address, served) = serve(answers.to_vec());
        let mut client = Client::new(&address, Duration::from_millis(1));
        let result = client.call(Request::Get("/config"), read);
        assert_eq!((served.join().unwrap(), client.calls()), (calls, calls));
        result
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        let whole = says("200 OK", "", "[1]");
        let cut = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n[1".to_owned();
        let answers = [
            says("429 Too Many Requests", "Retry-After: 0\r\n", "{}"),
            says("503 Service Unavailable", "", "busy"),
            cut,
            says("200 OK", "", "[1"),
            whole,
        ];
        assert_eq!(check(&answers, 5).unwrap(), serde_json::json!([1]));
    }

    #[test]
    fn what_will_not_pass_is_said_at_once() {
        let problem = r#"{"title":"Bad Request","status":400,"detail":"no such value"}"#;
        let error = format!("{:#}", check(&[says("400 Bad Request", "", problem)], 1).unwrap_err());
        assert!(error.contains("400 Bad Request: Bad Request: no such value"), "{error}");
    }

    #[test]
    fn no_call_is_made_for_ever() {
        let answers = vec![says("500 Internal Server Error", "", ""); TRIES as usize];
        let error = format!("{:#}", check(&answers, TRIES as usize).unwrap_err());
        assert!(error.contains("failed 7 times") && error.contains("run the same command later"), "{error}");
    }

    #[test]
    fn a_wait_of_hours_is_left_to_the_steward() {
        let answer = says("429 Too Many Requests", "Retry-After: 7200\r\n", "{}");
        let error = format!("{:#}", check(&[answer], 1).unwrap_err());
        assert!(error.contains("asks to wait for 7200 s"), "{error}");
    }
}
