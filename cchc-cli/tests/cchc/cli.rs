//! The program as a person or a script meets it: what it prints where, what it leaves on the disk, how it ends.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use crate::ran::{cchc, cchc_with, command};
use cchc_core::text::fold;
use serde_json::{Value, json};

const INVENTED: &str = "hoa-tham-2026-minh-hoa";

/// A directory of its own for a test, emptied when the test begins.
fn directory(test: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn invented() -> String {
    cchc(&["example", INVENTED]).stdout
}

/// The invented year with another value in one place.
fn invented_with(place: &str, value: &str) -> String {
    let mut file: Value = serde_json::from_str(&invented()).unwrap();
    *file.pointer_mut(place).unwrap() = value.into();
    file.to_string()
}

#[test]
fn help_is_whole_and_vietnamese() {
    let mut all = String::new();
    for args in [
        &["--help"][..],
        &["help", "example"],
        &["ingest", "-h"],
        &["check", "-h"],
        &["status", "--help"],
        &["report", "--help"],
        &["filing", "--help"],
        &["document", "--help"],
        &["export", "--help"],
        &["merge", "--help"],
        &["diff", "-h"],
        &["log", "-h"],
        &["split", "-h"],
        &["migrate", "-h"],
        &["score", "--help"],
        &["sets", "-h"],
        &["schema", "-h"],
    ] {
        let ran = cchc(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{args:?}");
        all += &["$ cchc ", &args.join(" "), "\n", &ran.stdout, "\n"].concat();
    }
    insta::assert_snapshot!(all);
    for english in ["usage", "options", "commands", "arguments", "print help"] {
        assert!(!fold(&all).contains(english), "{english}");
    }
}

#[test]
fn a_wrong_call_ends_with_2_and_says_so_on_standard_error() {
    for (args, help) in [
        (&[][..], "cchc --help"),
        (&["--nope"], "cchc --help"),
        (&["cheek"], "cchc --help"),
        (&["status"], "cchc status --help"),
        (&["report", "x.json", "--period", "2026-Q9"], "cchc report --help"),
        (&["report", "x.json", "--period", "2026-Q2", "-o", "x.pdf"], "cchc report --help"),
        (&["export", "x.json", "-o", "x.doc"], "cchc export --help"),
    ] {
        let ran = cchc(args);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{args:?}");
        assert!(ran.stderr.starts_with("cchc: ") && ran.stderr.contains(help), "{}", ran.stderr);
    }
}

#[test]
fn examples_are_plan_files_and_are_clean() {
    for args in [&["example"][..], &["example", "hoa-tham-2026"], &["example", INVENTED]] {
        let ran = cchc(args);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        let checked = cchc_with(&["check", "-"], ran.stdout.as_bytes());
        assert_eq!(checked.code, 0);
        // The plan's own deadlines are not what the law asks, which is good to know and no fault of the file.
        let is_note = |line: &str| line.starts_with("đầu vào chuẩn: thông tin: quy định báo cáo");
        assert!(checked.stdout.lines().all(is_note), "{}", checked.stdout);
    }
    let ran = cchc(&["example", "xa-khac"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        ran.stderr,
        "cchc: không có kế hoạch mẫu “xa-khac”; có: hoa-tham-2026, hoa-tham-2026-minh-hoa\n"
    );
}

#[test]
fn check_tells_findings_by_file_and_by_exit_code() {
    let directory = directory("check");
    let write = |name: &str, text: &str| fs::write(directory.join(name), text).unwrap();
    write("sach.cchc.json", &invented());
    write("sai.cchc.json", &invented_with("/records/activities/3/office", "phong-la"));
    write("ngay.cchc.json", &invented_with("/records/activities/3/date", "30/2/2026"));
    let half = invented();
    write("dut.cchc.json", &half[..half.floor_char_boundary(half.len() / 2)]);
    write("khac.json", "{\"name\": \"x\"}");
    write("rong.json", "");
    fs::write(directory.join("word.docx"), b"PK\x03\x04\x14\x00\x06\x00").unwrap();

    let run = |names: &[&str]| {
        let output = command(&[&["check"], names].concat()).current_dir(&directory).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        format!("$ cchc check {}\n{text}[{}]\n", names.join(" "), output.status.code().unwrap())
    };
    let all = [
        run(&["sach.cchc.json"]),
        run(&["sach.cchc.json", "sai.cchc.json", "ngay.cchc.json"]),
        run(&["dut.cchc.json", "khac.json", "rong.json", "word.docx", "sach.cchc.json"]),
        run(&["khong-co.json"]),
        run(&["."]),
        run(&["--format", "json", "ngay.cchc.json", "khac.json"]),
    ]
    .join("\n");
    insta::assert_snapshot!(all);
}

#[test]
fn status_reads_as_a_table() {
    let all = cchc_with(&["status", "-", "--on", "2026-11-20"], invented().as_bytes());
    assert_eq!((all.code, all.stderr.as_str()), (0, ""));
    let office =
        cchc_with(&["status", "-", "--on", "20/11/2026", "--office", "van-phong"], invented().as_bytes());
    assert_eq!((office.code, office.stderr.as_str()), (0, ""));
    let both = format!("{}\n----\n\n{}", all.stdout, office.stdout);
    insta::assert_snapshot!(both);
}

#[test]
fn status_for_programs_names_offices_by_their_ids() {
    let ran = cchc_with(
        &["status", "-", "--on=2026-11-20", "--format=json", "--office=van-phong"],
        invented().as_bytes(),
    );
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let status: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(status["on"], "2026-11-20");
    assert_eq!(status["offices"][0]["id"], "van-phong");
    let owed = status["obligations"].as_array().unwrap();
    assert!(!owed.is_empty() && owed.iter().all(|owed| owed["office"] == "van-phong"));
    let november = owed.iter().find(|owed| owed["period"] == "2026-11" && owed["unit"] == "tin-bai").unwrap();
    assert_eq!((&november["achieved"], &november["required"]), (&1.into(), &2.into()));
    assert_eq!((&november["standing"], &november["state"]), (&"open".into(), &"soon".into()));
    assert_eq!(november["basis"], json!({ "due": "written", "quota": "written" }));
    let column = owed.iter().find(|owed| owed["duty"] == "chuyen-muc-cchc").unwrap();
    assert_eq!(column["basis"], json!({ "due": "inferred", "quota": "inferred" }));
    let report =
        status["reports"].as_array().unwrap().iter().find(|report| report["period"] == "2026-Q4").unwrap();
    assert_eq!(report["levels"][0]["basis"], "unverified");

    let ran = cchc_with(&["status", "-", "--office", "phong-la"], invented().as_bytes());
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("“phong-la”") && ran.stderr.contains("van-phong"), "{}", ran.stderr);
}

#[test]
fn a_fault_in_the_file_is_told_but_does_not_stop_the_work() {
    let broken = invented_with("/records/activities/3/date", "2026-02-30");
    let ran = cchc_with(&["status", "-", "--on", "2026-11-20"], broken.as_bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("Việc trước mắt"));
    assert!(ran.stderr.starts_with("cchc: đầu vào chuẩn: lỗi: hoạt động"), "{}", ran.stderr);
}

#[test]
fn a_report_goes_to_standard_output_or_to_a_file_of_the_form_asked() {
    let directory = directory("report");
    let plan = directory.join("ke-hoach.cchc.json");
    fs::write(&plan, invented()).unwrap();
    let plan = plan.to_str().unwrap();
    let of = |more: &[&str]| {
        cchc(&[&["report", plan, "--on", "2026-06-16", "--period", "2026-Q2"], more].concat())
    };

    let text = of(&[]);
    assert_eq!(text.code, 0);
    assert!(text.stdout.contains("BÁO CÁO\nKết quả") && text.stdout.contains("quý II năm 2026"));
    assert!(
        text.stderr.lines().all(|line| line.starts_with("cchc: trước khi trình ký: ")),
        "{}",
        text.stderr
    );
    assert_eq!(of(&["-o", "-"]).stdout, text.stdout);
    let embedded = of(&["--embedded"]);
    assert!(!embedded.stdout.contains("CỘNG HÒA XÃ HỘI") && embedded.stdout.len() < text.stdout.len());

    let write = |name: &str| {
        let path = directory.join(name);
        let ran = of(&["-o", path.to_str().unwrap()]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
        fs::read(path).unwrap()
    };
    assert_eq!(write("quy-2.txt"), text.stdout.as_bytes());
    assert!(write("quy-2.DOCX").starts_with(b"PK\x03\x04"));
    assert!(String::from_utf8(write("quy-2.html")).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(write("quy-2.txt"), text.stdout.as_bytes(), "a report is written anew over the old one");
    let mut left: Vec<_> = fs::read_dir(&directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["ke-hoach.cchc.json", "quy-2.DOCX", "quy-2.html", "quy-2.txt"]);
}

#[test]
fn a_report_that_cannot_be_made_says_why_and_leaves_nothing() {
    let directory = directory("no-report");
    let run = |args: &[&str]| {
        let mut child = command(&[&["report", "-"], args].concat());
        let mut child = child
            .current_dir(&directory)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), invented().as_bytes());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        said.lines().filter(|line| !line.contains("trước khi trình ký")).collect::<Vec<_>>().join("\n")
    };
    fs::create_dir(directory.join("thu-muc.docx")).unwrap();
    let all = [
        run(&[]),
        run(&["--period", "2025-Q2"]),
        run(&["--period", "2026-Q2", "-o", "quy-2.pdf"]),
        run(&["--period", "2026-Q2", "-o", "quy-2"]),
        run(&["--period", "2026-Q2", "-o", "khong-co/quy-2.docx"]),
        run(&["--period", "2026-Q2", "-o", "thu-muc.docx"]),
    ]
    .join("\n");
    insta::assert_snapshot!(all);
    let left: Vec<_> = fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["thu-muc.docx"]);
}

/// `cchc example | head -1`: the reader goes away before everything is written.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error_and_changes_no_outcome() {
    let file = directory("closed-pipe").join("hong.cchc.json");
    fs::write(&file, invented_with("/records/activities/3/office", "phong-la")).unwrap();
    let file = file.to_str().unwrap();
    for (args, code) in
        [(&["example", INVENTED][..], 0), (&["check", file], 1), (&["status", file, "--on", "2026-11-20"], 1)]
    {
        let mut child = command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(!said.contains("không ghi được"), "{said}");
    }
}

#[test]
fn figures_that_an_error_makes_doubtful_are_told_and_end_with_1() {
    let mut file: Value = serde_json::from_str(&invented()).unwrap();
    file["version"] = 99.into();
    file["records"]["activities"] = serde_json::json!({});
    let (unread, astray) = (file.to_string(), invented_with("/records/activities/3/office", "phong-la"));
    for (text, gravest, remark) in [
        (&unread, "lỗi: hoạt động", "Tệp có 01 mục hoạt động không đọc được"),
        (&astray, "lỗi: hoạt động", "01 hoạt động trỏ đến cơ quan không có trong Kế hoạch (“phong-la”)"),
    ] {
        for verb in [
            &["status", "-"][..],
            &["report", "-", "--period", "2026"],
            &["document", "-", "don-doc"],
            &["filing", "-"],
            &["score", "-"],
            &["next", "-"],
        ] {
            let ran = cchc_with(&[verb, &["--on", "2026-11-20"]].concat(), text.as_bytes());
            if verb[0] == "next" && text == &unread {
                // What a newer version wrote is only read.
                assert_eq!(ran.code, 2, "{}", ran.stderr);
                continue;
            }
            assert_eq!(ran.code, 1, "{verb:?}: {}", ran.stderr);
            assert!(!ran.stdout.is_empty() && ran.stderr.contains(gravest), "{verb:?}: {}", ran.stderr);
            assert!(verb[0] != "report" || ran.stderr.contains(remark), "{}", ran.stderr);
        }
    }
    assert!(cchc_with(&["status", "-"], unread.as_bytes()).stderr.contains("xem: cchc check"));
    // The history is no figure.
    let mut file: Value = serde_json::from_str(&invented()).unwrap();
    file["journal"] = "lịch sử".into();
    assert_eq!(cchc_with(&["status", "-"], file.to_string().as_bytes()).code, 0);
}
