//! `cchc score` and `cchc sets`.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::ran::cchc;

fn score(set: &str, values: &str) -> (i32, String, String) {
    let ran = cchc(&["score", "--set", set, "--values", values]);
    (ran.code, ran.stdout, ran.stderr)
}

#[test]
fn a_row_of_figures_gives_the_total_alone() {
    for (set, values, total) in [
        ("pci-2014", "7.16,7.00,7.20,7.89,7.10,7.69,7.96,6.68,7.95,7.58", "73.40"),
        ("pci-2022", "6.45,7.22,6.22,7.91,7.22,7.16,7.49,6.39,6.57,7.87", "70.7575"),
        (
            "papi-2018",
            "5.525624,5.6443086,4.403242,7.133356,7.4854727,7.861848,3.6075735,3.342198",
            "45.0036228",
        ),
    ] {
        let (code, stdout, stderr) = score(set, values);
        assert_eq!((code, stderr.as_str()), (0, ""));
        let (said, expected): (f64, f64) = (stdout.trim().parse().unwrap(), total.parse().unwrap());
        assert!((said - expected).abs() < 0.03, "{stdout} is not {total}");
    }
    // What is not confirmed is said, apart from the total.
    let (code, stdout, stderr) = score("766", "14.74,18.89,8.08,8.06,16.17,17.66");
    assert_eq!((code, stdout.as_str()), (0, "83.60\n"));
    assert!(stderr.starts_with("cchc: 766: Các mức xếp loại"));
}

#[test]
fn what_gives_no_total_is_refused_with_the_leaf() {
    let broken = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bo-sai.json");
    let mut set: Value = serde_json::from_str(&cchc(&["sets", "766"]).stdout).unwrap();
    set["nodes"][4]["max"] = 25.into();
    fs::write(&broken, set.to_string()).unwrap();
    let broken = broken.to_str().unwrap();
    let mut said = String::new();
    for (set, values) in [
        ("pci-2014", "7.16,,7.20,7.89,7.10,7.69,7.96,6.68,7.95,7.58"),
        ("pci-2014", "7.16,7,7.20"),
        ("pci-2014", "7.16,7.x,7.20,7.89,7.10,7.69,7.96,6.68,7.95,7.58"),
        ("pci-2014", "10.16,7.00,7.20,7.89,7.10,7.69,7.96,6.68,7.95,7.58"),
        ("targets-2026", "5/0,6/5,,,,,"),
        ("sipas-1001", "9:1:0:0:-1,90,90,90,90"),
        ("cchc-xa", "yes,9/10,2,20/24,1,1,1,1,1,1"),
        ("pci-2013", "1"),
        (broken, "1,1,1,1,1,1"),
    ] {
        let (code, stdout, stderr) = score(set, values);
        assert_eq!((code, stdout.as_str()), (2, ""), "{set} {values}");
        let set = set.rsplit('/').next().unwrap();
        let _ = write!(said, "$ --set {set} --values {values}\n{}", stderr.replace(broken, "bo-sai.json"));
    }
    insta::assert_snapshot!(said);
}

#[test]
fn answers_are_tallied_with_their_margin() {
    let row = "60:30:5:3:2,10:10:20:5:5,45:45:0:0:0,9:0:1:0:0,90:0:0:0:10";
    let mean = cchc(&["score", "--set=sipas-1001", "--values", row, "--population", "2000"]);
    assert_eq!((mean.code, mean.stdout.as_str()), (0, "82.00\n"));
    assert!(
        mean.stderr.contains("cỡ mẫu 10 phiếu, sai số ±31,0 điểm phần trăm; cần 334 phiếu"),
        "{}",
        mean.stderr
    );
    let args = ["score", "--set=sipas-1001", "--values", row, "--method=pooled", "--format=json"];
    let pooled: Value = serde_json::from_str(&cchc(&args).stdout).unwrap();
    assert!((pooled["total"].as_f64().unwrap() - 100.0 * 299.0 / 350.0).abs() < 1e-9);
    assert_eq!(pooled["nodes"][0]["score"], 90.0);
}

#[test]
fn targets_are_read_one_by_one() {
    let (code, stdout, _) = score("targets-2026", "12/12,814/1067,,n/a,,,");
    assert_eq!(code, 0);
    assert_eq!(
        stdout.lines().take(3).collect::<Vec<_>>(),
        ["dvctt-toan-trinh\t100.00", "ho-so-dien-tu\t76.288659794", "giay-to-mot-lan\t"]
    );
}

#[test]
fn sets_are_listed_and_one_comes_as_json() {
    let list = cchc(&["sets"]);
    assert_eq!((list.code, list.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(list.stdout);
    let listed: Value = serde_json::from_str(&cchc(&["sets", "--format", "json"]).stdout).unwrap();
    for set in listed.as_array().unwrap() {
        let code = set["code"].as_str().unwrap();
        let one: Value = serde_json::from_str(&cchc(&["sets", code]).stdout).unwrap();
        assert_eq!(one["code"], code);
    }
}

#[test]
fn a_set_of_a_plan_file_stands_in_place_of_the_built_in_one() {
    let path = invented("bo-cua-tep", |_| {});
    let file = path.to_str().unwrap();
    let of = |args: &[&str]| -> Value { serde_json::from_str(&cchc(args).stdout).unwrap() };
    let (own, built_in) = (of(&["sets", "cchc-xa", "--file", file]), of(&["sets", "cchc-xa"]));
    assert_eq!((own["code"].as_str(), own["nodes"][2]["max"].as_f64()), (Some("cchc-xa"), Some(22.0)));
    assert_ne!(own, built_in);
    let list = of(&["sets", "--file", file, "--format", "json"]);
    let own: Vec<_> = list.as_array().unwrap().iter().filter(|set| set["own"] == true).collect();
    assert_eq!((own.len(), own[0]["code"].as_str()), (1, Some("cchc-xa")));
    assert!(cchc(&["sets", "--file", file]).stdout.contains("của tệp kế hoạch; có phần chưa xác nhận"));
    // What was printed is a set again.
    let printed = path.with_file_name("in-ra.json");
    fs::write(&printed, cchc(&["sets", "cchc-xa", "--file", file]).stdout).unwrap();
    assert_eq!(cchc(&["sets", printed.to_str().unwrap()]).code, 0);
    let ran = cchc(&["sets", "khac", "--file", file]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("tệp không có bộ chỉ số “khac”; có: par-876, cchc-xa"), "{}", ran.stderr);
}

/// The invented year on the disk, in a folder of its own.
fn invented(test: &str, change: impl FnOnce(&mut Value)) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let mut file: Value = serde_json::from_str(&cchc(&["example", "hoa-tham-2026-minh-hoa"]).stdout).unwrap();
    change(&mut file);
    // Nobody is to hear that it was changed by hand.
    file.as_object_mut().unwrap().remove("checksum");
    let path = folder.join("xa.cchc.json");
    fs::write(&path, file.to_string()).unwrap();
    path
}

const ON: [&str; 2] = ["--on", "2026-11-20"];

#[test]
fn the_scores_of_a_file_are_printed_as_a_tree() {
    let path = invented("diem-cua-tep", |_| {});
    let file = path.to_str().unwrap();
    let mut said = String::new();
    for args in [&["--set", "cchc-xa"][..], &["--set", "766", "--period", "2026-10"], &["--year", "2026"]] {
        let ran = cchc(&[&["score", file][..], args, &ON].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let _ = write!(said, "$ score {}\n{}\n", args.join(" "), ran.stdout);
    }
    insta::assert_snapshot!(said);
    let args =
        [&["score", file, "--set", "766", "--period", "2026-10", "--format", "json"][..], &ON].concat();
    let json: Value = serde_json::from_str(&cchc(&args).stdout).unwrap();
    assert_eq!((json["total"].as_f64(), json["target"].as_f64()), (Some(84.62), Some(86.0)));
    assert_eq!(
        (json["leaves"][0]["origin"].as_str(), json["losses"][0]["code"].as_str()),
        (Some("published"), Some("MDSH"))
    );
    let all: Value =
        serde_json::from_str(&cchc(&[&["score", file, "--format", "json"][..], &ON].concat()).stdout)
            .unwrap();
    let sets: Vec<_> = all.as_array().unwrap().iter().map(|set| set["set"].as_str().unwrap()).collect();
    assert_eq!(sets, ["cchc-xa", "sipas-1001", "766", "targets-2026"]);
}

#[test]
fn the_table_to_hand_in_is_written_in_the_form_its_name_says() {
    let path = invented("bang-tu-danh-gia", |_| {});
    for (name, begins) in [("a.docx", "PK"), ("a.xlsx", "PK"), ("a.html", "<!"), ("a.txt", "DỮ LIỆU")] {
        let to = path.with_file_name(name);
        let args = [&["score", path.to_str().unwrap(), "-o", to.to_str().unwrap()][..], &ON].concat();
        let ran = cchc(&args);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, ""), "{}", ran.stderr);
        assert!(fs::read(&to).unwrap().starts_with(begins.as_bytes()), "{name}");
    }
    let ran = cchc(&["score", path.to_str().unwrap(), "-o", "a.pdf"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains(".docx, .xlsx, .html hoặc .txt"), "{}", ran.stderr);
}

#[test]
fn entries_that_cannot_be_are_refused_with_the_leaf() {
    let path = invented("diem-sai", |file| {
        let entries = file["records"]["score_entries"].as_array_mut().unwrap();
        let mut leaf = |code: &str, field: &str, value: Value| {
            let entry = entries.iter_mut().find(|entry| entry["id"] == code).unwrap();
            entry[field] = value;
        };
        leaf("cchc-xa:2026:3.1", "appraised", 4.5.into());
        leaf("cchc-xa:2026:7.1", "raw", serde_json::json!({ "ratio": { "numerator": 5, "denominator": 0 } }));
        leaf("cchc-xa:2026:7.2", "raw", serde_json::json!({ "ratio": { "numerator": 6, "denominator": 5 } }));
        leaf("sipas-1001:2026:1", "raw", serde_json::json!({ "tally": [5, -2, 0, 0, 0] }));
    });
    let mut said = String::new();
    for set in ["cchc-xa", "sipas-1001", "khac"] {
        let file = path.to_str().unwrap();
        let ran = cchc(&["score", file, "--set", set, "--on", "2026-11-20"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{set}");
        let _ = write!(said, "$ --set {set}\n{}", ran.stderr.replace(file, "xa.cchc.json"));
    }
    insta::assert_snapshot!(said);
}
