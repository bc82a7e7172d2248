//! Phụ lục phân công nhiệm vụ of the plan.

use crate::document::{Align, Appendix, Block, Document, Orientation, Row, Table};
use crate::exchange::PlanFile;
use crate::plan::{Cadence, Duty, DutyRole, OfficeRole, Partner, Unit};
use crate::report::papers::PaperError;
use crate::report::papers::head::paragraph;
use crate::report::words::{bare, lower_first};
use crate::text::{capitalized, roman, two_digits};

/// Adds the table of duties as an appendix, and the sentence that refers to it.
///
/// What was inferred from the plan's words looks no different on the paper; the remark tells whoever has it signed.
pub(super) fn append(file: &PlanFile, document: &mut Document) -> Result<Option<String>, PaperError> {
    if file.duties.is_empty() {
        return Err(PaperError::Nothing("Kế hoạch không có nhiệm vụ nào để lập phụ lục".to_owned()));
    }
    let last = document.body.len().saturating_sub(1);
    let reference =
        paragraph("Nhiệm vụ của từng cơ quan, đơn vị được tổng hợp tại Phụ lục kèm theo Kế hoạch này.");
    document.body.insert(last, reference);
    document.appendices.push(Appendix {
        title: "Phân công nhiệm vụ thực hiện Kế hoạch".to_owned(),
        orientation: Orientation::Portrait,
        body: vec![Block::Table(table(file))],
    });
    let inferred = file.duties.iter().filter(|duty| shows_inferred(duty)).count();
    Ok((inferred > 0).then(|| {
        format!(
            "Phụ lục có {} nhiệm vụ mà thời gian, số lượng hoặc sản phẩm là suy ra; đối chiếu với lời Kế hoạch trước khi ký.",
            two_digits(inferred as u64)
        )
    }))
}

/// Whether a value that stands in the appendix was concluded: thời gian, số lượng, sản phẩm.
fn shows_inferred(duty: &Duty) -> bool {
    let quota = duty.quota.as_ref().map(|quota| quota.basis);
    let output = duty.output.as_ref().map(|output| output.basis);
    [Some(duty.cadence.basis), quota, output].into_iter().flatten().any(|basis| basis.mark().is_some())
}

fn table(file: &PlanFile) -> Table {
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Nội dung", 32, Align::Left),
        ("Chủ trì", 13, Align::Left),
        ("Phối hợp", 15, Align::Left),
        ("Thời gian", 13, Align::Left),
        ("Sản phẩm", 18, Align::Left),
        ("Ghi chú", 8, Align::Left),
    ]);
    let mut groups = 0;
    for office in &file.offices {
        let own: Vec<&Duty> = file.duties.iter().filter(|duty| duty.office == office.id).collect();
        if own.is_empty() {
            continue;
        }
        groups += 1;
        let name = match office.role {
            OfficeRole::Asked => asked(&office.name),
            OfficeRole::Focal | OfficeRole::Assigned => office.name.clone(),
        };
        table.rows.push(Row::group(roman(groups).as_str(), name.as_str(), 6));
        for duty in own {
            table.rows.push(row(file, duty, &office.short_name));
        }
    }
    table
}

/// How many, and what: "01 lớp; danh sách học viên"; once where the product is what is counted: "02 tin, bài/tháng trên
/// Trang thông tin điện tử".
fn counted(asks: &str, product: &str, unit: Option<&Unit>) -> String {
    let unit = unit.map(|unit| unit.name.as_str()).filter(|unit| asks.contains(unit));
    match unit.and_then(|unit| product.strip_prefix(unit)).filter(|rest| rest.starts_with(' ')) {
        Some(rest) => format!("{asks}{rest}"),
        None => format!("{asks}; {product}"),
    }
}

/// Who is asked has not been given it.
fn asked(office: &str) -> String {
    format!("Đề nghị {office}")
}

fn row(file: &PlanFile, duty: &Duty, office: &str) -> Row {
    // "UBND xã" decides; it is never among those who take part.
    let is_committee = |name: &str| file.plan.issuer.starts_with(bare(name));
    let partners = duty.partners.iter().filter(|partner| !is_committee(&partner.name));
    // An office by the short name that the table uses; a group as the plan names it.
    let short = |partner: &Partner| {
        let office = partner.office.as_ref().and_then(|id| file.offices.get(id));
        office.filter(|office| office.name == partner.name).map(|office| office.short_name.as_str())
    };
    let partners = partners.map(|partner| short(partner).unwrap_or_else(|| bare(&partner.name)));
    // "Phối hợp với các cơ quan, đơn vị …": the plan gives it to one who takes part, and names nobody who leads.
    let (leads, supports) = match duty.role {
        DutyRole::Lead | DutyRole::Advise => (office.to_owned(), None),
        DutyRole::Support => (String::new(), Some(office)),
        DutyRole::Asked => (asked(office), None),
    };
    let partners: Vec<&str> = supports.into_iter().chain(partners).collect();
    let unit = duty.quota.as_ref().and_then(|quota| file.units.get(&quota.value.unit));
    let when = match &duty.cadence.value {
        once @ Cadence::Once { .. } => capitalized(&once.detail()),
        Cadence::Continuous { .. } => duty.cadence.value.vietnamese().to_owned(),
        other => match other.detail().as_str() {
            "" => other.vietnamese().to_owned(),
            detail => format!("{}, {detail}", other.vietnamese()),
        },
    };
    let asks = duty.quota.as_ref().map(|_| duty.asks(unit)).filter(|asks| !asks.is_empty());
    let product = duty.output.as_ref().map(|output| lower_first(bare(&output.value)));
    let product = match (asks, product) {
        (Some(asks), Some(product)) => counted(&asks, &product, unit),
        (asks, product) => asks.or(product).unwrap_or_default(),
    };
    Row::plain([
        duty.order.to_string(),
        bare(&duty.name).to_owned(),
        leads,
        capitalized(&partners.join("; ")),
        when,
        capitalized(&product),
        String::new(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::plan::{Basis, Stated};
    use crate::report::papers::{PaperAsk, PaperKind, paper};

    fn rows(file: &PlanFile) -> Vec<String> {
        let line = |row: &Row| row.cells.iter().map(|cell| cell.text.words()).collect::<Vec<_>>().join(" | ");
        table(file).rows.iter().map(line).collect()
    }

    #[test]
    fn the_duties_of_the_plan_as_an_appendix() {
        let rows = rows(&examples::get("hoa-tham-2026").unwrap());
        insta::assert_snapshot!(rows.join("\n"));
        // Who takes part does not lead, and who is asked is not given it.
        let row = |number: &str| rows.iter().find(|row| row.starts_with(number)).unwrap().as_str();
        assert!(row("6 |").contains(" |  | Phòng VH-XH; các cơ quan, đơn vị | "), "{}", row("6 |"));
        assert!(row("VI |").ends_with("| Đề nghị Ủy ban MTTQ Việt Nam và các tổ chức CT - XH xã"));
        assert!(
            row("15 |").contains("| 02 tin, bài/tháng trên Trang thông tin điện tử |"),
            "{}",
            row("15 |")
        );
        assert!(row("31 |").contains(" | Đề nghị MTTQ, đoàn thể |  | "), "{}", row("31 |"));
    }

    #[test]
    fn the_remark_counts_what_the_appendix_shows() {
        let file = examples::get("hoa-tham-2026").unwrap();
        let duty = file.duties.get_str("tin-bai-hang-thang").unwrap();
        // Its indices and topics are concluded; time, amount and product the plan writes.
        assert!(duty.has_inferred() && !shows_inferred(duty));
        let concluded = Stated { basis: Basis::Inferred, ..duty.cadence.clone() };
        assert!(shows_inferred(&Duty { cadence: concluded, ..duty.clone() }));
        let ask = PaperAsk { with_duties: true, ..PaperAsk::default() };
        let made = paper(&file, PaperKind::Plan, &ask, "2026-05-04".parse().unwrap()).unwrap();
        let remark = "Phụ lục có 29 nhiệm vụ mà thời gian, số lượng hoặc sản phẩm là suy ra";
        assert!(made.remarks.iter().any(|said| said.starts_with(remark)), "{:?}", made.remarks);
    }
}
