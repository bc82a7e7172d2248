//! Báo cáo tổng hợp khó khăn, vướng mắc và kiến nghị.

use crate::document::{Align, Appendix, Block, Document, Form, HeadingLevel, Orientation, Row, Table, Title};
use crate::order;
use crate::plan::Office;
use crate::register::Difficulty;
use crate::report::papers::head::{Citations, Issuer, Kind, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError};
use crate::report::words::{bare, lower_first};
use crate::text::{date_vi, roman, two_digits, unbroken};

/// From the focal office to UBND: what waits for an answer, by who decides; what was answered, in the appendix.
pub(super) fn report(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let window = desk.window();
    let of_office = |one: &&Difficulty| office.is_none_or(|office| office.id == one.office);
    let mut told: Vec<&Difficulty> = file
        .difficulties
        .iter()
        .filter(of_office)
        // What was raised before and still waits belongs to every summary.
        .filter(|one| window.contains(one.date) || (one.date < window.from && one.is_open(window.to)))
        .collect();
    order::sort_by_key(&mut told, |one| (one.date, &one.id));
    if told.is_empty() {
        return Err(PaperError::Nothing(format!(
            "sổ theo dõi không có khó khăn, kiến nghị nào trong {}",
            desk.window_name()
        )));
    }
    let as_of = window.to.min(desk.today);
    let open: Vec<&&Difficulty> = told.iter().filter(|one| one.is_open(as_of)).collect();
    let issuer = Issuer::focal(file);
    let mut citations = Citations::of(file);
    let name = desk.window_name();
    let mut body = vec![paragraph(format!(
        "Thực hiện {}, {} tổng hợp khó khăn, vướng mắc và kiến nghị của các cơ quan, đơn vị {name} như sau:",
        citations.plan(),
        issuer.name(plan)
    ))];
    body.push(Block::heading(HeadingLevel::Section, "Tình hình chung"));
    body.push(paragraph(format!(
        "Các cơ quan, đơn vị phản ánh {} khó khăn, vướng mắc; {} đã được trả lời, {} đang chờ giải quyết (chi tiết tại Phụ \
         lục kèm theo).",
        two_digits(told.len() as u64),
        two_digits((told.len() - open.len()) as u64),
        two_digits(open.len() as u64)
    )));
    body.push(Block::heading(HeadingLevel::Section, "Kiến nghị, đề xuất đang chờ giải quyết"));
    if open.is_empty() {
        body.push(paragraph("Không còn kiến nghị nào chờ giải quyết."));
    }
    for (to, list) in by_addressee(&open, &plan.issuer) {
        body.push(Block::heading(HeadingLevel::Item, unbroken(&format!("Đề nghị {to}")).as_str()));
        for one in list {
            let days = one.waiting_days(as_of);
            let proposal = match bare(&one.proposal) {
                "" => String::new(),
                proposal => format!("; đề nghị {}", lower_first(proposal)),
            };
            body.push(dash(format!(
                "{} phản ánh ngày {} (đã chờ {days} ngày): {}{proposal}.",
                desk.office_name(&one.office),
                date_vi(one.date),
                bare(&one.title)
            )));
        }
    }
    body.push(paragraph(format!(
        "{} kính trình {} xem xét, chỉ đạo giải quyết.",
        issuer.name(plan),
        plan.issuer
    )));
    let form = Form {
        title: Title::named(
            "Báo cáo",
            unbroken(&format!(
                "Tổng hợp khó khăn, vướng mắc và kiến nghị trong tuyên truyền cải cách hành chính {name}"
            )),
        ),
        addressees: vec![plan.issuer.clone()],
        ..issuer.form(plan, Kind::Named("BC"), &["Như trên", "Các cơ quan, đơn vị có kiến nghị"], desk.today)
    };
    let mut document = Document::issued(format!("Báo cáo khó khăn, kiến nghị {name}"), form, body);
    document.appendices = vec![Appendix {
        title: "Khó khăn, vướng mắc, kiến nghị và kết quả giải quyết".to_owned(),
        orientation: Orientation::Portrait,
        body: vec![Block::Table(table(desk, &told, as_of))],
    }];
    Ok(Paper { document, file_name: desk.file_name("bao-cao-kien-nghi"), remarks: Vec::new() })
}

/// Whom each waits for, in the order in which they are first named.
fn by_addressee<'a>(open: &[&&'a Difficulty], issuer: &'a str) -> Vec<(&'a str, Vec<&'a Difficulty>)> {
    let mut groups: Vec<(&str, Vec<&Difficulty>)> = Vec::new();
    for one in open {
        let to = match bare(&one.addressed_to) {
            "" => issuer,
            to if issuer.starts_with(to) => issuer,
            to => to,
        };
        match groups.iter_mut().find(|(known, _)| *known == to) {
            Some((_, list)) => list.push(one),
            None => groups.push((to, vec![one])),
        }
    }
    groups
}

fn table(desk: &Desk<'_>, told: &[&Difficulty], as_of: crate::calendar::Date) -> Table {
    let mut table = Table::new([
        ("STT", 7, Align::Center),
        ("Ngày", 14, Align::Center),
        ("Khó khăn, vướng mắc", 24, Align::Left),
        ("Kiến nghị, đề xuất", 20, Align::Left),
        ("Nơi giải quyết", 13, Align::Left),
        ("Kết quả giải quyết", 22, Align::Left),
    ]);
    let mut number = 0;
    let mut groups = 0;
    for office in &desk.file.offices {
        let own: Vec<_> = told.iter().filter(|one| one.office == office.id).collect();
        if own.is_empty() {
            continue;
        }
        groups += 1;
        table.rows.push(Row::group(roman(groups).as_str(), office.name.as_str(), 5));
        for one in own {
            number += 1;
            let result = match one.answered_on.filter(|day| *day <= as_of) {
                Some(day) => format!("{} (ngày {})", bare(&one.answer), date_vi(day)),
                None => format!("Đang chờ, đã {} ngày", one.waiting_days(as_of)),
            };
            table.rows.push(Row::plain([
                number.to_string(),
                date_vi(one.date),
                bare(&one.title).to_owned(),
                bare(&one.proposal).to_owned(),
                bare(&one.addressed_to).to_owned(),
                result,
            ]));
        }
    }
    table
}
