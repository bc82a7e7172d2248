//! Mục tiêu, yêu cầu, nội dung, chỉ tiêu, hình thức: what the plan wants told, and by what means.

mod channels;
mod targets;

use std::collections::HashSet;

use super::catalogue::catalogue;
use super::outline::{Block, Part};
use super::reading::Certainty;
use super::words::{Words, tidy};
use super::{Draft, Passage};
use crate::diagnostic::Place;
use crate::id::IndexCode;
use crate::order;
use crate::plan::{Goal, GoalKind, Source, Stated, Topic};
use crate::record::Extra;
use crate::text::slug;

pub(super) use channels::channels;
pub(super) use targets::targets;

/// An id that no other record of the kind has.
pub(super) fn unique_id(taken: &mut HashSet<String>, wanted: &str, fallback: &str) -> String {
    let wanted = if wanted.is_empty() { fallback } else { wanted };
    let mut id = wanted.to_owned();
    let mut nth = 1;
    while !taken.insert(id.clone()) {
        nth += 1;
        id = format!("{wanted}-{nth}");
    }
    id
}

/// The heart of a paragraph, for a line in a table: its first sentence, cut between clauses where it is long.
pub(super) fn gist(text: &str, longest: usize) -> String {
    let plain = tidy(&without_marks(text));
    let sentence = plain.split(". ").next().unwrap_or(&plain);
    let trimmed = sentence.trim().trim_end_matches(['.', ';', ':', ',', '/']).trim_end();
    if trimmed.chars().count() <= longest {
        return crate::text::capitalized(trimmed);
    }
    let cut: String = trimmed.chars().take(longest).collect();
    let at = cut.rfind(['.', ';']).or_else(|| cut.rfind(',')).filter(|at| *at > cut.len() / 3);
    let at = at.or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
    let cut = &cut[..at];
    // A bracket is whole or not there.
    let cut = match cut.rfind('(') {
        Some(open) if !cut[open..].contains(')') => &cut[..open],
        _ => cut,
    };
    crate::text::capitalized(cut.trim_end_matches([',', ';', ' ', '-', '(']))
}

/// The first words, for narrow columns.
pub(super) fn short(text: &str, longest: usize) -> String {
    let plain = gist(text, 160);
    let mut short = String::new();
    for word in plain.split(' ') {
        if short.chars().count() + word.chars().count() + 1 > longest && !short.is_empty() {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short.trim_end_matches([',', ';', ':', '-', ' ']).to_owned()
}

fn without_marks(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once("[^") {
        plain.push_str(before);
        rest = mark.split_once(']').map_or(mark, |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

/// Whether a paragraph only leads to the list below it.
pub(super) fn leads(block: &Block) -> bool {
    block.text.trim_end().ends_with(':')
}

/// The place of a record that is not made yet.
pub(super) fn place(kind: crate::record::Kind, id: &str, field: &str) -> Place {
    Place { part: kind.key().to_owned(), id: id.to_owned(), field: field.to_owned(), ..Place::default() }
}

/// Mục tiêu, yêu cầu: a paragraph each.
pub(super) fn goals(draft: &mut Draft<'_>) -> Vec<Goal> {
    let mut goals = Vec::new();
    let mut counts = [0, 0];
    for passage in &draft.passages {
        let block = passage.block;
        let (kind, nth, name) = match block.part.main() {
            Part::Goals => (GoalKind::Goal, 0, "muc-tieu"),
            Part::Requirements => (GoalKind::Requirement, 1, "yeu-cau"),
            _ => continue,
        };
        if block.is_heading() || matches!(block.role, crate::plan::PassageRole::Footnote(_)) {
            continue;
        }
        if leads(block) && block.text.chars().count() < 160 {
            draft.log.read(
                block,
                0..block.text.len(),
                Place::part("passages"),
                "câu dẫn",
                Certainty::Inferred,
            );
            continue;
        }
        counts[nth] += 1;
        let id = format!("{name}-{}", counts[nth]);
        let words = match block.rest().split_once(": ") {
            Some((label, rest)) if label.chars().count() <= 30 && block.marker.is_some() => rest,
            _ => block.rest(),
        };
        let Ok(id) = id.parse() else { continue };
        let goal = Goal {
            id,
            order: goals.len() as u32 + 1,
            kind,
            name: gist(words, 150),
            source: Source::new(block.id.clone(), ""),
            extra: Extra::new(),
        };
        draft.log.read(block, 0..block.text.len(), Place::record(&goal, ""), &goal.name, Certainty::Written);
        goals.push(goal);
    }
    goals
}

/// Nội dung tuyên truyền: a paragraph each, with the documents that it and its footnotes cite.
pub(super) fn topics(draft: &mut Draft<'_>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    let mut taken = HashSet::new();
    let mut found: Vec<(usize, Topic)> = Vec::new();
    for (at, passage) in draft.passages.iter().enumerate() {
        let block = passage.block;
        let is_topic = matches!(block.part.main(), Part::Topics | Part::Tasks)
            && block.role == crate::plan::PassageRole::Body
            && block.cells.is_none()
            && !passage.words.has_any(&["theo phụ lục", "tại phụ lục", "phụ lục kèm theo"])
            && !draft.duty_blocks.contains(&at);
        if !is_topic {
            continue;
        }
        if leads(block) {
            draft.log.read(
                block,
                0..block.text.len(),
                Place::part("passages"),
                "câu dẫn",
                Certainty::Inferred,
            );
            continue;
        }
        let words = &passage.words;
        let area = catalogue().area_of(words);
        let area = area.filter(|area| !found.iter().any(|(_, topic)| topic.id == *area.id.as_str()));
        let own = slug(&gist(block.rest(), 60), 60);
        let wanted = area.map_or(own.as_str(), |area| area.id.as_str());
        let id = unique_id(&mut taken, wanted, "noi-dung");
        let Ok(id) = id.parse() else { continue };
        let mut bases = Vec::new();
        for resolved in draft.documents_of(at) {
            if let Some(document) = draft.registry.get(resolved)
                && !bases.contains(&document.id)
            {
                bases.push(document.id.clone());
            }
        }
        let indices = indices(passage, area.map(|area| area.indices.as_slice()));
        let topic = Topic {
            id,
            order: found.len() as u32 + 1,
            name: gist(block.rest(), 150),
            short_name: area.map_or_else(|| short(block.rest(), 32), |area| area.short_name.clone()),
            bases,
            indices,
            source: Source::new(block.id.clone(), ""),
            extra: Extra::new(),
        };
        found.push((at, topic));
    }
    for (at, topic) in found {
        let block = draft.passages[at].block;
        draft.log.read(
            block,
            0..block.text.len(),
            Place::record(&topic, ""),
            &topic.name,
            Certainty::Written,
        );
        if let Some(indices) = &topic.indices {
            let shown: Vec<String> = indices.value.iter().map(|code| code.as_str().to_uppercase()).collect();
            draft.log.stated(block, Place::record(&topic, "indices"), indices, shown.join(", "));
        }
        topics.push(topic);
    }
    topics
}

/// Indices that the words name, else those that their area serves.
pub(super) fn indices(passage: &Passage<'_>, of_area: Option<&[String]>) -> Option<Stated<Vec<IndexCode>>> {
    const NAMES: [(&str, &str); 6] = [
        ("par index", "par-index"),
        ("sipas", "sipas"),
        ("papi", "papi"),
        ("ddci", "ddci"),
        ("pci", "pci"),
        ("chỉ số cải cách hành chính", "par-index"),
    ];
    let words: &Words<'_> = &passage.words;
    let mut codes: Vec<(usize, &str)> = Vec::new();
    let mut span: Option<(usize, usize)> = None;
    for (name, code) in NAMES {
        if let Some(at) = words.find(0, name) {
            span = Some(span.map_or((at.start, at.end), |(from, to)| (from.min(at.start), to.max(at.end))));
            if !codes.iter().any(|(_, known)| *known == code) {
                codes.push((at.start, code));
            }
        }
    }
    order::sort(&mut codes);
    if let Some((from, to)) = span {
        let value = codes.iter().filter_map(|(_, code)| code.parse().ok()).collect();
        return Some(Stated::written(value, words.slice(from..to)));
    }
    let value = of_area?.iter().filter_map(|code| code.parse().ok()).collect();
    Some(Stated::inferred(value, "Suy ra từ lĩnh vực của nội dung; Kế hoạch không nêu chỉ số."))
}
