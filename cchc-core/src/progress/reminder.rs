//! Nhắc việc: a text ready to send to an office, saying what it owes.

use crate::calendar::{Date, Period, WorkCalendar, relative_vi};
use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::plan::{Office, OfficeRole};
use crate::progress::{Obligation, Progress, Rhythm, Standing, State, Task, focal_office};
use crate::text;

/// Working days that a reminder gives for the answer.
pub const REPLY_WORKING_DAYS: u32 = 3;

/// The reminder to one office: what is late, lacks evidence or is due soon, by last day, and until when an answer is
/// asked for. None when nothing is.
///
/// MTTQ and the organisations are asked ("đề nghị"), not urged: the plan gives them nothing to do by order.
pub fn reminder(file: &PlanFile, progress: &Progress, office: &OfficeId) -> Option<String> {
    let office = file.offices.get(office)?;
    let agenda = progress.office(&office.id)?;
    let lines = owed_lines(file, progress, &office.id);
    let items: Vec<String> =
        lines.iter().enumerate().map(|(number, line)| format!("{}. {line}", number + 1)).collect();
    if items.is_empty() {
        return None;
    }
    let section = file.passages.get(&office.source.passage).map_or("", |passage| passage.section.as_str());
    let section = if section.is_empty() { String::new() } else { format!(" (mục {section})") };
    let plan = format!("{}{section}", file.plan.title);
    let today = text::date_vi(progress.today);
    let count = text::two_digits(items.len() as u64);
    let reply_by = WorkCalendar::new(&file.holidays).add_working_days(progress.today, REPLY_WORKING_DAYS);
    let reply_by = text::date_vi(reply_by);
    let items = items.join("\n");
    let focal = focal_office(file).map_or(file.plan.issuer.as_str(), |focal| &focal.name);
    let name = &office.name;
    let kind = noun(office);
    // What is late or unproved is asked for at once; of what is only coming, word how it stands.
    let has_arrears = agenda
        .at_hand
        .iter()
        .any(|at| matches!(progress.obligations[*at].state, State::Late | State::Missing));
    let letter = match office.role {
        OfficeRole::Asked => format!(
            "Kính gửi: {name}\n\nTheo {plan}, đến ngày {today} còn {count} nội dung {issuer} đề nghị {name} quan tâm, \
             phối hợp thực hiện:\n{items}\n\nTrân trọng đề nghị {name} phối hợp và thông tin kết quả về {focal} chậm \
             nhất ngày {reply_by} để tổng hợp.",
            issuer = file.plan.issuer,
        ),
        OfficeRole::Focal => format!(
            "Kính gửi: {name}\n\nTheo {plan}, đến ngày {today} {kind} còn {count} việc:\n{items}\n\nĐề nghị {kind} {what} \
             và báo cáo {issuer} chậm nhất ngày {reply_by}.",
            issuer = file.plan.issuer,
            what = if has_arrears { "hoàn thành việc trễ hạn" } else { "thực hiện đúng hạn" },
        ),
        OfficeRole::Assigned => format!(
            "Kính gửi: {name}\n\nTheo {plan}, đến ngày {today} {kind} còn {count} việc:\n{items}\n\nĐề nghị {kind} {what} \
             {focal} chậm nhất ngày {reply_by}.",
            what = if has_arrears {
                "hoàn thành, cập nhật số liệu, minh chứng và gửi"
            } else {
                "thực hiện đúng hạn, thông tin tiến độ về"
            },
        ),
    };
    // It is pasted into a message, where nothing else says that the figures are invented.
    let notice = file.plan.illustrative_notice().map(|notice| format!("{notice}\n\n"));
    Some(format!("{}{letter}", notice.unwrap_or_default()))
}

/// What an office has at hand, a line each, by last day: late, without evidence, or due soon.
pub(crate) fn owed_lines(file: &PlanFile, progress: &Progress, office: &OfficeId) -> Vec<String> {
    let at_hand = progress.office(office).map(|agenda| agenda.at_hand.as_slice()).unwrap_or_default();
    at_hand.iter().map(|at| line(file, &progress.obligations[*at], progress.today)).collect()
}

/// What an office is called in a sentence: a Phòng or Văn phòng is a cơ quan, a Trung tâm is a đơn vị.
fn noun(office: &Office) -> &'static str {
    let is_agency = ["Phòng", "Văn phòng"].iter().any(|word| office.name.starts_with(word));
    if is_agency { "cơ quan" } else { "đơn vị" }
}

/// One line of a reminder.
fn line(file: &PlanFile, owed: &Obligation, today: Date) -> String {
    let due = format!("{}, {}", owed.due_in_words(), relative_vi(owed.due, today));
    let duty = match &owed.task {
        Task::Return { .. } => return format!("Gửi số liệu {}: {due}.", owed.label),
        Task::Report { .. } => {
            let label = owed.period.map_or_else(|| lower_first(&owed.label), Period::vietnamese);
            return format!("Gửi báo cáo {label}: {due}.");
        }
        Task::Duty(duty) => duty,
    };
    let name = file.duties.get(duty).map_or("", |duty| duty.name.trim_end_matches(['.', ';', ' ']));
    let unit =
        owed.unit.as_ref().and_then(|unit| file.units.get(unit)).map_or("hoạt động", |unit| &unit.name);
    let amount = |count: u64| format!("{} {unit}", text::two_digits(count));
    let had = match (owed.achieved, owed.required) {
        (0, _) => format!("chưa có {unit}"),
        (count, Some(required)) if owed.previous.is_none() => {
            format!("có {}/{}", text::two_digits(count), amount(required))
        }
        (count, _) => format!("có {}", amount(count)),
    };
    let missing = text::two_digits(owed.missing());
    let period = &owed.label;
    match owed.standing {
        Standing::NoEvidence if owed.activities.is_empty() => {
            format!("{name}: {period} chưa có hoạt động, minh chứng; {due}.")
        }
        Standing::NoEvidence => format!(
            "{name}: {} hoạt động {period} chưa có minh chứng, đề nghị bổ sung.",
            text::two_digits(u64::from(owed.without_evidence))
        ),
        Standing::PartlyMet | Standing::Missed => {
            let asked = owed.required.map_or(String::new(), |_| format!(", thiếu {missing}"));
            format!("{name}: {period} {had}{asked}; nếu đã thực hiện, đề nghị cập nhật.")
        }
        _ if owed.rhythm == Rhythm::Single && owed.achieved == 0 => format!("{name}: {due}."),
        _ => match &owed.previous {
            Some((before, count)) => {
                format!("{name}: {period} {had}, thấp hơn {before} ({}); {due}.", amount(*count))
            }
            None => format!("{name}: {period} {had}, còn thiếu {missing}; {due}."),
        },
    }
}

/// A name inside a sentence: `Tổ chức lớp …` is `tổ chức lớp …`; an abbreviation (`UBND`) keeps its capitals.
pub(crate) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}
