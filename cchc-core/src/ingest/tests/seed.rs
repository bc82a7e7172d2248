//! The seed's text, read, against the plan that was made of it by hand: field by field.
//!
//! The text is put together from the words that the built-in plan carries: nothing else of it is used here. What
//! differs is in the snapshot; why, in `seed-differences.md` beside it.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use super::today;
use crate::examples;
use crate::exchange::PlanFile;
use crate::ingest::catalogue::catalogue;
use crate::ingest::words::Words;
use crate::ingest::{self, Ingested};
use crate::plan::{Basis, Cadence, Duty, Passage, PassageRole, Quota};
use crate::text::{date_vi, fold};

const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The plan's text as it was typed: footnotes where their page ends, two paragraphs broken by a page.
pub(super) fn seed_text() -> String {
    let file = hand_made();
    let mut text = String::new();
    for passage in &file.passages {
        let words = raised(&passage.text);
        match passage.role {
            PassageRole::Footnote(number) => {
                let _ = write!(text, "{} {words}\n\n", RAISED[number as usize]);
            }
            _ if passage.id == "I.2.2" => {
                let (before, after) = words.split_once(" ghép việc").expect("the break of a page");
                let _ = write!(text, "{before}\n\n2\n\nghép việc{after}\n\n");
            }
            _ => {
                let _ = write!(text, "{words}\n\n");
            }
        }
    }
    let plan = &file.plan;
    text.push_str("Nơi nhận:\n\n");
    for recipient in &plan.recipients {
        let note = if recipient.note.is_empty() { String::new() } else { format!(" ({})", recipient.note) };
        let _ = writeln!(text, "- {};{note}", recipient.name);
    }
    let signature = plan.signature.as_ref().expect("it is signed");
    let _ = write!(text, "\n{}\n\n{}\n", signature.lines.join("\n"), signature.name);
    text
}

fn raised(text: &str) -> String {
    (1..=9).fold(text.to_owned(), |text, number| {
        text.replace(&format!("[^{number}]"), &RAISED[number].to_string())
    })
}

fn hand_made() -> PlanFile {
    examples::get("hoa-tham-2026").unwrap()
}

fn seed() -> Ingested {
    ingest::text(&seed_text(), "hoa-tham-2026".parse().unwrap(), today())
}

/// The fields of a file that a plan's words decide, by kind: record, field, value.
fn facts(file: &PlanFile) -> BTreeMap<&'static str, Vec<String>> {
    let mut facts: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    let mut add = |kind: &'static str, fact: String| facts.entry(kind).or_default().push(fact);
    let plan = &file.plan;
    let number = |id: &crate::id::DocumentId| {
        let document = file.documents.get(id).unwrap();
        document.number.clone().unwrap_or_else(|| document.doc_type.clone())
    };
    for (field, value) in [
        ("tên", plan.title.clone()),
        ("năm", plan.year.to_string()),
        ("xã", plan.commune.clone()),
        ("tỉnh", plan.province.clone()),
        ("cơ quan ban hành", plan.issuer.clone()),
        ("thực hiện", plan.carries_out.iter().map(number).collect::<Vec<_>>().join(", ")),
        ("theo dõi từ", date_vi(plan.tracked_from.value)),
        ("phản ánh", plan.escalation.value.join(" → ")),
        (
            "chữ ký",
            plan.signature
                .as_ref()
                .map_or_else(String::new, |s| format!("{} {}", s.lines.join(" / "), s.name)),
        ),
    ] {
        add("1 phần đầu, phần cuối", format!("{field}: {value}"));
    }
    for recipient in &plan.recipients {
        add("2 nơi nhận", format!("{} ({})", recipient.name, recipient.note));
    }
    for passage in &file.passages {
        let Passage { id, section, role, text, .. } = passage;
        add("3 đoạn văn", format!("{id} {section} {role:?} {text}"));
    }
    for document in &file.documents {
        let name = number(&document.id);
        let mut field = |field: &str, value: String| add("4 văn bản", format!("{name} {field}: {value}"));
        field("loại", document.doc_type.clone());
        field("ngày", document.date.map_or_else(String::new, date_vi));
        field("cơ quan", document.issuer.clone());
        field("trích yếu", document.subject.clone());
        for id in &document.amends {
            field("sửa đổi", number(id));
        }
        for id in &document.carries_out {
            field("thực hiện", number(id));
        }
        field("trích", document.source.quote.clone());
    }
    for goal in &file.goals {
        add("5 mục tiêu, yêu cầu", format!("{} {:?}", goal.source.passage, goal.kind));
    }
    for topic in &file.topics {
        let at = topic.source.passage.as_str();
        add("6 nội dung", format!("{at} lĩnh vực: {}", topic.short_name));
        for id in &topic.bases {
            add("6 nội dung", format!("{at} căn cứ: {}", number(id)));
        }
        for code in topic.indices.iter().flat_map(|indices| &indices.value) {
            add("6 nội dung", format!("{at} chỉ số: {code}"));
        }
    }
    for target in &file.targets {
        let Some(topic) = target.topic.as_ref().and_then(|id| file.topics.get(id)) else { continue };
        add(
            "7 chỉ tiêu",
            format!("{}% {} ({})", target.percent.value, target.source.quote, topic.short_name),
        );
        add("7 chỉ tiêu", format!("{} hạn {}", target.source.quote, date_vi(target.due.value)));
    }
    for channel in &file.channels {
        add("8 hình thức", format!("{} tại {}: {}", channel.id, channel.source.passage, channel.unit.value));
    }
    for channel in &file.channels {
        if let Some(aside) = channel.listing.aside() {
            add("8 hình thức", format!("{}: {aside}", channel.id));
        }
        if let Some(audience) = channel.audience.as_ref().filter(|audience| audience.basis == Basis::Written)
        {
            add("8 hình thức", format!("{} cho {}", channel.id, audience.value));
        }
        if let Some(language) = &channel.language {
            add("8 hình thức", format!("{} bằng {}", channel.id, language.value));
        }
    }
    for office in &file.offices {
        add(
            "9 cơ quan",
            format!("{} {} {:?} {}", office.name, office.short_name, office.role, office.source.passage),
        );
    }
    for duty in &file.duties {
        add("a nhiệm vụ: tách", format!("{}: {}", duty.source.passage, duty.source.quote));
        let key = start(duty);
        add(
            "b nhiệm vụ: cơ quan, vai trò",
            format!("{key}: {} {:?}", file.offices.get(&duty.office).unwrap().name, duty.role),
        );
        for partner in &duty.partners {
            let office =
                partner.office.as_ref().and_then(|id| file.offices.get(id)).map_or("", |office| &office.name);
            add("c nhiệm vụ: phối hợp", format!("{key}: {} [{office}]", partner.name));
        }
        let due = match &duty.cadence.value {
            // A day that the plan does not say is somebody's choice.
            Cadence::Once { .. } if duty.cadence.basis != Basis::Written => "trong năm".to_owned(),
            cadence => cadence.detail(),
        };
        let basis = duty.cadence.basis.mark().unwrap_or("có lời");
        add("d nhiệm vụ: nhịp", format!("{key}: {} {due} ({basis})", duty.cadence.value.vietnamese()));
        if let Some(quota) = &duty.quota {
            let basis = quota.basis.mark().unwrap_or("có lời");
            let Quota { goal, unit, scope } = &quota.value;
            add("e nhiệm vụ: số lượng", format!("{key}: {goal:?} {unit} {scope:?} ({basis})"));
        }
        for id in &duty.channels {
            add("x nhiệm vụ: hình thức", format!("{key}: {id}"));
        }
        for topic in duty.topics.iter().filter_map(|id| file.topics.get(id)) {
            add("y nhiệm vụ: nội dung", format!("{key}: {}", topic.short_name));
        }
        if let Some(output) = &duty.output {
            add("z nhiệm vụ: sản phẩm", format!("{key}: {}", output.value));
        }
        if duty.fulfilled_by.is_some() {
            add("d nhiệm vụ: nhịp", format!("{key}: hoàn thành bằng Kế hoạch"));
        }
    }
    for rule in &file.report_rules {
        let form = rule.form.value;
        add(
            "f báo cáo",
            format!("{} {:?} {:?} {:?} {form:?}", rule.name, rule.regime, rule.period, rule.parts.value),
        );
        add("f báo cáo", format!("{} phục vụ: {}", rule.name, rule.also_serves.len()));
        for level in &rule.levels {
            let rule_of = level.deadline.as_ref().map_or_else(String::new, |due| due.value.vietnamese());
            add("f báo cáo", format!("{}: {} → {} {rule_of}", rule.name, level.from, level.to));
        }
    }
    facts
}

#[test]
fn the_forms_of_a_duty_that_the_plan_states_stand_in_its_words() {
    let file = hand_made();
    let stated: Vec<&Duty> =
        file.duties.iter().filter(|duty| duty.channels_basis == Basis::Written).collect();
    assert_eq!(stated.len(), 4);
    for duty in stated {
        let words = Words::of(&duty.source.quote);
        let named: Vec<&str> = catalogue().channels_in(&words).iter().map(|(known, _)| &*known.id).collect();
        assert!(duty.channels.iter().all(|id| named.contains(&id.as_str())), "{}: {named:?}", duty.id);
    }
    // As they are read: named by the words or not there.
    let read = seed().file;
    let channels = read.duties.iter().filter(|duty| !duty.channels.is_empty());
    assert!(
        channels.clone().count() > 0 && channels.clone().all(|duty| duty.channels_basis == Basis::Written)
    );
    assert!(read.duties.iter().all(|duty| duty.topics_basis == Basis::Inferred));
}

/// What a duty is known by in both: how its words begin.
fn start(duty: &Duty) -> String {
    fold(&duty.source.quote).chars().take(40).collect()
}

#[test]
fn the_seed_gives_what_was_made_by_hand() {
    let (read, made) = (facts(&seed().file), facts(&hand_made()));
    let mut report = String::from("loại | đúng | đọc ra | có thật | độ chính xác | độ đầy đủ\n");
    let mut differences = String::new();
    let (mut all_right, mut all_read, mut all_made) = (0, 0, 0);
    for (kind, wanted) in &made {
        let empty = Vec::new();
        let got = read.get(kind).unwrap_or(&empty);
        let mut left: HashMap<&String, i32> = HashMap::new();
        for fact in wanted {
            *left.entry(fact).or_default() += 1;
        }
        let mut extra = Vec::new();
        for fact in got {
            match left.get_mut(fact) {
                Some(count) if *count > 0 => *count -= 1,
                _ => extra.push(fact),
            }
        }
        let missing: Vec<&String> =
            wanted.iter().filter(|fact| left.remove(fact).is_some_and(|count| count > 0)).collect();
        let right = got.len() - extra.len();
        let share = |of: usize| crate::text::percent_vi(100.0 * right as f64 / of.max(1) as f64);
        let _ = writeln!(
            report,
            "{} | {right} | {} | {} | {} | {}",
            &kind[2..],
            got.len(),
            wanted.len(),
            share(got.len()),
            share(wanted.len())
        );
        // What a person chose, from custom and experience, is shown and not counted.
        if kind.starts_with(['x', 'y', 'z']) {
            continue;
        }
        all_right += right;
        all_read += got.len();
        all_made += wanted.len();
        if !(extra.is_empty() && missing.is_empty()) {
            let _ = writeln!(differences, "\n{}", &kind[2..]);
            for fact in missing {
                let _ = writeln!(differences, "  thiếu  {fact}");
            }
            for fact in extra {
                let _ = writeln!(differences, "  thừa   {fact}");
            }
        }
    }
    let share = |of: usize| crate::text::percent_vi(100.0 * all_right as f64 / of as f64);
    let _ = writeln!(
        report,
        "tất cả | {all_right} | {all_read} | {all_made} | {} | {}",
        share(all_read),
        share(all_made)
    );
    println!("{report}");
    insta::assert_snapshot!(format!("{report}{differences}"));
    assert!(all_right * 100 >= all_made * 95, "{report}");
}
