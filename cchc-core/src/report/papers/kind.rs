//! Which papers there are, and what can be chosen about each.

use crate::calendar::{Period, Window};
use crate::id::{ActivityId, FilingId, OfficeId, TopicId};

/// Loại văn bản.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// Kế hoạch, by choice with its duties as a table in an appendix.
    Plan,
    /// Báo cáo độc lập: of a period, of a request, or of any days.
    Report,
    /// Phần lồng ghép vào báo cáo CCHC.
    Embedded,
    /// Công văn đôn đốc, to one office or to all that owe something.
    Urge,
    /// Công văn yêu cầu gửi số liệu, with the form to fill in.
    Request,
    /// Báo cáo tổng hợp khó khăn, vướng mắc và kiến nghị.
    Difficulties,
    /// Tờ trình đề nghị khen thưởng.
    Commend,
    /// Tờ trình dự toán kinh phí.
    Budget,
    /// Báo cáo thẩm định dự toán.
    Appraisal,
    /// Thông báo danh mục thủ tục hành chính đã niêm yết.
    Posting,
    /// Biên bản đối thoại.
    Dialogue,
    /// Bản tóm tắt cho người viết: what an article, a broadcast or a post on a topic stands on.
    Brief,
}

impl PaperKind {
    /// Every kind, as they are listed.
    pub const ALL: [Self; 12] = [
        Self::Plan,
        Self::Report,
        Self::Embedded,
        Self::Urge,
        Self::Request,
        Self::Difficulties,
        Self::Commend,
        Self::Budget,
        Self::Appraisal,
        Self::Posting,
        Self::Dialogue,
        Self::Brief,
    ];

    /// The name to ask for: `don-doc`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plan => "ke-hoach",
            Self::Report => "bao-cao",
            Self::Embedded => "long-ghep",
            Self::Urge => "don-doc",
            Self::Request => "yeu-cau-so-lieu",
            Self::Difficulties => "kien-nghi",
            Self::Commend => "khen-thuong",
            Self::Budget => "du-toan",
            Self::Appraisal => "tham-dinh",
            Self::Posting => "niem-yet-tthc",
            Self::Dialogue => "bien-ban-doi-thoai",
            Self::Brief => "ban-tin",
        }
    }

    /// The kind of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What a person reads.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Plan => "Kế hoạch",
            Self::Report => "Báo cáo độc lập",
            Self::Embedded => "Phần lồng ghép vào báo cáo CCHC",
            Self::Urge => "Công văn đôn đốc",
            Self::Request => "Công văn yêu cầu gửi số liệu",
            Self::Difficulties => "Báo cáo tổng hợp khó khăn, kiến nghị",
            Self::Commend => "Tờ trình đề nghị khen thưởng",
            Self::Budget => "Tờ trình dự toán kinh phí",
            Self::Appraisal => "Báo cáo thẩm định dự toán",
            Self::Posting => "Thông báo niêm yết thủ tục hành chính",
            Self::Dialogue => "Biên bản đối thoại",
            Self::Brief => "Tóm tắt cho người viết tin, bài",
        }
    }

    /// Whether the paper can differ by that choice. What it does not take does not change it, though a period of another
    /// year, or an office that the plan does not have, is refused all the same.
    pub const fn takes(self, choice: PaperChoice) -> bool {
        match choice {
            PaperChoice::Period | PaperChoice::Window => matches!(
                self,
                Self::Report
                    | Self::Embedded
                    | Self::Request
                    | Self::Difficulties
                    | Self::Commend
                    | Self::Posting
                    | Self::Dialogue
            ),
            PaperChoice::Title | PaperChoice::Filing | PaperChoice::LastYear => {
                matches!(self, Self::Report | Self::Embedded)
            }
            PaperChoice::Office => matches!(
                self,
                Self::Urge
                    | Self::Request
                    | Self::Difficulties
                    | Self::Commend
                    | Self::Budget
                    | Self::Appraisal
                    | Self::Posting
                    | Self::Dialogue
            ),
            PaperChoice::Topic => matches!(self, Self::Brief),
            PaperChoice::Activity => matches!(self, Self::Dialogue),
            PaperChoice::Duties => matches!(self, Self::Plan),
        }
    }
}

/// What can be chosen about a paper: the fields of [`PaperAsk`], and a file of last year beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperChoice {
    /// Kỳ.
    Period,
    /// Khoảng ngày.
    Window,
    /// Chuyên đề.
    Title,
    /// Báo cáo trong lịch.
    Filing,
    /// Cơ quan.
    Office,
    /// Nội dung tuyên truyền.
    Topic,
    /// Hoạt động.
    Activity,
    /// Bảng nhiệm vụ kèm theo.
    Duties,
    /// Số liệu năm trước.
    LastYear,
}

/// What of it is asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperAsk {
    /// Kỳ.
    pub period: Option<Period>,
    /// Khoảng ngày, where it is not that of a period.
    pub window: Option<Window>,
    /// Chuyên đề of a report over any days.
    pub title: String,
    /// A report of the calendar, by its id: one on request.
    pub filing: Option<FilingId>,
    /// Cơ quan.
    pub office: Option<OfficeId>,
    /// Nội dung tuyên truyền.
    pub topic: Option<TopicId>,
    /// Hoạt động: which dialogue.
    pub activity: Option<ActivityId>,
    /// Whether the plan carries its duties as a table in an appendix.
    pub with_duties: bool,
}
