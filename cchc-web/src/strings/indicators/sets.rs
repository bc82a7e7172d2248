//! The sets themselves, and what is handed in.

// Sets
pub const SETS_LINE: &str = "Các bộ tiêu chí đang dùng: có sẵn trong phần mềm, và của riêng tệp này";
pub const IMPORT: &str = "Nhập bộ chỉ số";
pub const IMPORT_LABEL: &str = "Chọn tệp bộ chỉ số (JSON)";
pub const NOT_READ: &str = "Trình duyệt không đọc được tệp. Chọn lại tệp.";
pub const SCORED_WHO: &str = "Đối tượng";
pub const YEARS: &str = "Năm áp dụng";
pub const LEAVES: &str = "Tiêu chí";
pub const FILES_OWN: &str = "bản của tệp này";
pub const OWN_VALUE_OF: &str = "tự chấm";
pub const CONTEXT_VALUE_OF: &str = "để đối chiếu";
pub const DECISION: &str = "Quyết định";
pub const DECISION_HINT: &str = "Số, ngày, cơ quan ban hành";
pub const AGGREGATION: &str = "Cách tổng hợp";
pub const CLASSES: &str = "Xếp loại";
pub const UNCONFIRMED: &str = "Chưa xác nhận";
pub const UNCONFIRMED_HINT: &str = "Điều chưa chắc, được nói ra ở mọi nơi dùng bộ này; để trống khi đã rõ";
pub const UNCONFIRMED_AGAIN: &str = "Chưa đối chiếu với quyết định của tỉnh.";
pub const CONFIRMED: &str = "Đã đối chiếu với quyết định ban hành";
pub const POOLED: &str = "Gộp mọi phiếu (không lấy trung bình các tiêu chí)";
pub const SET_NAME: &str = "Tên bộ chỉ số";
pub const EDIT_SET: &str = "Sửa bản của xã";
pub const SAVE_SET: &str = "Lưu bộ chỉ số";
pub const GIVE_UP: &str = "Bỏ thay đổi";
pub const EXPORT: &str = "Xuất tệp";
pub const RESTORE: &str = "Về bản có sẵn";
pub const RESTORED: &str = "Đã trở về bản có sẵn";
pub const RULE: &str = "Cách chấm";
pub const COMPUTES_ITSELF: &str = "tự tính từ Nhật ký";
pub const ADD_FIELD: &str = "Thêm lĩnh vực";
pub const ADD_NODE: &str = "Thêm tiêu chí";
pub const EDIT_NODE: &str = "Sửa tiêu chí";
pub const TAKE_NODE: &str = "Nhận tiêu chí";
pub const REMOVE_NODE: &str = "Xóa tiêu chí";
pub const ADD_UNDER: &str = "Thêm tiêu chí thành phần";
pub const NEW_NODE: &str = "Tiêu chí mới";
pub const CODE: &str = "Mã";
pub const CODE_TAKEN: &str = "Mỗi tiêu chí cần một mã riêng.";
pub const NODE_NAME: &str = "Tên tiêu chí";
pub const NAME_MISSING: &str = "Ghi tên tiêu chí.";
pub const WEIGHT_PERCENT: &str = "Trọng số (%)";
pub const MAX_HINT: &str = "Để trống khi chưa biết";
pub const GROUP_NOTE: &str = "Điểm cộng từ các tiêu chí thành phần, không có cách chấm riêng.";
pub const RULE_DIRECT: &str = "Điểm ghi trực tiếp";
pub const RULE_BINARY: &str = "Đạt, không đạt";
pub const RULE_STEP: &str = "Theo mức";
pub const RULE_PROPORTIONAL: &str = "Theo tỷ lệ";
pub const RULE_COUNT: &str = "Theo số lượng";
pub const RULE_QUOTA: &str = "Theo định mức";
pub const RULE_DEDUCTION: &str = "Trừ điểm";
pub const RULE_BONUS: &str = "Điểm thưởng, ngoài thang 100";
pub const RULE_INDEX: &str = "Quy đổi từ chỉ số khác (%)";
pub const RULE_GROUP_MEAN: &str = "So với trung bình nhóm";
pub const RULE_SURVEY: &str = "Điều tra: điểm trung bình 1–5";
pub const RULE_SATISFIED: &str = "Điều tra: tỷ lệ hài lòng";
pub const RULE_RATIO: &str = "Tử số/mẫu số (%)";
pub const FIGURES_STEP: &str = "Các mức, từ cao xuống: 100: 1; 80: 0,5";
pub const FIGURES_FLOOR: &str = "Dưới bao nhiêu % thì 0 điểm";
pub const FIGURES_PER_ITEM: &str = "Điểm mỗi lần";
pub const FIGURES_ENOUGH: &str = "Bao nhiêu thì đủ điểm tối đa";
pub const FIGURES_OFF: &str = "Điểm trừ mỗi lần";
pub const FIGURES_LOWEST: &str = "Điểm trung bình ứng với 0 điểm";
pub const FIGURES_LEAST: &str = "Điểm thấp nhất";

/// The label of the button that edits a criterion.
pub fn edit_node(code: &str) -> String {
    format!("Sửa tiêu chí {code}")
}

/// What is said when a set is imported.
pub fn imported(name: &str) -> String {
    format!("Đã nhập {name}")
}

/// Why it was not.
pub fn not_imported(file: &str, why: &str) -> String {
    format!("Chưa nhập {file}: {why}. Sửa tệp rồi nhập lại; các bộ đang dùng vẫn như cũ.")
}

/// A file that is no text.
pub fn not_utf8(file: &str) -> String {
    format!("Chưa nhập {file}: tệp không phải văn bản JSON (UTF-8). Chọn tệp bộ chỉ số.")
}

/// Why a set was not saved.
pub fn not_saved(why: &str) -> String {
    format!("Chưa lưu: {why}.")
}

/// What is said when it is.
pub fn set_saved(name: &str) -> String {
    format!("Đã lưu {name}")
}

/// What is said when it is exported.
pub fn exported(file: &str) -> String {
    format!("Đã tải xuống {file}")
}

// What is handed in
pub const APPENDIX_LINE: &str = "Báo cáo kết quả tự đánh giá và phụ lục, theo số liệu đang có trong tệp";
pub const BACK_TO_SHEET: &str = "Về bảng điểm";
pub const PRINT: &str = "In";
pub const XLSX: &str = "Xuất Excel";
pub const DOCX: &str = "Xuất Word";
