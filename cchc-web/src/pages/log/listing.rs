//! The list behind the table: prefolded, ordered and added up, so that a key press over 20,000 activities costs one
//! search. Pure: no browser.

use std::sync::Arc;

use cchc_core::calendar::Date;
use cchc_core::id::{ActivityId, UnitId};
use cchc_core::record::Records;
use cchc_core::register::Activity;
use cchc_core::text::{FoldedIndex, Query, sort_key};

use super::filter::LogFilter;
use super::names::SharedNames;

/// A column that can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// Ngày.
    #[default]
    Date,
    /// Cơ quan.
    Office,
    /// Nhiệm vụ.
    Duty,
    /// Kênh.
    Channel,
    /// Nội dung.
    Title,
    /// Số lượng.
    Count,
    /// Minh chứng: what lacks it comes first.
    Evidence,
}

/// How the list is ordered; equal rows stand with the newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// From the end.
    pub descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self { column: Column::Date, descending: true }
    }
}

impl Order {
    /// After a press on a column's head: the other direction, or the new column from its natural end.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        if self.column == column {
            Self { descending: !self.descending, ..self }
        } else {
            Self { column, descending: matches!(column, Column::Date | Column::Count) }
        }
    }
}

/// Everything logged, folded for search. Made once per revision of the file.
#[derive(Debug)]
pub struct Listing {
    rows: Vec<Arc<Activity>>,
    folded: FoldedIndex,
    names: SharedNames,
}

/// What the table shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// Rows of the listing, in order.
    pub rows: Vec<u32>,
    /// What they add up to.
    pub totals: Totals,
    /// How many of those that match, before `missing_evidence` asks, lack evidence.
    pub lacking: usize,
}

/// Cộng: the rows, what they count by unit, and how many nothing proves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many activities.
    pub activities: usize,
    /// How many in each unit, in the plan's order of units.
    pub units: Vec<(UnitId, u64)>,
    /// How many of the activities nothing proves.
    pub lacking: usize,
}

impl Listing {
    /// Folds what is new; rows that `before` holds, too, are taken over.
    pub fn of(activities: &Records<Activity>, names: &SharedNames, before: Option<&Self>) -> Self {
        let before = before.filter(|before| before.names == *names);
        let mut old = before.map_or(&[][..], |before| &before.rows).iter().enumerate().peekable();
        let mut rows = Vec::with_capacity(activities.len());
        let mut folded = FoldedIndex::with_capacity(activities.len());
        for activity in activities.arcs() {
            // Both are in the order of ids.
            while old.next_if(|(_, other)| other.id < activity.id).is_some() {}
            match (old.next_if(|(_, other)| Arc::ptr_eq(other, activity)), before) {
                (Some((at, _)), Some(before)) => folded.push_row_of(&before.folded, at),
                _ => push(&mut folded, activity, names),
            }
            rows.push(Arc::clone(activity));
        }
        Self { rows, folded, names: names.clone() }
    }

    /// How many activities there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing has been logged.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row.
    pub fn row(&self, at: u32) -> &Arc<Activity> {
        &self.rows[at as usize]
    }

    /// Every id.
    pub fn ids(&self) -> impl Iterator<Item = &ActivityId> {
        self.rows.iter().map(|activity| &activity.id)
    }

    /// All rows in an order: once per order, not per key press.
    pub fn sorted(&self, order: Order) -> Vec<u32> {
        let row = |at: u32| &self.rows[at as usize];
        let names = &self.names;
        let mut all: Vec<u32> = (0..self.rows.len() as u32).collect();
        // Ids of one machine sort by the time they were drawn: of one day, the last one logged comes first.
        all.sort_unstable_by(|a, b| (row(*b).date, &row(*b).id).cmp(&(row(*a).date, &row(*a).id)));
        let down = order.descending;
        match order.column {
            Column::Date if down => all,
            Column::Date => ordered(all, down, |at| row(at).date),
            Column::Office => ordered(all, down, |at| sort_key(&names.office(&row(at).office).short)),
            Column::Duty => {
                ordered(all, down, |at| row(at).duty.as_ref().map(|id| sort_key(&names.duty(id).short)))
            }
            Column::Channel => {
                ordered(all, down, |at| row(at).channel.as_ref().map(|id| sort_key(&names.channel(id).short)))
            }
            Column::Title => ordered(all, down, |at| sort_key(&row(at).title)),
            Column::Count => ordered(all, down, |at| row(at).counts.first().map(|count| count.value)),
            Column::Evidence => ordered(all, down, |at| row(at).evidence.first().map(|e| sort_key(&e.text))),
        }
    }

    /// The rows that a filter leaves, in the order of `sorted`, and what they add up to.
    pub fn shown(&self, sorted: &[u32], filter: &LogFilter, today: Date) -> Shown {
        let hits = self.hits(&filter.text);
        let wanted = LogFilter { missing_evidence: false, ..filter.clone() };
        let mut sums = Sums::default();
        let mut shown = Shown {
            rows: Vec::with_capacity(hits.as_ref().map_or(sorted.len(), |h| h.count)),
            ..Shown::default()
        };
        for at in sorted {
            if hits.as_ref().is_some_and(|hits| !hits.rows[*at as usize]) {
                continue;
            }
            let activity = &self.rows[*at as usize];
            if !wanted.takes(activity, today, |channel| self.names.group_of(channel)) {
                continue;
            }
            let lacks = activity.lacks_evidence(today);
            shown.lacking += usize::from(lacks);
            if lacks || !filter.missing_evidence {
                shown.rows.push(*at);
                sums.add(activity, lacks);
            }
        }
        shown.totals = sums.finish(&self.names);
        shown
    }

    fn hits(&self, text: &str) -> Option<Hits> {
        let query = Query::new(text);
        if query.is_empty() {
            return None;
        }
        let found = self.folded.find(&query);
        let mut rows = vec![false; self.rows.len()];
        for at in &found {
            rows[*at] = true;
        }
        Some(Hits { rows, count: found.len() })
    }
}

struct Hits {
    rows: Vec<bool>,
    count: usize,
}

/// Sums on the way; few units, so a list is quicker than a map.
#[derive(Default)]
struct Sums<'a> {
    activities: usize,
    units: Vec<(&'a UnitId, u64)>,
    lacking: usize,
}

impl<'a> Sums<'a> {
    fn add(&mut self, activity: &'a Activity, lacks: bool) {
        self.activities += 1;
        self.lacking += usize::from(lacks);
        for count in &activity.counts {
            match self.units.iter_mut().find(|(unit, _)| *unit == &count.unit) {
                Some((_, sum)) => *sum = sum.saturating_add(count.value),
                None => self.units.push((&count.unit, count.value)),
            }
        }
    }

    fn finish(self, names: &SharedNames) -> Totals {
        let mut units: Vec<_> = self.units.into_iter().map(|(unit, sum)| (unit.clone(), sum)).collect();
        units.sort_by_cached_key(|(unit, _)| (names.unit(unit).order, unit.clone()));
        Totals { activities: self.activities, units, lacking: self.lacking }
    }
}

/// Rows by a key, those of one key as they stood.
fn ordered<K: Ord>(rows: Vec<u32>, descending: bool, key: impl Fn(u32) -> K) -> Vec<u32> {
    let mut keyed: Vec<(K, u32)> = rows.into_iter().map(|at| (key(at), at)).collect();
    keyed.sort_by(|(a, _), (b, _)| if descending { b.cmp(a) } else { a.cmp(b) });
    keyed.into_iter().map(|(_, at)| at).collect()
}

/// What a search looks at: what the row shows, the full names behind the short ones, and what only the form shows.
fn push(folded: &mut FoldedIndex, activity: &Activity, names: &SharedNames) {
    let office = names.office(&activity.office);
    let duty = activity.duty.as_ref().map(|id| names.duty(id)).unwrap_or_default();
    let channel = activity.channel.as_ref().map(|id| names.channel(id)).unwrap_or_default();
    let evidence = activity.evidence.iter().map(|evidence| evidence.text.as_str());
    let fields = [
        &*activity.title,
        &*office.full,
        &*office.short,
        &*duty.full,
        &*duty.short,
        &*channel.full,
        &*channel.short,
    ];
    folded.push(fields.into_iter().chain([&*activity.note, &*activity.audience]).chain(evidence));
}

/// The activities that would be logged twice: same day, same office, same content however it is spelled.
pub fn duplicate_of<'a>(activities: &'a Records<Activity>, draft: &Activity) -> Option<&'a Arc<Activity>> {
    let same = |other: &&Arc<Activity>| {
        other.date == draft.date
            && other.office == draft.office
            && other.id != draft.id
            && cchc_core::text::fold(other.title.trim()) == cchc_core::text::fold(draft.title.trim())
    };
    activities.arcs().rfind(same)
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;
    use cchc_core::exchange::{Edit, PlanFile};
    use cchc_core::id::OfficeId;

    use super::*;
    use crate::testing::after;

    fn example() -> PlanFile {
        examples::get("hoa-tham-2026-minh-hoa").unwrap()
    }

    fn listing(file: &PlanFile) -> Listing {
        Listing::of(&file.activities, &SharedNames::of(file), None)
    }

    fn today() -> Date {
        "2026-11-20".parse().unwrap()
    }

    fn titles<'a>(listing: &'a Listing, rows: &[u32]) -> Vec<&'a str> {
        rows.iter().map(|at| listing.row(*at).title.as_str()).collect()
    }

    #[test]
    fn the_newest_comes_first_and_a_second_press_turns_it_round() {
        let listing = listing(&example());
        let newest = listing.sorted(Order::default());
        let dates: Vec<_> = newest.iter().map(|at| listing.row(*at).date).collect();
        assert!(dates.is_sorted_by(|a, b| a >= b) && dates.len() == listing.len());
        let oldest = listing.sorted(Order::default().pressed(Column::Date));
        assert_eq!(listing.row(oldest[0]).date, *dates.last().unwrap());
    }

    #[test]
    fn names_sort_as_vietnamese_does_and_gaps_come_first() {
        let listing = listing(&example());
        let by_title = titles(&listing, &listing.sorted(Order::default().pressed(Column::Title)));
        let place = |word: &str| by_title.iter().position(|title| title.starts_with(word)).unwrap();
        assert!(place("Dựng pano") < place("Đối thoại") && place("Đối thoại") < place("Giải pháp"));
        let by_evidence = listing.sorted(Order::default().pressed(Column::Evidence));
        assert!(listing.row(by_evidence[0]).evidence.is_empty());
    }

    #[test]
    fn a_search_without_marks_finds_names_in_full_and_in_short() {
        let listing = listing(&example());
        let sorted = listing.sorted(Order::default());
        let count = |text: &str| {
            let filter = LogFilter { text: text.to_owned(), ..LogFilter::default() };
            listing.shown(&sorted, &filter, today()).rows.len()
        };
        assert_eq!(count(""), listing.len());
        assert_eq!(count("phong kinh te"), count("\"PHÒNG KINH TẾ\""));
        assert!(count("vh-xh") > 0 && count("he thong truyen thanh co so") > 0);
        assert_eq!(count("không có chữ này đâu"), 0);
    }

    #[test]
    fn totals_are_those_of_the_rows_and_lacking_counts_without_its_own_filter() {
        let listing = listing(&example());
        let sorted = listing.sorted(Order::default());
        let office = OfficeId::new("tt-dv-cong-ich").unwrap();
        let all = listing.shown(
            &sorted,
            &LogFilter { office: Some(office.clone()), ..LogFilter::default() },
            today(),
        );
        let by_hand: u64 =
            all.rows.iter().map(|at| listing.row(*at).count(&UnitId::new("luot-phat").unwrap())).sum();
        assert!(by_hand > 0 && all.totals.units.contains(&(UnitId::new("luot-phat").unwrap(), by_hand)));
        assert_eq!(all.totals.lacking, all.lacking);
        let filter = LogFilter { office: Some(office), missing_evidence: true, ..LogFilter::default() };
        let lacking = listing.shown(&sorted, &filter, today());
        assert_eq!((lacking.rows.len(), lacking.lacking), (all.lacking, all.lacking));
        let ahead = listing.shown(&sorted, &filter, "2026-01-01".parse().unwrap());
        assert_eq!((ahead.rows.len(), ahead.lacking), (0, 0), "what lies ahead lacks nothing");
    }

    #[test]
    fn what_did_not_change_is_taken_over_and_finds_the_same() {
        let file = example();
        let names = SharedNames::of(&file);
        let before = Listing::of(&file.activities, &names, None);
        let id = ActivityId::new("a-2026-02-05-01").unwrap();
        let mut changed = file.activities.get(&id).unwrap().clone();
        changed.title = "Hỏi đáp về một cửa".to_owned();
        let removed = Edit::remove::<Activity>(&ActivityId::new("a-2026-01-20-01").unwrap());
        let file = after(&file, "vhxh", vec![Edit::write(&changed), removed]);
        let after = Listing::of(&file.activities, &names, Some(&before));
        assert_eq!(after.folded, Listing::of(&file.activities, &names, None).folded);
        let filter = LogFilter { text: "hoi dap ve mot cua".to_owned(), ..LogFilter::default() };
        assert_eq!(after.shown(&after.sorted(Order::default()), &filter, today()).rows.len(), 1);
    }

    #[test]
    fn the_same_content_twice_on_a_day_is_noticed_however_it_is_spelled() {
        let file = example();
        let id = ActivityId::new("a-2026-02-05-01").unwrap();
        let mut twin = file.activities.get(&id).unwrap().clone();
        assert!(duplicate_of(&file.activities, &twin).is_none(), "a row is no duplicate of itself");
        twin.id = ActivityId::new("moi").unwrap();
        twin.title = twin.title.to_uppercase();
        assert_eq!(duplicate_of(&file.activities, &twin).map(|a| a.id.clone()), Some(id));
        twin.office = OfficeId::new("phong-vhxh").unwrap();
        assert!(duplicate_of(&file.activities, &twin).is_none());
    }
}
