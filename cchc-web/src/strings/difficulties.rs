//! Kiến nghị.
#![allow(missing_docs, reason = "each text says what it is")]

pub const ADD: &str = "Ghi kiến nghị";
pub const DIFFICULTY: &str = "Kiến nghị";
pub const PAPER: &str = "Văn bản tổng hợp";
pub const FILTER: &str = "Lọc kiến nghị";
pub const OFFICE: &str = "Cơ quan phản ánh";
pub const ANY_OFFICE: &str = "Mọi cơ quan";
pub const WAITING: &str = "Chờ trả lời";
pub const ANSWERED: &str = "Đã trả lời";
pub const REGION: &str = "Bảng kiến nghị";
pub const HEADS: [&str; 5] = ["Ngày", "Cơ quan", "Nội dung", "Nơi trả lời", "Trạng thái"];
pub const NONE: &str = "Chưa ghi kiến nghị nào";
pub const NONE_HINT: &str = "Khó khăn, vướng mắc của các cơ quan được ghi ở đây và đưa vào báo cáo của kỳ.";

pub fn line(to: &str, by_way_of: Option<&str>) -> String {
    let way = by_way_of.map(|office| format!(" qua {office}")).unwrap_or_default();
    format!("Khó khăn, vướng mắc gửi {to}{way}")
}

pub fn waits(days: i64) -> String {
    if days == 0 { "Chờ trả lời".to_owned() } else { format!("Chờ {days}\u{a0}ngày") }
}

pub fn answered_on(day: &str) -> String {
    format!("Đã trả lời {day}")
}

pub fn proposes(words: &str) -> String {
    format!("Kiến nghị: {words}")
}

pub fn answer(words: &str) -> String {
    format!("Trả lời: {words}")
}

pub const F_DATE: &str = "Ngày phản ánh";
pub const F_DATE_MISSING: &str = "Ghi ngày phản ánh, như 20/11";
pub const F_OFFICE: &str = "Cơ quan phản ánh";
pub const F_OFFICE_MISSING: &str = "Chọn cơ quan phản ánh";
pub const F_PICK: &str = "Chọn cơ quan";
pub const F_TITLE: &str = "Khó khăn, vướng mắc";
pub const F_TITLE_MISSING: &str = "Ghi khó khăn, vướng mắc";
pub const F_PROPOSAL: &str = "Kiến nghị, đề xuất";
pub const F_TO: &str = "Gửi";
pub const F_TO_HINT: &str = "Cấp xem xét, giải quyết";
pub const F_ANSWER: &str = "Trả lời, hướng giải quyết";
pub const F_ANSWER_MISSING: &str = "Ghi nội dung trả lời, hoặc để trống ngày trả lời";
pub const F_ANSWERED: &str = "Ngày trả lời";
pub const F_ANSWERED_HINT: &str = "Để trống khi chưa trả lời";
pub const F_ANSWERED_MISSING: &str = "Ghi ngày trả lời để kiến nghị không còn ở danh sách chờ";
pub const F_ANSWERED_EARLY: &str = "Ngày trả lời phải từ ngày phản ánh trở đi";
pub const SAVE: &str = "Lưu kiến nghị";
pub const REMOVE: &str = "Xóa kiến nghị";
pub const ADDED: &str = "Đã ghi kiến nghị";
pub const SAVED: &str = "Đã lưu kiến nghị";
pub const REMOVED: &str = "Đã xóa kiến nghị";
pub const GONE: &str = "Kiến nghị này không còn trong tệp.";
