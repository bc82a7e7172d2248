//! The same records in automerge: a map of maps, texts as plain values.

use automerge::transaction::Transactable;
use automerge::{AutoCommit, ObjId, ObjType, ROOT, ReadDoc, ScalarValue};
use serde_json::{Map, Value};

pub(crate) struct Document(AutoCommit);

impl Document {
    /// A document with these records by id.
    pub(crate) fn of(records: &Map<String, Value>) -> Self {
        let mut document = Self(AutoCommit::new());
        for (id, record) in records {
            document.put(&ROOT, id, record);
        }
        document.0.commit();
        document
    }

    /// Another copy, which shares nothing with this one.
    pub(crate) fn copy(&mut self) -> Self {
        Self(AutoCommit::load(&self.0.save()).expect("what was saved loads"))
    }

    /// Writes the fields that differ, and the records that are new.
    pub(crate) fn change(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        for (id, record) in after {
            let Some(old) = before.get(id) else {
                self.put(&ROOT, id, record);
                continue;
            };
            let (_, object) = self.0.get(ROOT, id.as_str()).expect("readable").expect("it is there");
            for (name, value) in record.as_object().into_iter().flatten() {
                if old.get(name) != Some(value) {
                    self.put(&object, name, value);
                }
            }
        }
        self.0.commit();
    }

    pub(crate) fn merge(&mut self, other: &mut Self) {
        self.0.merge(&mut other.0).expect("copies of one document");
    }

    pub(crate) fn len(&self) -> usize {
        self.0.length(ROOT)
    }

    fn put(&mut self, object: &ObjId, name: &str, value: &Value) {
        match value {
            Value::Array(items) => {
                let list = self.0.put_object(object, name, ObjType::List).expect("a list");
                for (at, item) in items.iter().enumerate() {
                    self.insert(&list, at, item);
                }
            }
            Value::Object(fields) => {
                let map = self.0.put_object(object, name, ObjType::Map).expect("a map");
                for (name, field) in fields {
                    self.put(&map, name, field);
                }
            }
            value => self.0.put(object, name, scalar(value)).expect("a value"),
        }
    }

    fn insert(&mut self, list: &ObjId, at: usize, value: &Value) {
        match value {
            Value::Array(items) => {
                let inner = self.0.insert_object(list, at, ObjType::List).expect("a list");
                for (at, item) in items.iter().enumerate() {
                    self.insert(&inner, at, item);
                }
            }
            Value::Object(fields) => {
                let map = self.0.insert_object(list, at, ObjType::Map).expect("a map");
                for (name, field) in fields {
                    self.put(&map, name, field);
                }
            }
            value => self.0.insert(list, at, scalar(value)).expect("a value"),
        }
    }
}

fn scalar(value: &Value) -> ScalarValue {
    match value {
        Value::Bool(is) => (*is).into(),
        Value::String(text) => text.as_str().into(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into(),
            None => number.as_f64().unwrap_or_default().into(),
        },
        _ => ScalarValue::Null,
    }
}
