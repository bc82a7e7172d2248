//! II.4. Chỉ tiêu: what had a number to reach, and whether it was.

use crate::calendar::Window;
use crate::id::UnitId;
use crate::plan::{Quota, QuotaScope};
use crate::progress::{Obligation, Rhythm, Standing};
use crate::report::assessment::name_of;
use crate::report::compose::Context;
use crate::report::{Figure, Filter, Paragraph, Piece, ReportTable, TableRow, TableValue};
use crate::text::{capitalized, two_digits};

/// 4. Chỉ tiêu: what had a number to reach, by the period that ended in the report's window.
pub(super) fn quotas(context: &Context<'_>, pieces: &mut Vec<Piece>, with_table: bool) {
    let judged: Vec<&Obligation> = {
        let mut judged: Vec<_> = context.judged.all().filter(|owed| has_quota(context, owed)).collect();
        judged.sort_by_key(|owed| (place_of(context, owed), owed.due));
        judged
    };
    if judged.is_empty() {
        let text = "Trong kỳ chưa có chỉ tiêu số lượng nào đến hạn đánh giá.";
        pieces.push(Piece::Paragraph(Paragraph::plain("chi-tieu", text)));
        return;
    }
    let (failed, met): (Vec<_>, Vec<_>) =
        judged.iter().copied().partition(|owed| !context.judged.is_met(owed));
    let of = two_digits(judged.len() as u64);
    let what = "chỉ tiêu số lượng có kỳ đánh giá kết thúc trong kỳ báo cáo";
    let named = failed.iter().map(|owed| name_of(context, owed, &shortfall(context, owed)));
    let named = named.collect::<Vec<_>>().join("; ");
    let mut text = match met.len() {
        _ if failed.is_empty() => format!("Đạt {of}/{of} {what}."),
        0 => format!("Chưa đạt {of}/{of} {what}: {named}."),
        met => format!("Đạt {}/{of} {what}. Chưa đạt: {named}.", two_digits(met as u64)),
    };
    if with_table {
        text.push_str(" Chi tiết như sau:");
    }
    let stated = judged.iter().filter_map(|owed| counted(context, owed));
    pieces.push(Piece::Paragraph(Paragraph::plain("chi-tieu", text).stating(stated)));
    if with_table {
        pieces.push(Piece::Table(quota_table(context, &judged)));
    }
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
    unit.and_then(|unit| context.file.units.get(unit)).map_or("hoạt động", |unit| &unit.name)
}

/// What is missing of a quota: "tháng 8 có 01/02 tin, bài".
pub(super) fn shortfall(context: &Context<'_>, owed: &Obligation) -> String {
    let unit = unit_name(context, owed.unit.as_ref());
    let label = &owed.label;
    let required = owed.required.unwrap_or(1);
    match (owed.achieved, &owed.previous) {
        _ if owed.standing == Standing::NoEvidence && owed.achieved > 0 => {
            format!("{label} chưa có minh chứng")
        }
        (0, _) => format!("{label} chưa có {unit}"),
        (achieved, Some((before, count))) => {
            let (achieved, count) = (two_digits(achieved), two_digits(*count));
            format!("{label} có {achieved} {unit}, thấp hơn {before} là {count} {unit}")
        }
        (achieved, None) => {
            format!("{label} có {}/{} {unit}", two_digits(achieved), two_digits(required))
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
        let result = match (&owed.previous, owed.required) {
            (Some((before, count)), _) => {
                format!("{} {unit} ({before}: {})", two_digits(owed.achieved), two_digits(*count))
            }
            (None, Some(required)) => {
                format!("{}/{} {unit}", two_digits(owed.achieved), two_digits(required))
            }
            (None, None) => format!("{} {unit}", two_digits(owed.achieved)),
        };
        let verdict = match owed.standing {
            Standing::Met => "Đạt".to_owned(),
            Standing::MetLate { days } => format!("Đạt, trễ {} ngày", two_digits(u64::from(days))),
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
