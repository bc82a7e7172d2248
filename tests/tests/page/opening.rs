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

/// Puts other bytes in the place of the program that the browser keeps.
const FORGE: &str = "const done = arguments[arguments.length - 1];
    indexedDB.open('cchc-program').onsuccess = event => {
        const forging = event.target.result.transaction('unpacked', 'readwrite');
        // A page that is left before its write is complete takes the write with it.
        forging.oncomplete = () => done();
        forging.objectStore('unpacked').openCursor().onsuccess = event => {
            const bytes = new Uint8Array(event.target.result.value);
            bytes[bytes.length - 1] ^= 1;
            event.target.result.update(bytes.buffer);
        };
        event.target.result.close();
    };";

/// Opened another time the page takes the program that the browser keeps unpacked, and never one that is not the same
/// to the last byte.
fn kept(browser: Browser) {
    let page = Page::start(browser, "kept", Options::default());
    let address = url::Url::parse(&page.address()).unwrap();
    let whole = fs::read(address.to_file_path().unwrap()).unwrap();
    let file = page.scratch().join("cchc.html");
    let address = url::Url::from_file_path(&file).unwrap();
    fs::write(&file, &whole).unwrap();
    page.goto(address.as_str());
    page.ready();
    page.kept();
    // What is kept is seen to be taken where the page's own program cannot be.
    let mut changed = whole;
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(&file, &changed).unwrap();
    page.goto(address.as_str());
    page.ready();
    page.sees_element("#app h1");
    page.session().run(|client| async move { client.execute_async(FORGE, Vec::new()).await }).unwrap();
    page.goto(address.as_str());
    page.until("the page says that it is damaged", || {
        page.js("return document.body.innerText").as_str().unwrap().contains("có thể bị thiếu khi chép")
    });
}

#[test]
fn kept_chromium() {
    kept(Browser::Chromium);
}

#[test]
fn kept_firefox() {
    kept(Browser::Firefox);
}

#[test]
fn damaged_chromium() {
    damaged(Browser::Chromium);
}

#[test]
fn damaged_firefox() {
    damaged(Browser::Firefox);
}
