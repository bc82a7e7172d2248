//! Chỉ số: a self-assessment from the page alone, the way between points and activities, and what is only tried.

use std::fs;

use cchc_tests::journey;
use cchc_tests::page::{Options, Page, Size};

fn looks_right(page: &Page) {
    for dark in [false, true] {
        page.machine_is_dark(dark);
        for size in [Size::Phone, Size::Desktop] {
            page.resize(size);
            page.accessible();
            page.fits();
        }
    }
    page.machine_is_dark(false);
}

/// The self score of a row of the tree.
fn score(page: &Page, code: &str) -> String {
    let script =
        "return document.getElementById('tc-' + arguments[0]).closest('tr').cells[2].innerText.trim()";
    page.js_with(script, vec![code.into()]).as_str().unwrap_or_default().into()
}

fn score_is(page: &Page, code: &str, points: &str) {
    page.until(&format!("{code} has {points} points"), || score(page, code) == points);
}

/// The leaf is opened, and no other.
fn opened(page: &Page, code: &str) {
    page.sees_element(&format!("[id='tc-{code}'][aria-expanded=true]"));
    page.until("one leaf is opened", || page.count(".details") == 1);
}

fn has_focus(page: &Page, id: &str) {
    page.until(&format!("the focus is on {id}"), || page.js("return document.activeElement.id") == id);
}

journey! {
    /// The tiles say where each index stands and lead to it; figures of the province are marked as such.
    fn shows_every_index_at_once(page) {
        page.open_example();
        page.click_text(".section-head a", "Mở Chỉ số");
        page.sees("#h-cua-xa", "Chỉ số của xã");
        page.sees("#h-cua-tinh", "Chỉ số của tỉnh, để đối chiếu");
        page.sees(".tile", "69,01");
        looks_right(page);
        page.click("a[href='#/chi-so/pci-2022']");
        // What the picture shows stands in its label, gaps too.
        let label = page.attribute("svg.chart", "aria-label").unwrap_or_default();
        assert!(label.contains("2014 55,05") && label.contains("2015 chưa có"), "{label}");
        page.sees(".values", "VCCI");
        looks_right(page);
        // What the portal publishes stands in the tree, and is entered nowhere else.
        page.go("#/chi-so/766");
        page.sees(".big b", "84,62");
        page.sees(".page-head", "theo điểm năm đã công bố");
        page.go("#/chi-so/766?mo=CKMB");
        page.sees(".details", "Ghi giá trị");
        page.sees_no(".leaf-form");
        page.accessible();
        page.fits();
        // A criterion has a way over the periods, and the report shows the same pictures.
        page.go("#/chi-so/targets-2026?mo=ho-so-dien-tu");
        page.sees_element(".details svg.chart[aria-label*='Quý III/2026 92,6%']");
        page.accessible();
        page.fits();
        page.go("#/bao-cao");
        page.sees_element(".paper svg.chart[role=img]");
        page.sees(".paper .chart-rows", "Hồ sơ TTHC");
        page.accessible();
    }
}

journey! {
    /// A commune makes the frame its own, scores itself down the tree by keyboard, and hands the table in.
    fn assesses_itself(page) {
        page.open_example();
        page.click_text(".notice a", "Dùng cho xã của tôi");
        page.fill("#tao-xa", "phường Kỳ Lừa");
        page.press("Enter");
        page.sees(".snackbar", "Đã tạo kế hoạch");

        page.go("#/chi-so/cchc-xa");
        page.sees(".page-head", "cần nhập theo quyết định của tỉnh");
        page.click_text("p.key a", "Nhập điểm tối đa");
        page.click_text(".page-head .btn", "Sửa bản của xã");
        let maxima = [("1.4", "3"), ("2", "15"), ("3", "20"), ("4", "15"), ("5", "15"), ("6", "15"), ("7", "14")];
        for (code, max) in maxima {
            page.click(&format!("button[aria-label='Sửa tiêu chí {code}']"));
            page.fill("#bo-tc-toi-da", max);
            page.click_text("dialog button", "Nhận tiêu chí");
            page.sees_no("dialog[open]");
        }
        // 99 is no 100: the set is refused, and says where.
        page.click("#bo-xac-nhan");
        page.click_text(".page-head .btn", "Lưu bộ chỉ số");
        page.sees("[role=alert]", "phải bằng 100");
        page.accessible();
        page.click("button[aria-label='Sửa tiêu chí 7']");
        page.fill("#bo-tc-toi-da", "15");
        page.click_text("dialog button", "Nhận tiêu chí");
        page.click_text(".page-head .btn", "Lưu bộ chỉ số");
        page.sees(".snackbar", "Đã lưu");

        page.go("#/chi-so/cchc-xa?mo=1.1");
        has_focus(page, "tc-so-lieu");
        page.choose("#tc-so-lieu", "Đạt");
        page.fill("#tc-tai-lieu", "115/KH-UBND");
        page.press("Ctrl+Enter");
        opened(page, "1.2");
        has_focus(page, "tc-so-lieu");
        page.type_text("9/8");
        page.press("Enter");
        page.sees(".details .error", "Tử số 9 lớn hơn mẫu số 8");
        page.accessible();
        page.fill("#tc-so-lieu", "8/8");
        page.press("Enter");
        opened(page, "1.3");
        // The register computes it: nothing to fill in.
        page.press("Enter");
        opened(page, "1.4");
        page.fill("#tc-so-lieu", "80");
        page.press("Enter");
        for (code, points) in [("2", "12"), ("3", "18"), ("4", "16"), ("5", "13"), ("6", "14"), ("7", "11,5")] {
            opened(page, code);
            has_focus(page, "tc-so-lieu");
            page.type_text(points);
            page.press("Enter");
            if code == "4" {
                page.sees(".details .error", "Điểm 16 lớn hơn điểm tối đa 15");
                page.fill("#tc-so-lieu", "15");
                page.press("Enter");
            }
        }
        page.sees_no(".details");
        // 0,5 + 1 + 0 + 2,4 + 83,5
        page.sees(".big b", "87,40");
        page.sees("p .state", "Xếp loại Tốt");
        looks_right(page);

        // A computed point moves with the register.
        score_is(page, "1.3", "0,00");
        page.press("n");
        has_focus(page, "ghi-noi-dung");
        page.press("Shift+Tab");
        page.press("Shift+Tab");
        page.type_text("tin bai hang");
        page.press("Enter");
        page.fill("#ghi-noi-dung", "Bốn việc làm được trên Cổng Dịch vụ công quốc gia");
        page.press("Enter");
        page.sees(".log", "Bốn việc làm được");
        page.go("#/chi-so/cchc-xa");
        score_is(page, "1.3", "0,25");
        page.sees(".big b", "87,65");

        page.click_text(".page-head .btn", "Bảng tự chấm");
        page.sees(".paper", "KẾT QUẢ TỰ ĐÁNH GIÁ");
        looks_right(page);
        page.click_text(".page-head .btn", "Xuất Word");
        assert!(fs::read(page.downloaded(".docx")).is_ok_and(|bytes| bytes.starts_with(b"PK")));
        page.click_text(".page-head .btn", "Xuất Excel");
        assert!(fs::read(page.downloaded(".xlsx")).is_ok_and(|bytes| bytes.starts_with(b"PK")));
        page.saved();
        page.reload();
        page.go("#/chi-so/cchc-xa");
        page.sees(".big b", "87,65");
    }
}

journey! {
    /// From a score to the activities that prove it, from one of them to its criteria, and back.
    fn leads_from_points_to_activities_and_back(page) {
        page.open_example();
        page.go("#/chi-so/cchc-xa?mo=1.4.4");
        page.sees(".details", "Còn thiếu");
        page.sees(".details .proof", "để đạt điểm tối đa");
        looks_right(page);
        let count = page.text(".proof a.small");
        page.click(".proof a.small");
        page.sees_element("body[data-screen='nhat-ky']");
        page.sees(".chip", "Chứng minh 1.4.4");
        let found = page.text(".toolbar [role=status]");
        let number = |words: &str| words.split_whitespace().find_map(|word| word.parse::<u32>().ok());
        assert_eq!(number(&count), number(&found), "{count} / {found}");
        page.accessible();
        page.click(".log tbody tr:first-child .open");
        page.sees(".proves", "1.4.4");
        page.accessible();
        page.click(".proves a[href*='1.4.4']");
        opened(page, "1.4.4");
    }
}

journey! {
    /// What is tried moves the index on the screen and nothing in the file; one key ends it.
    fn tries_scores_and_leaves_nothing(page) {
        page.open_example();
        page.go("#/chi-so/cchc-xa");
        page.sees_element(".big b");
        let (before, leaf) = (page.text(".big b"), score(page, "1.5"));
        page.click_text(".page-head .btn", "Tính thử");
        page.sees(".trial-bar", "không lưu");
        page.fill("input[aria-label^='Điểm thử 1.5']", "3");
        page.until("the index moves", || page.text(".big b") != before);
        page.fill("input[aria-label^='Điểm thử 1.4.5']", "99");
        page.sees(".trial-bar .wrong", "lớn hơn điểm tối đa");
        looks_right(page);
        page.press("Escape");
        page.sees_no(".trial-bar");
        page.until("the index is as it was", || page.text(".big b") == before);
        score_is(page, "1.5", &leaf);
        page.press("Ctrl+z");
        page.sees(".snackbar", "Không còn gì để hoàn tác");
    }
}

journey! {
    /// A survey is entered by its answers; sample and margin are there at once, a negative count is refused.
    fn counts_answers(page, Options::default()) {
        page.open_example();
        page.go("#/chi-so/sipas-1001?mo=2");
        page.fill("#tc-so-lieu", "-3");
        page.press("Enter");
        page.sees(".details .error", "âm");
        page.fill("#tc-so-lieu", "120");
        page.sees(".answers .hint", "phiếu hợp lệ, sai số ±");
        page.fill("#tc-co-mau", "2000");
        page.sees(".answers", "Cần ít nhất 334 phiếu");
        looks_right(page);
        page.fill("#tc-so-lieu", "70");
        page.press("Enter");
        opened(page, "3");
    }
}

journey! {
    /// A target is set, a value recorded; the gap is told in words, on the line and on the tile.
    fn tracks_values_against_a_target(page) {
        page.open_example();
        page.go("#/chi-so/pci-2022");
        page.click_text(".btn", "Đặt mục tiêu");
        page.accessible();
        page.fill("#mt-gia-tri", "120");
        page.click_text("dialog .btn-primary", "Lưu mục tiêu");
        page.sees("dialog .error", "từ 0 đến 100");
        page.fill("#mt-gia-tri", "72");
        page.click_text("dialog .btn-primary", "Lưu mục tiêu");
        page.sees_no("dialog[open]");
        page.click_text(".btn", "Ghi giá trị");
        page.accessible();
        page.click_text("dialog .btn-primary", "Lưu giá trị");
        page.sees("dialog .error", "Ghi tổng điểm");
        page.fill("#gt-diem", "70,25");
        page.fill("#gt-nguon", "VCCI");
        page.click_text("dialog .btn-primary", "Lưu giá trị");
        page.sees(".values tbody tr:first-child", "70,25");
        page.go("#/chi-so");
        page.sees(".tile", "Thiếu 1,75 so với 72,00");
        looks_right(page);
    }
}

journey! {
    /// A measure: refused while incomplete, added, overdue, done.
    fn follows_a_measure(page) {
        page.open_example();
        page.go("#/chi-so/giai-phap");
        page.sees(".measures tbody tr:first-child", "trễ");
        looks_right(page);
        page.click_text(".page-head .btn", "Thêm giải pháp");
        page.accessible();
        page.click_text("dialog .btn-primary", "Lưu giải pháp");
        page.sees("dialog .error", "Ghi giải pháp");
        page.type_text("Đối thoại với doanh nghiệp mỗi quý một lần");
        page.choose("#gp-chi-so", "PCI");
        page.choose("#gp-co-quan", "Phòng Kinh tế");
        page.fill("#gp-han", "01/11");
        page.accessible();
        page.click_text("dialog .btn-primary", "Lưu giải pháp");
        page.sees_no("dialog[open]");
        page.sees(".measures tbody", "Đối thoại với doanh nghiệp mỗi quý");
        page.click_text(".measures a", "Đối thoại với doanh nghiệp mỗi quý một lần");
        page.choose("#gp-tinh-trang", "Đã hoàn thành");
        page.click_text("dialog .btn-primary", "Lưu giải pháp");
        page.sees(".measures", "Đã hoàn thành 20/11/2026");
    }
}

journey! {
    /// A set from a file: one that contradicts itself names its leaf, a sound one is taken in and used.
    fn takes_in_a_set(page) {
        page.open_example();
        page.go("#/chi-so/bo-chi-so");
        looks_right(page);
        let text = include_str!("../../../cchc-core/data/sets/766.json");
        let broken = page.scratch().join("bo-766.json");
        fs::write(&broken, text.replace("\"TDGQ\"", "\"CKMB\"")).expect("a file");
        page.upload("#tep-bo-chi-so", &broken);
        page.sees("[role=alert]", "CKMB");
        page.accessible();
        fs::write(&broken, text.replace("\"code\": \"766\"", "\"code\": \"cua-tinh\"")).expect("a file");
        page.upload("#tep-bo-chi-so", &broken);
        page.sees("h1", "Bộ chỉ số phục vụ người dân");
        looks_right(page);
        page.click_text(".page-head .btn", "Xuất tệp");
        assert!(fs::read_to_string(page.downloaded(".json")).is_ok_and(|json| json.contains("cua-tinh")));
    }
}

journey! {
    /// One's own office sees its own criteria first; the vice chairman reads and writes nothing.
    fn shows_each_person_their_own(page) {
        page.open_example();
        page.go("#/cai-dat");
        page.click_text("label", "Văn phòng HĐND và UBND xã");
        page.go("#/chi-so");
        page.sees("#h-cua-toi", "Tiêu chí của Văn phòng HĐND và UBND xã");
        page.accessible();
        page.go("#/cai-dat");
        page.click_text("label", "Lãnh đạo UBND chỉ xem");
        page.go("#/chi-so/cchc-xa?mo=1.1");
        page.sees_element(".details");
        page.sees_no(".leaf-form");
        page.sees_no(".btn-primary");
        looks_right(page);
    }
}
