//! Lịch (iCalendar, RFC 5545): days with alarms, as calendars of phones and office suites take them in.
//!
//! Every entry takes a whole day. Its UID is the caller's and stays the same when the file is written anew, so that a
//! calendar brings an entry up to date instead of adding another. Lines are folded at 75 octets, between letters.

use chrono::Days;

use crate::calendar::Date;
use crate::text::nfc;

/// Lịch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// The name under which calendars show it.
    pub name: String,
    /// Mục.
    pub events: Vec<Event>,
}

/// Một mục cả ngày.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identity: unique among all calendars, the same in every file that means the same entry.
    pub uid: String,
    /// The day.
    pub date: Date,
    /// Tiêu đề.
    pub summary: String,
    /// Chi tiết; line feeds are kept.
    pub description: String,
    /// Nhóm; empty for none.
    pub category: String,
    /// Nhắc.
    pub alarms: Vec<Alarm>,
}

/// Nhắc: so many days before, at that hour of the day (0–23).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alarm {
    /// Days before.
    pub days_before: u32,
    /// Hour.
    pub hour: u32,
}

impl Alarm {
    /// The time from the beginning of the day, as `TRIGGER` writes it.
    fn trigger(self) -> String {
        let hour = self.hour.min(23);
        match (self.days_before, hour) {
            (0, hour) => format!("PT{hour}H"),
            (days, 0) => format!("-P{days}D"),
            (1, hour) => format!("-PT{}H", 24 - hour),
            (days, hour) => format!("-P{}DT{}H", days - 1, 24 - hour),
        }
    }
}

/// Writes a calendar. `made_on` is the day that every entry says it was written on.
pub fn ics(calendar: &Calendar, made_on: Date) -> String {
    let mut out = String::new();
    let stamp = format!("{}T000000Z", basic(made_on));
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//cchc//cchc//VI");
    line(&mut out, "CALSCALE:GREGORIAN");
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", text(&calendar.name)));
    for event in &calendar.events {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}", text(&event.uid)));
        line(&mut out, &format!("DTSTAMP:{stamp}"));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", basic(event.date)));
        // The end is the first day that is not in it.
        if let Some(next) = event.date.checked_add_days(Days::new(1)) {
            line(&mut out, &format!("DTEND;VALUE=DATE:{}", basic(next)));
        }
        line(&mut out, &format!("SUMMARY:{}", text(&event.summary)));
        if !event.description.is_empty() {
            line(&mut out, &format!("DESCRIPTION:{}", text(&event.description)));
        }
        if !event.category.is_empty() {
            line(&mut out, &format!("CATEGORIES:{}", text(&event.category)));
        }
        line(&mut out, "TRANSP:TRANSPARENT");
        for alarm in &event.alarms {
            line(&mut out, "BEGIN:VALARM");
            line(&mut out, "ACTION:DISPLAY");
            line(&mut out, &format!("DESCRIPTION:{}", text(&event.summary)));
            line(&mut out, &format!("TRIGGER:{}", alarm.trigger()));
            line(&mut out, "END:VALARM");
        }
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

/// `20261120`; a year that has not four digits cannot be written, nor can it be in a plan.
fn basic(date: Date) -> String {
    date.format("%Y%m%d").to_string()
}

/// A text value: what separates is escaped, what a calendar cannot hold is left out.
fn text(value: &str) -> String {
    let mut out = String::new();
    let value = value.replace("\r\n", "\n");
    for c in nfc(&value).chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Ends a line, folded: no line is longer than 75 octets, and no letter is cut.
fn line(out: &mut String, content: &str) {
    const LONGEST: usize = 75;
    let mut length = 0;
    for c in content.chars() {
        if length + c.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_written_folded_and_escaped() {
        let event = Event {
            uid: "a1@cchc".to_owned(),
            date: Date::from_ymd_opt(2026, 12, 31).unwrap(),
            summary: "Tin, bài; 100%\\ đường dài ".to_owned() + &"thủ tục ".repeat(12),
            description: "dòng 1\r\ndòng 2\u{0}".to_owned(),
            category: "Trễ hạn".to_owned(),
            alarms: vec![
                Alarm { days_before: 3, hour: 8 },
                Alarm { days_before: 1, hour: 8 },
                Alarm { days_before: 1, hour: 0 },
                Alarm { days_before: 0, hour: 8 },
            ],
        };
        let calendar = Calendar { name: "Hạn CCHC".to_owned(), events: vec![event] };
        let written = ics(&calendar, Date::from_ymd_opt(2026, 11, 20).unwrap());
        assert!(written.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        let unfolded = written.replace("\r\n ", "");
        for expected in [
            "DTSTAMP:20261120T000000Z\r\n",
            "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n",
            "SUMMARY:Tin\\, bài\\; 100%\\\\ đường dài thủ tục",
            "DESCRIPTION:dòng 1\\ndòng 2\r\n",
            "TRIGGER:-P2DT16H\r\n",
            "TRIGGER:-PT16H\r\n",
            "TRIGGER:-P1D\r\n",
            "TRIGGER:PT8H\r\n",
        ] {
            assert!(unfolded.contains(expected), "{expected}: {unfolded}");
        }
    }
}
