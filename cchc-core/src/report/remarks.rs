//! Trước khi trình ký: what is still missing or open, for whoever edits the report; not part of it.

use std::borrow::Borrow;
use std::iter;

use crate::examples;
use crate::exchange::PlanFile;
use crate::id::DutyId;
use crate::order;
use crate::plan::{Basis, CitedDocument, Duty};
use crate::progress::{Obligation, Rhythm};
use crate::record::{Kind, Record, Records};
use crate::register::BudgetItem;
use crate::report::assessment::{difficulties, overdue};
use crate::report::compose::{Context, archive_and_recipients, number_and_symbol};
use crate::report::lead::{carried_out, is_later};
use crate::report::outlook::coming;
use crate::report::words::{activities, bare, lower_first};
use crate::text::{date_vi, join_vi, two_digits};

/// The remarks; `is_none_proposed` says that the report proposes nothing to anybody, in words that no person wrote.
pub(super) fn remarks(context: &Context<'_>, is_none_proposed: bool) -> Vec<String> {
    let mut found = Vec::new();
    if context.today < context.spec.window.to {
        found.push(format!(
            "Chưa đến ngày chốt số liệu {}; số liệu còn thay đổi",
            date_vi(context.spec.window.to)
        ));
    }
    let missing = context.returned.missing.len();
    if missing > 0 {
        found.push(format!("{} cơ quan, đơn vị chưa gửi số liệu", two_digits(missing as u64)));
    }
    for (count, what) in [
        (context.now.without_evidence, "chưa có minh chứng"),
        (context.now.without_topic, "chưa ghi nội dung tuyên truyền"),
    ] {
        if count > 0 {
            found.push(format!("{} {what}", activities(count)));
        }
    }
    let has_weakness = !context.judged.short.is_empty() || !context.judged.unproved.is_empty();
    if has_weakness && difficulties(context).next().is_none() {
        found.push("Có việc chưa đạt nhưng chưa cơ quan nào phản ánh nguyên nhân".to_owned());
    }
    if is_none_proposed {
        found.push(
            "Chưa ghi kiến nghị nào với cấp trên; xác nhận câu “không có kiến nghị, đề xuất” trước khi ký"
                .to_owned(),
        );
    }
    for basis in [Basis::Inferred, Basis::Unverified] {
        found.extend(concluded(context, basis));
    }
    found.extend(unconfirmed_deadlines(context));
    found.extend(plan(context));
    found.extend(overspent(context.file));
    found.extend(archive(context));
    found.extend(astray(context));
    found.extend(unread(context.file));
    if let Some(illustrative) = &context.file.plan.illustrative {
        found.push(format!("Dữ liệu minh họa: {}", lower_first(bare(illustrative))));
    }
    found
}

/// Deadlines and numbers to reach that the report states and the plan does not write.
fn concluded(context: &Context<'_>, basis: Basis) -> Option<String> {
    let next = context.spec.next_window(context.file);
    let judged = context.judged.all().chain(context.judged.running.iter().copied());
    let told: Vec<&Obligation> = judged.chain(overdue(context)).chain(coming(context, next)).collect();
    let duty_of = |id: &DutyId| context.file.duties.get(id);
    let mut duties: Vec<(&Duty, Rhythm)> =
        told.iter().filter_map(|owed| Some((duty_of(owed.task.duty()?)?, owed.rhythm))).collect();
    order::sort_by(&mut duties, |a, b| (a.0.order, &a.0.id).cmp(&(b.0.order, &b.0.id)));
    duties.dedup_by(|a, b| a.0.id == b.0.id);
    let (mut named, mut continuous) = (Vec::new(), 0);
    for (duty, rhythm) in duties {
        let quota = duty.quota.as_ref().filter(|quota| quota.basis == basis);
        let cadence = Some(&duty.cadence).filter(|cadence| cadence.basis == basis);
        if rhythm == Rhythm::Continuous && duty.quota.is_none() {
            continuous += u64::from(cadence.is_some());
            continue;
        }
        let unit = quota.and_then(|quota| context.file.units.get(&quota.value.unit));
        let asks = quota.map(|_| duty.asks(unit));
        let when = cadence.and_then(|cadence| match (rhythm, &asks) {
            (Rhythm::Single, _) => Some(cadence.value.detail()),
            // "01 cuộc/quý" says it.
            (_, Some(_)) => None,
            (_, None) => Some(lower_first(cadence.value.vietnamese())),
        });
        let what: Vec<String> = when.into_iter().chain(asks).collect();
        if !what.is_empty() {
            named.push(format!("{} ({})", lower_first(bare(&duty.short_name)), what.join(", ")));
        }
    }
    if continuous > 0 {
        let count = two_digits(continuous);
        named.push(format!("{count} nhiệm vụ thường xuyên (mỗi kỳ có ít nhất 01 hoạt động, minh chứng)"));
    }
    let named = (!named.is_empty()).then(|| named.join("; "))?;
    let mark = basis.mark()?;
    Some(format!(
        "Thời hạn, chỉ tiêu Kế hoạch không ghi rõ, phần mềm lấy theo cách hiểu ({mark}); đối chiếu trước khi ký: {named}"
    ))
}

/// The last days of this report that are custom, not written.
fn unconfirmed_deadlines(context: &Context<'_>) -> Option<String> {
    let item = context.item?;
    let collecting = item.collecting.and_then(|at| item.levels.get(at)).map(|level| ("gửi số liệu", level));
    let last = item.levels.last().map(|level| ("gửi báo cáo", level));
    let open = collecting.into_iter().chain(last).filter(|(_, level)| level.basis.mark().is_some());
    let open = join_vi(open.map(|(what, level)| format!("{what} {}", date_vi(level.due))));
    (!open.is_empty()).then(|| format!("Hạn {open} chưa có văn bản để đối chiếu, cần xác nhận"))
}

/// Money that is out of step: more spent than allocated, more allocated than appraised, more appraised than estimated.
fn overspent(file: &PlanFile) -> Option<String> {
    let steps = |item: &BudgetItem| {
        let pairs =
            [(item.estimate, item.appraised), (item.appraised, item.allocated), (item.allocated, item.spent)];
        pairs
            .into_iter()
            .any(|(before, after)| before.zip(after).is_some_and(|(before, after)| after > before))
    };
    let named: Vec<&str> =
        file.budget_items.iter().filter(|item| steps(item)).map(|item| bare(&item.title)).collect();
    (!named.is_empty()).then(|| {
        format!(
            "Kinh phí có số sau lớn hơn số trước (dự toán, thẩm định, bố trí, đã chi); rà soát: {}",
            named.join("; ")
        )
    })
}

/// What the plan itself lacks, or is too late for.
fn plan(context: &Context<'_>) -> Vec<String> {
    let plan = &context.file.plan;
    let mut found = Vec::new();
    if plan.number.is_none() || plan.issued_on.is_none() {
        let owed = context.judged.short.iter().copied().chain(overdue(context));
        let mut owed = owed.filter_map(|owed| context.file.duties.get(owed.task.duty()?));
        let counted = owed
            .find(|duty| duty.fulfilled_by.is_some())
            .map(|duty| format!("; việc “{}” còn tính là chưa hoàn thành", bare(&duty.short_name)))
            .unwrap_or_default();
        found.push(format!(
            "Kế hoạch chưa có số hoặc ngày ban hành, nên báo cáo chưa viện dẫn số, ngày{counted}"
        ));
    }
    let later: Vec<String> = carried_out(context)
        .filter(|document| is_later(context, document))
        .map(CitedDocument::short_citation)
        .collect();
    if !later.is_empty() {
        found.push(format!(
            "Không viện dẫn {}: ban hành sau ngày của báo cáo ({})",
            join_vi(later),
            date_vi(context.dated)
        ));
    }
    let start = plan.issued_on.unwrap_or(plan.tracked_from.value);
    if context.dated < start {
        found.push(format!(
            "Báo cáo đề ngày trước khi theo dõi Kế hoạch ({}); xem lại các chỗ nêu Kế hoạch",
            date_vi(start)
        ));
    }
    found
}

/// Lưu: where it has a known slip of the pen, or names another office than the symbol of the report does.
fn archive(context: &Context<'_>) -> Option<String> {
    let archive = archive_and_recipients(&context.file.plan).0;
    let filing = context.file.filings.get(&context.spec.filing);
    let symbol = number_and_symbol(filing.map_or("", |filing| &filing.number), "").1;
    let unit = symbol.rsplit('-').next().unwrap_or_default();
    // Of `BC-UBND` the end is who issues, not who drafts.
    let differs = !unit.is_empty() && !unit.starts_with("UBND") && !archive.contains(unit);
    let has_slip = examples::has_slip(&archive);
    (!archive.is_empty() && (differs || has_slip))
        .then(|| format!("Lưu: {archive} – xem lại ký hiệu đơn vị soạn thảo"))
}

/// At most so many ids of one kind are named.
const NAMED_IDS: usize = 3;

/// Activities of the report that name what the plan does not have: they are in the totals, and where that would be
/// counted in nothing.
fn astray(context: &Context<'_>) -> Vec<String> {
    let file = context.file;
    let mut kinds = [Kind::Offices, Kind::Duties, Kind::Channels, Kind::Topics, Kind::Units]
        .map(|kind| (kind, 0, Vec::<&str>::new()));
    for fact in context.facts.iter().filter(|fact| fact.is_astray) {
        let one = context.ledger.activity(fact);
        let unknown: [Vec<&str>; 5] = [
            absent(&file.offices, iter::once(&one.office)),
            absent(&file.duties, &one.duty),
            absent(&file.channels, &one.channel),
            absent(&file.topics, &one.topics),
            absent(&file.units, one.counts.iter().map(|count| &count.unit)),
        ];
        for ((_, count, named), unknown) in kinds.iter_mut().zip(unknown) {
            *count += u64::from(!unknown.is_empty());
            for id in unknown {
                if !named.contains(&id) {
                    named.push(id);
                }
            }
        }
    }
    let told = kinds.into_iter().filter(|(_, count, _)| *count > 0).map(|(kind, count, ids)| {
        let named: Vec<String> = ids.iter().take(NAMED_IDS).map(|id| format!("“{id}”")).collect();
        let more = if ids.len() > NAMED_IDS { ", …" } else { "" };
        let (who, what) = (activities(count), kind.vietnamese());
        format!("{who} trỏ đến {what} không có trong Kế hoạch ({}{more})", named.join(", "))
    });
    told.collect()
}

/// Those of the ids of which the plan has no record.
fn absent<'a, R: Record>(records: &Records<R>, ids: impl IntoIterator<Item = &'a R::Id>) -> Vec<&'a str>
where
    R::Id: 'a,
{
    ids.into_iter().filter(|id| !records.contains(id)).map(Borrow::borrow).collect()
}

/// Records that the file carries along unread: no figure counts them.
fn unread(file: &PlanFile) -> Option<String> {
    let parts = file.set_aside.iter().filter_map(|(name, items)| {
        let count = two_digits(items.len() as u64);
        let within = name.rsplit('.').next().unwrap_or_default();
        match (name.as_str(), Kind::from_key(within)) {
            ("damaged", _) => Some(format!("{count} đoạn hỏng")),
            ("records" | "twice.records", _) => Some("danh mục bản ghi".to_owned()),
            (name, _) if name.contains("stamps") => None,
            // What stands in for a field of the header is in no figure.
            (_, kind) => {
                Some(format!("{count} mục {}", kind.filter(|kind| *kind != Kind::Plan)?.vietnamese()))
            }
        }
    });
    let parts = join_vi(parts);
    (!parts.is_empty()).then(|| format!("Tệp có {parts} không đọc được, được để riêng và không vào số liệu"))
}
