use cchc_core::examples;
use serde_json::json;

use super::*;

fn file() -> PlanFile {
    examples::get("hoa-tham-2026-minh-hoa").unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn id<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

/// A form as it stands after a person has chosen a duty and typed a title.
fn begun(duty: &str, title: &str) -> Draft {
    let mut draft = Draft::new(day("2026-11-20"), None);
    draft.apply(Patch::Duty(Some(id(duty))), &file());
    draft.apply(Patch::Text(Part::Title, title.to_owned()), &file());
    draft
}

fn errors(draft: &Draft) -> Vec<String> {
    let errors = draft.read(id("moi"), None).unwrap_err();
    errors.into_iter().map(|(part, error)| format!("{part:?}: {error}")).collect()
}

#[test]
fn the_duty_brings_its_office_channel_and_unit() {
    let draft = begun("tin-bai-hang-thang", "Lịch tiếp nhận hồ sơ tháng 12");
    let activity = draft.read(id("moi"), None).unwrap();
    assert_eq!(activity.office.as_str(), "van-phong");
    assert_eq!(activity.channel.as_ref().unwrap().as_str(), "trang-ttdt");
    assert_eq!(activity.counts.len(), 1);
    assert_eq!((activity.counts[0].unit.as_str(), activity.counts[0].value), ("tin-bai", 1));
}

#[test]
fn a_channel_that_the_duty_uses_is_left_alone_and_the_unit_follows_the_channel() {
    let mut draft = Draft::new(day("2026-11-20"), None);
    draft.apply(Patch::Channel(Some(id("facebook"))), &file());
    assert_eq!(draft.counts[0].unit, Some(id("bai-mxh")));
    draft.apply(Patch::Duty(Some(id("phoi-hop-bao-chi"))), &file());
    assert_eq!(draft.channel, Some(id("facebook")));
    draft.apply(Patch::Channel(Some(id("ban-tin-tieng-dan-toc"))), &file());
    let channel_language =
        file().channels.get_str("ban-tin-tieng-dan-toc").unwrap().language.clone().unwrap().value;
    assert_eq!(draft.language, channel_language);
    draft.apply(Patch::Channel(Some(id("trang-ttdt"))), &file());
    assert_eq!(draft.language, "");
}

#[test]
fn a_duty_proposes_all_its_topics_and_they_are_shown() {
    let duty = file().duties.get_str("tuyen-truyen-pci-ddci").unwrap().topics.clone();
    let several = begun("tuyen-truyen-pci-ddci", "");
    assert!(several.topics.len() > 1 && several.topics.len() == duty.len());
    assert_eq!(several.topic_names(&file()).len(), duty.len());
    let mut draft = begun("csdl-van-ban", "");
    assert_eq!(draft.topics, [id::<TopicId>("cai-cach-the-che")]);
    draft.apply(Patch::Topic(id("dich-vu-cong-truc-tuyen"), true), &file());
    draft.apply(Patch::Duty(Some(id("theo-doi-don-doc"))), &file());
    assert_eq!(draft.topics.len(), 2, "what a person chose stays");
}

#[test]
fn the_office_follows_the_duty_until_a_person_chooses_it() {
    let mut draft = Draft::new(day("2026-11-20"), Some(id("phong-kinh-te")));
    draft.apply(Patch::Duty(Some(id("tin-bai-hang-thang"))), &file());
    assert_eq!(draft.office, Some(id("van-phong")), "the one of Cài đặt was not chosen for this");
    assert_eq!(draft.office_hint(&file()), None);
    draft.apply(Patch::Office(Some(id("phong-kinh-te"))), &file());
    assert_eq!(draft.office_hint(&file()).as_deref(), Some("Nhiệm vụ này là của Văn phòng"));
    draft.apply(Patch::Duty(Some(id("niem-yet-tthc"))), &file());
    assert_eq!(draft.office, Some(id("phong-kinh-te")), "what a person chose stays");
    draft.apply(Patch::Text(Part::Title, "Bài".to_owned()), &file());
    assert!(draft.read(id("moi"), None).is_ok(), "it can be saved all the same");
    let next = draft.next(&file());
    assert_eq!(next.office, Some(id("phong-kinh-te")));
    assert!(next.office_hint(&file()).is_some());
}

#[test]
fn an_office_that_takes_part_stays_only_where_it_is_the_persons_own() {
    let duty = file().duties.get_str("tham-dinh-kinh-phi").unwrap().clone();
    assert!(super::concerns(&duty, &id("phong-vhxh")) && duty.office == "phong-kinh-te");
    let mut draft = begun("theo-doi-don-doc", "");
    assert_eq!(draft.office, Some(id("phong-vhxh")));
    draft.apply(Patch::Duty(Some(duty.id.clone())), &file());
    assert_eq!(draft.office, Some(id("phong-kinh-te")), "the other came with the duty before");
    let mut own = Draft::new(day("2026-11-20"), Some(id("phong-vhxh")));
    own.apply(Patch::Duty(Some(duty.id.clone())), &file());
    assert_eq!(own.office, Some(id("phong-vhxh")), "its own part of the duty");
    let next = own.next(&file());
    assert_eq!(next.office, Some(id("phong-vhxh")));
}

#[test]
fn the_next_row_keeps_day_office_duty_and_channel() {
    let mut draft = begun("truyen-thong-kiem-soat-tthc", "Bài một");
    draft.apply(Patch::Date(Some(day("2026-11-18"))), &file());
    draft.apply(Patch::Channel(Some(id("infographic"))), &file());
    draft.apply(Patch::Text(Part::Count(0), "3".to_owned()), &file());
    draft.apply(Patch::Text(Part::Evidence(0), "198/TB-UBND".to_owned()), &file());
    let next = draft.next(&file());
    let kept = (
        next.date,
        next.office.clone(),
        next.duty.clone(),
        next.channel.clone(),
        next.counts[0].unit.clone(),
    );
    let before = (draft.date, draft.office, draft.duty, draft.channel, draft.counts[0].unit.clone());
    assert_eq!(kept, before);
    assert_eq!((&*next.title, &*next.counts[0].value, &*next.evidence[0].text), ("", "1", ""));
    assert!(!next.is_begun());
}

#[test]
fn errors_say_what_to_write() {
    let mut empty = Draft::new(day("2026-11-20"), None);
    empty.date = None;
    empty.apply(Patch::Text(Part::Count(0), "1.5".to_owned()), &file());
    empty.apply(Patch::Text(Part::Evidence(0), "www.hoatham/tin-20-11".to_owned()), &file());
    empty.apply(Patch::AddEvidence, &file());
    empty.apply(Patch::Text(Part::Evidence(1), "javascript:alert(1)".to_owned()), &file());
    empty.apply(Patch::Text(Part::Reach, "hai trăm".to_owned()), &file());
    empty.apply(Patch::Text(Part::Cost, "1,5".to_owned()), &file());
    assert_eq!(
        errors(&empty),
        [
            "Date: Chưa ghi ngày. Ghi như 20/11 hoặc 20/11/2026",
            "Office: Chọn cơ quan thực hiện",
            "Title: Ghi tên tin, bài, cuộc họp hoặc văn bản",
            "Count(0): “1.5” chưa rõ là số nào. Dấu chấm để tách hàng nghìn, dấu phẩy cho phần lẻ: 1.250 hoặc 1,5",
            "Evidence(0): Ghi đủ https:// ở đầu liên kết",
            "Evidence(1): Liên kết chỉ mở được khi bắt đầu bằng https:// hoặc http://. Ghi lại liên kết, hoặc ghi số văn bản",
            "Reach: “hai trăm” không phải là số. Ghi như 2 hoặc 1.250",
            "Cost: “1,5” không phải là số nguyên. Ghi bằng chữ số, như 2 hoặc 1.250.000",
        ]
    );
}

#[test]
fn a_count_needs_its_unit_and_a_unit_stands_once() {
    let mut draft = begun("tin-bai-hang-thang", "Bài");
    draft.apply(Patch::AddCount, &file());
    draft.apply(Patch::Text(Part::Count(1), "20".to_owned()), &file());
    assert_eq!(errors(&draft), ["Unit(1): Chọn đơn vị tính"]);
    draft.apply(Patch::Unit(1, Some(id("tin-bai"))), &file());
    assert_eq!(errors(&draft), ["Unit(1): Đơn vị này đã có ở trên. Cộng lại thành một số"]);
    draft.apply(Patch::Unit(1, Some(id("luot-chia-se"))), &file());
    draft.apply(Patch::Text(Part::Count(0), "0".to_owned()), &file());
    assert_eq!(errors(&draft), ["Count(0): Ghi từ 1 trở lên, hoặc để trống khi không đếm"]);
    draft.apply(Patch::Text(Part::Count(0), String::new()), &file());
    assert_eq!(draft.read(id("moi"), None).unwrap().counts.len(), 1);
}

#[test]
fn every_activity_of_the_example_goes_through_the_form_unchanged() {
    for activity in &file().activities {
        let read = Draft::of(activity).read(activity.id.clone(), Some(activity));
        assert_eq!(read.as_ref(), Ok(activity), "{}", activity.id);
    }
}

#[test]
fn what_the_form_does_not_show_is_kept() {
    let activity: Activity = serde_json::from_value(json!({
        "id": "a1", "date": "2026-11-18", "office": "phong-kinh-te", "title": "Tin", "seen_by": "UBND xã",
        "counts": [{"unit": "tin-bai", "value": 2, "of": "web"}],
        "evidence": [{"text": "www.cu", "date": "2026-11-19"}, {"text": "31/KH", "page": 4}]
    }))
    .unwrap();
    let mut draft = Draft::of(&activity);
    draft.apply(Patch::Text(Part::Evidence(1), "32/KH".to_owned()), &file());
    draft.apply(Patch::Text(Part::Count(0), "1.250".to_owned()), &file());
    let read = draft.read(activity.id.clone(), Some(&activity)).unwrap();
    let written = serde_json::to_value(read).unwrap();
    assert_eq!((&written["counts"][0]["value"], &written["counts"][0]["of"]), (&json!(1250), &json!("web")));
    assert_eq!(written["evidence"][0], json!({"text": "www.cu", "date": "2026-11-19"}));
    assert_eq!(written["evidence"][1], json!({"text": "32/KH", "page": 4}));
    assert_eq!(written["seen_by"], "UBND xã");
}

#[test]
fn a_field_is_copied_from_the_row_before() {
    let file = file();
    let last = file.activities.get_str("a-2026-01-20-01").unwrap();
    let mut draft = begun("tin-bai-hang-thang", "");
    draft.copy(Part::Title, last, &file);
    draft.copy(Part::Duty, last, &file);
    draft.copy(Part::Evidence(0), last, &file);
    assert_eq!(draft.title, last.title);
    assert_eq!((&draft.duty, &draft.channel), (&last.duty, &last.channel));
    assert_eq!(draft.evidence[0].text, "Lịch phát 03/LPS");
}

#[test]
fn a_twin_and_a_strange_day_are_asked_about() {
    let file = file();
    let mut twin = file.activities.get_str("a-2026-02-05-01").unwrap().clone();
    twin.id = id("moi");
    let today = day("2026-11-20");
    assert_eq!(doubts(&twin, &file, today), [Doubt::Duplicate(id("a-2026-02-05-01"))]);
    twin.date = day("2026-12-01");
    assert_eq!(doubts(&twin, &file, today), [Doubt::Future(twin.date)]);
    twin.date = day("2025-12-15");
    assert_eq!(doubts(&twin, &file, today), [], "the reporting year begins in December");
    twin.date = day("2025-11-20");
    assert_eq!(doubts(&twin, &file, today), [Doubt::OtherYear(twin.date)]);
}

#[test]
fn channel_and_duty_propose_the_form_of_work_that_the_invented_year_has() {
    let file = file();
    let detailed = file.activities.iter().filter_map(|one| Some((one, one.detail.as_deref()?)));
    let mut seen = 0;
    for (activity, detail) in detailed {
        let mut draft = Draft::new(activity.date, None);
        draft.apply(Patch::Duty(activity.duty.clone()), &file);
        draft.apply(Patch::Channel(activity.channel.clone()), &file);
        assert_eq!(draft.detail.form, Some(detail.form), "{}", activity.title);
        assert_eq!(Draft::of(activity).read(activity.id.clone(), Some(activity)).as_ref(), Ok(activity));
        seen += 1;
    }
    assert!(seen > 20);
    assert_eq!(begun("tin-bai-hang-thang", "Tin").detail.form, None, "an article asks for nothing more");
}

#[test]
fn a_detail_is_kept_only_where_something_is_filled_in() {
    let mut draft = begun("doi-thoai-doanh-nghiep", "Đối thoại quý IV");
    let kept = |draft: &Draft| draft.read(id("moi"), None).map(|activity| activity.detail);
    assert_eq!(kept(&draft), Ok(None), "proposed, and nothing typed");
    let put = |draft: &mut Draft, part, text: &str| draft.apply(Patch::Text(part, text.to_owned()), &file());
    for wrong in ["25h", "8 rưỡi", "8h75", "h"] {
        put(&mut draft, Part::Begins, wrong);
        assert_eq!(errors(&draft).len(), 1, "{wrong}");
    }
    for eight in ["8 giờ", "08h00", "8:00", "8 giờ 00 phút", "8h"] {
        put(&mut draft, Part::Begins, eight);
        assert_eq!(kept(&draft).unwrap().unwrap().begins.unwrap().to_string(), "08:00", "{eight}");
    }
    draft.apply(Patch::AddItem, &file());
    draft.apply(Patch::AddItem, &file());
    put(&mut draft, Part::Item(0), " Hồ sơ đất đai chậm ");
    put(&mut draft, Part::Answer(0), "Đã giao Phòng Kinh tế");
    let detail = kept(&draft).unwrap().unwrap();
    assert_eq!((detail.begins.unwrap().to_string(), detail.items.len()), ("08:00".to_owned(), 1));
    assert_eq!(detail.items[0].text, "Hồ sơ đất đai chậm");
    // As lines, what is known of a line beyond its words stays with it.
    draft.apply(Patch::Lines("Thêm một dòng\n Hồ sơ đất đai chậm ".to_owned()), &file());
    assert_eq!(kept(&draft).unwrap().unwrap().items[1].answer, "Đã giao Phòng Kinh tế");
    draft.apply(Patch::Form(None), &file());
    assert_eq!(kept(&draft), Ok(None));
}

#[test]
fn the_count_follows_the_procedures_posted_until_a_person_writes_one() {
    let mut draft = begun("niem-yet-tthc", "Niêm yết");
    assert_eq!(draft.detail.form, Some(WorkForm::Posting));
    let lines = |draft: &mut Draft, lines: &str| draft.apply(Patch::Lines(lines.to_owned()), &file());
    lines(&mut draft, "Đăng ký khai sinh\nĐăng ký kết hôn\n\nĐăng ký khai tử");
    assert_eq!((draft.counts[0].value.as_str(), draft.count_hint()), ("3", None));
    lines(&mut draft, "");
    assert_eq!(draft.counts[0].value, "1");
    draft.apply(Patch::Text(Part::Count(0), "5".to_owned()), &file());
    lines(&mut draft, "Đăng ký khai sinh\nĐăng ký kết hôn");
    assert_eq!(draft.counts[0].value, "5", "what a person wrote stays");
    assert_eq!(draft.count_hint().as_deref(), Some("Danh sách có 2 thủ tục"));
}

#[test]
fn a_number_may_carry_its_word() {
    for (typed, value) in [
        ("5.000.000đ", Ok(Some(5_000_000))),
        ("12.500.000 đồng ", Ok(Some(12_500_000))),
        ("45 người", Ok(Some(45))),
        ("", Ok(None)),
    ] {
        assert_eq!(figure(typed), value, "{typed}");
    }
    for wrong in ["2 triệu", "đ", "năm người", "1.5 người"] {
        assert!(figure(wrong).is_err(), "{wrong}");
    }
}
