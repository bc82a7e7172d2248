//! What leaves the page besides the reports: papers, the clipboard, tables, deadlines.

use std::path::Path;

use calamine::{Data, DataType as _, Reader as _, Xlsx, open_workbook};
use cchc_tests::journey;
use cchc_tests::page::{Page, Size};

journey! {
    /// Every paper of the list is one press away, with its choices, and leaves as a Word file.
    fn every_paper_from_one_list(page) {
        page.open_example();
        page.go("#/bao-cao");
        page.click_text(".page-head .btn", "Văn bản khác");
        for (kind, says) in [
            ("Công văn yêu cầu gửi số liệu", "gửi số liệu tuyên truyền"),
            ("Tóm tắt cho người viết tin, bài", "TÓM TẮT CHO NGƯỜI VIẾT TIN, BÀI"),
            ("Biên bản đối thoại", "Cuộc đối thoại ghi nhận"),
            ("Thông báo niêm yết thủ tục hành chính", "THÔNG BÁO"),
            ("Tờ trình đề nghị khen thưởng", "TỜ TRÌNH"),
            ("Kế hoạch", "KẾ HOẠCH"),
            ("Công văn đôn đốc", "còn 03 cơ quan, đơn vị có việc"),
        ] {
            page.click_text(".rules a b", kind);
            page.sees(".paper", says);
        }
        page.choose("#van-ban-co-quan", "Phòng Kinh tế");
        page.sees(".empty", "không có gì để đôn đốc");
        page.accessible();
        page.choose("#van-ban-co-quan", "Văn phòng HĐND và UBND xã");
        page.sees(".paper", "Kính gửi: Văn phòng HĐND và UBND xã");
        page.click_text(".desk-bar .btn", "Xuất Word");
        let docx = page.downloaded(".docx");
        assert_eq!(docx.file_name().unwrap(), "cong-van-don-doc-van-phong-2026-11-20.docx");

        page.go("#/bao-cao/van-ban?loai=ke-hoach");
        page.click_text(".desk-bar .chip", "Kèm phụ lục nhiệm vụ");
        page.sees(".paper .appendix-title", "NHIỆM VỤ");
        page.accessible();
        page.go("#/bao-cao/van-ban?loai=don-doc");
        page.resize(Size::Phone);
        page.sees(".desk-bar a", "Tất cả văn bản");
        page.accessible();
        page.fits();
    }
}

journey! {
    /// What is copied carries its form into Word, whole or a section of it; an assistant gets the words alone.
    fn the_clipboard_carries_the_form(page) {
        page.open_example();
        page.go("#/bao-cao/bao-cao-quy:2026-Q2");
        let copy = |page: &Page, what: &str| {
            page.click_text(".desk-bar .menu > .btn", "Chép");
            page.click_text(".menu-list button", what);
            page.sees(".snackbar", "Đã chép");
            let (html, text) = page.pasted();
            (html.replace("&nbsp;", " ").replace('\u{a0}', " "), text.replace('\u{a0}', " "))
        };
        let (html, text) = copy(page, "Chép toàn văn");
        assert!(text.contains("Kính gửi: Sở Nội vụ tỉnh Lạng Sơn") && text.contains("120/BC-UBND"), "{text}");
        for form in ["Times New Roman", "14pt", "<table", "<th", "border", "quý II năm 2026", "120/BC-UBND"] {
            assert!(html.contains(form), "{form}: {html}");
        }
        let (html, text) = copy(page, "Chép mục III. ĐÁNH GIÁ");
        assert!(text.contains("III. ĐÁNH GIÁ") && !text.contains("Kính gửi") && !text.contains("IV. "), "{text}");
        assert!(html.contains("text-align: justify") || html.contains("text-align:justify"), "{html}");

        page.go("#/bao-cao/van-ban?loai=ban-tin&noi-dung=dich-vu-cong-truc-tuyen");
        let (html, text) = copy(page, "Chép để giao trợ lý AI");
        assert!(text.contains("YÊU CẦU KHI VIẾT") && html.is_empty(), "{text} {html}");
    }
}

/// The first sheet of a workbook, below its column names: a row each.
fn rows(file: &Path) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let rows = range.rows().map(<[Data]>::to_vec).skip_while(|row| row[0].get_string() != Some("STT"));
    rows.skip(1).take_while(|row| !row[1].is_empty() || !row[2].is_empty()).collect()
}

journey! {
    /// Every table leaves as it is filtered; deadlines leave as a calendar.
    fn tables_and_deadlines_leave_as_files(page) {
        page.open_example();
        let table = |page: &Page, name: &str| {
            match name {
                "nhat-ky" => page.click("button[aria-label='Tải bảng .xlsx']"),
                _ => page.click_text(".page-head button", "Tải bảng .xlsx"),
            }
            let file = page.downloaded(".xlsx");
            let called = file.file_name().unwrap().to_str().unwrap();
            assert_eq!(called, format!("{name}-xa-hoa-tham-2026-ngay-2026-11-20.xlsx"));
            rows(&file)
        };
        page.go("#/nhat-ky?co-quan=phong-kinh-te");
        page.sees(".toolbar [role=status]", "hoạt động");
        let shown: usize = page.text(".toolbar [role=status]").split(' ').next().unwrap().parse().unwrap();
        let register = table(page, "nhat-ky");
        assert_eq!(register.len(), shown);
        assert!(register.iter().all(|row| row[2].get_string() == Some("Phòng Kinh tế")), "{register:?}");
        assert!(register[0][1].get_datetime().is_some(), "{register:?}");

        page.go("#/kien-nghi?trang-thai=cho");
        assert_eq!(table(page, "kien-nghi").len(), 2);
        page.go("#/kinh-phi");
        let budget = table(page, "kinh-phi");
        assert_eq!(budget.last().unwrap()[5].get_float(), Some(47_300_000.0));
        page.go("#/nhat-ky/dien-hinh");
        assert!(!table(page, "dien-hinh-khen-thuong").is_empty());
        page.go("#/chi-so");
        assert!(!table(page, "chi-so").is_empty());

        page.go("#/nhiem-vu?co-quan=van-phong");
        let owed = table(page, "viec-phai-lam");
        assert!(!owed.is_empty() && owed.iter().all(|row| row[1].get_string() == Some("Văn phòng HĐND và UBND xã")));
        page.accessible();
        page.click_text(".menu > .btn", "Lịch hạn (.ics)");
        page.click_text(".menu-list button", "Hạn của Văn phòng HĐND và UBND xã");
        let calendar = page.downloaded(".ics");
        assert_eq!(calendar.file_name().unwrap(), "lich-han-xa-hoa-tham-2026-van-phong.ics");
        let calendar = std::fs::read_to_string(calendar).unwrap();
        let alarms = calendar.matches("BEGIN:VALARM").count();
        assert!(alarms > 0 && alarms == 2 * calendar.matches("BEGIN:VEVENT").count(), "{calendar}");

        page.go("#/bao-cao/bao-cao-quy:2026-Q2");
        page.click(".desk-bar .menu > .btn-icon");
        page.click_text(".menu-list button", "Tải bảng phụ lục (.xlsx)");
        let file = page.downloaded(".xlsx");
        let book: Xlsx<_> = open_workbook(&file).unwrap();
        assert_eq!(book.sheet_names()[0], "Phụ lục 1");
    }
}
