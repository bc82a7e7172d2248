//! Biểu đồ: figures to be compared by eye, each of them written beside what is drawn.
//!
//! A [`Chart`] holds how its figures are written and where they stand on the scale. HTML draws it as SVG, Word as shaded
//! cells, plain text keeps the words alone: all three say the same.

mod labels;
mod line;

use serde::{Deserialize, Serialize};

pub use line::{Drawing, Point};

/// The scale of a chart, in thousandths of its length.
const SCALE: f64 = 1000.0;
/// How far a mark that is no bar reaches to both sides, in thousandths.
const MARK: u16 = 9;

/// Biểu đồ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chart {
    /// Tên biểu đồ, above it.
    pub caption: String,
    /// Chú giải: the unit, and what is drawn beside the figures (`Điểm; nét đứt: mục tiêu 86,00`).
    pub key: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// From left to right, or from top to bottom.
    pub points: Vec<ChartPoint>,
}

/// How a chart is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ChartKind {
    /// Đường qua các kỳ. It tells changes, not sizes: its scale need not begin at 0.
    Line,
    /// Thanh ngang, from 0 along one scale.
    Bars,
}

/// Một số liệu của biểu đồ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChartPoint {
    /// What it is of: a period, a field.
    pub name: String,
    /// As it is written; a dash where it is not known.
    pub figure: String,
    /// Its place, in thousandths of the scale; none where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u16>,
    /// The place of what is to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<u16>,
}

/// A figure that has no place on a scale yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// What it is of.
    pub name: String,
    /// As it is written.
    pub figure: String,
    /// The value; none where it is not known.
    pub value: Option<f64>,
    /// What is to be reached.
    pub goal: Option<f64>,
}

impl Chart {
    /// A line from the lowest to the highest of values and goals.
    pub fn line(caption: impl Into<String>, key: impl Into<String>, points: Vec<Measured>) -> Self {
        let known = || points.iter().flat_map(|point| [point.value, point.goal]).flatten();
        let low = known().fold(f64::INFINITY, f64::min);
        let high = known().fold(f64::NEG_INFINITY, f64::max);
        // What does not move stands in the middle.
        let (low, high) = if high - low > 1e-9 { (low, high) } else { (low - 1.0, high + 1.0) };
        Self::of(ChartKind::Line, caption.into(), key.into(), points, low, high)
    }

    /// Bars from 0 to the most that a value can be.
    pub fn bars(
        caption: impl Into<String>,
        key: impl Into<String>,
        most: f64,
        points: Vec<Measured>,
    ) -> Self {
        Self::of(ChartKind::Bars, caption.into(), key.into(), points, 0.0, most)
    }

    fn of(kind: ChartKind, caption: String, key: String, points: Vec<Measured>, low: f64, high: f64) -> Self {
        let place = |value: f64| ((value - low) / (high - low) * SCALE).round().clamp(0.0, SCALE) as u16;
        let points = points.into_iter().map(|point| ChartPoint {
            name: point.name,
            figure: point.figure,
            at: point.value.map(place),
            goal: point.goal.map(place),
        });
        Self { caption, key, kind, points: points.collect() }
    }

    /// The line, drawn; none of bars, and none where a name or a figure has no room: then every point has a row of its
    /// own, so that nothing is left unsaid.
    pub fn drawing(&self) -> Option<Drawing> {
        if self.kind != ChartKind::Line || self.points.len() < 2 {
            return None;
        }
        let place = |at: Option<u16>| at.map(f64::from);
        let points = self.points.iter().map(|point| Point {
            name: &point.name,
            text: &point.figure,
            value: place(point.at),
            goal: place(point.goal),
        });
        let drawing = Drawing::of(&points.collect::<Vec<_>>(), None, Drawing::PAPER);
        drawing.is_whole().then_some(drawing)
    }

    /// What is drawn, as a sentence: for who does not see it.
    pub fn sentence(&self) -> String {
        let said = self.points.iter().map(|point| format!("{} {}", point.name, point.figure));
        let said = said.collect::<Vec<_>>().join("; ");
        if self.key.is_empty() {
            format!("{}: {said}", self.caption)
        } else {
            format!("{}: {said}. {}", self.caption, self.key)
        }
    }

    /// Which stretch of a point's row is filled, in thousandths: a bar from 0, or the place itself.
    pub fn filled(&self, point: &ChartPoint) -> Option<(u16, u16)> {
        let at = point.at?.min(SCALE as u16);
        Some(match self.kind {
            ChartKind::Bars => (0, at),
            ChartKind::Line => {
                let middle = at.clamp(MARK, SCALE as u16 - MARK);
                (middle - MARK, middle + MARK)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(name: &str, value: Option<f64>) -> Measured {
        let figure = value.map_or_else(|| "–".to_owned(), |value| format!("{value:.2}"));
        Measured { name: name.to_owned(), figure, value, goal: Some(86.0) }
    }

    #[test]
    fn a_line_reaches_from_the_lowest_to_the_highest() {
        let values = [Some(82.0), None, Some(84.0)];
        let names = ["8/2026", "9/2026", "10/2026"];
        let points = names.iter().zip(values).map(|(name, value)| measured(name, value)).collect();
        let chart = Chart::line("Bộ chỉ số 766", "Điểm; nét đứt: mục tiêu 86,00", points);
        let places: Vec<_> = chart.points.iter().map(|point| (point.at, point.goal)).collect();
        assert_eq!(places, [(Some(0), Some(1000)), (None, Some(1000)), (Some(500), Some(1000))]);
        assert!(chart.drawing().is_some());
        assert_eq!(
            chart.sentence(),
            "Bộ chỉ số 766: 8/2026 82.00; 9/2026 –; 10/2026 84.00. Điểm; nét đứt: mục tiêu 86,00"
        );
        let flat = Chart::line("A", "", vec![Measured { goal: None, ..measured("2024", Some(5.0)) }]);
        assert_eq!((flat.points[0].at, flat.drawing()), (Some(500), None));
    }

    #[test]
    fn what_has_no_room_on_a_line_stands_in_rows() {
        let points = (0..30).map(|year| measured(&format!("năm {year}"), Some(f64::from(year)))).collect();
        let chart = Chart::line("A", "", points);
        assert_eq!(chart.drawing(), None);
        assert_eq!(chart.filled(&chart.points[0]), Some((0, 18)));
    }

    #[test]
    fn bars_begin_at_nothing() {
        let chart = Chart::bars("A", "", 100.0, vec![measured("1", Some(86.9)), measured("2", Some(120.0))]);
        let filled: Vec<_> = chart.points.iter().map(|point| chart.filled(point)).collect();
        assert_eq!(filled, [Some((0, 869)), Some((0, 1000))]);
        assert_eq!(chart.drawing(), None);
    }
}
