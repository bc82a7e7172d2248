//! Lists as offices keep them.

mod exported;
mod wordings;
mod words;

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
