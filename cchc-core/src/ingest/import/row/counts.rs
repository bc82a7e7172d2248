//! Số lượng: how many of what a row counts.

use super::{Reader, is_blank, unknown};
use crate::id::UnitId;
use crate::ingest::import::names::key;
use crate::ingest::import::values::{Amount, begins_with_number, counts};
use crate::ingest::import::{Column, Field, shortened, tidy};
use crate::ingest::sheet::{Cell, Row};
use crate::ingest::words::Words;
use crate::plan::{Unit, UnitSort};
use crate::register::{Activity, Count};

/// More events than this in one row are more likely the people at one.
const MANY_EVENTS: u64 = 20;

impl Reader<'_, '_> {
    /// The counts of the row; where the list has none, the row is one of what its channel counts in.
    pub(super) fn counts(
        &mut self,
        row: &Row,
        activity: &mut Activity,
        note: &mut Vec<String>,
        remarks: &mut Vec<String>,
    ) -> Result<(), String> {
        let of_channel: Option<UnitId> = activity
            .channel
            .as_ref()
            .and_then(|channel| self.file.channels.get(channel))
            .map(|channel| channel.unit.value.clone());
        let named = self.text(row, &Field::Unit);
        let own = if is_blank(&named) {
            None
        } else {
            let words = Words::of(&named);
            let own = self.names.unit(&words, 0).filter(|(_, end)| *end == words.len()).map(|(unit, _)| unit);
            if own.is_none() {
                unknown("Đơn vị tính", &named, note, remarks);
            }
            own
        };
        let keeps_zeros = self.is_of_register(row);
        let before = remarks.len();
        let channel = activity.channel.as_ref().and_then(|channel| self.file.channels.get(channel));
        let mut counts_row = self.counts_rows;
        for column in &self.table.columns {
            let (told, is_told) = match &column.field {
                Field::Count(unit) => {
                    let told = unit.clone().or_else(|| own.clone());
                    (told.clone().or_else(|| of_channel.clone()), told.is_some())
                }
                Field::Counts => (None, true),
                _ => continue,
            };
            let Some(cell) = row.get(column.column) else { continue };
            // A list of results has words, too.
            let is_result = self.results.contains(&column.column);
            let told_name = match cell {
                Cell::Text(_) => told.as_ref().and_then(|unit| self.file.units.get(unit)),
                _ => None,
            };
            let told_name = told_name.map(|unit| (&unit.id, key(&unit.name)));
            let told_name = told_name.as_ref().map(|(unit, name)| (*unit, name.as_str()));
            let idle = match (cell, channel) {
                (Cell::Text(_), Some(channel)) => key(&format!("{} {}", channel.name, channel.short_name)),
                _ => String::new(),
            };
            let counts = match counts(cell, self.names, told_name, &idle, keeps_zeros) {
                Ok(counts)
                    if !is_result || counts.is_whole || counts.all.iter().all(|one| one.unit.is_some()) =>
                {
                    counts
                }
                Err(why) if !is_result || matches!(cell, Cell::Error(_)) => return Err(why),
                _ => {
                    let text = tidy(&cell.shown());
                    remarks.push(format!(
                        "kết quả “{}” không phải số lượng: ghi vào ghi chú, dòng tính là một",
                        shortened(&text, 60)
                    ));
                    note.push(format!("{}: {text}", column.heading));
                    counts_row = true;
                    continue;
                }
            };
            let mut is_whole = counts.is_whole;
            let mut met: Vec<UnitId> = Vec::new();
            for Amount { value, unit: written, is_apart } in counts.all {
                let is_bare = written.is_none() && !is_told;
                let Some(unit) = written.or_else(|| told.clone()) else {
                    remarks.push(format!("chưa rõ đơn vị tính của {value}: ghi vào ghi chú"));
                    note.push(format!("{} theo danh sách: {value}", column.heading));
                    continue;
                };
                if is_apart && met.contains(&unit) {
                    is_whole = false;
                    continue;
                }
                if let Some(unit) = self.file.units.get(&unit).filter(|_| is_bare && value > MANY_EVENTS)
                    && is_event(unit)
                {
                    let name = unit.in_full();
                    remarks.push(format!(
                        "“{value}” không ghi đơn vị tính, được tính là {value} {name}: xem lại có phải số người không"
                    ));
                }
                match activity.counts.iter_mut().find(|count| count.unit == unit) {
                    Some(count) => count.value += value,
                    None => activity.counts.push(Count::new(unit.clone(), value)),
                }
                met.push(unit);
            }
            if !is_whole {
                let text = tidy(&cell.shown());
                remarks.push(format!(
                    "số lượng “{}” có lời chưa hiểu: kiểm tra lại số; giữ nguyên lời trong ghi chú",
                    shortened(&text, 60)
                ));
                note.push(format!("{} theo danh sách: {text}", column.heading));
            }
        }
        if counts_row
            && activity.counts.is_empty()
            && let Some(unit) = own.or(of_channel)
        {
            activity.counts.push(Count::new(unit, 1));
        } else if !counts_row && activity.counts.is_empty() && !keeps_zeros && remarks.len() == before {
            remarks.push(
                "dòng không có số lượng, hoặc số lượng là 0: ghi vào sổ mà không có số lượng".to_owned(),
            );
        }
        for &at in &self.results {
            let is_note = |column: &Column| column.column == at && column.field == Field::Note;
            if let Some(cell) = row.get(at)
                && self.table.columns.iter().any(is_note)
                && begins_with_number(cell)
            {
                let text = shortened(&tidy(&cell.shown()), 60);
                remarks.push(format!("kết quả “{text}” ghi vào ghi chú, không tính là số lượng"));
            }
        }
        Ok(())
    }
}

/// Whether a unit counts what an office holds a few times: meetings, classes, contests, inspections.
fn is_event(unit: &Unit) -> bool {
    let first = key(&unit.name);
    let first = first.split(' ').next().unwrap_or_default();
    unit.sort == UnitSort::Output && ["cuoc", "hoi", "lop", "buoi", "dot", "doan"].contains(&first)
}
