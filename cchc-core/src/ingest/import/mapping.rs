//! What the columns of a list hold: guessed once, confirmed by a person, kept for the next list.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::register::ListMatter as Matter;

use super::field::Field;
use super::names::key;
use crate::calendar::Period;
use crate::exchange::{Edit, PlanFile};
use crate::fault;
use crate::id::{ChannelId, IndexCode, ListReadingId, OfficeId, checksum};
use crate::ingest::sheet::Book;
use crate::record::Extra;
use crate::register::ListReading;

/// Cách hiểu danh sách.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// Cột: what stands under each heading. Headings compare without capitals and tone marks.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub columns: IndexMap<String, Field>,
    /// Tên gọi: what the list calls an office, a channel, a duty or a topic, and its id in the plan.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub names: IndexMap<String, String>,
    /// Trang tính to be read; all that are not hidden where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<String>,
    /// The office of rows for which neither row nor sheet names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// The channel of rows that name none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// What the list is about; what its header says where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matter: Option<Matter>,
    /// The set that tallies and scores belong to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<IndexCode>,
    /// The period of tallies and scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
}

/// Why a text is no mapping.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// No JSON.
    #[error("không phải JSON đúng cú pháp, ở dòng {0}")]
    Syntax(usize),
    /// A field that is not one of a mapping, or has a wrong value.
    #[error("{0}")]
    Wrong(String),
}

impl Mapping {
    /// What was kept of a list like that, and what every list calls offices and criteria.
    pub fn kept(book: &Book, file: &PlanFile) -> Self {
        let mut mapping = Self::default();
        let mut best = 0;
        for reading in &file.list_readings {
            let names = reading.names.iter().map(|(name, id)| (name.clone(), id.clone()));
            mapping.names.extend(names);
            let likeness = likeness(book, reading);
            if likeness > best {
                best = likeness;
                let field =
                    |(heading, field): (&String, &String)| Some((heading.clone(), field.parse().ok()?));
                mapping.columns = reading.columns.iter().filter_map(field).collect();
                (mapping.matter, mapping.set) = (reading.matter, reading.set.clone());
            }
        }
        mapping
    }

    /// What is to be kept of a list with those headings: what a person said of it. `None` where nothing was said, or
    /// all of it is kept already.
    pub(super) fn reading(&self, headings: Vec<String>, list: &str, file: &PlanFile) -> Option<Edit> {
        let is_of_list = |heading: &str| headings.iter().any(|known| key(known) == key(heading));
        let columns: BTreeMap<String, String> = self
            .columns
            .iter()
            .filter(|(heading, _)| is_of_list(heading))
            .map(|(heading, field)| (heading.clone(), field.to_string()))
            .collect();
        let mut keys: Vec<String> = headings.iter().map(|heading| key(heading)).collect();
        keys.sort_unstable();
        let id = ListReadingId::new(format!("ds-{:016x}", checksum(keys.join("|").bytes()))).ok()?;
        let known = file.list_readings.get(&id);
        // What another list calls an office is kept there.
        let is_new = |name: &str, id: &String| {
            let has = |reading: &ListReading| reading.names.get(name) == Some(id);
            known.is_some_and(has) || !file.list_readings.iter().any(has)
        };
        let names = self.names.iter().filter(|(name, id)| is_new(name, id));
        let names: BTreeMap<_, _> = names.map(|(name, id)| (name.clone(), id.clone())).collect();
        let is_said = !columns.is_empty() || !names.is_empty() || self.matter.is_some() || self.set.is_some();
        if headings.is_empty() || (known.is_none() && !is_said) {
            return None;
        }
        let name = known.map_or(list, |known| &known.name).to_owned();
        let extra = known.map_or_else(Extra::new, |known| known.extra.clone());
        let (matter, set) = (self.matter, self.set.clone());
        let new = ListReading { id, name, headings, columns, names, matter, set, extra };
        match known {
            Some(known) => Edit::difference(known, &new),
            None => Some(Edit::write(&new)),
        }
    }

    /// Reads one that was kept, or written by hand.
    ///
    /// # Errors
    /// [`MappingError`] says where and what.
    pub fn read(json: &[u8]) -> Result<Self, MappingError> {
        let value: Value =
            serde_json::from_slice(json).map_err(|error| MappingError::Syntax(error.line()))?;
        fault::parse_value(&value).map_err(|fault| {
            let at = if fault.field.is_empty() { String::new() } else { format!("{}: ", fault.field) };
            MappingError::Wrong(at + &fault.reason)
        })
    }
}

/// How many headings of a kept list stand in one row of a book: those that a person spoke of, and most of the others;
/// 0 where they do not.
fn likeness(book: &Book, reading: &ListReading) -> usize {
    let wanted: Vec<String> = reading.headings.iter().map(|heading| key(heading)).collect();
    let spoken: Vec<String> = reading.columns.keys().map(|heading| key(heading)).collect();
    let rows = book
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().take(40).zip(1..).map(move |(row, nth)| (sheet, row, nth)));
    let alike = rows.map(|(sheet, row, nth)| {
        // A header may have a second line.
        let below = sheet.rows.get(nth).into_iter().flat_map(|below| &below.cells);
        let found: Vec<String> = row.cells.iter().chain(below).map(|(_, cell)| key(&cell.shown())).collect();
        let has = |heading: &&String| {
            found.contains(heading)
                || found.iter().any(|own| !own.is_empty() && heading.ends_with(&format!(" {own}")))
        };
        let count = wanted.iter().filter(has).count();
        if count * 4 >= wanted.len() * 3 && spoken.iter().all(|heading| has(&heading)) { count } else { 0 }
    });
    alike.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_kept_and_read_back() {
        let text = r#"{"columns":{"Ngày đăng":"date","Số tin":"count:tin-bai"},"names":{"VP":"van-phong"},"office":"mttq"}"#;
        let mapping: Mapping = serde_json::from_str(text).unwrap();
        assert_eq!(mapping.columns["Số tin"], Field::Count(Some("tin-bai".parse().unwrap())));
        assert_eq!(serde_json::to_string(&mapping).unwrap(), text);
    }

    #[test]
    fn a_slip_is_told_with_what_there_is() {
        let error = "dates".parse::<Field>().unwrap_err().to_string();
        assert!(error.starts_with("không có trường “dates”; có: skip, date, "), "{error}");
        let wrong = |json: &str| Mapping::read(json.as_bytes()).unwrap_err().to_string();
        assert_eq!(wrong("{\n\"columns\": }"), "không phải JSON đúng cú pháp, ở dòng 2");
        assert!(wrong(r#"{"columns":{"Ngày":"day"}}"#).starts_with("columns.Ngày: không có trường “day”"));
        assert_eq!(
            wrong(r#"{"cot":{}}"#),
            "cot: có trường cot không thuộc chỗ này; dùng: columns, names, sheets, office, channel, matter, set, period"
        );
    }
}
