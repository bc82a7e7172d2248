//! Tables about indices as offices keep them.

use super::super::{read as read_list, tests::author};
use super::*;
use crate::document::xlsx::xlsx;
use crate::ingest::sheet::read;
use crate::progress::Tracking;
use crate::progress::scoring::Assessment;
use crate::report::self_assessment_workbook;

fn today() -> Date {
    "2026-11-20".parse().unwrap()
}

fn plan() -> PlanFile {
    crate::examples::get("hoa-tham-2026").unwrap()
}

fn illustrated() -> PlanFile {
    crate::examples::get("hoa-tham-2026-minh-hoa").unwrap()
}

fn of_csv(list: &str, file: &PlanFile, mapping: &Mapping) -> Import {
    read_list(&read(list.as_bytes(), "a.csv").unwrap(), file, mapping, today())
}

fn told(import: &Import) -> String {
    let mut lines = vec![format!(
        "{:?}, {}, {}",
        import.matter,
        import.set.as_ref().map_or("", |set| set.as_str()),
        import.period.map(|period| period.to_string()).unwrap_or_default()
    )];
    for table in &import.tables {
        let columns: Vec<_> =
            table.columns.iter().map(|column| format!("{} → {}", column.heading, column.field)).collect();
        lines.push(format!("[{}] {}{}", table.sheet, table.passed, columns.join(", ")));
    }
    for line in &import.lines {
        let what = match &line.outcome {
            Outcome::Figure { title, told, .. } => format!("+ {title}: {told}"),
            Outcome::Known { id, otherwise } => {
                let otherwise = otherwise.as_ref().map(|(_, names)| names.join(", ")).unwrap_or_default();
                format!("= {id} {otherwise}")
            }
            Outcome::Passed(why) => format!("· {why}"),
            Outcome::Refused(why) => format!("! {why}"),
            other => format!("{other:?}"),
        };
        let remarks =
            if line.remarks.is_empty() { String::new() } else { format!(" [{}]", line.remarks.join("; ")) };
        lines.push(format!("{}: {what}{remarks}", import.place(line)));
    }
    lines.join("\n")
}

/// Takes a list in; what is read again adds nothing.
fn taken(list: &str, file: &mut PlanFile) -> Import {
    let import = of_csv(list, file, &Mapping::default());
    file.apply(&import.change(author(), "a.csv", false)).unwrap();
    let again = of_csv(list, file, &Mapping::default());
    assert_eq!((again.tally().new, again.tally().otherwise), (0, 0), "{}", told(&again));
    assert!(again.change(author(), "a.csv", true).edits.is_empty());
    import
}

const TALLIES: &str = "\
    KẾT QUẢ KHẢO SÁT MỨC ĐỘ HÀI LÒNG (SIPAS);;;;;;;\n\
    6 tháng đầu năm 2026;;;;;;;\n\
    Số phiếu hợp lệ;Không hài lòng;Tiêu chí;Rất hài lòng;Hài lòng;Bình thường;Rất không hài lòng;Ghi chú\n\
    200;4;1. Tiếp cận dịch vụ;120;60;15;1;\n\
    200;2;Thủ tục hành chính;100;80;17;1;\n\
    ;;Công chức trực tiếp giải quyết công việc;;;;;chưa khảo sát\n\
    200;6;Kết quả cung ứng dịch vụ;90;80;20;2;\n\
    100;x;Tiếp nhận, giải quyết góp ý, phản ánh, kiến nghị;1;1;1;1;\n\
    200;3;Chỗ để xe;90;80;20;7;\n\
    ;12;Tổng cộng;311;221;53;5;\n";

#[test]
fn a_survey_told_by_criteria_and_levels_in_any_order() {
    let mut file = plan();
    let import = taken(TALLIES, &mut file);
    insta::assert_snapshot!(told(&import));
    let entry = file.score_entries.get_str("sipas-1001:2026-H1:1").unwrap();
    assert_eq!(entry.raw, Some(Raw::Tally(Tally([120, 60, 15, 4, 1]))));
    // What was mended in the list is told, and taken over when asked for.
    let mended = TALLIES.replace("100;80;17", "101;79;17");
    let import = of_csv(&mended, &file, &Mapping::default());
    assert_eq!((import.tally().new, import.tally().otherwise), (0, 1));
    file.apply(&import.change(author(), "a.csv", true)).unwrap();
    assert_eq!(
        file.score_entries.get_str("sipas-1001:2026-H1:2").unwrap().raw,
        Some(Raw::Tally(Tally([101, 79, 17, 2, 1])))
    );
    // A person says which criterion a name means, and the period.
    let mapping = Mapping {
        names: [("Chỗ để xe".to_owned(), "3".to_owned())].into_iter().collect(),
        period: "2026".parse().ok(),
        ..Mapping::default()
    };
    let import = of_csv(TALLIES, &plan(), &mapping);
    assert_eq!((import.tally().new, import.period.unwrap().to_string().as_str()), (4, "2026"));
}

#[test]
fn questions_of_a_criterion_are_added_up() {
    let list = "Phiếu SIPAS,,,,,\n\
        STT,Câu hỏi,5,4,3,2,1\n\
        1,Tiếp cận dịch vụ,,,,,\n\
        1.1,Nơi ngồi chờ,10,5,1,0,0\n\
        1.2,Biển chỉ dẫn,8,6,2,0,0\n\
        2,Thủ tục hành chính,20,10,2,0,0\n\
        2.1,Niêm yết đủ,11,5,0,0,0\n";
    insta::assert_snapshot!(told(&taken(list, &mut plan())));
}

#[test]
fn a_row_for_each_answer_and_a_row_for_each_person() {
    let long = "Khảo sát SIPAS quý II/2026,\nCâu hỏi,Mức trả lời\nThủ tục hành chính,Hài lòng\nThủ tục hành chính,5\n\
        Tiếp cận dịch vụ,Bình thường\nThủ tục hành chính,tốt\n";
    insta::assert_snapshot!("long", told(&taken(long, &mut plan())));
    let wide = "Dấu thời gian;Giới tính;Tiếp cận dịch vụ;Thủ tục hành chính;Góp ý thêm\n\
        05/5/2026 08:01:02;Nam;Hài lòng;Rất hài lòng;\n\
        05/5/2026 08:05:00;Nữ;4;5;Cần thêm ghế\n\
        05/5/2026 09:00:00;Nữ;7;3;\n\
        05/5/2026 09:10:00;Nam;;Không hài lòng;\n";
    insta::assert_snapshot!("wide", told(&taken(wide, &mut plan())));
}

#[test]
fn scores_of_a_set_and_what_they_are_made_of() {
    let list = "\
        BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CCHC CẤP XÃ NĂM 2026,,,,,,\n\
        TT,Tiêu chí,Điểm tối đa,Số liệu,Tự đánh giá,Thẩm định,Giải trình\n\
        1,\"Công tác chỉ đạo, điều hành cải cách hành chính\",,,,,\n\
        1.1,Ban hành kế hoạch tuyên truyền cải cách hành chính kịp thời,\"0,5\",đạt,\"0,5\",\"0,5\",\n\
        1.2,Mức độ hoàn thành kế hoạch tuyên truyền cải cách hành chính,1,95,\"0,5\",,Chậm một báo cáo\n\
        1.3,Sự đa dạng của hình thức tuyên truyền cải cách hành chính,\"0,5\",,9,,\n\
        9.9,Tiêu chí của năm khác,2,,1,,\n\
        ,Tổng cộng,,,\"2,0\",,\n";
    let mut file = plan();
    let import = taken(list, &mut file);
    insta::assert_snapshot!(told(&import));
    let entry = file.score_entries.get_str("cchc-xa:2026:1.2").unwrap();
    assert_eq!(
        (entry.raw.clone(), entry.self_score),
        (Some(Raw::Number(95.0)), None),
        "the points follow from it"
    );
}

#[test]
fn scores_by_periods_become_values() {
    let list = "\
        Bộ chỉ số 766: điểm tháng,,,\n\
        Mã,Chỉ số thành phần,Tháng 8/2026,Tháng 9/2026\n\
        CKMB,\"Công khai, minh bạch\",\"15,9\",\"16,4\"\n\
        TDGQ,Tiến độ giải quyết,\"18,5\",x\n\
        ,Tổng điểm,\"84,25\",\"85,9\"\n";
    let mut file = plan();
    insta::assert_snapshot!(told(&taken(list, &mut file)));
    let value = file.index_values.get_str("766:2026-08:month").unwrap();
    assert_eq!((value.total, value.parts["CKMB"]), (Some(84.25), Some(15.9)));
}

#[test]
fn what_was_exported_comes_back_without_loss() {
    let full = illustrated();
    let tracking = Tracking::of(&full, today());
    let workbook = crate::report::workbook(&tracking, None, None).unwrap();
    let book = read(&xlsx(&workbook), "so.xlsx").unwrap();
    let mapping = Mapping { matter: Some(Matter::Figures), ..Mapping::default() };
    let again = read_list(&book, &full, &mapping, today());
    assert!(again.change(author(), "so.xlsx", true).edits.is_empty(), "{}", told(&again));
    assert_eq!(again.tally().known, full.index_values.len());
    let mut empty = full.clone();
    empty.contents.index_values = crate::record::Records::default();
    let import = read_list(&book, &empty, &mapping, today());
    empty.apply(&import.change(author(), "so.xlsx", false)).unwrap();
    assert_eq!(full.index_values, empty.index_values);

    // The table of a self-assessment, whose points mostly follow from figures and from the register.
    let assessment = Assessment::of(&tracking, "cchc-xa", "2026".parse().unwrap()).unwrap();
    let book = read(&xlsx(&self_assessment_workbook(&full, &assessment)), "tu-cham.xlsx").unwrap();
    let again = read_list(&book, &full, &Mapping::default(), today());
    assert_eq!(again.matter, Matter::Figures);
    assert!(again.change(author(), "tu-cham.xlsx", true).edits.is_empty(), "{}", told(&again));
    let mut empty = full.clone();
    empty.contents.score_entries = crate::record::Records::default();
    let import = read_list(&book, &empty, &Mapping::default(), today());
    empty.apply(&import.change(author(), "tu-cham.xlsx", false)).unwrap();
    let tracking = Tracking::of(&empty, today());
    let back = Assessment::of(&tracking, "cchc-xa", "2026".parse().unwrap()).unwrap();
    assert_eq!((back.self_total(), back.so_far.score), (assessment.self_total(), assessment.so_far.score));
}

#[test]
fn which_list_it_is_its_header_says() {
    let matter = |list: &str| of_csv(list, &plan(), &Mapping::default()).matter;
    assert_eq!(matter("Ngày,Nội dung,Đơn vị\n5/5,Bài,Văn phòng\n"), Matter::Activities);
    assert_eq!(matter(TALLIES), Matter::Figures);
    assert_eq!(matter("Khi nào,Làm gì\n5/5,Bài\n"), Matter::Activities);
}
