//! What can be found: pure.

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::OfficeId;
use cchc_core::order;
use cchc_core::progress::Progress;
use cchc_core::text::{Folded, Query, date_vi, without_notes};

use crate::components::Glyph;
use crate::route::{Route, Screen};
use crate::strings::shell as text;

/// How many hits are shown.
const MOST: usize = 12;
/// How many of them may be activities, of which there are thousands.
const MOST_ACTIVITIES: usize = 6;

/// Something that can be gone to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) glyph: Glyph,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) route: Route,
    folded: Folded,
}

impl Entry {
    fn new(glyph: Glyph, label: &str, hint: String, route: Route) -> Self {
        let folded = Folded::of_fields([label, hint.as_str()]);
        Self { glyph, label: label.to_owned(), hint, route, folded }
    }
}

fn short_name<'a>(file: &'a PlanFile, office: &OfficeId) -> &'a str {
    file.offices.get(office).map(|office| office.short_name.as_str()).unwrap_or_default()
}

/// Everything that can be found, folded once: few things first, activities last and newest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index {
    entries: Vec<Entry>,
    activities: Vec<Entry>,
}

impl Index {
    /// Reads the file.
    pub(super) fn new(file: &PlanFile, progress: &Progress) -> Self {
        let mut entries = Vec::new();
        for screen in Screen::WORK.into_iter().chain(Screen::REST) {
            entries.push(Entry::new(screen.glyph(), screen.name(), String::new(), Route::to(screen)));
        }
        for duty in &file.duties {
            let hint = text::found_duty(duty.order, short_name(file, &duty.office));
            entries.push(Entry::new(Glyph::Duties, &duty.name, hint, Route::duty(&duty.id)));
        }
        for report in &progress.reports {
            let hint = text::found_report(report.due.map(date_vi).as_deref());
            entries.push(Entry::new(Glyph::Report, &report.title, hint, Route::filing(&report.filing)));
        }
        for one in &file.difficulties {
            let hint = text::found_difficulty(&date_vi(one.date), short_name(file, &one.office));
            entries.push(Entry::new(Glyph::Ask, &one.title, hint, Route::difficulty(&one.id)));
        }
        for item in &file.budget_items {
            let hint = text::found_budget_item(short_name(file, &item.office));
            entries.push(Entry::new(Glyph::Money, &item.title, hint, Route::budget_item(&item.id)));
        }
        for merit in &file.merits {
            let (label, hint) = (
                text::found_document(&merit.who, &merit.title),
                text::found_merit(merit.kind.vietnamese(), &date_vi(merit.date)),
            );
            entries.push(Entry::new(Glyph::Log, &label, hint, Route::merit(&merit.id)));
        }
        for document in &file.documents {
            let label = text::found_document(&document.short_citation(), &document.subject);
            let route = Route::passage(&document.source.passage);
            entries.push(Entry::new(Glyph::Plan, &label, text::FOUND_DOCUMENT.to_owned(), route));
        }
        for passage in &file.passages {
            entries.push(Entry::new(
                Glyph::Plan,
                &without_notes(&passage.text),
                text::FOUND_PASSAGE.to_owned(),
                Route::passage(&passage.id),
            ));
        }
        let mut activities: Vec<(Date, Entry)> = file
            .activities
            .iter()
            .map(|activity| {
                let hint = text::found_activity(&date_vi(activity.date), short_name(file, &activity.office));
                (activity.date, Entry::new(Glyph::Log, &activity.title, hint, Route::activity(&activity.id)))
            })
            .collect();
        order::sort_by_key(&mut activities, |(date, _)| std::cmp::Reverse(*date));
        Self { entries, activities: activities.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// The hits for what is typed; activities keep some room when there are many others.
    pub(super) fn find(&self, typed: &str) -> Vec<&Entry> {
        let query = Query::new(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let hit = |entry: &&Entry| query.matches(&entry.folded);
        let activities: Vec<&Entry> = self.activities.iter().filter(hit).take(MOST).collect();
        let room = MOST - activities.len().min(MOST_ACTIVITIES);
        let mut found: Vec<&Entry> = self.entries.iter().filter(hit).take(room).collect();
        found.extend(activities.into_iter().take(MOST - found.len()));
        found
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn index() -> Index {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let progress = Progress::of(&file, Date::from_ymd_opt(2026, 11, 20).unwrap());
        Index::new(&file, &progress)
    }

    #[test]
    fn everything_is_found_without_tone_marks() {
        let index = index();
        let found = index.find("cai dat");
        assert_eq!(found[0].route, Route::to(Screen::Settings));
        let found = index.find("doi thoai doanh nghiep");
        assert!(found.iter().any(|entry| entry.route.screen == Screen::Duties), "{found:?}");
        assert!(found.iter().any(|entry| entry.route.screen == Screen::Log), "{found:?}");
        assert!(index.find("367/2025").iter().any(|entry| entry.route.screen == Screen::Plan));
        assert!(index.find("quy iv").iter().any(|entry| entry.route.screen == Screen::Report));
        assert!(index.find("  ").is_empty() && index.find("khong co gi nhu the").is_empty());
    }

    #[test]
    fn the_other_registers_are_found_and_lead_to_the_record() {
        let (file, index) = (examples::get("hoa-tham-2026-minh-hoa").unwrap(), index());
        let leads = |title: &str, route: Route| index.find(title).iter().any(|entry| entry.route == route);
        let one = file.difficulties.iter().next().unwrap();
        assert!(leads(&one.title, Route::difficulty(&one.id)), "{}", one.title);
        let item = file.budget_items.iter().next().unwrap();
        assert!(leads(&item.title, Route::budget_item(&item.id)), "{}", item.title);
        let merit = file.merits.iter().next().unwrap();
        assert!(leads(&merit.who, Route::merit(&merit.id)), "{}", merit.who);
        assert_eq!(&*Route::merit(&merit.id).href(), format!("#/nhat-ky/dien-hinh/{}", merit.id));
    }

    #[test]
    fn marks_of_footnotes_are_not_shown() {
        let index = index();
        assert!(index.entries.iter().any(|entry| entry.hint == text::FOUND_PASSAGE));
        assert!(index.entries.iter().all(|entry| !entry.label.contains("[^")));
    }

    #[test]
    fn activities_come_newest_first_and_never_fill_the_list_alone() {
        let index = index();
        let found = index.find("cchc");
        assert!(found.len() <= MOST);
        let dates: Vec<&str> = found
            .iter()
            .filter(|entry| entry.route.screen == Screen::Log)
            .map(|entry| &entry.hint[..10])
            .collect();
        let mut sorted = dates.clone();
        sorted.sort_by_key(|date| {
            std::cmp::Reverse((date[6..].to_owned(), date[3..5].to_owned(), date[..2].to_owned()))
        });
        assert_eq!(dates, sorted);
    }
}
