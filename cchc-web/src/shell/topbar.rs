//! The bar on top: search, saving, who I am, colours.

use yew::prelude::*;

use crate::components::{Glyph, icon};
use crate::route::Screen;
use crate::store::prefs::Who;
use crate::store::{SaveStatus, use_disk, use_plan_if_open, use_prefs, use_save_status, use_store};
use crate::strings::{exchange, shell as text};

/// The topbar.
#[component]
pub(super) fn Topbar() -> Html {
    let store = use_store();
    let who = use_who();
    let plan = use_plan_if_open();
    let place = plan.map(|open| open.file.plan.commune.clone()).unwrap_or_default();
    let theme = Callback::from(move |_: MouseEvent| store.set_prefs(store.prefs().other_theme()));
    html! {
        <header class="topbar">
            <div class="topbar-title"><b>{text::APP}</b><span>{text::who_and_where(&who, &place)}</span></div>
            <super::finder::Finder />
            <span class="spacer" />
            <Unfiled />
            <Saving />
            <a class="btn who" href={Screen::Settings.href()}>{icon(Glyph::User)}{text::who(&who)}</a>
            <button class="btn btn-icon" type="button" aria-label={text::THEME} onclick={theme}>{icon(Glyph::Theme)}</button>
        </header>
    }
}

/// The short name of who I am.
#[hook]
fn use_who() -> AttrValue {
    let (prefs, plan) = (use_prefs(), use_plan_if_open());
    match (&prefs.who, plan) {
        (Who::Leader, _) => AttrValue::Static(text::WHO_LEADER),
        (Who::Office(id), Some(open)) => match open.file.offices.get_str(id) {
            Some(office) => office.short_name.clone().into(),
            None => AttrValue::Static(text::WHO_UNSET),
        },
        _ => AttrValue::Static(text::WHO_UNSET),
    }
}

/// How many changes the person's own file has not; not while one only looks around in the example.
#[component]
fn Unfiled() -> Html {
    let (disk, plan) = (use_disk(), use_plan_if_open());
    let is_own = plan.is_some_and(|open| open.file.plan.illustrative.is_none());
    if !is_own || disk.unfiled == 0 {
        return Html::default();
    }
    html! { <a class="unfiled" href={Screen::Exchange.href()}>{exchange::unfiled(disk.unfiled)}</a> }
}

/// "Đã lưu 09:42", only after a completed transaction; "Chưa lưu được" together with the banner.
#[component]
fn Saving() -> Html {
    let (state, glyph, words) = match use_save_status() {
        SaveStatus::Nothing => return html! { <span class="save" role="status" /> },
        SaveStatus::Saving => (None, Glyph::Clock, AttrValue::Static(text::SAVING)),
        SaveStatus::Saved { at } => {
            (Some("done"), Glyph::Done, text::saved_at(&at.format("%H:%M").to_string()).into())
        }
        SaveStatus::Failed { .. } => (Some("late"), Glyph::Warn, AttrValue::Static(text::UNSAVED)),
    };
    html! { <span class="save" role="status" data-state={state}>{icon(glyph)}{words}</span> }
}
