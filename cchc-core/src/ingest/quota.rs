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
        if let Some(end) = ceiling(words, at) {
            at = end;
            continue;
        }
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
    let most = most_of_a_range(words, next, count);
    let next = most.map_or(next, |(_, end)| end);
    let (unit, end) = catalogue().unit(words, next)?;
    if is_date(words, number_at) {
        return None;
    }
    let (basis, count, reason) = match (over, most) {
        (Some(_), _) => {
            (Basis::Written, count.saturating_add(1), format!("“Trên {count}” là từ {}.", count + 1))
        }
        (None, Some((most, _))) => {
            (Basis::Inferred, count, format!("Kế hoạch ghi từ {count} đến {most}; lấy ít nhất {count}."))
        }
        (None, None) => (Basis::Written, count, String::new()),
    };
    let goal = QuotaGoal::AtLeast(count);
    Some(Amount { goal, unit: unit.to_owned(), tokens: at..end, basis, reason, each: None })
}

/// "3 đến 5 buổi", "3 - 5 tin": the larger number behind the smaller one, and where it ends.
fn most_of_a_range(words: &Words<'_>, at: usize, least: u32) -> Option<(u32, usize)> {
    let to = words.any(at, &["đến", "tới", "-", "–"])?;
    let (most, end) = words.number(to)?;
    (most > least).then_some((most, end))
}

/// "không quá 02 tin", "tối đa 03 buổi": no least amount; where the words end.
fn ceiling(words: &Words<'_>, at: usize) -> Option<usize> {
    let number_at = words.any(at, &["không quá", "không vượt quá", "tối đa", "nhiều nhất"])?;
    let (_, next) = count(words, number_at)?;
    catalogue().unit(words, next).map(|(_, end)| end)
}

/// The tokens of amounts that no quota can be made of: "không quá 02 tin", "ít nhất 03 mô hình".
pub(super) fn uncounted(words: &Words<'_>) -> Vec<Range<usize>> {
    let known = amounts(words);
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in 0..words.len() {
        let counted = known.iter().any(|amount| amount.tokens.contains(&at));
        if counted || found.last().is_some_and(|last| last.contains(&at)) {
            continue;
        }
        if let Some(end) = ceiling(words, at).or_else(|| least_of_something(words, at)) {
            found.push(at..end);
        }
    }
    found
}

/// "ít nhất 03 mô hình": a number of what no unit counts. Shares and days are told elsewhere.
fn least_of_something(words: &Words<'_>, at: usize) -> Option<usize> {
    let number_at = words.any(at, &["ít nhất", "tối thiểu", "không ít hơn", "không dưới"])?;
    let (_, next) = words.number(number_at)?;
    let is_thing = words.get(next).is_some_and(super::words::Token::is_word)
        && words.any(next, &["ngày", "giờ", "phút", "tháng", "năm", "quý", "tuần"]).is_none();
    is_thing.then(|| words.len().min(next + 2))
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
            ("3 đến 5 buổi", "≥3 buoi"),
            ("mỗi tháng 3 - 5 tin", "≥3 tin-bai"),
            ("đăng không quá 02 tin", ""),
            ("có ít nhất 01 chuyên đề", "≥1 chuyen-de"),
            ("02 đợt/năm", "≥2 dot"),
            ("in 03 bộ tài liệu", "≥3 bo-tai-lieu"),
            ("1.000 tờ", "≥1000 to"),
            ("Tối thiểu 08 lượt", "≥8 luot"),
            ("200 phiếu", "≥200 phieu"),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }

    #[test]
    fn amounts_that_no_quota_is_made_of() {
        let read = |text: &str| {
            let words = Words::of(text);
            uncounted(&words).into_iter().map(|at| words.slice(at).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(read("đăng không quá 02 tin, ít nhất 01 bài"), ["không quá 02 tin"]);
        assert_eq!(read("xây dựng ít nhất 03 mô hình điểm"), ["ít nhất 03 mô hình"]);
        assert!(read("tối thiểu 95% hồ sơ; ít nhất 30 ngày; tối thiểu 02 lớp").is_empty());
    }
}
