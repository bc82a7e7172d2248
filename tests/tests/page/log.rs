//! Nhật ký: logged by keyboard alone, found, changed, deleted, taken back.

use cchc_tests::journey;
use cchc_tests::page::{Options, Page, Size};

const TITLE: &str = "#ghi-noi-dung";
const COUNT: &str = ".toolbar [role=status]";
const FIRST: &str = ".log tbody tr:first-child";

fn log(page: &Page) {
    page.open_example();
    page.go("#/nhat-ky?thang=2026-11");
    page.sees(COUNT, "16 trong 153 hoạt động");
}

fn focus(page: &Page) -> String {
    page.js("return document.activeElement.id").as_str().unwrap_or_default().into()
}

/// Whether the page asks before it is left.
const ASKS: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }));";

fn focused_text(page: &Page) -> String {
    page.js("return document.activeElement.textContent").as_str().unwrap_or_default().into()
}

fn focus_is(page: &Page, id: &str) {
    page.until(&format!("the focus is on {id}"), || focus(page) == id);
}

journey! {
    /// N, the duty by three letters, the content, Enter: office, channel, unit and count come by themselves; the next
    /// row needs its content alone.
    fn by_keyboard_alone(page) {
        log(page);
        page.press("n");
        focus_is(page, "ghi-noi-dung");
        page.press("Shift+Tab");
        page.press("Shift+Tab");
        focus_is(page, "ghi-nhiem-vu");
        page.type_text("van dong");
        page.sees("#ghi-nhiem-vu-list li:first-child", "Vận động");
        page.press("Ctrl+a");
        page.type_text("tin bai hang");
        page.press("Enter");
        assert_eq!(page.value("#ghi-co-quan"), "van-phong");
        assert_eq!(page.value("#ghi-kenh"), "trang-ttdt");
        assert_eq!((page.value("#ghi-so-luong"), page.value("#ghi-don-vi")), ("1".into(), "tin-bai".into()));
        page.press("Tab");
        page.press("Tab");
        focus_is(page, "ghi-noi-dung");
        page.type_text("Bốn việc người dân làm được trên Cổng Dịch vụ công quốc gia");
        page.press("Enter");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.sees(".log .fresh", "Bốn việc người dân làm được");
        page.sees_no(".log .fresh");
        focus_is(page, "ghi-noi-dung");
        assert_eq!(page.value(TITLE), "");
        page.press("Ctrl+z");
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.fill(TITLE, "Bốn việc người dân làm được trên Cổng Dịch vụ công quốc gia");
        page.press("Enter");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.type_text("Hỏi đáp về nộp hồ sơ trực tuyến");
        page.press("Ctrl+Enter");
        page.sees(FIRST, "Hỏi đáp về nộp hồ sơ trực tuyến");
        page.until("the focus is on the new row", || focus(page).starts_with("hd-"));
        page.saved();
        page.reload();
        page.sees(COUNT, "18 trong 155 hoạt động");
    }
}

journey! {
    /// What is wrong is said beside the field, with the remedy; nothing that was typed is lost.
    fn errors_say_the_remedy(page) {
        log(page);
        page.choose("#ghi-co-quan", "Phòng Kinh tế");
        page.fill("#ghi-ngay", "31/11");
        page.fill(TITLE, "Giải pháp nâng cao chỉ số DDCI");
        page.fill("#ghi-so-luong", "1.5");
        page.fill("#ghi-minh-chung", "www.hoatham/tin-20-11");
        page.press("Enter");
        page.sees(".f-date .error", "Tháng 11 năm 2026 không có ngày 31. Ghi từ ngày 1 đến ngày 30");
        page.sees(".f-count .error", "Dấu chấm để tách hàng nghìn");
        page.sees(".f-evidence .error", "Ghi đủ https:// ở đầu liên kết");
        focus_is(page, "ghi-ngay");
        page.accessible();
        page.press("Ctrl+a");
        page.type_text("hôm qua");
        page.fill("#ghi-so-luong", "1.250");
        page.fill("#ghi-minh-chung", "https://hoatham.example/tin?ngày=19");
        page.press("Enter");
        page.sees(".f-unit .error", "Chọn đơn vị tính");
        page.choose("#ghi-don-vi", "tin, bài");
        page.click(".entry .btn-primary");
        page.sees(FIRST, "19/11/2026");
        page.sees(FIRST, "1.250");
        // As every browser writes it that reads the page in Unicode.
        let address = page.js(&format!("return document.querySelector('{FIRST} .d-proof a').href"));
        assert_eq!(address, "https://hoatham.example/tin?ng%C3%A0y=19");
    }
}

journey! {
    /// The same day, office and content is asked about and may be logged all the same.
    fn a_twin_is_asked_about(page) {
        log(page);
        page.choose("#ghi-co-quan", "Phòng Kinh tế");
        page.fill("#ghi-ngay", "13/11");
        page.fill(TITLE, "giai phap nang cao chi so ddci cua xa nam 2026");
        page.press("Enter");
        page.sees(".ask", "Cùng ngày, cùng cơ quan đã có hoạt động với nội dung này.");
        page.until("what is asked is in view", || {
            let place = "const at = document.querySelector('.ask').getBoundingClientRect();";
            page.js(&format!("{place} return at.top > 0 && at.bottom < innerHeight")) == true
        });
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.press("Enter");
        page.sees(COUNT, "17 trong 154 hoạt động");
    }
}

journey! {
    /// Without tone marks, as one types; zero hits say what to loosen; every filter stands in the address.
    fn search_and_filters(page) {
        log(page);
        page.press("/");
        page.type_text("bao cao");
        page.sees("mark", "báo cáo");
        page.until("the address follows", || page.hash().ends_with("thang=2026-11&tim=bao%20cao"));
        page.fill("#nhat-ky-tim", "sân khấu hóa");
        page.sees(".empty h2", "Không có hoạt động nào khớp “sân khấu hóa” trong tháng 11/2026");
        page.sees(".empty p", "Cả năm có");
        page.accessible();
        page.click_text(".empty a", "Tìm trong cả năm");
        page.sees_element(".log mark");
        page.go("#/nhat-ky?thang=8&co-quan=van-phong&nhiem-vu=tin-bai-hang-thang");
        page.sees(".chip[aria-pressed=true]", "Tháng 8/2026");
        page.sees(".log tfoot", "1 tin, bài");
        page.click_text(".chip[aria-pressed=true]", "Tháng 8/2026");
        page.sees(".log tfoot", "tin, bài");
        page.until("office and duty are left", || page.count(".chip[aria-pressed=true]") == 2);
        page.choose("select.loc-thang", "Tháng 9/2026");
        page.sees(".chip[aria-pressed=true]", "Tháng 9/2026");
    }
}

journey! {
    /// Arrows, space and Shift tick; deleting says what it does to the report, and is taken back as it was.
    fn delete_and_take_back(page) {
        log(page);
        page.js("document.querySelector('.log tbody tr').focus()");
        page.press("ArrowDown");
        page.press(" ");
        page.press("Shift+ArrowDown");
        page.sees(".selection", "Đã chọn 2 hoạt động");
        page.accessible();
        page.press("Delete");
        page.sees("dialog", "Hai hoạt động ngày 18/11 và 19/11 nằm trong kỳ quý IV.");
        page.sees("dialog", "lượt phát");
        page.accessible();
        page.press("Enter");
        page.sees_no("dialog");
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.press("Delete");
        page.click_text("dialog .btn-danger", "Xóa 2 hoạt động");
        page.sees(COUNT, "14 trong 151 hoạt động");
        page.sees(".snackbar", "Đã xóa 2 hoạt động");
        page.until("the focus is on the next row", || focus(page).starts_with("hd-a-2026-11-17"));
        page.press("Ctrl+z");
        page.sees(COUNT, "16 trong 153 hoạt động");
    }
}

journey! {
    /// Enter opens a row in place, with everything in the form; Esc leaves it as it was.
    fn a_row_is_changed_in_place(page) {
        log(page);
        page.js("document.querySelector('.log tbody tr').focus()");
        page.press("Enter");
        focus_is(page, "sua-noi-dung");
        page.press("Escape");
        page.sees_no("tr.editing");
        page.press("Enter");
        page.fill("#sua-minh-chung", "215/UBND-VHXH");
        page.press("Escape");
        page.sees(".editing [role=alert]", "Chỗ vừa sửa chưa lưu");
        assert_eq!(page.value("#sua-minh-chung"), "215/UBND-VHXH");
        page.accessible();
        page.click_text(".editing .btn", "Bỏ sửa");
        page.sees_no("tr.editing");
        page.sees(FIRST, "214/UBND-VHXH");
        page.press("Enter");
        page.click_text(".editing .btn-link", "Thêm chi tiết (1 nội dung)");
        page.fill("#sua-ghi-chu", "Gửi qua trục liên thông");
        page.accessible();
        page.press("Enter");
        page.sees(".snackbar", "Đã lưu hoạt động");
        page.fill("#nhat-ky-tim", "truc lien thong");
        page.sees(".log .sub", "Ghi chú: Gửi qua trục liên thông");
    }
}

journey! {
    /// A dialogue asks for its questions and answers, a posting for its place; who did well is recorded beside the log.
    fn works_have_fields_of_their_own(page) {
        log(page);
        page.go("#/nhat-ky/ghi?nhiem-vu=doi-thoai-doanh-nghiep");
        page.click(".entry [aria-controls='ghi-chi-tiet']");
        page.sees(".work", "Người chủ trì");
        page.click(".work .btn-link");
        page.fill("#ghi-gio", "8 rưỡi");
        page.fill("#ghi-cau-hoi", "Hồ sơ đất đai chậm");
        page.press("Enter");
        focus_is(page, "ghi-tra-loi");
        page.type_text("Đã giao Phòng Kinh tế");
        page.press("Enter");
        focus_is(page, "ghi-cau-hoi-2");
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.fill(TITLE, "Đối thoại tháng 11");
        page.press("Enter");
        page.sees(".work .error", "ví dụ 08:00");
        page.accessible();
        page.fill("#ghi-gio", "8h");
        page.press("Enter");
        page.sees(FIRST, "Đối thoại tháng 11");
        page.js("document.querySelector('.log tbody tr').focus()");
        page.press("Enter");
        page.click(".editing [aria-controls='sua-chi-tiet']");
        assert_eq!(page.value("#sua-tra-loi"), "Đã giao Phòng Kinh tế");
        page.choose("#sua-loai-viec", "Niêm yết thủ tục hành chính");
        page.sees(".editing .work", "Nơi niêm yết");
        page.js("document.querySelector('.editing .entry-foot:last-child').scrollIntoView({ block: 'center' })");
        page.click_text(".editing .btn", "Bỏ sửa");

        page.go("#/nhat-ky/dien-hinh/moi");
        page.click_text("dialog .btn", "Ghi điển hình");
        page.sees("dialog .error", "Ghi tên tập thể");
        page.accessible();
        page.fill("#dh-ten", "Thôn Pác Luông");
        // What is typed is not thrown away by Esc, nor by a reload, unasked.
        page.press("Escape");
        page.sees("dialog .leave", "Bỏ nội dung vừa nhập?");
        page.until("the safe answer has the focus", || focused_text(page) == "Viết tiếp");
        page.accessible();
        assert_eq!(page.js(ASKS), true);
        page.press("Escape");
        page.sees_no(".leave");
        focus_is(page, "dh-ten");
        page.press("Escape");
        page.click_text(".leave .btn", "Viết tiếp");
        assert_eq!(page.value("#dh-ten"), "Thôn Pác Luông");
        page.fill("#dh-thanh-tich", "Trả kết quả tại nhà");
        page.choose("#dh-co-quan", "Phòng Kinh tế");
        page.click_text("dialog .btn", "Ghi điển hình");
        page.sees(".records", "Thôn Pác Luông");
        page.saved();
        assert_eq!(page.js(ASKS), false);
        page.go("#/nhat-ky/dien-hinh/moi");
        page.sees_element("#dh-ten");
        page.press("Escape");
        page.sees_no("dialog");
        page.go("#/nhat-ky/dien-hinh/moi");
        page.fill("#dh-ten", "Thôn Nà Pàn");
        page.press("Escape");
        page.click_text(".leave .btn", "Bỏ");
        page.sees_no("dialog");
        page.reload();
        page.click_text(".records a", "Trả kết quả tại nhà");
        page.click_text("dialog .btn", "Xóa điển hình");
        page.until("it is gone", || !page.text(".records").contains("Thôn Pác Luông"));
        page.press("Ctrl+z");
        page.sees(".records", "Thôn Pác Luông");
        page.resize(Size::Phone);
        page.fits();
        page.accessible();
    }
}

journey! {
    /// On a phone rows are records; what is begun survives a visit to another screen.
    fn on_a_phone(page, Options::default().phone()) {
        log(page);
        page.choose("#ghi-co-quan", "Phòng Kinh tế");
        page.fill(TITLE, "Đối thoại với hợp tác xã");
        page.go("#/nhiem-vu");
        assert_eq!(page.js(ASKS), true);
        page.go("#/nhat-ky?thang=2026-11");
        assert_eq!(page.value(TITLE), "Đối thoại với hợp tác xã");
        page.fits();
        page.click(".entry .btn-primary");
        page.sees(FIRST, "Đối thoại với hợp tác xã");
        page.click(".log tbody tr:first-child .open");
        page.sees_element("#sua-noi-dung");
        page.fits();
        page.accessible();
    }
}

journey! {
    /// An office's list: a column is mended, a name matched, a row refused with its reason; the rest is in, once.
    fn a_list_from_excel(page) {
        log(page);
        page.click_text(".page-head a", "Nhập từ Excel");
        page.sees("h1", "Nhập từ Excel");
        page.accessible();
        let folder = tempfile::tempdir().expect("a folder");
        let list = folder.path().join("tin-bai.csv");
        let rows = "DANH SÁCH TIN, BÀI;;;;\nSTT;Thời gian đăng;Tên tin bài;Nơi đăng;Đơn vị;Diễn giải\n\
            1;12/11/2026;Nộp hồ sơ qua VNeID;Trang TTĐT;VP;Có ảnh\n2;13/11;Hai mã QR;Zalo;Tổ văn hóa;\n\
            3;31/11/2026;Ngày không có;Zalo;VP;\nTổng cộng;;;;;\n";
        std::fs::write(&list, rows).expect("a list on disk");
        page.upload("#tep-danh-sach", &list);
        page.sees(".action-bar", "1 hoạt động mới · 2 dòng không đọc được · 1 dòng bỏ qua");
        page.sees(".groups", "Tháng 11 năm 2026 không có ngày 31");
        page.choose("[aria-label='Cột “Diễn giải” hiểu là']", "Ghi chú");
        page.choose("#ten-0", "Phòng Văn hóa - Xã hội");
        page.sees(".action-bar", "2 hoạt động mới");
        page.accessible();
        page.fits();
        page.click_text("button", "Nhập 2 hoạt động");
        page.sees(".snackbar", "Đã nhập 2 hoạt động từ tin-bai.csv");
        page.sees(COUNT, "155 hoạt động");
        // The names and the columns are remembered; nothing comes twice.
        page.go("#/nhat-ky/nhap");
        page.upload("#tep-danh-sach", &list);
        page.sees(".action-bar", "0 hoạt động mới · 2 đã có");
        page.click_text("a", "Về Nhật ký");
        page.press("Ctrl+z");
        page.sees(COUNT, "153 hoạt động");
        // A survey is told by its header, and goes to the indices.
        let survey = folder.path().join("sipas.csv");
        let rows = "Khảo sát SIPAS 6 tháng đầu năm 2026,,,,,\nTiêu chí,Rất hài lòng,Hài lòng,Bình thường,Không hài lòng,Rất không hài lòng\n\
            Tiếp cận dịch vụ,120,60,15,4,1\nThủ tục hành chính,100,80,17,2,1\nBãi đỗ xe,50,20,3,1,0\n";
        std::fs::write(&survey, rows).expect("a survey on disk");
        page.go("#/nhat-ky/nhap");
        page.upload("#tep-danh-sach", &survey);
        page.sees(".action-bar", "2 số liệu mới · 1 dòng không đọc được");
        assert_eq!(page.value("#nhap-ky"), "2026-H1");
        page.choose("#ten-0", "3 Công chức trực tiếp giải quyết công việc");
        page.sees(".action-bar", "3 số liệu mới");
        page.accessible();
        page.fits();
        page.click_text("button", "Nhập 3 số liệu");
        page.sees(".snackbar", "Đã nhập 3 số liệu từ sipas.csv");
        page.sees("h1", "Chỉ số");
    }
}
