//! The table of ratios.

use std::fmt::Write as _;

/// A line: ours against another's.
pub(super) struct Row {
    pub(super) what: &'static str,
    pub(super) against: &'static str,
    pub(super) ours: f64,
    pub(super) theirs: f64,
    pub(super) unit: &'static str,
    /// The ratio that must not be passed.
    pub(super) budget: f64,
}

impl Row {
    /// Ours over theirs.
    pub(super) fn ratio(&self) -> f64 {
        self.ours / self.theirs
    }

    fn shown(&self, value: f64) -> String {
        if self.unit == "bytes" {
            format!("{:.2} MB", value / 1e6)
        } else {
            format!("{value:.1} {}", self.unit)
        }
    }
}

/// The rows as a table that reads as text, too.
pub(super) fn markdown(rows: &[Row]) -> String {
    let head = ["what", "against", "ours", "theirs", "ratio", "budget"].map(str::to_string);
    let mut lines = vec![head];
    lines.extend(rows.iter().map(|row| {
        let over = if row.ratio() > row.budget { " (over)" } else { "" };
        [
            row.what.to_string(),
            row.against.to_string(),
            row.shown(row.ours),
            row.shown(row.theirs),
            format!("{:.2}", row.ratio()),
            format!("{:.2}{over}", row.budget),
        ]
    }));
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        for (cell, width) in line.iter().zip(&widths) {
            let _ = write!(text, "| {cell:<width$} ");
        }
        text.push_str("|\n");
        if number == 0 {
            for width in &widths {
                let _ = write!(text, "|{}", "-".repeat(width + 2));
            }
            text.push_str("|\n");
        }
    }
    text
}

/// `docs/bench.md`.
pub(super) fn page(table: &str) -> String {
    format!(
        "# Bench\n\n\
         Written by `cargo xtask bench --write`. Each pair was measured turn by turn in one run on one machine with two\n\
         cores; the ratio is what counts, and the budget is the most it may be.\n\n\
         {table}\n\
         The page is opened with the illustrative year in the browser's storage; TiddlyWiki's page is empty. “Usable” is\n\
         the frame after the page says that it is ready, or after TiddlyWiki shows its first tiddler. A search key of ours\n\
         is measured until rows and sums stand in the document; JavaScript filters an array of texts that were folded before\n\
         and puts in as many rows whose HTML is ready. The list has nine columns; calamine reads its cells alone, ours are\n\
         activities of the register. Merging: two copies with nine tenths of their activities in common, of which each changed\n\
         one in eighteen.\n\
         The save is the edit and the parts that the page hands to the browser's storage, without the storage itself.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_over_its_budget_shows() {
        let row = Row { what: "a", against: "b", ours: 3.0, theirs: 2.0, unit: "ms", budget: 1.0 };
        let text = markdown(&[row]);
        assert!(text.contains("| 1.50  | 1.00 (over) |"), "{text}");
    }
}
