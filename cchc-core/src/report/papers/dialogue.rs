//! Biên bản đối thoại với doanh nghiệp, hợp tác xã.

use crate::calendar::TimeOfDay;
use crate::document::{Block, Document, Form, HeadingLevel, Recipients, Signature, Title};
use crate::plan::UnitSort;
use crate::register::{Activity, WorkForm};
use crate::report::papers::head::{Issuer, Kind, dash, paragraph};
use crate::report::papers::{Desk, Paper, PaperError, unknown};
use crate::report::words::{bare, ended, lower_first};
use crate::text::{date_vi, two_digits, unbroken};

/// Room for what is written in by hand.
const BLANK: &str = "…………………………";

/// The minutes of one dialogue: that asked for, else the last one of the days asked for.
pub(super) fn minutes(desk: &Desk<'_>) -> Result<Paper, PaperError> {
    let (file, plan) = (desk.file, &desk.file.plan);
    let window = desk.window();
    let is_dialogue = |one: &&Activity| one.detail_of(WorkForm::Dialogue).is_some();
    let held = || file.activities.iter().filter(is_dialogue).filter(|one| one.date <= desk.today);
    let of_office = |one: &&Activity| desk.ask.office.as_ref().is_none_or(|office| *office == one.office);
    let activity = match &desk.ask.activity {
        Some(id) => held()
            .find(|one| one.id == *id)
            .ok_or_else(|| unknown("hoạt động đối thoại", id.as_str(), held().map(|one| one.id.to_string())))?,
        None => held()
            .filter(of_office)
            .filter(|one| window.contains(one.date))
            .max_by_key(|one| (one.date, &one.id))
            .ok_or_else(|| {
                PaperError::Nothing(format!(
                    "sổ theo dõi không có cuộc đối thoại nào trong {}; ghi hoạt động với loại việc “đối thoại”",
                    desk.window_name()
                ))
            })?,
    };
    let Some(detail) = activity.detail_of(WorkForm::Dialogue) else {
        return Err(PaperError::Nothing("hoạt động này không phải cuộc đối thoại".to_owned()));
    };
    let mut remarks = Vec::new();
    let mut or_blank = |text: &str, what: &str| {
        if bare(text).is_empty() {
            remarks.push(format!("Chưa ghi {what}; biên bản để trống."));
            BLANK.to_owned()
        } else {
            bare(text).to_owned()
        }
    };
    let day = date_vi(activity.date);
    let at =
        |time: Option<TimeOfDay>| time.map_or_else(|| "…… giờ …… phút".to_owned(), TimeOfDay::vietnamese);
    let place = or_blank(&detail.place, "địa điểm");
    let chair = or_blank(&detail.led_by, "người chủ trì");
    let clerk = or_blank(&detail.recorded_by, "thư ký");
    let audience = or_blank(&activity.audience, "thành phần tham dự");
    let people: u64 = activity
        .counts
        .iter()
        .filter(|count| file.units.get(&count.unit).is_some_and(|unit| unit.sort == UnitSort::People))
        .map(|count| count.value)
        .fold(0, u64::saturating_add);
    let people = if people == 0 {
        String::new()
    } else {
        format!(": {} người (có danh sách kèm theo)", two_digits(people))
    };
    let mut body = vec![
        paragraph(format!("Thời gian bắt đầu: {}, ngày {day}.", at(detail.begins))),
        paragraph(format!("Địa điểm: {place}.")),
        Block::heading(HeadingLevel::Section, "Thành phần"),
        dash(format!("Chủ trì: {chair};")),
        dash(format!("Thư ký: {clerk};")),
        dash(format!("Tham dự: {}{people}.", lower_first(&audience))),
        Block::heading(HeadingLevel::Section, "Nội dung"),
        paragraph(ended(bare(&activity.title))),
    ];
    if detail.items.is_empty() {
        remarks.push("Chưa ghi ý kiến, trả lời nào; biên bản để trống.".to_owned());
        body.push(dash(format!("Ý kiến: {BLANK}; trả lời: {BLANK}.")));
    }
    for (nth, item) in detail.items.iter().enumerate() {
        body.push(paragraph(format!("{}. {}", nth + 1, ended(bare(&item.text)))));
        body.push(dash(match bare(&item.answer) {
            "" => format!("Trả lời: {BLANK}"),
            answer => format!("Trả lời: {}", ended(answer)),
        }));
    }
    let open = detail.items.iter().filter(|item| bare(&item.answer).is_empty()).count();
    body.push(Block::heading(HeadingLevel::Section, "Kết luận"));
    body.push(paragraph(format!(
        "Cuộc đối thoại ghi nhận {} ý kiến, đã trả lời {}; {}.",
        two_digits(detail.items.len() as u64),
        two_digits((detail.items.len() - open) as u64),
        if open == 0 {
            "không còn ý kiến chưa trả lời".to_owned()
        } else {
            format!("còn {} ý kiến {} tiếp thu, trả lời sau", two_digits(open as u64), plan.issuer)
        }
    )));
    body.push(paragraph(format!(
        "Cuộc đối thoại kết thúc vào {}, ngày {day}; biên bản đã được đọc lại, các đại biểu dự họp nhất trí thông qua.",
        at(detail.ends())
    )));
    let office = file.offices.get(&activity.office);
    let form = Issuer::Committee.form(plan, Kind::Named("BB"), &["CT, các PCT UBND xã"], activity.date);
    let archive =
        office.map_or_else(|| "VT".to_owned(), |office| format!("VT, {}", super::head::symbol(office)));
    let mut to = form.recipients.to.clone();
    to.extend(office.map(|office| office.name.clone()));
    let number = activity.evidence.iter().find_map(|evidence| evidence.text.trim().strip_suffix("/BB-UBND"));
    let mut letterhead = form.letterhead.clone();
    letterhead.date = activity.date.into();
    letterhead.number = number.map(str::to_owned);
    let name_of = |person: &str| match bare(person).split_once(',') {
        Some((name, _)) => name.trim().to_owned(),
        None => bare(person).to_owned(),
    };
    let form = Form {
        letterhead,
        title: Title::named("Biên bản", unbroken(bare(&activity.title))),
        recipients: Recipients { to, archive },
        signatures: vec![
            Signature { authority: vec!["Thư ký".to_owned()], name: name_of(&detail.recorded_by) },
            Signature { authority: vec!["Chủ trì".to_owned()], name: name_of(&detail.led_by) },
        ],
        ..form
    };
    let document = Document::issued(format!("Biên bản đối thoại ngày {day}"), form, body);
    Ok(Paper { document, file_name: format!("bien-ban-doi-thoai-{}", activity.date), remarks })
}
