//! Dòng tiêu đề of tables about indices: what a column holds.

use super::super::header::{is_second_line, written};
use super::super::headings::figures;
use super::super::names::key;
use super::super::{Field, Mapping};
use crate::calendar::{Period, PeriodKind};
use crate::ingest::sheet::Sheet;
use crate::ingest::words::Words;
use crate::text::{fold, from_roman};

/// Rows in which a header is looked for.
const SEARCHED: usize = 40;

/// A header that was found.
pub(super) struct Head {
    /// Its place among the rows of the sheet.
    pub(super) at: usize,
    /// The place of the first row under it.
    pub(super) below: usize,
    /// Column, heading, what it holds.
    pub(super) columns: Vec<(u16, String, Field)>,
}

impl Head {
    pub(super) fn has(&self, field: &Field) -> bool {
        self.columns.iter().any(|(.., found)| found == field)
    }

    /// Levels of answers that have a column.
    fn levels(&self) -> usize {
        self.columns.iter().filter(|(.., field)| matches!(field, Field::Level(_))).count()
    }

    /// Whether it is about answers of people.
    pub(super) fn is_tally(&self) -> bool {
        self.levels() > 0 || self.has(&Field::Answer)
    }

    /// Whether each row is the value of an index for a period.
    pub(super) fn is_values(&self) -> bool {
        self.has(&Field::Index) && self.has(&Field::Period)
    }

    fn is_known(&self) -> bool {
        let has_points = self.columns.iter().any(|(.., field)| {
            matches!(field, Field::Own | Field::Appraised | Field::Surveyed | Field::Figure | Field::At(_))
        });
        let names = self.has(&Field::Criterion) || self.has(&Field::Code);
        let is_told = self.levels() >= 2 || self.has(&Field::Answer) || has_points;
        names && is_told || self.is_values() && (self.has(&Field::Own) || self.has(&Field::Rank))
    }
}

/// The header of a table about an index; none where there is none.
pub(super) fn find(sheet: &Sheet, mapping: &Mapping, year: i32) -> Option<Head> {
    let mut best: Option<(usize, Head)> = None;
    for at in 0..sheet.rows.len().min(SEARCHED) {
        let head = head(sheet, at, mapping, year);
        let told = head.columns.iter().filter(|(.., field)| *field != Field::Skip).count();
        if head.is_known() && best.as_ref().is_none_or(|(most, _)| told > *most) {
            best = Some((told, head));
        }
    }
    best.map(|(_, head)| head)
}

/// A row taken as a header.
pub(super) fn head(sheet: &Sheet, at: usize, mapping: &Mapping, year: i32) -> Head {
    let header = &sheet.rows[at];
    let below = sheet.rows.get(at + 1).filter(|below| is_second_line(sheet, header, below));
    let mut columns: Vec<(u16, String, Field)> = Vec::new();
    for (column, heading) in written(sheet, header, below) {
        let told = mapping.columns.iter().find(|(known, _)| key(known) == key(&heading));
        let field = told.map(|(_, field)| field.clone()).or_else(|| field_of(&heading, year));
        let is_taken = |field: &Field| columns.iter().any(|(.., other)| other == field);
        let field = field.filter(|field| field.is_many() || !is_taken(field)).unwrap_or(Field::Skip);
        columns.push((column, heading, field));
    }
    Head { at, below: at + 1 + usize::from(below.is_some()), columns }
}

/// What a heading says.
fn field_of(heading: &str, year: i32) -> Option<Field> {
    if heading.chars().count() > 120 {
        return None;
    }
    let last = heading.rsplit_once(": ").map_or(heading, |(_, last)| last);
    let words = Words::of(last);
    let folded = key(last);
    if last.contains('%') || folded.starts_with("ty le") || folded.starts_with("muc dat") {
        return Some(Field::Skip);
    }
    if let Some(level) = level(last) {
        return Some(Field::Level(level));
    }
    let known = figures().iter().filter_map(|known| {
        let best = known.words.iter().filter_map(|phrase| {
            let at = words.find(0, phrase)?;
            (at.start == 0 || at.len() > 1).then_some((at.len(), at.start == 0))
        });
        Some((best.max()?, known.field.clone()))
    });
    let known = known.max_by_key(|(how, _)| *how);
    let period = period(last, year).filter(|_| words.len() <= 10);
    match (known, period) {
        (Some((_, Field::Own)), Some(period)) => Some(Field::At(period)),
        (Some((_, field)), _) => Some(field),
        (None, period) => period.map(Field::At),
    }
}

/// The level of an answer, 5 the best: `Rất hài lòng`, `Hài lòng (4)`, `Mức 5`, `5`.
pub(in crate::ingest::import) fn level(text: &str) -> Option<u8> {
    // The longer wordings first: the shorter ones stand in them.
    const WORDS: [(&str, u8); 15] = [
        ("rat khong hai long", 1),
        ("rat khong dong y", 1),
        ("hoan toan khong dong y", 1),
        ("khong hai long", 2),
        ("khong dong y", 2),
        ("rat hai long", 5),
        ("rat dong y", 5),
        ("hoan toan dong y", 5),
        ("binh thuong", 3),
        ("trung lap", 3),
        ("phan van", 3),
        ("khong y kien", 3),
        ("chua hai long", 2),
        ("hai long", 4),
        ("dong y", 4),
    ];
    let text = key(text);
    if text.len() > 60 {
        return None;
    }
    let bare = text.strip_prefix("so phieu ").unwrap_or(&text);
    let bare = bare.strip_prefix("muc ").or_else(|| bare.strip_prefix("diem ")).unwrap_or(bare);
    let bare = bare.strip_suffix(" diem").unwrap_or(bare);
    if let Ok(number) = bare.parse::<u8>() {
        return (1..=5).contains(&number).then_some(number);
    }
    let padded = format!(" {text} ");
    WORDS.iter().find(|(words, _)| padded.contains(&format!(" {words} "))).map(|(_, level)| *level)
}

/// The period that a text says: `Quý III/2026`, `tháng 8 năm 2026`, `6 tháng đầu năm`, `Năm 2025`, `2026-Q2`.
pub(in crate::ingest::import) fn period(text: &str, year: i32) -> Option<Period> {
    if let Ok(period) = text.trim().parse() {
        return Some(period);
    }
    let folded = fold(text);
    let tokens: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()).collect();
    let number = |at: usize| tokens.get(at).and_then(|token| token.parse::<u32>().ok());
    let told = (0..tokens.len()).filter_map(number).find(|number| (1900..=2199).contains(number));
    let named = tokens.windows(2).any(|pair| pair[0] == "nam" && pair[1].len() == 4);
    let year = told.map_or(year, |told| told as i32);
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).copied().unwrap_or_default();
        let found = match *token {
            "quy" => {
                let number = number(at + 1).or_else(|| from_roman(&next.to_uppercase()));
                (PeriodKind::Quarter, number?)
            }
            "6" | "sau" if next == "thang" => {
                (PeriodKind::Half, if tokens.get(at + 2) == Some(&"cuoi") { 2 } else { 1 })
            }
            "9" | "chin" if next == "thang" => (PeriodKind::NineMonths, 1),
            // The month of a day is no period.
            "thang" if at > 1 && tokens[at - 2] == "ngay" => continue,
            "thang" => match number(at + 1) {
                Some(month) => (PeriodKind::Month, month),
                None => continue,
            },
            _ => continue,
        };
        return Period::new(found.0, year, found.1);
    }
    let is_bare = tokens.len() == 1 && told.is_some();
    (named || is_bare).then(|| Period::new(PeriodKind::Year, year, 1))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_and_levels_as_tables_write_them() {
        let period = |text: &str| period(text, 2026).map(|period| period.to_string()).unwrap_or_default();
        let read = [
            "Quý III",
            "Điểm quý 2/2025",
            "Tháng 8/2026",
            "6 tháng cuối năm",
            "Năm 2025",
            "2024",
            "9 tháng",
            "Điểm",
            "Ban hành ngày 05 tháng 5 năm 2025",
        ];
        assert_eq!(
            read.map(period),
            ["2026-Q3", "2025-Q2", "2026-08", "2026-H2", "2025", "2024", "2026-9M", "", "2025"]
        );
        let levels = [
            "Rất hài lòng",
            "Hài lòng (4)",
            "Mức 3",
            "Không hài lòng",
            "1",
            "Số phiếu rất không hài lòng",
            "6",
            "Ghi chú",
        ];
        assert_eq!(levels.map(level), [Some(5), Some(4), Some(3), Some(2), Some(1), Some(1), None, None]);
    }
}
