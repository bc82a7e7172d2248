//! Lists as offices keep them.

use proptest::prelude::*;

use super::*;
use crate::document::xlsx::{CellValue, Column as Head, Format, Sheet as Written, SheetRow, Workbook, xlsx};
use crate::exchange::PlanFile;
use crate::id::ChannelId;
use crate::ingest::sheet::read;
use crate::register::Activity;

fn plan() -> PlanFile {
    crate::examples::get("hoa-tham-2026").unwrap()
}

pub(super) fn author() -> Author {
    Author {
        writer: "may-1".parse().unwrap(),
        at: "2026-06-01T08:00:00+07:00".parse().unwrap(),
        office: None,
    }
}

/// What came of each row, as a person would check it.
fn told(import: &Import, file: &PlanFile) -> String {
    let mut lines: Vec<String> = Vec::new();
    for table in &import.tables {
        let columns: Vec<_> =
            table.columns.iter().map(|column| format!("{} → {}", column.heading, column.field)).collect();
        let header =
            table.header.map_or_else(|| table.passed.to_owned(), |row| format!("tiêu đề ở dòng {row}"));
        lines.push(format!("[{}] {header}: {}", table.sheet, columns.join(", ")));
    }
    for line in &import.lines {
        let what = match &line.outcome {
            Outcome::New(new) => {
                let counts: Vec<_> =
                    new.counts.iter().map(|count| format!("{} {}", count.value, count.unit)).collect();
                let evidence: Vec<_> = new.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
                let mut parts = vec![
                    format!("+ {} {} “{}”", new.date, new.office, new.title),
                    new.channel.as_ref().map_or(String::new(), ToString::to_string),
                    counts.join(", "),
                    new.duty.as_ref().map_or(String::new(), ToString::to_string),
                    new.topics.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
                    new.audience.clone(),
                    new.reach.map_or(String::new(), |reach| format!("tiếp cận {reach}")),
                    new.cost.map_or(String::new(), |cost| format!("{cost} đồng")),
                    evidence.join(", "),
                    new.note.replace('\n', " / "),
                ];
                parts.retain(|part| !part.is_empty());
                parts.join("; ")
            }
            Outcome::Figure { title, told, .. } => format!("+ {title}: {told}"),
            Outcome::Known { id, otherwise } => {
                let otherwise = otherwise.as_ref().map(|(_, names)| names.join(", ")).unwrap_or_default();
                format!("= {id} {otherwise}")
            }
            Outcome::Deleted(id) => format!("x {id}"),
            Outcome::Passed(why) => format!("· {why}"),
            Outcome::Refused(why) => format!("! {why}"),
        };
        let remarks =
            if line.remarks.is_empty() { String::new() } else { format!(" [{}]", line.remarks.join("; ")) };
        lines.push(format!("{}: {what}{remarks}", import.place(line)));
    }
    let mut taken = file.clone();
    taken.apply(&import.change(author(), "danh-sach.xlsx", false)).expect("what is new is sound");
    let faults: Vec<_> = crate::exchange::check(&taken)
        .into_iter()
        .filter(|found| {
            found.place.id.starts_with("xl-") && found.severity >= crate::diagnostic::Severity::Error
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    lines.join("\n")
}

fn of_csv(list: &str) -> Import {
    activities(&read(list.as_bytes(), "a.csv").unwrap(), &plan(), &Mapping::default())
}

fn sheet(name: &str, title: &[&str], columns: &[&str], rows: Vec<Vec<CellValue>>) -> Written {
    let mut sheet = Written::new(name, columns.iter().map(|name| Head::new(*name, 12.0, Format::Text)));
    sheet.title = title.iter().map(|&line| line.to_owned()).collect();
    sheet.rows = rows.into_iter().map(SheetRow::plain).collect();
    sheet
}

fn book(sheets: Vec<Written>) -> Book {
    read(&xlsx(&Workbook { name: "Sổ".to_owned(), sheets }), "a.xlsx").unwrap()
}

fn day(text: &str) -> CellValue {
    text.parse::<crate::calendar::Date>().unwrap().into()
}

#[test]
fn a_list_of_articles_in_another_order_and_wording() {
    let list = "\
        DANH SÁCH TIN, BÀI TUYÊN TRUYỀN CCHC;;;;;;\n\
        Từ ngày 01/5/2026 đến ngày 30/6/2026;;;;;;\n\
        ;;;;;;\n\
        TT;Tiêu đề bài viết;Nơi đăng;Thời gian đăng;Đơn vị thực hiện;Lượt xem;Đường link\n\
        (1);(2);(3);(4);(5);(6);(7)\n\
        1;Nộp hồ sơ trực tuyến từ 01/7;Trang TTĐT;05/5/2026;VP HĐND - UBND;1.250;https://xa.example/1\n\
        2;Ngày thứ Sáu không viết;Fanpage Facebook xã;8h00 ngày 12/5;Phòng VH-XH;–;\n\
        3;Hai mã QR;Zalo;ngày 20 tháng 6 năm 2026;TTPVHCC;300 lượt;https://xa.example/3; https://xa.example/4\n\
        4;Bài không có ngày;Zalo;;Văn phòng;;\n\
        5;Bài của ai;Zalo;21/6/2026;Trạm khuyến nông;;\n\
        6;Tháng mười ba;Zalo;21/13/2026;Văn phòng;;\n\
        Tổng cộng: 06 tin, bài;;;;;1.550;\n\
        ;Người lập biểu;;;;;\n";
    let import = of_csv(list);
    insta::assert_snapshot!(told(&import, &plan()));
    assert_eq!(import.tally(), Tally { new: 3, passed: 3, refused: 3, ..Tally::default() });
}

#[test]
fn what_excel_never_computed_is_told_where_it_stands() {
    let text = |cell: &str, text: &str| format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let formula = |cell: &str| format!("<c r=\"{cell}\"><f>A1</f></c>");
    let row = |nth: u32, broken: &str| {
        let cells = [
            ("A", "12/5/2026"),
            ("B", "Họp thôn"),
            ("C", "Văn phòng"),
            ("D", "2"),
            ("E", "Zalo"),
            ("F", "Nhân dân"),
            ("G", "Ghi thêm"),
        ];
        let cell = |(column, said): (&str, &str)| {
            let place = format!("{column}{nth}");
            if column == broken { formula(&place) } else { text(&place, said) }
        };
        format!("<row r=\"{nth}\">{}</row>", cells.map(cell).concat())
    };
    let heads = ["Ngày", "Tên tin, bài", "Đơn vị", "Số lượng", "Hình thức", "Đối tượng", "Ghi chú"];
    let heads: String = ["A1", "B1", "C1", "D1", "E1", "F1", "G1"]
        .iter()
        .zip(heads)
        .map(|(cell, said)| text(cell, said))
        .collect();
    let rows: String = ["A", "B", "C", "D", "E", "F", "G", ""]
        .iter()
        .zip(2..)
        .map(|(column, nth)| row(nth, column))
        .collect();
    let body = format!("<sheetData><row r=\"1\">{heads}</row>{rows}</sheetData>");
    let book = crate::ingest::sheet::tests::workbook("", &[("A", &body)], &[]);
    let import = activities(&read(&book, "a.xlsx").unwrap(), &plan(), &Mapping::default());
    insta::assert_snapshot!(told(&import, &plan()));
}

#[test]
fn a_number_at_the_end_of_all_numbers_is_no_fault() {
    let most = u32::MAX;
    let import = of_csv(&format!("TT;Tên tin, bài;Ngày\n{most};0;1\n1;{most};1\n"));
    assert_eq!(import.tally(), Tally { refused: 2, ..Tally::default() });
}

#[test]
fn sheets_per_month_and_per_office_with_counts_in_words() {
    let may = sheet(
        "Tháng 5",
        &["SỔ THEO DÕI CỦA PHÒNG KINH TẾ"],
        &["STT", "Ngày", "Nội dung", "Hình thức", "Số lượng", "Ghi chú"],
        vec![
            vec![
                1.into(),
                7.into(),
                "Họp thôn Nà Lùng".into(),
                "Họp thôn".into(),
                "hai cuộc; 118 lượt người".into(),
            ],
            vec![
                2.into(),
                "15/5".into(),
                "Phát tờ rơi".into(),
                "Tờ rơi".into(),
                "1.000".into(),
                "Tại chợ".into(),
            ],
            vec![3.into(), CellValue::Empty, "Treo băng rôn".into(), "Khẩu hiệu".into(), "02".into()],
            vec![4.into(), "30/5".into(), "Chiếu phim".into(), "Chiếu bóng lưu động".into(), 1.into()],
            vec![5.into(), "31/5".into(), "Sai số".into(), "Tờ rơi".into(), 1.5.into()],
            vec![CellValue::Empty, "Cộng".into(), CellValue::Empty, CellValue::Empty, 1005.into()],
        ],
    );
    let centre = sheet(
        "TT Phục vụ HCC",
        &[],
        &["Thời gian", "Tên hoạt động", "Số tin, bài", "Số lượt người", "Kinh phí", "Chủ đề"],
        vec![
            vec![
                day("2026-05-26"),
                "Hướng dẫn nộp hồ sơ".into(),
                3.into(),
                45.into(),
                "1,5 triệu đồng".into(),
                "Dịch vụ công trực tuyến".into(),
            ],
            vec![day("2025-12-30"), "Bài năm trước".into(), 1.into()],
        ],
    );
    let other = sheet("Danh mục", &[], &["Mã hàng", "Giá"], vec![vec![1.into(), 2.into()]]);
    let import = activities(&book(vec![may, centre, other]), &plan(), &Mapping::default());
    insta::assert_snapshot!(told(&import, &plan()));
}

/// What a row with these cells comes to: the activity, or why it is refused; and its remarks.
fn of_row(office: &str, channel: &str, count: &str, duty: &str, topic: &str) -> Line {
    let list = format!(
        "Ngày|Đ.vị thực hiện|Tên tin, bài|Đăng ở đâu|Số lượng|Nhiệm vụ|Chủ đề\n\
        5/5/2026|{office}|Bài một|{channel}|{count}|{duty}|{topic}\n"
    );
    let list =
        list.split('\n').map(|line| line.split('|').collect::<Vec<_>>().join("\t")).collect::<Vec<_>>();
    of_csv(&list.join("\n")).lines.remove(0)
}

fn new_of(line: &Line) -> &Activity {
    let Outcome::New(new) = &line.outcome else { panic!("{line:#?}") };
    new
}

#[test]
fn what_a_name_does_not_say_stays_in_the_note() {
    let line = of_row("Văn phòng, MTTQ", "Zalo", "1", "", "");
    assert!(matches!(&line.outcome, Outcome::Refused(why) if why.contains("2 cơ quan")), "{line:#?}");
    for (channel, taken) in [
        ("Trang TTĐT, Kênh Lạ", Some("trang-ttdt")),
        ("Facebook và Zalo", Some("facebook")),
        ("Facebook / Zalo", Some("facebook")),
        ("Không đăng Trang TTĐT", None),
    ] {
        let line = of_row("Văn phòng", channel, "1 tin, bài", "", "");
        let new = new_of(&line);
        assert_eq!(new.channel.as_ref().map(ChannelId::as_str), taken, "{channel}");
        assert!(new.note.contains(channel) && line.remarks.len() == 1, "{line:#?}");
    }
    for (count, taken) in [
        ("3 tin, bài, huỷ 2 tin, bài", 3),
        ("3 tin, bài chưa duyệt", 3),
        ("02 tin, bài đăng lại", 2),
        ("2 tin, bài thôn A, 1 tin, bài thôn B", 2),
        ("2 - 3 tin, bài", 2),
    ] {
        let line = of_row("Văn phòng", "Trang TTĐT", count, "", "");
        let new = new_of(&line);
        assert_eq!((new.counts.len(), new.counts[0].value), (1, taken), "{count}");
        assert!(new.note.contains(count) && line.remarks.len() == 1, "{line:#?}");
    }
    let line = of_row("Văn phòng", "Zalo", "1", "Không phải tin bài hằng tháng", "");
    assert!(new_of(&line).duty.is_none() && new_of(&line).note.contains("Không phải"), "{line:#?}");
    let line = of_row("Văn phòng", "Zalo", "1", "", "Dịch vụ công trực tuyến và Đề án 06");
    assert_eq!(new_of(&line).topics.len(), 2, "{line:#?}");
    assert!(line.remarks.is_empty());
    let line = of_row("Văn phòng", "Họp thôn", "45", "", "");
    assert!(line.remarks[0].contains("số người"), "{line:#?}");
    let line = of_row("VP HĐND - UBND xã Hoa Thám", "Fanpage Facebook của xã", "3 bài đăng", "", "");
    assert!(line.remarks.is_empty() && new_of(&line).note.is_empty(), "{line:#?}");
}

#[test]
fn groups_of_offices_as_in_the_appendix_of_a_report() {
    let list = "\
        STT,Ngày,Nội dung,Hình thức,Số lượng,Minh chứng\n\
        I,Phòng Văn hóa - Xã hội,,,,\n\
        1,05/5/2026,Tập huấn công chức,Tập huấn,1 lớp; 40 lượt người,Danh sách 40 người\n\
        II,Ủy ban MTTQ Việt Nam và các tổ chức CT - XH xã,,,,\n\
        2,06/5/2026,Họp thôn,Họp thôn,3 cuộc,–\n\
        Tháng 6,,,,,\n\
        3,12,Họp thôn lần hai,Họp thôn,1 cuộc,Biên bản 04\n";
    insta::assert_snapshot!(told(&of_csv(list), &plan()));
}

#[test]
fn importing_twice_adds_nothing_and_what_was_mended_is_told() {
    let list = "Ngày,Cơ quan,Tên hoạt động,Hình thức,Số lượng\n\
        5/5/2026,Văn phòng,Bài một,Trang TTĐT,1\n\
        5/5/2026,Văn phòng,Bài một,Trang TTĐT,1\n\
        6/5/2026,Văn phòng,Bài hai,Zalo,2\n";
    let mut file = plan();
    let read_list = |list: &str, file: &PlanFile| {
        activities(&read(list.as_bytes(), "a.csv").unwrap(), file, &Mapping::default())
    };
    let first = read_list(list, &file);
    assert_eq!(first.tally().new, 3);
    file.apply(&first.change(author(), "a.csv", false)).unwrap();
    assert_eq!((file.activities.len(), file.journal.len()), (3, 1));
    assert_eq!(file.journal[0].label, "Nhập từ a.csv");

    let again = read_list(list, &file);
    assert_eq!(again.tally(), Tally { known: 3, ..Tally::default() });
    let before = file.clone();
    file.apply(&again.change(author(), "a.csv", true)).unwrap();
    assert_eq!(file, before);

    // Rows in another order, more columns, and a count that was mended in the list.
    let mended = "Cơ quan,Ngày,Hình thức,Tên hoạt động,Số lượng,Ghi chú\n\
        VP,06/05/2026,Zalo,bai hai,5,\n\
        VP,05/05/2026,Trang TTĐT,Bài một,1,\n";
    let import = read_list(mended, &file);
    assert_eq!(import.tally(), Tally { known: 1, otherwise: 1, ..Tally::default() });
    let Outcome::Known { id, otherwise: Some((_, names)) } = &import.lines[0].outcome else { panic!() };
    assert_eq!(names.join(", "), "số lượng", "how a title is spelt makes no difference");
    let id = crate::id::ActivityId::new(id.as_str()).unwrap();
    file.apply(&import.change(author(), "b.csv", false)).unwrap();
    assert_eq!(file, before, "unless it is asked for");
    file.apply(&import.change(author(), "b.csv", true)).unwrap();
    assert_eq!(file.activities.get(&id).unwrap().counts[0].value, 5);

    // That a channel was chosen for rows without one makes no new activities of them.
    let bare = "Ngày,Cơ quan,Tên hoạt động\n6/5/2026,Văn phòng,Bài hai\n5/5/2026,Văn phòng,Bài một\n";
    let mapping = Mapping { channel: Some("zalo".parse().unwrap()), ..Mapping::default() };
    let book = read(bare.as_bytes(), "a.csv").unwrap();
    assert_eq!(read_list(bare, &file).tally(), Tally { known: 2, ..Tally::default() });
    assert_eq!(activities(&book, &file, &mapping).tally(), Tally { known: 1, new: 1, ..Tally::default() });

    // What a person deleted does not come again.
    let delete =
        Change { author: author(), label: "Xóa".to_owned(), edits: vec![Edit::remove::<Activity>(&id)] };
    file.apply(&delete).unwrap();
    assert_eq!(read_list(list, &file).tally(), Tally { known: 2, deleted: 1, ..Tally::default() });
}

#[test]
fn a_mapping_says_what_no_guess_can() {
    let list = "Khi nào,Làm gì,Ai làm,Bao nhiêu\n5/5,Bài một,Nhà văn hóa,3\n6/5,Bài hai,,1\n";
    let import = of_csv(list);
    assert_eq!(import.tables[0].header, None);
    let offered: Vec<&str> = import.tables[0].columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(offered, ["Khi nào", "Làm gì", "Ai làm", "Bao nhiêu"], "for a person to name");
    assert_eq!(import.tables[0].passed, "không thấy dòng tiêu đề cột như Ngày, Nội dung, Cơ quan");
    let mapping: Mapping = serde_json::from_str(
        r#"{"columns":{"khi nao":"date","Làm gì":"title","Ai làm":"office","Bao nhiêu":"count:tin-bai"},
            "names":{"Nhà văn hoá":"phong-vhxh"},"office":"van-phong","channel":"zalo"}"#,
    )
    .unwrap();
    let file = plan();
    let import = activities(&read(list.as_bytes(), "a.csv").unwrap(), &file, &mapping);
    insta::assert_snapshot!(told(&import, &file));
    let kept = import.mapping(&Mapping::default());
    assert_eq!(
        serde_json::to_string(&kept.columns).unwrap(),
        r#"{"Khi nào":"date","Làm gì":"title","Ai làm":"office","Bao nhiêu":"count:tin-bai"}"#
    );
    let only = Mapping { sheets: vec!["Tháng 5".to_owned()], ..Mapping::default() };
    assert_eq!(
        activities(&book(vec![sheet("A", &[], &["Ngày", "Tên"], vec![])]), &file, &only).tables[0].passed,
        "không chọn"
    );
}

#[test]
fn what_a_person_said_of_a_list_is_kept_in_the_file_for_the_next_one() {
    let list = "Khi nào,Làm gì,Ai làm,Bao nhiêu\n5/5,Bài một,Nhà văn hóa,3\n";
    let said: Mapping = serde_json::from_str(
        r#"{"columns":{"Khi nào":"date","Làm gì":"title","Ai làm":"office","Bao nhiêu":"count:tin-bai"},
            "names":{"Nhà văn hóa":"phong-vhxh"}}"#,
    )
    .unwrap();
    let mut file = plan();
    let book = read(list.as_bytes(), "a.csv").unwrap();
    let take = |file: &PlanFile, mapping: &Mapping| {
        let import = activities(&book, file, mapping);
        let mut change = import.change(author(), "tin.csv", false);
        change.edits.extend(import.keep(file, mapping, "tin.csv"));
        change
    };
    file.apply(&take(&file, &said)).unwrap();
    assert_eq!((file.activities.len(), file.list_readings.len()), (1, 1));
    assert_eq!(file.list_readings.at(0).unwrap().name, "tin.csv");
    // The file goes to another machine: it is read there as it was here, and nothing is added.
    let elsewhere = crate::exchange::read(&file.to_json()).unwrap().file;
    let kept = Mapping::kept(&book, &elsewhere);
    assert_eq!((&kept.columns.len(), &kept.names), (&4, &said.names));
    assert!(take(&elsewhere, &kept).edits.is_empty());
    // A list with another header knows the names, and nothing else.
    let other = read("Ngày,Việc,Ai làm\n5/5,Bài,Nhà văn hóa\n".as_bytes(), "b.csv").unwrap();
    let kept = Mapping::kept(&other, &elsewhere);
    assert!(kept.columns.is_empty() && kept.names.len() == 1);
    // A column more is still the same list.
    let more = read("Khi nào,Làm gì,Ai làm,Bao nhiêu,Ở đâu\n5/5,Bài,VP,1,xã\n".as_bytes(), "c.csv").unwrap();
    assert_eq!(Mapping::kept(&more, &elsewhere).columns.len(), 4);
    // Nothing that the headings say by themselves is kept.
    let plain = read("Ngày,Tên tin bài,Cơ quan\n5/5,Bài,Văn phòng\n".as_bytes(), "d.csv").unwrap();
    let kept = Mapping::kept(&plain, &file);
    assert_eq!(activities(&plain, &file, &kept).keep(&file, &kept, "d.csv"), None);
}

/// The workbook that `cchc export` writes, read again.
fn exported(file: &PlanFile) -> Book {
    let today = "2026-11-20".parse().unwrap();
    let workbook = crate::report::workbook(&crate::progress::Tracking::of(file, today), None, None).unwrap();
    read(&xlsx(&workbook), "so-theo-doi.xlsx").unwrap()
}

/// An activity with what tables are bad at.
fn awkward() -> Activity {
    let json = r#"{"id":"a-kho","date":"2026-12-24","office":"mttq","duty":"mttq-hoi-nghi","channel":"hoi-nghi",
        "title":"Đối thoại;  hai khoảng trắng\nvà hai dòng","audience":"Hộ kinh doanh","language":"tiếng Nùng",
        "counts":[{"unit":"tin-bai","value":0},{"unit":"luot-nguoi","value":1200},{"unit":"cuoc","value":0}],
        "reach":0,"cost":0,
        "evidence":[{"text":"12/BB-UBND; kèm ảnh","date":"2026-12-25"},{"text":"https://xa.example/a;b"},{"text":"–"}],
        "note":"Dòng một\n\nDòng  hai: Dự kiến",
        "detail":{"form":"dialogue","place":"Nhà văn hóa thôn Nà Lùng","begins":"08:05","minutes":95,"until":"2026-12-26",
            "led_by":"Ông A; bà B","recorded_by":"Bà C","items":[{"text":"Câu hỏi một","answer":"Trả lời\nhai dòng"},{"text":"Câu hai"}]}}"#;
    serde_json::from_str(json).unwrap()
}

#[test]
fn an_exported_register_comes_back_without_loss() {
    let mut full = crate::examples::get("hoa-tham-2026-minh-hoa").unwrap();
    let mut odd = awkward();
    odd.duty = full.duties.iter().last().map(|duty| duty.id.clone());
    odd.channel = full.channels.iter().last().map(|channel| channel.id.clone());
    odd.topics = full.topics.iter().map(|topic| topic.id.clone()).collect();
    let mut copy = odd.clone();
    copy.id = "a-kho-2".parse().unwrap();
    full.apply(&Change {
        author: author(),
        label: "Thêm".to_owned(),
        edits: vec![Edit::write(&odd), Edit::write(&copy)],
    })
    .unwrap();
    let book = exported(&full);
    assert!(book.sheets.len() > 4, "the other tables stand beside it");
    let again = activities(&book, &full, &Mapping::default());
    let different: Vec<_> = again
        .lines
        .iter()
        .filter(|line| !matches!(line.outcome, Outcome::Known { otherwise: None, .. } | Outcome::Passed(_)))
        .collect();
    assert!(different.is_empty(), "{different:#?}");
    assert!(again.change(author(), "so.xlsx", true).edits.is_empty());
    assert_eq!(again.tables.iter().filter(|table| table.header.is_some()).count(), 1);

    let mut empty = full.clone();
    empty.contents.activities = crate::record::Records::default();
    empty.apply(&activities(&book, &empty, &Mapping::default()).change(author(), "so.xlsx", false)).unwrap();
    let value = |file: &PlanFile| -> Vec<serde_json::Value> {
        file.activities.iter().map(|one| serde_json::to_value(one).unwrap()).collect()
    };
    for (old, new) in value(&full).iter().zip(value(&empty)) {
        for (field, was) in old.as_object().unwrap() {
            assert_eq!(new.get(field), Some(was), "{}: {field}", old["id"]);
        }
    }
    assert_eq!(full.activities, empty.activities);
}

#[test]
fn what_was_mended_in_an_exported_workbook_is_told_and_what_it_lacks_stays() {
    let mut file = plan();
    let edits = vec![Edit::write(&Activity { duty: None, channel: None, ..awkward() })];
    file.apply(&Change { author: author(), label: "Thêm".to_owned(), edits }).unwrap();
    let mut book = exported(&file);
    let row = book.sheets[0].rows.iter_mut().find(|row| row.number == 5).unwrap();
    for (_, cell) in &mut row.cells {
        if cell.as_text() == Some("Nhà văn hóa thôn Nà Lùng") {
            *cell = crate::ingest::sheet::Cell::text("Hội trường xã");
        }
    }
    // A person who has no use for the column of items takes it out.
    row.cells.retain(|(_, cell)| !cell.as_text().is_some_and(|text| text.starts_with("Câu hỏi một")));
    for row in &mut book.sheets[0].rows {
        row.cells.retain(|(_, cell)| cell.as_text() != Some("Chi tiết"));
    }
    let import = activities(&book, &file, &Mapping::default());
    let Outcome::Known { otherwise: Some((_, names)), .. } = &import.lines[0].outcome else {
        panic!("{:#?}", import.lines)
    };
    assert_eq!(names.join(", "), "chi tiết");
    file.apply(&import.change(author(), "so.xlsx", true)).unwrap();
    let detail = file.activities.at(0).unwrap().detail.as_deref().unwrap();
    assert_eq!((detail.place.as_str(), detail.items.len()), ("Hội trường xã", 2));
}

#[test]
fn the_wordings_of_headings_are_each_of_one_field() {
    let known = headings::headings();
    assert!(known.is_total(&super::super::words::Words::of("Tổng cộng 12 tin, bài")));
    assert!(!known.is_total(&super::super::words::Words::of("Tổng kết công tác CCHC")));
    let file = plan();
    let names = Names::of(&file, &Mapping::default());
    for (heading, field) in [
        ("Đơn vị tính", "unit"),
        ("Đơn vị", "office"),
        ("ĐVT", "unit"),
        ("Số tin, bài", "count:tin-bai"),
        ("Số lượng", "count"),
        ("Lượt người tham dự", "count:luot-nguoi"),
        ("Ngày, tháng đăng", "date"),
        ("Nội dung tuyên truyền", "title"),
        ("Số, ký hiệu văn bản", "evidence"),
    ] {
        let guess = known.guess(&[heading], &names, &[], &[]);
        assert_eq!(guess[0].as_ref().map(ToString::to_string).as_deref(), Some(field), "{heading}");
    }
    let both = known.guess(&["Nội dung", "Nội dung tuyên truyền"], &names, &[], &[]);
    assert_eq!(both, [Some(Field::Title), Some(Field::Topics)]);
}

/// What a list comes to, a line for each row, without the line of its columns.
fn rows_of(list: &str) -> Vec<String> {
    let told = told(&of_csv(list), &plan());
    told.lines().skip(1).map(str::to_owned).collect()
}

fn assert_rows(list: &str, rows: &[&str]) {
    let told = rows_of(list);
    assert_eq!(told.len(), rows.len(), "{told:#?}");
    for (told, row) in told.iter().zip(rows) {
        assert!(told.contains(row), "{told}\nwithout {row}");
    }
}

#[test]
fn the_unit_of_money_is_that_of_its_heading() {
    for (heading, cell, cost) in [
        ("Kinh phí (nghìn đồng)", "1.500", 1_500_000),
        ("Kinh phí (1000đ)", "250", 250_000),
        ("Kinh phí thực hiện, ĐVT: 1.000 đồng", "1.500", 1_500_000),
        ("Kinh phí (triệu đồng)", "1,5", 1_500_000),
        ("Số tiền (tr.đ)", "12", 12_000_000),
        ("Kinh phí (triệu đồng)", "500.000 đồng", 500_000),
        ("Kinh phí (đồng)", "1.500", 1_500),
        ("Kinh phí", "1,5 triệu", 1_500_000),
    ] {
        let list = format!(
            "Ngày\tCơ quan\tTên tin, bài\tHình thức\t{heading}\n05/3/2026\tVăn phòng\tBài một\tZalo\t{cell}\n"
        );
        let import = of_csv(&list);
        assert_eq!(new_of(&import.lines[0]).cost, Some(cost), "{heading}");
        let is_told = import.lines[0].remarks.iter().any(|remark| remark.contains("tính bằng"));
        assert_eq!(
            is_told,
            heading.contains("(n") || heading.contains('1') || heading.contains("tr"),
            "{heading}"
        );
    }
    let above = "DANH SÁCH HOẠT ĐỘNG;;;;\nĐơn vị tính: triệu đồng;;;;\n\
        Ngày;Cơ quan;Nội dung;Hình thức;Kinh phí\n05/3/2026;Văn phòng;Bài một;Zalo;2\n06/3/2026;Văn phòng;Bài hai;Zalo;3\n";
    assert_rows(
        above,
        &[
            "2000000 đồng [kinh phí của danh sách tính bằng triệu đồng: dòng này là 2.000.000 đồng]",
            "3000000 đồng",
        ],
    );
}

#[test]
fn what_was_not_done_never_counts() {
    assert_rows(
        "Ngày,Cơ quan,Hình thức,Nội dung,Số lượng,Ghi chú,Tình trạng\n\
        5/3/2026,Văn phòng,Trang TTĐT,D1,1,không thực hiện,\n\
        5/3/2026,Văn phòng,Trang TTĐT,D2 (hủy),1,,\n\
        5/3/2026,Văn phòng,Trang TTĐT,D3,1,,Chưa thực hiện\n\
        5/3/2026,Văn phòng,Trang TTĐT,D4,1,,Hoãn sang quý IV\n\
        5/3/2026,Văn phòng,Trang TTĐT,D5,1,đã gỡ bài,Đã đăng\n\
        5/3/2026,Văn phòng,Trang TTĐT,Hủy hồ sơ quá hạn: ai được hủy,1,,\n\
        5/3/2026,Văn phòng,Trang TTĐT,Công bố bãi bỏ thủ tục,1,buổi chiều hủy một phần,\n",
        &[
            "! danh sách ghi “không thực hiện”: chưa thực hiện, không ghi vào sổ",
            "! danh sách ghi “D2 (hủy)”: chưa thực hiện, không ghi vào sổ",
            "! danh sách ghi “Chưa thực hiện”: chưa thực hiện, không ghi vào sổ",
            "! danh sách ghi “Hoãn sang quý IV”: chưa thực hiện, không ghi vào sổ",
            "“D5”; trang-ttdt; 1 tin-bai; đã gỡ bài / Đã đăng",
            "1 tin-bai",
            "[“buổi chiều hủy một phần”: xem lại việc này đã thực hiện chưa]",
        ],
    );
}

#[test]
fn results_that_are_counts_are_read_as_counts() {
    assert_rows(
        "Ngày,Cơ quan,Hình thức,Nội dung,Kết quả\n\
        05/3/2026,Văn phòng,Truyền thanh,Phát CCHC,3 lượt phát\n\
        06/3/2026,Văn phòng,Hội nghị,Quán triệt,02 hội nghị\n\
        07/3/2026,Văn phòng,Trang TTĐT,Tin,5\n\
        07/3/2026,Văn phòng,Truyền thanh,Phát lại,\"3 lượt, 15 phút\"\n\
        08/3/2026,Văn phòng,Trang TTĐT,Tin hai,Hoàn thành tốt\n\
        09/3/2026,Văn phòng,Trang TTĐT,Tin ba,Không thực hiện\n",
        &[
            "3 luot-phat",
            "2 hoi-nghi",
            "5 tin-bai",
            "3 luot-phat; Kết quả theo danh sách: 3 lượt, 15 phút [số lượng “3 lượt, 15 phút” có lời chưa hiểu",
            "1 tin-bai; Kết quả: Hoàn thành tốt [kết quả “Hoàn thành tốt” không phải số lượng: ghi vào ghi chú, dòng tính là một]",
            "! danh sách ghi “Không thực hiện”",
        ],
    );
    assert_rows(
        "Ngày,Cơ quan,Hình thức,Nội dung,Kết quả\n\
        05/3/2026,Văn phòng,Trang TTĐT,Bài một,Tốt\n\
        06/3/2026,Văn phòng,Trang TTĐT,Bài hai,Đạt\n\
        07/3/2026,Văn phòng,Trang TTĐT,Bài ba,12 lượt\n",
        &[
            "1 tin-bai; Tốt",
            "1 tin-bai; Đạt",
            "1 tin-bai; 12 lượt [kết quả “12 lượt” ghi vào ghi chú, không tính là số lượng]",
        ],
    );
}

#[test]
fn days_as_people_write_them() {
    let list =
        |day: &str| format!("Ngày\tCơ quan\tTên tin, bài\tHình thức\n{day}\tVăn phòng\tBài một\tZalo\n");
    for (written, day, remark) in [
        ("05-07/3/2026", "2026-03-05", "“05-07/3/2026” là nhiều ngày: lấy ngày đầu 05/3/2026"),
        ("05/3/2026 - 07/3/2026", "2026-03-05", "là nhiều ngày: lấy ngày đầu 05/3/2026"),
        ("từ 14-20/4/2026", "2026-04-14", "là nhiều ngày"),
        ("5, 6 và 9/3", "2026-03-05", "là nhiều ngày"),
        ("05 đến 07/3", "2026-03-05", "là nhiều ngày"),
        ("30-02/4/2026", "2026-04-02", "chưa rõ là ngày nào"),
        ("8 giờ 30 - 12/3/2026", "2026-03-12", ""),
        ("08h00, 12/3/2026", "2026-03-12", ""),
        ("8h30, 12/3/2026", "2026-03-12", ""),
        ("Thứ 5, 12/3/2026", "2026-03-12", ""),
        ("20260305", "2026-03-05", ""),
        ("T3/2026", "2026-03-31", "chỉ ghi tháng 3/2026"),
        ("T.03/2026", "2026-03-31", "chỉ ghi tháng 3/2026"),
        ("Tháng 3/2026", "2026-03-31", "chỉ ghi tháng 3/2026"),
    ] {
        let import = of_csv(&list(written));
        let line = &import.lines[0];
        assert_eq!(new_of(line).date.to_string(), day, "{written}");
        assert!(line.remarks.join("; ").contains(remark), "{written}: {line:#?}");
        assert_eq!(line.remarks.is_empty(), remark.is_empty(), "{written}: {line:#?}");
    }
    assert!(matches!(of_csv(&list("T3")).lines[0].outcome, Outcome::Refused(_)), "a Tuesday, or a month");
}

#[test]
fn units_of_the_heading_hold_and_unknown_ones_are_kept_as_words() {
    assert_rows(
        "Ngày,Cơ quan,Nội dung,Lượt phát,Số tin bài\n\
        05/3/2026,Văn phòng,Phát CCHC,12 lượt,\n\
        06/3/2026,Văn phòng,Phát CCHC,12 lượt phát,2 tin\n\
        07/3/2026,Văn phòng,Đăng ảnh,,01 tin và 15 ảnh\n\
        08/3/2026,Văn phòng,Đăng ảnh,12 nốt nhạc,\n\
        09/3/2026,Văn phòng,Không gì,0,\n",
        &[
            "12 luot-phat",
            "12 luot-phat, 2 tin-bai",
            "1 tin-bai; Số tin bài theo danh sách: 01 tin và 15 ảnh [số lượng “01 tin và 15 ảnh” có lời chưa hiểu",
            "! đơn vị tính trong “12 nốt nhạc” không có trong kế hoạch",
            "[dòng không có số lượng, hoặc số lượng là 0: ghi vào sổ mà không có số lượng]",
        ],
    );
    let line = of_row("Văn phòng", "Hội nghị", "01 cuộc/45 người", "", "");
    let new = new_of(&line);
    assert!(
        new.counts[0].value == 1 && new.note.contains("45 người") && line.remarks.len() == 1,
        "{line:#?}"
    );
}

#[test]
fn a_row_like_one_above_is_told() {
    let list = "Ngày,Cơ quan,Hình thức,Nội dung,Số lượng\n\
        05/3/2026,Văn phòng,Trang TTĐT,Tin A,1\n\
        06/3/2026,Văn phòng,Trang TTĐT,Tin A,1\n\
        05/3/2026,Văn phòng,Trang TTĐT,Tin A,1\n";
    let import = of_csv(list);
    assert_eq!(import.tally().new, 3);
    assert_eq!(
        import.lines[2].remarks,
        ["giống dòng 2 (cùng ngày, cơ quan, tên): xem lại có ghi hai lần không"]
    );
    assert!(import.lines[0].remarks.is_empty() && import.lines[1].remarks.is_empty());
}

#[test]
fn a_header_of_two_lines_and_ditto_marks() {
    let list = sheet(
        "Sổ",
        &[],
        &["TT", "Nội dung", "Thời gian", "", "Chủ trì", "Kết quả thực hiện", ""],
        vec![
            vec![
                "".into(),
                "".into(),
                "Bắt đầu".into(),
                "Kết thúc".into(),
                "".into(),
                "Số lượng".into(),
                "Đơn vị".into(),
            ],
            vec![
                1.into(),
                "Tập huấn".into(),
                "05/5/2026".into(),
                "07/5/2026".into(),
                "Phòng Văn hóa - Xã hội".into(),
                "01".into(),
                "lớp".into(),
            ],
            vec![
                2.into(),
                "Tuyên truyền lưu động".into(),
                "nt".into(),
                "".into(),
                "-nt-".into(),
                "Hai".into(),
                "cuộc".into(),
            ],
            vec![
                3.into(),
                "Thi trực tuyến".into(),
                "Từ 01/6 đến 15/6".into(),
                "".into(),
                "VP HĐND&UBND".into(),
                "1".into(),
                "\"".into(),
            ],
        ],
    );
    let mut book = book(vec![list]);
    book.sheets[0].merged = vec![
        crate::ingest::sheet::Merged { rows: (1, 1), columns: (2, 3) },
        crate::ingest::sheet::Merged { rows: (1, 1), columns: (5, 6) },
    ];
    let import = activities(&book, &plan(), &Mapping::default());
    let told = told(&import, &plan());
    for part in [
        "Thời gian: Bắt đầu → date, Thời gian: Kết thúc → until, Chủ trì → office, Kết quả thực hiện: Số lượng → count, Kết quả thực hiện: Đơn vị → unit",
        "+ 2026-05-05 phong-vhxh “Tập huấn”; 1 lop",
        "+ 2026-05-05 phong-vhxh “Tuyên truyền lưu động”; 2 cuoc",
        "+ 2026-06-01 van-phong “Thi trực tuyến”; 1 cuoc",
    ] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn headings_in_short_and_columns_of_words() {
    let list = "Ngày,Tên,CQ,Trạng thái,Chuyên mục\n\
        1/7/2026,Bài một,VP HĐND&UBND,Đã đăng,Tài chính công\n\
        2/7/2026,Bài hai,như trên,Hủy,Nông thôn mới\n\
        3/7/2026,Bài ba,nt,,Nông thôn mới\n";
    let import = of_csv(list);
    let told = told(&import, &plan());
    for part in [
        "CQ → office, Trạng thái → note, Chuyên mục → note",
        "+ 2026-07-01 van-phong “Bài một”",
        "! danh sách ghi “Hủy”",
        "+ 2026-07-03 van-phong “Bài ba”; Nông thôn mới",
    ] {
        assert!(told.contains(part), "{told}");
    }
    let counted = of_csv("Ngày,Tên,CQ,Chuyên mục\n1/7/2026,Bài một,VP,2\n");
    assert_eq!(counted.tables[0].columns[3].field.to_string(), "count:chuyen-muc");
}

/// Words of which some name records, some do not.
fn wording(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    const OTHER: &[&str] =
        &["và", "chưa", "huỷ", "đăng lại", "Kênh Lạ", "phối hợp", ",", ";", "/", "(", ")", "bà Hoa", "7"];
    let part = prop_oneof![3 => prop::sample::select(known), 2 => prop::sample::select(OTHER)];
    prop::collection::vec(part, 1..5).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_word_of_a_row_is_lost(
        office in wording(&["Văn phòng", "MTTQ", "Phòng Kinh tế", "VP HĐND - UBND"]),
        channel in wording(&["Facebook", "Zalo", "Trang TTĐT", "Họp thôn"]),
        count in wording(&["3 tin, bài", "2 cuộc", "02", "118 lượt người"]),
        duty in wording(&["02 tin, bài hằng tháng", "Lớp tập huấn"]),
        topic in wording(&["Dịch vụ công trực tuyến", "Đề án 06", "Tài chính công"]),
    ) {
        let line = of_row(&office, &channel, &count, &duty, &topic);
        if let Outcome::New(new) = &line.outcome {
            let file = plan();
            let name = |id: Option<String>| id.unwrap_or_default();
            let mut told = vec![new.note.clone(), line.remarks.join(" ")];
            told.extend(file.offices.get(&new.office).map(|one| format!("{} {} VP", one.name, one.short_name)));
            told.push(name(new.channel.as_ref().and_then(|id| file.channels.get(id)).map(|one| format!("{} {}", one.name, one.short_name))));
            told.push(name(new.duty.as_ref().and_then(|id| file.duties.get(id)).map(|one| format!("{} {}", one.name, one.short_name))));
            // "Đề án 06" is an alias of the catalogue.
            told.extend(new.topics.iter().filter_map(|id| file.topics.get(id)).map(|one| format!("{} {} Đề án 06", one.name, one.short_name)));
            told.extend(new.counts.iter().filter_map(|one| Some(format!("{0} {0:02} {1}", one.value, file.units.get(&one.unit)?.name))));
            let told = format!(" {} ", names::key(&told.join(" ")));
            for cell in [&office, &channel, &count, &duty, &topic] {
                for word in names::key(cell).split(' ').filter(|word| !word.is_empty() && *word != "va") {
                    let is_sum = word.parse::<u64>().is_ok() && cell == &count;
                    prop_assert!(is_sum || told.contains(&format!(" {word} ")), "{word} of {cell}: {line:#?}");
                }
            }
        }
    }

    #[test]
    fn any_list_is_taken_in_once(
        heads in prop::collection::vec(
            prop::sample::select(vec!["Ngày", "Cơ quan", "Tên tin, bài", "Hình thức", "Số lượng", "Đơn vị tính", "Kinh phí", "Mã", "Tháng", "?"]),
            2..8,
        ),
        rows in prop::collection::vec(
            prop::collection::vec(
                prop_oneof![
                    Just("5/5/2026".to_owned()), Just("Văn phòng".to_owned()), Just("Bài một".to_owned()), Just("Zalo".to_owned()),
                    Just("hai".to_owned()), Just("03 tin, bài; 4 lượt người".to_owned()), Just("Tổng".to_owned()), Just(String::new()),
                    Just("46168".to_owned()), Just("99999999999999999999".to_owned()), "[0-9/.,-]{0,8}", "\\PC{0,12}",
                ],
                1..8,
            ),
            0..12,
        ),
    ) {
        let line = |cells: &[String]| cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(";");
        let heads: Vec<String> = heads.into_iter().map(str::to_owned).collect();
        let list = std::iter::once(line(&heads)).chain(rows.iter().map(|row| line(row))).collect::<Vec<_>>().join("\n");
        let book = read(list.as_bytes(), "a.csv").unwrap();
        let mut file = plan();
        let import = activities(&book, &file, &Mapping::default());
        file.apply(&import.change(author(), "a.csv", true)).unwrap();
        let again = activities(&book, &file, &Mapping::default());
        prop_assert_eq!(again.tally().new, 0, "{}", list);
        prop_assert_eq!(again.lines.len(), import.lines.len());
    }
}
