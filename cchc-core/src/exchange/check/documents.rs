//! Cited documents against themselves and against the plan: what is to be flagged, and never repaired.

use std::collections::HashMap;

use chrono::Datelike;

use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::plan::{Basis, CitedDocument};
use crate::text::{date_vi, fold};

/// What to do about a number or a date that cannot be right.
const COMPARE: &str = "Đối chiếu với văn bản gốc";

/// State bodies whose documents sometimes carry the Party's form.
const STATE: [&str; 7] = ["UBND", "HĐND", "CP", "TTg", "BNV", "SNV", "VPCP"];

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    let plan = &file.plan;
    // A plan without a day of issue cites nothing later than the day from which it is followed up; where nothing in the
    // plan says that day either, nothing later than its year.
    let tracked = &plan.tracked_from;
    let is_said = tracked.basis != Basis::Inferred || !tracked.wording.is_empty();
    let (until, which) = match plan.issued_on {
        Some(day) => (day, "ngày ban hành kế hoạch"),
        None if is_said => (tracked.value, "ngày bắt đầu theo dõi kế hoạch"),
        None => {
            (Date::from_ymd_opt(plan.year, 12, 31).unwrap_or(tracked.value), "năm kế hoạch, tức là sau ngày")
        }
    };
    let mut dated: HashMap<(String, String, i32), Date> = HashMap::new();
    for document in &file.documents {
        let at = |field: &str| Place::record(document, field);
        let number = document.number.as_deref().map(str::trim);
        let year = number.and_then(year_of);
        let mut doubt = |code: &'static str, field: &str, message: String, hint: &str| {
            found.push(Diagnostic::warning(code, at(field), message, hint));
        };
        match (document.date, year) {
            (Some(date), _) if date > until => doubt(
                "document-after-plan",
                "date",
                format!("ngày {} sau {which} {}", date_vi(date), date_vi(until)),
                "Xem lại ngày của văn bản hoặc ngày ban hành kế hoạch",
            ),
            (None, Some(year)) if year > until.year() => doubt(
                "document-after-plan",
                "number",
                format!("năm {year} trong số, ký hiệu sau {which} {}", date_vi(until)),
                "Xem lại số, ký hiệu hoặc ngày ban hành kế hoạch",
            ),
            _ => {}
        }
        if let (Some(date), Some(year)) = (document.date, year)
            && year != date.year()
        {
            let message = format!("năm {year} trong số, ký hiệu khác năm của ngày {}", date_vi(date));
            doubt("year-against-date", "date", message, COMPARE);
        }
        let Some(number) = number else { continue };
        let clean = clean(number);
        if clean != number {
            let message = format!("số, ký hiệu có dấu cách hoặc gạch ngang thừa; đúng thể thức là “{clean}”");
            doubt("stray-space-in-number", "number", message, "Sửa khi soạn lại văn bản");
        }
        if let Some(agency) = party_form(&clean).filter(|agency| STATE.contains(agency)) {
            let message =
                format!("“{clean}” viết theo thể thức văn bản của Đảng, nhưng {agency} là cơ quan nhà nước");
            doubt("party-form", "number", message, "Văn bản nhà nước viết như 132/KH-UBND");
        }
        // Numbers begin anew every year in every agency.
        let Some(date) = document.date else { continue };
        let first = *dated.entry(identity(document, &clean, year.unwrap_or(date.year()))).or_insert(date);
        if first != date {
            let message =
                format!("số “{clean}” ghi hai ngày khác nhau: {} và {}", date_vi(first), date_vi(date));
            doubt("number-two-dates", "date", message, COMPARE);
        }
    }
}

/// Which document a number means: 07/2021 and 7/2021 are the same.
fn identity(document: &CitedDocument, number: &str, year: i32) -> (String, String, i32) {
    (fold(number.trim_start_matches('0')), fold(document.issuer.trim()), year)
}

/// The number without blanks, its dashes as hyphens.
fn clean(number: &str) -> String {
    let signs = number.chars().filter(|sign| !sign.is_whitespace());
    signs.map(|sign| if matches!(sign, '–' | '—') { '-' } else { sign }).collect()
}

/// The year in `118/2025/NĐ-CP`.
fn year_of(number: &str) -> Option<i32> {
    let middle = number.split('/').nth(1).filter(|_| number.matches('/').count() >= 2)?.trim();
    (middle.len() == 4).then(|| middle.parse().ok()).flatten()
}

/// The agency of a number in the Party's form: of `57-NQ/TW` it is `TW`.
fn party_form(number: &str) -> Option<&str> {
    let (number, agency) = number.split_once('/')?;
    let (digits, kind) = number.split_once('-')?;
    let is_number = !digits.is_empty() && digits.bytes().all(|sign| sign.is_ascii_digit());
    (is_number && !kind.is_empty()).then_some(agency)
}
