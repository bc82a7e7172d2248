//! Tên gọi: the offices, channels, duties and topics of the plan, by what lists call them.

use std::collections::HashMap;

use super::Mapping;
use crate::exchange::PlanFile;
use crate::id::{ChannelId, DutyId, OfficeId, RecordId, TopicId, UnitId};
use crate::ingest::catalogue::catalogue;
use crate::ingest::words::{Token, Words};
use crate::order;
use crate::record::{Record, Records};

/// A text as it is compared: words and numbers, without marks, capitals and tone marks.
pub(super) fn key(text: &str) -> String {
    let words = Words::of(text);
    let mut key = String::new();
    for token in (0..words.len()).filter_map(|at| words.get(at)).filter(|token| !token.is_mark()) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(token.folded());
    }
    key
}

/// The first letters of the words: "phong van hoa xa hoi" is "pvhxh".
fn initials(key: &str) -> String {
    key.split(' ').filter_map(|word| word.chars().next()).collect()
}

/// The names of the records of one kind.
struct Kind<Id> {
    /// Whole names, to the record.
    exact: HashMap<String, Id>,
    /// The same, one after another, for what is contained in what.
    all: Vec<(String, Id)>,
    /// What was asked before.
    asked: HashMap<String, Option<Id>>,
}

impl<Id: RecordId> Kind<Id> {
    fn of<R: Record<Id = Id>>(
        records: &Records<R>,
        kept: &HashMap<String, String>,
        names: impl Fn(&R) -> Vec<String>,
    ) -> Self {
        let mut kind = Self { exact: HashMap::new(), all: Vec::new(), asked: HashMap::new() };
        for record in records {
            let mut own = names(record);
            own.push(record.id().to_string());
            for name in own.iter().map(|name| key(name)).filter(|name| !name.is_empty()) {
                // Of two with the same name the first of the plan.
                kind.exact.entry(name.clone()).or_insert_with(|| record.id().clone());
                kind.all.push((name, record.id().clone()));
            }
        }
        for (name, id) in kept {
            if let Some(record) = records.get_str(id) {
                kind.exact.insert(name.clone(), record.id().clone());
            }
        }
        kind
    }

    /// The record of a name: the name itself, its initials, or the one name that has it or stands in it.
    fn find(&mut self, text: &str, known: impl FnOnce(&Words<'_>) -> Option<Id>) -> Option<Id> {
        if let Some(asked) = self.asked.get(text) {
            return asked.clone();
        }
        let wanted = key(text);
        let found = if wanted.is_empty() || wanted.len() > 300 {
            None
        } else {
            self.exact
                .get(&wanted)
                .cloned()
                .or_else(|| known(&Words::of(text)))
                .or_else(|| self.by_initials(&wanted))
                .or_else(|| self.by_part(&wanted))
        };
        if self.asked.len() < 10_000 {
            self.asked.insert(text.to_owned(), found.clone());
        }
        found
    }

    fn by_initials(&self, wanted: &str) -> Option<Id> {
        let wanted: String = wanted.split(' ').collect();
        if !(2..=12).contains(&wanted.len()) {
            return None;
        }
        let alike = |(name, _): &&(String, Id)| {
            let initials = initials(name);
            initials == wanted || (wanted.len() > 2 && initials.starts_with(&wanted))
        };
        the_one(self.all.iter().filter(alike).map(|(_, id)| id))
    }

    fn by_part(&self, wanted: &str) -> Option<Id> {
        let within = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
        let is_telling = |name: &str| name.contains(' ') || name.len() >= 4;
        // The longest name in the text; else the one name that has the text.
        let longest = self
            .all
            .iter()
            .filter(|(name, _)| is_telling(name) && within(wanted, name))
            .max_by_key(|(name, _)| name.len());
        longest.map(|(_, id)| id.clone()).or_else(|| {
            is_telling(wanted).then(|| {
                the_one(self.all.iter().filter(|(name, _)| within(name, wanted)).map(|(_, id)| id))
            })?
        })
    }
}

/// The only one, however often it comes.
fn the_one<'a, Id: Clone + PartialEq + 'a>(mut ids: impl Iterator<Item = &'a Id>) -> Option<Id> {
    let first = ids.next()?;
    ids.all(|id| id == first).then(|| first.clone())
}

/// All of them, for one plan.
pub(super) struct Names<'f> {
    offices: Kind<OfficeId>,
    channels: Kind<ChannelId>,
    duties: Kind<DutyId>,
    topics: Kind<TopicId>,
    /// Wordings of units, the longest first.
    units: Vec<(String, UnitId)>,
    /// What was asked for and is no office, each once.
    pub(super) unknown_offices: Vec<String>,
    file: &'f PlanFile,
}

impl<'f> Names<'f> {
    pub(super) fn of(file: &'f PlanFile, mapping: &Mapping) -> Self {
        let kept: HashMap<String, String> =
            mapping.names.iter().map(|(name, id)| (key(name), id.clone())).collect();
        let mut units: Vec<(String, UnitId)> = Vec::new();
        for unit in &file.units {
            units.extend(
                [Some(&unit.name), unit.full_name.as_ref()]
                    .into_iter()
                    .flatten()
                    .map(|name| (pattern(name), unit.id.clone())),
            );
        }
        order::sort_by_key(&mut units, |(name, _)| std::cmp::Reverse(name.split(' ').count()));
        Self {
            offices: Kind::of(&file.offices, &kept, |office| {
                vec![office.name.clone(), office.short_name.clone()]
            }),
            channels: Kind::of(&file.channels, &kept, |channel| {
                vec![channel.name.clone(), channel.short_name.clone()]
            }),
            duties: Kind::of(&file.duties, &kept, |duty| vec![duty.name.clone(), duty.short_name.clone()]),
            topics: Kind::of(&file.topics, &kept, |topic| vec![topic.name.clone(), topic.short_name.clone()]),
            units,
            unknown_offices: Vec::new(),
            file,
        }
    }

    pub(super) fn office(&mut self, text: &str) -> Option<OfficeId> {
        let file = self.file;
        self.offices.find(text, |words| {
            let (office, _) = (0..words.len()).find_map(|at| catalogue().office(words, at))?;
            file.offices.get_str(&office.id).map(|office| office.id.clone())
        })
    }

    /// The channel whose name a text is, to the letter.
    pub(super) fn channel_named(&self, text: &str) -> Option<ChannelId> {
        self.channels.exact.get(&key(text)).cloned()
    }

    pub(super) fn channel(&mut self, text: &str) -> Option<ChannelId> {
        let file = self.file;
        self.channels.find(text, |words| {
            let named = catalogue().channels_in(words);
            let known = named.iter().find_map(|(channel, _)| file.channels.get_str(&channel.id))?;
            Some(known.id.clone())
        })
    }

    pub(super) fn duty(&mut self, text: &str) -> Option<DutyId> {
        self.duties.find(text, |_| None)
    }

    pub(super) fn topic(&mut self, text: &str) -> Option<TopicId> {
        let file = self.file;
        self.topics.find(text, |words| {
            let area = catalogue().area_of(words)?;
            file.topics.get_str(&area.id).map(|topic| topic.id.clone())
        })
    }

    /// The unit named at a token, and where its name ends: the plan's own wording, or one of the catalogue for a unit
    /// that the plan has.
    pub(super) fn unit(&self, words: &Words<'_>, at: usize) -> Option<(UnitId, usize)> {
        let own = self.units.iter().find_map(|(name, unit)| Some((unit.clone(), words.phrase(at, name)?)));
        let known = catalogue().unit(words, at).filter(|(unit, _)| self.file.units.get_str(unit).is_some());
        match (own, known) {
            (Some((_, own)), Some((unit, end))) if end > own => Some((UnitId::new(unit).ok()?, end)),
            (None, Some((unit, end))) => Some((UnitId::new(unit).ok()?, end)),
            (own, _) => own,
        }
    }
}

/// A name as a pattern of [`Words::phrase`], for all its spellings.
fn pattern(name: &str) -> String {
    let words = Words::of(name);
    let folded: Vec<&str> = (0..words.len()).filter_map(|at| words.get(at)).map(Token::folded).collect();
    folded.join(" ")
}
