//! Biên bản: two signatures side by side.

use cchc_core::document::{Block, Document, Form, Recipients, Signature, Title};

use super::{committee, names};

/// Minutes of a dialogue with businesses.
pub fn dialogue() -> Document {
    let form = Form {
        letterhead: committee("BB-UBND", Some("87"), (Some(12), Some(11))),
        title: Title::named("Biên bản", "Đối thoại với doanh nghiệp, hợp tác xã quý IV năm 2026"),
        recipients: Recipients {
            to: names(&["CT, các PCT UBND xã", "Phòng Kinh tế"]), archive: "VT".into()
        },
        signatures: vec![
            Signature { authority: names(&["Thư ký"]), name: "Nông Thị Lan".into() },
            Signature { authority: names(&["Chủ tọa"]), name: "Hoàng Văn Minh".into() },
        ],
        ..Form::default()
    };
    let body = vec![
        Block::paragraph("Thời gian bắt đầu: 8 giờ 00 phút, ngày 12/11/2026."),
        Block::paragraph("Địa điểm: Hội trường UBND xã Hoa Thám."),
        Block::paragraph("Thành phần tham dự: 36 người (có danh sách kèm theo)."),
        Block::dash("Hợp tác xã Hoa Thám đề nghị hướng dẫn thủ tục thuê đất trên môi trường điện tử;"),
        Block::dash("Phòng Kinh tế tiếp thu, trả lời bằng văn bản trước ngày 20/11/2026."),
        Block::paragraph("Cuộc đối thoại kết thúc vào 11 giờ 00 phút, ngày 12/11/2026."),
    ];
    Document::issued("Biên bản đối thoại quý IV năm 2026", form, body)
}
