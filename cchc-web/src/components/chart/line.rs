//! A line over years or periods, with the mark to reach. What is missing is a gap, never a zero.

use std::rc::Rc;

use yew::prelude::*;

use super::at;
use super::labels::{Text, figures, names};

const LEFT: f64 = 24.0;
const RIGHT: f64 = 312.0;
/// How far the first and the last point stand from the ends of the axis.
const INSET: f64 = 18.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 108.0;
const AXIS: f64 = 136.0;
const NAMES: f64 = 152.0;

/// A point of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The year or period.
    pub name: AttrValue,
    /// The value; none where none is known.
    pub value: Option<f64>,
    /// The value as it is written.
    pub text: AttrValue,
}

/// The mark to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its value.
    pub value: f64,
    /// Its words: "Mục tiêu 85,00".
    pub text: AttrValue,
}

/// What a line is given.
#[derive(Properties, PartialEq)]
pub struct LineProps {
    /// What it shows, as a sentence with the numbers.
    pub label: AttrValue,
    /// The points, oldest first, equally far from each other.
    pub points: Rc<[Point]>,
    /// The mark to reach.
    #[prop_or_default]
    pub goal: Option<Goal>,
}

/// `.chart`: a line over time.
#[component]
pub fn LineChart(props: &LineProps) -> Html {
    let drawing = Drawing::of(&props.points, props.goal.as_ref());
    let last = drawing.dots.iter().rposition(Option::is_some);
    let dot = |(number, place): (usize, &Option<Place>)| {
        place.map(|Place { x, y, figure }| {
            let is_last = Some(number) == last;
            let point = &props.points[number];
            html! {
                <>
                    <circle class={classes!("dot", is_last.then_some("now"))} cx={at(x)} cy={at(y)} r="4" />
                    if let Some(figure) = figure {
                        <text class={is_last.then_some("em")} x={at(x)} y={at(figure)} text-anchor="middle">{&point.text}</text>
                    }
                </>
            }
        })
    };
    let name = |(number, point): (usize, &Point)| {
        drawing.names[number].then(|| {
            html! { <text x={at(x_of(number, props.points.len()))} y={at(NAMES)} text-anchor="middle">{&point.name}</text> }
        })
    };
    html! {
        <svg class="chart" viewBox="0 0 336 158" role="img" aria-label={&props.label}>
            <path class="axis" d={format!("M{LEFT} {AXIS}H{RIGHT}")} />
            if let Some((goal, y)) = props.goal.as_ref().zip(drawing.goal) {
                <path class="goal" d={format!("M{LEFT} {y:.1}H{RIGHT}")} />
                <text x={at(LEFT)} y={at(y - 6.0)}>{&goal.text}</text>
            }
            <path class="trend" d={drawing.path.clone()} />
            {for drawing.dots.iter().enumerate().filter_map(dot)}
            {for props.points.iter().enumerate().filter_map(name)}
        </svg>
    }
}

/// Where a point stands, and its figure's base line where it has room.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    x: f64,
    y: f64,
    figure: Option<f64>,
}

#[derive(Debug, PartialEq)]
struct Drawing {
    path: String,
    dots: Vec<Option<Place>>,
    names: Vec<bool>,
    goal: Option<f64>,
}

impl Drawing {
    fn of(points: &[Point], goal: Option<&Goal>) -> Self {
        let values = points.iter().filter_map(|point| point.value).chain(goal.map(|goal| goal.value));
        let scale = Scale::of(values);
        let goal_y = goal.map(|goal| scale.y(goal.value));
        let places: Vec<Option<(f64, f64)>> = points
            .iter()
            .enumerate()
            .map(|(number, point)| Some((x_of(number, points.len()), scale.y(point.value?))))
            .collect();
        let known: Vec<Text> = points
            .iter()
            .zip(&places)
            .filter_map(|(point, place)| {
                place.map(|(x, y)| Text { x, y, letters: point.text.chars().count() })
            })
            .collect();
        let taken = goal.zip(goal_y).map(|(goal, y)| {
            let letters = goal.text.chars().count();
            Text { x: LEFT + letters as f64 * 3.2, y: y - 6.0, letters }
        });
        let mut labels = figures(&known, taken.as_slice()).into_iter();
        let dots = places
            .iter()
            .map(|place| place.map(|(x, y)| Place { x, y, figure: labels.next().flatten() }))
            .collect();
        let marks: Vec<(Text, bool)> = points
            .iter()
            .enumerate()
            .map(|(number, point)| {
                let letters = point.name.chars().count();
                (Text { x: x_of(number, points.len()), y: NAMES, letters }, point.value.is_some())
            })
            .collect();
        Self { path: path(&places), dots, names: names(&marks), goal: goal_y }
    }
}

/// The path through all places, broken at every gap.
fn path(places: &[Option<(f64, f64)>]) -> String {
    let mut pen_down = false;
    let mut path = String::new();
    for place in places {
        if let Some((x, y)) = place {
            path.extend([if pen_down { "L" } else { "M" }, &at(*x), " ", &at(*y)]);
        }
        pen_down = place.is_some();
    }
    path
}

fn x_of(number: usize, of: usize) -> f64 {
    let (from, to) = (LEFT + INSET, RIGHT - INSET);
    if of < 2 { f64::midpoint(from, to) } else { from + (to - from) * number as f64 / (of - 1) as f64 }
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

    fn point(name: &str, value: Option<f64>) -> Point {
        let text = value.map_or_else(String::new, |value| format!("{value:.2}"));
        Point { name: name.to_owned().into(), value, text: text.into() }
    }

    #[test]
    fn a_missing_year_is_a_gap() {
        let points = [
            point("2018", Some(61.7)),
            point("2019", None),
            point("2020", Some(62.43)),
            point("2021", Some(60.0)),
        ];
        let drawing = Drawing::of(&points, None);
        assert_eq!(drawing.path.matches('M').count(), 2);
        assert_eq!(drawing.path.matches('L').count(), 1);
        assert_eq!(drawing.dots[1], None);
        assert!(
            drawing.dots[3].is_some_and(|place| place.figure.is_some() && (place.y - BOTTOM).abs() < 1e-9)
        );
    }

    #[test]
    fn everything_stays_inside_the_drawing() {
        for values in [vec![], vec![0.0], vec![70.0; 5], vec![f64::from(i8::MAX), -3.0]] {
            let points: Vec<_> = values.iter().map(|value| point("x", Some(*value))).collect();
            let goal = Goal { value: 85.0, text: "Mục tiêu 85,00".into() };
            for goal in [None, Some(&goal)] {
                let drawing = Drawing::of(&points, goal);
                for place in drawing.dots.iter().flatten() {
                    assert!(
                        (LEFT..=RIGHT).contains(&place.x) && (TOP..=BOTTOM).contains(&place.y),
                        "{place:?}"
                    );
                }
            }
        }
    }
}
