//! III. Đánh giá: what the figures say, and causes as far as offices have logged them.

use std::borrow::Borrow;
use std::iter;

use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::order;
use crate::plan::ReportForm;
use crate::progress::{Obligation, Rhythm, Standing, Task};
use crate::record::{Kind, Record, Records};
use crate::register::Difficulty;
use crate::report::compose::Context;
use crate::report::quotas::{shortfall, tally};
use crate::report::words::{activities, bare, lower_first};
use crate::report::{Paragraph, Piece, works};
use crate::text::{capitalized, date_vi, join_vi, two_digits};

/// At most so many duties without any activity are named one by one.
const NAMED: usize = 5;

/// 1. Ưu điểm: what was done of what fell due, how wide it reached, whether it grew.
pub(super) fn strengths(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let (file, now) = (context.file, &context.now);
    let mut told = Vec::new();
    let (of, done) = context.judged.duties();
    if done > 0 {
        let (done, of) = (two_digits(done as u64), two_digits(of as u64));
        told.push(format!("{done}/{of} nhiệm vụ đến kỳ đánh giá đã được thực hiện và có minh chứng."));
    } else if let (of, met @ 1..) = tally(context) {
        let (met, of) = (two_digits(met as u64), two_digits(of as u64));
        told.push(format!("{met}/{of} chỉ tiêu số lượng của kỳ đã đạt."));
    }
    let carried = now.by_topic.iter().filter(|count| **count > 0).count() as u64;
    let groups = file.channel_groups.iter().filter(|group| {
        file.channels
            .iter()
            .zip(&now.by_channel)
            .any(|(channel, count)| channel.group == group.id && *count > 0)
    });
    let groups = groups.count() as u64;
    if carried > 0 && groups > 0 {
        let (topics, forms) = (file.topics.len() as u64, file.channel_groups.len() as u64);
        let languages: Vec<String> = now.by_language.keys().map(|language| lower_first(language)).collect();
        let spoken = if languages.is_empty() {
            String::new()
        } else {
            format!(", có tuyên truyền bằng {}", join_vi(languages))
        };
        told.push(format!(
            "Công tác tuyên truyền thực hiện {}/{} nội dung, kết hợp {}/{} nhóm hình thức của Kế hoạch{spoken}.",
            two_digits(carried),
            two_digits(topics),
            two_digits(groups),
            two_digits(forms)
        ));
    }
    if let Some((period, before)) =
        context.before.as_ref().filter(|(_, before)| now.activities > before.activities)
    {
        let more = two_digits(now.activities - before.activities);
        told.push(format!("Số hoạt động tăng {more} so với {}.", period.short_vi()));
    }
    if told.is_empty() {
        told.push("Số liệu trong kỳ chưa đủ để đánh giá ưu điểm.".to_owned());
    }
    pieces.push(Piece::Paragraph(Paragraph::plain("uu-diem", told.join(" "))));
    pieces.extend(works::merits(context).map(Piece::Paragraph));
}

/// 2. Tồn tại, hạn chế: what was missed, what has no evidence, what nobody carried.
pub(super) fn weaknesses(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let mut found: Vec<Paragraph> = Vec::new();
    let judged = &context.judged;
    if !judged.short.is_empty() {
        let text =
            format!("Chưa thực hiện hoặc thực hiện chưa đủ: {}.", shortcomings(context, &judged.short));
        found.push(Paragraph::item("han-che.chua-dat", text));
    }
    let late = by_duty(
        context,
        judged.met.iter().filter_map(|owed| match owed.standing {
            Standing::MetLate { days } => Some((*owed, format!("trễ {} ngày", two_digits(u64::from(days))))),
            _ => None,
        }),
    );
    if !late.is_empty() {
        found.push(Paragraph::item("han-che.tre-han", format!("Hoàn thành trễ hạn: {}.", late.join("; "))));
    }
    let carried_over: Vec<String> =
        overdue(context).map(|owed| name_of(context, owed, &format!("hạn {}", date_vi(owed.due)))).collect();
    if !carried_over.is_empty() {
        let text = format!("Nhiệm vụ quá hạn từ kỳ trước chưa hoàn thành: {}.", carried_over.join("; "));
        found.push(Paragraph::item("han-che.qua-han", text));
    }
    if !judged.running.is_empty() {
        let running = shortcomings(context, &judged.running);
        let text =
            format!("Đến ngày {} chưa hoàn thành, còn trong thời hạn: {running}.", date_vi(context.as_of));
        found.push(Paragraph::item("han-che.dang-thuc-hien", text));
    }
    if context.now.without_evidence > 0 {
        let missing = capitalized(&activities(context.now.without_evidence));
        let duties = by_duty(context, judged.unproved.iter().map(|owed| (*owed, String::new())));
        let text = if duties.is_empty() {
            format!("{missing} chưa có minh chứng.")
        } else {
            format!(
                "{missing} chưa có minh chứng; nhiệm vụ chưa có minh chứng nào trong kỳ: {}.",
                duties.join("; ")
            )
        };
        found.push(Paragraph::item("han-che.minh-chung", text));
    }
    // The section on topics has named them.
    let (bare, all) = (uncovered(context).count(), context.file.topics.len());
    if bare > 0 && bare < all {
        let (bare, all) = (two_digits(bare as u64), two_digits(all as u64));
        let text = format!("Còn {bare}/{all} nội dung của Kế hoạch chưa được tuyên truyền trong kỳ.");
        found.push(Paragraph::item("han-che.noi-dung", text));
    }
    if let Some(text) = late_figures(context) {
        found.push(Paragraph::item("han-che.so-lieu", text));
    }
    if found.is_empty() {
        let text = "Qua số liệu theo dõi, trong kỳ chưa phát hiện tồn tại, hạn chế.";
        found.push(Paragraph::plain("han-che", text));
    }
    pieces.extend(found.into_iter().map(Piece::Paragraph));
}

/// Topics that nothing carried in the window, by name.
pub(super) fn uncovered<'a>(context: &'a Context<'_>) -> impl Iterator<Item = String> + 'a {
    let topics = context.file.topics.iter().zip(&context.now.by_topic);
    topics.filter(|(_, count)| **count == 0).map(|(topic, _)| topic.name.replace(';', ","))
}

/// What was due before the window and is still owed at its end.
pub(super) fn overdue<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Obligation> {
    context.progress.obligations.iter().filter(|owed| {
        owed.due < context.spec.window.from
            && matches!(owed.task, Task::Duty(_))
            && matches!(owed.standing, Standing::Overdue { .. })
    })
}

/// A duty in a list, with its office and a remark: "tổ chức lớp tập huấn (Phòng Văn hóa - Xã hội, hạn 30/11/2026)".
pub(super) fn name_of(context: &Context<'_>, owed: &Obligation, remark: &str) -> String {
    let duty = owed.task.duty().and_then(|duty| context.file.duties.get(duty));
    let office = context.file.offices.get(&owed.office).map_or(owed.office.as_str(), |office| &office.name);
    let remark = if remark.is_empty() { String::new() } else { format!(", {remark}") };
    format!("{} ({office}{remark})", duty.map_or_else(String::new, |duty| lower_first(bare(&duty.name))))
}

/// The periods of a remark, and what is said of them.
type Remark<'a> = (Vec<&'a str>, String);

/// The same, one entry for a duty: of several periods each is named, and what they share is said once: "tháng 9, tháng
/// 10 chưa có tin, bài".
fn by_duty<'a>(
    context: &Context<'_>,
    remarked: impl Iterator<Item = (&'a Obligation, String)>,
) -> Vec<String> {
    let mut duties: Vec<(&Obligation, Vec<Remark<'_>>)> = Vec::new();
    for (owed, remark) in remarked {
        let label = if owed.rhythm == Rhythm::Single { "" } else { owed.label.as_str() };
        let known = duties.iter().position(|(first, _)| first.task == owed.task);
        let place = known.unwrap_or_else(|| {
            duties.push((owed, Vec::new()));
            duties.len() - 1
        });
        let remarks = &mut duties[place].1;
        match remarks.last_mut().filter(|(_, last)| *last == remark) {
            Some((labels, _)) => labels.push(label),
            None => remarks.push((vec![label], remark)),
        }
    }
    let told = |(owed, remarks): &(&Obligation, Vec<Remark<'_>>)| {
        let told = remarks.iter().map(|(labels, remark)| format!("{} {remark}", labels.join(", ")));
        let told: Vec<String> = told.map(|one| one.trim().to_owned()).collect();
        name_of(context, owed, &told.join("; "))
    };
    duties.iter().map(told).collect()
}

/// What fell short, in a list; duties of which nothing at all was done are counted by office where they are many.
fn shortcomings(context: &Context<'_>, short: &[&Obligation]) -> String {
    let is_silent = |owed: &&&Obligation| owed.rhythm == Rhythm::Continuous && owed.activities.is_empty();
    let remarked = |owed: &&'_ Obligation| shortcoming(context, owed);
    let silent: Vec<&Obligation> = short.iter().filter(is_silent).copied().collect();
    let duties_of = |office: Option<&OfficeId>| {
        let own = silent.iter().filter(|owed| office.is_none_or(|office| owed.office == *office));
        order::set(own.filter_map(|owed| owed.task.duty())).len()
    };
    let count = duties_of(None);
    if count <= NAMED {
        return by_duty(context, short.iter().map(|owed| (*owed, remarked(owed)))).join("; ");
    }
    let others = short.iter().filter(|owed| !is_silent(owed)).map(|owed| (*owed, remarked(owed)));
    let by_office = context.file.offices.iter().filter_map(|office| {
        let count = duties_of(Some(&office.id)) as u64;
        (count > 0).then(|| format!("{} ({})", office.name, two_digits(count)))
    });
    // A year has several periods: a duty is counted once, however many of them were empty.
    let periods = if silent.len() > count { " trong ít nhất một kỳ" } else { "" };
    let counted = format!(
        "{} nhiệm vụ thường xuyên chưa phát sinh hoạt động{periods}, gồm {}",
        two_digits(count as u64),
        join_vi(by_office)
    );
    by_duty(context, others).into_iter().chain([counted]).collect::<Vec<_>>().join("; ")
}

fn shortcoming(context: &Context<'_>, owed: &Obligation) -> String {
    match owed.rhythm {
        Rhythm::Single => format!("hạn {}", date_vi(owed.due)),
        _ if owed.required.is_some() && owed.unit.is_some() => shortfall(context, owed),
        _ => "chưa phát sinh hoạt động".to_owned(),
    }
}

/// Offices whose figures came late or not at all.
fn late_figures(context: &Context<'_>) -> Option<String> {
    let item = context.item.filter(|item| item.standing != Standing::Off)?;
    let due = item.returns_due()?;
    let name = |id| context.file.offices.get(id).map_or("", |office| office.name.as_str());
    let mut told = Vec::new();
    let late: Vec<String> = item
        .returns
        .iter()
        .filter_map(|(office, received)| {
            let days = (received.as_ref()?.signed_duration_since(due)).num_days();
            (days > 0).then(|| format!("{} ({} ngày)", name(office), two_digits(days as u64)))
        })
        .collect();
    if !late.is_empty() {
        told.push(format!("gửi số liệu trễ hạn: {}", join_vi(late)));
    }
    let missing = item.returns.iter().filter(|(_, received)| received.is_none());
    let missing: Vec<&str> = missing.map(|(office, _)| name(office)).collect();
    if context.today > due && !missing.is_empty() {
        told.push(format!("chưa gửi số liệu: {}", join_vi(missing)));
    }
    (!told.is_empty()).then(|| format!("{}.", capitalized(&told.join("; "))))
}

/// Difficulties that concern the report: raised in its window, or raised before and still open on its day.
pub(super) fn difficulties<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Difficulty> {
    let raised = context.file.difficulties.iter().filter(|difficulty| difficulty.date <= context.as_of);
    raised.filter(|one| context.spec.window.contains(one.date) || one.is_open(context.as_of))
}

/// 3. Nguyên nhân: as offices raised them. Nothing is concluded here.
pub(super) fn causes(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let items: Vec<Paragraph> = difficulties(context)
        .map(|one| {
            let office = context.file.offices.get(&one.office).map_or("", |office| &office.name);
            let text = format!("{} ({office} phản ánh ngày {}).", bare(&one.title), date_vi(one.date));
            Paragraph::item(format!("nguyen-nhan.{}", one.id), text)
        })
        .collect();
    if items.is_empty() {
        let text = "Trong kỳ, các cơ quan, đơn vị chưa phản ánh khó khăn, vướng mắc.";
        pieces.push(Piece::Paragraph(Paragraph::plain("nguyen-nhan", text)));
        return;
    }
    let opening = match context.spec.form {
        ReportForm::StandAlone => "Theo phản ánh của các cơ quan, đơn vị:",
        // Here no heading of its own says what follows.
        ReportForm::Embedded => "Nguyên nhân, khó khăn, vướng mắc theo phản ánh của các cơ quan, đơn vị:",
    };
    pieces.push(Piece::Paragraph(Paragraph::plain("nguyen-nhan", opening)));
    pieces.extend(items.into_iter().map(Piece::Paragraph));
}

/// What is still missing before the report can be signed: for who edits it.
pub(super) fn remarks(context: &Context<'_>) -> Vec<String> {
    let mut found = Vec::new();
    if context.today < context.spec.window.to {
        found.push(format!(
            "Chưa đến ngày chốt số liệu {}; số liệu còn thay đổi",
            date_vi(context.spec.window.to)
        ));
    }
    if let Some(item) = context.item {
        let missing = item.returns.len() - item.returned();
        if missing > 0 {
            found.push(format!("{} cơ quan, đơn vị chưa gửi số liệu", two_digits(missing as u64)));
        }
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
    found.extend(astray(context));
    found.extend(unread(context.file));
    if let Some(illustrative) = &context.file.plan.illustrative {
        found.push(format!("Dữ liệu minh họa: {}", lower_first(illustrative)));
    }
    found
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
