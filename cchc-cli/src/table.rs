//! Tables in plain text.

use cchc_core::text::nfc;

/// A table: columns as wide as what is in them, two blanks between.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub(crate) fn new<const N: usize>(headings: [&str; N]) -> Self {
        Self { rows: vec![headings.map(str::to_owned).to_vec()] }
    }

    /// Adds a row.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        // A line feed in a name would break the row.
        self.rows.push(cells.map(|cell| crate::output::plain(&nfc(&cell))).to_vec());
    }

    /// Whether there is nothing under the headings.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }

    /// The table, each line set in by two blanks.
    pub(crate) fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width =
            |at: usize| self.rows.iter().filter_map(|row| row.get(at)).map(|cell| letters(cell)).max();
        let widths: Vec<_> = (0..columns).map(|at| width(at).unwrap_or(0)).collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                line.push_str("  ");
                line.push_str(cell);
                line.push_str(&" ".repeat(width - letters(cell)));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// How wide a text is: composed Vietnamese takes one column per letter.
fn letters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_the_marks() {
        let mut table = Table::new(["Hạn", "Việc"]);
        table.row(["14/12/2026".to_owned(), "Đăng tin".to_owned()]);
        table.row(["31/5".to_owned(), "Phát thanh\nlần 2".to_owned()]);
        let decomposed: String = ["Ha\u{323}n no\u{302}\u{323}p".to_owned(), "x".to_owned()][0].clone();
        table.row([decomposed, "x".to_owned()]);
        assert_eq!(
            table.text(),
            "  Hạn         Việc\n  14/12/2026  Đăng tin\n  31/5        Phát thanh lần 2\n  Hạn nộp     x\n"
        );
        assert!(Table::new(["Hạn"]).is_empty());
    }
}
