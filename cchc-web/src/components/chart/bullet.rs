//! A value against its mark: a plain bar, or one on a scale of named bands.

use yew::prelude::*;

use super::at;

/// The drawing's width; the stylesheet stretches it.
const WIDTH: f64 = 320.0;
/// How wide a letter of a caption is, at the most.
const LETTER: f64 = 7.0;

/// `.bar`: a value of 100 with the tick of its target. Silent: the figure and the gap stand beside it in words.
pub fn bar(percent: Option<f64>, target: Option<f64>) -> Html {
    // A tick at the very end would be cut in half.
    let tick = target.map(|target| at(target.clamp(0.6, 99.4)));
    html! {
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="8" />
            if let Some(percent) = percent { <rect class="value" width={at(percent.clamp(0.0, 100.0))} height="8" /> }
            if let Some(tick) = tick { <line class="target" x1={tick.clone()} x2={tick} y1="-3" y2="11" /> }
        </svg>
    }
}

/// A named stretch of the scale, such as a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Where it begins, of 100.
    pub from: f64,
    /// Its name.
    pub name: AttrValue,
}

/// `.bullet`: a value of 100 on its bands (from the best down, as sets list them), with the tick of its target.
pub fn bullet(label: AttrValue, percent: Option<f64>, target: Option<f64>, bands: &[Band]) -> Html {
    let x = |percent: f64| percent.clamp(0.0, 100.0) / 100.0 * WIDTH;
    let mut end = 100.0;
    let stretches: Vec<(f64, f64, &AttrValue)> = bands
        .iter()
        .map(|band| {
            let stretch = (x(band.from), x(end), &band.name);
            end = band.from;
            stretch
        })
        .collect();
    let captions = stretches.iter().filter(|(from, to, name)| has_room(to - from, name));
    html! {
        <svg class="chart bullet" viewBox="0 0 320 44" role="img" aria-label={label}>
            <rect class="track" y="4" width="320" height="20" />
            {for stretches.iter().enumerate().map(|(number, (from, to, _))| html! {
                <rect class={format!("band band-{}", number.min(3))} x={at(*from)} y="4" width={at(to - from)} height="20" />
            })}
            if let Some(percent) = percent { <rect class="value" y="9" width={at(x(percent))} height="10" /> }
            if let Some(target) = target {
                <line class="target" x1={at(x(target).clamp(1.0, WIDTH - 1.0))} x2={at(x(target).clamp(1.0, WIDTH - 1.0))} y1="1" y2="27" />
            }
            {for captions.map(|(from, to, name)| html! {
                <text x={at((from + to) / 2.0)} y="40" text-anchor="middle">{*name}</text>
            })}
        </svg>
    }
}

fn has_room(width: f64, name: &str) -> bool {
    name.chars().count() as f64 * LETTER <= width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_only_where_it_has_room() {
        assert!(has_room(64.0, "Tốt"));
        assert!(!has_room(48.0, "Trung bình"));
    }
}
