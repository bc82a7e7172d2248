//! Chỉ tiêu số lượng: how much a duty asks for, counted in what.

use std::ops::Range;
use std::sync::LazyLock;

use super::catalogue::catalogue;
use super::words::Words;
use crate::plan::{Basis, QuotaGoal};
use crate::text::count_in_words;

/// An amount that the words ask for, and its tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    pub(super) goal: QuotaGoal,
    pub(super) unit: String,
    pub(super) tokens: Range<usize>,
    pub(super) basis: Basis,
    pub(super) reason: String,
    /// Whom it is asked of, where it is of each: "mỗi tổ", "mỗi cán bộ".
    pub(super) each: Option<String>,
}

/// Every amount in the words: "ít nhất 02 tin, bài", "≥100 lượt người và ≥100 tin, bài".
pub(super) fn amounts(words: &Words<'_>) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match amount(words, at).or_else(|| more(words, at)) {
            Some(amount) => {
                at = amount.tokens.end.max(at + 1);
                found.push(amount);
            }
            None => at += 1,
        }
    }
    if let Some((each, from)) = each(words) {
        // What stands before is asked of all, unless nothing stands behind.
        let behind = found.iter().any(|amount| amount.tokens.start >= from);
        for amount in found.iter_mut().filter(|amount| !behind || amount.tokens.start >= from) {
            amount.basis = Basis::Inferred;
            let many = each.strip_prefix("mỗi ").or_else(|| each.strip_prefix("từng ")).unwrap_or(&each);
            amount.reason = format!("Kế hoạch giao cho {each}; nhân với số {many} khi xác nhận.");
            amount.each = Some(each.clone());
        }
    }
    found
}

fn amount(words: &Words<'_>, at: usize) -> Option<Amount> {
    let least = words.any(
        at,
        &[
            "có ít nhất",
            "ít nhất",
            "tối thiểu",
            "không ít hơn",
            "không dưới",
            "> =",
            "≥",
            "đạt",
            "đạt ít nhất",
        ],
    );
    let over = words.any(at, &["trên", ">"]).filter(|_| least.is_none());
    let number_at = least.or(over).unwrap_or(at);
    let (count, next) = count(words, number_at)?;
    // "01 (một)"
    let next = words
        .phrase(next, "(")
        .and_then(|inside| Some(count_word(words, inside)?.1))
        .and_then(|end| words.phrase(end, ")"))
        .unwrap_or(next);
    let (unit, end) = catalogue().unit(words, next)?;
    if is_date(words, number_at) {
        return None;
    }
    let (count, reason) = match over {
        Some(_) => (count.saturating_add(1), format!("“Trên {count}” là từ {}.", count + 1)),
        None => (count, String::new()),
    };
    let goal = QuotaGoal::AtLeast(count);
    Some(Amount { goal, unit: unit.to_owned(), tokens: at..end, basis: Basis::Written, reason, each: None })
}

/// "tăng cường số lượng tin, bài": not fewer than in the period before.
fn more(words: &Words<'_>, at: usize) -> Option<Amount> {
    let lead = words.any(at, &["tăng cường", "tăng", "nâng"])?;
    let next = words.any(lead, &["số lượng", "tần suất", "thời lượng", "số lần"])?;
    let next = words
        .any(next, &["các", "phát sóng các", "phát sóng", "đăng tải các", "và chất lượng"])
        .unwrap_or(next);
    let (unit, end) = catalogue().unit(words, next).unwrap_or(("tin-bai", next));
    let said = words.slice(at..end);
    Some(Amount {
        goal: QuotaGoal::AtLeastPrevious,
        unit: unit.to_owned(),
        tokens: at..end,
        basis: Basis::Inferred,
        reason: format!("“{}” hiểu là không ít hơn kỳ trước.", crate::text::capitalized(said)),
        each: None,
    })
}

/// A number in figures, or in words where a unit follows.
fn count(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    words.number(at).filter(|(count, _)| *count <= 100_000).or_else(|| {
        let (count, next) = count_word(words, at)?;
        catalogue().unit(words, next).map(|_| (count, next))
    })
}

/// "hai", "mười lăm".
fn count_word(words: &Words<'_>, at: usize) -> Option<(u32, usize)> {
    static NAMES: LazyLock<Vec<(u32, String)>> = LazyLock::new(|| {
        (1..=30).rev().filter_map(|number| Some((number, count_in_words(number)?))).collect()
    });
    NAMES.iter().find_map(|(number, name)| Some((*number, words.phrase(at, name)?)))
}

/// "20/11", "152/KH": a number that belongs to what follows it, or to what stands before.
fn is_date(words: &Words<'_>, at: usize) -> bool {
    let slash = |at: usize| words.get(at).is_some_and(|token| token.is("/") || token.is("%"));
    slash(at + 1)
        || (at > 0 && (slash(at - 1) || words.any(at - 1, &["số", "điều", "khóa", "năm"]).is_some()))
}

/// "mỗi tổ/cán bộ", "mỗi thôn": whom the amount is asked of.
fn each(words: &Words<'_>) -> Option<(String, usize)> {
    let found = words.find_any(
        0,
        &[
            "mỗi tổ / cán bộ",
            "mỗi cán bộ , công chức",
            "mỗi cán bộ",
            "mỗi công chức",
            "mỗi cơ quan , đơn vị",
            "mỗi đơn vị",
            "mỗi cơ quan",
            "mỗi tổ",
            "mỗi thôn",
            "mỗi trường",
            "mỗi chi hội",
            "mỗi phòng",
            "từng đơn vị",
            "mỗi cuộc",
            "mỗi lớp",
            "mỗi buổi",
            "mỗi hội nghị",
        ],
    )?;
    Some((words.slice(found.clone()).to_lowercase(), found.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_plans() {
        let read = |text: &str| {
            let words = Words::of(text);
            let one = |amount: &Amount| {
                let goal = match amount.goal {
                    QuotaGoal::AtLeast(count) => format!("≥{count}"),
                    QuotaGoal::AtLeastPrevious => "≥ kỳ trước".to_owned(),
                };
                format!(
                    "{goal} {}{}",
                    amount.unit,
                    amount.each.as_ref().map_or(String::new(), |each| format!(" ({each})"))
                )
            };
            amounts(&words).iter().map(one).collect::<Vec<_>>().join(", ")
        };
        for (text, wanted) in [
            ("hằng tháng, có ít nhất 02 tin, bài về CCHC", "≥2 tin-bai"),
            ("đạt ≥100 lượt người và ≥100 tin, bài", "≥100 luot-nguoi, ≥100 tin-bai"),
            ("mỗi tổ/cán bộ 03 tin/bài mỗi tháng", "≥3 tin-bai (mỗi tổ/cán bộ)"),
            ("tổ chức 01 (một) lớp tập huấn", "≥1 lop"),
            ("ít nhất hai hội nghị", "≥2 hoi-nghi"),
            ("trên 50 tin, bài", "≥51 tin-bai"),
            ("tăng cường số lượng tin, bài về CCHC", "≥ kỳ trước tin-bai"),
            ("phát 1.500 tờ rơi", "≥1500 to"),
            ("02 bài viết; 01 video clip", "≥2 tin-bai, ≥1 video"),
            ("trước ngày 20/11", ""),
            ("trong năm 2026", ""),
            ("100% tin", ""),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }
}
