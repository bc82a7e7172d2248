//! A line over years or periods, with the mark to reach. Where everything of it stands the core says, which draws the
//! same on paper.

use cchc_core::document::{Drawing, Point};
use yew::prelude::*;

use super::at;

/// `.chart`: a line over time. `label` says as a sentence what it shows; `goal` names the mark to reach.
pub fn line(label: AttrValue, points: &[Point<'_>], goal: Option<&str>) -> Html {
    drawn(label, points, goal, &Drawing::of(points, goal, Drawing::ASIDE))
}

/// The same of a line that is drawn already.
pub fn drawn(label: AttrValue, points: &[Point<'_>], goal: Option<&str>, drawing: &Drawing) -> Html {
    let text = |y: Option<f64>, x: f64, class: Option<&'static str>, words: &str| {
        y.map(|y| html! { <text {class} x={at(x)} y={at(y)} text-anchor="middle">{words.to_owned()}</text> })
    };
    let path = |class: &'static str, path: &str| html! { <path {class} d={path.to_owned()} /> };
    let marks = points.iter().zip(&drawing.marks).map(|(point, mark)| {
        html! {
            <>
                if let Some(y) = mark.dot {
                    <circle class={classes!("dot", mark.is_last.then_some("now"))} cx={at(mark.x)} cy={at(y)} r="4" />
                }
                {text(mark.name, mark.x, None, point.name)}
                {text(mark.figure, mark.x, mark.is_last.then_some("em"), point.text)}
            </>
        }
    });
    html! {
        <svg class="chart" viewBox={format!("0 0 {} {}", drawing.width, Drawing::HEIGHT)} role="img" aria-label={label}>
            {path("axis", &drawing.axis)}
            {path("goal", &drawing.goal)}
            if let Some(((x, y), words)) = drawing.goal_text.zip(goal) { <text x={at(x)} y={at(y)}>{words.to_owned()}</text> }
            {path("trend", &drawing.trend)}
            {for marks}
        </svg>
    }
}
