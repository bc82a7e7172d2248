//! Places of a JSON document, as JSON pointers, and what can be done to one of them.

use serde_json::Value;

/// Every place, the document itself first.
pub(crate) fn places(document: &Value) -> Vec<String> {
    let mut places = Vec::new();
    list(document, &mut String::new(), &mut places);
    places
}

fn list(value: &Value, path: &mut String, places: &mut Vec<String>) {
    places.push(path.clone());
    let length = path.len();
    let mut step = |name: &str, value| {
        path.push('/');
        path.push_str(&name.replace('~', "~0").replace('/', "~1"));
        list(value, path, places);
        path.truncate(length);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(name, value)| step(name, value)),
        Value::Array(items) => items.iter().enumerate().for_each(|(at, value)| step(&at.to_string(), value)),
        _ => {}
    }
}

/// Takes a place out.
pub(crate) fn remove(document: &mut Value, place: &str) {
    let Some((parent, last)) = place.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.shift_remove(&last.replace("~1", "/").replace("~0", "~"))),
        Some(Value::Array(items)) => drop(items.remove(last.parse().expect("a number"))),
        _ => unreachable!("a place has a parent"),
    }
}

/// Writes an item of a list once more at its end.
pub(crate) fn repeat(document: &mut Value, place: &str) {
    let Some((parent, last)) = place.rsplit_once('/') else { return };
    if let Some(Value::Array(items)) = document.pointer_mut(parent) {
        let item = items[last.parse::<usize>().expect("a number")].clone();
        items.push(item);
    }
}
