//! Tables as grids: every row fills every column.

use super::words::{Notes, Words, line};
use crate::document::{Align, Cell, Orientation, RowKind, Table};

/// Bảng as it stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Tên bảng.
    pub caption: Option<String>,
    /// Đơn vị tính.
    pub unit: Option<String>,
    /// Shares of the width, one a column; never 0.
    pub weights: Vec<u32>,
    /// Header rows first.
    pub rows: Vec<GridRow>,
    /// Khổ giấy.
    pub orientation: Orientation,
}

/// Dòng.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// What kind of row.
    pub kind: GridRowKind,
    /// Ô; their spans add up to the number of columns.
    pub cells: Vec<GridCell>,
}

/// What kind of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridRowKind {
    /// Dòng đầu bảng, repeated on every page.
    Header,
    /// As in [`RowKind`].
    Body(RowKind),
}

/// Ô.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// The text.
    pub words: Words,
    /// Over how many columns; at least 1.
    pub columns: usize,
    /// Over how many rows; at least 1. 0 marks the place under a cell that reaches down from the row above.
    pub rows: usize,
    /// How it stands.
    pub align: Align,
}

impl Grid {
    pub(super) fn of(table: &Table, notes: &mut Notes) -> Self {
        let mut rows = header(&table.header, notes);
        rows.extend(table.rows.iter().map(|row| {
            GridRow {
                kind: GridRowKind::Body(row.kind),
                cells: row
                    .cells
                    .iter()
                    .map(|cell| {
                        let mut words = notes.cell(&cell.text);
                        if row.kind != RowKind::Plain {
                            words.embolden();
                        }
                        GridCell {
                            words,
                            columns: usize::from(cell.columns.max(1)),
                            rows: 1,
                            align: Align::Left,
                        }
                    })
                    .collect(),
            }
        }));
        let width = |row: &GridRow| row.cells.iter().map(|cell| cell.columns).sum::<usize>();
        let columns = rows.iter().map(width).chain([table.columns.len(), 1]).max().unwrap_or(1);
        for row in &mut rows {
            for _ in width(row)..columns {
                row.cells.push(GridCell { words: Words::default(), columns: 1, rows: 1, align: Align::Left });
            }
        }
        let first_body_row = table.header.len();
        for (row, source) in rows[first_body_row..].iter_mut().zip(&table.rows) {
            align(row, &source.cells, table);
        }
        let weight =
            |index: usize| table.columns.get(index).map_or(1, |column| u32::from(column.weight.max(1)));
        Self {
            caption: table.caption.as_deref().map(line),
            unit: table.unit.as_deref().map(line),
            weights: (0..columns).map(weight).collect(),
            rows,
            orientation: table.orientation,
        }
    }

    /// How many header rows there are.
    pub fn header_rows(&self) -> usize {
        self.rows.iter().take_while(|row| row.kind == GridRowKind::Header).count()
    }
}

/// Each cell stands as it says, or as its column does; a group's title over several columns stands left.
fn align(row: &mut GridRow, cells: &[Cell], table: &Table) {
    let mut column = 0;
    for (index, cell) in row.cells.iter_mut().enumerate() {
        let of_column = table.columns.get(column).map_or(Align::Left, |column| column.align);
        let over_several = if cell.columns > 1 { Align::Left } else { of_column };
        cell.align = cells.get(index).and_then(|cell| cell.align).unwrap_or(over_several);
        column += cell.columns;
    }
}

/// The header rows, with a place kept under each cell that reaches down.
fn header(rows: &[Vec<Cell>], notes: &mut Notes) -> Vec<GridRow> {
    // For each column, how many further rows a cell above still covers, and over how many columns that cell stands
    // (0 in the columns that it covers beside its first).
    let mut covered: Vec<(usize, usize)> = Vec::new();
    let mut grid = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let rows_left = rows.len() - index;
        let mut cells = Vec::new();
        let mut column = 0;
        let mut next = row.iter();
        loop {
            if let Some((left, span)) = covered.get_mut(column).filter(|(left, _)| *left > 0) {
                *left -= 1;
                if *span > 0 {
                    let words = Words::default();
                    cells.push(GridCell { words, columns: *span, rows: 0, align: Align::Center });
                }
                column += 1;
                continue;
            }
            let Some(cell) = next.next() else {
                if covered.iter().skip(column).any(|(left, _)| *left > 0) {
                    cells.push(GridCell {
                        words: Words::default(),
                        columns: 1,
                        rows: 1,
                        align: Align::Center,
                    });
                    column += 1;
                    continue;
                }
                break;
            };
            let free = covered.iter().skip(column).take_while(|(left, _)| *left == 0).count();
            let room = if column + free >= covered.len() { usize::MAX } else { free };
            let columns = usize::from(cell.columns.max(1)).min(room);
            let rows = usize::from(cell.rows.max(1)).min(rows_left);
            if covered.len() < column + columns {
                covered.resize(column + columns, (0, 0));
            }
            for (offset, place) in covered[column..column + columns].iter_mut().enumerate() {
                *place = (rows - 1, if offset == 0 { columns } else { 0 });
            }
            let mut words = notes.cell(&cell.text);
            words.embolden();
            cells.push(GridCell { words, columns, rows, align: cell.align.unwrap_or(Align::Center) });
            column += columns;
        }
        grid.push(GridRow { kind: GridRowKind::Header, cells });
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Rich, Row};
    use proptest::prelude::*;

    fn shape(grid: &Grid) -> Vec<String> {
        let cell = |cell: &GridCell| {
            let text: String = cell
                .words
                .0
                .iter()
                .map(|run| match run {
                    super::super::Run::Text(span) => span.text.as_str(),
                    _ => "",
                })
                .collect();
            format!("{text}:{}x{}", cell.columns, cell.rows)
        };
        grid.rows.iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")).collect()
    }

    fn cell(text: &str, columns: u16, rows: u16) -> Cell {
        Cell { text: Rich::plain(text), columns, rows, align: None }
    }

    #[test]
    fn a_header_of_two_rows_keeps_the_place_under_its_tall_cells() {
        let table = Table {
            header: vec![
                vec![
                    cell("STT", 1, 2),
                    cell("Cơ quan", 1, 2),
                    cell("Hình thức", 2, 1),
                    cell("Ghi chú", 1, 2),
                ],
                vec![cell("Tin, bài", 1, 1), cell("Lượt phát", 1, 1)],
            ],
            ..Table::default()
        };
        assert_eq!(
            shape(&Grid::of(&table, &mut Notes::default())),
            ["STT:1x2 Cơ quan:1x2 Hình thức:2x1 Ghi chú:1x2", ":1x0 :1x0 Tin, bài:1x1 Lượt phát:1x1 :1x0"]
        );
    }

    #[test]
    fn short_rows_are_filled_and_long_rows_widen_the_table() {
        let mut table = Table::new([("A", 1, Align::Left), ("B", 1, Align::Right)]);
        table.rows = vec![Row::plain(["1"]), Row::plain(["1", "2", "3"])];
        assert_eq!(
            shape(&Grid::of(&table, &mut Notes::default())),
            ["A:1x1 B:1x1 :1x1", "1:1x1 :1x1 :1x1", "1:1x1 2:1x1 3:1x1"]
        );
    }

    proptest! {
        #[test]
        fn every_row_fills_every_column(
            header in prop::collection::vec(prop::collection::vec((0u16..4, 0u16..4), 0..5), 0..4),
            rows in prop::collection::vec(prop::collection::vec(0u16..4, 0..6), 0..5),
        ) {
            let table = Table {
                header: header.iter().map(|row| row.iter().map(|&(c, r)| cell("x", c, r)).collect()).collect(),
                rows: rows.iter().map(|row| Row {
                    cells: row.iter().map(|&c| cell("y", c, 1)).collect(),
                    ..Row::default()
                }).collect(),
                ..Table::default()
            };
            let grid = Grid::of(&table, &mut Notes::default());
            for row in &grid.rows {
                prop_assert_eq!(row.cells.iter().map(|cell| cell.columns).sum::<usize>(), grid.weights.len());
            }
            let texts = |mark: &str| shape(&grid).join(" ").matches(mark).count();
            prop_assert_eq!(texts("x:"), header.iter().map(Vec::len).sum::<usize>());
            prop_assert_eq!(texts("y:"), rows.iter().map(Vec::len).sum::<usize>());
        }
    }
}
