//! What the columns of a list hold: guessed once, confirmed by a person, kept for the next list.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::register::ListMatter as Matter;

use super::names::key;
use crate::calendar::Period;
use crate::exchange::{Edit, PlanFile};
use crate::fault;
use crate::id::{ChannelId, IndexCode, ListReadingId, OfficeId, UnitId, checksum};
use crate::ingest::sheet::Book;
use crate::record::Extra;
use crate::register::ListReading;

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
    /// What the list is about; what its header says where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<Matter>,
    /// The set that tallies and scores belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<IndexCode>,
    /// The period of tallies and scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
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
    /// What was kept of a list like that, and what every list calls offices and criteria.
    pub fn kept(book: &Book, file: &PlanFile) -> Self {
        let mut mapping = Self::default();
        let mut best = 0;
        for reading in &file.list_readings {
            let names = reading.names.iter().map(|(name, id)| (name.clone(), id.clone()));
            mapping.names.extend(names);
            let likeness = likeness(book, reading);
            if likeness > best {
                best = likeness;
                let field =
                    |(heading, field): (&String, &String)| Some((heading.clone(), field.parse().ok()?));
                mapping.columns = reading.columns.iter().filter_map(field).collect();
                (mapping.matter, mapping.set) = (reading.matter, reading.set.clone());
            }
        }
        mapping
    }

    /// What is to be kept of a list with those headings: what a person said of it. `None` where nothing was said, or
    /// all of it is kept already.
    pub(super) fn reading(&self, headings: Vec<String>, list: &str, file: &PlanFile) -> Option<Edit> {
        let is_of_list = |heading: &str| headings.iter().any(|known| key(known) == key(heading));
        let columns: BTreeMap<String, String> = self
            .columns
            .iter()
            .filter(|(heading, _)| is_of_list(heading))
            .map(|(heading, field)| (heading.clone(), field.to_string()))
            .collect();
        let mut keys: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
        keys.sort_unstable();
        let id = ListReadingId::new(format!("ds-{:016x}", checksum(keys.join("|").bytes()))).ok()?;
        let known = file.list_readings.get(&id);
        // What another list calls an office is kept there.
        let is_new = |name: &str, id: &String| {
            let has = |reading: &ListReading| reading.names.get(name) == Some(id);
            known.is_some_and(has) || !file.list_readings.iter().any(has)
        };
        let names = self.names.iter().filter(|(name, id)| is_new(name, id));
        let names: BTreeMap<_, _> = names.map(|(name, id)| (name.clone(), id.clone())).collect();
        let is_said = !columns.is_empty() || !names.is_empty() || self.matter.is_some() || self.set.is_some();
        if headings.is_empty() || (known.is_none() && !is_said) {
            return None;
        }
        let name = known.map_or(list, |known| &known.name).to_owned();
        let extra = known.map_or_else(Extra::new, |known| known.extra.clone());
        let (matter, set) = (self.matter, self.set.clone());
        let new = ListReading { id, name, headings, columns, names, matter, set, extra };
        match known {
            Some(known) => Edit::difference(known, &new),
            None => Some(Edit::write(&new)),
        }
    }

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

/// How many headings of a kept list stand in one row of a book: those that a person spoke of, and most of the others;
/// 0 where they do not.
fn likeness(book: &Book, reading: &ListReading) -> usize {
    let wanted: Vec<String> = reading.headings.iter().map(|heading| key(heading)).collect();
    let spoken: Vec<String> = reading.columns.keys().map(|heading| key(heading)).collect();
    let rows = book
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().take(40).zip(1..).map(move |(row, nth)| (sheet, row, nth)));
    let alike = rows.map(|(sheet, row, nth)| {
        // A header may have a second line.
        let below = sheet.rows.get(nth).into_iter().flat_map(|below| &below.cells);
        let found: Vec<String> = row.cells.iter().chain(below).map(|(_, cell)| key(&cell.shown())).collect();
        let has = |heading: &&String| {
            found.contains(heading)
                || found.iter().any(|own| !own.is_empty() && heading.ends_with(&format!(" {own}")))
        };
        let count = wanted.iter().filter(has).count();
        if count * 4 >= wanted.len() * 3 && spoken.iter().all(|heading| has(&heading)) { count } else { 0 }
    });
    alike.max().unwrap_or(0)
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
            "cot: có trường cot không thuộc chỗ này; dùng: columns, names, sheets, office, channel, matter, set, period"
        );
    }
}
