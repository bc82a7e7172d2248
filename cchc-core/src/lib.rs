//! Theo dõi kế hoạch tuyên truyền cải cách hành chính (CCHC): the model and its rules.
#![forbid(unsafe_code)]

pub mod calendar;
