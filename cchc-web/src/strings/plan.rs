//! Kế hoạch.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::plan::CitedDocument;
use cchc_core::record::Kind;
use cchc_core::text::{date_vi, integer_vi};
use chrono::NaiveDate;

pub const AS_ISSUED: &str = "Văn bản như đã ban hành";
pub const EDIT: &str = "Sửa văn bản";
pub const WORD: &str = "Xuất Word";
pub const NOT_DOWNLOADED: &str = "Chưa tải được văn bản kế hoạch: trình duyệt không cho ghi tệp. Cho phép trang tải tệp xuống rồi bấm lại Xuất Word.";
pub const DONE: &str = "Xong";
pub const OUTLINE: &str = "Mục lục kế hoạch";
pub const OPENING: &str = "Mở đầu";
pub const RECIPIENTS: &str = "Nơi nhận";
pub const FOOTNOTES: &str = "Chú thích";
pub const TAKEN_FROM: &str =
    "Nhiệm vụ, nội dung, hình thức, chỉ tiêu được tách từ câu chữ của văn bản; sửa được ở từng mục.";
pub const TAKEN_WHAT: &str = "Các mục tách từ văn bản";

pub fn downloaded(name: &str) -> String {
    format!("Đã tải xuống {name}")
}

/// "32 nhiệm vụ, 11 nội dung, 22 văn bản viện dẫn".
pub fn taken(duties: usize, topics: usize, documents: usize) -> String {
    format!("{duties} nhiệm vụ, {topics} nội dung, {documents} văn bản viện dẫn")
}

// Beside the text.
pub const BASIS: &str = "Căn cứ";
pub const ISSUER: &str = "Cơ quan ban hành";
pub const NUMBER: &str = "Số, ký hiệu";
pub const ISSUED_ON: &str = "Ngày ban hành";
pub const TRACKED_FROM: &str = "Theo dõi từ ngày";
pub const MISSING: &str = "Thiếu";
pub const DUTY: &str = "Nhiệm vụ";
pub const BRIEF: &str = "Tóm tắt để viết tin, bài";
pub const TOPIC: &str = "Nội dung";
pub const TARGET: &str = "Chỉ tiêu";
pub const GOAL: &str = "Mục tiêu";
pub const REQUIREMENT: &str = "Yêu cầu";
pub const GROUP: &str = "Nhóm hình thức";
pub const NUMERATOR: &str = "Tử số";
pub const DENOMINATOR: &str = "Mẫu số";
pub const PERCENT: &str = "Tỷ lệ";
pub const DUE: &str = "Hạn";
pub const INDICES: &str = "Chỉ số phục vụ";
pub const UNUSED: &str = "chưa dùng";
pub const UNIT: &str = "Đơn vị tính";
pub const UNITS: &str = "Đơn vị tính, đối tượng, ngôn ngữ";
pub const AUDIENCE: &str = "Đối tượng";
pub const LANGUAGE: &str = "Ngôn ngữ";
pub const WINDOW: &str = "Số liệu";
pub const PARTS: &str = "Các kỳ";
pub const CUMULATIVE: &str = "Lũy kế";
pub const FORM: &str = "Hình thức gửi";
pub const DEADLINE: &str = "Hạn gửi";
pub const ESCALATION: &str = "Đường phản ánh";
pub const WITH_YEAR_TO_DATE: &str = "có lũy kế từ đầu năm";
pub const WITHOUT_YEAR_TO_DATE: &str = "chỉ trong kỳ";
pub const EMBEDDED: &str = "lồng ghép vào báo cáo CCHC";
pub const STAND_ALONE: &str = "báo cáo riêng";
pub const NO_ACTIVITY: &str = "chưa có hoạt động";
pub const CONFIRMED: &str = "Xác nhận giá trị suy ra";
pub const CONFIRMED_SAID: &str = "Đã xác nhận";

pub fn footnote(number: u32) -> String {
    format!("Chú thích {number}")
}

pub fn footnote_documents(number: u32, documents: usize) -> String {
    match documents {
        0 => footnote(number),
        documents => format!("Chú thích {number} · {documents} văn bản"),
    }
}

pub fn cited(documents: usize) -> String {
    format!("{documents} văn bản viện dẫn")
}

pub fn rules(count: usize) -> String {
    format!("Quy định báo cáo · {count}")
}

pub fn back_to_text(number: u32) -> String {
    format!("Về chỗ dẫn chú thích {number}")
}

pub fn in_year(activities: usize) -> String {
    if activities == 0 {
        NO_ACTIVITY.to_owned()
    } else {
        format!("{} hoạt động trong năm", integer_vi(activities as i64))
    }
}

pub fn activities(count: usize) -> String {
    format!("{} hoạt động", integer_vi(count as i64))
}

pub fn until(date: NaiveDate) -> String {
    format!("đến {}", date_vi(date))
}

/// "Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về …", as the plan cites it.
pub fn full_citation(document: &CitedDocument) -> String {
    let mut parts = vec![document.short_citation()];
    if let Some(date) = document.date {
        parts.push(format!("ngày {}", date_vi(date)));
    }
    parts.push(format!("của {}", document.issuer));
    if !document.subject.is_empty() {
        parts.push(format!("về {}", document.subject));
    }
    parts.join(" ")
}

/// "152/KH-UBND, 24/4/2026, UBND tỉnh Lạng Sơn".
pub fn brief_citation(document: &CitedDocument) -> String {
    let number = document.number.clone().unwrap_or_else(|| document.doc_type.clone());
    let date = document.date.map(date_vi);
    [Some(number), date, Some(document.issuer.clone())].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

pub fn amended_by(document: &CitedDocument) -> String {
    format!(
        "được sửa đổi, bổ sung tại {} ngày {}",
        document.short_citation(),
        document.date.map(date_vi).unwrap_or_default()
    )
}

pub const FIRST_HALF: &str = "6 tháng đầu năm";
pub const BY_REQUEST: &str = "hạn theo văn bản yêu cầu";

/// "UBND xã gửi Sở Nội vụ, chậm nhất ngày 17 của tháng cuối kỳ".
pub fn level(from: &str, to: &str, deadline: &str) -> String {
    format!("{from} gửi {to}, {deadline}")
}

// Changing it.
pub const EDIT_LEAD: &str =
    "Sửa ở đây khi văn bản của xã khác với kế hoạch mẫu. Mỗi ô được lưu khi rời ô, hoàn tác được.";
pub const HEADER: &str = "Thông tin chung";
pub const PLAN_TITLE: &str = "Tên kế hoạch";
pub const YEAR: &str = "Năm";
pub const COMMUNE: &str = "Xã, phường, đặc khu";
pub const COMMUNE_HINT: &str = "Ghi cả cấp: xã Hoa Thám";
pub const PROVINCE: &str = "Tỉnh, thành phố";
pub const SIGNATURE_LINES: &str = "Quyền hạn, chức vụ người ký";
pub const SIGNATURE_LINES_HINT: &str = "Mỗi dòng một ý: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH";
pub const SIGNER: &str = "Họ tên người ký";
pub const RECIPIENTS_HINT: &str = "Mỗi nơi một dòng; ghi (b/c) sau tên nếu để báo cáo";
pub const TRACKED_HINT: &str = "Kỳ hạn trước ngày này không tính";
pub const SIGNATURE_NAME: &str = "Người ký";
pub const RENAME: &str = "Đổi tên xã, phường trong cả kế hoạch";
pub const RENAME_ALL: &str = "Đổi trong cả kế hoạch";
pub const RENAME_HERE: &str = "Chỉ đổi ô này";
pub const RENAME_PROVINCE: &str = "Tỉnh khác: số, ngày văn bản của tỉnh sẽ để trống, cần xác nhận.";

/// "Đổi “xã Hoa Thám” thành “phường Kỳ Lừa” ở tên kế hoạch, cơ quan ban hành, câu chữ, nơi nhận?"
pub fn rename(old: &str, new: &str) -> String {
    format!(
        "Đổi “{old}” thành “{new}” ở tên kế hoạch, cơ quan ban hành, câu chữ, tên cơ quan, nhiệm vụ và nơi nhận? \
         Nhật ký và báo cáo đã gửi giữ nguyên."
    )
}

pub fn renamed(new: &str) -> String {
    format!("Đã đổi thành {new} trong cả kế hoạch")
}

pub const TO_CONFIRM: &str = "Số, ngày cần xác nhận";
pub const TEXT: &str = "Câu chữ";
pub const EMPTY_PASSAGE: &str = "Đoạn này đang trống. Ghi lại câu chữ của văn bản";
pub const EMPTY_VALUE: &str = "Ô này cần có nội dung";
pub const NOT_A_YEAR: &str = "Ghi năm bằng bốn chữ số, như 2026";
pub const LABEL_HEADER: &str = "Sửa thông tin chung của kế hoạch";
pub const SAVED_HEADER: &str = "Đã lưu thông tin chung";

pub fn passage_label(section: &str, number: usize) -> String {
    if section.is_empty() {
        format!("Đoạn {number}")
    } else {
        format!("Mục {section}, đoạn {number}")
    }
}

pub fn heading_label(section: &str) -> String {
    if section.is_empty() {
        "Tiêu đề văn bản".to_owned()
    } else {
        format!("Tiêu đề mục {section}")
    }
}

pub fn label_passage(name: &str) -> String {
    format!("Sửa {}", lower_first(name))
}

/// "Đã lưu mục III.2, đoạn 1. 1 nhiệm vụ nay dẫn cả đoạn, vì câu được dẫn không còn."
pub fn saved_passage(name: &str, loosened: &[(Kind, usize)]) -> String {
    let said = format!("Đã lưu {}", lower_first(name));
    if loosened.is_empty() {
        return said;
    }
    let which: Vec<String> =
        loosened.iter().map(|(kind, count)| format!("{count} {}", kind.vietnamese())).collect();
    format!("{said}. {} nay dẫn cả đoạn, vì câu được dẫn không còn.", which.join(", "))
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
