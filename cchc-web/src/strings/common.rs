//! Words that several screens share.
#![allow(missing_docs, reason = "each text says what it is")]

pub const CLOSE: &str = "Đóng";
pub const CANCEL: &str = "Bỏ";
pub const LEAVE: &str = "Bỏ nội dung vừa nhập?";
pub const WRITE_ON: &str = "Viết tiếp";
pub const UNDO: &str = "Hoàn tác";
pub const REDO: &str = "Làm lại";
pub const INFERRED: &str = "suy ra";
pub const INFERRED_TITLE: &str = "Văn bản không ghi rõ. Bấm để xem căn cứ và sửa.";
pub const TO_CONFIRM: &str = "cần xác nhận";
pub const NONE: &str = "–";
pub const EDIT: &str = "Sửa";
pub const RIGHT: &str = "Đúng";
pub const EMPTY_LIST: &str = "Không có mục nào khớp";
pub const CLEAR: &str = "Bỏ lọc";
pub const DATE_HINT: &str = "Ghi ngày như 20/11, 20/11/2026, hôm nay, hôm qua";
pub const TABLE: &str = "Tải bảng .xlsx";
pub const TABLE_SHORT: &str = ".xlsx";
pub const TWELVE_MONTHS: &str = "12 tháng";
pub const NOT_WRITTEN: &str = "Kế hoạch không ghi rõ.";
pub const PLAN_WRITES: &str = "Kế hoạch ghi:";
pub const TAKEN: &str = "Đang dùng:";
