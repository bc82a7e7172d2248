//! Lịch sử thay đổi: who changed what, when, from what to what; and how to bring a former state back.
//!
//! The whole history is a list of its own ([`HistoryPage`], `#/lich-su`); the history of one record opens from the
//! place where the record is worked on ([`HistoryButton`]).

mod button;
mod entry;
mod list;
mod page;
mod record;
mod told;

pub use button::HistoryButton;
pub use page::HistoryPage;
