//! The report of the illustrated year, read line by line; every number recounted; what no data may do.

mod edited;
mod recounted;
mod returned;

use chrono::Datelike;
use serde_json::json;

use super::*;
use crate::calendar::Date;
use crate::document;
use crate::examples;
use crate::exchange::PlanFile;
use crate::plan::{Cadence, Fulfilment, QuotaGoal, QuotaScope, ReportForm};
use crate::progress::fixture::{
    CONTINUOUS, MONTHLY, activity, commune, day, duty, quarterly_reports, quota, record, window,
};
use crate::progress::scoring::Assessment;
use crate::progress::{Tracking, report_calendar};

fn illustrated() -> PlanFile {
    examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan")
}

fn of(file: &PlanFile, period: &str, form: ReportForm, today: &str) -> Report {
    let spec = ReportSpec::of_period(file, period.parse().expect("a period")).with_form(form);
    compose(file, &spec, day(today))
}

fn words(report: &Report) -> String {
    document::text::text(&to_document(report))
}

/// Every activity, for every figure: as a person with the register and a pencil would.
fn recount(file: &PlanFile, report: &Report, today: Date) -> usize {
    let figures = report.paragraphs().flat_map(|paragraph| &paragraph.figures);
    let mut checked = 0;
    for figure in figures {
        let done = file.activities.iter().filter(|activity| activity.date <= today);
        let counted: u64 = done.filter_map(|activity| figure.filter.count(activity)).sum();
        assert_eq!(figure.value, counted, "{figure:?}");
        checked += 1;
    }
    checked
}

/// The office's figures for quý III came.
fn sent(file: &mut PlanFile, office: &str) {
    file.contents.office_returns.put(record(json!({ "id": office, "office": office,
        "filing": "bao-cao-quy:2026-Q3", "received_on": "2026-09-10" })));
}

#[test]
fn quarter_2_of_the_illustrated_year() {
    let report = of(&illustrated(), "2026-Q2", ReportForm::StandAlone, "2026-11-20");
    insta::assert_snapshot!(words(&report));
}

#[test]
fn quarter_3_embedded_in_the_cchc_report() {
    let report = of(&illustrated(), "2026-Q3", ReportForm::Embedded, "2026-11-20");
    assert!(report.head.is_none() && report.annexes.is_empty());
    insta::assert_snapshot!(words(&report));
}

#[test]
fn quarter_4_as_a_draft() {
    let report = of(&illustrated(), "2026-Q4", ReportForm::StandAlone, "2026-11-20");
    assert!(report.is_draft && report.as_of == day("2026-11-20"));
    let paragraphs: Vec<String> =
        report.paragraphs().map(|paragraph| format!("[{}] {}", paragraph.key, paragraph.text())).collect();
    insta::assert_snapshot!(paragraphs.join("\n"));
    insta::assert_snapshot!("quarter_4_remarks", report.remarks.join("\n"));
}

#[test]
fn a_report_is_held_against_last_year_where_its_file_is_at_hand() {
    let file = illustrated();
    // Last year: the same quarter with half of what it had, and something that is not done any more.
    let mut last = file.clone();
    std::sync::Arc::make_mut(&mut last.contents.plan).year = 2025;
    last.contents.activities = file
        .activities
        .iter()
        .step_by(2)
        .map(|one| {
            let mut one = one.clone();
            one.date = one.date.with_year(2025).unwrap();
            one
        })
        .collect();
    let spec = ReportSpec::of_period(&file, "2026-Q2".parse().unwrap());
    let tracking = Tracking::of(&file, day("2026-11-20"));
    let report = compose_beside(&tracking, &spec, Some(&last));
    let told = report.paragraph("so-sanh.cung-ky").unwrap();
    insta::assert_snapshot!("last_year", told.text());
    for figure in &told.figures {
        let year = if figure.filter.window.to.year() == 2025 { &last } else { &file };
        let counted = year.activities.iter().filter_map(|one| figure.filter.count(one)).sum::<u64>();
        assert_eq!(counted, figure.value, "every figure can be recounted");
    }
    // Without that file, or with another year's, nothing is said of it.
    for other in [None, Some(&file)] {
        assert!(compose_beside(&tracking, &spec, other).paragraph("so-sanh.cung-ky").is_none());
    }
}

#[test]
fn a_quarter_in_which_nothing_was_logged() {
    let file = examples::get("hoa-tham-2026").unwrap();
    let report = of(&file, "2026-Q2", ReportForm::StandAlone, "2026-06-16");
    let paragraphs: Vec<&str> = report.paragraphs().map(Paragraph::text).collect();
    insta::assert_snapshot!(paragraphs.join("\n"));
    for text in paragraphs {
        assert!(!text.contains(" 00 ") && !text.starts_with("00"), "a clumsy nothing: {text}");
    }
}

#[test]
fn one_tracking_makes_every_report_and_later_work_changes_none_that_is_closed() {
    let file = illustrated();
    let today = day("2026-11-20");
    let tracking = Tracking::of(&file, today);
    for item in &tracking.progress().reports {
        let spec = ReportSpec::of_item(&file, item);
        let report = compose_from(&tracking, &spec);
        assert_eq!(report, compose(&file, &spec, today), "{}", item.title);
        let mut then = file.clone();
        then.contents.activities =
            file.activities.iter().filter(|one| one.date <= spec.window.to).cloned().collect();
        assert_eq!(report, compose(&then, &spec, today), "{}", item.title);
    }
}

/// Xã Mẫu with one article, in quý III.
fn one_article() -> PlanFile {
    let mut file = commune();
    quarterly_reports(&mut file);
    duty(&mut file, "vp", "tin-bai", "Đăng ít nhất 02 tin, bài mỗi tháng", MONTHLY);
    quota(
        &mut file,
        "tin-bai",
        QuotaGoal::AtLeast(2),
        "tin-bai",
        QuotaScope::Channel("trang".parse().unwrap()),
    );
    duty(&mut file, "mttq", "van-dong", "Vận động người dân dùng dịch vụ công", CONTINUOUS);
    activity(&mut file, "2026-07-02", "vp", Some("tin-bai"))
        .on("trang")
        .about("tthc")
        .count("tin-bai", 1)
        .into(&mut file);
    file
}

#[test]
fn a_plan_without_number_and_day_is_not_said_to_be_issued() {
    let mut file = examples::get("hoa-tham-2026").unwrap();
    let told = |file: &PlanFile| {
        let report = of(file, "2026-Q2", ReportForm::StandAlone, "2026-06-16");
        let remarked = report.remarks.iter().any(|one| one.starts_with("Kế hoạch chưa có số hoặc ngày"));
        (report.paragraph("chi-dao.ke-hoach").unwrap().text().chars().take(48).collect::<String>(), remarked)
    };
    assert_eq!(told(&file), ("UBND xã Hoa Thám tổ chức thực hiện Kế hoạch tuyê".to_owned(), true));
    let plan = std::sync::Arc::make_mut(&mut file.contents.plan);
    plan.number = Some("15/KH-UBND".to_owned());
    plan.issued_on = "2026-05-04".parse().ok();
    assert_eq!(told(&file), ("UBND xã Hoa Thám ban hành và tổ chức thực hiện K".to_owned(), false));
}

#[test]
fn what_the_signer_has_to_look_at_is_remarked() {
    let mut file = examples::get("hoa-tham-2026").unwrap();
    let remarks = |file: &PlanFile| of(file, "2026-Q2", ReportForm::StandAlone, "2026-06-16").remarks;
    insta::assert_snapshot!("remarks_of_an_empty_quarter", remarks(&file).join("\n"));
    // What a person has confirmed, written or mended is not asked again.
    let report = of(&file, "2026-Q2", ReportForm::StandAlone, "2026-06-16");
    let none = report.paragraph("kien-nghi").unwrap();
    let edit = none.edit(&report.spec.filing, none.composed.clone(), day("2026-06-16"));
    file.contents.paragraph_edits.put(edit);
    for one in file.duties.iter().map(crate::plan::Duty::confirmed).collect::<Vec<_>>() {
        file.contents.duties.put(one);
    }
    let plan = std::sync::Arc::make_mut(&mut file.contents.plan);
    plan.recipients.last_mut().unwrap().name = "Lưu: VT, VHXH".to_owned();
    let left = remarks(&file).join("\n");
    for gone in ["kiến nghị", "suy ra", "Lưu"] {
        assert!(!left.contains(gone), "{gone}: {left}");
    }
    file.contents
        .filings
        .put(record(json!({ "id": "bao-cao-quy:2026-Q2", "rule": "bao-cao-quy", "period": "2026-Q2",
        "state": "draft", "number": "120/BC-KT" })));
    assert!(remarks(&file).join("\n").contains("Lưu: VT, VHXH – xem lại ký hiệu"));
}

#[test]
fn what_is_invented_and_what_is_a_draft_says_so_on_paper() {
    let file = illustrated();
    let draft = of(&file, "2026-Q4", ReportForm::StandAlone, "2026-11-20");
    let text = words(&draft);
    assert!(text.starts_with("DỮ LIỆU MINH HỌA"), "{}", &text[..200]);
    assert!(text.contains("DỰ THẢO, số liệu đến ngày 20/11/2026"));
    let embedded = of(&file, "2026-Q2", ReportForm::Embedded, "2026-11-20");
    assert!(words(&embedded).starts_with("DỮ LIỆU MINH HỌA"));
    let real = of(&examples::get("hoa-tham-2026").unwrap(), "2026-Q2", ReportForm::StandAlone, "2026-07-01");
    assert!(words(&real).starts_with("ỦY BAN NHÂN DÂN\nXÃ HOA THÁM"));
}

#[test]
fn reports_that_no_rule_asks_for_can_be_composed_too() {
    let file = illustrated();
    for (period, name) in [
        ("2026-H2", "bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-H2.docx"),
        ("2026-05", "bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-05.docx"),
        ("2026-9M", "bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-9M.docx"),
    ] {
        let report = of(&file, period, ReportForm::StandAlone, "2026-11-20");
        assert_eq!(report.file_name("docx"), name);
        assert!(report.paragraphs().count() > 10);
    }
    let embedded = of(&file, "2026-Q2", ReportForm::Embedded, "2026-11-20");
    assert_eq!(embedded.file_name("docx"), "noi-dung-tuyen-truyen-cchc-xa-hoa-tham-2026-Q2.docx");
}

#[test]
fn a_report_on_request_keeps_its_own_window_and_cites_the_request() {
    let file = illustrated();
    let items = report_calendar(&file, day("2026-11-20"));
    let item = items.iter().find(|item| item.period.is_none()).unwrap();
    let report = compose(&file, &ReportSpec::of_item(&file, item), day("2026-11-20"));
    assert_eq!(Some(report.spec.window), item.window);
    let opening = report.paragraph("mo-dau").unwrap().text();
    assert!(opening.contains("của Sở Nội vụ, UBND xã Hoa Thám báo cáo kết quả"), "{opening}");
    let overall = report.paragraph("ket-qua.chung").unwrap().text();
    assert!(overall.ends_with("không tách riêng theo chuyên đề."), "{overall}");
    assert_eq!(
        report.file_name("docx"),
        "bao-cao-tuyen-truyen-cchc-xa-hoa-tham-chuyen-de-dich-vu-cong-truc-tuyen.docx"
    );
}

#[test]
fn a_ward_is_no_commune() {
    for (commune, told) in [
        ("phường Mẫu", " trên địa bàn phường"),
        ("Đặc khu Mẫu", " trên địa bàn đặc khu"),
        ("xã Mẫu", " trên địa bàn xã"),
        ("", ""),
    ] {
        let mut file = one_article();
        std::sync::Arc::make_mut(&mut file.contents.plan).commune = commune.to_owned();
        file.contents.activities = crate::record::Records::default();
        let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
        let overall = report.paragraph("ket-qua.chung").unwrap().text();
        let told = format!("tuyên truyền CCHC{told}; 03/03 cơ quan, đơn vị chưa gửi số liệu.");
        assert!(overall.ends_with(&told), "{overall}");
    }
}

#[test]
fn number_symbol_and_day_are_those_recorded() {
    let mut file = one_article();
    let mut head = |state: &str, number: &str| {
        file.contents
            .filings
            .put(record(json!({ "id": "bao-cao-quy:2026-Q3", "rule": "bao-cao-quy", "period": "2026-Q3",
            "state": state, "number": number, "sent_on": "2026-09-16" })));
        let text = words(&of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-20"));
        let lines = text.lines().filter(|line| line.contains("Số:") || line.contains(", ngày"));
        lines.map(str::to_owned).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(head("submitted", "120/BC-VHXH"), "Số: 120/BC-VHXH; Mẫu, ngày 16 tháng 9 năm 2026");
    assert_eq!(head("submitted", "120a/BC-UBND"), "Số: 120a/BC-UBND; Mẫu, ngày 16 tháng 9 năm 2026");
    // A draft is not dated, whatever day is noted on it.
    assert_eq!(head("draft", ""), "Số:         /BC-UBND; Mẫu, ngày       tháng 9 năm 2026");
}

#[test]
fn a_report_recorded_under_another_id_is_found_by_its_rule_and_period() {
    let mut file = one_article();
    file.contents.filings.put(record(json!({ "id": "bc-q3", "rule": "bao-cao-quy", "period": "2026-Q3",
        "state": "submitted", "number": "99/BC-UBND", "sent_on": "2026-09-16",
        "window": { "from": "2026-06-15", "to": "2026-09-10" } })));
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-20");
    assert_eq!((report.spec.filing.as_str(), report.spec.window.to), ("bc-q3", day("2026-09-10")));
    assert_eq!(report.head.as_ref().unwrap().number.as_deref(), Some("99"));
    let item = report_calendar(&file, day("2026-09-20")).into_iter().find(|item| item.filing == "bc-q3");
    assert_eq!(ReportSpec::of_item(&file, &item.unwrap()), report.spec);
}

#[test]
fn duties_of_one_number_are_both_told_among_what_comes() {
    let mut file = one_article();
    let mut second = serde_json::to_value(file.duties.get_str("tin-bai").unwrap()).unwrap();
    (second["id"], second["name"]) = (json!("tin-loa"), json!("Phát ít nhất 02 lượt mỗi tháng"));
    file.contents.duties.put(record(second));
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    for duty in ["tin-bai", "tin-loa"] {
        assert!(report.paragraph(&format!("nhiem-vu.{duty}")).is_some(), "{duty} is not told");
    }
}

#[test]
fn the_office_that_adds_up_owes_itself_no_figures() {
    let mut file = one_article();
    for office in ["vp", "dvci", "mttq"] {
        sent(&mut file, office);
    }
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    let told = report.paragraph("co-quan").unwrap().text();
    assert!(told.starts_with("03/03 cơ quan, đơn vị đã gửi số liệu về Phòng Văn hóa - Xã hội."), "{told}");
    assert!(report.remarks.iter().all(|remark| !remark.contains("chưa gửi")), "{:?}", report.remarks);
    // Alone it has nobody to hear from, and nothing is said.
    file.contents.offices = file.offices.iter().filter(|office| office.id == "vhxh").cloned().collect();
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    assert_eq!(report.paragraph("co-quan").unwrap().text(), "Kết quả theo cơ quan, đơn vị như sau:");
}

#[test]
fn months_of_one_duty_are_told_once_and_a_quota_that_was_met_is_a_strength() {
    let mut file = one_article();
    // July 02, August and September none: the duty as a whole has failed, one of its numbers was reached.
    sent(&mut file, "vp");
    activity(&mut file, "2026-07-09", "vp", Some("tin-bai")).on("trang").count("tin-bai", 1).into(&mut file);
    let spec = ReportSpec { window: window("2026-07-01", "2026-09-30"), ..spec_of(&file, "2026-Q3") };
    let report = compose(&file, &spec, day("2026-10-05"));
    let short = report.paragraph("han-che.chua-dat").unwrap().text();
    assert!(short.contains("(Văn phòng HĐND và UBND xã, tháng 8, tháng 9 chưa có tin, bài)"), "{short}");
    let strengths = report.paragraph("uu-diem").unwrap().text();
    assert!(strengths.starts_with("01/03 chỉ tiêu số lượng của kỳ đã đạt."), "{strengths}");
}

fn spec_of(file: &PlanFile, period: &str) -> ReportSpec {
    ReportSpec::of_period(file, period.parse().unwrap()).with_form(ReportForm::StandAlone)
}

#[test]
fn the_plan_told_as_issued_is_not_told_as_owed() {
    let mut file = one_article();
    let mut drafting = duty(
        &mut file,
        "vhxh",
        "ke-hoach",
        "Tham mưu ban hành Kế hoạch",
        Cadence::Once { due: day("2026-07-20") },
    );
    drafting.fulfilled_by = Some(Fulfilment::Plan);
    file.contents.duties.put(drafting);
    quota(&mut file, "ke-hoach", QuotaGoal::AtLeast(1), "cuoc", QuotaScope::Duty);
    let report = compose(&file, &spec_of(&file, "2026-Q3"), day("2026-09-16"));
    assert!(report.paragraph("chi-dao.ke-hoach").unwrap().text().contains("số 45/KH-UBND ngày 28/4/2026"));
    let text = words(&report);
    assert!(text.contains("01/01 cuộc") && !text.contains("đã quá hạn"), "{text}");
    recount(&file, &report, day("2026-09-16"));
}

#[test]
fn keys_of_paragraphs_are_unique() {
    let file = illustrated();
    for form in [ReportForm::StandAlone, ReportForm::Embedded] {
        let report = of(&file, "2026-Q4", form, "2026-11-20");
        let mut keys: Vec<&str> = report.paragraphs().map(|paragraph| paragraph.key.as_str()).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}

/// The illustrated self-assessment, a report with its appendix.
fn self_assessment(file: &PlanFile, today: &str) -> document::Document {
    let tracking = Tracking::of(file, day(today));
    let period = "2026".parse().expect("a year");
    let assessment = Assessment::of(&tracking, "cchc-xa", period).expect("a set of the file");
    assert_eq!(self_assessment_file_name(&assessment, "docx"), "tu-danh-gia-cchc-xa-2026.docx");
    self_assessment_document(file, &assessment)
}

#[test]
fn a_self_assessment_with_its_appendix() {
    let document = self_assessment(&illustrated(), "2026-11-20");
    insta::assert_snapshot!(document::text::text(&document));
}

#[test]
fn a_self_assessment_that_nobody_began_is_told_as_such() {
    let file = examples::get("hoa-tham-2026").unwrap();
    let text = document::text::text(&self_assessment(&file, "2026-06-16"));
    assert!(text.contains("còn 10 tiêu chí chưa chấm") || text.contains("chưa tính tổng"), "{text}");
    assert!(text.contains("Khung, cần nhập theo quyết định của tỉnh"), "{text}");
}

#[test]
fn a_report_says_nothing_of_indices_where_nothing_is_recorded() {
    let file = examples::get("hoa-tham-2026").unwrap();
    let report = of(&file, "2026-Q4", ReportForm::StandAlone, "2026-11-20");
    assert!(report.paragraph("chi-so").is_none() && !words(&report).contains("Kết quả các chỉ số"));
}

#[test]
fn what_could_not_be_read_is_told_before_signing() {
    let mut value =
        serde_json::to_value(serde_json::from_str::<serde_json::Value>(&illustrated().to_json()).unwrap())
            .unwrap();
    value["records"]["activities"][0]["date"] = json!("2026-02-30");
    value["records"]["activities"][1]["date"] = json!(3);
    value["records"]["offices"] = json!("cơ quan");
    value["journal"] = json!("lịch sử");
    let file = crate::exchange::read(&value.to_string()).unwrap().file;
    let told = of(&file, "2026-Q2", ReportForm::StandAlone, "2026-11-20").remarks.join("\n");
    let remark =
        "Tệp có 02 mục hoạt động và 01 mục cơ quan không đọc được, được để riêng và không vào số liệu";
    assert!(told.contains(remark), "{told}");
}

#[test]
fn money_that_is_out_of_step_is_remarked_before_signing() {
    let mut file = illustrated();
    let told = |file: &PlanFile| {
        let report = of(file, "2026-Q4", ReportForm::StandAlone, "2026-11-20");
        report.remarks.into_iter().find(|remark| remark.starts_with("Kinh phí có số sau lớn hơn số trước"))
    };
    assert_eq!(told(&file), None);
    let first = file.budget_items.iter().find(|item| item.allocated.is_some()).unwrap().clone();
    let spent = first.allocated.map(|allocated| allocated + 1);
    file.contents.budget_items.put(crate::register::BudgetItem { spent, ..first.clone() });
    assert!(told(&file).is_some_and(|remark| remark.contains(first.title.trim_end_matches('.'))));
}
