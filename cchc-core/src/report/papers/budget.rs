//! Dự toán kinh phí và kết quả thẩm định.

use crate::document::{
    Align, Appendix, Block, Document, Form, HeadingLevel, Orientation, Rich, Row, Table, Title,
};
use crate::exchange::PlanFile;
use crate::order;
use crate::plan::Office;
use crate::register::BudgetItem;
use crate::report::papers::head::{Citations, Issuer, Kind, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError};
use crate::report::words::bare;
use crate::text::{
    capitalized, date_vi, fold, integer_vi, money_in_words, money_vi, roman, two_digits, unbroken,
};

/// The estimate, from the focal office to UBND by way of the office that appraises it.
pub(super) fn estimate(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let items = items(desk, office, |item| item.estimate.is_some())?;
    let total = sum(&items, |item| item.estimate);
    let issuer = Issuer::focal(file);
    let mut citations = Citations::of(file);
    let basis = format!("Căn cứ {}", citations.plan());
    let year = plan.year;
    let by_way_of = appraiser(file).map(|office| format!(" (qua {})", office.name)).unwrap_or_default();
    let mut body = vec![paragraph(format!(
        "Để bảo đảm kinh phí thực hiện {}, {} lập dự toán kinh phí tuyên truyền cải cách hành chính năm {year} như sau:",
        citations.plan(),
        issuer.name(plan)
    ))];
    body.push(dash(format!("Tổng dự toán: {} (bằng chữ: {});", money_vi(total as i64), in_words(total))));
    let mut funds: Vec<&str> =
        items.iter().map(|item| bare(&item.fund)).filter(|fund| !fund.is_empty()).collect();
    order::sort(&mut funds);
    funds.dedup();
    let fund = if funds.is_empty() { "………………………".to_owned() } else { funds.join("; ") };
    body.push(dash(format!("Nguồn kinh phí: {fund};")));
    body.push(dash(format!(
        "Số khoản chi: {} khoản của {} cơ quan, đơn vị (chi tiết tại Phụ lục kèm theo).",
        two_digits(items.len() as u64),
        two_digits(offices_of(file, &items) as u64)
    )));
    body.push(paragraph(format!(
        "{} kính trình {}{by_way_of} xem xét, thẩm định, bố trí kinh phí.",
        issuer.name(plan),
        plan.issuer
    )));
    let mut addressees = vec![plan.issuer.clone()];
    addressees.extend(appraiser(file).map(|office| office.name.clone()));
    let form = Form {
        title: Title::named(
            "Tờ trình",
            unbroken(&format!("Về dự toán kinh phí tuyên truyền cải cách hành chính năm {year}")),
        ),
        addressees,
        legal_bases: vec![Rich::plain("Căn cứ Luật Ngân sách nhà nước"), Rich::plain(unbroken(&basis))],
        ..issuer.form(plan, Kind::Named("TTr"), &["Như trên"], desk.today)
    };
    let mut document = Document::issued(format!("Tờ trình dự toán kinh phí năm {year}"), form, body);
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Nội dung chi", 34, Align::Left),
        ("Căn cứ, cách tính", 30, Align::Left),
        ("Dự toán", 14, Align::Right),
        ("Ghi chú", 17, Align::Left),
    ]);
    table.unit = Some("Đơn vị tính: đồng".to_owned());
    fill(file, &mut table, &items, 1, |item| {
        vec![bare(&item.calculation).to_owned(), amount(item.estimate), bare(&item.note).to_owned()]
    });
    table.rows.push(Row::total(["", "Tổng cộng", "", &integer_vi(total as i64), ""]));
    document.appendices =
        vec![annex(format!("Dự toán kinh phí tuyên truyền cải cách hành chính năm {year}"), table)];
    let allocated = items.iter().filter(|item| item.allocated.is_some()).count();
    let remarks = (allocated > 0).then(|| {
        format!(
            "{} trong {} khoản đã được bố trí kinh phí; Tờ trình ghi cả các khoản đó. Rà lại trước khi trình.",
            two_digits(allocated as u64),
            two_digits(items.len() as u64)
        )
    });
    Ok(Paper {
        document,
        file_name: format!("to-trinh-du-toan-{year}"),
        remarks: remarks.into_iter().collect(),
    })
}

/// What the appraising office found, to UBND.
pub(super) fn appraisal(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let all = items(desk, office, |item| item.estimate.is_some())?;
    let done: Vec<&BudgetItem> = all.iter().copied().filter(|item| item.appraised.is_some()).collect();
    if done.is_empty() {
        return Err(PaperError::Nothing("chưa có khoản kinh phí nào được thẩm định".to_owned()));
    }
    let waiting: Vec<&BudgetItem> = all.iter().copied().filter(|item| item.appraised.is_none()).collect();
    let issuer = appraiser(file).map_or_else(|| Issuer::focal(file), Issuer::Office);
    let (asked, found) = (sum(&done, |item| item.estimate), sum(&done, |item| item.appraised));
    let year = plan.year;
    let mut citations = Citations::of(file);
    let mut body = vec![
        paragraph(format!(
            "Thực hiện {}, {} thẩm định dự toán kinh phí tuyên truyền cải cách hành chính năm {year}, kết quả như sau:",
            citations.plan(),
            issuer.name(plan)
        )),
        Block::heading(HeadingLevel::Section, "Kết quả thẩm định"),
        paragraph(format!(
            "Đã thẩm định {} khoản, tổng dự toán {}; số đề nghị chấp thuận {} (bằng chữ: {}).",
            two_digits(done.len() as u64),
            money_vi(asked as i64),
            money_vi(found as i64),
            in_words(found)
        )),
    ];
    let differing = done.iter().filter(|item| item.appraised != item.estimate);
    let differing: Vec<Block> = differing
        .map(|item| {
            let (estimate, appraised) = (item.estimate.unwrap_or(0), item.appraised.unwrap_or(0));
            let (verb, by) = if appraised < estimate {
                ("giảm", estimate - appraised)
            } else {
                ("tăng", appraised - estimate)
            };
            let why = match bare(&item.opinion) {
                "" => String::new(),
                why => format!(": {}", crate::report::words::lower_first(why)),
            };
            dash(format!("{}: {verb} {}{why}.", bare(&item.title), money_vi(by as i64)))
        })
        .collect();
    if !differing.is_empty() {
        body.push(paragraph("Các khoản có số thẩm định khác dự toán:"));
        body.extend(differing);
    }
    if !waiting.is_empty() {
        body.push(paragraph(format!(
            "Chưa thẩm định {} khoản, dự toán {}.",
            two_digits(waiting.len() as u64),
            money_vi(sum(&waiting, |item| item.estimate) as i64)
        )));
    }
    body.push(Block::heading(HeadingLevel::Section, "Đề nghị"));
    body.push(paragraph(format!(
        "{} kính trình {} xem xét, bố trí kinh phí theo khả năng ngân sách (chi tiết tại Phụ lục kèm theo).",
        issuer.name(plan),
        plan.issuer
    )));
    let form = Form {
        title: Title::named(
            "Báo cáo",
            unbroken(&format!(
                "Kết quả thẩm định dự toán kinh phí tuyên truyền cải cách hành chính năm {year}"
            )),
        ),
        addressees: vec![plan.issuer.clone()],
        ..issuer.form(plan, Kind::Named("BC"), &["Như trên", "Các cơ quan, đơn vị lập dự toán"], desk.today)
    };
    let mut document = Document::issued(format!("Báo cáo thẩm định dự toán năm {year}"), form, body);
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Nội dung chi", 26, Align::Left),
        ("Dự toán", 12, Align::Right),
        ("Thẩm định", 12, Align::Right),
        ("Chênh lệch", 12, Align::Right),
        ("Được bố trí", 12, Align::Right),
        ("Ý kiến thẩm định", 21, Align::Left),
    ]);
    table.unit = Some("Đơn vị tính: đồng".to_owned());
    fill(file, &mut table, &all, 1, |item| {
        let opinion = match (item.appraised_on, bare(&item.opinion)) {
            (None, opinion) => opinion.to_owned(),
            (Some(day), "") => format!("Ngày {}", date_vi(day)),
            (Some(day), opinion) => format!("{opinion} (ngày {})", date_vi(day)),
        };
        let difference = item.appraised.zip(item.estimate);
        let difference = difference.map(|(appraised, estimate)| appraised as i64 - estimate as i64);
        vec![
            amount(item.estimate),
            amount(item.appraised),
            difference.map_or_else(|| "–".to_owned(), integer_vi),
            amount(item.allocated),
            opinion,
        ]
    });
    let total = |of: fn(&BudgetItem) -> Option<u64>| integer_vi(sum(&all, of) as i64);
    table.rows.push(Row::total([
        String::new(),
        "Tổng cộng".to_owned(),
        total(|item| item.estimate),
        total(|item| item.appraised),
        integer_vi(found as i64 - asked as i64),
        total(|item| item.allocated),
        // The sum of the estimates holds them, the difference does not.
        match waiting.len() as u64 {
            0 => String::new(),
            count => format!("Chênh lệch chưa kể {} khoản chưa thẩm định", two_digits(count)),
        },
    ]));
    document.appendices = vec![annex(format!("Kết quả thẩm định dự toán kinh phí năm {year}"), table)];
    Ok(Paper { document, file_name: format!("bao-cao-tham-dinh-du-toan-{year}"), remarks: Vec::new() })
}

fn annex(title: String, table: Table) -> Appendix {
    Appendix { title, orientation: Orientation::Portrait, body: vec![Block::Table(table)] }
}

fn items<'a>(
    desk: &Desk<'a>,
    office: Option<&Office>,
    keep: impl Fn(&BudgetItem) -> bool,
) -> Result<Vec<&'a BudgetItem>, PaperError> {
    let own =
        desk.file.budget_items.iter().filter(|item| office.is_none_or(|office| office.id == item.office));
    let kept: Vec<&BudgetItem> = own.filter(|item| keep(item)).collect();
    if kept.is_empty() {
        return Err(PaperError::Nothing("chưa ghi khoản kinh phí nào có dự toán".to_owned()));
    }
    Ok(kept)
}

/// Phòng Kinh tế, as the plan says: whose duty it is to appraise, else who has it in its name.
fn appraiser(file: &PlanFile) -> Option<&Office> {
    let duty = file.duties.iter().find(|duty| fold(&duty.name).starts_with("tham dinh"));
    let by_duty = duty.and_then(|duty| file.offices.get(&duty.office));
    by_duty.or_else(|| file.offices.iter().find(|office| fold(&office.name).contains("kinh te")))
}

fn sum(items: &[&BudgetItem], of: impl Fn(&BudgetItem) -> Option<u64>) -> u64 {
    items.iter().filter_map(|item| of(item)).fold(0, u64::saturating_add)
}

fn offices_of(file: &PlanFile, items: &[&BudgetItem]) -> usize {
    file.offices.iter().filter(|office| items.iter().any(|item| item.office == office.id)).count()
}

fn amount(dong: Option<u64>) -> String {
    dong.map_or_else(|| "–".to_owned(), |dong| integer_vi(dong as i64))
}

fn in_words(dong: u64) -> String {
    format!("{} đồng", capitalized(&money_in_words(dong)))
}

/// Rows by office in plan order, those of offices that the plan does not know last; numbers run through.
fn fill(
    file: &PlanFile,
    table: &mut Table,
    items: &[&BudgetItem],
    titles: u16,
    cells: impl Fn(&BudgetItem) -> Vec<String>,
) {
    let over = table.columns.len() as u16 - titles;
    let known = file.offices.iter().map(|office| (office.id.as_str(), office.name.as_str()));
    let mut groups: Vec<(&str, &str)> = known.collect();
    for item in items.iter().filter(|item| !file.offices.contains(&item.office)) {
        if !groups.iter().any(|(id, _)| *id == item.office.as_str()) {
            groups.push((item.office.as_str(), item.office.as_str()));
        }
    }
    let (mut number, mut nth) = (0, 0);
    for (id, name) in groups {
        let own: Vec<_> = items.iter().filter(|item| item.office.as_str() == id).collect();
        if own.is_empty() {
            continue;
        }
        nth += 1;
        table.rows.push(Row::group(roman(nth).as_str(), name, over));
        for item in own {
            number += 1;
            let mut row = vec![number.to_string(), bare(&item.title).to_owned()];
            row.extend(cells(item));
            table.rows.push(Row::plain(row));
        }
    }
}
