//! Số liệu của chỉ số: the tallies of a survey and tables of scores become what Chỉ số reads.
//!
//! * Câu hỏi × mức trả lời, or a row for each answer: the tally of each criterion of a survey.
//! * Tiêu chí with self-assessed, appraised points or figures: entries of a set for a period.
//! * Tiêu chí × kỳ, and the table of published values that this program writes: values of an index.
//!
//! As with activities, nothing is written here, what cannot be read is listed, and the same table read twice adds
//! nothing. Points that follow from what is known already are not entered a second time.

mod criteria;
mod heads;
mod points;

use std::collections::HashSet;

use indexmap::IndexMap;

use super::header::column_of;
use super::headings::{Headings, headings};
use super::names::key;
use super::row::{is_blank, is_numbering, unread};
use super::values::{amount, plain};
use super::{Field, Import, Line, Mapping, Matter, Outcome, Table, offer_columns, shortened, tidy, words_of};
use crate::calendar::{Date, Period, PeriodKind};
use crate::exchange::{Edit, PlanFile, RecordKey, field_name};
use crate::indicator::{IndicatorSet, Node, Raw, ScoreEntry, Tally, figure, score};
use crate::ingest::sheet::{Book, Cell, Row, Sheet, column_name};
use crate::ingest::words::Words;
use crate::record::Kind;
use crate::text::percent_vi;
use criteria::{Criteria, Found, set_of};
use heads::{Head, level, period};

/// Whether a sheet is about an index: it has a header that says so.
pub(super) fn is_about(sheet: &Sheet, file: &PlanFile, mapping: &Mapping) -> bool {
    heads::find(sheet, mapping, file.plan.year).is_some_and(|head| !head.is_values())
}

/// Reads tables about indices.
pub(super) fn figures(book: &Book, file: &PlanFile, mapping: &Mapping, today: Date) -> Import {
    let mut import = Import {
        matter: Matter::Figures,
        set: None,
        period: None,
        tables: Vec::new(),
        lines: Vec::new(),
        unknown_names: Vec::new(),
    };
    let mut met = HashSet::new();
    for (place, sheet) in book.sheets.iter().enumerate() {
        let mut table = Table::new(sheet, mapping);
        if table.passed.is_empty() {
            let mut reader =
                Reader { file, mapping, today, place, sheet, import: &mut import, met: &mut met };
            reader.sheet(&mut table);
        }
        import.tables.push(table);
    }
    offer_columns(book, &mut import.tables);
    import
}

/// Reads one sheet.
struct Reader<'a, 'f> {
    file: &'f PlanFile,
    mapping: &'a Mapping,
    today: Date,
    place: usize,
    sheet: &'a Sheet,
    import: &'a mut Import,
    /// Records about which a row said something already.
    met: &'a mut HashSet<RecordKey>,
}

/// A tally that is being put together.
struct Gathered<'s> {
    leaf: &'s Node,
    line: usize,
    tally: Tally,
    /// Whether the criterion has a row of its own, so that its questions are in it already.
    is_whole: bool,
    /// What the rows say beside it.
    notes: Vec<String>,
}

impl Reader<'_, '_> {
    fn sheet(&mut self, table: &mut Table) {
        let year = self.file.plan.year;
        let Some(head) = heads::find(self.sheet, self.mapping, year) else {
            return self.answers(table);
        };
        self.told(table, &head);
        if head.is_values() {
            return self.values(&head);
        }
        let Some(set) = set_of(self.file, self.sheet, Some(&head), self.mapping) else {
            table.header = None;
            table.passed = "chưa rõ bộ chỉ số nào: chọn bộ chỉ số";
            return;
        };
        let period = self.period(Some(&head), &set);
        if head.is_tally() {
            self.tallies(&head, &set, period);
        } else {
            self.points(&head, &set, period);
        }
    }

    fn told(&self, table: &mut Table, head: &Head) {
        table.header = Some(self.sheet.rows[head.at].number);
        let rows = &self.sheet.rows[head.below..];
        let columns = head.columns.iter();
        let column = |(column, heading, field): &(u16, String, Field)| {
            column_of(rows, *column, heading.clone(), field.clone())
        };
        table.columns.extend(columns.map(column));
    }

    /// The period of the table, and which set it is about, for the person who confirms.
    fn period(&mut self, head: Option<&Head>, set: &IndicatorSet) -> Period {
        let year = self.file.plan.year;
        let first = head.map_or(0, |head| head.at);
        let above = self.sheet.rows[..first].iter().flat_map(|row| &row.cells);
        let mut titles = above.filter_map(|(_, cell)| cell.as_text()).chain([self.sheet.name.as_str()]);
        let period = self
            .mapping
            .period
            .or_else(|| titles.find_map(|title| period(title, year)))
            .or_else(|| Period::new(PeriodKind::Year, year, 1))
            .unwrap_or_else(|| {
                crate::calendar::periods_of(PeriodKind::Year, 1).next().expect("a year has a period")
            });
        if self.import.set.is_none() {
            self.import.set = Some(set.code.clone());
            self.import.period = Some(period);
        }
        period
    }

    fn line(&mut self, row: &Row, outcome: Outcome) -> usize {
        let line =
            Line { sheet: self.place, row: row.number, words: words_of(row), outcome, remarks: Vec::new() };
        self.import.lines.push(line);
        self.import.lines.len() - 1
    }

    fn remark(&mut self, line: usize, remark: String) {
        self.import.lines[line].remarks.push(remark);
    }

    /// Why a row says nothing of a criterion.
    fn passed(row: &Row) -> Option<&'static str> {
        let known = headings();
        let mut texts = row.cells.iter().filter_map(|(_, cell)| cell.as_text());
        if is_numbering(row) {
            Some("dòng đánh số cột")
        } else if texts.clone().any(|text| known.is_total(&Words::of(text))) {
            Some("dòng cộng")
        } else {
            texts
                .any(|text| Headings::begins(&Words::of(text), &known.closing))
                .then_some("ghi chú, chữ ký dưới bảng")
        }
    }

    /// The criterion of a row; a row of which none is known is listed.
    fn criterion<'s>(&mut self, row: &Row, head: &Head, criteria: &Criteria<'s>) -> Option<Found<'s>> {
        let text = |field: &Field| {
            let column = head.columns.iter().find(|(.., found)| found == field)?;
            Some((row.get(column.0).map(|cell| tidy(&cell.shown())).unwrap_or_default(), &column.1))
        };
        let (code, heading) =
            text(&Field::Code).map_or((String::new(), ""), |(code, of)| (code, of.as_str()));
        let name = text(&Field::Criterion).map(|(name, _)| name).unwrap_or_default();
        let is_code = key(heading).starts_with("ma") || key(heading).starts_with("so hieu");
        if name.is_empty() && code.is_empty() {
            self.line(row, Outcome::Passed("dòng không ghi tiêu chí"));
            return None;
        }
        let found = criteria.find(code.trim_end_matches('.'), is_code, &name, self.mapping);
        if found.is_none() {
            let asked = if name.is_empty() { code } else { name };
            let names = &mut self.import.unknown_names;
            if !names.contains(&asked) && names.len() < 100 {
                names.push(asked.clone());
            }
            let why = format!(
                "không rõ “{}” là tiêu chí nào; ghép tên này với một tiêu chí",
                shortened(&asked, 60)
            );
            self.line(row, Outcome::Refused(why));
        }
        found
    }

    /// Criteria or questions with how many answered what; or a row for each answer.
    fn tallies(&mut self, head: &Head, set: &IndicatorSet, period: Period) {
        let criteria = Criteria::of(set);
        let mut all: IndexMap<String, Gathered<'_>> = IndexMap::new();
        for row in &self.sheet.rows[head.below..] {
            if let Some(why) = Self::passed(row) {
                self.line(row, Outcome::Passed(why));
                continue;
            }
            let Some(found) = self.criterion(row, head, &criteria) else { continue };
            let (tally, all_told) = match counted(row, head) {
                Ok(counted) => counted,
                Err(why) => {
                    self.line(row, Outcome::Refused(why));
                    continue;
                }
            };
            let (leaf, is_whole) = match found {
                Found::Leaf(leaf) => (leaf, true),
                Found::Question(leaf) => (leaf, false),
                Found::Group => {
                    self.line(row, Outcome::Passed("tên nhóm tiêu chí"));
                    continue;
                }
            };
            if tally == Tally([0; 5]) {
                self.line(row, Outcome::Passed("không có phiếu nào"));
                continue;
            }
            let is_new = !all.contains_key(&leaf.code);
            let outcome = if is_new {
                Outcome::Passed("")
            } else {
                Outcome::Passed("đã cộng vào tiêu chí ở dòng trên")
            };
            let line = self.line(row, outcome);
            let sum: i64 = tally.0.iter().sum();
            if let Some(told) = all_told.filter(|told| *told != sum as u64) {
                self.remark(line, format!("các mức cộng lại {sum}, khác tổng số phiếu {told}"));
            }
            let gathered = all.entry(leaf.code.clone()).or_insert(Gathered {
                leaf,
                line,
                tally: Tally([0; 5]),
                is_whole,
                notes: Vec::new(),
            });
            let note = head.columns.iter().find(|(.., field)| *field == Field::Note);
            match note.and_then(|(column, ..)| Some((*column, row.get(*column)?))) {
                Some((column, cell @ Cell::Error(_))) => {
                    self.import.lines[line].remarks.push(unread(column, cell));
                }
                Some((_, cell)) => gathered.notes.extend(Some(plain(cell)).filter(|note| !is_blank(note))),
                None => {}
            }
            match (gathered.is_whole, is_whole, head.has(&Field::Answer)) {
                // Its questions stand under it, or stood before it.
                (true, false, false) => {
                    self.import.lines[line].outcome =
                        Outcome::Passed("câu hỏi của tiêu chí có số phiếu ở dòng trên");
                }
                (false, true, false) => {
                    gathered.is_whole = true;
                    gathered.tally = tally;
                }
                (true, true, false) if !is_new => {
                    self.import.lines[line].outcome =
                        Outcome::Refused("tiêu chí đã có ở một dòng trên".to_owned());
                }
                _ => gathered.tally = gathered.tally.pooled(&tally),
            }
        }
        self.take_tallies(all, set, period);
    }

    fn take_tallies(&mut self, all: IndexMap<String, Gathered<'_>>, set: &IndicatorSet, period: Period) {
        for gathered in all.into_values() {
            let Gathered { leaf, line, tally, is_whole, notes } = gathered;
            let mut entry = self.entry(set, period, leaf);
            entry.raw = Some(Raw::Tally(tally));
            let satisfied = tally.satisfied().map(percent_vi).unwrap_or_default();
            let answers: i64 = tally.0.iter().sum();
            let notes = notes.join("\n");
            if !notes.is_empty() && key(&notes) != key(&entry.note) {
                entry.note = notes;
            }
            let counted = if is_whole { "phiếu" } else { "câu trả lời" };
            let told = format!(
                "{} ({} {counted}, hài lòng {satisfied})",
                tally.vietnamese(),
                figure(answers as f64)
            );
            self.import.lines[line].outcome = self.entered(set, leaf, &entry, told);
        }
    }

    /// A row for each person, a column for each criterion.
    fn answers(&mut self, table: &mut Table) {
        let missing = "không thấy dòng tiêu đề cột như Tiêu chí, Rất hài lòng, Điểm";
        let Some(set) = set_of(self.file, self.sheet, None, self.mapping) else {
            table.passed = missing;
            return;
        };
        let criteria = Criteria::of(&set);
        let year = self.file.plan.year;
        let mut best: Option<(Head, Vec<(u16, &Node)>)> = None;
        for at in 0..self.sheet.rows.len().min(8) {
            let mut head = heads::head(self.sheet, at, self.mapping, year);
            let mut leaves = Vec::new();
            for (column, heading, field) in &mut head.columns {
                let asked = match field {
                    Field::Of(code) => criteria.find(code, true, "", self.mapping),
                    Field::Skip => criteria.find("", false, heading, self.mapping),
                    _ => None,
                };
                *field = Field::Skip;
                if let Some(Found::Leaf(leaf) | Found::Question(leaf)) = asked {
                    leaves.push((*column, leaf));
                    *field = Field::Of(leaf.code.clone());
                }
            }
            if leaves.len() > best.as_ref().map_or(1, |(_, leaves)| leaves.len()) {
                best = Some((head, leaves));
            }
        }
        let Some((head, leaves)) = best else {
            table.passed = missing;
            if self.mapping.set.is_some() {
                // Which of its criteria the columns are a person may say.
                self.period(None, &set);
            }
            return;
        };
        self.told(table, &head);
        let period = self.period(Some(&head), &set);
        let mut all: IndexMap<String, Gathered<'_>> = IndexMap::new();
        for (column, leaf) in &leaves {
            let heading = head
                .columns
                .iter()
                .find(|(other, ..)| other == column)
                .map(|(_, heading, _)| heading.clone());
            let words = shortened(&heading.unwrap_or_default(), 120);
            let row = self.sheet.rows[head.at].number;
            if !all.contains_key(&leaf.code) {
                let outcome = Outcome::Passed("không có phiếu nào");
                self.import.lines.push(Line { sheet: self.place, row, words, outcome, remarks: Vec::new() });
                let line = self.import.lines.len() - 1;
                all.insert(
                    leaf.code.clone(),
                    Gathered { leaf, line, tally: Tally([0; 5]), is_whole: true, notes: Vec::new() },
                );
            }
        }
        for row in &self.sheet.rows[head.below..] {
            let mut wrong = Vec::new();
            let mut given = 0;
            for (column, leaf) in &leaves {
                let Some(cell) = row.get(*column).filter(|cell| !is_blank(&cell.shown())) else { continue };
                match level(&cell.shown()) {
                    Some(level) => {
                        given += 1;
                        if let Some(gathered) = all.get_mut(&leaf.code) {
                            gathered.tally.0[usize::from(5 - level)] += 1;
                        }
                    }
                    None => {
                        wrong.push(format!(
                            "cột {} “{}”",
                            column_name(*column),
                            shortened(&cell.shown(), 30)
                        ));
                    }
                }
            }
            if given == 0
                && let Some(why) = Self::passed(row)
            {
                self.line(row, Outcome::Passed(why));
            } else if !wrong.is_empty() {
                let why =
                    format!("không phải mức trả lời từ 1 đến 5: {}; các câu khác vẫn tính", wrong.join(", "));
                self.line(row, Outcome::Refused(why));
            } else if given > 0 {
                self.line(row, Outcome::Passed("phiếu đã cộng vào từng tiêu chí"));
            } else {
                self.line(row, Outcome::Passed("dòng không có câu trả lời"));
            }
        }
        all.retain(|_, gathered| gathered.tally != Tally([0; 5]));
        self.take_tallies(all, &set, period);
    }

    /// The entry of a criterion as it is, or a new one.
    fn entry(&self, set: &IndicatorSet, period: Period, leaf: &Node) -> ScoreEntry {
        let id = ScoreEntry::id_of(&set.code, period, &leaf.code);
        let blank = || ScoreEntry::new(&set.code, period, &leaf.code);
        self.file.score_entries.get(&id).cloned().unwrap_or_else(blank)
    }

    /// What comes of an entry.
    fn entered(&mut self, set: &IndicatorSet, leaf: &Node, new: &ScoreEntry, told: String) -> Outcome {
        if let Err(errors) = score(set, &[new.to_entry()]) {
            return Outcome::Refused(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "));
        }
        let old = self.file.score_entries.get(&new.id);
        let has = |field: &str| {
            old.is_some_and(|old| match field {
                "raw" => old.raw.is_some(),
                "self_score" => old.self_score.is_some(),
                "appraised" => old.appraised.is_some(),
                "survey" => old.survey.is_some(),
                "reason" => !old.reason.is_empty(),
                "documents" => !old.documents.is_empty(),
                "note" => !old.note.is_empty(),
                _ => true,
            })
        };
        let edit = match old {
            Some(old) => Edit::difference(old, new),
            None => Some(Edit::write(new)),
        };
        let title = format!("{} {}", leaf.code, leaf.name);
        self.settle(
            &RecordKey::new(Kind::ScoreEntries, new.id.to_string()),
            old.is_some(),
            edit,
            &has,
            title,
            told,
        )
    }

    fn settle(
        &mut self,
        record: &RecordKey,
        is_there: bool,
        edit: Option<Edit>,
        has: &dyn Fn(&str) -> bool,
        title: String,
        told: String,
    ) -> Outcome {
        if !self.met.insert(record.clone()) {
            return Outcome::Refused("đã có ở một dòng, một trang tính trên".to_owned());
        }
        let (kind, id) = (record.kind, record.id.to_string());
        let Some(edit) = edit else { return Outcome::Known { id, otherwise: None } };
        if !is_there {
            if self.file.stamps.removed.contains_key(record) {
                return Outcome::Deleted(id);
            }
            return Outcome::Figure { title, told, edit: Box::new(edit) };
        }
        let Edit::Set { fields, .. } = &edit else { return Outcome::Known { id, otherwise: None } };
        if !fields.keys().any(|field| has(field)) {
            return Outcome::Figure { title, told, edit: Box::new(edit) };
        }
        let names = fields.keys().map(|name| field_name(kind, name).unwrap_or("trường khác")).collect();
        Outcome::Known { id, otherwise: Some((Box::new(edit), names)) }
    }
}

/// How many gave which answer, and how many are said to have answered.
fn counted(row: &Row, head: &Head) -> Result<(Tally, Option<u64>), String> {
    let mut tally = Tally([0; 5]);
    let mut all = None;
    for (column, heading, field) in &head.columns {
        let Some(cell) = row.get(*column) else { continue };
        match field {
            Field::Level(level @ 1..=5) => {
                let count =
                    amount(cell, &format!("số phiếu ở cột “{}”", shortened(heading, 40)))?.unwrap_or(0);
                tally.0[usize::from(5 - level)] = i64::try_from(count).unwrap_or(i64::MAX);
            }
            Field::Answer => {
                let level = level(&cell.shown()).ok_or_else(|| {
                    format!("“{}” không phải mức trả lời từ 1 đến 5", shortened(&cell.shown(), 40))
                })?;
                tally.0[usize::from(5 - level)] = 1;
            }
            Field::Total => all = amount(cell, "tổng số phiếu").ok().flatten(),
            _ => {}
        }
    }
    Ok((tally, all))
}

#[cfg(test)]
mod tests;
