//! The frame around every screen: topbar, notices, saving, shortcuts.
#![allow(missing_docs, reason = "each text says what it is")]

pub const APP: &str = "Tuyên truyền CCHC";
pub const TITLE: &str = "Kế hoạch tuyên truyền cải cách hành chính";
pub const SKIP: &str = "Đến nội dung";
pub const LOADING: &str = "Đang mở dữ liệu đã lưu";

pub const FINDER: &str = "Tìm trong kế hoạch, nhật ký, báo cáo";
pub const FINDER_HINT: &str = "Tìm mọi nơi, không cần dấu";
pub const FINDER_RESULTS: &str = "Kết quả tìm";
pub const THEME: &str = "Đổi giao diện sáng, tối";
pub const WHO_UNSET: &str = "chọn cơ quan";
pub const WHO_LEADER: &str = "Lãnh đạo, chỉ xem";

pub fn who(name: &str) -> String {
    format!("Tôi là: {name}")
}

pub const EXAMPLE: &str = "Dữ liệu minh họa.";
pub const EXAMPLE_MORE: &str =
    "Kế hoạch là văn bản của xã Hoa Thám; hoạt động, số liệu, số văn bản là ví dụ.";
pub const EXAMPLE_OWN: &str = "Dùng cho xã của tôi";

pub const SAVING: &str = "Đang lưu";
pub const UNSAVED: &str = "Chưa lưu được";
pub const SAVE_FILE_NOW: &str = "Lưu tệp ngay";
pub const TRY_AGAIN: &str = "Thử lại";

pub fn saved_at(time: &str) -> String {
    format!("Đã lưu {time}")
}

pub const PANIC: &str = "Trang gặp lỗi và đã dừng.";
pub const PANIC_MORE: &str =
    "Dữ liệu đã lưu vẫn còn trong trình duyệt. Lưu tệp ra máy, rồi tải lại trang để làm tiếp.";
pub const RELOAD: &str = "Tải lại trang";

pub fn undo_of(label: &str) -> String {
    format!("Hoàn tác: {label}")
}

pub fn undone(label: &str) -> String {
    format!("Đã hoàn tác: {label}")
}

pub fn redo_of(label: &str) -> String {
    format!("Làm lại: {label}")
}

pub fn redone(label: &str) -> String {
    format!("Đã làm lại: {label}")
}

pub fn not_undone(reason: &str) -> String {
    format!("Không hoàn tác được: {reason}. Xem và khôi phục trong Lịch sử thay đổi.")
}

pub fn not_redone(reason: &str) -> String {
    format!("Không làm lại được: {reason}. Xem và khôi phục trong Lịch sử thay đổi.")
}

pub const NOTHING_TO_UNDO: &str = "Không còn gì để hoàn tác. Bản cũ hơn có trong Lịch sử thay đổi";
pub const NOTHING_TO_REDO: &str = "Không còn gì để làm lại";
pub const MERGED_TABS: &str = "Đã gộp với thay đổi của thẻ khác";
pub const KEPT_BESIDE: &str = "Thẻ khác của trình duyệt đã sửa cùng một chỗ của kế hoạch này. Bản trên màn hình này được giữ riêng thành một bản \
     khác; cả hai bản nằm trong Trao đổi tệp.";

pub fn not_saved_since(time: &str) -> String {
    format!("Chưa lưu được vào trình duyệt từ {time}.")
}

pub fn only_here(changes: u64) -> String {
    format!("{changes} thay đổi mới chỉ có trên màn hình này: lưu tệp ra máy trước khi đóng trang.")
}
pub const EXAMPLE_LABEL: &str = "Dữ liệu minh họa";

pub fn who_and_where(who: &str, place: &str) -> String {
    match (who, place) {
        (_, "") => String::new(),
        (WHO_UNSET, place) => place.to_owned(),
        (who, place) => format!("{who}, {place}"),
    }
}

pub const FOUND_DOCUMENT: &str = "Văn bản viện dẫn";
pub const FOUND_PASSAGE: &str = "Lời văn kế hoạch";

pub fn found_duty(order: u32, office: &str) -> String {
    format!("Nhiệm vụ {order}, {office}")
}

pub fn found_report(due: Option<&str>) -> String {
    due.map_or_else(|| "Báo cáo".to_owned(), |due| format!("Báo cáo, hạn gửi {due}"))
}

pub fn found_document(citation: &str, subject: &str) -> String {
    if subject.is_empty() { citation.to_owned() } else { format!("{citation}: {subject}") }
}

pub fn found_difficulty(date: &str, office: &str) -> String {
    format!("Kiến nghị, {date}, {office}")
}

pub fn found_budget_item(office: &str) -> String {
    format!("Kinh phí, {office}")
}

pub fn found_merit(kind: &str, date: &str) -> String {
    format!("{}, {date}", cchc_core::text::capitalized(kind))
}

pub fn found_activity(date: &str, office: &str) -> String {
    format!("{date}, {office}")
}
