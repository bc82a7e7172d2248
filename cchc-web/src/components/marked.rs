//! A text with the hits of a search marked.

use std::ops::Range;

use cchc_core::text::Query;
use yew::prelude::*;

/// The text, each hit in a `<mark>`; the plain text where nothing is searched.
pub fn marked(text: &str, query: &Query) -> Html {
    let ranges = joined(query.ranges(text), text);
    if ranges.is_empty() {
        return html! { {text} };
    }
    let mut parts = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut from = 0;
    for range in ranges {
        parts.push(html! { {&text[from..range.start]} });
        parts.push(html! { <mark>{&text[range.clone()]}</mark> });
        from = range.end;
    }
    parts.push(html! { {&text[from..]} });
    parts.into_iter().collect()
}

/// Hits with nothing but a space between them are one: "báo cáo" was searched, not "báo" and "cáo".
fn joined(ranges: Vec<Range<usize>>, text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match all.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => all.push(range),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_words_are_one_hit() {
        let text = "Báo cáo về báo chí, cáo phó";
        let hits: Vec<_> =
            joined(Query::new("bao cao").ranges(text), text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(hits, ["Báo cáo", "báo", "cáo"]);
    }
}
