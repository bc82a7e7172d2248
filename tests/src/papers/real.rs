//! What the product itself writes from the built-in plans.

use cchc_core::calendar::Date;
use cchc_core::document::Document;
use cchc_core::exchange::PlanFile;
use cchc_core::plan::ReportForm;
use cchc_core::report::{ReportSpec, compose, plan_document, to_document};

/// The report of a period of the illustrative year, as of 20/11/2026: `2026-Q2`.
pub fn illustrative_report(period: &str, form: ReportForm) -> Document {
    let file = example("hoa-tham-2026-minh-hoa");
    let spec = ReportSpec::of_period(&file, period.parse().expect("a period")).with_form(form);
    to_document(&compose(&file, &spec, Date::from_ymd_opt(2026, 11, 20).expect("a day")))
}

/// The plan of Hoa Thám as issued.
pub fn hoa_tham() -> Document {
    plan_document(&example("hoa-tham-2026"))
}

fn example(name: &str) -> PlanFile {
    cchc_core::examples::get(name).expect("built in")
}
