//! The year strip: twelve month columns; an obligation is a cell as wide as its period.

use yew::prelude::*;

use super::state::Standing;

/// One period on the strip (một kỳ).
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How many months it covers, 1 to 12.
    pub months: u8,
    /// How it stands; ignored when `counted` is false.
    pub standing: Standing,
    /// False before the plan was issued: a dotted line.
    pub counted: bool,
    /// The open period gets an outline.
    pub now: bool,
    /// Quarters of the bar below, 0 to 4, rounded down: partial never looks full.
    pub fill: u8,
    /// What the eye reads: `2` when met, `1/2` when not, nothing when there is nothing.
    pub text: AttrValue,
    /// What a screen reader says before the text: `Tháng 8: `.
    pub before: AttrValue,
    /// What a screen reader says after it: `, thiếu`.
    pub after: AttrValue,
}

impl Cell {
    /// A period that is not counted, with its sentence.
    pub fn off(months: u8, sentence: impl Into<AttrValue>) -> Self {
        Self { counted: false, ..Self::plain(months, sentence) }
    }

    /// A counted period in which nothing is asked or known yet.
    pub fn plain(months: u8, sentence: impl Into<AttrValue>) -> Self {
        Self {
            months,
            standing: Standing::None,
            counted: true,
            now: false,
            fill: 0,
            text: AttrValue::default(),
            before: sentence.into(),
            after: AttrValue::default(),
        }
    }

    /// Quarters of the bar for `done` of `asked`.
    pub fn fill_of(done: f64, asked: f64) -> u8 {
        if asked <= 0.0 { if done > 0.0 { 4 } else { 0 } } else { (done / asked * 4.0).clamp(0.0, 4.0) as u8 }
    }

    fn classes(&self) -> Classes {
        const SPAN: [&str; 13] = [
            "", "", "span-2", "span-3", "span-4", "span-5", "span-6", "span-7", "span-8", "span-9",
            "span-10", "span-11", "span-12",
        ];
        const FILL: [&str; 5] = ["", "fill-1", "fill-2", "fill-3", "fill-4"];
        classes!(
            SPAN[usize::from(self.months.min(12))],
            FILL[usize::from(self.fill.min(4))],
            self.now.then_some("now")
        )
    }
}

/// `.year`: the strip itself.
pub fn year_strip(cells: &[Cell]) -> Html {
    let items = cells.iter().map(|cell| {
        let state = if cell.counted { cell.standing.name() } else { Some("off") };
        html! {
            <li class={cell.classes()} data-state={state}>
                if !cell.before.is_empty() { <span class="sr">{&cell.before}</span> }
                {&cell.text}
                if !cell.after.is_empty() { <span class="sr">{&cell.after}</span> }
            </li>
        }
    });
    html! { <ol class="year">{for items}</ol> }
}

/// The head of a column of strips: the twelve months, with the current one marked.
pub fn year_head(now: Option<u32>) -> Html {
    let months =
        (1..=12_u32).map(|month| html! { <li class={(now == Some(month)).then_some("now")}>{month}</li> });
    html! {
        <>
            <span class="sr">{crate::strings::common::TWELVE_MONTHS}</span>
            <ol class="year year-head" aria-hidden="true">{for months}</ol>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partial_count_never_looks_full() {
        assert_eq!(Cell::fill_of(1.0, 2.0), 2);
        assert_eq!(Cell::fill_of(23.0, 24.0), 3);
        assert_eq!(Cell::fill_of(24.0, 24.0), 4);
        assert_eq!(Cell::fill_of(30.0, 24.0), 4);
        assert_eq!(Cell::fill_of(0.0, 2.0), 0);
        assert_eq!(Cell::fill_of(1.0, 0.0), 4);
    }
}
