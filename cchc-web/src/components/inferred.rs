//! "suy ra": a value that the plan does not write, with what it rests on.

use yew::prelude::*;

use super::dialog::Dialog;
use crate::strings::common;

/// What the mark is given.
#[derive(Properties, PartialEq)]
pub struct InferredProps {
    /// A page-wide unique id for its dialog.
    pub id: AttrValue,
    /// The mark itself: "suy ra" or "cần xác nhận".
    #[prop_or(AttrValue::Static(common::INFERRED))]
    pub mark: AttrValue,
    /// What was concluded: "Số lớp tập huấn trong năm".
    pub what: AttrValue,
    /// The value taken, in words.
    pub value: AttrValue,
    /// The plan's own words; empty where it has none.
    #[prop_or_default]
    pub wording: AttrValue,
    /// Why the value was taken.
    #[prop_or_default]
    pub reason: AttrValue,
    /// "Đúng": a person confirms the value.
    #[prop_or_default]
    pub onconfirm: Option<Callback<()>>,
    /// "Sửa": where the value is changed.
    #[prop_or_default]
    pub onedit: Option<Callback<()>>,
}

/// `.inferred`: the word as a button; it opens the wording of the plan, the value taken, and "Sửa" / "Đúng".
#[component]
pub fn Inferred(props: &InferredProps) -> Html {
    let open = use_state_eq(|| false);
    let show = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            event.stop_propagation();
            open.set(true);
        })
    };
    let hide = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let then = |action: &Option<Callback<()>>| {
        let (action, hide) = (action.clone(), hide.clone());
        action.map(|action| {
            Callback::from(move |_: MouseEvent| {
                hide.emit(());
                action.emit(());
            })
        })
    };
    let (confirm, edit) = (then(&props.onconfirm), then(&props.onedit));
    html! {
        <>
            <button class="inferred" type="button" title={common::INFERRED_TITLE} onclick={show}>{&props.mark}</button>
            if *open {
                <Dialog id={&props.id} title={&props.what} onclose={hide.clone()}>
                    if props.wording.is_empty() {
                        <p>{common::NOT_WRITTEN}</p>
                    } else {
                        <p>{common::PLAN_WRITES}{format!(" “{}”", props.wording)}</p>
                    }
                    <p>{common::TAKEN}{" "}<b class="strong">{&props.value}</b></p>
                    if !props.reason.is_empty() { <p>{&props.reason}</p> }
                    <div class="actions">
                        if let Some(onclick) = edit { <button class="btn" type="button" {onclick}>{common::EDIT}</button> }
                        if let Some(onclick) = confirm {
                            <button class="btn btn-primary" type="button" {onclick}>{common::RIGHT}</button>
                        }
                    </div>
                </Dialog>
            }
        </>
    }
}
