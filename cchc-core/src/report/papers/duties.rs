//! Phụ lục phân công nhiệm vụ of the plan.

use crate::document::{Align, Appendix, Block, Document, Orientation, Row, Table};
use crate::exchange::PlanFile;
use crate::plan::{Cadence, Duty};
use crate::report::papers::PaperError;
use crate::report::papers::head::paragraph;
use crate::report::words::bare;
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
        orientation: Orientation::Landscape,
        body: vec![Block::Table(table(file))],
    });
    let inferred = file.duties.iter().filter(|duty| duty.bases().any(|basis| basis.mark().is_some())).count();
    Ok((inferred > 0).then(|| {
        format!(
            "Phụ lục có {} nhiệm vụ mà thời gian, số lượng hoặc sản phẩm là suy ra; đối chiếu với lời Kế hoạch trước khi ký.",
            two_digits(inferred as u64)
        )
    }))
}

fn table(file: &PlanFile) -> Table {
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Nội dung", 33, Align::Left),
        ("Chủ trì", 13, Align::Left),
        ("Phối hợp", 15, Align::Left),
        ("Thời gian", 12, Align::Left),
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
        table.rows.push(Row::group(roman(groups).as_str(), office.name.as_str(), 6));
        for duty in own {
            table.rows.push(row(file, duty, &office.short_name));
        }
    }
    table
}

fn row(file: &PlanFile, duty: &Duty, office: &str) -> Row {
    // "UBND xã" decides; it is never among those who take part.
    let is_committee = |name: &str| file.plan.issuer.starts_with(bare(name));
    let partners = duty.partners.iter().filter(|partner| !is_committee(&partner.name));
    let partners: Vec<&str> = partners.map(|partner| bare(&partner.name)).collect();
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
    let product = duty.output.as_ref().map(|output| bare(&output.value).to_owned());
    let product = [asks, product].into_iter().flatten().collect::<Vec<_>>();
    Row::plain([
        duty.order.to_string(),
        bare(&duty.name).to_owned(),
        office.to_owned(),
        capitalized(&partners.join("; ")),
        when,
        capitalized(&product.join("; ")),
        String::new(),
    ])
}
