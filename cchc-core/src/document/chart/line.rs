//! A line over years or periods, with the mark to reach. What is missing is a gap, never a zero.

use std::fmt::Write;

use super::labels::{Text, figures, names};

const LEFT: f64 = 24.0;
/// How far the first and the last point stand from the ends of the axis.
const INSET: f64 = 18.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 108.0;
const AXIS: f64 = 136.0;
/// The base line of the names below the axis, and of a dash where no value is known.
const NAMES: f64 = 152.0;
const UNKNOWN: f64 = AXIS - 6.0;

/// A point of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point<'a> {
    /// The year or period.
    pub name: &'a str,
    /// The value as it is written.
    pub text: &'a str,
    /// The value; none where none is known.
    pub value: Option<f64>,
    /// What is to be reached.
    pub goal: Option<f64>,
}

/// Where everything of a line stands, in units of the drawing, whose texts are 12 units high.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// How wide it is.
    pub width: f64,
    /// The axis, as a path.
    pub axis: String,
    /// The line through the values, as a path, broken at every gap.
    pub trend: String,
    /// What is to be reached, as a path; empty where nothing is.
    pub goal: String,
    /// The place of the words of the goal, where there are any.
    pub goal_text: Option<(f64, f64)>,
    /// Point by point.
    pub marks: Vec<Mark>,
}

/// What is drawn of a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// From the left.
    pub x: f64,
    /// The height of the dot, from the top; none where no value is known.
    pub dot: Option<f64>,
    /// The base line of the figure; none where it has no room.
    pub figure: Option<f64>,
    /// The base line of the name; none where it has no room.
    pub name: Option<f64>,
    /// Whether it is the last one known.
    pub is_last: bool,
}

impl Drawing {
    /// How wide a drawing is on the screen, beside other things.
    pub const ASIDE: f64 = 336.0;
    /// How wide a drawing is on paper.
    pub const PAPER: f64 = 480.0;
    /// How high every drawing is.
    pub const HEIGHT: f64 = 158.0;

    /// Draws points that stand equally far from each other, oldest first; the words of the goal over its beginning.
    pub fn of(points: &[Point<'_>], goal_text: Option<&str>, width: f64) -> Self {
        let right = width - LEFT;
        let x_of = |number: usize| {
            let (from, to) = (LEFT + INSET, right - INSET);
            let of = points.len();
            if of < 2 {
                f64::midpoint(from, to)
            } else {
                from + (to - from) * number as f64 / (of - 1) as f64
            }
        };
        let scale = Scale::of(points.iter().flat_map(|point| [point.value, point.goal]).flatten());
        let places: Vec<(f64, Option<f64>)> = points
            .iter()
            .enumerate()
            .map(|(at, point)| (x_of(at), point.value.map(|v| scale.y(v))))
            .collect();
        let goals: Vec<(f64, Option<f64>)> =
            points.iter().enumerate().map(|(at, point)| (x_of(at), point.goal.map(|v| scale.y(v)))).collect();
        let goal_text = goal_text.and_then(|text| {
            let y = goals.iter().find_map(|(_, y)| *y)? - 6.0;
            let letters = text.chars().count();
            Some(Text { x: LEFT + letters as f64 * 3.2, y, letters })
        });
        Self {
            width,
            axis: format!("M{LEFT} {AXIS}H{right}"),
            trend: trend(&places),
            goal: steps(&goals, right),
            goal_text: goal_text.map(|text| (LEFT, text.y)),
            marks: marks(points, &places, goal_text.as_slice()),
        }
    }

    /// Whether every name and every figure has room.
    pub fn is_whole(&self) -> bool {
        self.marks.iter().all(|mark| mark.figure.is_some() && mark.name.is_some())
    }
}

fn marks(points: &[Point<'_>], places: &[(f64, Option<f64>)], taken: &[Text]) -> Vec<Mark> {
    let letters = |text: &str| text.chars().count();
    let known = points
        .iter()
        .zip(places)
        .filter_map(|(point, (x, y))| y.map(|y| Text { x: *x, y, letters: letters(point.text) }));
    let mut placed = figures(&known.collect::<Vec<_>>(), taken).into_iter();
    let below: Vec<(Text, bool)> = points
        .iter()
        .zip(places)
        .map(|(point, (x, y))| (Text { x: *x, y: NAMES, letters: letters(point.name) }, y.is_some()))
        .collect();
    let last = places.iter().rposition(|(_, y)| y.is_some());
    let named = names(&below).into_iter();
    places
        .iter()
        .zip(named)
        .enumerate()
        .map(|(at, ((x, y), is_named))| Mark {
            x: *x,
            dot: *y,
            figure: if y.is_some() { placed.next().flatten() } else { is_named.then_some(UNKNOWN) },
            name: is_named.then_some(NAMES),
            is_last: Some(at) == last,
        })
        .collect()
}

/// The path through all places, broken at every gap.
fn trend(places: &[(f64, Option<f64>)]) -> String {
    let mut pen_down = false;
    let mut path = String::new();
    for (x, y) in places {
        if let Some(y) = y {
            let _ = write!(path, "{}{x:.1} {y:.1}", if pen_down { 'L' } else { 'M' });
        }
        pen_down = y.is_some();
    }
    path
}

/// A level stretch over each place, half the way to its neighbours: what is to be reached may change from year to year.
fn steps(goals: &[(f64, Option<f64>)], right: f64) -> String {
    let mut path = String::new();
    let mut before: Option<f64> = None;
    for (at, (x, y)) in goals.iter().enumerate() {
        if let Some(y) = y {
            let from = if at == 0 { LEFT } else { f64::midpoint(goals[at - 1].0, *x) };
            let to = goals.get(at + 1).map_or(right, |next| f64::midpoint(*x, next.0));
            if before.is_none_or(|before| (before - y).abs() > 1e-9) {
                let _ = write!(path, "M{from:.1} {y:.1}");
            }
            let _ = write!(path, "H{to:.1}");
        }
        before = *y;
    }
    path
}

/// From values to heights. A line tells changes, not sizes: its scale need not begin at zero.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
        // What does not move stands in the middle.
        if high - low > 1e-9 { Self { low, high } } else { Self { low: low - 1.0, high: high + 1.0 } }
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (value - self.low) / (self.high - self.low) * (BOTTOM - TOP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(name: &str, value: Option<f64>) -> Point<'_> {
        Point { name, text: if value.is_some() { "61,70" } else { "–" }, value, goal: None }
    }

    #[test]
    fn a_missing_year_is_a_gap() {
        let points = [
            point("2018", Some(61.7)),
            point("2019", None),
            point("2020", Some(62.43)),
            point("2021", Some(60.0)),
        ];
        let drawing = Drawing::of(&points, None, Drawing::ASIDE);
        assert_eq!(drawing.trend.matches('M').count(), 2);
        assert_eq!(drawing.trend.matches('L').count(), 1);
        assert_eq!((drawing.marks[1].dot, drawing.marks[1].figure), (None, Some(UNKNOWN)));
        let last = drawing.marks[3];
        assert!(last.is_last && last.figure.is_some() && last.dot.is_some_and(|y| (y - BOTTOM).abs() < 1e-9));
    }

    #[test]
    fn what_is_to_be_reached_may_change() {
        let with = |goal| Point { goal, ..point("2025", Some(70.0)) };
        let drawing =
            Drawing::of(&[with(Some(80.0)), with(Some(80.0)), with(Some(86.0))], None, Drawing::ASIDE);
        assert_eq!((drawing.goal.matches('M').count(), drawing.goal.matches('H').count()), (2, 3));
        assert_eq!(Drawing::of(&[with(None)], Some("Mục tiêu"), Drawing::ASIDE).goal_text, None);
    }

    #[test]
    fn everything_stays_inside_the_drawing() {
        for values in [vec![], vec![0.0], vec![70.0; 5], vec![f64::from(i8::MAX), -3.0]] {
            for goal in [None, Some(85.0)] {
                let points: Vec<_> =
                    values.iter().map(|value| Point { goal, ..point("x", Some(*value)) }).collect();
                for width in [Drawing::ASIDE, Drawing::PAPER] {
                    let drawing = Drawing::of(&points, Some("Mục tiêu 85,00"), width);
                    for mark in &drawing.marks {
                        assert!((LEFT..=width - LEFT).contains(&mark.x), "{mark:?}");
                        assert!(mark.dot.is_some_and(|y| (TOP..=BOTTOM).contains(&y)), "{mark:?}");
                    }
                }
            }
        }
    }
}
