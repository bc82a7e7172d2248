//! Nhận xét: what is found wrong or doubtful in a file, where, and what to do about it.

use std::fmt;

use serde::Serialize;

use crate::record::{Kind, Record};

/// How bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Thông tin: nothing is wrong; good to know.
    Note,
    /// Nên xem lại: nothing is lost, but a person should look.
    Warning,
    /// Lỗi: part of the file could not be taken, or contradicts itself.
    Error,
}

impl Severity {
    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Note => "thông tin",
            Self::Warning => "nên xem lại",
            Self::Error => "lỗi",
        }
    }
}

/// Chỗ trong tệp: the part of the file, the record and the field, as far as known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Place {
    /// The kind of record (`activities`) or another part of the file (`stamps`); empty for the file as a whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// Which one in its list, from 1, where the id does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
    /// The id of the record.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The field, as a path whose list positions count from 0, as in a program: `counts[0].value`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// The place in the file's text, where no other can be told; the message says it too. Rare, so it stands apart.
    #[serde(flatten)]
    pub text: Option<Box<TextPlace>>,
}

/// Chỗ trong văn bản của tệp.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextPlace {
    /// The line, from 1.
    pub line: usize,
    /// The column in it, from 1, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
}

impl Place {
    /// A field of a record; the record itself where `field` is empty.
    pub fn record<R: Record>(record: &R, field: impl Into<String>) -> Self {
        Self {
            part: R::KIND.key().to_owned(),
            position: None,
            id: record.id().to_string(),
            field: field.into(),
            ..Self::default()
        }
    }

    /// A field of the plan's header.
    pub fn plan(field: impl Into<String>) -> Self {
        Self { part: Kind::Plan.key().to_owned(), field: field.into(), ..Self::default() }
    }

    /// A place in the file's text.
    pub fn text(line: usize, column: Option<usize>) -> Self {
        Self { text: Some(Box::new(TextPlace { line, column })), ..Self::default() }
    }

    /// A part of the file that is no record.
    pub fn part(part: impl Into<String>) -> Self {
        Self { part: part.into(), ..Self::default() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Kind::from_key(&self.part) {
            Some(kind) => f.write_str(kind.vietnamese())?,
            None if self.part.is_empty() => f.write_str("tệp")?,
            None => write!(f, "phần “{}”", self.part)?,
        }
        if let Some(position) = self.position
            && Kind::from_key(&self.part).is_none()
        {
            write!(f, ", mục thứ {position}")?;
        } else if let Some(position) = self.position {
            write!(f, " thứ {position}")?;
        }
        if !self.id.is_empty() {
            write!(f, " “{}”", self.id)?;
        }
        if !self.field.is_empty() {
            write!(f, ", trường {}", self.field)?;
        }
        Ok(())
    }
}

/// Một nhận xét. Its texts are Vietnamese, and may quote the file: they are text, never markup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// A stable name for scripts: `record-unreadable`.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What, without the place.
    pub message: String,
    /// What to do; empty where nothing is to be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hint: String,
}

/// Parts of a file in which no figure has its ground.
const WITHOUT_FIGURES: [&str; 9] = [
    "stamps",
    "journal",
    "part",
    "passages",
    "documents",
    "goals",
    "paragraph_edits",
    "frozen_reports",
    "list_readings",
];

/// The gravest finding; of several, the first.
pub fn gravest(found: &[Diagnostic]) -> Option<&Diagnostic> {
    found.iter().rev().max_by_key(|one| one.severity)
}

impl Diagnostic {
    /// Whether figures may be missing or wrong for it: an error, and in what figures are made from.
    pub fn concerns_figures(&self) -> bool {
        let prefixes = ["set_aside.", "twice.", "records."];
        let part = prefixes
            .iter()
            .fold(self.place.part.as_str(), |part, prefix| part.strip_prefix(prefix).unwrap_or(part));
        let part = part.split('.').next().unwrap_or_default();
        self.severity == Severity::Error && !WITHOUT_FIGURES.contains(&part)
    }

    /// Something that is wrong.
    pub fn error(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { code, severity: Severity::Error, place, message: message.into(), hint: hint.into() }
    }

    /// Something that is good to know.
    pub fn note(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { code, severity: Severity::Note, place, message: message.into(), hint: hint.into() }
    }

    /// Something that a person should look at.
    pub fn warning(
        code: &'static str,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { code, severity: Severity::Warning, place, message: message.into(), hint: hint.into() }
    }
}

impl fmt::Display for Diagnostic {
    /// Place, message and hint in one line: `hoạt động “a1”, trường date: … . …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.part.is_empty() {
            write!(f, "{}: ", self.place)?;
        }
        f.write_str(&self.message)?;
        if !self.hint.is_empty() {
            write!(f, ". {}", self.hint)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_concerns_figures_where_they_have_their_ground() {
        let error = |part: &str| Diagnostic::error("x", Place::part(part), "", "");
        for part in ["", "plan", "records", "activities", "records.activities", "set_aside.offices"] {
            assert!(error(part).concerns_figures(), "{part}");
        }
        for part in ["journal", "stamps", "stamps.context", "set_aside.stamps.seen", "set_aside.passages"] {
            assert!(!error(part).concerns_figures(), "{part}");
        }
        assert!(!Diagnostic::warning("x", Place::part("activities"), "", "").concerns_figures());
    }

    #[test]
    fn the_gravest_is_the_first_of_its_kind() {
        let note = Diagnostic::note("a", Place::default(), "", "");
        let error = |code| Diagnostic::error(code, Place::default(), "", "");
        let found = [note.clone(), error("b"), error("c"), note];
        assert_eq!(gravest(&found).map(|one| one.code), Some("b"));
        assert_eq!(gravest(&[]), None);
    }

    #[test]
    fn a_diagnostic_reads_as_a_sentence() {
        let place = Place {
            part: "activities".into(),
            position: Some(12),
            id: "a1".into(),
            field: "counts[0].value".into(),
            ..Place::default()
        };
        let found = Diagnostic::error("x", place, "số đếm âm", "Ghi số từ 0 trở lên");
        assert_eq!(
            found.to_string(),
            "hoạt động thứ 12 “a1”, trường counts[0].value: số đếm âm. Ghi số từ 0 trở lên"
        );
        assert_eq!(Place::plan("year").to_string(), "kế hoạch, trường year");
        assert_eq!(Place::part("stamps").to_string(), "phần “stamps”");
        let entry = Place { position: Some(3), ..Place::part("journal") };
        assert_eq!(entry.to_string(), "phần “journal”, mục thứ 3");
        assert_eq!(Place::default().to_string(), "tệp");
    }
}
