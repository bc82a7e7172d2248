//! `document` and `export`: what they write, read back by others' readers.

use std::fs;
use std::path::PathBuf;

use ical::parser::Component;
use ical::parser::ical::component::IcalCalendar;

use crate::ran::cchc;

const DAY: &str = "2026-11-20";

/// The invented year as a file, and a folder to write into.
pub(crate) fn year(test: &str) -> (PathBuf, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("nam.cchc.json");
    fs::write(&file, cchc(&["example", "hoa-tham-2026-minh-hoa"]).stdout).unwrap();
    let file = file.to_str().unwrap().to_owned();
    (folder, file)
}

#[test]
fn papers_are_written_in_the_form_that_the_name_says() {
    let (folder, file) = year("papers");
    for (name, starts) in [("a.docx", "PK"), ("a.html", "<!DOCTYPE html>"), ("a.txt", "DỮ LIỆU MINH HỌA")]
    {
        let to = folder.join(name);
        let ran = cchc(&["document", &file, "don-doc", "--on", DAY, "-o", to.to_str().unwrap()]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
        assert!(fs::read(&to).unwrap().starts_with(starts.as_bytes()), "{name}");
    }
    let ran = cchc(&[
        "document",
        &file,
        "bao-cao",
        "--from",
        "1/5/2026",
        "--to",
        "31/8/2026",
        "--title",
        "Chuyển đổi số",
        "--on",
        DAY,
    ]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("chuyển đổi số"), "{}", ran.stdout);
}

#[test]
fn what_cannot_be_written_says_why_and_leaves_nothing() {
    let (folder, file) = year("no-papers");
    let to = folder.join("a.docx");
    let to = to.to_str().unwrap();
    let calls: [&[&str]; 6] = [
        &["document", &file, "bao-cao", "-o", to],
        &["document", &file, "don-doc", "--office", "phong-x", "-o", to],
        &["document", &file, "ban-tin", "--topic", "x", "-o", to],
        &["document", &file, "don-doc", "-o", "a.pdf"],
        &["export", &file, "-o", "a.csv"],
        &["export", &file, "--office", "phong-x", "-o", "a.xlsx"],
    ];
    let mut said = Vec::new();
    for call in calls {
        let ran = cchc(call);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{call:?}");
        said.push(ran.stderr);
    }
    insta::assert_snapshot!(said.concat());
    assert!(!fs::exists(to).unwrap());
}

#[test]
fn another_reader_takes_the_calendar_in() {
    let (folder, file) = year("calendar");
    let to = folder.join("han.ics");
    let write = |on: &str| {
        let ran = cchc(&["export", &file, "--office", "phong-vhxh", "--on", on, "-o", to.to_str().unwrap()]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        fs::read_to_string(&to).unwrap()
    };
    let written = write(DAY);
    assert!(written.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let read = |text: &str| -> IcalCalendar {
        let mut calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect();
        assert_eq!(calendars.len(), 1);
        calendars.remove(0).unwrap()
    };
    let calendar = read(&written);
    assert_eq!(calendar.events.len(), 5, "what the focal office has before it, and the marks of the year");
    for event in &calendar.events {
        for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION"] {
            let value = event.get_property(name).and_then(|property| property.value.as_ref());
            assert!(value.is_some_and(|value| !value.is_empty()), "{name}: {event:?}");
        }
        let trigger = |alarm: &ical::parser::ical::component::IcalAlarm| {
            alarm.get_property("TRIGGER").and_then(|property| property.value.clone()).unwrap_or_default()
        };
        assert_eq!(event.alarms.iter().map(trigger).collect::<Vec<_>>(), ["-P2DT16H", "PT8H"]);
    }
    assert_eq!(write(DAY), written, "written anew, an entry is the same entry");
}
