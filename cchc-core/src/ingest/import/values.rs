//! What stands in a cell: days, counts, amounts, as people write them.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{Datelike, Months};

use super::names::{Names, denies};
use super::shortened;
use crate::calendar::{Date, TimeOfDay};
use crate::id::UnitId;
use crate::ingest::date::{date_at, short};
use crate::ingest::sheet::{Cell, date_of_serial};
use crate::ingest::words::{Token, Words, is_tidy, push_tidy, tidy};
use crate::text::{count_in_words, date_vi, fold, parse_date, parse_number};

/// The largest count or amount: what is larger is a slip of the finger.
const LARGEST: f64 = 1e12;

/// A day, and what was concluded to get it.
pub(super) type Day = (Date, Option<String>);

/// The day of a cell. `year` is the plan's, `month` that of the sheet or the row.
pub(super) fn day(cell: &Cell, year: i32, month: Option<u32>, is_1904: bool) -> Result<Day, String> {
    match cell {
        Cell::Date(date) => Ok((*date, None)),
        Cell::Number(number) => {
            let (first, last) = (Date::from_ymd_opt(2000, 1, 1), Date::from_ymd_opt(2100, 1, 1));
            if let Some(date) = date_of_serial(*number, is_1904)
                && Some(date) >= first
                && Some(date) < last
            {
                return Ok((date, None));
            }
            day_of_text(&cell.shown(), year, month)
        }
        Cell::Text(text) => day_of_text(text, year, month),
        Cell::Truth(_) | Cell::Error(_) => Err(format!("“{}” không phải là ngày", cell.shown())),
    }
}

fn day_of_text(text: &str, year: i32, month: Option<u32>) -> Result<Day, String> {
    let text = tidy(text);
    let words = Words::of(&text);
    let shown = || shortened(&text, 40);
    // A day with its month, wherever it stands: "08h00, thứ Hai, 12/3/2026".
    let mut written =
        (0..words.len()).filter_map(|at| date_at(&words, at)).filter(|date| date.month.is_some());
    if let Some(first) = written.next() {
        let last = written.rfind(|date| date.tokens.start >= first.tokens.end);
        let named = last.as_ref().and_then(|last| last.year).or(first.year).unwrap_or(year);
        let date = first.date(named).ok_or_else(|| match parse_date(&text, first_of(named, 1)) {
            Err(error) => error.to_string(),
            Ok(_) => format!("không có ngày “{}”", shown()),
        })?;
        if let Some(earlier) = day_before(&words, first.tokens.start) {
            let whole = Date::from_ymd_opt(date.year(), date.month(), earlier).filter(|day| *day < date);
            let taken = whole.unwrap_or(date);
            let what = if whole.is_some() {
                "là nhiều ngày: lấy ngày đầu"
            } else {
                "chưa rõ là ngày nào: lấy"
            };
            return Ok((taken, Some(format!("“{}” {what} {}", shown(), date_vi(taken)))));
        }
        let remark = last
            .and_then(|last| last.date(named))
            .filter(|last| *last != date)
            .map(|_| format!("“{}” là nhiều ngày: lấy ngày đầu {}", shown(), date_vi(date)));
        return Ok((date, remark));
    }
    if let Some(date) = packed(&text) {
        return Ok((date, None));
    }
    if let Some((date, wording)) = month_of_text(&words, year) {
        return Ok((date, Some(format!("chỉ ghi {wording}: lấy ngày cuối tháng {}", date_vi(date)))));
    }
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Err(format!("“{}” không phải là ngày. Ghi như 20/11 hoặc 20/11/2026", shown()));
    }
    // "từ 14-20/4/2026": a day, a dash, the last day with its month.
    let is_short = text.len() <= 2;
    match month {
        None if is_short => Err(format!("“{}” chỉ là ngày, không rõ tháng", shown())),
        month => {
            let date =
                parse_date(&text, first_of(year, month.unwrap_or(1))).map_err(|error| error.to_string())?;
            Ok((date, None))
        }
    }
}

/// Whether a text says more of a day than the day: "12/3 (dự kiến)".
pub(super) fn says_more_than_a_day(text: &str) -> bool {
    const OF_DAYS: [&str; 25] = [
        "ngay", "thang", "nam", "quy", "thu", "hai", "ba", "tu", "sau", "bay", "chu", "nhat", "cn", "t",
        "luc", "vao", "hoi", "gio", "h", "g", "phut", "sang", "chieu", "toi", "den",
    ];
    let words = Words::of(text);
    (0..words.len())
        .filter_map(|at| words.get(at))
        .any(|token| token.is_word() && !OF_DAYS.contains(&token.folded()))
}

/// The first of days that stand before a whole one: "05-07/3/2026", "05, 07 và 09/3".
fn day_before(words: &Words<'_>, mut at: usize) -> Option<u32> {
    let mut first = None;
    // Not the minutes of "8h30, 12/3" and not the weekday of "thứ 5, 12/3".
    let is_day = |at: usize| {
        at.checked_sub(1).and_then(|before| words.get(before)).is_none_or(|before| {
            let leads = || ["từ", "ngày", "và", "đến"].iter().any(|word| before.is(word));
            ["-", "–", ",", ";"].iter().any(|mark| before.is(mark))
                || (!words.touches(at) && (before.is_mark() || leads()))
        })
    };
    while let Some(number) = at.checked_sub(2).filter(|number| is_day(*number))
        && words.any(number + 1, &["-", "–", "—", ",", ";", "&", "đến", "và"]).is_some()
        && let Some((day, _)) = short(words, number).filter(|(day, _)| (1..=31).contains(day))
    {
        first = Some(day);
        at = number;
    }
    first
}

/// "20260305": year, month and day in one.
fn packed(text: &str) -> Option<Date> {
    let is_packed = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = is_packed.then(|| Date::parse_from_str(text, "%Y%m%d").ok())?;
    date.filter(|date| (1900..2200).contains(&date.year()))
}

fn first_of(year: i32, month: u32) -> Date {
    Date::from_ymd_opt(year, month.clamp(1, 12), 1).unwrap_or_default()
}

/// "Tháng 3", "tháng 3/2026", "3/2026": the last day of the month, and the words.
fn month_of_text(words: &Words<'_>, year: i32) -> Option<(Date, String)> {
    let named = words.find(0, "thang").filter(|at| at.start == 0 || words.len() - at.end <= 3);
    // "T3/2026"; "T3" alone may be a Tuesday.
    let short = words.any(0, &["t .", "t"]).unwrap_or(0);
    let at = named.as_ref().map_or(short, |named| named.end);
    let (month, next) = words.number(at).filter(|(month, _)| (1..=12).contains(month))?;
    let behind = words.any(next, &["/", "-", ".", "nam"]).unwrap_or(next);
    let told = words.number(behind).filter(|(year, end)| (1900..=2199).contains(year) && *end == words.len());
    let is_whole = told.is_some() || (named.is_some() && next == words.len());
    let year = told.map_or(year, |(year, _)| year as i32);
    is_whole.then(|| Some((last_of(year, month)?, format!("tháng {month}/{year}"))))?
}

/// The last day of a month.
pub(super) fn last_of(year: i32, month: u32) -> Option<Date> {
    Date::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// The month that a cell or the name of a sheet says: "Tháng 3", "T3", "T03-2026", "3".
pub(super) fn month(text: &str) -> Option<u32> {
    let folded = fold(text);
    let words = Words::of(&folded);
    let number = if let Some(at) = words.find(0, "thang") {
        words.number(at.end).map(|(number, _)| number)
    } else {
        let bare = folded.trim();
        let digits = bare.strip_prefix('t').map_or(bare, |rest| rest.trim_start_matches(['.', ' ']));
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let rest = &digits[end..];
        let is_end = rest.is_empty() || rest.starts_with(['/', '-', '.', '_', ' ']);
        digits[..end].parse().ok().filter(|_| is_end && end <= 2)
    };
    number.filter(|month| (1..=12).contains(month))
}

/// A count with the unit that stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    pub(super) value: u64,
    pub(super) unit: Option<UnitId>,
    /// Words that were not understood, or a dash, stand before it: it may say the same things again or take some away,
    /// so it is never added to another.
    pub(super) is_apart: bool,
}

/// The counts of a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Counts {
    pub(super) all: Vec<Amount>,
    /// Whether they say all that the cell says.
    pub(super) is_whole: bool,
}

impl Counts {
    fn none() -> Self {
        Self { all: Vec::new(), is_whole: true }
    }

    fn one(value: u64) -> Self {
        Self { all: vec![Amount { value, unit: None, is_apart: false }], is_whole: true }
    }
}

/// A unit, and its name as it is compared.
pub(super) type Told<'t> = (&'t UnitId, &'t str);

/// The counts of a cell: `3`, `02`, `hai`, `03 tin, bài; 118 lượt người`. Blank and "–" are none, and 0 is none unless
/// zeros are kept. `told` is the unit that holds where the cell says none or only its first words: "12 lượt" of "Lượt
/// phát". `idle` are words that need not be understood: those of the channel, "1 cuộc họp thôn".
pub(super) fn counts(
    cell: &Cell,
    names: &Names<'_>,
    told: Option<Told<'_>>,
    idle: &str,
    zeros: bool,
) -> Result<Counts, String> {
    let mut counts = all_counts(cell, names, told, idle)?;
    counts.all.retain(|count| zeros || count.value > 0);
    Ok(counts)
}

fn all_counts(cell: &Cell, names: &Names<'_>, told: Option<Told<'_>>, idle: &str) -> Result<Counts, String> {
    match cell {
        Cell::Number(number) => Ok(Counts::one(whole(*number)?)),
        Cell::Truth(true) => Ok(Counts::one(1)),
        Cell::Truth(false) => Ok(Counts::none()),
        Cell::Text(text) => counts_of_text(text, names, told, idle),
        Cell::Date(_) | Cell::Error(_) => Err(format!("số lượng “{}” không phải là số", cell.shown())),
    }
}

fn counts_of_text(
    text: &str,
    names: &Names<'_>,
    told: Option<Told<'_>>,
    idle: &str,
) -> Result<Counts, String> {
    let text = tidy(text);
    if matches!(text.as_str(), "–" | "-" | "—" | "không" | "Không") {
        return Ok(Counts::none());
    }
    if matches!(text.as_str(), "x" | "X" | "✓" | "có" | "Có") {
        return Ok(Counts::one(1));
    }
    if let Ok(number) = parse_number(&text) {
        return Ok(Counts::one(whole(number)?));
    }
    let wrong = || format!("số lượng “{}” không đọc được. Ghi như 2, hoặc 2 tin, bài", shortened(&text, 40));
    let words = Words::of(&text);
    let is_digits = |at| words.get(at).is_some_and(|token| !token.is_word() && !token.is_mark());
    let is_idle = |word: &str| {
        ["va", "voi", "gom", "cung", "tuyen", "truyen"].contains(&word)
            || idle.split(' ').any(|idle| idle == word)
    };
    let mut counts = Counts::none();
    let (mut at, mut is_apart, mut is_unknown) = (0, false, false);
    while let Some(token) = words.get(at) {
        if let Some((value, next)) = number_at(&words, at) {
            // "1,5 lớp" is not one and five.
            let is_part = words.get(next).is_some_and(|mark| mark.is(",") || mark.is("."))
                && words.touches(next)
                && words.touches(next + 1)
                && is_digits(next + 1);
            if is_part {
                return Err(wrong());
            }
            let unit = names.unit(&words, next);
            let of_told =
                || told.and_then(|(unit, name)| Some((unit.clone(), beginning(&words, next, name)?)));
            let unit = unit.or_else(of_told);
            at = unit.as_ref().map_or(next, |(_, end)| *end);
            // What follows that is no unit known here is no count, and must not be lost.
            let is_word = |token: &Token| token.is_word() && !token.is("và");
            if unit.is_none() && words.get(at).is_some_and(|next| is_word(next) || next.is("%")) {
                (is_unknown, is_apart, counts.is_whole) = (true, true, false);
                continue;
            }
            counts.all.push(Amount { value, unit: unit.map(|(unit, _)| unit), is_apart });
            is_apart = false;
            continue;
        }
        if is_digits(at) || (at > 2 && counts.all.is_empty()) {
            return Err(wrong());
        }
        if denies(token) {
            // "huỷ 2 tin, bài", "chưa duyệt": what follows is not what was done.
            counts.is_whole = false;
            break;
        }
        if token.is_mark() {
            if [",", ";", "+", ".", ":"].iter().all(|mark| !token.is(mark)) {
                is_apart = true;
                // "2-3 bài", "3/5 bài"; but not the dash of a list.
                let is_list = ["-", "–", "•"].iter().any(|mark| token.is(mark))
                    && counts.all.last().is_none_or(|last| last.unit.is_some());
                counts.is_whole &= is_list;
            }
        } else if !is_idle(token.folded()) {
            counts.is_whole = false;
            is_apart = true;
        }
        at += 1;
    }
    if counts.all.is_empty() && is_unknown {
        return Err(format!("đơn vị tính trong “{}” không có trong kế hoạch", shortened(&text, 40)));
    }
    if counts.all.is_empty() { Err(wrong()) } else { Ok(counts) }
}

/// Where the words end that stand at a token and with which a name begins, where no other word follows.
fn beginning(words: &Words<'_>, at: usize, name: &str) -> Option<usize> {
    let is_next =
        |(nth, word): &(usize, &str)| words.get(at + nth).is_some_and(|token| token.folded() == *word);
    let end = at + name.split(' ').enumerate().take_while(is_next).count();
    (end > at && !words.get(end).is_some_and(|next| next.is_word() && !next.is("và"))).then_some(end)
}

/// The number at a token, in figures or in words.
fn number_at(words: &Words<'_>, at: usize) -> Option<(u64, usize)> {
    static IN_WORDS: OnceLock<HashMap<String, u64>> = OnceLock::new();
    if let Some((number, next)) = words.number(at) {
        return Some((number.into(), next));
    }
    let known = IN_WORDS.get_or_init(|| {
        (0..100_u32)
            .filter_map(|number| Some((fold(&count_in_words(number)?), u64::from(number))))
            .chain([("hai muoi tu".to_owned(), 24), ("ba muoi tu".to_owned(), 34), ("chuc".to_owned(), 10)])
            .collect()
    });
    let mut phrase = String::new();
    let mut best = None;
    for next in at..(at + 3).min(words.len()) {
        let Some(token) = words.get(next).filter(|token| token.is_word()) else { break };
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(token.folded());
        best = known.get(&phrase).map(|number| (*number, next + 1)).or(best);
    }
    best
}

/// Whether a cell is a number, or begins with one that may count something: "02 hội nghị", not "12/BC-UBND", not "95%".
pub(super) fn begins_with_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => {
            let words = Words::of(text);
            number_at(&words, 0)
                .is_some_and(|(_, next)| words.get(next).is_none_or(|next| !next.is("/") && !next.is("%")))
        }
        _ => false,
    }
}

/// A whole number.
fn whole(number: f64) -> Result<u64, String> {
    if number < 0.0 || number.fract() != 0.0 {
        let shown = number.to_string().replace('.', ",");
        return Err(format!("số lượng {shown} không phải số nguyên từ 0 trở lên"));
    }
    if number > LARGEST {
        return Err(format!("số {number} lớn quá mức có thể"));
    }
    Ok(number as u64)
}

/// The time of day in a cell: `08:00`, `8h30`, `14 giờ`, or the part of a day as Excel keeps it.
pub(super) fn time(cell: &Cell) -> Option<TimeOfDay> {
    match cell {
        Cell::Number(part) => {
            let minutes = (part.fract() * 1440.0).round() as u16;
            TimeOfDay::new(minutes / 60, minutes % 60).filter(|_| *part >= 0.0)
        }
        Cell::Text(text) => {
            let folded = fold(text);
            let mut numbers = folded.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
            let hour = numbers.next()?.parse().ok()?;
            let minute = numbers.next().map_or(Some(0), |part| part.parse().ok())?;
            let is_time = folded.contains([':', 'h', 'g']) && numbers.next().is_none();
            TimeOfDay::new(hour, minute).filter(|_| is_time)
        }
        _ => None,
    }
}

/// A sum of money or of people: figures, with "đồng", "đ", "lượt" behind; "1,5 triệu".
pub(super) fn amount(cell: &Cell, what: &str) -> Result<Option<u64>, String> {
    scaled_amount(cell, what, 1.0)
}

/// The same where the heading says what one of its figures is, unless the cell says it.
pub(super) fn scaled_amount(cell: &Cell, what: &str, scale: f64) -> Result<Option<u64>, String> {
    let wrong = |text: &str| format!("{what} “{}” không đọc được. Ghi số, như 1.250", shortened(text, 40));
    let number = match cell {
        Cell::Number(number) => *number * scale,
        Cell::Text(text) => {
            let text = tidy(text);
            if matches!(text.as_str(), "–" | "-" | "—") {
                return Ok(None);
            }
            let end =
                text.find(|c: char| !(c.is_ascii_digit() || ". ,\u{a0}".contains(c))).unwrap_or(text.len());
            let (digits, behind) = text.split_at(end);
            let number = parse_number(digits.trim()).map_err(|_| wrong(&text))?;
            match fold(behind.trim()).trim_end_matches("dong").trim() {
                "" if behind.trim().is_empty() => number * scale,
                "" | "d" | "vnd" | "luot" | "nguoi" | "luot nguoi" | "luot xem" => number,
                "nghin" | "ngan" => number * 1e3,
                "trieu" | "tr" => number * 1e6,
                _ => return Err(wrong(&text)),
            }
        }
        other => return Err(wrong(&other.shown())),
    };
    // A thousandth of a đồng is nobody's.
    let number = if (number - number.round()).abs() < 1e-6 { number.round() } else { number };
    if number < 0.0 || number.fract() != 0.0 || number > LARGEST {
        return Err(wrong(&cell.shown()));
    }
    Ok(Some(number as u64))
}

/// What stands in a cell as text, its lines kept; whole numbers without a fraction.
pub(super) fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if is_tidy(text) => text.to_string(),
        Cell::Text(text) => {
            let mut plain = String::with_capacity(text.len());
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                if !plain.is_empty() {
                    plain.push('\n');
                }
                push_tidy(&mut plain, line);
            }
            plain
        }
        other => other.shown().into_owned(),
    }
}

/// The year of a day, for what is outside the plan's.
pub(super) fn is_of_year(date: Date, year: i32) -> bool {
    date.year() == year
}
