//! Bản sao lưu.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::text::slug;
use chrono::NaiveDateTime;

use super::exchange::LONGEST;
use crate::platform::storage::{Backup, Reason};

pub const TITLE: &str = "Bản sao lưu";
pub const LEAD: &str = "Trang tự giữ bản sao lưu trong trình duyệt này: khi mở kế hoạch, mỗi 10 phút nếu có thay đổi, trước khi nhận tệp, mở tệp khác \
     hoặc khôi phục. Bản càng cũ càng thưa.";
pub const NONE: &str = "Chưa có bản sao lưu nào.";
pub const NOT_HERE: &str = "Trình duyệt này không giữ được bản sao lưu. Lưu tệp hằng ngày.";
pub const MAKE: &str = "Sao lưu ngay";
pub const BRING_BACK: &str = "Khôi phục";
pub const DOWNLOAD: &str = "Tải xuống";
pub const REMOVE: &str = "Xóa";
pub const KEPT: &str = "Đã giữ một bản sao lưu";
pub const KEPT_ALREADY: &str = "Không có thay đổi từ bản sao lưu gần nhất";
pub const REMOVED: &str = "Đã xóa bản sao lưu";
pub const BROKEN: &str = "Bản sao lưu này bị hỏng, không đọc được. Các bản khác không bị ảnh hưởng.";
pub const READING: &str = "Đang đọc bản sao lưu";
pub const SAME: &str = "Kế hoạch đang mở giống hệt bản này.";
pub const HOW: &str = "“Đưa kế hoạch về bản này” là một thay đổi như mọi thay đổi khác: có trong lịch sử và hoàn tác được. “Mở riêng” mở bản này \
     thành một bản bên cạnh; kế hoạch đang mở giữ nguyên.";
pub const AS_CHANGE: &str = "Đưa kế hoạch về bản này";
pub const APART: &str = "Mở riêng";
pub const OTHER_PLAN: &str = "Bản này của kế hoạch khác nên chỉ mở riêng được. Kế hoạch đang mở giữ nguyên.";
pub const REMOVE_TITLE: &str = "Xóa bản sao lưu này?";
pub const REMOVE_WARNING: &str = "Bản sao lưu đã xóa không lấy lại được. Kế hoạch đang mở không thay đổi.";
pub const KEEP: &str = "Giữ lại";
pub const KEEP_OPEN: &str = "Để nguyên";

/// Why it was made, in a few words.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Opened => "khi mở kế hoạch",
        Reason::Timed => "tự động",
        Reason::Opening => "trước khi mở tệp khác",
        Reason::Receiving => "trước khi nhận tệp",
        Reason::Restoring => "trước khi khôi phục",
        Reason::Asked => "do người dùng",
        Reason::Other => "lý do khác",
    }
}

/// `09:42, 20/11/2026`.
pub fn moment(at: NaiveDateTime) -> String {
    at.format("%H:%M, %d/%m/%Y").to_string()
}

pub fn activities(count: usize) -> String {
    format!("{} hoạt động", cchc_core::text::integer_vi(i64::try_from(count).unwrap_or(i64::MAX)))
}

pub fn bring_back_title(when: &str) -> String {
    format!("Khôi phục bản {when}")
}

/// What bringing it back does: records that come back, change, go; what waits for a decision again, and no longer.
pub fn effect([back, changed, gone]: [usize; 3], reopened: usize, settled: usize) -> String {
    let records = [(back, "thêm lại"), (changed, "đổi lại"), (gone, "bỏ đi")];
    let records = records.into_iter().map(|(count, word)| (count, format!("{count} mục {word}")));
    let open = [
        (reopened, format!("{reopened} xung đột chờ chọn lại")),
        (settled, format!("{settled} xung đột không còn chờ chọn, dùng giá trị của bản này")),
    ];
    let parts = records.chain(open).filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(_, words)| words).collect();
    format!("So với kế hoạch đang mở: {}.", parts.join(", "))
}

pub fn brought_back(when: &str) -> String {
    format!("Khôi phục bản sao lưu {when}")
}

pub fn brought_back_now(when: &str) -> String {
    format!("Đã khôi phục bản sao lưu {when}")
}

pub fn not_brought_back(reason: &str) -> String {
    format!("Không khôi phục được: {reason}. Kế hoạch đang mở không thay đổi; có thể mở riêng bản sao lưu.")
}

pub fn not_kept(reason: &str) -> String {
    format!(
        "Chưa giữ được bản sao lưu. {reason} Kế hoạch đang mở không bị ảnh hưởng; bấm Lưu tệp để có một bản trên ổ đĩa."
    )
}

pub fn shed(count: usize) -> String {
    format!(
        "Bộ nhớ của trình duyệt đã đầy: {count} bản sao lưu cũ nhất đã bỏ để lấy chỗ lưu kế hoạch. Bấm Lưu tệp để có một bản trên ổ đĩa."
    )
}

pub fn more(count: usize) -> String {
    format!("Xem {count} bản cũ hơn")
}

/// `sao-luu-hoa-tham-2026-20261120-0942.cchc.json`.
pub fn file_name(backup: &Backup) -> String {
    format!("sao-luu-{}-{}.cchc.json", slug(&backup.plan, LONGEST), backup.about.at.format("%Y%m%d-%H%M"))
}
