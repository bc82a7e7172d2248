//! Báo cáo quý II: a draft (no number, no day yet) with a long table, two levels of header, and an appendix.

use cchc_core::document::ListItem;
use cchc_core::document::{
    Align, Appendix, Block, Cell, Column, Document, Form, Heading, HeadingLevel, Marker, Ordinal,
    Orientation, Recipients, Rich, Row, RowKind, Signature, Table, Title,
};

use super::{committee, names};

/// The report as issued on its own.
pub fn quarterly_report() -> Document {
    let form = Form {
        letterhead: committee("BC-UBND", None, (None, Some(6))),
        title: Title::Named {
            kind: "Báo cáo".into(),
            subject: names(&[
                "Kết quả công tác thông tin, tuyên truyền",
                "cải cách hành chính quý II năm 2026",
            ]),
        },
        addressees: names(&["Sở Nội vụ tỉnh Lạng Sơn"]),
        legal_bases: Vec::new(),
        recipients: Recipients {
            to: names(&[
                "Sở Nội vụ (b/c)",
                "Thường trực Đảng ủy xã (b/c)",
                "Thường trực HĐND xã (b/c)",
                "CT, các PCT UBND xã",
                "UB MTTQ Việt Nam và các tổ chức CT-XH xã",
                "C, PCVP HĐND và UBND xã",
                "Các cơ quan chuyên môn thuộc UBND xã",
            ]),
            archive: "VT, VHXH".into(),
        },
        signatures: vec![Signature {
            authority: names(&["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"]),
            name: "Hoàng Văn Minh".into(),
        }],
    };
    let mut document = Document::issued("Báo cáo kết quả tuyên truyền CCHC quý II năm 2026", form, body());
    document.appendices = vec![activities(), quotas()];
    document
}

/// The section to embed in the CCHC report, as its item I.4.
pub fn embedded() -> Document {
    let mut body = vec![Block::Heading(Heading {
        level: HeadingLevel::Item,
        number: Some(Ordinal::At(4)),
        title: "Công tác thông tin, tuyên truyền cải cách hành chính".into(),
    })];
    body.extend(results().into_iter().filter(|block| !matches!(block, Block::Heading(_))));
    Document::embedded("Mục I.4 Báo cáo cải cách hành chính quý II năm 2026", body)
}

fn body() -> Vec<Block> {
    let mut body = vec![
        Block::paragraph(
            "Thực hiện Kế hoạch số 152/KH-UBND ngày 24/4/2026 của UBND tỉnh Lạng Sơn về việc tuyên truyền cải cách \
             hành chính (CCHC) tỉnh Lạng Sơn năm 2026, UBND xã Hoa Thám báo cáo kết quả công tác thông tin, tuyên \
             truyền CCHC quý II năm 2026 (số liệu từ ngày 15/3/2026 đến ngày 14/6/2026) như sau:",
        ),
        Block::heading(HeadingLevel::Section, "Công tác chỉ đạo, triển khai"),
        Block::paragraph(
            "UBND xã ban hành Kế hoạch tuyên truyền CCHC năm 2026, giao nhiệm vụ cụ thể cho 05 cơ quan, đơn vị và đề \
             nghị Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội xã phối hợp thực hiện; giao Phòng Văn hóa - \
             Xã hội theo dõi, đôn đốc, tổng hợp kết quả.",
        ),
        Block::paragraph(
            Rich::plain(
                "Trong kỳ, UBND xã ban hành 02 văn bản chỉ đạo, đôn đốc; lồng ghép kiểm tra công tác tuyên \
             truyền CCHC tại 03 cơ quan, đơn vị theo Kế hoạch kiểm tra CCHC năm 2026",
            )
            .note("Phòng Kinh tế, Trung tâm Phục vụ hành chính công và Trung tâm Dịch vụ công ích.")
            .then("."),
        ),
    ];
    body.extend(results());
    body.extend([
        Block::heading(HeadingLevel::Section, "Đánh giá"),
        Block::heading(HeadingLevel::Item, "Ưu điểm"),
        Block::paragraph(
            "Các cơ quan, đơn vị duy trì tuyên truyền thường xuyên, đúng trọng tâm; số tin, bài tăng 05 tin, bài so \
             với quý I. Hệ thống truyền thanh cơ sở phát đều các buổi trong tuần, có bản tin bằng tiếng Nùng, tiếng \
             Dao phục vụ đồng bào các dân tộc trên địa bàn.",
        ),
        Block::heading(HeadingLevel::Item, "Tồn tại, hạn chế"),
        Block::dash("Chưa tổ chức lớp tập huấn CCHC cho công chức, viên chức theo Kế hoạch;"),
        Block::dash("Một số hoạt động chưa có tài liệu kiểm chứng kèm theo, phải bổ sung nhiều lần;"),
        Block::dash("Nội dung về cải cách tài chính công chưa được tuyên truyền trong kỳ."),
        Block::heading(HeadingLevel::Item, "Nguyên nhân"),
        Block::paragraph(
            "Công chức phụ trách kiêm nhiệm nhiều việc; kinh phí dành cho tuyên truyền CCHC còn hạn chế; một số cơ \
             quan, đơn vị chưa chủ động gửi số liệu đúng thời gian quy định.",
        ),
        Block::heading(HeadingLevel::Section, "Nhiệm vụ quý III năm 2026"),
    ]);
    for task in [
        "Phòng Văn hóa - Xã hội tổ chức lớp tập huấn CCHC trước ngày 31/8/2026;",
        "Văn phòng HĐND và UBND duy trì ít nhất 02 tin, bài mỗi tháng trên Trang thông tin điện tử xã;",
        "Phòng Kinh tế tổ chức đối thoại với doanh nghiệp, hợp tác xã trên địa bàn;",
        "Trung tâm Phục vụ hành chính công phát động cuộc thi tìm hiểu pháp luật về CCHC;",
        "Trung tâm Dịch vụ công ích tăng thời lượng chuyên mục CCHC trên hệ thống truyền thanh cơ sở.",
    ] {
        let text = Rich::plain(task);
        body.push(Block::ListItem(ListItem { marker: Marker::Letter(Ordinal::Next), text, key: None }));
    }
    body.extend([
        Block::heading(HeadingLevel::Section, "Kiến nghị, đề xuất"),
        Block::paragraph(
            "Đề nghị Sở Nội vụ cung cấp tài liệu tuyên truyền mẫu bằng tiếng dân tộc thiểu số và tổ chức tập huấn kỹ \
             năng biên tập tin, bài, video ngắn cho công chức cấp xã.",
        ),
        Block::paragraph("Trên đây là báo cáo kết quả công tác thông tin, tuyên truyền CCHC quý II năm 2026 của UBND xã Hoa Thám."),
    ]);
    body
}

fn results() -> Vec<Block> {
    vec![
        Block::heading(HeadingLevel::Section, "Kết quả thực hiện"),
        Block::heading(HeadingLevel::Item, "Nội dung tuyên truyền"),
        Block::paragraph(
            "Tập trung tuyên truyền về dịch vụ công trực tuyến toàn trình, cơ chế một cửa, một cửa liên thông, thực \
             hiện thủ tục hành chính không phụ thuộc địa giới hành chính, Chỉ số hài lòng về sự phục vụ hành chính \
             (SIPAS) và Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI).",
        ),
        Block::heading(HeadingLevel::Item, "Hình thức tuyên truyền"),
        Block::paragraph(
            Rich::plain("Trên Trang thông tin điện tử xã đăng ").bold("09").then(
                " tin, bài; hệ thống truyền thanh cơ sở phát 36 lượt; tổ chức, lồng ghép tại 07 hội nghị, cuộc họp \
                 với 393 lượt người tham gia; đăng, chia sẻ 23 bài trên mạng xã hội. Kết quả theo cơ quan, đơn vị:",
            ),
        ),
        Block::Table(by_office()),
    ]
}

fn heading(text: &str, columns: u16, rows: u16) -> Cell {
    Cell { columns, rows, ..Cell::from(text) }
}

fn by_office() -> Table {
    let number = Column { weight: 11, align: Align::Right };
    Table {
        columns: vec![
            Column { weight: 7, align: Align::Center },
            Column { weight: 38, align: Align::Left },
            number,
            number,
            number,
            number,
            number,
        ],
        header: vec![
            vec![
                heading("STT", 1, 2),
                heading("Cơ quan, đơn vị", 1, 2),
                heading("Báo chí, truyền thanh", 2, 1),
                heading("Trực tiếp", 2, 1),
                heading("Bài MXH", 1, 2),
            ],
            vec![
                heading("Tin, bài", 1, 1),
                heading("Lượt phát", 1, 1),
                heading("Cuộc", 1, 1),
                heading("Lượt người", 1, 1),
            ],
        ],
        rows: vec![
            Row::plain(["1", "Phòng Văn hóa - Xã hội", "3", "", "1", "64", "6"]),
            Row::plain(["2", "Văn phòng HĐND và UBND", "4", "", "", "", "3"]),
            Row::plain(["3", "Trung tâm Phục vụ hành chính công", "1", "", "1", "85", "5"]),
            Row::plain(["4", "Phòng Kinh tế", "1", "", "1", "32", "1"]),
            Row::plain(["5", "Trung tâm Dịch vụ công ích", "–", "36", "", "", ""]),
            Row::plain(["6", "Ủy ban MTTQ Việt Nam và các tổ chức CT - XH", "", "", "4", "212", "8"]),
            Row::total(["", "Tổng", "9", "36", "7", "393", "23"]),
        ],
        ..Table::default()
    }
}

fn activities() -> Appendix {
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Ngày", 10, Align::Center),
        ("Nội dung tuyên truyền", 42, Align::Left),
        ("Hình thức", 18, Align::Left),
        ("Số lượng", 9, Align::Right),
        ("Đối tượng", 18, Align::Left),
        ("Tài liệu kiểm chứng", 24, Align::Left),
    ]);
    let kinds: [(&str, &str, &str, &str, &str); 6] = [
        (
            "Hướng dẫn nộp hồ sơ trực tuyến toàn trình qua Cổng Dịch vụ công quốc gia",
            "Trang thông tin điện tử",
            "1 tin",
            "Người dân",
            "Bài đăng trên Trang thông tin điện tử xã",
        ),
        (
            "Phát chuyên mục “Cải cách hành chính và đời sống” bằng tiếng Việt, tiếng Nùng",
            "Truyền thanh cơ sở",
            "2 lượt phát",
            "Người dân các thôn",
            "Nhật ký phát thanh",
        ),
        (
            "Lồng ghép nội dung CCHC tại cuộc họp thôn; giải đáp về thủ tục đất đai, hộ tịch",
            "Hội nghị, cuộc họp",
            "53 lượt người",
            "Người dân thôn Nà Pái",
            "Biên bản số 41/BB-UBND ngày 12/5/2026",
        ),
        (
            "Chia sẻ video ngắn giới thiệu Trung tâm Phục vụ hành chính công",
            "Mạng xã hội",
            "1 video",
            "Thanh niên",
            "Liên kết trên trang Facebook của xã",
        ),
        (
            "Giải pháp cải thiện chỉ số PCI, DDCI trên địa bàn xã",
            "Trang thông tin điện tử",
            "1 bài",
            "Doanh nghiệp, hợp tác xã",
            "Bài đăng trên Trang thông tin điện tử xã",
        ),
        (
            "Vận động người dân thanh toán phí, lệ phí trực tuyến, nhận kết quả qua dịch vụ bưu chính công ích",
            "Tờ rơi",
            "120 tờ",
            "Người dân",
            "Danh sách cấp phát",
        ),
    ];
    let mut number = 0;
    for (roman, office, count) in [
        ("I", "Phòng Văn hóa - Xã hội", 9),
        ("II", "Văn phòng HĐND và UBND", 7),
        ("III", "Trung tâm Phục vụ hành chính công", 8),
        ("IV", "Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội", 6),
    ] {
        table.rows.push(Row::group(roman, office, 6));
        for index in 0..count {
            number += 1;
            let (what, form, amount, audience, proof) = kinds[(index + number) % kinds.len()];
            let day = format!("{:02}/{}", number * 7 % 28 + 1, 4 + number % 3);
            table.rows.push(Row::plain([
                number.to_string(),
                day,
                what.into(),
                form.into(),
                amount.into(),
                audience.into(),
                proof.into(),
            ]));
        }
    }
    Appendix {
        title: "Danh mục hoạt động tuyên truyền cải cách hành chính quý II năm 2026".into(),
        body: vec![Block::Table(table)],
        orientation: Orientation::Landscape,
    }
}

fn quotas() -> Appendix {
    let mut table = Table::new([
        ("STT", 6, Align::Center),
        ("Chỉ tiêu", 40, Align::Left),
        ("Đơn vị tính", 14, Align::Center),
        ("Kế hoạch", 14, Align::Right),
        ("Thực hiện", 14, Align::Right),
        ("Tỷ lệ", 12, Align::Right),
    ]);
    table.caption = Some("Kết quả thực hiện chỉ tiêu quý II năm 2026".into());
    table.unit = Some("Kỳ số liệu: 15/3/2026–14/6/2026".into());
    table.rows = vec![
        Row::plain(["1", "Tin, bài về CCHC trên Trang thông tin điện tử xã", "tin, bài", "6", "9", "150%"]),
        Row::plain([
            "2",
            "Chuyên mục CCHC trên hệ thống truyền thanh cơ sở",
            "lượt phát",
            "36",
            "36",
            "100%",
        ]),
        Row::plain(["3", "Lớp tập huấn CCHC", "lớp", "1", "0", "0%"]),
        Row {
            kind: RowKind::Total, cells: vec![heading("Số chỉ tiêu đạt", 5, 1), Cell::from("2/3")]
        },
    ];
    Appendix {
        title: "Chỉ tiêu tuyên truyền".into(),
        body: vec![Block::Table(table)],
        orientation: Orientation::Portrait,
    }
}
