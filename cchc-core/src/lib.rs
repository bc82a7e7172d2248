//! Theo dõi kế hoạch tuyên truyền cải cách hành chính (CCHC): the model and its rules.
//!
//! Every commune of Viet Nam issues a yearly plan to communicate administrative reform. This library holds such a plan
//! as data, with what happens in the year, and says what is due, what is done and proved, and what the report has to
//! say. It is pure: no clock, no disk, no network, no randomness. `today` and the ids of new records come in as
//! arguments; the same file on the same day gives the same answers, in a browser, in a script, on a server.
//!
//! What a person reads is Vietnamese: messages of errors and findings too. Each has a stable English `code` for programs.
//!
//! # From a plan to a report
//!
//! A plan is a file, `*.cchc.json`. Reading is lenient: what cannot be read is set aside and told, not lost.
//!
//! ```
//! use cchc_core::{examples, exchange};
//!
//! let text = examples::json("hoa-tham-2026").unwrap();
//! let exchange::Reading { file, diagnostics } = exchange::read(text)?;
//! assert!(diagnostics.is_empty());
//! assert_eq!(file.plan.title, "Kế hoạch tuyên truyền cải cách hành chính xã Hoa Thám năm 2026");
//! # Ok::<(), exchange::ReadError>(())
//! ```
//!
//! The plan is held whole, with the words that each record was read from. Văn phòng must post at least two articles a
//! month on the commune's page (“tối thiểu 02 tin, bài/tháng”):
//!
//! ```
//! use cchc_core::calendar::PeriodKind;
//! use cchc_core::plan::{Cadence, QuotaGoal};
//!
//! let file = cchc_core::examples::get("hoa-tham-2026").unwrap();
//! let duty = file.duties.get_str("tin-bai-hang-thang").unwrap();
//! assert!(matches!(duty.cadence.value, Cadence::Recurring { period: PeriodKind::Month, .. }));
//! assert_eq!(duty.quota.as_ref().unwrap().value.goal, QuotaGoal::AtLeast(2));
//! let words = file.passages.get(&duty.source.passage).unwrap();
//! assert!(words.text.contains(&duty.source.quote));
//! ```
//!
//! There is one way to change a file: a [`Change`](exchange::Change), applied whole or not at all. It writes the
//! journal and gives back the edits that undo it.
//!
//! ```
//! # use cchc_core::{calendar::Date, examples};
//! use cchc_core::exchange::{Author, Change, Edit};
//! use cchc_core::record::Extra;
//! use cchc_core::register::{Activity, Count, Evidence};
//!
//! let mut file = examples::get("hoa-tham-2026").unwrap();
//! let article = Activity {
//!     id: "a1".parse()?, // drawn by the shell
//!     date: Date::from_ymd_opt(2026, 5, 12).unwrap(),
//!     office: "van-phong".parse()?,
//!     duty: Some("tin-bai-hang-thang".parse()?),
//!     channel: Some("trang-ttdt".parse()?),
//!     topics: vec![],
//!     title: "Nộp hồ sơ trực tuyến tại nhà".to_owned(),
//!     audience: String::new(),
//!     language: String::new(),
//!     counts: vec![Count { unit: "tin-bai".parse()?, value: 1, extra: Extra::new() }],
//!     reach: None, // unknown is not 0
//!     cost: None,
//!     evidence: vec![Evidence::new("https://hoatham.langson.gov.vn/tin/1")],
//!     note: String::new(),
//!     detail: None,
//!     extra: Extra::new(),
//! };
//! let author = Author {
//!     writer: "may-van-phong".parse()?,
//!     at: "2026-05-12T16:05:00+07:00".parse().unwrap(),
//!     office: Some("van-phong".parse()?),
//! };
//! let change = Change { author, label: "Ghi hoạt động".to_owned(), edits: vec![Edit::write(&article)] };
//! let applied = file.apply(&change).unwrap();
//! assert_eq!(file.activities.len(), 1);
//! assert_eq!(applied.inverse, [Edit::remove::<Activity>(&article.id)]);
//!
//! // What is due follows from the file and the day.
//! let today = Date::from_ymd_opt(2026, 5, 20).unwrap();
//! let progress = cchc_core::progress::Progress::of(&file, today);
//! let may = progress.of_duty(article.duty.as_ref().unwrap()).find(|owed| owed.label == "tháng 5").unwrap();
//! assert_eq!((may.figure(), may.phrase(today)), ("1/2".to_owned(), "còn thiếu 1".to_owned()));
//! # Ok::<(), cchc_core::id::IdError>(())
//! ```
//!
//! And so does the report: over the days that Nghị định 09/2019/NĐ-CP gives the quarter, in the form of Nghị định
//! 30/2020/NĐ-CP, as plain text, HTML for print or (feature `docx`) Word.
//!
//! ```
//! use cchc_core::{calendar::Date, document, examples, report};
//!
//! let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
//! let spec = report::ReportSpec::of_period(&file, "2026-Q2".parse()?);
//! let made = report::compose(&file, &spec, Date::from_ymd_opt(2026, 6, 16).unwrap());
//! let text = document::text::text(&report::to_document(&made));
//! assert!(text.contains("cải cách hành chính quý II năm 2026"));
//! # Ok::<(), cchc_core::calendar::PeriodError>(())
//! ```
//!
//! # Where things are
//!
//! * [`plan`]: the plan as issued; [`register`]: what happens in the year; [`indicator`]: the indices it serves;
//! * [`progress`], [`report`]: derived, never stored; [`document`]: a document in its official form;
//! * [`exchange`]: the file, its changes, checks and schema; [`examples`]: the plans that come along;
//!   [`adapt`]: one of them as another commune's;
//! * [`calendar`], [`text`]: how offices count time, how Vietnamese is written.
//!
//! # Features
//!
//! None is on by default. `docx`: Word documents. `xlsx`: spreadsheets. `ingest`: reading a plan's text or Word file.
//! `schema`: the JSON Schema of the file.
#![forbid(unsafe_code)]

pub mod adapt;
pub mod calendar;
pub mod diagnostic;
pub mod document;
pub mod examples;
pub mod exchange;
pub mod id;
pub mod indicator;
#[cfg(feature = "ingest")]
pub mod ingest;
mod json;
#[doc(hidden)]
pub mod order;
pub mod plan;
pub mod progress;
pub mod record;
pub mod register;
pub mod report;
pub mod text;
