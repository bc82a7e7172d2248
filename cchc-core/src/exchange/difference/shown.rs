//! Values of fields as a person reads them.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::calendar::Date;
use crate::exchange::{PlanFile, RecordKey};
use crate::indicator::{MeasureState, Raw, View};
use crate::plan::{Basis, Listing};
use crate::record::Kind;
use crate::register::{FilingState, Honoree, MeritKind, WorkForm};
use crate::text::{self, shortened};

/// Longest text shown of a value, in letters.
const LONGEST: usize = 120;
/// So many letters of what long values have in common are shown before the first difference.
const BEFORE: usize = 30;

/// The words for values that are chosen from a list.
const CHOICES: [((&str, &str), &str); 41] = [
    (("state", "draft"), FilingState::Draft.vietnamese()),
    (("state", "submitted"), FilingState::Submitted.vietnamese()),
    (("state", "accepted"), FilingState::Accepted.vietnamese()),
    (("state", "returned"), FilingState::Returned.vietnamese()),
    (("kind", "achievement"), MeritKind::Achievement.vietnamese()),
    (("kind", "role_model"), MeritKind::RoleModel.vietnamese()),
    (("kind", "good_practice"), MeritKind::GoodPractice.vietnamese()),
    (("kind", "initiative"), MeritKind::Initiative.vietnamese()),
    (("honoree", "collective"), Honoree::Collective.vietnamese()),
    (("honoree", "individual"), Honoree::Individual.vietnamese()),
    (("kind", "day_off"), "nghỉ"),
    (("kind", "working_day"), "làm bù"),
    (("kind", "goal"), "mục tiêu"),
    (("kind", "requirement"), "yêu cầu"),
    (("role", "focal"), "đầu mối"),
    (("role", "assigned"), "được giao"),
    (("role", "asked"), "được đề nghị"),
    (("role", "lead"), "chủ trì"),
    (("role", "advise"), "tham mưu"),
    (("role", "support"), "phối hợp"),
    (("basis", "law"), "theo luật"),
    (("basis", "notice"), "theo thông báo"),
    (("basis", "unverified"), "cần xác nhận"),
    (("form", "embedded"), "lồng ghép"),
    (("form", "stand_alone"), "độc lập"),
    (("regime", "periodic"), "định kỳ"),
    (("regime", "thematic"), "chuyên đề"),
    (("regime", "ad_hoc"), "đột xuất"),
    (("state", "planned"), MeasureState::Planned.vietnamese()),
    (("state", "underway"), MeasureState::Underway.vietnamese()),
    (("state", "done"), MeasureState::Done.vietnamese()),
    (("state", "dropped"), MeasureState::Dropped.vietnamese()),
    (("view", "month"), View::Month.vietnamese()),
    (("view", "year"), View::Year.vietnamese()),
    (("listing", "form"), Listing::Form.vietnamese()),
    (("listing", "encouraged"), Listing::Encouraged.vietnamese()),
    (("listing", "elsewhere"), Listing::Elsewhere.vietnamese()),
    ((BASIS, "written"), Basis::Written.vietnamese()),
    ((BASIS, "inferred"), Basis::Inferred.vietnamese()),
    ((BASIS, "confirmed"), Basis::Confirmed.vietnamese()),
    ((BASIS, "unverified"), Basis::Unverified.vietnamese()),
];

/// How fields end that say what a list beside them rests on.
const BASIS: &str = "_basis";

/// What a person calls a record: its title or name, else its id.
pub fn record_title(record: &RecordKey, fields: &Map<String, Value>) -> String {
    let names: &[&str] = match record.kind {
        Kind::Documents => &["number", "abstract"],
        Kind::Passages | Kind::ParagraphEdits => &["text"],
        Kind::Merits => &["who", "title"],
        // What they are about is their id.
        Kind::OfficeReturns
        | Kind::ScoreEntries
        | Kind::IndexValues
        | Kind::IndexTargets
        | Kind::FrozenReports => &[],
        _ => &["title", "name"],
    };
    if record.kind == Kind::IndicatorSets {
        let set = fields.get("set").and_then(Value::as_object);
        return set.map_or_else(|| record.id.to_string(), object_name);
    }
    let named =
        names.iter().filter_map(|name| fields.get(*name)?.as_str()).find(|text| !text.trim().is_empty());
    short(named.unwrap_or(&record.id))
}

/// A value as a person reads it: dates as dd/mm/yyyy, ids of offices, duties, channels, topics and units as their
/// names, nothing as "(trống)".
pub fn value_shown(file: &PlanFile, field: &str, value: &Value) -> String {
    short(&value_in_full(file, field, value))
}

/// Values of one field beside each other, each short enough for a line: where they are long and begin alike, what they
/// begin with is left out, so that a person sees where they differ.
pub fn values_apart(values: &[String]) -> Vec<String> {
    let alike = values.iter().skip(1).fold(values.first().map_or("", String::as_str), |alike, value| {
        let end = alike.char_indices().zip(value.chars()).find(|((_, one), other)| one != other);
        let end = end.map_or(alike.len().min(value.len()), |((at, _), _)| at);
        &alike[..end]
    });
    let is_long = values.iter().any(|value| value.chars().count() > LONGEST);
    // A few letters before the difference are kept, from the beginning of a word.
    let before = alike.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let from = alike[before..].find(' ').map_or(before, |space| before + space + 1);
    values
        .iter()
        .map(|value| if is_long && before > 0 { format!("…{}", short(&value[from..])) } else { short(value) })
        .collect()
}

/// The same, however long: for a person who has to choose between two values.
pub fn value_in_full(file: &PlanFile, field: &str, value: &Value) -> String {
    match value {
        // What a file need not say.
        Value::Null if field.ends_with(BASIS) => Basis::default().vietnamese().to_owned(),
        Value::Null if field == "listing" => Listing::default().vietnamese().to_owned(),
        Value::Null => "(trống)".to_owned(),
        Value::Bool(true) => "có".to_owned(),
        Value::Bool(false) => "không".to_owned(),
        Value::Number(number) => match number.as_i64() {
            Some(year) if field == "year" => year.to_string(),
            Some(whole) => text::integer_vi(whole),
            None => text::number_vi(number.as_f64().unwrap_or_default(), 2),
        },
        Value::String(text) => text_shown(file, field, text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| value_in_full(file, field, item)).collect();
            if items.is_empty() { "(trống)".to_owned() } else { items.join("; ") }
        }
        Value::Object(fields) => object_shown(file, field, fields),
    }
}

fn raw_shown(value: &Value) -> Option<String> {
    Raw::deserialize(value).ok().map(|raw| raw.vietnamese())
}

fn text_shown(file: &PlanFile, field: &str, text: &str) -> String {
    if text.is_empty() {
        return "(trống)".to_owned();
    }
    let name = match field {
        "office" => file.offices.get_str(text).map(|office| &office.name),
        "duty" | "also_serves" => file.duties.get_str(text).map(|duty| &duty.short_name),
        "channel" | "channels" => file.channels.get_str(text).map(|channel| &channel.short_name),
        "topic" | "topics" => file.topics.get_str(text).map(|topic| &topic.short_name),
        "activity" | "activities" => file.activities.get_str(text).map(|activity| &activity.title),
        "unit" => file.units.get_str(text).map(|unit| &unit.name),
        _ => None,
    };
    if let Some(name) = name {
        return name.clone();
    }
    if field == "raw" {
        return raw_shown(&Value::from(text)).unwrap_or_default();
    }
    // What "channels_basis" and "topics_basis" say is said alike.
    let list = if field.ends_with(BASIS) { BASIS } else { field };
    if let Some((_, word)) = CHOICES.iter().find(|(choice, _)| *choice == (list, text)) {
        return (*word).to_owned();
    }
    match text.parse::<Date>() {
        Ok(date) if text.len() == 10 => text::date_vi(date),
        _ => text.to_owned(),
    }
}

/// The name that stands in an object.
fn object_name(fields: &Map<String, Value>) -> String {
    fields.get("name").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn object_shown(file: &PlanFile, field: &str, fields: &Map<String, Value>) -> String {
    let of = |name: &str| {
        fields.get(name).map(|value| value_in_full(file, if name == "value" { field } else { name }, value))
    };
    match field {
        "counts" => format!("{} {}", of("value").unwrap_or_default(), of("unit").unwrap_or_default()),
        "evidence" => of("text").unwrap_or_default(),
        "set" | "document" | "section" => object_name(fields),
        "made_of" => format!("{} bản ghi", fields.len()),
        "lifted" => format!("{}: {}", of("by").unwrap_or_default(), of("reason").unwrap_or_default()),
        "detail" => {
            let form = fields.get("form").and_then(|form| WorkForm::deserialize(form).ok());
            let words = ["place", "begins", "led_by"].iter().filter_map(|name| of(name));
            let words = form.map(|form| form.vietnamese().to_owned()).into_iter().chain(words);
            words.collect::<Vec<_>>().join(", ")
        }
        "raw" => raw_shown(&Value::Object(fields.clone())).unwrap_or_default(),
        "parts" => {
            let parts =
                fields.iter().map(|(code, value)| format!("{code} {}", value_in_full(file, field, value)));
            parts.collect::<Vec<_>>().join("; ")
        }
        "partners" | "recipients" => of("name").unwrap_or_default(),
        // A value with its basis.
        _ if fields.contains_key("basis") => of("value").unwrap_or_default(),
        _ if fields.contains_key("from") && fields.contains_key("to") => {
            format!("{} – {}", of("from").unwrap_or_default(), of("to").unwrap_or_default())
        }
        _ => Value::Object(fields.clone()).to_string(),
    }
}

fn short(text: &str) -> String {
    shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST)
}
