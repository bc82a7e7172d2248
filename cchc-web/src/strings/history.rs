//! Lịch sử thay đổi.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::text::integer_vi;

pub const BUTTON: &str = "Lịch sử";
pub const OPEN: &str = "Xem lịch sử";
pub const LEAD: &str =
    "Mọi thay đổi được ghi lại: lúc nào, cơ quan nào, trước và sau. Mục đã xóa lấy lại được ở đây.";

pub const SEARCH: &str = "Tìm trong lịch sử";
pub const SEARCH_HINT: &str = "Tìm, không cần dấu";
pub const CAPTION: &str = "Các lần thay đổi, mới nhất ở trên";
pub const COL_WHEN: &str = "Lúc";
pub const COL_WHO: &str = "Cơ quan";
pub const COL_WHAT: &str = "Việc";
pub const COL_RECORD: &str = "Mục";
pub const COL_DO: &str = "Khôi phục";
pub const UNKNOWN_OFFICE: &str = "–";
pub const UNNAMED: &str = "Thay đổi";

pub const EMPTY: &str = "Chưa có thay đổi nào được ghi lại";
pub const EMPTY_HINT: &str = "Từ lần ghi, sửa, xóa đầu tiên, mỗi thay đổi có một dòng ở đây.";
pub const NO_HITS: &str = "Không có lần thay đổi nào khớp";
pub const NO_HITS_HINT: &str = "Bỏ bớt từ tìm, hoặc bỏ lọc “Đã xóa”.";
pub const NOTHING_GONE: &str = "Không có mục nào đang bị xóa";
pub const NOTHING_GONE_HINT: &str = "Mục đã xóa sẽ hiện ở đây để khôi phục.";

pub const NOW: &str = "đang dùng";
pub const GONE: &str = "đã xóa";
pub const FIRST: &str = "Trước lần thay đổi đầu tiên trong lịch sử";
pub const UNCHANGED: &str = "Mục này chưa thay đổi lần nào từ khi có tệp.";
pub const RESTORE: &str = "Khôi phục";
pub const RESTORE_THIS: &str = "Khôi phục bản này";
pub const TAKE_BACK: &str = "Bỏ lần thay đổi này";
pub const TAKE_BACK_LINE: &str =
    "Mỗi mục về như trước lần này; những gì sửa sau ở trường khác được giữ. Việc bỏ cũng hoàn tác được.";
pub const NOTHING_TO_TAKE_BACK: &str = "Kế hoạch hiện nay không còn gì của lần này để bỏ.";

pub fn changes(count: usize) -> String {
    format!("{} lần thay đổi", number(count))
}

pub fn gone(count: usize) -> String {
    format!("Đã xóa · {}", number(count))
}

pub fn shown(count: usize, all: usize) -> String {
    format!("{} trong {} lần thay đổi", number(count), number(all))
}

pub fn shown_gone(count: usize) -> String {
    format!("{} mục đã xóa", number(count))
}

/// "12 hoạt động", or "5 mục" where they are of several kinds.
pub fn records(count: usize, kind: Option<&str>) -> String {
    format!("{} {}", number(count), kind.unwrap_or("mục"))
}

pub fn history_of(title: &str) -> String {
    format!("Lịch sử: {title}")
}

pub fn more_records(count: usize) -> String {
    format!("Còn {} mục nữa trong lần này.", number(count))
}

pub fn label_restore(title: &str) -> String {
    format!("Khôi phục: {title}")
}

pub fn restored(title: &str) -> String {
    format!("Đã khôi phục: {title}")
}

pub fn label_take_back(label: &str) -> String {
    format!("Bỏ lần thay đổi: {label}")
}

pub fn taken_back(label: &str) -> String {
    format!("Đã bỏ lần thay đổi: {label}")
}

pub fn not_restored(reason: &str) -> String {
    format!("Không khôi phục được: {reason}. Kế hoạch không thay đổi.")
}

/// What was done to a record: "thêm", "sửa", "xóa".
pub const MADE: &str = "thêm";
pub const CHANGED: &str = "sửa";
pub const DELETED: &str = "xóa";

fn number(count: usize) -> String {
    integer_vi(i64::try_from(count).unwrap_or(i64::MAX))
}
