//! Tables: those of figures, and the invisible ones that hold the letterhead and the signature in place.

use super::body::words;
use super::xml::Xml;
use crate::document::layout::{Grid, GridCell, GridRow, GridRowKind};
use crate::document::{Align, RowKind};

/// A table of the text, as wide as the text.
pub(super) fn table(xml: &mut Xml, grid: &Grid, width: u32) {
    if let Some(caption) = &grid.caption {
        super::body::line(xml, "TenBang", caption);
    }
    if let Some(unit) = &grid.unit {
        super::body::line(xml, "DonViTinh", unit);
    }
    let columns = column_widths(&grid.weights, width);
    xml.node("w:tbl", &[], |xml| {
        properties(xml, &columns, 0, Border::All);
        for (index, row) in grid.rows.iter().enumerate() {
            let before_total =
                grid.rows.get(index + 1).is_some_and(|next| next.kind == GridRowKind::Body(RowKind::Total));
            write_row(xml, row, &columns, before_total);
        }
    });
}

/// Shares of the width that add up to it exactly.
fn column_widths(weights: &[u32], width: u32) -> Vec<u32> {
    let total = u64::from(weights.iter().sum::<u32>());
    let edge = |sum: u32| (u64::from(sum) * u64::from(width) / total) as u32;
    let mut sum = 0;
    weights
        .iter()
        .map(|weight| {
            let left = edge(sum);
            sum += weight;
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

fn row_properties(xml: &mut Xml, header: bool) {
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
    let margin = if border == Border::All { "70" } else { "0" };
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
            for (side, width) in
                [("w:top", "20"), ("w:left", margin), ("w:bottom", "20"), ("w:right", margin)]
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
