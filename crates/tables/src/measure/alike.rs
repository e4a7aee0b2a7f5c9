//! Which areas are most like one: near in each of some numbers.

/// How far apart two numbers are that count as one step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Twice or half as much, as of sizes.
    Doubling,
    /// So many units, as of shares.
    Units(f64),
}

impl Step {
    /// How many steps two numbers are from each other.
    fn between(self, one: f64, other: f64) -> f64 {
        match self {
            Self::Doubling => (one / other).log2().abs(),
            Self::Units(units) => (one - other).abs() / units,
        }
    }
}

/// The positions of the areas most like `own`, the most alike first, at most
/// so many: those with the fewest steps in all numbers together. An area
/// without a size is like nobody.
pub fn alike(own: &[f64], others: &[Vec<f64>], steps: &[Step], most: usize) -> Vec<usize> {
    let far = |at: usize| {
        let pairs = own.iter().zip(&others[at]).zip(steps);
        pairs.map(|((own, other), step)| step.between(*own, *other)).sum::<f64>()
    };
    let mut order: Vec<usize> = Vec::with_capacity(others.len());
    for at in (0..others.len()).filter(|&at| far(at).is_finite()) {
        order.insert(order.partition_point(|&other| far(other) <= far(at)), at);
    }
    order.truncate(most);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_count_in_doublings_and_shares_in_units() {
        let (own, steps) = ([1000.0, 10.0], [Step::Doubling, Step::Units(2.0)]);
        // Twice as large; half as large and level; two units apart; nobody there.
        let others = [[2000.0, 10.5], [500.0, 10.0], [1000.0, 12.2], [1100.0, 10.1], [0.0, 10.0]].map(Vec::from);
        assert_eq!(alike(&own, &others, &steps, 9), [3, 1, 2, 0]);
        assert_eq!(alike(&own, &others, &steps, 1), [3]);
        assert_eq!(alike(&own, &[], &steps, 3), [0; 0]);
    }
}
