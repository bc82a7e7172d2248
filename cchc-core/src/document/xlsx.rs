//! Tệp Excel (xlsx): tables with typed cells, as Excel and LibreOffice open them.
//!
//! A [`Sheet`] is one table: lines of a title, a header that stays in sight and is printed on every page, rows. A number
//! is a number, a date a date, and a text is never a formula, whatever it begins with. The parts are written with
//! `quick-xml` and packed with `zip`, which the page has already for Word files; the same workbook always gives the same
//! bytes.
//!
//! ```
//! use cchc_core::document::xlsx::{Column, Format, Sheet, SheetRow, Workbook, xlsx};
//!
//! let mut sheet = Sheet::new("Tin, bài", [
//!     Column::new("STT", 6.0, Format::Center),
//!     Column::new("Tên tin, bài", 60.0, Format::Text),
//!     Column::new("Lượt xem", 10.0, Format::Integer),
//! ]);
//! sheet.rows.push(SheetRow::plain([1.into(), "=1+1 là chữ, không phải công thức".into(), 250.into()]));
//! let bytes = xlsx(&Workbook { name: "Tin, bài".into(), sheets: vec![sheet] });
//! assert!(bytes.starts_with(b"PK"));
//! ```

mod parts;
mod sheet;
mod styles;

use crate::calendar::Date;
use crate::document::package::pack;
use crate::document::{Orientation, RowKind};

/// Sổ bảng tính.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workbook {
    /// The name by which files and windows call it.
    pub name: String,
    /// Trang tính; a workbook without any gets an empty one, for Excel opens none without.
    pub sheets: Vec<Sheet>,
}

/// Trang tính: one table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on its tab. What a tab cannot have is replaced, what is too long for it is cut.
    pub name: String,
    /// Tiêu đề: lines above the table, over all columns; the first is the largest.
    pub title: Vec<String>,
    /// Cột.
    pub columns: Vec<Column>,
    /// Dòng.
    pub rows: Vec<SheetRow>,
    /// Ghi chú: lines under the table, over all columns.
    pub notes: Vec<String>,
    /// Khổ giấy in print; the columns are fitted to its width.
    pub orientation: Orientation,
}

/// Cột.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Tên cột.
    pub heading: String,
    /// Its width, in digits of the body's font.
    pub width: f64,
    /// How its cells look.
    pub format: Format,
}

/// How the cells of a column look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// Chữ: left, broken into lines.
    #[default]
    Text,
    /// Số thứ tự, dấu: in the middle.
    Center,
    /// Số nguyên: `1.245`.
    Integer,
    /// Điểm: two decimals, `84,62`.
    Decimal,
    /// Ngày: `20/11/2026`.
    Date,
}

/// Dòng.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetRow {
    /// What kind of row: groups and totals are bold.
    pub kind: RowKind,
    /// How deep it stands in a tree: its texts are indented so much.
    pub depth: u8,
    /// Ô, from left to right.
    pub cells: Vec<CellValue>,
}

/// Giá trị của một ô.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum CellValue {
    /// Trống: not known, which is not 0.
    #[default]
    Empty,
    /// Chữ.
    Text(String),
    /// Số. One that is not finite is left empty.
    Number(f64),
    /// Ngày. One before 01/3/1900, where Excel's calendar begins to be right, is written as text.
    Date(Date),
}

impl Sheet {
    /// A sheet without rows.
    pub fn new(name: impl Into<String>, columns: impl IntoIterator<Item = Column>) -> Self {
        Self { name: name.into(), columns: columns.into_iter().collect(), ..Self::default() }
    }
}

impl Column {
    /// A column.
    pub fn new(heading: impl Into<String>, width: f64, format: Format) -> Self {
        Self { heading: heading.into(), width, format }
    }
}

impl SheetRow {
    /// An ordinary row.
    pub fn plain(cells: impl IntoIterator<Item = CellValue>) -> Self {
        Self { cells: cells.into_iter().collect(), ..Self::default() }
    }
}

impl From<&str> for CellValue {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for CellValue {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<f64> for CellValue {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for CellValue {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<Date> for CellValue {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<CellValue>> From<Option<T>> for CellValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Writes a workbook as the bytes of an xlsx file.
pub fn xlsx(workbook: &Workbook) -> Vec<u8> {
    let blank;
    let sheets = if workbook.sheets.is_empty() {
        blank = [Sheet::default()];
        &blank[..]
    } else {
        &workbook.sheets[..]
    };
    let names = parts::names(sheets);
    let mut styles = styles::Styles::default();
    let written: Vec<_> = sheets.iter().map(|sheet| sheet::sheet(sheet, &mut styles)).collect();
    let paths: Vec<_> = (1..=sheets.len()).map(|nth| format!("xl/worksheets/sheet{nth}.xml")).collect();
    let mut package = vec![
        ("[Content_Types].xml", parts::content_types(sheets.len())),
        ("_rels/.rels", parts::root_relations()),
        ("docProps/core.xml", parts::core_properties(&workbook.name)),
        ("xl/workbook.xml", parts::workbook(sheets, &names)),
        ("xl/_rels/workbook.xml.rels", parts::workbook_relations(sheets.len())),
        ("xl/styles.xml", styles.part()),
    ];
    package.extend(paths.iter().map(String::as_str).zip(written));
    pack(&package)
}

#[cfg(test)]
mod tests;
