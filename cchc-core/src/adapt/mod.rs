//! Kế hoạch từ một kế hoạch khác: a plan of one commune as another's, or as the same commune's for the next year.
//!
//! The words that mean the commune are replaced in the header, in every passage and in what was taken from them;
//! quotations go on standing in their passages. What happened (the register) is left as it was recorded.
//!
//! ```
//! use cchc_core::{adapt, examples};
//!
//! let file = examples::get("hoa-tham-2026").unwrap();
//! let edits = adapt::rename(&file, "phường Kỳ Lừa", "tỉnh Lạng Sơn");
//! assert!(!edits.is_empty());
//! assert_eq!(adapt::commune("Phường Kỳ Lừa").as_deref(), Some("phường Kỳ Lừa"));
//! assert_eq!(adapt::commune("Kỳ Lừa"), None);
//! ```

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::calendar::{Date, builtin_holidays};
use crate::examples::slip_of_the_pen;
use crate::exchange::{Author, Change, ChangeError, Edit, PlanFile, RecordKey};
use crate::id::FileId;
use crate::json;
use crate::order;
use crate::plan::{Basis, CitedDocument, PassageRole, Plan, Stated};
use crate::record::{Kind, Record, Records};

mod citation;
mod next_year;
mod unread;
mod words;
mod year;

pub use next_year::{NextKind, NextNote, NextYear, next_year};

use words::{Locality, Swap, applied, swaps};

/// Tên xã, phường, đặc khu as it is written, its kind in small letters; none where the kind is missing.
pub fn commune(typed: &str) -> Option<String> {
    Locality::commune(typed).map(|locality| locality.to_string())
}

/// Tên tỉnh, thành phố, likewise.
pub fn province(typed: &str) -> Option<String> {
    Locality::province(typed).map(|locality| locality.to_string())
}

/// Whose plan a new one is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Tên xã, phường, đặc khu, with its kind: `phường Kỳ Lừa`.
    pub commune: String,
    /// Tên tỉnh, thành phố, with its kind.
    pub province: String,
    /// Năm kế hoạch.
    pub year: i32,
    /// Theo dõi từ ngày, as a person said.
    pub tracked_from: Date,
}

/// The edits that make a plan another commune's, in one change. Empty where the names are those it has.
///
/// Where the province is another, the province's own documents are no longer known by number and date: both are
/// emptied (`số …/KH-UBND ngày …/…/…`), to be filled in by hand.
pub fn rename(file: &PlanFile, commune: &str, province: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let plan = Rule::new(file, commune, province, false).header(&file.plan);
    edits.extend(Edit::plan_difference(&file.plan, &plan));
    edits.extend(Rule::new(file, commune, province, false).records());
    edits
}

/// A new plan out of another one: its own id, its owner's names, nobody's signature, number or date.
///
/// The plan as issued stays what it is where the owner is the one who issued it.
///
/// # Errors
/// [`ChangeError`] when the plan does not hold what it was given.
pub fn own_plan(
    template: PlanFile,
    id: FileId,
    owner: &Owner,
    author: Author,
    label: &str,
) -> Result<PlanFile, ChangeError> {
    let old = Arc::clone(&template.plan);
    let other_year = owner.year != old.year;
    let is_issued = !other_year && owner.commune == old.commune && owner.province == old.province;
    let rule = Rule::new(&template, &owner.commune, &owner.province, other_year);
    let mut new = rule.header(&old);
    let mut edits = rule.records();
    if !is_issued {
        new.number = None;
        new.issued_on = None;
        if let Some(signature) = &mut new.signature {
            signature.name.clear();
        }
        if let Some((slip, meant)) = slip_of_the_pen(&template.id) {
            for recipient in &mut new.recipients {
                recipient.name = recipient.name.replace(slip, meant);
            }
        }
    }
    if other_year {
        let (was, is) = (format!("năm {}", old.year), format!("năm {}", owner.year));
        new.title = new.title.replace(&was, &is);
        let title = template.passages.iter().find(|passage| passage.section.is_empty());
        if let Some(title) = title.filter(|passage| passage.role == PassageRole::Heading) {
            let mut renamed = rule.record(title);
            renamed.text = renamed.text.replace(&was, &is);
            let key = RecordKey::new(Kind::Passages, title.id.to_string());
            edits.retain(|edit| !matches!(edit, Edit::Set { record, .. } if *record == key));
            edits.extend(Edit::difference(title, &renamed));
        }
        new.year = owner.year;
    }
    new.tracked_from = Stated { basis: Basis::Confirmed, ..Stated::inferred(owner.tracked_from, "") };
    new.illustrative = None;
    edits.extend(Edit::plan_difference(&old, &new));
    let mut file = template;
    file.contents.id = id;
    if other_year {
        file.contents.holidays = builtin_holidays(owner.year).into_iter().collect();
    }
    file.apply(&Change { author, label: label.to_owned(), edits })?;
    Ok(file)
}

/// Whether somebody must still find out number and date of a document that the plan carries out.
pub fn needs_number(document: &CitedDocument) -> bool {
    document.number.is_none() && document.date.is_none() && document.source.quote.contains(citation::BLANK)
}

/// What is replaced by what.
struct Rule<'a> {
    file: &'a PlanFile,
    commune: String,
    province: String,
    localities: Vec<(Locality, Locality)>,
    /// Documents whose number and date are emptied.
    unknown: Vec<&'a CitedDocument>,
    /// The plan's year before and after, where its words move with it.
    year: Option<(i32, i32)>,
}

impl<'a> Rule<'a> {
    fn new(file: &'a PlanFile, commune: &str, province: &str, other_year: bool) -> Self {
        let plan = &file.plan;
        let pair =
            |old: Option<Locality>, new: Option<Locality>| old.zip(new).filter(|(old, new)| old != new);
        let communes = pair(Locality::commune(&plan.commune), Locality::commune(commune));
        let provinces = pair(Locality::province(&plan.province), Locality::province(province));
        let other_province = provinces.is_some();
        let of_province = |document: &CitedDocument| {
            let issuer = document.issuer.to_lowercase();
            issuer.contains("tỉnh") || issuer.contains("thành ủy") || issuer.contains("thành phố")
        };
        let unknown = file.documents.iter().filter(|document| {
            (other_province && of_province(document))
                || (other_year && plan.carries_out.contains(&document.id))
        });
        Self {
            file,
            commune: commune.to_owned(),
            province: province.to_owned(),
            unknown: unknown.collect(),
            localities: communes.into_iter().chain(provinces).collect(),
            year: None,
        }
    }

    fn header(&self, plan: &Plan) -> Plan {
        let mut new = self.walked(plan);
        new.commune.clone_from(&self.commune);
        new.province.clone_from(&self.province);
        new
    }

    fn records(&self) -> Vec<Edit> {
        let file = self.file;
        let mut edits = Vec::new();
        self.each(&file.passages, &mut edits);
        self.each(&file.goals, &mut edits);
        self.each(&file.topics, &mut edits);
        self.each(&file.targets, &mut edits);
        self.each(&file.channel_groups, &mut edits);
        self.each(&file.channels, &mut edits);
        self.each(&file.units, &mut edits);
        self.each(&file.offices, &mut edits);
        self.each(&file.duties, &mut edits);
        self.each(&file.report_rules, &mut edits);
        for document in &file.documents {
            let mut new = self.record(document);
            if self.unknown.iter().any(|unknown| unknown.id == document.id) {
                new.number = None;
                new.date = None;
            } else if self.year.is_some() {
                // Its own year is no plan's.
                new = CitedDocument { source: new.source, ..document.clone() };
            } else {
                new.number.clone_from(&document.number);
            }
            edits.extend(Edit::difference(document, &new));
        }
        edits
    }

    fn each<R: Record>(&self, records: &Records<R>, edits: &mut Vec<Edit>) {
        edits.extend(records.iter().filter_map(|old| Edit::difference(old, &self.record(old))));
    }

    fn record<R: Record>(&self, old: &R) -> R {
        self.walked(old)
    }

    /// A value with other words wherever it has words: ids and other marks have no Vietnamese letters.
    fn walked<T: serde::Serialize + serde::de::DeserializeOwned + Clone>(&self, old: &T) -> T {
        let Ok(mut value) = serde_json::to_value(old) else { return old.clone() };
        self.walk(&mut value);
        json::read(&value.to_string()).unwrap_or_else(|_| old.clone())
    }

    fn walk(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(all) => all.iter_mut().for_each(|one| self.walk(one)),
            Value::Object(fields) => {
                if let Some(quote) = self.quote(fields) {
                    fields.insert("quote".to_owned(), Value::String(quote));
                } else {
                    // Why something was concluded tells of the year in which it was.
                    let stays = |name: &str| self.year.is_some() && name == "reason";
                    for (name, field) in fields.iter_mut().filter(|(name, _)| !stays(name)) {
                        match field {
                            Value::String(words) if name == "wording" => *words = self.wording(words),
                            field => self.walk(field),
                        }
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&self, text: &str) -> String {
        applied(text, &self.swaps(text))
    }

    fn swaps(&self, text: &str) -> Vec<Swap> {
        let names = self.localities.iter().flat_map(|(old, new)| swaps(text, old, new));
        let citations = self.unknown.iter().flat_map(|document| citation::swaps(text, document));
        let mut all: Vec<Swap> = names.chain(citations).collect();
        if let Some((old, new)) = self.year {
            all.extend(year::swaps(text, old, new, &self.cited(text)));
        }
        order::sort_by_key(&mut all, |(range, _)| (range.start, range.end));
        let mut end = 0;
        all.retain(|(range, _)| {
            let free = range.start >= end;
            end = end.max(range.end);
            free
        });
        all
    }

    /// Where documents stand in a text whose numbers and dates stay.
    fn cited(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let known = self.file.documents.iter().filter(|document| {
            !document.source.quote.is_empty() && !self.unknown.iter().any(|unknown| unknown.id == document.id)
        });
        known
            .flat_map(|document| {
                let quote = document.source.quote.as_str();
                text.match_indices(quote).map(move |(at, _)| at..at + quote.len())
            })
            .collect()
    }

    /// The quotation as its passage now has it: what a word means is seen in the passage, not in the quotation. One that
    /// begins or ends in the middle of a replaced name becomes the whole passage.
    fn quote(&self, fields: &Map<String, Value>) -> Option<String> {
        let (passage, quote) = (fields.get("passage")?.as_str()?, fields.get("quote")?.as_str()?);
        self.within(&self.file.passages.get_str(passage)?.text, quote)
    }

    /// The plan's own words as the plan now has them.
    fn wording(&self, words: &str) -> String {
        let standing = self.file.passages.iter().find_map(|passage| self.within(&passage.text, words));
        standing.filter(|words| !words.is_empty()).unwrap_or_else(|| self.text(words))
    }

    /// Words of a passage as they stand in it afterwards: empty where they begin or end in the middle of what is replaced;
    /// none where they do not stand in it.
    fn within(&self, text: &str, words: &str) -> Option<String> {
        let start = text.find(words)?;
        let end = start + words.len();
        let within =
            self.swaps(text).into_iter().filter(|(range, _)| range.start >= start && range.end <= end);
        let within: Vec<Swap> =
            within.map(|(range, words)| (range.start - start..range.end - start, words)).collect();
        let new = applied(words, &within);
        Some(if self.text(text).contains(&new) { new } else { String::new() })
    }
}

#[cfg(test)]
mod tests;
