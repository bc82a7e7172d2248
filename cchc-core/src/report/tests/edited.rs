//! What a person wrote in a report.

use super::*;

#[test]
fn what_a_person_wrote_stays_and_says_when_the_figures_move() {
    let mut file = one_article();
    let composed = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    let overall = composed.paragraph("ket-qua.chung").unwrap();
    let filing = composed.spec.filing.clone();
    let edit = overall.edit(&filing, "Trong quý III, xã đã đăng 01 bài.", day("2026-09-16"));
    assert_eq!(edit.id.as_str(), "bao-cao-quy:2026-Q3:ket-qua.chung");
    file.contents.paragraph_edits.put(edit);
    let edited = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    let overall = edited.paragraph("ket-qua.chung").unwrap();
    assert_eq!(overall.text(), "Trong quý III, xã đã đăng 01 bài.");
    assert!(!overall.has_moved() && words(&edited).contains("xã đã đăng 01 bài."));
    // A second article, logged later: the person's words stand, and are marked.
    activity(&mut file, "2026-07-03", "vp", None).on("trang").count("tin-bai", 1).into(&mut file);
    let moved = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    assert!(moved.has_moved());
    assert_eq!(moved.paragraph("ket-qua.chung").unwrap().text(), "Trong quý III, xã đã đăng 01 bài.");
}

#[test]
fn a_paragraph_that_a_person_emptied_is_not_printed() {
    let mut file = one_article();
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    let overall = report.paragraph("ket-qua.chung").unwrap();
    let composed = overall.text().to_owned();
    file.contents.paragraph_edits.put(overall.edit(&report.spec.filing, "", day("2026-09-16")));
    let emptied = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    assert_eq!(emptied.paragraph("ket-qua.chung").unwrap().composed, composed);
    assert_eq!(to_document(&emptied).body.len() + 1, to_document(&report).body.len());
}

#[test]
fn words_for_a_paragraph_that_is_gone_are_not_lost() {
    let mut file = one_article();
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    let group = report.paragraph("hinh-thuc.truyen-thong").unwrap();
    file.contents.paragraph_edits.put(group.edit(&report.spec.filing, "Lời của tôi", day("2026-09-16")));
    file.contents.activities = crate::record::Records::default();
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    assert_eq!(report.homeless_edits.len(), 1);
    assert_eq!(report.homeless_edits[0].text, "Lời của tôi");
}
