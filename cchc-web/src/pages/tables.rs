//! "Tải bảng .xlsx": what a screen shows in a table, as a spreadsheet of its own.

use cchc_core::calendar::Date;
use cchc_core::document::xlsx::{Workbook, xlsx};
use cchc_core::progress::Tracking;
use cchc_core::report::Listed;
use yew::prelude::*;

use super::report::export::download;
use crate::components::{Glyph, icon};
use crate::platform::files;
use crate::store::Store;
use crate::strings::common as text;

/// The button. Which rows is asked when it is pressed.
pub(super) fn table_button(store: &Store, today: Date, listed: Callback<(), Listed>) -> Html {
    let store = store.clone();
    let onclick = Callback::from(move |_: MouseEvent| save_table(&store, today, &listed.emit(())));
    html! { <button class="btn" type="button" {onclick}>{icon(Glyph::Download)}{text::TABLE}</button> }
}

/// Hands the table to the browser as a file.
pub(super) fn save_table(store: &Store, today: Date, listed: &Listed) {
    if let Some(file) = store.file() {
        save_workbook(store, listed.workbook(&Tracking::of(&file, today)));
    }
}

/// The same of any workbook with the name of its file.
pub(super) fn save_workbook(store: &Store, (workbook, name): (Workbook, String)) {
    download(store, &format!("{name}.xlsx"), files::XLSX, &xlsx(&workbook));
}
