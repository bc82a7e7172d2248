//! Nhật ký: what was done, logged in under fifteen seconds, found again among thousands.
//!
//! * [`filter`] which rows, as the address writes it; every count elsewhere links here through it;
//! * [`listing`] the rows prefolded, ordered, added up; [`names`] what ids are called;
//! * [`draft`], `form` what stands in the form and what is wrong with it; `fields`, `entry` how it looks;
//! * `table`, `row`, `toolbar` the list; `selection` what is ticked; `remove`, `bulk` what is done to it, and
//!   [`effect`] what that does to the reports.

mod bulk;
mod detail;
pub mod draft;
pub mod effect;
mod entry;
mod fields;
pub mod filter;
mod form;
mod list;
pub mod listing;
pub mod names;
mod page;
mod remove;
mod row;
mod selection;
mod table;
mod toolbar;

pub use page::LogPage;
