//! The harness hears what it promises to hear: a check that cannot fail proves nothing.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use cchc_tests::Browser;
use cchc_tests::page::{Options, Page};

const BAD: &str = r#"<!doctype html>
<html data-ready><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'"></head>
<body><table width="3000"><tr><td>rộng</table><input>
<script>
console.error("said aloud");
addEventListener("click", () => { throw new Error("tripped") });
</script>
<img src="https://example.invalid/x.png">
<a download="thu.json" href="data:application/json,{}">tải</a>
</body></html>"#;

fn hears(browser: Browser) {
    let mut page = Page::start(browser, "hears", Options::default());
    let file = page.scratch().join("bad.html");
    fs::write(&file, BAD).unwrap();
    page.goto(url::Url::from_file_path(&file).unwrap().as_str());
    page.click("input");
    let heard = page.complaints().join("\n");
    assert!(heard.contains("said aloud"), "console.error: {heard}");
    assert!(heard.contains("tripped"), "an exception: {heard}");
    assert!(heard.contains("example.invalid"), "the policy: {heard}");
    for (what, fails) in [
        ("fits", catch_unwind(AssertUnwindSafe(|| page.fits())).is_err()),
        ("accessible", catch_unwind(AssertUnwindSafe(|| page.accessible_here())).is_err()),
        ("no_complaints", catch_unwind(AssertUnwindSafe(|| page.no_complaints())).is_err()),
    ] {
        assert!(fails, "{what} found nothing");
    }
    page.click("a");
    assert_eq!(fs::read_to_string(page.downloaded(".json")).unwrap(), "{}");
}

#[test]
fn hears_chromium() {
    hears(Browser::Chromium);
}

#[test]
fn hears_firefox() {
    hears(Browser::Firefox);
}

/// What one journey left in its browser is not there in the next.
fn is_emptied(browser: Browser) {
    let told =
        "return JSON.stringify([localStorage.left, sessionStorage.left, history.length, document.cookie]);";
    let page = Page::open(browser, "leaves", Options::default());
    let before = page.js(told);
    page.open_example();
    page.kept();
    page.saved();
    page.js("localStorage.left = 'here'; sessionStorage.left = 'here'; console.error('left');");
    let left = page.scratch().join("left.txt");
    fs::write(&left, "here").unwrap();
    page.open_tab();
    let mut page = page.next_journey("finds");
    assert!(!left.exists());
    page.load();
    page.sees_element(".start-list");
    assert_eq!(page.js(told), before);
    page.no_complaints();
}

#[test]
fn is_emptied_chromium() {
    is_emptied(Browser::Chromium);
}

#[test]
fn is_emptied_firefox() {
    is_emptied(Browser::Firefox);
}
