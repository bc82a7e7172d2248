//! What tests of several modules need.

use cchc_core::exchange::{Author, Change, Edit, PlanFile};

/// The file after edits of an office, on a machine of its own.
pub(crate) fn after(file: &PlanFile, office: &str, edits: Vec<Edit>) -> PlanFile {
    let mut file = file.clone();
    let author = Author {
        writer: format!("may{office}").parse().unwrap(),
        at: "2026-11-19T16:30:00+07:00".parse().unwrap(),
        office: office.parse().ok(),
    };
    file.apply(&Change { author, label: "Sửa".into(), edits }).unwrap();
    file
}
