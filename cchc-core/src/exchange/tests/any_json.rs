//! Strategies: JSON of any shape, and a sound file with a few places made otherwise.

#[path = "../../../tests/damaged/places.rs"]
mod places;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// Names of fields that exist somewhere, ones that do not, and ones that are in the way.
pub(in crate::exchange) fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec![
            "id",
            "order",
            "name",
            "value",
            "basis",
            "kind",
            "counts",
            "source",
            "records",
            "activities",
            "*",
            "stamps",
            "set_aside",
            "x-moi",
            "tên mới",
            "",
            "a.b",
            "<b>",
        ])
        .prop_map(str::to_owned),
        "[a-zà-ỹ_]{1,8}",
    ]
}

pub(in crate::exchange) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0..40u64).prop_map(Value::from),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        proptest::sample::select(vec![
            "a1",
            "2026-02-30",
            "2026-05-04",
            "<script>",
            "written",
            "2026-Q2",
            "\0"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(any_name(), inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// One thing done to one place of a JSON document.
#[derive(Debug, Clone)]
pub(in crate::exchange) enum Damage {
    Replace(Value),
    AddField(String, Value),
    Remove,
    Repeat,
}

pub(in crate::exchange) fn any_damage() -> impl Strategy<Value = (Index, Damage)> {
    let damage = prop_oneof![
        any_json().prop_map(Damage::Replace),
        (any_name(), any_json()).prop_map(|(name, value)| Damage::AddField(name, value)),
        Just(Damage::Remove),
        Just(Damage::Repeat),
    ];
    (any::<Index>(), damage)
}

/// Does it, below the envelope's own `format`, `version` and `id`, so that there remains a file to read.
pub(in crate::exchange) fn damage(document: &mut Value, at: Index, damage: Damage) {
    let mut places = places::places(document);
    places.retain(|place| !["", "/format", "/version", "/id", "/plan"].contains(&place.as_str()));
    let place = at.get(&places);
    match damage {
        Damage::Replace(value) => *document.pointer_mut(place).unwrap() = value,
        Damage::AddField(name, value) => {
            if let Value::Object(map) = document.pointer_mut(place).unwrap()
                && !map.contains_key(&name)
            {
                map.insert(name, value);
            }
        }
        Damage::Remove => places::remove(document, place),
        Damage::Repeat => places::repeat(document, place),
    }
}
