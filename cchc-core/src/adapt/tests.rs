use chrono::DateTime;

use super::*;
use crate::exchange::check;
use crate::id::WriterId;

fn author() -> Author {
    let at = DateTime::parse_from_rfc3339("2026-11-20T08:00:00+07:00").unwrap();
    Author { writer: WriterId::new("may-1").unwrap(), at, office: None }
}

fn template() -> PlanFile {
    crate::examples::get("hoa-tham-2026").unwrap()
}

fn made(commune: &str, province: &str, year: i32) -> PlanFile {
    let owner = Owner {
        commune: commune.into(),
        province: province.into(),
        year,
        tracked_from: "2026-11-20".parse().unwrap(),
    };
    own_plan(template(), FileId::new("moi").unwrap(), &owner, author(), "Tạo kế hoạch").unwrap()
}

/// Everything that the plan itself says.
fn words(file: &PlanFile) -> String {
    let mut bare = file.clone();
    bare.contents.journal = Arc::default();
    bare.contents.holidays = Records::default();
    bare.to_json()
}

#[test]
fn nothing_is_left_of_the_commune_that_it_was() {
    for (commune, kind) in
        [("xã Bình Gia", "xã"), ("phường Kỳ Lừa", "phường"), ("đặc khu Vân Đồn", "đặc khu")]
    {
        let file = made(commune, "tỉnh Lạng Sơn", 2026);
        assert_eq!(file.plan.title, format!("Kế hoạch tuyên truyền cải cách hành chính {commune} năm 2026"));
        assert_eq!(file.plan.issuer, format!("UBND {commune}"));
        assert_eq!(
            file.passages.get_str("ten-ke-hoach").unwrap().text,
            format!("KẾ HOẠCH Tuyên truyền cải cách hành chính {commune} năm 2026")
        );
        let opening = &file.passages.get_str("mo-dau").unwrap().text;
        let expected =
            format!("UBND {commune} ban hành kế hoạch triển khai thực hiện trên địa bàn {kind} như sau:");
        assert!(opening.ends_with(&expected), "{opening}");
        assert!(
            opening.contains("Kế hoạch số 152/KH-UBND ngày 24/4/2026 của UBND tỉnh Lạng Sơn"),
            "{opening}"
        );
        assert_eq!(file.offices.get_str("van-phong").unwrap().name, format!("Văn phòng HĐND và UBND {kind}"));
        assert_eq!(file.plan.recipients[1].name, format!("Thường trực Đảng ủy {kind}"));
        assert!(!words(&file).contains("Hoa Thám"));
        assert_eq!(check(&file), check(&template()), "{commune}");
    }
}

#[test]
fn only_level_cooperative_and_society_keep_the_word_xa() {
    let file = made("phường Kỳ Lừa", "tỉnh Lạng Sơn", 2026);
    let text = words(&file);
    let left = text.match_indices("xã").filter(|(at, _)| {
        let (before, after) = (&text[..*at], &text[at + "xã".len()..]);
        !after.starts_with(" hội") && !before.ends_with("hợp tác ") && !before.ends_with("cấp ")
    });
    let left: Vec<&str> = left
        .map(|(at, _)| {
            let from = text[..at].char_indices().rev().nth(30).map_or(0, |(at, _)| at);
            &text[from..at + "xã".len()]
        })
        .collect();
    assert_eq!(left, Vec::<&str>::new());
}

#[test]
fn quotations_go_on_standing_in_their_passages() {
    let old = template();
    for commune in ["xã Bình Gia", "phường Kỳ Lừa", "đặc khu Vân Đồn"] {
        for province in ["tỉnh Lạng Sơn", "tỉnh Cao Bằng", "thành phố Huế"] {
            let file = made(commune, province, 2026);
            for duty in &file.duties {
                let text = &file.passages.get(&duty.source.passage).unwrap().text;
                assert!(text.contains(&duty.source.quote), "{}: {}", duty.id, duty.source.quote);
                let was_whole = old.duties.get(&duty.id).unwrap().source.quote.is_empty();
                assert_eq!(duty.source.quote.is_empty(), was_whole, "{}", duty.id);
            }
            assert_eq!(check(&file), check(&old), "{commune}, {province}");
        }
    }
}

#[test]
fn another_province_has_not_issued_these_documents() {
    let file = made("xã Trường Hà", "tỉnh Cao Bằng", 2026);
    assert!(!words(&file).contains("Lạng Sơn"));
    let opening = &file.passages.get_str("mo-dau").unwrap().text;
    let expected = "Thực hiện Kế hoạch số …/KH-UBND ngày …/…/… của UBND tỉnh Cao Bằng về việc tuyên truyền";
    assert!(opening.starts_with(expected), "{opening}");
    let carried_out = file.documents.get(&file.plan.carries_out[0]).unwrap();
    assert!(needs_number(carried_out));
    assert_eq!(carried_out.issuer, "UBND tỉnh Cao Bằng");
    let of_centre = file.documents.iter().find(|d| d.number.as_deref() == Some("23/CT-TTg")).unwrap();
    assert!(of_centre.date.is_some() && !needs_number(of_centre));
}

#[test]
fn nobody_has_signed_or_numbered_a_new_plan() {
    let file = made("xã Bình Gia", "tỉnh Lạng Sơn", 2027);
    let signature = file.plan.signature.as_ref().unwrap();
    assert_eq!((&*signature.name, signature.lines.len()), ("", 2));
    assert_eq!((&file.plan.number, file.plan.issued_on), (&None, None));
    assert_eq!(file.plan.recipients.last().unwrap().name, "Lưu: VT, VHXH");
    // The plan of the seed does not say for whom it is signed; what is to be signed anew does.
    let paper = |file: &PlanFile| crate::document::text::text(&crate::report::plan_document(file));
    assert!(paper(&file).contains("TM. ỦY BAN NHÂN DÂN"), "{}", paper(&file));
    assert!(!paper(&template()).contains("TM. ỦY BAN NHÂN DÂN"));
    // What another commune calls VHXX is its own affair.
    let theirs = template().with_id(FileId::new("xa-khac-2026").unwrap());
    let owner = Owner {
        commune: "xã Bình Gia".to_owned(),
        province: "tỉnh Lạng Sơn".to_owned(),
        year: 2027,
        tracked_from: "2027-01-01".parse().unwrap(),
    };
    let theirs = own_plan(theirs, FileId::new("moi").unwrap(), &owner, author(), "Tạo kế hoạch").unwrap();
    assert_eq!(theirs.plan.recipients.last().unwrap().name, "Lưu: VT, VHXX");
    assert_eq!(file.plan.tracked_from.value, "2026-11-20".parse::<Date>().unwrap());
    assert_eq!(file.plan.tracked_from.basis, Basis::Confirmed);
    assert_eq!(file.plan.title, "Kế hoạch tuyên truyền cải cách hành chính xã Bình Gia năm 2027");
    assert!(file.passages.get_str("ten-ke-hoach").unwrap().text.ends_with("xã Bình Gia năm 2027"));
    assert!(needs_number(file.documents.get(&file.plan.carries_out[0]).unwrap()), "it is of the year before");
    assert_eq!(file.id.as_str(), "moi");
}

#[test]
fn the_plan_as_issued_stays_verbatim_for_who_issued_it() {
    let (old, file) = (template(), made("xã Hoa Thám", "tỉnh Lạng Sơn", 2026));
    assert_eq!(file.passages, old.passages);
    assert_eq!(file.plan.signature, old.plan.signature);
    assert_eq!(file.plan.recipients, old.plan.recipients);
}

#[test]
fn a_rename_is_one_change_and_one_undo() {
    let old = template();
    let mut file = old.clone();
    let edits = rename(&old, "phường Kỳ Lừa", "tỉnh Lạng Sơn");
    let change = |edits| Change { author: author(), label: "Đổi tên".to_owned(), edits };
    let done = file.apply(&change(edits)).unwrap();
    assert_eq!(file.plan.issuer, "UBND phường Kỳ Lừa");
    assert_eq!(file.plan.signature, old.plan.signature, "the plan is the same, under its right name");
    file.apply(&change(done.inverse)).unwrap();
    assert_eq!((&file.plan, &file.passages, &file.duties), (&old.plan, &old.passages, &old.duties));
    assert!(rename(&old, "xã Hoa Thám", "tỉnh Lạng Sơn").is_empty());
}

#[test]
fn a_plan_followed_from_today_owes_nothing_of_before() {
    use crate::progress::{Progress, Standing};

    let today = "2026-11-20".parse().unwrap();
    let progress = Progress::of(&made("phường Kỳ Lừa", "tỉnh Lạng Sơn", 2026), today);
    let is_late = |standing: &Standing| matches!(standing, Standing::Overdue { .. });
    let late: Vec<_> = progress.obligations.iter().filter(|owed| is_late(&owed.standing)).collect();
    assert!(late.is_empty(), "{late:#?}");
    let reports: Vec<_> = progress.reports.iter().map(|report| (&report.title, &report.standing)).collect();
    assert!(!reports.iter().any(|(_, standing)| is_late(standing)), "{reports:#?}");
    assert!(reports.iter().any(|(_, standing)| matches!(standing, Standing::Open { .. })), "{reports:#?}");
}
