//! Vòng đời của báo cáo.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::calendar::{Date, Period};
use cchc_core::register::{Filing, FrozenReport, Lift};
use cchc_core::report::life::{Step, Uncompared};
use cchc_core::text::{date_vi, glue, two_digits};
use chrono::{DateTime, FixedOffset};

pub const LIFE: &str = "Vòng đời của báo cáo";
pub const DRAFT: &str = "Dự thảo";
pub const FREEZE: &str = "Chốt số liệu";
pub const FROZEN: &str = "Đã chốt số liệu";
pub const SEND: &str = "Nộp";
pub const SENT: &str = "Đã nộp";
pub const ANSWER: &str = "Tiếp nhận";
pub const ACCEPTED: &str = "Đã tiếp nhận";
pub const RETURNED: &str = "Bị trả lại";
pub const WAITING: &str = "chờ trả lời";
pub const AS_FROZEN: &str = "Trang này, bản in và tệp xuất là bản đã chốt, không tính lại.";
pub const UNSENT: &str =
    "Bản điều chỉnh lập sau khi báo cáo đã nộp: số và ngày để trống, ghi khi ban hành bản điều chỉnh.";
pub const ILLEGIBLE: &str = "Bản đã chốt trong tệp không có phần này, hoặc do phiên bản khác của phần mềm ghi nên không đọc được ở đây. Chọn cách gửi khác, hoặc mở khóa để lập lại.";

pub fn as_of(day: Date) -> String {
    glue(&format!("số liệu đến {}", date_vi(day)))
}

pub fn freezable_from(day: Date) -> String {
    glue(&format!("từ {}", date_vi(day)))
}

pub fn due(day: Date) -> String {
    glue(&format!("hạn {}", date_vi(day)))
}

fn moment(at: DateTime<FixedOffset>) -> String {
    glue(&format!("{} ngày {}", at.format("%H:%M"), date_vi(at.date_naive())))
}

/// Who froze it when: "08:30 ngày 16/9/2026, Lý Thị Hương".
pub fn frozen_by(frozen: &FrozenReport) -> String {
    format!("{}, {}", moment(frozen.at), frozen.by)
}

pub fn sent(filing: &Filing) -> String {
    let number = (!filing.number.is_empty()).then(|| glue(&format!("số {}", filing.number)));
    let day = filing.sent_on.map(date_vi);
    day.into_iter().chain(number).collect::<Vec<_>>().join(", ")
}

/// Who answered when: "23/9/2026, Sở Nội vụ".
pub fn answered(filing: &Filing) -> String {
    let by = Some(filing.answered_by.clone()).filter(|by| !by.is_empty());
    filing.answered_on.map(date_vi).into_iter().chain(by).collect::<Vec<_>>().join(", ")
}

pub fn returned_for(reason: &str) -> String {
    format!("Lý do trả lại: {reason}")
}

pub fn drift(records: usize, paragraphs: usize, parts: usize) -> String {
    let counts =
        [(records, "bản ghi thay đổi"), (paragraphs, "đoạn sẽ khác"), (parts, "bảng hoặc phần sẽ khác")];
    let told = counts.into_iter().filter(|(count, _)| *count > 0);
    let told = told.map(|(count, what)| format!("{} {what}", two_digits(count as u64)));
    format!("Từ khi chốt: {}", told.collect::<Vec<_>>().join(", "))
}

pub fn uncompared(why: &Uncompared) -> String {
    format!("Không so được bản đã chốt với sổ theo dõi: {why}")
}

pub const NOW_GONE: &str = "Nay không còn:";
pub const NOW_THERE: &str = "Nay thêm:";

pub fn more_lines(count: usize) -> String {
    format!("và {count} dòng khác")
}

pub const DROPPED: &str = "Nay không còn đoạn:";
pub const ADDED: &str = "Nay thêm đoạn:";

/// The first words of a paragraph, to know it by.
pub fn beginning(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(12).collect();
    format!("“{}…”", words.join(" "))
}

pub fn more(count: usize) -> String {
    format!("và {count} bản ghi khác")
}

pub fn versions(count: usize) -> String {
    format!("Các lần chốt ({count})")
}

/// One frozen version: who, when, why, and who lifted its lock.
pub fn version(frozen: &FrozenReport) -> String {
    let mut words = vec![format!("Lần {}: {}", frozen.version, frozen_by(frozen))];
    if !frozen.reason.is_empty() {
        words.push(format!("điều chỉnh vì {}", frozen.reason));
    }
    if let Some(Lift { at, by, reason, .. }) = &frozen.lifted {
        words.push(format!("mở khóa {}, {by}: {reason}", moment(*at)));
    }
    words.join("; ")
}

/// The name of a version's file, from that of the report.
pub fn version_file(name: &str, version: u32) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "docx"));
    format!("{stem}-lan-{version}.{ending}")
}

pub fn version_word(version: u32) -> String {
    format!("Xuất Word bản chốt lần {version}")
}

// The steps.

pub const fn button(step: Step) -> &'static str {
    match step {
        Step::Freeze => "Chốt số liệu…",
        Step::Amend => "Điều chỉnh báo cáo…",
        Step::Submit => "Ghi đã nộp…",
        Step::Accept => "Ghi đã tiếp nhận…",
        Step::GiveBack => "Ghi bị trả lại…",
        Step::Lift => "Mở khóa…",
    }
}

/// The same as the button that takes the step.
pub const fn label(step: Step) -> &'static str {
    match step {
        Step::Freeze => "Chốt số liệu",
        Step::Amend => "Điều chỉnh báo cáo",
        Step::Submit => "Ghi đã nộp",
        Step::Accept => "Ghi đã tiếp nhận",
        Step::GiveBack => "Ghi bị trả lại",
        Step::Lift => "Mở khóa",
    }
}

pub const fn done(step: Step) -> &'static str {
    match step {
        Step::Freeze => "Đã chốt số liệu báo cáo",
        Step::Amend => "Đã điều chỉnh báo cáo",
        Step::Submit => "Đã ghi báo cáo đã nộp",
        Step::Accept => "Đã ghi báo cáo được tiếp nhận",
        Step::GiveBack => "Đã ghi báo cáo bị trả lại",
        Step::Lift => "Đã mở khóa báo cáo",
    }
}

/// What the step means.
pub const fn lead(step: Step) -> &'static str {
    match step {
        Step::Freeze => {
            "Báo cáo được giữ nguyên như đang thấy, kèm họ tên và thời điểm. Điều ghi vào sổ sau đó hiện thành khác biệt, không làm đổi báo cáo."
        }
        Step::Amend => "Bản điều chỉnh theo số liệu hiện nay thay bản đã chốt; bản trước vẫn giữ trong tệp.",
        Step::Lift => {
            "Báo cáo lại được tính từ sổ theo dõi, sửa được và chốt lại được; bản đã chốt vẫn giữ trong tệp."
        }
        Step::GiveBack => "Báo cáo lại là việc phải nộp, theo hạn cũ.",
        Step::Submit | Step::Accept => "",
    }
}

pub const fn by(step: Step) -> &'static str {
    match step {
        Step::Freeze | Step::Amend => "Người chốt: họ và tên",
        Step::Lift => "Người mở khóa: họ và tên",
        Step::Submit | Step::Accept => "Cơ quan, người tiếp nhận",
        Step::GiveBack => "Cơ quan, người trả lại",
    }
}

pub const fn reason(step: Step) -> Option<&'static str> {
    match step {
        Step::Amend => Some("Lý do điều chỉnh"),
        Step::Lift => Some("Lý do mở khóa"),
        Step::GiveBack => Some("Lý do trả lại"),
        Step::Freeze | Step::Submit | Step::Accept => None,
    }
}

pub const fn day(step: Step) -> Option<&'static str> {
    match step {
        Step::Accept => Some("Ngày tiếp nhận"),
        Step::GiveBack => Some("Ngày trả lại"),
        Step::Freeze | Step::Amend | Step::Submit | Step::Lift => None,
    }
}

pub const STILL_MISSING: &str = "Xem lại trước khi chốt:";
pub const CHANGED: &str = "Thay đổi từ khi chốt:";
pub const NAME_MISSING: &str = "Ghi họ và tên người thực hiện";
pub const REASON_MISSING: &str = "Ghi lý do";
pub const DAY_WRONG: &str = "Ghi ngày không sau hôm nay";

// Đổi hạn.

pub const DUE_TITLE: &str = "Đổi hạn theo công văn";
pub const DUE_LEVEL: &str = "Cấp gửi";
pub const DUE_SCOPE: &str = "Áp dụng cho";
pub const DUE_NEW: &str = "Hạn mới";
pub const DUE_OFF: &str = "Ngày này là ngày nghỉ. Xem lại công văn trước khi đổi";
pub const DUE_NEW_MISSING: &str = "Ghi hạn mới, như 20/12/2026";
pub const LETTER: &str = "Công văn số";
pub const LETTER_HINT: &str = "Như 2231/SNV-CCHC";
pub const LETTER_MISSING: &str = "Ghi số, ký hiệu của công văn đổi hạn";
pub const LETTER_DAY: &str = "Ngày công văn";
pub const LETTER_DAY_MISSING: &str = "Ghi ngày của công văn";
pub const DUE_SET: &str = "Đổi hạn báo cáo";
pub const DUE_SET_DONE: &str = "Đã đổi hạn báo cáo";
pub const DUE_DROP: &str = "Bỏ hạn đổi";
pub const DUE_DROP_DONE: &str = "Đã bỏ hạn đổi, theo hạn của Kế hoạch";

pub fn only(period: Period) -> String {
    format!("Riêng {}", period.vietnamese())
}

pub fn whole_year(year: i32) -> String {
    format!("Mọi kỳ của năm {year}")
}

/// "Công văn số 2231/SNV-CCHC ngày 02/11/2026"; what a person wrote with its kind stays so.
pub fn letter(number: &str, on: Date) -> String {
    let kind = if number.to_lowercase().contains("số") { "" } else { "Công văn số " };
    format!("{kind}{} ngày {}", number.trim(), date_vi(on))
}

pub fn set_by(document: &str) -> String {
    format!("theo {document}")
}

// Tỷ lệ gửi số liệu.

pub const RATES: &str = "Tỷ lệ gửi số liệu trong năm";
pub const RATES_TABLE: &str = "Bảng tỷ lệ gửi số liệu";
pub const RATES_HINT: &str = "Tính các kỳ đã đến hạn, và kỳ đã gửi trước hạn.";
pub const RATE_HEADS: [&str; 5] = ["Cơ quan", "Phải gửi", "Đã gửi", "Đúng hạn", "Còn thiếu"];
pub const NO_RATES: &str = "Chưa kỳ nào đến hạn gửi số liệu.";
pub const URGE: &str = "Soạn nhắc việc";

pub fn urge(office: &str) -> String {
    format!("Soạn nhắc việc gửi {office}")
}
