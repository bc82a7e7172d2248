//! Danh sách đánh số tự động: the numbers that Word writes before paragraphs, roughly.

use std::collections::HashMap;

use crate::ingest::package::Fault;
use crate::ingest::xml::{Seen, attribute, number, walk};
use crate::text::{letter, roman};

/// Bytes of the wording of a number: "Điều %1." is long already.
const LONGEST: usize = 60;
/// From here on a count is written in figures, whatever the list asks for.
const MOST: u32 = 4_000;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By the number of the list: its levels.
    lists: HashMap<u32, u32>,
    levels: HashMap<(u32, u32), Level>,
    counts: HashMap<(u32, u32), u32>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

impl Numbering {
    pub(super) fn read(xml: &str) -> Result<Self, Fault> {
        let mut all = Self::default();
        let (mut list, mut level, mut num) = (None, None, None);
        walk(xml, |seen| {
            match seen {
                Seen::Open("abstractNum", element) => list = id(element, "abstractNumId"),
                Seen::Open("lvl", element) => {
                    level = list.zip(id(element, "ilvl"));
                    if let Some(key) = level {
                        all.levels.insert(key, Level { start: 1, ..Level::default() });
                    }
                }
                Seen::Open(name @ ("numFmt" | "lvlText" | "start"), element) => {
                    if let Some(level) = level.and_then(|key| all.levels.get_mut(&key)) {
                        match name {
                            "numFmt" => level.format = attribute(element, "val").unwrap_or_default(),
                            "lvlText" => {
                                let text = attribute(element, "val").unwrap_or_default();
                                level.text = if text.len() <= LONGEST { text } else { String::new() };
                            }
                            _ => level.start = number(element).unwrap_or(1),
                        }
                    }
                }
                Seen::Open("num", element) => num = id(element, "numId"),
                Seen::Open("abstractNumId", element) => {
                    if let (Some(num), Some(list)) = (num, number(element)) {
                        all.lists.insert(num, list);
                    }
                }
                Seen::Close("abstractNum") => list = None,
                Seen::Close("lvl") => level = None,
                Seen::Close("num") => num = None,
                _ => {}
            }
            Ok(())
        })?;
        Ok(all)
    }

    /// The number of the next paragraph of a list: "II.", "1.2.", "-"; none for a list that has none.
    pub(super) fn next(&mut self, num: u32, depth: u32) -> Option<String> {
        let list = *self.lists.get(&num)?;
        let level = self.levels.get(&(list, depth))?.clone();
        if level.format == "bullet" {
            return Some("-".to_owned());
        }
        let count = self.counts.get(&(list, depth)).map_or(level.start, |count| count.saturating_add(1));
        self.counts.insert((list, depth), count);
        self.counts.retain(|(other, deeper), _| *other != list || *deeper <= depth);
        let mut text = level.text;
        for above in 0..=depth.min(8) {
            let known = self.levels.get(&(list, above)).cloned().unwrap_or_default();
            let count = self.counts.get(&(list, above)).copied().unwrap_or(known.start);
            text = text.replace(&format!("%{}", above + 1), &shown(&known.format, count));
        }
        let text = text.trim().to_owned();
        (!text.is_empty()).then_some(text)
    }
}

fn id(element: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

fn shown(format: &str, count: u32) -> String {
    match format {
        _ if count > MOST => count.to_string(),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "lowerLetter" => letter(count as usize),
        "upperLetter" => letter(count as usize).to_uppercase(),
        "none" => String::new(),
        _ => count.to_string(),
    }
}
