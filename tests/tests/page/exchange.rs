//! Trao đổi tệp: saved, carried to another browser, continued there; files that are none of ours; power cuts.

use std::fs;
use std::path::PathBuf;

use cchc_tests::page::{Options, Page};
use cchc_tests::{Browser, journey};
use serde_json::{Value, json};

const COUNT: &str = ".toolbar [role=status]";
const NOTICE: &str = ".notice.stays";
/// The question before a file of which not all could be read takes the place of the open plan.
const DOUBT: &str = "#mo-tep-hong";

fn log(page: &Page, title: &str) {
    page.go("#/nhat-ky?thang=2026-11");
    page.choose("#ghi-co-quan", "Phòng Kinh tế");
    page.fill("#ghi-noi-dung", title);
    page.press("Enter");
    page.sees(".log .fresh", title);
    page.saved();
}

fn save_file(page: &Page) -> PathBuf {
    page.go("#/trao-doi-tep");
    page.click_text(".page-head .btn", "Lưu tệp Ctrl S");
    let file = page.downloaded(".cchc.json");
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    assert!(name.starts_with("xa-hoa-tham-2026") && name.contains("20261120-"), "{name}");
    file
}

/// One's file, changed as text and written into the page's folder under another name.
fn changed(page: &Page, file: &PathBuf, name: &str, change: impl FnOnce(&mut Value)) -> PathBuf {
    let mut value: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    change(&mut value);
    written(page, name, value.to_string().as_bytes())
}

fn written(page: &Page, name: &str, bytes: &[u8]) -> PathBuf {
    let path = page.scratch().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// An activity is logged here, the file saved, opened in another browser with nothing in it, continued, and brought
/// back: nothing that either of them wrote is missing.
fn carried(from: Browser, to: Browser) {
    let mut here = Page::open(from, "carried", Options::default());
    here.open_example();
    log(&here, "Phiên chợ hỗ trợ nộp hồ sơ trực tuyến");
    let file = save_file(&here);

    let mut there = Page::open(to, "carried-on", Options::default());
    there.upload("#mo-tep", &file);
    there.sees(".snackbar", "Đã mở xa-hoa-tham-2026");
    there.go("#/nhat-ky?thang=2026-11");
    there.sees(COUNT, "17 trong 154 hoạt động");
    there.sees(".log", "Phiên chợ hỗ trợ nộp hồ sơ trực tuyến");
    log(&there, "Tổng kết phiên chợ");
    let file = save_file(&there);
    there.no_complaints();

    here.go("#/trao-doi-tep");
    here.upload("#trao-doi-mo", &file);
    here.sees(".snackbar", "Đã mở");
    here.go("#/nhat-ky?thang=2026-11");
    here.sees(COUNT, "18 trong 155 hoạt động");
    here.saved();
    here.reload();
    here.sees(COUNT, "18 trong 155 hoạt động");
    here.no_complaints();
}

#[test]
fn carried_from_chromium_to_firefox() {
    carried(Browser::Chromium, Browser::Firefox);
}

#[test]
fn carried_from_firefox_to_chromium() {
    carried(Browser::Firefox, Browser::Chromium);
}

journey! {
    /// What the screen called saved is there after a power cut, again and again; so is the person's office.
    fn nothing_saved_is_lost_in_a_power_cut(page) {
        page.open_example();
        page.go("#/cai-dat");
        page.click_text("label", "Phòng Kinh tế");
        for round in 1..=3 {
            log(page, &format!("Việc ghi trước khi mất điện lần {round}"));
            page.kill_and_reopen();
            page.sees(".who", "Phòng Kinh tế");
            page.go("#/nhat-ky?thang=2026-11");
            page.sees(COUNT, &format!("{} trong {} hoạt động", 16 + round, 153 + round));
        }
        page.close_and_reopen();
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "19 trong 156 hoạt động");
    }
}

journey! {
    /// Whatever is opened: a message with the place and the remedy, and what was open stays as it was.
    fn bad_files_cost_nothing(page) {
        page.open_example();
        log(page, "Hoạt động đang mở");
        let file = save_file(page);
        let noise: Vec<u8> = (0_u32..50 << 20).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 1).collect();
        let deep = "[".repeat(10_000) + &"]".repeat(10_000);
        let files = [
            (written(page, "trong.cchc.json", b""), "Tệp trống."),
            (written(page, "van-ban.txt", "Kính gửi: Sở Nội vụ".as_bytes()), "không đúng dạng JSON từ dòng 1, cột 1"),
            (written(page, "bao-cao.docx", b"PK\x03\x04\x14\x00\x06\x00"), "Chọn tệp có đuôi .cchc.json"),
            (written(page, "khac.json", "{\"ten\":\"khác\"}".as_bytes()), "không phải tệp kế hoạch CCHC"),
            (written(page, "sau.json", deep.as_bytes()), "Không mở được sau.json"),
            (written(page, "nhieu.json", &noise), "Không mở được nhieu.json"),
            (changed(page, &file, "sai.cchc.json", |file| file["plan"]["year"] = json!("hai nghìn")), "year"),
        ];
        for (path, message) in files {
            page.go("#/trao-doi-tep");
            page.upload("#trao-doi-mo", &path);
            page.sees(NOTICE, message);
            page.sees(NOTICE, "Kế hoạch đang mở không thay đổi.");
            page.accessible();
            page.click_text(&format!("{NOTICE} .btn-link"), "Đóng");
            page.sees_no(NOTICE);
        }
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.reload();
        page.sees(COUNT, "17 trong 154 hoạt động");
    }
}

journey! {
    /// On the first page, with nothing open, a file that is none says so too.
    fn a_bad_file_on_the_first_page(page) {
        page.upload("#mo-tep", &written(page, "van-ban.txt", "Kính gửi: Sở Nội vụ".as_bytes()));
        page.sees(NOTICE, "Không mở được van-ban.txt.");
        page.accessible();
        page.fits();
    }
}

journey! {
    /// A file that was cut on its way asks before it takes the place of the open plan; then it opens with what is left of
    /// it, and says so. One that was changed by hand opens whole, unasked.
    fn damaged_and_changed_files_open(page) {
        page.open_example();
        let file = save_file(page);
        let whole = fs::read(&file).unwrap();
        page.go("#/trao-doi-tep");
        page.upload("#trao-doi-mo", &changed(page, &file, "sua-tay.cchc.json", |file| file["plan"]["number"] = json!("9/KH")));
        page.sees(NOTICE, "tệp đã được sửa bên ngoài");
        log(page, "Ghi trước khi mở tệp hỏng");
        let cut = written(page, "cat.cchc.json", &whole[..whole.len() / 2]);
        page.go("#/trao-doi-tep");
        page.upload("#trao-doi-mo", &cut);
        page.sees(DOUBT, "Tệp bị cắt dở");
        page.sees(DOUBT, "kế hoạch đang mở có 154 hoạt động");
        page.accessible();
        page.fits();
        // The focus is on keeping.
        page.press("Enter");
        page.sees_no(DOUBT);
        page.sees(".snackbar", "Đã giữ kế hoạch đang mở, không mở cat.cchc.json");
        page.go("#/nhat-ky?thang=ca-nam");
        page.sees(COUNT, "154 hoạt động");
        page.go("#/trao-doi-tep");
        page.upload("#trao-doi-mo", &cut);
        page.sees(DOUBT, "Tệp bị cắt dở");
        page.press("Escape");
        page.sees_no(DOUBT);
        page.upload("#trao-doi-mo", &cut);
        page.click_text(&format!("{DOUBT} .btn"), "Mở phần đọc được");
        page.sees(NOTICE, "Tệp bị cắt dở");
        page.sees(NOTICE, "Xin lại tệp gốc từ nơi gửi");
        page.sees_no(DOUBT);
        page.accessible();
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby='de-rieng']", "1 đoạn hỏng");
        page.sees("[aria-labelledby=dang-giu]", "bản để bên cạnh");
        page.go("#/nhat-ky?thang=ca-nam");
        page.sees(COUNT, "hoạt động");
    }
}

journey! {
    /// With nothing open there is nothing to keep: a cut file opens at once, with its banner.
    fn a_cut_file_on_the_first_page_opens(page) {
        page.open_example();
        let whole = fs::read(save_file(page)).unwrap();
        let cut = written(page, "cat.cchc.json", &whole[..whole.len() / 2]);
        let mut there = Page::open(page.browser(), "cut-first", Options::default());
        there.upload("#mo-tep", &cut);
        there.sees(NOTICE, "Tệp bị cắt dở");
        there.sees_no(DOUBT);
        there.no_complaints();
    }
}

journey! {
    /// A file of a newer version is only looked at: a line says so on every screen, and nothing is offered for entry.
    fn a_newer_file_is_only_looked_at(page) {
        page.open_example();
        let file = save_file(page);
        let newer = changed(page, &file, "moi.cchc.json", |file| file["version"] = json!(99));
        page.go("#/trao-doi-tep");
        page.upload("#trao-doi-mo", &newer);
        page.sees(DOUBT, "Tệp thuộc phiên bản 99");
        page.click_text(&format!("{DOUBT} .btn"), "Mở phần đọc được");
        page.sees("[aria-label='Chỉ để xem']", "Chỉ để xem: tệp do bản phần mềm mới hơn ghi.");
        page.until("the page stands at its top", || page.js("return scrollY") == json!(0));
        page.accessible();
        page.go("#/nhat-ky?thang=ca-nam");
        page.sees(COUNT, "153 hoạt động");
        page.sees_no("#ghi-noi-dung");
        page.sees("[aria-label='Chỉ để xem']", "Tải bản mới của trang cchc.html");
        page.accessible();
        page.fits();
    }
}

journey! {
    /// Records with a fault are set aside, the rest goes in; what stood in them goes out again with the next save.
    fn broken_records_are_set_aside(page) {
        page.open_example();
        let file = save_file(page);
        let broken = changed(page, &file, "loi.cchc.json", |file| {
            let activities = file["records"]["activities"].as_array_mut().unwrap();
            activities[0]["date"] = json!("2026-02-30");
            activities[1]["office"] = json!("phong-khong-co");
            let twin = activities[2].clone();
            activities.push(twin);
        });
        page.go("#/trao-doi-tep");
        page.upload("#trao-doi-mo", &broken);
        page.sees(DOUBT, "Tệp có 3 chỗ không đọc được hoặc trỏ đến mục không có");
        page.click_text(&format!("{DOUBT} .btn"), "Mở phần đọc được");
        page.sees(NOTICE, "chỗ cần xem lại");
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby='can-xem-lai']", "“2026-02-30” không phải ngày có thật");
        page.sees("[aria-labelledby='can-xem-lai']", "rỏ đến cơ quan “phong-khong-co”, nhưng tệp không có");
        page.sees("[aria-labelledby='de-rieng']", "Bản ghi để riêng trong tệp");
        page.accessible();
        page.fits();
        let saved = fs::read_to_string(save_file(page)).unwrap();
        assert!(saved.contains("2026-02-30") && saved.contains("phong-khong-co"));
        page.go("#/nhat-ky?thang=ca-nam");
        page.sees(COUNT, "152 hoạt động");
    }
}

journey! {
    /// HTML in every text of a file is text on every screen; a link that is none of http stays words.
    fn html_in_a_file_is_text(page) {
        page.open_example();
        let file = save_file(page);
        let hostile = changed(page, &file, "html.cchc.json", |file| {
            taint(&mut file["plan"]);
            taint(&mut file["records"]);
            let activity = &mut file["records"]["activities"][0];
            activity["evidence"] = json!([{ "text": "javascript:window.hit=1" }]);
        });
        page.go("#/trao-doi-tep");
        page.upload("#trao-doi-mo", &hostile);
        page.until("the file is open", || page.js("return document.body.innerText").to_string().contains("<img"));
        for at in ["tong-quan", "ke-hoach", "nhiem-vu", "nhiem-vu/lich", "nhat-ky?thang=ca-nam", "bao-cao/bao-cao-quy:2026-Q2",
            "trao-doi-tep", "cai-dat"]
        {
            page.go(&format!("#/{at}"));
            page.sees_element("main h1");
            let found = "return [document.querySelectorAll('img, main script, iframe').length,
                document.querySelectorAll('a[href^=\"javascript\" i]').length, typeof window.hit];";
            assert_eq!(page.js(found), json!([0, 0, "undefined"]), "{at}");
        }
    }
}

/// The fields that hold words for people.
const WORDS: [&str; 12] = [
    "title",
    "name",
    "short_name",
    "note",
    "definition",
    "content",
    "answer",
    "commune",
    "issuer",
    "proposal",
    "why",
    "label",
];

/// Puts a piece of HTML behind every text that people read.
fn taint(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(taint),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if WORDS.contains(&name.as_str()) => {
                        text.push_str("<img src=x onerror=window.hit=1><script>window.hit=1</script>");
                    }
                    value => taint(value),
                }
            }
        }
        _ => {}
    }
}
