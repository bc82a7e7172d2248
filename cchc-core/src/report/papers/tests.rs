use super::*;
use crate::document;
use crate::document::layout::Layout;
use crate::examples;
use crate::id::{FilingId, TopicId};
use crate::register::WorkForm;

fn year() -> PlanFile {
    examples::get("hoa-tham-2026-minh-hoa").unwrap()
}

fn day() -> Date {
    Date::from_ymd_opt(2026, 11, 20).unwrap()
}

fn ask() -> PaperAsk {
    PaperAsk {
        period: "2026-Q4".parse().ok(),
        topic: "dich-vu-cong-truc-tuyen".parse().ok(),
        with_duties: true,
        ..PaperAsk::default()
    }
}

fn text(kind: PaperKind, ask: &PaperAsk) -> String {
    let made = paper(&year(), kind, ask, day()).unwrap();
    document::text::text(&made.document)
}

#[test]
fn every_kind_has_a_name_and_is_written() {
    for kind in PaperKind::ALL {
        assert_eq!(PaperKind::from_key(kind.key()), Some(kind));
        let made = paper(&year(), kind, &ask(), day()).unwrap();
        assert!(!made.document.body.is_empty(), "{kind:?}");
        assert!(
            made.file_name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.:".contains(&b)),
            "{}",
            made.file_name
        );
    }
}

#[test]
fn a_paper_differs_by_the_choices_that_it_takes_and_by_no_other() {
    let file = year();
    let plain = PaperAsk { period: "2026".parse().ok(), ..ask() };
    let dialogue = file.activities.iter().find(|one| one.detail_of(WorkForm::Dialogue).is_some()).unwrap();
    let days = Window { from: "2026-02-02".parse().unwrap(), to: "2026-06-20".parse().unwrap() };
    let in_days = PaperAsk { period: None, window: Some(days), ..plain.clone() };
    let choices = [
        (PaperChoice::Period, &plain, PaperAsk { period: "2026-Q1".parse().ok(), ..plain.clone() }),
        (PaperChoice::Window, &plain, in_days.clone()),
        (PaperChoice::Title, &in_days, PaperAsk { title: "Chuyển đổi số".to_owned(), ..in_days.clone() }),
        (PaperChoice::Filing, &plain, PaperAsk { filing: FilingId::new("2026-Q2").ok(), ..plain.clone() }),
        (
            PaperChoice::Office,
            &plain,
            PaperAsk { office: OfficeId::new("tt-dv-cong-ich").ok(), ..plain.clone() },
        ),
        (
            PaperChoice::Topic,
            &plain,
            PaperAsk { topic: TopicId::new("cai-cach-the-che").ok(), ..plain.clone() },
        ),
        (PaperChoice::Activity, &plain, PaperAsk { activity: Some(dialogue.id.clone()), ..plain.clone() }),
        (PaperChoice::Duties, &plain, PaperAsk { with_duties: false, ..plain.clone() }),
    ];
    for kind in PaperKind::ALL {
        for (choice, before, after) in &choices {
            let differs = paper(&file, kind, after, day()) != paper(&file, kind, before, day());
            assert_eq!(differs, kind.takes(*choice), "{kind:?} {choice:?}");
        }
    }
}

#[test]
fn papers_read_as_they_are_sent() {
    let year = PaperAsk::default();
    insta::assert_snapshot!("don-doc", text(PaperKind::Urge, &year));
    let mut one = ask();
    one.office = "van-phong".parse().ok();
    insta::assert_snapshot!("yeu-cau-so-lieu", text(PaperKind::Request, &one));
    insta::assert_snapshot!("kien-nghi", text(PaperKind::Difficulties, &year));
    insta::assert_snapshot!("khen-thuong", text(PaperKind::Commend, &year));
    insta::assert_snapshot!("du-toan", text(PaperKind::Budget, &year));
    insta::assert_snapshot!("tham-dinh", text(PaperKind::Appraisal, &year));
    insta::assert_snapshot!("niem-yet-tthc", text(PaperKind::Posting, &year));
    insta::assert_snapshot!("bien-ban-doi-thoai", text(PaperKind::Dialogue, &year));
    insta::assert_snapshot!("ban-tin", text(PaperKind::Brief, &ask()));
}

#[test]
fn a_brief_says_of_a_single_work_that_it_is_done() {
    let file = year();
    let work = |today: &str| {
        let topic = "van-ban-tam-quan-trong-cchc".parse().ok();
        let made = paper(&file, PaperKind::Brief, &PaperAsk { topic, ..ask() }, today.parse().unwrap());
        let text = document::text::text(&made.unwrap().document);
        text.lines().find(|line| line.contains("chuyên mục CCHC")).unwrap_or_default().to_owned()
    };
    assert!(work("2026-05-20").ends_with("; hạn gần nhất 30/6/2026."), "{}", work("2026-05-20"));
    assert!(work("2026-11-30").ends_with("; đã hoàn thành ngày 05/6/2026."), "{}", work("2026-11-30"));
}

#[test]
fn who_signs_follows_from_who_issues() {
    for (kind, authority) in [
        (PaperKind::Plan, "KT. CHỦ TỊCH"),
        (PaperKind::Report, "TM. ỦY BAN NHÂN DÂN"),
        (PaperKind::Urge, "TL. CHỦ TỊCH"),
        (PaperKind::Request, "TL. CHỦ TỊCH"),
        (PaperKind::Posting, "TL. CHỦ TỊCH"),
        (PaperKind::Commend, "TRƯỞNG PHÒNG"),
    ] {
        let text = text(kind, &ask());
        assert!(text.contains(authority), "{kind:?}: {text}");
    }
    // A plan whose signer says for whom already keeps his words; one without a signer leaves the chair's place.
    let mut file = year();
    let plan = std::sync::Arc::make_mut(&mut file.contents.plan);
    plan.signature.as_mut().unwrap().lines = vec!["Q. CHỦ TỊCH".to_owned()];
    assert_eq!(committee_signature(plan).lines, ["Q. CHỦ TỊCH"]);
    plan.signature = None;
    assert_eq!(committee_signature(plan).lines, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
    let made = paper(&file, PaperKind::Report, &ask(), day()).unwrap();
    assert!(made.remarks.iter().any(|remark| remark.starts_with("Chưa có họ và tên người ký")));
}

#[test]
fn only_who_is_proposed_is_named() {
    let half = PaperAsk { period: "2026-H1".parse().ok(), ..PaperAsk::default() };
    let text = text(PaperKind::Commend, &half);
    assert!(text.contains("khen thưởng 01 tập thể có thành tích") && !text.contains("00 cá nhân"), "{text}");
}

#[test]
fn an_estimate_says_which_of_its_items_have_their_money() {
    let made = paper(&year(), PaperKind::Budget, &PaperAsk::default(), day()).unwrap();
    let items = year().budget_items.iter().filter(|item| item.estimate.is_some()).count();
    let allocated = year().budget_items.iter().filter(|item| item.allocated.is_some()).count();
    let told = format!("{allocated:02} trong {items:02} khoản đã được bố trí kinh phí");
    assert!(allocated > 0 && made.remarks.iter().any(|one| one.starts_with(&told)), "{:?}", made.remarks);
}

#[test]
fn a_document_is_cited_in_full_once_and_shortly_afterwards() {
    let file = year();
    let mut citations = head::Citations::of(&file);
    let id = &file.plan.carries_out[0];
    assert!(
        citations.document(id).unwrap().starts_with("Kế hoạch số 152/KH-UBND ngày 24/4/2026 của UBND tỉnh")
    );
    assert_eq!(citations.document(id).unwrap(), "Kế hoạch số 152/KH-UBND");
    let mut file = year();
    let plan = std::sync::Arc::make_mut(&mut file.contents.plan);
    plan.number = Some("15/KH-UBND".to_owned());
    plan.issued_on = "2026-05-04".parse().ok();
    let mut citations = head::Citations::of(&file);
    assert_eq!(
        citations.plan(),
        "Kế hoạch số 15/KH-UBND ngày 04/5/2026 của UBND xã Hoa Thám về tuyên truyền cải cách hành chính xã Hoa Thám năm 2026"
    );
    assert_eq!(citations.plan(), "Kế hoạch số 15/KH-UBND");
}

#[test]
fn an_ask_that_cannot_be_met_says_why() {
    let mut file = year();
    let nobody = PaperAsk { office: "phong-x".parse().ok(), ..PaperAsk::default() };
    let other = PaperAsk { period: "2025-Q1".parse().ok(), ..PaperAsk::default() };
    let (to, from) = (day(), day().succ_opt().unwrap());
    let backwards = PaperAsk { window: Some(Window { from, to }), ..PaperAsk::default() };
    let dialogue = PaperAsk { activity: "a1".parse().ok(), ..PaperAsk::default() };
    let mut said: Vec<String> = [
        (PaperKind::Urge, &nobody),
        (PaperKind::Report, &other),
        (PaperKind::Report, &PaperAsk::default()),
        (PaperKind::Report, &backwards),
        (PaperKind::Brief, &PaperAsk::default()),
        (PaperKind::Dialogue, &dialogue),
    ]
    .into_iter()
    .map(|(kind, ask)| paper(&file, kind, ask, day()).unwrap_err().to_string())
    .collect();
    file = examples::get("hoa-tham-2026").unwrap();
    for kind in [
        PaperKind::Difficulties,
        PaperKind::Commend,
        PaperKind::Budget,
        PaperKind::Posting,
        PaperKind::Dialogue,
    ] {
        said.push(paper(&file, kind, &PaperAsk::default(), day()).unwrap_err().to_string());
    }
    insta::assert_snapshot!(said.join("\n"));
}

/// Each of them is still a document whatever stands in the register.
#[test]
fn hostile_words_leave_documents() {
    let mut file = year();
    let mark = format!("<b>&\u{0}\u{7}🎉 {}", "dài ".repeat(500));
    let file_ = &mut file;
    for activity in file_.activities.clone().iter() {
        let mut activity = activity.clone();
        activity.title.clone_from(&mark);
        if let Some(detail) = &mut activity.detail {
            detail.place.clone_from(&mark);
            detail.led_by.clone_from(&mark);
        }
        file_.contents.activities.put(activity);
    }
    for merit in file_.merits.clone().iter() {
        file_.contents.merits.put(crate::register::Merit { who: mark.clone(), ..merit.clone() });
    }
    for item in file_.budget_items.clone().iter() {
        let most = Some(1_000_000_000_000);
        file_.contents.budget_items.put(crate::register::BudgetItem {
            title: mark.clone(),
            estimate: most,
            appraised: Some(0),
            ..item.clone()
        });
    }
    std::sync::Arc::make_mut(&mut file_.contents.plan).signature = None;
    for kind in PaperKind::ALL {
        let made = paper(&file, kind, &ask(), day()).unwrap();
        assert!(!document::html::page(&made.document).contains("<b>&"), "{kind:?}");
        assert!(document::text::text(&made.document).ends_with('\n'));
    }
}

/// The words of HTML, without tags; what separates is one space.
fn words_of(html: &str) -> String {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    let text = texts.collect::<Vec<_>>().join(" ").replace("&nbsp;", " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_pasted_says_the_same_and_carries_its_form() {
    for kind in PaperKind::ALL {
        let made = paper(&year(), kind, &ask(), day()).unwrap();
        let (pasted, plain) =
            (document::html::pasted(&Layout::of(&made.document)), document::html::fragment(&made.document));
        // A drawing tells its points where it has room.
        if !plain.contains("<svg class=\"chart\"") {
            assert_eq!(words_of(&pasted), words_of(&plain), "{kind:?}");
        }
        for foreign in ["class=", "<h", "<svg", "<div style", "flex", "grid"] {
            assert!(!pasted.contains(foreign), "{kind:?}: {foreign}");
        }
        let side_by_side = pasted.matches("<td width").count();
        let cells = pasted.matches("<td").count() + pasted.matches("<th ").count() - side_by_side;
        assert_eq!(pasted.matches("border:1pt solid black;padding").count(), cells, "{kind:?}");
    }
}

#[test]
fn a_letter_to_be_pasted() {
    let ask = PaperAsk { office: "van-phong".parse().ok(), ..PaperAsk::default() };
    let made = paper(&year(), PaperKind::Urge, &ask, day()).unwrap();
    insta::assert_snapshot!("don-doc.dan", document::html::pasted(&Layout::of(&made.document)));
}
