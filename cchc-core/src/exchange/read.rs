//! Reading a file: lenient at the door. What can be read is taken; what cannot is set aside with its reason.

use serde_json::value::RawValue;

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::decode::{decode, decode_damaged};
use crate::exchange::door::{Door, Parts};
use crate::exchange::header::Header;
use crate::exchange::merge::union;
use crate::exchange::salvage::{Salvaged, salvage};
use crate::exchange::{FORMAT, MAX_BYTES, PlanFile, RawJson, VERSION, WHOLE_RECORD, checksum, migrate};
use crate::fault::{self, Fault, short};
use crate::id::FileId;
use crate::record::Kind;

/// What reading gave: the file and what was found on the way.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The file.
    pub file: PlanFile,
    /// Findings, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a text is not a plan file at all. Nothing was taken from it, nothing needs to be given up for it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing in it, or nothing but zero bytes.
    #[error("tệp trống")]
    Empty,
    /// More than [`MAX_BYTES`].
    #[error("tệp lớn {} MB, vượt mức {} MB đọc được", .bytes >> 20, MAX_BYTES >> 20)]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// The file of another program, known by its first bytes.
    #[error("đây là {what}, không phải tệp kế hoạch CCHC")]
    Foreign {
        /// What it is.
        what: &'static str,
    },
    /// Neither UTF-8 nor UTF-16.
    #[error("tệp không ở bảng mã UTF-8: dòng {line} có chữ không đọc được")]
    Encoding {
        /// Line, from 1.
        line: usize,
    },
    /// JSON that ends too early.
    #[error("tệp bị cắt dở: hết ở dòng {line}, cột {column} khi nội dung chưa đóng")]
    Cut {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Not JSON.
    #[error("tệp không đúng dạng JSON từ dòng {line}, cột {column}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but nothing of ours.
    #[error("tệp không phải tệp kế hoạch CCHC")]
    NotOurs,
    /// Written by a newer version, in a form that cannot even be shown.
    #[error("tệp thuộc phiên bản {found}, ở đây chỉ đọc được đến phiên bản {VERSION}")]
    Newer {
        /// The version of the file, as written.
        found: String,
    },
    /// A part without which there is no plan.
    #[error("phần “{part}” của tệp bị hỏng{}{field}: {reason}", if .field.is_empty() { "" } else { ", trường " })]
    Broken {
        /// The part of the envelope.
        part: &'static str,
        /// Where in it.
        field: String,
        /// What is wrong.
        reason: String,
    },
}

impl ReadError {
    /// A stable name for scripts: `not-json`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::Foreign { .. } => "foreign-file",
            Self::Encoding { .. } => "encoding",
            Self::Cut { .. } => "cut-short",
            Self::NotJson { .. } => "not-json",
            Self::NotOurs => "not-a-plan-file",
            Self::Newer { .. } => "newer-version",
            Self::Broken { .. } => "part-broken",
        }
    }

    /// What to do, in Vietnamese.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::NotJson { line: 1, column: 1 } => {
                "Chọn tệp có đuôi .cchc.json. Văn bản kế hoạch (.docx, .txt) thì tạo kế hoạch mới từ văn bản đó"
            }
            Self::Empty | Self::Cut { .. } | Self::NotJson { .. } => {
                "Xin lại tệp gốc từ nơi gửi, hoặc mở bản sao lưu gần nhất"
            }
            Self::TooLarge { .. } => "Kiểm tra xem có chọn nhầm tệp khác không",
            Self::Foreign { .. } | Self::NotOurs => "Chọn tệp có đuôi .cchc.json",
            Self::Encoding { .. } => {
                "Mở tệp bằng Notepad, chọn Lưu thành (Save as), mục Mã hóa (Encoding) chọn UTF-8 rồi mở lại"
            }
            Self::Newer { .. } => "Tải bản mới của phần mềm rồi mở lại tệp",
            Self::Broken { .. } => "Sửa chỗ đó trong tệp, hoặc xin lại tệp gốc từ nơi gửi",
        }
    }

    /// Where in the text it is; the file as a whole where that is not known.
    fn place(&self) -> Place {
        match *self {
            Self::Encoding { line } => Place::text(line, None),
            Self::Cut { line, column } | Self::NotJson { line, column } => Place::text(line, Some(column)),
            _ => Place::default(),
        }
    }

    /// The error as a finding, for lists.
    pub fn diagnostic(&self) -> Diagnostic {
        let (place, message) = match self {
            Self::Broken { part, field, reason } => {
                (Place { field: field.clone(), ..Place::part(*part) }, reason.clone())
            }
            other => (other.place(), other.to_string()),
        };
        Diagnostic::error(self.code(), place, message, self.hint())
    }
}

/// Reads a plan file from its bytes: what a shell has in hand. Takes UTF-8 and UTF-16.
///
/// A file that is damaged (cut, bytes gone or changed) is read as far as it goes, and that is told; what could not be read is
/// kept as text in [`Contents::set_aside`](super::Contents::set_aside) under `damaged`.
///
/// # Errors
/// [`ReadError`], as [`read`]; and when the bytes are no text.
pub fn read_bytes(bytes: &[u8]) -> Result<Reading, ReadError> {
    let (text, found) = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(error) => return decode_damaged(bytes).and_then(|text| damaged(&text, &error)).ok_or(error),
    };
    let mut reading = read(&text).or_else(|error| {
        let is_damage = matches!(error, ReadError::Cut { .. } | ReadError::NotJson { .. });
        is_damage.then(|| damaged(&text, &error)).flatten().ok_or(error)
    })?;
    reading.diagnostics.splice(0..0, found);
    Ok(reading)
}

/// What can be read of a damaged text; none where that is no plan file.
fn damaged(text: &str, error: &ReadError) -> Option<Reading> {
    let Salvaged { text, lost, lost_stamps } = salvage(text)?;
    let mut reading = read(&text).ok()?;
    let is_changed = reading.diagnostics.iter().any(|found| found.code == checksum::CHANGED);
    reading.diagnostics.retain(|found| found.code != checksum::CHANGED);
    let is_changed = is_changed || matches!(error, ReadError::Encoding { .. });
    let is_whole = lost.is_empty() && !is_changed && !lost_stamps;
    let file = &reading.file;
    if !is_whole && file.offices.is_empty() && file.duties.is_empty() && file.activities.is_empty() {
        // A header alone is no plan to go on with.
        return None;
    }
    let (message, hint) = if is_whole {
        (format!("{error}, nhưng nội dung vẫn đọc được đủ"), "Lưu lại tệp để có bản lành")
    } else {
        let apart = match lost.len() {
            0 => String::new(),
            count => format!(", {count} đoạn hỏng được để riêng"),
        };
        let stamps = if lost_stamps {
            ". Dấu ghi không còn đủ: khi gộp, chỗ nào tệp kia đã sửa thì lấy theo tệp kia"
        } else {
            ""
        };
        (
            format!("{error}; chỉ đọc được phần còn lành{apart}{stamps}"),
            "Xin lại tệp gốc từ nơi gửi, hoặc mở bản sao lưu gần nhất",
        )
    };
    let found = if is_whole { Diagnostic::warning } else { Diagnostic::error };
    reading.diagnostics.insert(0, found("damaged", error.place(), message, hint));
    let lost = lost.iter().filter_map(|text| serde_json::value::to_raw_value(text).ok());
    let lost: Vec<RawJson> = lost.map(|text| text.as_ref().into()).collect();
    if !lost.is_empty() {
        let apart = reading.file.contents.set_aside.entry("damaged".to_owned()).or_default();
        *apart = union(apart.iter().chain(&lost));
    }
    Some(reading)
}

/// Reads a plan file.
///
/// Records that cannot be read, or that repeat an id, are kept in [`Contents::set_aside`](super::Contents::set_aside) and reported; they do not
/// keep the rest from being read. A file of a newer version is read as far as it goes, and is then read-only
/// ([`PlanFile::is_read_only`]).
///
/// # Errors
/// [`ReadError`] when the text is not JSON, not a plan file, or without a readable header.
pub fn read(text: &str) -> Result<Reading, ReadError> {
    if text.len() > MAX_BYTES {
        return Err(ReadError::TooLarge { bytes: text.len() });
    }
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut parts: Parts<'_> = serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            serde_json::error::Category::Eof => ReadError::Cut { line, column },
            serde_json::error::Category::Data => ReadError::NotOurs,
            _ => ReadError::NotJson { line, column },
        }
    })?;
    let checksum = parts.take(checksum::NAME);
    let format = parts.take("format").and_then(|raw| serde_json::from_str::<String>(raw.get()).ok());
    if format.as_deref() != Some(FORMAT) {
        return Err(ReadError::NotOurs);
    }
    // A number that is too large for ours is that of a newer version too.
    if let Some(raw) = parts.get("version").map(RawValue::get)
        && raw.parse::<u32>().is_err()
        && raw.bytes().all(|digit| digit.is_ascii_digit())
    {
        return Err(ReadError::Newer { found: short(raw) });
    }
    let version: u32 = needed(&mut parts, "version")?;
    if version == 0 {
        let reason = "không có phiên bản 0".to_owned();
        return Err(ReadError::Broken { part: "version", field: String::new(), reason });
    }
    if version < VERSION {
        return read_older(text, version);
    }
    let newer =
        |error| if version > VERSION { ReadError::Newer { found: version.to_string() } } else { error };
    let id: FileId = needed(&mut parts, "id").map_err(newer)?;
    let part = Kind::Plan.key();
    let raw = parts.take(part).ok_or_else(|| missing(part)).map_err(newer)?;
    let header = Header::read(raw)
        .map_err(|Fault { field, reason }| newer(ReadError::Broken { part, field, reason }))?;
    let mut plan = header.plan.clone();
    let all_fields = plan.extra.shift_remove(WHOLE_RECORD);
    let mut file = PlanFile::new(id, plan);
    file.contents.version = version;
    let mut door = Door::new(file);
    header.tell(&mut door);
    if let Some(value) = all_fields {
        door.part_of_header(WHOLE_RECORD, &value);
    }
    if door.file.is_read_only() {
        door.found(Diagnostic::warning(
            "newer-version",
            Place::default(),
            format!("tệp thuộc phiên bản {version}, mới hơn phiên bản {VERSION} ở đây, nên chỉ để xem"),
            "Tải bản mới của phần mềm để sửa tệp",
        ));
    }
    door.let_in(parts);
    if let Some(found) = checksum.and_then(|stated| checksum::verdict(stated, text)) {
        door.found(found);
    }
    Ok(door.close())
}

/// Reads a file of an older version, brought to the present one.
fn read_older(text: &str, version: u32) -> Result<Reading, ReadError> {
    let mut reading = read(&migrate::to_present(text, version))?;
    reading.diagnostics.push(Diagnostic::note(
        "older-version",
        Place::default(),
        format!("tệp thuộc phiên bản {version}, đã được chuyển sang phiên bản {VERSION}"),
        "",
    ));
    Ok(reading)
}

fn missing(part: &'static str) -> ReadError {
    ReadError::Broken { part, field: String::new(), reason: "không có".to_owned() }
}

fn needed<T: serde::de::DeserializeOwned>(parts: &mut Parts<'_>, part: &'static str) -> Result<T, ReadError> {
    let raw = parts.take(part).ok_or_else(|| missing(part))?;
    fault::parse(raw.get()).map_err(|Fault { field, reason }| ReadError::Broken { part, field, reason })
}
