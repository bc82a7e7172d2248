//! Kinh phí.
#![allow(missing_docs, reason = "each text says what it is")]

pub const LINE: &str = "Đơn vị tính: đồng";
pub const ADD: &str = "Thêm khoản";
pub const ITEM: &str = "Khoản kinh phí";
pub const REGION: &str = "Bảng kinh phí";
pub const FILTER: &str = "Lọc khoản kinh phí";
pub const OFFICE: &str = "Cơ quan sử dụng";
pub const ANY_OFFICE: &str = "Mọi cơ quan";
pub const COL_TITLE: &str = "Nội dung chi";
pub const COL_STATE: &str = "Trạng thái";
pub const AMOUNTS: [&str; 4] = ["Dự toán", "Thẩm định", "Được bố trí", "Đã chi"];
pub const TOTAL: &str = "Cộng";
pub const ESTIMATE_PAPER: &str = "Tờ trình dự toán";
pub const APPRAISAL_PAPER: &str = "Báo cáo thẩm định";
pub const NONE: &str = "Chưa ghi khoản kinh phí nào";
pub const NONE_HINT: &str =
    "Mỗi khoản đi từ dự toán qua thẩm định, bố trí đến chi; tờ trình dự toán lập từ đây.";

pub fn over(by: &str) -> String {
    format!("Vượt {by}")
}

pub fn left(amount: &str) -> String {
    format!("Còn {amount}")
}

pub const SPENT: &str = "Đã chi hết";
pub const UNSPENT: &str = "Chưa chi";
pub const REFUSED: &str = "Không được bố trí";
pub const SPENT_UNALLOCATED: &str = "Chi khi chưa được bố trí";
pub const TO_ALLOCATE: &str = "Chờ bố trí";
pub const TO_APPRAISE: &str = "Chờ thẩm định";
pub const TO_ESTIMATE: &str = "Chưa có dự toán";

pub const F_OFFICE_MISSING: &str = "Chọn cơ quan sử dụng kinh phí";
pub const F_PICK: &str = "Chọn cơ quan";
pub const F_DUTY: &str = "Nhiệm vụ";
pub const F_NO_DUTY: &str = "Không gắn với nhiệm vụ";
pub const F_TITLE_MISSING: &str = "Ghi nội dung chi";
pub const F_CALCULATION: &str = "Căn cứ, cách tính";
pub const F_CALCULATION_HINT: &str = "Như: 12 tháng x 02 bài x 150.000 đồng";
pub const F_FUND: &str = "Nguồn kinh phí";
pub const F_APPRAISED_ON: &str = "Ngày thẩm định";
pub const F_OPINION: &str = "Ý kiến thẩm định";
pub const F_OPINION_HINT: &str = "Lý do khi số thẩm định khác dự toán";
pub const F_ALLOCATED_BY: &str = "Văn bản bố trí";
pub const F_ALLOCATED_BY_HINT: &str = "Số, ký hiệu, ngày của quyết định";
pub const F_NOTE: &str = "Ghi chú";
pub const F_DONG: &str = "đồng; để trống khi chưa có";
pub const F_TOO_LARGE: &str = "Số tiền lớn quá mức có thể. Ghi bằng đồng, không quá 1.000.000.000.000";
pub const SAVE: &str = "Lưu khoản";
pub const REMOVE: &str = "Xóa khoản";
pub const ADDED: &str = "Đã thêm khoản kinh phí";
pub const SAVED: &str = "Đã lưu khoản kinh phí";
pub const REMOVED: &str = "Đã xóa khoản kinh phí";
pub const GONE: &str = "Khoản kinh phí này không còn trong tệp.";

/// How many an office has.
pub fn items(count: usize) -> String {
    format!("{count} khoản")
}
