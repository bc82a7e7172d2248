//! Trao đổi tệp.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::exchange::PlanFile;
use cchc_core::text::fold;
use chrono::NaiveDateTime;

pub const FILE_KIND: &str = "Tệp kế hoạch CCHC (.cchc.json)";
pub const NOT_TEXT: &str = "Tệp không phải là văn bản. Chọn tệp có đuôi .cchc.json.";
pub const OPEN: &str = "Mở tệp";
pub const OPEN_LABEL: &str = "Chọn tệp kế hoạch .cchc.json";
pub const SAVE: &str = "Lưu tệp";
pub const GONE: &str = "Không mở được kế hoạch dùng lần trước: trình duyệt không còn giữ hoặc dữ liệu bị hỏng. Mở tệp .cchc.json đã lưu \
     gần nhất, hoặc xem phần để riêng ở Trao đổi tệp.";
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

pub fn findings(count: usize) -> String {
    format!(
        "Tệp vừa mở có {count} chỗ cần xem lại. Phần không đọc được đã để riêng, không mất; danh sách ở Trao đổi tệp."
    )
}

pub fn not_opened(name: &str, reason: &str, something_open: bool) -> String {
    let kept = if something_open { " Kế hoạch đang mở không thay đổi." } else { "" };
    format!("Không mở được {name}. {reason}{kept}")
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
    if !sentence.ends_with(['.', '?', '”']) {
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
