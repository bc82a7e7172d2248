use super::*;
use crate::document::text::text;
use crate::examples;
use crate::exchange::{Change, ChangeError, RecordKey};
use crate::plan::Topic;
use crate::progress::Standing;
use crate::record::Kind;
use crate::register::{Activity, BudgetItem, Illegible, Merit, ParagraphEdit};
use crate::report::papers::{PaperAsk, PaperError, PaperKind, paper};

const Q3: &str = "bao-cao-quy:2026-Q3";

pub(super) fn filing() -> FilingId {
    Q3.parse().unwrap()
}

pub(super) fn author() -> Author {
    Author {
        writer: "may-vhxh".parse().unwrap(),
        at: "2026-09-16T08:30:00+07:00".parse().unwrap(),
        office: "phong-vhxh".parse().ok(),
    }
}

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn apply(file: &mut PlanFile, edits: Vec<Edit>) -> Result<Vec<Edit>, ChangeError> {
    file.apply(&Change { author: author(), label: "Thử".to_owned(), edits }).map(|applied| applied.inverse)
}

/// The invented year, its third report not sent yet, frozen.
pub(super) fn frozen() -> PlanFile {
    let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    file.contents.filings.remove(&filing());
    let edits =
        freeze(&Tracking::of(&file, day("2026-09-16")), &filing(), " Lý Thị Hương ", &author()).unwrap();
    apply(&mut file, edits).unwrap();
    file
}

fn report_text(file: &PlanFile, on: &str) -> String {
    let ask = PaperAsk { period: "2026-Q3".parse().ok(), ..PaperAsk::default() };
    text(&paper(file, PaperKind::Report, &ask, day(on)).unwrap().document)
}

/// An article of August that was logged late.
pub(super) fn log_late(file: &mut PlanFile) {
    let old = file.activities.get_str("a-2026-08-07-01").unwrap();
    let late = Activity { id: "a-moi".parse().unwrap(), title: "Pano tại chợ".to_owned(), ..old.clone() };
    apply(file, vec![Edit::write(&late)]).unwrap();
}

fn edit_of_paragraph() -> Edit {
    Edit::write(&ParagraphEdit {
        id: "bao-cao-quy:2026-Q3:ket".parse().unwrap(),
        filing: filing(),
        paragraph: "ket".to_owned(),
        text: "Lời khác.".to_owned(),
        composed: String::new(),
        edited_on: day("2026-09-17"),
        extra: Extra::new(),
    })
}

#[test]
fn a_frozen_report_never_changes_and_shows_what_did() {
    let mut file = frozen();
    let before = report_text(&file, "2026-09-16");
    log_late(&mut file);
    assert_eq!(report_text(&file, "2026-11-20"), before);

    let tracking = Tracking::of(&file, day("2026-09-17"));
    let drift = drift(&tracking, file.frozen(&filing()).unwrap());
    let records: Vec<_> = drift.records.iter().map(|(key, what)| (key.to_string(), *what)).collect();
    assert_eq!(records, [("activities/a-moi".to_owned(), DriftKind::Added)]);
    assert!(drift.paragraphs.iter().any(|(before, after)| before != after && !after.is_empty()), "{drift:?}");

    // What the file carries is the whole document, also for a program that does not compose.
    let again = crate::exchange::read(&file.to_json()).unwrap();
    assert_eq!((again.diagnostics.as_slice(), report_text(&again.file, "2026-11-20")), (&[][..], before));
}

#[test]
fn an_amendment_is_the_next_version_with_its_reason() {
    let mut file = frozen();
    let amended = |file: &PlanFile, reason: &str| {
        amend(&Tracking::of(file, day("2026-09-18")), &filing(), "Lý Thị Hương", reason, &author())
    };
    assert_eq!(amended(&file, "Bổ sung pano"), Err(Refusal::NothingChanged));
    log_late(&mut file);
    assert_eq!(amended(&file, " "), Err(Refusal::Reasonless));
    let edits = amended(&file, "Bổ sung pano").unwrap();
    apply(&mut file, edits).unwrap();
    let standing = file.frozen(&filing()).unwrap();
    assert_eq!((standing.version, standing.reason.as_str()), (2, "Bổ sung pano"));
    assert!(drift(&Tracking::of(&file, day("2026-09-18")), standing).is_empty());
    assert!(report_text(&file, "2026-11-20").contains("Pano tại chợ"));
    assert_eq!(file.frozen_reports.len(), 2, "the first version is still there");
}

#[test]
fn a_lock_says_why_and_who_may_lift_it() {
    let mut file = frozen();
    let refused = apply(&mut file, vec![edit_of_paragraph()]).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Báo cáo quý III năm 2026 đã chốt lúc 08:30 ngày 16/9/2026, người chốt: Lý Thị Hương; nội dung không sửa được nữa. Phòng \
         Văn hóa - Xã hội mở khóa được, phải ghi lý do; hoặc lập bản đính chính, bổ sung"
    );
    let again = freeze(&Tracking::of(&file, day("2026-09-17")), &filing(), "Ai đó", &author());
    assert_eq!(again, Err(Refusal::Locked(refused.to_string())));

    let standing = file.frozen(&filing()).unwrap().clone();
    let forged =
        FrozenReport { document: serde_json::json!({ "name": "Khác", "body": [] }), ..standing.clone() };
    let edit = Edit::difference(&standing, &forged).unwrap();
    assert!(matches!(apply(&mut file, vec![edit]), Err(ChangeError::Locked(_))));

    assert_eq!(lift(&file, &filing(), "Hoàng Văn Minh", "", &author()), Err(Refusal::Reasonless));
    let edits = lift(&file, &filing(), "Hoàng Văn Minh", "Sở Nội vụ yêu cầu sửa", &author()).unwrap();
    let back = apply(&mut file, edits).unwrap();
    assert!(file.frozen(&filing()).is_none());
    apply(&mut file, vec![edit_of_paragraph()]).unwrap();
    assert!(report_text(&file, "2026-09-17").contains("Lời khác."));
    apply(&mut file, back).unwrap();
    assert!(file.frozen(&filing()).is_some(), "undone, it is locked again");
}

#[test]
fn an_edit_of_an_open_report_is_not_moved_into_a_frozen_one() {
    let mut file = frozen();
    let open = ParagraphEdit {
        id: "bao-cao-quy:2026-Q4:ket".parse().unwrap(),
        filing: "bao-cao-quy:2026-Q4".parse().unwrap(),
        paragraph: "ket".to_owned(),
        text: "Lời khác.".to_owned(),
        composed: String::new(),
        edited_on: day("2026-09-17"),
        extra: Extra::new(),
    };
    apply(&mut file, vec![Edit::write(&open)]).unwrap();
    let moved = ParagraphEdit { filing: filing(), ..open.clone() };
    let into = Edit::difference(&open, &moved).unwrap();
    assert!(matches!(apply(&mut file, vec![into]), Err(ChangeError::Locked(_))));
    let elsewhere = ParagraphEdit { filing: "bao-cao-nam:2026".parse().unwrap(), ..open.clone() };
    let free = Edit::difference(&open, &elsewhere).unwrap();
    apply(&mut file, vec![free]).unwrap();
}

#[test]
fn a_freeze_is_taken_back_only_while_nobody_has_the_report() {
    let mut file = frozen();
    let id = file.frozen(&filing()).unwrap().id.clone();
    let mut copy = file.clone();
    apply(&mut copy, vec![Edit::remove::<FrozenReport>(&id)]).unwrap();
    let edits =
        submit(&Tracking::of(&file, day("2026-09-17")), &filing(), "190/BC-UBND", day("2026-09-17")).unwrap();
    apply(&mut file, edits).unwrap();
    assert!(matches!(apply(&mut file, vec![Edit::remove::<FrozenReport>(&id)]), Err(ChangeError::Locked(_))));
}

/// A filing that is no longer there is removed in the order of the file: before its frozen report.
#[test]
fn a_state_before_a_freeze_can_be_restored_while_nobody_has_the_report() {
    let mut before = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    before.contents.filings.remove(&filing());
    let mut file = before.clone();
    apply(&mut file, vec![edit_of_paragraph()]).unwrap();
    let edits = freeze(&Tracking::of(&file, day("2026-09-16")), &filing(), "A", &author()).unwrap();
    let back = apply(&mut file, edits).unwrap();
    let frozen = file.clone();
    let edits = file.restore_all(&before);
    assert!(edits.len() > 2, "{edits:?}");
    apply(&mut file, edits).unwrap();
    assert_eq!((&file.filings, &file.frozen_reports), (&before.filings, &before.frozen_reports));
    // And forth again: what was frozen comes back with its paragraph.
    let edits = file.restore_all(&frozen);
    apply(&mut file, edits).unwrap();
    assert_eq!(
        (&file.paragraph_edits, &file.frozen_reports),
        (&frozen.paragraph_edits, &frozen.frozen_reports)
    );
    apply(&mut file, back).unwrap();
    assert!(file.frozen(&filing()).is_none(), "undone");
}

#[test]
fn a_sent_report_does_not_go_by_a_restore() {
    let mut file = frozen();
    let before = {
        let mut before = file.clone();
        before.contents.frozen_reports = crate::record::Records::default();
        before
    };
    let edits =
        submit(&Tracking::of(&file, day("2026-09-17")), &filing(), "190/BC-UBND", day("2026-09-17")).unwrap();
    apply(&mut file, edits).unwrap();
    let edits = file.restore_all(&before);
    assert!(
        edits.iter().any(|edit| matches!(edit, Edit::Set { record, .. } if record.kind == Kind::Filings))
    );
    assert!(matches!(apply(&mut file, edits), Err(ChangeError::Locked(_))));
    assert!(file.frozen(&filing()).is_some());
}

#[test]
fn what_was_frozen_is_not_left_open_for_something_else() {
    let mut file = frozen();
    let record = RecordKey::new(Kind::FrozenReports, file.frozen(&filing()).unwrap().id.to_string());
    let other = serde_json::json!({ "name": "Khác", "body": [] });
    let standing = file.frozen(&filing()).unwrap().document.clone();
    let values = vec![other, standing];
    let open = Edit::Dispute { record, field: "document".to_owned(), values };
    assert!(matches!(apply(&mut file, vec![open]), Err(ChangeError::Locked(_))));
}

#[test]
fn a_lock_is_not_opened_for_the_length_of_a_change() {
    let mut file = frozen();
    let id = &file.frozen(&filing()).unwrap().id;
    let record = RecordKey { kind: Kind::FrozenReports, id: id.as_str().into() };
    let set = |record: &RecordKey, field: &str, value: serde_json::Value| Edit::Set {
        record: record.clone(),
        fields: [(field.to_owned(), value)].into_iter().collect(),
    };
    let lifted = serde_json::json!({ "at": "2026-09-17T08:00:00+07:00", "by": "Hương", "reason": "Sai" });
    let of_filing = RecordKey { kind: Kind::Filings, id: filing().as_str().into() };
    let moved = set(&of_filing, "window", serde_json::json!({ "from": "2026-06-01", "to": "2026-09-14" }));
    let shut = set(&record, "lifted", serde_json::Value::Null);
    let opened = vec![set(&record, "lifted", lifted), moved];
    let and_shut = opened.iter().cloned().chain([shut]).collect();
    assert!(matches!(apply(&mut file, and_shut), Err(ChangeError::Locked(_))));
    apply(&mut file, opened).unwrap();
}

#[test]
fn of_two_copies_that_froze_one_version_either_can_be_settled_for() {
    let base = {
        let mut base = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        base.contents.filings.remove(&filing());
        base
    };
    let by = |writer: &str, who: &str| {
        let mut file = base.clone();
        let author = Author { writer: writer.parse().unwrap(), ..author() };
        let edits = freeze(&Tracking::of(&file, day("2026-09-16")), &filing(), who, &author).unwrap();
        file.apply(&Change { author, label: "Chốt".to_owned(), edits }).unwrap();
        file
    };
    let merged =
        crate::exchange::merge(&by("may-a", "Lý Thị Hương"), &by("may-b", "Hoàng Văn Minh")).unwrap();
    let conflict = merged.conflicts().into_iter().find(|conflict| conflict.field == "by").unwrap();
    for candidate in &conflict.candidates {
        apply(&mut merged.clone(), vec![conflict.settle(candidate.value)]).unwrap();
    }
    let third = conflict.settle(&"Ai khác".into());
    assert!(matches!(apply(&mut merged.clone(), vec![third]), Err(ChangeError::Locked(_))));
}

#[test]
fn a_report_is_sent_given_back_and_accepted() {
    let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    file.contents.filings.remove(&filing());
    let today = day("2026-09-30");
    let standing = |file: &PlanFile| {
        let tracking = Tracking::of(file, today);
        tracking.progress().report(&filing()).unwrap().standing
    };
    let by = "Sở Nội vụ";
    let early = accept(&Tracking::of(&file, today), &filing(), by, today);
    assert_eq!(
        early.unwrap_err().to_string(),
        "báo cáo đang ở tình trạng “dự thảo”; việc này chỉ làm được khi báo cáo “đã nộp”"
    );
    let edits = submit(&Tracking::of(&file, today), &filing(), "190/BC-UBND", day("2026-09-17")).unwrap();
    apply(&mut file, edits).unwrap();
    assert!(standing(&file).is_met());
    assert!(give_back(&Tracking::of(&file, today), &filing(), by, " ", today).is_err());
    let before = accept(&Tracking::of(&file, today), &filing(), by, day("2026-09-16"));
    assert_eq!(before, Err(Refusal::BeforeSent(day("2026-09-17"))));
    let edits =
        give_back(&Tracking::of(&file, today), &filing(), by, "Thiếu phụ lục", day("2026-09-20")).unwrap();
    apply(&mut file, edits).unwrap();
    assert!(matches!(standing(&file), Standing::Overdue { .. }), "owed again");
    let edits = submit(&Tracking::of(&file, today), &filing(), "", day("2026-09-22")).unwrap();
    apply(&mut file, edits).unwrap();
    let edits = accept(&Tracking::of(&file, today), &filing(), by, day("2026-09-23")).unwrap();
    apply(&mut file, edits).unwrap();
    let kept = file.filings.get(&filing()).unwrap();
    assert_eq!(
        (kept.state, kept.number.as_str(), kept.returned_for.as_str()),
        (FilingState::Accepted, "190/BC-UBND", "")
    );
    assert_eq!(kept.sent_on, Some(day("2026-09-22")));
}

#[test]
fn it_is_frozen_after_the_cut_off_and_by_somebody() {
    let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let on = |today: &str, by: &str| freeze(&Tracking::of(&file, day(today)), &filing(), by, &author());
    assert_eq!(on("2026-09-14", "A"), Err(Refusal::TooEarly(day("2026-09-14"))));
    assert_eq!(on("2026-09-15", " "), Err(Refusal::Nameless));
    assert!(on("2026-09-15", "A").is_ok());
    let nobody: FilingId = "khong-co".parse().unwrap();
    let unknown = freeze(&Tracking::of(&file, day("2026-09-15")), &nobody, "A", &author());
    assert_eq!(unknown, Err(Refusal::Unknown(nobody)));
}

#[test]
fn what_can_be_done_follows_from_where_it_stands() {
    let possible = |file: &PlanFile, today: &str| {
        let tracking = Tracking::of(file, day(today));
        let drift = file.frozen(&filing()).map(|frozen| drift(&tracking, frozen));
        let item = tracking.progress().report(&filing()).unwrap().clone();
        steps(file, &item, drift.as_ref(), day(today))
    };
    let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    file.contents.filings.remove(&filing());
    assert_eq!(possible(&file, "2026-09-14"), [Step::Submit], "its figures may still grow");
    assert_eq!(possible(&file, "2026-09-15"), [Step::Freeze, Step::Submit]);
    let mut file = frozen();
    assert_eq!(possible(&file, "2026-09-17"), [Step::Submit, Step::Lift]);
    log_late(&mut file);
    let edits =
        submit(&Tracking::of(&file, day("2026-09-17")), &filing(), "190/BC-UBND", day("2026-09-17")).unwrap();
    apply(&mut file, edits).unwrap();
    assert_eq!(possible(&file, "2026-09-18"), [Step::Amend, Step::Accept, Step::GiveBack, Step::Lift]);
    let told = drift(&Tracking::of(&file, day("2026-09-18")), file.frozen(&filing()).unwrap());
    let told: Vec<_> = told.lines(&file).map(|(.., words)| words).collect();
    assert_eq!(told, ["hoạt động “Pano tại chợ”: ghi thêm"]);
}

#[test]
fn a_letter_sets_another_last_day_for_a_period_or_for_the_year() {
    let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let item = |file: &PlanFile, id: &str| {
        let tracking = Tracking::of(file, day("2026-11-20"));
        tracking.reports().into_iter().find(|item| item.filing == *id).unwrap()
    };
    let last = |file: &PlanFile, id: &str| {
        let level = item(file, id).levels.pop().unwrap();
        (level.due, level.set_by)
    };
    let q4 = "bao-cao-quy:2026-Q4";
    let letter = "Công văn số 2231/SNV-CCHC ngày 02/11/2026";
    let set =
        |file: &PlanFile, on: &str, by: &str, year| set_deadline(file, &item(file, q4), 2, day(on), by, year);
    assert_eq!(set(&file, "2026-12-20", " ", false), Err(Refusal::Undocumented));
    assert_eq!(set(&file, "2026-11-30", letter, false), Err(Refusal::FarDeadline(day("2026-11-30"))));
    assert_eq!(
        set_deadline(&file, &item(&file, q4), 3, day("2026-12-20"), letter, false),
        Err(Refusal::NoLevel(4))
    );
    assert_eq!(drop_deadline(&file, &item(&file, q4), 2), Err(Refusal::NoOverride));

    let edits = set(&file, "2026-12-19", "Công văn số 1/SNV-CCHC", true).unwrap();
    apply(&mut file, edits).unwrap();
    let edits = set(&file, "2026-12-20", letter, false).unwrap();
    apply(&mut file, edits).unwrap();
    assert_eq!(last(&file, q4), (day("2026-12-20"), letter.to_owned()));
    assert_eq!(last(&file, Q3), (day("2026-09-19"), "Công văn số 1/SNV-CCHC".to_owned()));
    let again = crate::exchange::read(&file.to_json()).unwrap().file;
    assert_eq!(last(&again, q4), last(&file, q4), "the file keeps it");

    // What is dropped first is what was set last for the period, then what holds for the year.
    for left in ["2026-12-19", "2026-12-17"] {
        let edits = drop_deadline(&file, &item(&file, q4), 2).unwrap();
        apply(&mut file, edits).unwrap();
        assert_eq!(last(&file, q4).0, day(left));
    }
    assert_eq!(last(&file, Q3), (day("2026-09-17"), String::new()));
}

#[test]
fn a_merit_of_the_window_is_a_difference_and_what_is_spent_later_is_none() {
    let mut file = frozen();
    let item = file.budget_items.iter().next().unwrap().clone();
    let spent = Edit::difference(&item, &BudgetItem { spent: Some(1), ..item.clone() }).unwrap();
    apply(&mut file, vec![spent]).unwrap();
    let found =
        |file: &PlanFile| drift(&Tracking::of(file, day("2026-09-17")), file.frozen(&filing()).unwrap());
    assert!(found(&file).is_empty(), "{:?}", found(&file));
    let merit = file.merits.iter().next().unwrap().clone();
    let late = Merit { id: "tt-moi".parse().unwrap(), date: day("2026-08-20"), ..merit };
    apply(&mut file, vec![Edit::write(&late)]).unwrap();
    let records: Vec<_> = found(&file).records.iter().map(|(key, what)| (key.to_string(), *what)).collect();
    assert_eq!(records, [("merits/tt-moi".to_owned(), DriftKind::Added)]);
}

#[test]
fn what_moves_in_appendices_is_a_difference_and_can_be_amended() {
    let mut file = frozen();
    let topic = file.topics.iter().next().unwrap().clone();
    let renamed = Topic { name: "Tên mới của nội dung".to_owned(), ..topic.clone() };
    let edit = Edit::difference(&topic, &renamed).unwrap();
    apply(&mut file, vec![edit]).unwrap();
    let tracking = Tracking::of(&file, day("2026-09-17"));
    let found = drift(&tracking, file.frozen(&filing()).unwrap());
    assert_eq!(found.records, []);
    let place = "Phụ lục 1, bảng “2. Số hoạt động theo nội dung (một hoạt động có thể mang nhiều nội dung)”";
    let part = found.parts.iter().find(|part| part.place == place).unwrap_or_else(|| panic!("{found:?}"));
    let [before, after] = [&part.before, &part.after].map(|lines| lines.join("; "));
    assert!(before.starts_with(&topic.name) && after.starts_with("Tên mới của nội dung | "), "{part:?}");
    let edits = amend(&tracking, &filing(), "Lý Thị Hương", "Sửa tên nội dung", &author()).unwrap();
    apply(&mut file, edits).unwrap();
    let standing = file.frozen(&filing()).unwrap();
    assert_eq!(drift(&Tracking::of(&file, day("2026-09-18")), standing), Drift::default());
}

/// The frozen report with something else in the place of what was frozen, as from a damaged file.
fn damaged(document: Option<serde_json::Value>, section: Option<serde_json::Value>) -> PlanFile {
    let mut file = frozen();
    let standing = file.frozen(&filing()).unwrap().clone();
    let document = document.unwrap_or_else(|| standing.document.clone());
    file.contents.frozen_reports.put(FrozenReport { document, section, ..standing });
    file
}

#[test]
fn nothing_is_written_in_place_of_a_frozen_report_that_cannot_be_read() {
    let ask = PaperAsk { period: "2026-Q3".parse().ok(), ..PaperAsk::default() };
    let on = day("2026-09-17");
    let no_document = serde_json::json!({ "name": "Báo cáo quý III năm 2026", "body": 3 });
    let file = damaged(Some(no_document), None);
    let standing = file.frozen(&filing()).unwrap();
    let told = paper(&file, PaperKind::Report, &ask, on).unwrap_err().to_string();
    assert!(
        told.starts_with("Báo cáo quý III năm 2026 (báo cáo đã chốt “bao-cao-quy:2026-Q3:v1”): "),
        "{told}"
    );
    assert!(told.contains("bản sao lưu") && told.contains("mở khóa"), "{told}");
    let section = paper(&file, PaperKind::Embedded, &ask, on);
    assert!(
        matches!(section, Err(PaperError::Illegible { why: Illegible::NoSection, .. })),
        "a version without the section has none: {section:?}"
    );
    let found = drift(&Tracking::of(&file, on), standing);
    assert!(matches!(found.uncompared, Some(Uncompared::Illegible(_))) && !found.is_empty(), "{found:?}");
    let codes: Vec<_> = crate::exchange::errors(&file).iter().map(|found| found.code).collect();
    assert_eq!(codes, ["frozen-unreadable"]);
}

#[test]
fn a_frozen_report_keeps_its_notice() {
    let mut file = frozen();
    let before = report_text(&file, "2026-09-17");
    std::sync::Arc::make_mut(&mut file.contents.plan).illustrative = Some("Số liệu khác.".to_owned());
    assert_eq!(report_text(&file, "2026-09-17"), before);
    let standing = file.frozen(&filing()).unwrap().clone();
    let mut document = standing.document.clone();
    document.as_object_mut().unwrap().remove("notice");
    file.contents.frozen_reports.put(FrozenReport { document, ..standing });
    assert!(!report_text(&file, "2026-09-17").contains("Số liệu khác."));
}

#[cfg(feature = "xlsx")]
#[test]
fn the_tables_of_a_frozen_report_are_those_that_were_frozen() {
    use crate::document::xlsx::{CellValue, Format};
    use crate::report::{appendix_workbook, report_sheets, workbook};

    let sheets = |file: &PlanFile| {
        let spec = ReportSpec::of_period(file, "2026-Q3".parse().unwrap());
        report_sheets(&Tracking::of(file, day("2026-09-17")), &spec)
    };
    let mut file = frozen();
    let before = sheets(&file).unwrap();
    let formats = |place: usize| -> Vec<_> { before[place].columns.iter().map(|one| one.format).collect() };
    assert_eq!(formats(1), [Format::Center, Format::Text, Format::Integer]);
    assert_eq!(formats(2)[1], Format::Date);
    assert!(before[0].rows.iter().any(|row| row.cells.contains(&CellValue::Number(0.0))));
    log_late(&mut file);
    assert_eq!(sheets(&file).unwrap(), before);
    let document = file.frozen(&filing()).unwrap().as_frozen(ReportForm::StandAlone).unwrap();
    let (book, name) = appendix_workbook(&file, &document, "bao-cao", day("2026-09-14")).unwrap();
    assert_eq!(name, "phu-luc-bao-cao-xa-hoa-tham-2026-ngay-2026-09-14");
    assert!(book.sheets.iter().zip(&before).all(|(one, other)| one.rows == other.rows));

    let mut lifted = file.clone();
    let edits = lift(&lifted, &filing(), "Lý Thị Hương", "Ghi sót", &author()).unwrap();
    apply(&mut lifted, edits).unwrap();
    assert_ne!(sheets(&lifted).unwrap(), before, "composed anew");

    let file = damaged(Some(serde_json::json!(null)), None);
    let tracking = Tracking::of(&file, day("2026-09-17"));
    let made = workbook(&tracking, None, "2026-Q3".parse().ok());
    assert!(matches!(made, Err(PaperError::Illegible { .. })), "{made:?}");
}

#[test]
fn days_that_pass_are_no_difference() {
    let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
    file.contents.filings.remove(&filing());
    // An office has not sent its figures, and has time until after the freeze.
    let missing = file.office_returns.iter().find(|one| one.filing == filing()).unwrap().id.clone();
    file.contents.office_returns.remove(&missing);
    let frozen_on = Tracking::of(&file, day("2026-09-16"));
    let item = item_of(&frozen_on, &filing()).unwrap();
    let edits =
        set_deadline(&file, &item, item.collecting.unwrap(), day("2026-09-17"), "Công văn số 1", false)
            .unwrap();
    apply(&mut file, edits).unwrap();
    let edits = freeze(&Tracking::of(&file, day("2026-09-16")), &filing(), "Hương", &author()).unwrap();
    apply(&mut file, edits).unwrap();
    let frozen = file.frozen(&filing()).unwrap();
    for today in ["2026-09-16", "2026-09-19", "2026-11-20", "2027-01-05"] {
        let drift = drift(&Tracking::of(&file, day(today)), frozen);
        assert!(drift.is_empty(), "{today}: {drift:#?}");
    }
}
