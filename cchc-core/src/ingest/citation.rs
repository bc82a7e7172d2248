//! Văn bản viện dẫn: every mention of a document in a text, nested ones too.
//!
//! `[Căn cứ | Thực hiện | theo | tại] LOẠI ["số"] SỐ, KÝ HIỆU [","] ["ngày" NGÀY] ["của" CƠ QUAN] [TRÍCH YẾU] ["(được sửa
//! đổi, bổ sung tại …)"]`. A document cited inside another's abstract is a mention of its own.

mod agency;
mod faults;
mod registry;
mod symbol;

use std::ops::Range;

use super::date::date_at;
use super::words::{Words, tidy};
use crate::calendar::Date;
use crate::text::slug;

pub(super) use registry::{Registry, Resolved};
use symbol::{Symbol, symbol};

/// A mention.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// The words, in bytes of the text, from the kind of document to the end of the abstract.
    pub(super) at: Range<usize>,
    /// Tên loại.
    pub(super) kind: String,
    /// Số, ký hiệu as it should be written.
    pub(super) number: Option<String>,
    /// What identifies it beside year and agency: the symbol, or the title.
    key: String,
    symbol: Option<Symbol>,
    pub(super) date: Option<Date>,
    /// A date that no calendar has.
    impossible: Option<String>,
    pub(super) issuer: String,
    /// Trích yếu.
    pub(super) subject: String,
    /// The mention whose abstract or brackets it stands in: its place in the list, and how.
    pub(super) inside: Option<(usize, Link)>,
}

/// How a document stands to the one that it is cited inside of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// The outer one carries it out.
    CarriedOut,
    /// The outer one amends it.
    Amended,
    /// It amends the outer one.
    Amends,
    /// The outer one only names it.
    Named,
}

/// Kinds of documents, the longer before the shorter that begins it: as written, as a pattern, and the letters of their
/// numbers.
const KINDS: [(&str, &str, &str); 30] = [
    ("Kế hoạch hành động", "ke hoach hanh dong", "KH"),
    ("Chương trình hành động", "chuong trinh hanh dong", "CTr"),
    ("Thông tư liên tịch", "thong tu lien tich", "TTLT"),
    ("Văn bản hợp nhất", "van ban hop nhat", "VBHN"),
    ("Kế hoạch", "ke hoach", "KH"),
    ("Nghị quyết", "nghi quyet", "NQ"),
    ("Nghị định", "nghi dinh", "NĐ"),
    ("Quyết định", "quyet dinh", "QĐ"),
    ("Chỉ thị", "chi thi", "CT"),
    ("Kết luận", "ket luan", "KL"),
    ("Thông tư", "thong tu", "TT"),
    ("Công văn", "cong van", ""),
    ("Công điện", "cong dien", "CĐ"),
    ("Thông báo", "thong bao", "TB"),
    ("Hướng dẫn", "huong dan", "HD"),
    ("Chương trình", "chuong trinh", "CTr"),
    ("Đề án", "de an", "ĐA"),
    ("Dự án", "du an", "DA"),
    ("Phương án", "phuong an", "PA"),
    ("Quy định", "quy dinh", "QyĐ"),
    ("Quy chế", "quy che", "QC"),
    ("Tờ trình", "to trinh", "TTr"),
    ("Báo cáo", "bao cao", "BC"),
    ("Hợp đồng", "hop dong", "HĐ"),
    ("Bộ luật", "bo luat", ""),
    ("Luật", "luat", ""),
    ("Pháp lệnh", "phap lenh", ""),
    ("Lệnh", "lenh", ""),
    ("Văn bản", "van ban", ""),
    ("CV", "cv", ""),
];

/// Words with which an abstract begins that has no "về".
const ABSTRACTS: [&str; 22] = [
    "ve viec",
    "ve",
    "v / v",
    "day manh",
    "ban hanh",
    "phe duyet",
    "trien khai",
    "thuc hien",
    "quy dinh",
    "sua doi",
    "huong dan",
    "tang cuong",
    "cong bo",
    "bai bo",
    "thanh lap",
    "giao chỉ tieu",
    "chi tiet",
    "quan triet",
    "xay dung",
    "to chuc",
    "kien toan",
    "nang cao",
];

/// Deepest nesting that is followed; what is deeper is read flat.
const DEEPEST: usize = 6;

/// Every mention of a text. `is_list` says that documents are listed between semicolons, so that an abstract may have
/// one inside.
pub(super) fn mentions(words: &Words<'_>, is_list: bool) -> Vec<Mention> {
    let mut reader = Reader { words, is_list, found: Vec::new() };
    reader.scan(0..words.len(), None, 0);
    reader.found
}

struct Reader<'w, 'a> {
    words: &'w Words<'a>,
    is_list: bool,
    found: Vec<Mention>,
}

/// The beginning of a citation: kind, number or title, and where they end.
struct Start {
    kind: String,
    number: Option<Symbol>,
    title: Option<Range<usize>>,
    end: usize,
}

impl Reader<'_, '_> {
    /// Reads the mentions in a range of tokens; gives their places in the list.
    fn scan(&mut self, range: Range<usize>, inside: Option<(usize, Option<Link>)>, depth: usize) {
        let mut at = range.start;
        let mut before = range.start;
        while at < range.end {
            let Some(start) = start_at(self.words, at, range.end) else {
                at += 1;
                continue;
            };
            let link = inside.map(|(outer, fixed)| (outer, fixed.unwrap_or_else(|| self.link(before, at))));
            at = self.mention(at, start, range.end, link, depth).max(at + 1);
            before = at;
        }
    }

    /// What the words before an inner citation say; "và" goes on with what the one before was.
    fn link(&self, before: usize, at: usize) -> Link {
        let words = self.words;
        let has = |patterns: &[&str]| (before..at).any(|at| words.any(at, patterns).is_some());
        if has(&["sua doi", "bo sung mot so", "thay the", "bai bo"]) {
            Link::Amended
        } else if has(&["thuc hien", "trien khai", "cu the hoa", "thi hanh"]) {
            Link::CarriedOut
        } else if at <= before + 2
            && words.any(before, &["va", ","]).is_some()
            && let Some(Mention { inside: Some((_, link)), .. }) = self.found.last()
        {
            *link
        } else {
            Link::Named
        }
    }

    /// Reads one citation on from its beginning; gives the token after it.
    fn mention(
        &mut self,
        at: usize,
        start: Start,
        to: usize,
        link: Option<(usize, Link)>,
        depth: usize,
    ) -> usize {
        let words = self.words;
        let mut end = start.end;
        let (mut date, mut impossible, mut issuer) = (None, None, String::new());
        // Date and agency, in either order.
        for _ in 0..2 {
            let after = words.phrase(end, ",").unwrap_or(end);
            if date.is_none()
                && impossible.is_none()
                && let Some(written) =
                    date_at(words, after).filter(|written| written.year.is_some() && written.tokens.end <= to)
            {
                end = written.tokens.end;
                date = written.date(0);
                if date.is_none() {
                    impossible = Some(words.slice(written.tokens).to_owned());
                }
            }
            let after = words.phrase(end, ",").unwrap_or(end);
            if issuer.is_empty()
                && let Some(name) = words.phrase(after, "cua").or_else(|| words.phrase(after, "của"))
                && let Some(stop) = agency::agency_at(words, name, to)
            {
                words.slice(name..stop).clone_into(&mut issuer);
                end = stop;
            }
        }
        let this = self.found.len();
        let (key, number) = match (&start.number, &start.title) {
            (Some(symbol), _) => (symbol.key.clone(), Some(symbol.number.clone())),
            (None, Some(title)) => (slug(words.slice(title.clone()), 80), None),
            (None, None) => (String::new(), None),
        };
        self.found.push(Mention {
            at: 0..0,
            kind: start.kind,
            number,
            key,
            symbol: start.number,
            date,
            impossible,
            issuer,
            subject: start.title.map_or_else(String::new, |title| words.slice(title).to_owned()),
            inside: link,
        });
        let bracket = |at: usize| {
            let inside = words.phrase(at, "(")?;
            words.any(
                inside,
                &["duoc sua doi", "da duoc sua doi", "sua doi", "duoc thay the", "duoc bo sung"],
            )?;
            let close =
                (inside..to.min(inside + 200)).find(|at| words.phrase(*at, ")").is_some()).unwrap_or(to);
            Some((inside, close))
        };
        let mut amended = bracket(end);
        let comma = words.phrase(end, ",").unwrap_or(end);
        if amended.is_none()
            && let Some(from) = abstract_at(words, comma, to)
        {
            let stop = self.abstract_end(from, to);
            self.found[this].subject = subject(words.slice(from..stop));
            end = stop;
            if depth < DEEPEST {
                self.scan(from..stop, Some((this, None)), depth + 1);
            }
            amended = bracket(end);
        }
        self.found[this].at = words.span(at..end);
        if let Some((inside, close)) = amended {
            let first = self.found.len();
            if depth < DEEPEST {
                self.scan(inside..close, Some((this, Some(Link::Amends))), depth + 1);
            }
            // The amending one is quoted with the words that say so.
            if let Some(mention) = self.found.get_mut(first) {
                mention.at.start = words.span(inside..close).start;
            }
            end = (close + 1).min(to);
        }
        end
    }

    /// Where an abstract ends.
    fn abstract_end(&self, from: usize, to: usize) -> usize {
        let words = self.words;
        let mut depth = 0;
        let mut has_inner = false;
        let mut at = from;
        while at < to {
            let Some(token) = words.get(at) else { break };
            if token.is("(") {
                if words
                    .any(at + 1, &["duoc sua doi", "da duoc sua doi", "sau day", "goi tat", "kem theo"])
                    .is_some()
                {
                    return at;
                }
                depth += 1;
            } else if token.is(")") {
                if depth == 0 {
                    return at;
                }
                depth -= 1;
            } else if token.is(".") {
                let next = words.get(at + 1);
                let ends = next.is_none_or(|next| {
                    next.is_mark()
                        || (!words.touches(at + 1)
                            && words.text[next.at.clone()].starts_with(char::is_uppercase))
                });
                if ends {
                    return at;
                }
            } else if token.is(";") || token.is(":") {
                let goes_on = self.is_list
                    && token.is(";")
                    && words
                        .get(at + 1)
                        .is_some_and(|next| words.text[next.at.clone()].starts_with(char::is_lowercase))
                    && start_at(words, at + 1, to).is_none();
                if !goes_on {
                    return at;
                }
            } else if token.is(",") && announces(words, at + 1) {
                return at;
            } else if let Some(start) = start_at(words, at, to).filter(|_| token.is_word()) {
                let listed =
                    at > from && words.get(at - 1).is_some_and(|before| before.is(",") || before.is("và"));
                if listed && !has_inner {
                    return at - 1;
                }
                // A programme without a number is part of the abstract, and does not begin a list.
                has_inner |= start.number.is_some();
                at = start.end;
                continue;
            }
            at += 1;
        }
        to
    }
}

/// The kind of document at a token: which, and where its name ends.
pub(super) fn kind_at(words: &Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    KINDS.iter().find_map(|(name, pattern, _)| Some((*name, words.phrase(at, pattern)?)))
}

/// The beginning of a citation at a token.
fn start_at(words: &Words<'_>, at: usize, to: usize) -> Option<Start> {
    let token = words.get(at)?;
    if token.is_mark() {
        return None;
    }
    if let Some(end) = words.phrase(at, "chuong trinh tong the").filter(|end| *end < to) {
        // A programme that everybody cites by its title.
        let stop = title_end(words, end, to);
        return (stop > end).then(|| Start {
            kind: "Chương trình tổng thể".to_owned(),
            number: None,
            title: Some(end..stop),
            end: stop,
        });
    }
    if let Some((kind, end)) = kind_at(words, at) {
        if matches!(kind, "Luật" | "Bộ luật" | "Pháp lệnh") {
            return law(words, at, kind, end, to);
        }
        let (symbol, end) = symbol_at(words, end, to)?;
        // "CV" is how officials write công văn.
        let kind = if kind == "CV" { "Công văn" } else { kind };
        return Some(Start { kind: kind.to_owned(), number: Some(symbol), title: None, end });
    }
    let first = words.phrase(at, "số").unwrap_or(at);
    let (symbol, end) = symbol_at(words, first, to)?;
    let code = symbol.code.split(['-', '/']).next().unwrap_or_default();
    let kind =
        KINDS.iter().rev().find(|(_, _, short)| *short == code).map_or("Văn bản", |(name, ..)| *name);
    Some(Start { kind: kind.to_owned(), number: Some(symbol), title: None, end })
}

/// The symbol after "số", "số:" or nothing, and the token after it.
fn symbol_at(words: &Words<'_>, at: usize, to: usize) -> Option<(Symbol, usize)> {
    let at = words.any(at, &["số :", "số"]).unwrap_or(at);
    words.number(at)?;
    if words.touches(at)
        && words.get(at - 1).is_some_and(|before| before.is_word() || before.is("/") || before.is("-"))
    {
        return None;
    }
    let start = words.get(at)?.at.start;
    let symbol = symbol(&words.text[start..])?;
    let end = words.index_at(start + symbol.length);
    (end <= to).then_some((symbol, end))
}

/// A law, cited by its name; number and date may follow.
fn law(words: &Words<'_>, at: usize, kind: &str, end: usize, to: usize) -> Option<Start> {
    let first = words.get(at)?;
    if !words.text[first.at.clone()].starts_with(char::is_uppercase) {
        return None;
    }
    if let Some((symbol, end)) = symbol_at(words, end, to) {
        return Some(Start { kind: kind.to_owned(), number: Some(symbol), title: None, end });
    }
    let named =
        words.get(end).is_some_and(|next| words.text[next.at.clone()].starts_with(char::is_uppercase));
    if !named {
        return None;
    }
    let stop = (end..to.min(end + 24))
        .find(|at| {
            words.any(*at, &["số", "ngày", "năm", ",", ";", ".", "(", "của", "va cac"]).is_some()
                || start_at_simple(words, *at)
        })
        .unwrap_or(to.min(end + 24));
    let title = end..stop;
    if let Some((symbol, end)) = symbol_at(words, stop, to).filter(|_| words.phrase(stop, "số").is_some()) {
        return Some(Start { kind: kind.to_owned(), number: Some(symbol), title: Some(title), end });
    }
    // "Luật … năm 2025"
    let end = words
        .phrase(stop, "năm")
        .and_then(|year| super::date::year(words, year))
        .map_or(stop, |(_, end)| end);
    Some(Start { kind: kind.to_owned(), number: None, title: Some(title.start..end), end })
}

fn start_at_simple(words: &Words<'_>, at: usize) -> bool {
    kind_at(words, at).is_some_and(|(kind, _)| matches!(kind, "Luật" | "Nghị định" | "Nghị quyết"))
        && words.get(at).is_some_and(|token| words.text[token.at.clone()].starts_with(char::is_uppercase))
        && kind_at(words, at).is_some_and(|(_, end)| symbol_at(words, end, words.len()).is_some())
}

/// "…, UBND xã Hoa Thám ban hành Kế hoạch": the sentence goes on with who issues the plan itself.
fn announces(words: &Words<'_>, at: usize) -> bool {
    words.any(at, &["ubnd", "uy ban nhan dan"]).is_some_and(|next| {
        (next..next + 9).any(|at| words.any(at, &["ban hành", "xây dựng", "triển khai", "tổ chức"]).is_some())
    })
}

/// Where a title ends that stands for a number.
fn title_end(words: &Words<'_>, from: usize, to: usize) -> usize {
    let end = title_stop(words, from, to);
    if end > from && words.get(end - 1).is_some_and(|token| token.is("và")) { end - 1 } else { end }
}

fn title_stop(words: &Words<'_>, from: usize, to: usize) -> usize {
    (from..to)
        .find(|at| {
            words.any(*at, &["của", ";", ",", ".", ")", "(", ":"]).is_some() || kind_and_symbol(words, *at)
        })
        .unwrap_or(to)
}

fn kind_and_symbol(words: &Words<'_>, at: usize) -> bool {
    kind_at(words, at).is_some_and(|(_, end)| symbol_at(words, end, words.len()).is_some())
}

/// Where the abstract begins, without "về" or "về việc", when one begins at a token.
fn abstract_at(words: &Words<'_>, at: usize, to: usize) -> Option<usize> {
    let end = words.any(at, &ABSTRACTS)?;
    let first = words.get(at)?;
    let led = words.any(at, &["về viec", "về", "v / v"]);
    let start = led.unwrap_or(at);
    // "về" with another tone is no beginning.
    let is_one = led.is_some() || (!first.is("ve") && end > at);
    (is_one && start < to).then_some(start)
}

/// An abstract as it stands beside number and date.
fn subject(words: &str) -> String {
    tidy(words.trim().trim_end_matches([',', ';', '.', '/', ':']))
}

/// The number and symbol with which words begin, as it should be written: "45/KH-UBND".
pub(super) fn number_of(words: &str) -> Option<String> {
    symbol(words).map(|symbol| symbol.number)
}
