//! Short plans in wordings of their own: what is understood, and what is listed as not understood.

use super::any;
use super::plans::table;

/// What is read of a plan with these words in its part on who does what: offices, duties, reports, and what was not
/// understood.
fn read(words: &str) -> String {
    let text = format!(
        "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 12/KH-UBND\nAn Bình, ngày 12 tháng 01 năm 2026\nKẾ HOẠCH\n\
         Tuyên truyền cải cách hành chính năm 2026\nI. MỤC ĐÍCH\n- Nâng cao nhận thức của nhân dân.\n\
         II. NỘI DUNG\n1. Dịch vụ công trực tuyến.\nIII. TỔ CHỨC THỰC HIỆN\n{words}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn An"
    );
    let kinds = ["cơ quan:", "báo cáo:", "chưa hiểu"];
    let is_duty = |line: &str| line.starts_with(|c: char| c == ' ' || c.is_ascii_digit());
    let lines = table(&any::sound(&text));
    let kept: Vec<&str> = lines
        .lines()
        .filter(|line| is_duty(line) || kinds.iter().any(|kind| line.starts_with(kind)))
        .collect();
    kept.join("\n")
}

#[test]
fn each_report_has_the_day_of_its_own_period() {
    insta::assert_snapshot!(
        [
            "1. Văn phòng HĐND và UBND xã\n- Tổng hợp, báo cáo UBND xã định kỳ quý, 6 tháng, năm.\n2. Phòng Văn hóa - Xã hội\n\
             - Đăng tin.\nIV. CHẾ ĐỘ BÁO CÁO\nCác cơ quan gửi báo cáo quý trước ngày 15 của tháng cuối quý, báo cáo 6 tháng \
             trước ngày 10/6, báo cáo năm trước ngày 01/12 về Văn phòng HĐND và UBND xã.",
            "1. Văn phòng HĐND và UBND xã\n- Tổng hợp báo cáo UBND xã định kỳ hằng quý, 6 tháng, năm.\n2. Các phòng, ban\n\
             - Báo cáo quý trước ngày 20 của tháng cuối quý; báo cáo 6 tháng trước ngày 10/6; báo cáo năm trước ngày 05/12 \
             gửi về Văn phòng HĐND và UBND xã.",
            "1. Văn phòng HĐND - UBND xã: Xây dựng chuyên trang CCHC.\n2. Công an xã: tuyên truyền căn cước.\nIV. BÁO CÁO\n\
             Báo cáo tháng gửi trước ngày 25 hằng tháng; quý gửi trước ngày 20 của tháng cuối quý; 6 tháng gửi trước ngày \
             10/6; năm gửi trước ngày 10/8. Nơi nhận báo cáo: Văn phòng HĐND - UBND xã.",
            "TT | Nội dung công việc | Cơ quan chủ trì | Thời gian hoàn thành | Sản phẩm\n\
             1 | Treo băng rôn | Phòng Kinh tế | Trước ngày 30/4/2026 | Băng rôn\n\
             2 | Báo cáo kết quả | Văn phòng HĐND và UBND xã | Chậm nhất 05 ngày sau khi kết thúc quý | Báo cáo",
        ]
        .map(read)
        .join("\n\n")
    );
}

#[test]
fn amounts_in_sentences_and_in_tables() {
    insta::assert_snapshot!(
        [
            "1. Phòng Văn hóa - Xã hội\n- Hằng quý có ít nhất 01 chuyên đề về CCHC.\n- Tuyên truyền lưu động 02 đợt/năm.\n\
             - Biên soạn 03 bộ tài liệu trong quý II.\n- Tổ chức 3 đến 5 buổi tuyên truyền.\n- Đăng 3 - 5 tin mỗi tháng.\n\
             - Mỗi tháng đăng không quá 02 tin.\n- Đăng ít nhất 1 tin 1 tuần.\n- Xây dựng ít nhất 02 mô hình điểm.",
            "TT | Nội dung | Chủ trì | Số lượng | Thời gian | Sản phẩm\n\
             1 | Đăng tin trên trang | Phòng Văn hóa - Xã hội | | Mỗi tháng ít nhất 03 tin, bài | Tin, bài\n\
             2 | Tập huấn kỹ năng số | Phòng Văn hóa - Xã hội | | Quý II | 02 lớp\n\
             3 | Phát tờ gấp | Phòng Kinh tế | 1.000 tờ | Quý II | Tờ gấp\n\
             4 | Chạy xe loa | Phòng Kinh tế | Tối thiểu 08 lượt | Cả năm |\n\
             5 | Khảo sát | Phòng Kinh tế | 200 phiếu | Quý III |\n\
             6 | Phát thanh chuyên mục CCHC | Phòng Kinh tế | | 02 lần/tuần |",
        ]
        .map(read)
        .join("\n\n")
    );
}

#[test]
fn nobody_gets_the_words_of_another() {
    insta::assert_snapshot!(
        [
            "1. Văn phòng HĐND&UBND xã: Tham mưu, đôn đốc việc thực hiện Kế hoạch.\n2. Trung tâm PVHCC: Tư vấn, hỗ trợ công \
             dân.\n3. Các ông (bà) Trưởng thôn: Họp thôn, mỗi quý tối thiểu một lần lồng ghép tuyên truyền.\n4. Chế độ báo \
             cáo: Định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 10/12) gửi về Văn phòng HĐND&UBND xã tổng hợp báo cáo \
             UBND tỉnh (qua Sở Nội vụ).\n5. Rút kinh nghiệm chung.\n- Chọn cách làm hay.\n(Có phụ lục chi tiết kèm theo)",
            "Văn phòng HĐND và UBND xã có trách nhiệm tham mưu, tổng hợp. Phòng Kinh tế có trách nhiệm bố trí kinh phí trước \
             ngày 30/6/2026. Công an xã phối hợp tuyên truyền căn cước, mỗi tháng ít nhất 02 tin. Kinh phí thực hiện: từ ngân \
             sách xã. Yêu cầu các cơ quan nghiêm túc thực hiện.",
            "1) Văn phòng: đăng mỗi tuần tối thiểu 01 tin; tổng hợp báo cáo.\n2) Đồng chí Nguyễn Văn B - công chức Văn hóa: \
             phụ trách hệ thống loa, 02 buổi/tuần.\n3) Các tổ chức chính trị - xã hội: ký kết 01 chương trình phối hợp trước \
             31-3-2026.\n4) Đề nghị Bưu điện xã hỗ trợ hồ sơ trả qua bưu chính.",
        ]
        .map(read)
        .join("\n\n")
    );
}

#[test]
fn who_leads_and_who_works_along() {
    insta::assert_snapshot!(
        [
            "1. Văn phòng HĐND - UBND phường (chủ trì), các phòng chuyên môn, Trung tâm Phục vụ HCC phối hợp: Xây dựng \
             chuyên trang CCHC.\n2. Phòng Văn hóa – Xã hội chủ trì phối hợp Đoàn phường: phát hành 1.500 tờ gấp.\n3. Giao \
             Công an phường chủ trì, phối hợp với Tổ dân phố cấp tài khoản định danh mức 2 cho tối thiểu 95% công dân đủ \
             điều kiện, hoàn thành trong tháng 11.",
            "TT | Nội dung công việc | Cơ quan chủ trì | Thời gian hoàn thành\n\
             1 | Treo băng rôn | Chủ trì: Phòng VH-XH | Trước ngày 30/4/2026\n\
             2 | Phát tờ rơi | Phòng VH-XH | Trước ngày 30/4/2026",
        ]
        .map(read)
        .join("\n\n")
    );
}

#[test]
fn no_second_day_is_lost() {
    insta::assert_snapshot!(read(
        "1. Phòng Văn hóa - Xã hội\n- Tập huấn trong quý I/2026, quý III/2026.\n- Kiểm tra 02 đợt (đợt 1 trước 15/5, đợt 2 \
         trước 15/10).\n- Sơ kết giữa tháng 6/2026, tổng kết đầu tháng 12/2026.\n- Phát tờ rơi, ngày 22/12/2026.\n- Treo băng \
         rôn trong tháng 2 và tháng 8.\n- Dán áp phích từ ngày 01 đến ngày 15 hằng tháng."
    ));
}
