//! Hình thức tuyên truyền: what the section names, recognised against the catalogue.

use std::collections::HashSet;
use std::ops::Range;

use super::{gist, leads, place};
use crate::diagnostic::Place;
use crate::id::ChannelGroupId;
use crate::ingest::catalogue::{KnownChannel, catalogue};
use crate::ingest::outline::Part;
use crate::ingest::reading::{Certainty, Log};
use crate::ingest::words::Words;
use crate::ingest::{Draft, Passage};
use crate::plan::{Channel, ChannelGroup, Listing, PassageRole, Source, Stated};
use crate::record::{Extra, Kind};

/// Groups of channels, one for each paragraph of the section, and the channels; what is named elsewhere only comes in
/// a last group.
pub(in crate::ingest) fn channels(draft: &mut Draft<'_>) -> (Vec<ChannelGroup>, Vec<Channel>) {
    let mut made = Made::default();
    let sections: Vec<&Passage<'_>> = draft
        .passages
        .iter()
        .filter(|passage| {
            passage.block.part.main() == Part::Channels && passage.block.role == PassageRole::Body
        })
        .collect();
    for passage in sections {
        let block = passage.block;
        let known = catalogue().channels_in(&passage.words);
        if known.is_empty() {
            if leads(block) {
                draft.log.read(
                    block,
                    0..block.text.len(),
                    Place::part("passages"),
                    "câu dẫn",
                    Certainty::Inferred,
                );
            }
            continue;
        }
        let new: Vec<_> = known.into_iter().filter(|(channel, _)| !made.has(channel)).collect();
        let Some(group) = made.group(passage, &gist(block.rest(), 90)) else { continue };
        draft.log.read(
            block,
            0..block.text.len(),
            place(Kind::ChannelGroups, group.as_str(), ""),
            gist(block.rest(), 90),
            Certainty::Written,
        );
        for (known, tokens) in new {
            let listing = listing(&passage.words, tokens.start);
            made.channel(&mut draft.log, passage, (&group, listing), known, tokens);
        }
    }
    let mut elsewhere: Vec<(usize, &'static KnownChannel, Range<usize>)> = Vec::new();
    for (at, passage) in draft.passages.iter().enumerate() {
        let part = passage.block.part.main();
        let named_for_use =
            matches!(part, Part::Goals | Part::Requirements | Part::Tasks | Part::Duties | Part::Table);
        if !named_for_use || passage.block.role != PassageRole::Body {
            continue;
        }
        for (known, tokens) in catalogue().channels_in(&passage.words) {
            if !made.has(known)
                && !known.general.iter().any(|special| made.ids.contains(special))
                && !elsewhere.iter().any(|(_, other, _)| other.id == known.id)
            {
                elsewhere.push((at, known, tokens));
            }
        }
    }
    let first = elsewhere.first().map(|(at, ..)| &draft.passages[*at]);
    if let Some(group) = first.and_then(|first| made.group(first, "Hình thức nêu ở mục khác của kế hoạch"))
    {
        for (at, known, tokens) in elsewhere {
            let place = (&group, Listing::Elsewhere);
            made.channel(&mut draft.log, &draft.passages[at], place, known, tokens);
        }
    }
    (made.groups, made.channels)
}

#[derive(Default)]
struct Made {
    groups: Vec<ChannelGroup>,
    channels: Vec<Channel>,
    ids: HashSet<String>,
}

impl Made {
    fn has(&self, known: &KnownChannel) -> bool {
        self.ids.contains(&known.id)
    }

    fn group(&mut self, passage: &Passage<'_>, name: &str) -> Option<ChannelGroupId> {
        let order = self.groups.len() as u32 + 1;
        let id: ChannelGroupId = format!("nhom-{order}").parse().ok()?;
        self.groups.push(ChannelGroup {
            id: id.clone(),
            order,
            name: name.to_owned(),
            source: Source::new(passage.block.id.clone(), ""),
            extra: Extra::new(),
        });
        Some(id)
    }

    fn channel(
        &mut self,
        log: &mut Log,
        passage: &Passage<'_>,
        (group, listing): (&ChannelGroupId, Listing),
        known: &KnownChannel,
        tokens: Range<usize>,
    ) {
        let (Ok(id), Ok(unit)) = (known.id.parse(), known.unit.parse()) else { return };
        if !self.ids.insert(known.id.clone()) {
            return;
        }
        let words = &passage.words;
        let quote = words.slice(tokens.clone());
        let usual = || {
            let usual = known.audience.clone()?;
            Some(Stated::inferred(usual, "Suy ra từ hình thức; Kế hoạch không nêu đối tượng."))
        };
        let last = catalogue().channels_in(words).last().map_or(0, |(_, at)| at.start);
        let audience = audience(words, tokens.end, last).or_else(usual);
        let language = known.language.clone().map(|language| {
            let said = words.find(tokens.start, "tiếng");
            // "tiếng Tày, tiếng Dao": as the plan names it.
            match said.map(|at| words.slice(at.start..(at.end + 1).min(words.len()))) {
                Some(said)
                    if said.split(' ').nth(1).is_some_and(|name| name.starts_with(char::is_uppercase)) =>
                {
                    Stated::written(said.to_owned(), said)
                }
                _ => Stated { wording: quote.to_owned(), ..Stated::written(language, quote) },
            }
        });
        let channel = Channel {
            id,
            order: self.channels.len() as u32 + 1,
            group: group.clone(),
            name: known.name.clone(),
            short_name: known.short_name.clone(),
            listing,
            unit: Stated::inferred(unit, "Đơn vị thường dùng khi đếm hình thức này; Kế hoạch không nêu."),
            audience,
            language,
            source: Source::new(passage.block.id.clone(), quote),
            extra: Extra::new(),
        };
        log.read(
            passage.block,
            words.span(tokens),
            Place::record(&channel, ""),
            &channel.name,
            Certainty::Written,
        );
        if let Some(audience) = &channel.audience {
            let place = Place::record(&channel, "audience");
            log.stated(passage.block, place, audience, format!("đối tượng: {}", audience.value));
        }
        if let Some(language) = &channel.language {
            log.stated(passage.block, Place::record(&channel, "language"), language, &language.value);
        }
        self.channels.push(channel);
    }
}

/// What the words before it make of a form that the section names: "khuyến khích …" within the same clause leaves it to
/// whoever wants to.
fn listing(words: &Words<'_>, at: usize) -> Listing {
    let ends = |at: &usize| words.any(*at, &[";", "."]).is_some();
    let from = (0..at).rev().find(ends).unwrap_or(0);
    match words.find(from, "khuyến khích") {
        Some(said) if said.start <= at => Listing::Encouraged,
        _ => Listing::Form,
    }
}

/// Whom the rest of a clause says that it is for: "… cho đội ngũ cán bộ, công chức, viên chức và Nhân dân trên địa bàn".
/// What follows a semicolon belongs to it where no other form is named there.
fn audience(words: &Words<'_>, from: usize, last: usize) -> Option<Stated<String>> {
    let ends =
        |at: &usize| words.phrase(*at, ".").is_some() || (words.phrase(*at, ";").is_some() && *at < last);
    let end = (from..words.len()).find(ends).unwrap_or(words.len());
    (from..end).find_map(|at| {
        let led = words.any(at, &["cho", "đến", "tới"])?;
        let named = words.any(led, &["đội ngũ", "các", "toàn thể"]).unwrap_or(led);
        let stop = catalogue().audience(words, named).filter(|stop| *stop <= end)?;
        let stop = words.any(stop, &["trên địa bàn xã", "trên địa bàn"]).unwrap_or(stop);
        let value = words.slice(named..stop).to_owned();
        Some(Stated::written(value, words.slice(led..stop)))
    })
}
