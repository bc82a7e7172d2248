//! Tổng quan.
#![allow(missing_docs, reason = "each text says what it is")]

pub const LOG: &str = "Ghi hoạt động";

pub fn compose(period: &str) -> String {
    format!("Soạn báo cáo {period}")
}

pub fn open_period(period: &str, window: &str, left: &str) -> String {
    format!("{period} đang mở, chốt số liệu {window}, {left}")
}

// Tóm tắt.
pub const VERDICT: &str = "Tóm tắt";
pub const LATE: &str = "trễ hạn";
pub const SOON: &str = "sắp đến hạn";
pub const MISSING: &str = "nhiệm vụ chưa có minh chứng";
pub const ACTIVITIES: &str = "hoạt động chưa ghi minh chứng";
pub const WAITING: &str = "kiến nghị chờ";
pub const ON_TRACK: &str = "nhiệm vụ đúng tiến độ";

// Việc tuần này.
pub const WEEK: &str = "Việc tuần này";
pub const WEEK_REGION: &str = "Việc tuần này theo cơ quan";
pub const ALL_DUTIES: &str = "Tất cả nhiệm vụ";
pub const COL_OFFICE: &str = "Cơ quan";
pub const COL_TASK: &str = "Việc";
pub const COL_DUE: &str = "Hạn";
pub const REMIND: &str = "Soạn nhắc việc";
pub const NOTHING_DUE: &str = "Không có việc đến hạn";
pub const ON_TRACK_STATE: &str = "Đúng tiến độ";
pub const KEY: &str = "Ô rộng bằng kỳ của chỉ tiêu. Gạch đầy: đủ; gạch nửa: một phần. Viền: kỳ này. Nét chấm: không tính, \
     trước khi theo dõi Kế hoạch";
pub const TRACKED: &str = "Theo dõi từ ngày";
pub const ME: &str = "cơ quan của tôi";

pub fn week(range: &str) -> String {
    format!("{range}, gồm việc trễ và chỉ tiêu của kỳ còn thiếu")
}

pub fn next(task: &str, due: &str) -> String {
    format!("tiếp theo {due}: {task}")
}

pub fn last(task: &str, day: &str) -> String {
    format!("xong {day}: {task}")
}

pub fn more(count: usize) -> String {
    format!("Còn {count} việc khác")
}

pub fn report(periods: &str) -> String {
    format!("Báo cáo {periods}")
}

pub fn returns(periods: &str) -> String {
    format!("Gửi số liệu {periods}")
}

pub fn requested(by: &str) -> String {
    format!("theo {by}")
}

pub fn to_focal(name: &str) -> String {
    format!("cho {name}")
}

// Nhắc việc.
pub fn reminder(office: &str) -> String {
    format!("Soạn nhắc việc: {office}")
}

pub fn reminder_lead(time: &str, day: &str) -> String {
    format!("Nội dung lấy từ kế hoạch và số liệu lúc {time}, {day}. Sửa được trước khi dùng.")
}

pub const REMINDER_TEXT: &str = "Nội dung";
pub const REMINDER_NONE: &str = "Cơ quan này không có việc trễ, thiếu minh chứng hoặc sắp đến hạn.";
pub const COPY: &str = "Sao chép";
pub const COPIED: &str = "Đã sao chép";
pub const NOT_COPIED: &str = "Trình duyệt không cho sao chép. Nội dung đã được chọn: nhấn Ctrl C.";

// Kỳ báo cáo.
pub const REPORTS: &str = "Kỳ báo cáo";
pub const ALL: &str = "Tất cả";
pub const NO_DUE: &str = "Chưa có hạn gửi";
pub const NOT_RETURNED: &str = "Cơ quan của tôi chưa gửi số liệu";
pub const ALL_SENT: &str = "Đã gửi đủ báo cáo của năm.";

pub fn due(day: &str) -> String {
    format!("Hạn gửi {day}")
}

pub fn returned(count: usize, of: usize) -> String {
    format!("{count}/{of} cơ quan")
}

pub fn cut_off(range: &str) -> String {
    format!("Chốt số liệu {range}")
}

pub fn day_of(day: i64, days: u32) -> String {
    format!("ngày {day}/{days}")
}

pub fn window_label(from: &str, to: &str, day: i64, days: u32) -> String {
    format!("Chốt số liệu từ {from} đến {to}, hôm nay là ngày thứ {day} trong {days} ngày")
}

// Kiến nghị.
pub const DIFFICULTIES: &str = "Kiến nghị chờ trả lời";
pub const NO_DIFFICULTIES: &str = "Không có kiến nghị chờ trả lời.";

pub fn waited(days: i64) -> String {
    if days == 0 { "hôm nay".to_owned() } else { format!("{days}\u{a0}ngày") }
}

pub fn answered(count: usize) -> String {
    format!("Đã trả lời ({count})")
}

pub fn answered_on(day: &str) -> String {
    format!("trả lời {day}")
}

// Độ phủ.
pub const COVERAGE: &str = "Độ phủ nội dung theo hình thức";
pub const COVERAGE_REGION: &str = "Bảng độ phủ nội dung theo nhóm hình thức";
pub const WHOLE_YEAR: &str = "Cả năm";
pub const WINDOW: &str = "Khoảng thời gian";
pub const COL_TOPIC: &str = "Nội dung";
pub const COL_UNNAMED: &str = "Không ghi hình thức";
pub const COL_TOTAL: &str = "Cộng";
pub const HOLE: &str = "chưa có";
pub const NEVER_TOPICS: &str = "Nội dung chưa tuyên truyền:";
pub const UNUSED_CHANNELS: &str = "Hình thức chưa dùng:";
pub const COVERED: &str = "Nội dung nào cũng đã tuyên truyền, hình thức nào cũng đã dùng.";
pub const COVERAGE_NOTE: &str =
    "Một hoạt động mang hai nội dung được đếm ở cả hai dòng. Ô trống viền đứt: chưa có hoạt động.";

pub fn counted(range: &str, count: u32) -> String {
    format!("{range}, {count} hoạt động")
}

pub fn last_seen(name: &str, day: &str) -> String {
    format!("{name} (lần cuối {day})")
}

pub fn without_topic(count: u32) -> String {
    format!("{count} hoạt động chưa ghi nội dung")
}

// Chỉ tiêu.
pub const TARGETS: &str = "Chỉ tiêu và chỉ số";
pub const TARGETS_NOTE: &str = "Vạch đứng là mục tiêu";
pub const OPEN_INDICATORS: &str = "Mở Chỉ số";
