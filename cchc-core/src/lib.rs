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
//! // And back: the same file has the same text, byte for byte.
//! let again = exchange::read(&file.to_json())?.file;
//! assert_eq!(again.to_json(), file.to_json());
//! # Ok::<(), exchange::ReadError>(())
//! ```
//!
//! A new one comes from a plan's words (module `ingest`, of the feature of that name), from a plan that is adapted ([`adapt`]), or record by
//! record from [`PlanFile::new`](exchange::PlanFile::new).
//!
//! The plan is held whole, with the words that each record was read from. Văn phòng must post at least two articles a
//! month on the commune's page (“hằng tháng, có ít nhất 02 tin, bài về CCHC đăng trên Trang thông tin điện tử”):
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
//! assert_eq!(duty.source.quote, "hằng tháng, có ít nhất 02 tin, bài về CCHC đăng trên Trang thông tin điện tử");
//! assert!(words.text.contains(&duty.source.quote));
//! ```
//!
//! There is one way to change a file: a [`Change`](exchange::Change), applied whole or not at all. It writes the
//! journal and gives back the edits that undo it.
//!
//! ```
//! # use cchc_core::{calendar::Date, examples};
//! use cchc_core::exchange::{Author, Change, Edit};
//! use cchc_core::register::{Activity, Count, Evidence};
//!
//! let mut file = examples::get("hoa-tham-2026").unwrap();
//! let day = Date::from_ymd_opt(2026, 5, 12).unwrap();
//! // Its id is drawn by the shell. What is not known stays empty: unknown is not 0.
//! let article = Activity {
//!     duty: Some("tin-bai-hang-thang".parse()?),
//!     channel: Some("trang-ttdt".parse()?),
//!     counts: vec![Count::new("tin-bai".parse()?, 1)],
//!     evidence: vec![Evidence::new("https://hoatham.langson.gov.vn/tin/1")],
//!     ..Activity::new("a1".parse()?, day, "van-phong".parse()?, "Nộp hồ sơ trực tuyến tại nhà")
//! };
//! let author = Author {
//!     writer: "may-van-phong".parse()?,
//!     at: "2026-05-12T16:05:00+07:00".parse().unwrap(),
//!     office: Some("van-phong".parse()?),
//! };
//! let edits = vec![Edit::write(&article)];
//! let change = Change { author: author.clone(), label: "Ghi hoạt động".to_owned(), edits };
//! let applied = file.apply(&change).unwrap();
//! assert_eq!(file.activities.len(), 1);
//!
//! // What is due follows from the file and the day.
//! let today = Date::from_ymd_opt(2026, 5, 20).unwrap();
//! let progress = cchc_core::progress::Progress::of(&file, today);
//! let may = progress.of_duty(article.duty.as_ref().unwrap()).find(|owed| owed.label == "tháng 5").unwrap();
//! assert_eq!((may.figure(), may.phrase(today)), ("1/2".to_owned(), "còn thiếu 1".to_owned()));
//!
//! // Undo is a change as well: what the first one gave back.
//! file.apply(&Change { author, label: "Hoàn tác".to_owned(), edits: applied.inverse }).unwrap();
//! assert!(file.activities.is_empty());
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
//! Offices work on copies of the file, and [`exchange::merge`] makes one of two of them, whatever order they come in. Where
//! both wrote the same field, it waits for a person:
//!
//! ```
//! use cchc_core::exchange::{Author, Change, Edit, PlanFile, RecordKey, merge};
//! use cchc_core::examples;
//! use cchc_core::record::Kind;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let name = |file: &mut PlanFile, writer: &str, name: &str| {
//!     let fields = [("short_name".to_owned(), name.into())].into_iter().collect();
//!     let edits = vec![Edit::Set { record: RecordKey::new(Kind::Offices, "van-phong"), fields }];
//!     let at = "2026-05-12T16:05:00+07:00".parse().unwrap();
//!     let author = Author { writer: writer.parse().unwrap(), at, office: None };
//!     file.apply(&Change { author, label: "Đổi tên".to_owned(), edits })
//! };
//! let mut ours = examples::get("hoa-tham-2026").unwrap();
//! let mut theirs = ours.clone();
//! name(&mut ours, "may-1", "VP")?;
//! name(&mut theirs, "may-2", "Văn phòng UBND")?;
//!
//! let mut one = merge(&ours, &theirs)?;
//! assert_eq!(one, merge(&theirs, &ours)?);
//! let conflict = &one.conflicts()[0];
//! assert_eq!((conflict.field, conflict.candidates.len()), ("short_name", 2));
//! let edits = vec![conflict.settle(&"VP".into())];
//! let author = Author { writer: "may-1".parse()?, at: "2026-05-13T08:00:00+07:00".parse()?, office: None };
//! one.apply(&Change { author, label: "Chọn giá trị".to_owned(), edits })?;
//! assert!(one.conflicts().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! # Where things are
//!
//! * [`plan`]: the plan as issued; [`register`]: what happens in the year; [`indicator`]: the indices it serves;
//!   [`record`], [`id`]: what all of these are made of;
//! * [`progress`], [`report`]: derived, never stored; [`report::papers`]: every other paper of the year;
//!   [`report::life`]: a report frozen, sent, amended; [`document`]: a document in its official form;
//! * [`exchange`]: the file, its changes, merging, checks and schema; [`diagnostic`]: what checks find;
//!   [`examples`]: the plans that come along; [`adapt`]: one of them as another commune's, and next year's;
//! * `ingest` (a feature): a plan's text or Word file, an office's lists;
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
mod fault;
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
