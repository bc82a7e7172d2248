//! IV. Nhiệm vụ kỳ tới; kiến nghị, đề xuất.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::{Date, Window};
use crate::order;
use crate::progress::{Obligation, Rhythm, Standing, Task, focal_office};
use crate::report::assessment::{difficulties, name_of, overdue, uncovered};
use crate::report::compose::Context;
use crate::report::judgement::end_of;
use crate::report::quotas::is_untold;
use crate::report::words::{bare, lower_first};
use crate::report::{Paragraph, Piece};
use crate::text::{date_vi, join_vi, range_long, two_digits};

/// The key of the paragraph that there is nothing to propose.
pub(super) const NO_PROPOSAL: &str = "kien-nghi";

/// At most so many topics are named again; the section on topics has named them all.
const NAMED_TOPICS: usize = 3;

/// 1. What the plan asks in the time to come, and what is left over.
pub(super) fn tasks(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let window = context.spec.next_window(context.file);
    let mut items: Vec<Paragraph> = Vec::new();
    let coming = || coming(context, window);
    let continuous = || coming().filter(|owed| owed.rhythm == Rhythm::Continuous);
    let duties: BTreeSet<_> = order::set(continuous().filter_map(|owed| owed.task.duty()));
    if !duties.is_empty() {
        let periods: BTreeSet<_> = order::set(continuous().filter_map(|owed| owed.period));
        let text = format!(
            "Tiếp tục thực hiện {} nhiệm vụ thường xuyên của Kế hoạch, bảo đảm mỗi nhiệm vụ có hoạt động và minh chứng \
             trong {} ({}).",
            two_digits(duties.len() as u64),
            if periods.len() > 1 { "từng kỳ đánh giá" } else { "kỳ" },
            range_long(window.from, window.to)
        );
        items.push(Paragraph::item("nhiem-vu.thuong-xuyen", text));
    }
    let judged = context.judged.short.iter().chain(&context.judged.unknown).copied();
    let left_over: Vec<&Obligation> =
        overdue(context).chain(judged.filter(|owed| owed.rhythm == Rhythm::Single)).collect();
    for (key, asked, of_untold) in [
        ("nhiem-vu.qua-han", "Hoàn thành nhiệm vụ đã quá hạn", false),
        ("nhiem-vu.chua-co-so-lieu", "Rà soát, hoàn thành nhiệm vụ đã đến hạn nhưng chưa có số liệu", true),
    ] {
        let meant = left_over.iter().filter(|owed| is_untold(context, owed) == of_untold);
        let named = meant.map(|owed| name_of(context, owed, &owed.due_in_words()));
        let named: Vec<String> = named.collect();
        if !named.is_empty() {
            items.push(Paragraph::item(key, format!("{asked}: {}.", named.join("; "))));
        }
    }
    // By duty, in plan order: the periods of one duty in one line.
    let mut by_duty: BTreeMap<(u32, &str), Vec<&Obligation>> = BTreeMap::new();
    for owed in coming().filter(|owed| owed.rhythm != Rhythm::Continuous) {
        let duty = owed.task.duty().and_then(|duty| context.file.duties.get(duty));
        // Two duties may have one number: the id tells them apart.
        let place = duty.map_or((u32::MAX, ""), |duty| (duty.order, duty.id.as_str()));
        by_duty.entry(place).or_default().push(owed);
    }
    items.extend(by_duty.values().filter_map(|owed| task(context, owed)));
    let topics: Vec<String> = uncovered(context).collect();
    if !topics.is_empty() {
        let count = two_digits(topics.len() as u64);
        let text = if topics.len() == context.file.topics.len() {
            format!("Tổ chức tuyên truyền đầy đủ {count} nội dung của Kế hoạch.")
        } else if topics.len() <= NAMED_TOPICS {
            format!("Tổ chức tuyên truyền nội dung {}: {}.", context.returned.nothing(), topics.join("; "))
        } else {
            format!(
                "Tổ chức tuyên truyền {count} nội dung của Kế hoạch {} trong kỳ này.",
                context.returned.nothing()
            )
        };
        items.push(Paragraph::item("nhiem-vu.noi-dung", text));
    }
    items.extend(reports(context, window));
    if items.is_empty() {
        let text = "Theo Kế hoạch, không có nhiệm vụ đến hạn trong thời gian còn lại của năm.";
        items.push(Paragraph::plain("nhiem-vu", text));
    }
    pieces.extend(items.into_iter().map(Piece::Paragraph));
}

/// What the plan asks in these days and is not done yet.
pub(super) fn coming<'a>(context: &'a Context<'_>, window: Window) -> impl Iterator<Item = &'a Obligation> {
    context.progress.obligations.iter().filter(move |owed| {
        matches!(owed.task, Task::Duty(_))
            && window.contains(end_of(owed))
            && matches!(owed.standing, Standing::Ahead | Standing::Open { .. } | Standing::NoEvidence)
    })
}

fn task(context: &Context<'_>, owed: &[&Obligation]) -> Option<Paragraph> {
    let first = owed.first()?;
    let duty = context.file.duties.get(first.task.duty()?)?;
    let office = context.file.offices.get(&duty.office)?;
    let when = if first.rhythm == Rhythm::Single {
        first.due_in_words()
    } else {
        join_vi(owed.iter().map(|one| one.label.as_str()))
    };
    let text = format!("{}: {} ({when}).", office.name, lower_first(bare(&duty.name)));
    Some(Paragraph::item(format!("nhiem-vu.{}", duty.id), text))
}

/// The reports of the time to come, by their last day.
fn reports(context: &Context<'_>, window: Window) -> Option<Paragraph> {
    let focal = focal_office(context.file)?;
    let coming = context.progress.reports.iter().filter(|item| {
        item.filing != context.spec.filing
            && !item.is_sent()
            && item.period.is_some()
            && item.window.is_some_and(|own| window.contains(own.to))
    });
    let mut by_day: BTreeMap<(Date, bool), Vec<String>> = BTreeMap::new();
    for item in coming {
        let Some((due, period)) = item.due.zip(item.period) else { continue };
        let is_expected = item.due_basis().mark().is_some();
        by_day.entry((due, is_expected)).or_default().push(period.vietnamese());
    }
    if by_day.is_empty() {
        return None;
    }
    let named = by_day.into_iter().map(|((due, is_expected), periods)| {
        let expected = if is_expected { " dự kiến" } else { "" };
        format!("{} (hạn gửi{expected} {})", join_vi(periods), date_vi(due))
    });
    let named: Vec<String> = named.collect();
    let text = format!("{}: tổng hợp, báo cáo kết quả {}.", focal.name, named.join("; "));
    Some(Paragraph::item("nhiem-vu.bao-cao", text))
}

/// 2. Kiến nghị, đề xuất: to higher authorities one by one; what UBND xã itself decides in one paragraph.
pub(super) fn proposals(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let mut outward: Vec<Paragraph> = Vec::new();
    let (mut open, mut answered) = (Vec::new(), Vec::new());
    for one in difficulties(context).filter(|one| !one.proposal.trim().is_empty()) {
        let office = context.file.offices.get(&one.office).map_or("", |office| &office.name);
        let proposal = lower_first(bare(&one.proposal));
        let is_open = one.is_open(context.as_of);
        if is_internal(context, &one.addressed_to) {
            let list = if is_open { &mut open } else { &mut answered };
            list.push(format!("{office} đề nghị {proposal}"));
        } else if is_open {
            let text =
                format!("Đề nghị {} {proposal} (theo phản ánh của {office}).", bare(&one.addressed_to));
            outward.push(Paragraph::item(format!("kien-nghi.{}", one.id), text));
        }
    }
    let issuer = &context.file.plan.issuer;
    let mut told = Vec::new();
    for (verb, list) in [("đã trả lời", answered), ("đang xem xét, giải quyết", open)] {
        if !list.is_empty() {
            let count = two_digits(list.len() as u64);
            told.push(format!(
                "{issuer} {verb} {count} kiến nghị của các cơ quan, đơn vị: {}.",
                list.join("; ")
            ));
        }
    }
    if !told.is_empty() {
        pieces.push(Piece::Paragraph(Paragraph::plain("kien-nghi.trong-xa", told.join(" "))));
    }
    if outward.is_empty() {
        // Nobody has said so: a remark asks whoever signs.
        let text = format!("{issuer} không có kiến nghị, đề xuất với cấp trên trong kỳ báo cáo này.");
        outward.push(Paragraph::plain(NO_PROPOSAL, text));
    }
    pieces.extend(outward.into_iter().map(Piece::Paragraph));
}

/// Whether the commune itself decides: nobody is named, or UBND xã, or one of the plan's offices.
fn is_internal(context: &Context<'_>, addressed_to: &str) -> bool {
    let to = bare(addressed_to);
    let issuer = &context.file.plan.issuer;
    to.is_empty()
        || issuer.starts_with(to)
        || to.starts_with(issuer.as_str())
        || context.file.offices.iter().any(|office| office.name == to || office.short_name == to)
}
