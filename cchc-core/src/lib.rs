//! Theo dõi kế hoạch tuyên truyền cải cách hành chính (CCHC): the model and its rules.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod diagnostic;
pub mod document;
pub mod examples;
pub mod exchange;
pub mod id;
pub mod indicator;
pub mod plan;
pub mod progress;
pub mod record;
pub mod register;
pub mod report;
pub mod text;
