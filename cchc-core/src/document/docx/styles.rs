//! Styles: every size, weight and distance that the form fixes, under a name that a clerk finds in Word's list.

use super::W;
use crate::document::xml::{R, Xml};

/// The font of every document (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, 2).
const FONT: &str = "Times New Roman";

/// How a paragraph looks.
#[derive(Clone, Copy)]
struct Look {
    /// Its id in the file.
    id: &'static str,
    /// Its name in Word.
    name: &'static str,
    /// Font size, in half-points.
    size: u32,
    bold: bool,
    italic: bool,
    /// Alignment: `both` is justified.
    align: &'static str,
    /// First line's indent, in twips.
    first_line: u32,
    /// Space above and below, in twips.
    before: u32,
    after: u32,
    /// Line spacing, in 240ths of a line.
    line: u32,
    /// Stays on the page of what follows.
    keep_next: bool,
    /// Place in Word's outline, from 0.
    outline: Option<&'static str>,
}

const PLAIN: Look = Look {
    id: "Normal",
    name: "Normal",
    size: 28,
    bold: false,
    italic: false,
    align: "left",
    first_line: 0,
    before: 0,
    after: 0,
    line: 240,
    keep_next: false,
    outline: None,
};

/// Lines of the letterhead and other lines in the middle.
const CENTERED: Look = Look { align: "center", ..PLAIN };

/// Running text: 14, justified, first line 1.27 cm, 6 pt between paragraphs, 1.15 lines (allowed: 13–14, 1 or 1.27 cm,
/// at least 6 pt, single to 1.5 lines).
const TEXT: Look =
    Look {
        id: "NoiDung", name: "Nội dung", align: "both", first_line: 720, before: 120, line: 276, ..PLAIN
    };

const HEADING: Look = Look { keep_next: true, ..TEXT };

const LOOKS: &[Look] = &[
    PLAIN,
    Look { id: "DauVanBan", name: "Dấu trên văn bản", size: 26, bold: true, after: 240, ..CENTERED },
    Look { id: "CoQuanChuQuan", name: "Cơ quan chủ quản", size: 26, ..CENTERED },
    Look { id: "CoQuanBanHanh", name: "Cơ quan ban hành", size: 26, bold: true, ..CENTERED },
    Look { id: "QuocHieu", name: "Quốc hiệu", size: 26, bold: true, ..CENTERED },
    Look { id: "TieuNgu", name: "Tiêu ngữ", bold: true, ..CENTERED },
    Look { id: "SoKyHieu", name: "Số, ký hiệu", size: 26, before: 120, ..CENTERED },
    Look { id: "TrichYeuCongVan", name: "Trích yếu công văn", size: 24, before: 120, ..CENTERED },
    Look { id: "DiaDanhNgay", name: "Địa danh, thời gian", italic: true, before: 120, ..CENTERED },
    Look {
        id: "TenLoai",
        name: "Tên loại",
        bold: true,
        before: 360,
        keep_next: true,
        outline: Some("0"),
        ..CENTERED
    },
    Look { id: "TrichYeu", name: "Trích yếu", bold: true, keep_next: true, ..CENTERED },
    Look { id: "KinhGui", name: "Kính gửi", before: 240, after: 120, ..CENTERED },
    Look { id: "KinhGuiDong", name: "Kính gửi, nhiều nơi", ..PLAIN },
    Look { id: "CanCu", name: "Căn cứ", italic: true, ..TEXT },
    TEXT,
    Look { id: "YLietKe", name: "Ý liệt kê", ..TEXT },
    Look { id: "DeMucI", name: "Đề mục I", bold: true, outline: Some("1"), ..HEADING },
    Look { id: "DeMuc1", name: "Đề mục 1", bold: true, outline: Some("2"), ..HEADING },
    Look { id: "DeMucA", name: "Đề mục a", outline: Some("3"), ..HEADING },
    Look {
        id: "TenBang", name: "Tên bảng", bold: true, before: 120, after: 60, keep_next: true, ..CENTERED
    },
    Look {
        id: "DonViTinh",
        name: "Đơn vị tính",
        size: 26,
        italic: true,
        align: "right",
        after: 60,
        keep_next: true,
        ..PLAIN
    },
    Look {
        id: "ChuGiai",
        name: "Chú giải biểu đồ",
        size: 24,
        italic: true,
        after: 60,
        keep_next: true,
        ..CENTERED
    },
    Look { id: "DauBang", name: "Ô đầu bảng", size: 24, bold: true, keep_next: true, ..CENTERED },
    Look { id: "OBang", name: "Ô bảng", size: 24, ..PLAIN },
    Look { id: "NoiNhanDau", name: "Nơi nhận", size: 24, bold: true, italic: true, ..PLAIN },
    Look { id: "NoiNhanDong", name: "Nơi nhận, từng dòng", size: 22, ..PLAIN },
    Look { id: "QuyenHan", name: "Quyền hạn, chức vụ", bold: true, keep_next: true, ..CENTERED },
    // The place for signature and seal stands above the name.
    Look { id: "NguoiKy", name: "Người ký", bold: true, before: 1400, ..CENTERED },
    Look { id: "PhuLuc", name: "Phụ lục", bold: true, keep_next: true, outline: Some("0"), ..CENTERED },
    Look { id: "TenPhuLuc", name: "Tên phụ lục", bold: true, keep_next: true, ..CENTERED },
    Look { id: "KemTheo", name: "Kèm theo", italic: true, after: 120, keep_next: true, ..CENTERED },
    Look { id: "SoTrang", name: "Số trang", ..CENTERED },
    Look { id: "ChanTrang", name: "Chân trang", size: 20, italic: true, ..CENTERED },
    Look { id: "FootnoteText", name: "footnote text", size: 20, align: "both", ..PLAIN },
];

/// `word/styles.xml`.
pub(super) fn styles() -> Vec<u8> {
    Xml::part("w:styles", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.node("w:docDefaults", &[], |xml| {
            xml.node("w:rPrDefault", &[], |xml| {
                xml.node("w:rPr", &[], |xml| {
                    fonts(xml);
                    size(xml, PLAIN.size);
                    xml.leaf("w:lang", &[("w:val", "vi-VN"), ("w:eastAsia", "vi-VN"), ("w:bidi", "ar-SA")]);
                });
            });
            xml.node("w:pPrDefault", &[], |_| {});
        });
        for look in LOOKS {
            paragraph_style(xml, look);
        }
        rule_style(xml);
        xml.node("w:style", &[("w:type", "character"), ("w:styleId", "FootnoteReference")], |xml| {
            xml.value("w:name", "footnote reference");
            xml.node("w:rPr", &[], |xml| xml.value("w:vertAlign", "superscript"));
        });
        xml.node(
            "w:style",
            &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")],
            |xml| {
                xml.value("w:name", "Normal Table");
                xml.node("w:tblPr", &[], |xml| {
                    xml.leaf("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
                });
            },
        );
    })
}

fn paragraph_style(xml: &mut Xml, look: &Look) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", look.id)];
    if look.id == PLAIN.id {
        attributes.push(("w:default", "1"));
    }
    xml.node("w:style", &attributes, |xml| {
        xml.value("w:name", look.name);
        if look.id != PLAIN.id {
            xml.value("w:basedOn", PLAIN.id);
        }
        xml.leaf("w:qFormat", &[]);
        xml.node("w:pPr", &[], |xml| {
            if look.keep_next {
                xml.leaf("w:keepNext", &[]);
            }
            xml.leaf("w:widowControl", &[]);
            xml.leaf(
                "w:spacing",
                &[
                    ("w:before", &look.before.to_string()),
                    ("w:after", &look.after.to_string()),
                    ("w:line", &look.line.to_string()),
                    ("w:lineRule", "auto"),
                ],
            );
            if look.first_line > 0 {
                xml.leaf("w:ind", &[("w:firstLine", &look.first_line.to_string())]);
            }
            xml.value("w:jc", look.align);
            if let Some(level) = look.outline {
                xml.value("w:outlineLvl", level);
            }
        });
        xml.node("w:rPr", &[], |xml| {
            fonts(xml);
            if look.bold {
                xml.leaf("w:b", &[]);
                xml.leaf("w:bCs", &[]);
            }
            if look.italic {
                xml.leaf("w:i", &[]);
                xml.leaf("w:iCs", &[]);
            }
            xml.value("w:color", "000000");
            size(xml, look.size);
        });
    });
}

/// A paragraph that is nothing but a line, or the break between two sections.
fn rule_style(xml: &mut Xml) {
    xml.node("w:style", &[("w:type", "paragraph"), ("w:styleId", "DuongKe")], |xml| {
        xml.value("w:name", "Đường kẻ");
        xml.value("w:basedOn", PLAIN.id);
        xml.node("w:pPr", &[], |xml| {
            xml.leaf(
                "w:spacing",
                &[("w:before", "0"), ("w:after", "0"), ("w:line", "60"), ("w:lineRule", "exact")],
            );
        });
        xml.node("w:rPr", &[], |xml| size(xml, 2));
    });
}

fn fonts(xml: &mut Xml) {
    xml.leaf("w:rFonts", &[("w:ascii", FONT), ("w:hAnsi", FONT), ("w:eastAsia", FONT), ("w:cs", FONT)]);
}

fn size(xml: &mut Xml, half_points: u32) {
    xml.value("w:sz", &half_points.to_string());
    xml.value("w:szCs", &half_points.to_string());
}
