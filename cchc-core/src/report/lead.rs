//! The opening, I. Công tác chỉ đạo, triển khai, and the closing.

use std::collections::BTreeMap;

use crate::plan::{CitedDocument, Duty, OfficeRole};
use crate::progress::focal_office;
use crate::progress::ledger::Fact;
use crate::register::{Activity, EvidenceForm};
use crate::report::compose::{Context, full_citation};
use crate::report::words::{bare, lower_first};
use crate::report::{Paragraph, Piece, works};
use crate::text::{date_vi, join_vi, money_vi, range_long, two_digits};

/// At most so many activities of one duty are told by their titles; the appendix lists all.
const TOLD: usize = 4;

/// Đoạn mở đầu: what the plan carries out, cited in full; the report, and the days of its figures.
pub(super) fn opening(context: &Context<'_>) -> Paragraph {
    let plan = &context.file.plan;
    // What came after the day of the report cannot be what it carries out.
    let documents = carried_out(context).filter(|document| !is_later(context, document));
    let mut cited: Vec<String> = documents.map(full_citation).collect();
    let requested_by = context.item.map_or("", |item| bare(&item.requested_by));
    if !requested_by.is_empty() {
        cited.push(requested_by.to_owned());
    }
    let basis =
        if cited.is_empty() { String::new() } else { format!("Thực hiện {}, ", cited.join("; ")) };
    let days = range_long(context.spec.window.from, context.spec.window.to);
    let what = match context.spec.period {
        Some(period) => format!("CCHC {} (số liệu {days})", period.vietnamese()),
        None => format!("CCHC, {} (số liệu {days})", lower_first(bare(&context.spec.title))),
    };
    let issuer = &plan.issuer;
    Paragraph::plain(
        "mo-dau",
        format!("{basis}{issuer} báo cáo kết quả công tác thông tin, tuyên truyền {what} như sau:"),
    )
}

/// What the plan carries out, as it says itself.
pub(super) fn carried_out<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a CitedDocument> {
    let file = context.file;
    file.plan.carries_out.iter().filter_map(|id| file.documents.get(id))
}

/// Whether a document was issued after the day of the report.
pub(super) fn is_later(context: &Context<'_>, document: &CitedDocument) -> bool {
    document.date.is_some_and(|date| date > context.dated)
}

/// I. What was done to steer and set going.
pub(super) fn steering(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    pieces.push(Piece::Paragraph(plan_set_going(context)));
    let Some(focal) = focal_office(context.file) else { return };
    // By duty, in plan order; what was logged for none comes last.
    let own = context.file.offices.iter().position(|office| office.id == focal.id).map(|place| place as u32);
    let mut by_duty: BTreeMap<u32, Vec<&Fact>> = BTreeMap::new();
    for fact in context.off_channel.iter().filter(|fact| fact.office == own) {
        by_duty.entry(fact.duty.unwrap_or(u32::MAX)).or_default().push(fact);
    }
    let duties: Vec<&Duty> = context.file.duties.iter().collect();
    let key = |place: &u32| duties.get(*place as usize).map_or("khac", |duty| duty.id.as_str());
    let items: Vec<Paragraph> = by_duty
        .iter()
        .map(|(place, done)| Paragraph::item(format!("chi-dao.{}", key(place)), told(context, done)))
        .collect();
    if !items.is_empty() {
        let name = &focal.name;
        let opening = format!("Trong kỳ, {name} đã tham mưu, thực hiện:");
        pieces.push(Piece::Paragraph(Paragraph::plain("chi-dao.co-quan-dau-moi", opening)));
        pieces.extend(items.into_iter().map(Piece::Paragraph));
    }
    let (cost, recorded) = context.now.cost;
    if cost > 0 {
        let text = format!(
            "Chi phí ghi theo từng hoạt động trong kỳ là {} ({} hoạt động có ghi chi phí).",
            money_vi(cost as i64),
            two_digits(recorded)
        );
        pieces.push(Piece::Paragraph(Paragraph::plain("chi-dao.kinh-phi", text)));
    }
    pieces.extend(works::budget(context).map(Piece::Paragraph));
}

/// Activities by their titles: "công văn đôn đốc (số 102/UBND-VHXH ngày 09/6/2026); …".
pub(super) fn told(context: &Context<'_>, done: &[&Fact]) -> String {
    let mut told: Vec<String> =
        done.iter().take(TOLD).map(|fact| one(context.ledger.activity(fact))).collect();
    if done.len() > TOLD {
        told.push(format!("và {} hoạt động khác", two_digits((done.len() - TOLD) as u64)));
    }
    format!("{}.", told.join("; "))
}

fn one(activity: &Activity) -> String {
    let number = activity.evidence.iter().find_map(|evidence| match evidence.form() {
        EvidenceForm::Text(text) if is_number(text) => Some(text),
        _ => None,
    });
    let date = date_vi(activity.date);
    let title = bare(&activity.title);
    match number {
        Some(number) => format!("{title} (số {number} ngày {date})"),
        None => format!("{title} (ngày {date})"),
    }
}

/// Whether a piece of evidence is a document's number: `76/UBND-VHXH`.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.contains('/') && !text.contains(' ')
}

fn plan_set_going(context: &Context<'_>) -> Paragraph {
    let plan = &context.file.plan;
    let offices = || context.file.offices.iter();
    let given = offices().filter(|office| office.role != OfficeRole::Asked).count();
    let asked: Vec<&str> = offices()
        .filter(|office| office.role == OfficeRole::Asked)
        .map(|office| office.name.as_str())
        .collect();
    let name = match (&plan.number, plan.issued_on) {
        (Some(number), Some(date)) => {
            let subject = lower_first(plan.title.trim_start_matches("Kế hoạch ").trim());
            format!("Kế hoạch số {number} ngày {} về việc {subject}", date_vi(date))
        }
        _ => plan.title.clone(),
    };
    let start = plan.issued_on.unwrap_or(plan.tracked_from.value);
    if context.dated < start {
        let text = "Số liệu trong kỳ lấy theo sổ theo dõi.";
        return Paragraph::plain("chi-dao.ke-hoach", text);
    }
    if context.spec.window.to < start {
        let text = format!(
            "{name} được theo dõi thực hiện từ ngày {}, sau kỳ báo cáo này; số liệu trong kỳ lấy theo sổ theo dõi.",
            date_vi(start)
        );
        return Paragraph::plain("chi-dao.ke-hoach", text);
    }
    // That it was issued is known by its number or its day.
    let verb = match (context.spec.window.contains(start), plan.is_issued(context.as_of)) {
        (true, true) => "ban hành và tổ chức thực hiện",
        (true, false) => "tổ chức thực hiện",
        (false, _) => "tiếp tục tổ chức thực hiện",
    };
    let issuer = &plan.issuer;
    let mut text =
        format!("{issuer} {verb} {name}; giao nhiệm vụ cho {} cơ quan, đơn vị", two_digits(given as u64));
    if let Some(focal) = focal_office(context.file) {
        text.push_str(&format!(", trong đó {} là cơ quan đầu mối theo dõi, đôn đốc, tổng hợp", focal.name));
    }
    if !asked.is_empty() {
        text.push_str(&format!("; đề nghị {} phối hợp thực hiện", join_vi(asked)));
    }
    text.push('.');
    Paragraph::plain("chi-dao.ke-hoach", text)
}

/// Đoạn kết.
pub(super) fn closing(context: &Context<'_>) -> Paragraph {
    let issuer = &context.file.plan.issuer;
    let what = match context.spec.period {
        Some(period) => period.vietnamese(),
        None => lower_first(bare(&context.spec.title)),
    };
    Paragraph::plain(
        "ket",
        format!("Trên đây là báo cáo kết quả công tác thông tin, tuyên truyền CCHC {what} của {issuer}."),
    )
}
