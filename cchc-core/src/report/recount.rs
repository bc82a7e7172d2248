//! The figures of quý II, recounted with a pencil: from the bare JSON of the register, by string comparison, without
//! the types, the calendar or the adding up that the report itself uses.

use serde_json::Value;

use crate::document;
use crate::examples;
use crate::order;
use crate::report::{ReportSpec, compose, to_document};
use crate::text::{integer_vi, two_digits};

/// The activities from 15/3/2026 to 14/6/2026.
fn register() -> Vec<Value> {
    let data: Value =
        serde_json::from_str(include_str!("../../data/hoa-tham-2026-minh-hoa.json")).expect("JSON");
    let all = data["activities"].as_array().expect("a list").clone();
    let date = |one: &Value| one["date"].as_str().expect("a date").to_owned();
    all.into_iter().filter(|one| ("2026-03-15"..="2026-06-14").contains(&date(one).as_str())).collect()
}

/// What these activities count in a unit.
fn total<'a>(activities: impl IntoIterator<Item = &'a Value>, unit: &str) -> u64 {
    let counts = activities.into_iter().filter_map(|one| one["counts"].as_array()).flatten();
    counts.filter(|count| count["unit"] == unit).filter_map(|count| count["value"].as_u64()).sum()
}

/// How many different ones a field names; a list names each of its items.
fn different(activities: &[Value], field: &str) -> usize {
    let named = activities.iter().map(|one| &one[field]).filter(|value| !value.is_null());
    let texts = named.flat_map(|value| match value {
        Value::Array(items) => items.iter().map(ToString::to_string).collect(),
        one => vec![one.to_string()],
    });
    order::set(texts).len()
}

#[test]
fn quarter_2_says_what_the_register_holds() {
    let file = examples::get("hoa-tham-2026-minh-hoa").expect("a built-in plan");
    let spec = ReportSpec::of_period(&file, "2026-Q2".parse().expect("a period"));
    let report = compose(&file, &spec, "2026-06-16".parse().expect("a day"));
    let text = document::text::text(&to_document(&report)).replace('\u{a0}', " ");
    let says = |words: String| assert!(text.contains(&words), "not in the report: {words}");

    let all = register();
    let of = |field: &'static str, value: &'static str| all.iter().filter(move |one| one[field] == value);
    let proved = all.iter().filter(|one| one["evidence"].as_array().is_some_and(|list| !list.is_empty()));
    let (count, proved) = (two_digits(all.len() as u64), two_digits(proved.count() as u64));
    let offices = two_digits(different(&all, "office") as u64);
    says(format!(
        "{offices}/06 cơ quan, đơn vị đã thực hiện {count} hoạt động thông tin, tuyên truyền CCHC, trong đó {proved} hoạt \
         động có minh chứng."
    ));
    for (field, before, unit) in [
        ("reach", "Số lượt tiếp cận ghi nhận được là ", ""),
        ("cost", "Chi phí ghi theo từng hoạt động trong kỳ là ", " đồng"),
    ] {
        let known: Vec<u64> = all.iter().filter_map(|one| one[field].as_u64()).collect();
        let (sum, known) = (integer_vi(known.iter().sum::<u64>() as i64), two_digits(known.len() as u64));
        let of = if field == "reach" {
            format!("ở {known} hoạt động")
        } else {
            format!("{known} hoạt động")
        };
        says(format!("{before}{sum}{unit} ({of}"));
    }
    says(format!("đã tuyên truyền đủ {}/11 nội dung", different(&all, "topics")));
    says(format!("Đã sử dụng {}/27 hình thức, kênh", different(&all, "channel")));

    // By channel.
    for (channel, unit, written) in [
        ("truyen-thanh", "luot-phat", "Hệ thống truyền thanh cơ sở (N lượt phát"),
        ("trang-ttdt", "tin-bai", "Trang thông tin điện tử của xã (N tin, bài"),
        ("hop-thon", "cuoc", "Cuộc họp thôn (N cuộc"),
        ("niem-yet-ttpvhcc", "thu-tuc", "tại Trung tâm Phục vụ hành chính công xã (N thủ tục)"),
        ("facebook", "bai-mxh", "Facebook (N bài đăng)"),
        ("zalo", "bai-mxh", "Zalo (N bài đăng)"),
    ] {
        says(written.replace('N', &two_digits(total(of("channel", channel), unit))));
    }

    // By office: the rows of the table, and the row that adds them up.
    let units = ["tin-bai", "luot-phat", "hoi-nghi", "bai-mxh", "van-ban", "luot-nguoi"];
    for (row, office, name) in [
        ("1", "phong-vhxh", "Phòng Văn hóa - Xã hội"),
        ("2", "van-phong", "Văn phòng HĐND và UBND xã"),
        ("3", "tt-phuc-vu-hcc", "Trung tâm Phục vụ hành chính công"),
        ("4", "phong-kinh-te", "Phòng Kinh tế"),
        ("5", "tt-dv-cong-ich", "Trung tâm Dịch vụ công ích"),
        ("6", "mttq", "Ủy ban MTTQ Việt Nam và các tổ chức CT - XH xã"),
    ] {
        let mut cells = vec![row.to_owned(), name.to_owned(), of("office", office).count().to_string()];
        cells.extend(units.iter().map(|unit| total(of("office", office), unit).to_string()));
        says(cells.join(" | "));
    }
    let sums: Vec<String> = units.iter().map(|unit| total(&all, unit).to_string()).collect();
    says(format!("Tổng | {} | {}", all.len(), sums.join(" | ")));

    // By topic.
    let carried = all.iter().filter(|one| {
        one["topics"]
            .as_array()
            .is_some_and(|list| list.iter().any(|topic| topic == "dich-vu-cong-truc-tuyen"))
    });
    says(format!(
        "không phụ thuộc vào địa giới hành chính ({} hoạt động)",
        two_digits(carried.count() as u64)
    ));

    // What a person counted in the register, once: so that both sides cannot be wrong in the same way.
    assert_eq!((all.len(), proved.as_str()), (55, "54"));
    assert_eq!(units.map(|unit| total(&all, unit)), [9, 21, 5, 13, 17, 814]);
    assert_eq!(total(of("channel", "hop-thon"), "luot-nguoi"), 488);
}
