//! What `cargo xtask bench` measures in a browser: ours and the other's turn by turn, in one run of Chromium.
//!
//! Each prints lines of a name, a tab and a number (milliseconds, the median of the rounds).

#[path = "../../cchc-core/benches/scale/grown.rs"]
mod grown;

use std::fs;
use std::path::PathBuf;

use cchc_tests::Browser;
use cchc_tests::page::{Options, Page};
use serde_json::{Value, json};

const OPENINGS: usize = 15;
const ACTIVITIES: usize = 20_000;

/// Remembers when a page can be used: ours says so, the other shows its first tiddler; then a frame is drawn.
const USABLE: &str = "(() => {
    const usable = () => document.documentElement?.hasAttribute('data-ready')
        || document.querySelector('.tc-tiddler-frame');
    const seen = () => requestAnimationFrame(() => setTimeout(() => { window.usableAt = performance.now(); }));
    const observer = new MutationObserver(() => { if (usable()) { observer.disconnect(); seen(); } });
    observer.observe(document, { attributes: true, childList: true, subtree: true });
})();";

/// From the address to usable: ours with the illustrative year, TiddlyWiki's empty.html with nothing. Ours as it opens
/// every day, and as it opens for the first time, when the browser does not keep the program yet.
#[test]
#[ignore = "for cargo xtask bench"]
fn opening() {
    let page = Page::open(Browser::Chromium, "bench-opening", Options::default());
    page.open_example();
    page.sees(".save", "Đã lưu");
    page.before_each_page(USABLE);
    let other =
        PathBuf::from(std::env::var_os("CCHC_TIDDLYWIKI").expect("the path of TiddlyWiki's empty.html"));
    let theirs = url::Url::from_file_path(other).expect("an absolute path").to_string();
    let ours = page.address();
    let (mut our_times, mut first_times, mut their_times) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        page.js("indexedDB.deleteDatabase('cchc-program');");
        first_times.push(time_to_usable(&page, &ours));
        page.kept();
        our_times.push(time_to_usable(&page, &ours));
        their_times.push(time_to_usable(&page, &theirs));
    }
    println!("opening\t{:.1}", median(our_times));
    println!("opening first\t{:.1}", median(first_times));
    println!("opening TiddlyWiki\t{:.1}", median(their_times));
}

fn time_to_usable(page: &Page, address: &str) -> f64 {
    // A bare change of the fragment or the same address would not load anything.
    page.goto("about:blank");
    page.goto(address);
    let mut at = None;
    page.until("the page can be used", || {
        at = page.js("return window.usableAt;").as_f64();
        at.is_some()
    });
    at.expect("waited for")
}

/// From a key in the search field to the rows and sums in the document, over 20,000 activities; and the same in plain
/// JavaScript, as it does it best: over an array of texts that were folded before, and with rows whose html is ready to be
/// put in. What the browser lays out and draws afterwards is the same for both, and not counted.
#[test]
#[ignore = "for cargo xtask bench"]
fn search() {
    let page = Page::open(Browser::Chromium, "bench-search", Options::default());
    let file = page.scratch().join("lon.cchc.json");
    fs::write(&file, grown::grown(ACTIVITIES).to_json()).expect("a file");
    page.upload("input[type=file]", &file);
    page.sees_element("body:not([data-screen=mo-dau]) h1");
    page.go("#/nhat-ky?nam=ca-nam");
    page.sees("[role=status]", "20.0");
    let text: Value = serde_json::from_str(&fs::read_to_string(&file).expect("a file")).expect("JSON");
    let records = &text["records"];
    let activities = records["activities"].as_array().expect("a list");
    let texts: Vec<String> = activities.iter().map(|activity| all_text(activity, records)).collect();
    let result =
        page.session().run(|client| async move { client.execute_async(SEARCH, vec![json!(texts)]).await });
    let result = result.expect("both searched");
    assert_eq!(result["differ"], json!([]), "both find the same");
    println!("search\t{:.2}", number(&result["ours"]));
    println!("search in JavaScript\t{:.2}", number(&result["javascript"]));
}

/// A plan of forty pages in the text field, from the press of "Đọc văn bản" until it is read: what is drawn then is not
/// counted.
#[test]
#[ignore = "for cargo xtask bench"]
fn reading() {
    let page = Page::open(Browser::Chromium, "bench-reading", Options::default());
    let plan: Value =
        serde_json::from_str(include_str!("../../cchc-core/data/hoa-tham-2026.json")).expect("JSON");
    let passages = plan["records"]["passages"].as_array().expect("passages");
    let texts: Vec<&str> = passages.iter().filter_map(|passage| passage["text"].as_str()).collect();
    let once = texts.join("\n") + "\n";
    // A page of the form of Nghị định 30/2020/NĐ-CP holds some 2,400 letters.
    let text = once.repeat(40 * 2400 / once.chars().count() + 1);
    let mut times = Vec::new();
    for _ in 0..9 {
        page.go("#/mo-dau");
        page.go("#/mo-dau/tu-van-ban");
        page.sees_element("#dan-ke-hoach");
        let typed = vec![json!(text)];
        let time = page.session().run(|client| async move { client.execute(READING, typed).await });
        times.push(number(&time.expect("it was read")));
        page.sees(".reading h1", "Xem lại kế hoạch đã đọc");
    }
    println!("reading\t{:.1}", median(times));
}

const READING: &str = r"
    const field = document.querySelector('#dan-ke-hoach');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, arguments[0]);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return new Promise(resolve => setTimeout(() => {
        const start = performance.now();
        document.querySelector('form button[type=submit]').click();
        resolve(performance.now() - start);
    }, 50));
";

/// What a person can search in an activity: its own words and the names of what it points at.
fn all_text(activity: &Value, records: &Value) -> String {
    let evidence = activity["evidence"].as_array().into_iter().flatten().map(|evidence| &evidence["text"]);
    let own = ["title", "note", "audience"].iter().map(|field| &activity[field]).chain(evidence);
    let pointed_at = [("office", "offices"), ("duty", "duties"), ("channel", "channels")].into_iter();
    let pointed_at = pointed_at.filter_map(|(field, kind)| {
        records[kind].as_array()?.iter().find(|record| record["id"] == activity[field])
    });
    let names = pointed_at.flat_map(|record| [&record["name"], &record["short_name"]]);
    own.chain(names).filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
}

const SEARCH: &str = r"
    const [texts, done] = arguments;
    const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
    const folded = texts.map(fold);
    const input = document.querySelector('#nhat-ky-tim');
    const status = document.querySelector('.toolbar [role=status]');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const median = list => list.sort((a, b) => a - b)[list.length >> 1];
    // A key that leaves the count as it was cannot be seen, and does not count.
    const key = text => new Promise(resolve => {
        const end = time => { observer.disconnect(); clearTimeout(patience); resolve(time); };
        const observer = new MutationObserver(() => end(performance.now() - start));
        const patience = setTimeout(() => end(null), 500);
        observer.observe(status, { characterData: true, childList: true, subtree: true });
        write.call(input, text);
        const start = performance.now();
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    const table = document.querySelector('table.log');
    const another = document.createElement('table');
    another.className = table.className;
    const theirs = another.createTBody();
    table.after(another);
    const filter = text => {
        const rows = [...table.tBodies[0].rows].map(row => row.outerHTML);
        const start = performance.now();
        const words = fold(text).split(' ').filter(Boolean);
        const found = folded.filter(text => words.every(word => text.includes(word)));
        theirs.innerHTML = rows.slice(0, found.length + 2).join('');
        return [performance.now() - start, found.length];
    };
    (async () => {
        const ours = [], javascript = [];
        const differ = [];
        const typed = ['b', 'bá', 'báo', 'báo cáo', 'tuyên truyền', 'dịch vụ công', 'họp', 'Zalo', 'thủ tục 1', '19999'];
        for (let round = 0; round < 7; round++) {
            for (const text of typed) {
                const time = await key(text);
                const [inJavaScript, found] = filter(text);
                if (time === null) continue;
                ours.push(time);
                javascript.push(inJavaScript);
                const count = parseInt(status.innerText.replace(/\./g, ''), 10);
                if (count !== found) differ.push([text, count, found]);
                await new Promise(resolve => setTimeout(resolve, 5));
            }
        }
        done({ ours: median(ours), javascript: median(javascript), differ });
    })();
";

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("not a number: {value}"))
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
