//! The built-in plans say what the plan says: every quotation is there, every reference resolves, nothing of
//! section III is left without a duty.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde_json::Value;

use super::*;
use crate::calendar::{WindowRule, weekday_vi};
use crate::plan::{
    Basis, Cadence, GoalKind, Listing, OfficeRole, PassageRole, QuotaGoal, QuotaScope, Source,
};
use crate::record::Kind;

fn plan() -> PlanFile {
    get("hoa-tham-2026").unwrap()
}

/// The file as plain JSON, to walk over all of it.
fn value(name: &str) -> Value {
    serde_json::from_str(json(name).unwrap()).unwrap()
}

/// Calls `each` with every object in the value, and where it is.
fn objects<'a>(
    value: &'a Value,
    place: &str,
    each: &mut dyn FnMut(&str, &'a serde_json::Map<String, Value>),
) {
    match value {
        Value::Object(map) => {
            each(place, map);
            for (key, value) in map {
                objects(value, &format!("{place}.{key}"), each);
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                let id =
                    value.get("id").and_then(Value::as_str).map_or_else(|| at.to_string(), str::to_owned);
                objects(value, &format!("{place}.{id}"), each);
            }
        }
        _ => {}
    }
}

#[test]
fn every_built_in_plan_reads_cleanly_and_writes_the_same() {
    for (name, title) in names() {
        assert!(!title.is_empty());
        let reading = read(json(name).unwrap()).unwrap();
        assert!(reading.diagnostics.is_empty(), "{name}: {:#?}", reading.diagnostics);
        assert_eq!(reading.file.id, *name);
        assert_eq!(reading.file, get(name).unwrap());
        assert!(reading.file.unknown_parts.is_empty() && reading.file.set_aside.is_empty());
        objects(&value(name), name, &mut |place, map| {
            assert!(!map.contains_key("extra"), "{place}");
        });
    }
    let raw = read(include_str!("../../data/hoa-tham-2026.json")).unwrap();
    assert!(raw.diagnostics.is_empty(), "{:#?}", raw.diagnostics);
}

#[test]
fn no_field_is_unknown() {
    let file = plan();
    macro_rules! known {
        ($($field:ident)*) => {$(
            for record in &file.$field {
                assert!(record.extra.is_empty(), "{:?}: {:?}", record.id, record.extra);
            }
        )*};
    }
    known!(passages documents goals topics targets channel_groups channels units offices duties report_rules);
    assert!(file.plan.extra.is_empty());
}

#[test]
fn every_quotation_is_the_plans_own() {
    let file = plan();
    let whole: Vec<&str> = file.passages.iter().map(|passage| passage.text.as_str()).collect();
    let whole = whole.join("\n");
    let mut quotations = 0;
    objects(&value("hoa-tham-2026"), "", &mut |place, map| {
        if let Some(passage) = map.get("passage") {
            let source: Source = serde_json::from_value(Value::Object(map.clone())).unwrap();
            let text =
                &file.passages.get(&source.passage).unwrap_or_else(|| panic!("{place}: {passage}")).text;
            assert!(text.contains(&source.quote), "{place}: “{}”", source.quote);
            quotations += 1;
        }
        if let Some(basis) = map.get("basis").filter(|_| map.contains_key("value")) {
            let part = |name: &str| map.get(name).and_then(Value::as_str).unwrap_or_default();
            assert!(whole.contains(part("wording")), "{place}: “{}”", part("wording"));
            match serde_json::from_value(basis.clone()).unwrap() {
                Basis::Written => assert!(!part("wording").is_empty(), "{place}: written where?"),
                _ => assert!(!part("reason").is_empty(), "{place}: concluded why?"),
            }
            quotations += 1;
        }
        if let Some(subject) = map.get("abstract").and_then(Value::as_str) {
            assert!(whole.contains(subject), "{place}: “{subject}”");
        }
    });
    assert!(quotations > 250, "{quotations}");
}

#[test]
fn every_reference_resolves() {
    for (name, _) in names() {
        let file = get(name).unwrap();
        let value = value(name);
        let ids = |kind: Kind| -> HashSet<&str> {
            let records = value["records"][kind.key()].as_array().unwrap();
            records.iter().map(|record| record["id"].as_str().unwrap()).collect()
        };
        let fields = [
            ("passage", Kind::Passages),
            ("amends", Kind::Documents),
            ("carries_out", Kind::Documents),
            ("bases", Kind::Documents),
            ("topic", Kind::Topics),
            ("topics", Kind::Topics),
            ("group", Kind::ChannelGroups),
            ("channel", Kind::Channels),
            ("channels", Kind::Channels),
            ("unit", Kind::Units),
            ("office", Kind::Offices),
            ("from_office", Kind::Offices),
            ("duty", Kind::Duties),
            ("rule", Kind::ReportRules),
        ];
        let fields = fields.map(|(field, kind)| (field, ids(kind)));
        let mut seen = 0;
        objects(&value, name, &mut |place, map| {
            for (field, known) in &fields {
                // A set names its offices in words.
                if place.contains(".indicator_sets.") {
                    continue;
                }
                let referred = match map.get(*field) {
                    Some(Value::String(id)) => vec![id.as_str()],
                    Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
                        list.iter().filter_map(Value::as_str).collect()
                    }
                    Some(Value::Object(stated)) if stated.contains_key("basis") => {
                        vec![stated["value"].as_str().unwrap()]
                    }
                    _ => continue,
                };
                for id in referred {
                    assert!(known.contains(id), "{place}: {field} “{id}”");
                    seen += 1;
                }
            }
        });
        assert!(seen > 300, "{seen}");
        for indices in file.topics.iter().filter_map(|topic| topic.indices.as_ref()) {
            assert!(indices.value.iter().all(|code| crate::indicator::builtin_index(code).is_some()));
        }
        for indices in file.duties.iter().filter_map(|duty| duty.indices.as_ref()) {
            assert!(indices.value.iter().all(|code| crate::indicator::builtin_index(code).is_some()));
        }
    }
}

#[test]
fn who_takes_part_in_a_duty_is_named_so() {
    let file = plan();
    let mut named = 0;
    for duty in &file.duties {
        let words = &file.passages.get(&duty.source.passage).unwrap().text;
        for partner in &duty.partners {
            // Who is urged, guided or advised takes no part: "phối hợp với" leads to the name, within the sentence.
            let mut sentences = words.split(". ").filter_map(|sentence| sentence.split_once(&partner.name));
            assert!(
                sentences.any(|(before, _)| before.contains("hối hợp với")),
                "{}: {}",
                duty.id,
                partner.name
            );
            named += 1;
        }
    }
    assert_eq!(named, 9);
}

#[test]
fn forms_are_what_the_section_on_forms_names_and_does_not_leave_open() {
    let file = plan();
    for channel in &file.channels {
        let passage = file.passages.get(&channel.source.passage).unwrap();
        let (before, _) = passage.text.split_once(&channel.source.quote).unwrap();
        let clause = before.rsplit(';').next().unwrap().to_lowercase();
        let open =
            clause.contains("khuyến khích") || channel.source.quote.to_lowercase().contains("khuyến khích");
        let listing = match (passage.section.as_str(), open) {
            ("II.2", false) => Listing::Form,
            ("II.2", true) => Listing::Encouraged,
            _ => Listing::Elsewhere,
        };
        assert_eq!(channel.listing, listing, "{}", channel.id);
    }
    assert_eq!(file.channels.iter().filter(|channel| channel.is_form()).count(), 27);
    let groups = file.channel_groups.iter().filter(|group| group.has_forms(&file.channels));
    assert_eq!(groups.count(), 5, "new ways are only encouraged");
}

#[test]
fn the_plan_is_whole() {
    let file = plan();
    let count = |kind| file.goals.iter().filter(|goal| goal.kind == kind).count();
    assert_eq!((count(GoalKind::Goal), count(GoalKind::Requirement)), (4, 3));
    assert_eq!(file.topics.len(), 11);
    assert_eq!(file.offices.len(), 6);
    assert_eq!(file.channel_groups.len(), 6);
    let numbers: HashSet<_> = file.documents.iter().filter_map(|document| document.number.as_ref()).collect();
    assert_eq!((file.documents.len(), numbers.len()), (22, 21));
    let dated = file.documents.iter().filter(|document| document.date.is_some()).count();
    assert_eq!(dated, 21);
    assert_eq!(file.targets.iter().map(|target| target.percent.value).collect::<Vec<_>>(), [100.0; 4]);
    let asked: Vec<_> = file.offices.iter().filter(|office| office.role == OfficeRole::Asked).collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(file.offices.iter().filter(|office| office.role == OfficeRole::Focal).count(), 1);
    for office in &file.offices {
        assert!(file.duties.iter().any(|duty| duty.office == office.id), "{} has no duty", office.name);
    }
    let amended = file.documents.get_str("367-2025-nd-cp").unwrap();
    assert_eq!(amended.amends[0], "118-2025-nd-cp");
    assert_eq!(file.plan.recipients.len(), 8);
    assert_eq!(file.plan.signature.as_ref().unwrap().name, "Lý Văn Thắng");
    assert_eq!(file.plan.number, None);
}

#[test]
fn footnotes_are_marked_once_and_stand_below() {
    let file = plan();
    for number in 1..=4 {
        let mark = format!("[^{number}]");
        let marked: Vec<_> = file.passages.iter().filter(|passage| passage.text.contains(&mark)).collect();
        let note =
            file.passages.iter().find(|passage| passage.role == PassageRole::Footnote(number)).unwrap();
        assert_eq!(marked.len(), 1, "{mark}");
        assert!(marked[0].order < note.order);
    }
}

#[test]
fn every_topic_names_the_documents_that_its_words_name() {
    let file = plan();
    for topic in &file.topics {
        let passage = file.passages.get(&topic.source.passage).unwrap();
        let mut words = passage.text.clone();
        for note in &file.passages {
            if let PassageRole::Footnote(number) = note.role
                && passage.text.contains(&format!("[^{number}]"))
            {
                words.push_str(&note.text);
            }
        }
        for document in &file.documents {
            let Some(number) = &document.number else { continue };
            assert_eq!(
                words.contains(&format!("số {number}")),
                topic.bases.contains(&document.id),
                "{}: {number}",
                topic.short_name
            );
        }
    }
}

#[test]
fn section_three_is_covered_by_duties() {
    let file = plan();
    for passage in
        file.passages.iter().filter(|p| p.section.starts_with("III.") && p.role == PassageRole::Body)
    {
        let mut left = passage.text.clone();
        for duty in file.duties.iter().filter(|duty| duty.source.passage == passage.id) {
            assert!(left.contains(&duty.source.quote), "{}: words of two duties", duty.id);
            left = left.replacen(&duty.source.quote, "", 1);
            assert!(passage.section.ends_with(&file.offices.get(&duty.office).unwrap().order.to_string()));
        }
        let words = left.trim_matches([' ', ';', '.']);
        assert!(words.is_empty(), "{}: “{words}” is no duty", passage.id);
    }
    let way = file.plan.escalation_source.as_ref().unwrap();
    assert_eq!(file.passages.get(&way.passage).unwrap().text, format!("{}./.", way.quote));
}

#[test]
fn the_duties_read_like_a_table() {
    let file = plan();
    let mut table = String::new();
    for office in &file.offices {
        writeln!(table, "\n{}", office.name).unwrap();
        for duty in file.duties.iter().filter(|duty| duty.office == office.id) {
            let mark = |basis: Basis| basis.mark().map(|mark| format!(" ({mark})")).unwrap_or_default();
            let cadence = match &duty.cadence.value {
                Cadence::Continuous { period, .. } => format!("thường xuyên, mỗi {}", period.vietnamese()),
                Cadence::Recurring { period, window, .. } => {
                    let calendar = if *window == WindowRule::Calendar { ", dương lịch" } else { "" };
                    format!("mỗi {}{calendar}", period.vietnamese())
                }
                Cadence::Once { due } => format!("một lần, {due} {}", weekday_vi(*due)),
                Cadence::Reports => "theo quy định báo cáo".to_owned(),
                other => format!("{other:?}"),
            };
            let quota = duty.quota.as_ref().map(|quota| {
                let goal = match quota.value.goal {
                    QuotaGoal::AtLeast(n) => format!("ít nhất {n:02}"),
                    QuotaGoal::AtLeastPrevious => "không ít hơn kỳ trước,".to_owned(),
                };
                let scope = match &quota.value.scope {
                    QuotaScope::Duty => String::new(),
                    QuotaScope::Channel(channel) => format!(" tại {channel}"),
                };
                let unit = &file.units.get(&quota.value.unit).unwrap().name;
                format!(" · {goal} {unit}{scope}{}", mark(quota.basis))
            });
            let partners: Vec<_> = duty.partners.iter().map(|partner| partner.name.as_str()).collect();
            writeln!(
                table,
                "{:>2} {:?} · {}\n     {cadence}{}{} · {}",
                duty.order,
                duty.role,
                duty.name,
                mark(duty.cadence.basis),
                quota.unwrap_or_default(),
                if partners.is_empty() { "–".to_owned() } else { partners.join(", ") },
            )
            .unwrap();
        }
    }
    insta::assert_snapshot!(table);
}
