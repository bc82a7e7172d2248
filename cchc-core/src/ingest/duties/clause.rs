//! Where one duty ends and the next begins.

use std::ops::Range;

use super::super::catalogue::catalogue;
use super::super::words::{Token, Words};

/// The clauses of a paragraph from a byte on: sentences, and the parts between semicolons that begin with a verb of
/// their own. What only says more of the clause before ("Thời gian hoàn thành: …") belongs to it.
pub(super) fn clauses(text: &str, from: usize) -> Vec<Range<usize>> {
    let words = Words::of(&text[from..]);
    let mut starts = vec![0];
    let mut depth = 0_i32;
    for at in 0..words.len() {
        let Some(token) = words.get(at) else { break };
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth = (depth - 1).max(0);
        }
        if depth > 0 || at + 1 >= words.len() {
            continue;
        }
        let sentence = token.is(".") && !words.touches(at + 1) && begins_sentence(&words, at + 1);
        let part = token.is(";") && begins_duty(&words, at + 1);
        if (sentence || part) && !says_more(&words, at + 1) {
            starts.push(at + 1);
        }
    }
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| {
            let span = words.span(*start..end);
            let clause = words.text[span.clone()].trim_end_matches([';', '.', '/', ' ', ',']);
            let clause_start = from + span.start;
            // A bullet within the text is no word.
            let trimmed = clause.trim_start_matches(['-', '+', '–', ' ', ':']);
            let skipped = clause.len() - trimmed.len();
            (!trimmed.is_empty()).then(|| clause_start + skipped..clause_start + clause.len())
        })
        .collect()
}

fn begins_sentence(words: &Words<'_>, at: usize) -> bool {
    words
        .get(at)
        .is_some_and(|token| token.is_word() && words.text[token.at.clone()].starts_with(char::is_uppercase))
        && !words.get(at - 2).is_some_and(|before| {
            before.at.len() <= 2 && words.text[before.at.clone()].chars().all(char::is_uppercase)
        })
}

fn begins_duty(words: &Words<'_>, at: usize) -> bool {
    let at = words.any(at, &["-", "+", "đồng thời", "ngoài ra", "qua đó"]).unwrap_or(at);
    catalogue().verb(words, at).is_some()
}

fn says_more(words: &Words<'_>, at: usize) -> bool {
    words
        .any(
            at,
            &[
                "thoi gian",
                "thoi han",
                "han hoan thanh",
                "hoan thanh truoc",
                "hoan thanh trong",
                "san pham",
                "trong do",
                "so luong",
                "ket qua :",
                "co quan chu tri",
                "don vi chu tri",
                "don vi thuc hien",
                "co quan thuc hien",
            ],
        )
        .is_some()
}

/// Words on a time or an amount that nothing was made of: a day, a month, a share.
pub(super) fn unread_time(words: &Words<'_>) -> Option<Range<usize>> {
    (0..words.len()).find_map(|at| {
        let lead =
            words.any(at, &["trước ngày", "sau ngày", "ngày", "tháng", "quý", "trong vòng", "định kỳ"])?;
        let (_, end) = words.number(lead)?;
        // A date of a cited document, a period of a programme.
        let cited = at > 0 && words.get(at - 1).is_some_and(Token::is_mark);
        let of_number = (at.saturating_sub(8)..at).any(|before| words.any(before, &["số"]).is_some());
        (!cited && !of_number).then_some(at..end)
    })
}

/// A period or an occasion that the file does not know: "mỗi học kỳ", "hằng ngày", "trước Tết".
pub(super) fn unread_period(words: &Words<'_>) -> Option<Range<usize>> {
    let periods = [
        "mỗi học kỳ",
        "/ học kỳ",
        "mỗi năm học",
        "/ năm học",
        "hằng ngày",
        "hàng ngày",
        "mỗi ngày",
        "/ ngày",
    ];
    let occasions = ["trước tết", "dịp tết", "sau tết", "trước ngày khai giảng", "trước đại hội"];
    words.find_any(0, &periods).or_else(|| words.find_any(0, &occasions))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_parts_with_a_verb_of_their_own() {
        let split =
            |text: &str| clauses(text, 0).into_iter().map(|at| text[at].to_owned()).collect::<Vec<_>>();
        assert_eq!(
            split(
                "Niêm yết công khai TTHC; hằng tháng, có ít nhất 02 tin, bài. Chủ trì, phối hợp với các cơ quan xây dựng chuyên mục./."
            ),
            [
                "Niêm yết công khai TTHC",
                "hằng tháng, có ít nhất 02 tin, bài",
                "Chủ trì, phối hợp với các cơ quan xây dựng chuyên mục"
            ]
        );
        assert_eq!(
            split("Truyền thông về cải cách TTHC năm 2026; quyền được phản ánh, kiến nghị").len(),
            1,
            "a thing has no verb"
        );
        assert_eq!(split("Báo cáo định kỳ (lồng ghép vào báo cáo; gửi Sở Nội vụ) theo quy định.").len(), 1);
        assert_eq!(split("Tổ chức 01 lớp tập huấn. Thời gian hoàn thành: trước ngày 30/6/2026.").len(), 1);
        assert_eq!(clauses("", 0), []);
    }

    #[test]
    fn periods_that_the_file_does_not_know() {
        let unread = |text: &str| {
            let words = Words::of(text);
            unread_period(&words).map(|at| words.slice(at).to_owned())
        };
        assert_eq!(unread("lồng ghép, mỗi học kỳ ít nhất 02 lần").as_deref(), Some("mỗi học kỳ"));
        assert_eq!(unread("Họp trước Tết Nguyên đán").as_deref(), Some("trước Tết"));
        assert_eq!(unread("mỗi quý 02 lần"), None);
    }
}
