//! Papers a commune could have written: a report, a letter, a plan with footnotes, minutes, a section to embed.
//!
//! Names of people, numbers and dates are invented.

mod letter;
mod minutes;
mod plan;
mod report;

use cchc_core::document::{Document, Letterhead, PartialDate};

pub use letter::reminder;
pub use minutes::dialogue;
pub use plan::plan;
pub use report::{embedded, quarterly_report};

/// Every paper, with the name of its files.
pub fn all() -> Vec<(&'static str, Document)> {
    vec![
        ("bao-cao-quy-ii", quarterly_report()),
        ("long-ghep-quy-ii", embedded()),
        ("cong-van-don-doc", reminder()),
        ("ke-hoach", plan()),
        ("bien-ban-doi-thoai", dialogue()),
    ]
}

/// The letterhead of the People's Committee.
fn committee(symbol: &str, number: Option<u32>, date: (Option<u32>, Option<u32>)) -> Letterhead {
    Letterhead {
        parent: Vec::new(),
        issuer: vec!["Ủy ban nhân dân".into(), "xã Hoa Thám".into()],
        number,
        symbol: symbol.into(),
        place: "Hoa Thám".into(),
        date: PartialDate { day: date.0, month: date.1, year: 2026 },
    }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
