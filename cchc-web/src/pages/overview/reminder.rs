//! Soạn nhắc việc: the core's text to an office, to be edited and copied.

use std::rc::Rc;

use cchc_core::id::OfficeId;
use cchc_core::progress::{Progress, reminder};
use cchc_core::report::papers::PaperKind;
use cchc_core::text::date_vi;
use web_sys::HtmlTextAreaElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::components::{Dialog, DialogWidth, Glyph, TextArea, icon};
use crate::pages::progress::full_name;
use crate::pages::report::others::urging;
use crate::platform::{clipboard, clock, typed};
use crate::store::{use_plan, use_store};
use crate::strings::{common, overview as text};

/// What the dialog is given.
#[derive(Properties)]
pub(super) struct ReminderProps {
    pub(super) office: OfficeId,
    pub(super) progress: Rc<Progress>,
    pub(super) onclose: Callback<()>,
}

impl PartialEq for ReminderProps {
    fn eq(&self, other: &Self) -> bool {
        self.office == other.office
            && Rc::ptr_eq(&self.progress, &other.progress)
            && self.onclose == other.onclose
    }
}

/// The dialog. Its text is composed once, when it opens: what a person types must not be overwritten.
#[component]
pub(super) fn ReminderDialog(props: &ReminderProps) -> Html {
    let (open, store, area) = (use_plan(), use_store(), use_node_ref());
    let written = use_state_eq(|| reminder(&open.file, &props.progress, &props.office));
    let refused = use_state_eq(|| false);
    let lead = use_memo((), |()| {
        let now = clock::now();
        text::reminder_lead(&now.format("%H:%M").to_string(), &date_vi(props.progress.today))
    });
    let oninput = use_callback(written.clone(), |words: String, written| written.set(Some(words)));
    let close = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    let copy = {
        let (written, refused, area) = (written.clone(), refused.clone(), area.clone());
        Callback::from(move |_: MouseEvent| {
            let (words, store) = ((*written).clone().unwrap_or_default(), store.clone());
            let (refused, area) = (refused.clone(), area.clone());
            spawn_local(async move {
                let copied = clipboard::copy(&words, None).await;
                refused.set(!copied);
                if copied {
                    typed::forget("nhac-viec-noi-dung");
                    store.say(text::COPIED);
                } else if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                    let _ = area.focus();
                    area.select();
                }
            });
        })
    };
    let title = text::reminder(&full_name(&open.file, &props.office));
    html! {
        <Dialog id="nhac-viec" {title} onclose={&props.onclose} width={DialogWidth::Wide} cross=false focus="#nhac-viec-noi-dung">
            if let Some(words) = &*written {
                <p>{&*lead}</p>
                <TextArea id="nhac-viec-noi-dung" label={text::REMINDER_TEXT} value={words.clone()} {oninput} rows={12}
                    error={refused.then(|| AttrValue::Static(text::NOT_COPIED))} node={area} />
            } else {
                <p>{text::REMINDER_NONE}</p>
            }
            <div class="actions">
                <button class="btn" type="button" onclick={close}>{common::CLOSE}</button>
                if written.is_some() {
                    <a class="btn" href={urging(Some(&props.office)).href()}>{icon(Glyph::Word)}{PaperKind::Urge.vietnamese()}</a>
                    <button class="btn btn-primary" type="button" onclick={copy}>{icon(Glyph::Copy)}{text::COPY}</button>
                }
            </div>
        </Dialog>
    }
}
