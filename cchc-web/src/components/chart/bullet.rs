//! A value against its mark: a plain bar, or one on a scale of named bands.

use yew::prelude::*;

use super::at;

/// The drawing's width; the stylesheet stretches it.
const WIDTH: f64 = 320.0;
/// How wide a letter of a caption is, at the most.
const LETTER: f64 = 7.0;

/// `.bar`: a value of 100 with the tick of its target. Silent: the figure and the gap stand beside it in words.
pub fn bar(percent: Option<f64>, target: Option<f64>) -> Html {
    stretch(percent.map(|percent| (0.0, percent)), target)
}

/// The same of a stretch that need not begin at nothing.
pub fn stretch(filled: Option<(f64, f64)>, target: Option<f64>) -> Html {
    let filled = filled.map(|(from, to)| (from.clamp(0.0, 100.0), to.clamp(0.0, 100.0)));
    // A tick at the very end would be cut in half.
    let tick = target.map(|target| at(target.clamp(0.6, 99.4)));
    html! {
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="track" width="100" height="8" />
            if let Some((from, to)) = filled { <rect class="value" x={at(from)} width={at(to - from)} height="8" /> }
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
    let lines = lines(&stretches);
    let height = if lines.contains(&1) { 58 } else { 44 };
    html! {
        <svg class="chart bullet" viewBox={format!("0 0 320 {height}")} role="img" aria-label={label}>
            <rect class="track" y="4" width="320" height="20" />
            {for stretches.iter().enumerate().map(|(number, (from, to, _))| html! {
                <rect class={format!("band band-{}", number.min(3))} x={at(*from)} y="4" width={at(to - from)} height="20" />
            })}
            if let Some(percent) = percent { <rect class="value" y="9" width={at(x(percent))} height="10" /> }
            if let Some(target) = target {
                <line class="target" x1={at(x(target).clamp(1.0, WIDTH - 1.0))} x2={at(x(target).clamp(1.0, WIDTH - 1.0))} y1="1" y2="27" />
            }
            {for stretches.iter().zip(lines).map(|((from, to, name), line)| html! {
                <text x={at(middle(*from, *to, name))} y={if line == 0 { "40" } else { "54" }} text-anchor="middle">{*name}</text>
            })}
        </svg>
    }
}

fn half(name: &str) -> f64 {
    name.chars().count() as f64 * LETTER / 2.0
}

/// The middle of a stretch, as far as its name does not leave the drawing there.
fn middle(from: f64, to: f64, name: &str) -> f64 {
    f64::midpoint(from, to).clamp(half(name), (WIDTH - half(name)).max(half(name)))
}

/// On which of two lines each name stands: the second where it would touch the name beside it.
fn lines(stretches: &[(f64, f64, &AttrValue)]) -> Vec<usize> {
    // From the right: the best band comes first.
    let mut left_of = [f64::INFINITY; 2];
    let line = |(from, to, name): &(f64, f64, &AttrValue)| {
        let middle = middle(*from, *to, name);
        let line = usize::from(middle + half(name) > left_of[0]);
        left_of[line] = middle - half(name);
        line
    };
    stretches.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_band_has_its_name_and_none_touches_another() {
        let names = ["Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu"].map(AttrValue::from);
        let ends = [(288.0, 320.0), (256.0, 288.0), (224.0, 256.0), (160.0, 224.0), (0.0, 160.0)];
        let stretches: Vec<_> =
            ends.iter().zip(&names).map(|((from, to), name)| (*from, *to, name)).collect();
        assert_eq!(lines(&stretches), [0, 1, 0, 0, 0]);
        let wide = [(256.0, 320.0, &names[1]), (0.0, 256.0, &names[4])];
        assert_eq!(lines(&wide), [0, 0]);
    }
}
