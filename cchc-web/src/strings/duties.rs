//! Nhiệm vụ.
#![allow(missing_docs, reason = "each text says what it is")]

pub const LIST: &str = "Danh sách";
pub const CALENDAR: &str = "Lịch";
pub const VIEWS: &str = "Cách xem";
pub const ADD: &str = "Thêm nhiệm vụ";
pub const FILTER: &str = "Lọc nhiệm vụ";
pub const SEARCH: &str = "Tìm nhiệm vụ";
pub const OFFICE: &str = "Cơ quan";
pub const ANY_OFFICE: &str = "Mọi cơ quan";
pub const CADENCE: &str = "Nhịp thực hiện";
pub const ANY_CADENCE: &str = "Mọi nhịp thực hiện";
pub const UNFINISHED: &str = "Chưa xong";
pub const LATE: &str = "Trễ";
pub const SOON: &str = "Sắp đến hạn";
pub const MISSING: &str = "Thiếu minh chứng";
pub const ON_TRACK: &str = "Đúng tiến độ";
pub const INFERRED: &str = "Có giá trị suy ra";

pub fn lead(duties: usize, offices: usize, section: &str) -> String {
    let from = if section.is_empty() {
        String::new()
    } else {
        format!(", tách từ mục {section} của Kế hoạch")
    };
    format!("{duties} nhiệm vụ của {offices} cơ quan{from}")
}

pub fn found(duties: usize, all: usize, owed: Option<usize>) -> String {
    let owed = owed.map_or_else(String::new, |owed| format!(", {owed} việc"));
    format!("{duties} trong {all} nhiệm vụ{owed}")
}

pub const COL_DUTY: &str = "Nhiệm vụ";
pub const COL_CADENCE: &str = "Nhịp, chỉ tiêu";
pub const COL_PARTNERS: &str = "Phối hợp";
pub const COL_DUE: &str = "Hạn tới";
pub const NO_OFFICE: &str = "Cơ quan không có trong Kế hoạch";
pub const RETURNS_CADENCE: &str = "Theo kỳ báo cáo";

pub fn section(name: &str) -> String {
    format!("mục {name}")
}

pub fn returns_title(focal: &str) -> String {
    format!("Gửi số liệu cho {focal}")
}

pub fn counts(late: usize, missing: usize, soon: usize) -> String {
    let parts: Vec<String> = [(late, "trễ hạn"), (missing, "thiếu minh chứng"), (soon, "sắp đến hạn")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if parts.is_empty() { "đúng tiến độ".to_owned() } else { parts.join(", ") }
}

pub const NOTHING: &str = "Không có nhiệm vụ nào khớp";
pub const NOTHING_HINT: &str = "Bỏ bớt từ tìm hoặc điều kiện lọc.";
pub const NO_DUTIES: &str = "Kế hoạch chưa có nhiệm vụ";
pub const NO_DUTIES_HINT: &str = "Thêm từng nhiệm vụ với cơ quan, nhịp thực hiện và chỉ tiêu.";

// Chi tiết.
pub const DETAILS: &str = "Chi tiết nhiệm vụ";
pub const WORDING: &str = "Kế hoạch ghi";
pub const NO_WORDING: &str = "Nhiệm vụ thêm khi theo dõi, không trích từ văn bản.";
pub const IN_PLAN: &str = "Xem trong Kế hoạch";
pub const ROLE: &str = "Vai trò";
pub const QUOTA: &str = "Chỉ tiêu";
pub const OUTPUT: &str = "Sản phẩm";
pub const INDICES: &str = "Phục vụ chỉ số";
pub const TOPICS: &str = "Nội dung";
pub const CHANNELS: &str = "Hình thức";
pub const TOPICS_CHOSEN: &str =
    "Kế hoạch không gắn nội dung tuyên truyền với từng nhiệm vụ; chọn theo lời của nhiệm vụ.";
pub const CHANNELS_CHOSEN: &str =
    "Kế hoạch không nêu, hoặc không nêu đủ, hình thức của nhiệm vụ này; chọn theo lời của nhiệm vụ.";
pub const PARTNERS: &str = "Phối hợp";
pub const CLOSE: &str = "Thu gọn";
pub const EDIT: &str = "Sửa nhiệm vụ";
pub const LOG: &str = "Ghi hoạt động";
pub const CONFIRM_ALL: &str = "Xác nhận các giá trị suy ra";
pub const OBLIGATIONS: &str = "Từng kỳ";
pub const COL_PERIOD: &str = "Kỳ";
pub const COL_WINDOW: &str = "Tính từ – đến";
pub const COL_LAST_DAY: &str = "Hạn";
pub const COL_RESULT: &str = "Kết quả";
pub const COL_STATE: &str = "Tình trạng";
pub const NO_OBLIGATIONS: &str = "Chưa có kỳ nào phải thực hiện trong năm.";
pub const SHARED_REPORTS: &str = "Không có kỳ riêng: gửi chung với báo cáo tuyên truyền của Kế hoạch.";

pub fn activities(count: usize) -> String {
    format!("{count} hoạt động")
}

pub fn without_evidence(count: u32) -> String {
    format!("{count} thiếu minh chứng")
}

pub fn part_of(part: &str, duty: &str) -> String {
    format!("{part}: {duty}")
}

pub const CONFIRMED: &str = "Xác nhận giá trị suy ra";

pub fn confirmed(duty: &str) -> String {
    format!("Đã xác nhận: {duty}")
}

// Thêm, sửa.
pub const FORM_NAME: &str = "Nhiệm vụ";
pub const FORM_NAME_HINT: &str = "Một câu, bắt đầu bằng động từ";
pub const FORM_NAME_MISSING: &str = "Ghi nội dung nhiệm vụ";
pub const FORM_SHORT: &str = "Tên ngắn";
pub const FORM_SHORT_HINT: &str = "Dùng trong bảng và lịch; để trống thì lấy tên đầy đủ";
pub const FORM_OFFICE: &str = "Cơ quan thực hiện";
pub const FORM_OFFICE_MISSING: &str = "Chọn cơ quan thực hiện";
pub const FORM_PICK: &str = "Chọn cơ quan";
pub const FORM_DUE: &str = "Hạn";
pub const FORM_DUE_MISSING: &str = "Ghi hạn của nhiệm vụ làm một lần, như 30/11/2026";
pub const FORM_COUNT: &str = "Số lượng ít nhất";
pub const FORM_COUNT_HINT: &str = "Mỗi kỳ; để trống nếu không có chỉ tiêu";
pub const FORM_COUNT_BAD: &str = "Ghi số nguyên từ 1 đến 100.000, hoặc để trống";
pub const FORM_UNIT: &str = "Đơn vị tính";
pub const FORM_SCOPE: &str = "Tính hoạt động";
pub const FORM_SCOPE_DUTY: &str = "Ghi cho nhiệm vụ này";
pub const FORM_PREVIOUS: &str = "Không ít hơn kỳ trước, thay cho một số";

pub fn scope_channel(name: &str) -> String {
    format!("Mọi hoạt động trên {name}")
}

pub fn keep(words: &str) -> String {
    format!("Giữ nguyên: {words}")
}

pub const SAVE_ADD: &str = "Thêm nhiệm vụ";
pub const SAVE_EDIT: &str = "Lưu nhiệm vụ";
pub const REMOVE: &str = "Xóa nhiệm vụ";
pub const ADDED_BY_HAND: &str = "Nhập khi theo dõi kế hoạch, không có trong văn bản.";
pub const SET_BY_HAND: &str = "Cơ quan theo dõi đã xác định.";

pub fn added(name: &str) -> String {
    format!("Đã thêm nhiệm vụ: {name}")
}

pub fn saved(name: &str) -> String {
    format!("Đã lưu nhiệm vụ: {name}")
}

pub fn removed(name: &str) -> String {
    format!("Đã xóa nhiệm vụ: {name}")
}

// Lịch.
pub const PREVIOUS_MONTH: &str = "Tháng trước";
pub const NEXT_MONTH: &str = "Tháng sau";
pub const TODAY: &str = "Hôm nay";
pub const TODAY_SR: &str = "hôm nay";
pub const COMING: &str = "Sắp tới";
pub const NOTHING_COMING: &str = "Không còn hạn nào trong năm.";
pub const WORKING_DAY: &str = "làm bù";

pub fn day_off(day: &str, name: &str) -> String {
    format!("{day}: {name}")
}

pub fn month(month: u32, year: i32) -> String {
    format!("Tháng {month}/{year}")
}

pub fn month_caption(month: u32, year: i32) -> String {
    format!("Lịch đến hạn tháng {month} năm {year}")
}

pub fn days(days: i64) -> String {
    if days == 0 { "hôm nay".to_owned() } else { format!("{days}\u{a0}ngày") }
}

pub fn offices(count: usize) -> String {
    format!("{count:02} cơ quan, đơn vị")
}

// Lịch hạn.
pub const DEADLINES: &str = "Lịch hạn (.ics)";
pub const NO_DEADLINES: &str = "Từ hôm nay không còn hạn nào để đưa vào lịch";

pub fn deadlines_of(office: Option<&str>) -> String {
    format!("Hạn của {}", office.unwrap_or("mọi cơ quan"))
}
