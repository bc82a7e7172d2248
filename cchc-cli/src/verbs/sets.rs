//! `cchc sets`.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::path::Path;

use cchc_core::exchange::PlanFile;
use cchc_core::indicator::{IndicatorSet, builtin_set, builtin_sets};
use cchc_core::progress::scoring;
use serde_json::json;

use crate::args::Format;
use crate::failure::Failure;
use crate::table::Table;
use crate::{input, output};

/// Prints the sets, or one of them; of a plan file, those that serve it: its own in place of the built-in ones.
pub(crate) fn run(set: Option<&str>, file: Option<&OsStr>, format: Format) -> Result<(), Failure> {
    let file = file.map(|file| input::read_quietly(file).map(|read| read.file)).transpose()?;
    if let Some(set) = set {
        return match &file {
            Some(file) => {
                let found = scoring::set(file, set).ok_or_else(|| unknown(file, set))?;
                output::print_json(&*found)
            }
            None => output::print_json(&*find(set)?),
        };
    }
    let sets: Vec<Cow<'_, IndicatorSet>> = match &file {
        Some(file) => scoring::sets(file),
        None => builtin_sets().iter().map(Cow::Borrowed).collect(),
    };
    let is_own =
        |set: &IndicatorSet| file.as_ref().is_some_and(|file| file.indicator_sets.contains(&set.code));
    match format {
        Format::Text => output::print_text(text(&sets, &is_own)),
        Format::Json => {
            let sets: Vec<_> = sets
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
                        "own": is_own(set),
                    })
                })
                .collect();
            output::print_json(&sets)
        }
    }
}

/// A set that a plan file has not.
pub(crate) fn unknown(file: &PlanFile, set: &str) -> Failure {
    let known: Vec<_> = scoring::sets(file).iter().map(|set| set.code.to_string()).collect();
    Failure::NotThere(format!("tệp không có bộ chỉ số “{set}”; có: {}", known.join(", ")))
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

fn text(sets: &[Cow<'_, IndicatorSet>], is_own: &dyn Fn(&IndicatorSet) -> bool) -> String {
    let mut table = Table::new(["Mã", "Bộ chỉ số", "Năm", "Số chỗ", "Lưu ý"]);
    for set in sets {
        let notes = [
            is_own(set).then_some("của tệp kế hoạch"),
            (!set.unconfirmed.is_empty()).then_some("có phần chưa xác nhận"),
        ];
        table.row([
            set.code.to_string(),
            output::plain(&set.name),
            set.years.vietnamese(),
            set.leaves().len().to_string(),
            notes.into_iter().flatten().collect::<Vec<_>>().join("; "),
        ]);
    }
    table.text()
}
