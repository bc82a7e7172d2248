//! Cài đặt: who I am and how the page looks, kept in the browser; deadlines and days off, kept in the plan.

mod deadline_dialog;
mod deadline_table;
mod deadlines;
mod holidays;
mod look;
mod who;

use yew::prelude::*;

use super::PageHead;
use crate::route::Screen;
use crate::strings::settings as text;

/// Cài đặt.
#[component]
pub fn SettingsPage() -> Html {
    html! {
        <section class="page" aria-labelledby={Screen::Settings.slug()}>
            <PageHead screen={Screen::Settings} line={html! { {text::LINE} }} />
            <div class="settings">
                <who::WhoSection />
                <look::LookSection />
                <deadline_table::DeadlineSection />
                <holidays::HolidaySection />
            </div>
        </section>
    }
}

/// What a section is given.
#[derive(Properties, PartialEq)]
struct SectionProps {
    /// The id of its heading.
    id: AttrValue,
    title: AttrValue,
    #[prop_or_default]
    line: AttrValue,
    children: Html,
}

/// A section: what it is about on the left, what can be set on the right.
#[component]
fn Section(props: &SectionProps) -> Html {
    html! {
        <section aria-labelledby={&props.id}>
            <div>
                <h2 id={&props.id}>{&props.title}</h2>
                if !props.line.is_empty() { <p>{&props.line}</p> }
            </div>
            <div>{props.children.clone()}</div>
        </section>
    }
}
