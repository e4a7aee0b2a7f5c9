//! Which areas are most like one: near in size and near in level.

/// What an area is like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// How many live there.
    pub size: f64,
    /// A share, in per cent.
    pub level: f64,
}

/// So many percentage points are as far apart as twice or half the size.
pub const POINTS_PER_DOUBLING: f64 = 2.0;

impl Likeness {
    /// How far two areas are from each other: doublings of size, and levels
    /// in [`POINTS_PER_DOUBLING`], added up.
    fn distance(self, other: Self) -> f64 {
        (self.size / other.size).log2().abs() + (self.level - other.level).abs() / POINTS_PER_DOUBLING
    }
}

/// The positions of the areas most like `own`, the most alike first, at most
/// so many; those without a size are like nobody.
pub fn alike(own: Likeness, others: &[Likeness], most: usize) -> Vec<usize> {
    let far = |at: usize| own.distance(others[at]);
    let mut order: Vec<usize> = Vec::with_capacity(others.len());
    for at in (0..others.len()).filter(|&at| others[at].size > 0.0) {
        order.insert(order.partition_point(|&other| far(other) <= far(at)), at);
    }
    order.truncate(most);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn size_counts_in_doublings_and_level_in_points() {
        let of = |size, level| Likeness { size, level };
        let own = of(1000.0, 10.0);
        // Twice as large; half as large and level; two points apart; nobody there.
        let others = [of(2000.0, 10.5), of(500.0, 10.0), of(1000.0, 12.2), of(1100.0, 10.1), of(0.0, 10.0)];
        assert_eq!(alike(own, &others, 9), [3, 1, 2, 0]);
        assert_eq!(alike(own, &others, 1), [3]);
        assert_eq!(alike(own, &[], 3), [0; 0]);
    }
}
