//! A paper of the year, as it is printed, and the list of them.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::report::papers::PaperKind;

pub const OTHERS: &str = "Văn bản khác";
pub const ALL: &str = "‹ Tất cả văn bản";
pub const PAPER: &str = "Văn bản";
pub const NONE: &str = "Chưa lập được văn bản";
pub const CHOICES: &str = "Chọn nội dung văn bản";

/// Why there is no such paper, as a sentence.
pub fn because(reason: &str) -> String {
    format!("Lý do: {reason}.")
}

/// What each is for, under its name.
pub const fn purpose(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Plan => "toàn văn Kế hoạch, kèm phụ lục nhiệm vụ nếu cần",
        PaperKind::Report | PaperKind::Embedded => "báo cáo định kỳ",
        PaperKind::Urge => "gửi cơ quan còn việc trễ, thiếu minh chứng, sắp đến hạn",
        PaperKind::Request => "đề nghị các cơ quan gửi số liệu của kỳ, kèm biểu để điền",
        PaperKind::Difficulties => "ở trang Kiến nghị",
        PaperKind::Commend => "tập thể, cá nhân làm tốt trong năm",
        PaperKind::Budget | PaperKind::Appraisal => "ở trang Kinh phí",
        PaperKind::Posting => "niêm yết gì, ở đâu, từ ngày nào",
        PaperKind::Dialogue => "với doanh nghiệp, hợp tác xã, từ hoạt động đã ghi",
        PaperKind::Brief => "căn cứ, thông điệp, số liệu để viết tin, bài hoặc giao trợ lý AI",
    }
}

// What of a paper is chosen.
pub const OFFICE: &str = "Cơ quan";
pub const ANY_OFFICE: &str = "Mọi cơ quan";
pub const YEAR_SO_FAR: &str = "Từ đầu năm đến nay";
pub const PERIOD: &str = "Kỳ báo cáo";
pub const TOPIC: &str = "Nội dung tuyên truyền";
pub const DIALOGUE: &str = "Cuộc đối thoại";
pub const LAST_DIALOGUE: &str = "Cuộc gần nhất trong năm";
pub const WITH_DUTIES: &str = "Kèm phụ lục nhiệm vụ";

// The clipboard.
pub const COPY: &str = "Chép";
pub const COPY_ALL: &str = "Chép toàn văn";
pub const FOR_ASSISTANT: &str = "Chép để giao trợ lý AI";
pub const COPIED: &str = "Đã chép, dán được vào Word";
pub const COPIED_TEXT: &str = "Đã chép để giao trợ lý AI";
pub const NOT_COPIED: &str =
    "Trình duyệt không cho chép. Dùng Xuất Word hoặc Tải văn bản thuần, rồi chép từ tệp đó.";

/// A section, by its heading, or an appendix, by its number.
pub fn copy_part(title: &str, is_appendix: bool) -> String {
    if is_appendix { format!("Chép {title}") } else { format!("Chép mục {title}") }
}
