//! Cases a person could have written, and the laws that hold for all.

use serde_json::json;

use super::fixture::*;
use super::*;
use crate::calendar::{DeadlineRule, PeriodKind, WindowRule};
use crate::plan::{Cadence, QuotaGoal, QuotaScope};

mod laws;
mod lists;
mod obligations;
mod reporting;

/// "tháng 5: 2 done | tháng 6: 1/2 late …": what the strip of a duty says, without what is off.
fn told(file: &PlanFile, duty: &str, today: &str) -> String {
    let progress = Progress::of(file, day(today));
    let duty = duty.parse().unwrap();
    let rows: Vec<String> = progress
        .of_duty(&duty)
        .filter(|one| one.standing != Standing::Off)
        .map(|one| format!("{}: {} {}", one.label, one.figure(), one.state.key()))
        .collect();
    rows.join(" | ")
}

fn standings(file: &PlanFile, duty: &str, today: &str) -> Vec<Standing> {
    let duty = duty.parse().unwrap();
    Progress::of(file, day(today)).of_duty(&duty).map(|one| one.standing).collect()
}

fn articles_each_month(file: &mut PlanFile) {
    duty(file, "vp", "tin-bai", "Đăng tin, bài trên Trang thông tin điện tử", MONTHLY);
    let page = QuotaScope::Channel("trang".parse().unwrap());
    quota(file, "tin-bai", QuotaGoal::AtLeast(2), "tin-bai", page);
}
