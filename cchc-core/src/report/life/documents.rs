//! What differs between a document that was frozen and the one that would be written now.
//!
//! Everything that is printed is compared, but for what is named in [`printed`].

use std::collections::{HashMap, HashSet};

use super::MovedPart;
use crate::document::{Appendix, Block, Cell, Document, Form, Ordinal, PartialDate, Rich, Table, Title};
use crate::report::works::BUDGET_KEY;

/// Paragraphs that read otherwise, as they stood and as they would; and every other part that differs.
pub(super) fn differing(before: &Document, after: &Document) -> (Vec<(String, String)>, Vec<MovedPart>) {
    let (before, after) = (printed(before), printed(after));
    let mut found = Found::default();
    if before == after {
        return (found.paragraphs, found.parts);
    }
    found.lines("Dấu trên đầu văn bản", before.notice.as_slice(), after.notice.as_slice());
    found.lines("Thể thức", &form_lines(before.form.as_ref()), &form_lines(after.form.as_ref()));
    found.blocks("", &before.body, &after.body);
    let count = before.appendices.len().max(after.appendices.len());
    for place in 0..count {
        found.appendix(place + 1, before.appendices.get(place), after.appendices.get(place));
    }
    // What is left: the same words in another order or alignment.
    if found.paragraphs.is_empty() && found.parts.is_empty() && bare(&before) != bare(&after) {
        let place = "Thứ tự các phần hoặc cách trình bày".to_owned();
        found.parts.push(MovedPart { place, before: Vec::new(), after: Vec::new() });
    }
    (found.paragraphs, found.parts)
}

/// A document without what is meant to differ from a frozen one: its number and day, which are given when it is sent; what
/// its files are called, which is not printed; the money of the whole year, which goes on being spent.
fn printed(document: &Document) -> Document {
    let mut document = document.clone();
    document.name.clear();
    if let Some(form) = &mut document.form {
        form.letterhead.number = None;
        form.letterhead.date = PartialDate::default();
    }
    document.body.retain(|block| key_of(block) != Some(BUDGET_KEY));
    document
}

#[derive(Default)]
struct Found {
    paragraphs: Vec<(String, String)>,
    parts: Vec<MovedPart>,
}

impl Found {
    /// Notes a part where its lines differ.
    fn lines(&mut self, place: &str, before: &[String], after: &[String]) {
        let (gone, come) = (missing(before, after), missing(after, before));
        if !gone.is_empty() || !come.is_empty() {
            self.parts.push(MovedPart { place: place.to_owned(), before: gone, after: come });
        }
    }

    fn appendix(&mut self, number: usize, before: Option<&Appendix>, after: Option<&Appendix>) {
        let place = format!("Phụ lục {number}");
        let title = |one: Option<&Appendix>| -> Vec<String> {
            one.map(|one| plain(&one.title)).into_iter().collect()
        };
        self.lines(&place, &title(before), &title(after));
        let body = |one: Option<&Appendix>| one.map(|one| one.body.clone()).unwrap_or_default();
        self.blocks(&place, &body(before), &body(after));
    }

    fn blocks(&mut self, place: &str, before: &[Block], after: &[Block]) {
        self.paragraphs(before, after);
        self.lines(&within(place, "đề mục"), &headings(before), &headings(after));
        for (before, after) in paired(before, after) {
            let Some(name) = before.or(after).map(name_of) else { continue };
            let lines = |block: Option<&Block>| block.map(lines_of).unwrap_or_default();
            self.lines(&within(place, &name), &lines(before), &lines(after));
        }
    }

    fn paragraphs(&mut self, before: &[Block], after: &[Block]) {
        let (before, after) = (texts(before), texts(after));
        let known: HashMap<&str, &str> = after.iter().map(|(key, text)| (&**key, &**text)).collect();
        let there: HashSet<&str> = before.iter().map(|(key, _)| &**key).collect();
        for (key, text) in &before {
            let now = known.get(&**key).copied().unwrap_or_default();
            if text != now {
                self.paragraphs.push((text.clone(), now.to_owned()));
            }
        }
        let added = after.iter().filter(|(key, _)| !there.contains(&**key));
        self.paragraphs.extend(added.map(|(_, text)| (String::new(), text.clone())));
    }
}

/// `Phụ lục 1, đề mục`; of the body, `Đề mục`.
fn within(place: &str, what: &str) -> String {
    if place.is_empty() { crate::text::capitalized(what) } else { format!("{place}, {what}") }
}

fn key_of(block: &Block) -> Option<&str> {
    match block {
        Block::Paragraph(paragraph) => paragraph.key.as_deref(),
        Block::ListItem(item) => item.key.as_deref(),
        Block::Heading(_) | Block::Table(_) | Block::Chart(_) => None,
    }
}

/// Every paragraph with its key; one without is known by its words.
fn texts(blocks: &[Block]) -> Vec<(String, String)> {
    let texts = blocks.iter().filter_map(|block| {
        let text = match block {
            Block::Paragraph(paragraph) => words(&paragraph.text),
            Block::ListItem(item) => words(&item.text),
            Block::Heading(_) | Block::Table(_) | Block::Chart(_) => return None,
        };
        Some((key_of(block).map_or_else(|| text.clone(), str::to_owned), text))
    });
    texts.collect()
}

fn headings(blocks: &[Block]) -> Vec<String> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(match heading.number {
            Some(Ordinal::At(number)) => format!("{number}. {}", words(&heading.title)),
            Some(Ordinal::Next) | None => words(&heading.title),
        }),
        _ => None,
    });
    headings.collect()
}

/// Tables with tables and charts with charts: those of the same name, then the others in their order.
fn paired<'a>(before: &'a [Block], after: &'a [Block]) -> Vec<(Option<&'a Block>, Option<&'a Block>)> {
    let drawn = |blocks: &'a [Block], is_table: bool| -> Vec<&'a Block> {
        let is_wanted = |block: &&Block| match block {
            Block::Table(_) => is_table,
            Block::Chart(_) => !is_table,
            _ => false,
        };
        blocks.iter().filter(is_wanted).collect()
    };
    let mut pairs = Vec::new();
    for is_table in [true, false] {
        let (before, mut after) = (drawn(before, is_table), drawn(after, is_table));
        let mut alone = Vec::new();
        for one in before {
            match after.iter().position(|other| name_of(other) == name_of(one)) {
                Some(place) => pairs.push((Some(one), Some(after.remove(place)))),
                None => alone.push(one),
            }
        }
        let count = alone.len().max(after.len());
        pairs.extend((0..count).map(|place| (alone.get(place).copied(), after.get(place).copied())));
    }
    pairs
}

/// `bảng “Kết quả theo đơn vị”`, `biểu đồ “PAR Index”`.
fn name_of(block: &Block) -> String {
    let (what, name) = match block {
        Block::Chart(chart) => ("biểu đồ", Some(&chart.caption)),
        Block::Table(table) => ("bảng", table.caption.as_ref()),
        Block::Heading(_) | Block::Paragraph(_) | Block::ListItem(_) => ("đoạn", None),
    };
    name.map_or_else(|| what.to_owned(), |name| format!("{what} “{}”", plain(name)))
}

/// What a table or a chart says, line by line.
fn lines_of(block: &Block) -> Vec<String> {
    match block {
        Block::Table(table) => table_lines(table),
        Block::Chart(chart) => {
            let points = chart.points.iter().map(|point| format!("{}: {}", point.name, point.figure));
            let told = [chart.caption.clone(), chart.key.clone()].into_iter().chain(points);
            told.filter(|line| !line.is_empty()).map(|line| plain(&line)).collect()
        }
        Block::Heading(_) | Block::Paragraph(_) | Block::ListItem(_) => Vec::new(),
    }
}

/// The rows of a table without their numbers: a row that came moves the numbers of all below it.
fn table_lines(table: &Table) -> Vec<String> {
    let row = |cells: &[Cell]| -> String {
        let cells: Vec<String> = cells.iter().map(|cell| words(&cell.text)).collect();
        let is_number = |cell: &String| cell.chars().all(|one| one.is_ascii_digit() || "IVXLC".contains(one));
        let skipped = usize::from(cells.len() > 1 && cells.first().is_some_and(is_number));
        cells[skipped..].join(" | ")
    };
    let told = table.caption.iter().chain(&table.unit).map(|line| plain(line));
    let header = table.header.iter().map(|cells| row(cells));
    told.chain(header).chain(table.rows.iter().map(|one| row(&one.cells))).collect()
}

fn form_lines(form: Option<&Form>) -> Vec<String> {
    let Some(form) = form else { return Vec::new() };
    let head = &form.letterhead;
    let mut lines: Vec<String> = head.parent.iter().chain(&head.issuer).cloned().collect();
    lines.extend([head.symbol.clone(), head.place.clone()]);
    match &form.title {
        Title::Named { kind, subject } => lines.extend([kind.clone()].into_iter().chain(subject.clone())),
        Title::Letter { subject } => lines.push(subject.clone()),
    }
    lines.extend(form.addressees.iter().map(|to| format!("Kính gửi: {to}")));
    lines.extend(form.legal_bases.iter().map(words));
    lines.extend(form.recipients.to.iter().map(|to| format!("Nơi nhận: {to}")));
    lines.push(form.recipients.archive.clone());
    for signature in &form.signatures {
        lines.push(format!("{} {}", signature.authority.join(" "), signature.name));
    }
    lines.into_iter().map(|line| plain(&line)).filter(|line| !line.is_empty()).collect()
}

/// The lines of one that the other has not; a line that is there twice has to be there twice.
fn missing(of: &[String], other: &[String]) -> Vec<String> {
    let mut counted: HashMap<&str, usize> = HashMap::new();
    for line in other {
        *counted.entry(line).or_default() += 1;
    }
    let gone = of.iter().filter(|line| match counted.get_mut(line.as_str()) {
        Some(count @ 1..) => {
            *count -= 1;
            false
        }
        _ => true,
    });
    gone.cloned().collect()
}

/// A document as text that no-break spaces make no difference to.
fn bare(document: &Document) -> String {
    plain(&serde_json::to_string(document).expect("a document is words, numbers and lists"))
}

fn words(text: &Rich) -> String {
    plain(&text.words())
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}
