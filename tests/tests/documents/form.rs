//! Every line of the form (NĐ 30/2020/NĐ-CP, Phụ lục I), read from the produced files.

use cchc_core::document::docx::docx;
use cchc_core::document::{Align, Block, Document, Table};
use cchc_tests::papers;

use crate::docx_file::{DocxFile, Paragraph, attribute, child, descendant, is, value};

/// Points as half-points.
const fn pt(points: u32) -> u32 {
    points * 2
}

/// Twips of a length in millimetres, with the tolerance of a twip.
fn mm(twips: u32) -> f64 {
    f64::from(twips) / 1440.0 * 25.4
}

fn issued() -> Vec<(&'static str, Document)> {
    papers::all().into_iter().filter(|(_, document)| document.form.is_some()).collect()
}

fn squeezed(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn paper_is_a4_with_the_margins_of_the_decree() {
    for (name, document) in papers::all() {
        let file = DocxFile::of(&document);
        let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
        let sections: Vec<_> = xml.descendants().filter(|node| is(*node, "sectPr")).collect();
        assert!(!sections.is_empty(), "{name}");
        for section in sections {
            let number = |element: &str, key: &str| -> u32 {
                attribute(child(section, element).unwrap(), key).unwrap().parse().unwrap()
            };
            let mut size = [number("pgSz", "w"), number("pgSz", "h")];
            let landscape = attribute(child(section, "pgSz").unwrap(), "orient") == Some("landscape");
            assert_eq!(landscape, size[0] > size[1], "{name}");
            size.sort_unstable();
            assert_eq!(size, [11906, 16838], "{name}: A4");
            let margin = |side: &str| mm(number("pgMar", side)).round();
            assert!((20.0..=25.0).contains(&margin("top")), "{name}");
            assert!((20.0..=25.0).contains(&margin("bottom")), "{name}");
            assert!((30.0..=35.0).contains(&margin("left")), "{name}");
            assert!((15.0..=20.0).contains(&margin("right")), "{name}");
        }
    }
}

#[test]
fn every_letter_is_black_times_new_roman_and_vietnamese() {
    for (name, document) in papers::all() {
        let file = DocxFile::of(&document);
        for (part, text) in
            file.parts().filter(|(part, _)| part.starts_with("word/") && !part.contains("_rels"))
        {
            let xml = roxmltree::Document::parse(text).unwrap();
            for fonts in xml.descendants().filter(|node| is(*node, "rFonts")) {
                for script in ["ascii", "hAnsi", "cs", "eastAsia"] {
                    assert_eq!(attribute(fonts, script), Some("Times New Roman"), "{name}: {part}");
                }
            }
            for color in xml.descendants().filter(|node| is(*node, "color")) {
                assert_eq!(attribute(color, "val"), Some("000000"), "{name}: {part}");
            }
        }
        let styles = roxmltree::Document::parse(file.part("word/styles.xml")).unwrap();
        let defaults = descendant(styles.root_element(), "rPrDefault").unwrap();
        assert!(descendant(defaults, "rFonts").is_some());
        assert_eq!(attribute(descendant(defaults, "lang").unwrap(), "val"), Some("vi-VN"));
    }
}

#[test]
fn page_numbers_stand_in_the_middle_of_the_top_margin_from_page_2() {
    for (name, document) in papers::all() {
        let file = DocxFile::of(&document);
        let header = file.part("word/header1.xml");
        assert!(header.contains("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>"), "{name}");
        let number = &file.paragraphs_of("word/header1.xml")[0];
        assert_eq!(number.align, "center");
        assert!((pt(13)..=pt(14)).contains(&number.size) && !number.bold && !number.italic);
        assert!(file.paragraphs_of("word/header2.xml").iter().all(|paragraph| paragraph.text.is_empty()));

        let relations = file.part("word/_rels/document.xml.rels");
        let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
        let first = xml.descendants().find(|node| is(*node, "sectPr")).unwrap();
        assert!(child(first, "titlePg").is_some(), "{name}: page 1 differs");
        for reference in first.children().filter(|node| is(*node, "headerReference")) {
            let target = match attribute(reference, "type").unwrap() {
                "default" => "header1.xml",
                "first" => "header2.xml",
                other => panic!("{other}"),
            };
            let id = reference.attributes().find(|attribute| attribute.name() == "id").unwrap().value();
            assert!(
                relations.lines().any(|line| line.contains(&format!("\"{id}\"")) && line.contains(target))
            );
        }
    }
}

#[test]
fn every_appendix_is_numbered_by_itself() {
    let document = papers::quarterly_report();
    let file = DocxFile::of(&document);
    let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
    let starts = xml.descendants().filter(|node| is(*node, "pgNumType")).map(|node| attribute(node, "start"));
    assert_eq!(starts.collect::<Vec<_>>(), [Some("1"); 3], "the text and two appendices each start at 1");

    // A table turned on its side in the middle of the text does not start anew.
    let file = DocxFile::of(&papers::plan());
    let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
    let sections: Vec<_> = xml.descendants().filter(|node| is(*node, "sectPr")).collect();
    let shape = |node: &roxmltree::Node<'_, '_>| {
        (attribute(child(*node, "pgSz").unwrap(), "orient").is_some(), child(*node, "pgNumType").is_some())
    };
    assert_eq!(
        sections.iter().map(shape).collect::<Vec<_>>(),
        [(false, true), (true, false), (false, false)]
    );
}

#[test]
fn quoc_hieu_and_tieu_ngu() {
    for (name, document) in issued() {
        let file = DocxFile::of(&document);
        let nation = file.only("QuocHieu");
        assert_eq!(nation.text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "{name}");
        assert!((pt(12)..=pt(13)).contains(&nation.size) && nation.bold && nation.align == "center");
        let motto = file.only("TieuNgu");
        assert_eq!(motto.text, "Độc lập - Tự do - Hạnh phúc");
        assert!((pt(13)..=pt(14)).contains(&motto.size) && motto.bold && motto.align == "center");
        // 171.4 pt in Times New Roman Bold 14: the line below is as long.
        let line = rule_after(&file, "TieuNgu");
        let length = 5780 - line.sides.0 - line.sides.1;
        assert!((3418..=3438).contains(&length), "{name}: {length}");
    }
}

/// The drawn line that follows the last paragraph of a style.
fn rule_after(file: &DocxFile, style: &str) -> Paragraph {
    let paragraphs = file.paragraphs();
    let last = paragraphs.iter().rposition(|paragraph| paragraph.style == style).unwrap();
    let line = paragraphs[last + 1].clone();
    assert!(line.ruled, "a line is drawn below {style}");
    line
}

#[test]
fn issuing_agency() {
    for (name, document) in issued() {
        let file = DocxFile::of(&document);
        for parent in file.styled("CoQuanChuQuan") {
            assert_eq!(parent.text, parent.text.to_uppercase(), "{name}");
            assert!((pt(12)..=pt(13)).contains(&parent.size) && !parent.bold && parent.align == "center");
        }
        let issuer = file.styled("CoQuanBanHanh");
        assert!(!issuer.is_empty());
        for line in &issuer {
            assert_eq!(line.text, line.text.to_uppercase(), "{name}");
            assert!((pt(12)..=pt(13)).contains(&line.size) && line.bold && line.align == "center");
        }
        let rule = rule_after(&file, "CoQuanBanHanh");
        let length = f64::from(3854 - rule.sides.0 - rule.sides.1) / 20.0;
        // Capitals of Times New Roman Bold are some 0.72 em wide, spaces a quarter.
        let width = |text: &str| text.chars().map(|c| if c == ' ' { 0.25 } else { 0.71 }).sum::<f64>() * 13.0;
        let text = issuer.iter().map(|line| width(&line.text)).fold(0.0, f64::max);
        assert!((1.0 / 3.0..=0.5).contains(&(length / text)), "{name}: {length} of {text} pt");
    }
    assert_eq!(DocxFile::of(&papers::reminder()).styled("CoQuanChuQuan").len(), 1);
    assert!(DocxFile::of(&papers::quarterly_report()).styled("CoQuanChuQuan").is_empty());
}

#[test]
fn number_and_symbol() {
    let number = |document: &Document| {
        let paragraph = DocxFile::of(document).only("SoKyHieu");
        assert_eq!((paragraph.size, paragraph.bold, paragraph.italic), (pt(13), false, false));
        squeezed(&paragraph.text)
    };
    assert_eq!(number(&papers::quarterly_report()), "Số:         /BC-UBND");
    assert_eq!(number(&papers::reminder()), "Số: 08/VHXH");
    assert_eq!(number(&papers::dialogue()), "Số: 87/BB-UBND");
}

#[test]
fn place_and_date() {
    let date = |document: &Document| {
        let paragraph = DocxFile::of(document).only("DiaDanhNgay");
        assert!((pt(13)..=pt(14)).contains(&paragraph.size) && paragraph.italic && !paragraph.bold);
        squeezed(&paragraph.text)
    };
    assert_eq!(date(&papers::quarterly_report()), "Hoa Thám, ngày       tháng 6 năm 2026");
    assert_eq!(date(&papers::plan()), "Hoa Thám, ngày       tháng       năm 2026");
    assert_eq!(date(&papers::reminder()), "Hoa Thám, ngày 03 tháng 02 năm 2026");
    assert_eq!(date(&papers::dialogue()), "Hoa Thám, ngày 12 tháng 11 năm 2026");
}

#[test]
fn type_and_subject() {
    let file = DocxFile::of(&papers::quarterly_report());
    let kind = file.only("TenLoai");
    assert_eq!(kind.text, "BÁO CÁO");
    let subject = file.styled("TrichYeu");
    assert_eq!(subject.len(), 2);
    for line in subject.iter().chain([&kind]) {
        assert!((pt(13)..=pt(14)).contains(&line.size) && line.bold && line.align == "center");
    }
    let rule = rule_after(&file, "TrichYeu");
    let length = f64::from(9354 - rule.sides.0 - rule.sides.1) / 20.0;
    // "cải cách hành chính quý II năm 2026" takes some 245 pt, "Kết quả công tác thông tin, tuyên truyền" 270 pt.
    assert!((245.0 / 3.0..=270.0 / 2.0).contains(&length), "{length} pt");
}

#[test]
fn a_letter_has_its_subject_under_the_number_and_no_type() {
    let file = DocxFile::of(&papers::reminder());
    assert!(file.styled("TenLoai").is_empty());
    let subject = file.only("TrichYeuCongVan");
    assert!(subject.text.starts_with("V/v đôn đốc"));
    assert!((pt(12)..=pt(13)).contains(&subject.size) && !subject.bold && !subject.italic);
    assert_eq!((subject.align.as_str(), subject.before), ("center", 120));
}

#[test]
fn legal_bases() {
    let bases = DocxFile::of(&papers::plan()).styled("CanCu");
    let ends: Vec<char> = bases.iter().map(|basis| basis.text.chars().last().unwrap()).collect();
    assert_eq!(ends, [';', ';', '.']);
    for basis in &bases {
        assert!((pt(13)..=pt(14)).contains(&basis.size) && basis.italic && !basis.bold);
        assert!(!basis.text.contains(";;") && !basis.text.contains(".;"));
    }
}

#[test]
fn running_text() {
    for (name, document) in papers::all() {
        let file = DocxFile::of(&document);
        for paragraph in file.styled("NoiDung").iter().chain(&file.styled("YLietKe")) {
            assert!((pt(13)..=pt(14)).contains(&paragraph.size), "{name}");
            assert!(!paragraph.italic && paragraph.align == "both");
            assert!([567, 720].contains(&paragraph.first_line), "1 cm or 1.27 cm");
            assert!(paragraph.before + paragraph.after >= 120, "at least 6 pt between paragraphs");
            assert!((240..=360).contains(&paragraph.line), "single to 1.5 lines");
        }
    }
}

#[test]
fn headings() {
    let file = DocxFile::of(&papers::plan());
    let texts = |style: &str| {
        file.styled(style).into_iter().map(|heading| squeezed(&heading.text)).collect::<Vec<_>>()
    };
    assert_eq!(
        texts("DeMucI"),
        ["I. MỤC TIÊU, YÊU CẦU", "II. NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", "III. TỔ CHỨC THỰC HIỆN"]
    );
    assert_eq!(texts("DeMuc1"), ["1. Mục tiêu", "1. Nội dung tuyên truyền"]);
    assert_eq!(texts("DeMucA"), ["a) Chỉ đạo, điều hành", "b) Tổ chức bộ máy và chế độ công vụ"]);
    for (style, bold) in [("DeMucI", true), ("DeMuc1", true), ("DeMucA", false)] {
        for heading in file.styled(style) {
            assert_eq!((heading.bold, heading.italic), (bold, false), "{style}");
            assert!((pt(13)..=pt(14)).contains(&heading.size));
            assert!(heading.keep_next, "a heading never ends a page");
        }
    }
    let letters: Vec<String> = DocxFile::of(&papers::quarterly_report())
        .styled("YLietKe")
        .iter()
        .map(|item| item.text.clone())
        .collect();
    let marks: Vec<&str> =
        letters.iter().filter_map(|text| text.split_once(") ").map(|(mark, _)| mark)).collect();
    assert_eq!(marks, ["a", "b", "c", "d", "đ"]);
}

#[test]
fn signature() {
    for (name, document) in issued() {
        let file = DocxFile::of(&document);
        for line in file.styled("QuyenHan") {
            assert_eq!(line.text, line.text.to_uppercase(), "{name}");
            assert!((pt(13)..=pt(14)).contains(&line.size) && line.bold && line.align == "center");
            assert!(line.keep_next && line.in_table);
        }
        for line in file.styled("NguoiKy") {
            assert!((pt(13)..=pt(14)).contains(&line.size) && line.bold && line.align == "center");
            assert!(mm(line.before) >= 20.0, "room for signature and seal");
        }
    }
    let report = DocxFile::of(&papers::quarterly_report());
    let authority: Vec<String> = report.styled("QuyenHan").into_iter().map(|line| line.text).collect();
    assert_eq!(authority, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    assert_eq!(report.only("NguoiKy").text, "Hoàng Văn Minh");
    // Two who sign, side by side.
    let minutes = DocxFile::of(&papers::dialogue());
    assert_eq!(minutes.styled("NguoiKy").len(), 2);
}

#[test]
fn the_signature_is_kept_together_with_the_last_words() {
    for (name, document) in issued() {
        let file = DocxFile::of(&document);
        let last = file.paragraphs().into_iter().rfind(|paragraph| paragraph.text.ends_with("./.")).unwrap();
        assert!(last.keep_next, "{name}");
        let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
        let signer =
            xml.descendants().find(|node| is(*node, "pStyle") && attribute(*node, "val") == Some("NguoiKy"));
        let row = signer.unwrap().ancestors().find(|node| is(*node, "tr")).unwrap();
        assert!(descendant(row, "cantSplit").is_some(), "{name}");
    }
}

#[test]
fn addressees() {
    let one = DocxFile::of(&papers::quarterly_report()).only("KinhGui");
    assert_eq!((one.text.as_str(), one.align.as_str()), ("Kính gửi: Sở Nội vụ tỉnh Lạng Sơn.", "center"));
    assert!((pt(13)..=pt(14)).contains(&one.size) && !one.bold && !one.italic);

    let several = DocxFile::of(&papers::reminder()).styled("KinhGuiDong");
    let texts: Vec<&str> = several.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Kính gửi:",
            "- Văn phòng HĐND và UBND;",
            "- Phòng Kinh tế;",
            "- Trung tâm Phục vụ hành chính công;",
            "- Trung tâm Dịch vụ công ích."
        ]
    );
    assert!(
        several[1..].iter().all(|line| line.sides.0 == several[1].sides.0),
        "dashes stand below each other"
    );
    assert!(several[1].sides.0 > several[0].sides.0, "under the colon");
    assert!(DocxFile::of(&papers::plan()).styled("KinhGui").is_empty(), "a plan is sent to nobody");
}

#[test]
fn recipients() {
    for (name, document) in issued() {
        let file = DocxFile::of(&document);
        let head = file.only("NoiNhanDau");
        assert_eq!(head.text, "Nơi nhận:", "{name}");
        assert_eq!((head.size, head.bold, head.italic), (pt(12), true, true));
        let lines: Vec<Paragraph> =
            file.styled("NoiNhanDong").into_iter().filter(|line| !line.text.is_empty()).collect();
        for line in &lines {
            assert_eq!((line.size, line.bold, line.italic), (pt(11), false, false));
            assert!(line.text.starts_with("- "), "{name}: {}", line.text);
        }
        let (last, others) = lines.split_last().unwrap();
        assert!(last.text.starts_with("- Lưu: VT") && last.text.ends_with('.'), "{name}: {}", last.text);
        assert!(others.iter().all(|line| line.text.ends_with(';')), "{name}");
    }
}

#[test]
fn appendices() {
    let file = DocxFile::of(&papers::quarterly_report());
    let numbers: Vec<String> = file.styled("PhuLuc").into_iter().map(|line| line.text).collect();
    assert_eq!(numbers, ["Phụ lục I", "Phụ lục II"]);
    for line in file.styled("PhuLuc").iter().chain(&file.styled("TenPhuLuc")) {
        assert_eq!((line.size, line.bold, line.align.as_str()), (pt(14), true, "center"));
    }
    assert!(file.styled("TenPhuLuc").iter().all(|line| line.text == line.text.to_uppercase()));
    for line in file.styled("KemTheo") {
        assert!(line.italic && line.align == "center");
        assert_eq!(
            squeezed(&line.text),
            "(Kèm theo Báo cáo số         /BC-UBND ngày       tháng 6 năm 2026 của Ủy ban nhân dân xã Hoa Thám)"
        );
    }
}

/// Number and symbol, type, authority and whether it is addressed to somebody, of every paper of the year.
#[test]
fn the_papers_of_the_year_are_issued_and_signed_by_whom_they_should_be() {
    let papers = papers::illustrative_papers();
    let issued: Vec<_> = papers.iter().filter(|(_, document)| document.form.is_some()).collect();
    let line = |(name, document): &&(&str, Document)| {
        let file = DocxFile::of(document);
        let texts = |style: &str| {
            let lines = file.styled(style).into_iter().map(|line| squeezed(&line.text));
            lines.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / ")
        };
        let kind = texts("TenLoai");
        let addressed = texts("KinhGui") + &texts("KinhGuiDong");
        let blanks = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        [
            (*name).to_owned(),
            texts("CoQuanChuQuan"),
            texts("CoQuanBanHanh"),
            blanks(texts("SoKyHieu")),
            blanks(texts("DiaDanhNgay")),
            if kind.is_empty() { "công văn".to_owned() } else { kind },
            addressed,
            texts("QuyenHan"),
            texts("NguoiKy"),
        ]
        .join(" | ")
    };
    insta::assert_snapshot!(issued.iter().map(line).collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_end_mark_closes_the_text_of_issued_documents_only() {
    for (name, document) in papers::all() {
        let marks =
            DocxFile::of(&document).paragraphs().iter().filter(|line| line.text.ends_with("./.")).count();
        assert_eq!(marks, usize::from(document.form.is_some()), "{name}");
    }
}

#[test]
fn header_rows_repeat_and_no_row_is_split() {
    for (name, document) in papers::all() {
        let file = DocxFile::of(&document);
        let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
        for row in xml.descendants().filter(|node| is(*node, "tr")) {
            let properties = child(row, "trPr").unwrap();
            assert!(child(properties, "cantSplit").is_some(), "{name}");
            let styles =
                row.descendants().filter(|node| is(*node, "pPr")).filter_map(|node| value(node, "pStyle"));
            let header = styles.clone().any(|style| style == "DauBang");
            assert_eq!(child(properties, "tblHeader").is_some(), header, "{name}");
        }
        for table in xml.descendants().filter(|node| is(*node, "tbl")) {
            let columns =
                child(table, "tblGrid").unwrap().children().filter(|node| is(*node, "gridCol")).count();
            for row in table.children().filter(|node| is(*node, "tr")) {
                let span = |cell: roxmltree::Node<'_, '_>| {
                    value(child(cell, "tcPr").unwrap(), "gridSpan").map_or(1, |span| span.parse().unwrap())
                };
                let cells = row.children().filter(|node| is(*node, "tc"));
                assert_eq!(cells.map(span).sum::<usize>(), columns, "{name}: every row fills every column");
            }
        }
    }
}

#[test]
fn tables_stay_apart() {
    let table = || Block::Table(Table::new([("A", 1, Align::Left)]));
    let mut document = papers::reminder();
    document.form.as_mut().unwrap().addressees.clear();
    document.body = vec![table(), table()];
    let file = DocxFile::of(&document);
    let xml = roxmltree::Document::parse(file.part("word/document.xml")).unwrap();
    for table in xml.descendants().filter(|node| is(*node, "tbl")) {
        let next = table.next_sibling_element().expect("something follows every table");
        assert!(is(next, "p"), "Word would join the table with the next one");
    }
}

#[test]
fn footnotes_are_real() {
    let file = DocxFile::of(&papers::plan());
    let text: String = file.paragraphs().iter().map(|paragraph| paragraph.text.clone() + "\n").collect();
    assert!(text.contains("CCHC[1]; về tầm quan trọng"));
    let notes = file.paragraphs_of("word/footnotes.xml");
    assert_eq!(notes.len(), 5, "two separators and three footnotes");
    assert!(notes[2].text.trim().starts_with("Chỉ thị số"));
    assert_eq!((notes[2].style.as_str(), notes[2].size), ("FootnoteText", pt(10)));
}

#[test]
fn the_file_knows_its_title_and_is_the_same_every_time() {
    let document = papers::quarterly_report();
    let file = DocxFile::of(&document);
    assert!(
        file.part("docProps/core.xml")
            .contains("<dc:title>Báo cáo kết quả tuyên truyền CCHC quý II năm 2026</dc:title>")
    );
    assert_eq!(docx(&document), docx(&document.clone()));
}

#[test]
fn styles_have_names_that_a_clerk_understands() {
    let file = DocxFile::of(&papers::plan());
    let xml = roxmltree::Document::parse(file.part("word/styles.xml")).unwrap();
    let names: Vec<&str> =
        xml.descendants().filter(|node| is(*node, "style")).filter_map(|node| value(node, "name")).collect();
    for name in [
        "Quốc hiệu",
        "Tiêu ngữ",
        "Cơ quan ban hành",
        "Trích yếu",
        "Nội dung",
        "Đề mục I",
        "Nơi nhận",
        "Người ký",
    ] {
        assert!(names.contains(&name), "{name} is missing in {names:?}");
    }
}
