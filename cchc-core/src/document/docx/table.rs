//! Tables: those of figures, and the invisible ones that hold the letterhead and the signature in place.

use super::body::words;
use super::metrics::longest_word;
use crate::document::layout::{Grid, GridCell, GridRow, GridRowKind, Run};
use crate::document::xml::Xml;
use crate::document::{Align, RowKind};

/// A table of the text, as wide as the text.
pub(super) fn table(xml: &mut Xml, grid: &Grid, width: u32) {
    if let Some(caption) = &grid.caption {
        super::body::line(xml, "TenBang", caption);
    }
    if let Some(unit) = &grid.unit {
        super::body::line(xml, "DonViTinh", unit);
    }
    let columns = column_widths(grid, width);
    xml.node("w:tbl", &[], |xml| {
        properties(xml, &columns, 0, Border::All);
        for (index, row) in grid.rows.iter().enumerate() {
            let before_total =
                grid.rows.get(index + 1).is_some_and(|next| next.kind == GridRowKind::Body(RowKind::Total));
            write_row(xml, row, &columns, before_total);
        }
    });
}

/// Space on both sides of a cell's text, and the lines.
const CELL_SIDES: u32 = 160;

/// Shares of the width that add up to it exactly; no column narrower than its longest word, as far as there is room.
fn column_widths(grid: &Grid, width: u32) -> Vec<u32> {
    let mut widths = shares(&grid.weights, width);
    let least = least_widths(grid, width);
    let missing: u32 = widths.iter().zip(&least).map(|(share, least)| least.saturating_sub(*share)).sum();
    let spare: Vec<u32> =
        widths.iter().zip(&least).map(|(share, least)| share.saturating_sub(*least)).collect();
    if missing == 0 || missing > spare.iter().sum() {
        return widths;
    }
    let taken = shares(&spare, missing);
    for ((width, least), taken) in widths.iter_mut().zip(&least).zip(taken) {
        // A column gives at most what it can spare, so it stays at its least or above.
        *width = (*width).max(*least) - taken;
    }
    widths
}

/// The width of each column's longest word; a word longer than a quarter of the table (a link) may break.
fn least_widths(grid: &Grid, width: u32) -> Vec<u32> {
    let mut least = vec![0; grid.weights.len()];
    for row in &grid.rows {
        let mut column = 0;
        for cell in &row.cells {
            if cell.columns == 1 {
                let words = cell.words.0.iter().filter_map(|run| match run {
                    Run::Text(span) => Some(longest_word(&span.text, 24) + CELL_SIDES),
                    _ => None,
                });
                least[column] = words.filter(|word| *word <= width / 4).fold(least[column], u32::max);
            }
            column += cell.columns;
        }
    }
    least
}

/// The width in parts after the weights, to the last twip.
fn shares(weights: &[u32], width: u32) -> Vec<u32> {
    let total = weights.iter().map(|&weight| u64::from(weight)).sum::<u64>().max(1);
    let edge = |sum: u64| (sum * u64::from(width) / total) as u32;
    let mut sum = 0;
    weights
        .iter()
        .map(|&weight| {
            let left = edge(sum);
            sum += u64::from(weight);
            edge(sum) - left
        })
        .collect()
}

fn write_row(xml: &mut Xml, row: &GridRow, columns: &[u32], before_total: bool) {
    let header = row.kind == GridRowKind::Header;
    let keep_next = before_total || row.kind == GridRowKind::Body(RowKind::Group);
    xml.node("w:tr", &[], |xml| {
        row_properties(xml, header);
        let mut rest = columns;
        for cell in &row.cells {
            let (own, others) = rest.split_at(cell.columns.min(rest.len()));
            rest = others;
            write_cell(xml, cell, own.iter().sum(), header, keep_next);
        }
    });
}

pub(super) fn row_properties(xml: &mut Xml, header: bool) {
    xml.node("w:trPr", &[], |xml| {
        xml.leaf("w:cantSplit", &[]);
        if header {
            xml.leaf("w:tblHeader", &[]);
        }
    });
}

fn write_cell(xml: &mut Xml, cell: &GridCell, width: u32, header: bool, keep_next: bool) {
    xml.node("w:tc", &[], |xml| {
        xml.node("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if cell.columns > 1 {
                xml.value("w:gridSpan", &cell.columns.to_string());
            }
            match cell.rows {
                0 => xml.leaf("w:vMerge", &[]),
                1 => {}
                _ => xml.value("w:vMerge", "restart"),
            }
            xml.value("w:vAlign", "center");
        });
        xml.node("w:p", &[], |xml| {
            xml.node("w:pPr", &[], |xml| {
                xml.value("w:pStyle", if header { "DauBang" } else { "OBang" });
                if keep_next {
                    xml.leaf("w:keepNext", &[]);
                }
                match cell.align {
                    Align::Left => {}
                    Align::Center => xml.value("w:jc", "center"),
                    Align::Right => xml.value("w:jc", "right"),
                }
            });
            words(xml, &cell.words);
        });
    });
}

/// What stands in one cell of a frame.
pub(super) type Content<'a> = &'a dyn Fn(&mut Xml);

/// An invisible table that holds things beside each other; `outside` is how far it reaches into the left margin.
/// No row of it is split across pages.
pub(super) fn frame(xml: &mut Xml, columns: &[u32], outside: u32, rows: &[&[Content<'_>]]) {
    xml.node("w:tbl", &[], |xml| {
        properties(xml, columns, outside, Border::None);
        for row in rows {
            xml.node("w:tr", &[], |xml| {
                row_properties(xml, false);
                for (content, width) in row.iter().zip(columns) {
                    xml.node("w:tc", &[], |xml| {
                        xml.node("w:tcPr", &[], |xml| {
                            xml.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                        });
                        content(xml);
                    });
                }
            });
        }
    });
}

/// Which lines a table draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Border {
    None,
    All,
}

/// `outside` is how far the table reaches into the left margin.
fn properties(xml: &mut Xml, columns: &[u32], outside: u32, border: Border) {
    let (sides, ends) = if border == Border::All { ("70", "35") } else { ("0", "20") };
    xml.node("w:tblPr", &[], |xml| {
        xml.leaf("w:tblW", &[("w:w", &columns.iter().sum::<u32>().to_string()), ("w:type", "dxa")]);
        xml.leaf("w:tblInd", &[("w:w", &(-i64::from(outside)).to_string()), ("w:type", "dxa")]);
        xml.node("w:tblBorders", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                match border {
                    Border::None => xml.value(side, "nil"),
                    Border::All => xml.leaf(
                        side,
                        &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")],
                    ),
                }
            }
        });
        xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
        xml.node("w:tblCellMar", &[], |xml| {
            for (side, width) in [("w:top", ends), ("w:left", sides), ("w:bottom", ends), ("w:right", sides)]
            {
                xml.leaf(side, &[("w:w", width), ("w:type", "dxa")]);
            }
        });
    });
    xml.node("w:tblGrid", &[], |xml| {
        for width in columns {
            xml.leaf("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::layout::{Layout, Piece};
    use crate::document::{Block, Document, Row, Table};
    use proptest::prelude::*;

    fn grid(table: Table) -> Grid {
        let mut layout = Layout::of(&Document::embedded("Bảng", vec![Block::Table(table)]));
        match layout.parts.remove(0).pieces.remove(0) {
            Piece::Table(grid) => grid,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn a_narrow_column_still_holds_its_heading() {
        let table = Table::new([("STT", 1, Align::Center), ("Nội dung", 40, Align::Left)]);
        let widths = column_widths(&grid(table), 9354);
        assert!(widths[0] >= longest_word("STT", 24) + CELL_SIDES, "{widths:?}");
        assert_eq!(widths.iter().sum::<u32>(), 9354);
    }

    proptest! {
        #[test]
        fn columns_fill_the_width_exactly(
            weights in prop::collection::vec(1u16..50, 1..12),
            words in prop::collection::vec("[A-Za-z]{0,30}", 0..12),
        ) {
            let mut table = Table::new(weights.iter().map(|&weight| ("Tên", weight, Align::Left)));
            table.rows.push(Row::plain(words));
            prop_assert_eq!(column_widths(&grid(table), 9354).iter().sum::<u32>(), 9354);
        }
    }
}
