//! Documents as files: in the form of Nghị định 30/2020/NĐ-CP, the same words in all three formats, opened by a real
//! office suite, printed by a real browser.

mod bad_input;
mod docx_file;
mod form;
mod office;
mod print;
mod same_words;
mod xlsx_file;
