//! "Sửa văn bản": every passage in a field of its own, written to the file when the field is left.

use std::sync::Arc;

use cchc_core::plan::{Passage, PassageRole};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::edits::rewrite;
use super::header::HeaderFields;
use crate::components::{Field, described_by};
use crate::route::Screen;
use crate::store::{Open, use_store};
use crate::strings::plan as text;

/// What the form is given.
#[derive(Properties, PartialEq)]
pub(super) struct EditPlanProps {
    /// The open file.
    pub open: Open,
}

/// The form.
#[component]
pub(super) fn EditPlan(props: &EditPlanProps) -> Html {
    let mut section = "";
    let mut number = 0;
    let fields = props.open.file.passages.arcs().map(|passage| {
        if passage.section != section {
            (section, number) = (&passage.section, 0);
        }
        let label = match passage.role {
            PassageRole::Heading | PassageRole::Subheading => text::heading_label(&passage.section),
            PassageRole::Footnote(note) => text::footnote(note),
            PassageRole::Body => {
                number += 1;
                text::passage_label(&passage.section, number)
            }
        };
        html! { <PassageField key={passage.id.to_string()} open={props.open.clone()} passage={Same(Arc::clone(passage))} {label} /> }
    });
    html! {
        <div class="plan-edit">
            <section aria-labelledby="kh-chung">
                <h2 id="kh-chung">{text::HEADER}</h2>
                <HeaderFields open={props.open.clone()} />
            </section>
            <section aria-labelledby="kh-cau-chu">
                <h2 id="kh-cau-chu">{text::TEXT}</h2>
                {for fields}
            </section>
            <div class="action-bar">
                <p>{text::EDIT_LEAD}</p>
                <a class="btn btn-primary" href={Screen::Plan.href()}>{text::DONE}</a>
            </div>
        </div>
    }
}

/// A shared passage that is equal while it is the same one.
#[derive(Clone)]
struct Same(Arc<Passage>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Properties, PartialEq)]
struct PassageFieldProps {
    open: Open,
    passage: Same,
    label: AttrValue,
}

/// One passage.
#[component]
fn PassageField(props: &PassageFieldProps) -> Html {
    let store = use_store();
    let error = use_state_eq(|| None::<AttrValue>);
    let passage = &props.passage.0;
    let id = format!("sua-{}", passage.id);
    let onchange = {
        let (store, error, file) = (store.clone(), error.clone(), props.open.file.clone());
        let (passage, label) = (passage.id.clone(), props.label.clone());
        Callback::from(move |event: Event| {
            let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            let Some(typed) = area.map(|area| area.value()) else { return };
            let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            if typed.is_empty() {
                return error.set(Some(text::EMPTY_PASSAGE.into()));
            }
            error.set(None);
            let change = rewrite(&file, &passage, &typed);
            if change.edits.is_empty() {
                return;
            }
            let said = text::saved_passage(&label, &change.loosened);
            if let Err(refused) = store.edit_and_say(text::label_passage(&label), change.edits, said) {
                error.set(Some(refused.to_string().into()));
            }
        })
    };
    let node = use_node_ref();
    {
        let node = node.clone();
        // The browser keeps what was typed; after an undo the field shows the file's words again.
        use_effect_with(passage.text.clone(), move |text| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                area.set_value(text);
            }
        });
    }
    let rows = (passage.text.chars().count() / 100 + 1).min(16);
    html! {
        <Field id={id.clone()} label={&props.label} error={(*error).clone()}>
            <textarea ref={node} class="input" id={id.clone()} rows={rows.to_string()} {onchange}
                aria-invalid={error.is_some().then_some("true")} aria-describedby={described_by(&id, "", error.as_ref())} />
        </Field>
    }
}
