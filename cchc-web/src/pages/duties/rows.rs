//! Which rows the list shows: the duties, and for every office the delivery of its figures.

use std::sync::Arc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::{DutyId, OfficeId};
use cchc_core::plan::Duty;
use cchc_core::progress::{Obligation, Progress, Standing, State, Task, focal_office};
use cchc_core::text::{Folded, Query};

use super::address;
use crate::route::Route;
use crate::strings::duties as text;

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) office: OfficeId,
    pub(super) what: What,
    /// Every obligation behind it (indices).
    pub(super) obligations: Vec<usize>,
    /// The one whose last day and state are shown.
    pub(super) focus: Option<usize>,
    /// How it stands.
    pub(super) state: State,
    searched: Folded,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Duty(Arc<Duty>),
    Returns,
}

impl Row {
    /// The duty, where it is one.
    pub(super) fn duty(&self) -> Option<&Duty> {
        match &self.what {
            What::Duty(duty) => Some(duty),
            What::Returns => None,
        }
    }
}

/// Every row, by office in plan order; within an office its duties, then its figures.
pub(super) fn all(file: &PlanFile, progress: &Progress) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let known = file.offices.iter().map(|office| office.id.clone());
    // A duty of an office that the file does not know is shown all the same, last.
    let unknown =
        file.duties.iter().map(|duty| duty.office.clone()).filter(|office| !file.offices.contains(office));
    for office in known.chain(unknown) {
        if rows.iter().any(|row| row.office == office) {
            continue;
        }
        let of_office = file.duties.arcs().filter(|duty| duty.office == office);
        rows.extend(of_office.map(|duty| duty_row(file, progress, duty)));
        rows.extend(returns_row(file, progress, &office));
    }
    rows
}

fn duty_row(file: &PlanFile, progress: &Progress, duty: &Arc<Duty>) -> Row {
    let own = progress.duty(&duty.id);
    let office = file.offices.get(&duty.office).map_or("", |office| office.name.as_str());
    let partners = duty.partners.iter().map(|partner| partner.name.as_str());
    let words = [duty.name.as_str(), &duty.short_name, &duty.source.quote, office];
    Row {
        office: duty.office.clone(),
        obligations: own.map(|own| own.obligations.clone()).unwrap_or_default(),
        focus: own.and_then(|own| own.focus),
        state: own.map_or(State::None, |own| own.state),
        searched: Folded::of_fields(words.into_iter().chain(partners)),
        what: What::Duty(Arc::clone(duty)),
    }
}

/// The figures that an office sends; none where it owes none this year.
fn returns_row(file: &PlanFile, progress: &Progress, office: &OfficeId) -> Option<Row> {
    let obligations: Vec<usize> = progress.returns_of(office).collect();
    let is_owed = |index: &usize| progress.obligations[*index].standing != Standing::Off;
    if !obligations.iter().any(is_owed) {
        return None;
    }
    let focus = progress.focus_of(&obligations);
    let title = returns_title(file);
    let name = file.offices.get(office).map_or("", |office| office.name.as_str());
    Some(Row {
        office: office.clone(),
        state: focus.map_or(State::None, |index| progress.obligations[index].state),
        searched: Folded::of_fields([title.as_str(), name]),
        obligations,
        focus,
        what: What::Returns,
    })
}

/// "Gửi số liệu cho Phòng Văn hóa - Xã hội".
pub(super) fn returns_title(file: &PlanFile) -> String {
    text::returns_title(focal_office(file).map_or(file.plan.issuer.as_str(), |office| &office.name))
}

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Filter {
    pub(super) office: Option<String>,
    pub(super) cadence: Option<String>,
    pub(super) state: Option<State>,
    pub(super) unfinished: bool,
    pub(super) inferred: bool,
    pub(super) search: String,
}

impl Filter {
    pub(super) fn of(route: &Route) -> Self {
        let word = |key: &str| route.get(key).filter(|word| !word.is_empty()).map(str::to_owned);
        Self {
            office: word(address::OFFICE),
            cadence: word(address::CADENCE),
            state: route.get(address::STATE).and_then(address::state_of),
            unfinished: route.get(address::UNFINISHED).is_some(),
            inferred: route.get(address::INFERRED).is_some(),
            search: word(address::SEARCH).unwrap_or_default(),
        }
    }

    /// Whether everything is shown.
    pub(super) fn is_open(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn query(&self) -> Query {
        Query::new(&self.search)
    }

    /// Whether a row is one of those asked for.
    pub(super) fn takes(&self, row: &Row, progress: &Progress, query: &Query) -> bool {
        self.office.as_deref().is_none_or(|office| office == row.office.as_str())
            && self
                .cadence
                .as_deref()
                .is_none_or(|word| row.duty().is_some_and(|duty| has_cadence(duty, word)))
            && self.state.is_none_or(|state| in_state(row, progress, state))
            && !(self.unfinished && row.state == State::Done)
            && (!self.inferred || row.duty().is_some_and(Duty::has_inferred))
            && query.matches(&row.searched)
    }

    /// What is owed behind the rows that are asked for, each once, in their order (indices).
    pub(super) fn obligations(&self, rows: &[Row], progress: &Progress) -> Vec<usize> {
        let query = self.query();
        let shown = rows.iter().filter(|row| self.takes(row, progress, &query));
        let mut is_new = vec![true; progress.obligations.len()];
        let owed = shown.flat_map(|row| &row.obligations).copied();
        owed.filter(|at| {
            progress.obligations[*at].standing != Standing::Off && std::mem::take(&mut is_new[*at])
        })
        .collect()
    }

    /// Whether an obligation belongs to a row that is asked for, and stands as asked: for the calendar.
    pub(super) fn takes_obligation(
        &self,
        owed: &Obligation,
        taken: &Taken,
        today: cchc_core::calendar::Date,
    ) -> bool {
        let row = match &owed.task {
            Task::Return { .. } => taken.returns.contains(&owed.office),
            task => task.duties().iter().any(|duty| taken.duties.contains(duty)),
        };
        let state = match self.state {
            None => true,
            Some(State::Done) => !owed.state.is_pressing(),
            Some(state) => owed.state == state && owed.is_at_hand(today),
        };
        row && state && !(self.unfinished && owed.state == State::Done)
    }
}

/// The rows taken, to look obligations up in.
pub(super) struct Taken {
    duties: std::collections::HashSet<DutyId>,
    returns: std::collections::HashSet<OfficeId>,
}

impl Taken {
    pub(super) fn of<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> Self {
        let duties = rows.clone().filter_map(|row| row.duty().map(|duty| duty.id.clone())).collect();
        let returns = rows.filter(|row| row.what == What::Returns).map(|row| row.office.clone()).collect();
        Self { duties, returns }
    }
}

fn has_cadence(duty: &Duty, word: &str) -> bool {
    address::cadence_word(&duty.cadence.value) == word
}

/// The lists behind the counts of Tổng quan: late, missing and soon ask for an obligation at hand that stands so; on
/// track are the duties of which nothing presses.
fn in_state(row: &Row, progress: &Progress, state: State) -> bool {
    match state {
        State::Done => row.duty().is_some() && !row.state.is_pressing(),
        state => at_hand(row, progress).any(|owed| owed.state == state),
    }
}

/// How many obligations at hand stand so behind these rows. A report that two duties ask for is one.
pub(super) fn count_at_hand<'a>(
    rows: impl Iterator<Item = &'a Row>,
    progress: &'a Progress,
    state: State,
) -> usize {
    let at_hand = rows.flat_map(|row| at_hand(row, progress)).filter(|owed| owed.state == state);
    at_hand.map(std::ptr::from_ref).collect::<std::collections::HashSet<_>>().len()
}

/// The obligations of a row that are at hand.
fn at_hand<'a>(row: &'a Row, progress: &'a Progress) -> impl Iterator<Item = &'a Obligation> {
    row.obligations
        .iter()
        .map(|index| &progress.obligations[*index])
        .filter(|owed| owed.is_at_hand(progress.today))
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    fn count(hash: &str) -> (usize, usize) {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let progress = Progress::of(&file, "2026-11-20".parse().expect("a day"));
        let filter = Filter::of(&Route::parse(hash));
        let query = filter.query();
        let rows = all(&file, &progress);
        let taken: Vec<&Row> = rows.iter().filter(|row| filter.takes(row, &progress, &query)).collect();
        let owed = filter.state.map(|state| count_at_hand(taken.iter().copied(), &progress, state));
        (taken.len(), owed.unwrap_or_default())
    }

    #[test]
    fn the_list_behind_a_count_holds_what_was_counted() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        let verdict = Progress::of(&file, "2026-11-20".parse().expect("a day")).verdict;
        let behind = |state| count(&address::in_state(state).href()).1;
        assert_eq!(behind(State::Late), verdict.late);
        assert_eq!(behind(State::Soon), verdict.soon);
        assert_eq!(behind(State::Missing), verdict.missing_evidence);
        assert_eq!(count(&address::in_state(State::Done).href()).0, verdict.on_track);
    }

    #[test]
    fn filters_narrow_together() {
        assert_eq!(count("#/nhiem-vu").0, 32 + 5, "32 duties and five offices that send figures");
        assert_eq!(count("#/nhiem-vu?co-quan=phong-kinh-te").0, 4 + 1);
        assert_eq!(count("#/nhiem-vu?co-quan=phong-kinh-te&nhip=hang-quy").0, 1);
        assert_eq!(count("#/nhiem-vu?tim=doi%20thoai").0, 1);
        assert_eq!(count("#/nhiem-vu?tim=so%20lieu%20cong%20ich").0, 1);
    }
}
