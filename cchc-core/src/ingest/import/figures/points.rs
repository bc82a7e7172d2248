//! Tables of points: what a criterion was given, in one period or over several; and the published values of indices.

use std::collections::BTreeMap;

use super::super::names::key;
use super::super::row::{is_blank, unread};
use super::super::values::{amount, plain};
use super::super::{Field, Line, Outcome, shortened, tidy};
use super::Reader;
use super::criteria::{Criteria, Found};
use super::heads::{Head, period};
use crate::calendar::{Period, PeriodKind};
use crate::exchange::sets::sets;
use crate::exchange::{Edit, PlanFile, RecordKey};
use crate::id::IndexCode;
use crate::indicator::{
    IndexValue, IndicatorSet, Node, Raw, ScoreEntry, Tally, View, builtin_indices, figure,
};
use crate::ingest::sheet::{Cell, Row};
use crate::progress::Tracking;
use crate::progress::scoring::Assessment;
use crate::record::Record;
use crate::text::parse_number;

/// What is known of a criterion before the table is read.
#[derive(Default)]
struct Standing {
    self_score: Option<f64>,
    documents: Vec<String>,
    has_proof: bool,
}

impl Reader<'_, '_> {
    /// Criteria with their points.
    pub(super) fn points(&mut self, head: &Head, set: &IndicatorSet, period: Period) {
        let criteria = Criteria::of(set);
        let is_published = set.is_of_portal();
        let standing = if is_published { BTreeMap::new() } else { self.standing(set, period) };
        let periods: Vec<(u16, Period, String)> = head
            .columns
            .iter()
            .filter_map(|(column, heading, field)| match field {
                Field::At(period) => Some((*column, *period, heading.clone())),
                Field::Own if is_published => Some((*column, period, heading.clone())),
                _ => None,
            })
            .collect();
        let mut values: Vec<(usize, IndexValue)> = Vec::new();
        for (_, period, heading) in &periods {
            let value = self.published(set, *period, heading);
            let row = self.sheet.rows[head.at].number;
            let words = format!("{}: {}", set.called(), period.vietnamese());
            let outcome = Outcome::Passed("không có điểm nào");
            self.import.lines.push(Line { sheet: self.place, row, words, outcome, remarks: Vec::new() });
            values.push((self.import.lines.len() - 1, value));
        }
        let mut seen: Vec<&str> = Vec::new();
        for row in &self.sheet.rows[head.below..] {
            let is_total = Self::passed(row);
            if let Some(why) = is_total {
                if why == "dòng cộng" {
                    for ((column, ..), (line, value)) in periods.iter().zip(&mut values) {
                        match row.get(*column) {
                            Some(cell @ Cell::Error(_)) => {
                                self.import.lines[*line].remarks.push(unread(*column, cell));
                            }
                            cell => {
                                value.total =
                                    cell.and_then(|cell| points(cell).ok().flatten()).or(value.total);
                            }
                        }
                    }
                }
                self.line(row, Outcome::Passed(why));
                continue;
            }
            let leaf = match self.criterion(row, head, &criteria) {
                Some(Found::Leaf(leaf)) => leaf,
                Some(Found::Group | Found::Question(_)) => {
                    self.line(row, Outcome::Passed("lĩnh vực, tính từ các tiêu chí bên dưới"));
                    continue;
                }
                None => continue,
            };
            if seen.contains(&leaf.code.as_str()) {
                self.line(row, Outcome::Refused("tiêu chí đã có ở một dòng trên".to_owned()));
                continue;
            }
            seen.push(&leaf.code);
            let mut remarks = Vec::new();
            let outcome = if periods.is_empty() {
                self.row_of_points(row, head, set, period, leaf, standing.get(&leaf.code), &mut remarks)
            } else {
                let mut wrong = None;
                for ((column, ..), (_, value)) in periods.iter().zip(&mut values) {
                    match row.get(*column).map_or(Ok(None), points) {
                        Ok(Some(points)) => {
                            value.parts.insert(leaf.code.clone(), Some(points));
                        }
                        Ok(None) => {}
                        Err(why) => wrong = Some(why),
                    }
                }
                wrong.map_or(Outcome::Passed("đã vào giá trị của từng kỳ"), Outcome::Refused)
            };
            let line = self.line(row, outcome);
            self.import.lines[line].remarks = remarks;
        }
        for (line, value) in values {
            if value.total.is_none() && value.parts.is_empty() {
                continue;
            }
            self.import.lines[line].outcome = self.valued(set.called(), &value);
        }
    }

    /// What the points come to without the table, so that they are not entered over themselves.
    fn standing(&self, set: &IndicatorSet, period: Period) -> BTreeMap<String, Standing> {
        let tracking = Tracking::of(self.file, self.today);
        let Some(assessment) = Assessment::of(&tracking, set.code.as_str(), period) else {
            return BTreeMap::new();
        };
        let rows = assessment.rows();
        rows.iter()
            .map(|row| {
                let scored = row.scored;
                let has_proof = !(scored.documents.is_empty() && scored.activities.is_empty());
                let documents = scored.documents.clone();
                (scored.code.clone(), Standing { self_score: scored.self_score, documents, has_proof })
            })
            .collect()
    }

    #[expect(clippy::too_many_arguments, reason = "one row, and all that it stands in")]
    fn row_of_points(
        &mut self,
        row: &Row,
        head: &Head,
        set: &IndicatorSet,
        period: Period,
        leaf: &Node,
        standing: Option<&Standing>,
        remarks: &mut Vec<String>,
    ) -> Outcome {
        let mut entry = self.entry(set, period, leaf);
        let mut told = Vec::new();
        let none = Standing::default();
        let standing = standing.unwrap_or(&none);
        // What was counted comes first: points may follow from it.
        let order = |field: &Field| u8::from(!matches!(field, Field::Figure | Field::Note));
        let mut columns: Vec<_> = head.columns.iter().collect();
        columns.sort_by_key(|(.., field)| order(field));
        for (column, heading, field) in columns {
            let Some(cell) = row.get(*column).filter(|cell| !is_blank(&cell.shown())) else { continue };
            let number = || points(cell).map_err(|why| format!("{why} ở cột “{}”", shortened(heading, 40)));
            let text = || plain(cell);
            match field {
                Field::Reason | Field::Note | Field::Documents if matches!(cell, Cell::Error(_)) => {
                    remarks.push(unread(*column, cell));
                }
                Field::Figure => match raw(&text()) {
                    Some(raw) => {
                        told.push(format!("số liệu {}", raw.vietnamese()));
                        entry.raw = Some(raw);
                    }
                    None => {
                        return Outcome::Refused(format!(
                            "số liệu “{}” không đọc được; ghi một số, tử số/mẫu số, đạt hoặc không đạt",
                            shortened(&text(), 40)
                        ));
                    }
                },
                Field::Own => match number() {
                    Ok(Some(points)) => {
                        told.push(format!("tự chấm {}", figure(points)));
                        let is_it =
                            |other: Option<f64>| other.is_some_and(|other| (other - points).abs() < 0.005);
                        let rule = leaf.rule.as_ref();
                        let counted =
                            entry.raw.as_ref().and_then(|raw| rule?.points(raw, leaf.max).ok().flatten());
                        if !is_it(entry.self_score) && !is_it(counted) && !is_it(standing.self_score) {
                            entry.self_score = Some(points);
                        }
                    }
                    Ok(None) => {}
                    Err(why) => return Outcome::Refused(why),
                },
                Field::Appraised | Field::Surveyed => match number() {
                    Ok(Some(points)) => {
                        let (name, into) = if *field == Field::Appraised {
                            ("thẩm định", &mut entry.appraised)
                        } else {
                            ("điều tra", &mut entry.survey)
                        };
                        told.push(format!("{name} {}", figure(points)));
                        *into = Some(points);
                    }
                    Ok(None) => {}
                    Err(why) => return Outcome::Refused(why),
                },
                Field::Reason if key(&entry.reason) != key(&text()) => entry.reason = text(),
                Field::Note => note(&mut entry, &text()),
                Field::Documents => {
                    let text = text();
                    let is_said = |document: &String| key(&text).contains(&key(document));
                    if !standing.has_proof {
                        let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
                        entry.documents = parts.map(str::to_owned).collect();
                    } else if !standing.documents.iter().all(is_said) {
                        remarks.push("tài liệu kiểm chứng đã ghi khác danh sách: giữ như đã ghi".to_owned());
                    }
                }
                _ => {}
            }
        }
        if entry.has_figures() || told.is_empty() {
            let is_there = self.file.score_entries.contains(&entry.id);
            let says_nothing = !entry.has_figures()
                && entry.documents.is_empty()
                && entry.reason.is_empty()
                && entry.note.is_empty();
            if says_nothing && !is_there {
                return Outcome::Passed("chưa có điểm, số liệu");
            }
            return self.entered(set, leaf, &entry, told.join("; "));
        }
        // The points are those that the register gives.
        Outcome::Known { id: entry.id.to_string(), otherwise: None }
    }

    /// The value of a set for a period, as it is or a new one.
    fn published(&self, set: &IndicatorSet, period: Period, heading: &str) -> IndexValue {
        let all = sets(self.file);
        let own = set.index.clone().unwrap_or_else(|| set.code.clone());
        let is_shared =
            all.iter().any(|other| other.index.as_ref() == Some(&own) && other.ownership != set.ownership);
        let index = if is_shared { set.code.clone() } else { own };
        let heading = key(heading);
        let is_of_year = heading.contains("diem nam") || heading.contains("luy ke");
        let view = (set.is_of_portal() && period.kind() == PeriodKind::Month).then_some(if is_of_year {
            View::Year
        } else {
            View::Month
        });
        let id = IndexValue::id_of(&index, "", period, view);
        self.file.index_values.get(&id).cloned().unwrap_or_else(|| {
            let mut value = IndexValue::new(&index, "", period, view);
            value.set = (index != set.code).then(|| set.code.clone());
            value
        })
    }

    fn valued(&mut self, called: &str, new: &IndexValue) -> Outcome {
        let old = self.file.index_values.get(&new.id);
        let edit = match old {
            Some(old) => Edit::difference(old, new),
            None => Some(Edit::write(new)),
        };
        let has = |field: &str| {
            old.is_some_and(|old| match field {
                "total" => old.total.is_some(),
                "rank" => old.rank.is_some(),
                "ranked" => old.ranked.is_some(),
                "source" => !old.source.is_empty(),
                "note" => !old.note.is_empty(),
                "parts" => {
                    old.parts.iter().any(|(code, part)| part.is_some() && new.parts.get(code) != Some(part))
                }
                _ => true,
            })
        };
        let mut told = Vec::new();
        told.extend(new.total.map(|total| format!("điểm {}", figure(total))));
        told.extend((!new.parts.is_empty()).then(|| format!("{} điểm thành phần", new.parts.len())));
        told.extend(new.rank.map(|rank| format!("hạng {rank}")));
        let of = if new.of.is_empty() { String::new() } else { format!(", {}", new.of) };
        let title = format!("{called}, {}{of}", new.period.vietnamese());
        let record = RecordKey::new(IndexValue::KIND, new.id.to_string());
        self.settle(&record, old.is_some(), edit, &has, title, told.join("; "))
    }

    /// A row for each value of an index, as the workbook of the register has them.
    pub(super) fn values(&mut self, head: &Head) {
        for row in &self.sheet.rows[head.below..] {
            let outcome = match Self::passed(row) {
                Some(why) => Outcome::Passed(why),
                None => self.value(row, head).unwrap_or_else(Outcome::Refused),
            };
            self.line(row, outcome);
        }
    }

    fn value(&mut self, row: &Row, head: &Head) -> Result<Outcome, String> {
        let cell = |field: &Field| {
            let (column, ..) = head.columns.iter().find(|(.., found)| found == field)?;
            row.get(*column).filter(|cell| !is_blank(&cell.shown()))
        };
        let text = |field: &Field| cell(field).map(|cell| cell.shown().trim().to_owned()).unwrap_or_default();
        let named = text(&Field::Index);
        let index = index_named(self.file, &named)
            .ok_or_else(|| format!("không có chỉ số hay bộ chỉ số “{}”", shortened(&named, 40)))?;
        let told = text(&Field::Period);
        let period = period(&told, self.file.plan.year).ok_or_else(|| {
            format!("không rõ kỳ “{}”; ghi như năm 2026, quý II/2026, tháng 8/2026", shortened(&told, 40))
        })?;
        let of = text(&Field::Whose);
        let of = if key(&of) == key(&self.file.plan.commune) { String::new() } else { of };
        let view = match key(&text(&Field::View)) {
            view if view.contains("nam") => Some(View::Year),
            view if view.contains("thang") => Some(View::Month),
            _ => None,
        };
        let id = IndexValue::id_of(&index, &of, period, view);
        let old = self.file.index_values.get(&id).cloned();
        let mut value = old.unwrap_or_else(|| IndexValue::new(&index, &of, period, view));
        if let Some(set) = index_named(self.file, &text(&Field::Set)).filter(|set| *set != index) {
            value.set = Some(set);
        }
        let whole = |cell: Option<&Cell>, what: &str| -> Result<Option<u32>, String> {
            let number = cell.map(|cell| amount(cell, what)).transpose()?.flatten();
            Ok(number.and_then(|number| u32::try_from(number).ok()))
        };
        if let Some(cell) = cell(&Field::Own) {
            value.total = points(cell)?;
        }
        value.rank = whole(cell(&Field::Rank), "xếp hạng")?.or(value.rank);
        value.ranked = whole(cell(&Field::Ranked), "tổng số")?.or(value.ranked);
        for part in text(&Field::Parts).split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
            let (code, points_told) = part.rsplit_once(':').ok_or_else(|| {
                format!("điểm thành phần “{}” không đọc được; ghi như 1.1: 2,5", shortened(part, 40))
            })?;
            value.parts.insert(code.trim().to_owned(), points(&Cell::text(points_told.trim()))?);
        }
        for (field, into) in [(Field::Source, &mut value.source), (Field::Note, &mut value.note)] {
            if let Some(Cell::Error(error)) = cell(&field) {
                return Err(format!("“{error}” không phải là {}", field.vietnamese().to_lowercase()));
            }
            let text = text(&field);
            if !text.is_empty() && tidy(&text) != tidy(into) {
                *into = text;
            }
        }
        Ok(self.valued(&named, &value))
    }
}

/// The index or the set of that name or code.
fn index_named(file: &PlanFile, name: &str) -> Option<IndexCode> {
    let wanted = key(name);
    if wanted.is_empty() {
        return None;
    }
    let indices = builtin_indices().iter();
    let index = indices.clone().find(|index| key(index.code.as_str()) == wanted);
    let index = index.or_else(|| {
        indices.clone().find(|index| key(&index.abbreviation) == wanted || key(&index.name) == wanted)
    });
    index.map(|index| index.code.clone()).or_else(|| {
        let all = sets(file);
        let set = all.iter().find(|set| {
            key(set.code.as_str()) == wanted || key(set.called()) == wanted || key(&set.name) == wanted
        });
        set.map(|set| set.code.clone())
    })
}

/// Points: a number with a comma or a point; none of "–".
fn points(cell: &Cell) -> Result<Option<f64>, String> {
    match cell {
        Cell::Number(number) => Ok(Some(*number)),
        Cell::Text(text) if is_blank(text) => Ok(None),
        Cell::Text(text) => match number(text) {
            Some(number) => Ok(Some(number)),
            None => Err(format!("“{}” không phải là điểm", shortened(&tidy(text), 40))),
        },
        other => Err(format!("“{}” không phải là điểm", other.shown())),
    }
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    parse_number(text).ok().or_else(|| text.parse().ok()).filter(|number: &f64| number.is_finite())
}

/// What was counted, as tables write it: `95,5`, `27/29`, `đạt`, `không áp dụng`, `120; 60; 15; 4; 1`.
fn raw(text: &str) -> Option<Raw> {
    let text = text.trim();
    match key(text).as_str() {
        "dat" | "co" | "x" => return Some(Raw::Yes(true)),
        "khong dat" | "khong" => return Some(Raw::Yes(false)),
        "khong ap dung" => return Some(Raw::NotApplicable),
        _ => {}
    }
    if let Some((value, mean)) = text.split_once(" so với trung bình ") {
        return Some(Raw::Compared { value: number(value)?, mean: number(mean)? });
    }
    if let Some((numerator, denominator)) = text.split_once('/') {
        return Some(Raw::Ratio { numerator: number(numerator)?, denominator: number(denominator)? });
    }
    if text.contains(';') {
        let counts: Option<Vec<i64>> = text.split(';').map(|count| Some(number(count)? as i64)).collect();
        return Some(Raw::Tally(Tally(counts?.try_into().ok()?)));
    }
    number(text.trim_end_matches('%').trim_end()).map(Raw::Number)
}

/// The note of a row. What this program writes there by itself is understood, and not kept as a note.
fn note(entry: &mut ScoreEntry, text: &str) {
    let text = tidy(text);
    let known = [entry.reason.as_str(), entry.note.as_str()].join(" ");
    let (own, rest) = match text.split_once(". ") {
        Some((own, rest)) => (own, rest),
        None => (text.trim_end_matches('.'), ""),
    };
    let told = own.strip_prefix("Số liệu: ").and_then(raw);
    let rest = if let Some(told) = told {
        entry.raw.get_or_insert(told);
        rest
    } else if own.split(", ").next() == Some("Không áp dụng") {
        entry.raw.get_or_insert(Raw::NotApplicable);
        rest
    } else if own == "Chưa chấm" || own.starts_with("Tính từ sổ theo dõi") {
        rest
    } else {
        &text
    };
    if rest.is_empty() || key(rest) == key(&known) {
        return;
    }
    // Of a note that this program wrote, what stands behind the figures is the reason for them.
    if rest.len() < text.len() && entry.reason.is_empty() && entry.note.is_empty() {
        rest.clone_into(&mut entry.reason);
    } else {
        rest.clone_into(&mut entry.note);
    }
}
