//! Nothing is lost: taken back and done again, found in the history, brought back from a backup; a storage that refuses,
//! breaks, is shared with strangers, or is not there at all.

use std::fs;

use cchc_tests::journey;
use cchc_tests::page::{Keeping, Options, Page};
use cchc_tests::{Browser, browser};
use serde_json::{Value, json};

const COUNT: &str = ".toolbar [role=status]";
const FIRST: &str = ".log tbody tr:first-child";
const NOTICE: &str = ".notice.stays";

/// From the example into November's log.
fn log(page: &Page) {
    page.open_example();
    page.go("#/nhat-ky?thang=2026-11");
    page.sees(COUNT, "16 trong 153 hoạt động");
}

fn write(page: &Page, title: &str) {
    page.choose("#ghi-co-quan", "Phòng Kinh tế");
    page.fill("#ghi-noi-dung", title);
    page.press("Enter");
    page.sees(".log .fresh", title);
}

journey! {
    /// Everything is taken back and done again, by keys and by the message at the foot, also after a reload.
    fn taken_back_and_done_again(page) {
        log(page);
        write(page, "Việc một");
        write(page, "Việc hai");
        page.press("Ctrl+z");
        page.sees(".snackbar", "Đã hoàn tác: Ghi hoạt động");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.click_text(".snackbar button", "Làm lại");
        page.sees(".snackbar", "Đã làm lại: Ghi hoạt động");
        page.sees(COUNT, "18 trong 155 hoạt động");
        page.press("Ctrl+z");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.saved();
        page.reload();
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.press("Ctrl+y");
        page.sees(COUNT, "18 trong 155 hoạt động");
        page.press("Ctrl+z");
        page.press("Ctrl+z");
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.press("Ctrl+Shift+z");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.press("Ctrl+z");
        page.press("Ctrl+z");
        page.sees(".snackbar", "Không còn gì để hoàn tác");
        page.press("?");
        page.sees("#phim-tat", "Làm lại");
    }
}

journey! {
    /// The history of a row, from what to what; a former state comes back, and so does what was deleted.
    fn history_and_what_was_deleted(page) {
        log(page);
        page.js("document.querySelector('.log tbody tr').focus()");
        page.press("Enter");
        page.fill("#sua-minh-chung", "999/UBND-VHXH");
        page.press("Enter");
        page.sees(FIRST, "999/UBND-VHXH");
        page.js("document.querySelector('.log tbody tr').focus()");
        page.press("Enter");
        page.click_text(".editing .btn", "Lịch sử");
        page.sees("#lich-su-ban-ghi del", "214/UBND-VHXH");
        page.sees("#lich-su-ban-ghi ins", "999/UBND-VHXH");
        page.accessible();
        page.press("Escape");
        page.sees_no("dialog");
        page.sees_element(".editing");
        page.click_text(".editing .btn", "Lịch sử");
        page.click_text("#lich-su-ban-ghi li:last-child .btn-link", "Khôi phục bản này");
        page.sees(FIRST, "214/UBND-VHXH");
        page.sees_no(".editing");

        page.js("document.querySelector('.log tbody tr').focus()");
        page.press("Space");
        page.press("Shift+ArrowDown");
        page.press("Delete");
        page.click_text("dialog .btn-danger", "Xóa 2 hoạt động");
        page.sees(COUNT, "14 trong 151 hoạt động");
        page.saved();
        page.reload();
        page.click_text(".page-head .btn", "Lịch sử");
        page.sees("h1", "Lịch sử thay đổi");
        page.sees(".journal tbody tr:first-child", "Xóa 2 hoạt động");
        page.accessible();
        page.fits();
        page.click(".journal tbody tr:first-child .open");
        page.sees("#lan-thay-doi", "Bỏ lần thay đổi này");
        page.accessible();
        page.press("Escape");
        page.click(".chips .chip");
        page.sees(COUNT, "2 mục đã xóa");
        page.accessible();
        page.click(".journal tbody tr:first-child .d-do .btn-link");
        page.sees(COUNT, "1 mục đã xóa");
        page.click(".chips .chip");
        page.fill("#lich-su-tim", "xoa 2 hoat dong");
        page.sees(COUNT, "1 trong 4 lần thay đổi");
        page.click(".journal tbody tr:first-child .open");
        page.click_text("#lan-thay-doi .actions .btn", "Bỏ lần thay đổi này");
        page.sees_no("dialog");
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.press("Ctrl+z");
        page.sees(COUNT, "15 trong 152 hoạt động");
    }
}

journey! {
    /// A backup comes back as a change, which is taken back like any other; or opens beside; or goes to the disk.
    fn a_backup_is_brought_back(page) {
        log(page);
        page.go("#/trao-doi-tep");
        page.click_text("[aria-labelledby=sao-luu] .btn-link", "Sao lưu ngay");
        page.sees(".backups li:first-child", "153 hoạt động");
        page.click_text("[aria-labelledby=sao-luu] .btn-link", "Sao lưu ngay");
        page.sees(".snackbar", "Không có thay đổi từ bản sao lưu gần nhất");
        page.go("#/nhat-ky?thang=2026-11");
        write(page, "Ghi sau bản sao lưu");
        page.js("document.querySelectorAll('.log tbody tr')[1].focus()");
        page.press("Delete");
        page.click("dialog .btn-danger");
        page.sees(COUNT, "16 trong 153 hoạt động");
        page.saved();
        page.reload();

        page.go("#/trao-doi-tep");
        page.sees(".backups li:last-child", "153 hoạt động");
        page.accessible();
        page.fits();
        page.click(".backups li:last-child button");
        page.sees("#khoi-phuc", "1 mục thêm lại, 1 mục bỏ đi");
        page.accessible();
        page.click_text("#khoi-phuc .btn", "Đưa kế hoạch về bản này");
        page.sees(".snackbar", "Đã khôi phục bản sao lưu");
        // Set aside before restoring, or already when the plan was opened: each state once.
        page.until("what stood there is set aside", || page.count(".backups li") == 2);
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "16 trong 153 hoạt động");
        assert!(!page.texts(".log tbody").join(" ").contains("Ghi sau bản sao lưu"));
        page.press("Ctrl+z");
        page.sees(".log tbody", "Ghi sau bản sao lưu");

        page.go("#/trao-doi-tep");
        page.click(".backups li:last-child button");
        page.click_text("#khoi-phuc .btn", "Mở riêng");
        page.sees("body[data-screen=tong-quan] h1", "Tổng quan");
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby=dang-giu]", "bản để bên cạnh");
        page.click_text(".backups li:last-child .btn-link", "Tải xuống");
        let file = page.downloaded(".cchc.json");
        let file: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        assert_eq!(file["records"]["activities"].as_array().map(Vec::len), Some(153));
    }
}

journey! {
    /// What the person's own file has not is told, in the plan's own bar and in Trao đổi tệp; saving it ends that.
    fn changes_that_no_file_has(page) {
        log(page);
        write(page, "Chưa có trong tệp");
        page.sees_no(".unfiled");
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby=tep-tren-dia]", "1 thay đổi chưa lưu ra tệp");
        page.press("Ctrl+s");
        let file = page.downloaded(".cchc.json");
        page.sees("[aria-labelledby=tep-tren-dia]", "Đủ mọi thay đổi");
        page.reload();
        page.sees("[aria-labelledby=tep-tren-dia]", "Đủ mọi thay đổi");
        page.sees("[aria-labelledby=tep-tren-dia]", file.file_name().unwrap().to_str().unwrap());

        page.go("#/mo-dau/tao-ke-hoach");
        page.fill("#tao-xa", "xã Tân Tiến");
        page.click_text("#tao-ke-hoach .btn", "Tạo kế hoạch");
        page.sees("body[data-screen=cai-dat] h1", "Cài đặt");
        page.go("#/nhat-ky");
        write(page, "Ghi ở xã của mình");
        page.sees(".topbar .unfiled", "chưa lưu ra tệp");
        page.accessible();
        page.fits();
    }
}

/// Lets every write of the database fail from now on, as when the disk is full.
const FULL: &str = "window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') };";
const ROOM: &str = "IDBObjectStore.prototype.put = window.put;";
/// Whether the page asks before it is left.
const ASKS: &str = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }));";

journey! {
    /// A refused write is said and stays said; what only the screen has goes into a file; with room again it is saved.
    fn a_full_storage(page) {
        log(page);
        page.saved();
        assert_eq!(page.js(ASKS), json!(false));
        page.js(FULL);
        write(page, "Ghi khi bộ nhớ đầy");
        page.sees(".save", "Chưa lưu được");
        page.sees(".banner", "Bộ nhớ của trình duyệt đã đầy. 1 thay đổi mới chỉ có trên màn hình này");
        assert_eq!(page.js(ASKS), json!(true));
        page.accessible();
        page.fits();
        page.click_text(".banner .btn", "Thử lại");
        write(page, "Ghi tiếp");
        page.sees(".banner", "2 thay đổi mới chỉ có trên màn hình này");
        page.click_text(".banner .btn", "Lưu tệp ngay");
        let file = fs::read_to_string(page.downloaded(".cchc.json")).unwrap();
        assert!(file.contains("Ghi khi bộ nhớ đầy") && file.contains("Ghi tiếp"));
        page.js(ROOM);
        page.click_text(".banner .btn", "Thử lại");
        page.sees_no(".banner");
        page.saved();
        assert_eq!(page.js(ASKS), json!(false));
        page.reload();
        page.sees(COUNT, "18 trong 155 hoạt động");
    }
}

journey! {
    /// "Lưu tệp" writes the real file where the browser hands one out; where it throws, the download takes over.
    fn the_real_file_or_a_download(page) {
        log(page);
        // To a driven browser the page offers downloads only: nobody could answer the system's dialogs.
        page.js("Object.defineProperty(navigator, 'webdriver', { value: false });
            window.showSaveFilePicker = async () => { throw new DOMException('policy', 'SecurityError') };");
        page.press("Ctrl+s");
        page.downloaded(".cchc.json");
        page.js("window.showSaveFilePicker = async options => ({
            name: options.suggestedName,
            createWritable: async () => {
                let text = '';
                return {
                    write: async bytes => { if (window.broken) throw new Error('disk'); text += new TextDecoder().decode(bytes) },
                    close: async () => { window.written = text },
                    abort: async () => {},
                };
            },
        });");
        let written = || page.js("return window.written || ''").as_str().unwrap_or_default().to_owned();
        write(page, "Vào tệp thật");
        page.press("Ctrl+s");
        page.sees(".snackbar", "Đã lưu vào tệp xa-hoa-tham-2026");
        assert!(written().contains("Vào tệp thật"));
        // Again, without being asked where.
        page.js("window.showSaveFilePicker = async () => { throw new Error('asked twice') };");
        write(page, "Ghi thêm");
        page.press("Ctrl+s");
        page.until("the file is written again", || written().contains("Ghi thêm"));
        page.js("window.broken = true");
        page.press("Ctrl+s");
        page.downloaded(".cchc.json");
    }
}

journey! {
    /// The page moved to another folder: where the browser ties data to the place, the first page says how to get
    /// them back; put back, everything is there.
    fn the_page_is_moved(page) {
        log(page);
        write(page, "Trước khi chuyển");
        page.saved();
        let moved = page.scratch().join("cchc.html");
        fs::copy(browser::root().join("dist").join("cchc.html"), &moved).unwrap();
        page.open_file(&moved);
        if page.browser() == Browser::Firefox {
            page.sees("#mo-dau", "Theo dõi kế hoạch");
            page.click_text("summary", "Trước đây đã có dữ liệu mà nay không thấy?");
            page.sees("details[open]", "đặt lại chỗ cũ, hoặc mở tệp .cchc.json đã lưu gần nhất");
            page.accessible();
            page.open_file(&browser::root().join("dist").join("cchc.html"));
        }
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "17 trong 154 hoạt động");
    }
}

/// Another page that lies beside ours and writes into the same storage, under our names, too.
const STRANGER: &str = "<!doctype html><script>
    localStorage.setItem('todo', 'mua giấy');
    localStorage.setItem('cchc/1/quick/mo', '<img src=x>');
    localStorage.setItem('cchc/1/quick/cai-dat', '{\"turn\":1e400}');
    localStorage.setItem('cchc/1/f/hoa-tham-2026/revision', 'không phải số');
    localStorage.setItem('cchc/1/f/../mirror', 'cchc 1 1 0 0\\n');
    const open = indexedDB.open('cchc', 1);
    open.onsuccess = () => {
        const transaction = open.result.transaction('kv', 'readwrite');
        const put = (value, key) => transaction.objectStore('kv').put(value, key);
        put(new Date(), 'todo');
        put({ la: 'vật thể' }, 'cchc/1/f/la/manifest');
        put('cchc 1 1 00000000 0\\n', 'cchc/1/f/la-2/manifest');
        put('x'.repeat(100000), 'cchc/1/f/la-3/part/dau/1-LA');
        put('{}', 'cchc/1/backup/hoa-tham-2026/LA/about');
        put(42, 'cchc/1/quarantine/la');
        transaction.oncomplete = () => document.documentElement.setAttribute('data-ready', '');
    };
</script>";

journey! {
    /// Another local page in the same storage: its keys stay as they are, hostile values under our names cost nothing.
    fn a_stranger_in_the_same_storage(page) {
        log(page);
        write(page, "Của mình");
        page.saved();
        // In Firefox only a page at the same place shares its storage: the stranger takes ours for a moment.
        let ours = page.scratch().join("cchc.html");
        fs::copy(browser::root().join("dist").join("cchc.html"), &ours).unwrap();
        page.open_file(&ours);
        if page.browser() == Browser::Firefox {
            log(page);
            write(page, "Của mình");
            page.saved();
        }
        fs::write(&ours, STRANGER).unwrap();
        page.open_file(&ours);
        fs::copy(browser::root().join("dist").join("cchc.html"), &ours).unwrap();
        page.open_file(&ours);
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "17 trong 154 hoạt động");
        write(page, "Ghi tiếp");
        page.saved();
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby=sao-luu]", "Bản sao lưu");
        page.reload();
        assert_eq!(page.js("return localStorage.getItem('todo')"), json!("mua giấy"));
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "18 trong 155 hoạt động");
    }
}

/// Cuts every value of the last saved month short, as a broken disk does.
const BREAK: &str = "const done = arguments[arguments.length - 1];
    const open = indexedDB.open('cchc', 1);
    open.onsuccess = () => {
        const store = open.result.transaction('kv', 'readwrite').objectStore('kv');
        const range = IDBKeyRange.bound('cchc/1/f/', 'cchc/1/f0');
        store.getAllKeys(range).onsuccess = event => {
            const keys = event.target.result.filter(key => key.includes('/part/thang-2026-11/'));
            const last = keys.sort((a, b) => a.split('/').pop().split('-')[0] - b.split('/').pop().split('-')[0]).pop();
            store.get(last).onsuccess = event => store.put(event.target.result.slice(0, -20), last);
        };
        store.transaction.oncomplete = () => { open.result.close(); done(true) };
    };";

journey! {
    /// A value that broke on the disk is set aside and told; the state before stands in; nothing takes its place.
    fn a_broken_value(page) {
        log(page);
        write(page, "Ghi trước");
        page.saved();
        write(page, "Ghi sau");
        page.saved();
        let broken = page.session().run(|client| async move { client.execute_async(BREAK, Vec::new()).await });
        assert_eq!(broken.unwrap(), json!(true));
        page.reload();
        page.sees(NOTICE, "không đọc được và đã được để riêng, không bị ghi đè");
        page.sees(COUNT, "17 trong 154 hoạt động");
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby=hong]", "Hoạt động tháng 11/2026");
        page.accessible();
        page.click_text("[aria-labelledby=hong] .btn-link", "Tải phần này");
        assert!(fs::read_to_string(page.downloaded(".txt")).unwrap().contains("Ghi sau"));
        page.go("#/nhat-ky?thang=2026-11");
        write(page, "Làm tiếp");
        page.saved();
        page.reload();
        page.sees(COUNT, "18 trong 155 hoạt động");

        // The database is gone: its mirror in localStorage, written a moment after the last change, stands in.
        write(page, "Vào bản dự phòng");
        page.saved();
        page.until("the mirror has it", || {
            page.js("return Object.values(localStorage).some(value => value.includes('Vào bản dự phòng'))") == json!(true)
        });
        let cleared = page.session().run(|client| async move { client.execute_async(CLEAR, Vec::new()).await });
        assert_eq!(cleared.unwrap(), json!(true));
        page.reload();
        page.sees(NOTICE, "Bản dự phòng đang mở");
        page.sees(COUNT, "19 trong 156 hoạt động");
        page.saved();
    }
}

/// Takes every value of the database away, as a browser does that cleans up; what localStorage has stays.
const CLEAR: &str = "const done = arguments[arguments.length - 1];
    const open = indexedDB.open('cchc', 1);
    open.onsuccess = () => {
        const transaction = open.result.transaction('kv', 'readwrite');
        transaction.objectStore('kv').clear();
        transaction.oncomplete = () => { open.result.close(); done(true) };
    };";

journey! {
    /// Two tabs write at once, turn by turn and without waiting: each has in the end what both wrote.
    fn two_tabs_at_once(page) {
        log(page);
        page.saved();
        let one = page.tab();
        let two = page.open_tab();
        page.go("#/nhat-ky?thang=2026-11");
        page.choose("#ghi-co-quan", "Phòng Kinh tế");
        page.switch_to(&one);
        page.choose("#ghi-co-quan", "Phòng Kinh tế");
        for round in 1..=4 {
            for (tab, name) in [(&one, "một"), (&two, "hai")] {
                page.switch_to(tab);
                page.fill("#ghi-noi-dung", &format!("Thẻ {name}, việc {round}"));
                page.press("Enter");
            }
        }
        for tab in [&one, &two] {
            page.switch_to(tab);
            page.sees(COUNT, "24 trong 161 hoạt động");
            page.saved();
        }
        page.reload();
        page.sees(COUNT, "24 trong 161 hoạt động");
        page.go("#/trao-doi-tep");
        assert_eq!(page.count("[aria-labelledby=dang-giu] li"), 1, "one plan, no copies beside it");
    }
}

journey! {
    /// A browser that keeps nothing: said at once and for as long as it is so; the work goes into a file.
    fn storage_is_switched_off(page, Options::default().keeping(Keeping::Forbidden)) {
        page.open_example();
        page.sees(".banner", "Trình duyệt không cho trang này lưu dữ liệu.");
        page.go("#/nhat-ky?thang=2026-11");
        write(page, "Không giữ được");
        page.sees(".save", "Chưa lưu được");
        page.accessible();
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby=sao-luu]", "Trình duyệt này không giữ được bản sao lưu");
        page.click_text(".banner .btn", "Lưu tệp ngay");
        assert!(fs::read_to_string(page.downloaded(".cchc.json")).unwrap().contains("Không giữ được"));
    }
}

journey! {
    /// A private window keeps data for as long as it is open.
    fn a_private_window(page, Options::default().keeping(Keeping::Private)) {
        log(page);
        write(page, "Trong cửa sổ riêng tư");
        page.saved();
        page.reload();
        page.sees(COUNT, "17 trong 154 hoạt động");
    }
}
