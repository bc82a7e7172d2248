//! A text with the hits of a search marked.

use cchc_core::text::Query;
use yew::prelude::*;

/// The text, each hit in a `<mark>`; the plain text where nothing is searched.
pub fn marked(text: &str, query: &Query) -> Html {
    let ranges = query.ranges(text);
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
