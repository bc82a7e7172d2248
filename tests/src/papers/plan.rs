//! Kế hoạch: legal bases, footnotes, a table turned on its side in the text, a notice on top.

use cchc_core::document::{
    Align, Block, Document, Form, HeadingLevel, Orientation, Recipients, Rich, Row, Signature, Table, Title,
};

use super::{committee, names};

/// A draft of the plan.
pub fn plan() -> Document {
    let form = Form {
        letterhead: committee("KH-UBND", None, (None, None)),
        title: Title::named("Kế hoạch", "Tuyên truyền cải cách hành chính xã Hoa Thám năm 2026"),
        addressees: Vec::new(),
        legal_bases: vec![
            "Căn cứ Luật Tổ chức chính quyền địa phương".into(),
            "Căn cứ Kế hoạch số 152/KH-UBND ngày 24 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh Lạng Sơn về việc tuyên \
             truyền cải cách hành chính tỉnh Lạng Sơn năm 2026;"
                .into(),
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội".into(),
        ],
        recipients: Recipients {
            to: names(&["Sở Nội vụ (b/c)", "Các cơ quan chuyên môn thuộc UBND xã"]),
            archive: "VT, VHXH".into(),
        },
        signatures: vec![Signature { authority: names(&["KT. Chủ tịch", "Phó Chủ tịch"]), name: String::new() }],
    };
    let mut document = Document::issued("Kế hoạch tuyên truyền CCHC năm 2026", form, body());
    document.notice = Some("DỮ LIỆU MINH HỌA. Hoạt động, số liệu, số văn bản trong văn bản này là ví dụ, không phải của xã.\nDỰ THẢO, số liệu đến ngày 20/11/2026".into());
    document
}

fn body() -> Vec<Block> {
    let mut body = vec![
        Block::heading(HeadingLevel::Section, "Mục tiêu, yêu cầu"),
        Block::heading(HeadingLevel::Item, "Mục tiêu"),
        Block::paragraph(
            "Tuyên truyền kịp thời, sâu rộng chủ trương, chính sách của Đảng, Nhà nước, của tỉnh và của xã về CCHC. \
             Nâng cao nhận thức, vai trò, trách nhiệm của người đứng đầu cấp ủy Đảng, chính quyền, các ngành, các cơ \
             quan, đoàn thể, công chức, viên chức trong việc tổ chức triển khai thực hiện công tác CCHC.",
        ),
        Block::heading(HeadingLevel::Section, "Nội dung, hình thức tuyên truyền"),
        Block::heading(HeadingLevel::Item, "Nội dung tuyên truyền"),
        Block::heading(HeadingLevel::Point, "Chỉ đạo, điều hành"),
        Block::paragraph(
            Rich::plain("Tuyên truyền, phổ biến sâu rộng các văn bản của Trung ương, của tỉnh về công tác CCHC")
                .note(
                    "Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện Chương \
                     trình tổng thể CCHC nhà nước giai đoạn 2021 - 2030; Nghị quyết số 60-NQ/TU ngày 15/12/2021 của \
                     Ban Thường vụ Tỉnh ủy về đẩy mạnh CCHC tỉnh Lạng Sơn giai đoạn 2021 - 2030.",
                )
                .then("; về tầm quan trọng, ý nghĩa, mục tiêu và tác động của CCHC."),
        ),
        Block::heading(HeadingLevel::Point, "Tổ chức bộ máy và chế độ công vụ"),
        Block::paragraph(
            Rich::plain("Tuyên truyền việc sắp xếp, kiện toàn tổ chức bộ máy theo hướng tinh gọn, hoạt động hiệu lực, hiệu quả")
                .note("Kết luận số 210-KL/TW ngày 12/11/2025 của Ban Chấp hành Trung ương Đảng khóa XIII.")
                .then("; kết quả thực hiện nội dung cải cách chế độ công vụ")
                .note("Chỉ thị số 02/CT-UBND ngày 08/01/2026 của Chủ tịch UBND tỉnh về việc tăng cường kỷ luật, kỷ cương hành chính.")
                .then("."),
        ),
        Block::heading(HeadingLevel::Section, "Tổ chức thực hiện"),
        Block::paragraph("Các cơ quan, đơn vị thực hiện nhiệm vụ theo bảng sau:"),
        Block::Table(tasks()),
    ];
    body.push(Block::paragraph(
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh UBND xã (qua Phòng Văn hóa \
         - Xã hội) để tổng hợp, xem xét, giải quyết.",
    ));
    body
}

fn tasks() -> Table {
    let mut table = Table::new([
        ("STT", 5, Align::Center),
        ("Nội dung", 40, Align::Left),
        ("Chủ trì", 18, Align::Left),
        ("Phối hợp", 18, Align::Left),
        ("Thời gian", 13, Align::Center),
        ("Sản phẩm", 16, Align::Left),
        ("Ghi chú", 10, Align::Left),
    ]);
    table.orientation = Orientation::Landscape;
    table.rows = vec![
        Row::group("I", "Tuyên truyền trên phương tiện thông tin", 6),
        Row::plain([
            "1",
            "Đăng tin, bài về CCHC trên Trang thông tin điện tử xã",
            "Văn phòng HĐND và UBND",
            "Các cơ quan, đơn vị",
            "Hằng tháng",
            "Ít nhất 02 tin, bài",
            "",
        ]),
        Row::plain([
            "2",
            "Phát chuyên mục CCHC trên hệ thống truyền thanh cơ sở",
            "Trung tâm Dịch vụ công ích",
            "Phòng Văn hóa - Xã hội",
            "Thường xuyên",
            "Bản tin phát thanh",
            "",
        ]),
        Row::group("II", "Tuyên truyền trực tiếp", 6),
        Row::plain([
            "3",
            "Tổ chức lớp tập huấn CCHC cho công chức, viên chức",
            "Phòng Văn hóa - Xã hội",
            "Các cơ quan, đơn vị",
            "Quý III",
            "Lớp tập huấn",
            "Suy ra",
        ]),
        Row::plain([
            "4",
            "Đối thoại với doanh nghiệp, hợp tác xã",
            "Phòng Kinh tế",
            "Văn phòng HĐND và UBND",
            "Quý IV",
            "Biên bản đối thoại",
            "",
        ]),
    ];
    table
}
