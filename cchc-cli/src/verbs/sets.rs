//! `cchc sets`.

use std::borrow::Cow;
use std::path::Path;

use cchc_core::indicator::{IndicatorSet, builtin_set, builtin_sets};
use serde_json::json;

use crate::args::Format;
use crate::failure::Failure;
use crate::output;
use crate::table::Table;

/// Prints the sets, or one of them.
pub(crate) fn run(set: Option<&str>, format: Format) -> Result<(), Failure> {
    if let Some(set) = set {
        return output::print_json(&*find(set)?);
    }
    match format {
        Format::Text => output::print(text()),
        Format::Json => {
            let sets: Vec<_> = builtin_sets()
                .iter()
                .map(|set| {
                    json!({
                        "code": set.code,
                        "index": set.index,
                        "name": set.name,
                        "years": set.years,
                        "ownership": set.ownership,
                        "certainty": set.certainty,
                        "unconfirmed": set.unconfirmed,
                        "leaves": set.leaves().len(),
                    })
                })
                .collect();
            output::print_json(&sets)
        }
    }
}

/// A built-in set by its code, or the set in a file.
pub(crate) fn find(set: &str) -> Result<Cow<'static, IndicatorSet>, Failure> {
    if let Some(found) = builtin_set(set) {
        return Ok(Cow::Borrowed(found));
    }
    let is_json = Path::new(set).extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    if !is_json && !set.contains(['/', '\\']) {
        let known: Vec<_> = builtin_sets().iter().map(|set| set.code.as_str()).collect();
        return Err(Failure::NotThere(format!(
            "không có bộ chỉ số “{set}”; có: {}; bộ tự lập: ghi tên tệp .json",
            known.join(", ")
        )));
    }
    let text = std::fs::read_to_string(set).map_err(|error| Failure::Open(set.to_owned(), error))?;
    let text = text.trim_start_matches('\u{feff}');
    IndicatorSet::from_json(text)
        .map(Cow::Owned)
        .map_err(|error| Failure::NotThere(format!("{set}: {error}")))
}

fn text() -> String {
    let mut table = Table::new(["Mã", "Bộ chỉ số", "Năm", "Số chỗ", "Lưu ý"]);
    for set in builtin_sets() {
        let note = if set.unconfirmed.is_empty() { "" } else { "có phần chưa xác nhận" };
        table.row([
            set.code.to_string(),
            set.name.clone(),
            set.years.vietnamese(),
            set.leaves().len().to_string(),
            note.to_owned(),
        ]);
    }
    table.text()
}
