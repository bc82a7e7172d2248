//! Files between offices: received in one go, looked at, taken in, taken back; conflicts settled; a part sent.

use std::fs;
use std::path::PathBuf;

use cchc_core::exchange::{Edit, PlanFile, RecordKey, read};
use cchc_core::id::OfficeId;
use cchc_core::record::Kind;
use cchc_tests::page::{Options, Page, Size};
use cchc_tests::{Browser, browser, continued, journey};
use serde_json::{Value, json};

const COUNT: &str = ".toolbar [role=status]";
const RECEIVED: &str = "#nhan-tep";
const FILES: &str = "table.files";
const BAR: &str = ".action-bar";
/// An activity of the illustrative year that two offices know.
const SHARED: &str = "a-2026-11-12-01";

/// What the page has, as a file of the person's own.
fn saved(page: &Page) -> PlanFile {
    page.go("#/trao-doi-tep");
    page.click_text(".page-head .btn", "Lưu tệp Ctrl S");
    let text = fs::read_to_string(page.downloaded(".cchc.json")).unwrap();
    read(&text).unwrap().file
}

fn set(id: &str, fields: Value) -> Edit {
    let Value::Object(fields) = fields else { unreachable!() };
    Edit::Set { record: RecordKey::new(Kind::Activities, id), fields }
}

/// Takes the files in, and waits until they are: before that a backup is made.
fn take_in(page: &Page) {
    page.click_text(&format!("{BAR} .btn"), "Nhận vào kế hoạch");
    page.sees(".snackbar", "Đã nhận");
}

/// Two activities that an office has logged at home.
fn two_of(office: &str) -> Vec<Edit> {
    let one = |n: u32| {
        let title = format!("Việc {n} ghi tại {office}");
        let fields = json!({"date": format!("2026-11-1{n}"), "office": office, "title": title, "counts": [{"unit": "tin-bai", "value": 1}]});
        set(&format!("{office}-{n}"), fields)
    };
    vec![one(1), one(2)]
}

fn written(page: &Page, name: &str, text: &str) -> PathBuf {
    let path = page.scratch().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn part(page: &Page, file: &PlanFile, office: &str) -> PathBuf {
    let office: OfficeId = office.parse().unwrap();
    written(
        page,
        &format!("xa-hoa-tham-2026-{office}-20261119-1630.cchc.json"),
        &file.part_of(&office).to_json(),
    )
}

/// Five offices' parts; two of them have changed one activity without knowing of each other.
fn five_parts(page: &Page, base: &PlanFile) -> Vec<PathBuf> {
    let focal = cchc_core::progress::focal_office(base).unwrap().id.clone();
    let offices: Vec<String> =
        base.offices.iter().filter(|office| office.id != focal).map(|office| office.id.to_string()).collect();
    assert_eq!(offices.len(), 5);
    let parts = offices.iter().map(|office| part(page, &continued(base, office, two_of(office)), office));
    parts.collect()
}

/// Two whole copies in which one activity reads differently.
fn two_in_conflict(page: &Page, base: &PlanFile) -> Vec<PathBuf> {
    let owner = base.activities.get_str(SHARED).unwrap().office.to_string();
    let other = base.offices.iter().find(|office| office.id.as_str() != owner).unwrap().id.to_string();
    let one = continued(base, &owner, vec![set(SHARED, json!({"reach": 32, "note": "87/BB-UBND"}))]);
    let two =
        continued(base, &other, vec![set(SHARED, json!({"reach": 36, "note": "kèm danh sách 36 người"}))]);
    vec![
        written(page, "ban-mot.cchc.json", &one.to_json()),
        written(page, "ban-hai.cchc.json", &two.to_json()),
    ]
}

journey! {
    /// Five offices' files in one go, with a broken and a foreign one among them: what is new is seen in one preview,
    /// nothing has changed before it is taken over, and all of it can be taken back and taken again.
    fn five_offices_in_one_go(page) {
        page.open_example();
        page.go("#/cai-dat");
        page.click_text("label", "Phòng Văn hóa - Xã hội cơ quan đầu mối");
        let base = saved(page);
        let mut files = five_parts(page, &base);
        let text = base.to_json();
        files.push(written(page, "cat-do.cchc.json", &text[..text.len() / 2]));
        let foreign = base.clone().with_id("xa-khac-2026".parse().unwrap());
        files.push(written(page, "xa-khac.cchc.json", &foreign.to_json()));

        let newer = text.replacen("\"version\": 1", "\"version\": 9", 1);
        files.push(written(page, "ban-moi-hon.cchc.json", &newer));

        page.upload_all(RECEIVED, &files);
        page.sees("#vua-nhan", "8 tệp vừa nhận");
        page.sees(FILES, "Phòng Kinh tế");
        page.sees(FILES, "Tệp bị cắt dở");
        page.sees(FILES, "Tệp thuộc kế hoạch khác");
        page.sees(FILES, "Tệp do bản phần mềm mới hơn ghi");
        page.sees(BAR, "10 mới.");
        page.sees(".groups", "Việc 2 ghi tại");
        page.sees(".sidebar", "8 tệp");
        for size in [Size::Phone, Size::Desktop] {
            page.resize(size);
            page.accessible();
            page.fits();
        }

        page.go("#/nhat-ky?thang=2026-11");
        page.reload();
        page.sees(COUNT, "trong 153 hoạt động");
        page.sees(".sidebar", "8 tệp");
        page.go("#/trao-doi-tep");
        page.sees(FILES, "Tệp bị cắt dở");
        take_in(page);
        page.sees(".snackbar", "Đã nhận 5 tệp: 10 mới");
        page.sees("[aria-labelledby='ai-gui']", "có tệp, chưa ghi nhận số liệu");
        page.sees_no("[aria-labelledby='ai-gui'] [data-state='missing']");
        page.sees("[aria-labelledby='lich-su-tep']", "Nhận của Phòng Kinh tế");
        page.saved();
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "trong 163 hoạt động");
        page.reload();
        page.sees(COUNT, "trong 163 hoạt động");
        page.sees_no(".sidebar a[href='#/trao-doi-tep'] .count");

        // After a reload the state before comes from its backup.
        page.press("Ctrl+z");
        page.sees(".snackbar", "Muốn nhận lại thì chọn lại các tệp");
        page.sees(COUNT, "trong 153 hoạt động");
        page.go("#/trao-doi-tep");
        page.upload_all(RECEIVED, &files);
        take_in(page);
        page.saved();
        page.go("#/nhat-ky?thang=2026-11");
        page.press("Ctrl+z");
        page.sees(".snackbar", "Đã hoàn tác: nhận tệp");
        page.sees(COUNT, "trong 153 hoạt động");
        page.go("#/trao-doi-tep");
        take_in(page);
        page.saved();
        page.reload();
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(COUNT, "trong 163 hoạt động");
        page.go("#/trao-doi-tep");
        page.sees("[aria-labelledby='lich-su-tep']", "2 mới");
        assert_eq!(page.count("[aria-labelledby='lich-su-tep'] li"), 5);
        page.accessible();
        page.fits();
    }
}

journey! {
    /// Two copies say different things about one activity: both are shown, one is chosen with one key each, before the
    /// files are taken in or after.
    fn a_conflict_is_settled_by_keyboard(page) {
        page.open_example();
        let base = saved(page);
        page.upload_all(RECEIVED, &two_in_conflict(page, &base));
        page.sees("#xung-dot", "Xung đột 1/1: hoạt động ngày 12/11/2026");
        page.sees(".pair", "(đang tạm dùng)");
        page.sees(BAR, "Còn 1 xung đột");
        take_in(page);
        page.sees(".snackbar", "Đã nhận 2 tệp: 1 thay đổi, 1 xung đột chờ chọn");
        // The keys act at once, without a click.
        page.press_each("1 2 Enter");
        page.sees("#xung-dot-het", "Không còn xung đột");
        page.press("Ctrl+z");
        page.saved();
        page.sees(".sidebar", "1 chờ");
        page.go("#/nhat-ky?thang=2026-11");
        page.sees(".log .undecided", "Xung đột");
        page.accessible();

        page.click(".log .undecided");
        page.sees("#cho-chon", "Xung đột chờ chọn");
        for size in [Size::Phone, Size::Desktop] {
            page.resize(size);
            page.accessible();
            page.fits();
        }
        page.click("[aria-labelledby='cho-chon'] .open");
        page.press_each("1 2");
        assert_eq!(page.count(".choice.picked"), 2);
        page.press("ArrowUp");
        page.press("2");
        page.press("Enter");
        page.sees_no(".pair");
        page.sees("#xung-dot-het", "Không còn xung đột");
        page.saved();
        let settled = saved(page);
        assert!(settled.conflicts().is_empty());
        let activity = settled.activities.get_str(SHARED).unwrap();
        assert_eq!((activity.reach, &*activity.note), (Some(36), "kèm danh sách 36 người"));

        page.press("Ctrl+z");
        page.sees("#xung-dot", "Xung đột 1/1");
        page.click("[aria-labelledby='cho-chon'] .open");
        page.press_each("1 1 Enter");
        page.sees_no(".pair");
        page.saved();
        page.reload();
        let settled = saved(page);
        let activity = settled.activities.get_str(SHARED).unwrap();
        assert!(settled.conflicts().is_empty() && activity.reach == Some(32) && activity.note == "87/BB-UBND");
    }
}

journey! {
    /// An activity deleted here and changed there lives on, and a person says whether it stays.
    fn what_outlived_its_deletion_is_asked(page) {
        page.open_example();
        let base = saved(page);
        let gone = continued(&base, "phong-vhxh", vec![Edit::Remove { record: RecordKey::new(Kind::Activities, SHARED) }]);
        let kept = continued(&base, "phong-kinh-te", vec![set(SHARED, json!({"reach": 36}))]);
        let files = [written(page, "xoa.cchc.json", &gone.to_json()), written(page, "sua.cchc.json", &kept.to_json())];
        page.upload_all(RECEIVED, &files);
        page.sees("#xung-dot", "Xung đột 1/1");
        page.sees(".pair", "Giữ lại");
        page.click_text(".pair label", "Xóa");
        page.press("Enter");
        page.sees(BAR, "1 xóa");
        take_in(page);
        page.saved();
        assert!(saved(page).activities.get_str(SHARED).is_none());
    }
}

journey! {
    /// Files dropped on the screen are received, not opened; those left out, or all of them, leave the plan as it was.
    fn dropped_files_are_received(page) {
        page.open_example();
        let base = saved(page);
        for office in ["mttq", "van-phong"] {
            let text = continued(&base, office, two_of(office)).part_of(&office.parse().unwrap()).to_json();
            drop_on(page, &[(office, &text)]);
        }
        page.sees("#vua-nhan", "2 tệp vừa nhận");
        page.sees(BAR, "4 mới.");
        page.click("table.files tbody tr:first-child .btn-link");
        page.sees("#vua-nhan", "1 tệp vừa nhận");
        page.click_text(&format!("{BAR} .btn"), "Bỏ, không nhận");
        page.sees(".snackbar", "Đã bỏ, kế hoạch không thay đổi");
        page.sees_no(FILES);
        drop_on(page, &[("hong", "{\"format\":\"cchc\"")]);
        page.sees(FILES, "Không nhận được");
        page.sees(BAR, "Không có tệp nào nhận được");
        assert_eq!(page.count(".groups, table.files tfoot, table.files .num"), 0, "nothing is counted");
        page.accessible();
        page.click_text(&format!("{BAR} .btn"), "Bỏ, không nhận");
        let text = continued(&base, "mttq", two_of("mttq")).to_json();
        page.go("#/nhat-ky?thang=2026-11");
        drop_on(page, &[("mot", &text), ("hai", &text)]);
        page.sees("#vua-nhan", "2 tệp vừa nhận");
        assert_eq!(saved(page).activities.len(), base.activities.len());
    }
}

/// Drops files on the page, as a file manager does.
fn drop_on(page: &Page, files: &[(&str, &str)]) {
    let script = "const data = new DataTransfer();
        for (const [name, text] of arguments[0]) data.items.add(new File([text], name + '.cchc.json'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));";
    page.js_with(script, vec![json!(files)]);
}

/// An office sends its part; it carries that alone; the focal office receives it, a fresh browser opens it as what it is.
fn part_sent(from: Browser, to: Browser) {
    let mut here = Page::open(from, "part-sent", Options::default());
    here.open_example();
    here.go("#/cai-dat");
    here.click_text("label", "Phòng Kinh tế");
    here.go("#/nhat-ky?thang=2026-11");
    here.choose("#ghi-co-quan", "Phòng Kinh tế");
    here.fill("#ghi-noi-dung", "Đối thoại với hợp tác xã");
    here.press("Enter");
    here.saved();
    here.go("#/trao-doi-tep");
    here.click_text(".page-head .btn", "Gửi tệp…");
    here.sees("#gui-tep", "Phần của Phòng Kinh tế");
    here.accessible();
    here.click_text("#gui-tep .btn", "Tải tệp xuống");
    let path = here.downloaded(".cchc.json");
    let name = path.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(name.starts_with("xa-hoa-tham-2026-phong-kinh-te-20261120-"), "{name}");
    let part = read(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(part.diagnostics, []);
    let office: OfficeId = "phong-kinh-te".parse().unwrap();
    assert!(part.file.activities.iter().all(|activity| activity.office == office));
    assert!(part.file.activities.iter().any(|activity| activity.title == "Đối thoại với hợp tác xã"));
    assert_eq!(part.file.part.as_ref().map(|part| part.offices.len()), Some(1));
    here.sees("[aria-labelledby='lich-su-tep']", "Gửi phần của Phòng Kinh tế");
    here.saved();
    here.no_complaints();

    let mut there = Page::open(to, "part-received", Options::default());
    there.open_example();
    there.go("#/trao-doi-tep");
    // Opened by mistake, it waits to be taken in.
    there.upload("#trao-doi-mo", &path);
    there.sees(FILES, "Phòng Kinh tế");
    there.sees(BAR, "1 mới.");
    take_in(&there);
    there.saved();
    there.sees("[aria-labelledby='lich-su-tep']", "Nhận của Phòng Kinh tế");
    there.sees("[aria-labelledby='lich-su-tep']", "1 mới · gửi lúc");
    assert_eq!(
        there.count("[aria-labelledby='lich-su-tep'] li"),
        1,
        "one passing, not a sending of one's own"
    );
    there.choose("#toi-la", "Phòng Văn hóa - Xã hội");
    there.sees_no("#toi-la");
    there.sees(".who", "Phòng VH-XH");
    there.go("#/nhat-ky?thang=2026-11");
    there.sees(COUNT, "trong 154 hoạt động");
    there.no_complaints();

    let mut alone = Page::open(to, "part-opened", Options::default());
    alone.upload("#mo-tep", &path);
    alone.sees(".notice", "Tệp một phần.");
    alone.accessible();
    // The whole makes it whole.
    let whole = written(&alone, "ca-ke-hoach.cchc.json", &saved(&there).to_json());
    alone.go("#/trao-doi-tep");
    alone.upload_all(RECEIVED, &[whole]);
    take_in(&alone);
    alone.saved();
    alone.until("the part is whole", || {
        !alone.texts(".notice").iter().any(|text| text.contains("Tệp một phần"))
    });
    alone.no_complaints();
}

#[test]
fn a_part_sent_from_chromium_to_firefox() {
    part_sent(Browser::Chromium, Browser::Firefox);
}

#[test]
fn a_part_sent_from_firefox_to_chromium() {
    part_sent(Browser::Firefox, Browser::Chromium);
}

/// For looking at: writes pictures of the screen in its states to `target/reception`.
#[test]
#[ignore = "writes target/reception"]
fn pictures() {
    let folder = browser::root().join("target").join("reception");
    let page = Page::open(Browser::Chromium, "reception", Options::default());
    let picture = |name: &str| {
        for size in [Size::Desktop, Size::Phone] {
            page.resize(size);
            page.picture(&folder.join(format!("{name}.{}.png", size.name())));
        }
        page.resize(Size::Desktop);
    };
    page.open_example();
    page.go("#/cai-dat");
    page.click_text("label", "Phòng Văn hóa - Xã hội cơ quan đầu mối");
    let base = saved(&page);
    picture("khong-co-tep");
    let mut files = five_parts(&page, &base);
    files.extend(two_in_conflict(&page, &base));
    let text = base.to_json();
    files.push(written(&page, "cat-do.cchc.json", &text[..text.len() / 2]));
    page.upload_all(RECEIVED, &files);
    page.sees("#xung-dot", "Xung đột");
    picture("xem-truoc");
    page.press("Escape");
    page.click(".groups .open");
    page.press_each("1 2");
    picture("dang-chon");
    page.js("document.querySelector('.groups').scrollIntoView()");
    picture("nhom");
    take_in(&page);
    page.saved();
    page.js("scrollTo(0, 0)");
    picture("da-nhan");
    page.click_text(".page-head .btn", "Gửi tệp…");
    picture("gui");
}

/// The browser once gives no answer when it is asked for the files that wait: those that are chosen then join them, and
/// take no place of theirs.
#[test]
fn files_that_could_not_be_read_once_are_joined_chromium() {
    let mut page = Page::open(Browser::Chromium, "unread_once", Options::default());
    page.open_example();
    let [one, two]: [PathBuf; 2] = {
        let base = saved(&page);
        let offices = ["phong-kinh-te", "van-phong"];
        offices.map(|office| part(&page, &continued(&base, office, two_of(office)), office))
    };
    page.upload(RECEIVED, &one);
    page.sees("#vua-nhan", "1 tệp vừa nhận");
    page.reload();
    page.sees("#vua-nhan", "1 tệp vừa nhận");
    page.before_each_page(
        "const get = IDBObjectStore.prototype.get;
        IDBObjectStore.prototype.get = function (key) {
            if (window.answered || !String(key).endsWith('beside/tep-cho')) return get.call(this, key);
            window.answered = true;
            throw new DOMException('no answer', 'UnknownError');
        };",
    );
    page.reload();
    page.sees("body", "Trình duyệt chưa đọc được các tệp chờ nhận");
    page.sees_no("#vua-nhan");
    page.upload(RECEIVED, &two);
    page.sees("#vua-nhan", "2 tệp vừa nhận");
    page.no_complaints();
}
