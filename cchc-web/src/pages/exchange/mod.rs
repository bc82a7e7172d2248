//! Trao đổi tệp: opening and saving, what this browser keeps, what could not be read.

mod apart;
mod backups;
mod disk;
mod kept;

use chrono::NaiveDateTime;
use yew::prelude::*;

use super::PageHead;
use crate::components::{FileButton, Glyph, icon};
use crate::route::Screen;
use crate::store::{SaveStatus, use_plan_if_open, use_save_status, use_store};
use crate::strings::exchange as text;

/// Trao đổi tệp.
#[component]
pub fn ExchangePage() -> Html {
    let store = use_store();
    let open = use_plan_if_open();
    let status = use_save_status();
    let save = Callback::from(move |_: MouseEvent| store.save_file());
    let line = open.as_ref().map(|open| {
        let title = &open.file.plan.title;
        match &status {
            SaveStatus::Saved { at } => html! { {text::open_saved(title, &moment(*at))} },
            _ => html! { {text::open(title)} },
        }
    });
    html! {
        <section class="page" aria-labelledby={Screen::Exchange.slug()}>
            <PageHead screen={Screen::Exchange} {line}>
                if open.is_some() {
                    <button class="btn" type="button" onclick={save}>{icon(Glyph::Save)}{text::SAVE}<kbd>{"Ctrl S"}</kbd></button>
                }
                <FileButton id="trao-doi-mo" class={classes!("btn", "btn-primary")} />
            </PageHead>
            <div class="exchange">
                <div>
                    <disk::DiskSection />
                    <backups::BackupsSection />
                    <kept::KeptSection />
                    <section class="section" aria-labelledby="tep-o-dau">
                        <div class="section-head"><h2 id="tep-o-dau">{text::ABOUT}</h2></div>
                        <ul class="spaced">{for text::ABOUT_LINES.iter().map(|line| html! { <li>{*line}</li> })}</ul>
                    </section>
                </div>
                <apart::ApartSections />
            </div>
        </section>
    }
}

/// `09:42, 20/11/2026`.
fn moment(at: NaiveDateTime) -> String {
    at.format("%H:%M, %d/%m/%Y").to_string()
}
