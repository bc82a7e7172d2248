//! Báo cáo: composed, edited, kept, exported.

use std::io::Read as _;
use std::path::Path;

use base64::Engine as _;
use cchc_tests::page::{Options, Page, Size};
use cchc_tests::{Browser, browser, journey, office};
use serde_json::json;

const QUARTER: &str = "#/bao-cao/bao-cao-quy:2026-Q4";
/// The paragraph with the figures of the whole.
const OVERALL: &str = "[data-key='ket-qua.chung']";

fn example(page: &Page) {
    page.click(".start-list .item");
    page.sees_element(".sidebar");
}

fn write_over(page: &Page, passage: &str, text: &str) {
    page.click(&format!("{passage} .editable"));
    page.sees_element(&format!("{passage} textarea:focus"));
    page.press("Ctrl+a");
    page.press("Delete");
    page.type_text(text);
    page.press("Ctrl+Enter");
    page.sees_no("textarea");
}

/// The text of a Word file, without its tags.
fn words_of(docx: &Path) -> String {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(docx).unwrap()).unwrap();
    let mut xml = String::new();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let document = roxmltree::Document::parse(&xml).unwrap();
    let texts =
        document.descendants().filter(|node| node.has_tag_name((W, "t"))).filter_map(|node| node.text());
    texts.collect::<String>().replace('\u{a0}', " ")
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

journey! {
    /// From Tổng quan to a finished Word report in three clicks: the screen, the report, "Xuất Word".
    fn three_clicks_to_word(page) {
        example(page);
        page.click(".nav a[href='#/bao-cao']");
        page.click("a[href='#/bao-cao/bao-cao-quy:2026-Q2']");
        page.sees(".paper", "cải cách hành chính quý II năm 2026");
        page.click_text(".desk-bar .btn", "Xuất Word");
        let docx = page.downloaded(".docx");
        assert_eq!(docx.file_name().unwrap(), "bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-Q2.docx");
        let words = words_of(&docx);
        assert!(words.contains("Số: 120/BC-UBND") && words.contains("DỮ LIỆU MINH HỌA"), "{words}");
        page.sees(".snackbar", "Đã tải xuống bao-cao-tuyen-truyen-cchc-xa-hoa-tham-2026-Q2.docx");
    }
}

journey! {
    /// What a person wrote stays through a reload, stands in the Word file, and can be taken back.
    fn an_edited_paragraph_stays(page) {
        example(page);
        page.go(QUARTER);
        let composed = page.text(OVERALL);
        let mine = format!("{composed} Kết quả này do Phòng Văn hóa - Xã hội tổng hợp <b>.");
        write_over(page, OVERALL, &mine);
        page.sees(OVERALL, "tổng hợp <b>");
        page.sees(&format!("{OVERALL} .margin-note"), "Sửa tay ngày 20/11");
        page.saved();
        page.reload();
        page.sees(OVERALL, "tổng hợp <b>");
        page.click_text(".desk-bar .btn", "Xuất Word");
        assert!(words_of(&page.downloaded(".docx")).contains("tổng hợp <b>"));
        page.accessible();
        page.click_text(".margin-note button", "Trả lại câu soạn");
        page.sees_no(".margin-note");
        assert_eq!(page.text(OVERALL), composed);
        page.press("Ctrl+z");
        page.sees(OVERALL, "tổng hợp <b>");
    }
}

journey! {
    /// Esc drops nothing that was typed, "Bỏ sửa" does; leaving the field keeps it; an emptied paragraph keeps its place.
    fn the_field_keeps_unless_told_not_to(page) {
        example(page);
        page.go(QUARTER);
        let composed = page.text(OVERALL);
        page.click(&format!("{OVERALL} .editable"));
        page.type_into(&format!("{OVERALL} textarea"), " Bỏ đi.");
        page.press("Escape");
        page.sees(".editor [role=alert]", "Đoạn vừa sửa chưa được ghi");
        assert!(page.value(&format!("{OVERALL} textarea")).ends_with(" Bỏ đi."));
        page.accessible();
        page.press("Tab");
        page.press("Tab");
        page.press("Enter");
        page.sees_no("textarea");
        assert_eq!(page.text(OVERALL), composed);
        page.click(&format!("{OVERALL} .editable"));
        page.press("Escape");
        page.sees_no("textarea");
        page.click(&format!("{OVERALL} .editable"));
        page.type_into(&format!("{OVERALL} textarea"), " Giữ lại.");
        page.click(".desk-bar .facts b");
        page.sees(OVERALL, "Giữ lại.");
        write_over(page, OVERALL, "");
        page.sees(OVERALL, "Đoạn này đã bỏ khỏi báo cáo.");
    }
}

journey! {
    /// The figures move while a person's words stand: the note tells old and new, and carries them over.
    fn figures_that_move_are_told(page, Options::default().on("2026-10-20")) {
        example(page);
        page.go(QUARTER);
        let composed = page.text(OVERALL);
        write_over(page, OVERALL, &format!("Theo số liệu các cơ quan gửi: {composed}"));
        page.saved();
        let later = page.address().replace("2026-10-20", "2026-11-20");
        page.goto(&later);
        page.ready();
        page.go(QUARTER);
        page.sees(&format!("{OVERALL} .margin-note"), "Số liệu đã đổi");
        page.sees(&format!("{OVERALL} .margin-note"), "nay là");
        page.sees_element(&format!("{OVERALL} mark"));
        page.accessible();
        page.click_text(&format!("{OVERALL} .margin-note button"), "Cập nhật số");
        page.sees_no(&format!("{OVERALL} mark"));
        page.sees(OVERALL, "Theo số liệu các cơ quan gửi:");
        let updated = page.text(&format!("{OVERALL} p.body"));
        page.click_text(&format!("{OVERALL} .margin-note button"), "Trả lại câu soạn");
        page.sees_no(".margin-note");
        assert_eq!(updated, format!("Theo số liệu các cơ quan gửi: {}", page.text(OVERALL)));
    }
}

journey! {
    /// A công văn asks for a report; it is written, sent, and taken back.
    fn a_report_on_request(page) {
        example(page);
        page.go("#/bao-cao");
        page.click_text(".page-head .btn", "Báo cáo đột xuất");
        page.choose("#yeu-cau-ky", "9 tháng đầu năm 2026");
        page.click_text("dialog .btn", "Thêm báo cáo");
        page.sees(".rules a[aria-current]", "9 tháng đầu năm 2026");
        page.sees(".paper", "cải cách hành chính 9 tháng đầu năm 2026");
        page.click(".menu > .btn-icon");
        page.click_text(".menu-list button", "Xóa báo cáo này");
        page.click_text(".page-head .btn", "Báo cáo đột xuất");
        page.click_text("dialog .btn", "Thêm báo cáo");
        page.sees("dialog .error", "Ghi nội dung báo cáo");
        page.accessible();
        page.fill("#yeu-cau-noi-dung", "Tuyên truyền Đề án 06");
        page.fill("#yeu-cau-cong-van", "Công văn số 99/SNV-CCHC");
        page.fill("#yeu-cau-tu", "15/9");
        page.fill("#yeu-cau-den", "15/11");
        page.fill("#yeu-cau-han", "30/11");
        page.click_text("dialog .btn", "Thêm báo cáo");
        page.sees(".rules a[aria-current]", "Tuyên truyền Đề án 06");
        page.sees(".rules a[aria-current]", "Hạn gửi 30/11/2026");
        page.sees(".paper", "từ ngày 15/9/2026 đến ngày 15/11/2026");
        page.click_text(".life .btn", "Ghi đã nộp…");
        page.fill("#da-nop-so", "250/BC-UBND");
        page.click_text("dialog .btn", "Ghi đã nộp");
        page.sees("dialog [role=alert]", "Chưa chốt số liệu");
        page.accessible();
        page.click_text("dialog .btn", "Vẫn ghi đã nộp");
        page.sees(".rules a[aria-current]", "Nộp 20/11/2026, số 250/BC-UBND");
        page.sees(".life", "có thể khác bản đã gửi");
        page.sees(".paper .number", "Số: 250/BC-UBND");
        assert_eq!(page.count(".edit-mark"), 0);
        page.click(".menu > .btn-icon");
        page.click_text(".menu-list button", "Xóa báo cáo này");
        page.until("it is gone", || !page.texts(".rules").concat().contains("Đề án 06"));
        page.press("Ctrl+z");
        page.sees(".rules", "Tuyên truyền Đề án 06");
    }
}

journey! {
    /// Frozen, the report stays as it was, also over a reload, while a record of its window changes; what changed is
    /// told, carried as an amendment with its reason, and the lock is lifted only with one.
    fn a_frozen_report_stays(page, Options::default().on("2026-12-15")) {
        example(page);
        page.go(QUARTER);
        let composed = page.text(&format!("{OVERALL} p.body"));
        page.click_text(".life .btn", "Chốt số liệu…");
        page.click_text("dialog .btn", "Chốt số liệu");
        page.sees("dialog .error", "Ghi họ và tên");
        page.accessible();
        page.fill("#buoc-ten", "Lý Thị Hương");
        page.press("Enter");
        page.sees(".life .word", "người chốt: Lý Thị Hương; nội dung không sửa được nữa");
        page.sees(".rules a[aria-current]", "Đã chốt số liệu");
        assert_eq!(page.count(".edit-mark"), 0);
        page.sees(".paper", &composed);

        page.go("#/nhat-ky/ghi?nhiem-vu=phoi-hop-bao-chi");
        page.fill("#ghi-noi-dung", "Pano tại chợ trung tâm");
        page.fill("#ghi-ngay", "10/12");
        page.press("Enter");
        page.sees(".snackbar", "Đã ghi");
        page.go(QUARTER);
        page.sees(".drift summary", "01 bản ghi thay đổi");
        page.sees(".paper", &composed);
        page.saved();
        page.reload();
        page.sees(".paper", &composed);
        page.click(".drift summary");
        page.sees(".drift", "Hoạt động “Pano tại chợ trung tâm”: ghi thêm");
        page.accessible();

        page.click_text(".life .btn", "Điều chỉnh báo cáo…");
        page.sees("dialog", "Pano tại chợ trung tâm");
        page.click_text("dialog .btn-primary", "Điều chỉnh báo cáo");
        page.sees("dialog .error", "Ghi lý do");
        page.fill("#buoc-ly-do", "Bổ sung pano");
        page.press("Enter");
        page.sees_no(".drift");
        page.until("the amended version", || !page.text(".paper").contains(&composed));
        page.sees(".life details", "Các lần chốt (2)");
        page.click_text(".life summary", "Các lần chốt (2)");
        page.accessible();
        page.click("[aria-label='Xuất Word bản chốt lần 1']");
        let (first, plain) = (page.downloaded("-lan-1.docx"), composed.replace('\u{a0}', " "));
        assert!(words_of(&first).contains(&plain), "the version before is still what was signed");
        page.click("[aria-label='Xuất Word bản chốt lần 2']");
        assert!(!words_of(&page.downloaded("-lan-2.docx")).contains(&plain));
        page.click_text(".life .btn", "Mở khóa…");
        page.fill("#buoc-ly-do", "Sở Nội vụ yêu cầu sửa");
        page.press("Enter");
        page.sees_no(".life .word");
        page.sees_element(".edit-mark");
        page.press("Ctrl+z");
        page.sees_element(".life .word");
    }
}

journey! {
    /// An office that has not sent its figures is "–", one that has is a number.
    fn zero_is_told_from_not_reported(page) {
        example(page);
        page.go(QUARTER);
        page.click(".facts .btn-link");
        let before = page.text(".facts .btn-link");
        page.sees(".returns", "chưa báo cáo");
        page.accessible();
        page.click(".returns li:last-child input[type=checkbox]");
        page.until("one more has sent", || page.text(".facts .btn-link") != before);
        assert_eq!(page.value(".returns li:last-child .input"), "20/11/2026");
        page.saved();
        page.reload();
        assert_eq!(page.value(".returns li:last-child .input"), "20/11/2026");
        page.click(".returns li:last-child input[type=checkbox]");
        page.until("as before", || page.text(".facts .btn-link") == before);
    }
}

journey! {
    /// On both screens and in both colours, stand-alone and embedded: accessible, and nothing sticks out.
    fn the_paper_is_accessible(page) {
        example(page);
        for at in [QUARTER, "#/bao-cao?ky=bao-cao-quy:2026-Q3&dang=long-ghep", "#/bao-cao", "#/bao-cao/van-ban"] {
            page.go(at);
            page.machine_is_dark(false);
            for size in [Size::Desktop, Size::Of(1024, 768), Size::Phone] {
                page.resize(size);
                page.fits();
                if size != Size::Of(1024, 768) {
                    page.accessible();
                }
            }
            // Colours are the same at every width.
            page.machine_is_dark(true);
            page.accessible();
        }
    }
}

journey! {
    /// Print prints the paper alone.
    fn print_prints_the_paper_alone(page) {
        example(page);
        page.go(QUARTER);
        page.sees_element(".paper");
        if page.browser() == Browser::Chromium {
            page.session().devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" })).unwrap();
            for selector in [".sidebar", ".topbar", ".rules", ".desk-bar", ".page-head", ".edit-mark"] {
                page.sees_no(selector);
            }
            page.sees(".paper .nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            page.sees(".paper .notice-mark", "DỮ LIỆU MINH HỌA");
        }
    }
}

/// "In" prints the paper in its form, as the Word file has it: the letterhead in two columns, numbers from page 2.
#[test]
fn prints_the_paper_from_the_page() {
    let mut page = Page::open(Browser::Chromium, "prints_the_paper_from_the_page", Options::default());
    example(&page);
    page.go("#/bao-cao/bao-cao-quy:2026-Q2");
    page.sees(".paper", "cải cách hành chính quý II năm 2026");
    let pages = printed(&page);
    let word = |text: &str| pages[0].words.iter().find(|word| word.text == text).unwrap().place;
    let (issuer, nation) = (word("ỦY"), word("CỘNG"));
    assert!((issuer[1] - nation[1]).abs() < 2.0 && issuer[0] + 100.0 < nation[0], "{issuer:?} {nation:?}");
    assert!((pages[0].size.0 - 595.0).abs() < 1.0 && (pages[0].size.1 - 842.0).abs() < 1.0, "A4");
    let numbers: Vec<Option<u32>> = pages.iter().take(3).map(office::Page::number).collect();
    assert_eq!(numbers, [None, Some(2), Some(3)]);
    assert!(!pages[0].text().contains("Xuất Word"), "the paper alone");
    assert!(pages[0].text().starts_with("DỮ LIỆU MINH HỌA"), "from its top");
    let appendix = pages.iter().find(|page| page.text().starts_with("Phụ lục I ")).unwrap();
    assert!(appendix.text().contains("Tổng"), "to its last column");
    assert!(pages.last().unwrap().words.len() > 20, "no empty sheet behind it");

    // A list: on sheets that lie across, as it stands on a desk, without what is typed and pressed.
    page.go("#/nhat-ky?thang=ca-nam");
    page.sees("[role=status]", "153 hoạt động");
    let pages = printed(&page);
    let text: Vec<String> = pages.iter().map(office::Page::text).collect();
    assert!(pages.iter().all(|page| page.size.0 > page.size.1), "across");
    assert!(text[0].starts_with("Nhật ký") && text[0].contains("Minh chứng"), "{}", text[0]);
    assert!(text.iter().any(|page| page.contains("20/01/2026")), "to its last row");
    assert!(!text.iter().any(|page| page.contains("Thêm chi tiết")), "without the form");
    page.no_complaints();
}

/// What Chromium prints of the page.
fn printed(page: &Page) -> Vec<office::Page> {
    let asked = json!({ "preferCSSPageSize": true, "printBackground": false });
    let answer = page.session().devtools("Page.printToPDF", &asked).unwrap();
    let pdf = base64::engine::general_purpose::STANDARD.decode(answer["data"].as_str().unwrap()).unwrap();
    office::Print::of_pdf(&pdf).pages()
}

/// The steps of a report's life and the letters, for a person to look at.
#[test]
#[ignore = "writes target/report"]
fn pictures() {
    let folder = browser::root().join("target").join("report");
    let page = Page::open(Browser::Chromium, "report", Options::default());
    let picture = |name: &str| {
        for size in [Size::Desktop, Size::Phone] {
            page.resize(size);
            page.picture(&folder.join(format!("{name}.{}.png", size.name())));
        }
        page.resize(Size::Desktop);
    };
    example(&page);
    page.go(QUARTER);
    page.click_text(".life .btn", "Ghi đã nộp…");
    picture("ghi-da-nop");
    page.click_text("dialog .btn", "Ghi đã nộp");
    page.sees_element("dialog [role=alert]");
    picture("hoi-lai");
    page.click_text("dialog .btn", "Vẫn ghi đã nộp");
    page.sees(".life", "có thể khác bản đã gửi");
    picture("da-nop");
    for kind in ["don-doc", "yeu-cau-so-lieu"] {
        page.go(&format!("#/bao-cao/van-ban?loai={kind}"));
        page.sees_element(".paper");
        picture(kind);
    }
}
