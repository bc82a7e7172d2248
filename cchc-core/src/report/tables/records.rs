//! Difficulties, budget, merits, published values and targets as sheets.

use super::{add, number, office_name, sheet};
use crate::calendar::Date;
use crate::document::RowKind;
use crate::document::xlsx::{CellValue, Format, Sheet, SheetRow};
use crate::exchange::PlanFile;
use crate::indicator::View;
use crate::register::{BudgetItem, Difficulty, Merit};

use Format::{Center, Date as Day, Integer, Text};

pub(in crate::report) fn difficulty_sheet(file: &PlanFile, today: Date, rows: Vec<&Difficulty>) -> Sheet {
    let mut sheet = sheet(
        "Kiến nghị",
        "Khó khăn, vướng mắc, kiến nghị",
        [
            ("STT", 6.0, Center),
            ("Ngày phản ánh", 12.0, Day),
            ("Cơ quan", 26.0, Text),
            ("Khó khăn, vướng mắc", 46.0, Text),
            ("Kiến nghị, đề xuất", 40.0, Text),
            ("Nơi giải quyết", 20.0, Text),
            ("Trả lời", 40.0, Text),
            ("Ngày trả lời", 12.0, Day),
            ("Số ngày chờ", 10.0, Integer),
        ],
    );
    for one in rows {
        add(
            &mut sheet,
            [
                one.date.into(),
                office_name(file, &one.office),
                one.title.clone().into(),
                one.proposal.clone().into(),
                one.addressed_to.clone().into(),
                one.answer.clone().into(),
                one.answered_on.into(),
                number(u64::try_from(one.waiting_days(today)).ok()),
            ],
        );
    }
    sheet
}

pub(in crate::report) fn budget_sheet(file: &PlanFile, rows: &[&BudgetItem]) -> Sheet {
    let mut sheet = sheet(
        "Kinh phí",
        "Kinh phí tuyên truyền cải cách hành chính (đồng)",
        [
            ("STT", 6.0, Center),
            ("Cơ quan", 26.0, Text),
            ("Nội dung chi", 40.0, Text),
            ("Căn cứ, cách tính", 36.0, Text),
            ("Nguồn", 20.0, Text),
            ("Dự toán", 14.0, Integer),
            ("Thẩm định", 14.0, Integer),
            ("Được bố trí", 14.0, Integer),
            ("Đã chi", 14.0, Integer),
            ("Văn bản bố trí", 28.0, Text),
            ("Ghi chú", 24.0, Text),
        ],
    );
    for item in rows {
        add(
            &mut sheet,
            [
                office_name(file, &item.office),
                item.title.clone().into(),
                item.calculation.clone().into(),
                item.fund.clone().into(),
                number(item.estimate),
                number(item.appraised),
                number(item.allocated),
                number(item.spent),
                item.allocated_by.clone().into(),
                item.note.clone().into(),
            ],
        );
    }
    if !sheet.rows.is_empty() {
        let sums = [
            rows.iter().filter_map(|item| item.estimate).sum::<u64>(),
            rows.iter().filter_map(|item| item.appraised).sum(),
            rows.iter().filter_map(|item| item.allocated).sum(),
            rows.iter().filter_map(|item| item.spent).sum(),
        ];
        let mut cells =
            vec![CellValue::Empty, CellValue::Empty, "Tổng cộng".into(), CellValue::Empty, CellValue::Empty];
        cells.extend(sums.map(|sum| number(Some(sum))));
        sheet.rows.push(SheetRow { kind: RowKind::Total, ..SheetRow::plain(cells) });
    }
    sheet
}

pub(in crate::report) fn merit_sheet(file: &PlanFile, rows: Vec<&Merit>) -> Sheet {
    let mut sheet = sheet(
        "Điển hình, khen thưởng",
        "Điển hình, cách làm hay, sáng kiến, khen thưởng",
        [
            ("STT", 6.0, Center),
            ("Ngày ghi nhận", 12.0, Day),
            ("Cơ quan giới thiệu", 26.0, Text),
            ("Tập thể, cá nhân", 30.0, Text),
            ("Chức vụ, đơn vị", 28.0, Text),
            ("Loại", 14.0, Text),
            ("Thành tích, sáng kiến", 44.0, Text),
            ("Hiệu quả", 40.0, Text),
            ("Khen thưởng đề nghị", 24.0, Text),
            ("Quyết định", 24.0, Text),
            ("Ngày quyết định", 12.0, Day),
        ],
    );
    for one in rows {
        add(
            &mut sheet,
            [
                one.date.into(),
                office_name(file, &one.office),
                one.who.clone().into(),
                one.position.clone().into(),
                one.kind.vietnamese().into(),
                one.title.clone().into(),
                one.effect.clone().into(),
                one.award.clone().into(),
                one.decision.clone().into(),
                one.decided_on.into(),
            ],
        );
    }
    sheet
}

pub(in crate::report) fn index_values(file: &PlanFile) -> Sheet {
    let mut sheet = sheet(
        "Chỉ số",
        "Giá trị chỉ số đã công bố",
        [
            ("STT", 6.0, Center),
            ("Chỉ số", 14.0, Text),
            ("Đối tượng", 24.0, Text),
            ("Kỳ", 16.0, Text),
            ("Loại điểm", 12.0, Text),
            ("Điểm", 10.0, Format::Decimal),
            ("Xếp hạng", 9.0, Integer),
            ("Trong tổng số", 9.0, Integer),
            ("Bộ chỉ số", 16.0, Text),
            ("Điểm thành phần", 40.0, Text),
            ("Nguồn", 40.0, Text),
            ("Ghi chú", 30.0, Text),
        ],
    );
    for value in &file.index_values {
        let parts = value.parts.iter().map(|(code, points)| {
            format!(
                "{code}: {}",
                points.map_or_else(|| "–".to_owned(), |points| points.to_string().replace('.', ","))
            )
        });
        let parts = parts.collect::<Vec<_>>().join("; ");
        let of = if value.of.is_empty() { file.plan.commune.clone() } else { value.of.clone() };
        add(
            &mut sheet,
            [
                value.index.as_str().to_uppercase().into(),
                of.into(),
                value.period.vietnamese().into(),
                value.view.map(View::vietnamese).into(),
                value.total.into(),
                value.rank.into(),
                value.ranked.into(),
                value.set.as_ref().map(|set| set.as_str().to_uppercase()).into(),
                parts.into(),
                value.source.clone().into(),
                value.note.clone().into(),
            ],
        );
    }
    sheet
}

pub(in crate::report) fn index_targets(file: &PlanFile) -> Sheet {
    let mut sheet = sheet(
        "Mục tiêu chỉ số",
        "Mục tiêu chỉ số",
        [
            ("STT", 6.0, Center),
            ("Chỉ số", 16.0, Text),
            ("Tiêu chí", 14.0, Text),
            ("Kỳ", 16.0, Text),
            ("Mức cần đạt", 12.0, Format::Decimal),
            ("Nguồn", 50.0, Text),
        ],
    );
    for target in &file.index_targets {
        add(
            &mut sheet,
            [
                target.index.as_str().to_uppercase().into(),
                target.node.clone().into(),
                target.period.vietnamese().into(),
                target.at_least.into(),
                target.source.clone().into(),
            ],
        );
    }
    sheet
}
