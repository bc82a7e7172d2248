//! What is said about keeping data in the browser.
#![allow(missing_docs, reason = "each text says what it is")]

pub const UNAVAILABLE: &str = "Trình duyệt không cho trang này lưu dữ liệu.";
pub const FULL: &str = "Bộ nhớ của trình duyệt đã đầy.";
pub const FAILED: &str = "Trình duyệt báo lỗi khi lưu.";
pub const READ_BACK: &str = "Dữ liệu vừa ghi đọc lại không đúng.";

pub const MISSING: &str = "không tìm thấy";
pub const NO_SEAL: &str = "không nhận ra dạng ghi";
pub const WRONG_SUM: &str = "nội dung bị cắt hoặc sửa ngoài trang này";
pub const UNREADABLE: &str = "không đọc được";
pub const FROM_MIRROR: &str = "Cơ sở dữ liệu của trình duyệt không còn kế hoạch này. Bản dự phòng đang mở; có thể thiếu vài thay đổi cuối cùng. \
     So với tệp .cchc.json đã lưu gần nhất.";
pub const DAMAGED: &str = "Một phần dữ liệu trong trình duyệt không đọc được và đã được để riêng, không bị ghi đè. Phần còn lại, hoặc bản lưu \
     ngay trước đó, đang mở. Xem và tải phần để riêng ở Trao đổi tệp.";
