//! What is wrong with a piece of JSON, in Vietnamese.
//!
//! serde says it in English and in the words of a program. This is the one place that knows its messages; a test
//! holds each of them, so that a new version of serde cannot change one unseen. A message that is not known becomes
//! "không đúng dạng", with the place and what stands there.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::json::{self, Unread};
use crate::text::shortened;

/// In the message of an error inside a stated value: ends the path to it, from there. Following the path is broken off
/// where a value is read by itself; here the two paths are put together.
pub(crate) const PATH_END: char = '\u{1f}';

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The field, as a path: `counts[0].value`; empty for the whole.
    pub(crate) field: String,
    /// What is wrong with it.
    pub(crate) reason: String,
}

/// Reads a part of a file from its text; `Err` says what is wrong and where.
pub(crate) fn parse<'a, T: serde::Deserialize<'a>>(text: &'a str) -> Result<T, Fault> {
    json::read(text).map_err(|unread| explain(&unread, serde_json::from_str(text).ok().as_ref()))
}

/// Reads a record from a value; `Err` says what is wrong and where.
pub(crate) fn parse_value<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    json::read(&value.to_string()).map_err(|unread| explain(&unread, Some(value)))
}

fn explain(unread: &Unread, whole: Option<&Value>) -> Fault {
    let mut field = unread.path.clone();
    let mut message = unread.message.as_str();
    if let Some((inner, rest)) = message.split_once(PATH_END) {
        push(&mut field, inner);
        message = rest;
    }
    if let Some(missing) = quoted(message, "missing field `") {
        push(&mut field, missing);
        return Fault { field, reason: "còn thiếu; trường này phải có".to_owned() };
    }
    if message.starts_with("duplicate field `") {
        // The fault is in what holds both.
        field.truncate(field.rfind('.').unwrap_or_default());
    }
    let found = whole.and_then(|whole| find(whole, &field));
    let reason = reason(message, found);
    Fault { field: short(&field.replace(".[", "[")), reason }
}

fn reason(message: &str, found: Option<&Value>) -> String {
    if let Some(name) = quoted(message, "duplicate field `") {
        return format!("trường {name} được ghi hai lần; giữ lại một");
    }
    if let Some(name) = quoted(message, "unknown field `") {
        return format!("có trường {name} không thuộc chỗ này{}", allowed(message));
    }
    if let Some(name) = quoted(message, "unknown variant `") {
        return format!("giá trị “{}” không có trong danh sách{}", short(name), allowed(message));
    }
    if DATE_MESSAGES.contains(&message) {
        return match found {
            Some(Value::String(text)) => date_reason(text),
            _ => "có ngày không có thật hoặc sai dạng; ghi năm-tháng-ngày, ví dụ 2026-06-14".to_owned(),
        };
    }
    if let Some(rest) = ["invalid type: ", "invalid value: ", "invalid length "]
        .iter()
        .find_map(|start| message.strip_prefix(start))
    {
        let expected = rest.rsplit_once(", expected ").map_or("", |(_, expected)| expected);
        if let Some(Value::Number(number)) = found
            && is_beyond(number, expected)
        {
            return format!("số {number} quá lớn");
        }
        let found = found.map_or_else(|| "giá trị khác".to_owned(), describe);
        return format!("phải là {}, nhưng đang ghi {found}", kind_of(expected));
    }
    match message {
        "recursion limit exceeded" => "lồng nhau quá sâu".to_owned(),
        "number out of range" => "có số quá lớn".to_owned(),
        _ if message.starts_with("control character") => "có ký tự điều khiển trong chữ".to_owned(),
        _ if message.contains("surrogate") || message.contains("escape") => {
            "có chữ viết dạng \\u… bị hỏng".to_owned()
        }
        _ if message.starts_with("data did not match any variant") || message.is_ascii() => found
            .map_or_else(
                || "không đúng dạng".to_owned(),
                |found| format!("không đúng dạng: đang ghi {}", describe(found)),
            ),
        // The message of one of our own types.
        _ => message.to_owned(),
    }
}

/// What chrono says of a text that is no date.
const DATE_MESSAGES: [&str; 6] = [
    "input contains invalid characters",
    "input is out of range",
    "input is not enough for unique date and time",
    "no possible date and time matching input",
    "premature end of input",
    "trailing input",
];

fn date_reason(text: &str) -> String {
    let parts: Vec<_> = text.split(['/', '-', '.']).map(str::trim).collect();
    if let [day, month, year] = parts[..]
        && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse())
        && let Some(date) = crate::calendar::Date::from_ymd_opt(year, month, day)
        && year > 999
    {
        return format!("“{}” phải ghi năm-tháng-ngày: {date}", short(text));
    }
    format!("“{}” không phải ngày có thật; ghi năm-tháng-ngày, ví dụ 2026-06-14", short(text))
}

/// The names that serde lists after "expected".
fn allowed(message: &str) -> String {
    let names: Vec<_> = message
        .split_once(", expected ")
        .map_or("", |(_, names)| names)
        .split('`')
        .skip(1)
        .step_by(2)
        .collect();
    if names.is_empty() { String::new() } else { format!("; dùng: {}", names.join(", ")) }
}

/// Whether a whole number is above what the type takes.
fn is_beyond(number: &serde_json::Number, expected: &str) -> bool {
    let largest = match expected {
        "u8" => f64::from(u8::MAX),
        "i32" => f64::from(i32::MAX),
        "u32" => f64::from(u32::MAX),
        "u64" | "usize" => u64::MAX as f64,
        "i64" => i64::MAX as f64,
        _ => return false,
    };
    number.as_f64().is_some_and(|number| number.fract() == 0.0 && number > largest * 0.999_999_999)
}

/// What serde expected, in words.
fn kind_of(expected: &str) -> &'static str {
    match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" => "số nguyên từ 0 trở lên",
        "i8" | "i16" | "i32" | "i64" | "isize" => "số nguyên",
        "f32" | "f64" => "số",
        "a boolean" => "true hoặc false",
        "a string" | "a borrowed string" | "a character" | "string or map" => "chữ trong ngoặc kép",
        "a sequence" => "danh sách [ … ]",
        "a formatted date string" => "ngày dạng “năm-tháng-ngày”",
        "an RFC 3339 formatted date and time string"
        | "a formatted date and time string or a unix timestamp" => {
            "ngày giờ dạng “2026-06-14T09:30:00+07:00”"
        }
        _ if expected.starts_with("struct ") || expected.contains("map") => "một nhóm trường { … }",
        _ if expected.contains("internally tagged enum") => "một nhóm trường { … } có “kind”",
        _ if expected.starts_with("tuple ") || expected.starts_with("a tuple") => {
            "danh sách [ … ] đủ phần tử"
        }
        _ if expected.contains("enum") || expected.contains("variant") => "một trong các giá trị cho phép",
        _ => "dạng khác",
    }
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null (để trống)".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("số {number}"),
        Value::String(text) => format!("chữ “{}”", short(text)),
        Value::Array(_) => "một danh sách [ … ]".to_owned(),
        Value::Object(_) => "một nhóm trường { … }".to_owned(),
    }
}

/// The value at a path.
fn find<'a>(whole: &'a Value, path: &str) -> Option<&'a Value> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty()).try_fold(whole, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        value => value.get(step),
    })
}

fn push(path: &mut String, step: &str) {
    if step.is_empty() || step == "." {
        return;
    }
    if !path.is_empty() && !step.starts_with('[') {
        path.push('.');
    }
    path.push_str(step);
}

/// What stands between the opening words, which end in a backquote, and the next backquote.
fn quoted<'a>(message: &'a str, opening: &str) -> Option<&'a str> {
    message.strip_prefix(opening)?.split('`').next()
}

/// At most 60 letters.
pub(crate) fn short(text: &str) -> String {
    shortened(text, 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Duty, Plan, ReportRule};
    use crate::register::{Activity, Filing};

    fn said<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> String {
        let fault = parse::<T>(json).unwrap_err();
        format!("{}: {}", fault.field, fault.reason)
    }

    /// An activity that is right but for what is added or put in its place.
    fn activity(fields: &str) -> String {
        let mut record: serde_json::Map<_, _> = serde_json::from_str(
            r#"{"id":"a1","date":"2026-05-04","office":"o1","title":"Tin về dịch vụ công"}"#,
        )
        .unwrap();
        record.extend(serde_json::from_str::<serde_json::Map<_, _>>(fields).unwrap());
        said::<Activity>(&Value::from(record).to_string())
    }

    #[test]
    fn every_message_of_serde_has_its_vietnamese() {
        let said = [
            said::<Activity>(r#"{"id":"a1","office":"o1","title":"x"}"#),
            said::<Activity>("[1]"),
            said::<Activity>("12"),
            said::<Activity>(r#"{"id":"a1","id":"a2","date":"2026-05-04","office":"o1","title":"x"}"#),
            activity(r#"{"date":"2026-02-30"}"#),
            activity(r#"{"date":"30/04/2026"}"#),
            activity(r#"{"date":"2026-5"}"#),
            activity(r#"{"date":"hôm qua"}"#),
            activity(r#"{"date":""}"#),
            activity(r#"{"date":20260504}"#),
            activity(r#"{"title":null}"#),
            activity(r#"{"title":["x"]}"#),
            activity(r#"{"office":"phòng kinh tế"}"#),
            activity(r#"{"topics":"t1"}"#),
            activity(r#"{"counts":[{"unit":"tin"}]}"#),
            activity(r#"{"counts":[{"unit":"tin","value":-1}]}"#),
            activity(r#"{"counts":[{"unit":"tin","value":1.5}]}"#),
            activity(r#"{"counts":[{"unit":"tin","value":"2"}]}"#),
            activity(r#"{"cost":99999999999999999999999}"#),
            activity(r#"{"cost":1000000000001}"#),
            activity(r#"{"reach":1000000000000000000000000000000}"#),
            activity(r#"{"reach":2.5}"#),
            activity(r#"{"counts":[{"unit":"tin","value":18446744073709551615}]}"#),
            activity(r#"{"evidence":["214/UBND"]}"#),
            said::<Filing>(r#"{"id":"f","period":"2026-Q5"}"#),
            said::<Filing>(r#"{"id":"f","state":"sent"}"#),
            said::<Filing>(r#"{"id":"f","window":{"from":"2026-01-01","to":"2026-01-31","until":1}}"#),
            said::<Activity>(&format!(r#"{{"id":"a1","x":{}{}}}"#, "[".repeat(200), "]".repeat(200))),
            said::<Activity>(r#"{"id":"a1","x":1e999}"#),
            said::<Activity>(r#"{"id":"a1","title":"\ud800"}"#),
            said::<Activity>("{\"id\":\"a1\",\"title\":\"\u{7}\"}"),
        ]
        .join("\n");
        insta::assert_snapshot!(said);
    }

    #[test]
    fn a_stated_value_is_followed_inside() {
        let duty = |cadence: &str| {
            said::<Duty>(&format!(
                r#"{{"id":"d","order":1,"office":"o","role":"lead","name":"x","short_name":"x",
                    "cadence":{cadence},"source":{{"passage":"p"}}}}"#
            ))
        };
        let rule = |deadline: &str| {
            said::<ReportRule>(&format!(
                r#"{{"id":"r","order":1,"name":"x","regime":"periodic","parts":{{"value":[],"basis":"written"}},
                "window":{{"value":"nd09","basis":"written"}},"cumulative":{{"value":true,"basis":"written"}},
                "form":{{"value":"embedded","basis":"written"}},"source":{{"passage":"p"}},
                "levels":[{{"from":"a","to":"b","deadline":{{"value":{deadline},"basis":"written"}}}}]}}"#
            ))
        };
        let said = [
            duty(r#""monthly""#),
            duty(r#"{"basis":"written"}"#),
            duty(r#"{"value":{"kind":"weekly"},"basis":"written"}"#),
            duty(r#"{"value":{"kind":"once","due":"2026-13-01"},"basis":"written"}"#),
            duty(r#"{"value":"on_request","basis":"written"}"#),
            duty(r#"{"value":{"kind":"on_request"},"basis":"sure"}"#),
            rule(r#"{"day":"17","inclusive":true}"#),
            rule(r#"{"day":17}"#),
            said::<Plan>(r#"{"title":"x","year":"2026"}"#),
            said::<Plan>(r#"{"title":"x","year":20260}"#),
        ]
        .join("\n");
        insta::assert_snapshot!(said);
    }
}
