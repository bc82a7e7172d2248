//! Phần đầu: who issues the plan, its number, date, title and year.

mod place;

use chrono::Datelike;

use place::{Named, find_place, place_at};

use super::citation::number_of;
use super::date::date_at;
use super::outline::{Outline, Part};
use super::reading::{Certainty, Log};
use super::words::{Words, is_capitals, tidy};
use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::text::date_vi;

/// What the letterhead, the title and the opening say.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    pub(super) title: String,
    pub(super) year: i32,
    /// "xã Hoa Thám"; of a province's plan the province.
    pub(super) commune: String,
    pub(super) province: String,
    pub(super) issuer: String,
    pub(super) number: Option<String>,
    pub(super) issued_on: Option<Date>,
}

const COMMUNES: [&str; 4] = ["xã", "phường", "đặc khu", "thị trấn"];
const PROVINCES: [&str; 2] = ["tỉnh", "thành phố"];

impl Header {
    /// "xã", "phường", "tỉnh": what the plan calls itself by.
    pub(super) fn kind(&self) -> &'static str {
        let folded = self.commune.to_lowercase();
        COMMUNES.iter().chain(&PROVINCES).find(|kind| folded.starts_with(**kind)).copied().unwrap_or("xã")
    }

    /// Whether a province issued it.
    pub(super) fn is_of_province(&self) -> bool {
        PROVINCES.contains(&self.kind())
    }
}

/// Reads the header.
pub(super) fn header(outline: &Outline, today: Date, log: &mut Log, found: &mut Vec<Diagnostic>) -> Header {
    let mut header = Header::default();
    letterhead(outline, &mut header, log);
    title(outline, &mut header, log, found);
    issuer(outline, &mut header, log, found);
    if header.year == 0 {
        year(outline, &mut header, today, log, found);
    }
    if let Some(date) = header.issued_on.filter(|date| (date.year() - header.year).abs() > 1) {
        found.push(Diagnostic::warning(
            "year-against-date",
            Place::plan("year"),
            format!("năm kế hoạch {} xa ngày ban hành {}", header.year, date_vi(date)),
            "Xem lại năm kế hoạch và ngày ban hành",
        ));
    }
    header
}

fn letterhead(outline: &Outline, header: &mut Header, log: &mut Log) {
    for line in &outline.letterhead {
        let words = Words::of(&line.text);
        if let Some(next) = words.any(0, &["số :", "số"])
            && let Some(at) = words.get(next).map(|token| token.at.start)
            && let Some(number) = number_of(&line.text[at..])
        {
            log.line(line.line, &line.text, Place::plan("number"), &number);
            header.number = Some(number);
        }
        if let Some(at) = words.find(0, "ngày").map(|at| at.start)
            && let Some(date) =
                date_at(&words, at).filter(|date| date.year.is_some()).and_then(|date| date.date(0))
        {
            log.line(line.line, &line.text, Place::plan("issued_on"), date_vi(date));
            header.issued_on = Some(date);
        }
    }
}

/// The title as one line: "Kế hoạch tuyên truyền … năm 2026".
fn title(outline: &Outline, header: &mut Header, log: &mut Log, found: &mut Vec<Diagnostic>) {
    let Some(block) = outline.blocks.iter().find(|block| block.part == Part::Title) else {
        found.push(Diagnostic::warning(
            "title-missing",
            Place::plan("title"),
            "không thấy dòng “KẾ HOẠCH”, nên chưa biết tên kế hoạch và đâu là phần đầu văn bản",
            "Xem lại tên kế hoạch, cơ quan ban hành, số và ngày",
        ));
        "Kế hoạch tuyên truyền cải cách hành chính".clone_into(&mut header.title);
        return;
    };
    let plain = block.text.replace("**", "");
    let subject = plain.trim_start().trim_start_matches("KẾ HOẠCH").trim_matches([':', ' ', '*']).to_owned();
    let subject = if is_capitals(&subject) { place::sentence_case(&subject) } else { subject };
    let mut letters = subject.chars();
    let lowered: String =
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect());
    // A name stays a name.
    let starts_with_name =
        subject.split(' ').next().is_some_and(|word| is_capitals(word) && word.chars().count() > 1);
    header.title = tidy(&format!("Kế hoạch {}", if starts_with_name { &subject } else { &lowered }));
    log.read(block, 0..block.text.len(), Place::plan("title"), &header.title, Certainty::Written);
    let words = Words::of(&block.text);
    if let Some(next) = words.find(0, "năm").map(|at| at.end)
        && let Some((year, end)) = super::date::year(&words, next)
    {
        header.year = year;
        log.read(block, words.span(next - 1..end), Place::plan("year"), year.to_string(), Certainty::Written);
    }
}

/// Who issues it: the letterhead, else the opening, else the title.
fn issuer(outline: &Outline, header: &mut Header, log: &mut Log, found: &mut Vec<Diagnostic>) {
    let capitals: Vec<&str> = outline
        .letterhead
        .iter()
        .map(|line| line.text.as_str())
        .filter(|text| is_capitals(text) && !text.starts_with("CỘNG H"))
        .collect();
    let head = capitals.join(" ");
    let line = outline.letterhead.first().map_or(0, |line| line.line);
    let opening = |kinds: &[&str]| {
        let blocks = outline.blocks.iter().filter(|block| matches!(block.part, Part::Title | Part::Opening));
        let mut named = blocks.filter_map(|block| Some((block, issuing(&block.text, kinds)?)));
        named.next()
    };
    let place = |kinds: &'static [&'static str], field: &str, log: &mut Log| -> String {
        // A line of its own first: the line below it names another body. Only what ends with the bare kind goes on.
        let of_line = capitals.iter().find_map(|text| Some((*text, find_place(text, kinds)?)));
        if let Some((text, named)) = of_line.or_else(|| Some((head.as_str(), find_place(&head, kinds)?))) {
            // A name that is broken over two lines stands whole in the opening.
            let whole =
                opening(kinds).filter(|(_, other)| other.name.starts_with(&format!("{} ", named.name)));
            let name = whole.map_or(named.name, |(_, whole)| whole.name);
            log.line(line, &text[named.at], Place::plan(field), &name);
            return name;
        }
        if let Some((block, named)) = opening(kinds) {
            log.read(block, named.at, Place::plan(field), &named.name, Certainty::Written);
            return named.name;
        }
        String::new()
    };
    header.commune = place(&COMMUNES, "commune", log);
    header.province = place(&PROVINCES, "province", log);
    if header.province.is_empty() {
        // "UBND tỉnh Lạng Sơn" anywhere.
        let elsewhere =
            outline.blocks.iter().find_map(|block| Some((block, find_place(&block.text, &PROVINCES)?)));
        if let Some((block, named)) = elsewhere {
            header.province.clone_from(&named.name);
            log.read(block, named.at, Place::plan("province"), &named.name, Certainty::Inferred);
        }
    }
    if header.commune.is_empty() {
        header.commune.clone_from(&header.province);
    }
    for (field, value) in [("commune", &header.commune), ("province", &header.province)] {
        if value.is_empty() {
            found.push(Diagnostic::warning(
                "name-missing",
                Place::plan(field),
                if field == "commune" {
                    "chưa biết tên xã, phường, đặc khu"
                } else {
                    "chưa biết tên tỉnh, thành phố"
                },
                "Ghi tên trong phần Kế hoạch",
            ));
        }
    }
    header.issuer = format!("UBND {}", header.commune).trim().into();
}

/// A place that the opening names as the one who issues: after "UBND" best, else the first.
fn issuing(text: &str, kinds: &[&str]) -> Option<Named> {
    let words = Words::of(text);
    let after = (0..words.len()).find_map(|at| {
        let next = words.any(at, &["ubnd", "uy ban nhan dan"])?;
        place_at(&words, next, kinds)
    });
    after.or_else(|| find_place(text, kinds))
}

fn year(outline: &Outline, header: &mut Header, today: Date, log: &mut Log, found: &mut Vec<Diagnostic>) {
    let said = outline.blocks.iter().find_map(|block| {
        let words = Words::of(&block.text);
        let at = words.find(0, "năm")?;
        let (year, end) = super::date::year(&words, at.end)?;
        (year >= 2020).then(|| (block, words.span(at.start..end), year))
    });
    header.year = header
        .issued_on
        .map_or_else(|| said.as_ref().map_or(today.year(), |said| said.2), |date| date.year());
    match said.filter(|said| said.2 == header.year) {
        Some((block, at, year)) => {
            log.read(block, at, Place::plan("year"), year.to_string(), Certainty::Inferred);
        }
        None => log.concluded(Place::plan("year"), header.year.to_string()),
    }
    found.push(Diagnostic::warning(
        "year-inferred",
        Place::plan("year"),
        format!("tên kế hoạch không nêu năm; đang lấy năm {}", header.year),
        "Xem lại năm kế hoạch",
    ));
}

#[cfg(test)]
mod tests {
    use crate::ingest;

    #[test]
    fn the_line_below_a_commune_is_no_part_of_its_name() {
        let commune = |letterhead: &str, opening: &str| {
            let text = format!(
                "{letterhead}\nSố: 12/KH-UBND\nngày 14 tháng 5 năm 2026\nKẾ HOẠCH\n\
                 Tuyên truyền cải cách hành chính năm 2026\n{opening}\n"
            );
            ingest::text(&text, "thu".parse().unwrap(), "2026-05-20".parse().unwrap())
                .file
                .plan
                .commune
                .clone()
        };
        assert_eq!(commune("UBND XÃ HÒA BÌNH\nVĂN PHÒNG HĐND VÀ UBND", ""), "xã Hòa Bình");
        assert_eq!(commune("ĐẢNG ỦY XÃ BẮC SƠN\nĐẢNG CỘNG SẢN VIỆT NAM", ""), "xã Bắc Sơn");
        assert_eq!(commune("ỦY BAN NHÂN DÂN\nXÃ\nHOA THÁM", ""), "xã Hoa Thám");
        let opening = "Ủy ban nhân dân xã Hòa Bình ban hành Kế hoạch như sau:";
        assert_eq!(commune("ỦY BAN NHÂN DÂN XÃ HÒA\nBÌNH", opening), "xã Hòa Bình");
    }
}
