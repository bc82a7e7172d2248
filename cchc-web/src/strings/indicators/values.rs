//! Values, targets, measures.

// Values and targets
pub const OVER_YEARS: &str = "Qua các năm";
pub const PORTAL_NOTE: &str =
    "Điểm do Cổng Dịch vụ công quốc gia công bố: ghi, sửa bằng nút Ghi giá trị ở phần Qua các năm.";
pub const OVER_PERIODS: &str = "Qua các kỳ";
pub const NO_VALUES: &str = "Chưa ghi giá trị nào của các năm trước.";
pub const ADD_VALUE: &str = "Ghi giá trị";
pub const EDIT_VALUE: &str = "Sửa giá trị";
pub const SAVE_VALUE: &str = "Lưu giá trị";
pub const REMOVE_VALUE: &str = "Xóa giá trị";
pub const VALUE_REMOVED: &str = "Đã xóa giá trị";
pub const SET_TARGET: &str = "Đặt mục tiêu";
pub const SAVE_TARGET: &str = "Lưu mục tiêu";
pub const REMOVE_TARGET: &str = "Xóa mục tiêu";
pub const TARGET_SAVED: &str = "Đã lưu mục tiêu";
pub const TARGET_REMOVED: &str = "Đã xóa mục tiêu";
pub const YEAR: &str = "Năm";
pub const VALUE: &str = "Giá trị";
pub const RANK: &str = "Xếp hạng";
pub const RANKED: &str = "Trên tổng số";
pub const SOURCE: &str = "Nguồn";
pub const SOURCE_HINT: &str = "Ai công bố, ở đâu";
pub const COMPUTED: &str = "tính lại";
pub const VIEW: &str = "Loại điểm";
pub const PERIOD_HINT: &str = "Ghi năm như 2025, hoặc tháng như 10/2025";
pub const TOTAL_VALUE: &str = "Tổng điểm";
pub const TOTAL_HINT: &str = "Như đã công bố";
pub const TOTAL_MISSING: &str = "Ghi tổng điểm hoặc điểm thành phần.";
pub const RANK_WRONG: &str = "Hạng là số nguyên từ 1, không lớn hơn tổng số.";
pub const PARTS: &str = "Điểm thành phần";
pub const TARGET_OF: &str = "Mục tiêu cho";
pub const WHOLE_INDEX: &str = "Cả chỉ số";
pub const AT_LEAST: &str = "Cần đạt từ";
pub const TARGET_SOURCE: &str = "Văn bản giao chỉ tiêu";

/// Which of two published views is shown.
pub fn published_view(view: &str) -> String {
    format!("theo {view} đã công bố")
}

/// "Mục tiêu 85,00".
pub fn goal(value: &str) -> String {
    format!("Mục tiêu {value}")
}

/// "2015 chưa có".
pub fn unknown_in(name: &str) -> String {
    format!("{name} chưa có")
}

/// The caption of the values of somebody.
pub fn values_of(of: &str) -> String {
    if of.is_empty() {
        "Giá trị của xã qua các năm".to_owned()
    } else {
        format!("Giá trị của {of} qua các năm")
    }
}

/// The label of the button that edits a value.
pub fn edit_value(period: &str) -> String {
    format!("Sửa giá trị {period}")
}

/// What is said when it is saved.
pub fn value_saved(period: &str) -> String {
    format!("Đã lưu giá trị {period}")
}

/// The label of the button that takes a target away.
pub fn remove_target(target: &str) -> String {
    format!("{REMOVE_TARGET} {target}")
}

/// Why a target is refused.
pub fn target_beyond(most: &str) -> String {
    format!("Mục tiêu từ 0 đến {most}.")
}

/// "Năm 2026: từ 85".
pub fn target_there(period: &str, node: &str, value: &str) -> String {
    if node.is_empty() {
        format!("{period}: từ {value}")
    } else {
        format!("{period}, tiêu chí {node}: từ {value}")
    }
}

// Measures
pub const MEASURE: &str = "Giải pháp";
pub const MEASURES_TITLE: &str = "Giải pháp khắc phục, nâng cao";
pub const ADD_MEASURE: &str = "Thêm giải pháp";
pub const EDIT_MEASURE: &str = "Sửa giải pháp";
pub const SAVE_MEASURE: &str = "Lưu giải pháp";
pub const REMOVE_MEASURE: &str = "Xóa giải pháp";
pub const MEASURE_ADDED: &str = "Đã thêm giải pháp";
pub const MEASURE_SAVED: &str = "Đã lưu giải pháp";
pub const MEASURE_REMOVED: &str = "Đã xóa giải pháp";
pub const NO_MEASURES: &str = "Chưa có giải pháp nào";
pub const NO_MEASURES_HINT: &str = "Kế hoạch yêu cầu giải pháp khắc phục, nâng cao PCI, DDCI. Ghi từng giải pháp với cơ quan, hạn, cuộc đối thoại đã nêu.";
pub const NO_MEASURES_OF: &str = "Chưa có giải pháp cho chỉ số này.";
pub const SUB_INDEX: &str = "Chỉ số thành phần";
pub const DUE: &str = "Hạn";
pub const FROM_DIALOGUE: &str = "Từ cuộc đối thoại";
pub const FROM_DIALOGUE_HINT: &str = "Hoạt động trong Nhật ký đã nêu giải pháp này";
pub const STATE: &str = "Tình trạng";
pub const DONE_ON: &str = "Ngày hoàn thành";
pub const PICK: &str = "Chọn";
pub const MEASURE_MISSING: &str = "Ghi giải pháp";
pub const INDEX_MISSING: &str = "Chọn chỉ số";
pub const OFFICE_MISSING: &str = "Chọn cơ quan thực hiện";
pub const DUE_MISSING: &str = "Ghi hạn như 20/12";
pub const DONE_MISSING: &str = "Ghi ngày hoàn thành";

/// "5 giải pháp, 2 đã hoàn thành, 1 trễ hạn".
pub fn measures_line(all: usize, done: usize, late: usize) -> String {
    match (all, late) {
        (0, _) => "Giải pháp khắc phục, nâng cao PCI, DDCI và các chỉ số khác".to_owned(),
        (_, 0) => format!("{all} giải pháp, {done} đã hoàn thành"),
        _ => format!("{all} giải pháp, {done} đã hoàn thành, {late} trễ hạn"),
    }
}

/// "Đang thực hiện, trễ 3 ngày".
pub fn late(state: &str, relative: &str) -> String {
    format!("{state}, {relative}")
}

/// "Đã hoàn thành 12/10/2026".
pub fn done_on(state: &str, day: &str) -> String {
    format!("{state} {day}")
}
