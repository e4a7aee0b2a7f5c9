//! How closely two numbers of the same areas go together.

/// Pearson's correlation of pairs, from −1 to 1; `None` of fewer than
/// ten pairs, or where one of the two never differs.
pub fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    if pairs.len() < FEWEST {
        return None;
    }
    let mean = |part: fn(&(f64, f64)) -> f64| pairs.iter().map(part).sum::<f64>() / pairs.len() as f64;
    let (across, up) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut both, mut one, mut other) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        both += (x - across) * (y - up);
        one += (x - across) * (x - across);
        other += (y - up) * (y - up);
    }
    let size = (one * other).sqrt();
    (size > 0.0).then(|| both / size)
}

/// Of fewer pairs a correlation says nothing.
const FEWEST: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_straight_lines_and_of_none() {
        let line = |slope: f64| (0..12).map(|x| (f64::from(x), slope * f64::from(x) + 3.0)).collect::<Vec<_>>();
        assert!((correlation(&line(2.0)).expect("enough pairs") - 1.0).abs() < 1e-12);
        assert!((correlation(&line(-0.5)).expect("enough pairs") + 1.0).abs() < 1e-12);
        assert_eq!(correlation(&line(0.0)), None);
        assert_eq!(correlation(&line(2.0)[..9]), None);
        // The first of Anscombe's quartet, of which 0.816 is published.
        let pairs = [
            (10.0, 8.04),
            (8.0, 6.95),
            (13.0, 7.58),
            (9.0, 8.81),
            (11.0, 8.33),
            (14.0, 9.96),
            (6.0, 7.24),
            (4.0, 4.26),
            (12.0, 10.84),
            (7.0, 4.82),
            (5.0, 5.68),
        ];
        assert!((correlation(&pairs).expect("enough pairs") - 0.81642).abs() < 1e-5);
    }
}
