//! Kế hoạch: read with what was taken from it, changed where a commune's own plan differs.

use cchc_tests::journey;
use cchc_tests::page::{Options, Page};

fn plan(page: &Page) {
    page.open_example();
    page.go("#/ke-hoach");
    page.sees(".doc .title", "Tuyên truyền cải cách hành chính xã Hoa Thám năm 2026");
}

journey! {
    /// The outline leads to a section and follows the scroll; a footnote leads there and back; counts lead to the rows.
    fn the_document_leads_everywhere(page) {
        plan(page);
        page.click_text(".outline a", "2. Văn phòng HĐND và UBND xã");
        page.sees(".outline [aria-current]", "2. Văn phòng HĐND và UBND xã");
        page.sees(".side-note", "15 · 02 tin, bài hằng tháng");
        page.go("#/ke-hoach/II.1");
        page.click("sup a[aria-label='Chú thích 1']");
        page.until("the footnote has the focus", || page.js("return document.activeElement.innerText")
            .as_str().is_some_and(|text| text.contains("Chương trình tổng thể CCHC")));
        page.click_text(".side-note summary", "Chú thích 1 · 4 văn bản");
        page.sees(".side-note li", "Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ");
        page.accessible();
        page.go("#/ke-hoach/II.1.1");
        let count = page.text(".side-note a[href*='van-ban-tam-quan-trong-cchc']");
        let number = count.split(' ').next().unwrap_or_default().to_owned();
        page.click(".side-note a[href*='van-ban-tam-quan-trong-cchc']");
        page.sees(".toolbar [role=status]", &format!("{number} trong 153 hoạt động"));
    }
}

journey! {
    /// "suy ra" shows what the plan says and what was taken; "Đúng" makes it the plan's, and can be taken back.
    fn an_inferred_value_is_confirmed(page) {
        plan(page);
        page.click(".side-note .inferred");
        page.sees("dialog", "Văn bản không có ngày ban hành");
        page.accessible();
        page.click_text("dialog .btn-primary", "Đúng");
        page.sees(".snackbar", "Đã xác nhận");
        page.until("the mark is gone", || !page.texts(".side-note .line").iter()
            .any(|line| line.starts_with("Theo dõi từ") && line.contains("suy ra")));
        page.click_text(".snackbar button", "Hoàn tác");
        page.sees(".side-note .line", "Theo dõi từ ngày 24/4/2026 suy ra");
    }
}

journey! {
    /// A commune writes its own words: kept at once, quotations that no longer stand are loosened, and said so.
    fn the_text_is_changed(page, Options::default()) {
        plan(page);
        page.click_text(".page-head a", "Sửa văn bản");
        page.fill("#kh-so", "15/KH-UBND");
        page.fill("#kh-nam", "hai sáu");
        page.press("Tab");
        page.sees(".plan-header .error", "Ghi năm bằng bốn chữ số, như 2026");
        assert_eq!(page.value("#kh-nam"), "hai sáu");
        page.fill("#kh-nam", "2026");
        page.fill("[id='sua-III.2.1']", "Hằng tháng, có ít nhất 03 tin, bài về CCHC đăng trên Trang thông tin điện tử.");
        page.press("Tab");
        page.sees(".snackbar", "Đã lưu mục III.2, đoạn 1. 4 nhiệm vụ nay dẫn cả đoạn");
        page.accessible();
        page.click_text(".action-bar a", "Xong");
        page.sees(".side-note", "15/KH-UBND");
        page.sees(".doc p", "Hằng tháng, có ít nhất 03 tin, bài về CCHC");
        page.saved();
        page.reload();
        page.sees(".side-note", "15/KH-UBND");
    }
}
