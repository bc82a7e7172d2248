//! From the form to an activity: what is wrong with what was typed, and what a person should look at once more.

use cchc_core::calendar::{Date, Period, PeriodKind, WindowRule};
use cchc_core::exchange::PlanFile;
use cchc_core::id::ActivityId;
use cchc_core::record::Extra;
use cchc_core::register::{Activity, Count, Evidence, EvidenceForm};
use cchc_core::text::{nfc, parse_number};

use super::{Doubt, Draft, Error, Part};
use crate::pages::log::listing;
use crate::strings::log as text;

impl Draft {
    /// The activity that stands in the form.
    ///
    /// # Errors
    /// Every field in which something is wrong, in the order of the form, and what to do about it.
    pub fn read(&self, id: ActivityId, base: Option<&Activity>) -> Result<Activity, Vec<Error>> {
        let mut errors = Vec::new();
        if self.date.is_none() {
            errors.push((Part::Date, text::DATE_MISSING.to_owned()));
        }
        if self.office.is_none() {
            errors.push((Part::Office, text::OFFICE_MISSING.to_owned()));
        }
        let title = nfc(self.title.trim()).into_owned();
        if title.is_empty() {
            errors.push((Part::Title, text::TITLE_MISSING.to_owned()));
        }
        let counts = self.read_counts(&mut errors);
        let evidence = self.read_evidence(&mut errors);
        let reach = figure(&self.reach).unwrap_or_else(|error| note(&mut errors, Part::Reach, error));
        let cost = figure(&self.cost).unwrap_or_else(|error| note(&mut errors, Part::Cost, error));
        let detail = self.detail.read(&mut errors);
        let (Some(date), Some(office), true) = (self.date, self.office.clone(), errors.is_empty()) else {
            return Err(errors);
        };
        Ok(Activity {
            id,
            date,
            office,
            duty: self.duty.clone(),
            channel: self.channel.clone(),
            topics: self.topics.clone(),
            title,
            audience: nfc(self.audience.trim()).into_owned(),
            language: nfc(self.language.trim()).into_owned(),
            counts,
            reach,
            cost,
            evidence,
            note: nfc(self.note.trim()).into_owned(),
            detail,
            extra: base.map(|base| base.extra.clone()).unwrap_or_default(),
        })
    }

    fn read_counts(&self, errors: &mut Vec<Error>) -> Vec<Count> {
        let mut counts: Vec<Count> = Vec::new();
        for (at, draft) in self.counts.iter().enumerate() {
            let value = match figure(&draft.value) {
                Ok(Some(value)) => value,
                Ok(None) => continue,
                Err(error) => {
                    errors.push((Part::Count(at), error));
                    continue;
                }
            };
            match &draft.unit {
                // What was logged as zero by whatever came before stays as it is.
                _ if value == 0 && draft.from.as_ref().is_none_or(|from| from.value != 0) => {
                    errors.push((Part::Count(at), text::COUNT_ZERO.to_owned()));
                }
                None => errors.push((Part::Unit(at), text::UNIT_MISSING.to_owned())),
                Some(unit) if counts.iter().any(|other| other.unit == *unit) => {
                    errors.push((Part::Unit(at), text::UNIT_TWICE.to_owned()));
                }
                Some(unit) => {
                    let extra = draft.from.as_ref().map(|from| from.extra.clone()).unwrap_or_default();
                    counts.push(Count { unit: unit.clone(), value, extra });
                }
            }
        }
        counts
    }

    fn read_evidence(&self, errors: &mut Vec<Error>) -> Vec<Evidence> {
        let mut all = Vec::new();
        for (at, draft) in self.evidence.iter().enumerate() {
            let words = nfc(draft.text.trim()).into_owned();
            if words.is_empty() {
                continue;
            }
            let unchanged = draft.from.as_ref().is_some_and(|from| from.text.trim() == words);
            let one = Evidence::new(words);
            // What was taken from a file as it stood is shown as text; only what is typed now must be right.
            if !unchanged && let EvidenceForm::NotALink(address) = one.form() {
                errors.push((Part::Evidence(at), text::not_a_link(address).to_owned()));
            }
            let (date, extra) =
                draft.from.as_ref().map_or((None, Extra::new()), |from| (from.date, from.extra.clone()));
            all.push(Evidence { date, extra, ..one });
        }
        all
    }
}

/// A whole number as typed; nothing where nothing is typed.
pub(in crate::pages) fn figure(typed: &str) -> Result<Option<u64>, String> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let value = parse_number(bare(typed)).map_err(|error| error.to_string())?;
    if value < 0.0 || value.fract() != 0.0 {
        return Err(text::not_whole(typed.trim()));
    }
    Ok(Some(value as u64))
}

/// The number without the word people write behind it: `5.000.000đ`, `45 người`.
fn bare(typed: &str) -> &str {
    const WORDS: [&str; 9] = ["đồng", "vnđ", "VNĐ", "vnd", "VND", "đ", "người", "lượt", "phút"];
    let number = |word: &&str| typed.trim_end().strip_suffix(*word).map(str::trim_end);
    let number =
        WORDS.iter().find_map(number).filter(|number| number.ends_with(|c: char| c.is_ascii_digit()));
    number.unwrap_or(typed)
}

fn note<T: Default>(errors: &mut Vec<Error>, part: Part, error: String) -> T {
    errors.push((part, error));
    T::default()
}

/// What a person should look at before the activity is logged.
pub fn doubts(activity: &Activity, file: &PlanFile, today: Date) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if let Some(twin) = listing::duplicate_of(&file.activities, activity) {
        doubts.push(Doubt::Duplicate(twin.id.clone()));
    }
    if activity.date > today {
        doubts.push(Doubt::Future(activity.date));
    }
    if !belongs_to_year(activity.date, file.plan.year) {
        doubts.push(Doubt::OtherYear(activity.date));
    }
    doubts
}

/// Whether a day falls in the calendar year or the reporting year (from 15/12 of the year before).
fn belongs_to_year(date: Date, year: i32) -> bool {
    let Some(year) = Period::new(PeriodKind::Year, year, 1) else { return false };
    [WindowRule::Calendar, WindowRule::Nd09].into_iter().any(|rule| rule.window(year).contains(date))
}
