//! A keystroke's save at 20,000 activities: the edit, and the parts that the page writes; against the text of the whole
//! file, which a page that keeps one value would write.

use cchc_core::exchange::{Edit, RecordKey, read};
use cchc_core::record::Kind;
use serde_json::json;

use crate::{ROUNDS, apply, grown, parts, print, time};

const ACTIVITIES: usize = 20_000;

pub(crate) fn measure() {
    let text = grown::grown(ACTIVITIES).to_json();
    let mut saved = read(&text).expect("a plan file").file;
    let ids: Vec<String> = saved.activities.iter().map(|activity| activity.id.to_string()).collect();
    // A history, as a year of work leaves it: each edit an entry.
    for (number, id) in ids.iter().cycle().take(300).enumerate() {
        apply(&mut saved, "may-1", vec![retitled(id, number)]);
    }
    assert_eq!(read(&joined(&saved)).expect("the parts are the file").file, saved);
    let (mut keystroke, mut whole) = (Vec::new(), Vec::new());
    for (round, id) in ids.iter().step_by(997).take(3 * ROUNDS).enumerate() {
        let edit = retitled(id, 100_000 + round);
        let mut file = saved.clone();
        keystroke.push(time(|| {
            apply(&mut file, "may-2", vec![edit]);
            parts::split(&file, Some(&saved))
        }));
        let written = parts::split(&file, Some(&saved)).into_iter().filter(|part| part.body.is_some());
        assert!(written.count() <= 3, "the head, a month, a stretch of history");
        whole.push(time(|| file.to_compact_json()));
    }
    print("keystroke's save", keystroke);
    print("whole file's save", whole);
}

fn retitled(id: &str, number: usize) -> Edit {
    let fields = json!({ "title": format!("Tên {number}") }).as_object().expect("fields").clone();
    Edit::Set { record: RecordKey::new(Kind::Activities, id), fields }
}

fn joined(file: &cchc_core::exchange::PlanFile) -> String {
    let parts = parts::split(file, None).into_iter();
    let parts: Vec<_> = parts.map(|part| (part.name, part.body.expect("nothing was saved before"))).collect();
    parts::join(&parts).expect("parts of a file")
}
