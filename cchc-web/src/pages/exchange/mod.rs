//! Trao đổi tệp: receiving and sending, settling conflicts, opening and saving, what this browser keeps, what could not
//! be read.

mod apart;
mod backups;
mod disk;
mod groups;
mod kept;
mod preview;
mod question;
mod receive;
mod received;
mod send;
mod senders;
mod settle;
mod who;

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use chrono::NaiveDateTime;
use yew::prelude::*;

use self::groups::Groups;
use super::PageHead;
use crate::components::{FileButton, Glyph, icon};
use crate::platform::dom;
use crate::route::Screen;
use crate::store::incoming::{Incoming, Preview};
use crate::store::{Open, SaveStatus, use_incoming, use_plan_if_open, use_prefs, use_save_status, use_store};
use crate::strings::exchange as text;

/// Trao đổi tệp.
#[component]
pub fn ExchangePage() -> Html {
    let store = use_store();
    let open = use_plan_if_open();
    let status = use_save_status();
    let only_reads = use_prefs().who.only_reads();
    let sending = use_state_eq(|| false);
    let set_sending = |is: bool| {
        let sending = sending.clone();
        Callback::from(move |()| sending.set(is))
    };
    let save = Callback::from(move |_: MouseEvent| store.save_file());
    let line = open.as_ref().map(|open| {
        let title = &open.file.plan.title;
        match &status {
            SaveStatus::Saved { at } => html! { {text::open_saved(title, &moment(*at))} },
            _ => html! { {text::open(title)} },
        }
    });
    let receives = open.is_some() && !only_reads;
    let opener = if receives { classes!("btn") } else { classes!("btn", "btn-primary") };
    html! {
        <section class="page" aria-labelledby={Screen::Exchange.slug()}>
            <PageHead screen={Screen::Exchange} {line}>
                if open.is_some() {
                    <button class="btn" type="button" onclick={save}>{icon(Glyph::Save)}{text::SAVE}<kbd>{"Ctrl S"}</kbd></button>
                }
                <FileButton id="trao-doi-mo" class={opener} />
                if receives {
                    <button class="btn" type="button" onclick={set_sending(true).reform(|_: MouseEvent| ())}>{icon(Glyph::Mail)}{text::SEND}</button>
                    <receive::ReceiveButton />
                }
            </PageHead>
            if let Some(open) = open {
                <who::WhoUnset />
                <Exchange {open} {receives} />
                if *sending { <send::SendDialog onclose={set_sending(false)} /> }
            } else {
                <div class="exchange"><Keeping /><apart::ApartSections /></div>
            }
        </section>
    }
}

/// What the work on the open plan is given.
#[derive(Properties, PartialEq)]
struct ExchangeProps {
    open: Open,
    /// Whether files can be received and conflicts be settled.
    receives: bool,
}

/// The files that wait, the conflicts, and, while no file waits, everything else.
#[component]
fn Exchange(props: &ExchangeProps) -> Html {
    let incoming = use_incoming().filter(|_| props.receives);
    let at = use_state_eq(settle::At::default);
    let shown =
        use_memo((incoming, props.open.clone()), |(incoming, open)| Shown::of(incoming.as_ref(), open));
    let items = &shown.items;
    let onmove = {
        let at = at.clone();
        Callback::from(move |to| at.set(to))
    };
    use_effect_with((items.is_empty(), at.focus), |(none_left, was_there)| {
        // The last conflict took the focus along.
        if *none_left && *was_there && dom::focus_is_nowhere() {
            let _ = dom::focus(received::TAKE) || dom::focus("xung-dot-het");
        }
    });
    let waited = use_mut_ref(|| false);
    {
        let at = at.clone();
        use_effect_with((shown.reception.is_some(), items.is_empty()), move |(waits, none_left)| {
            // Files were taken in with conflicts open: their keys act at once. Who is elsewhere by then stays there.
            let taken = waited.replace(*waits) && !*waits;
            if taken && !*none_left && dom::focus_is_nowhere() {
                at.set(settle::At { focus: true, record: at.record.clone() });
            }
        });
    }
    let place = at.record.as_ref().and_then(|record| items.iter().position(|item| item.record == *record));
    let place = place.unwrap_or_default();
    let is_asked = props.receives && !items.is_empty();
    let rows = || settle::rows(items, place, &onmove);
    let panel = items.get(place).filter(|_| props.receives).map(|item| {
        html! {
            <settle::Settle key={item.record.to_string()} items={Rc::clone(items)} {place} file={Rc::clone(&shown.file)}
                focus={at.focus} in_plan={shown.reception.is_none()} onmove={&onmove} />
        }
    });
    let settled = || {
        if at.focus {
            html! { <p id="xung-dot-het" class="muted" tabindex="-1">{text::ALL_SETTLED}</p> }
        } else {
            Html::default()
        }
    };
    if let Some((preview, groups)) = &shown.reception {
        let conflicts = if is_asked { settle::group(rows(), items.len()) } else { Html::default() };
        // A file that is left out brings nothing to look at, and that nothing is new would be untrue.
        let groups = if preview.usable() == 0 {
            Html::default()
        } else {
            html! { <preview::PreviewGroups groups={Rc::clone(groups)} {conflicts} /> }
        };
        // What is to be chosen stands beside the files, else what they bring does.
        let (under, right) = match panel {
            Some(panel) => (groups, panel),
            None => (Html::default(), html! { <>{settled()}{groups}</> }),
        };
        return html! {
            <>
                <div class="exchange">
                    <div>
                        <received::ReceivedFiles preview={Rc::clone(preview)} open={items.len()} />
                        {under}
                    </div>
                    <div>{right}</div>
                </div>
                <received::TakeBar preview={Rc::clone(preview)} open={items.len()} />
            </>
        };
    }
    let right = panel.unwrap_or_else(settled);
    html! {
        <div class="exchange">
            <div>
                if is_asked {
                    <section class="section groups" aria-labelledby="cho-chon">
                        <div class="section-head"><h2 id="cho-chon">{text::CONFLICTS}</h2></div>
                        {rows()}
                    </section>
                }
                <senders::Senders />
                <Keeping />
            </div>
            <div>{right}<senders::History /><apart::ApartSections /></div>
        </div>
    }
}

/// What is derived for the screen, once for a state of the plan and of the files that wait.
struct Shown {
    /// The plan as it is, or as it would be.
    file: Rc<PlanFile>,
    items: Rc<Vec<question::Item>>,
    /// What the files that wait would bring.
    reception: Option<(Rc<Preview>, Rc<Groups>)>,
}

impl Shown {
    fn of(incoming: Option<&Incoming>, open: &Open) -> Self {
        let preview = incoming.map(|incoming| Rc::new(incoming.preview(&open.file)));
        let file =
            preview.as_ref().map_or_else(|| Rc::clone(&open.file), |preview| Rc::clone(&preview.merged));
        let plan = preview.is_some().then_some(&*open.file);
        let reception = preview.map(|preview| {
            let groups = Rc::new(groups::groups(&preview, &open.file));
            (preview, groups)
        });
        Self { items: Rc::new(question::items(&file, plan)), file, reception }
    }
}

/// What this browser keeps, and how to keep and send data.
#[component]
fn Keeping() -> Html {
    html! {
        <>
            <disk::DiskSection />
            <backups::BackupsSection />
            <kept::KeptSection />
            <section class="section" aria-labelledby="tep-o-dau">
                <div class="section-head"><h2 id="tep-o-dau">{text::ABOUT}</h2></div>
                <ul class="spaced">{for text::ABOUT_LINES.iter().map(|line| html! { <li>{*line}</li> })}</ul>
            </section>
        </>
    }
}

/// The names of offices, in plan order: full, or short where there is little room.
fn names(file: &PlanFile, offices: &BTreeSet<OfficeId>, full: bool) -> String {
    let known = file.offices.iter().filter(|office| offices.contains(&office.id));
    let known = known.map(|office| if full { office.name.clone() } else { office.short_name.clone() });
    let unknown = offices.iter().filter(|id| !file.offices.contains(id)).map(ToString::to_string);
    known.chain(unknown).collect::<Vec<_>>().join(", ")
}

/// `09:42, 20/11/2026`.
fn moment(at: NaiveDateTime) -> String {
    at.format("%H:%M, %d/%m/%Y").to_string()
}
