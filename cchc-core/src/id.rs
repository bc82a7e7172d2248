//! Mã định danh: ids are short strings, stable for the life of a file and never reused.
//!
//! An id of a built-in record is a readable slug (`phong-vhxh`); one made by a person's edit is drawn by the
//! shell, because the core has no randomness.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Longest id accepted, in bytes.
pub const MAX_LENGTH: usize = 100;

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "mã “{0}” không dùng được: chỉ gồm chữ cái không dấu, chữ số và các dấu - _ . : , dài từ 1 đến 100 ký tự"
)]
pub struct IdError(pub String);

/// Checks the shape shared by all ids: ASCII letters, digits, `-`, `_`, `.` and `:`; 1 to 100 of them.
pub fn is_valid(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_LENGTH
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b':'))
}

/// `{first}:{then}` as an id; where that is none, the end is a checksum of it. The first part has to be made of the letters
/// of an id.
pub(crate) fn joined(first: &str, then: &str) -> String {
    let id = format!("{first}:{then}");
    if is_valid(&id) {
        return id;
    }
    format!("{}:{:016x}", &first[..first.len().min(MAX_LENGTH - 17)], checksum(id.bytes()))
}

/// FNV-1a: short, and the same everywhere and in every version, which ids must be. It tells ids apart and promises nothing
/// against intent.
pub(crate) fn checksum(bytes: impl IntoIterator<Item = u8>) -> u64 {
    checksum_on(0xcbf2_9ce4_8422_2325, bytes)
}

/// The checksum of what was summed before with these bytes behind it.
pub(crate) fn checksum_on(before: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(before, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What all id types can do; lets a collection look a record up by its bare text.
pub trait RecordId:
    Clone
    + Eq
    + Ord
    + std::hash::Hash
    + fmt::Debug
    + fmt::Display
    + Borrow<str>
    + TryFrom<String, Error = IdError>
{
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes a text as an id.
            ///
            /// # Errors
            /// [`IdError`] when [`is_valid`] says no.
            pub fn new(text: impl AsRef<str>) -> Result<Self, IdError> {
                let text = text.as_ref();
                if is_valid(text) { Ok(Self(text.into())) } else { Err(IdError(text.chars().take(60).collect())) }
            }

            /// The id as written in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                &*self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                &*self.0 == *other
            }
        }

        impl RecordId for $name {}

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": "^[A-Za-z0-9._:-]{1,100}$",
                    "description": concat!($($doc),*).trim(),
                })
            }
        }
    )*};
}

ids! {
    /// Mã tệp: one plan of one commune for one year, whatever copy it is in.
    FileId;
    /// Mã bản ghi của máy: one copy of an app that writes, not an office.
    WriterId;
    /// Mã đoạn văn của kế hoạch.
    PassageId;
    /// Mã văn bản viện dẫn.
    DocumentId;
    /// Mã mục tiêu hoặc yêu cầu.
    GoalId;
    /// Mã nội dung tuyên truyền.
    TopicId;
    /// Mã chỉ tiêu.
    TargetId;
    /// Mã nhóm hình thức.
    ChannelGroupId;
    /// Mã hình thức, kênh tuyên truyền.
    ChannelId;
    /// Mã đơn vị tính.
    UnitId;
    /// Mã cơ quan, đơn vị.
    OfficeId;
    /// Mã nhiệm vụ.
    DutyId;
    /// Mã quy định báo cáo.
    ReportRuleId;
    /// Mã ngày nghỉ hoặc ngày làm bù.
    HolidayId;
    /// Mã hoạt động.
    ActivityId;
    /// Mã khó khăn, kiến nghị.
    DifficultyId;
    /// Mã lần gửi số liệu của một cơ quan.
    OfficeReturnId;
    /// Mã một kỳ báo cáo cụ thể.
    FilingId;
    /// Mã một đoạn báo cáo đã sửa tay.
    ParagraphEditId;
    /// Mã chỉ số hoặc bộ chỉ số: `par-index`, `sipas`, `papi`, `pci`, `ddci`; `pci-2014`.
    IndexCode;
    /// Mã số liệu, điểm ghi cho một tiêu chí.
    ScoreEntryId;
    /// Mã một giá trị chỉ số.
    IndexValueId;
    /// Mã một mục tiêu chỉ số.
    IndexTargetId;
    /// Mã một giải pháp.
    MeasureId;
    /// Mã một khoản kinh phí.
    BudgetItemId;
    /// Mã một điển hình, cách làm hay, sáng kiến, đề nghị khen thưởng.
    MeritId;
    /// Mã một bản báo cáo đã chốt.
    FrozenReportId;
    /// Mã một cách đọc danh sách.
    ListReadingId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_plain_slug() {
        assert_eq!(OfficeId::new("phong-vhxh").unwrap().as_str(), "phong-vhxh");
        for bad in ["", "phòng", "a b", "a/b", "a\"b", &"x".repeat(101)] {
            assert!(OfficeId::new(bad).is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn a_bad_id_in_a_file_is_refused_with_its_text() {
        let error = serde_json::from_str::<DutyId>("\"a b\"").unwrap_err().to_string();
        assert!(error.contains("“a b”"), "{error}");
    }
}
