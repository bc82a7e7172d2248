//! Nhận xét: what is found wrong or doubtful in a file, where, and what to do about it.

use std::fmt;

use serde::Serialize;

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing is lost, but a person should look.
    Warning,
    /// Part of the file could not be taken.
    Error,
}

/// Where in the file: the record and the field, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Place {
    /// Kind and id, or kind and position: `activities/a1`, `activities[12]`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub record: String,
    /// The field, as a path: `counts[0].value`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub field: String,
}

impl Place {
    /// A place in a record.
    pub fn new(record: impl Into<String>, field: impl Into<String>) -> Self {
        Self { record: record.into(), field: field.into() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.record.is_empty(), self.field.is_empty()) {
            (true, _) => f.write_str(&self.field),
            (false, true) => f.write_str(&self.record),
            (false, false) => write!(f, "{}, trường {}", self.record, self.field),
        }
    }
}

/// Một nhận xét.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// A stable name for scripts: `record-unreadable`.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What, in Vietnamese.
    pub message: String,
    /// What to do, in Vietnamese; empty where nothing is to be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hint: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(f, ". {}", self.hint)?;
        }
        Ok(())
    }
}
