//! One leaf.

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

/// "Đang lấy 2,5 theo kết quả đã công bố. Để trống để dùng số này".
pub fn hint_of_published(input: &str) -> String {
    format!("Đang lấy {input} theo kết quả đã công bố. Để trống để dùng số này")
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
pub fn label_score(name: &str) -> String {
    format!("Chấm tiêu chí “{name}”")
}

/// What is said when it is saved.
pub fn scored(name: &str) -> String {
    format!("Đã lưu tiêu chí “{name}”")
}
