//! The laws of merging over random histories: up to five copies that edit, delete, undo, settle, exchange files and parts
//! of files and start anew, against a plain model that remembers who had seen what.
//!
//! The ordinary run does a few cases. The long run, for README's reliability table:
//!
//! ```sh
//! PROPTEST_CASES=10000 cargo test --release -p cchc-core exchange::merge::tests::laws
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use crate::exchange::merge::merge;
use crate::exchange::tests::every_kind;
use crate::exchange::{
    Author, Change, Edit, FieldStamp, JournalEdit, PlanFile, RecordKey, WHOLE_RECORD, read,
};
use crate::id::OfficeId;
use crate::record::Kind;

const OFFICES: [&str; 2] = ["vhxh", "kinh-te"];

const IDS: [&str; 5] = ["activities/a1", "activities/a2", "difficulties/d1", "activities/a3", "plan/plan"];

fn origin() -> &'static PlanFile {
    static ORIGIN: OnceLock<PlanFile> = OnceLock::new();
    ORIGIN.get_or_init(every_kind)
}

/// One thing that happens at one copy.
#[derive(Debug, Clone)]
enum Step {
    Edit(Edit),
    Remove(RecordKey),
    Undo,
    Settle(Index),
    Receive(Index),
    /// An office's part of another copy's file comes in.
    ReceivePart(Index, OfficeId),
    /// The copy is closed and opened again, as another writer.
    Restart,
}

fn any_step() -> impl Strategy<Value = Step> {
    let key = || proptest::sample::select(&IDS[..]).prop_map(|key| key.parse::<RecordKey>().unwrap());
    let field = prop_oneof![
        3 => proptest::sample::select(vec!["A", "B", "C"]).prop_map(|text| ("title", json!(text))),
        1 => proptest::sample::select(vec![json!("x"), json!("y"), Value::Null]).prop_map(|value| ("note", value)),
        1 => proptest::sample::select(vec![json!(1), json!({"b": 1, "a": [2]}), Value::Null]).prop_map(|value| ("x-moi", value)),
    ];
    let fields = vec(field, 1..3);
    let office = || proptest::sample::select(&OFFICES[..]);
    let edit = (key(), office(), fields).prop_map(|(key, office, some)| {
        let mut fields = Map::new();
        if key.kind != Kind::Plan {
            fields.extend([("date".to_owned(), json!("2026-06-01")), ("office".to_owned(), json!(office))]);
            fields.insert("title".to_owned(), json!("D"));
        }
        fields.extend(some.into_iter().map(|(name, value)| (name.to_owned(), value)));
        Step::Edit(Edit::Set { record: key, fields })
    });
    prop_oneof![
        8 => edit,
        2 => key().prop_map(Step::Remove),
        2 => Just(Step::Undo),
        1 => any::<Index>().prop_map(Step::Settle),
        5 => any::<Index>().prop_map(Step::Receive),
        2 => (any::<Index>(), office()).prop_map(|(from, office)| Step::ReceivePart(from, office.parse().unwrap())),
        1 => Just(Step::Restart),
    ]
}

/// One acknowledged change of one record, as the model remembers it.
#[derive(Debug)]
struct Event {
    key: RecordKey,
    what: What,
    seen: BTreeSet<usize>,
}

#[derive(Debug)]
enum What {
    /// All fields: those named, and none else.
    Made(Map<String, Value>),
    /// Some fields, each with one value, or several that were left open.
    Written(BTreeMap<String, Vec<Value>>),
    Deleted,
}

/// A copy: its file, and which events it has seen.
#[derive(Clone)]
struct Copy {
    file: PlanFile,
    seen: BTreeSet<usize>,
    name: String,
    starts: usize,
    undo: Vec<Vec<Edit>>,
}

#[derive(Default)]
struct World {
    copies: Vec<Copy>,
    events: Vec<Event>,
}

impl World {
    fn new(copies: usize) -> Self {
        let copy = |at: usize| Copy {
            file: origin().clone(),
            seen: BTreeSet::new(),
            name: ["a", "b", "c", "d", "e"][at].to_owned(),
            starts: 0,
            undo: Vec::new(),
        };
        Self { copies: (0..copies).map(copy).collect(), events: Vec::new() }
    }

    fn apply(&mut self, at: usize, edits: Vec<Edit>) -> Option<Vec<Edit>> {
        let copy = &mut self.copies[at];
        let writer = format!("{}{}", copy.name, copy.starts).parse().unwrap();
        let author = Author { writer, at: "2026-06-01T08:00:00+07:00".parse().unwrap(), office: None };
        let entries = copy.file.journal.len();
        let inverse = copy.file.apply(&Change { author, label: String::new(), edits }).ok()?.inverse;
        let Some(entry) = copy.file.journal.get(entries) else { return Some(inverse) };
        // What the change wrote, as the journal and the file tell it.
        let mut touched: BTreeMap<RecordKey, Option<BTreeSet<String>>> = BTreeMap::new();
        for edit in &entry.edits {
            match edit {
                JournalEdit::Created(key) => drop(touched.insert(key.clone(), None)),
                JournalEdit::Changed { record, before } => {
                    if let Some(names) =
                        touched.entry(record.clone()).or_insert_with(|| Some(BTreeSet::new()))
                    {
                        names.extend(before.keys().cloned());
                    }
                }
                JournalEdit::Removed { record, .. } => drop(touched.insert(record.clone(), None)),
                JournalEdit::Sent(_) | JournalEdit::Received(_) | JournalEdit::Other(_) => {
                    unreachable!("no such edit is made here")
                }
            }
        }
        for (key, names) in touched {
            let file = &copy.file;
            let written = |names: BTreeSet<String>| {
                names.into_iter().map(|name| (name.clone(), candidates(file, &key, &name))).collect()
            };
            let mut what = vec![match (file.fields(&key), names) {
                (None, _) => What::Deleted,
                (Some(fields), None) => What::Made(fields),
                (Some(_), Some(names)) => What::Written(written(names)),
            }];
            if matches!(what[0], What::Made(_)) {
                // Made, and left open again in the same change.
                let conflicts = file.conflicts();
                let open = conflicts.iter().filter(|one| *one.record == key).map(|one| one.field.to_owned());
                let open: BTreeSet<String> = open.collect();
                what.push(What::Written(written(open)));
            }
            for what in what {
                let event = Event { key: key.clone(), what, seen: copy.seen.clone() };
                copy.seen.insert(self.events.len());
                self.events.push(event);
            }
        }
        Some(inverse)
    }

    fn step(&mut self, at: usize, step: Step) {
        match step {
            Step::Edit(edit) => {
                let inverse = self.apply(at, vec![edit]);
                self.copies[at].undo.extend(inverse.filter(|inverse| !inverse.is_empty()));
            }
            Step::Remove(record) => {
                let inverse = self.apply(at, vec![Edit::Remove { record }]);
                self.copies[at].undo.extend(inverse);
            }
            Step::Undo => {
                if let Some(inverse) = self.copies[at].undo.pop() {
                    self.apply(at, inverse);
                }
            }
            Step::Settle(which) => {
                let file = &self.copies[at].file;
                let conflicts = file.conflicts();
                if conflicts.is_empty() {
                    return;
                }
                let conflict = which.get(&conflicts);
                let edit = conflict.settle(which.get(&conflict.candidates).value);
                let inverse = self.apply(at, vec![edit]).expect("each candidate is a value of the field");
                self.copies[at].undo.push(inverse);
            }
            Step::Receive(from) => {
                let from = from.get(&self.copies).clone();
                self.receive(at, &from);
            }
            Step::ReceivePart(from, office) => {
                let from = from.get(&self.copies).clone();
                self.receive_part(at, &from, &office);
            }
            Step::Restart => {
                let copy = &mut self.copies[at];
                copy.file = read(&copy.file.to_json()).unwrap().file;
                copy.starts += 1;
                copy.undo.clear();
            }
        }
    }

    fn receive(&mut self, at: usize, from: &Copy) {
        let copy = &mut self.copies[at];
        copy.file = merge(&copy.file, &from.file).unwrap();
        copy.seen.extend(&from.seen);
    }

    /// Of what the part carries all is known that its sender knew; of the rest nothing.
    fn receive_part(&mut self, at: usize, from: &Copy, office: &OfficeId) {
        let part = from.file.part_of(office);
        let carries = |key: &RecordKey| part.contains(key) || part.stamps.removed.contains_key(key);
        let copy = &mut self.copies[at];
        copy.file = merge(&copy.file, &part).unwrap();
        copy.seen.extend(from.seen.iter().filter(|event| carries(&self.events[**event].key)));
    }

    fn settle_all(&mut self, at: usize, which: Index) {
        while let Some(conflict) = self.copies[at].file.conflicts().first() {
            let edit = conflict.settle(which.get(&conflict.candidates).value);
            self.apply(at, vec![edit]).expect("each candidate is a value of the field");
        }
    }

    /// What the model says of a record: nothing where it is deleted, else the values of each field.
    fn expected(
        &self,
        key: &RecordKey,
        seen: &BTreeSet<usize>,
    ) -> Option<BTreeMap<String, BTreeSet<String>>> {
        let origin = origin();
        let about: Vec<(usize, &Event)> =
            seen.iter().map(|at| (*at, &self.events[*at])).filter(|(_, event)| event.key == *key).collect();
        let deletions: Vec<_> =
            about.iter().filter(|(_, event)| matches!(event.what, What::Deleted)).collect();
        let writes: Vec<_> = about.iter().filter(|(_, event)| !matches!(event.what, What::Deleted)).collect();
        let beats = |write: usize| deletions.iter().all(|(_, deletion)| !deletion.seen.contains(&write));
        let is_alive = if deletions.is_empty() {
            origin.contains(key) || !writes.is_empty()
        } else {
            writes.iter().any(|(at, _)| beats(*at))
        };
        if !is_alive {
            return None;
        }
        let mut names: BTreeSet<String> =
            origin.fields(key).into_iter().flatten().map(|(name, _)| name).collect();
        for (_, event) in &writes {
            match &event.what {
                What::Made(fields) => names.extend(fields.keys().cloned()),
                What::Written(fields) => names.extend(fields.keys().cloned()),
                What::Deleted => {}
            }
        }
        let of_field = |name: &String| {
            let values = |event: &Event| match &event.what {
                What::Made(fields) => Some(vec![fields.get(name).cloned().unwrap_or_default()]),
                What::Written(fields) => fields.get(name).cloned(),
                What::Deleted => None,
            };
            let on_field: Vec<_> =
                writes.iter().filter_map(|(at, event)| Some((at, event, values(event)?))).collect();
            let last = on_field
                .iter()
                .filter(|(at, ..)| !on_field.iter().any(|(_, other, _)| other.seen.contains(at)));
            let mut texts: BTreeSet<String> =
                last.flat_map(|(.., values)| values).map(Value::to_string).collect();
            if on_field.is_empty() {
                texts.extend(candidates(origin, key, name).iter().map(Value::to_string));
            }
            (name.clone(), texts)
        };
        Some(names.iter().map(of_field).collect())
    }

    fn check(&self, copy: &Copy) {
        for key in IDS.map(|key| key.parse::<RecordKey>().unwrap()) {
            let expected = self.expected(&key, &copy.seen);
            let Some(expected) = expected else {
                assert!(!copy.file.contains(&key), "{key} was deleted by those who knew it");
                continue;
            };
            assert!(copy.file.contains(&key), "{key} was edited by someone who did not know of its deletion");
            for (name, expected) in expected {
                let found: BTreeSet<String> =
                    candidates(&copy.file, &key, &name).iter().map(Value::to_string).collect();
                assert_eq!(found, expected, "{key} {name}");
            }
        }
    }
}

fn stamp<'a>(file: &'a PlanFile, key: &RecordKey, name: &str) -> Option<&'a FieldStamp> {
    let stamps = file.stamps.records.get(key)?;
    stamps.get(name).or_else(|| stamps.get(WHOLE_RECORD))
}

/// The values of a field: one, or those in conflict.
fn candidates(file: &PlanFile, key: &RecordKey, name: &str) -> Vec<Value> {
    match stamp(file, key, name) {
        Some(FieldStamp::Conflict(pairs)) => pairs.iter().map(|(_, value)| value.clone()).collect(),
        _ => vec![file.fields(key).and_then(|mut fields| fields.remove(name)).unwrap_or_default()],
    }
}

fn merged(files: &[PlanFile], order: &[Index]) -> PlanFile {
    let mut rest: Vec<&PlanFile> = files.iter().collect();
    let mut all = rest.remove(order[0].index(rest.len())).clone();
    for at in order.iter().cycle().skip(1) {
        if rest.is_empty() {
            break;
        }
        all = merge(&all, rest.remove(at.index(rest.len()))).unwrap();
    }
    all
}

/// Whether two files are equal; else says where, and no more.
fn same(a: &PlanFile, b: &PlanFile, law: &str) {
    if a == b {
        return;
    }
    let (a, b) = (a.to_json(), b.to_json());
    let at = a.lines().zip(b.lines()).position(|(a, b)| a != b).unwrap_or_default();
    let around = |text: &str| text.lines().skip(at.saturating_sub(8)).take(16).collect::<Vec<_>>().join("\n");
    panic!("not {law}:\n{}\n---\n{}", around(&a), around(&b));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 400, ..ProptestConfig::default() })]
    #[test]
    fn copies_converge_and_nothing_is_lost(
        copies in 2..=5usize,
        steps in vec((any::<Index>(), any_step()), 1..40),
        orders in vec(vec(any::<Index>(), 5), 2),
        kept in vec((any::<Index>(), proptest::option::of(proptest::sample::select(&OFFICES[..]))), 3),
        which in any::<Index>(),
    ) {
        let mut world = World::new(copies);
        let mut snapshots = vec![origin().clone()];
        for (at, step) in steps {
            let at = at.index(copies);
            world.step(at, step);
            world.check(&world.copies[at]);
            snapshots.push(world.copies[at].file.clone());
        }

        // The laws, for files of any time and parts of them.
        let [a, b, c] = &[0, 1, 2].map(|at: usize| {
            let (at, office) = kept[at];
            let file = at.get(&snapshots);
            office.map_or_else(|| file.clone(), |office| file.part_of(&office.parse().unwrap()))
        });
        let ab = merge(a, b).unwrap();
        same(&ab, &merge(b, a).unwrap(), "commutative");
        same(&merge(&ab, c).unwrap(), &merge(a, &merge(b, c).unwrap()).unwrap(), "associative");
        same(&merge(a, a).unwrap(), a, "idempotent");
        same(&merge(&ab, a).unwrap(), &ab, "idempotent");
        same(&read(&ab.to_json()).unwrap().file, &ab, "written and read");

        // Any order, with repetitions and old states among them.
        let files: Vec<PlanFile> = world.copies.iter().map(|copy| copy.file.clone()).collect();
        let all = merged(&files, &orders[0]);
        let again: Vec<PlanFile> = files.iter().chain([a, b, c]).chain(&files).cloned().collect();
        same(&merged(&again, &orders[1]), &all, "in any order");

        // Everyone settles what they see, each on their own; then one settles what came of it.
        for at in 0..copies {
            let other = world.copies[(at + 1) % copies].clone();
            world.receive(at, &other);
            world.settle_all(at, which);
        }
        for from in world.copies.clone() {
            world.receive(0, &from);
        }
        world.check(&world.copies[0]);
        world.settle_all(0, which);
        for at in 1..copies {
            let settled = world.copies[0].clone();
            world.receive(at, &settled);
            let received = world.copies[at].clone();
            world.receive(0, &received);
            world.check(&received);
            same(&received.file, &world.copies[0].file, "settled");
            prop_assert!(received.file.conflicts().is_empty());
        }
    }
}

/// A few, unless more are asked for.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}
