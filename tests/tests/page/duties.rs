//! Nhiệm vụ: filters, details, values to confirm, a duty of one's own, the calendar.

use cchc_tests::journey;
use cchc_tests::page::Size;

journey! {
    /// Filters stand in the address: they survive a reload, and Back takes them away again.
    fn keeps_filters_in_the_address(page) {
        page.open_example();
        page.go("#/nhiem-vu");
        page.sees(".page-head", "32 nhiệm vụ của 6 cơ quan");
        page.choose("#loc-co-quan", "Phòng Kinh tế");
        page.sees(".found", "4 trong 32 nhiệm vụ");
        page.click_text(".chip", "Có giá trị suy ra");
        page.type_into("#tim-nhiem-vu", "doi thoai");
        page.sees(".found", "1 trong 32 nhiệm vụ");
        page.sees("mark", "Đối thoại");
        page.reload();
        page.sees(".found", "1 trong 32 nhiệm vụ");
        assert_eq!(page.value("#tim-nhiem-vu"), "doi thoai");
        page.fill("#tim-nhiem-vu", "không có việc này");
        page.sees(".empty h2", "Không có nhiệm vụ nào khớp");
        page.accessible();
        page.click_text(".empty a", "Bỏ lọc");
        page.sees_no(".found");
        assert_eq!(page.value("#tim-nhiem-vu"), "");
    }
}

journey! {
    /// The details tell what the plan writes and what was concluded; a person confirms a value, and all of them.
    fn confirms_what_was_concluded(page) {
        page.open_example();
        page.go("#/nhiem-vu");
        page.click("#nv-lop-tap-huan");
        page.sees(".details blockquote", "Tổ chức lớp tập huấn");
        for size in [Size::Phone, Size::Desktop] {
            page.resize(size);
            page.accessible();
            page.fits();
        }
        // The words name the form; what it is about they do not.
        page.sees(".details .facts > div:nth-child(7)", "Nội dung");
        page.sees_element(".details .facts > div:nth-child(7) .inferred");
        page.sees_no(".details .facts > div:nth-child(8) .inferred");
        let marks = page.count(".details .inferred");
        page.click(".details .facts > div:nth-child(3) .inferred");
        page.sees("dialog", "Kế hoạch không nêu số lớp");
        page.accessible();
        page.click_text("dialog button", "Đúng");
        page.sees(".snackbar", "Đã xác nhận: Lớp tập huấn");
        page.until("one mark less", || page.count(".details .inferred") == marks - 1);
        page.click_text(".details button", "Xác nhận các giá trị suy ra");
        page.sees_no(".details .inferred");
        page.saved();
        page.reload();
        page.sees(".details blockquote", "Tổ chức lớp tập huấn");
        assert_eq!(page.count(".details .inferred"), 0);
    }
}

journey! {
    /// The figures of a period lead to the activities that count for it.
    fn leads_from_a_period_to_its_activities(page) {
        page.open_example();
        page.go("#/nhiem-vu?mo=tin-bai-hang-thang");
        page.sees(".periods", "Tháng 8");
        page.click(".periods tbody tr:nth-child(4) a");
        page.sees_element("body[data-screen='nhat-ky']");
        assert!(page.hash().contains("tu=2026-08-01"));
    }
}

journey! {
    /// A duty of one's own: refused while incomplete, added, changed, and taken back.
    fn adds_and_changes_a_duty(page) {
        page.open_example();
        page.go("#/nhiem-vu");
        page.click_text(".page-head .btn", "Thêm nhiệm vụ");
        page.accessible();
        page.click_text("dialog .btn-primary", "Thêm nhiệm vụ");
        page.sees("dialog .error", "Chọn cơ quan thực hiện");
        page.choose("#nv-co-quan", "Phòng Kinh tế");
        page.fill("#nv-ten", "Phát tờ gấp về đăng ký hộ kinh doanh qua mạng");
        page.choose("#nv-nhip", "Hằng quý");
        page.fill("#nv-so-luong", "2");
        page.choose("#nv-pham-vi", "Mọi hoạt động trên Tờ gấp");
        page.accessible();
        page.click_text("dialog .btn-primary", "Thêm nhiệm vụ");
        page.sees_no("dialog[open]");
        page.sees(".page-head", "33 nhiệm vụ");
        page.fill("#tim-nhiem-vu", "to gap");
        page.sees(".duties", "Phát tờ gấp");
        page.click(".duties tbody tr:not(.group) a");
        page.click_text(".details .btn", "Sửa nhiệm vụ");
        page.choose("#nv-nhip", "Một lần");
        page.click_text("dialog .btn-primary", "Lưu nhiệm vụ");
        page.sees("dialog .error", "Ghi hạn");
        page.type_text("20/12");
        page.click_text("dialog .btn-primary", "Lưu nhiệm vụ");
        page.sees_no("dialog[open]");
        page.sees(".details .facts", "Một lần, hạn 20/12/2026");
        page.press("Escape");
        page.js("document.activeElement.blur()");
        page.press("Ctrl+z");
        page.sees(".details .facts", "Hằng quý");
    }
}

journey! {
    /// The months, a day off, and from an entry to what it is about.
    fn shows_the_last_days_as_a_calendar(page) {
        page.open_example();
        page.go("#/nhiem-vu");
        page.click_text(".segmented a", "Lịch");
        page.sees("#h-lich", "Tháng 11/2026");
        page.sees(".calendar .today", "20");
        for dark in [false, true] {
            page.machine_is_dark(dark);
            for size in [Size::Phone, Size::Desktop] {
                page.resize(size);
                page.accessible();
                page.fits();
            }
        }
        page.click("a[aria-label='Tháng trước']");
        page.sees("#h-lich", "Tháng 10/2026");
        page.click("a[aria-label='Tháng trước']");
        page.sees(".calendar .holiday", "Quốc khánh");
        page.click_text(".section-head a", "Hôm nay");
        page.sees("#h-lich", "Tháng 11/2026");
        page.click(".calendar a.event[data-state='soon']");
        page.sees_element(".details");
        page.go("#/nhiem-vu/lich?tinh-trang=tre");
        page.until("only what is late is left", || page.count(".calendar .event") == 1);
    }
}
