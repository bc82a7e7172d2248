//! Why a verb could not be done, in Vietnamese.

use std::fmt;
use std::io;
use std::path::PathBuf;

use cchc_core::diagnostic::{Diagnostic, Place};
use cchc_core::exchange::ReadError;
use cchc_core::ingest::IngestError;
use cchc_core::ingest::sheet::SheetError;

/// Why a verb could not be done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The call is wrong: what, and what to write instead.
    Usage(String),
    /// A verb is called wrongly; its own help says how.
    UsageOf(String, String),
    /// A file cannot be opened.
    Open(String, io::Error),
    /// A file is no plan file.
    Unreadable(String, ReadError),
    /// A file is no plan that can be read.
    NoPlan(String, IngestError),
    /// A file is no list that can be read.
    NoList(String, SheetError),
    /// A file cannot be written.
    Write(PathBuf, io::Error),
    /// What was asked is not in the file.
    NotThere(String),
    /// Standard output cannot be written.
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}. Xem cách dùng: cchc --help"),
            Self::UsageOf(verb, what) => write!(f, "{what}. Xem cách dùng: cchc {verb} --help"),
            Self::Open(name, error) => write!(f, "{name}: không mở được tệp: {}", reason(error)),
            Self::Unreadable(name, error) => {
                write!(f, "{name}: {}", error.diagnostic())
            }
            Self::NoPlan(name, error) => write!(f, "{name}: {error}"),
            Self::NoList(name, error) => write!(f, "{name}: {error}"),
            Self::Write(path, error) => {
                write!(f, "{}: không ghi được tệp: {}", path.display(), reason(error))
            }
            Self::NotThere(what) => f.write_str(what),
            Self::Output(error) => write!(f, "không ghi được kết quả: {}", reason(error)),
        }
    }
}

impl Failure {
    /// The failure of a call of that verb.
    pub(crate) fn of(self, verb: &str) -> Self {
        match self {
            Self::Usage(what) => Self::UsageOf(verb.to_owned(), what),
            other => other,
        }
    }

    /// The failure as a finding about the file it is about.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::Unreadable(_, error) => error.diagnostic(),
            Self::Open(_, error) => Diagnostic::error(
                "cannot-open",
                Place::default(),
                format!("không mở được tệp: {}", reason(error)),
                "Xem lại tên tệp và quyền đọc",
            ),
            other => Diagnostic::error("failed", Place::default(), other.to_string(), ""),
        }
    }
}

/// What the system says, in Vietnamese as far as it is one of the usual things.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp hoặc thư mục này".to_owned(),
        io::ErrorKind::PermissionDenied => "không có quyền".to_owned(),
        io::ErrorKind::IsADirectory => "đây là thư mục".to_owned(),
        io::ErrorKind::NotADirectory => "đường dẫn đi qua một tệp thường".to_owned(),
        io::ErrorKind::StorageFull => "ổ đĩa đã đầy".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc".to_owned(),
        _ => error.to_string(),
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        use lexopt::Error;
        Self::Usage(match error {
            Error::MissingValue { option: Some(option) } => format!("thiếu giá trị sau {option}"),
            Error::MissingValue { option: None } => "thiếu giá trị".to_owned(),
            Error::UnexpectedOption(option) => format!("không có tùy chọn {option}"),
            Error::UnexpectedArgument(value) => format!("thừa “{}”", value.to_string_lossy()),
            Error::UnexpectedValue { option, value } => {
                format!("{option} không nhận giá trị “{}”", value.to_string_lossy())
            }
            Error::NonUnicodeValue(value) => format!("“{}” không phải chữ Unicode", value.to_string_lossy()),
            Error::ParsingFailed { value, .. } => format!("không hiểu “{value}”"),
            Error::Custom(error) => error.to_string(),
        })
    }
}
