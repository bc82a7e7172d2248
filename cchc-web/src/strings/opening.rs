//! Opening a file: what was found in it, what is asked before it takes the place of the open plan.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::diagnostic::Diagnostic;

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
