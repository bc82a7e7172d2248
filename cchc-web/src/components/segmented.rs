//! Two or three views of the same thing, as links.

use yew::prelude::*;

use super::icon::{Glyph, icon};
use crate::route::Route;

/// One view.
#[derive(Clone, PartialEq)]
pub struct Segment {
    /// Where it leads.
    pub route: Route,
    /// Its icon.
    pub glyph: Glyph,
    /// Its word.
    pub label: AttrValue,
    /// Whether it is the one shown.
    pub current: bool,
}

/// What a row of views is given.
#[derive(Properties, PartialEq)]
pub struct SegmentedProps {
    /// What is chosen between, for screen readers.
    pub label: AttrValue,
    /// The views, in order.
    pub segments: Vec<Segment>,
}

/// `.segmented`: links between the views of one screen.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    let links = props.segments.iter().map(|segment| {
        html! {
            <a href={segment.route.href()} aria-current={segment.current.then_some("true")}>
                {icon(segment.glyph)}{&segment.label}
            </a>
        }
    });
    html! { <nav class="segmented" aria-label={&props.label}>{for links}</nav> }
}
