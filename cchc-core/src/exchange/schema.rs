//! The JSON Schema of the plan file (2020-12), generated from the types that read it.
//!
//! It says what a file must have; like the reader it lets unknown fields pass.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::exchange::file::for_each_collection;
use crate::exchange::{Context, FORMAT, FieldStamp, JournalEntry, Part, RecordKey, Removal, VERSION};
use crate::id::{FileId, WriterId};
use crate::plan::Plan;

/// Where the schema lives.
const ID: &str = "https://github.com/cchc/cchc/raw/main/schema/cchc-1.schema.json";

/// The schema of the plan file of [`VERSION`].
///
/// # Panics
/// Never: a schema is JSON.
pub fn schema() -> Value {
    let made = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<PlanFileSchema>();
    let mut made = made.to_value();
    // A reader meets the name first.
    let mut schema = serde_json::Map::new();
    schema.insert("$schema".to_owned(), made["$schema"].take());
    schema.insert("$id".to_owned(), ID.into());
    schema.insert("title".to_owned(), "Tệp kế hoạch CCHC (*.cchc.json)".into());
    schema.insert("description".to_owned(), made["description"].take());
    if let Value::Object(made) = made {
        for (name, value) in made {
            schema.entry(name).or_insert(value);
        }
    }
    Value::Object(schema)
}

/// Một tệp kế hoạch: one plan of one commune for one year, with all that happened. Unknown fields are kept.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "the fields describe the file; `PlanFile` reads and writes it")]
struct PlanFileSchema {
    /// The name of the format.
    format: Format,
    /// The version of the format.
    version: Version,
    /// Mã kiểm: the CRC-32 (IEEE) of the canonical form (RFC 8785) of the file without this field, written `crc32:` and
    /// eight hexadecimal digits. Where it does not fit, the file was changed by hand or damaged; it is read all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checksum: Option<Checksum>,
    /// The same in every copy of this plan.
    id: FileId,
    /// Phần: where the file carries a part of the register only, whose.
    #[serde(default)]
    part: Option<Part>,
    /// Phần đầu và phần cuối của kế hoạch.
    plan: Plan,
    /// The records, by kind.
    #[serde(default)]
    records: Records,
    /// Bản ghi để riêng: what could not be read, by the name of its kind or part.
    #[serde(default)]
    set_aside: BTreeMap<String, Vec<Value>>,
    /// Dấu ghi: what merging needs.
    #[serde(default)]
    stamps: StampsSchema,
    /// Lịch sử: who changed what when, oldest first.
    #[serde(default)]
    journal: Vec<JournalEntry>,
}

/// What merging needs: a causal context, and per record and field the change that wrote it.
#[derive(JsonSchema, Default, serde::Serialize)]
#[schemars(rename = "Stamps")]
struct StampsSchema {
    /// Per writer, the number of its changes that this copy has seen.
    #[serde(default)]
    context: BTreeMap<WriterId, u64>,
    /// Per record (`activities/a1`) and field (`*` for those not listed), the change that wrote it.
    #[serde(default)]
    records: BTreeMap<String, BTreeMap<String, FieldStamp>>,
    /// Per record, what is known of it beyond the changes it carries.
    #[serde(default)]
    seen: BTreeMap<String, Context>,
    /// Records that were deleted, as they were.
    #[serde(default)]
    removed: BTreeMap<String, Removal>,
}

struct Format;

impl JsonSchema for Format {
    fn schema_name() -> Cow<'static, str> {
        "Format".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": FORMAT })
    }
}

struct Version;

impl JsonSchema for Version {
    fn schema_name() -> Cow<'static, str> {
        "Version".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "const": VERSION })
    }
}

#[derive(serde::Serialize)]
struct Checksum;

impl JsonSchema for Checksum {
    fn schema_name() -> Cow<'static, str> {
        "Checksum".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^crc32:[0-9a-f]{8}$" })
    }
}

#[derive(Default, serde::Serialize)]
struct Records {}

impl JsonSchema for Records {
    fn schema_name() -> Cow<'static, str> {
        "Records".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut properties = serde_json::Map::new();
        macro_rules! kind {
            ($field:ident, $type:ty, $kind:ident) => {
                let list = generator.subschema_for::<Vec<$type>>();
                properties.insert(stringify!($field).to_owned(), list.to_value());
            };
        }
        for_each_collection!(kind);
        json_schema!({
            "type": "object",
            "description": "The records by kind. An id stands once per kind; unknown kinds are kept.",
            "properties": properties,
        })
    }
}

impl JsonSchema for RecordKey {
    fn schema_name() -> Cow<'static, str> {
        "RecordKey".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[a-z_]+/.+$",
            "description": "Khóa bản ghi: kind and id, written `activities/a1`.",
        })
    }
}

impl JsonSchema for crate::exchange::Dot {
    fn schema_name() -> Cow<'static, str> {
        "Dot".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Za-z0-9._:-]{1,100}@[1-9][0-9]*$",
            "description": "Dấu ghi: the n-th change of one writer, written `writer@n`.",
        })
    }
}
