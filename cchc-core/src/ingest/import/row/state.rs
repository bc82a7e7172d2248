//! Tình trạng: what a list says was not done. It must never count as done: "Hoãn", "không thực hiện", "Bài hai (hủy)".

use crate::ingest::import::shortened;
use crate::ingest::words::{Token, Words, tidy};
use crate::text::fold;

/// What is said of something that did not happen, the longer first.
const NOT_DONE: [&str; 7] =
    ["hủy bỏ", "hủy", "hoãn", "tạm dừng", "dừng thực hiện", "chưa hoàn thành", "không hoàn thành"];
/// What was to be done, behind "không" and "chưa".
const DOING: [&str; 8] =
    ["thực hiện", "tổ chức", "triển khai", "tiến hành", "diễn ra", "đăng", "phát", "làm"];
/// What may follow where the whole is meant: "hoãn sang quý IV", "không tổ chức được do mưa"; not "hủy hồ sơ".
const WHY: [&str; 10] = ["do", "vì", "sang", "đến", "theo", "lịch", "nữa", "chờ", "vô", "tới"];

/// What may stand by itself beside a title, in bytes.
const SHORT: usize = 60;

/// What a text says of whether the thing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing against it.
    Done,
    /// A word stands in it that may say that it was not.
    Doubtful,
    /// That it was not.
    NotDone,
}

/// What a note says, or a cell of a column of states.
pub(super) fn of_note(text: &str, is_state: bool) -> State {
    if !is_state && !may_say(text) {
        return State::Done;
    }
    let words = Words::of(text);
    if begins(&words) || (is_state && is_alone(&words)) {
        return State::NotDone;
    }
    let is_open = is_state && ["đang", "dự kiến"].iter().any(|word| words.phrase(0, word).is_some());
    // Without diacritics "hoan" may be "hoàn thành".
    let is_within = || !text.is_ascii() && (0..words.len()).any(|at| mark(&words, at).is_some());
    if is_open || is_within() { State::Doubtful } else { State::Done }
}

/// What a title says: in brackets for sure; behind or before a mark it may be part of the title.
pub(super) fn of_title(title: &str) -> State {
    let bytes = title.as_bytes();
    // Looked at as a whole, without a way out: that is quicker than to stop at the first.
    if bytes.iter().fold(0, |has, byte| has | u8::from(matches!(byte, b'(' | b'['))) != 0 {
        let mut rest = title;
        while let Some(at) = rest.find(['(', '[']) {
            let inner = &rest[at + 1..];
            let end = inner.find([')', ']']).unwrap_or(inner.len());
            let words = Words::of(&inner[..end]);
            // "(hủy bỏ theo Quyết định 12)" may be of a procedure.
            if begins(&words) {
                return if words.has("theo") { State::Doubtful } else { State::NotDone };
            }
            rest = &inner[end..];
        }
    }
    let near = &bytes[bytes.len().saturating_sub(SHORT)..];
    let behind = near.iter().rposition(|byte| matches!(byte, b'-' | b':' | b',' | b';' | 0x93));
    let last = behind.and_then(|at| title.get(bytes.len() - near.len() + at + 1..));
    let first = || Some(title.split_once([':', '-', '–'])?.0).filter(|first| first.len() <= SHORT);
    let is_said = |part: &str| may_begin(part) && begins(&Words::of(part));
    let is_set_apart = last.is_some_and(is_said) || (may_begin(title) && first().is_some_and(is_said));
    if is_set_apart { State::Doubtful } else { State::Done }
}

/// Whether a text may begin with words that say that something was not done: its first two letters, in bytes.
fn may_begin(text: &str) -> bool {
    let text = text.trim_start().as_bytes();
    let (Some(first), Some(second)) = (text.first(), text.get(1)) else { return false };
    match first.to_ascii_lowercase() {
        b'h' => matches!(second | 0x20, b'u' | b'o' | 0xE1),
        b'k' | b'c' | b'p' => second | 0x20 == b'h',
        b't' | b'b' | b'd' => *second == 0xE1 || second.is_ascii_alphabetic(),
        b'x' => second | 0x20 == b'i',
        first => !first.is_ascii(),
    }
}

/// Whether such words may stand anywhere in a text: the bytes of the letters that tell them. Nearly every note has none.
fn may_say(text: &str) -> bool {
    if text.is_ascii() {
        return may_begin(text);
    }
    let bytes = text.as_bytes();
    let is = |at: usize, letters: &[u8]| bytes.get(at).is_some_and(|byte| letters.contains(byte));
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        // hoãn, không, hông
        0xC3 => at > 0 && is(at - 1, b"oOhH") && is(at + 1, &[0xA3, 0x83, 0xB4, 0x94]) && is(at + 2, b"nN"),
        // chưa
        0xC6 => at > 0 && is(at - 1, b"hH") && is(at + 2, b"aA"),
        // hủy, huỷ, dừng
        0xE1 => is(at + 1, &[0xBB]) && is(at + 2, &[0xA6, 0xA7, 0xB6, 0xB7, 0xAA, 0xAB]),
        // A mark of its own upon a letter.
        0xCC => true,
        _ => false,
    })
}

/// Why a row is not taken in.
pub(super) fn reason(text: &str) -> String {
    format!("danh sách ghi “{}”: chưa thực hiện, không ghi vào sổ", shortened(&tidy(text), 60))
}

/// What a person is asked to look at.
pub(super) fn doubt(text: &str) -> String {
    format!("“{}”: xem lại việc này đã thực hiện chưa", shortened(&tidy(text), 60))
}

/// Whether a text is such a word, or begins with it and goes on with why or until when.
fn begins(words: &Words<'_>) -> bool {
    let lead = ["đã", "bị", "tạm", "xin", "phải"];
    let from = (0..words.len())
        .find(|at| words.get(*at).is_some_and(|token| lead.iter().all(|word| !token.is(word))))
        .unwrap_or(0);
    let end = mark(words, 0).or_else(|| mark(words, from));
    end.is_some_and(|end| {
        words.get(end).is_none_or(|next| {
            next.is_mark() || WHY.iter().any(|word| next.is(word) || *next.folded() == *fold_of(words, word))
        })
    })
}

/// A word as it is compared: of a text without any diacritics, without them.
fn fold_of(words: &Words<'_>, word: &str) -> String {
    if words.text.is_ascii() { fold(word) } else { word.to_owned() }
}

/// Where the words end that stand at a token and say that something was not done.
fn mark(words: &Words<'_>, at: usize) -> Option<usize> {
    let first = words.get(at).filter(|token| token.is_word() && opens(token))?;
    let phrase = |at: usize, phrase: &str| words.phrase(at, &fold_of(words, phrase));
    if let Some(end) = NOT_DONE.iter().find_map(|known| phrase(at, known)) {
        return Some(end);
    }
    if !matches!(first.folded(), "khong" | "chua") {
        return None;
    }
    let end = DOING.iter().find_map(|doing| phrase(at + 1, doing))?;
    // "Không phát sinh chi phí" is no broadcast.
    if phrase(end, "sinh").is_some() || phrase(end, "hiện").is_some() {
        return None;
    }
    Some(phrase(end, "được").unwrap_or(end))
}

/// Nearly every word opens none: its letters without diacritics say so.
fn opens(token: &Token) -> bool {
    matches!(token.folded(), "huy" | "hoan" | "tam" | "dung" | "chua" | "khong")
}

/// In a column of states: "Không", "Chưa".
fn is_alone(words: &Words<'_>) -> bool {
    words.len() == 1 && words.get(0).is_some_and(|only| matches!(only.folded(), "khong" | "chua"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_done_is_told_from_what_is_about_doing_away_with_something() {
        for text in [
            "Hủy",
            "HUỶ",
            "huy",
            "Đã hủy",
            "hoãn sang quý IV",
            "Tạm hoãn",
            "không thực hiện",
            "Khong thuc hien",
            "Không tổ chức được do mưa",
            "Chưa thực hiện",
            "Hủy, chuyển sang tháng 4",
        ] {
            assert_eq!(of_note(text, false), State::NotDone, "{text}");
        }
        for text in ["Hủy hồ sơ quá hạn", "đã gỡ bài; sau đó hủy", "Chưa thực hiện xong"]
        {
            assert_eq!(of_note(text, false), State::Doubtful, "{text}");
        }
        for text in [
            "Hoàn thành",
            "Đã đăng",
            "Phát huy vai trò",
            "Không",
            "Không phát sinh chi phí",
            "hoan thanh",
            "Huy động 3 đoàn viên",
        ] {
            assert_eq!(of_note(text, false), State::Done, "{text}");
        }
        assert_eq!([of_note("Chưa", true), of_note("Không", true)], [State::NotDone; 2]);
        assert_eq!(of_note("Đang thực hiện", true), State::Doubtful);
        for title in ["D2 (hủy)", "Hội nghị quý I [HOÃN]", "Bài ba (không thực hiện do mưa)"] {
            assert_eq!(of_title(title), State::NotDone, "{title}");
        }
        for title in ["Hội nghị quý I - hoãn", "HỦY: Hội nghị", "Công bố thủ tục (hủy bỏ theo Quyết định 12)"]
        {
            assert_eq!(of_title(title), State::Doubtful, "{title}");
        }
        for title in [
            "Hủy hồ sơ trực tuyến: hướng dẫn",
            "Bãi bỏ thủ tục (Quyết định 12)",
            "Công bố thủ tục bị bãi bỏ, hủy bỏ kết quả",
            "Hướng dẫn hủy hồ sơ đã nộp",
            "Vì sao không thực hiện trực tuyến?",
        ] {
            assert_eq!(of_title(title), State::Done, "{title}");
        }
    }
}
