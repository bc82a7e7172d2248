//! A paper of the year, as it is printed.
#![allow(missing_docs, reason = "each text says what it is")]

pub const PRINT: &str = "In";
pub const WORD: &str = "Xuất Word";
pub const TEXT_FILE: &str = "Tải văn bản thuần";
pub const PAPER: &str = "Văn bản";
pub const NONE: &str = "Chưa lập được văn bản";

/// Why there is no such paper, as a sentence.
pub fn because(reason: &str) -> String {
    format!("Lý do: {reason}.")
}
