//! Between Nhật ký and the criteria: what an activity proves, and which activities prove a criterion.

use std::rc::Rc;

use cchc_core::calendar::Period;
use cchc_core::id::ActivityId;
use cchc_core::progress::Progress;
use cchc_core::progress::scoring::{Proof, proofs};
use yew::prelude::*;

use super::address;
use super::sheet::Sheet;
use crate::pages::log::filter::{CRITERION, Proving};
use crate::pages::log::names::ByPointer;
use crate::route::{Route, Screen};
use crate::store::{use_plan, use_progress, use_today};
use crate::strings::indicators as text;

/// What the list is given.
#[derive(Properties, PartialEq)]
pub(in crate::pages) struct ProvesProps {
    pub(in crate::pages) activity: ActivityId,
}

/// "Chứng minh cho: 1.4 Số tin, bài …".
#[component]
pub(in crate::pages) fn Proves(props: &ProvesProps) -> Html {
    let (open, progress) = (use_plan(), use_progress());
    let key = (open, ByPointer(progress), props.activity.clone());
    let found = use_memo(key, |(open, progress, activity)| proofs(&open.file, &progress.0, activity));
    if found.is_empty() {
        return Html::default();
    }
    let one = |proof: &Proof| {
        let mut route = address::leaf(proof.set.as_str(), &proof.leaf);
        if let Some(period) = proof.entered_for {
            route = route.with(address::PERIOD, period.to_string());
        }
        html! {
            <li key={format!("{}/{}", proof.set, proof.leaf)}>
                <a href={route.href()} title={proof.set_name.clone()}>{&proof.leaf}{" "}{&proof.leaf_name}</a>
            </li>
        }
    };
    html! {
        <div class="proves">
            <span class="label">{text::PROVES}</span>
            <ul>{for found.iter().map(one)}</ul>
        </div>
    }
}

/// How the address of the log names a criterion: `cchc-xa/2026/1.4`.
fn key(set: &str, period: Period, leaf: &str) -> String {
    format!("{set}/{period}/{leaf}")
}

/// The log, only what proves a criterion.
pub(super) fn in_log(set: &str, period: Period, leaf: &str) -> Route {
    Route::to(Screen::Log).with(CRITERION, key(set, period, leaf))
}

/// What proves the criterion that the log's address names; none where it names none, or one that is not there.
#[hook]
pub(in crate::pages) fn use_proving(named: Option<&str>) -> Option<Proving> {
    let (open, today) = (use_plan(), use_today());
    let found = use_memo((named.map(ToOwned::to_owned), open, today), |(named, open, today)| {
        let named = named.as_ref()?;
        let (set, rest) = named.split_once('/')?;
        let (period, leaf) = rest.split_once('/')?;
        // The log derives no progress of its own: logging stays quick while nothing asks for a criterion.
        let progress = Progress::of(&open.file, *today);
        let sheet = Sheet::of(&open.file, &progress, set, period.parse().ok()?)?;
        let row = sheet.leaf(leaf)?;
        Some(Proving {
            key: named.clone(),
            name: format!("{} {}", row.node.code, row.node.name),
            activities: Rc::new(row.scored.activities.iter().cloned().collect()),
        })
    });
    (*found).clone()
}
