//! The screens. Each is one component without props: what it shows comes from the store and the address.

mod budget;
mod difficulties;
mod duties;
mod exchange;
mod form;
mod help;
pub mod history;
mod import;
mod indicators;
pub mod log;
mod merits;
mod overview;
mod paper;
mod plan;
mod progress;
mod report;
mod settings;
pub mod start;
mod tables;

use yew::prelude::*;

use crate::route::{Screen, use_route};
use crate::store::{LIST, use_prefs};

/// The page of a screen.
pub fn page(screen: Screen) -> Html {
    match screen {
        Screen::Start => html! { <start::StartPage /> },
        Screen::Overview => html! { <overview::OverviewPage /> },
        Screen::Plan => html! { <plan::PlanPage /> },
        Screen::Duties => html! { <duties::DutiesPage /> },
        Screen::Log => html! { <LogScreen /> },
        Screen::Indicators => html! { <indicators::IndicatorsPage /> },
        Screen::Difficulties => html! { <difficulties::DifficultiesPage /> },
        Screen::Budget => html! { <budget::BudgetPage /> },
        Screen::Report => html! { <report::ReportPage /> },
        Screen::History => html! { <history::HistoryPage /> },
        Screen::Exchange => html! { <exchange::ExchangePage /> },
        Screen::Settings => html! { <settings::SettingsPage /> },
        Screen::Help => html! { <help::HelpPage /> },
    }
}

/// Nhật ký, the import of a list into it, or its register of merits.
#[component]
fn LogScreen() -> Html {
    let (route, only_reads) = (use_route(), use_prefs().only_reads());
    match route.rest.split('/').next() {
        Some(LIST) if !only_reads => html! { <import::ImportPage /> },
        Some(merits::AT) => html! { <merits::MeritsPage /> },
        _ => html! { <log::LogPage /> },
    }
}

/// What the head of a page is given.
#[derive(Properties, PartialEq)]
pub struct PageHeadProps {
    /// Whose head it is; the heading's id is the screen's slug.
    pub screen: Screen,
    /// One line under the heading.
    #[prop_or_default]
    pub line: Option<Html>,
    /// Buttons on the right.
    #[prop_or_default]
    pub children: Html,
}

/// `.page-head`: the heading of a page, a line under it, buttons beside it.
#[component]
pub fn PageHead(props: &PageHeadProps) -> Html {
    html! {
        <div class="page-head">
            <div>
                <h1 id={props.screen.slug()}>{props.screen.name()}</h1>
                if let Some(line) = &props.line { <p>{line.clone()}</p> }
            </div>
            <div class="actions">{props.children.clone()}</div>
        </div>
    }
}
