//! The door: which kind of file it is, and what cannot be read at all, said plainly.

use super::{Book, csv, xlsx};
use crate::ingest::package::{Compound, Fault, Package, compound, decode};

/// Largest file that is read, in bytes: 20,000 rows take two megabytes.
pub const MAX_BYTES: usize = 64 << 20;

/// Why a file is no list that can be read. Each says what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// Nothing is in it.
    #[error("tệp trống. Chọn lại tệp danh sách")]
    Empty,
    /// It is too large.
    #[error("tệp quá lớn ({0} MB; nhiều nhất {max} MB). Bỏ bớt ảnh, tách danh sách thành nhiều tệp", max = MAX_BYTES >> 20)]
    TooLarge(usize),
    /// Excel 97-2003.
    #[error(
        "tệp Excel kiểu cũ (.xls). Mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) “Excel Workbook (.xlsx)”, rồi nhập tệp mới"
    )]
    OldExcel,
    /// A password protects it.
    #[error(
        "tệp đã đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu (File → Info → Protect Workbook), lưu lại, rồi nhập tệp mới"
    )]
    Encrypted,
    /// A file of another kind.
    #[error("đây là {0}, không phải tệp .xlsx hoặc .csv. {1}")]
    Foreign(&'static str, &'static str),
    /// Not Unicode.
    #[error(
        "dòng {0} không phải chữ Unicode: tệp .csv lưu theo bảng mã cũ (Windows-1258, Windows-1252, TCVN3…), chữ có dấu có thể đã mất. Mở danh sách bằng Excel, lưu thành .xlsx hoặc “CSV UTF-8”, rồi nhập tệp mới"
    )]
    Encoding(usize),
    /// Called an Excel file, and neither that nor a text.
    #[error(
        "tệp mang đuôi Excel nhưng bên trong không phải bảng tính: tệp bị hỏng, chép chưa xong hoặc đặt nhầm đuôi. Xin lại tệp gốc, hoặc mở bằng Excel, lưu thành .xlsx rồi nhập tệp mới"
    )]
    NotExcel,
    /// The zip is broken.
    #[error("tệp Excel bị hỏng: {0}. Mở bằng Excel, lưu thành tệp mới, rồi nhập lại")]
    Broken(String),
    /// The zip or its parts go beyond what a list has.
    #[error(
        "tệp Excel bất thường: {0}. Không đọc, để máy không bị treo; mở bằng Excel, chép danh sách sang tệp mới"
    )]
    Suspicious(&'static str),
}

impl From<Fault> for SheetError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Encrypted => Self::Encrypted,
            Fault::Broken(what) => Self::Broken(what),
            Fault::Suspicious(what) => Self::Suspicious(what),
        }
    }
}

const SAVE: &str = "Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx";

const FOREIGN: [(&[u8], &str, &str); 9] = [
    (b"%PDF", "tệp PDF", "Xin tệp Excel gốc, hoặc chép bảng sang Excel rồi lưu thành .xlsx"),
    (b"{\\rtf", "tệp RTF", "Chép bảng sang Excel rồi lưu thành .xlsx"),
    (b"<!doctype", "trang web (có phần mềm đặt đuôi .xls)", SAVE),
    (b"<html", "trang web (có phần mềm đặt đuôi .xls)", SAVE),
    (b"<table", "trang web (có phần mềm đặt đuôi .xls)", SAVE),
    (b"<?xml", "tệp XML", SAVE),
    (b"\x89PNG", "tệp ảnh", "Xin tệp Excel gốc"),
    (b"\xff\xd8\xff", "tệp ảnh", "Xin tệp Excel gốc"),
    (b"Rar!", "tệp nén", "Giải nén rồi chọn tệp .xlsx hoặc .csv"),
];

/// Reads an Excel file (.xlsx, .xlsm) or a .csv. Which it is, its bytes say; the name is only asked whether a text may
/// be one.
///
/// # Errors
/// [`SheetError`] where the bytes are neither.
pub fn read(bytes: &[u8], name: &str) -> Result<Book, SheetError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetError::TooLarge(bytes.len() >> 20));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes);
    }
    match compound(bytes) {
        None => {}
        Some(Compound::Encrypted) => return Err(SheetError::Encrypted),
        Some(Compound::Excel) => return Err(SheetError::OldExcel),
        Some(Compound::Word) => {
            return Err(SheetError::Foreign(
                "tệp Word kiểu cũ (.doc)",
                "Chép bảng sang Excel rồi lưu thành .xlsx",
            ));
        }
    }
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if let Some((_, what, hint)) = FOREIGN
        .iter()
        .find(|(head, ..)| start.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))
    {
        return Err(SheetError::Foreign(what, hint));
    }
    let text = decode(bytes).map_err(|line| {
        if is_named_excel(name) { SheetError::NotExcel } else { SheetError::Encoding(line) }
    })?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(SheetError::Empty);
    }
    if text.trim_start().starts_with('{') && text.contains("\"cchc\"") {
        return Err(SheetError::Foreign(
            "tệp kế hoạch .cchc.json",
            "Gộp tệp này ở mục Trao đổi, hoặc bằng cchc merge",
        ));
    }
    if is_named_excel(name) {
        return Err(SheetError::Foreign("tệp chữ đặt nhầm đuôi .xlsx", "Đổi đuôi thành .csv rồi nhập lại"));
    }
    csv::read(&text)
}

/// Whether the name says that it is an Excel file.
fn is_named_excel(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, end)| ["xlsx", "xlsm", "xls"].iter().any(|excel| end.eq_ignore_ascii_case(excel)))
}

fn zipped(bytes: &[u8]) -> Result<Book, SheetError> {
    let mut package = Package::open(bytes, xlsx::MAX_PART)?;
    if let Some(book) = xlsx::read(&mut package)? {
        return Ok(book);
    }
    let (what, hint) = if package.has("word/document.xml") {
        ("tệp Word", "Chép bảng sang Excel rồi lưu thành .xlsx")
    } else if package.has("xl/workbook.bin") {
        ("tệp Excel nhị phân (.xlsb)", SAVE)
    } else if package.has("content.xml") {
        ("tệp LibreOffice (.ods)", "Mở bằng LibreOffice, lưu thành .xlsx")
    } else {
        ("tệp nén", "Giải nén rồi chọn tệp .xlsx hoặc .csv")
    };
    Err(SheetError::Foreign(what, hint))
}
