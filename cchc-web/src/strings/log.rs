//! Nhật ký.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::calendar::Period;
use cchc_core::register::Evidence;
use cchc_core::text::{
    capitalized, count_in_words, date_short, date_vi, glue, integer_vi, join_vi, unbroken,
};
use chrono::NaiveDate;

// The form.
pub const ENTRY: &str = "Ghi hoạt động";
pub const DATE: &str = "Ngày";
pub const OFFICE: &str = "Cơ quan";
pub const DUTY: &str = "Nhiệm vụ";
pub const CHANNEL: &str = "Kênh";
pub const TITLE: &str = "Nội dung";
pub const COUNT: &str = "Số lượng";
pub const UNIT: &str = "Đơn vị";
pub const EVIDENCE: &str = "Minh chứng";
pub const TITLE_PLACEHOLDER: &str = "Tên tin, bài, cuộc họp, văn bản…";
pub const EVIDENCE_PLACEHOLDER: &str = "Số văn bản hoặc https://";
pub const CHOOSE: &str = "Chọn";
pub const NO_DUTY: &str = "Ngoài kế hoạch";
pub const NO_CHANNEL: &str = "Không qua kênh";
pub const NO_UNIT: &str = "–";
pub const WRITE: &str = "Ghi";
pub const SAVE: &str = "Lưu";
pub const CANCEL: &str = "Bỏ sửa";
pub const UNSAVED: &str = "Chỗ vừa sửa chưa lưu. Bấm “Lưu” để giữ, “Bỏ sửa” để bỏ, hoặc viết tiếp.";
pub const COPY_FIELD: &str = "chép ô của dòng trước";
pub const WRITE_CLOSE: &str = "ghi và về bảng";
pub const KEPT: &str = "Ngày, cơ quan, nhiệm vụ, kênh, đơn vị được giữ cho lần ghi sau";

pub const DETAILS: &str = "Thêm chi tiết";
pub const TOPICS: &str = "Nội dung tuyên truyền";

/// "Nhiệm vụ này là của Văn phòng": it may be asked, or take part, and lead nothing.
pub fn duty_of(office: &str) -> String {
    format!("Nhiệm vụ này là của {office}")
}

/// "Nhiệm vụ này là của Văn phòng; 3 hoạt động đã chọn là của cơ quan khác."
pub fn duty_of_another(office: &str, activities: usize) -> String {
    format!("{}; {activities} hoạt động đã chọn là của cơ quan khác.", duty_of(office))
}

/// "Nội dung tuyên truyền: cải cách thể chế; dịch vụ công trực tuyến".
pub fn proposed_topics(names: &[String]) -> String {
    format!("{TOPICS}: {}", names.join("; "))
}

pub const AUDIENCE: &str = "Đối tượng";
pub const LANGUAGE: &str = "Ngôn ngữ";
pub const LANGUAGE_HINT: &str = "Để trống nếu là tiếng Việt";
pub const REACH: &str = "Lượt tiếp cận";
pub const REACH_HINT: &str = "Để trống khi không biết";
pub const COST: &str = "Kinh phí (đồng)";
pub const COST_SHORT: &str = "Kinh phí";
pub const NOTE: &str = "Ghi chú";
pub const MORE_COUNTS: &str = "Thêm số đếm";
pub const MORE_EVIDENCE: &str = "Thêm minh chứng";

/// The label of a further count, from the second on.
pub fn count_label(number: usize) -> String {
    format!("Số lượng {number}")
}

pub fn unit_label(number: usize) -> String {
    format!("Đơn vị {number}")
}

pub fn evidence_label(number: usize) -> String {
    format!("Minh chứng {number}")
}

// What is wrong in the form, and what to do.
pub const DATE_MISSING: &str = "Chưa ghi ngày. Ghi như 20/11 hoặc 20/11/2026";
pub const OFFICE_MISSING: &str = "Chọn cơ quan thực hiện";
pub const TITLE_MISSING: &str = "Ghi tên tin, bài, cuộc họp hoặc văn bản";
pub const COUNT_ZERO: &str = "Ghi từ 1 trở lên, hoặc để trống khi không đếm";
pub const UNIT_MISSING: &str = "Chọn đơn vị tính";
pub const UNIT_TWICE: &str = "Đơn vị này đã có ở trên. Cộng lại thành một số";

pub fn not_whole(typed: &str) -> String {
    format!("“{typed}” không phải là số nguyên. Ghi bằng chữ số, như 2 hoặc 1.250.000")
}

pub fn not_a_link(address: &str) -> &'static str {
    if Evidence::new(address).form().lacks_scheme() {
        "Ghi đủ https:// ở đầu liên kết"
    } else {
        "Liên kết chỉ mở được khi bắt đầu bằng https:// hoặc http://. Ghi lại liên kết, hoặc ghi số văn bản"
    }
}

// What is asked and said around saving.
pub const EDIT: &str = "Sửa hoạt động";
pub const WRITE_ANYWAY: &str = "Vẫn ghi";
pub const SAVE_ANYWAY: &str = "Vẫn lưu";
pub const DUPLICATE: &str = "Cùng ngày, cùng cơ quan đã có hoạt động với nội dung này.";
pub const SEE_DUPLICATE: &str = "Xem dòng đã có";
pub const LABEL_WRITE: &str = "Ghi hoạt động";
pub const LABEL_EDIT: &str = "Sửa hoạt động";
pub const EDITED: &str = "Đã lưu hoạt động";

pub fn future(date: NaiveDate) -> String {
    format!("Ngày {} ở sau hôm nay: hoạt động được coi là dự kiến, chưa tính vào tiến độ.", date_vi(date))
}

pub fn other_year(date: NaiveDate, year: i32) -> String {
    format!("Ngày {} không thuộc năm kế hoạch {year}: hoạt động không tính vào kỳ nào.", date_vi(date))
}

pub fn written(date: NaiveDate) -> String {
    format!("Đã ghi hoạt động ngày {}", date_short(date))
}

pub fn written_outside(date: NaiveDate) -> String {
    format!("Đã ghi hoạt động ngày {}, không hiện trong bảng vì bộ lọc đang bật", date_short(date))
}

/// "Thêm chi tiết", with what stands behind it: so many topics, the labels of what is filled in, further counts and
/// evidence.
pub fn details(topics: usize, filled: &[&str], counts: usize, evidence: usize) -> String {
    let mut behind: Vec<String> = Vec::new();
    let mut say = |count: usize, least: usize, what: &str| {
        if count >= least {
            behind.push(format!("{count} {what}"));
        }
    };
    say(topics, 1, "nội dung");
    say(counts, 2, "số đếm");
    say(evidence, 2, "minh chứng");
    behind.extend(filled.iter().map(|label| label.to_lowercase()));
    if behind.is_empty() { DETAILS.to_owned() } else { format!("{DETAILS} ({})", behind.join(", ")) }
}

// The table.
pub const CAPTION: &str = "Hoạt động đã ghi";
pub const PICK_ALL: &str = "Chọn tất cả";
pub const LACKING: &str = "Thiếu";
pub const PLANNED: &str = "Dự kiến";

pub fn pick(title: &str) -> String {
    format!("Chọn: {title}")
}

pub fn link_of(day: &str) -> String {
    format!("Liên kết {day}")
}

/// "3 tin, bài · 10 lượt phát".
pub fn counts<N: AsRef<str>>(counts: impl Iterator<Item = (u64, N)>) -> String {
    let one = |(value, unit): (u64, N)| {
        glue(&format!("{} {}", integer_vi(value.try_into().unwrap_or(i64::MAX)), unit.as_ref()))
    };
    counts.map(one).collect::<Vec<_>>().join(" · ")
}

pub fn activities(count: usize) -> String {
    format!("{} hoạt động", integer_vi(count as i64))
}

pub fn lacking(count: usize) -> String {
    format!("{} thiếu minh chứng", integer_vi(count as i64))
}

pub fn shown_of(shown: usize, all: usize) -> String {
    if shown == all {
        activities(all)
    } else {
        format!("{} trong {}", integer_vi(shown as i64), activities(all))
    }
}

// The filters.
pub const FILTERS: &str = "Lọc nhật ký";
pub const FILTER_CHIPS: &str = "Bộ lọc";
pub const SEARCH: &str = "Tìm trong nhật ký";
pub const SEARCH_HINT: &str = "Tìm, không cần dấu";
pub const MONTH: &str = "Tháng";
pub const BY_MONTH: &str = "Lọc theo thời gian";
pub const BY_OFFICE: &str = "Lọc theo cơ quan";
pub const BY_DUTY: &str = "Lọc theo nhiệm vụ";
pub const BY_CHANNEL: &str = "Lọc theo kênh";
pub const MONTHS: &str = "Theo tháng";
pub const WINDOWS: &str = "Theo kỳ báo cáo";
pub const UNNAMED_DUTY: &str = "Không gắn nhiệm vụ";
pub const UNNAMED_CHANNEL: &str = "Không gắn kênh";
pub const UNNAMED_TOPIC: &str = "Không gắn nội dung";

pub fn month_of(month: u32, year: i32) -> String {
    format!("Tháng {month}/{year}")
}

pub fn only_lacking(count: usize) -> String {
    format!("Thiếu minh chứng · {}", integer_vi(count as i64))
}

pub fn duty_chip(number: u32, name: &str) -> String {
    format!("Nhiệm vụ {number}: {name}")
}

pub fn topic_chip(name: &str) -> String {
    format!("Nội dung: {name}")
}

/// "Chứng minh 1.4 Số tin, bài": a chip.
pub fn proving_chip(criterion: &str) -> String {
    format!("Chứng minh {criterion}")
}

pub fn unit_chip(name: &str) -> String {
    format!("Đơn vị: {name}")
}

// Nothing to show.
pub const EMPTY: &str = "Chưa ghi hoạt động nào";
pub const EMPTY_HINT: &str = "Mỗi việc đã làm là một dòng: ngày, cơ quan, nội dung, số lượng và minh chứng.";
pub const WHOLE_YEAR: &str = "Tìm trong cả năm";
pub const SHOW_YEAR: &str = "Xem cả năm";
pub const LOOSEN: &str = "Bỏ mọi bộ lọc";

/// "Không có hoạt động nào khớp “hội thi” trong tháng 11/2026".
pub fn no_hits(searched: &str, days: Option<&str>) -> String {
    let searched = searched.trim();
    match (searched.is_empty(), days) {
        (true, None) => "Không có hoạt động nào khớp bộ lọc".to_owned(),
        (true, Some(days)) => format!("Không có hoạt động nào khớp bộ lọc trong {days}"),
        (false, None) => format!("Không có hoạt động nào khớp “{searched}”"),
        (false, Some(days)) => format!("Không có hoạt động nào khớp “{searched}” trong {days}"),
    }
}

pub fn loosen_hint(in_year: usize, searched: bool) -> String {
    match (in_year, searched) {
        (0, _) => "Bỏ bớt bộ lọc hoặc ghi hoạt động mới.".to_owned(),
        (count, true) => {
            format!(
                "Cả năm có {} hoạt động khớp. Bỏ bớt bộ lọc hoặc ghi hoạt động mới.",
                integer_vi(count as i64)
            )
        }
        (count, false) => {
            format!("Cả năm có {} hoạt động. Bỏ bớt bộ lọc hoặc ghi hoạt động mới.", integer_vi(count as i64))
        }
    }
}

// What is ticked, and what is done to it.
pub const REMOVE_MORE: &str = "Xóa…";
pub const UNPICK: &str = "Bỏ chọn";
pub const BULK_DUTY: &str = "Đổi nhiệm vụ";
pub const BULK_EVIDENCE: &str = "Thêm minh chứng";
pub const EVIDENCE_MISSING: &str = "Ghi số văn bản hoặc liên kết";
pub const KEEP: &str = "Giữ lại";
pub const UNDO_UNTIL: &str = "Hoàn tác được cho đến khi đóng trang.";

pub fn picked(count: usize) -> String {
    format!("Đã chọn {}", activities(count))
}

pub fn bulk_duty(count: usize) -> String {
    format!("Đổi nhiệm vụ của {}", activities(count))
}

pub fn bulk_evidence(count: usize) -> String {
    format!("Thêm minh chứng cho {}", activities(count))
}

pub fn bulk_done(count: usize) -> String {
    format!("Đã sửa {}", activities(count))
}

pub fn remove(count: usize) -> String {
    format!("Xóa {}", activities(count))
}

pub fn removed(count: usize) -> String {
    format!("Đã xóa {}", activities(count))
}

pub fn remove_question(count: usize) -> String {
    format!("{}?", remove(count))
}

/// What a report period loses: "Hai hoạt động ngày 18/11 và 10/11 nằm trong kỳ quý IV. Số liệu của dự thảo báo cáo
/// quý IV sẽ đổi từ 18 còn 11 lượt phát."
pub fn loss<N: AsRef<str>>(
    period: Period,
    activities: usize,
    days: &[NaiveDate],
    sums: impl Iterator<Item = (N, u64, u64)>,
    submitted: bool,
) -> String {
    let how_many = match u32::try_from(activities).ok().and_then(count_in_words) {
        Some(words) => capitalized(&words),
        None => integer_vi(activities as i64),
    };
    let on = match days {
        [] => String::new(),
        [first, .., last] if days.len() > 4 => {
            format!(" từ {} đến {}", date_short(*first), date_short(*last))
        }
        some => format!(" ngày {}", join_vi(some.iter().map(|day| date_short(*day)))),
    };
    let period = period.short_vi();
    let change = |(unit, before, after): (N, u64, u64)| {
        format!("từ {} còn {} {}", integer_vi(before as i64), integer_vi(after as i64), unit.as_ref())
    };
    let changes: Vec<String> = sums.map(change).collect();
    let mut sentences = vec![format!("{how_many} hoạt động{on} nằm trong kỳ {period}.")];
    if !changes.is_empty() {
        let whose = if submitted { "báo cáo" } else { "dự thảo báo cáo" };
        sentences.push(format!("Số liệu của {whose} {period} sẽ đổi {}.", changes.join(", ")));
    }
    if submitted {
        sentences.push(format!("Báo cáo {period} đã nộp: bản đã gửi sẽ khác với số liệu trong tệp."));
    }
    unbroken(&sentences.join(" "))
}

pub fn lines_counted(lines: usize) -> String {
    format!("Danh sách có {lines} thủ tục")
}
