//! Where the figures of a line stand: none over another, the newest always there.

/// How wide a digit is, at the most, in a text of 12 px.
const DIGIT: f64 = 7.0;
/// How high a line of text is.
const LINE: f64 = 13.0;
/// How far below or above its point a figure stands: the base line of its text.
const BELOW: f64 = 19.0;
const ABOVE: f64 = -9.0;

/// A text with its middle and base line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Text {
    /// Its middle.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// How many letters it has.
    pub letters: usize,
}

impl Text {
    fn overlaps(&self, other: &Self) -> bool {
        let apart = (self.letters + other.letters) as f64 * DIGIT / 2.0;
        (self.x - other.x).abs() < apart && (self.y - other.y).abs() < LINE
    }
}

/// The base line of each point's figure, none where it has no room. Points are given from left to right, each with its
/// own place as `y`; the last one matters most. `taken` is what stands there already.
pub(super) fn figures(points: &[Text], taken: &[Text]) -> Vec<Option<f64>> {
    let mut taken = taken.to_vec();
    let mut placed = vec![None; points.len()];
    for (at, point) in points.iter().enumerate().rev() {
        let sides = if is_peak(points, at) { [ABOVE, BELOW] } else { [BELOW, ABOVE] };
        let free = sides.into_iter().map(|by| Text { y: point.y + by, ..*point });
        let found = free.into_iter().find(|text| !taken.iter().any(|other| text.overlaps(other)));
        if let Some(text) = found {
            placed[at] = Some(text.y);
            taken.push(text);
        }
    }
    placed
}

/// Whether the line falls from a point to both sides, through what would stand below it.
fn is_peak(points: &[Text], at: usize) -> bool {
    let beside = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().filter_map(|at| points.get(at));
    let mut falls = beside.map(|other| other.y > points[at].y).peekable();
    falls.peek().is_some() && falls.all(|falls| falls)
}

/// Which names of an axis have room: those that matter first, from right to left.
pub(super) fn names(marks: &[(Text, bool)]) -> Vec<bool> {
    let mut shown = vec![false; marks.len()];
    let mut taken: Vec<Text> = Vec::new();
    for wanted in [true, false] {
        for (at, (text, matters)) in marks.iter().enumerate().rev() {
            if *matters == wanted && !taken.iter().any(|other| text.overlaps(other)) {
                shown[at] = true;
                taken.push(*text);
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(x: f64, y: f64) -> Text {
        Text { x, y, letters: 5 }
    }

    #[test]
    fn near_figures_stand_on_both_sides_and_the_oldest_gives_way() {
        let near = [text(40.0, 60.0), text(55.0, 60.0), text(70.0, 60.0)];
        assert_eq!(figures(&near, &[]), [None, Some(60.0 + ABOVE), Some(60.0 + BELOW)]);
        let far = [text(40.0, 60.0), text(120.0, 60.0)];
        assert_eq!(figures(&far, &[]), [Some(60.0 + BELOW); 2]);
        let peak = [text(40.0, 90.0), text(120.0, 40.0), text(200.0, 60.0)];
        assert_eq!(figures(&peak, &[]), [Some(90.0 + BELOW), Some(40.0 + ABOVE), Some(60.0 + BELOW)]);
        let goal = text(40.0, 60.0 + BELOW);
        assert_eq!(figures(&near[..1], &[goal]), [Some(60.0 + ABOVE)]);
    }

    #[test]
    fn names_that_matter_stay() {
        let near = |matters| (text(20.0, 0.0), matters);
        assert_eq!(names(&[near(false), near(true), (text(90.0, 0.0), false)]), [false, true, true]);
    }
}
