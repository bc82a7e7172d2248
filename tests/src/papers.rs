//! Papers a commune could have written: a report, a letter, a plan with footnotes, minutes, a section to embed; and
//! those that the product writes from its built-in plans.
//!
//! Names of people, numbers and dates are invented.

mod letter;
mod minutes;
mod plan;
mod real;
mod report;

use cchc_core::document::{Document, Letterhead, PartialDate};
use cchc_core::plan::ReportForm;

pub use letter::reminder;
pub use minutes::dialogue;
pub use plan::plan;
pub use real::{hoa_tham, illustrative_papers, illustrative_report};
pub use report::{embedded, quarterly_report};

/// Every paper, with the name of its files.
pub fn all() -> Vec<(&'static str, Document)> {
    let real = [
        ("hoa-tham-ke-hoach", hoa_tham()),
        ("hoa-tham-bao-cao-quy-ii", illustrative_report("2026-Q2", ReportForm::StandAlone)),
        ("hoa-tham-bao-cao-nam", illustrative_report("2026", ReportForm::StandAlone)),
        ("hoa-tham-long-ghep-quy-iii", illustrative_report("2026-Q3", ReportForm::Embedded)),
    ];
    written().into_iter().chain(real).chain(illustrative_papers()).collect()
}

/// The papers that were written for the tests.
pub fn written() -> Vec<(&'static str, Document)> {
    vec![
        ("bao-cao-quy-ii", quarterly_report()),
        ("long-ghep-quy-ii", embedded()),
        ("cong-van-don-doc", reminder()),
        ("ke-hoach", plan()),
        ("bien-ban-doi-thoai", dialogue()),
    ]
}

/// The letterhead of the People's Committee.
fn committee(symbol: &str, number: Option<&str>, date: (Option<u32>, Option<u32>)) -> Letterhead {
    Letterhead {
        parent: Vec::new(),
        issuer: vec!["Ủy ban nhân dân".into(), "xã Hoa Thám".into()],
        number: number.map(str::to_owned),
        symbol: symbol.into(),
        place: "Hoa Thám".into(),
        date: PartialDate { day: date.0, month: date.1, year: 2026 },
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
