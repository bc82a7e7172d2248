//! What an activity of a certain form of work has beyond date, office and counts.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, TimeOfDay};
use crate::record::Extra;
use crate::register::amount::some_amount;
use crate::text::fold;

/// Chi tiết của một hoạt động, by its form of work. How many took part stands among the activity's counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Detail {
    /// Loại việc.
    pub form: WorkForm,
    /// Địa điểm; nơi niêm yết.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Giờ bắt đầu.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<TimeOfDay>,
    /// Thời lượng, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub minutes: Option<u64>,
    /// Đến ngày: the last day of what lasts, as a posting or a contest does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Người chủ trì, báo cáo viên, người niêm yết.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub led_by: String,
    /// Thư ký, người ghi.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub recorded_by: String,
    /// Từng mục: the procedures posted, the questions of a dialogue, the documents updated, what an inspection found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<DetailItem>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Detail {
    /// Of that form, with nothing filled in.
    pub fn new(form: WorkForm) -> Self {
        Self {
            form,
            place: String::new(),
            begins: None,
            minutes: None,
            until: None,
            led_by: String::new(),
            recorded_by: String::new(),
            items: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Giờ kết thúc: where begin and length are known, and it ends on the same day.
    pub fn ends(&self) -> Option<TimeOfDay> {
        self.begins?.after(self.minutes?)
    }
}

/// Một mục.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DetailItem {
    /// Nội dung: the procedure, the question, the document.
    pub text: String,
    /// Trả lời, kết luận.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Loại việc that the plan wants a register of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WorkForm {
    /// Lớp tập huấn, bồi dưỡng.
    Training,
    /// Cuộc thi, hội thi.
    Contest,
    /// Phát thanh, phát sóng.
    Broadcast,
    /// Đối thoại với doanh nghiệp, hợp tác xã, người dân.
    Dialogue,
    /// Niêm yết, công khai thủ tục hành chính.
    Posting,
    /// Kiểm tra.
    Inspection,
    /// Cập nhật văn bản lên Cơ sở dữ liệu quốc gia.
    DatabaseUpdate,
}

impl WorkForm {
    /// The form of work that a channel's or a duty's name speaks of, if any.
    pub fn named_in(name: &str) -> Option<Self> {
        const WORDS: [(&str, WorkForm); 11] = [
            ("doi thoai", WorkForm::Dialogue),
            ("niem yet", WorkForm::Posting),
            ("tap huan", WorkForm::Training),
            ("boi duong", WorkForm::Training),
            ("hoi thi", WorkForm::Contest),
            ("cuoc thi", WorkForm::Contest),
            ("truyen thanh", WorkForm::Broadcast),
            ("phat song", WorkForm::Broadcast),
            ("co so du lieu quoc gia", WorkForm::DatabaseUpdate),
            ("ke hoach kiem tra", WorkForm::Inspection),
            ("kiem tra cong tac", WorkForm::Inspection),
        ];
        let folded = fold(name);
        WORDS.into_iter().find(|(words, _)| folded.contains(words)).map(|(_, form)| form)
    }

    /// Every form, as they are listed.
    pub const ALL: [Self; 7] = [
        Self::Training,
        Self::Contest,
        Self::Broadcast,
        Self::Dialogue,
        Self::Posting,
        Self::Inspection,
        Self::DatabaseUpdate,
    ];

    /// The word a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Training => "tập huấn",
            Self::Contest => "cuộc thi",
            Self::Broadcast => "phát thanh",
            Self::Dialogue => "đối thoại",
            Self::Posting => "niêm yết thủ tục hành chính",
            Self::Inspection => "kiểm tra",
            Self::DatabaseUpdate => "cập nhật cơ sở dữ liệu quốc gia",
        }
    }
}
