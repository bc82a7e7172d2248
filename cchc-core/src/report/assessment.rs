//! III. Đánh giá: what the figures say, and causes as far as offices have logged them.

use crate::id::OfficeId;
use crate::order;
use crate::plan::{ChannelGroup, ReportForm};
use crate::progress::{Obligation, Rhythm, Standing, Task};
use crate::register::Difficulty;
use crate::report::compose::Context;
use crate::report::quotas::{is_untold, shortfall, tally};
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
    let used = |group: &&ChannelGroup| {
        let mut channels = file.channels.iter().zip(&now.by_channel);
        channels.any(|(channel, count)| channel.group == group.id && channel.is_form() && *count > 0)
    };
    let forms = || file.channel_groups.iter().filter(|group| group.has_forms(&file.channels));
    let groups = forms().filter(used).count() as u64;
    if carried > 0 && groups > 0 {
        let (topics, forms) = (file.topics.len() as u64, forms().count() as u64);
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
    if !judged.unknown.is_empty() {
        let unknown = shortcomings(context, &judged.unknown);
        let text = format!("Chưa đủ số liệu để đánh giá, do cơ quan, đơn vị chưa gửi báo cáo: {unknown}.");
        found.push(Paragraph::item("han-che.chua-du-so-lieu", text));
    }
    let late = by_duty(
        context,
        judged.met.iter().filter_map(|owed| match owed.standing {
            Standing::MetLate { days } => Some((*owed, late_by(owed, days))),
            _ => None,
        }),
    );
    if !late.is_empty() {
        found.push(Paragraph::item("han-che.tre-han", format!("Hoàn thành trễ hạn: {}.", late.join("; "))));
    }
    let carried_over: Vec<String> =
        overdue(context).map(|owed| name_of(context, owed, &owed.due_in_words())).collect();
    if !carried_over.is_empty() {
        let is_known = overdue(context).all(|owed| !is_untold(context, owed));
        let is_not = if is_known { "chưa hoàn thành" } else { "chưa ghi nhận hoàn thành" };
        let text = format!("Nhiệm vụ quá hạn từ kỳ trước {is_not}: {}.", carried_over.join("; "));
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
        let nothing = context.returned.nothing();
        let text = format!("Còn {bare}/{all} nội dung của Kế hoạch {nothing} trong kỳ.");
        found.push(Paragraph::item("han-che.noi-dung", text));
    }
    if let Some(text) = late_figures(context) {
        found.push(Paragraph::item("han-che.so-lieu", text));
    }
    if found.is_empty() {
        let text = if context.returned.missing.is_empty() {
            "Qua số liệu theo dõi, trong kỳ chưa phát hiện tồn tại, hạn chế."
        } else {
            "Số liệu trong kỳ chưa đủ để đánh giá tồn tại, hạn chế."
        };
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

/// "trễ 12 ngày", "trễ 12 ngày so với hạn dự kiến".
pub(super) fn late_by(owed: &Obligation, days: u32) -> String {
    let against = if owed.is_expected() { " so với hạn dự kiến" } else { "" };
    format!("trễ {} ngày{against}", two_digits(u64::from(days)))
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
    let offices =
        context.file.offices.iter().map(|office| (&office.name, duties_of(Some(&office.id)) as u64));
    let by_office: Vec<_> = offices.filter(|(_, count)| *count > 0).collect();
    let (of, among) = match &by_office[..] {
        [(only, _)] => (format!(" của {only}"), String::new()),
        several => {
            let counted = several.iter().map(|(name, count)| format!("{name} ({})", two_digits(*count)));
            (String::new(), format!(", gồm {}", join_vi(counted)))
        }
    };
    // A year has several periods: a duty is counted once, however many of them were empty.
    let periods = if silent.len() > count { " trong ít nhất một kỳ" } else { "" };
    let untold = silent.iter().filter(|owed| is_untold(context, owed)).count();
    let nothing = match untold {
        0 => "chưa phát sinh hoạt động",
        _ if untold == silent.len() => "chưa có số liệu",
        _ => "chưa ghi nhận hoạt động",
    };
    let counted = format!("{} nhiệm vụ thường xuyên{of} {nothing}{periods}{among}", two_digits(count as u64));
    by_duty(context, others).into_iter().chain([counted]).collect::<Vec<_>>().join("; ")
}

fn shortcoming(context: &Context<'_>, owed: &Obligation) -> String {
    match owed.rhythm {
        Rhythm::Single => owed.due_in_words(),
        _ if owed.required.is_some() && owed.unit.is_some() => shortfall(context, owed),
        _ if is_untold(context, owed) => "chưa có số liệu".to_owned(),
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
