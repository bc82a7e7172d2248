//! Chi tiết của loại việc.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::register::WorkForm;

use crate::pages::log::draft::Part;

pub const LEGEND: &str = "Chi tiết theo loại việc";
pub const FORM: &str = "Loại việc";
pub const NO_FORM: &str = "Không thuộc loại nào";
pub const BEGINS_EXAMPLE: &str = "08:00";
pub const LINES_HINT: &str = "Mỗi dòng một mục; dán được từ Word, Excel";
pub const MORE_ITEMS: &str = "Thêm câu hỏi, nội dung";

/// What the field of a form of work is called; none where the form does not ask for it.
pub const fn label(form: WorkForm, part: Part) -> Option<&'static str> {
    Some(match (part, form) {
        (Part::Place, WorkForm::Posting) => "Nơi niêm yết",
        (Part::Place, WorkForm::Broadcast) => "Nơi phát",
        (Part::Place, WorkForm::Inspection) => "Nơi được kiểm tra",
        (Part::Place, WorkForm::DatabaseUpdate) => "Cơ sở dữ liệu",
        (Part::Place, _) => "Địa điểm",
        (Part::Begins, WorkForm::Training | WorkForm::Broadcast | WorkForm::Dialogue) => "Giờ bắt đầu",
        (Part::Minutes, WorkForm::Training | WorkForm::Broadcast | WorkForm::Dialogue) => "Thời lượng (phút)",
        (Part::LedBy, WorkForm::Training) => "Báo cáo viên",
        (Part::LedBy, WorkForm::Contest) => "Đơn vị tổ chức",
        (Part::LedBy, WorkForm::Broadcast) => "Người biên tập, đọc",
        (Part::LedBy, WorkForm::Dialogue) => "Người chủ trì",
        (Part::LedBy, WorkForm::Posting) => "Người niêm yết",
        (Part::LedBy, WorkForm::Inspection) => "Trưởng đoàn",
        (Part::LedBy, WorkForm::DatabaseUpdate) => "Người cập nhật",
        (Part::RecordedBy, WorkForm::Dialogue | WorkForm::Inspection) => "Thư ký",
        _ => return None,
    })
}

/// The last day of what lasts.
pub const fn until(form: WorkForm) -> Option<&'static str> {
    match form {
        WorkForm::Posting => Some("Niêm yết đến ngày"),
        WorkForm::Training | WorkForm::Contest | WorkForm::Inspection => Some("Đến ngày"),
        WorkForm::Broadcast | WorkForm::Dialogue | WorkForm::DatabaseUpdate => None,
    }
}

/// What its items are called, and their answers where they have some.
pub const fn items(form: WorkForm) -> Option<(&'static str, Option<&'static str>)> {
    match form {
        WorkForm::Training => Some(("Chuyên đề", None)),
        WorkForm::Contest => Some(("Vòng thi, giải", None)),
        WorkForm::Posting => Some(("Thủ tục đã niêm yết", None)),
        WorkForm::DatabaseUpdate => Some(("Văn bản đã cập nhật", None)),
        WorkForm::Dialogue => Some(("Câu hỏi, kiến nghị", Some("Trả lời"))),
        WorkForm::Inspection => Some(("Nội dung kiểm tra", Some("Kết luận"))),
        WorkForm::Broadcast => None,
    }
}

pub fn numbered(label: &str, at: usize) -> String {
    format!("{label} {}", at + 1)
}
