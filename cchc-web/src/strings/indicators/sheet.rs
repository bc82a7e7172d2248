//! A set with its scores, and what stands beside the tree.

// A set with its scores
pub const TREE: &str = "Cây tiêu chí";
pub const TREE_TABLE: &str = "Bảng tiêu chí";
pub const SET: &str = "Bộ chỉ số";
pub const PERIOD: &str = "Kỳ";
pub const FRAME: &str = "Khung tiêu chí";
pub const TO_ENTER: &str = "cần nhập theo quyết định của tỉnh";
pub const PARTLY_UNCONFIRMED: &str = "có phần chưa xác nhận";
pub const APPENDIX: &str = "Bảng tự chấm";
/// Of the paper itself, beside the page of that name.
pub const APPENDIX_PAPER: &str = "Bản xem trước bảng tự chấm";
pub const NO_SUCH_SET: &str = "Không có bộ chỉ số này trong tệp";
pub const NO_SUCH_SET_HINT: &str = "Bộ chỉ số có thể đã bị xóa, hoặc ở tệp khác.";
pub const CRITERION: &str = "Tiêu chí";
pub const MAX: &str = "Tối đa";
pub const WEIGHT: &str = "Trọng số";
pub const SELF: &str = "Tự chấm";
pub const PUBLISHED: &str = "Công bố";
pub const APPRAISED: &str = "Thẩm định";
pub const PROOF: &str = "Minh chứng";
pub const MISSING: &str = "Còn thiếu";
pub const BY_REGISTER: &str = "tự tính";
pub const NOT_APPLICABLE: &str = "Không áp dụng";
pub const FULL: &str = "Đủ";
pub const SCORED: &str = "Đã chấm";
pub const NO_MAXIMUM: &str = "Chưa có điểm tối đa";
pub const OWES_PROOF: &str = "Thiếu minh chứng hoặc giải trình";

/// "Chỉ số cải cách hành chính cấp xã, năm 2026".
pub fn titled(name: &str, period: &str) -> String {
    format!("{name}, {period}")
}

/// "số liệu đến 20/11/2026".
pub fn as_of(day: &str) -> String {
    format!("số liệu đến {day}")
}

/// "3,39 điểm".
pub fn lost(points: &str) -> String {
    format!("{points}\u{a0}điểm")
}

/// "Còn thiếu 01 tin, bài tháng 8; và 2 ý nữa".
pub fn and_more(first: &str, more: usize) -> String {
    format!("{} (và {more} việc nữa)", first.trim_end_matches('.'))
}

/// The label of the button that folds a group.
pub fn fold(expanded: bool, code: &str) -> String {
    format!("{} {code}", if expanded { "Thu gọn" } else { "Mở rộng" })
}

/// "7 tiêu chí chưa chấm, không cộng tổng".
pub fn no_total(missing: usize) -> String {
    format!("{missing} tiêu chí chưa chấm, không cộng tổng")
}

/// "Số liệu đã ghi không dùng được: …".
pub fn left_out(fault: &str) -> String {
    format!("Số liệu đã ghi không dùng được nên chưa tính: {fault}")
}

// Beside the tree
pub const RESULT: &str = "Kết quả";
pub const OUT_OF_100: &str = "điểm tự chấm, trên 100";
pub const PUBLISHED_OUT_OF_100: &str = "điểm công bố, trên 100";
pub const PERCENT_SATISFIED: &str = "% hài lòng";
pub const NO_TOTAL_YET: &str = "Chưa cộng được tổng";
pub const ENTER_MAXIMA: &str = "Nhập điểm tối đa";
pub const BY_FIELD: &str = "Theo lĩnh vực";
pub const BY_TARGET: &str = "Theo chỉ tiêu";
pub const BARS_NOTE: &str = "% điểm tối đa";
pub const TARGETS_BARS_NOTE: &str = "%, vạch là mục tiêu";
pub const WEIGHTS_NOTE: &str = "chỉ số thành phần nào nặng hơn";
pub const CONTEXT_VALUES: &str = "Giá trị bối cảnh";
pub const CONTEXT_CAPTION: &str = "Giá trị của tỉnh, của cả nước; không phải của xã";
pub const LOSSES: &str = "Mất điểm nhiều nhất";
pub const LOSSES_NOTE: &str = "So với điểm tối đa của tiêu chí";
pub const LOSSES_OF_SHARES: &str = "Điểm % chưa hài lòng";
pub const LOSSES_WEIGHTED: &str = "Tính theo trọng số, trên thang 100";
pub const NO_OFFICE: &str = "Chưa giao cơ quan";

/// "điểm, trên 2,00 điểm đã chấm".
pub fn out_of_scored(max: &str) -> String {
    format!("trên {max} điểm của các tiêu chí đã chấm")
}

/// "%, vạch là mục tiêu 85,00".
pub fn bars_note(goal: &str) -> String {
    format!("% điểm tối đa, vạch là mục tiêu {goal}")
}

/// "tỉnh Lạng Sơn, năm 2024".
pub fn of_row(of: &str, period: &str) -> String {
    if of.is_empty() { period.to_owned() } else { format!("{of}, {period}") }
}

/// "Ít nhất 200 phiếu hợp lệ mỗi tiêu chí, sai số ±6,9 điểm %".
pub fn sample_of(answers: &str, margin: &str) -> String {
    format!("Ít nhất {answers} phiếu hợp lệ ở mỗi tiêu chí, sai số ±{margin} điểm % (độ tin cậy 95%)")
}

/// The leaves whose maxima are not known.
pub fn without_maximum(codes: &str) -> String {
    format!("Chưa có điểm tối đa: {codes}.")
}

/// "2 tiêu chí thiếu minh chứng hoặc giải trình".
pub fn owed(count: usize) -> String {
    format!("{count} tiêu chí thiếu minh chứng hoặc giải trình")
}

/// "−0,50".
pub fn minus(points: &str) -> String {
    format!("−{points}")
}

/// "và 3 tiêu chí nữa".
pub fn more_losses(count: usize) -> String {
    format!("và {count} tiêu chí nữa còn mất điểm")
}

/// "Tiêu chí của Phòng Kinh tế".
pub fn of_office(name: &str) -> String {
    format!("Tiêu chí của {name}")
}

// Trying
pub const TRY: &str = "Tính thử";
pub const TRYING: &str = "Đang tính thử.";
pub const TRYING_NOTE: &str = "Sửa điểm ở cột Tự chấm để xem chỉ số thay đổi; không lưu gì vào tệp.";
pub const STOP_TRYING: &str = "Thôi tính thử";

/// "+1,50 so với 83,00".
pub fn moved(by: &str, before: &str) -> String {
    format!("{by} so với {before}")
}

/// The label of a field of a trial.
pub fn trial_of(code: &str, name: &str) -> String {
    format!("Điểm thử {code}: {name}")
}
