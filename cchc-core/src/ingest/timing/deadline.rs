//! Days by which something is due.

use super::{When, period_at, window_of};
use crate::calendar::{Date, DeadlineRule, Inclusion, PeriodKind};
use crate::ingest::date::{Written, date_at, short};
use crate::ingest::words::Words;
use crate::plan::Cadence;
use crate::text::{capitalized, date_vi};

/// Words before a date that make it the last day, and whether it counts itself.
const LIMITS: [(&str, bool); 24] = [
    ("hoan thanh truoc", false),
    ("xong truoc", false),
    ("gui truoc", false),
    ("truoc", false),
    ("cham nhat la", true),
    ("cham nhat den", true),
    ("cham nhat vao", true),
    ("cham nhat", true),
    ("muon nhat", true),
    ("den het", true),
    ("het", true),
    ("hoan thanh trong", true),
    ("xong trong", true),
    ("trong", true),
    ("khong qua", true),
    ("cho den", true),
    ("den", true),
    ("vao", true),
    ("hoan thanh", true),
    ("han", true),
    ("han cuoi", true),
    ("thoi han", true),
    ("xong", true),
    ("la", true),
];

/// A limit at a token: whether the day itself is in time, and where the words end.
pub(super) fn limit(words: &Words<'_>, at: usize) -> Option<(bool, usize)> {
    LIMITS
        .iter()
        .filter_map(|(phrase, inclusive)| Some((*inclusive, words.phrase(at, phrase)?)))
        .max_by_key(|(_, end)| *end)
        // "trước" is not "trược", "trong" is.
        .filter(|(inclusive, end)| *inclusive || words.get(end - 1).is_some_and(|token| token.is("trước")))
}

/// "trước ngày 15 của tháng cuối quý", "chậm nhất là ngày 20 của tháng cuối kỳ báo cáo", "ngày 05 tháng sau", "trước ngày
/// 25 hằng tháng".
pub(super) fn of_period(words: &Words<'_>) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let (rule, period, end) = period_deadline(words, at)?;
        // "cuối kỳ" leaves the period to the words around it.
        let period = period.or_else(|| around(words, at))?;
        let cadence = Cadence::Recurring { period, window: window_of(period), deadline: Some(rule) };
        Some(When::written(cadence, at..end).because(format!("{}.", capitalized(&rule.vietnamese()))))
    })
}

/// A day of a period's last month or of the next: the rule, the period where named, and where the words end.
pub(in crate::ingest) fn period_deadline(
    words: &Words<'_>,
    at: usize,
) -> Option<(DeadlineRule, Option<PeriodKind>, usize)> {
    let (inclusive, day_at) = limit(words, at).unwrap_or((true, at));
    let named = words.phrase(day_at, "ngày")?;
    let (day, next) = short(words, named).filter(|(day, _)| (1..=31).contains(day))?;
    let next = words.any(next, &["của", "cua"]).unwrap_or(next);
    let rule = |months_after| DeadlineRule { day, months_after, inclusive };
    if let Some(next) =
        words.any(next, &["hằng tháng", "hàng tháng", "mỗi tháng", "trong tháng", "các tháng"])
    {
        return Some((rule(0), Some(PeriodKind::Month), next));
    }
    if let Some(next) = words.any(next, &["tháng cuối của", "tháng cuối", "cuối"]) {
        let next = words.any(next, &["mỗi", "các", "hằng", "hàng"]).unwrap_or(next);
        if let Some(end) = words.any(next, &["kỳ báo cáo", "kỳ"]) {
            return Some((rule(0), None, end));
        }
        let (period, end) = period_at(words, next)?;
        return Some((rule(0), Some(period), end));
    }
    if let Some(next) =
        words.any(next, &["tháng sau", "tháng kế tiếp", "tháng liền kề", "tháng tiếp theo", "tháng đầu"])
    {
        if words.get(next - 1).is_some_and(|token| token.is("đầu")) {
            let end = words.any(next, &["quý sau", "của quý sau", "kỳ sau"])?;
            return Some((rule(1), Some(PeriodKind::Quarter), end));
        }
        let end = words.any(next, &["kỳ báo cáo", "của kỳ báo cáo", "quý", "của quý"]).unwrap_or(next);
        let period = words.slice(next..end).contains("quý").then_some(PeriodKind::Quarter);
        return Some((rule(1), period, end));
    }
    None
}

/// The period that is named elsewhere in the words.
fn around(words: &Words<'_>, at: usize) -> Option<PeriodKind> {
    let led = |at: usize| words.any(at, &["hằng", "hàng", "mỗi", "định kỳ", "báo cáo"]);
    (0..words.len()).filter(|other| *other != at).find_map(|other| Some(period_at(words, led(other)?)?.0))
}

/// "trước ngày 01/6 và 01/12 hằng năm": fixed days of each year.
pub(super) fn several_dates(words: &Words<'_>, year: i32) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let (inclusive, first_at) = limit(words, at).unwrap_or((true, at));
        let mut dates = vec![date_at(words, first_at)?];
        while let Some(next) =
            words.any(dates.last()?.tokens.end, &["và", ",", ";", "và trước", "và trước ngày"])
            && let Some(date) = date_at(words, next)
        {
            dates.push(date);
        }
        if dates.len() < 2 || dates.iter().any(|date| date.month.is_none()) {
            return None;
        }
        let end = dates.last()?.tokens.end;
        let end = words.any(end, &["hằng năm", "hàng năm", "mỗi năm"]).unwrap_or(end);
        several(&dates, inclusive, year)
            .map(|(cadence, reason)| When::written(cadence, at..end).because(reason))
    })
}

fn several(dates: &[Written], inclusive: bool, year: i32) -> Option<(Cadence, String)> {
    let months: Vec<u32> = dates.iter().filter_map(|date| date.month).collect();
    let day = dates[0].day;
    let same_day = dates.iter().all(|date| date.day == day);
    let period = match (&months[..], same_day) {
        ([6, 12], true) => Some(PeriodKind::Half),
        ([3, 6, 9, 12], true) => Some(PeriodKind::Quarter),
        _ => None,
    };
    if let Some(period) = period {
        let rule = DeadlineRule { day, months_after: 0, inclusive };
        let cadence = Cadence::Recurring { period, window: window_of(period), deadline: Some(rule) };
        return Some((cadence, format!("{}.", capitalized(&rule.vietnamese()))));
    }
    let all: Vec<Date> = dates.iter().filter_map(|date| date.date(year)).collect();
    let inclusion = if inclusive { Inclusion::Until } else { Inclusion::Before };
    let last = inclusion.last_day(*all.iter().max()?);
    let list = crate::text::join_vi(all.iter().map(|date| date_vi(*date)));
    Some((
        Cadence::Once { due: last },
        format!("Kế hoạch nêu nhiều mốc ({list}); đang theo dõi mốc cuối, các mốc khác xem lời kế hoạch."),
    ))
}

/// "trước ngày 15/6/2026", "chậm nhất ngày 20/6", "trước tháng 3/2026", "đến hết quý II".
pub(super) fn date(words: &Words<'_>, year: i32) -> Option<When> {
    let limited = (0..words.len()).find_map(|at| {
        let (inclusive, next) = limit(words, at)?;
        let next = super::weekday(words, next).map_or(next, |(_, next)| next);
        let inclusion = if inclusive { Inclusion::Until } else { Inclusion::Before };
        if let Some(written) = date_at(words, next)
            && let Some(date) = written.date(year)
        {
            let due = inclusion.last_day(date);
            let when = When::written(Cadence::Once { due }, at..written.tokens.end);
            return Some(if due == date {
                when
            } else {
                when.because(format!("“Trước {}”: chậm nhất {}.", date_vi(date), date_vi(due)))
            });
        }
        // "trước tháng 3/2026": before its first day; "đến hết tháng 3", to its last.
        let inside = words.any(at, &["trong", "vao"]).is_some();
        let (span, end) = super::span::named(words, next, year).filter(|_| !inside)?;
        let due = if inclusive { span.1 } else { span.0.pred_opt()? };
        let reason = format!("Hạn là hết ngày {}.", date_vi(due));
        Some(When::written(Cadence::Once { due }, at..end).because(reason))
    });
    limited.or_else(|| own_day(words, year)).or_else(|| {
        // A date alone, as in a column of times.
        let written = date_at(words, 0).filter(|written| written.tokens.end == words.len())?;
        Some(When::written(Cadence::Once { due: written.date(year)? }, written.tokens))
    })
}

/// "Phát tờ rơi, ngày 22/12/2026", "thứ Hai ngày 21/12/2026": a day behind a mark or a weekday, and with its year behind
/// any other word; not that of a document.
fn own_day(words: &Words<'_>, year: i32) -> Option<When> {
    (0..words.len()).find_map(|at| {
        words.phrase(at, "ngày")?;
        let written = date_at(words, at)?;
        let is_led = at == 0
            || words.any(at - 1, &[",", "(", ":"]).is_some()
            || (at.saturating_sub(2)..at)
                .any(|from| super::weekday(words, from).is_some_and(|(_, next)| next == at));
        let before = |near: usize, phrases: &[&str]| {
            (at.saturating_sub(near)..at).any(|before| words.any(before, phrases).is_some())
        };
        let is_cited = before(12, &["số"])
            || before(
                6,
                &["luật", "nghị định", "nghị quyết", "quyết định", "công văn", "chỉ thị", "kế hoạch"],
            );
        let due = written.date(year).filter(|_| !is_cited)?;
        if is_led {
            return Some(When::written(Cadence::Once { due }, written.tokens));
        }
        // "Phát tờ rơi ngày 21/12/2026", not "kỷ niệm ngày 30/4", not the start of a stretch.
        let is_other =
            before(1, &["nhân", "niệm", "mừng", "lập", "từ", "của", "kể", "sau", "là", "và", "đến"]);
        (written.year.is_some() && !is_other).then(|| {
            When::written(Cadence::Once { due }, written.tokens)
                .inferred("Kế hoạch nêu ngày, không ghi là hạn; hiểu là làm trong ngày đó.")
        })
    })
}

/// "chậm nhất 05 ngày sau khi kết thúc quý": a day of the month after each period.
pub(super) fn after_period(words: &Words<'_>) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let (day, next) = words.number(at).filter(|(day, _)| (1..=28).contains(day))?;
        let next = words.any(next, &["ngày làm việc", "ngày"])?;
        let next = words.any(next, &["sau khi", "kể từ khi", "kể từ ngày", "sau ngày", "sau"])?;
        let next = words.any(next, &["kết thúc", "hết"])?;
        let next = words.any(next, &["mỗi", "từng"]).unwrap_or(next);
        let (period, end) = period_at(words, next)?;
        // "sau khi kết thúc năm 2026", "quý I" is once.
        if super::numbered(words, period, end) || words.number(end).is_some() {
            return None;
        }
        let rule = DeadlineRule { day, months_after: 1, inclusive: true };
        let cadence = Cadence::Recurring { period, window: window_of(period), deadline: Some(rule) };
        let kind = period.vietnamese();
        let said = words.slice(at..end);
        let reason = format!("“{}”: {kind} kết thúc vào ngày cuối tháng.", capitalized(said));
        Some(When::written(cadence, at..end).inferred(reason))
    })
}

/// "20 ngày sau khi … ban hành", "trong vòng 05 ngày làm việc kể từ ngày nhận được …".
pub(super) fn after_event(words: &Words<'_>) -> Option<When> {
    (0..words.len()).find_map(|at| {
        let (days, next) = words.number(at).filter(|(days, _)| (1..=400).contains(days))?;
        let next = words.phrase(next, "ngày")?;
        let working = words.phrase(next, "làm việc");
        let next = working.unwrap_or(next);
        let next = words.phrase(next, ",").unwrap_or(next);
        let event_at = words.any(
            next,
            &["sau khi", "kể từ khi", "kể từ ngày", "kể từ", "tính từ ngày", "từ khi", "từ ngày"],
        )?;
        let (event, end) = event(words, event_at);
        let cadence = Cadence::OnEvent { event, days: Some(days) };
        let when = When::written(cadence, at..end);
        Some(match working {
            Some(_) => when.inferred("Kế hoạch ghi ngày làm việc; tệp đếm ngày thường."),
            None => when,
        })
    })
}

/// "ngay sau khi …", "khi có văn bản mới".
pub(super) fn on_event(words: &Words<'_>) -> Option<When> {
    let found = words.find_any(0, &["ngay sau khi", "ngay khi", "sau khi", "khi có", "khi phát sinh"])?;
    let (event, end) = event(words, found.end);
    let begins =
        words.get(found.end.saturating_sub(1)).is_some_and(|token| token.is("có") || token.is("sinh"));
    let event = if begins { format!("{} {event}", words.slice(found.end - 1..found.end)) } else { event };
    Some(When::written(Cadence::OnEvent { event: event.trim().to_owned(), days: None }, found.start..end))
}

/// The event: the words up to the next mark.
fn event(words: &Words<'_>, at: usize) -> (String, usize) {
    let end = (at..words.len().min(at + 24))
        .find(|at| words.any(*at, &[",", ";", ".", ")", "("]).is_some())
        .unwrap_or(words.len().min(at + 24));
    (words.slice(at..end).to_owned(), end)
}
