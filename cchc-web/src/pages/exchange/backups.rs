//! Bản sao lưu: what the browser has set aside, and how to bring it back without losing what stands now.

use std::rc::Rc;

use cchc_core::exchange::{PlanFile, RecordChange};
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{Dialog, Glyph, icon};
use crate::platform::storage::{AnyBackend, Backup, Reason};
use crate::route::{Route, Screen};
use crate::store::{Store, use_plan_if_open, use_save_status, use_store};
use crate::strings::backups as text;

/// How many are listed at first.
const FIRST: usize = 6;

/// What is asked about one backup.
#[derive(Clone, PartialEq)]
enum Asking {
    BringBack(Backup),
    Remove(Backup),
}

/// The list of backups.
#[component]
pub(super) fn BackupsSection() -> Html {
    let (store, open) = (use_store(), use_plan_if_open());
    let backups = use_state_eq(Vec::<Backup>::new);
    let asked = use_state_eq(|| 0_u32);
    let whole = use_state_eq(|| false);
    let asking = use_state_eq(|| None::<Asking>);
    {
        let (backups, store, status) = (backups.clone(), store.clone(), use_save_status());
        use_effect_with((*asked, status), move |_| {
            spawn_local(async move {
                match store.backups().await {
                    Ok(found) => backups.set(found),
                    Err(error) => store.notify(error.to_string()),
                }
            });
        });
    }
    let again = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(*asked + 1))
    };
    let make = {
        let (store, again) = (store.clone(), again.clone());
        Callback::from(move |_: MouseEvent| {
            let (store, again) = (store.clone(), again.clone());
            spawn_local(async move {
                store.back_up_and_tell(Reason::Asked).await;
                again.emit(());
            });
        })
    };
    let all = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(true))
    };
    let onclose = {
        let asking = asking.clone();
        Callback::from(move |()| {
            asking.set(None);
            again.emit(());
        })
    };
    let plan = open.as_ref().map(|open| open.file.id.to_string());
    let shown = if *whole { backups.len() } else { backups.len().min(FIRST) };
    let rows = backups.iter().take(shown).map(|backup| {
        let asks = |what: fn(Backup) -> Asking| {
            let (asking, backup) = (asking.clone(), backup.clone());
            Callback::from(move |_: MouseEvent| asking.set(Some(what(backup.clone()))))
        };
        let is_other = plan.as_deref() != Some(&*backup.plan);
        row(&store, backup, is_other, asks(Asking::BringBack), asks(Asking::Remove))
    });
    let here = store.vault().is_some_and(|vault| matches!(vault.backend(), AnyBackend::Idb(_)));
    html! {
        <section class="section" aria-labelledby="sao-luu">
            <div class="section-head">
                <h2 id="sao-luu">{text::TITLE}</h2>
                if here && open.is_some() {
                    <button class="btn-link" type="button" onclick={make}>{icon(Glyph::Plus)}{text::MAKE}</button>
                }
            </div>
            <p class="muted small">{if here { text::LEAD } else { text::NOT_HERE }}</p>
            if backups.is_empty() && here { <p class="muted">{text::NONE}</p> }
            if !backups.is_empty() { <ul class="list backups">{for rows}</ul> }
            if shown < backups.len() {
                <p class="actions"><button class="btn-link" type="button" onclick={all}>{text::more(backups.len() - shown)}</button></p>
            }
            {match (*asking).clone() {
                Some(Asking::BringBack(backup)) => html! { <BringBackDialog {backup} {onclose} /> },
                Some(Asking::Remove(backup)) => html! { <RemoveDialog {backup} {onclose} /> },
                None => Html::default(),
            }}
        </section>
    }
}

fn row(
    store: &Store,
    backup: &Backup,
    is_other: bool,
    bring_back: Callback<MouseEvent>,
    remove: Callback<MouseEvent>,
) -> Html {
    let download = {
        let (store, backup) = (store.clone(), backup.clone());
        Callback::from(move |_: MouseEvent| {
            let (store, backup) = (store.clone(), backup.clone());
            spawn_local(async move { store.download_backup(&backup).await });
        })
    };
    let when = text::moment(backup.about.at);
    let of = |words: &str| format!("{words}, {when}");
    html! {
        <li key={backup.key.clone()}>
            <div class="line"><h3>{&when}</h3><span class="muted">{text::activities(backup.about.activities)}</span></div>
            <p class="meta">
                {text::reason(backup.about.reason)}
                if is_other { {" · "}{&backup.about.name} }
            </p>
            <p class="actions">
                <button class="btn-link" type="button" aria-label={of(text::BRING_BACK)} onclick={bring_back}>{icon(Glyph::Undo)}{text::BRING_BACK}</button>
                <button class="btn-link" type="button" aria-label={of(text::DOWNLOAD)} onclick={download}>{icon(Glyph::Download)}{text::DOWNLOAD}</button>
                <button class="btn-link" type="button" aria-label={of(text::REMOVE)} onclick={remove}>{icon(Glyph::Bin)}{text::REMOVE}</button>
            </p>
        </li>
    }
}

/// What a question about a backup is given.
#[derive(Properties, PartialEq)]
struct BackupProps {
    backup: Backup,
    onclose: Callback<()>,
}

/// A backup that is being read.
#[derive(Clone)]
enum Read {
    NotYet,
    Broken,
    Whole(Rc<PlanFile>),
}

/// Says what bringing it back would do, and offers both ways.
#[component]
fn BringBackDialog(props: &BackupProps) -> Html {
    let store = use_store();
    let read = use_state(|| Read::NotYet);
    {
        let (read, store, backup) = (read.clone(), store.clone(), props.backup.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                read.set(store.backed_up(&backup).await.map_or(Read::Broken, Read::Whole));
            });
        });
    }
    let keep = props.onclose.reform(|_: MouseEvent| ());
    let title = text::bring_back_title(&text::moment(props.backup.about.at));
    let (words, actions) = match &*read {
        Read::NotYet => (html! { <p role="status">{text::READING}</p> }, Html::default()),
        Read::Broken => (html! { <p role="alert">{text::BROKEN}</p> }, Html::default()),
        Read::Whole(state) => offered(&store, props, state),
    };
    html! {
        <Dialog id="khoi-phuc" {title} onclose={&props.onclose} cross={false} focus=".keep">
            {words}
            <div class="actions">
                <button class="btn keep" type="button" onclick={keep}>{text::KEEP_OPEN}</button>
                {actions}
            </div>
        </Dialog>
    }
}

fn offered(store: &Store, props: &BackupProps, state: &Rc<PlanFile>) -> (Html, Html) {
    let compared = store.compare(state);
    let [reopened, settled] = store
        .file()
        .map_or([0; 2], |file| [file.reopened_as_in(state).len(), file.settled_as_in(state).len()]);
    let bring_back = {
        let (store, props, state) = (store.clone(), props.clone_parts(), Rc::clone(state));
        Callback::from(move |_: MouseEvent| {
            let (store, (backup, onclose), state) = (store.clone(), props.clone(), Rc::clone(&state));
            spawn_local(async move {
                store.bring_back(&backup, &state).await;
                onclose.emit(());
            });
        })
    };
    let apart = {
        let (store, onclose, state) = (store.clone(), props.onclose.clone(), Rc::clone(state));
        Callback::from(move |_: MouseEvent| {
            let (store, onclose, state) = (store.clone(), onclose.clone(), Rc::clone(&state));
            spawn_local(async move {
                onclose.emit(());
                match store.open_backup(&state).await {
                    Ok(()) => Route::to(Screen::Overview).go(),
                    Err(error) => store.notify(error.to_string()),
                }
            });
        })
    };
    let apart =
        html! { <button class="btn" type="button" onclick={apart}>{icon(Glyph::Open)}{text::APART}</button> };
    match compared {
        None => (html! { <p>{text::OTHER_PLAN}</p> }, apart),
        Some(same) if same.records.is_empty() && settled == 0 => {
            (html! { <p>{text::SAME}</p> }, Html::default())
        }
        Some(found) => {
            let count = |what| found.count(what);
            let records = [RecordChange::New, RecordChange::Changed, RecordChange::Deleted].map(count);
            let effect = text::effect(records, reopened, settled);
            let words = html! { <><p><b class="strong">{effect}</b></p><p>{text::HOW}</p></> };
            let as_change = html! {
                <button class="btn btn-primary" type="button" onclick={bring_back}>{icon(Glyph::Undo)}{text::AS_CHANGE}</button>
            };
            (words, html! { <>{apart}{as_change}</> })
        }
    }
}

impl BackupProps {
    fn clone_parts(&self) -> (Backup, Callback<()>) {
        (self.backup.clone(), self.onclose.clone())
    }
}

/// Asks before what undo cannot bring back.
#[component]
fn RemoveDialog(props: &BackupProps) -> Html {
    let store = use_store();
    let keep = props.onclose.reform(|_: MouseEvent| ());
    let remove = {
        let props = props.clone_parts();
        Callback::from(move |_: MouseEvent| {
            let (store, (backup, onclose)) = (store.clone(), props.clone());
            spawn_local(async move {
                match store.remove_backup(&backup).await {
                    Ok(()) => store.say(text::REMOVED),
                    Err(error) => store.notify(error.to_string()),
                }
                onclose.emit(());
            });
        })
    };
    html! {
        <Dialog id="xoa-sao-luu" title={text::REMOVE_TITLE} onclose={&props.onclose} cross={false} focus=".keep">
            <p><b class="strong">{text::moment(props.backup.about.at)}</b>{", "}{text::activities(props.backup.about.activities)}</p>
            <p>{text::REMOVE_WARNING}</p>
            <div class="actions">
                <button class="btn keep" type="button" onclick={keep}>{text::KEEP}</button>
                <button class="btn btn-danger" type="button" onclick={remove}>{icon(Glyph::Bin)}{text::REMOVE}</button>
            </div>
        </Dialog>
    }
}
