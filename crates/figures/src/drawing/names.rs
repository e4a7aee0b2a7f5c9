//! Names in a drawing, each where it meets no other and none of what is drawn.

use super::mark::{Anchor, Place, Set};
use super::setting::width_of;

/// What something takes up: left, top, right and bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area(pub(super) f64, pub(super) f64, pub(super) f64, pub(super) f64);

impl Area {
    /// Around a point.
    pub(super) fn around((x, y): Place, radius: f64) -> Self {
        Self(x - radius, y - radius, x + radius, y + radius)
    }

    /// Of words on their feet at a place.
    pub(super) fn of(words: &str, (x, y): Place, size: u32, anchor: Anchor) -> Self {
        let width = width_of(words, size);
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Self(left, y - f64::from(size), left + width, y + 4.0)
    }

    /// Whether two take up some of the same room.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }

    fn lies_in(&self, around: &Self) -> bool {
        self.0 > around.0 && self.2 < around.2 && self.1 > around.1 && self.3 < around.3
    }
}

/// The room there is for names, and what of it is taken.
pub(super) struct Names {
    room: Area,
    taken: Vec<Area>,
}

impl Names {
    /// None yet, in this room.
    pub(super) fn within(room: Area) -> Self {
        Self { room, taken: Vec::new() }
    }

    /// Nothing else may lie there.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// Where a name finds room around its point: to the right, to the left,
    /// over it or under it. One that must be there takes the first place that
    /// lies within the room.
    pub(super) fn place(
        &mut self,
        name: &str,
        (x, y): Place,
        radius: f64,
        size: u32,
        must: bool,
    ) -> Option<(Place, Set)> {
        let (away, half) = (radius + 5.0, f64::from(size) / 3.0);
        let around = [
            ((x + away, y + half), Set::START),
            ((x - away, y + half), Set::END),
            ((x, y - away), Set::CENTRE),
            ((x, y + away + 2.0 * half), Set::CENTRE),
        ];
        let taken = |at: &(Place, Set)| Area::of(name, at.0, size, at.1.anchor);
        let inside = |at: &&(Place, Set)| taken(at).lies_in(&self.room);
        let free = |at: &&(Place, Set)| inside(at) && !self.taken.iter().any(|other| taken(at).meets(other));
        let found = around.iter().find(free).or_else(|| around.iter().find(|at| must && inside(at))).copied();
        self.taken.extend(found.as_ref().map(taken));
        found
    }
}
