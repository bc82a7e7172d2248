//! Tệp Excel (.xlsx): the workbook, its shared texts, which formats are dates, and the sheets.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;
use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;

use super::{Book, Cell, Merged, Row, Sheet, SheetError, date_of_serial};
use crate::ingest::package::{Fault, Package};
use crate::ingest::xml::{Seen, attribute, walk};
use crate::text::nfc;

/// Bytes of one part, unpacked: 20,000 rows of ten cells take twelve megabytes.
pub(super) const MAX_PART: u64 = 64 << 20;
/// Cells in all, those that come from merged ones included.
const MAX_CELLS: usize = 4_000_000;
const MAX_SHEETS: usize = 256;
const MAX_MERGED: usize = 100_000;
/// Bytes of text that weigh as much as a cell: the same long text may stand in many.
const WEIGHT: usize = 64;
/// What stands in place of a formula's value in a workbook that no spreadsheet has computed.
const UNCOMPUTED: &str = "công thức chưa tính: lưu lại bằng Excel";
/// Excel's own bounds.
const MAX_ROW: u32 = 1_048_576;
const MAX_COLUMN: u16 = 16_384;

/// Reads a workbook; none where the package is none.
pub(super) fn read(package: &mut Package<'_>) -> Result<Option<Book>, SheetError> {
    let root = relations(package, "_rels/.rels")?;
    let main = root.values().find(|(kind, _)| kind.ends_with("/officeDocument")).map(|(_, target)| target);
    let main = main.map_or("xl/workbook.xml", |target| target.trim_start_matches('/')).to_owned();
    let Some(workbook) = package.part(&main)?.filter(|_| main.starts_with("xl/")) else { return Ok(None) };
    let related = relations(package, &relations_of(&main))?;
    let other = |kind: &str| {
        related.values().find(|(found, _)| found.ends_with(kind)).map(|(_, target)| target.clone())
    };
    let mut book = Book { has_macros: package.has("xl/vbaProject.bin"), ..Book::default() };
    let mut listed: Vec<(Sheet, String)> = Vec::new();
    walk(&workbook, |seen| {
        match seen {
            Seen::Open("workbookPr", element) => {
                book.is_1904 = matches!(plain(element, "date1904").as_deref(), Some("1" | "true"));
            }
            Seen::Open("sheet", element) => {
                let name = nfc(&plain(element, "name").unwrap_or_default()).into_owned();
                let is_hidden = attribute(element, "state").is_some_and(|state| state != "visible");
                // `r:id`; `sheetId` has another name.
                let target = attribute(element, "id").and_then(|id| related.get(&id));
                if let Some((kind, target)) = target
                    && kind.ends_with("/worksheet")
                {
                    listed.push((Sheet { name, is_hidden, ..Sheet::default() }, target.clone()));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    if listed.len() > MAX_SHEETS {
        return Err(Fault::Suspicious("quá nhiều trang tính").into());
    }
    let texts = match other("/sharedStrings").map(|path| package.part(&path)).transpose()?.flatten() {
        Some(xml) => shared(&xml)?,
        None => Vec::new(),
    };
    let dates = match other("/styles").map(|path| package.part(&path)).transpose()?.flatten() {
        Some(xml) => date_styles(&xml)?,
        None => Vec::new(),
    };
    let mut left = MAX_CELLS;
    for (mut sheet, path) in listed {
        let Some(xml) = package.part(&path)? else {
            return Err(Fault::Broken(format!("thiếu trang tính “{}”", sheet.name)).into());
        };
        let links = cells(&xml, &texts, &dates, book.is_1904, &mut sheet, &mut left)?;
        fill(&mut sheet, &mut left)?;
        if !links.is_empty() {
            let addresses = relations(package, &relations_of(&path))?;
            sheet.links = links
                .into_iter()
                .filter_map(|(row, column, id)| Some((row, column, addresses.get(&id)?.1.as_str().into())))
                .collect();
        }
        book.sheets.push(sheet);
    }
    Ok(Some(book))
}

/// An attribute, its entities resolved.
fn plain(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = attribute(element, name)?;
    Some(unescape(&value).map_or_else(|_| value.clone(), std::borrow::Cow::into_owned))
}

/// `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`.
fn relations_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{name}.rels")
}

/// The relations of a part by id, in their order: of two of a kind the first counts. Kind and target, the target from the
/// top of the package; addresses outside as they are.
fn relations(package: &mut Package<'_>, path: &str) -> Result<IndexMap<String, (String, String)>, Fault> {
    let mut all = IndexMap::new();
    let Some(xml) = package.part(path)? else { return Ok(all) };
    let folder = path.split_once("_rels/").map_or("", |(folder, _)| folder);
    walk(&xml, |seen| {
        if let Seen::Open("Relationship", element) = seen
            && let (Some(id), Some(kind), Some(target)) =
                (attribute(element, "Id"), attribute(element, "Type"), plain(element, "Target"))
        {
            let outside = attribute(element, "TargetMode").is_some_and(|mode| mode == "External");
            let target = match target.strip_prefix('/') {
                _ if outside => target,
                Some(from_top) => from_top.to_owned(),
                None => format!("{folder}{target}"),
            };
            all.insert(id, (kind, target));
        }
        Ok(())
    })?;
    Ok(all)
}

/// The shared texts; how Japanese reads them is left out.
fn shared(xml: &str) -> Result<Vec<Arc<str>>, Fault> {
    let mut texts = Vec::new();
    let mut text = String::new();
    let (mut in_text, mut aside) = (false, false);
    walk(xml, |seen| {
        match seen {
            Seen::Open("si", _) => text.clear(),
            Seen::Close("si") => texts.push(tidied(&text)),
            Seen::Open("t", _) => in_text = true,
            Seen::Close("t") => in_text = false,
            Seen::Open("rPh", _) => aside = true,
            Seen::Close("rPh") => aside = false,
            Seen::Text(more) if in_text && !aside => text.push_str(more),
            _ => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Composed, without Excel's `_x000D_` for signs that XML cannot have.
fn tidied(text: &str) -> Arc<str> {
    let text = nfc(text);
    if !text.contains("_x00") {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(at) = rest.find("_x00") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let sign = code.and_then(char::from_u32).filter(|_| rest[at + 6..].starts_with('_'));
        let length = if sign.is_some() { 7 } else { 4 };
        match sign {
            Some('\r') => {}
            Some(sign) => plain.push(sign),
            None => plain.push_str("_x00"),
        }
        rest = &rest[at + length..];
    }
    plain.push_str(rest);
    plain.into()
}

/// Which styles of cells show a number as a date.
fn date_styles(xml: &str) -> Result<Vec<bool>, Fault> {
    let mut own: HashMap<u32, bool> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    walk(xml, |seen| {
        let number = |element, name| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        match seen {
            Seen::Open("numFmt", element) => {
                if let (Some(id), Some(code)) = (number(element, "numFmtId"), plain(element, "formatCode")) {
                    own.insert(id, is_date_format(&code));
                }
            }
            Seen::Open("cellXfs", _) => in_cells = true,
            Seen::Close("cellXfs") => in_cells = false,
            Seen::Open("xf", element) if in_cells => {
                let id = number(element, "numFmtId").unwrap_or(0);
                // Built in: 14–17 and 22, and those of East Asia.
                let built_in = matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=58);
                styles.push(own.get(&id).copied().unwrap_or(built_in));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Whether a format shows a day or a year: `dd/mm/yyyy`, not `#,##0 "đồng"`, not `[Red]0`, not `mm:ss`.
fn is_date_format(code: &str) -> bool {
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => while signs.next().is_some_and(|sign| sign != '"') {},
            '[' => while signs.next().is_some_and(|sign| sign != ']') {},
            '\\' | '_' | '*' => {
                signs.next();
            }
            'd' | 'D' | 'y' | 'Y' => return true,
            ';' => return false,
            _ => {}
        }
    }
    false
}

/// A link: row, column, the id of its relation.
type Link = (u32, u16, String);

/// What a cell says of itself before its value comes.
#[derive(Default)]
struct Open {
    column: u16,
    kind: Kind,
    is_date: bool,
    is_formula: bool,
    /// Whether its value is written, be it an empty text.
    has_value: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Truth,
    Error,
    IsoDate,
}

/// The rows of a sheet, its merged cells and its links.
fn cells(
    xml: &str,
    texts: &[Arc<str>],
    dates: &[bool],
    is_1904: bool,
    sheet: &mut Sheet,
    left: &mut usize,
) -> Result<Vec<Link>, Fault> {
    let mut links = Vec::new();
    let mut open = Open::default();
    let mut value = String::new();
    let (mut in_value, mut aside) = (false, false);
    let mut next_row = 1;
    let mut next_column = 0;
    walk(xml, |seen| {
        match seen {
            Seen::Open("row", element) => {
                let told = attribute(element, "r").and_then(|row| row.parse().ok());
                let number: u32 = told.unwrap_or(next_row);
                if number < next_row || number > MAX_ROW {
                    return Err(Fault::Broken("số dòng của trang tính không tăng dần".to_owned()));
                }
                next_row = number + 1;
                next_column = 0;
                let like = sheet.rows.last().map_or(0, |row| row.cells.len());
                sheet.rows.push(Row { number, cells: Vec::with_capacity(like) });
            }
            Seen::Close("row") => {
                sheet.rows.pop_if(|row| row.cells.is_empty());
            }
            Seen::Open("c", element) => {
                value.clear();
                open = Open { column: next_column, ..Open::default() };
                for attribute in element.attributes().with_checks(false).flatten() {
                    match attribute.key.as_ref() {
                        "r" => {
                            let (column, _) = place(&attribute.value).unwrap_or((MAX_COLUMN, 0));
                            if column < next_column || column >= MAX_COLUMN {
                                return Err(Fault::Broken("cột của trang tính không tăng dần".to_owned()));
                            }
                            open.column = column;
                        }
                        "t" => {
                            open.kind = match &*attribute.value {
                                "s" => Kind::Shared,
                                "str" | "inlineStr" => Kind::Text,
                                "b" => Kind::Truth,
                                "e" => Kind::Error,
                                "d" => Kind::IsoDate,
                                _ => Kind::Number,
                            };
                        }
                        "s" => {
                            let style: usize = attribute.value.parse().unwrap_or(usize::MAX);
                            open.is_date = dates.get(style).copied().unwrap_or(false);
                        }
                        _ => {}
                    }
                }
                next_column = open.column + 1;
            }
            Seen::Open("f", _) => open.is_formula = true,
            Seen::Open("v" | "t", _) => (in_value, open.has_value) = (true, true),
            Seen::Close("v" | "t") => in_value = false,
            Seen::Open("rPh", _) => aside = true,
            Seen::Close("rPh") => aside = false,
            Seen::Text(more) if in_value && !aside => value.push_str(more),
            Seen::Close("c") => {
                if let (Some(cell), Some(row)) = (cell(&open, &value, texts, is_1904)?, sheet.rows.last_mut())
                {
                    take(left, 1 + cell.as_text().map_or(0, str::len) / WEIGHT)?;
                    row.cells.push((open.column, cell));
                }
            }
            Seen::Open("mergeCell", element) => {
                if sheet.merged.len() >= MAX_MERGED {
                    return Err(Fault::Suspicious("quá nhiều ô gộp"));
                }
                sheet.merged.extend(attribute(element, "ref").and_then(|range| merged(&range)));
            }
            Seen::Open("hyperlink", element) => {
                let at = attribute(element, "ref")
                    .and_then(|range| place(range.split(':').next().unwrap_or_default()));
                if let (Some((column, row)), Some(id)) = (at, attribute(element, "id")) {
                    links.push((row, column, id));
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(links)
}

/// The value of a cell; none where it is blank.
fn cell(open: &Open, value: &str, texts: &[Arc<str>], is_1904: bool) -> Result<Option<Cell>, Fault> {
    let wrong = || Fault::Broken("một ô có giá trị sai".to_owned());
    let bare = value.trim();
    if bare.is_empty() {
        // A formula may come to an empty text; nothing at all is none that was ever computed.
        let is_empty = !open.is_formula || (open.kind == Kind::Text && open.has_value);
        return Ok((!is_empty).then(|| Cell::Error(UNCOMPUTED.into())));
    }
    Ok(Some(match open.kind {
        Kind::Shared => {
            let text = bare.parse().ok().and_then(|nth: usize| texts.get(nth)).ok_or_else(wrong)?;
            if text.trim().is_empty() {
                return Ok(None);
            }
            Cell::Text(text.clone())
        }
        Kind::Text => Cell::Text(tidied(value)),
        Kind::Error => Cell::Error(bare.into()),
        Kind::Truth => Cell::Truth(matches!(bare, "1" | "true")),
        Kind::IsoDate => match bare.get(..10).and_then(|date| date.parse().ok()) {
            Some(date) => Cell::Date(date),
            None => Cell::Text(tidied(value)),
        },
        Kind::Number => {
            let number: f64 =
                bare.parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(wrong)?;
            match date_of_serial(number, is_1904).filter(|_| open.is_date) {
                Some(date) => Cell::Date(date),
                None => Cell::Number(number),
            }
        }
    }))
}

/// `AB12` as column from 0 and row from 1.
fn place(reference: &str) -> Option<(u16, u32)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let (letters, digits) = reference.split_at(letters);
    let column = letters
        .bytes()
        .fold(0_u32, |sum, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = digits.parse().ok().filter(|row| (1..=MAX_ROW).contains(row))?;
    Some((u16::try_from(column - 1).ok().filter(|column| *column < MAX_COLUMN)?, row))
}

fn merged(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let ((from, top), (to, bottom)) = (place(first)?, place(last)?);
    (from <= to && top <= bottom).then_some(Merged { rows: (top, bottom), columns: (from, to) })
}

fn take(left: &mut usize, weight: usize) -> Result<(), Fault> {
    *left = left.checked_sub(weight).ok_or(Fault::Suspicious("bảng quá lớn"))?;
    Ok(())
}

/// Gives the rows under a merged cell what stands in it: an office written once beside its rows is the office of each.
fn fill(sheet: &mut Sheet, left: &mut usize) -> Result<(), Fault> {
    for Merged { rows: (top, bottom), columns: (column, _) } in sheet.merged.clone() {
        let from = sheet.rows.partition_point(|row| row.number < top);
        let Some(cell) =
            sheet.rows.get(from).filter(|row| row.number == top).and_then(|row| row.get(column)).cloned()
        else {
            continue;
        };
        let to = sheet.rows.partition_point(|row| row.number <= bottom);
        // Rows count that are looked at: many merged cells over the same rows are no list, either.
        take(left, (to - from) * (1 + cell.as_text().map_or(0, str::len) / WEIGHT))?;
        for row in &mut sheet.rows[from + 1..to] {
            if let Err(place) = row.cells.binary_search_by_key(&column, |(column, _)| *column) {
                row.cells.insert(place, (column, cell.clone()));
            }
        }
    }
    Ok(())
}
