//! Chỉ số.
#![allow(missing_docs, reason = "each text says what it is")]

pub const LINE: &str = "Chỉ số của xã, chỉ tiêu của Kế hoạch, chỉ số của tỉnh để đối chiếu";
pub const VIEWS: &str = "Các phần của Chỉ số";
pub const ALL: &str = "Tất cả chỉ số";
pub const MEASURES: &str = "Giải pháp";
pub const SETS: &str = "Bộ chỉ số";

// Overview
pub const OWN: &str = "Chỉ số của xã";
pub const OWN_NOTE: &str = "Vạch đứng là mục tiêu";
pub const TARGETS: &str = "Chỉ tiêu của Kế hoạch";
pub const TARGETS_NOTE: &str = "Tử số, mẫu số ghi cạnh giá trị";
pub const CONTEXT: &str = "Chỉ số của tỉnh, để đối chiếu";
pub const CONTEXT_NOTE: &str = "Không phải điểm của xã, không cộng vào điểm của xã";
pub const NO_SETS: &str = "Chưa có bộ chỉ số nào";
pub const NO_SETS_HINT: &str = "Nhập bộ chỉ số của tỉnh ở phần Bộ chỉ số.";
pub const NO_VALUE: &str = "Chưa có giá trị";
pub const NO_TARGET: &str = "Chưa đặt mục tiêu";
pub const NOT_SCORED: &str = "Chưa chấm";
pub const NOT_ENTERED: &str = "Chưa có số liệu";
pub const INDEX: &str = "Chỉ số";

/// "năm 2026, tự chấm".
pub fn of_year(year: i32) -> String {
    format!("năm {year}, tự chấm")
}

/// "/ 2,00 điểm, mới chấm 3/10 tiêu chí".
pub fn so_far(max: &str, scored: usize, leaves: usize) -> String {
    format!("trên {max} điểm đã chấm, {scored}/{leaves} tiêu chí")
}

/// "Còn 7 tiêu chí chưa chấm".
pub fn left_to_score(count: usize) -> String {
    if count == 0 {
        "Chưa cộng được tổng".to_owned()
    } else {
        format!("Còn {count} tiêu chí chưa chấm")
    }
}

/// "Mục tiêu 100%, chưa có số liệu".
pub fn not_entered_of(goal: &str) -> String {
    format!("Mục tiêu {goal}, chưa có số liệu")
}

/// "hạng 31/34".
pub fn rank(rank: u32, of: Option<u32>) -> String {
    format!("hạng {}", place(rank, of))
}

/// "31/34".
pub fn place(rank: u32, of: Option<u32>) -> String {
    of.map_or_else(|| rank.to_string(), |of| format!("{rank}/{of}"))
}

/// "Giảm 0,04 so với lần trước".
pub fn change(by: &str, change: f64) -> String {
    let word = if change < 0.0 { "Giảm" } else { "Tăng" };
    format!("{word} {by} so với lần trước")
}

/// "Nguồn: VCCI".
pub fn source(source: &str) -> String {
    if source.is_empty() { String::new() } else { format!("Nguồn: {source}") }
}

/// "Xếp loại Tốt".
pub fn class(name: &str) -> String {
    format!("Xếp loại {name}")
}

/// "Tốt từ 80".
pub fn class_from(name: &str, from: &str) -> String {
    format!("{name} từ {from}")
}

/// "Đạt mục tiêu 85,00".
pub fn reached(goal: &str) -> String {
    format!("Đạt mục tiêu {goal}")
}

/// "Thiếu 3,6 điểm %".
pub fn percent_missing(missing: &str) -> String {
    format!("Thiếu {missing}\u{a0}điểm\u{a0}%")
}

/// "Thiếu 2,00 so với 85,00".
pub fn points_missing(missing: &str, goal: &str) -> String {
    format!("Thiếu {missing} so với {goal}")
}

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
pub const APPRAISED: &str = "Thẩm định";
pub const PROOF: &str = "Minh chứng";
pub const MISSING: &str = "Còn thiếu";
pub const TOTAL: &str = "Tổng";
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
pub const PERCENT_SATISFIED: &str = "% hài lòng";
pub const NO_TOTAL_YET: &str = "Chưa cộng được tổng";
pub const ENTER_MAXIMA: &str = "Nhập điểm tối đa";
pub const BY_FIELD: &str = "Theo lĩnh vực";
pub const BARS_NOTE: &str = "% điểm tối đa";
pub const TARGETS_BARS_NOTE: &str = "%, vạch là mục tiêu";
pub const WEIGHTS_NOTE: &str = "chỉ số thành phần nào nặng hơn";
pub const CONTEXT_VALUES: &str = "Giá trị bối cảnh, cấp tỉnh";
pub const CONTEXT_CAPTION: &str = "Chỉ số của tỉnh, không phải của xã";
pub const LOSSES: &str = "Mất điểm nhiều nhất";
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

// One leaf
pub const FORMULA: &str = "Cách chấm";
pub const INPUT: &str = "Số liệu";
pub const REGISTER: &str = "Theo Nhật ký";
pub const SCORE: &str = "Điểm";
pub const TARGET: &str = "Mục tiêu";
pub const DEFINITION: &str = "Định nghĩa";
pub const PROOF_ASKED: &str = "Minh chứng cần có";
pub const OFFICE: &str = "Cơ quan";
pub const ORIGIN: &str = "Nguồn điểm";
pub const ORIGIN_SELF: &str = "Tự đánh giá";
pub const ORIGIN_APPRAISED: &str = "Thẩm định";
pub const ORIGIN_SURVEY: &str = "Điều tra xã hội học";
pub const ORIGIN_PORTAL: &str = "Cổng Dịch vụ công quốc gia";
pub const ORIGIN_EXTERNAL: &str = "Cơ quan khác công bố";
pub const CERTAINTY: &str = "Độ tin cậy";
pub const ACTIVITIES: &str = "Hoạt động chứng minh";
pub const DOCUMENTS: &str = "Tài liệu kiểm chứng";
pub const DOCUMENTS_HINT: &str = "Số văn bản hoặc liên kết, mỗi dòng một tài liệu";
pub const REASON: &str = "Giải trình";
pub const REASON_HINT: &str = "Cần khi không có tài liệu kiểm chứng";
pub const NOTE: &str = "Ghi chú";
pub const NOTE_HINT: &str = "In ở cột ghi chú của bảng tự chấm";
pub const HINT_NUMBER: &str = "Ghi như 2 hoặc 1,5";
pub const HINT_SHARE: &str = "Ghi tỷ lệ như 85,5 hoặc tử số/mẫu số như 12/15";
pub const HINT_RATIO: &str = "Ghi tử số/mẫu số, như 12/15";
pub const HINT_ANSWERS: &str = "Số phiếu của từng mức";
pub const NOT_A_RATIO: &str = "Ghi tử số/mẫu số, như 12/15.";
pub const NOT_YET: &str = "Chưa ghi";
pub const YES: &str = "Đạt";
pub const NO: &str = "Không đạt";
pub const NOT_APPLICABLE_TICK: &str = "Không áp dụng: điểm tối đa của tiêu chí không tính vào mẫu số";
pub const OWN_VALUE: &str = "Giá trị của xã";
pub const GROUP_MEAN: &str = "Trung bình nhóm";
pub const COUNT: &str = "Số lượng";
pub const RATIO: &str = "Tử số/mẫu số";
pub const SHARE: &str = "Tỷ lệ hoặc tử số/mẫu số";
pub const DEFINITION_HINT: &str = "Cách hiểu tử số, mẫu số đang dùng, nếu khác định nghĩa có sẵn";
pub const ANSWERS: &str = "Số phiếu theo mức trả lời";
pub const NO_ANSWERS: &str = "Chưa có phiếu nào";
pub const SATISFIED: &str = "Hoặc tỷ lệ hài lòng (%)";
pub const SATISFIED_HINT: &str = "Khi chỉ có kết quả công bố";
pub const POPULATION: &str = "Tính cỡ mẫu: số người được phục vụ";
pub const POPULATION_HINT: &str = "Chỉ để tính, không lưu";
pub const OTHER_SELF: &str = "Điểm tự chấm khác";
pub const OTHER_SELF_HINT: &str = "Để trống: lấy điểm tính từ số liệu";
pub const APPRAISED_SCORE: &str = "Điểm thẩm định";
pub const APPRAISED_HINT: &str = "Có điểm thẩm định thì tính điểm này";
pub const SURVEY_SCORE: &str = "Điểm điều tra";
pub const SURVEY_HINT: &str = "Cộng thêm vào điểm trên";
pub const SAVE_NEXT: &str = "Lưu, sang tiêu chí sau";
pub const SAVE: &str = "Lưu tiêu chí";
pub const PICK_ACTIVITY: &str = "Hoạt động chứng minh";
pub const PICK_PLACEHOLDER: &str = "Gõ để tìm trong Nhật ký";
pub const PROVES: &str = "Chứng minh cho";

/// The heading of an opened leaf, for readers.
pub fn leaf_details(code: &str, name: &str) -> String {
    format!("Tiêu chí {code}: {name}")
}

/// "5/8, tính từ Nhật ký".
pub fn input_of_register(input: &str) -> String {
    format!("{input}, tính từ Nhật ký")
}

/// "5/8".
pub fn register_says(input: &str) -> String {
    input.to_owned()
}

/// "5/8, được 0,63 điểm".
pub fn register_says_points(input: &str, points: &str) -> String {
    format!("{input}, được {points} điểm")
}

/// "0,50 trên 1,00".
pub fn score_of(score: &str, max: Option<&str>) -> String {
    max.map_or_else(|| score.to_owned(), |max| format!("{score} trên {max}"))
}

/// "Xem 12 hoạt động trong Nhật ký".
pub fn in_log(count: usize) -> String {
    format!("Xem {count} hoạt động trong Nhật ký")
}

/// "Nhật ký tính được 5/8; để trống để dùng số này".
pub fn hint_of_register(input: &str) -> String {
    format!("Nhật ký tính được {input}. Để trống để dùng số này")
}

/// "20/11/2026 · Tin về …".
pub fn dated(day: &str, title: &str) -> String {
    format!("{day} · {title}")
}

/// An activity that is not in the file any more.
pub fn gone(id: &str) -> String {
    format!("Hoạt động {id}, không còn trong tệp")
}

/// The label of the button that takes one of a list away.
pub fn take_away(what: &str) -> String {
    format!("Bỏ {what}")
}

/// "Số phiếu “hài lòng” phải là số nguyên."
pub fn not_whole(answer: &str) -> String {
    format!("Số phiếu “{answer}” phải là số nguyên.")
}

/// "200 phiếu hợp lệ, sai số ±6,9 điểm %; hài lòng 90,0%".
pub fn sample(valid: &str, margin: &str, satisfied: &str) -> String {
    format!("{valid} phiếu hợp lệ, sai số ±{margin} điểm % (độ tin cậy 95%); tỷ lệ hài lòng {satisfied}")
}

/// "Cần ít nhất 334 phiếu (sai số 5%)".
pub fn needed(answers: &str) -> String {
    format!("Cần ít nhất {answers} phiếu (sai số 5%). Không lưu")
}

/// The change in the journal.
pub fn label_score(code: &str) -> String {
    format!("Chấm tiêu chí {code}")
}

/// What is said when it is saved.
pub fn scored(code: &str) -> String {
    format!("Đã lưu tiêu chí {code}")
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

// Values and targets
pub const OVER_YEARS: &str = "Qua các năm";
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
