//! Trao đổi tệp.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::diagnostic::{Diagnostic, Severity};
use cchc_core::exchange::PlanFile;
use cchc_core::record::Kind;
use cchc_core::text::fold;
use chrono::NaiveDateTime;

pub const FILE_KIND: &str = "Tệp kế hoạch CCHC (.cchc.json)";
pub const OPEN: &str = "Mở tệp";
pub const OPEN_LABEL: &str = "Chọn tệp kế hoạch .cchc.json";
pub const SAVE: &str = "Lưu tệp";
pub const GONE: &str = "Không mở được kế hoạch dùng lần trước: trình duyệt không còn giữ hoặc dữ liệu bị hỏng. Mở tệp .cchc.json đã lưu \
     gần nhất, hoặc xem phần để riêng ở Trao đổi tệp.";
pub const UNSAVED: &str = "Kế hoạch đang mở có thay đổi chưa lưu được vào trình duyệt. Bấm Lưu tệp để giữ các thay đổi đó rồi mở lại.";
pub const KEPT_STORED: &str = "Trình duyệt đang giữ một bản khác của kế hoạch này. Bản đó được để lại bên cạnh, mở được ở Trao đổi tệp.";
pub const FOLLOWED: &str = "Đã lấy bản mới do thẻ khác vừa lưu";

pub const UNREADABLE: &str = "Trình duyệt không đọc được tệp.";
pub const NOT_SAVED: &str = "Trình duyệt không cho tải tệp xuống. Dữ liệu vẫn ở trên màn hình này; thử lại hoặc mở trang bằng trình duyệt khác.";

pub fn not_saved(words: &str) -> String {
    format!("Chưa lưu được tệp ({words}). Dữ liệu vẫn ở trên màn hình này; thử lưu vào thư mục khác.")
}

pub fn saved_to(name: &str) -> String {
    format!("Đã lưu vào tệp {name}")
}

pub fn downloaded(name: &str) -> String {
    format!("Đã tải xuống {name}")
}

pub fn opened(name: &str) -> String {
    format!("Đã mở {name}")
}

/// What to say of a file that was opened: that it is damaged, how much is to be looked at, or that it was changed
/// by hand.
pub fn found(findings: &[Diagnostic]) -> Option<String> {
    let first = findings.first()?;
    let count = findings.iter().filter(|found| found.severity > Severity::Note).count();
    if first.code == "damaged" || count == 0 {
        return Some(format!("{} {}", capital(&first.message), capital(&first.hint)).trim_end().to_owned());
    }
    Some(format!(
        "Tệp vừa mở có {count} chỗ cần xem lại. Phần không đọc được đã để riêng, không mất; danh sách ở Trao đổi tệp."
    ))
}

pub fn not_opened(name: &str, reason: &str, something_open: bool) -> String {
    let kept = if something_open { " Kế hoạch đang mở không thay đổi." } else { "" };
    format!("Không mở được {name}. {reason}{kept}")
}

pub fn open(title: &str) -> String {
    format!("Đang mở: {title}")
}

pub fn open_saved(title: &str, at: &str) -> String {
    format!("Đang mở: {title} · lưu trong trình duyệt lúc {at}")
}

pub const ABOUT: &str = "Giữ và gửi dữ liệu";
pub const ABOUT_LINES: [&str; 3] = [
    "Chữ “Đã lưu” nghĩa là thay đổi đã nằm chắc trong trình duyệt này: tải lại trang, đóng thẻ hay mất điện không mất.",
    "Tệp .cchc.json trên ổ đĩa mới là bản gốc. Lưu tệp mỗi tuần; chép, gửi và mở tệp đó ở máy khác để làm tiếp.",
    "Trang không nối mạng. Gửi tệp cho cơ quan khác bằng cách đơn vị vẫn dùng: hộp thư công vụ, USB.",
];

pub const KEPT: &str = "Trong trình duyệt này";
pub const NOTHING_KEPT: &str = "Chưa có kế hoạch nào được giữ trong trình duyệt này.";
pub const IS_OPEN: &str = "đang mở";
pub const BESIDE: &str = "bản để bên cạnh";
pub const OPEN_KEPT: &str = "Mở bản này";
pub const REMOVE_KEPT: &str = "Xóa khỏi trình duyệt";
pub const REMOVE_TITLE: &str = "Xóa bản này khỏi trình duyệt?";
pub const REMOVE_WARNING: &str =
    "Bản này không lấy lại được nếu chưa lưu thành tệp. Mở ra và bấm Lưu tệp trước nếu còn cần.";
pub const KEEP: &str = "Giữ lại";
pub const REMOVED: &str = "Đã xóa khỏi trình duyệt";

pub fn saved_at(at: &str) -> String {
    format!("Lưu lúc {at}")
}

pub const FINDINGS: &str = "Chỗ cần xem lại trong tệp";

pub fn more_findings(count: usize) -> String {
    format!("Còn {count} chỗ nữa")
}

pub const SET_ASIDE: &str = "Bản ghi để riêng trong tệp";
pub const SET_ASIDE_LINE: &str = "Trang không đọc được các bản ghi này nên không tính vào số liệu. Chúng được giữ nguyên và ghi lại vào tệp khi lưu.";
pub const SET_ASIDE_FILE: &str = "ban-ghi-de-rieng.json";
pub const DOWNLOAD_APART: &str = "Tải phần này";

pub fn set_aside(count: usize, name: &str) -> String {
    let what = match Kind::from_key(name) {
        Some(kind) => kind.vietnamese(),
        None if name == "damaged" => "đoạn hỏng",
        None => name,
    };
    format!("{count} {what}")
}

pub const QUARANTINE: &str = "Dữ liệu hỏng đã để riêng";
pub const QUARANTINE_LINE: &str =
    "Phần dữ liệu trong trình duyệt không đọc được, giữ nguyên như tìm thấy. Tải về trước khi bỏ.";
pub const RELEASE: &str = "Bỏ phần này";

/// What a part of storage holds, in words.
pub fn part(name: &str) -> String {
    match (name.strip_prefix("thang-"), name) {
        (Some(month), _) => match month.split_once('-') {
            Some((year, month)) => format!("Hoạt động tháng {month}/{year}"),
            None => format!("Hoạt động {month}"),
        },
        (None, "dau") => "Kế hoạch và quy định".to_owned(),
        (None, "manifest") => "Mục lục các phần".to_owned(),
        (None, other) if other.starts_with("lich-su") => "Lịch sử thay đổi".to_owned(),
        (None, other) => other.to_owned(),
    }
}

pub fn quarantine_file(slot: &str, part: &str) -> String {
    format!("hong-{}-{}.txt", slug(slot), slug(part))
}

/// A size in kilobytes, at least one.
pub fn size(bytes: usize) -> String {
    format!("{} KB", cchc_core::text::integer_vi(i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX)))
}

/// The name proposed for a file: `xa-hoa-tham-2026-phong-kinh-te-20260614-0930.cchc.json`.
pub fn file_name(file: &PlanFile, office: Option<&str>, at: NaiveDateTime) -> String {
    let mut name = format!("{}-{}", slug(&file.plan.commune), file.plan.year);
    if let Some(office) = office {
        name.push('-');
        name.push_str(&slug(office));
    }
    format!("{name}-{}.cchc.json", at.format("%Y%m%d-%H%M"))
}

/// A name for files and addresses: letters without marks, digits and hyphens.
pub fn slug(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// The text with a capital at its beginning and a full stop at its end, as a message of its own.
pub fn capital(text: &str) -> String {
    let mut sentence = cchc_core::text::capitalized(text);
    if !sentence.is_empty() && !sentence.ends_with(['.', '?', '”']) {
        sentence.push('.');
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_have_no_marks_and_no_spaces() {
        assert_eq!(slug("xã Hoa Thám"), "xa-hoa-tham");
        assert_eq!(slug("Phòng Văn hóa - Xã hội"), "phong-van-hoa-xa-hoi");
        assert_eq!(slug("Đặc khu Phú Quốc"), "dac-khu-phu-quoc");
    }

    #[test]
    fn a_message_begins_with_a_capital_and_ends_with_a_full_stop() {
        assert_eq!(capital("tệp bị cắt. Xin lại tệp gốc"), "Tệp bị cắt. Xin lại tệp gốc.");
    }
}
