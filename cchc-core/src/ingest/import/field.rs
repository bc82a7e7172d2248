//! What a column of a list can hold.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::id::UnitId;

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
    /// Mã tiêu chí.
    Code,
    /// Tiêu chí, câu hỏi.
    Criterion,
    /// Số phiếu ở một mức trả lời, from 1 to 5, which is the best.
    Level(u8),
    /// Tổng số phiếu.
    Total,
    /// Mức trả lời: one answer in each row.
    Answer,
    /// Mức trả lời về một tiêu chí, which has this code: one person in each row.
    Of(String),
    /// Số liệu đầu vào.
    Figure,
    /// Điểm tự đánh giá; in a table of published values, the points.
    Own,
    /// Điểm thẩm định.
    Appraised,
    /// Điểm điều tra xã hội học.
    Surveyed,
    /// Giải trình.
    Reason,
    /// Tài liệu kiểm chứng.
    Documents,
    /// Điểm của một kỳ.
    At(Period),
    /// Chỉ số, of which each row is a value.
    Index,
    /// Bộ chỉ số.
    Set,
    /// Đối tượng whose value it is.
    Whose,
    /// Kỳ.
    Period,
    /// Điểm tháng hay điểm năm.
    View,
    /// Xếp hạng.
    Rank,
    /// Of how many.
    Ranked,
    /// Điểm thành phần: `1.1: 2,5; 1.2: 3`.
    Parts,
    /// Nguồn.
    Source,
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

    /// Those that a person chooses from in a table about an index, but the points of a period and the answers about a
    /// criterion.
    pub const OF_INDICES: [Self; 26] = [
        Self::Skip,
        Self::Code,
        Self::Criterion,
        Self::Level(5),
        Self::Level(4),
        Self::Level(3),
        Self::Level(2),
        Self::Level(1),
        Self::Total,
        Self::Answer,
        Self::Figure,
        Self::Own,
        Self::Appraised,
        Self::Surveyed,
        Self::Reason,
        Self::Documents,
        Self::Note,
        Self::Index,
        Self::Set,
        Self::Whose,
        Self::Period,
        Self::View,
        Self::Rank,
        Self::Ranked,
        Self::Parts,
        Self::Source,
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
            Self::Code => "code",
            Self::Criterion => "criterion",
            Self::Level(_) => "level",
            Self::Total => "total",
            Self::Answer => "answer",
            Self::Of(_) => "of",
            Self::Figure => "figure",
            Self::Own => "own",
            Self::Appraised => "appraised",
            Self::Surveyed => "surveyed",
            Self::Reason => "reason",
            Self::Documents => "documents",
            Self::At(_) => "at",
            Self::Index => "index",
            Self::Set => "set",
            Self::Whose => "whose",
            Self::Period => "period",
            Self::View => "view",
            Self::Rank => "rank",
            Self::Ranked => "ranked",
            Self::Parts => "parts",
            Self::Source => "source",
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
            Self::Code => "Mã tiêu chí",
            Self::Criterion => "Tiêu chí, câu hỏi",
            Self::Level(level) => match level {
                5 => "Số phiếu mức 5 (rất hài lòng)",
                4 => "Số phiếu mức 4 (hài lòng)",
                3 => "Số phiếu mức 3 (bình thường)",
                2 => "Số phiếu mức 2 (không hài lòng)",
                _ => "Số phiếu mức 1 (rất không hài lòng)",
            },
            Self::Total => "Tổng số phiếu",
            Self::Answer => "Mức trả lời",
            Self::Of(_) => "Mức trả lời của một tiêu chí",
            Self::Figure => "Số liệu",
            Self::Own => "Điểm tự đánh giá, điểm",
            Self::Appraised => "Điểm thẩm định",
            Self::Surveyed => "Điểm điều tra xã hội học",
            Self::Reason => "Giải trình",
            Self::Documents => "Tài liệu kiểm chứng",
            Self::At(_) => "Điểm của một kỳ",
            Self::Index => "Chỉ số",
            Self::Set => "Bộ chỉ số",
            Self::Whose => "Của ai",
            Self::Period => "Kỳ",
            Self::View => "Điểm tháng hay điểm năm",
            Self::Rank => "Xếp hạng",
            Self::Ranked => "Trong tổng số",
            Self::Parts => "Điểm thành phần",
            Self::Source => "Nguồn",
        }
    }

    /// Whether several columns may hold it.
    pub(super) const fn is_many(&self) -> bool {
        matches!(
            self,
            Self::Skip | Self::Topics | Self::Count(Some(_)) | Self::Evidence | Self::Note | Self::Of(_)
        )
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        match self {
            Self::Count(Some(unit)) => write!(f, ":{unit}"),
            Self::Level(level) => write!(f, ":{level}"),
            Self::Of(code) => write!(f, ":{code}"),
            Self::At(period) => write!(f, ":{period}"),
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
        let found = match text.split_once(':') {
            Some(("level", level)) => {
                level.parse().ok().filter(|level| (1..=5).contains(level)).map(Self::Level)
            }
            Some(("of", code)) if !code.is_empty() => Some(Self::Of(code.to_owned())),
            Some(("at", period)) => period.parse().ok().map(Self::At),
            _ => Self::ALL
                .into_iter()
                .chain(Self::OF_INDICES)
                .find(|field| field.key() == text && !matches!(field, Self::Level(_))),
        };
        found.ok_or_else(wrong)
    }
}

impl TryFrom<String> for Field {
    type Error = FieldError;

    fn try_from(text: String) -> Result<Self, FieldError> {
        text.parse()
    }
}
