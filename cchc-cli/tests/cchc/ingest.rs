//! `cchc ingest`: a plan as offices have it becomes a plan file.

use std::fs;
use std::path::PathBuf;

use cchc_core::{document, examples, exchange, report};

use crate::ran::{cchc, cchc_with, repository};

fn plan(name: &str) -> PathBuf {
    repository().join("cchc-core/src/ingest/tests/plans").join(format!("{name}.txt"))
}

fn directory(test: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("ingest-{test}"));
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

#[test]
fn a_text_becomes_a_file_that_the_tracker_runs_on() {
    let directory = directory("text");
    let to = directory.join("ke-hoach.cchc.json");
    let (from, to) = (plan("01-xa-giao-tung-phong"), to.to_str().unwrap());
    let ran = cchc(&["ingest", from.to_str().unwrap(), "-o", to, "--on", "2026-05-04"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, ""));
    assert!(ran.stderr.contains("4 cơ quan, 11 nhiệm vụ, 3 nội dung"), "{}", ran.stderr);
    let file = exchange::read(&fs::read_to_string(to).unwrap()).unwrap().file;
    assert_eq!(file.id.as_str(), "xa-thien-hoa-2026");
    assert_eq!(cchc(&["check", to]).code, 0);
    let status = cchc(&["status", to, "--on", "2026-06-10"]);
    assert_eq!(status.code, 0, "{}", status.stderr);
    assert!(status.stdout.contains("03 tin, bài") || status.stdout.contains("tin, bài"), "{}", status.stdout);
}

#[test]
fn a_word_file_is_read_by_its_bytes_and_not_its_name() {
    let file = examples::get("hoa-tham-2026").unwrap();
    let docx = document::docx::docx(&report::plan_document(&file));
    let ran = cchc_with(&["ingest", "-", "--id", "hoa-tham-2026", "--on", "2026-05-04"], &docx);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let read = exchange::read(&ran.stdout).unwrap().file;
    assert_eq!((read.id.as_str(), read.duties.len()), ("hoa-tham-2026", 32));
}

#[test]
fn what_holds_no_duty_is_no_success() {
    let ran = cchc_with(&["ingest", "-", "--on", "2026-05-04"], "GIẤY MỜI\nHọp lúc 8 giờ.\n".as_bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("có thể không phải kế hoạch"), "{}", ran.stderr);
}

#[test]
fn the_report_says_what_was_read_where_and_how_surely() {
    let from = plan("09-xa-tan-suat");
    let ran = cchc(&["ingest", from.to_str().unwrap(), "--report", "--on", "2026-04-02"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    insta::assert_snapshot!(ran.stdout);
    let ran = cchc(&["ingest", from.to_str().unwrap(), "--report", "--format", "json", "--on", "2026-04-02"]);
    let told: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert!(told["readings"].as_array().unwrap().iter().any(|reading| reading["certainty"] == "inferred"));
}

#[test]
fn what_is_no_plan_is_refused_with_what_to_do() {
    let directory = directory("refused");
    let old = directory.join("cu.docx");
    fs::write(&old, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").unwrap();
    let ran = cchc(&["ingest", old.to_str().unwrap()]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(
        ran.stderr.contains("tệp Word kiểu cũ (.doc)") && ran.stderr.contains("Lưu thành"),
        "{}",
        ran.stderr
    );
    let none = cchc(&["ingest"]);
    assert!(none.stderr.contains("chưa ghi tệp kế hoạch"), "{}", none.stderr);
    let bad = cchc(&["ingest", old.to_str().unwrap(), "--id", "có dấu"]);
    assert_eq!(bad.code, 2);
    assert!(bad.stderr.contains("mã “có dấu” không dùng được"), "{}", bad.stderr);
}
