//! Sổ theo dõi: what happens in the year. Activities with their evidence, difficulties raised, figures sent,
//! reports filed.

mod activity;
mod difficulty;
mod filing;

pub use activity::{Activity, Count, Evidence, EvidenceForm};
pub use difficulty::Difficulty;
pub use filing::{Filing, FilingState, OfficeReturn, ParagraphEdit};
