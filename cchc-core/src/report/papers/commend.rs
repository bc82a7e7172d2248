//! Tờ trình đề nghị khen thưởng.

use crate::document::{
    Align, Appendix, Block, Document, Form, HeadingLevel, Orientation, Rich, Row, Table, Title,
};
use crate::order;
use crate::plan::Office;
use crate::register::{Honoree, Merit};
use crate::report::papers::head::{Citations, Issuer, Kind, paragraph};
use crate::report::papers::{Desk, Paper, PaperError};
use crate::report::words::bare;
use crate::text::{capitalized, two_digits, unbroken};

/// Proposes the collectives and individuals for whom an award is proposed and not decided.
pub(super) fn proposal(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let window = desk.window();
    let mut proposed: Vec<&Merit> = file
        .merits
        .iter()
        .filter(|one| office.is_none_or(|office| office.id == one.office))
        .filter(|one| window.contains(one.date) && one.is_proposed(desk.today))
        .collect();
    order::sort_by_key(&mut proposed, |one| (one.honoree, one.date, &one.id));
    if proposed.is_empty() {
        return Err(PaperError::Nothing(format!(
            "sổ theo dõi không có tập thể, cá nhân nào đang đề nghị khen thưởng trong {}",
            desk.window_name()
        )));
    }
    let of = |honoree: Honoree| proposed.iter().filter(move |one| one.honoree == honoree);
    let kinds = [Honoree::Collective, Honoree::Individual].map(|honoree| (honoree, of(honoree).count()));
    let present: Vec<_> = kinds.into_iter().filter(|(_, count)| *count > 0).collect();
    let counted: Vec<String> = present
        .iter()
        .map(|(honoree, count)| format!("{} {}", two_digits(*count as u64), honoree.vietnamese()))
        .collect();
    let honorees = present.iter().map(|(honoree, _)| honoree.vietnamese()).collect::<Vec<_>>().join(", ");
    let issuer = Issuer::focal(file);
    let mut citations = Citations::of(file);
    let basis = format!("Căn cứ {}", citations.plan());
    let year = plan.year;
    let mut body = vec![paragraph(format!(
        "Qua theo dõi kết quả thực hiện {}, {} kính trình {} xem xét, khen thưởng {} có thành tích trong công tác \
         tuyên truyền cải cách hành chính năm {year}, cụ thể như sau:",
        citations.plan(),
        issuer.name(plan),
        plan.issuer,
        counted.join(", "),
    ))];
    for (honoree, _) in present {
        body.push(Block::heading(HeadingLevel::Section, capitalized(honoree.vietnamese()).as_str()));
        let mut table = Table::new([
            ("STT", 6, Align::Center),
            (if honoree == Honoree::Collective { "Tên tập thể" } else { "Họ và tên" }, 34, Align::Left),
            (
                if honoree == Honoree::Collective {
                    "Đơn vị"
                } else {
                    "Chức vụ, đơn vị công tác"
                },
                32,
                Align::Left,
            ),
            ("Hình thức khen thưởng đề nghị", 28, Align::Left),
        ]);
        for (nth, one) in of(honoree).enumerate() {
            table.rows.push(Row::plain([
                (nth + 1).to_string(),
                one.who.trim().to_owned(),
                one.position.trim().to_owned(),
                bare(&one.award).to_owned(),
            ]));
        }
        body.push(Block::Table(table));
    }
    body.push(paragraph("(Tóm tắt thành tích tại Phụ lục kèm theo)"));
    body.push(paragraph(format!("{} kính trình {} xem xét, quyết định.", issuer.name(plan), plan.issuer)));
    let form = Form {
        title: Title::named(
            "Tờ trình",
            unbroken(&format!(
                "Về việc khen thưởng {honorees} có thành tích trong tuyên truyền cải cách hành chính năm {year}"
            )),
        ),
        addressees: vec![plan.issuer.clone()],
        legal_bases: vec![Rich::plain("Căn cứ Luật Thi đua, khen thưởng"), Rich::plain(unbroken(&basis))],
        ..issuer.form(
            plan,
            Kind::Named("TTr"),
            &["Như trên", "Hội đồng Thi đua - Khen thưởng xã"],
            desk.today,
        )
    };
    let mut document = Document::issued(format!("Tờ trình khen thưởng năm {year}"), form, body);
    document.appendices = vec![Appendix {
        title: format!("Tóm tắt thành tích của {honorees} đề nghị khen thưởng"),
        orientation: Orientation::Portrait,
        body: vec![Block::Table(summary(desk, &proposed))],
    }];
    let unproved = proposed.iter().filter(|one| one.evidence.is_empty());
    let remarks = unproved.map(|one| format!("“{}” chưa có minh chứng cho thành tích.", one.who)).collect();
    Ok(Paper { document, file_name: desk.file_name("to-trinh-khen-thuong"), remarks })
}

fn summary(desk: &Desk<'_>, proposed: &[&Merit]) -> Table {
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Tập thể, cá nhân", 20, Align::Left),
        ("Loại", 10, Align::Left),
        ("Thành tích, sáng kiến", 24, Align::Left),
        ("Hiệu quả", 21, Align::Left),
        ("Minh chứng", 20, Align::Left),
    ]);
    for (nth, one) in proposed.iter().enumerate() {
        let evidence: Vec<&str> = one.evidence.iter().map(|evidence| evidence.text.trim()).collect();
        let who = format!("{} ({} đề nghị)", one.who.trim(), desk.office_name(&one.office));
        table.rows.push(Row::plain([
            (nth + 1).to_string(),
            who,
            capitalized(one.kind.vietnamese()),
            bare(&one.title).to_owned(),
            bare(&one.effect).to_owned(),
            evidence.join("; "),
        ]));
    }
    table
}
