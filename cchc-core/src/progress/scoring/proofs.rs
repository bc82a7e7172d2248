//! From an activity to the criteria that it proves.

use crate::calendar::Period;
use crate::exchange::PlanFile;
use crate::id::{ActivityId, IndexCode};
use crate::progress::Progress;
use crate::progress::criteria::{criteria, proved_by};
use crate::progress::scoring::sets;

/// Tiêu chí được chứng minh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Mã bộ chỉ số.
    pub set: IndexCode,
    /// Tên bộ chỉ số.
    pub set_name: String,
    /// Mã tiêu chí.
    pub leaf: String,
    /// Tên tiêu chí; the code where the set has it no longer.
    pub leaf_name: String,
    /// The period of the entry that names it; none where the register finds it by itself.
    pub entered_for: Option<Period>,
}

/// The criteria that an activity proves, in every set: those which the register computes from it, and those whose
/// entries name it. Each once, the set's order.
pub fn proofs(file: &PlanFile, progress: &Progress, activity: &ActivityId) -> Vec<Proof> {
    let criteria = criteria(file, progress);
    let proved: Vec<_> = proved_by(&criteria, activity).iter().map(|criterion| criterion.computed).collect();
    let mut found = Vec::new();
    for set in sets(file) {
        let named: Vec<_> = file
            .score_entries
            .iter()
            .filter(|entry| entry.set == set.code && entry.activities.contains(activity))
            .collect();
        for leaf in set.leaves() {
            let by_register = leaf.computed.is_some_and(|computed| proved.contains(&computed));
            let entry = named.iter().find(|entry| entry.leaf == leaf.code);
            if by_register || entry.is_some() {
                found.push(Proof {
                    set: set.code.clone(),
                    set_name: set.name.clone(),
                    leaf: leaf.code.clone(),
                    leaf_name: leaf.name.clone(),
                    entered_for: entry.filter(|_| !by_register).map(|entry| entry.period),
                });
            }
        }
        for entry in named.iter().filter(|entry| set.leaf(&entry.leaf).is_none()) {
            found.push(Proof {
                set: set.code.clone(),
                set_name: set.name.clone(),
                leaf: entry.leaf.clone(),
                leaf_name: entry.leaf.clone(),
                entered_for: Some(entry.period),
            });
        }
    }
    found
}
