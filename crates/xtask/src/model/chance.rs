//! A key to a stream of numbers that look random and are always the same, on
//! every machine: whole numbers mixed by SplitMix64 (Steele, Lea and Flood,
//! 2014), and from them, by additions alone, bell-shaped ones.

/// A stream of numbers.
pub(super) struct Chance(u64);

/// The one seed of the model. Another one would give another, equally good, table.
const SEED: u64 = 0x4641_4b54_4142_414e;

impl Chance {
    /// The stream for one purpose, area and benefit.
    pub(super) fn of(purpose: &str, area: usize, benefit: usize) -> Self {
        let mut chance = Self(SEED);
        for byte in purpose.bytes() {
            chance.0 = chance.next() ^ u64::from(byte);
        }
        chance.0 = chance.next() ^ (area as u64);
        chance.0 = chance.next() ^ (benefit as u64);
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Evenly between 0 and 1.
    fn even(&mut self) -> f64 {
        // 53 bits: as many as a number of this kind holds exactly.
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Bell-shaped, of mean 0 and standard deviation 1, never beyond ±6: the
    /// sum of twelve even numbers. Exact, as a logarithm would not be.
    pub(super) fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.even()).sum::<f64>() - 6.0
    }

    /// A series about 0 of standard deviation 1 in which each number is
    /// `memory` times the one before, and something new.
    pub(super) fn series(&mut self, length: usize, memory: f64) -> Vec<f64> {
        let new = (1.0 - memory * memory).sqrt();
        let mut last = self.bell();
        let mut series = Vec::with_capacity(length);
        for _ in 0..length {
            series.push(last);
            last = memory * last + new * self.bell();
        }
        series
    }
}

/// A factor about 1 for a deviation about 0, above 0 however large the deviation.
pub(super) fn factor(deviation: f64) -> f64 {
    if deviation < 0.0 { 1.0 / (1.0 - deviation) } else { 1.0 + deviation }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_always_the_same_and_differs_by_key() {
        let first = |purpose, area, benefit| Chance::of(purpose, area, benefit).next();
        assert_eq!(first("noise", 1, 2), first("noise", 1, 2));
        assert_ne!(first("noise", 1, 2), first("noise", 2, 1));
        assert_ne!(first("noise", 1, 2), first("level", 1, 2));
    }

    #[test]
    fn a_series_has_its_mean_spread_and_memory() {
        let series = Chance::of("test", 0, 0).series(40_000, 0.8);
        let size = series.len() as f64;
        let mean = series.iter().sum::<f64>() / size;
        let spread = series.iter().map(|value| value * value).sum::<f64>() / size;
        let memory = series.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / size;
        assert!(mean.abs() < 0.05, "{mean}");
        assert!((spread - 1.0).abs() < 0.05, "{spread}");
        assert!((memory - 0.8).abs() < 0.05, "{memory}");
    }

    #[test]
    fn factors_stay_above_zero() {
        for (deviation, expected) in [(0.0, 1.0), (1.0, 2.0), (-1.0, 0.5), (-9.0, 0.1)] {
            assert!((factor(deviation) - expected).abs() < 1e-12, "{deviation}");
        }
    }
}
