//! Vietnamese: spelling, search, order, numbers and dates in words and figures.
//!
//! * [`nfc`], [`same_spelling`] and [`canonical_tone`]: one text, however it was typed (hòa, hoà);
//! * [`fold`], [`Folded`], [`find_folded`], [`Query`], [`FoldedIndex`]: search that ignores tone marks ("bao cao" finds
//!   "báo cáo"), in one text and in thousands;
//! * [`sort_key`]: the order of the Vietnamese alphabet;
//! * [`integer_vi`], [`number_vi`], [`percent_vi`], [`money_vi`], [`roman`], [`parse_number`] and their kin;
//! * [`date_vi`], [`date_long`], [`range_vi`] and their kin; [`parse_date`] for what a person types;
//! * [`join_vi`], [`glue`], [`unbroken`], [`letter`], [`shortened`]: lists and running text.
//!
//! What is written here has plain spaces. [`glue`] and [`unbroken`] put no-break spaces in when a text is shown.
//!
//! ```
//! use cchc_core::text::{find_folded, fold, integer_vi, join_vi, same_spelling, sort_key};
//!
//! assert_eq!(fold("Báo cáo QUÝ II – Ủy ban"), "bao cao quy ii - uy ban");
//! let text = "Đã gửi báo cáo";
//! assert_eq!(&text[find_folded(text, "bao cao")[0].clone()], "báo cáo");
//! assert!(same_spelling("Ủy ban", "Uỷ ban"));
//! assert!(sort_key("Đào") > sort_key("Dũng"));
//! assert_eq!(integer_vi(1_200_000), "1.200.000");
//! assert_eq!(join_vi(["tin", "bài", "ảnh"]), "tin, bài và ảnh");
//! ```

mod collate;
mod date;
mod date_input;
mod fold;
mod index;
mod list;
mod notes;
mod number;
mod roman;
mod search;
mod short;
mod slug;
mod spelling;

pub use collate::{SortKey, sort_key};
pub use date::{date_long, date_short, date_vi, range_long, range_vi};
pub use date_input::{DateInputError, parse_date};
pub use fold::{Folded, fold};
#[cfg(feature = "ingest")]
pub(crate) use fold::{fold_onto, is_letter};
pub use index::FoldedIndex;
pub use list::{NBSP, capitalized, glue, join_vi, letter, unbroken};
pub use notes::without_notes;
pub use number::{
    NumberInputError, count_in_words, integer_vi, money_in_words, money_vi, number_vi, parse_number,
    percent_vi, two_digits,
};
pub use roman::{from_roman, roman};
pub use search::{Query, find_folded};
pub use short::shortened;
pub use slug::slug;
pub use spelling::{canonical_tone, nfc, same_spelling};
