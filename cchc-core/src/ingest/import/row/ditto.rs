//! "nt", "như trên", a quotation mark: the cell above.

use crate::ingest::sheet::{Cell, Row};
use crate::text::fold;

/// A row in which cells that repeat the one above have what it has; none where no cell does.
pub(super) fn resolved(row: &Row, above: Option<&Row>) -> Option<Row> {
    let is_ditto = |cell: &Cell| cell.as_text().is_some_and(is_ditto);
    if !row.cells.iter().any(|(_, cell)| is_ditto(cell)) {
        return None;
    }
    let mut row = row.clone();
    for (column, cell) in row.cells.iter_mut().filter(|(_, cell)| is_ditto(cell)) {
        if let Some(same) = above.and_then(|above| above.get(*column)) {
            cell.clone_from(same);
        }
    }
    Some(row)
}

fn is_ditto(text: &str) -> bool {
    // Asked of every cell: its length says it of nearly all.
    if text.len() > 14 {
        return false;
    }
    let bare = text.trim().trim_matches(['-', '–', '.', '(', ')', ' ']);
    matches!(bare, "\"" | "''" | "“" | "”" | "\"\"" | "″" | "〃" | "//" | "nt" | "NT" | "Nt" | "n.t")
        || (bare.starts_with(['n', 'N']) && fold(bare) == "nhu tren")
}
