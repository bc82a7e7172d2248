//! Figures as this screen writes them: points with two decimals, shares with one, what is not known as a dash.

use cchc_core::indicator::{Aggregation, figure};
use cchc_core::text::{number_vi, percent_vi};

use crate::strings::common;

/// Điểm: "83,00"; more decimals where two would tell something else: "0,125".
pub(super) fn points(points: f64) -> String {
    let two = number_vi(points, 2);
    let exact = figure(points);
    let decimals = exact.split_once(',').map_or(0, |(_, decimals)| decimals.len());
    // What a rule gives has as many decimals as one likes, a published value six: beyond four nobody looks. Three that are
    // exact say something.
    let is_exact = (points * 1000.0 - (points * 1000.0).round()).abs() < 1e-6;
    if decimals == 3 && is_exact { exact } else { two }
}

/// The same, or a dash.
pub(super) fn points_or_dash(known: Option<f64>) -> String {
    known.map_or_else(|| common::NONE.to_owned(), points)
}

/// A total or a target of a set: a percentage where the set measures shares.
pub(super) fn total(aggregation: Aggregation, value: f64) -> String {
    match aggregation {
        Aggregation::Separate => percent_vi(value),
        _ => points(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_have_two_decimals_unless_a_third_is_all_there_is() {
        for (value, written) in [
            (83.0, "83,00"),
            (0.125, "0,125"),
            (45.003_624, "45,00"),
            (1.0 / 3.0, "0,33"),
            (4.0 * 362.0 / 371.0, "3,90"),
        ] {
            assert_eq!(points(value), written);
        }
        assert_eq!(points_or_dash(None), "–");
    }
}
