//! `cchc ingest`.

use std::ffi::OsString;
use std::fmt::Write;
use std::process::ExitCode;

use cchc_core::calendar::Date;
use cchc_core::id::FileId;
use cchc_core::ingest::{self, Certainty, Ingested, Reading};
use cchc_core::record::Kind;
use cchc_core::text::{capitalized, shortened};
use serde::Serialize;

use crate::args::Format;
use crate::failure::Failure;
use crate::table::Table;
use crate::verbs::merge::write;
use crate::{input, output};

/// What is asked.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The plan as offices have it.
    pub(crate) file: OsString,
    /// Where the plan file goes.
    pub(crate) to: Option<OsString>,
    /// Whether to tell what was read where.
    pub(crate) report: bool,
    pub(crate) format: Format,
    pub(crate) id: Option<String>,
    pub(crate) on: Option<Date>,
}

/// What the report holds, for programs.
#[derive(Serialize)]
struct Told<'a> {
    readings: &'a [Reading],
    outside: &'a [ingest::Outside],
    diagnostics: &'a [cchc_core::diagnostic::Diagnostic],
}

/// Reads a plan and writes its file, its report, or both. Exit code 1 says that no duty was found: it may be no plan.
pub(crate) fn run(asked: &Asked) -> Result<ExitCode, Failure> {
    let name = input::name_of(&asked.file);
    let own = match &asked.id {
        Some(id) => Some(FileId::new(id).map_err(|error| Failure::Usage(error.to_string()))?),
        None => None,
    };
    let bytes = input::bytes(&asked.file)?;
    let first = own.clone().unwrap_or_else(|| FileId::new("ke-hoach").expect("a plain id"));
    let mut read = ingest::bytes(&bytes, first, crate::today(asked.on))
        .map_err(|error| Failure::NoPlan(name.clone(), error))?;
    if own.is_none() {
        let id = ingest::proposed_id(&read.file.plan);
        read.file = read.file.with_id(id);
    }
    if asked.report {
        match asked.format {
            Format::Text => output::print_text(text(&read))?,
            Format::Json => {
                let Ingested { readings, outside, diagnostics, .. } = &read;
                output::print_json(&Told { readings, outside, diagnostics })?;
            }
        }
    }
    if !asked.report || asked.to.is_some() {
        write(&read.file, asked.to.as_ref())?;
    }
    output::complain(&output::plain(&format!("{name}: {}", summary(&read))));
    Ok(ExitCode::from(u8::from(read.file.duties.is_empty())))
}

/// What was read, in a line.
fn summary(read: &Ingested) -> String {
    let file = &read.file;
    let open = read.readings.iter().filter(|reading| reading.certainty == Certainty::NotUnderstood).count();
    let mut line = format!(
        "{} cơ quan, {} nhiệm vụ, {} nội dung, {} hình thức, {} văn bản viện dẫn",
        file.offices.len(),
        file.duties.len(),
        file.topics.len(),
        file.channels.len(),
        file.documents.len()
    );
    if file.duties.is_empty() {
        line.push_str("; có thể không phải kế hoạch");
    }
    if open > 0 {
        let _ = write!(line, "; {open} chỗ chưa hiểu");
    }
    if !read.diagnostics.is_empty() {
        let _ = write!(line, "; {} nhận xét", read.diagnostics.len());
    }
    line
}

/// Tables of what was read, kind by kind; then what was not understood, and what is wrong in the document.
fn text(read: &Ingested) -> String {
    let mut text = String::new();
    let mut open = Table::new(["Dòng", "Lời kế hoạch"]);
    for kind in Kind::ALL {
        let mut table = Table::new(["Dòng", "Đọc được", "Mức chắc chắn", "Lời kế hoạch"]);
        for reading in read.readings.iter().filter(|reading| reading.place.part == kind.key()) {
            if reading.certainty == Certainty::NotUnderstood {
                open.row([line_of(reading), shortened(&reading.words, 100)]);
                continue;
            }
            table.row([
                line_of(reading),
                shortened(&labelled(reading), 60),
                reading.certainty.vietnamese().to_owned(),
                shortened(&reading.words, 60),
            ]);
        }
        if !table.is_empty() {
            let _ = writeln!(text, "{}\n{}", capitalized(kind.vietnamese()), table.text());
        }
    }
    if !open.is_empty() {
        let _ = writeln!(text, "Chưa hiểu, giữ nguyên lời\n{}", open.text());
    }
    if !read.diagnostics.is_empty() {
        text.push_str("Nhận xét\n");
        for found in &read.diagnostics {
            let _ = writeln!(text, "  {}", output::plain(&found.to_string()));
        }
    }
    text
}

fn line_of(reading: &Reading) -> String {
    if reading.line == 0 { "–".to_owned() } else { reading.line.to_string() }
}

/// The value with the field that it became, where a record has several.
fn labelled(reading: &Reading) -> String {
    let label = match reading.place.field.as_str() {
        "cadence" => "nhịp: ",
        "quota" => "chỉ tiêu: ",
        "partners" => "phối hợp: ",
        "output" => "sản phẩm: ",
        "indices" => "chỉ số: ",
        "due" => "hạn: ",
        "title" => "tên: ",
        "year" => "năm: ",
        "commune" => "xã, phường: ",
        "province" => "tỉnh: ",
        "number" => "số: ",
        "issued_on" => "ngày: ",
        "tracked_from" => "theo dõi từ: ",
        "escalation" => "phản ánh: ",
        "recipients" => "nơi nhận: ",
        "signature" | "signature.name" => "ký: ",
        _ => "",
    };
    format!("{label}{}", reading.value)
}
