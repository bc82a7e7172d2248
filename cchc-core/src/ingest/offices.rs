//! Cơ quan, đơn vị: who has duties, and which words of the plan are theirs.

mod names;

use std::collections::HashSet;

use names::{lead_and_partners, unknown_body, unlabelled};

use super::catalogue::catalogue;
use super::contents::{short, unique_id};
use super::outline::{Block, Marker, Part};
use super::reading::Certainty;
use super::table::Column;
use super::words::Words;
use super::{Draft, Passage};
use crate::diagnostic::{Diagnostic, Place};
use crate::plan::{Office, OfficeRole, PassageRole, Source};
use crate::record::Extra;
use crate::text::slug;

pub(super) use names::said_to_all;

/// The offices, and the words that give them duties.
#[derive(Debug, Default)]
pub(super) struct Assigned {
    pub(super) offices: Vec<Office>,
    pub(super) items: Vec<Item>,
    taken: HashSet<String>,
    /// The ids of those that only their place in the plan says to be offices.
    guessed: HashSet<String>,
}

/// Words that give duties to an office.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// The passage.
    pub(super) passage: usize,
    /// The byte where the duty begins, behind the office's name.
    pub(super) from: usize,
    /// The byte where it ends: the next office may be named in the same paragraph.
    pub(super) to: usize,
    /// The office: its place in the list.
    pub(super) office: usize,
    /// Offices named beside it in a table's column of leads.
    pub(super) beside: Vec<String>,
}

impl Item {
    /// The rest of a passage, of one office.
    fn alone(passage: usize, block: &Block, from: usize, office: usize) -> Self {
        Self { passage, from, to: block.text.len(), office, beside: Vec::new() }
    }
}

/// Finds the offices in the order of the plan.
pub(super) fn assign(draft: &mut Draft<'_>) -> Assigned {
    let mut all = Assigned::default();
    let mut current: Option<(usize, usize)> = None;
    // The marker of the last item that named an office, or stood where one is named.
    let mut level: Option<Marker> = None;
    for (at, passage) in draft.passages.iter().enumerate() {
        let block = passage.block;
        if matches!(block.role, PassageRole::Footnote(_)) {
            continue;
        }
        match block.part {
            Part::Duties | Part::Budget | Part::Reports if block.is_heading() => {
                // The section's own heading names no office.
                let names_office = block.role == PassageRole::Subheading && block.part == Part::Duties;
                if names_office {
                    let office = all.of_heading(block);
                    current = Some((at, office));
                    level = None;
                } else if block.role == PassageRole::Heading {
                    current = None;
                    level = None;
                }
            }
            Part::Duties => {
                let words = Words::of(block.rest());
                let base = rest_start(block);
                let marker = block.marker.as_ref().map(|(marker, _)| marker);
                let is_next = level.as_ref().zip(marker).is_some_and(|(level, marker)| marker.follows(level));
                let opened = opening(&words);
                let is_first = level.is_none() && current.is_none() && marker.is_some_and(Marker::is_first);
                let body = unknown_body(&words).filter(|_| is_next || is_first);
                let opened = opened.or(body);
                if is_next || (opened.is_some() && marker != Some(&Marker::Bullet)) {
                    level = marker.cloned();
                }
                if let Some((name, asked, next)) = opened {
                    let (first, beside) = one_and_others(&name);
                    let office = all.named(&first, asked, block, "");
                    let from = base + next;
                    all.push(block, Item { passage: at, from, to: block.text.len(), office, beside });
                    // What follows without a name belongs to the office that a numbered item named.
                    if marker != Some(&Marker::Bullet) {
                        current = Some((at, office));
                    }
                    if block.text[from..].trim_matches([':', '.', ' ']).is_empty() {
                        current = Some((at, office));
                    }
                } else if is_next {
                    // Where an office is expected, and none is known: nobody's, and listed.
                    current = None;
                } else if let Some((_, office)) = current {
                    all.push(block, Item::alone(at, block, base, office));
                }
            }
            Part::Tasks if block.role == PassageRole::Body => {
                if let Some((name, from)) =
                    given(block).or_else(|| named_lead(&passage.words).map(|name| (name, block.rest_at())))
                {
                    let office = all.named(&name, false, block, &name);
                    all.items.push(Item::alone(at, block, from, office));
                }
            }
            // "Giao Phòng … đôn đốc" without a section of its own.
            Part::Opening | Part::Other | Part::Closing if block.role == PassageRole::Body => {
                if let Some((name, from)) = given(block) {
                    let office = all.named(&name, false, block, &name);
                    all.items.push(Item::alone(at, block, from, office));
                }
            }
            Part::Reports if block.role == PassageRole::Body => {
                let words = Words::of(block.rest());
                let known =
                    opening(&words).filter(|(name, ..)| catalogue().office(&Words::of(name), 0).is_some());
                if let Some((name, asked, next)) = known {
                    let office = all.named(&name, asked, block, &name);
                    let from = rest_start(block) + next;
                    all.items.push(Item::alone(at, block, from, office));
                }
            }
            Part::Table => all.row(passage, at, &mut draft.found),
            _ => {}
        }
    }
    all.prune();
    all.focal(draft);
    all
}

impl Assigned {
    /// Adds the words of a paragraph; from where a sentence of it begins with another office they are that one's.
    fn push(&mut self, block: &Block, mut item: Item) {
        let text = block.text.as_str();
        let words = Words::of(text);
        for at in words.index_at(item.from)..words.len() {
            let start = words.get(at + 1).map_or(text.len(), |token| token.at.start);
            let ends = words.phrase(at, ".").is_some() && !words.touches(at + 1) && at + 1 < words.len();
            if !ends || catalogue().office(&words, at + 1).is_none() {
                continue;
            }
            let Some((name, asked, next)) = opening(&Words::of(&text[start..])) else { continue };
            let (first, beside) = one_and_others(&name);
            let office = self.named(&first, asked, block, "");
            if office == item.office {
                continue;
            }
            let passage = item.passage;
            let rest = Item { passage, from: start + next, to: text.len(), office, beside };
            self.items.push(Item { to: start, ..std::mem::replace(&mut item, rest) });
        }
        self.items.push(item);
    }

    /// The office of a heading: "1. Phòng Văn hóa - Xã hội", "6. Đề nghị Ủy ban MTTQ …".
    fn of_heading(&mut self, block: &Block) -> usize {
        let rest = block.rest().trim_end_matches([':', '.', ' ']);
        let words = Words::of(rest);
        let asked = words.any(0, &["de nghi"]);
        let start = asked.or_else(|| words.any(0, &["giao cho", "giao"])).unwrap_or(0);
        let name = words.slice(start..words.len()).to_owned();
        self.named(&name, asked.is_some(), block, "")
    }

    /// The office of that name, made where it is new.
    fn named(&mut self, name: &str, asked: bool, block: &Block, quote: &str) -> usize {
        let name = unlabelled(name.trim_matches([',', ';', ':', '.', ' ']));
        let words = Words::of(&name);
        let known = catalogue().office(&words, 0).map(|(known, _)| known);
        let wanted = known.map_or_else(|| slug(&name, 48), |known| known.id.clone());
        if let Some(at) = self.offices.iter().position(|office| office.id == *wanted.as_str()) {
            return at;
        }
        let id = unique_id(&mut self.taken, &wanted, "co-quan");
        let at = self.offices.len();
        let Ok(id) = id.parse() else { return at.saturating_sub(1) };
        let asked = asked || known.is_some_and(|known| known.asked);
        if known.is_none() && catalogue().general_offices(&words, 0).is_none() {
            self.guessed.insert(wanted);
        }
        self.offices.push(Office {
            id,
            order: at as u32 + 1,
            short_name: known.map_or_else(|| short(&name, 24), |known| known.short_name.clone()),
            name,
            role: if asked { OfficeRole::Asked } else { OfficeRole::Assigned },
            source: Source::new(block.id.clone(), quote),
            extra: Extra::new(),
        });
        at
    }

    /// The lead of a table's row; several are told, the first leads.
    fn row(&mut self, passage: &Passage<'_>, at: usize, found: &mut Vec<Diagnostic>) {
        let block = passage.block;
        let (Some(cells), Some(task)) = (&block.cells, cell(block, Column::Task)) else { return };
        if cells.is_head || task.is_empty() {
            return;
        }
        let Some(lead) = cell(block, Column::Lead).filter(|lead| !lead.is_empty()) else { return };
        let names = split_offices(lead);
        let Some((first, beside)) = names.split_first() else { return };
        if !beside.is_empty() {
            found.push(Diagnostic::warning(
                "several-leads",
                Place { id: block.id.to_string(), ..Place::part("passages") },
                format!(
                    "cột chủ trì nêu {} cơ quan: {lead}; đang lấy “{first}” là chủ trì, còn lại là phối hợp",
                    names.len()
                ),
                "Mỗi nhiệm vụ có đúng một cơ quan chủ trì: chọn lại khi xác nhận",
            ));
        }
        let office = self.named(first, false, block, first);
        let from = block.text.find(task).unwrap_or(0);
        self.items.push(Item { passage: at, from, to: block.text.len(), office, beside: beside.to_vec() });
    }

    /// A heading over several offices names none that has a duty of its own.
    fn prune(&mut self) {
        let mut kept = Vec::new();
        for (at, mut office) in std::mem::take(&mut self.offices).into_iter().enumerate() {
            if self.items.iter().any(|item| item.office == at) {
                office.order = kept.len() as u32 + 1;
                kept.push((at, office));
            }
        }
        for item in &mut self.items {
            item.office = kept.iter().position(|(was, _)| *was == item.office).unwrap_or(0);
        }
        self.offices = kept.into_iter().map(|(_, office)| office).collect();
    }

    /// The focal office: who follows up, urges and adds up, by its words.
    fn focal(&mut self, draft: &mut Draft<'_>) {
        let mut best: Option<(usize, usize)> = None;
        for (at, office) in self.offices.iter().enumerate() {
            if office.role == OfficeRole::Asked {
                continue;
            }
            let score: usize = self
                .items
                .iter()
                .filter(|item| item.office == at)
                .map(|item| {
                    let words = &draft.passages[item.passage].words;
                    let signs: [(&[&str], usize); 5] = [
                        (&["bao cao ket qua"], 1),
                        (&["dau moi"], 6),
                        (&["theo doi", "don doc"], 3),
                        (&["tong hop"], 2),
                        (&["bao cao ubnd", "gui so noi vu", "bao cao so noi vu", "va so noi vu"], 2),
                    ];
                    signs
                        .iter()
                        .filter(|(phrases, _)| words.has_any(phrases))
                        .map(|(_, weight)| weight)
                        .sum::<usize>()
                })
                .sum();
            let score = score + 3 * usize::from(receives_reports(draft, office));
            let score =
                score * 2 + usize::from(office.id == "phong-vhxh") + usize::from(office.id == "so-noi-vu");
            if best.is_none_or(|(known, _)| score > known) {
                best = Some((score, at));
            }
        }
        let Some((score, at)) = best else { return };
        self.offices[at].role = OfficeRole::Focal;
        let office = &self.offices[at];
        draft.log.concluded(Place::record(office, "role"), format!("cơ quan đầu mối: {}", office.name));
        if score < 4 {
            draft.found.push(Diagnostic::warning(
                "focal-office-inferred",
                Place::record(office, "role"),
                "kế hoạch không nêu rõ cơ quan đầu mối theo dõi, tổng hợp; đang lấy cơ quan này",
                "Chọn lại cơ quan đầu mối nếu chưa đúng",
            ));
        }
    }

    /// How sure it is that the plan names this office.
    pub(super) fn certainty(&self, office: &Office) -> Certainty {
        if self.guessed.contains(office.id.as_str()) { Certainty::Inferred } else { Certainty::Written }
    }

    pub(super) fn focal_office(&self) -> Option<(usize, &Office)> {
        self.offices.iter().enumerate().find(|(_, office)| office.role == OfficeRole::Focal)
    }
}

/// Whether the plan has reports sent to the office.
fn receives_reports(draft: &Draft<'_>, office: &Office) -> bool {
    draft.passages.iter().map(|passage| &passage.words).filter(|words| words.has("báo cáo")).any(|words| {
        (0..words.len()).any(|at| {
            words.any(at, &["gửi về", "về", "gửi", "nhận báo cáo :"]).is_some_and(|next| {
                catalogue().office(words, next).is_some_and(|(known, _)| office.id == *known.id.as_str())
            })
        })
    })
}

/// The words of a cell, by its column.
pub(super) fn cell(block: &Block, column: Column) -> Option<&str> {
    let cells = block.cells.as_ref()?;
    let at = cells.columns.iter().position(|known| *known == Some(column))?;
    block.text.get(cells.at.get(at)?.clone()).map(str::trim)
}

/// The first of several offices and the others; names of one and the same office stay one.
fn one_and_others(name: &str) -> (String, Vec<String>) {
    let names = split_offices(name);
    let known = |name: &str| catalogue().office(&Words::of(name), 0).map(|(office, _)| office.id.as_str());
    match names.split_first() {
        Some((first, others)) if others.iter().any(|other| known(other) != known(first)) => {
            (first.clone(), others.to_vec())
        }
        _ => (name.to_owned(), Vec::new()),
    }
}

/// Where the words of a block begin behind its marker.
fn rest_start(block: &Block) -> usize {
    block.text.len() - block.text[block.rest_at()..].trim_start().len()
}

/// "Giao Phòng Kinh tế …": the office, and the byte where its duty begins.
fn given(block: &Block) -> Option<(String, usize)> {
    let words = Words::of(block.rest());
    words.any(0, &["giao cho", "giao"])?;
    let (name, _, next) = opening(&words)?;
    catalogue().office(&Words::of(&name), 0)?;
    Some((name, rest_start(block) + next))
}

/// An office that words begin with, "Giao Phòng Kinh tế:", "Phòng Kinh tế chủ trì …": its name, whether it is asked,
/// and the byte where its duty begins.
fn opening(words: &Words<'_>) -> Option<(String, bool, usize)> {
    let asked = words.any(0, &["de nghi"]);
    let labels = ["giao cho", "giao", "co quan chu tri :", "don vi chu tri :", "chu tri :"];
    let start = asked.or_else(|| words.any(0, &labels)).unwrap_or(0);
    let begins = |at: usize| words.get(at).map_or(words.text.len(), |token| token.at.start);
    // A name before a colon.
    let colon = (start..words.len().min(start + 30))
        .take_while(|at| words.phrase(*at, ".").is_none())
        .find(|at| words.phrase(*at, ":").is_some());
    let known = catalogue().office(words, start);
    let general = catalogue().general_offices(words, start);
    if let Some(colon) = colon
        && (known.is_some() || general.is_some() || asked.is_some())
    {
        let named = known.map(|(_, end)| with_place(words, end));
        let parted =
            named.and_then(|end| lead_and_partners(words.slice(start..end), words.slice(end..colon)));
        let name = parted.unwrap_or_else(|| words.slice(start..colon).to_owned());
        return Some((name, asked.is_some(), begins(colon + 1)));
    }
    let mut end = with_place(words, known.map(|(_, end)| end).or(general)?);
    // "Hội Liên hiệp Phụ nữ, Đoàn Thanh niên …": several at once.
    while let Some(next) = words.any(end, &[",", "và"])
        && let Some((_, more)) = catalogue().office(words, next)
    {
        end = with_place(words, more);
    }
    end = words
        .any(end, &["trên địa bàn xã", "trên địa bàn phường", "trên địa bàn", "thuộc UBND xã"])
        .unwrap_or(end);
    // Behind the name a verb, or nothing.
    let next = words.any(end, &["co trach nhiem", "chiu trach nhiem", ",", "thuc hien :"]).unwrap_or(end);
    let is_lead = next >= words.len()
        || catalogue().verb(words, next).is_some()
        || words.any(next, &["can cu", "theo"]).is_some();
    is_lead.then(|| (words.slice(start..end).to_owned(), asked.is_some(), begins(next)))
}

/// Where a name ends with the place behind it: "Phòng Kinh tế xã Hoa Thám".
pub(super) fn with_place(words: &Words<'_>, end: usize) -> usize {
    let Some(next) = words.any(end, &["xã", "phường", "tỉnh", "đặc khu"]) else { return end };
    let named = (next..words.len().min(next + 4)).take_while(|at| {
        words.get(*at).is_some_and(|token| {
            token.is_word() && words.text[token.at.clone()].starts_with(char::is_uppercase)
        }) && catalogue().verb(words, *at).is_none()
    });
    next + named.count()
}

/// The lead of a task that is named in its sentence: "(Phòng Kinh tế chủ trì)", "Giao Văn phòng …", "Cơ quan chủ trì: …".
fn named_lead(words: &Words<'_>) -> Option<String> {
    let name = |at: usize| {
        let (_, end) = catalogue().office(words, at)?;
        Some(words.slice(at..with_place(words, end)).to_owned())
    };
    (0..words.len()).find_map(|at| {
        if let Some(next) = words.any(
            at,
            &[
                "co quan chu tri :",
                "don vi chu tri :",
                "chu tri :",
                "giao cho",
                "giao",
                "don vi thuc hien :",
                "co quan thuc hien :",
            ],
        ) {
            return name(next);
        }
        let (_, end) = catalogue().office(words, at)?;
        words.any(with_place(words, end), &["chu tri", "la don vi chu tri", "chiu trach nhiem"])?;
        name(at)
    })
}

/// The offices that a cell names.
pub(super) fn split_offices(cell: &str) -> Vec<String> {
    let words = Words::of(cell);
    let (mut names, mut from, mut at) = (Vec::new(), 0, 0);
    let mut push = |from: usize, to: usize| {
        let name = unlabelled(words.slice(from..to).trim_matches([',', ';', '.', '-', '+', ' ']));
        if name.chars().count() > 1 {
            names.push(name);
        }
    };
    while at < words.len() {
        // A name that holds a comma or an "và" is one.
        let whole = catalogue()
            .general_offices(&words, at)
            .or_else(|| catalogue().office(&words, at).map(|(_, end)| end));
        if let Some(end) = whole {
            at = with_place(&words, end);
            continue;
        }
        if words.any(at, &[",", ";", "và", "+"]).is_some() {
            push(from, at);
            from = at + 1;
        }
        at += 1;
    }
    push(from, words.len());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_of_a_cell() {
        assert_eq!(split_offices("Phòng Văn hóa - Xã hội"), ["Phòng Văn hóa - Xã hội"]);
        assert_eq!(
            split_offices("Văn phòng HĐND và UBND; Phòng Kinh tế, các cơ quan, đơn vị liên quan"),
            ["Văn phòng HĐND và UBND", "Phòng Kinh tế", "các cơ quan, đơn vị liên quan"]
        );
    }

    #[test]
    fn who_opens_a_paragraph() {
        let read = |text: &str| {
            let words = Words::of(text);
            opening(&words).map(|(name, asked, from)| format!("{name} | {asked} | {}", &text[from..]))
        };
        assert_eq!(
            read("Phòng Kinh tế: thẩm định kinh phí").as_deref(),
            Some("Phòng Kinh tế | false | thẩm định kinh phí")
        );
        assert_eq!(
            read("Giao Văn phòng HĐND và UBND xã chủ trì đăng bài").as_deref(),
            Some("Văn phòng HĐND và UBND xã | false | chủ trì đăng bài")
        );
        assert_eq!(
            read("Đề nghị Ủy ban MTTQ Việt Nam xã: vận động").as_deref(),
            Some("Ủy ban MTTQ Việt Nam xã | true | vận động")
        );
        assert_eq!(read("Tổ chức lớp tập huấn: 01 lớp"), None);
    }
}
