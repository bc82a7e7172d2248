//! The door: bytes of a file that somebody hands over, and what cannot be read at all, said plainly.

use super::package::{Compound, Fault, compound, decode};
use super::{Ingested, docx, lines};
use crate::calendar::Date;
use crate::id::FileId;

/// Largest file that is read, in bytes: a plan with pictures takes some megabytes.
pub const MAX_BYTES: usize = 64 << 20;

/// Why a file is no plan that can be read. Each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IngestError {
    /// Nothing is in it.
    #[error("tệp trống. Chọn lại tệp kế hoạch")]
    Empty,
    /// It is too large.
    #[error("tệp quá lớn ({0} MB; nhiều nhất {max} MB). Bỏ bớt ảnh rồi lưu lại", max = MAX_BYTES >> 20)]
    TooLarge(usize),
    /// Word 97-2003.
    #[error(
        "tệp Word kiểu cũ (.doc). Mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) “Word Document (.docx)”, rồi đọc tệp mới"
    )]
    OldWord,
    /// A password protects it.
    #[error(
        "tệp đã đặt mật khẩu. Mở bằng Word, bỏ mật khẩu (File → Info → Protect Document), lưu lại, rồi đọc tệp mới"
    )]
    Encrypted,
    /// A file of another kind.
    #[error("đây là {0}, không phải văn bản kế hoạch. {1}")]
    Foreign(&'static str, &'static str),
    /// Not Unicode.
    #[error(
        "dòng {0} không phải chữ Unicode (có thể là phông TCVN3, VNI). Chuyển sang Unicode rồi lưu lại, hoặc lưu tệp Word .docx"
    )]
    Encoding(usize),
    /// The zip is broken.
    #[error("tệp Word bị hỏng: {0}. Mở bằng Word, lưu thành tệp mới, rồi đọc lại")]
    Broken(String),
    /// The zip or its parts go beyond what a document has.
    #[error(
        "tệp Word bất thường: {0}. Không đọc, để máy không bị treo; mở bằng Word, chép nội dung sang tệp mới"
    )]
    Suspicious(&'static str),
}

/// Reads a file: plain text in UTF-8 or UTF-16, or a Word file (.docx). Which it is, its bytes say, not its name.
///
/// # Errors
/// [`IngestError`] where the bytes are neither; a text that is no plan is read all the same.
pub fn bytes(bytes: &[u8], id: FileId, today: Date) -> Result<Ingested, IngestError> {
    if bytes.len() > MAX_BYTES {
        return Err(IngestError::TooLarge(bytes.len() >> 20));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(super::ingest(docx::read(bytes)?, id, today));
    }
    match compound(bytes) {
        None => {}
        Some(Compound::Encrypted) => return Err(IngestError::Encrypted),
        Some(Compound::Word) => return Err(IngestError::OldWord),
        Some(Compound::Excel) => {
            return Err(IngestError::Foreign(
                "tệp Excel kiểu cũ (.xls)",
                "Kế hoạch đọc từ tệp Word hoặc văn bản",
            ));
        }
    }
    if let Some((_, what, hint)) = FOREIGN
        .iter()
        .find(|(start, ..)| bytes.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
    {
        return Err(IngestError::Foreign(what, hint));
    }
    let text = decode(bytes).map_err(IngestError::Encoding)?;
    if text.trim().is_empty() {
        return Err(IngestError::Empty);
    }
    if text.trim_start().starts_with('{') && text.contains("\"format\"") && text.contains("\"cchc\"") {
        return Err(IngestError::Foreign("tệp kế hoạch .cchc.json", "Mở thẳng tệp này, không cần đọc lại"));
    }
    Ok(super::ingest(lines::read(&text), id, today))
}

const FOREIGN: [(&[u8], &str, &str); 6] = [
    (b"%PDF", "tệp PDF", "Mở tệp, chép chữ vào tệp .txt hoặc .docx; bản quét thì nhận dạng chữ (OCR) trước"),
    (b"{\\rtf", "tệp RTF", "Mở bằng Word, lưu thành .docx"),
    (b"<!doctype", "trang web", "Chép chữ vào tệp .txt hoặc .docx"),
    (b"<html", "trang web", "Chép chữ vào tệp .txt hoặc .docx"),
    (b"\x89PNG", "tệp ảnh", "Nhận dạng chữ (OCR) rồi lưu thành .txt hoặc .docx"),
    (b"\xff\xd8\xff", "tệp ảnh", "Nhận dạng chữ (OCR) rồi lưu thành .txt hoặc .docx"),
];

impl From<Fault> for IngestError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Encrypted => Self::Encrypted,
            Fault::Broken(what) => Self::Broken(what),
            Fault::Suspicious(what) => Self::Suspicious(what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_plan_says_what_to_do() {
        let read = |data: &[u8]| {
            let today = Date::from_ymd_opt(2026, 5, 4).unwrap();
            bytes(data, "thu".parse().unwrap(), today)
                .map_or_else(|error| error.to_string(), |_| String::new())
        };
        let encrypted: Vec<u8> = b"\xd0\xcf\x11\xe0"
            .iter()
            .copied()
            .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let all = [
            read(b""),
            read(b" \n"),
            read(b"\xd0\xcf\x11\xe0\xa1\xb1"),
            read(&encrypted),
            read(b"%PDF-1.7"),
            read(b"{\\rtf1"),
            read("KẾ HOẠCH\n".as_bytes().iter().chain(b"\xb8\xb5").copied().collect::<Vec<_>>().as_slice()),
            read(crate::examples::json("hoa-tham-2026").unwrap().as_bytes()),
            read(b"PK\x03\x04 and no more"),
        ];
        insta::assert_snapshot!(all.join("\n"));
    }

    #[test]
    fn a_text_of_notepad_is_read() {
        let text = "\u{feff}KẾ HOẠCH\nTuyên truyền CCHC xã Hoa Thám năm 2026\n";
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let today = Date::from_ymd_opt(2026, 5, 4).unwrap();
        let read = bytes(&wide, "thu".parse().unwrap(), today).unwrap();
        assert_eq!(read.file.plan.title, "Kế hoạch tuyên truyền CCHC xã Hoa Thám năm 2026");
    }
}
