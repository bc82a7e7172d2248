//! `filing`: a report frozen, changed underneath, amended, sent, given back; and that nothing is written in passing.

use std::fs;
use std::path::Path;

use crate::papers::year;
use crate::ran::{Ran, cchc};

const DAY: &str = "2026-12-16";

/// A step that writes a file beside, and its path.
fn step(folder: &Path, name: &str, args: &[&str]) -> String {
    let to = folder.join(name).to_str().unwrap().to_owned();
    let ran = cchc(&[&["filing"], args, &["--on", DAY, "-o", &to]].concat());
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{args:?}: {}", ran.stderr);
    to
}

fn show(file: &str) -> Ran {
    cchc(&["filing", file, "2026-Q4", "--on", DAY])
}

fn report(file: &str) -> String {
    let ran = cchc(&["report", file, "--period", "2026-Q4", "--on", DAY]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran.stdout
}

/// The same file with another title of one activity of the quarter, as another program might write it.
fn with_another_title(file: &str) -> String {
    let mut plan: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let activities = plan["records"]["activities"].as_array_mut().unwrap();
    let one = activities.iter_mut().find(|one| one["date"].as_str().unwrap().starts_with("2026-10")).unwrap();
    one["title"] = "Bài ghi lại sau khi chốt".into();
    let changed = file.replace(".json", "-sua.json");
    fs::write(&changed, plan.to_string()).unwrap();
    changed
}

#[test]
fn a_frozen_report_stays_and_is_amended_with_a_reason() {
    let (folder, file) = year("filing");
    let before = fs::read(&file).unwrap();
    let frozen = step(&folder, "chot.json", &[&file, "2026-Q4", "freeze", "--by", "Lý Thị Hương"]);
    assert_eq!(fs::read(&file).unwrap(), before, "what was read is not written");
    let plan: serde_json::Value = serde_json::from_str(&fs::read_to_string(&frozen).unwrap()).unwrap();
    let version = &plan["records"]["frozen_reports"][0];
    assert!(version["at"].as_str().unwrap().starts_with(DAY), "it is of the day that was named: {version}");
    let shown = show(&frozen);
    assert_eq!(shown.code, 0, "{}", shown.stdout);
    assert!(
        shown.stdout.contains("Lý Thị Hương") && shown.stdout.contains("không có gì thay đổi"),
        "{}",
        shown.stdout
    );

    let changed = with_another_title(&frozen);
    assert_eq!(report(&changed), report(&frozen), "never composed anew");
    let shown = show(&changed);
    assert_eq!(shown.code, 1, "{}", shown.stdout);
    assert!(shown.stdout.contains("Hoạt động “Bài ghi lại sau khi chốt”: đã sửa"), "{}", shown.stdout);

    let list = "Phụ lục 2, bảng";
    assert!(shown.stdout.contains(list) && shown.stdout.contains("+ "), "{}", shown.stdout);

    // What was frozen cannot be read: nothing else is written in its place.
    let mut plan: serde_json::Value = serde_json::from_str(&fs::read_to_string(&frozen).unwrap()).unwrap();
    plan["records"]["frozen_reports"][0]["document"]["body"] = 3.into();
    let damaged = folder.join("hong.json").to_str().unwrap().to_owned();
    fs::write(&damaged, plan.to_string()).unwrap();
    let refused = cchc(&["report", &damaged, "--period", "2026-Q4", "--on", DAY]);
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("hãy lấy lại tệp từ bản sao lưu, hoặc mở khóa"), "{}", refused.stderr);
    let shown_damaged = show(&damaged);
    assert!(shown_damaged.stdout.contains("Không so được bản đã chốt"), "{}", shown_damaged.stdout);
    assert_eq!((shown_damaged.code, shown_damaged.stdout.contains("không có gì thay đổi")), (1, false));

    let amend = [&changed, "2026-Q4", "amend", "--by", "Lý Thị Hương"];
    let refused = cchc(&[&["filing"], &amend[..], &["--on", DAY]].concat());
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("chưa ghi lý do"), "{}", refused.stderr);
    let amended = step(&folder, "lan-2.json", &[&amend[..], &["--reason", "Sửa tên bài"]].concat());
    let shown = show(&amended);
    assert_eq!(shown.code, 0, "{}", shown.stdout);
    assert!(shown.stdout.contains("điều chỉnh vì Sửa tên bài"), "{}", shown.stdout);

    let again = cchc(&["filing", &amended, "2026-Q4", "freeze", "--by", "Ai đó", "--on", DAY]);
    assert_eq!(again.code, 2);
    assert!(again.stderr.contains("Phòng Văn hóa - Xã hội mở khóa được, phải ghi lý do"), "{}", again.stderr);
}

#[test]
fn a_report_is_sent_given_back_and_its_last_day_moved() {
    let (folder, file) = year("filing-sent");
    let letter = "Công văn số 2231/SNV-CCHC ngày 02/11/2026";
    let moved = step(
        &folder,
        "han.json",
        &[&file, "2026-Q4", "deadline", "--due", "20/12/2026", "--document", letter],
    );
    let shown = show(&moved).stdout;
    assert!(
        shown.contains(&format!("Hạn cấp 3: UBND xã gửi Sở Nội vụ, 20/12/2026, theo {letter}")),
        "{shown}"
    );
    let sent = step(&folder, "nop.json", &[&moved, "2026-Q4", "submit", "--number", "250/BC-UBND"]);
    let back = [&sent, "bao-cao-quy:2026-Q4", "return", "--by", "Sở Nội vụ", "--reason", "Thiếu phụ lục"];
    let back = step(&folder, "tra.json", &back);
    let shown = show(&back).stdout;
    assert!(shown.contains("Bước: bị trả lại") && shown.contains("Lý do trả lại: Thiếu phụ lục"), "{shown}");
    // Written over what was read only where that is asked for.
    let again = step(&folder, "tra.json", &[&back, "2026-Q4", "submit"]);
    let accepted = cchc(&["filing", &again, "2026-Q4", "accept", "--by", "Sở Nội vụ", "--on", DAY]);
    assert_eq!(accepted.code, 0, "{}", accepted.stderr);
    assert!(accepted.stdout.contains("\"accepted\""), "to standard output");

    let refused = cchc(&["filing", &file, "2026-Q4", "accept", "--by", "Sở Nội vụ", "--on", DAY]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("chỉ làm được khi báo cáo “đã nộp”"), "{}", refused.stderr);
    let early = cchc(&["filing", &file, "2026-Q4", "freeze", "--by", "A", "--on", "2026-11-20"]);
    assert!(early.stderr.contains("chưa đến hết ngày chốt số liệu 14/12/2026"), "{}", early.stderr);
    let unknown = cchc(&["filing", &file, "2025-Q4", "freeze"]);
    assert!(
        unknown.stderr.contains("không có kỳ báo cáo “2025-Q4”; có: bao-cao-quy:2026-Q1"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn the_reports_of_the_year_and_the_rates_are_listed() {
    let (_, file) = year("filing-list");
    insta::assert_snapshot!(cchc(&["filing", &file, "--on", "2026-11-20"]).stdout);
}
