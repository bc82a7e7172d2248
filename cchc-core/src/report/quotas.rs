//! II.4. Chỉ tiêu: what had a number to reach, and whether it was.

use crate::calendar::Window;
use crate::id::UnitId;
use crate::order;
use crate::plan::{Quota, QuotaScope, Unit};
use crate::progress::{Obligation, Rhythm, Standing};
use crate::report::assessment::late_by;
use crate::report::compose::Context;
use crate::report::judgement::end_of;
use crate::report::{Figure, Filter, Paragraph, Piece, ReportTable, TableRow, TableValue};
use crate::text::{capitalized, date_vi, two_digits};

/// 4. Chỉ tiêu: what had a number to reach, by the period that ended in the report's window.
pub(super) fn quotas(context: &Context<'_>, pieces: &mut Vec<Piece>, with_table: bool) {
    let judged: Vec<&Obligation> = {
        let running = context.judged.running.iter().copied();
        let all = context.judged.all().chain(running);
        let mut judged: Vec<_> = all.filter(|owed| has_quota(context, owed)).collect();
        order::sort_by_key(&mut judged, |owed| (place_of(context, owed), owed.due));
        judged
    };
    if judged.is_empty() {
        let text = "Trong kỳ chưa có chỉ tiêu số lượng nào đến hạn đánh giá.";
        pieces.push(Piece::Paragraph(Paragraph::plain("chi-tieu", text)));
        return;
    }
    let is_running = |owed: &&&Obligation| is_running(context, owed);
    let running = judged.iter().filter(is_running).count();
    let met = judged.iter().filter(|owed| context.judged.is_met(owed)).count();
    let unknown = judged.iter().filter(|owed| context.judged.is_unknown(owed)).count();
    let failed = judged.len() - running - met - unknown;
    let of = two_digits(judged.len() as u64);
    let mut text = format!("Trong kỳ báo cáo có {of} chỉ tiêu số lượng đến kỳ đánh giá");
    if met == judged.len() {
        text.push_str(&format!(", đạt {of}/{of}."));
    } else {
        let parts =
            [("đạt", met), ("chưa đạt", failed), ("chưa đủ số liệu", unknown), ("chưa hết kỳ", running)]
                .into_iter();
        let parts = parts.filter(|(_, count)| *count > 0);
        let parts: Vec<String> =
            parts.map(|(word, count)| format!("{word} {}", two_digits(count as u64))).collect();
        let lead = match running {
            0 => ":".to_owned(),
            _ => format!("; tính đến ngày {}", date_vi(context.as_of)),
        };
        text.push_str(&format!("{lead} {}.", parts.join(", ")));
    }
    if with_table {
        text.push_str(" Chi tiết như sau:");
    } else if failed > 0 {
        text.push_str(" Chỉ tiêu chưa đạt nêu tại phần tồn tại, hạn chế.");
    }
    let stated = judged.iter().filter_map(|owed| counted(context, owed));
    pieces.push(Piece::Paragraph(Paragraph::plain("chi-tieu", text).stating(stated)));
    if with_table {
        pieces.push(Piece::Table(quota_table(context, &judged)));
    }
}

/// How many numbers to reach there were, and how many were reached.
pub(super) fn tally(context: &Context<'_>) -> (usize, usize) {
    let judged = || context.judged.all().chain(context.judged.running.iter().copied());
    let with_quota = || judged().filter(|owed| has_quota(context, owed));
    (with_quota().count(), with_quota().filter(|owed| context.judged.is_met(owed)).count())
}

/// Whether its period is not over on the day of the figures, and it is still short.
fn is_running(context: &Context<'_>, owed: &Obligation) -> bool {
    context.judged.running.iter().any(|running| std::ptr::eq(*running, owed))
}

/// A number to reach. Of a quota that compares, the first period has none.
fn has_quota(context: &Context<'_>, owed: &Obligation) -> bool {
    quota_of(context, owed).is_some() && owed.required.is_some()
}

fn quota_of<'a>(context: &Context<'a>, owed: &Obligation) -> Option<&'a Quota> {
    let duty = context.file.duties.get(owed.task.duty()?)?;
    duty.quota.as_ref().map(|quota| &quota.value)
}

/// What a quota counted.
fn counted(context: &Context<'_>, owed: &Obligation) -> Option<Figure> {
    let quota = quota_of(context, owed)?;
    // What the plan's own number does is in no activity.
    let duty = context.file.duties.get(owed.task.duty()?)?;
    if duty.fulfilled_by.is_some() && owed.standing.is_met() {
        return None;
    }
    // What is done once counts also after its last day.
    let to = if owed.rhythm == Rhythm::Single { owed.window.to.max(context.as_of) } else { owed.window.to };
    let window = Window { to: to.min(context.as_of), ..owed.window };
    let (duty, channel) = match &quota.scope {
        QuotaScope::Duty => (owed.task.duty().cloned(), None),
        QuotaScope::Channel(channel) => (None, Some(channel.clone())),
    };
    let filter = Filter { duty, channel, unit: Some(quota.unit.clone()), ..Filter::of(window) };
    Some(Figure { unit: unit_name(context, Some(&quota.unit)).to_owned(), value: owed.achieved, filter })
}

fn place_of(context: &Context<'_>, owed: &Obligation) -> u32 {
    owed.task.duty().and_then(|duty| context.file.duties.get(duty)).map_or(u32::MAX, |duty| duty.order)
}

fn unit_name<'a>(context: &Context<'a>, unit: Option<&UnitId>) -> &'a str {
    unit.and_then(|unit| context.file.units.get(unit)).map_or("hoạt động", Unit::in_full)
}

/// Whether its office has not sent the figures of that time: what is not in the register may have been done.
pub(super) fn is_untold(context: &Context<'_>, owed: &Obligation) -> bool {
    !context.returned.has_until(&owed.office, end_of(owed))
}

/// What is missing of a quota, after the name of its period: "có 01/02 tin, bài".
pub(super) fn shortfall(context: &Context<'_>, owed: &Obligation) -> String {
    let unit = unit_name(context, owed.unit.as_ref());
    let required = owed.required.unwrap_or(1);
    match (owed.achieved, &owed.previous) {
        (0, _) if is_untold(context, owed) => "chưa có số liệu".to_owned(),
        _ if owed.standing == Standing::NoEvidence && owed.achieved > 0 => "chưa có minh chứng".to_owned(),
        (0, _) => format!("chưa có {unit}"),
        (achieved, Some((before, count))) => {
            let (achieved, count) = (two_digits(achieved), two_digits(*count));
            format!("có {achieved} {unit}, thấp hơn {count} {unit} của {before}")
        }
        (achieved, None) => {
            format!("có {}/{} {unit}", two_digits(achieved), two_digits(required))
        }
    }
}

fn quota_table(context: &Context<'_>, judged: &[&Obligation]) -> ReportTable {
    let columns = [
        ("STT", 6),
        ("Nhiệm vụ", 34),
        ("Cơ quan", 16),
        ("Kỳ", 12),
        ("Kết quả/chỉ tiêu", 18),
        ("Đánh giá", 14),
    ];
    let row = |(place, owed): (usize, &&Obligation)| {
        let duty = owed.task.duty().and_then(|duty| context.file.duties.get(duty));
        let office = context.file.offices.get(&owed.office);
        let unit = unit_name(context, owed.unit.as_ref());
        let achieved = match owed.achieved {
            0 if is_untold(context, owed) => "–".to_owned(),
            achieved => two_digits(achieved),
        };
        let result = match (&owed.previous, owed.required) {
            (Some((before, count)), _) => {
                let day = owed.window.from.pred_opt().unwrap_or(owed.window.from);
                let is_told = *count > 0 || context.returned.has_until(&owed.office, day);
                let count = if is_told { two_digits(*count) } else { "–".to_owned() };
                format!("{achieved} {unit} ({before}: {count})")
            }
            (None, Some(required)) => format!("{achieved}/{} {unit}", two_digits(required)),
            (None, None) => format!("{achieved} {unit}"),
        };
        let verdict = match owed.standing {
            Standing::Met => "Đạt".to_owned(),
            Standing::MetLate { days } => format!("Đạt, {}", late_by(owed, days)),
            _ if is_running(context, owed) => "Chưa hết kỳ".to_owned(),
            _ if context.judged.is_unknown(owed) => "Chưa đủ số liệu".to_owned(),
            Standing::NoEvidence if !owed.activities.is_empty() => "Thiếu minh chứng".to_owned(),
            _ => "Chưa đạt".to_owned(),
        };
        TableRow::plain(vec![
            TableValue::mark((place + 1).to_string()),
            TableValue::text(duty.map_or("", |duty| &duty.name)),
            TableValue::text(office.map_or("", |office| &office.short_name)),
            TableValue::mark(capitalized(&owed.label)),
            TableValue::mark(result),
            TableValue::mark(verdict),
        ])
    };
    ReportTable {
        key: "bang.chi-tieu".to_owned(),
        caption: None,
        columns: columns.map(|(name, width)| (name.to_owned(), width)).to_vec(),
        rows: judged.iter().enumerate().map(row).collect(),
    }
}
