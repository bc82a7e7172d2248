//! Files between offices: merged, compared, split, followed.

use std::fs;
use std::path::PathBuf;

use cchc_core::exchange::{Author, Change, Edit, PlanFile, read};
use serde_json::{Value, json};

use crate::ran::command;

const INVENTED: &str = "hoa-tham-2026-minh-hoa";

/// A directory of its own for a test, with the copies of three offices that started from one file.
fn directory(test: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    for (name, file) in copies() {
        fs::write(directory.join(name), file.to_json()).unwrap();
    }
    directory
}

/// All of them merged: with a conflict, and with records that were deleted.
pub(crate) fn merged() -> PlanFile {
    let [(_, first), rest @ ..] = copies();
    rest.iter().fold(first, |all, (_, copy)| cchc_core::exchange::merge(&all, copy).unwrap())
}

fn copies() -> [(&'static str, PlanFile); 4] {
    let origin = cchc_core::examples::get(INVENTED).unwrap();
    let first = origin.activities.at(0).unwrap().id.to_string();
    let of_economy =
        origin.activities.iter().find(|one| one.office == "phong-kinh-te").unwrap().id.to_string();
    let first = format!("activities/{first}");
    let focal = after(&origin, "may-vh", "phong-vhxh", &[(&first, json!({"title": "Tên do đầu mối sửa"}))]);
    let new = json!({"date": "2026-10-05", "office": "phong-kinh-te", "title": "Tọa đàm với doanh nghiệp"});
    let economy = after(
        &origin,
        "may-kt",
        "phong-kinh-te",
        &[
            ("activities/kt-moi", new),
            (&first, json!({"note": "Phòng Kinh tế ghi thêm"})),
            (&format!("activities/{of_economy}"), Value::Null),
        ],
    );
    let office = after(&origin, "may-vp", "van-phong", &[(&first, json!({"title": "Tên do Văn phòng sửa"}))]);
    [
        ("goc.cchc.json", origin),
        ("vhxh.cchc.json", focal),
        ("kinh-te.cchc.json", economy),
        ("van-phong.cchc.json", office),
    ]
}

/// The file after one change; a record without fields is deleted.
fn after(file: &PlanFile, writer: &str, office: &str, changes: &[(&str, Value)]) -> PlanFile {
    let mut file = file.clone();
    let at = "2026-11-20T08:30:00+07:00".parse().unwrap();
    let author = Author { writer: writer.parse().unwrap(), at, office: Some(office.parse().unwrap()) };
    let edit = |(record, fields): &(&str, Value)| match fields {
        Value::Object(fields) => Edit::Set { record: record.parse().unwrap(), fields: fields.clone() },
        _ => Edit::Remove { record: record.parse().unwrap() },
    };
    let edits = changes.iter().map(edit).collect();
    file.apply(&Change { author, label: "Cập nhật".to_owned(), edits }).unwrap();
    file
}

/// What a call prints and how it ends.
fn run(directory: &PathBuf, args: &[&str]) -> String {
    let output = command(args).current_dir(directory).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    format!("$ cchc {}\n{text}[{}]\n", args.join(" "), output.status.code().unwrap())
}

#[test]
fn copies_are_merged_and_what_is_open_is_told() {
    let directory = directory("merge");
    let all = [
        run(&directory, &["merge", "vhxh.cchc.json", "kinh-te.cchc.json", "-o", "gop.cchc.json", "--list"]),
        run(&directory, &["merge", "gop.cchc.json", "van-phong.cchc.json", "--list"]),
        run(
            &directory,
            &["merge", "gop.cchc.json", "van-phong.cchc.json", "goc.cchc.json", "-o", "ba.cchc.json"],
        ),
        run(&directory, &["diff", "gop.cchc.json", "gop.cchc.json"]),
        run(&directory, &["diff", "goc.cchc.json", "vhxh.cchc.json"]),
        run(&directory, &["log", "ba.cchc.json"]),
        run(&directory, &["log", "ba.cchc.json", "kt-moi"]),
        run(&directory, &["log", "ba.cchc.json", "khong-co"]),
    ]
    .join("\n");
    insta::assert_snapshot!(all);
    // Any order gives the same file.
    run(
        &directory,
        &["merge", "van-phong.cchc.json", "kinh-te.cchc.json", "vhxh.cchc.json", "-o", "khac.cchc.json"],
    );
    let file = |name: &str| read(&fs::read_to_string(directory.join(name)).unwrap()).unwrap().file;
    assert_eq!(file("ba.cchc.json"), file("khac.cchc.json"));
    let checked = run(&directory, &["check", "ba.cchc.json"]);
    assert!(checked.ends_with("[0]\n") && !checked.contains("nên xem lại"), "{checked}");
}

#[test]
fn other_plans_are_refused_unless_asked() {
    let directory = directory("other-plan");
    let other = cchc_core::examples::get("hoa-tham-2026").unwrap();
    fs::write(directory.join("khac.cchc.json"), other.to_json()).unwrap();
    let refused = run(&directory, &["merge", "goc.cchc.json", "khac.cchc.json", "-o", "x.cchc.json"]);
    assert!(refused.contains("hai kế hoạch khác nhau") && refused.ends_with("[2]\n"), "{refused}");
    assert!(!directory.join("x.cchc.json").exists());
    let merged = run(&directory, &["merge", "--any", "goc.cchc.json", "khac.cchc.json", "-o", "x.cchc.json"]);
    assert!(directory.join("x.cchc.json").exists(), "{merged}");
}

#[test]
fn an_office_sends_its_part() {
    let directory = directory("split");
    let ran =
        run(&directory, &["split", "kinh-te.cchc.json", "--office", "phong-kinh-te", "-o", "phan.cchc.json"]);
    assert!(ran.ends_with("[0]\n"), "{ran}");
    let file = |name: &str| read(&fs::read_to_string(directory.join(name)).unwrap()).unwrap().file;
    let part = file("phan.cchc.json");
    let others: Vec<_> =
        part.activities.iter().filter(|activity| activity.office != "phong-kinh-te").collect();
    let changed = |id: &str| {
        part.journal
            .iter()
            .any(|entry| entry.edits.iter().any(|edit| edit.record().is_some_and(|record| &*record.id == id)))
    };
    assert!(
        others.iter().all(|activity| changed(activity.id.as_str())),
        "what it changed of others goes along"
    );
    assert!(others.len() < 5, "{}", others.len());
    let ran = run(&directory, &["merge", "vhxh.cchc.json", "phan.cchc.json", "-o", "gop.cchc.json"]);
    assert!(ran.contains("gộp 2 tệp: 1 bản ghi mới, 1 thay đổi, 1 xóa"), "{ran}");
    assert_eq!(file("gop.cchc.json").activities.len(), file("vhxh.cchc.json").activities.len());
    let ran = run(&directory, &["split", "goc.cchc.json", "--office", "phong-la"]);
    assert!(ran.contains("“phong-la”") && ran.contains("phong-kinh-te") && ran.ends_with("[2]\n"), "{ran}");
}

#[test]
fn migrating_writes_the_same_file_in_the_present_version() {
    let directory = directory("migrate");
    let ran = run(&directory, &["migrate", "goc.cchc.json", "-o", "moi.cchc.json"]);
    assert!(ran.ends_with("[0]\n"), "{ran}");
    let text = |name: &str| fs::read_to_string(directory.join(name)).unwrap();
    assert_eq!(text("goc.cchc.json"), text("moi.cchc.json"));
    fs::write(
        directory.join("sau.cchc.json"),
        text("goc.cchc.json").replacen("\"version\": 1", "\"version\": 2", 1),
    )
    .unwrap();
    // What a newer program means by it would be lost in what is written out of it.
    for verb in [&["migrate", "sau.cchc.json"][..], &["split", "sau.cchc.json", "--office", "phong-kinh-te"]]
    {
        let ran = run(&directory, verb);
        assert!(ran.contains("mới hơn phiên bản 1 ở đây") && ran.ends_with("[2]\n"), "{ran}");
    }
}

#[test]
fn of_a_cut_file_what_is_left_is_merged_and_the_cut_is_told() {
    let directory = directory("cut");
    let text = fs::read(directory.join("van-phong.cchc.json")).unwrap();
    fs::write(directory.join("cut.cchc.json"), &text[..text.len() / 2]).unwrap();
    let ran = run(&directory, &["merge", "vhxh.cchc.json", "cut.cchc.json", "-o", "gop.cchc.json"]);
    assert!(ran.contains("cut.cchc.json: lỗi: tệp bị cắt dở") && ran.ends_with("[1]\n"), "{ran}");
    for call in [
        &["split", "cut.cchc.json", "--office", "van-phong", "-o", "phan.cchc.json"][..],
        &["migrate", "cut.cchc.json", "-o", "moi.cchc.json"],
    ] {
        let ran = run(&directory, call);
        assert!(ran.ends_with("[1]\n"), "{ran}");
    }
    let file = |name: &str| read(&fs::read_to_string(directory.join(name)).unwrap()).unwrap().file;
    assert_eq!(file("gop.cchc.json").activities, file("vhxh.cchc.json").activities, "nothing is lost by it");
    let checked = run(&directory, &["check", "cut.cchc.json"]);
    assert!(checked.contains("lỗi: tệp bị cắt dở") && checked.ends_with("[1]\n"), "{checked}");
}

#[test]
fn a_change_by_hand_is_information() {
    let directory = directory("by-hand");
    let text = fs::read_to_string(directory.join("goc.cchc.json")).unwrap();
    fs::write(directory.join("goc.cchc.json"), text.replacen("Hoa Thám", "Tân Thành", 1)).unwrap();
    let checked = run(&directory, &["check", "goc.cchc.json"]);
    assert!(checked.contains("thông tin: nội dung không còn như lúc phần mềm lưu"), "{checked}");
    assert!(checked.ends_with("[0]\n"), "{checked}");
    run(&directory, &["migrate", "goc.cchc.json", "-o", "goc.cchc.json"]);
    let checked = run(&directory, &["check", "goc.cchc.json"]);
    assert!(!checked.contains("không còn như lúc phần mềm lưu"), "{checked}");
}

/// The system ends the program in the middle of writing.
#[cfg(unix)]
#[test]
fn a_write_that_is_cut_off_leaves_the_old_file_whole() {
    let directory = directory("cut-off");
    let before = fs::read(directory.join("goc.cchc.json")).unwrap();
    let program = env!("CARGO_BIN_EXE_cchc");
    let call =
        format!("ulimit -f 8; exec '{program}' merge goc.cchc.json kinh-te.cchc.json -o goc.cchc.json");
    let output =
        std::process::Command::new("sh").args(["-c", &call]).current_dir(&directory).output().unwrap();
    assert!(!output.status.success());
    assert_eq!(fs::read(directory.join("goc.cchc.json")).unwrap(), before);
}
