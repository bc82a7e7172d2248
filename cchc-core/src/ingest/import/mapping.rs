//! What the columns of a list hold: guessed once, confirmed by a person, kept for the next list.

use std::fmt;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::exchange::fault;
use crate::id::{ChannelId, OfficeId, UnitId};

/// Cách hiểu danh sách.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Cột: what stands under each heading. Headings compare without capitals and tone marks.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub columns: IndexMap<String, Field>,
    /// Tên gọi: what the list calls an office, a channel, a duty or a topic, and its id in the plan.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub names: IndexMap<String, String>,
    /// Trang tính to be read; all that are not hidden where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<String>,
    /// The office of rows for which neither row nor sheet names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// The channel of rows that name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
}

/// Why a text is no mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// No JSON.
    #[error("không phải JSON đúng cú pháp, ở dòng {0}")]
    Syntax(usize),
    /// A field that is not one of a mapping, or has a wrong value.
    #[error("{0}")]
    Wrong(String),
}

impl Mapping {
    /// Reads one that was kept, or written by hand.
    ///
    /// # Errors
    /// [`MappingError`] says where and what.
    pub fn read(json: &[u8]) -> Result<Self, MappingError> {
        let value: Value =
            serde_json::from_slice(json).map_err(|error| MappingError::Syntax(error.line()))?;
        fault::parse_value(&value).map_err(|fault| {
            let at = if fault.field.is_empty() { String::new() } else { format!("{}: ", fault.field) };
            MappingError::Wrong(at + &fault.reason)
        })
    }
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Field {
    /// Bỏ qua.
    Skip,
    /// Ngày thực hiện.
    Date,
    /// Tháng, for rows without a day.
    Month,
    /// Cơ quan.
    Office,
    /// Nhiệm vụ.
    Duty,
    /// Hình thức, kênh.
    Channel,
    /// Nội dung tuyên truyền.
    Topics,
    /// Tên hoạt động, tin, bài.
    Title,
    /// Đối tượng.
    Audience,
    /// Ngôn ngữ.
    Language,
    /// Số lượng, in the unit that the cell, the column of units or the channel says; or in one that the heading says.
    Count(Option<UnitId>),
    /// Số lượng khác: further counts, each with its unit.
    Counts,
    /// Đơn vị tính.
    Unit,
    /// Lượt tiếp cận.
    Reach,
    /// Kinh phí, in đồng.
    Cost,
    /// Minh chứng.
    Evidence,
    /// Loại việc, which has details of its own.
    Form,
    /// Địa điểm.
    Place,
    /// Giờ bắt đầu.
    Begins,
    /// Thời lượng, in minutes.
    Minutes,
    /// Ngày kết thúc.
    Until,
    /// Người chủ trì, báo cáo viên.
    LedBy,
    /// Người ghi, thư ký.
    RecordedBy,
    /// Chi tiết: items, each a paragraph of the cell; a line that begins with an arrow says what it came to.
    Items,
    /// Ghi chú.
    Note,
    /// Mã of the activity, in lists that this program wrote.
    Id,
}

impl Field {
    /// Those that a person chooses from, but counts in a unit.
    pub const ALL: [Self; 26] = [
        Self::Skip,
        Self::Date,
        Self::Month,
        Self::Office,
        Self::Title,
        Self::Channel,
        Self::Duty,
        Self::Topics,
        Self::Count(None),
        Self::Unit,
        Self::Counts,
        Self::Reach,
        Self::Audience,
        Self::Language,
        Self::Cost,
        Self::Evidence,
        Self::Form,
        Self::Place,
        Self::Begins,
        Self::Minutes,
        Self::Until,
        Self::LedBy,
        Self::RecordedBy,
        Self::Items,
        Self::Note,
        Self::Id,
    ];

    /// The name in files; a count in a unit has the unit behind it: `count:tin-bai`.
    const fn key(&self) -> &'static str {
        match self {
            Self::Skip => "skip",
            Self::Date => "date",
            Self::Month => "month",
            Self::Office => "office",
            Self::Duty => "duty",
            Self::Channel => "channel",
            Self::Topics => "topics",
            Self::Title => "title",
            Self::Audience => "audience",
            Self::Language => "language",
            Self::Count(_) => "count",
            Self::Counts => "counts",
            Self::Unit => "unit",
            Self::Reach => "reach",
            Self::Cost => "cost",
            Self::Evidence => "evidence",
            Self::Form => "form",
            Self::Place => "place",
            Self::Begins => "begins",
            Self::Minutes => "minutes",
            Self::Until => "until",
            Self::LedBy => "led_by",
            Self::RecordedBy => "recorded_by",
            Self::Items => "items",
            Self::Note => "note",
            Self::Id => "id",
        }
    }

    /// What a person reads; the unit of a count is not in it.
    pub const fn vietnamese(&self) -> &'static str {
        match self {
            Self::Skip => "Không nhập",
            Self::Date => "Ngày thực hiện",
            Self::Month => "Tháng",
            Self::Office => "Cơ quan",
            Self::Duty => "Nhiệm vụ",
            Self::Channel => "Hình thức",
            Self::Topics => "Nội dung tuyên truyền",
            Self::Title => "Tên hoạt động",
            Self::Audience => "Đối tượng",
            Self::Language => "Ngôn ngữ",
            Self::Count(_) => "Số lượng",
            Self::Counts => "Số lượng khác",
            Self::Unit => "Đơn vị tính",
            Self::Reach => "Lượt tiếp cận",
            Self::Cost => "Kinh phí",
            Self::Evidence => "Minh chứng",
            Self::Form => "Loại việc",
            Self::Place => "Địa điểm",
            Self::Begins => "Giờ bắt đầu",
            Self::Minutes => "Thời lượng (phút)",
            Self::Until => "Đến ngày",
            Self::LedBy => "Người chủ trì",
            Self::RecordedBy => "Người ghi",
            Self::Items => "Chi tiết",
            Self::Note => "Ghi chú",
            Self::Id => "Mã",
        }
    }

    /// Whether several columns may hold it.
    pub(super) const fn is_many(&self) -> bool {
        matches!(self, Self::Skip | Self::Topics | Self::Count(Some(_)) | Self::Evidence | Self::Note)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        match self {
            Self::Count(Some(unit)) => write!(f, ":{unit}"),
            _ => Ok(()),
        }
    }
}

impl From<Field> for String {
    fn from(field: Field) -> Self {
        field.to_string()
    }
}

/// A name that is no field's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("không có trường “{0}”; có: {all}, count:MÃ_ĐƠN_VỊ", all = Field::ALL.map(|field| field.to_string()).join(", "))]
pub struct FieldError(String);

impl FromStr for Field {
    type Err = FieldError;

    fn from_str(text: &str) -> Result<Self, FieldError> {
        let wrong = || FieldError(text.chars().take(60).collect());
        if let Some(unit) = text.strip_prefix("count:") {
            return UnitId::new(unit).map(|unit| Self::Count(Some(unit))).map_err(|_| wrong());
        }
        Self::ALL.into_iter().find(|field| field.key() == text).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Field {
    type Error = FieldError;

    fn try_from(text: String) -> Result<Self, FieldError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_kept_and_read_back() {
        let text = r#"{"columns":{"Ngày đăng":"date","Số tin":"count:tin-bai"},"names":{"VP":"van-phong"},"office":"mttq"}"#;
        let mapping: Mapping = serde_json::from_str(text).unwrap();
        assert_eq!(mapping.columns["Số tin"], Field::Count(Some("tin-bai".parse().unwrap())));
        assert_eq!(serde_json::to_string(&mapping).unwrap(), text);
    }

    #[test]
    fn a_slip_is_told_with_what_there_is() {
        let error = "dates".parse::<Field>().unwrap_err().to_string();
        assert!(error.starts_with("không có trường “dates”; có: skip, date, "), "{error}");
        let wrong = |json: &str| Mapping::read(json.as_bytes()).unwrap_err().to_string();
        assert_eq!(wrong("{\n\"columns\": }"), "không phải JSON đúng cú pháp, ở dòng 2");
        assert!(wrong(r#"{"columns":{"Ngày":"day"}}"#).starts_with("columns.Ngày: không có trường “day”"));
        assert_eq!(
            wrong(r#"{"cot":{}}"#),
            "cot: có trường cot không thuộc chỗ này; dùng: columns, names, sheets, office, channel"
        );
    }
}
