//! When the next call may be made: the agency's window, and pauses before a
//! call is tried again. Knows no network and reads no clock.

use std::collections::VecDeque;
use std::time::{Duration, Instant, SystemTime};

/// Added to the agency's window: two clocks do not run alike.
const MARGIN: Duration = Duration::from_millis(50);

/// No pause before a retry is longer, unless the agency asks for it.
const LONGEST: Duration = Duration::from_secs(60);

/// A sliding window: no more than so many calls in so much time.
#[derive(Debug)]
pub(super) struct Pace {
    calls: usize,
    window: Duration,
    /// When the newest calls ended, oldest first. A call reached the agency
    /// before it ended, so that counting from there keeps the window whatever
    /// the way took.
    ended: VecDeque<Instant>,
}

impl Pace {
    /// A pace of `calls` in each `window`.
    pub(super) fn new(calls: usize, window: Duration) -> Self {
        Self { calls: calls.max(1), window, ended: VecDeque::new() }
    }

    /// How long to wait before the next call.
    pub(super) fn wait(&self, now: Instant) -> Duration {
        let Some(oldest) = self.ended.len().checked_sub(self.calls).and_then(|at| self.ended.get(at)) else {
            return Duration::ZERO;
        };
        (*oldest + self.window + MARGIN).saturating_duration_since(now)
    }

    /// A call has ended, well or not.
    pub(super) fn ended(&mut self, now: Instant) {
        if self.ended.len() == self.calls {
            self.ended.pop_front();
        }
        self.ended.push_back(now);
    }

    /// The least time that so many calls take.
    pub(super) fn least(&self, calls: usize) -> Duration {
        let windows = calls.saturating_sub(1) / self.calls;
        (self.window + MARGIN) * u32::try_from(windows).unwrap_or(u32::MAX)
    }

    /// The window itself.
    pub(super) fn window(&self) -> Duration {
        self.window
    }
}

/// The pause before the next try, after `tries` that failed: what the agency
/// asks for, or twice as long each time with as much as half of it by chance,
/// so that several clients do not come back at once. `chance` is 0 to 1.
pub(super) fn pause(tries: u32, first: Duration, asked: Option<Duration>, chance: f64) -> Duration {
    asked.unwrap_or_else(|| {
        let doubled = first.saturating_mul(1 << tries.saturating_sub(1).min(16));
        doubled.mul_f64(1.0 + chance.clamp(0.0, 1.0) / 2.0).min(LONGEST)
    })
}

/// What `Retry-After` asks for: seconds, or a date by `now`.
pub(super) fn retry_after(header: &str, now: SystemTime) -> Option<Duration> {
    let header = header.trim();
    if let Ok(seconds) = header.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(header).ok()?;
    // Dates are whole seconds: half of one may be left.
    Some(until.duration_since(now).unwrap_or_default() + Duration::from_secs(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_is_kept() {
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut pace = Pace::new(3, Duration::from_secs(1));
        for millis in [0, 100, 200] {
            assert_eq!(pace.wait(at(millis)), Duration::ZERO);
            pace.ended(at(millis));
        }
        assert_eq!(pace.wait(at(300)), Duration::from_millis(750));
        assert_eq!(pace.wait(at(2000)), Duration::ZERO);
        pace.ended(at(1050));
        assert_eq!(pace.wait(at(1060)), Duration::from_millis(90));
        assert_eq!(pace.least(3), Duration::ZERO);
        assert_eq!(pace.least(16), Duration::from_millis(5 * 1050));
    }

    #[test]
    fn pauses_double_and_end() {
        let first = Duration::from_secs(1);
        let seconds = |tries, chance| pause(tries, first, None, chance).as_secs_f64();
        assert_eq!([seconds(1, 0.0), seconds(2, 0.0), seconds(3, 0.0)], [1.0, 2.0, 4.0]);
        assert_eq!(seconds(2, 1.0), 3.0);
        assert_eq!(seconds(30, 1.0), LONGEST.as_secs_f64());
        let asked = Duration::from_secs(90);
        assert_eq!(pause(1, first, Some(asked), 1.0), asked);
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let now = httpdate::parse_http_date("Fri, 06 Mar 2026 09:00:00 GMT").unwrap();
        let seconds = |header| retry_after(header, now).map(|pause| pause.as_secs());
        assert_eq!(seconds("7"), Some(7));
        assert_eq!(seconds("Fri, 06 Mar 2026 09:00:30 GMT"), Some(31));
        assert_eq!(seconds("Fri, 06 Mar 2026 08:00:00 GMT"), Some(1));
        assert_eq!(seconds("soon"), None);
    }
}
