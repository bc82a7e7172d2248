//! The page opens: in both browsers, on a fresh profile, from the disk.

use std::fs;

use cchc_tests::page::{Options, Page, Size};
use cchc_tests::{Browser, journey};

journey! {
    /// Ready, silent, accessible, on both screens and in both colours.
    fn opens(page) {
        for dark in [false, true] {
            page.machine_is_dark(dark);
            for size in [Size::Desktop, Size::Phone] {
                page.resize(size);
                page.accessible();
                page.fits();
            }
        }
    }
}

journey! {
    /// The phone's window from the start.
    fn opens_on_a_phone(page, Options::default().phone()) {
        page.sees_element("#app h1");
        page.fits();
    }
}

journey! {
    /// A browser that was ended the hard way opens the page again.
    fn opens_again_after_a_crash(page) {
        page.kill_and_reopen();
        page.sees_element("#app h1");
        page.close_and_reopen();
        page.sees_element("#app h1");
    }
}

/// A file that lost its end on the way, or one byte of it, says so in Vietnamese instead of showing nothing.
fn damaged(browser: Browser) {
    let page = Page::start(browser, "damaged", Options::default());
    let address = url::Url::parse(&page.address()).unwrap();
    let whole = fs::read(address.to_file_path().unwrap()).unwrap();
    let in_utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let program = in_utf16("id=\"wasm\">");
    let start = whole.windows(program.len()).position(|part| part == program).unwrap() + program.len();
    let end = whole.len() - in_utf16("</script>\n</body>\n</html>\n").len();
    let middle = start + (end - start) / 2;
    let mut changed = whole.clone();
    changed[middle] = if changed[middle] == b'A' { b'B' } else { b'A' };
    for (what, text, message) in [
        ("cut before the program", &whole[..start - 3000], "hoặc tệp cchc.html chép chưa đủ"),
        ("cut inside the program", &whole[..middle], "tệp cchc.html có thể bị thiếu khi chép"),
        // A sign is two bytes, and half of the last one may fill it up: without it the program would be whole.
        ("cut at the program's end", &whole[..end - 4], "tệp cchc.html có thể bị thiếu khi chép"),
        ("one byte changed", &changed, "tệp cchc.html có thể bị thiếu khi chép"),
    ] {
        let file = page.scratch().join("cchc.html");
        fs::write(&file, text).unwrap();
        page.goto(url::Url::from_file_path(&file).unwrap().as_str());
        page.until(what, || page.js("return document.body.innerText").as_str().unwrap().contains(message));
    }
}

#[test]
fn damaged_chromium() {
    damaged(Browser::Chromium);
}

#[test]
fn damaged_firefox() {
    damaged(Browser::Firefox);
}
