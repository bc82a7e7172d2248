//! Opening a file: what was found in it, what is asked before it takes the place of the open plan.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::diagnostic::{Diagnostic, Severity, gravest};
use cchc_core::text::capitalized;

use super::exchange::capital;

/// What to say of a file that was opened: that it is damaged, how much is to be looked at and the gravest of it, or that
/// it was changed by hand. That it is of a newer version a line says for as long as it is open.
pub fn found(findings: &[Diagnostic], is_set_aside: bool) -> Option<String> {
    let mut findings = findings.to_vec();
    findings.retain(|found| found.code != "newer-version");
    let first = gravest(&findings)?;
    let count = findings.iter().filter(|found| found.severity > Severity::Note).count();
    if first.code == "damaged" || count == 0 {
        return Some(format!("{} {}", capital(&first.message), capital(&first.hint)).trim_end().to_owned());
    }
    let apart =
        if is_set_aside { " Phần không đọc được đã để riêng, không mất." } else { "" };
    let first = first_of_all(first);
    Some(format!("Tệp vừa mở có {count} chỗ cần xem lại, danh sách ở Trao đổi tệp. {first}{apart}"))
}

/// Where something was found and what to do about it, in a list that says what above.
pub fn place_and_remedy(found: &Diagnostic) -> String {
    let place = (!found.place.part.is_empty()).then(|| found.place.to_string());
    let parts = [place.unwrap_or_default(), found.hint.clone()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    capitalized(&parts.join(". "))
}

pub const NEWER_LABEL: &str = "Chỉ để xem";
pub const NEWER_HEAD: &str = "Chỉ để xem: tệp do bản phần mềm mới hơn ghi.";

pub fn newer_line(version: u32) -> String {
    format!(
        "Tệp thuộc phiên bản {version}; không ghi, không sửa được ở đây. Tải bản mới của trang cchc.html rồi mở lại tệp."
    )
}

pub const DOUBT: &str = "Mở tệp này thay cho kế hoạch đang mở?";
pub const ASK_AGAIN: &str = "Nên giữ kế hoạch đang mở và xin lại tệp gốc từ nơi gửi.";
pub const GET_NEWER: &str = "Nên giữ kế hoạch đang mở và tải bản mới của trang cchc.html để đọc tệp này.";
pub const OPEN_DOUBTFUL: &str = "Mở phần đọc được";
pub const KEEP_OPEN: &str = "Giữ kế hoạch đang mở";

pub fn places_unread(count: usize, first: &Diagnostic) -> String {
    format!("Tệp có {count} chỗ không đọc được hoặc trỏ đến mục không có. {}", first_of_all(first))
}

/// "Trước hết: hoạt động thứ 3, trường date: …"; of the file as a whole the place says nothing.
fn first_of_all(first: &Diagnostic) -> String {
    let place = if first.place.part.is_empty() { String::new() } else { format!("{}: ", first.place) };
    format!("Trước hết: {place}{}.", first.message)
}

/// How many activities and duties were read, beside those of the open plan.
pub fn read_of(read: (usize, usize), open: (usize, usize)) -> String {
    let count = |(activities, duties)| format!("{activities} hoạt động, {duties} nhiệm vụ");
    format!("Đọc được {}; kế hoạch đang mở có {}.", count(read), count(open))
}

pub fn kept_open(name: &str) -> String {
    format!("Đã giữ kế hoạch đang mở, không mở {name}")
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use cchc_core::diagnostic::Place;

    use super::*;

    #[test]
    fn what_was_found_says_no_word_twice_and_what_to_do() {
        let newer =
            Diagnostic::warning("newer-version", Place::default(), "tệp thuộc phiên bản 99", "Tải bản mới");
        let record = Place { part: "activities".into(), position: Some(3), ..Place::default() };
        let lost = Diagnostic::error("record-unreadable", record, "không phải ngày", "Sửa chỗ này");
        let utf_16 = Diagnostic::warning("utf-16", Place::default(), "tệp được lưu bằng UTF-16", "");
        assert_eq!(found(from_ref(&newer), false), None, "a line of its own says it");
        assert_eq!(
            found(&[newer, lost.clone()], true).as_deref(),
            Some(
                "Tệp vừa mở có 1 chỗ cần xem lại, danh sách ở Trao đổi tệp. Trước hết: hoạt động thứ 3: không phải ngày. \
                 Phần không đọc được đã để riêng, không mất."
            )
        );
        let whole = found(from_ref(&utf_16), false).unwrap();
        assert!(whole.ends_with("Trước hết: tệp được lưu bằng UTF-16."), "{whole}");
        assert_eq!(place_and_remedy(&lost), "Hoạt động thứ 3. Sửa chỗ này");
        assert_eq!(place_and_remedy(&utf_16), "");
        assert_eq!(found(&[], false), None);
    }
}
