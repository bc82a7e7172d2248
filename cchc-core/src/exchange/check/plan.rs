//! The plan against itself.

use std::collections::HashMap;

use chrono::Datelike;

use crate::calendar::{Date, DeadlineRule, HolidayKind, weekday_vi};
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::plan::{Cadence, OfficeRole, QuotaGoal};
use crate::record::{Record, Records};
use crate::text::{date_vi, percent_vi};

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    focal_office(file, found);
    targets(file, found);
    duties(file, found);
    rules(file, found);
    holidays(file, found);
    same_order(&file.passages, found);
    same_order(&file.goals, found);
    same_order(&file.topics, found);
    same_order(&file.channels, found);
    same_order(&file.offices, found);
    same_order(&file.duties, found);
}

fn focal_office(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let focal: Vec<_> = file.offices.iter().filter(|office| office.role == OfficeRole::Focal).collect();
    match focal[..] {
        [_] => {}
        [] if file.offices.is_empty() => {}
        [] => found.push(Diagnostic::error(
            "no-focal-office",
            Place::part("offices"),
            "không có cơ quan đầu mối, nên không biết ai tổng hợp và báo cáo",
            "Đặt role của cơ quan theo dõi, đôn đốc, tổng hợp là focal",
        )),
        [_, ref others @ ..] => {
            for office in others {
                found.push(Diagnostic::error(
                    "second-focal-office",
                    Place::record(*office, "role"),
                    format!("là cơ quan đầu mối thứ hai, sau “{}”", focal[0].id),
                    "Chỉ giữ một cơ quan đầu mối (focal)",
                ));
            }
        }
    }
}

fn targets(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    for target in &file.targets {
        if !(0.0..=100.0).contains(&target.percent.value) {
            found.push(Diagnostic::warning(
                "percent-out-of-range",
                Place::record(target, "percent.value"),
                format!("chỉ tiêu {} nằm ngoài 0–100%", percent_vi(target.percent.value)),
                "Xem lại chỉ tiêu trong kế hoạch",
            ));
        }
    }
}

fn duties(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    for duty in &file.duties {
        let at = |field: &str| Place::record(duty, field);
        if let Some(quota) = &duty.quota
            && quota.value.goal == QuotaGoal::AtLeast(0)
        {
            found.push(Diagnostic::warning(
                "quota-zero",
                at("quota.value.goal"),
                "chỉ tiêu số lượng bằng 0, nên kỳ nào cũng đạt",
                "Ghi số lượng tối thiểu, hoặc bỏ chỉ tiêu",
            ));
        }
        match &duty.cadence.value {
            Cadence::Range { from, to } if from > to => found.push(inverted(at("cadence.value"), *from, *to)),
            Cadence::Range { to: due, .. } | Cadence::Once { due } if due.year() != file.plan.year => {
                found.push(Diagnostic::warning(
                    "date-outside-year",
                    at("cadence.value"),
                    format!("hạn {} không thuộc năm kế hoạch {}", date_vi(*due), file.plan.year),
                    "Xem lại hạn của nhiệm vụ",
                ));
            }
            Cadence::Recurring { deadline: Some(rule), .. } => {
                deadline(*rule, at("cadence.value.deadline"), found);
            }
            _ => {}
        }
    }
}

fn rules(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    for rule in &file.report_rules {
        let at = |field: String| Place::record(rule, field);
        // What is due on request says the request.
        if rule.levels.is_empty() && rule.period.is_some() {
            found.push(Diagnostic::error(
                "rule-without-levels",
                at("levels".to_owned()),
                "không nói ai gửi cho ai, hạn nào, nên báo cáo không có hạn",
                "Ghi từng cấp gửi báo cáo với hạn của cấp đó",
            ));
        }
        for (nth, level) in rule.levels.iter().enumerate() {
            match &level.deadline {
                Some(stated) => deadline(stated.value, at(format!("levels[{nth}].deadline.value")), found),
                None if rule.period.is_some() => found.push(Diagnostic::error(
                    "level-without-deadline",
                    at(format!("levels[{nth}].deadline")),
                    format!("không nói hạn {} gửi {}, nên báo cáo không có hạn", level.from, level.to),
                    "Ghi hạn của cấp này",
                )),
                None => {}
            }
        }
        let Some(period) = rule.period else { continue };
        for (nth, part) in rule.parts.value.iter().enumerate() {
            if !(1..=period.per_year()).contains(part) {
                found.push(Diagnostic::error(
                    "no-such-period",
                    at(format!("parts.value[{nth}]")),
                    format!("không có kỳ {} thứ {part} trong năm", period.vietnamese()),
                    format!("Ghi số từ 1 đến {}", period.per_year()),
                ));
            }
        }
    }
}

fn deadline(rule: DeadlineRule, place: Place, found: &mut Vec<Diagnostic>) {
    if !rule.is_valid() {
        found.push(Diagnostic::error(
            "bad-deadline",
            place,
            format!("hạn “{}” không thành ngày", rule.vietnamese()),
            "Ghi ngày từ 1 đến 31, nhiều nhất 12 tháng sau kỳ",
        ));
    }
}

fn holidays(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<Date, (&str, HolidayKind)> = HashMap::new();
    for holiday in &file.holidays {
        let at = |field: &str| Place::record(holiday, field);
        if (holiday.date.year() - file.plan.year).abs() > 1 {
            found.push(Diagnostic::warning(
                "date-outside-year",
                at("date"),
                format!("ngày {} không thuộc năm kế hoạch {}", date_vi(holiday.date), file.plan.year),
                "Xem lại ngày nghỉ",
            ));
        }
        if holiday.kind == HolidayKind::WorkingDay && holiday.date.weekday().num_days_from_monday() < 5 {
            found.push(Diagnostic::warning(
                "already-a-working-day",
                at("date"),
                format!(
                    "ngày làm bù {} là {}, vốn đã là ngày làm việc",
                    date_vi(holiday.date),
                    weekday_vi(holiday.date)
                ),
                "Xem lại ngày làm bù",
            ));
        }
        match seen.get(&holiday.date) {
            Some((other, kind)) if *kind != holiday.kind => found.push(Diagnostic::error(
                "holiday-contradiction",
                at("kind"),
                format!(
                    "ngày {} vừa là ngày nghỉ vừa là ngày làm bù (mục “{other}”); đang tính là ngày nghỉ",
                    date_vi(holiday.date)
                ),
                "Bỏ một trong hai mục",
            )),
            Some((other, _)) => found.push(Diagnostic::warning(
                "holiday-twice",
                at("date"),
                format!("ngày {} đã có ở mục “{other}”", date_vi(holiday.date)),
                "Bỏ một trong hai mục",
            )),
            None => {
                seen.insert(holiday.date, (holiday.id.as_str(), holiday.kind));
            }
        }
    }
}

/// Two records at one place of the plan: people call a duty by its number.
fn same_order<R: Record>(records: &Records<R>, found: &mut Vec<Diagnostic>) {
    let mut before: Option<&R> = None;
    for record in records {
        if let Some(before) = before.filter(|before| before.order() == record.order()) {
            found.push(Diagnostic::warning(
                "order-twice",
                Place::record(record, "order"),
                format!("số thứ tự {} đã có ở “{}”", record.order(), before.id()),
                "Đánh lại số thứ tự theo kế hoạch",
            ));
        }
        before = Some(record);
    }
}

pub(super) fn inverted(place: Place, from: Date, to: Date) -> Diagnostic {
    Diagnostic::error(
        "range-inverted",
        place,
        format!("bắt đầu {} sau kết thúc {}", date_vi(from), date_vi(to)),
        "Đổi lại hai ngày",
    )
}
