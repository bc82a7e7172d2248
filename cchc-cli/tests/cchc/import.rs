//! `cchc import` and `cchc next`: lists of offices into the register, and the plan of the next year.

use std::fs;
use std::path::{Path, PathBuf};

use cchc_core::document::xlsx::{CellValue, Column, Format, Sheet, SheetRow, Workbook, xlsx};
use cchc_core::{examples, exchange};

use crate::ran::{Ran, cchc};

fn directory(test: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("import-{test}"));
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    fs::write(directory.join("ke-hoach.json"), examples::json("hoa-tham-2026").unwrap()).unwrap();
    directory
}

/// Calls the program in a folder, whose name is left out of what it says.
fn called(directory: &Path, args: &[&str]) -> Ran {
    let args: Vec<String> =
        args.iter()
            .map(|arg| {
                if arg.contains('.') { directory.join(arg).display().to_string() } else { (*arg).to_owned() }
            })
            .collect();
    let mut ran = cchc(&args.iter().map(String::as_str).collect::<Vec<_>>());
    ran.stderr = ran.stderr.replace(&format!("{}/", directory.display()), "");
    ran
}

fn list() -> Vec<u8> {
    let columns = ["STT", "Ngày đăng", "Tên tin, bài", "Nơi đăng", "Đơn vị", "Số lượng"];
    let mut sheet = Sheet::new("Quý II", columns.map(|name| Column::new(name, 12.0, Format::Text)));
    sheet.columns[1].format = Format::Date;
    sheet.title = vec!["DANH SÁCH TIN, BÀI".to_owned()];
    let row = |cells: [CellValue; 6]| SheetRow::plain(cells);
    sheet.rows = vec![
        row([
            1.into(),
            "2026-05-05".parse::<cchc_core::calendar::Date>().unwrap().into(),
            "Nộp hồ sơ trực tuyến".into(),
            "Trang TTĐT".into(),
            "VP".into(),
            "hai".into(),
        ]),
        row([2.into(), "31/6/2026".into(), "Ngày không có".into(), "Zalo".into(), "VP".into(), 1.into()]),
        row([
            3.into(),
            "12/6".into(),
            "Hai mã QR".into(),
            "Loa kéo".into(),
            "Phòng Kinh tế".into(),
            1.into(),
        ]),
        row([
            CellValue::Empty,
            CellValue::Empty,
            "Tổng cộng".into(),
            CellValue::Empty,
            CellValue::Empty,
            4.into(),
        ]),
    ];
    xlsx(&Workbook { name: "Tin, bài".to_owned(), sheets: vec![sheet] })
}

#[test]
fn a_list_is_shown_then_taken_in_once() {
    let directory = directory("once");
    fs::write(directory.join("tin.xlsx"), list()).unwrap();
    let shown = called(&directory, &["import", "ke-hoach.json", "--activities", "tin.xlsx"]);
    assert_eq!(shown.code, 1, "a row was not read");
    insta::assert_snapshot!([shown.stdout, shown.stderr].concat());
    let json =
        called(&directory, &["import", "ke-hoach.json", "--activities", "tin.xlsx", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&told["tally"]["new"], &told["rows"][1]["outcome"]), (&2.into(), &"refused".into()));

    let first = called(
        &directory,
        &["import", "ke-hoach.json", "--activities", "tin.xlsx", "-o", "moi.json", "--save-map", "map.json"],
    );
    assert_eq!((first.code, first.stdout.as_str()), (1, ""));
    insta::assert_snapshot!(first.stderr);
    let file = exchange::read(&fs::read_to_string(directory.join("moi.json")).unwrap()).unwrap().file;
    assert_eq!(file.activities.len(), 2);
    assert_eq!(file.journal[0].label, "Nhập từ tin.xlsx");
    assert!(fs::read_to_string(directory.join("map.json")).unwrap().contains("\"Ngày đăng\": \"date\""));

    let again = called(
        &directory,
        &["import", "moi.json", "--activities", "tin.xlsx", "-o", "moi2.json", "--map", "map.json"],
    );
    assert!(again.stderr.contains("0 hoạt động mới; 2 đã có trong sổ"), "{}", again.stderr);
    let mut twice = exchange::read(&fs::read_to_string(directory.join("moi2.json")).unwrap()).unwrap().file;
    assert_eq!(twice.activities, file.activities, "importing twice adds nothing");
    assert_eq!(twice.list_readings.len(), 1, "what the mapping says is kept");
    let third = called(&directory, &["import", "moi2.json", "--activities", "tin.xlsx", "-o", "moi3.json"]);
    assert!(third.stderr.contains("0 hoạt động mới; 2 đã có trong sổ"), "{}", third.stderr);
    twice = exchange::read(&fs::read_to_string(directory.join("moi3.json")).unwrap()).unwrap().file;
    assert_eq!(twice.journal.len(), 2, "nothing was changed");
}

#[test]
fn an_exported_workbook_adds_nothing_to_its_plan_and_gives_all_back_to_an_empty_one() {
    let directory = directory("exported");
    fs::write(directory.join("nam.json"), examples::json("hoa-tham-2026-minh-hoa").unwrap()).unwrap();
    assert_eq!(called(&directory, &["export", "nam.json", "--on", "20/11/2026", "-o", "so.xlsx"]).code, 0);
    let read = |name: &str| exchange::read(&fs::read_to_string(directory.join(name)).unwrap()).unwrap().file;
    let full = read("nam.json");
    let same = ["import", "nam.json", "--activities", "so.xlsx", "--update", "-o", "nam-2.json"];
    let same = called(&directory, &same);
    let told = format!("cchc: so.xlsx: 0 hoạt động mới; {} đã có trong sổ", full.activities.len());
    assert!(same.code == 0 && same.stderr.starts_with(&told), "{}", same.stderr);
    assert_eq!(read("nam-2.json"), full);
    let empty = called(&directory, &["import", "ke-hoach.json", "--activities", "so.xlsx", "-o", "moi.json"]);
    assert_eq!(empty.code, 0, "{}", empty.stderr);
    assert_eq!(read("moi.json").activities, full.activities);
}

#[test]
fn a_survey_is_taken_in_and_how_it_was_read_is_kept_in_the_file() {
    let directory = directory("survey");
    let list = "Khảo sát SIPAS năm 2026,,,,,,\nNội dung phiếu,A,B,C,D,E\n\
        Tiếp cận dịch vụ,120,60,15,4,1\nThủ tục hành chính,100,80,17,2,1\nChỗ để xe,1,1,1,1,1\n";
    fs::write(directory.join("sipas.csv"), list).unwrap();
    let map = r#"{"columns":{"Nội dung phiếu":"criterion","A":"level:5","B":"level:4","C":"level:3","D":"level:2","E":"level:1"}}"#;
    fs::write(directory.join("map.json"), map).unwrap();
    let first = ["import", "ke-hoach.json", "--tallies", "sipas.csv", "--map", "map.json", "-o", "moi.json"];
    let first = called(&directory, &first);
    assert_eq!(first.code, 1);
    insta::assert_snapshot!(first.stderr);
    let again = called(&directory, &["import", "moi.json", "--scores", "sipas.csv", "-o", "moi-2.json"]);
    assert!(again.stderr.contains("0 số liệu mới; 2 đã có"), "{}", again.stderr);
    let read = |name: &str| exchange::read(&fs::read_to_string(directory.join(name)).unwrap()).unwrap().file;
    assert_eq!(read("moi.json"), read("moi-2.json"));
    let scored = called(&directory, &["score", "moi.json", "--set", "sipas-1001", "--on", "20/11/2026"]);
    assert!(scored.stdout.contains("120; 60; 15; 4; 1"), "{}", scored.stdout);
}

#[test]
fn what_is_no_list_and_what_is_not_in_the_plan_are_refused() {
    let directory = directory("refused");
    fs::write(directory.join("cu.xls"), b"\xd0\xcf\x11\xe0W\0o\0r\0k\0b\0o\0o\0k\0").unwrap();
    fs::write(directory.join("tin.csv"), "Ngày,Tên\n5/5,Bài một\n").unwrap();
    fs::write(directory.join("map.json"), "{\"columns\":{\"Ngày\":\"day\"}}").unwrap();
    let call = |args: &[&str]| {
        let ran = called(&directory, &[&["import", "ke-hoach.json", "--activities"][..], args].concat());
        format!("{} {}", ran.code, ran.stderr)
    };
    let said = [
        call(&["cu.xls"]),
        call(&["tin.csv", "--office", "nha-van-hoa"]),
        call(&["tin.csv", "--map", "map.json"]),
        call(&["khong-co.csv"]),
        call(&["tin.csv"]),
    ];
    insta::assert_snapshot!(said.concat());
    let taken =
        called(&directory, &["import", "ke-hoach.json", "--activities", "tin.csv", "--office", "van-phong"]);
    assert_eq!(taken.code, 0, "{}", taken.stderr);
}

#[test]
fn the_next_year_is_a_plan_that_checks() {
    let directory = directory("next");
    fs::write(directory.join("nam.json"), examples::json("hoa-tham-2026-minh-hoa").unwrap()).unwrap();
    let ran = called(&directory, &["next", "nam.json", "--on", "20/12/2026", "-o", "nam-sau.json"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(
        ran.stdout.starts_with("Kế hoạch tuyên truyền cải cách hành chính xã Hoa Thám năm 2027\n"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("\nNăm nay chưa đạt, đề xuất làm tiếp\n"), "{}", ran.stdout);
    let next = exchange::read(&fs::read_to_string(directory.join("nam-sau.json")).unwrap()).unwrap();
    assert_eq!((next.file.id.as_str(), next.file.plan.year), ("xa-hoa-tham-2027", 2027));
    assert_eq!(called(&directory, &["check", "nam-sau.json"]).stdout.matches("lỗi").count(), 0);
    assert_eq!(called(&directory, &["status", "nam-sau.json", "--on", "15/2/2027"]).code, 0);
}

#[test]
fn a_result_never_takes_the_place_of_what_it_was_made_from() {
    let directory = directory("apart");
    let plan = directory.join("ke-hoach.json");
    let list = directory.join("tin-bai.csv");
    let text = directory.join("ke-hoach.txt");
    fs::write(&list, "Ngày;Cơ quan;Tên tin, bài\n05/5/2026;VP;Nộp hồ sơ trực tuyến\n").unwrap();
    fs::copy(crate::ran::repository().join("cchc-core/src/ingest/tests/plans/09-xa-tan-suat.txt"), &text)
        .unwrap();
    let [plan_, list_, text_] = [&plan, &list, &text].map(|path| path.to_str().unwrap());
    let other = directory.join(".").join("ke-hoach.json");
    let all = || [&plan, &list, &text].map(|path| fs::read(path).unwrap());
    let before = all();
    for call in [
        vec!["ingest", text_, "-o", text_],
        vec!["import", plan_, "--activities", list_, "-o", list_],
        vec!["import", plan_, "--activities", list_, "-o", plan_],
        vec!["import", plan_, "--activities", list_, "--save-map", list_],
        vec!["next", plan_, "-o", other.to_str().unwrap()],
        vec!["merge", plan_, plan_, "-o", plan_],
        vec!["split", plan_, "--office", "van-phong", "-o", plan_],
    ] {
        let ran = cchc(&call);
        assert_eq!(ran.code, 2, "{call:?}: {}", ran.stderr);
        assert!(ran.stderr.contains("đang được đọc"), "{call:?}: {}", ran.stderr);
    }
    let both = directory.join("ca-hai.json");
    let both_ = both.to_str().unwrap();
    let ran = cchc(&["import", plan_, "--activities", list_, "-o", both_, "--save-map", both_]);
    assert!(ran.code == 2 && ran.stderr.contains("cùng một tệp") && !both.exists(), "{}", ran.stderr);
    assert!(before == all(), "nothing was written");
    assert_eq!(cchc(&["migrate", plan_, "-o", plan_]).code, 0);
}
