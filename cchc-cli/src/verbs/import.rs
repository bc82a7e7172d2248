//! `cchc import`: the lists that offices keep in Excel become activities of the register; tallies and scores, figures of
//! the indices.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use cchc_core::calendar::Period;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelId, IndexCode, OfficeId};
use cchc_core::ingest::import::{self, Import, Line, Mapping, Matter, Outcome, Table, Tally};
use cchc_core::ingest::sheet::{self, Book};
use cchc_core::progress::scoring;
use serde::Serialize;

use super::merge::write;
use crate::args::Format;
use crate::failure::Failure;
use crate::table::Table as Shown;
use crate::verbs::sets;
use crate::{input, output, today};

/// What is asked.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Asked {
    pub(crate) file: OsString,
    pub(crate) list: OsString,
    /// Where to write the file; without one, what would come of the list is shown.
    pub(crate) to: Option<OsString>,
    pub(crate) map: Option<OsString>,
    pub(crate) save_map: Option<OsString>,
    pub(crate) sheets: Vec<String>,
    pub(crate) office: Option<String>,
    pub(crate) channel: Option<String>,
    /// What the list is about.
    pub(crate) matter: Matter,
    /// The set of tallies and scores.
    pub(crate) set: Option<String>,
    /// Their period.
    pub(crate) period: Option<Period>,
    /// Whether rows also change activities that are there.
    pub(crate) update: bool,
    pub(crate) format: Format,
}

/// What would come of a list, for programs.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<&'a IndexCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    tables: &'a [Table],
    tally: Tally,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    place: String,
    outcome: &'static str,
    words: Cow<'a, str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    reason: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    remarks: &'a [String],
}

/// Reads a list and takes it in, or shows what would come of it. Exit code 1 says that rows were not read.
pub(crate) fn run(asked: &Asked) -> Result<ExitCode, Failure> {
    let mut file = input::read_quietly(&asked.file)?.file;
    let name = input::name_of(&asked.list);
    let bytes = input::bytes(&asked.list)?;
    let book = sheet::read(&bytes, &name).map_err(|error| Failure::NoList(name.clone(), error))?;
    if book.has_macros {
        output::complain(&format!("{name}: tệp có macro; macro không được đọc và không chạy"));
    }
    let mapping = mapping(asked, &book, &file)?;
    let import = import::read(&book, &file, &mapping, today(None));
    if let Some(to) = &asked.save_map {
        let mut json = serde_json::to_string_pretty(&import.mapping(&mapping))
            .map_err(|error| Failure::Output(error.into()))?;
        json.push('\n');
        output::write(to.as_ref(), json.as_bytes())?;
    }
    let tally = import.tally();
    match &asked.to {
        Some(to) => {
            let short = Path::new(&asked.list).file_name().map(|name| name.to_string_lossy().into_owned());
            let list = short.as_deref().unwrap_or(&name);
            let mut change = import.change(crate::author(None), list, asked.update);
            // What the list is about every call says anew.
            let said = Mapping { matter: Mapping::kept(&book, &file).matter, ..mapping };
            change.edits.extend(import.keep(&file, &said, list));
            file.apply(&change).map_err(|error| Failure::NotThere(error.to_string()))?;
            write(&file, Some(to))?;
            for (line, why) in import.refused() {
                output::complain(&output::plain(&format!("{}: {why}: {}", import.place(line), line.words)));
            }
        }
        None => match asked.format {
            Format::Text => output::print_text(text(&import, &book))?,
            Format::Json => output::print_json(&told(&import, &book))?,
        },
    }
    // A list of which nothing was understood is no success, though no row was refused.
    let is_read = import.tables.iter().any(|table| table.header.is_some());
    output::complain(&output::plain(&format!("{name}: {}", summary(tally, is_read, asked))));
    Ok(ExitCode::from(u8::from(tally.refused > 0 || !is_read)))
}

/// What a person maps: the file of the mapping, else what the plan file keeps of such lists; over it what the call says.
fn mapping(asked: &Asked, book: &Book, file: &PlanFile) -> Result<Mapping, Failure> {
    let mut mapping = match &asked.map {
        None => Mapping::kept(book, file),
        Some(path) => {
            let name = input::name_of(path);
            Mapping::read(&input::bytes(path)?)
                .map_err(|error| Failure::NotThere(format!("{name}: cách hiểu danh sách: {error}")))?
        }
    };
    if !asked.sheets.is_empty() {
        mapping.sheets.clone_from(&asked.sheets);
    }
    mapping.matter = Some(asked.matter);
    mapping.period = asked.period.or(mapping.period);
    if let Some(code) = &asked.set {
        let set = scoring::set(file, code).ok_or_else(|| sets::unknown(file, code))?;
        mapping.set = Some(set.code.clone());
    }
    if let Some(office) = &asked.office {
        mapping.office = OfficeId::new(office).ok().filter(|office| file.offices.contains(office));
        if mapping.office.is_none() {
            let known: Vec<_> = file.offices.iter().map(|office| office.id.as_str()).collect();
            return Err(Failure::NotThere(format!("không có cơ quan “{office}”; có: {}", known.join(", "))));
        }
    }
    if let Some(channel) = &asked.channel {
        mapping.channel = ChannelId::new(channel).ok().filter(|channel| file.channels.contains(channel));
        if mapping.channel.is_none() {
            let known: Vec<_> = file.channels.iter().map(|channel| channel.id.as_str()).collect();
            return Err(Failure::NotThere(format!(
                "không có hình thức “{channel}”; có: {}",
                known.join(", ")
            )));
        }
    }
    Ok(mapping)
}

fn summary(tally: Tally, is_read: bool, asked: &Asked) -> String {
    let Tally { new, known, otherwise, deleted, passed, refused } = tally;
    let is_of_register = asked.matter == Matter::Activities;
    let mut line = format!("{new} {} mới", if is_of_register { "hoạt động" } else { "số liệu" });
    let mut add = |count: usize, what: &str| {
        if count > 0 {
            let _ = write!(line, "; {count} {what}");
        }
    };
    add(known, if is_of_register { "đã có trong sổ" } else { "đã có" });
    let hint = if asked.update {
        "đã có, được sửa theo danh sách"
    } else {
        "đã có nhưng khác danh sách (thêm --update để sửa theo)"
    };
    add(otherwise, hint);
    add(deleted, "đã xóa nên không nhập lại");
    add(
        passed,
        if is_of_register {
            "dòng không phải hoạt động"
        } else {
            "dòng đã gộp hoặc bỏ qua"
        },
    );
    add(refused, "dòng không đọc được");
    if !is_read {
        line.push_str("; không thấy bảng nào có tiêu đề cột hiểu được");
    }
    if (refused > 0 || !is_read) && new + known + otherwise == 0 {
        line.push_str(if is_of_register {
            "; chỉ cột nào là gì bằng --map TỆP, cơ quan của cả danh sách bằng --office MÃ"
        } else {
            "; chỉ cột nào là gì bằng --map TỆP"
        });
    }
    if asked.to.is_none() {
        line.push_str("; chưa ghi gì, thêm -o TỆP để ghi");
    }
    line
}

/// The state of a row, for programs and for people, and why.
fn outcome(line: &Line) -> (&'static str, &'static str, &str) {
    match &line.outcome {
        Outcome::New(_) | Outcome::Figure { .. } => ("new", "mới", ""),
        Outcome::Known { otherwise: None, .. } => ("known", "đã có", ""),
        Outcome::Known { .. } => ("otherwise", "đã có, khác", ""),
        Outcome::Deleted(_) => ("deleted", "đã xóa", ""),
        Outcome::Passed(why) => ("passed", "bỏ qua", why),
        Outcome::Refused(why) => ("refused", "không đọc được", why),
    }
}

fn told<'a>(import: &'a Import, book: &Book) -> Told<'a> {
    fn row<'a>(import: &Import, line: &'a Line, book: &Book) -> Row<'a> {
        let (outcome, _, reason) = outcome(line);
        let words = line.words_in(book);
        Row { place: import.place(line), outcome, words, reason, remarks: &line.remarks }
    }
    Told {
        set: import.set.as_ref(),
        period: import.period,
        tables: &import.tables,
        tally: import.tally(),
        rows: import.lines.iter().map(|line| row(import, line, book)).collect(),
    }
}

/// How the columns were understood; then the rows that a person should see, then the new ones.
fn text(import: &Import, book: &Book) -> String {
    let mut text = String::new();
    if let Some((set, period)) = import.set.as_ref().zip(import.period) {
        let _ = writeln!(text, "Bộ chỉ số {set}, {}", period.vietnamese());
    }
    for table in &import.tables {
        let name = if table.sheet.is_empty() { "Danh sách" } else { &table.sheet };
        let Some(header) = table.header else {
            let _ = writeln!(text, "{name}: không đọc, {}\n", table.passed);
            continue;
        };
        let _ = writeln!(text, "{name}: tiêu đề cột ở dòng {header}");
        let mut shown = Shown::new(["Cột", "Tiêu đề", "Hiểu là", "Ví dụ"]);
        for column in &table.columns {
            let field = &column.field;
            let name = match field {
                import::Field::Count(Some(unit)) => format!("{} ({unit})", field.vietnamese()),
                field => field.vietnamese().to_owned(),
            };
            let place = sheet::column_name(column.column);
            shown.row([place, column.heading.clone(), name, column.samples.join(" · ")]);
        }
        let _ = writeln!(text, "{}", shown.text());
    }
    let mut shown = Shown::new(["Chỗ", "Kết quả", "Lý do, lưu ý", "Nội dung dòng"]);
    for line in &import.lines {
        let (_, name, why) = outcome(line);
        let mut said: Vec<&str> = [why].into_iter().filter(|why| !why.is_empty()).collect();
        match &line.outcome {
            Outcome::Known { otherwise: Some((_, fields)), .. } => said.extend(fields.iter().copied()),
            Outcome::Figure { told, .. } => said.push(told),
            _ => {}
        }
        said.extend(line.remarks.iter().map(String::as_str));
        shown.row([import.place(line), name.to_owned(), said.join("; "), line.words_in(book).into_owned()]);
    }
    text.push_str(&shown.text());
    text
}
