//! Cài đặt.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::calendar::WindowRule;

pub const LINE: &str = "Thay đổi được lưu ngay";

pub const WHO: &str = "Tôi là";
pub const WHO_LINE: &str =
    "Trang mở ra với việc của cơ quan này trước. Không phải mật khẩu, đổi lúc nào cũng được.";
pub const FOCAL: &str = "cơ quan đầu mối";
pub const LEADER: &str = "Lãnh đạo UBND";
pub const LEADER_SUB: &str = "chỉ xem";

pub const LOOK: &str = "Giao diện";
pub const THEME: &str = "Màu";
pub const THEMES: [&str; 3] = ["Theo máy", "Sáng", "Tối"];
pub const SIZE: &str = "Cỡ chữ";
pub const SIZES: [&str; 2] = ["Vừa", "Lớn"];
pub const ROWS: &str = "Dòng bảng";
pub const ROW_KINDS: [&str; 2] = ["Gọn, một dòng", "Đủ nội dung"];
pub const KEYS: &str = "Phím tắt";
pub const LETTER_KEYS: &str = "Dùng phím tắt một chữ (N, /, ?)";

pub const DEADLINES: &str = "Hạn báo cáo";
pub const DEADLINES_LINE: &str =
    "Mỗi cấp một hạn. Bấm vào hạn để sửa hoặc xác nhận; công văn riêng của một năm được ghi kèm số.";
pub const DEADLINES_CAPTION: &str = "Hạn báo cáo theo cấp";
pub const DEADLINE_HEADS: [&str; 4] = ["Từ", "Đến", "Hạn", "Nguồn"];
pub const CUT_OFF: &str = "Chốt số liệu";
pub const TRACKED: &str = "Theo dõi từ ngày";
pub const CONFIRMED: &str = "đã xác nhận";
pub const TO_CONFIRM: &str = "cần xác nhận";
pub const INFERRED: &str = "suy ra";
pub const CHANGE: &str = "Sửa hoặc xác nhận";

pub const fn window(rule: WindowRule) -> &'static str {
    match rule {
        WindowRule::Nd09 => "ngày 15 đến ngày 14",
        WindowRule::Calendar => "trọn tháng dương lịch",
    }
}

pub fn level(from: &str, to: &str) -> String {
    format!("{from} gửi {to}")
}

/// "quý IV năm 2026: 20/12/2026, theo Công văn số 2231/SNV-CCHC".
pub fn override_of(of: &str, when: &str, document: &str) -> String {
    format!("{of}: {when}, theo {document}")
}

pub fn whole_year(report: &str, year: i32) -> String {
    format!("{report}, mọi kỳ của năm {year}")
}

pub const INCLUSION: &str = "Cách ghi";
pub const UNTIL: &str = "chậm nhất ngày";
pub const BEFORE: &str = "trước ngày";
pub const DAY: &str = "Ngày";
pub const MONTH: &str = "Tháng";
pub const LAST_MONTH: &str = "tháng cuối kỳ";
pub const NEXT_MONTH: &str = "tháng sau kỳ";
pub const DOCUMENT: &str = "Căn cứ";
pub const DOCUMENT_HINT: &str = "Số, ngày văn bản quy định; bỏ trống nếu đã thống nhất miệng";
pub const DAY_ERROR: &str = "Ghi ngày từ 1 đến 31";
pub const DATE_ERROR: &str = "Ghi ngày như 24/4/2026";
pub const KEEP: &str = "Giữ nguyên";
pub const CONFIRM: &str = "Xác nhận hạn";
pub const EDIT_DEADLINE: &str = "Sửa hạn báo cáo";
pub const DEADLINE_SET: &str = "Đã ghi hạn báo cáo";

pub const HOLIDAYS: &str = "Ngày nghỉ";
pub const HOLIDAYS_LINE: &str = "Hạn rơi vào ngày nghỉ được báo trước, không tự dời.";
pub const EDIT_HOLIDAYS: &str = "Sửa ngày nghỉ…";
pub const HOLIDAY_HEADS: [&str; 3] = ["Ngày", "Tên", "Loại"];
pub const DAY_OFF: &str = "ngày nghỉ";
pub const WORKING_DAY: &str = "ngày làm bù";
pub const ADD_HOLIDAY: &str = "Thêm ngày";
pub const REMOVE_HOLIDAY: &str = "Xóa ngày nghỉ";
pub const HOLIDAY_SOURCE: &str = "Nguồn";
pub const HOLIDAY_SOURCE_HINT: &str = "Văn bản hoặc thông báo quy định ngày này";
pub const HOLIDAY_NAME_ERROR: &str = "Ghi tên ngày nghỉ, như Quốc khánh";
pub const HOLIDAY_SOURCE_ERROR: &str = "Ghi văn bản hoặc thông báo quy định ngày này";

pub fn holidays(year: i32, off: usize, working: usize) -> String {
    format!("Năm {year}: {off} ngày nghỉ, {working} ngày làm bù")
}

pub fn unverified(count: usize) -> String {
    format!("{count} ngày cần xác nhận")
}

pub fn holiday_year(year: i32) -> String {
    format!("Ghi ngày trong năm {year}, như 02/9/{year}")
}

pub fn holiday_removed(name: &str) -> String {
    format!("Đã xóa: {name}")
}

pub fn remove(name: &str) -> String {
    format!("Xóa {name}")
}
