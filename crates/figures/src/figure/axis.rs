//! Axes: round ticks over the values, from zero unless told otherwise.

use super::{Axis, Tick};

/// Most steps between ticks.
const STEPS: f64 = 5.0;

/// So far an axis goes: beyond, its steps could not be counted.
pub(super) const LARGEST: f64 = 1e15;

/// Where an axis may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// At zero, or below it if values are.
    Zero,
    /// At the round number below the lowest value.
    Fitted,
}

/// An axis over `values` with ticks at round numbers, written by `label`.
pub(super) fn over(values: impl Iterator<Item = f64>, start: Start, label: impl Fn(f64) -> String) -> Axis {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.map(|value| value.clamp(-LARGEST, LARGEST)) {
        (low, high) = (low.min(value), high.max(value));
    }
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    if start == Start::Zero {
        (low, high) = (low.min(0.0), high.max(0.0));
    }
    if high <= low {
        high = low + 1.0;
    }
    let step = round_step((high - low) / STEPS);
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    let ticks: Vec<Tick> = (first..=last)
        .map(|position| {
            let value = rounded(position as f64 * step);
            Tick { value, label: label(value) }
        })
        .collect();
    Axis { min: rounded(first as f64 * step), max: rounded(last as f64 * step), ticks }
}

/// The round number (1, 2, 5 or 2.5 times a power of ten) at or above `step`.
fn round_step(step: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= step {
        power *= 10.0;
    }
    while power > step {
        power /= 10.0;
    }
    let fits = |factor: &f64| step <= factor * power * (1.0 + 1e-9);
    // A quarter is round among hundreds and thousands, not among units.
    let factors = [1.0, 2.0, 2.5, 5.0].into_iter().filter(|&factor| factor != 2.5 || power >= 10.0);
    factors.into_iter().find(fits).unwrap_or(10.0) * power
}

/// Without the dust of binary fractions: 0.3, not 0.30000000000000004.
fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: &[f64], start: Start, expected: &[f64]) {
        let axis = over(values.iter().copied(), start, |value| value.to_string());
        let ticks: Vec<f64> = axis.ticks.iter().map(|tick| tick.value).collect();
        assert_eq!(ticks, expected);
        assert_eq!((axis.min, axis.max), (expected[0], expected[expected.len() - 1]));
    }

    #[test]
    fn ticks_are_round_and_cover_the_values() {
        check(&[17452.0, 24739.0], Start::Zero, &[0.0, 5000.0, 10000.0, 15000.0, 20000.0, 25000.0]);
        check(&[76.7, 87.0], Start::Fitted, &[75.0, 80.0, 85.0, 90.0]);
        check(&[1_040_398.0], Start::Zero, &[0.0, 250_000.0, 500_000.0, 750_000.0, 1_000_000.0, 1_250_000.0]);
        check(&[-5.3, 2.0], Start::Zero, &[-6.0, -4.0, -2.0, 0.0, 2.0]);
        check(&[0.1, 0.3], Start::Zero, &[0.0, 0.1, 0.2, 0.3]);
        check(&[], Start::Zero, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        check(&[3.0, 3.0], Start::Fitted, &[3.0, 3.2, 3.4, 3.6, 3.8, 4.0]);
    }

    #[test]
    fn the_largest_numbers_have_an_axis() {
        for values in [[f64::MAX, -f64::MAX], [f64::MAX, f64::MAX], [1e300, 0.0]] {
            for start in [Start::Zero, Start::Fitted] {
                let axis = over(values.iter().copied(), start, |value| value.to_string());
                assert!(axis.min.is_finite() && axis.max.is_finite() && axis.min < axis.max, "{values:?}");
                assert!(axis.ticks.len() < 20, "{values:?}");
            }
        }
    }
}
