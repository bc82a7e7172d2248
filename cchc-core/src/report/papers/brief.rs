//! Tóm tắt cho người viết: one sheet on a topic to write from, or to hand to an assistant. It holds what the plan and
//! the register say, and nothing else.

use crate::document::{Block, Document, HeadingLevel};
use crate::order;
use crate::plan::Topic;
use crate::progress::{Obligation, Rhythm, Standing};
use crate::register::Activity;
use crate::report::papers::head::{Citations, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError, listed, unknown};
use crate::report::words::{bare, lower_first};
use crate::text::{capitalized, date_vi, percent_vi, two_digits};

/// At most so many of the latest titles are named, so that nobody writes them again.
const TOLD: usize = 6;

pub(super) fn brief(desk: &Desk<'_>) -> Result<Paper, PaperError> {
    let file = desk.file;
    let known = || file.topics.iter().map(|topic| topic.id.to_string());
    let id = desk.ask.topic.as_ref().ok_or_else(|| PaperError::NeedsTopic { known: listed(known()) })?;
    let topic = file.topics.get(id).ok_or_else(|| unknown("nội dung", id.as_str(), known()))?;
    let done: Vec<&Activity> =
        file.activities.iter().filter(|one| one.topics.contains(id) && one.date <= desk.today).collect();
    let mut body = vec![paragraph(format!(
        "TÓM TẮT CHO NGƯỜI VIẾT TIN, BÀI. Nội dung: {}. Địa bàn: {}, {}. Số liệu đến ngày {}.",
        bare(&topic.name),
        file.plan.commune,
        file.plan.province,
        date_vi(desk.today)
    ))];
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            body.push(Block::heading(HeadingLevel::Section, title));
            body.extend(lines.into_iter().map(dash));
        }
    };
    section("Căn cứ", bases(desk, topic));
    section("Thông điệp chính", messages(desk, topic));
    section("Chỉ tiêu, số liệu", figures(desk, topic, &done));
    section("Việc phải làm, thời hạn", duties(desk, topic));
    section("Kênh, đối tượng", channels(desk, topic, &done));
    section("Hoạt động đã thực hiện", titles(&done));
    section("Yêu cầu khi viết", demands(desk));
    let name = format!("Tóm tắt cho người viết: {}", bare(&topic.name));
    Ok(Paper {
        document: Document::embedded(name, body),
        file_name: format!("tom-tat-{}", topic.id),
        remarks: Vec::new(),
    })
}

fn bases(desk: &Desk<'_>, topic: &Topic) -> Vec<String> {
    let mut citations = Citations::of(desk.file);
    let plan = citations.plan();
    let mut lines: Vec<String> = topic.bases.iter().filter_map(|id| citations.document(id)).collect();
    lines.push(plan);
    lines.into_iter().map(|line| format!("{}.", bare(&line))).collect()
}

/// The plan's own words on the topic, a thought each.
fn messages(desk: &Desk<'_>, topic: &Topic) -> Vec<String> {
    let passage = desk.file.passages.get(&topic.source.passage).map_or("", |passage| passage.text.as_str());
    let words = if topic.source.quote.trim().is_empty() { passage } else { &topic.source.quote };
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[^") {
        plain.push_str(before);
        // A mark that nobody closed is no mark.
        rest = after.split_once(']').map_or(after, |(_, after)| after);
    }
    plain.push_str(rest);
    let thoughts = plain.split([';', '\n']).flat_map(|part| part.split(". "));
    thoughts
        .map(bare)
        .filter(|thought| !thought.is_empty())
        .map(|thought| format!("{}.", capitalized(thought)))
        .collect()
}

fn figures(desk: &Desk<'_>, topic: &Topic, done: &[&Activity]) -> Vec<String> {
    let file = desk.file;
    let targets = file.targets.iter().filter(|target| target.topic.as_ref() == Some(&topic.id));
    let mut lines: Vec<String> = targets
        .map(|target| {
            let mark = target.percent.basis.mark().map(|mark| format!(" ({mark})")).unwrap_or_default();
            format!(
                "{}: {} đến ngày {}{mark}.",
                bare(&target.name),
                percent_vi(target.percent.value),
                date_vi(target.due.value)
            )
        })
        .collect();
    let counted = file.units.iter().filter_map(|unit| {
        let sum = done.iter().map(|one| one.count(&unit.id)).fold(0, u64::saturating_add);
        (sum > 0).then(|| format!("{} {}", two_digits(sum), unit.in_full()))
    });
    let counted: Vec<String> = counted.collect();
    lines.push(if done.is_empty() {
        "Từ đầu năm chưa có hoạt động nào mang nội dung này.".to_owned()
    } else {
        format!(
            "Từ đầu năm đã có {} hoạt động mang nội dung này: {}.",
            two_digits(done.len() as u64),
            counted.join(", ")
        )
    });
    lines
}

fn duties(desk: &Desk<'_>, topic: &Topic) -> Vec<String> {
    let (file, progress) = (desk.file, desk.tracking.progress());
    let own = file.duties.iter().filter(|duty| duty.topics.contains(&topic.id));
    own.map(|duty| {
        let counted = || progress.of_duty(&duty.id).filter(|owed| owed.standing != Standing::Off);
        let owed = counted().find(|owed| !owed.standing.is_met() && owed.due >= desk.today);
        // What is to be done once may be done; what goes on is met only so far.
        let is_done = |owed: &Obligation| owed.rhythm == Rhythm::Single && owed.standing.is_met();
        let is_all_done = || counted().next().is_some() && counted().all(is_done);
        let due = match owed {
            Some(owed) => format!("; hạn gần nhất {}", date_vi(owed.due)),
            None if is_all_done() => match counted().filter_map(|owed| owed.completed_on).max() {
                Some(day) => format!("; đã hoàn thành ngày {}", date_vi(day)),
                None => "; đã hoàn thành".to_owned(),
            },
            None => String::new(),
        };
        format!("{}: {}{due}.", desk.office_name(&duty.office), lower_first(bare(&duty.name)))
    })
    .collect()
}

fn channels(desk: &Desk<'_>, topic: &Topic, done: &[&Activity]) -> Vec<String> {
    let file = desk.file;
    let named =
        |id| file.duties.iter().any(|duty| duty.topics.contains(&topic.id) && duty.channels.contains(id));
    let used = |id| done.iter().filter(|one| one.channel.as_ref() == Some(id)).count();
    let listed = file.channels.iter().filter(|channel| named(&channel.id) || used(&channel.id) > 0);
    listed
        .map(|channel| {
            let audience =
                channel.audience.as_ref().map(|audience| format!(", cho {}", bare(&audience.value)));
            let times = match used(&channel.id) {
                0 => "chưa dùng cho nội dung này".to_owned(),
                times => format!("đã dùng {} lần", two_digits(times as u64)),
            };
            format!("{}{}: {times}.", bare(&channel.name), audience.unwrap_or_default())
        })
        .collect()
}

/// Whatever was done on the topic, articles or not: the latest, and how many came before.
fn titles(done: &[&Activity]) -> Vec<String> {
    let mut latest: Vec<_> = done.iter().collect();
    order::sort_by_key(&mut latest, |one| (one.date, &one.id));
    let named = latest.iter().rev().take(TOLD);
    let mut lines: Vec<String> =
        named.map(|one| format!("{} ({}).", bare(&one.title), date_vi(one.date))).collect();
    if done.len() > TOLD {
        lines.push(format!("Và {} hoạt động trước đó.", two_digits((done.len() - TOLD) as u64)));
    }
    lines
}

fn demands(desk: &Desk<'_>) -> Vec<String> {
    vec![
        "Chỉ dùng căn cứ, số liệu trong bản này; chỗ chưa chắc ghi [cần xác nhận], không tự thêm số liệu, tên người, số văn \
         bản."
            .to_owned(),
        "Viết cho người dân dễ hiểu: câu ngắn, nêu việc người dân cần làm, làm ở đâu, mất bao lâu; giải thích chữ viết tắt ở \
         lần đầu."
            .to_owned(),
        "Tin: 150 đến 250 chữ; bài: 400 đến 700 chữ; lời phát thanh: 2 đến 3 phút, khoảng 300 chữ; bài mạng xã hội: dưới 120 \
         chữ."
            .to_owned(),
        format!(
            "Trước khi đăng, phát: người phụ trách của {} đọc lại, đối chiếu căn cứ; sau khi đăng, ghi liên kết và ngày đăng vào \
             sổ theo dõi.",
            desk.file.plan.issuer
        ),
    ]
}
