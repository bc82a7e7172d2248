//! What happened, against itself and against the plan's year.

use std::collections::{HashMap, HashSet};

use chrono::Datelike;

use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::exchange::check::plan::inverted;
use crate::fault::short;
use crate::plan::ReportForm;
use crate::register::{Activity, EvidenceForm, Filing};
use crate::text::{date_vi, fold};

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(Date, &str, String), &Activity> = HashMap::new();
    for activity in &file.activities {
        one_activity(file, activity, found);
        let key = (activity.date, activity.office.as_str(), words(&activity.title));
        if let Some(first) = seen.get(&key) {
            found.push(Diagnostic::warning(
                "activity-twice",
                Place::record(activity, ""),
                format!(
                    "trùng ngày, cơ quan và nội dung với hoạt động “{}”: “{}”",
                    first.id,
                    short(&first.title)
                ),
                "Xóa một hoạt động, nếu là ghi lặp",
            ));
        } else {
            seen.insert(key, activity);
        }
    }
    difficulties(file, found);
    returns(file, found);
    for filing in &file.filings {
        one_filing(file, filing, found);
    }
    for frozen in &file.frozen_reports {
        let parts = [
            ("document", Some(ReportForm::StandAlone)),
            ("section", frozen.section.as_ref().map(|_| ReportForm::Embedded)),
        ];
        for (field, form) in parts {
            let Some(why) = form.and_then(|form| frozen.as_frozen(form).err()) else { continue };
            found.push(Diagnostic::error(
                "frozen-unreadable",
                Place::record(frozen, field),
                why.to_string(),
                "Lấy lại tệp từ bản sao lưu, hoặc mở khóa báo cáo để lập lại",
            ));
        }
    }
}

fn one_activity(file: &PlanFile, activity: &Activity, found: &mut Vec<Diagnostic>) {
    if !in_year(file, activity.date) {
        found.push(outside_year(file, Place::record(activity, "date"), activity.date));
    }
    if activity.title.trim().is_empty() {
        found.push(Diagnostic::warning(
            "empty-title",
            Place::record(activity, "title"),
            "chưa ghi nội dung hoạt động",
            "Ghi tên tin, bài, hội nghị hoặc việc đã làm",
        ));
    }
    for (nth, count) in activity.counts.iter().enumerate() {
        if activity.counts[..nth].iter().any(|other| other.unit == count.unit) {
            found.push(Diagnostic::warning(
                "unit-twice",
                Place::record(activity, format!("counts[{nth}].unit")),
                format!("đơn vị “{}” đã có số ở trên, nên hai số được cộng lại", count.unit),
                "Gộp thành một số",
            ));
        }
    }
    for (nth, evidence) in activity.evidence.iter().enumerate() {
        let form = evidence.form();
        let EvidenceForm::NotALink(text) = form else { continue };
        let hint = if form.lacks_scheme() {
            "Ghi đủ https:// ở đầu liên kết"
        } else {
            "Ghi liên kết bắt đầu bằng http:// hoặc https://, hoặc ghi số văn bản"
        };
        found.push(Diagnostic::warning(
            "evidence-not-a-link",
            Place::record(activity, format!("evidence[{nth}].text")),
            format!("“{}” không mở được như liên kết, nên chỉ hiện như chữ", short(text)),
            hint,
        ));
    }
}

fn difficulties(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    for difficulty in &file.difficulties {
        if !in_year(file, difficulty.date) {
            found.push(outside_year(file, Place::record(difficulty, "date"), difficulty.date));
        }
        if let Some(answered_on) = difficulty.answered_on.filter(|day| *day < difficulty.date) {
            found.push(Diagnostic::error(
                "answered-before-raised",
                Place::record(difficulty, "answered_on"),
                format!(
                    "trả lời ngày {}, trước ngày phản ánh {}",
                    date_vi(answered_on),
                    date_vi(difficulty.date)
                ),
                "Xem lại hai ngày",
            ));
        }
        if difficulty.answered_on.is_none() && !difficulty.answer.trim().is_empty() {
            found.push(Diagnostic::warning(
                "answer-without-date",
                Place::record(difficulty, "answered_on"),
                "đã ghi trả lời nhưng chưa ghi ngày, nên vẫn tính là đang chờ",
                "Ghi ngày trả lời",
            ));
        }
    }
}

fn returns(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for sent in &file.office_returns {
        if !seen.insert((&sent.filing, &sent.office)) {
            found.push(Diagnostic::warning(
                "return-twice",
                Place::record(sent, ""),
                format!("cơ quan “{}” đã có lần gửi số liệu cho kỳ “{}”", sent.office, sent.filing),
                "Giữ lại một lần gửi; ngày sớm hơn được tính",
            ));
        }
    }
}

fn one_filing(file: &PlanFile, filing: &Filing, found: &mut Vec<Diagnostic>) {
    let at = |field: &str| Place::record(filing, field);
    if let Some(window) = filing.window.filter(|window| window.from > window.to) {
        found.push(inverted(at("window"), window.from, window.to));
    }
    if filing.state.is_sent() && filing.sent_on.is_none() {
        found.push(Diagnostic::warning(
            "submitted-without-date",
            at("sent_on"),
            "đã nộp nhưng chưa ghi ngày gửi, nên không biết đúng hạn hay trễ",
            "Ghi ngày gửi báo cáo",
        ));
    }
    let rule = filing.rule.as_ref().and_then(|rule| file.report_rules.get(rule));
    let Some((rule, period)) = rule.zip(filing.period) else { return };
    if rule.period != Some(period.kind()) {
        found.push(Diagnostic::error(
            "period-of-another-rule",
            at("period"),
            format!("kỳ “{period}” không phải kỳ của quy định “{}”", rule.id),
            "Sửa kỳ hoặc quy định",
        ));
    } else if filing.id != Filing::periodic_id(&rule.id, period) {
        found.push(Diagnostic::warning(
            "filing-id",
            at("id"),
            format!(
                "mã khác “{}”, nên hai bản của tệp có thể có hai kỳ báo cáo cho một kỳ",
                Filing::periodic_id(&rule.id, period)
            ),
            "Đổi mã thành mã đó",
        ));
    }
}

/// A title without what may differ between two entries of one thing: blanks, capitals, tone marks.
fn words(title: &str) -> String {
    fold(title).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The reporting year begins on 15/12 of the year before (NĐ 09/2019/NĐ-CP, Điều 12) and ends with the calendar's.
fn in_year(file: &PlanFile, date: Date) -> bool {
    let year = file.plan.year;
    date.year() == year || (date.year() == year - 1 && date.month() == 12 && date.day() >= 15)
}

fn outside_year(file: &PlanFile, place: Place, date: Date) -> Diagnostic {
    Diagnostic::warning(
        "date-outside-year",
        place,
        format!("ngày {} không thuộc năm kế hoạch {}, nên không vào kỳ nào", date_vi(date), file.plan.year),
        "Xem lại ngày",
    )
}
