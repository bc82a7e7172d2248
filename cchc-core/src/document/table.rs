//! Tables.

use serde::{Deserialize, Serialize};

use crate::document::Rich;

/// Bảng: its header rows repeat on every page, and no row is split across pages.
///
/// A row may be shorter than the columns (the rest stays empty) or longer (the table grows a column): nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Table {
    /// Tên bảng, above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Đơn vị tính, above it on the right: `Đơn vị tính: đồng`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Cột.
    pub columns: Vec<Column>,
    /// Dòng đầu bảng; several where a heading spans columns.
    pub header: Vec<Vec<Cell>>,
    /// Dòng.
    pub rows: Vec<Row>,
    /// Khổ ngang for a table too wide for the page (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I).
    #[serde(default)]
    pub orientation: Orientation,
}

impl Table {
    /// A table with one header row and no rows yet; each column is its heading, its width and its alignment.
    pub fn new<H: Into<Rich>>(columns: impl IntoIterator<Item = (H, u16, Align)>) -> Self {
        let (header, columns) = columns
            .into_iter()
            .map(|(heading, weight, align)| (Cell::from(heading.into()), Column { weight, align }))
            .unzip();
        Self { columns, header: vec![header], ..Self::default() }
    }

    /// How many columns there are, counting those that only a long row has.
    pub fn width(&self) -> usize {
        let span = |cells: &Vec<Cell>| cells.iter().map(|cell| usize::from(cell.columns.max(1))).sum();
        let rows = self.rows.iter().map(|row| span(&row.cells));
        let header = self.header.iter().map(span);
        rows.chain(header).chain([self.columns.len()]).max().unwrap_or(0)
    }
}

/// Cột.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Column {
    /// Its share of the table's width, against the other columns' shares.
    pub weight: u16,
    /// How its cells stand.
    pub align: Align,
}

/// Canh lề.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Align {
    /// Trái: words.
    #[default]
    Left,
    /// Giữa: ordinal numbers, dates, short marks.
    Center,
    /// Phải: figures.
    Right,
}

/// Khổ giấy: how the A4 sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Orientation {
    /// Theo chiều dài.
    #[default]
    Portrait,
    /// Theo chiều rộng.
    Landscape,
}

/// Dòng.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// What kind of row.
    #[serde(default)]
    pub kind: RowKind,
    /// Ô, from left to right.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row of figures or words.
    pub fn plain<T: Into<Rich>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self { kind: RowKind::Plain, cells: cells.into_iter().map(|text| Cell::from(text.into())).collect() }
    }

    /// Dòng tổng.
    pub fn total<T: Into<Rich>>(cells: impl IntoIterator<Item = T>) -> Self {
        Self { kind: RowKind::Total, ..Self::plain(cells) }
    }

    /// Dòng nhóm: a number and a title over the rest of the row.
    pub fn group(number: impl Into<Rich>, title: impl Into<Rich>, over: u16) -> Self {
        let title = Cell { columns: over, ..Cell::from(title.into()) };
        Self { kind: RowKind::Group, cells: vec![Cell::from(number.into()), title] }
    }
}

/// What kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RowKind {
    /// Dòng thường.
    #[default]
    Plain,
    /// Dòng nhóm: bold, and never alone at the foot of a page.
    Group,
    /// Dòng tổng: bold, and never alone at the head of a page.
    Total,
}

/// Ô.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cell {
    /// The text.
    pub text: Rich,
    /// Over how many columns it stands; 0 counts as 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub columns: u16,
    /// Over how many rows it stands; in the header only. 0 counts as 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rows: u16,
    /// How it stands, where not as its column says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
}

impl From<Rich> for Cell {
    fn from(text: Rich) -> Self {
        Self { text, columns: 1, rows: 1, align: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(Rich::plain(text))
    }
}

fn one() -> u16 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_one(number: &u16) -> bool {
    *number == 1
}
