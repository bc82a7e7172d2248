//! Công văn yêu cầu gửi số liệu, with the form to fill in.

use std::collections::HashSet;

use crate::document::{Align, Appendix, Block, Document, Form, Orientation, Row, Table, Title};
use crate::plan::{Office, QuotaScope, Unit};
use crate::progress::{ReportItem, focal_office};
use crate::report::ReportSpec;
use crate::report::papers::head::{Citations, Issuer, Kind, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError};
use crate::text::{capitalized, date_vi, integer_vi, join_vi, range_long};

/// Blank rows of the form for what an office adds by hand.
const BLANK_ROWS: usize = 3;

/// To one office, or to all of them, with a form for each.
pub(super) fn letter(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let spec = match (desk.ask.period, desk.ask.window) {
        (period, Some(window)) => ReportSpec { period, ..ReportSpec::of_window(file, "", window) },
        (Some(period), None) => ReportSpec::of_period(file, period),
        (None, None) => return Err(PaperError::NeedsPeriod),
    };
    let progress = desk.tracking.progress();
    let focal = focal_office(file);
    let asked: Vec<&Office> = match office {
        Some(office) => vec![office],
        None => file.offices.iter().filter(|one| focal.is_none_or(|focal| focal.id != one.id)).collect(),
    };
    if asked.is_empty() {
        return Err(PaperError::Nothing("Kế hoạch không có cơ quan nào để yêu cầu số liệu".to_owned()));
    }
    let issuer = Issuer::by_order_of_focal(file);
    let period = spec.period_name();
    let days = range_long(spec.window.from, spec.window.to);
    let due = progress.report(&spec.filing).and_then(ReportItem::returns_due);
    let until = due.map_or_else(
        || format!("ngay sau ngày chốt số liệu {}", date_vi(spec.window.to)),
        |due| format!("chậm nhất ngày {}", date_vi(due)),
    );
    // The days that are still to come when the figures are due are told afterwards.
    let rest = due.filter(|due| *due <= spec.window.to).map(|due| {
        let days = if due == spec.window.to {
            format!("ngày {}", date_vi(due))
        } else {
            format!("từ ngày {} đến hết ngày {}", date_vi(due), date_vi(spec.window.to))
        };
        format!(" Số liệu phát sinh {days} gửi bổ sung ngay sau ngày chốt số liệu.")
    });
    let to_whom = focal.map_or(plan.issuer.as_str(), |focal| &focal.name);
    let mut citations = Citations::of(file);
    let carried: Vec<String> = plan.carries_out.iter().filter_map(|id| citations.document(id)).collect();
    let bases = join_vi([citations.plan()].into_iter().chain(carried));
    let body = vec![
        paragraph(format!(
            "Thực hiện {bases}; để tổng hợp báo cáo kết quả tuyên truyền cải cách hành chính {period}, {} đề nghị {} gửi số \
             liệu, cụ thể như sau:",
            plan.issuer,
            match office {
                Some(office) => office.name.as_str(),
                None => "các cơ quan, đơn vị",
            }
        )),
        dash(format!("Thời gian lấy số liệu: {days}, tính cả ngày đầu và ngày cuối;")),
        dash("Số liệu theo biểu tại Phụ lục kèm theo; ghi 0 khi không phát sinh, không để trống;"),
        dash("Mỗi số liệu kèm minh chứng: số văn bản, liên kết có ngày đăng, ảnh chụp hoặc danh sách;"),
        dash("Khó khăn, vướng mắc và kiến nghị, đề xuất, nếu có."),
        paragraph(format!(
            "Đề nghị {} gửi về {to_whom} {until} để tổng hợp. Quá thời hạn, {to_whom} ghi nhận là chưa báo cáo.{}",
            if office.is_some() { "cơ quan, đơn vị" } else { "các cơ quan, đơn vị" },
            rest.unwrap_or_default()
        )),
    ];
    let form = Form {
        title: Title::Letter {
            subject: format!("gửi số liệu tuyên truyền cải cách hành chính {period}")
        },
        addressees: asked.iter().map(|one| one.name.clone()).collect(),
        ..issuer.form(plan, Kind::Letter, &["Như trên"], desk.today)
    };
    let mut document = Document::issued(format!("Công văn yêu cầu số liệu {period}"), form, body);
    // A form for each: what one office did is not for another to confirm.
    let form_of = |office: &&Office| Appendix {
        title: format!("Biểu số liệu tuyên truyền cải cách hành chính {period} của {}", office.name),
        orientation: Orientation::Portrait,
        body: fill_in(desk, office, &spec),
    };
    document.appendices = asked.iter().map(form_of).collect();
    let what = match office {
        Some(office) => format!("yeu-cau-so-lieu-{}", office.id),
        None => "yeu-cau-so-lieu".to_owned(),
    };
    Ok(Paper { document, file_name: desk.file_name(&what), remarks: Vec::new() })
}

/// The form: a row for every unit in which the office's duties and activities count, with what the register has.
fn fill_in(desk: &Desk<'_>, office: &Office, spec: &ReportSpec) -> Vec<Block> {
    let file = desk.file;
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Chỉ tiêu", 24, Align::Left),
        ("Đơn vị tính", 12, Align::Center),
        ("Đã có trong sổ theo dõi", 13, Align::Right),
        ("Số liệu cơ quan xác nhận", 13, Align::Right),
        ("Minh chứng", 22, Align::Left),
        ("Ghi chú", 11, Align::Left),
    ]);
    let in_window: Vec<_> = file
        .activities
        .iter()
        .filter(|one| one.office == office.id && spec.window.contains(one.date) && one.date <= desk.today)
        .collect();
    for unit in units(desk, office) {
        let had: u64 = in_window.iter().map(|one| one.count(&unit.id)).sum();
        let had = if had == 0 { "–".to_owned() } else { integer_vi(had as i64) };
        let number = (table.rows.len() + 1).to_string();
        let name = capitalized(unit.in_full());
        table.rows.push(Row::plain([
            number,
            name,
            unit.name.clone(),
            had,
            String::new(),
            String::new(),
            String::new(),
        ]));
    }
    for _ in 0..BLANK_ROWS {
        let number = (table.rows.len() + 1).to_string();
        table.rows.push(Row::plain(std::iter::once(number).chain(std::iter::repeat_n(String::new(), 6))));
    }
    vec![
        paragraph(format!("Cơ quan, đơn vị báo cáo: {}.", office.name)),
        Block::Table(table),
        // Each fits its line: one that does not is spread over two.
        paragraph(format!("Khó khăn, vướng mắc: {}", "…".repeat(17))),
        paragraph("…".repeat(28)),
        paragraph(format!("Kiến nghị, đề xuất: {}", "…".repeat(18))),
        paragraph("…".repeat(28)),
        paragraph(format!("Người lập biểu (ký, ghi rõ họ và tên): {}", "…".repeat(10))),
        paragraph(format!("Thủ trưởng cơ quan, đơn vị: {}", "…".repeat(15))),
    ]
}

/// The units that count for an office, in plan order.
fn units<'a>(desk: &Desk<'a>, office: &Office) -> Vec<&'a Unit> {
    let file = desk.file;
    let mut wanted: HashSet<&str> = HashSet::new();
    for duty in file.duties.iter().filter(|duty| duty.office == office.id) {
        if let Some(quota) = &duty.quota {
            wanted.insert(quota.value.unit.as_str());
            if let QuotaScope::Channel(channel) = &quota.value.scope {
                wanted.extend(file.channels.get(channel).map(|channel| channel.unit.value.as_str()));
            }
        }
        let channels = duty.channels.iter().filter_map(|id| file.channels.get(id));
        wanted.extend(channels.map(|channel| channel.unit.value.as_str()));
    }
    for activity in file.activities.iter().filter(|one| one.office == office.id) {
        wanted.extend(activity.counts.iter().map(|count| count.unit.as_str()));
    }
    file.units.iter().filter(|unit| wanted.contains(unit.id.as_str())).collect()
}
