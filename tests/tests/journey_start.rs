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
