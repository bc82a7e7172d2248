//! Trao đổi tệp.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::calendar::Period;
use cchc_core::diagnostic::Diagnostic;
use cchc_core::exchange::{PlanFile, ReadError, Transfer};
use cchc_core::record::Kind;
use cchc_core::text::{capitalized, slug};
use chrono::NaiveDateTime;

pub const FILE_KIND: &str = "Tệp kế hoạch CCHC (.cchc.json)";
pub const OPEN: &str = "Mở tệp";
pub const OPEN_LABEL: &str = "Chọn tệp kế hoạch .cchc.json";
pub const SAVE: &str = "Lưu tệp";
pub const GONE: &str = "Không mở được kế hoạch dùng lần trước: trình duyệt không còn giữ hoặc dữ liệu bị hỏng. Mở tệp .cchc.json đã lưu \
     gần nhất, hoặc xem phần để riêng ở Trao đổi tệp.";
pub const UNSAVED: &str = "Kế hoạch đang mở có thay đổi chưa lưu được vào trình duyệt. Bấm Lưu tệp để giữ các thay đổi đó rồi mở lại.";
pub const KEPT_STORED: &str = "Trình duyệt đang giữ một bản khác của kế hoạch này. Bản đó được để lại bên cạnh, mở được ở Trao đổi tệp.";
pub const FOLLOWED: &str = "Đã lấy bản mới do thẻ khác vừa lưu";

pub const UNREADABLE: &str = "Trình duyệt không đọc được tệp.";
pub const NOT_SAVED: &str = "Trình duyệt không cho tải tệp xuống. Dữ liệu vẫn ở trên màn hình này; thử lại hoặc mở trang bằng trình duyệt khác.";

pub fn not_saved(words: &str) -> String {
    format!("Chưa lưu được tệp ({words}). Dữ liệu vẫn ở trên màn hình này; thử lưu vào thư mục khác.")
}

pub fn saved_to(name: &str) -> String {
    format!("Đã lưu vào tệp {name}")
}

pub fn downloaded(name: &str) -> String {
    format!("Đã tải xuống {name}")
}

pub fn opened(name: &str) -> String {
    format!("Đã mở {name}")
}

pub fn not_opened(name: &str, reason: &str, something_open: bool) -> String {
    let kept = if something_open { " Kế hoạch đang mở không thay đổi." } else { "" };
    format!("Không mở được {name}. {reason}{kept}")
}

pub fn open(title: &str) -> String {
    format!("Đang mở: {title}")
}

pub fn open_saved(title: &str, at: &str) -> String {
    format!("Đang mở: {title} · lưu trong trình duyệt lúc {at}")
}

pub const ABOUT: &str = "Giữ và gửi dữ liệu";
pub const ABOUT_LINES: [&str; 3] = [
    "Chữ “Đã lưu” nghĩa là thay đổi đã nằm chắc trong trình duyệt này: tải lại trang, đóng thẻ hay mất điện không mất.",
    "Tệp .cchc.json trên ổ đĩa mới là bản gốc. Lưu tệp mỗi tuần; chép, gửi và mở tệp đó ở máy khác để làm tiếp.",
    "Trang không nối mạng. Gửi tệp cho cơ quan khác bằng cách đơn vị vẫn dùng: hộp thư công vụ, USB.",
];

pub const ON_DISK: &str = "Tệp trên ổ đĩa";
pub const ALL_ON_DISK: &str = "Đủ mọi thay đổi";
pub const NEVER_ON_DISK: &str = "Kế hoạch này chưa được lưu thành tệp lần nào. Tệp trên ổ đĩa mới là bản gốc: chép, gửi được, và còn khi trình duyệt \
     bị xóa dữ liệu.";

pub fn on_disk(name: &str, at: &str) -> String {
    format!("{name}, lúc {at}")
}

/// "12 thay đổi chưa lưu ra tệp".
pub fn unfiled(count: usize) -> String {
    let count = cchc_core::text::integer_vi(i64::try_from(count).unwrap_or(i64::MAX));
    format!("{count} thay đổi chưa lưu ra tệp")
}

pub const KEPT: &str = "Trong trình duyệt này";
pub const NOTHING_KEPT: &str = "Chưa có kế hoạch nào được giữ trong trình duyệt này.";
pub const IS_OPEN: &str = "đang mở";
pub const BESIDE: &str = "bản để bên cạnh";
pub const ILLUSTRATIVE: &str = "số liệu minh họa";

/// "số 152/KH-UBND"
pub fn numbered(number: &str) -> String {
    format!("số {number}")
}

pub const OPEN_KEPT: &str = "Mở bản này";
pub const REMOVE_KEPT: &str = "Xóa khỏi trình duyệt";
pub const REMOVE_TITLE: &str = "Xóa bản này khỏi trình duyệt?";
pub const REMOVE_WARNING: &str =
    "Bản này không lấy lại được nếu chưa lưu thành tệp. Mở ra và bấm Lưu tệp trước nếu còn cần.";
pub const KEEP: &str = "Giữ lại";
pub const REMOVED: &str = "Đã xóa khỏi trình duyệt";

pub fn saved_at(at: &str) -> String {
    format!("Lưu lúc {at}")
}

pub const FINDINGS: &str = "Chỗ cần xem lại trong tệp";

pub fn more_findings(count: usize) -> String {
    format!("Còn {count} chỗ nữa")
}

pub const SET_ASIDE: &str = "Bản ghi để riêng trong tệp";
pub const SET_ASIDE_LINE: &str = "Trang không đọc được các bản ghi này nên không tính vào số liệu. Chúng được giữ nguyên và ghi lại vào tệp khi lưu.";
pub const SET_ASIDE_FILE: &str = "ban-ghi-de-rieng.json";
pub const DOWNLOAD_APART: &str = "Tải phần này";

pub fn set_aside(count: usize, name: &str) -> String {
    let what = match Kind::from_key(name) {
        Some(kind) => kind.vietnamese(),
        None if name == "damaged" => "đoạn hỏng",
        None => name,
    };
    format!("{count} {what}")
}

pub const QUARANTINE: &str = "Dữ liệu hỏng đã để riêng";
pub const QUARANTINE_LINE: &str =
    "Phần dữ liệu trong trình duyệt không đọc được, giữ nguyên như tìm thấy. Tải về trước khi bỏ.";
pub const RELEASE: &str = "Bỏ phần này";

/// What a part of storage holds, in words.
pub fn part(name: &str) -> String {
    match (name.strip_prefix("thang-"), name) {
        (Some(month), _) => match month.split_once('-') {
            Some((year, month)) => format!("Hoạt động tháng {month}/{year}"),
            None => format!("Hoạt động {month}"),
        },
        (None, "dau") => "Kế hoạch và quy định".to_owned(),
        (None, "manifest") => "Mục lục các phần".to_owned(),
        (None, "tep-cho") => "Các tệp chờ nhận".to_owned(),
        (None, "da-chon") => "Giá trị đã chọn cho các tệp chờ nhận".to_owned(),
        (None, other) if other.starts_with("lich-su") => "Lịch sử thay đổi".to_owned(),
        (None, other) => other.to_owned(),
    }
}

/// So many signs of a name go into the name of a file.
pub const LONGEST: usize = 60;

pub fn quarantine_file(slot: &str, part: &str) -> String {
    format!("hong-{}-{}.txt", slug(slot, LONGEST), slug(part, LONGEST))
}

/// A size in kilobytes, at least one.
pub fn size(bytes: usize) -> String {
    format!("{} KB", cchc_core::text::integer_vi(i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX)))
}

/// The name proposed for a file: `xa-hoa-tham-2026-phong-kinh-te-20260614-0930.cchc.json`.
pub fn file_name(file: &PlanFile, office: Option<&str>, at: NaiveDateTime) -> String {
    let mut name = format!("{}-{}", slug(&file.plan.commune, LONGEST), file.plan.year);
    if let Some(office) = office {
        name.push('-');
        name.push_str(&slug(office, LONGEST));
    }
    format!("{name}-{}.cchc.json", at.format("%Y%m%d-%H%M"))
}

/// The text with a capital at its beginning and a full stop at its end, as a message of its own.
pub fn capital(text: &str) -> String {
    let mut sentence = capitalized(text);
    if !sentence.is_empty() && !sentence.ends_with(['.', '?', '”']) {
        sentence.push('.');
    }
    sentence
}

pub const RECEIVE: &str = "Nhận tệp…";
pub const RECEIVE_LABEL: &str = "Chọn các tệp .cchc.json vừa nhận";

pub fn not_read(name: &str) -> String {
    format!("Trình duyệt không đọc được tệp {name}. Chép tệp vào máy rồi nhận lại.")
}

pub fn unreadable(error: &ReadError) -> String {
    format!("{} {}", capital(&error.to_string()), capital(error.hint()))
}

/// What a finding says before it goes on to what was done about it.
pub fn first_part(found: &Diagnostic) -> String {
    capital(found.message.split(';').next().unwrap_or_default())
}

/// A file of which a part is lost. What was left of it, which the finding goes on to tell, is not taken in.
pub fn damaged(found: &Diagnostic) -> String {
    format!("{} Không nhận, để không thiếu phần nào. Xin nơi gửi gửi lại tệp.", first_part(found))
}

pub fn other_plan(title: &str) -> String {
    format!("Tệp thuộc kế hoạch khác: “{title}”. Không nhận vào kế hoạch đang mở; muốn xem thì bấm Mở tệp.")
}

pub const NEWER: &str =
    "Tệp do bản phần mềm mới hơn ghi, chưa nhận được. Tải bản mới của trang cchc.html rồi nhận lại.";
pub const OPEN_IS_NEWER: &str = "Kế hoạch đang mở do bản phần mềm mới hơn ghi nên chỉ để xem. Tải bản mới của trang cchc.html rồi nhận lại.";
pub const ONE_AT_A_TIME: &str = "Mỗi lần mở một tệp. Muốn nhận tệp của nhiều cơ quan thì mở kế hoạch trước, rồi thả các tệp vào Trao đổi tệp.";
pub const PART_WAITS: &str = "Tệp này là phần của một cơ quan trong kế hoạch đang mở: xem trước rồi nhận vào";

pub fn received_head(count: usize) -> String {
    format!("{count} tệp vừa nhận")
}

pub const NOT_TAKEN_YET: &str = "chưa đưa vào kế hoạch";
pub const WAITS_HERE: &str = "Các tệp chờ ở đây, cả sau khi tải lại trang, cho đến khi nhận hoặc bỏ.";
pub const WAITS_UNTIL_RELOAD: &str =
    "Trình duyệt này không giữ tệp chờ nhận: tải lại trang thì phải chọn lại các tệp.";
pub const WAITING_NOT_KEPT: &str = "Trình duyệt chưa giữ được các tệp chờ nhận. Nhận vào kế hoạch ngay, hoặc chọn lại các tệp sau khi tải lại trang.";
pub const WAITING_LOST: &str = "Trình duyệt không đọc lại được các tệp chờ nhận; dữ liệu hỏng đã để riêng, tải về được ở Trao đổi tệp. Kế hoạch không bị ảnh hưởng; bấm Nhận tệp… để chọn lại.";
pub const DECIDED_LOST: &str = "Trình duyệt không đọc lại được giá trị đã chọn cho các tệp chờ nhận; dữ liệu hỏng đã để riêng, tải về được ở Trao đổi tệp. Kế hoạch không bị ảnh hưởng; xem lại các xung đột rồi chọn lại.";
pub const WAITING_UNREAD: &str = "Trình duyệt chưa đọc được các tệp chờ nhận. Tải lại trang để thử lại; nếu vẫn vậy thì bấm Nhận tệp… để chọn lại.";
pub const FILES_CAPTION: &str = "Các tệp vừa nhận và những gì mỗi tệp mang đến";
pub const SENDER: &str = "Cơ quan";
pub const FILE: &str = "Tệp";
pub const NEW: &str = "Mới";
pub const CHANGED: &str = "Thay đổi";
pub const DELETED: &str = "Xóa";
pub const CONFLICT: &str = "Xung đột";
pub const LACKING: &str = "Thiếu minh chứng";
pub const TOTAL: &str = "Gộp lại";
pub const UNKNOWN_SENDER: &str = "Tệp không ghi cơ quan";
pub const LEFT_OUT: &str = "Không nhận được";
pub const LEAVE_OUT: &str = "Bỏ";

pub fn leave_out(name: &str) -> String {
    format!("Bỏ tệp {name}")
}

pub fn written(at: Option<&str>, is_part: bool) -> String {
    let words = [at.map(|at| format!("Ghi lúc {at}")), (!is_part).then(|| "cả kế hoạch".to_owned())];
    capitalized(&words.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

pub fn places_to_look(count: usize) -> String {
    format!("{count} chỗ cần xem lại trong tệp này")
}

pub const PREVIEW: &str = "Xem trước";
pub const TO_CHOOSE: &str = "cần chọn";
pub const STILL_TAKEN: &str = "vẫn nhận, nhắc sau";
pub const SET_APART: &str = "Để riêng";
pub const SET_APART_NOTE: &str = "không đọc được, giữ nguyên";
pub const PLAN_HEADER: &str = "Phần đầu của kế hoạch";
pub const COMMON: &str = "Kế hoạch chung";
pub const NOTHING_NEW: &str = "Các tệp này không có gì mới so với kế hoạch đang mở.";
pub const STAYS: &str = "Có nơi đã xóa, còn lại vì nơi khác có sửa";

pub fn heap(office: &str, kind: &str) -> String {
    format!("{office}, {kind}")
}

pub fn fields_open(count: usize) -> String {
    format!("{count} trường")
}

/// The value before and the value after.
pub fn field_change(name: &str, values: &[String]) -> String {
    format!("{name}: {}", values.join(" → "))
}

/// The values that contradict each other.
pub fn field_conflict(name: &str, values: &[String]) -> String {
    format!("{name}: {} (xung đột)", values.join(" hoặc "))
}

pub fn and_more(count: usize) -> String {
    format!("Xem {count} mục còn lại")
}

pub fn figures_for(period: Option<Period>) -> String {
    period.map_or_else(|| "Gửi số liệu".to_owned(), |period| format!("Gửi số liệu {}", period.vietnamese()))
}

/// "12 mới, 4 thay đổi", without what there is none of; empty where there is nothing.
pub fn counts([new, changed, deleted]: [usize; 3]) -> String {
    let parts = [(new, "mới"), (changed, "thay đổi"), (deleted, "xóa")];
    let parts = parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    parts.collect::<Vec<_>>().join(", ")
}

/// What taking over would do: "12 mới, 4 thay đổi.".
pub fn would_bring(brought: [usize; 3]) -> String {
    let words = counts(brought);
    if words.is_empty() { "Không có gì mới.".to_owned() } else { format!("{words}.") }
}

pub fn left_open(count: usize) -> String {
    format!("Còn {count} xung đột chờ chọn: nhận được ngay, tạm dùng giá trị ghi sau.")
}

pub const NONE_USABLE: &str = "Không có tệp nào nhận được.";
pub const TAKE: &str = "Nhận vào kế hoạch";
pub const TAKE_NOT: &str = "Bỏ, không nhận";
pub const NOT_TAKEN: &str = "Đã bỏ, kế hoạch không thay đổi";
pub const TAKEN: &str = "Nhận tệp";
pub const TAKEN_BACK: &str = "Đã hoàn tác: nhận tệp. Các tệp đang chờ ở Trao đổi tệp";
pub const TAKEN_BACK_LATER: &str = "Đã hoàn tác: nhận tệp. Muốn nhận lại thì chọn lại các tệp";
pub const NOT_TAKEN_BACK: &str = "Không hoàn tác được việc nhận tệp: bản sao lưu trước khi nhận không còn. Chọn bản gần nhất ở Trao đổi tệp, mục      Bản sao lưu; hoặc bấm Ctrl Z lần nữa để hoàn tác việc trước khi nhận.";

/// "Đã nhận 5 tệp: 10 mới, 2 xung đột chờ chọn".
pub fn taken(files: usize, brought: [usize; 3], open: usize) -> String {
    let open = (open > 0).then(|| format!("{} chờ chọn", open_conflicts(open)));
    let words: Vec<String> =
        [counts(brought)].into_iter().filter(|words| !words.is_empty()).chain(open).collect();
    if words.is_empty() {
        format!("Đã nhận {files} tệp, không có gì mới")
    } else {
        format!("Đã nhận {files} tệp: {}", words.join(", "))
    }
}

/// "3 tệp", beside Trao đổi tệp: files wait.
pub fn waiting_files(count: usize) -> String {
    format!("{count} tệp")
}

/// "2 chờ", beside Trao đổi tệp: conflicts wait for a decision.
pub fn waiting(count: usize) -> String {
    format!("{count} chờ")
}

pub fn open_conflicts(count: usize) -> String {
    format!("{count} xung đột")
}

pub const CONFLICTS: &str = "Xung đột chờ chọn";
pub const CONFLICT_LINE: &str = "Các bản cùng sửa một chỗ mà không biết nhau. Giá trị chọn thành giá trị chung; giá trị kia còn trong lịch sử.";
pub const DECIDED: &str = "Chọn giá trị";
pub const DECIDED_DONE: &str = "Đã chọn";
pub const FIELD: &str = "Trường";
pub const CHOOSE: &str = "Chọn giá trị";
pub const MEANWHILE: &str = "(đang tạm dùng)";
pub const KEYS_PICK: &str = "chọn bản";
pub const KEYS_MOVE: &str = "sang trường";
pub const KEYS_DONE: &str = "xong, sang xung đột kế";
pub const DONE_NEXT: &str = "Xong, xung đột kế";
pub const DONE: &str = "Xong";
pub const LATER: &str = "Để sau";
pub const ALL_SETTLED: &str = "Không còn xung đột.";
pub const LIFE: &str = "Bản ghi";
pub const KEEP_RECORD: &str = "Giữ lại";
pub const REMOVE_RECORD: &str = "Xóa";
pub const AS_FIRST: &str = "Bản ban đầu của tệp";
pub const NOBODY_KNOWN: &str = "Không ghi cơ quan";
pub const HERE: &str = "Bản đang mở ở đây";
pub const EDIT_IN_LOG: &str = "Sửa giá trị khác trong Nhật ký";

pub fn conflict_head(at: usize, of: usize, heading: &str) -> String {
    format!("Xung đột {at}/{of}: {heading}")
}

pub fn record_heading(kind: &str, date: Option<&str>) -> String {
    date.map_or_else(|| kind.to_owned(), |date| format!("{kind} ngày {date}"))
}

pub fn answer(number: usize, who: &str) -> String {
    format!("{number} · {who}")
}

pub const SEND: &str = "Gửi tệp…";
pub const SEND_TITLE: &str = "Gửi tệp cho cơ quan khác";
pub const SEND_WHAT: &str = "Gửi gì";
pub const SEND_WHOLE: &str = "Cả kế hoạch";
pub const SEND_WHOLE_SUB: &str = "mọi cơ quan; để cơ quan khác mở làm tiếp";
pub const SEND_HOW: &str = "Tệp được tải xuống máy này. Gửi tệp bằng cách đơn vị vẫn dùng: hộp thư công vụ, USB. Nơi nhận bấm Nhận tệp…; dữ liệu của nơi nhận không bị ghi đè.";
pub const SEND_DOWNLOAD: &str = "Tải tệp xuống";
pub const CANCEL: &str = "Thôi";
pub const SENT: &str = "Gửi tệp";

pub fn part_of(office: &str) -> String {
    format!("Phần của {office}")
}

pub fn part_sub(activities: usize, difficulties: usize) -> String {
    format!("{activities} hoạt động, {difficulties} kiến nghị")
}

pub fn sent(name: &str) -> String {
    format!("Đã tải xuống {name}, gửi được ngay")
}

pub const SENDERS: &str = "Cơ quan gửi tệp, số liệu";
pub const LAST_CAME: &str = "Nhận gần nhất";
pub const THIS_PERIOD: &str = "Kỳ này";
pub const HAS_SENT: &str = "đã gửi số liệu";
pub const FILE_CAME: &str = "có tệp, chưa ghi nhận số liệu";
pub const HAS_NOT_SENT: &str = "chưa gửi";
pub const NEVER: &str = "–";

pub fn period_line(title: &str, from: &str, to: &str) -> String {
    format!("{title}, số liệu {from}–{to}")
}

pub const HISTORY: &str = "Lịch sử gửi, nhận";
pub const NO_HISTORY: &str = "Chưa gửi, nhận tệp nào trên trang này. Bấm Nhận tệp… để chọn một lúc nhiều tệp, hoặc kéo các tệp thả vào trang này; trang cho xem trước rồi mới nhận.";

/// "Nhận của Phòng Kinh tế", "Gửi phần của Phòng Kinh tế", "Gửi cả kế hoạch"; of what another office did with its name in
/// front: "Phòng Kinh tế: gửi cả kế hoạch".
pub fn passed(is_sent: bool, offices: &str, by_another: Option<&str>) -> String {
    let what = match (is_sent, offices) {
        (true, "") => "gửi cả kế hoạch".to_owned(),
        (true, offices) => format!("gửi phần của {offices}"),
        (false, "") => "nhận tệp không ghi cơ quan".to_owned(),
        (false, offices) => format!("nhận của {offices}"),
    };
    by_another.map_or_else(|| capitalized(&what), |office| format!("{office}: {what}"))
}

/// Of a file that its sender's copy noted, too: "gửi lúc 16:30, 19/11/2026".
pub fn sent_at(at: &str) -> String {
    format!("gửi lúc {at}")
}

pub const WHO_UNSET: &str = "Chưa chọn “Tôi là”: điều gửi, nhận, sửa ở đây không mang tên cơ quan nào.";
pub const WHO_LABEL: &str = "Tôi là";
pub const WHO_CHOOSE: &str = "Chọn cơ quan";

pub fn brought(transfer: &Transfer) -> String {
    let counts = counts([transfer.new, transfer.changed, transfer.deleted]);
    let open = (transfer.conflicts > 0).then(|| format!("{} chỗ xung đột", transfer.conflicts));
    let words: Vec<String> = [counts].into_iter().filter(|words| !words.is_empty()).chain(open).collect();
    if words.is_empty() { "không có gì mới".to_owned() } else { words.join(", ") }
}

pub const PART_LABEL: &str = "Tệp một phần";
pub const PART_HEAD: &str = "Tệp một phần.";

pub fn part_line(offices: &str) -> String {
    format!("Chỉ có hoạt động, kiến nghị, số liệu của {offices}; của cơ quan khác không có ở đây.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_begins_with_a_capital_and_ends_with_a_full_stop() {
        assert_eq!(capital("tệp bị cắt. Xin lại tệp gốc"), "Tệp bị cắt. Xin lại tệp gốc.");
    }
}
