//! Danh mục: forms of communication, offices, areas of the reform and wordings, as data with their source
//! (`cchc-core/data/ingest`).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use super::words::Words;
use crate::id::UnitId;
use crate::plan::{Duty, Unit};

/// A form of communication that plans name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownChannel {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) short_name: String,
    pub(super) unit: String,
    #[serde(default)]
    pub(super) audience: Option<String>,
    #[serde(default)]
    pub(super) language: Option<String>,
    /// Only in a paragraph that has one of these.
    #[serde(default)]
    within: Vec<String>,
    /// Not where one of these is named, too.
    #[serde(default)]
    pub(super) general: Vec<String>,
    words: Vec<String>,
}

/// An office that plans name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KnownOffice {
    pub(super) id: String,
    pub(super) short_name: String,
    /// Asked, never assigned.
    #[serde(default)]
    pub(super) asked: bool,
    words: Vec<String>,
}

/// An area of the reform that a topic may be about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Area {
    pub(super) id: String,
    pub(super) short_name: String,
    pub(super) indices: Vec<String>,
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KnownUnit {
    id: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Channels {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "channels")]
    known: Vec<KnownChannel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Offices {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "offices")]
    known: Vec<KnownOffice>,
    general: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Areas {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "areas")]
    known: Vec<Area>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wordings {
    #[serde(rename = "source")]
    _source: String,
    verbs: Vec<String>,
    audiences: Vec<String>,
    units: Vec<KnownUnit>,
    more_units: Vec<Unit>,
}

/// All of them, read once.
pub(super) struct Catalogue {
    pub(super) channels: Vec<KnownChannel>,
    pub(super) offices: Vec<KnownOffice>,
    pub(super) areas: Vec<Area>,
    units: Vec<KnownUnit>,
    /// Units that a plan's file has only where a duty counts in them.
    more_units: Vec<Unit>,
    of_channels: Phrases,
    of_offices: Phrases,
    of_units: Phrases,
    /// Offices named in general: "các cơ quan, đơn vị liên quan".
    of_general: Phrases,
    of_verbs: Phrases,
    of_audiences: Phrases,
}

/// Phrases by their first word: which entry of a list each belongs to.
#[derive(Default)]
struct Phrases(HashMap<String, Vec<(usize, String)>>);

impl Phrases {
    fn of<'a>(entries: impl Iterator<Item = &'a [String]>) -> Self {
        let mut phrases = Self::default();
        for (entry, words) in entries.enumerate() {
            for phrase in words {
                let first = phrase.split(' ').next().unwrap_or_default().to_owned();
                phrases.0.entry(first).or_default().push((entry, phrase.clone()));
            }
        }
        phrases
    }

    /// Those that stand at a token: the entry, and where the words end.
    fn at<'p>(&'p self, words: &'p Words<'_>, at: usize) -> impl Iterator<Item = (usize, usize)> + 'p {
        let token = words.get(at);
        let firsts = token.into_iter().flat_map(|token| {
            let folded = self.0.get(token.folded());
            let lower = (token.lower() != token.folded()).then(|| self.0.get(token.lower())).flatten();
            folded.into_iter().chain(lower).flatten()
        });
        firsts.filter_map(move |(entry, phrase)| Some((*entry, words.phrase(at, phrase)?)))
    }

    /// The one with the most words.
    fn longest(&self, words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
        // Of two as long the first of the list.
        self.at(words, at).fold(None, |best: Option<(usize, usize)>, one| match best {
            Some(best) if best.1 > one.1 || (best.1 == one.1 && best.0 <= one.0) => Some(best),
            _ => Some(one),
        })
    }
}

/// The catalogue.
pub(super) fn catalogue() -> &'static Catalogue {
    static READ: OnceLock<Catalogue> = OnceLock::new();
    READ.get_or_init(|| {
        fn of<T: serde::de::DeserializeOwned>(json: &str) -> T {
            serde_json::from_str(json).expect("a built-in catalogue reads: a test says so")
        }
        let channels: Channels = of(include_str!("../../data/ingest/channels.json"));
        let offices: Offices = of(include_str!("../../data/ingest/offices.json"));
        let areas: Areas = of(include_str!("../../data/ingest/areas.json"));
        let wordings: Wordings = of(include_str!("../../data/ingest/wordings.json"));
        Catalogue {
            of_channels: Phrases::of(channels.known.iter().map(|channel| channel.words.as_slice())),
            of_offices: Phrases::of(offices.known.iter().map(|office| office.words.as_slice())),
            of_units: Phrases::of(wordings.units.iter().map(|unit| unit.words.as_slice())),
            of_general: Phrases::of([offices.general.as_slice()].into_iter()),
            of_verbs: Phrases::of([wordings.verbs.as_slice()].into_iter()),
            of_audiences: Phrases::of([wordings.audiences.as_slice()].into_iter()),
            channels: channels.known,
            offices: offices.known,
            areas: areas.known,
            units: wordings.units,
            more_units: wordings.more_units,
        }
    })
}

/// The units that come with every plan, with their definitions.
pub(super) fn units() -> Vec<Unit> {
    static READ: OnceLock<Vec<Unit>> = OnceLock::new();
    READ.get_or_init(|| {
        let file = crate::examples::get("hoa-tham-2026").expect("the built-in plan reads: a test says so");
        file.units.iter().cloned().collect()
    })
    .clone()
}

/// The units of a plan's file: those that come with every plan, and the others that its duties count in.
pub(super) fn units_of(duties: &[Duty]) -> Vec<Unit> {
    let counts = |unit: &Unit| {
        duties.iter().filter_map(|duty| duty.quota.as_ref()).any(|quota| quota.value.unit == unit.id)
    };
    let more = catalogue().more_units.iter().filter(|unit| counts(unit)).cloned();
    units().into_iter().chain(more).collect()
}

/// What a unit is called.
pub(super) fn unit_name(id: &UnitId) -> String {
    let mut all = units().into_iter().chain(catalogue().more_units.iter().cloned());
    all.find(|unit| unit.id == *id).map_or_else(|| id.to_string(), |unit| unit.name)
}

impl Catalogue {
    /// Where a verb ends that opens a duty, at a token.
    pub(super) fn verb(&self, words: &Words<'_>, at: usize) -> Option<usize> {
        self.of_verbs.longest(words, at).map(|(_, end)| end)
    }

    /// Where the words end that name whom something is for, at a token.
    pub(super) fn audience(&self, words: &Words<'_>, at: usize) -> Option<usize> {
        self.of_audiences.longest(words, at).map(|(_, end)| end)
    }

    /// The unit named at a token, and where its name ends.
    pub(super) fn unit(&self, words: &Words<'_>, at: usize) -> Option<(&str, usize)> {
        self.of_units.longest(words, at).map(|(unit, end)| (self.units[unit].id.as_str(), end))
    }

    /// The office named at a token, and where its name ends.
    pub(super) fn office(&self, words: &Words<'_>, at: usize) -> Option<(&KnownOffice, usize)> {
        self.of_offices.longest(words, at).map(|(office, end)| (&self.offices[office], end))
    }

    /// Where the words end that name offices in general, at a token.
    pub(super) fn general_offices(&self, words: &Words<'_>, at: usize) -> Option<usize> {
        self.of_general.longest(words, at).map(|(_, end)| end)
    }

    /// The forms of communication that a text names, each once, in its order: with the tokens that name them.
    pub(super) fn channels_in(&self, words: &Words<'_>) -> Vec<(&KnownChannel, Range<usize>)> {
        let mut found = self.channel_places(words);
        let mut met: Vec<&str> = Vec::new();
        found.retain(|(channel, _)| {
            let is_new = !met.contains(&channel.id.as_str());
            met.push(&channel.id);
            is_new
        });
        let named: Vec<String> = found.iter().map(|(channel, _)| channel.id.clone()).collect();
        found.retain(|(channel, _)| !channel.general.iter().any(|special| named.contains(special)));
        found
    }

    /// The same, however often each is named, and the general ones, too.
    pub(super) fn channel_places(&self, words: &Words<'_>) -> Vec<(&KnownChannel, Range<usize>)> {
        let mut found: Vec<(&KnownChannel, Range<usize>)> = Vec::new();
        let allowed: Vec<bool> = self
            .channels
            .iter()
            .map(|channel| channel.within.is_empty() || channel.within.iter().any(|phrase| words.has(phrase)))
            .collect();
        let mut at = 0;
        while at < words.len() {
            // Of two with the same words the first of the list, which asks for more.
            let here = self.of_channels.at(words, at).filter(|(channel, _)| allowed[*channel]);
            let best = here.max_by_key(|(channel, end)| (*end, std::cmp::Reverse(*channel)));
            match best {
                Some((channel, end)) => {
                    found.push((&self.channels[channel], at..end));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The areas that a text names, wherever: with the tokens that name them.
    pub(super) fn area_places(&self, words: &Words<'_>) -> Vec<(&Area, Range<usize>)> {
        let mut found = Vec::new();
        for area in &self.areas {
            for phrase in &area.words {
                let places = (0..words.len()).filter_map(|at| Some(at..words.phrase(at, phrase)?));
                found.extend(places.map(|place| (area, place)));
            }
        }
        found
    }

    /// The area that a text is about: the one whose words it has first.
    pub(super) fn area_of(&self, words: &Words<'_>) -> Option<&Area> {
        let found = self.areas.iter().filter_map(|area| {
            let first =
                area.words.iter().filter_map(|phrase| words.find(0, phrase)).map(|at| at.start).min()?;
            let count = area.words.iter().filter(|phrase| words.has(phrase)).count();
            Some((area, count, first))
        });
        found.min_by_key(|(_, count, first)| *first as isize - 12 * (*count as isize)).map(|(area, ..)| area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::is_valid;

    #[test]
    fn the_catalogues_read_and_agree() {
        let catalogue = catalogue();
        let units: Vec<Unit> = units().into_iter().chain(catalogue.more_units.iter().cloned()).collect();
        let orders: std::collections::HashSet<u32> = units.iter().map(|unit| unit.order).collect();
        assert_eq!(orders.len(), units.len(), "each has its own place");
        let is_unit = |id: &str| units.iter().any(|unit| unit.id == *id);
        for channel in &catalogue.channels {
            assert!(is_valid(&channel.id) && is_unit(&channel.unit), "{}", channel.id);
        }
        assert!(catalogue.units.iter().all(|unit| is_unit(&unit.id)));
        assert!(catalogue.offices.iter().all(|office| is_valid(&office.id)));
        for area in &catalogue.areas {
            let known = |code: &String| {
                crate::indicator::builtin_indices().iter().any(|index| index.code == *code.as_str())
            };
            assert!(is_valid(&area.id) && area.indices.iter().all(known), "{}", area.id);
        }
    }

    #[test]
    fn no_two_offices_have_the_same_words() {
        let mut seen = std::collections::HashSet::new();
        for office in &catalogue().offices {
            for words in &office.words {
                assert!(seen.insert(words), "{words}");
            }
        }
    }
}
