//! Mở đầu: from the example to a plan of one's own, under its own name throughout.

use cchc_tests::journey;
use cchc_tests::page::{Options, Page};

fn begin(page: &Page) {
    page.open_example();
    page.click_text(".notice a", "Dùng cho xã của tôi");
    page.sees("dialog h2", "Tạo kế hoạch");
}

journey! {
    /// The notice leads straight to the dialog; the new plan is followed from today and owes nothing of before.
    fn a_plan_of_my_own(page) {
        begin(page);
        page.accessible();
        page.fill("#tao-xa", "Kỳ Lừa");
        page.press("Enter");
        page.sees("dialog .error", "Ghi tên xã kèm loại, như xã Hoa Thám");
        page.fill("#tao-xa", "phường Kỳ Lừa");
        assert_eq!(page.value("#tao-theo-doi"), "20/11/2026");
        page.press("Enter");
        page.sees(".snackbar", "Đã tạo kế hoạch");
        page.go("#/ke-hoach");
        page.sees(".doc .title", "Tuyên truyền cải cách hành chính phường Kỳ Lừa năm 2026");
        page.sees(".side-note .line", "Theo dõi từ ngày 20/11/2026");
        page.sees(".signature .name", "Thiếu");
        page.sees(".doc-close", "Lưu: VT, VHXH");
        page.accessible();
        page.go("#/ke-hoach/sua");
        page.fill("#kh-xa", "đặc khu Vân Đồn");
        page.press("Tab");
        page.sees("dialog", "Đổi “phường Kỳ Lừa” thành “đặc khu Vân Đồn”");
        page.accessible();
        page.click_text("dialog button", "Đổi trong cả kế hoạch");
        page.until("the issuer follows", || page.value("#kh-ban-hanh") == "UBND đặc khu Vân Đồn");
        page.click_text(".snackbar button", "Hoàn tác");
        page.until("all is taken back", || page.value("#kh-ban-hanh") == "UBND phường Kỳ Lừa");
        assert_eq!(page.value("#kh-xa"), "phường Kỳ Lừa");
    }
}

journey! {
    /// On a phone the way from the example to one's own plan is there too.
    fn on_a_phone(page, Options::default().phone()) {
        begin(page);
        page.fits();
        page.accessible();
    }
}

/// A plan as another commune writes it; its fixture for the reader.
fn plan_text() -> std::path::PathBuf {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the top of the repository");
    root.join("cchc-core/src/ingest/tests/plans/09-xa-tan-suat.txt")
}

journey! {
    /// A plan's text is shown beside what was read in it, how surely; then the tracker runs on it.
    fn from_the_text_of_a_plan(page) {
        page.click_text(".start-list b", "Từ văn bản kế hoạch");
        page.click_text("button", "Đọc văn bản");
        page.sees(".error", "Dán văn bản kế hoạch vào đây");
        page.accessible();
        page.upload("#tep-van-ban", &plan_text());
        page.sees(".reading h1", "Xem lại kế hoạch đã đọc");
        page.sees(".reading-row", "đã ghi rõ");
        page.accessible();
        page.fits();
        page.click(".chips .chip:nth-child(2)");
        page.until("only what was concluded is shown", || {
            page.js("return !document.querySelector('.reading-row [data-state=done]')").as_bool() == Some(true)
        });
        page.click_text("button", "Mở kế hoạch này");
        page.sees(".snackbar", "Đã mở kế hoạch");
        page.go("#/nhiem-vu");
        page.sees("h1", "Nhiệm vụ");
        page.saved();
    }
}

journey! {
    /// The next year's draft says what was missed, and begins an empty register.
    fn the_next_year(page, Options::default().phone()) {
        page.open_example();
        page.go("#/ke-hoach");
        page.click_text("button", "Kế hoạch năm sau");
        page.sees("dialog", "Năm nay chưa đạt, đề xuất làm tiếp");
        page.accessible();
        page.click_text("dialog button", "Lập kế hoạch năm 2027");
        page.sees(".snackbar", "Đã lập dự thảo kế hoạch năm 2027");
        page.sees(".doc .title", "năm 2027");
    }
}
