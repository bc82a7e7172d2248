//! Tên gọi: the offices, channels, duties and topics of the plan, by what lists call them.

use std::collections::HashMap;
use std::ops::Range;

use super::Mapping;
use crate::exchange::PlanFile;
use crate::id::{ChannelId, DutyId, OfficeId, RecordId, TopicId, UnitId};
use crate::ingest::catalogue::catalogue;
pub(super) use crate::ingest::words::key;
use crate::ingest::words::{Token, Words};
use crate::order;
use crate::record::{Record, Records};

/// The first letters of the words: "phong van hoa xa hoi" is "pvhxh".
fn initials(key: &str) -> String {
    key.split(' ').filter_map(|word| word.chars().next()).collect()
}

/// Words beside a name that say nothing of their own.
const IDLE: [&str; 15] = [
    "va", "voi", "cung", "cua", "tren", "tai", "o", "qua", "bang", "cac", "thuoc", "xa", "phuong", "kenh",
    "trang",
];

/// A record, and the tokens that name it.
type Span<Id> = (Id, Range<usize>);

/// What a text names.
#[derive(Debug, Clone)]
pub(super) struct Found<Id> {
    /// The first record that it names.
    pub(super) first: Id,
    /// The others, in their order, each once.
    pub(super) others: Vec<Id>,
    /// Whether the names of the records say all that the text says; else its words are to be kept.
    pub(super) is_whole: bool,
    /// Whether the others only join in: "Văn phòng, phối hợp với MTTQ".
    pub(super) is_led: bool,
}

impl<Id: Clone> Found<Id> {
    fn whole(id: Id) -> Self {
        Self { first: id, others: Vec::new(), is_whole: true, is_led: false }
    }

    /// The one that the text is about; none where it names several alike.
    pub(super) fn one(&self) -> Option<Id> {
        (self.others.is_empty() || self.is_led).then(|| self.first.clone())
    }
}

/// The names of the records of one kind.
struct Kind<Id> {
    /// Whole names, to the record.
    exact: HashMap<String, Id>,
    /// The same, one after another, for what is contained in what.
    all: Vec<(String, Id)>,
    /// What was asked before.
    asked: HashMap<String, Option<Found<Id>>>,
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
            let with_and = own.iter().filter(|name| name.contains('&')).map(|name| name.replace('&', " và "));
            own.extend(with_and.collect::<Vec<_>>());
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

    /// What a text names: the name itself; the names that stand in it; its initials; or the one name that has it.
    fn find(
        &mut self,
        text: &str,
        idle: &[String],
        known: impl Fn(&Words<'_>) -> Vec<Span<Id>>,
    ) -> Option<Found<Id>> {
        if let Some(asked) = self.asked.get(text) {
            return asked.clone();
        }
        let mut found = self.found(text, idle, &known);
        if found.is_none() && text.contains('&') {
            // "VP HĐND&UBND" is "VP HĐND và UBND".
            found = self.found(&text.replace('&', " và "), idle, &known);
        }
        if self.asked.len() < 10_000 {
            self.asked.insert(text.to_owned(), found.clone());
        }
        found
    }

    fn found(
        &self,
        text: &str,
        idle: &[String],
        known: impl Fn(&Words<'_>) -> Vec<Span<Id>>,
    ) -> Option<Found<Id>> {
        let wanted = key(text);
        if let Some(id) = self.exact.get(&wanted) {
            return Some(Found::whole(id.clone()));
        }
        if wanted.is_empty() || wanted.len() > 300 {
            return None;
        }
        let words = Words::of(text);
        self.named(&words, known(&words), idle)
            .or_else(|| self.by_initials(&wanted).map(Found::whole))
            .or_else(|| self.by_part(&wanted).map(Found::whole))
    }

    /// The names that stand in a text, the longest at each place; `known` are those of the catalogue. A text that
    /// denies ("Không đăng Trang TTĐT") names nothing.
    fn named(&self, words: &Words<'_>, mut known: Vec<Span<Id>>, idle: &[String]) -> Option<Found<Id>> {
        let telling = self.all.iter().filter(|(name, _)| is_telling(name));
        for (name, id) in telling {
            let places = (0..words.len()).filter_map(|at| Some((id.clone(), at..stands(words, at, name)?)));
            known.extend(places);
        }
        let (mut named, mut left, mut at): (Vec<Span<Id>>, _, _) = (Vec::new(), Vec::new(), 0);
        while at < words.len() {
            // Of two as long the first.
            let here = known.iter().rev().filter(|(_, place)| place.start == at);
            if let Some((id, place)) = here.max_by_key(|(_, place)| place.end) {
                at = place.end;
                if !named.iter().any(|(other, _)| other == id) {
                    named.push((id.clone(), place.clone()));
                }
                continue;
            }
            left.extend(words.get(at).filter(|token| !token.is_mark()));
            at += 1;
        }
        let first = named.first()?.0.clone();
        if left.iter().any(|token| denies(token)) {
            return None;
        }
        let is_of_name = |word: &str| {
            let own = self.all.iter().filter(|(_, id)| named.iter().any(|(named, _)| named == id));
            own.clone().any(|(name, _)| name.split(' ').any(|own| own == word))
        };
        let is_idle = |word: &str| IDLE.contains(&word) || idle.iter().any(|idle| idle == word);
        let is_whole = left.iter().all(|token| is_idle(token.folded()) || is_of_name(token.folded()));
        let is_led = named.get(1).is_some_and(|(_, second)| {
            words.find(named[0].1.end, "phoi hop").is_some_and(|joins| joins.end <= second.start)
        });
        let others = named.into_iter().skip(1).map(|(id, _)| id).collect();
        Some(Found { first, others, is_whole, is_led })
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

    /// The one name that has the text.
    fn by_part(&self, wanted: &str) -> Option<Id> {
        let within = |long: &str| format!(" {long} ").contains(&format!(" {wanted} "));
        is_telling(wanted)
            .then(|| the_one(self.all.iter().filter(|(name, _)| within(name)).map(|(_, id)| id)))?
    }
}

/// A name that is not met by chance.
fn is_telling(name: &str) -> bool {
    name.contains(' ') || name.len() >= 4
}

/// Where a name ends whose words stand at a token, whatever marks stand between them.
fn stands(words: &Words<'_>, at: usize, name: &str) -> Option<usize> {
    let mut next = at;
    for (nth, word) in name.split(' ').enumerate() {
        while nth > 0 && words.get(next)?.is_mark() {
            next += 1;
        }
        if words.get(next)?.folded() != word {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// Whether a word turns what is said into its contrary.
pub(super) fn denies(token: &Token) -> bool {
    ["không", "khong", "chưa", "hủy", "hoãn", "trừ", "ngoài"].iter().any(|word| token.lower() == *word)
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
    /// The words of the commune's own name.
    idle: Vec<String>,
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
            idle: key(&file.plan.commune).split(' ').map(str::to_owned).collect(),
            file,
        }
    }

    pub(super) fn office(&mut self, text: &str) -> Option<Found<OfficeId>> {
        let file = self.file;
        self.offices.find(text, &self.idle, |words| {
            let known = |at| {
                let (office, end) = catalogue().office(words, at)?;
                Some((file.offices.get_str(&office.id)?.id.clone(), at..end))
            };
            (0..words.len()).filter_map(known).collect()
        })
    }

    pub(super) fn channel(&mut self, text: &str) -> Option<Found<ChannelId>> {
        let file = self.file;
        let mut found = self.channels.find(text, &self.idle, |words| {
            let known = catalogue().channel_places(words).into_iter();
            known
                .filter_map(|(channel, place)| Some((file.channels.get_str(&channel.id)?.id.clone(), place)))
                .collect()
        })?;
        // "Mạng xã hội (Facebook)" is Facebook.
        let mut all: Vec<ChannelId> = std::iter::once(found.first).chain(found.others).collect();
        let named: Vec<String> = all.iter().map(ToString::to_string).collect();
        let is_general = |id: &ChannelId| {
            let known = catalogue().channels.iter().find(|channel| channel.id == id.as_str());
            known.is_some_and(|known| known.general.iter().any(|special| named.contains(special)))
        };
        all.retain(|id| !is_general(id));
        let mut all = all.into_iter();
        (found.first, found.others) = (all.next()?, all.collect());
        Some(found)
    }

    pub(super) fn duty(&mut self, text: &str) -> Option<Found<DutyId>> {
        self.duties.find(text, &self.idle, |_| Vec::new())
    }

    pub(super) fn topic(&mut self, text: &str) -> Option<Found<TopicId>> {
        let file = self.file;
        self.topics.find(text, &self.idle, |words| {
            let known = catalogue().area_places(words).into_iter();
            known
                .filter_map(|(area, place)| Some((file.topics.get_str(&area.id)?.id.clone(), place)))
                .collect()
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
