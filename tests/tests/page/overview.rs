//! Tổng quan: from a count to its list, a reminder, a difficulty and its answer.

use cchc_tests::journey;
use cchc_tests::page::Size;

journey! {
    /// What a count says is what the list behind it holds.
    fn counts_lead_to_their_lists(page) {
        page.open_example();
        page.sees(".verdict", "1 trễ hạn");
        for (words, found) in [
            ("1 trễ hạn", "1 trong 32 nhiệm vụ, 1 việc"),
            ("5 sắp đến hạn", "5 trong 32 nhiệm vụ, 5 việc"),
            ("2 nhiệm vụ chưa có minh chứng", "2 trong 32 nhiệm vụ, 2 việc"),
            ("25/32 nhiệm vụ đúng tiến độ", "25 trong 32 nhiệm vụ"),
        ] {
            page.go("#/tong-quan");
            page.click_text(".verdict a", words);
            page.sees(".found", found);
            page.accessible();
        }
        page.go("#/tong-quan");
        page.click_text(".verdict a", "6 hoạt động chưa ghi minh chứng");
        page.sees_element("body[data-screen='nhat-ky']");
        page.go("#/tong-quan");
        page.click_text(".verdict a", "2 kiến nghị chờ");
        page.until("the list of difficulties has the focus", || {
            page.js("return document.activeElement.id") == "h-kien-nghi"
        });
    }
}

journey! {
    /// A row of the week leads to its duty, opened and in sight.
    fn leads_from_the_week_to_the_duty(page) {
        page.open_example();
        page.click_text(".due a", "Tin, bài phát sóng");
        page.sees_element(".details");
        page.until("the row is in sight and has the focus", || {
            page.js(
                "const row = document.activeElement, box = row.getBoundingClientRect();
                return row.id === 'nv-tin-bai-phat-song' && box.top > 0 && box.bottom < innerHeight;",
            ) == true
        });
    }
}

journey! {
    /// The text to an office: composed, edited, copied; the focus goes back to where it came from.
    fn writes_a_reminder(page) {
        page.open_example();
        page.click(".due tbody:nth-of-type(2) a.btn-link");
        page.sees("dialog h2", "Soạn nhắc việc: Văn phòng HĐND và UBND xã");
        let text = page.value("#nhac-viec-noi-dung");
        assert!(text.starts_with("DỮ LIỆU MINH HỌA. ") && text.contains("\n\nKính gửi: Văn phòng HĐND và UBND xã"), "{text}");
        page.accessible();
        page.resize(Size::Phone);
        page.accessible();
        page.fits();
        page.resize(Size::Desktop);
        page.type_into("#nhac-viec-noi-dung", " Xin cảm ơn.");
        page.click_text("dialog button", "Sao chép");
        page.sees(".snackbar", "Đã sao chép");
        assert!(page.value("#nhac-viec-noi-dung").ends_with("Xin cảm ơn."));
        page.press("Escape");
        page.sees_no("dialog[open]");
        page.until("the link has the focus again", || {
            page.js("return document.activeElement.classList.contains('btn-link')") == true
        });
    }
}

journey! {
    /// A difficulty is recorded, answered, and the answer taken back.
    fn records_a_difficulty_and_its_answer(page) {
        page.open_example();
        page.click_text(".section-head a", "Ghi kiến nghị");
        page.accessible();
        page.choose("#kn-co-quan", "Phòng Kinh tế");
        page.click_text("dialog button", "Ghi kiến nghị");
        page.sees("dialog .error", "Ghi khó khăn, vướng mắc");
        page.accessible();
        page.type_text("Thiếu máy chiếu <b>lưu động</b>");
        page.click_text("dialog button", "Ghi kiến nghị");
        page.sees_no("dialog[open]");
        page.sees(".verdict", "3 kiến nghị chờ");

        page.click_text(".list a", "Thiếu máy chiếu <b>lưu động</b>");
        page.fill("#kn-tra-loi", "Dùng máy của Hội trường xã");
        page.click_text("dialog button", "Lưu kiến nghị");
        page.sees("dialog .error", "Ghi ngày trả lời");
        page.type_text("hôm nay");
        page.click_text("dialog button", "Lưu kiến nghị");
        page.sees_no("dialog[open]");
        page.sees(".verdict", "2 kiến nghị chờ");
        page.saved();
        page.reload();
        page.sees(".answered summary", "Đã trả lời (5)");
        page.click(".answered summary");
        page.sees(".answered li", "Phòng Kinh tế, 20/11");
        page.accessible();

        page.go("#/kien-nghi?trang-thai=da-tra-loi");
        page.sees(".records tbody tr:first-child", "Trả lời: Dùng máy của Hội trường xã");
        page.choose("#loc-co-quan", "Phòng Kinh tế");
        page.click_text(".page-head a", "Văn bản tổng hợp");
        page.sees(".paper", "Thiếu máy chiếu <b>lưu động</b>");
        page.accessible();
        page.resize(Size::Phone);
        page.sees(".paper", "Thiếu máy chiếu <b>lưu động</b>");
        page.fits();
        page.click_text(".desk-bar button", "Xuất Word");
        page.downloaded("docx");
    }
}

journey! {
    /// An item of the budget is written, kept over a reload and taken away again; its papers are one press away.
    fn keeps_the_budget(page) {
        page.open_example();
        page.go("#/kinh-phi/moi");
        page.choose("#kp-co-quan", "Phòng Kinh tế");
        page.fill("#kp-du-toan", "1.5");
        page.click_text("dialog button", "Thêm khoản");
        page.sees("dialog .error", "Ghi nội dung chi");
        page.sees("dialog .error", "chưa rõ là số nào");
        page.accessible();
        let hidden = page.js("const d = document.querySelector('dialog'); return d.scrollHeight - d.clientHeight");
        assert!(hidden.as_f64().is_some_and(|hidden| hidden <= 1.0), "the dialog scrolls: {hidden}");
        page.choose("#kp-nhiem-vu", "24. Đối thoại, tháo gỡ khó khăn, vướng mắc cho doanh nghiệp, hợp tác xã, nhà đầu tư");
        page.fill("#kp-noi-dung", "Thuê <b>hội trường</b>");
        page.fill("#kp-du-toan", "1.500.000");
        page.click_text("dialog button", "Thêm khoản");
        page.sees_no("dialog[open]");
        page.sees(".records tfoot", "48.800.000");
        page.sees(".records", "Đối thoại doanh nghiệp");
        page.saved();
        page.reload();
        page.sees(".records tfoot", "48.800.000");
        page.click_text(".records a", "Thuê <b>hội trường</b>");
        page.click_text("dialog button", "Xóa khoản");
        page.sees(".records tfoot", "47.300.000");

        page.click_text(".page-head a", "Báo cáo thẩm định");
        page.sees(".paper", "Kết quả thẩm định");
        page.resize(Size::Phone);
        page.accessible();
        page.fits();
    }
}

journey! {
    /// One's own office stands first; the vice chairman sees no buttons to write with, and the reports first.
    fn shows_each_person_their_own_work(page) {
        page.open_example();
        page.go("#/cai-dat");
        page.click_text("#toi-la label, label", "Phòng Kinh tế");
        page.go("#/tong-quan");
        page.sees(".due tbody:first-of-type th", "Phòng Kinh tế");
        page.go("#/cai-dat");
        page.click_text("label", "Lãnh đạo UBND chỉ xem");
        page.go("#/tong-quan");
        page.sees(".columns h2", "Kỳ báo cáo");
        assert_eq!(page.texts(".columns h2")[..2], ["Kỳ báo cáo", "Việc tuần này"]);
        page.sees_no(".page-head .btn");
        page.accessible();
        page.resize(Size::Phone);
        page.accessible();
        page.fits();
    }
}

journey! {
    /// The coverage of the year is one press away, and its figures lead to the activities.
    fn shows_what_was_covered(page) {
        page.open_example();
        page.sees(".coverage thead", "Nội dung");
        page.click_text(".section-head .segmented a", "Cả năm");
        page.sees("section[aria-labelledby='h-do-phu'] .section-head p", "15/12/2025");
        page.accessible();
        page.click(".coverage tbody td a");
        page.sees_element("body[data-screen='nhat-ky']");
    }
}
