//! What the product itself writes from the built-in plans.

use cchc_core::calendar::Date;
use cchc_core::document::Document;
use cchc_core::exchange::PlanFile;
use cchc_core::plan::ReportForm;
use cchc_core::report::papers::{PaperAsk, PaperKind, paper};
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

/// The papers of the illustrative year besides its reports, as of 20/11/2026.
///
/// # Panics
/// If one cannot be written.
pub fn illustrative_papers() -> Vec<(&'static str, Document)> {
    let file = example("hoa-tham-2026-minh-hoa");
    let today = Date::from_ymd_opt(2026, 11, 20).expect("a day");
    let year = PaperAsk::default();
    let quarter = PaperAsk { period: "2026-Q4".parse().ok(), ..year.clone() };
    let asks = [
        ("hoa-tham-ke-hoach-phu-luc", PaperKind::Plan, PaperAsk { with_duties: true, ..year.clone() }),
        ("hoa-tham-don-doc", PaperKind::Urge, year.clone()),
        (
            "hoa-tham-yeu-cau-so-lieu",
            PaperKind::Request,
            PaperAsk { office: "van-phong".parse().ok(), ..quarter.clone() },
        ),
        ("hoa-tham-kien-nghi", PaperKind::Difficulties, year.clone()),
        ("hoa-tham-khen-thuong", PaperKind::Commend, year.clone()),
        ("hoa-tham-du-toan", PaperKind::Budget, year.clone()),
        ("hoa-tham-tham-dinh", PaperKind::Appraisal, year.clone()),
        ("hoa-tham-niem-yet", PaperKind::Posting, year.clone()),
        ("hoa-tham-bien-ban", PaperKind::Dialogue, year.clone()),
        (
            "hoa-tham-ban-tin",
            PaperKind::Brief,
            PaperAsk { topic: "dich-vu-cong-truc-tuyen".parse().ok(), ..year },
        ),
    ];
    let made = asks.map(|(name, kind, ask)| {
        (name, paper(&file, kind, &ask, today).expect("the register has what it needs").document)
    });
    made.into()
}

fn example(name: &str) -> PlanFile {
    cchc_core::examples::get(name).expect("built in")
}
