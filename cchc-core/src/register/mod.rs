//! Sổ theo dõi: what happens in the year. Activities with their evidence, difficulties raised, figures sent,
//! reports filed and frozen, budget, merits, how lists are read.

mod activity;
mod amount;
mod budget;
mod detail;
mod difficulty;
mod filing;
mod frozen;
mod list_reading;
mod merit;

pub use activity::{Activity, Count, Evidence, EvidenceForm};
pub use budget::BudgetItem;
pub use detail::{Detail, DetailItem, WorkForm};
pub use difficulty::Difficulty;
pub use filing::{Filing, FilingState, OfficeReturn, ParagraphEdit};
pub use frozen::{FrozenReport, Illegible, Lift};
pub use list_reading::{ListMatter, ListReading};
pub use merit::{Honoree, Merit, MeritKind};
