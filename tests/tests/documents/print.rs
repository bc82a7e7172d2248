//! Chromium prints the HTML file: A4, page numbers at the top from page 2, the same words.

use base64::Engine as _;
use cchc_core::document::html;
use cchc_tests::browser::Session;
use cchc_tests::page::Keeping;
use cchc_tests::{Browser, office, papers};
use serde_json::json;
use tempfile::TempDir;

/// A browser that prints HTML files, with the sheet that each file asks for.
struct Printer {
    session: Session,
    folder: TempDir,
}

impl Printer {
    fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let place = folder.path();
        let profile = place.join("profile");
        let session = Session::start(Browser::Chromium, Keeping::Usual, &profile, place, place);
        Self { session: session.expect("Chromium starts"), folder }
    }

    fn print(&self, html: &str) -> Vec<office::Page> {
        let file = self.folder.path().join("van-ban.html");
        std::fs::write(&file, html).expect("the temporary folder takes files");
        let address = url::Url::from_file_path(&file).expect("an absolute path");
        self.session
            .run(|client| async move { client.goto(address.as_str()).await })
            .expect("the file opens");
        let answer = self
            .session
            .devtools("Page.printToPDF", &json!({ "preferCSSPageSize": true, "printBackground": false }))
            .expect("Chromium prints");
        let data = answer["data"].as_str().expect("a PDF in base64");
        let pdf = base64::engine::general_purpose::STANDARD.decode(data).expect("base64");
        office::Print::of_pdf(&pdf).pages()
    }
}

#[test]
fn the_report_prints_from_the_browser_in_the_same_form() {
    let pages = Printer::start().print(&html::page(&papers::quarterly_report()));
    let numbers: Vec<Option<u32>> = pages.iter().map(office::Page::number).collect();
    assert_eq!(numbers, [None, Some(2), Some(3), None, Some(2), Some(3), None], "{numbers:?}");
    assert!((pages[0].size.0 - 595.0).abs() < 1.0 && (pages[0].size.1 - 842.0).abs() < 1.0, "A4");
    assert!(pages[3].size.0 > pages[3].size.1, "the wide appendix lies on its side");
    for page in &pages[3..6] {
        assert!(
            page.text().contains("Nội dung tuyên truyền"),
            "the header row stands on every page of the table"
        );
    }
    let signed = pages.iter().find(|page| page.text().contains("Hoàng Văn Minh")).expect("a signature");
    assert!(signed.text().contains("UBND xã Hoa Thám./.") && signed.text().contains("PHÓ CHỦ TỊCH"));
}

#[test]
fn the_notice_stands_on_every_page() {
    let pages = Printer::start().print(&html::page(&papers::plan()));
    assert_eq!(pages.len(), 3);
    for page in &pages {
        let foot = page.words.iter().filter(|word| word.place[1] > page.size.1 - 57.0);
        let foot = foot.map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        assert!(foot.starts_with("DỮ LIỆU MINH HỌA."), "{foot}");
    }
}

#[test]
fn the_letterhead_fits_the_page() {
    let printer = Printer::start();
    for (name, document) in papers::all().into_iter().filter(|(_, document)| document.form.is_some()) {
        let page = printer.print(&html::page(&document)).remove(0);
        let word = |text: &str| {
            page.words.iter().find(|word| word.text == text).unwrap_or_else(|| panic!("{name}: {text}"))
        };
        let (left, right) = (word("CỘNG").place, word("NAM").place);
        assert!((left[1] - right[1]).abs() < 1.0, "{name}: Quốc hiệu on one line");
        assert!(
            page.words.iter().all(|word| word.place[0] > 84.0 && word.place[2] < 554.0),
            "{name}: inside the margins"
        );
    }
}
