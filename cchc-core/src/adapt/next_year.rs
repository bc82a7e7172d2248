//! Kế hoạch năm sau: a draft of the next year's plan out of this one's, and what a person should look at in it.

use std::sync::Arc;

use chrono::{Datelike, Months};

use super::Rule;
use super::unread::{is_of_plan, unread};
use crate::calendar::{self, Date, Holiday, WorkCalendar, builtin_holidays, weekday_vi};
use crate::diagnostic::Place;
use crate::exchange::{Author, Change, ChangeError, Edit, PlanFile, RecordKey, Stamps};
use crate::id::FileId;
use crate::order;
use crate::plan::{Basis, Cadence, CitedDocument, Duty, Fulfilment, ReportRule, Stated};
use crate::progress::{Progress, Rhythm, Standing};
use crate::record::{Kind, Records};
use crate::text::{date_vi, percent_vi};

/// The next year's plan.
#[derive(Debug, Clone, PartialEq)]
pub struct NextYear {
    /// The draft, with nothing in its register.
    pub file: PlanFile,
    /// What a person should look at, kind by kind.
    pub notes: Vec<NextNote>,
}

impl NextYear {
    /// The notes of each kind that has some, in order.
    pub fn told(&self) -> impl Iterator<Item = (NextKind, Vec<&str>)> {
        NextKind::ALL.into_iter().filter_map(|kind| {
            let of_kind = self.notes.iter().filter(|note| note.kind == kind);
            let texts: Vec<&str> = of_kind.map(|note| note.text.as_str()).collect();
            (!texts.is_empty()).then_some((kind, texts))
        })
    }

    /// The same as a list to be kept: a heading for each kind, a line for each note.
    pub fn list(&self) -> String {
        let section = |(kind, notes): (NextKind, Vec<&str>)| {
            let lines = notes.join("\n  - ");
            format!("{}\n  - {lines}\n", kind.vietnamese())
        };
        self.told().map(section).collect::<Vec<_>>().join("\n")
    }
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextNote {
    /// Why.
    pub kind: NextKind,
    /// Which record of the draft.
    pub place: Place,
    /// What, for a person.
    pub text: String,
}

/// Why something should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NextKind {
    /// Năm nay chưa đạt, nên đề xuất lại.
    Missed,
    /// Việc một lần đã xong.
    Done,
    /// Chỉ tiêu, to be raised by hand.
    Target,
    /// Văn bản làm căn cứ.
    Basis,
    /// Hạn đã chuyển.
    Moved,
    /// Lời văn: a day of the week that is another's now, an earlier year.
    Words,
    /// What must be filled in.
    Open,
}

impl NextKind {
    /// Every kind, in the order in which they are told.
    pub const ALL: [Self; 7] =
        [Self::Missed, Self::Done, Self::Target, Self::Basis, Self::Moved, Self::Words, Self::Open];

    /// The heading over its notes.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Missed => "Năm nay chưa đạt, đề xuất làm tiếp",
            Self::Done => "Việc một lần đã xong, xem có cần làm lại",
            Self::Target => "Chỉ tiêu giữ như năm nay; muốn nâng thì sửa",
            Self::Basis => "Văn bản viện dẫn cần xem lại",
            Self::Moved => "Hạn đã chuyển sang năm sau",
            Self::Words => "Lời văn nêu ngày, năm cần xem lại",
            Self::Open => "Cần bổ sung trước khi ban hành",
        }
    }
}

/// Makes the next year's plan: the years and days that are the plan's own move on by a year, those of cited documents
/// stay; number, date and signer are left to be filled in, as are number and date of the superior's plan for the year;
/// the register begins anew. Duties stay, those missed this year with a word of it; targets stay as they are.
///
/// What of the plan could not be read stays set aside, as it is: its days do not move on, and a note says so. Records of
/// kinds that this version does not know stay, too, with a note: nobody here can tell whether they are the plan's or what
/// happened in its year.
///
/// # Errors
/// [`ChangeError`] when the plan does not hold what it was given, as one at the end of the calendar.
pub fn next_year(file: &PlanFile, id: FileId, author: Author, today: Date) -> Result<NextYear, ChangeError> {
    let (old, year) = (Arc::clone(&file.plan), file.plan.year + 1);
    let template = bare(file, id, year);
    let mut rule = Rule::new(&template, &old.commune, &old.province, true);
    rule.year = Some((old.year, year));
    let mut notes = Vec::new();

    let mut plan = rule.header(&old);
    plan.year = year;
    plan.number = None;
    plan.issued_on = None;
    plan.illustrative = None;
    if let Some(signature) = &mut plan.signature {
        signature.name.clear();
    }
    let first = Date::from_ymd_opt(year, 1, 1).unwrap_or_default();
    plan.tracked_from =
        Stated::inferred(first, "Lấy ngày đầu năm kế hoạch; sửa lại khi Kế hoạch được ban hành.");
    let mut note = |kind, place, text: String| notes.push(NextNote { kind, place, text });
    note(NextKind::Open, Place::plan("number"), "Số, ngày ban hành và người ký".to_owned());
    for (name, text) in unread(file) {
        note(NextKind::Open, Place::part(name), text);
    }

    let progress = Progress::of(file, today);
    let mut edits: Vec<Edit> = rule.records();
    edits.retain(|edit| {
        !matches!(edit, Edit::Set { record: RecordKey { kind: Kind::Duties | Kind::Targets, .. }, .. })
    });
    let working_days = WorkCalendar::new(&template.holidays);
    for duty in &template.duties {
        let mut new = rule.record(duty);
        let place = || Place::record(duty, "cadence");
        if let Some((was, is)) = move_duty(&mut new, old.year) {
            let rest = if working_days.is_working_day(is) {
                String::new()
            } else {
                format!(" ({}, ngày nghỉ)", weekday_vi(is).replacen("Thứ", "thứ", 1))
            };
            let text = format!("{}: {} thành {}{rest}", duty.short_name, date_vi(was), date_vi(is));
            note(NextKind::Moved, place(), text);
        } else if let Some(past) = last_day(&duty.cadence.value).filter(|day| day.year() < old.year) {
            let text = format!("{}: hạn {} giữ nguyên vì đã qua từ trước", duty.short_name, date_vi(past));
            note(NextKind::Moved, place(), text);
        }
        let year = old.year;
        match outcome(&progress, duty) {
            Some(Reached::Short(how)) => {
                let said = format!("Năm {year} {how}.");
                let reason = &mut new.cadence.reason;
                if !reason.is_empty() {
                    reason.push(' ');
                }
                reason.push_str(&said);
                note(NextKind::Missed, place(), format!("{}: {how}", duty.name));
            }
            Some(Reached::Once) if duty.fulfilled_by != Some(Fulfilment::Plan) => {
                note(NextKind::Done, place(), duty.name.clone());
            }
            _ => {}
        }
        edits.extend(Edit::difference(duty, &new));
    }
    for target in &template.targets {
        let mut new = rule.record(target);
        new.due.value = moved(target.due.value);
        let percent = percent_vi(target.percent.value);
        note(NextKind::Target, Place::record(target, "percent"), format!("{}: {percent}", target.name));
        edits.extend(Edit::difference(target, &new));
    }
    for document in &template.documents {
        if let Some(why) = is_dated(document, old.year, rule.unknown.iter().any(|one| one.id == document.id))
        {
            let text = format!("{}: {why}", document.short_citation());
            note(NextKind::Basis, Place::record(document, ""), text);
        }
    }
    let is_sure = |day: &Holiday| day.basis != calendar::Basis::Unverified;
    if template.holidays.is_empty() || !template.holidays.iter().all(is_sure) {
        let text = format!("Lịch nghỉ lễ, làm bù năm {year}: đối chiếu với thông báo (mục Cài đặt)");
        note(NextKind::Open, Place::part("holidays"), text);
    }
    edits.extend(Edit::plan_difference(&old, &plan));
    let mut next = template.clone();
    next.apply(&Change {
        author,
        label: format!("Lập kế hoạch năm {year} từ kế hoạch năm {}", old.year),
        edits,
    })?;
    notes.extend(next.passages.iter().flat_map(|passage| {
        let place = Place { id: passage.id.to_string(), ..Place::part(Kind::Passages.key()) };
        let told = super::year::doubtful(&passage.text, old.year).into_iter();
        told.map(move |text| NextNote { kind: NextKind::Words, place: place.clone(), text })
    }));
    order::sort_by_key(&mut notes, |note| note.kind);
    Ok(NextYear { file: next, notes })
}

/// The plan without what happened in its year; its own indicator sets and what others published stay.
fn bare(file: &PlanFile, id: FileId, year: i32) -> PlanFile {
    let mut bare = file.clone();
    bare.contents.id = id;
    bare.contents.part = None;
    bare.contents.activities = Records::default();
    bare.contents.difficulties = Records::default();
    bare.contents.office_returns = Records::default();
    bare.contents.filings = Records::default();
    bare.contents.paragraph_edits = Records::default();
    bare.contents.score_entries = Records::default();
    bare.contents.measures = Records::default();
    bare.contents.budget_items = Records::default();
    bare.contents.merits = Records::default();
    bare.contents.frozen_reports = Records::default();
    bare.contents.report_rules = file.report_rules.iter().map(|rule| without_overrides(rule, year)).collect();
    bare.contents.stamps = Stamps::default();
    bare.contents.journal = Arc::default();
    bare.contents.set_aside.retain(|name, _| is_of_plan(name));
    bare.contents.holidays = builtin_holidays(year).into_iter().collect();
    bare
}

/// What a công văn moved for an earlier year is over with it.
fn without_overrides(rule: &ReportRule, year: i32) -> ReportRule {
    let mut rule = rule.clone();
    for level in &mut rule.levels {
        level.overrides.retain(|moved| moved.year >= year);
    }
    rule
}

/// The same day a year on; 28/02 for 29/02.
fn moved(date: Date) -> Date {
    date.checked_add_months(Months::new(12)).unwrap_or(date)
}

/// The last day of what is asked for once.
fn last_day(cadence: &Cadence) -> Option<Date> {
    match cadence {
        Cadence::Once { due } => Some(*due),
        Cadence::Range { to, .. } => Some(*to),
        _ => None,
    }
}

/// Moves the days of a duty that lie in the plan's year or behind it: the last one, before and after.
fn move_duty(duty: &mut Duty, year: i32) -> Option<(Date, Date)> {
    duty.since = None;
    let moved = match &mut duty.cadence.value {
        Cadence::Once { due } if due.year() >= year => {
            let was = *due;
            *due = moved(was);
            Some((was, *due))
        }
        Cadence::Range { from, to } if to.year() >= year => {
            let was = *to;
            (*from, *to) = (moved(*from), moved(was));
            Some((was, *to))
        }
        _ => None,
    };
    if moved.is_some() && duty.cadence.basis == Basis::Confirmed {
        // Confirmed was another day.
        duty.cadence.basis = Basis::Inferred;
    }
    moved
}

/// How far a duty came.
enum Reached {
    /// Not far enough; how far, in words.
    Short(String),
    /// Done, and asked for once.
    Once,
}

fn outcome(progress: &Progress, duty: &Duty) -> Option<Reached> {
    let owed: Vec<_> = progress
        .of_duty(&duty.id)
        .filter(|owed| !matches!(owed.standing, Standing::Off | Standing::Ahead | Standing::Open { .. }))
        .collect();
    let short = owed
        .iter()
        .filter(|owed| owed.standing.is_short() || matches!(owed.standing, Standing::Overdue { .. }))
        .count();
    match (owed.first()?.rhythm, short, owed.len()) {
        (Rhythm::Single, 0, 1) => Some(Reached::Once),
        (_, 0, _) => None,
        (_, _, 1) => Some(Reached::Short("chưa hoàn thành".to_owned())),
        (_, short, _) => Some(Reached::Short(format!("thiếu {short}/{} kỳ đã đến hạn", owed.len()))),
    }
}

/// Why a document should be looked at again: it is of the year that ends, or its period ends.
fn is_dated(document: &CitedDocument, year: i32, is_emptied: bool) -> Option<String> {
    if is_emptied {
        return Some(format!("số, ngày để trống; điền văn bản của năm {}", year + 1));
    }
    let subject = &document.subject;
    if let Some(last) = period_end(subject).filter(|last| *last <= year) {
        return Some(format!("giai đoạn đến năm {last} đã hết"));
    }
    let is_of_year = subject.contains(&format!("năm {year}")) && !subject.contains("giai đoạn");
    is_of_year.then(|| format!("văn bản của năm {year}, xem đã có văn bản năm {} chưa", year + 1))
}

/// The last year of "giai đoạn 2021 - 2030".
fn period_end(text: &str) -> Option<i32> {
    let (_, period) = text.split_once("giai đoạn ")?;
    let mut years = period.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    years.next()?;
    years.next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapt::unread::is_of_year;
    use crate::exchange::check;

    fn author() -> Author {
        Author {
            writer: "may-1".parse().unwrap(),
            at: "2026-12-20T08:00:00+07:00".parse().unwrap(),
            office: None,
        }
    }

    fn next(file: &PlanFile) -> NextYear {
        next_year(file, "nam-sau".parse().unwrap(), author(), "2026-12-20".parse().unwrap()).unwrap()
    }

    #[test]
    fn the_built_in_year_has_a_next_one() {
        let file = crate::examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let next = next(&file);
        assert_eq!(next.file.plan.title, "Kế hoạch tuyên truyền cải cách hành chính xã Hoa Thám năm 2027");
        assert_eq!((next.file.activities.len(), next.file.duties.len()), (0, file.duties.len()));
        let mut told: Vec<String> = Vec::new();
        for note in &next.notes {
            told.push(format!("{}: {}", note.kind.vietnamese(), note.text));
        }
        for (old, new) in file.passages.iter().zip(&next.file.passages) {
            if old.text != new.text {
                told.push(format!("{}\n- {}\n+ {}", old.id, old.text, new.text));
            }
        }
        insta::assert_snapshot!(told.join("\n"));
        let again = crate::exchange::read(&next.file.to_json()).unwrap();
        assert_eq!(again.file, next.file);
    }

    #[test]
    fn what_could_not_be_read_is_told_and_what_is_the_plans_stays_set_aside() {
        let text = crate::examples::json("hoa-tham-2026-minh-hoa").unwrap();
        let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
        file["records"]["duties"][0]["cadence"] = 1.into();
        file["records"]["activities"][0]["date"] = 1.into();
        file["records"]["hop_dong"] = serde_json::json!([{ "id": "h1" }]);
        let file = crate::exchange::read(&file.to_string()).unwrap().file;
        let draft = next(&file);
        assert_eq!(draft.file.set_aside.keys().collect::<Vec<_>>(), ["duties"]);
        assert_eq!(draft.file.set_aside["duties"], file.set_aside["duties"]);
        let told: Vec<&str> = draft
            .notes
            .iter()
            .filter(|note| {
                ["duties", "hop_dong"].contains(&note.place.part.as_str()) && note.place.id.is_empty()
            })
            .map(|note| note.text.as_str())
            .collect();
        let expected = [
            "1 nhiệm vụ không đọc được, để riêng trong tệp với ngày, năm như cũ: sửa rồi xem lại",
            "Dữ liệu “hop_dong” phần mềm này không hiểu, giữ nguyên: xem có phải của năm nay không",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_new_year_has_what_is_not_of_the_old_one() {
        let file = crate::exchange::tests::every_kind();
        let bare = bare(&file, "nam-sau".parse().unwrap(), file.plan.year + 1);
        let of = |file: &PlanFile| serde_json::to_value(file).unwrap()["records"].clone();
        let (before, after) = (of(&file), of(&bare));
        for kind in Kind::ALL.into_iter().filter(|kind| !matches!(kind, Kind::Plan | Kind::Holidays)) {
            let is_there =
                |file: &serde_json::Value| file[kind.key()].as_array().is_some_and(|all| !all.is_empty());
            assert_eq!(is_there(&after), is_there(&before) && !is_of_year(kind), "{}", kind.key());
        }
    }

    #[test]
    fn quotations_stay_quotations_in_every_plan_that_is_read() {
        let mut files = vec![crate::examples::get("hoa-tham-2026").unwrap()];
        #[cfg(feature = "ingest")]
        files.extend(crate::ingest::tests::plans::PLANS.iter().map(|(_, text)| {
            crate::ingest::text(text, "thu".parse().unwrap(), "2026-05-04".parse().unwrap()).file
        }));
        let broken = |file: &PlanFile| {
            let codes = ["quote-not-found", "wording-not-found", "dangling-reference"];
            check(file).into_iter().filter(|found| codes.contains(&found.code)).collect::<Vec<_>>()
        };
        for file in files {
            let next = next(&file);
            let (now, before) = (broken(&next.file), broken(&file));
            assert_eq!(now.len(), before.len(), "{}: {now:#?}", file.plan.title);
            let year = format!("năm {}", file.plan.year);
            assert!(!next.file.plan.title.contains(&year), "{}", next.file.plan.title);
            let outside: Vec<_> =
                check(&next.file).into_iter().filter(|found| found.code == "date-outside-year").collect();
            let before = check(&file).iter().filter(|found| found.code == "date-outside-year").count();
            assert!(outside.len() <= before, "{outside:#?}");
        }
    }
}
