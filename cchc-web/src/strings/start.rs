//! Mở đầu.
#![allow(missing_docs, reason = "each text says what it is")]

pub const TITLE: &str = "Theo dõi kế hoạch tuyên truyền cải cách hành chính";
pub const LEAD: &str = "Nhập kế hoạch một lần. Trang này nhắc việc đến hạn, đếm chỉ tiêu và soạn báo cáo quý, 6 tháng, năm theo mẫu.";
