//! The header of a file, read leniently: a field of it that cannot be read costs itself, not the year's activities.
//!
//! Without its year there is no plan, and what a plan must have may not be absent; for any other field that cannot be read
//! something stands in, which is told, and what stood there is kept.

use std::collections::HashSet;

use serde_json::value::RawValue;
use serde_json::{Value, json};

use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::RawJson;
use crate::exchange::door::{Door, MEND, Parts};
use crate::fault::{self, Fault};
use crate::plan::Plan;
use crate::text::date_vi;

/// A header, and what could not be read of it.
pub(super) struct Header<'a> {
    pub(super) plan: Plan,
    /// Its fields by themselves, where it had to be taken apart.
    parts: Option<Parts<'a>>,
    faults: Vec<(Diagnostic, Option<RawJson>)>,
}

impl<'a> Header<'a> {
    /// Reads it; what cannot be read and has nothing to stand in for it is the fault of the whole.
    pub(super) fn read(raw: &'a RawValue) -> Result<Self, Fault> {
        let fault = match fault::parse(raw.get()) {
            Ok(plan) => return Ok(Self { plan, parts: None, faults: Vec::new() }),
            Err(fault) => fault,
        };
        let Ok(parts) = serde_json::from_str::<Parts<'_>>(raw.get()) else { return Err(fault) };
        let mut fields: Vec<(String, String)> =
            parts.iter().map(|(name, raw)| (name.to_owned(), raw.get().to_owned())).collect();
        let mut faults = Vec::new();
        fields.retain(|(name, text)| {
            let is_json = serde_json::from_str::<Value>(text).is_ok();
            if !is_json {
                let reason = "lồng nhau quá sâu".to_owned();
                faults.push((unread(name, &reason, ""), kept(name, text)));
            }
            is_json
        });
        let mut mended = HashSet::new();
        loop {
            let Fault { field, reason } = match fault::parse::<Plan>(&object(&fields)) {
                Ok(plan) => return Ok(Self { plan, parts: Some(parts), faults }),
                Err(fault) => fault,
            };
            let name = field.split(['.', '[']).next().unwrap_or_default().to_owned();
            let place = fields.iter().position(|(known, _)| *known == name);
            let text = place.map(|place| fields[place].1.clone());
            let stands_in = text.as_deref().and_then(|text| stand_in(&name, text, &fields));
            let (Some(place), Some(stands_in), true) = (place, stands_in, mended.insert(name.clone())) else {
                return Err(Fault { field, reason });
            };
            if name == "year" {
                let message = format!("{reason}; đã hiểu là năm {}", stands_in.text);
                faults.push((
                    Diagnostic::warning("number-as-text", Place::plan(name.as_str()), message, ""),
                    None,
                ));
            } else {
                let kept = text.and_then(|text| kept(&name, &text));
                faults.push((unread(&field, &reason, &stands_in.told), kept));
            }
            if stands_in.text.is_empty() {
                fields.remove(place);
            } else {
                fields[place].1 = stands_in.text;
            }
        }
    }

    /// Tells what could not be read, and keeps it.
    pub(super) fn tell(self, door: &mut Door) {
        if let Some(parts) = &self.parts {
            door.told_twice("plan.", parts);
        }
        for (found, kept) in self.faults {
            door.beside_header(found, kept);
        }
    }
}

fn unread(field: &str, reason: &str, told: &str) -> Diagnostic {
    let message = if told.is_empty() { reason.to_owned() } else { format!("{reason}; tạm dùng {told}") };
    Diagnostic::error("record-unreadable", Place::plan(field), message, MEND)
}

/// A field with what stood in it, as it is kept.
fn kept(name: &str, text: &str) -> Option<RawJson> {
    let raw = RawValue::from_string(object(&[(name.to_owned(), text.to_owned())])).ok()?;
    Some((&*raw).into())
}

fn object(fields: &[(String, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, text)| format!("{}:{text}", json!(name))).collect();
    format!("{{{}}}", fields.join(","))
}

/// What is used for a field that cannot be read, and how that is told; nothing where the field is left out.
#[derive(Default)]
struct StandIn {
    text: String,
    told: String,
}

fn stand_in(name: &str, text: &str, fields: &[(String, String)]) -> Option<StandIn> {
    let read = |name: &str| {
        let (_, text) = fields.iter().find(|(known, _)| known == name)?;
        serde_json::from_str::<Value>(text).ok()
    };
    let words =
        |words: &str| Some(StandIn { text: json!(words).to_string(), told: format!("“{words}”") });
    let unverified = |value: Value, told: String| {
        let reason = format!("Tệp ghi không đọc được; tạm dùng {told}.");
        let stated = json!({ "value": value, "basis": "unverified", "reason": reason });
        Some(StandIn { text: stated.to_string(), told })
    };
    match name {
        "year" => {
            let year: i32 = serde_json::from_str::<String>(text).ok()?.trim().parse().ok()?;
            Some(StandIn { text: year.to_string(), ..StandIn::default() })
        }
        "title" | "commune" | "province" | "issuer" => words("(chưa đọc được)"),
        "illustrative" => words("Trong tệp có số liệu minh họa"),
        "tracked_from" => {
            let issued: Option<Date> = read("issued_on").and_then(|value| serde_json::from_value(value).ok());
            let year = match read("year")? {
                Value::String(year) => year.trim().parse().ok()?,
                year => i32::try_from(year.as_i64()?).ok()?,
            };
            let day = issued.or_else(|| Date::from_ymd_opt(year, 1, 1))?;
            unverified(json!(day), format!("ngày {}", date_vi(day)))
        }
        "escalation" => unverified(json!([]), "danh sách trống".to_owned()),
        // What may be absent is left out; a fault in it is then over, or that of the whole.
        _ => Some(StandIn::default()),
    }
}
