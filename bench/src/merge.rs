//! Merging two copies of 100,000 records against parsing both with serde_json; and of 5,000 records against automerge,
//! which takes minutes and gigabytes to make documents of 100,000.
//!
//! The copies have nine tenths of their activities in common, every one stamped. Each has changed one in eighteen of them
//! since, a fifth of which the other has changed, too. They are read from text, so they share nothing in memory.

use cchc_core::examples;
use cchc_core::exchange::{Edit, PlanFile, RecordKey, merge, read};
use cchc_core::record::Kind;
use serde_json::{Map, Value, json};

use crate::automerge::Document;
use crate::{ROUNDS, apply, grown, print, time};

/// How many activities each copy has.
const SCALE: usize = 100_000;
const SCALE_OF_AUTOMERGE: usize = 5_000;

/// What of a copy's activities is its own, what of it was changed, and what was changed in both.
const fn shares(each: usize) -> (usize, usize, usize) {
    (each / 10, each / 20, each / 100)
}

fn read_again(text: &str) -> PlanFile {
    read(text).expect("a plan file").file
}

pub(crate) fn against_parsing() {
    let (_, a, b) = copies(SCALE);
    let (text_a, text_b) = (a.to_json(), b.to_json());
    let size = (text_a.len() + text_b.len()) as f64 / 1e6;
    eprintln!("{} activities each, {size:.1} MB both", a.activities.len());
    drop((a, b));
    let (a, b) = (read_again(&text_a), read_again(&text_b));

    // Turn by turn, so that a busy moment of the machine meets all of them.
    let (mut parse, mut merging, mut again) = (Vec::new(), Vec::new(), Vec::new());
    let (mut reading, mut unchecked, mut writing) = (Vec::new(), Vec::new(), Vec::new());
    let compact = (a.to_compact_json(), b.to_compact_json());
    for _ in 0..ROUNDS {
        let value = |text| serde_json::from_str::<Value>(text).expect("JSON");
        parse.push(time(|| (value(&text_a), value(&text_b))));
        merging.push(time(|| merge(&a, &b).expect("copies of one plan")));
        let merged = merge(&a, &b).expect("copies of one plan");
        let (own, _, both) = shares(SCALE);
        assert_eq!((merged.activities.len(), merged.conflicts().len()), (SCALE + own, both));
        again.push(time(|| merge(&merged, &b).expect("copies of one plan")));
        reading.push(time(|| (read_again(&text_a), read_again(&text_b))));
        unchecked.push(time(|| (read_again(&compact.0), read_again(&compact.1))));
        writing.push(time(|| (a.to_json(), b.to_json())));
    }
    print("parse both", parse);
    print("merge", merging);
    print("merge again", again);
    print("read both", reading);
    print("read both without checksum", unchecked);
    print("write both", writing);
}

pub(crate) fn against_automerge() {
    let (origin, a, b) = copies(SCALE_OF_AUTOMERGE);
    let mut ours = Document::of(&records(&origin));
    let mut theirs = ours.copy();
    ours.change(&records(&origin), &records(&a));
    theirs.change(&records(&origin), &records(&b));
    let (a, b) = (read_again(&a.to_json()), read_again(&b.to_json()));
    let (mut merging, mut automerge) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        merging.push(time(|| merge(&a, &b).expect("copies of one plan")));
        let (mut one, mut other) = (ours.copy(), theirs.copy());
        automerge.push(time(|| one.merge(&mut other)));
        assert_eq!(one.len(), SCALE_OF_AUTOMERGE + shares(SCALE_OF_AUTOMERGE).0);
    }
    print("merge small", merging);
    print("merge small in automerge", automerge);
}

/// The activities as JSON, by id.
fn records(file: &PlanFile) -> Map<String, Value> {
    let fields = |activity| serde_json::to_value(activity).expect("a record is JSON");
    file.activities.iter().map(|activity| (activity.id.to_string(), fields(activity))).collect()
}

/// One plan, and two copies of it that went on by themselves.
fn copies(each: usize) -> (PlanFile, PlanFile, PlanFile) {
    let (own, changed, both) = shares(each);
    // Every record as if somebody had written it into the plan.
    let mut origin = examples::get("hoa-tham-2026").expect("a built-in plan");
    let edits: Vec<Edit> = grown::grown(each - own).activities.iter().map(Edit::write).collect();
    for edits in edits.chunks(1_000) {
        apply(&mut origin, "goc", edits.to_vec());
    }
    let ids: Vec<String> = origin.activities.iter().map(|activity| activity.id.to_string()).collect();
    let copy = |writer: &str, from: usize| {
        let mut file = origin.clone();
        let set = |id: &str, fields: Value| {
            let fields = fields.as_object().expect("fields").clone();
            Edit::Set { record: RecordKey::new(Kind::Activities, id), fields }
        };
        let changed = &ids[from..from + changed];
        apply(&mut file, writer, changed.iter().map(|id| set(id, json!({"title": writer}))).collect());
        let model = file.activities.at(0).expect("many").clone();
        let own = (0..own).map(|number| {
            let mut activity = model.clone();
            activity.id = format!("hd-{writer}-{number:06}").parse().expect("letters and digits");
            Edit::write(&activity)
        });
        apply(&mut file, writer, own.collect());
        file
    };
    let (a, b) = (copy("phong-a", 0), copy("phong-b", changed - both));
    (origin, a, b)
}
