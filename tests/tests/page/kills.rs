//! The browser is ended with SIGKILL, with every process it has, while somebody writes as fast as the page lets them.
//! What the screen had called saved by then is there when the page opens again; and nothing is there by halves.
//!
//! A handful of kills in the ordinary test; `CCHC_KILLS=100` as many as that in each browser (`cargo xtask prove`).

use std::hash::{BuildHasher as _, Hasher as _};
use std::time::{Duration, Instant};

use cchc_tests::Browser;
use cchc_tests::page::{Options, Page};
use serde_json::json;

/// Activities of the illustrative year.
const AT_FIRST: usize = 153;
/// With more in one month the page is slower to write in than to kill: a new profile is begun.
const KILLS_OF_A_PROFILE: usize = 20;
/// Somebody who logs one activity after the other, each as soon as the screen says that the one before is saved.
const WRITER: &str = "
    const word = arguments[0];
    window.acknowledged = 0;
    const title = document.getElementById('ghi-noi-dung');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const is_saved = text =>
        document.querySelector('.log tbody .d-title')?.textContent === text
        && document.querySelector('.save').textContent.startsWith('Đã lưu');
    (async () => {
        for (let n = 1; ; n++) {
            const text = `${word} ${n}`;
            write.call(title, text);
            title.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise(then => setTimeout(then));
            title.form.requestSubmit();
            while (!is_saved(text)) await new Promise(then => setTimeout(then));
            window.acknowledged = n;
        }
    })();";

/// Up to so many milliseconds, at random.
fn random(below: u64) -> Duration {
    let number = std::collections::hash_map::RandomState::new().build_hasher().finish();
    Duration::from_millis(number % below)
}

fn killed(browser: Browser) {
    let kills = std::env::var("CCHC_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(3_usize);
    let (mut acknowledged, mut found) = (0, 0);
    for first in (0..kills).step_by(KILLS_OF_A_PROFILE) {
        let mut page = Page::open(browser, "killed", Options::default());
        page.open_example();
        page.go("#/cai-dat");
        page.click_text("label", "Phòng Kinh tế");
        let mut there = AT_FIRST;
        for kill in first..kills.min(first + KILLS_OF_A_PROFILE) {
            let word = format!("lần{kill:04}");
            let said = write_and_kill(&mut page, &word);
            let after = after_reopening(&mut page, &word, there);
            assert!(after >= said, "{browser:?}, kill {kill}: {said} were acknowledged, {after} are there");
            acknowledged += said;
            found += after;
            there += after;
        }
        page.no_complaints();
        let done = kills.min(first + KILLS_OF_A_PROFILE);
        eprintln!("{}: {done} kills, {acknowledged} acknowledged, {found} found", browser.name());
    }
    // For `cargo xtask prove`.
    for (name, count) in [("kills", kills), ("acknowledged", acknowledged), ("found", found)] {
        println!("{name} in {}\t{count}", browser.name());
    }
}

/// Writes, and kills at random; how many edits the screen had acknowledged when it was last looked at.
fn write_and_kill(page: &mut Page, word: &str) -> usize {
    page.go("#/nhat-ky?thang=2026-11");
    page.sees_element("#ghi-noi-dung");
    page.saved();
    page.js_with(WRITER, vec![json!(word)]);
    let (start, time) = (Instant::now(), random(1_200));
    let mut said = 0;
    while start.elapsed() < time {
        said = page.js("return window.acknowledged").as_u64().unwrap_or_default() as usize;
    }
    page.kill_at_once();
    said
}

/// How many edits of this round the reopened page has: all of them from the first on, and all from before.
fn after_reopening(page: &mut Page, word: &str, before: usize) -> usize {
    page.reopen();
    page.go(&format!("#/nhat-ky?thang=2026-11&tim={word}"));
    page.sees(".toolbar [role=status]", "hoạt động");
    let titles: Vec<String> = page.texts(".log tbody .d-title");
    let mut numbers: Vec<usize> =
        titles.iter().map(|title| title.rsplit_once(' ').unwrap().1.parse().unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=titles.len()).collect::<Vec<_>>(), "{word}: one after the other, none missing");
    let count = format!("{} trong {} hoạt động", titles.len(), grouped(before + titles.len()));
    page.sees(".toolbar [role=status]", &count);
    titles.len()
}

/// `1.234`.
fn grouped(count: usize) -> String {
    cchc_core::text::integer_vi(count as i64)
}

#[test]
fn killed_while_writing_chromium() {
    killed(Browser::Chromium);
}

#[test]
fn killed_while_writing_firefox() {
    killed(Browser::Firefox);
}
