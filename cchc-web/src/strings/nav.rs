//! The names of the screens, exactly as every screen, heading and test writes them.
#![allow(missing_docs, reason = "each name says what it is")]

pub const LANDMARK: &str = "Các trang";
pub const LANDMARK_PHONE: &str = "Các trang chính";
pub const LANDMARK_REST: &str = "Các trang khác";
pub const MORE: &str = "Thêm";

/// "1 trễ", beside Báo cáo.
pub fn late(count: usize) -> String {
    format!("{count} trễ")
}

/// "2 chờ", beside Kiến nghị.
pub fn waiting(count: usize) -> String {
    format!("{count} chờ")
}

pub const START: &str = "Mở đầu";
pub const OVERVIEW: &str = "Tổng quan";
pub const PLAN: &str = "Kế hoạch";
pub const DUTIES: &str = "Nhiệm vụ";
pub const LOG: &str = "Nhật ký";
pub const INDICATORS: &str = "Chỉ số";
pub const DIFFICULTIES: &str = "Kiến nghị";
pub const BUDGET: &str = "Kinh phí";
pub const REPORT: &str = "Báo cáo";
pub const HISTORY: &str = "Lịch sử thay đổi";
pub const EXCHANGE: &str = "Trao đổi tệp";
pub const SETTINGS: &str = "Cài đặt";
pub const HELP: &str = "Trợ giúp";
