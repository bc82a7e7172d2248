//! Bảng tính: what the cells of an Excel file (.xlsx) or of a .csv hold, as they hold it.
//!
//! The readers know nothing of plans and registers: they give sheets of typed cells, and the rows by the numbers that
//! Excel shows. A file comes from a stranger, so everything is bounded, and macros, external links and entities are
//! never followed.
//!
//! ```
//! use cchc_core::ingest::sheet::{Cell, read};
//!
//! let book = read("Ngày;Nội dung\n20/11/2026;\"Bài 1; phần 2\"\n".as_bytes(), "tin-bai.csv")?;
//! let row = &book.sheets[0].rows[1];
//! assert_eq!((row.number, row.get(1)), (2, Some(&Cell::text("Bài 1; phần 2"))));
//! # Ok::<(), cchc_core::ingest::sheet::SheetError>(())
//! ```

mod csv;
mod door;
mod xlsx;

use std::borrow::Cow;
use std::sync::Arc;

use chrono::Days;

use crate::calendar::Date;

pub use door::{MAX_BYTES, SheetError, read};

/// Sổ bảng tính, as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// Trang tính, in their order.
    pub sheets: Vec<Sheet>,
    /// Hệ ngày 1904: numbers of days count from 01/01/1904.
    pub is_1904: bool,
    /// Có macro: it was not looked at.
    pub has_macros: bool,
}

/// Trang tính.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The name on its tab; empty for a .csv.
    pub name: String,
    /// Hidden in Excel: lists for its own use, mostly.
    pub is_hidden: bool,
    /// The rows that have something, from top to bottom.
    pub rows: Vec<Row>,
    /// Ô gộp.
    pub merged: Vec<Merged>,
    /// Liên kết: the addresses behind cells, by row and column.
    pub links: Vec<(u32, u16, Arc<str>)>,
}

/// Dòng.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// Its number, as Excel shows it, from 1.
    pub number: u32,
    /// The cells that have something, by their column from 0, from left to right.
    pub cells: Vec<(u16, Cell)>,
}

/// Ô.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Chữ.
    Text(Arc<str>),
    /// Số.
    Number(f64),
    /// Ngày: a number in the format of a date; the time of day is left out.
    Date(Date),
    /// Đúng, sai.
    Truth(bool),
    /// A formula's error: `#N/A`; or, in words, that its value was never computed.
    Error(Arc<str>),
}

/// Ô gộp: rows and columns, both ends included; rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u16, u16),
}

impl Row {
    /// The cell of a column.
    pub fn get(&self, column: u16) -> Option<&Cell> {
        let place = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        self.cells.get(place).map(|(_, cell)| cell)
    }
}

impl Cell {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    /// The text of a cell of text.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// What a person sees in it, roughly.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(text),
            // What lists count: no search for the shortest decimals.
            Self::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                (*number as i64).to_string().into()
            }
            Self::Number(number) => number.to_string().replace('.', ",").into(),
            Self::Date(date) => crate::text::date_vi(*date).into(),
            Self::Truth(truth) => if *truth { "đúng" } else { "sai" }.into(),
        }
    }
}

/// The day of a number of days, in the system of 1900 or that of 1904; none where it is before 1900 or after 9999.
///
/// Excel has a 29/02/1900, which there never was: up to there its numbers run a day ahead.
pub fn date_of_serial(serial: f64, is_1904: bool) -> Option<Date> {
    let last = if is_1904 { 2_957_003.0 } else { 2_958_465.0 };
    if !(0.0..last + 1.0).contains(&serial) {
        return None;
    }
    let days = serial as u64;
    let first = match (is_1904, days) {
        (true, _) => Date::from_ymd_opt(1904, 1, 1),
        (false, 0 | 60) => None,
        (false, 1..60) => Date::from_ymd_opt(1899, 12, 31),
        (false, _) => Date::from_ymd_opt(1899, 12, 30),
    };
    first?.checked_add_days(Days::new(days))
}

/// `A` for 0, `AB` for 27: what Excel calls a column.
pub fn column_name(column: u16) -> String {
    let (mut name, mut left) = (Vec::new(), u32::from(column) + 1);
    while left > 0 {
        left -= 1;
        name.push((b'A' + (left % 26) as u8) as char);
        left /= 26;
    }
    name.iter().rev().collect()
}

#[cfg(test)]
pub(in crate::ingest) mod tests;
