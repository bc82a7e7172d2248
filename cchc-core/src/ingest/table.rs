//! Bảng nhiệm vụ: what the columns of a table are.

use super::source::Row;
use super::words::Words;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// STT.
    Number,
    /// Nội dung, nhiệm vụ.
    Task,
    /// Cơ quan chủ trì, thực hiện.
    Lead,
    /// Cơ quan phối hợp.
    Partners,
    /// Thời gian, tiến độ.
    Time,
    /// Số lượng, chỉ tiêu.
    Quota,
    /// Sản phẩm, kết quả.
    Output,
    /// Kinh phí.
    Budget,
    /// Ghi chú.
    Note,
}

/// The columns by the head of the table, and which row the head is; all unknown where there is none.
pub(super) fn columns(rows: &[Row]) -> (Vec<Option<Column>>, Option<usize>) {
    let known = |row: &Row| row.cells.iter().map(|cell| column(cell)).collect::<Vec<_>>();
    for (at, row) in rows.iter().enumerate().take(3) {
        let columns = known(row);
        if columns.iter().flatten().count() >= 2 {
            return (columns, Some(at));
        }
    }
    (vec![None; rows.first().map_or(0, |row| row.cells.len())], None)
}

fn column(head: &str) -> Option<Column> {
    if head.chars().count() > 60 {
        return None;
    }
    let words = Words::of(head);
    let is = |patterns: &[&str]| words.has_any(patterns);
    Some(if words.len() <= 3 && is(&["stt", "tt", "so tt"]) {
        Column::Number
    } else if is(&["phoi hop"]) && !is(&["chu tri"]) {
        Column::Partners
    } else if is(&["chu tri", "don vi", "co quan", "thuc hien boi", "nguoi thuc hien", "phu trach"]) {
        Column::Lead
    } else if is(&["thoi gian", "thoi han", "tien do", "han hoan thanh", "thoi diem"]) {
        Column::Time
    } else if is(&["san pham", "ket qua", "dau ra"]) {
        Column::Output
    } else if is(&["so luong", "chỉ tieu", "dinh luong"]) {
        Column::Quota
    } else if is(&["kinh phí"]) {
        Column::Budget
    } else if is(&["ghi chu"]) {
        Column::Note
    } else if is(&["noi dung", "nhiem vu", "cong viec", "hoat dong", "ten viec"]) {
        Column::Task
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_tables() {
        let row =
            |cells: &[&str]| Row { cells: cells.iter().map(|&cell| cell.to_owned()).collect(), line: 1 };
        let (columns, head) = columns(&[
            row(&["Phụ lục", "", "", "", "", ""]),
            row(&[
                "STT",
                "Nội dung công việc",
                "Đơn vị chủ trì",
                "Đơn vị phối hợp",
                "Thời gian hoàn thành",
                "Sản phẩm",
            ]),
        ]);
        let all =
            [Column::Number, Column::Task, Column::Lead, Column::Partners, Column::Time, Column::Output];
        assert_eq!(columns, all.map(Some));
        assert_eq!(head, Some(1));
    }
}
