//! Công văn đôn đốc.

use crate::calendar::WorkCalendar;
use crate::document::{Block, Document, Form, HeadingLevel, Title};
use crate::id::OfficeId;
use crate::plan::{Office, OfficeRole};
use crate::progress::{Progress, REPLY_WORKING_DAYS, State, focal_office, owed_lines};
use crate::report::papers::head::{Citations, Issuer, Kind, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError};
use crate::text::{date_vi, join_vi, two_digits};

/// To one office, or to all that owe something: with what each owes, and until when an answer is asked for.
pub(super) fn letter(desk: &Desk<'_>, office: Option<&Office>) -> Result<Paper, PaperError> {
    let (file, plan, progress) = (desk.file, &desk.file.plan, desk.tracking.progress());
    let focal = focal_office(file);
    let is_asked = |one: &&Office| match office {
        Some(office) => one.id == office.id,
        None => focal.is_none_or(|focal| focal.id != one.id),
    };
    let owing: Vec<(&Office, Vec<String>)> = file
        .offices
        .iter()
        .filter(is_asked)
        .map(|one| (one, owed_lines(file, progress, &one.id)))
        .filter(|(_, lines)| !lines.is_empty())
        .collect();
    if owing.is_empty() {
        let who = office.map_or("Các cơ quan, đơn vị", |office| &office.name);
        return Err(PaperError::Nothing(format!(
            "{who} không có việc trễ hạn, thiếu minh chứng hoặc sắp đến hạn vào ngày {}, nên không có gì để đôn đốc",
            date_vi(desk.today)
        )));
    }
    let issuer = Issuer::by_order_of_focal(file);
    let mut citations = Citations::of(file);
    let carried: Vec<String> = plan.carries_out.iter().filter_map(|id| citations.document(id)).collect();
    let bases = join_vi([citations.plan()].into_iter().chain(carried));
    let day = date_vi(desk.today);
    let reply_by = WorkCalendar::new(&file.holidays).add_working_days(desk.today, REPLY_WORKING_DAYS);
    let mut body = vec![paragraph(if let [(only, lines)] = &owing[..] {
        let count = two_digits(lines.len() as u64);
        format!(
            "Thực hiện {bases}; qua theo dõi, đến ngày {day}, {} còn {count} việc cần thực hiện:",
            only.name
        )
    } else {
        let count = two_digits(owing.len() as u64);
        let kinds = kinds(progress, owing.iter().map(|(one, _)| &one.id));
        format!(
            "Thực hiện {bases}; qua theo dõi, đến ngày {day} còn {count} cơ quan, đơn vị có việc {kinds}, cụ thể như sau:"
        )
    })];
    for (one, lines) in &owing {
        if owing.len() > 1 {
            body.push(Block::heading(HeadingLevel::Item, one.name.as_str()));
        }
        body.extend(lines.iter().map(dash));
    }
    let to_whom = focal.map_or(plan.issuer.as_str(), |focal| &focal.name);
    let asked: Vec<&str> = owing
        .iter()
        .filter(|(one, _)| one.role == OfficeRole::Asked)
        .map(|(one, _)| one.name.as_str())
        .collect();
    let reply_by = date_vi(reply_by);
    if asked.len() < owing.len() {
        body.push(paragraph(format!(
            "{} đề nghị thủ trưởng các cơ quan, đơn vị chỉ đạo thực hiện, gửi kết quả và minh chứng về {to_whom} chậm nhất \
             ngày {reply_by} để tổng hợp.",
            issuer.name(plan)
        )));
    }
    if !asked.is_empty() {
        body.push(paragraph(format!(
            "Trân trọng đề nghị {} quan tâm, phối hợp thực hiện và thông tin kết quả về {to_whom} chậm nhất ngày {reply_by}.",
            join_vi(asked)
        )));
    }
    let form = Form {
        title: Title::Letter {
            subject: "đôn đốc thực hiện Kế hoạch tuyên truyền cải cách hành chính".to_owned(),
        },
        addressees: owing.iter().map(|(one, _)| one.name.clone()).collect(),
        ..issuer.form(plan, Kind::Letter, &["Như trên", "CT, các PCT UBND xã (b/c)"], desk.today)
    };
    let name = format!("Công văn đôn đốc ngày {day}");
    let file_name = match office {
        Some(office) => format!("cong-van-don-doc-{}-{}", office.id, desk.today),
        None => format!("cong-van-don-doc-{}", desk.today),
    };
    Ok(Paper { document: Document::issued(name, form, body), file_name, remarks: Vec::new() })
}
/// "trễ hạn, sắp đến hạn": what of the three these offices have, and no more.
fn kinds<'a>(progress: &Progress, offices: impl Iterator<Item = &'a OfficeId>) -> String {
    let agendas = offices.filter_map(|office| progress.office(office));
    let states: Vec<State> =
        agendas.flat_map(|agenda| &agenda.at_hand).map(|at| progress.obligations[*at].state).collect();
    let named = [
        (State::Late, "trễ hạn"),
        (State::Missing, "thiếu hoạt động, minh chứng"),
        (State::Soon, "sắp đến hạn"),
    ];
    let kinds: Vec<&str> =
        named.into_iter().filter(|(state, _)| states.contains(state)).map(|(_, word)| word).collect();
    match kinds.split_last() {
        None => "cần thực hiện".to_owned(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, first)) => format!("{} hoặc {last}", first.join(", ")),
    }
}
