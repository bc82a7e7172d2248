//! "Đổi tên xã, phường trong cả kế hoạch": asked when the commune or the province is changed in the header.

use cchc_core::adapt;
use yew::prelude::*;

use crate::components::Dialog;
use crate::store::{Open, use_store};
use crate::strings::plan as text;

/// The names that the plan is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rename {
    /// Xã, phường, đặc khu.
    pub commune: String,
    /// Tỉnh, thành phố.
    pub province: String,
}

/// What the question is given.
#[derive(Properties, PartialEq)]
pub(super) struct RenameDialogProps {
    /// The open file.
    pub open: Open,
    /// The new names.
    pub rename: Rename,
    /// Called when it is answered: with the names where only the field is to change.
    pub ondone: Callback<Option<Rename>>,
}

/// The question. The whole plan is renamed in one change, taken back by one undo.
#[component]
pub(super) fn RenameDialog(props: &RenameDialogProps) -> Html {
    let store = use_store();
    let RenameDialogProps { open, rename, ondone } = props;
    let plan = &open.file.plan;
    let other_province = rename.province != plan.province;
    let (old, new) =
        if other_province { (&plan.province, &rename.province) } else { (&plan.commune, &rename.commune) };
    let everywhere = {
        let (file, rename, ondone) = (open.file.clone(), rename.clone(), ondone.clone());
        let new = new.clone();
        Callback::from(move |_: MouseEvent| {
            let edits = adapt::rename(&file, &rename.commune, &rename.province);
            let done = store.edit_and_say(text::RENAME, edits, text::renamed(&new));
            done.unwrap_or_else(|error| store.notify(error.to_string()));
            ondone.emit(None);
        })
    };
    let here = {
        let rename = rename.clone();
        ondone.reform(move |_: MouseEvent| Some(rename.clone()))
    };
    html! {
        <Dialog id="doi-ten" title={text::RENAME} onclose={ondone.reform(|()| None)} focus="#doi-ten-ca">
            <p>{text::rename(old, new)}</p>
            if other_province { <p>{text::RENAME_PROVINCE}</p> }
            <div class="actions">
                <button class="btn" type="button" onclick={here}>{text::RENAME_HERE}</button>
                <button class="btn btn-primary" id="doi-ten-ca" type="button" onclick={everywhere}>{text::RENAME_ALL}</button>
            </div>
        </Dialog>
    }
}
