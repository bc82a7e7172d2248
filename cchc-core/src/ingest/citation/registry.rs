//! One document for all its mentions: number, year and agency identify it, for numbers restart every year everywhere.

use super::{Link, Mention, Symbol};
use crate::id::{DocumentId, PassageId};
use crate::plan::{CitedDocument, Source};
use crate::record::Extra;
use crate::text::{fold, slug};

use chrono::Datelike;

/// The documents that were met so far, in the order of their first mention.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Registry {
    entries: Vec<Entry>,
    /// "tỉnh Lạng Sơn": what "UBND tỉnh" without a name means.
    province: String,
}

/// A document and what was written of it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) document: CitedDocument,
    key: String,
    year: Option<i32>,
    agency: String,
    pub(super) symbol: Option<Symbol>,
    pub(super) mentions: usize,
    /// Other dates that mentions give it.
    pub(super) dates: Vec<(crate::calendar::Date, PassageId)>,
    pub(super) impossible: Option<String>,
}

/// The document that a mention means: its place among the documents.
pub(in crate::ingest) type Resolved = usize;

impl Registry {
    pub(in crate::ingest) fn new(province: &str) -> Self {
        Self { entries: Vec::new(), province: fold(province) }
    }

    /// Takes the mentions of a passage in; gives, in their order, the documents they mean.
    pub(in crate::ingest) fn take(
        &mut self,
        passage: &PassageId,
        text: &str,
        found: &[Mention],
    ) -> Vec<Resolved> {
        let resolved: Vec<Resolved> = found.iter().map(|mention| self.one(passage, text, mention)).collect();
        for (mention, this) in found.iter().zip(&resolved) {
            let Some((outer, link)) = mention.inside else { continue };
            let outer = resolved[outer];
            if outer == *this {
                continue;
            }
            let (from, to, amends) = match link {
                Link::CarriedOut => (outer, *this, false),
                Link::Amended => (outer, *this, true),
                Link::Amends => (*this, outer, true),
                Link::Named => continue,
            };
            let target = self.entries[to].document.id.clone();
            let document = &mut self.entries[from].document;
            let list = if amends { &mut document.amends } else { &mut document.carries_out };
            if !list.contains(&target) {
                list.push(target);
            }
        }
        resolved
    }

    fn one(&mut self, passage: &PassageId, text: &str, mention: &Mention) -> Resolved {
        let year =
            mention.symbol.as_ref().and_then(|symbol| symbol.year).or(mention.date.map(|date| date.year()));
        let agency = self.agency(&mention.issuer);
        let known = self.entries.iter().position(|entry| {
            entry.key == mention.key
                && (entry.year.is_none() || year.is_none() || entry.year == year)
                && (entry.agency.is_empty() || agency.is_empty() || same_agency(&entry.agency, &agency))
        });
        if let Some(at) = known {
            self.entries[at].meet(passage, mention, year, &agency);
            return at;
        }
        let id = self.id(mention, year, &agency);
        let order = self.entries.len() as u32 + 1;
        let quote = text.get(mention.at.clone()).unwrap_or_default();
        let document = CitedDocument {
            id,
            order,
            doc_type: mention.kind.clone(),
            number: mention.number.clone(),
            date: mention.date,
            issuer: if mention.issuer.is_empty() {
                usual_issuer(mention).to_owned()
            } else {
                mention.issuer.clone()
            },
            subject: mention.subject.clone(),
            amends: Vec::new(),
            carries_out: Vec::new(),
            source: Source::new(passage.clone(), quote),
            extra: Extra::new(),
        };
        self.entries.push(Entry {
            document,
            key: mention.key.clone(),
            year,
            agency,
            symbol: mention.symbol.clone(),
            mentions: 1,
            dates: mention.date.map(|date| (date, passage.clone())).into_iter().collect(),
            impossible: mention.impossible.clone(),
        });
        order as usize - 1
    }

    /// The name without what is taken for granted: the document's own province, "nhân dân" in full.
    fn agency(&self, issuer: &str) -> String {
        let mut name = fold(issuer).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd");
        if !self.province.is_empty()
            && let Some(kind) = self.province.split(' ').next()
        {
            name = name.replace(&self.province, kind);
        }
        name
    }

    fn id(&self, mention: &Mention, year: Option<i32>, agency: &str) -> DocumentId {
        let mut id = match &mention.number {
            Some(number) => slug(number, 60),
            None => slug(&format!("{} {}", mention.kind, mention.key), 80),
        };
        let has_year = mention.symbol.as_ref().is_none_or(|symbol| symbol.year.is_some());
        if let Some(year) = year.filter(|_| !has_year) {
            id = format!("{id}-{year}");
        }
        let taken = |id: &str| self.entries.iter().any(|entry| entry.document.id == *id);
        if id.is_empty() || taken(&id) {
            id = [id.as_str(), &slug(agency, 30)].join("-").trim_matches('-').into();
        }
        let mut unique = id.clone();
        let mut nth = 1;
        while unique.is_empty() || taken(&unique) {
            nth += 1;
            unique = format!("{id}-{nth}").trim_matches('-').into();
        }
        DocumentId::new(&unique).unwrap_or_else(|_| {
            DocumentId::new(format!("van-ban-{}", self.entries.len() + 1)).expect("a plain id")
        })
    }

    pub(in crate::ingest) fn documents(&self) -> impl Iterator<Item = &CitedDocument> {
        self.entries.iter().map(|entry| &entry.document)
    }

    pub(in crate::ingest) fn get(&self, at: Resolved) -> Option<&CitedDocument> {
        self.entries.get(at).map(|entry| &entry.document)
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

impl Entry {
    /// Another mention: what it says more is taken over, what it says otherwise is kept beside.
    fn meet(&mut self, passage: &PassageId, mention: &Mention, year: Option<i32>, agency: &str) {
        self.mentions += 1;
        let document = &mut self.document;
        if let Some(date) = mention.date {
            document.date = document.date.or(Some(date));
            if !self.dates.iter().any(|(known, _)| *known == date) {
                self.dates.push((date, passage.clone()));
            }
        }
        self.year = self.year.or(year);
        if self.agency.is_empty() && !agency.is_empty() {
            agency.clone_into(&mut self.agency);
            document.issuer.clone_from(&mention.issuer);
        }
        if document.subject.is_empty() {
            document.subject.clone_from(&mention.subject);
        }
        self.impossible = self.impossible.take().or_else(|| mention.impossible.clone());
    }
}

/// "Chủ tịch UBND tỉnh" signs what "UBND tỉnh" issues.
fn same_agency(a: &str, b: &str) -> bool {
    a == b || a.contains(b) || b.contains(a)
}

/// Who alone issues documents with such a symbol, where the plan does not say.
fn usual_issuer(mention: &Mention) -> &'static str {
    let code = mention.symbol.as_ref().map_or("", |symbol| symbol.code.as_str());
    match code.rsplit(['-', '/']).next().unwrap_or_default() {
        "TTg" => "Thủ tướng Chính phủ",
        "CP" => "Chính phủ",
        code if code.starts_with("QH") => "Quốc hội",
        code if code.starts_with("UBTVQH") => "Ủy ban Thường vụ Quốc hội",
        "BNV" => "Bộ Nội vụ",
        "VPCP" => "Văn phòng Chính phủ",
        _ if matches!(mention.kind.as_str(), "Luật" | "Bộ luật") => "Quốc hội",
        _ => "",
    }
}
