//! Báo cáo.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::calendar::{Date, Window};
use cchc_core::plan::Regime;
use cchc_core::progress::{ReportItem, Standing, State};
use cchc_core::text::{capitalized, date_short, date_vi, glue, range_vi, unbroken};

pub const LIST: &str = "Các báo cáo trong năm";
pub const ALL: &str = "‹ Tất cả báo cáo";
pub const REQUEST: &str = "Báo cáo đột xuất";
pub const NONE: &str = "Kế hoạch chưa có quy định báo cáo nào";
pub const NONE_HINT: &str = "Thêm báo cáo theo công văn yêu cầu bằng nút Báo cáo đột xuất.";
pub const GONE: &str = "Không còn kỳ báo cáo này trong kế hoạch";
pub const GONE_HINT: &str =
    "Báo cáo đã bị xóa hoặc liên kết thuộc kế hoạch khác. Chọn báo cáo khác trong danh sách.";

// The list.

pub fn window_line(item: &ReportItem) -> Option<String> {
    match (item.period, item.window) {
        (Some(_), Some(window)) => Some(format!("Chốt số liệu {}", range(window))),
        (Some(_), None) => None,
        (None, _) => Some(asked_by(item)),
    }
}

fn asked_by(item: &ReportItem) -> String {
    let regime = match item.regime {
        Regime::Periodic => "định kỳ",
        Regime::Thematic => "chuyên đề",
        Regime::AdHoc => "đột xuất",
    };
    let mut by = item.requested_by.trim().chars();
    match by.next() {
        Some(first) => unbroken(&format!("{regime}, theo {}{}", first.to_lowercase(), by.as_str())),
        None => regime.to_owned(),
    }
}

pub fn due_line(item: &ReportItem) -> String {
    if item.is_sent() {
        return sent(item.sent_on, &item.number, "Nộp");
    }
    match (item.standing, item.due) {
        (Standing::Off, _) => "trước khi ban hành Kế hoạch".to_owned(),
        (_, Some(due)) if item.period.is_some() && !item.requested_by.is_empty() => {
            unbroken(&format!("Hạn gửi {}, theo {}", date_vi(due), item.requested_by))
        }
        (_, Some(due)) => format!("Hạn gửi {}", date_vi(due)),
        (_, None) => "Chưa có hạn gửi".to_owned(),
    }
}

pub fn state_words(item: &ReportItem, today: Date) -> String {
    let phrase = item.phrase(today);
    match (item.standing, item.state) {
        (Standing::Open { .. }, State::Soon) => format!("Sắp đến hạn, {}", glue(&phrase)),
        (Standing::Open { .. }, State::None) if item.due.is_some() => "Chưa đến hạn".to_owned(),
        _ => capitalized(&glue(&phrase).replace(",\u{a0}", ", ")),
    }
}

fn range(window: Window) -> String {
    range_vi(window.from, window.to)
}

fn sent(on: Option<Date>, number: &str, verb: &str) -> String {
    let mut words = on.map_or_else(|| verb.to_owned(), |day| format!("{verb} {}", date_vi(day)));
    if !number.is_empty() {
        words.push_str(", ");
        words.push_str(&glue(&format!("số {number}")));
    }
    words
}

// The desk.

pub const DOCUMENT: &str = "Văn bản báo cáo";
pub const PREVIEW: &str = "Bản xem trước, khổ A4";
pub const FORM: &str = "Cách gửi báo cáo";
pub const STAND_ALONE: &str = "Độc lập";
pub const EMBEDDED: &str = "Lồng ghép";
pub const PRINT: &str = "In";
/// Firefox, and Chromium before 131, leave out what the page puts into the margin.
pub const PAGE_NUMBERS: &str = "Muốn có số trang trên mọi trình duyệt: Xuất Word";
pub const WORD: &str = "Xuất Word";
pub const MORE: &str = "Lựa chọn khác";
pub const TEXT_FILE: &str = "Tải văn bản thuần (.txt)";
pub const HTML_FILE: &str = "Tải trang in (.html)";
pub const APPENDIX_TABLES: &str = "Tải bảng phụ lục (.xlsx)";
pub const SENT_AGAIN: &str = "Sửa số, ngày nộp…";
pub const UNSENT: &str = "Bỏ ghi đã nộp";
pub const CHANGE_REQUEST: &str = "Sửa yêu cầu…";
pub const CHANGE_DUE: &str = "Đổi hạn theo công văn…";
pub const DELETE: &str = "Xóa báo cáo này";

pub fn facts(item: &ReportItem, as_of: Date) -> String {
    match (item.is_sent(), item.is_frozen) {
        (true, _) => sent(item.sent_on, &item.number, "đã nộp"),
        (false, true) => "bản đã chốt".to_owned(),
        (false, false) => format!("dự thảo, số liệu đến {}", date_vi(as_of)),
    }
}

pub fn returned(item: &ReportItem) -> String {
    glue(&format!("{}/{} cơ quan đã gửi", item.returned(), item.returns.len()))
}

pub fn downloaded(name: &str) -> String {
    format!("Đã tải xuống {name}")
}

pub fn not_downloaded(words: &str) -> String {
    format!("Chưa tải được báo cáo ({words}). Thử lại, hoặc mở trang bằng trình duyệt khác.")
}

pub const DOWNLOAD_REFUSED: &str = "trình duyệt không cho tải tệp";

// The panel.

pub const RETURNS: &str = "Cơ quan đã gửi số liệu";
pub const RETURNS_HINT: &str = "Cơ quan chưa gửi: số liệu đã ghi trong nhật ký vẫn đưa vào báo cáo, đánh dấu (*); chưa ghi gì thì là “–” (chưa báo cáo). Đã gửi mà không có hoạt động thì là 0.";
pub const NOT_RETURNED: &str = "chưa báo cáo";
pub const NOT_YET: &str = "Ngày nhận chưa đến: ghi ngày không sau hôm nay";
pub const LEVELS: &str = "Hạn của từng cấp";
pub const NO_LEVELS: &str = "Công văn yêu cầu không nêu hạn từng cấp.";
pub const BEFORE_SIGNING: &str = "Trước khi trình ký";
pub const NOTHING_LEFT: &str = "Không còn việc gì thiếu.";
pub const IS_FROZEN: &str = "Báo cáo đã chốt nên không sửa ở đây.";
pub const IS_SENT: &str = "Báo cáo đã nộp nên không sửa ở đây. Bỏ ghi đã nộp để sửa tiếp.";
pub const SENT_UNFROZEN: &str =
    "Khi nộp chưa chốt số liệu: con số ở đây tính từ Nhật ký hôm nay, có thể khác bản đã gửi.";

pub fn received_on(office: &str) -> String {
    format!("Ngày nhận số liệu của {office}")
}

pub fn level(from: &str, to: &str) -> String {
    format!("{from} gửi {to}")
}

pub const NOTE_RETURN: &str = "Ghi cơ quan đã gửi số liệu";
pub const DROP_RETURN: &str = "Bỏ ghi cơ quan đã gửi số liệu";

// Paragraphs.

pub const EDIT: &str = "Sửa";
pub const KEEP: &str = "Ghi đoạn";
pub const DROP: &str = "Bỏ sửa";
pub const UNKEPT: &str = "Đoạn vừa sửa chưa được ghi. Bấm “Ghi đoạn” để giữ, “Bỏ sửa” để bỏ, hoặc viết tiếp.";
pub const KEYS: &str = "Ctrl Enter ghi · Esc đóng";
pub const MOVED: &str = "Số liệu đã đổi";
pub const UPDATE: &str = "Cập nhật số";
pub const LEAVE: &str = "Giữ nguyên";
pub const RESTORE: &str = "Trả lại câu soạn";
pub const LEFT_OUT: &str = "Đoạn này đã bỏ khỏi báo cáo.";
pub const NOTE: &str = "Ghi chú của đoạn";

pub const EDITED: &str = "Sửa đoạn báo cáo";
pub const EDITED_DONE: &str = "Đã ghi đoạn sửa";
pub const UPDATED: &str = "Cập nhật số trong đoạn báo cáo";
pub const UPDATED_DONE: &str = "Đã cập nhật số";
pub const LEFT: &str = "Giữ nguyên đoạn báo cáo";
pub const LEFT_DONE: &str = "Giữ nguyên đoạn đã sửa";
pub const RESTORED: &str = "Trả lại câu soạn";
pub const RESTORED_DONE: &str = "Đã trả lại câu soạn";

/// The beginning of a paragraph, for the name of what edits it.
pub fn edit_label(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(9).collect();
    format!("Sửa đoạn: {}…", words.join(" "))
}

pub fn sources(count: usize) -> String {
    format!("Số liệu ({count})")
}

pub fn edited_by(on: Date, office: Option<&str>) -> String {
    let by = office.map(|office| format!(", {office}")).unwrap_or_default();
    format!("Sửa tay ngày {}{by}", date_short(on))
}

pub fn moved_since(on: Date) -> String {
    format!("Đoạn sửa tay ngày {}:", date_short(on))
}

pub const WAS: &str = "ghi";
pub const NOW: &str = "nay là";
pub const ADDED: &str = "nay thêm";
pub const DROPPED: &str = "nay không còn";
pub const YOUR_WORDS: &str = "chỗ này đã viết khác, tự sửa";

pub fn more_places(count: usize) -> String {
    format!("và {count} chỗ khác")
}

pub const HOMELESS: &str = "Đoạn sửa tay không còn chỗ trong báo cáo";
pub const HOMELESS_HINT: &str =
    "Báo cáo không còn đoạn mà các câu này thay thế. Chép sang đoạn khác nếu cần, rồi bỏ.";
pub const HOMELESS_DROP: &str = "Bỏ đoạn này";
pub const HOMELESS_DONE: &str = "Đã bỏ đoạn sửa tay";

pub fn table(number: usize, caption: Option<&str>) -> String {
    match caption {
        Some(caption) => format!("Bảng {number}: {caption}"),
        None => format!("Bảng {number}"),
    }
}

// Ghi đã nộp.

pub const SENT_TITLE: &str = "Ghi báo cáo đã nộp";
pub const NUMBER: &str = "Số, ký hiệu";
pub const NUMBER_HINT: &str = "Như 188/BC-UBND";
pub const SENT_ON: &str = "Ngày gửi";
pub const SENT_ON_MISSING: &str = "Ghi ngày gửi báo cáo";
pub const SENT_ON_AHEAD: &str = "Ngày gửi chưa đến: ghi ngày không sau hôm nay";
pub const SENT_DO: &str = "Ghi đã nộp";
pub const SENT_ANYWAY: &str = "Vẫn ghi đã nộp";
pub const SENT_NUMBERLESS: &str = "Chưa ghi số, ký hiệu của báo cáo.";
pub const SENT_NOT_FROZEN: &str = "Chưa chốt số liệu: sau khi nộp, con số của báo cáo này vẫn đổi theo Nhật ký. Chốt số liệu trước để giữ nguyên bản đã gửi.";

pub fn sent_early(to: Date) -> String {
    format!("Kỳ báo cáo còn đến hết ngày {}.", date_vi(to))
}

pub const SENT_DONE: &str = "Đã ghi báo cáo đã nộp";
pub const UNSENT_DONE: &str = "Đã bỏ ghi đã nộp";

// Báo cáo đột xuất.

pub const REQUEST_TITLE: &str = "Báo cáo theo công văn yêu cầu";
pub const REQUEST_CHANGE_TITLE: &str = "Sửa yêu cầu báo cáo";
pub const PERIOD: &str = "Kỳ";
pub const ANY_DAYS: &str = "Khoảng ngày tự chọn";
pub const SUBJECT: &str = "Nội dung báo cáo";
pub const SUBJECT_HINT: &str = "Như Chuyên đề dịch vụ công trực tuyến";
pub const SUBJECT_MISSING: &str = "Ghi nội dung báo cáo để phân biệt với các báo cáo khác";
pub const BY: &str = "Theo công văn";
pub const BY_HINT: &str = "Số, ngày, cơ quan ban hành";
pub const FROM: &str = "Số liệu từ ngày";
pub const TO: &str = "đến ngày";
pub const WINDOW_HALF: &str = "Ghi đủ hai ngày, hoặc để trống cả hai";
pub const WINDOW_TURNED: &str = "Ngày cuối đứng trước ngày đầu: đổi lại hai ngày";
pub const DUE: &str = "Hạn gửi";
pub const ADD: &str = "Thêm báo cáo";
pub const CHANGE: &str = "Ghi yêu cầu";
pub const ADDED_DONE: &str = "Đã thêm báo cáo";
pub const CHANGED_DONE: &str = "Đã ghi yêu cầu báo cáo";
pub const DELETED: &str = "Xóa báo cáo";
pub const DELETED_DONE: &str = "Đã xóa báo cáo";
pub const RECIPIENTS: &str = "Nơi nhận:";
