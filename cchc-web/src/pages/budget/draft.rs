//! What a person has filled in of a budget item, and what is wrong with it.

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::{BudgetItemId, DutyId, OfficeId};
use cchc_core::record::Extra;
use cchc_core::register::BudgetItem;
use yew::AttrValue;

use super::dong;
use crate::pages::form::Problems;
use crate::pages::log::draft::figure;
use crate::strings::budget as text;

/// The most that one item can be, in đồng; a file with more would not be read.
const MOST: u64 = 1_000_000_000_000;

/// The ids of the fields that can be wrong.
pub(super) const OFFICE: &str = "kp-co-quan";
pub(super) const TITLE: &str = "kp-noi-dung";
pub(super) const AMOUNTS: [&str; 4] = ["kp-du-toan", "kp-tham-dinh", "kp-bo-tri", "kp-da-chi"];

/// The form.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Draft {
    pub(super) office: Option<AttrValue>,
    pub(super) duty: Option<AttrValue>,
    pub(super) title: String,
    pub(super) calculation: String,
    pub(super) fund: String,
    /// As typed: estimate, appraised, allocated, spent.
    pub(super) amounts: [String; 4],
    pub(super) appraised_on: Option<Date>,
    pub(super) opinion: String,
    pub(super) allocated_by: String,
    pub(super) note: String,
}

impl Draft {
    pub(super) fn of(item: &BudgetItem) -> Self {
        Self {
            office: Some(item.office.to_string().into()),
            duty: item.duty.as_ref().map(|duty| duty.to_string().into()),
            title: item.title.clone(),
            calculation: item.calculation.clone(),
            fund: item.fund.clone(),
            amounts: super::amounts(item).map(|amount| amount.map(dong).unwrap_or_default()),
            appraised_on: item.appraised_on,
            opinion: item.opinion.clone(),
            allocated_by: item.allocated_by.clone(),
            note: item.note.clone(),
        }
    }

    /// A new one, from the fund that the last one names.
    pub(super) fn new(file: &PlanFile, office: Option<&str>) -> Self {
        let fund = file.budget_items.iter().last().map(|item| item.fund.clone()).unwrap_or_default();
        Self { office: office.map(|id| id.to_owned().into()), fund, ..Self::default() }
    }

    /// The record, over the one it was.
    ///
    /// # Errors
    /// What is wrong, in the order of the fields.
    pub(super) fn record(&self, id: BudgetItemId, old: Option<&BudgetItem>) -> Result<BudgetItem, Problems> {
        let mut problems = Problems::new();
        let office = self.office.as_deref().and_then(|id| OfficeId::new(id).ok());
        if office.is_none() {
            problems.push((OFFICE, text::F_OFFICE_MISSING.into()));
        }
        if self.title.trim().is_empty() {
            problems.push((TITLE, text::F_TITLE_MISSING.into()));
        }
        let mut amounts = [None; 4];
        for ((amount, typed), field) in amounts.iter_mut().zip(&self.amounts).zip(AMOUNTS) {
            match figure(typed) {
                Ok(Some(read)) if read > MOST => problems.push((field, text::F_TOO_LARGE.into())),
                Ok(read) => *amount = read,
                Err(error) => problems.push((field, error.into())),
            }
        }
        let (Some(office), true) = (office, problems.is_empty()) else { return Err(problems) };
        let [estimate, appraised, allocated, spent] = amounts;
        let tidy = |words: &str| words.trim().to_owned();
        Ok(BudgetItem {
            id,
            office,
            duty: self.duty.as_deref().and_then(|id| DutyId::new(id).ok()),
            title: tidy(&self.title),
            calculation: tidy(&self.calculation),
            fund: tidy(&self.fund),
            estimate,
            appraised,
            appraised_on: self.appraised_on,
            opinion: tidy(&self.opinion),
            allocated,
            allocated_by: tidy(&self.allocated_by),
            spent,
            note: tidy(&self.note),
            extra: old.map_or_else(Extra::new, |old| old.extra.clone()),
        })
    }
}

#[cfg(test)]
mod tests {
    use cchc_core::examples;

    use super::*;

    #[test]
    fn every_item_comes_back_as_it_was() {
        let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
        for item in &file.budget_items {
            assert_eq!(Draft::of(item).record(item.id.clone(), Some(item)).as_ref(), Ok(item));
        }
    }

    #[test]
    fn what_is_wrong_is_said_by_field() {
        let id = || BudgetItemId::new("01").expect("an id");
        let draft = Draft {
            amounts: ["1.5", "-2", "2.000.000.000.000", "hai triệu"].map(str::to_owned),
            ..Draft::default()
        };
        let problems = draft.record(id(), None).expect_err("all wrong");
        let fields: Vec<_> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [OFFICE, TITLE, AMOUNTS[0], AMOUNTS[1], AMOUNTS[2], AMOUNTS[3]]);
        let whole = Draft {
            office: Some("mttq".into()),
            title: " In tờ gấp ".to_owned(),
            amounts: ["6.900.000", "", "0", " "].map(str::to_owned),
            ..Draft::default()
        };
        let item = whole.record(id(), None).expect("complete");
        assert_eq!(super::super::amounts(&item), [Some(6_900_000), None, Some(0), None]);
        assert_eq!(item.title, "In tờ gấp");
    }
}
