//! Nhập từ Excel, and a plan read from its text.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::ingest::import::{Matter, Tally};
use cchc_core::text::integer_vi;

pub const OPEN_A_PLAN_FIRST: &str =
    "Mở kế hoạch trước, rồi thả danh sách Excel vào trang để nhập vào Nhật ký.";
pub const ONLY_READS: &str = "Đang xem với vai lãnh đạo. Chọn cơ quan trong Cài đặt để nhập danh sách.";
pub const PLAN_IS_NEWER: &str = "Kế hoạch đang mở chỉ để xem: tệp do bản phần mềm mới hơn ghi. Tải bản mới của trang cchc.html rồi nhập danh sách.";

// Nhập từ Excel.
pub const BUTTON: &str = "Nhập từ Excel";
pub const TITLE: &str = "Nhập từ Excel";
pub const LEAD: &str = "Chọn danh sách tin, bài, hoạt động, bảng tổng hợp phiếu khảo sát hoặc bảng điểm của các chỉ số mà cơ quan đang giữ (.xlsx, .csv), hoặc thả tệp vào trang. Cột theo thứ tự nào, tiêu đề gọi thế nào cũng được. Xem trước rồi mới nhập; nhập lại cùng một danh sách không thêm gì.";
pub const CHOOSE: &str = "Chọn danh sách";
pub const CHOOSE_OTHER: &str = "Chọn tệp khác";
pub const ACCEPT: &str = ".xlsx,.xlsm,.csv";
pub const MACROS: &str = "Tệp có macro. Macro không được đọc và không chạy.";

pub const COLUMNS: &str = "Cột của danh sách";
pub const COLUMNS_MORE: &str =
    "Hiểu sai cột nào thì chọn lại. Lựa chọn được giữ trong tệp kế hoạch cho lần nhập sau.";
pub const COLUMN: &str = "Cột";
pub const HEADING: &str = "Tiêu đề";
pub const SAMPLES: &str = "Ví dụ";
pub const MEANS: &str = "Hiểu là";
pub const IN_UNIT: &str = "Số lượng theo đơn vị tính";

pub fn means(heading: &str) -> String {
    format!("Cột “{heading}” hiểu là")
}

pub fn not_read(sheet: &str, why: &str) -> String {
    if sheet.is_empty() {
        format!("Không đọc được danh sách: {why}.")
    } else {
        format!("Trang tính “{sheet}” không đọc: {why}.")
    }
}

pub const OFFICE: &str = "Cơ quan của dòng không ghi cơ quan";
pub const NO_OFFICE: &str = "Không đặt: dòng đó không nhập";
pub const CHANNEL: &str = "Hình thức của dòng không ghi hình thức";
pub const NO_CHANNEL: &str = "Để trống";

pub fn names(matter: Matter) -> &'static str {
    match matter {
        Matter::Activities => "Tên cơ quan chưa khớp với kế hoạch",
        Matter::Figures => "Tên chưa khớp với tiêu chí nào",
    }
}

pub const MATTER: &str = "Danh sách này là";
pub const ACTIVITIES: &str = "Hoạt động, vào Nhật ký";
pub const FIGURES: &str = "Phiếu khảo sát, điểm, vào Chỉ số";
pub const SET: &str = "Bộ chỉ số";
pub const NO_SET: &str = "Đoán theo tên tiêu chí";
pub const PERIOD: &str = "Kỳ";

pub const fn back(matter: Matter) -> &'static str {
    match matter {
        Matter::Activities => "Về Nhật ký",
        Matter::Figures => "Về Chỉ số",
    }
}

pub fn points_of(period: &str) -> String {
    format!("Điểm {period}")
}

pub const ANSWERS: &str = "Mỗi phiếu một dòng: mức trả lời về";

pub const NAME_NONE: &str = "Chưa chọn: dòng đó không nhập";

pub fn is_called(name: &str) -> String {
    format!("“{name}” là")
}

pub const ROWS: &str = "Xem trước";
pub const REFUSED: &str = "Không đọc được";
pub const REFUSED_MORE: &str = "sửa trong danh sách rồi nhập lại; các dòng khác vẫn nhập";
pub const REMARKED: &str = "Mới, cần để ý";
pub const NEW: &str = "Mới";
pub const OTHERWISE: &str = "Đã có, danh sách ghi khác";
pub const KNOWN: &str = "Đã có";
pub const DELETED: &str = "Đã xóa trước đây";
pub const DELETED_MORE: &str = "không nhập lại";
pub const PASSED: &str = "Không phải hoạt động";
pub const PASSED_FIGURES: &str = "Đã gộp, hoặc không phải số liệu";
pub const UPDATE: &str = "Sửa các mục đã có theo danh sách";
pub const NOTHING: &str = "Không có hoạt động nào để nhập. Xem lại cột nào là ngày, cơ quan, tên hoạt động.";

pub const NO_FIGURES: &str = "Không có số liệu nào để nhập. Xem lại cột nào là tiêu chí, mức trả lời, điểm.";

pub fn otherwise(fields: &[&str]) -> String {
    format!("khác: {}", fields.join(", "))
}

/// What is counted: activities, or figures.
const fn what(matter: Matter) -> &'static str {
    match matter {
        Matter::Activities => "hoạt động",
        Matter::Figures => "số liệu",
    }
}

pub fn summary(matter: Matter, tally: Tally) -> String {
    let mut parts = vec![format!("{} {} mới", integer_vi(tally.new as i64), what(matter))];
    for (count, what) in [
        (tally.known + tally.otherwise, "đã có"),
        (tally.refused, "dòng không đọc được"),
        (tally.passed + tally.deleted, "dòng bỏ qua"),
    ] {
        if count > 0 {
            parts.push(format!("{} {what}", integer_vi(count as i64)));
        }
    }
    parts.join(" · ")
}

pub fn take_in(matter: Matter, count: usize) -> String {
    format!("Nhập {} {}", integer_vi(count as i64), what(matter))
}

pub fn label(name: &str) -> String {
    format!("Nhập từ {name}")
}

pub fn done(matter: Matter, count: usize, name: &str) -> String {
    format!("Đã nhập {} {} từ {name}", integer_vi(count as i64), what(matter))
}

// Từ văn bản kế hoạch.
pub const PLAN_TITLE: &str = "Từ văn bản kế hoạch";
pub const PLAN_MORE: &str = "Dán lời văn hoặc chọn tệp Word của kế hoạch xã mình. Cơ quan, nhiệm vụ, chỉ tiêu, hạn, văn bản viện dẫn được đọc ra để bạn xem lại.";
pub const PLAN_LEAD: &str = "Dán toàn văn kế hoạch vào ô dưới đây, hoặc chọn tệp Word (.docx), tệp chữ (.txt). Cũng có thể thả tệp vào trang. Văn bản không rời khỏi máy này.";
pub const PLAN_PASTE: &str = "Toàn văn kế hoạch";
pub const PLAN_EMPTY: &str = "Dán văn bản kế hoạch vào đây rồi bấm Đọc văn bản";
pub const PLAN_READ: &str = "Đọc văn bản";
pub const PLAN_CHOOSE: &str = "Chọn tệp Word";
pub const PLAN_ACCEPT: &str = ".docx,.docm,.txt";
pub const PLAN_BACK: &str = "Về Mở đầu";

pub const CONFIRM: &str = "Xem lại kế hoạch đã đọc";
pub const CONFIRM_LEAD: &str = "Bên trái là lời văn bản, bên phải là điều đã hiểu. Chỗ suy ra và chỗ chưa hiểu sửa được sau khi mở, ở Kế hoạch và Nhiệm vụ. Không lời nào bị bỏ.";
pub const ALL: &str = "Tất cả";
pub const WRITTEN: &str = "đã ghi rõ";
pub const INFERRED: &str = "suy ra";
pub const NOT_UNDERSTOOD: &str = "chưa hiểu";
pub const SHOWN: &str = "Mức chắc chắn";
pub const WORDS: &str = "Lời văn bản";
pub const READ: &str = "Đã hiểu là";
pub const NO_WORDS: &str = "Không có lời nào trong văn bản";
pub const FINDINGS: &str = "Nhận xét về văn bản";
pub const OTHER_TEXT: &str = "Đọc văn bản khác";
pub const OPEN: &str = "Mở kế hoạch này";
pub const OPENED: &str = "Đã mở kế hoạch.";

pub fn counted(word: &str, count: usize) -> String {
    format!("{word} {}", integer_vi(count as i64))
}

// Kế hoạch năm sau.
pub const NEXT: &str = "Kế hoạch năm sau";
pub const NEXT_COPY: &str = "Chép danh sách này";
pub const NEXT_COPIED: &str = "Đã chép danh sách cần xem lại";
pub const NEXT_NOT: &str = "Để sau";

pub fn next_title(year: i32) -> String {
    format!("Lập dự thảo kế hoạch năm {year}")
}

pub fn next_lead(year: i32) -> String {
    format!(
        "Năm, hạn trong lời kế hoạch chuyển sang năm {}; số, ngày, người ký để trống; sổ theo dõi bắt đầu lại. Kế hoạch năm {year} vẫn còn trong trình duyệt này.",
        year + 1
    )
}

pub fn next_do(year: i32) -> String {
    format!("Lập kế hoạch năm {year}")
}

pub fn next_done(year: i32) -> String {
    format!("Đã lập dự thảo kế hoạch năm {year}")
}
