//! Công văn đôn đốc: no type of its own, several addressees, signed by order (TL.).

use cchc_core::document::{Block, Document, Form, Letterhead, PartialDate, Recipients, Signature, Title};

use super::names;

/// A letter that urges the late offices.
pub fn reminder() -> Document {
    let form = Form {
        letterhead: Letterhead {
            parent: names(&["Ủy ban nhân dân xã Hoa Thám"]),
            issuer: names(&["Phòng Văn hóa - Xã hội"]),
            number: Some("8".into()),
            symbol: "VHXH".into(),
            place: "Hoa Thám".into(),
            date: PartialDate { day: Some(3), month: Some(2), year: 2026 },
        },
        title: Title::Letter {
            subject: "đôn đốc thực hiện và gửi kết quả tuyên truyền cải cách hành chính quý I năm 2026"
                .into(),
        },
        addressees: names(&[
            "Văn phòng HĐND và UBND",
            "Phòng Kinh tế",
            "Trung tâm Phục vụ hành chính công",
            "Trung tâm Dịch vụ công ích",
        ]),
        legal_bases: Vec::new(),
        recipients: Recipients {
            to: names(&["Như trên", "CT, các PCT UBND xã (b/c)"]),
            archive: "VT".into(),
        },
        signatures: vec![Signature {
            authority: names(&["Trưởng phòng"]), name: "Lý Thị Hương".into()
        }],
    };
    let body = vec![
        Block::paragraph(
            "Thực hiện Kế hoạch tuyên truyền cải cách hành chính (CCHC) xã Hoa Thám năm 2026; qua theo dõi, đến ngày \
             02/02/2026 còn 04 cơ quan, đơn vị chưa gửi đủ kết quả tháng 01. Phòng Văn hóa - Xã hội đề nghị:",
        ),
        Block::dash("Văn phòng HĐND và UBND: bổ sung 01 tin, bài trên Trang thông tin điện tử xã;"),
        Block::dash("Phòng Kinh tế: gửi liên kết bài tuyên truyền về chỉ số PCI, DDCI;"),
        Block::dash("Trung tâm Phục vụ hành chính công: gửi số liệu niêm yết thủ tục hành chính;"),
        Block::dash("Trung tâm Dịch vụ công ích: gửi nhật ký phát thanh chuyên mục CCHC."),
        Block::paragraph(
            "Đề nghị các cơ quan, đơn vị gửi kết quả về Phòng Văn hóa - Xã hội chậm nhất ngày 10/02/2026 để tổng hợp, \
             báo cáo UBND xã.",
        ),
    ];
    Document::issued("Công văn đôn đốc tháng 01 năm 2026", form, body)
}
