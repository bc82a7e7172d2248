//! A file that could not be read whole does not take the place of a plan that is open before a person has said so.

use std::rc::Rc;

use cchc_core::diagnostic::{Diagnostic, Severity, gravest};
use cchc_core::exchange::{PlanFile, Reading, errors};
use yew::platform::spawn_local;

use super::handle::Store;
use crate::platform::files::OpenedFile;
use crate::strings::{exchange, opening as words};

/// A file that waits for an answer.
pub(super) struct Doubtful {
    pub(super) opened: OpenedFile,
    pub(super) reading: Reading,
    pub(super) doubt: Rc<Doubt>,
}

/// What the question says.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The file's name on disk.
    pub name: String,
    /// What is wrong with it.
    pub what: String,
    /// How much of it there is, beside what is open.
    pub counts: String,
    /// What to do.
    pub remedy: &'static str,
}

impl Doubt {
    /// Why `reading` should not replace `open` unasked: something of it could not be read, points at what is not there, or
    /// it is of a newer version. None for a sound file, and for one that lacks what the open plan lacks, too: a person who
    /// has saved such a plan is not asked at every opening of it.
    pub(super) fn of(name: &str, reading: &Reading, open: &PlanFile) -> Option<Self> {
        let (file, found) = (&reading.file, &reading.diagnostics);
        let named = |code| found.iter().find(move |one| one.code == code);
        let newer = named("newer-version");
        let what = if let Some(newer) = newer {
            exchange::capital(&newer.message)
        } else if let Some(cut) = named("damaged").filter(|one| one.severity == Severity::Error) {
            exchange::first_part(cut)
        } else {
            let unread = unread(reading, open);
            words::places_unread(unread.len(), gravest(&unread)?)
        };
        let remedy = if newer.is_some() { words::GET_NEWER } else { words::ASK_AGAIN };
        let count = |file: &PlanFile| (file.activities.len(), file.duties.len());
        Some(Self { name: name.to_owned(), what, counts: words::read_of(count(file), count(open)), remedy })
    }
}

/// What of a file that is no damaged text could not be read, or points at nothing, beyond what is so in the open plan.
fn unread(reading: &Reading, open: &PlanFile) -> Vec<Diagnostic> {
    let file = &reading.file;
    let mut unread = dangling(file);
    let same = open.id == file.id;
    if same && !unread.is_empty() {
        let before = dangling(open);
        unread.retain(|found| !before.contains(found));
    }
    let had = |name: &String, item| open.set_aside.get(name).is_some_and(|items| items.contains(item));
    let mut aside =
        file.set_aside.iter().flat_map(|(name, items)| items.iter().map(move |item| (name, item)));
    if !(same && aside.all(|(name, item)| had(name, item))) {
        let errors = reading.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        unread.splice(0..0, errors.cloned());
    }
    unread
}

/// References that lead nowhere.
fn dangling(file: &PlanFile) -> Vec<Diagnostic> {
    let mut found = errors(file);
    found.retain(|one| one.code == "dangling-reference");
    found
}

impl Store {
    /// Lets a file wait for an answer.
    pub(super) fn ask_about(&self, doubtful: Doubtful) {
        *self.0.doubtful.borrow_mut() = Some(doubtful);
        self.redraw();
    }

    /// What is asked, if something is.
    pub(super) fn doubt(&self) -> Option<Rc<Doubt>> {
        self.0.doubtful.borrow().as_ref().map(|doubtful| Rc::clone(&doubtful.doubt))
    }

    /// "Mở phần đọc được".
    pub fn open_doubtful(&self) {
        let Some(Doubtful { opened, reading, .. }) = self.0.doubtful.take() else { return };
        self.redraw();
        let store = self.clone();
        spawn_local(async move {
            let name = opened.name.clone();
            let outcome = Box::pin(store.open_read(opened, reading)).await;
            store.tell_opened(&name, outcome).await;
        });
    }

    /// "Giữ kế hoạch đang mở", also by Esc.
    pub fn keep_open(&self) {
        if let Some(doubtful) = self.0.doubtful.take() {
            self.say(words::kept_open(&doubtful.opened.name));
        }
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::exchange::read_bytes;
    use serde_json::{Value, json};

    use super::*;
    use crate::testing::after;

    fn open() -> PlanFile {
        cchc_core::examples::get("hoa-tham-2026-minh-hoa").unwrap()
    }

    fn changed(change: impl FnOnce(&mut Value)) -> Reading {
        let mut value: Value = serde_json::from_str(&open().to_json()).unwrap();
        change(&mut value);
        read_bytes(value.to_string().as_bytes()).unwrap()
    }

    fn asked(reading: &Reading) -> Option<String> {
        Doubt::of("a.cchc.json", reading, &open()).map(|doubt| format!("{} {}", doubt.what, doubt.counts))
    }

    #[test]
    fn a_sound_file_opens_without_a_question() {
        assert_eq!(asked(&changed(|_| ())), None);
        let by_hand = changed(|file| file["plan"]["number"] = json!("9/KH"));
        assert!(!by_hand.diagnostics.is_empty());
        assert_eq!(asked(&by_hand), None);
        // What a check warns of is no part that was lost.
        let words =
            changed(|file| file["records"]["duties"][0]["source"]["quote"] = json!("không có câu này"));
        assert_eq!(asked(&words), None);
        let text = open().to_json();
        let whole = read_bytes(text.trim_end().trim_end_matches('}').as_bytes()).unwrap();
        assert_eq!(whole.diagnostics[0].code, "damaged");
        assert_eq!(asked(&whole), None, "all of it was read");
    }

    #[test]
    fn a_cut_file_asks_and_says_how_much_there_is() {
        let text = open().to_json();
        let at = text.find("\"a-2026-06-1").unwrap();
        let reading = read_bytes(&text.as_bytes()[..at]).unwrap();
        let (has, had) = (reading.file.activities.len(), open().activities.len());
        let words = asked(&reading).unwrap();
        assert!(words.starts_with("Tệp bị cắt dở: hết ở dòng "), "{words}");
        let told = format!(
            "Đọc được {has} hoạt động, 32 nhiệm vụ; kế hoạch đang mở có {had} hoạt động, 32 nhiệm vụ."
        );
        assert!(words.ends_with(&told), "{words}");
    }

    #[test]
    fn records_that_cannot_be_read_ask() {
        let words = asked(&changed(|file| {
            let activities = file["records"]["activities"].as_array_mut().unwrap();
            activities[0]["date"] = json!("2026-02-30");
            activities[1]["office"] = json!("phong-khong-co");
            let twin = activities[2].clone();
            activities.push(twin);
        }))
        .unwrap();
        assert!(
            words.starts_with("Tệp có 3 chỗ không đọc được hoặc trỏ đến mục không có. Trước hết: hoạt động"),
            "{words}"
        );
        assert!(words.contains("“2026-02-30” không phải ngày có thật"), "{words}");
        let dangling = changed(|file| file["records"]["activities"][1]["office"] = json!("phong-khong-co"));
        assert!(asked(&dangling).unwrap().contains("trỏ đến cơ quan “phong-khong-co”"));
        let wrong = changed(|file| file["records"]["activities"] = json!("hai trăm"));
        assert!(asked(&wrong).unwrap().contains("Đọc được 0 hoạt động"));
    }

    #[test]
    fn a_newer_version_asks() {
        let words = asked(&changed(|file| file["version"] = json!(99))).unwrap();
        assert!(words.starts_with("Tệp thuộc phiên bản 99, mới hơn"), "{words}");
    }

    #[test]
    fn what_the_open_plan_lacks_itself_is_not_asked_about_again() {
        let reading = changed(|file| {
            file["records"]["activities"][0]["date"] = json!("2026-02-30");
            file["records"]["activities"][1]["office"] = json!("phong-khong-co");
        });
        let again = read_bytes(reading.file.to_json().as_bytes()).unwrap();
        assert!(again.diagnostics.iter().any(|found| found.severity == Severity::Error));
        assert_eq!(Doubt::of("a.cchc.json", &again, &reading.file), None);
        let on = after(&reading.file, "phong-kinh-te", Vec::new());
        assert_eq!(Doubt::of("a.cchc.json", &again, &on), None);
        assert!(Doubt::of("a.cchc.json", &again, &open()).is_some(), "another plan would go");
    }
}
