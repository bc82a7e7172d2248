//! Thông báo danh mục thủ tục hành chính đã niêm yết: what, where, when, by whom.

use crate::document::{Align, Appendix, Block, Document, Form, Orientation, Row, Table, Title};
use crate::order;
use crate::plan::Office;
use crate::register::{Activity, WorkForm};
use crate::report::papers::head::{Issuer, Kind, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError};
use crate::report::words::bare;
use crate::text::{date_vi, fold, integer_vi, two_digits, unbroken};

/// The unit in which procedures are counted, by its name.
const UNIT: &str = "thu tuc";

/// Of the office that posts, in the name of UBND by order.
pub(super) fn notice(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let window = desk.window();
    let mut posted: Vec<&Activity> = file
        .activities
        .iter()
        .filter(|one| office.is_none_or(|office| office.id == one.office))
        .filter(|one| window.contains(one.date) && one.date <= desk.today && is_posting(desk, one))
        .collect();
    order::sort_by_key(&mut posted, |one| (one.date, &one.id));
    let Some(first) = posted.first() else {
        return Err(PaperError::Nothing(format!(
            "sổ theo dõi không có lần niêm yết thủ tục hành chính nào trong {}",
            desk.window_name()
        )));
    };
    let posts_most = office.or_else(|| file.offices.get(&first.office));
    let issuer = posts_most.map_or(Issuer::Committee, Issuer::ByOrder);
    let name = desk.window_name();
    let total: u64 = posted.iter().map(|one| procedures(desk, one)).fold(0, u64::saturating_add);
    let mut body = vec![paragraph(format!(
        "{} thông báo kết quả niêm yết, công khai thủ tục hành chính (TTHC) {name} như sau:",
        plan.issuer
    ))];
    body.push(dash(format!(
        "Số lần niêm yết, cập nhật: {} lần, với {} lượt TTHC;",
        two_digits(posted.len() as u64),
        two_digits(total)
    )));
    let mut places: Vec<String> =
        posted.iter().map(|one| place(desk, one)).filter(|place| place != "–").collect();
    order::sort(&mut places);
    places.dedup();
    if !places.is_empty() {
        body.push(dash(format!("Nơi niêm yết: {};", places.join("; "))));
    }
    body.push(dash("Danh mục, thời gian, người thực hiện: tại Phụ lục kèm theo."));
    body.push(paragraph(
        "Tổ chức, cá nhân phát hiện TTHC niêm yết thiếu, sai hoặc hết hiệu lực phản ánh về Trung tâm Phục vụ hành chính công \
         để xử lý kịp thời.",
    ));
    let form = Form {
        title: Title::named(
            "Thông báo",
            unbroken(&format!("Danh mục thủ tục hành chính đã niêm yết, công khai {}", desk.period_name())),
        ),
        ..issuer.form(plan, Kind::Named("TB"), &["CT, các PCT UBND xã", "Các cơ quan, đơn vị"], desk.today)
    };
    let mut document = Document::issued(format!("Thông báo niêm yết TTHC {name}"), form, body);
    document.appendices = vec![Appendix {
        title: "Danh mục thủ tục hành chính đã niêm yết, công khai".to_owned(),
        orientation: Orientation::Portrait,
        body: vec![Block::Table(table(desk, &posted))],
    }];
    let remarks = posted
        .iter()
        .filter(|one| one.detail_of(WorkForm::Posting).is_none())
        .map(|one| format!("Lần niêm yết ngày {} chưa ghi nơi niêm yết, người thực hiện.", date_vi(one.date)))
        .collect();
    Ok(Paper { document, file_name: desk.file_name("niem-yet-tthc"), remarks })
}

/// Whether procedures were posted: by its detail, or by its channel where nobody filled the detail in.
fn is_posting(desk: &Desk<'_>, activity: &Activity) -> bool {
    if activity.detail.is_some() {
        return activity.detail_of(WorkForm::Posting).is_some();
    }
    let channel = activity.channel.as_ref().and_then(|id| desk.file.channels.get(id));
    channel
        .is_some_and(|channel| fold(&channel.name).starts_with("niem yet") && procedures(desk, activity) > 0)
}

fn procedures(desk: &Desk<'_>, activity: &Activity) -> u64 {
    let counted = activity.counts.iter().filter(|count| {
        desk.file.units.get(&count.unit).is_some_and(|unit| fold(&unit.name).starts_with(UNIT))
    });
    counted.map(|count| count.value).fold(0, u64::saturating_add)
}

fn place(desk: &Desk<'_>, activity: &Activity) -> String {
    let place = activity.detail_of(WorkForm::Posting).map_or("", |detail| bare(&detail.place));
    if !place.is_empty() {
        return place.to_owned();
    }
    let channel = activity.channel.as_ref().and_then(|id| desk.file.channels.get(id));
    channel.map_or_else(|| "–".to_owned(), |channel| channel.name.clone())
}

fn table(desk: &Desk<'_>, posted: &[&Activity]) -> Table {
    let mut table = Table::new([
        ("STT", 7, Align::Center),
        ("Nội dung niêm yết", 28, Align::Left),
        ("Số TTHC", 8, Align::Right),
        ("Nơi niêm yết", 17, Align::Left),
        ("Ngày", 14, Align::Center),
        ("Người thực hiện", 12, Align::Left),
        ("Văn bản, minh chứng", 14, Align::Left),
    ]);
    for (nth, one) in posted.iter().enumerate() {
        let detail = one.detail_of(WorkForm::Posting);
        let items: Vec<&str> =
            detail.iter().flat_map(|detail| &detail.items).map(|item| bare(&item.text)).collect();
        let what = match items.as_slice() {
            [] => bare(&one.title).to_owned(),
            items => format!("{} ({})", bare(&one.title), items.join("; ")),
        };
        let who = detail.map_or("", |detail| bare(&detail.led_by));
        let who = if who.is_empty() { desk.office_name(&one.office) } else { who };
        let until = detail.and_then(|detail| detail.until);
        let day = match until {
            Some(until) => format!("{} – {}", date_vi(one.date), date_vi(until)),
            None => date_vi(one.date),
        };
        let evidence: Vec<&str> = one.evidence.iter().map(|evidence| evidence.text.trim()).collect();
        table.rows.push(Row::plain([
            (nth + 1).to_string(),
            what,
            integer_vi(procedures(desk, one) as i64),
            place(desk, one),
            day,
            who.to_owned(),
            evidence.join("; "),
        ]));
    }
    let total: u64 = posted.iter().map(|one| procedures(desk, one)).fold(0, u64::saturating_add);
    table.rows.push(Row::total(["", "Tổng", &integer_vi(total as i64), "", "", "", ""]));
    table
}
