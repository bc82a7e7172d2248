//! The words for the fields of records.

use crate::record::Kind;

/// What a person calls a field of a record; nothing for a field that this version does not know.
#[expect(clippy::match_same_arms, reason = "a list of words, in the order of the fields")]
pub fn field_name(kind: Kind, field: &str) -> Option<&'static str> {
    Some(match (kind, field) {
        (Kind::Activities, "date") => "ngày thực hiện",
        (Kind::Difficulties, "date") => "ngày phản ánh",
        (Kind::Activities, "title") => "nội dung",
        (Kind::Difficulties, "title") => "khó khăn, vướng mắc",
        (Kind::Filings, "title") => "chuyên đề",
        (Kind::ParagraphEdits, "text") => "nội dung đã sửa",
        (Kind::Passages, "role") => "loại đoạn",
        (Kind::Holidays, "kind") => "nghỉ hay làm bù",
        (Kind::Goals, "kind") => "mục tiêu hay yêu cầu",
        (Kind::Documents, "date") => "ngày ban hành",
        (Kind::Targets | Kind::Filings | Kind::Measures, "due") => "hạn",
        (Kind::ScoreEntries | Kind::IndexValues | Kind::IndexTargets, "period") => "kỳ đánh giá",
        (Kind::ScoreEntries, "definition") => "định nghĩa tử số, mẫu số",
        (Kind::ScoreEntries, "activities") => "hoạt động chứng minh",
        (Kind::IndexValues, "parts") => "điểm thành phần",
        (Kind::IndexValues, "source") => "nguồn",
        (Kind::IndexTargets, "source") => "văn bản giao chỉ tiêu",
        (Kind::Measures, "title") => "giải pháp",
        (Kind::Measures, "activity") => "xuất phát từ",
        (Kind::Measures, "result") => "kết quả",
        (Kind::Holidays, "source") => "nguồn",
        (Kind::Holidays, "basis") => "căn cứ",
        (_, "abstract") => "trích yếu",
        (_, "addressed_to") => "nơi giải quyết",
        (_, "also_serves") => "nhiệm vụ cùng báo cáo",
        (_, "amends") => "văn bản được sửa đổi",
        (_, "answer") => "trả lời",
        (_, "answered_on") => "ngày trả lời",
        (_, "appraised") => "điểm thẩm định",
        (_, "at_least") => "mức cần đạt",
        (_, "audience") => "đối tượng",
        (_, "bases") => "căn cứ",
        (_, "cadence") => "nhịp thực hiện",
        (_, "carries_out") => "văn bản được triển khai",
        (_, "channel") => "hình thức",
        (_, "channels") => "hình thức",
        (_, "commune") => "xã",
        (_, "composed") => "bản soạn tự động",
        (_, "cost") => "kinh phí",
        (_, "counts") => "số lượng",
        (_, "cumulative") => "lũy kế",
        (_, "date") => "ngày",
        (_, "definition") => "cách đếm",
        (_, "denominator") => "mẫu số",
        (_, "doc_type") => "loại văn bản",
        (_, "documents") => "tài liệu kiểm chứng",
        (_, "done_on") => "ngày hoàn thành",
        (_, "duty") => "nhiệm vụ",
        (_, "edited_on") => "ngày sửa",
        (_, "escalation") => "nơi báo cáo khi chậm",
        (_, "escalation_source") => "chỗ ghi nơi báo cáo khi chậm",
        (_, "evidence") => "minh chứng",
        (_, "filing") => "kỳ báo cáo",
        (_, "form") => "hình thức báo cáo",
        (_, "full_name") => "tên đầy đủ",
        (_, "group") => "nhóm hình thức",
        (_, "id") => "mã",
        (_, "illustrative") => "ghi chú dữ liệu minh họa",
        (_, "index") => "chỉ số",
        (_, "indices") => "chỉ số",
        (_, "fulfilled_by") => "hoàn thành bằng",
        (_, "issued_on") => "ngày ban hành",
        (_, "issuer") => "cơ quan ban hành",
        (_, "language") => "ngôn ngữ",
        (_, "leaf") => "tiêu chí",
        (_, "levels") => "cấp báo cáo và hạn",
        (_, "name") => "tên",
        (_, "node") => "tiêu chí",
        (_, "note") => "ghi chú",
        (_, "number") => "số, ký hiệu",
        (_, "numerator") => "tử số",
        (_, "of") => "đối tượng",
        (_, "office") => "cơ quan",
        (_, "order") => "thứ tự",
        (_, "output") => "sản phẩm",
        (_, "paragraph") => "đoạn",
        (_, "partners") => "cơ quan phối hợp",
        (_, "parts") => "các phần của báo cáo",
        (_, "percent") => "tỷ lệ",
        (_, "period") => "kỳ",
        (_, "proposal") => "kiến nghị, đề xuất",
        (_, "province") => "tỉnh",
        (_, "quota") => "định mức",
        (_, "rank") => "xếp hạng",
        (_, "ranked") => "trong tổng số",
        (_, "raw") => "số liệu",
        (_, "reach") => "lượt tiếp cận",
        (_, "reason") => "giải trình",
        (_, "received_on") => "ngày nhận",
        (_, "recipients") => "nơi nhận",
        (_, "regime") => "chế độ báo cáo",
        (_, "requested_by") => "văn bản yêu cầu",
        (_, "role") => "vai trò",
        (_, "rule") => "quy định báo cáo",
        (_, "section") => "mục",
        (_, "self_score") => "điểm tự đánh giá",
        (_, "sent_on") => "ngày gửi",
        (_, "set") => "bộ chỉ số",
        (_, "short_name") => "tên gọn",
        (_, "signature") => "chữ ký",
        (_, "since") => "giao từ ngày",
        (_, "sort") => "loại đơn vị tính",
        (_, "source") => "chỗ ghi trong kế hoạch",
        (_, "state") => "tình trạng",
        (_, "survey") => "điểm điều tra",
        (_, "text") => "nội dung",
        (_, "title") => "tên",
        (_, "topic") => "nội dung tuyên truyền",
        (_, "topics") => "nội dung tuyên truyền",
        (_, "total") => "tổng điểm",
        (_, "tracked_from") => "theo dõi từ ngày",
        (_, "unit") => "đơn vị tính",
        (_, "view") => "điểm tháng hay điểm năm",
        (_, "window") => "khoảng ngày tính số liệu",
        (_, "year") => "năm",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::RecordKey;
    use crate::exchange::tests::every_kind;

    #[test]
    fn every_field_of_the_sample_has_its_word() {
        let file = every_kind();
        let mut keys: Vec<RecordKey> = vec![RecordKey::plan()];
        macro_rules! kind {
            ($field:ident, $type:ty, $kind:ident) => {
                keys.extend(
                    file.$field.iter().map(|record| RecordKey::new(Kind::$kind, record.id.to_string())),
                );
            };
        }
        crate::exchange::file::for_each_collection!(kind);
        for key in keys {
            for (field, _) in file.fields(&key).unwrap() {
                assert_eq!(field_name(key.kind, &field).is_none(), field.starts_with("x-"), "{key} {field}");
            }
        }
    }
}
