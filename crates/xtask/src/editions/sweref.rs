//! Longitude and latitude to SWEREF 99 TM (EPSG:3006), the plane of Swedish maps.
//!
//! Krüger's formulas as Lantmäteriet gives them in "Gauss Conformal Projection
//! (Transverse Mercator), Krüger's Formulas"; exact to less than a millimetre
//! over Sweden.

/// A transverse Mercator projection of the GRS 80 ellipsoid.
struct Projection {
    /// Central meridian, in degrees.
    meridian: f64,
    /// Scale along it.
    scale: f64,
    false_northing: f64,
    false_easting: f64,
}

/// SWEREF 99 TM.
const TM: Projection = Projection { meridian: 15.0, scale: 0.9996, false_northing: 0.0, false_easting: 500_000.0 };

/// Semi-major axis of GRS 80, in metres, and its flattening.
const AXIS: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_222_101;

/// Easting and northing, in metres, of a longitude and latitude in degrees.
pub(super) fn project(longitude: f64, latitude: f64) -> (f64, f64) {
    TM.project(longitude, latitude)
}

impl Projection {
    fn project(&self, longitude: f64, latitude: f64) -> (f64, f64) {
        let e2 = FLATTENING * (2.0 - FLATTENING);
        let n = FLATTENING / (2.0 - FLATTENING);
        let radius = AXIS / (1.0 + n) * (1.0 + n.powi(2) / 4.0 + n.powi(4) / 64.0);
        // The latitude of the sphere that keeps angles.
        let series = [
            e2,
            (5.0 * e2.powi(2) - e2.powi(3)) / 6.0,
            (104.0 * e2.powi(3) - 45.0 * e2.powi(4)) / 120.0,
            1237.0 * e2.powi(4) / 1260.0,
        ];
        let (sin, cos) = latitude.to_radians().sin_cos();
        let correction: f64 = (0..).zip(series).map(|(power, factor)| factor * sin.powi(2 * power)).sum();
        let conformal = latitude.to_radians() - sin * cos * correction;
        let east = (longitude - self.meridian).to_radians();
        let xi = (conformal.tan() / east.cos()).atan();
        let eta = (conformal.cos() * east.sin()).atanh();
        let series = [
            n / 2.0 - 2.0 * n.powi(2) / 3.0 + 5.0 * n.powi(3) / 16.0 + 41.0 * n.powi(4) / 180.0,
            13.0 * n.powi(2) / 48.0 - 3.0 * n.powi(3) / 5.0 + 557.0 * n.powi(4) / 1440.0,
            61.0 * n.powi(3) / 240.0 - 103.0 * n.powi(4) / 140.0,
            49561.0 * n.powi(4) / 161_280.0,
        ];
        let (mut northing, mut easting) = (xi, eta);
        for (step, factor) in [2.0, 4.0, 6.0, 8.0].into_iter().zip(series) {
            northing += factor * (step * xi).sin() * (step * eta).cosh();
            easting += factor * (step * xi).cos() * (step * eta).sinh();
        }
        let length = self.scale * radius;
        (length * easting + self.false_easting, length * northing + self.false_northing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(projection: &Projection, place: (f64, f64), expected: (f64, f64)) {
        let found = projection.project(place.0, place.1);
        let error = (found.0 - expected.0).hypot(found.1 - expected.1);
        assert!(error < 0.001, "{place:?} is at {found:?}, {error} m from {expected:?}");
    }

    #[test]
    fn lantmateriets_example() {
        // The worked example of the paper, with its own meridian and offsets.
        let example = Projection {
            meridian: 13.0 + 35.0 / 60.0 + 7.692 / 3600.0,
            scale: 1.000_002_54,
            false_northing: -6_226_307.864,
            false_easting: 84_182.879,
        };
        check(&example, (24.0, 66.0), (555_304.016_555, 1_135_809.413_803));
    }

    #[test]
    fn places_from_skane_to_treriksroset() {
        // By PROJ 9 (EPSG:4619 to EPSG:3006).
        for (place, expected) in [
            ((13.0, 55.6), (373_988.372, 6_163_377.116)),
            ((15.63, 60.607), (534_493.874, 6_719_179.746)),
            ((24.15, 65.835), (916_783.853, 7_331_968.735)),
            ((20.55, 69.06), (721_104.928, 7_671_063.759)),
            ((11.17, 58.94), (279_651.748, 6_539_683.438)),
            ((15.0, 62.0), (500_000.0, 6_874_180.148)),
        ] {
            check(&TM, place, expected);
        }
    }
}
