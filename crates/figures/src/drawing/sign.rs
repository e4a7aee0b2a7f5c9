//! The signs of points to their shapes: a diamond at the foot where a number was
//! not reported, a triangle upwards where it is too low, a ring where it is of
//! some of its areas.

use super::mark::{Place, Shape};
use super::path;
use crate::figure::{Form, Point, sign};

/// Half the size of a sign.
const HALF: f64 = 4.5;

/// The form of the sign of a point, if it has one.
pub(super) fn form(point: &Point) -> Option<Form> {
    sign(point).map(|sign| sign.form)
}

/// The shape of a sign around a place, and whether it is filled.
pub(super) fn shape(form: Form, (x, y): Place) -> (Shape<'static>, bool) {
    let through = |places: &[Place]| {
        let mut path = String::new();
        path::through(&mut path, places.iter().map(|(right, down)| (x + right * HALF, y + down * HALF)));
        path.push('Z');
        Shape::Path(path.into())
    };
    match form {
        Form::Diamond => (through(&[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)]), true),
        Form::Triangle => (through(&[(0.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]), true),
        Form::Ring => (Shape::Circle((x, y), HALF - 1.0), false),
    }
}
