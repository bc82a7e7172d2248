//! Chỉ tiêu: shares that must be reached, "100% TTHC …", "… đạt 90% trở lên".

use std::collections::HashSet;
use std::ops::Range;

use super::{gist, unique_id};
use crate::calendar::Date;
use crate::diagnostic::Place;
use crate::ingest::outline::Part;
use crate::ingest::words::Words;
use crate::ingest::{Draft, Passage};
use crate::plan::{Cadence, PassageRole, Source, Stated, Target, Topic};
use crate::record::Extra;
use crate::text::{capitalized, date_vi, percent_vi, slug};

/// Every share that the plan names as an aim.
pub(in crate::ingest) fn targets(draft: &mut Draft<'_>, topics: &[Topic]) -> Vec<Target> {
    let mut targets = Vec::new();
    let mut taken = HashSet::new();
    for passage in &draft.passages {
        let block = passage.block;
        if !block.text.contains('%')
            || matches!(block.role, PassageRole::Footnote(_) | PassageRole::Heading)
            || matches!(block.part, Part::Opening | Part::Title)
        {
            continue;
        }
        let topic =
            topics.iter().find(|topic| topic.source.passage == block.id).map(|topic| topic.id.clone());
        for share in shares(&passage.words) {
            if share.is_other {
                // "dưới 1%", "tăng 10% so với năm 2025": nothing to be reached as a share.
                draft.log.not_understood(block, passage.words.span(share.tokens));
                continue;
            }
            let id = unique_id(&mut taken, &slug(&share.name, 48), "chi-tieu");
            let Ok(id) = id.parse() else { continue };
            let quote = passage.words.slice(share.tokens.clone());
            let (numerator, denominator) = fraction(&share.name, quote);
            let mut percent = Stated::written(share.percent, quote);
            if let Some(reason) = share.reason {
                percent.reason = reason;
            }
            let target = Target {
                id,
                order: targets.len() as u32 + 1,
                name: capitalized(&gist(&share.name, 160)),
                numerator,
                denominator,
                percent,
                due: due(passage, &share.tokens, draft.header.year),
                topic: topic.clone(),
                source: Source::new(block.id.clone(), quote),
                extra: Extra::new(),
            };
            let at = passage.words.span(share.tokens);
            let shown = format!("{} {}", percent_vi(target.percent.value), target.name);
            draft.log.read(block, at, Place::record(&target, ""), shown, target.percent.basis.into());
            draft.log.stated(block, Place::record(&target, "due"), &target.due, date_vi(target.due.value));
            targets.push(target);
        }
    }
    targets
}

struct Share {
    percent: f64,
    name: String,
    tokens: Range<usize>,
    reason: Option<String>,
    /// It is a bound from above, or a change: no share that is to be reached.
    is_other: bool,
}

/// Words before a number that make it no least share.
const OTHER: [&str; 12] = [
    "dưới",
    "không quá",
    "tối đa",
    "nhiều nhất",
    "thấp hơn",
    "<",
    "tăng",
    "tăng thêm",
    "giảm",
    "giảm còn",
    "giảm ít nhất",
    "tăng ít nhất",
];

/// What behind a share says when, not what.
const WHEN: [&str; 14] = [
    "vào",
    "trong năm",
    "trong quý",
    "trong tháng",
    "đến",
    "trước",
    "so với",
    "mỗi",
    "hằng",
    "hàng",
    "năm",
    "quý",
    "tháng",
    "trở lên",
];

fn shares(words: &Words<'_>) -> Vec<Share> {
    let mut found: Vec<Share> = Vec::new();
    let mut clause = 0;
    for at in 0..words.len() {
        let ends_clause = words.any(at, &[";", ":"]).is_some()
            || (words.phrase(at, ".").is_some() && !words.touches(at + 1));
        if ends_clause {
            clause = at + 1;
            continue;
        }
        let Some((percent, after)) = percent_at(words, at) else { continue };
        let end = (after..words.len())
            .find(|at| {
                words.phrase(*at, ";").is_some()
                    || (words.phrase(*at, ".").is_some() && !words.touches(*at + 1))
                    || (words.any(*at, &[",", "và"]).is_some() && next_percent(words, at + 1))
            })
            .unwrap_or(words.len());
        let (lead, over) = lead(words, clause, at);
        let after = words.any(after, &["trở lên", "trở lên các", "số", "các", "tổng số"]).unwrap_or(after);
        let behind = words.slice(after..end).trim();
        let in_front = words.slice(clause..lead).trim().chars().count() >= 6;
        let says_what = behind.chars().count() >= 6 && !(in_front && words.any(after, &WHEN).is_some());
        let (name, tokens) = if says_what {
            (behind, lead..end)
        } else {
            // "Tỷ lệ hồ sơ trực tuyến đạt 90% trở lên"
            let start = words.any(clause, &["-", "+", "phấn đấu"]).unwrap_or(clause);
            let name = (start..lead).rev().find(|at| words.any(*at, &OTHER) == Some(lead)).unwrap_or(lead);
            (words.slice(start..name).trim(), start..end)
        };
        let name = name.trim_end_matches(['.', ',', ';', '/']).trim();
        if name.chars().count() >= 4 {
            let reason = over.then(|| format!("Kế hoạch ghi trên {}.", percent_vi(percent)));
            let is_other = (clause..at).any(|start| words.any(start, &OTHER) == Some(at));
            found.push(Share { percent, name: name.to_owned(), tokens, reason, is_other });
        }
    }
    found
}

/// Words before a share that belong to it: "đạt trên", "ít nhất"; and whether they say "more than".
fn lead(words: &Words<'_>, from: usize, at: usize) -> (usize, bool) {
    let leads = [
        "đạt",
        "đạt trên",
        "đạt từ",
        "đạt tối thiểu",
        "đạt ít nhất",
        "trên",
        "từ",
        "tối thiểu",
        "ít nhất",
        "> =",
        "≥",
        ">",
        "phấn đấu",
    ];
    let start = (from..at).find(|start| leads.iter().any(|lead| words.phrase(*start, lead) == Some(at)));
    let start = start.unwrap_or(at);
    let over =
        (start..at).any(|at| words.any(at, &["trên", ">"]).is_some() && words.phrase(at, "> =").is_none());
    (start, over)
}

fn next_percent(words: &Words<'_>, at: usize) -> bool {
    (at..at + 4).any(|at| percent_at(words, at).is_some())
}

/// "100%", "99,5 %", "90 - 95%".
fn percent_at(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    // Not the decimals of another number.
    if words.touches(at) && words.get(at - 1).is_some_and(|before| before.is(",") || before.is(".")) {
        return None;
    }
    let (whole, mut next) = words.number(at)?;
    let mut text = whole.to_string();
    if let Some(decimals) = words.phrase(next, ",")
        && words.touches(next)
        && words.touches(decimals)
        && let Some((_, end)) = words.number(decimals)
    {
        text = format!("{text}.{}", words.slice(decimals..end));
        next = end;
    }
    let next = words.phrase(next, "%")?;
    let percent: f64 = text.parse().ok()?;
    (percent <= 1000.0).then_some((percent, next))
}

/// What is counted, and out of what: the plan names the share alone.
fn fraction(name: &str, quote: &str) -> (Stated<String>, Stated<String>) {
    const REASON: &str = "Kế hoạch nêu tỷ lệ, không tách tử số và mẫu số.";
    let verbs =
        [" được ", " chỉ ", " tham gia", " thực hiện", " đạt ", " có ", " biết ", " hài lòng", " trong "];
    let whole = verbs.iter().filter_map(|verb| name.find(verb)).min().map_or(name, |at| &name[..at]);
    let wording = quote.find(name).map_or("", |_| name).to_owned();
    let stated = |value: String| Stated { wording: wording.clone(), ..Stated::inferred(value, REASON) };
    (stated(format!("Số {name}")), stated(format!("Tổng số {whole}")))
}

/// "trong quý III/2026", "đến năm 2030" in the share's own words or in front of it; "trong năm 2026: 100% …; 90% …" before
/// the colon, for all behind it; else the end of the plan's year.
fn due(passage: &Passage<'_>, share: &Range<usize>, year: i32) -> Stated<Date> {
    let words = &passage.words;
    let in_front = &passage.block.text[..words.span(share.clone()).start];
    let clause = in_front.rfind([';', '.']).map_or(in_front, |end| &in_front[end..]);
    let for_all = in_front.split_once(':').map_or("", |(lead, _)| lead);
    let for_all = if for_all.contains('%') { "" } else { for_all };
    let mut places = [words.slice(share.clone()), clause, for_all].into_iter();
    if let Some(due) = places.find_map(|text| due_in(&Words::of(text), year)) {
        return due;
    }
    let end = Date::from_ymd_opt(year, 12, 31).unwrap_or_default();
    Stated::inferred(end, "Kế hoạch không nêu thời hạn của chỉ tiêu; lấy hết năm kế hoạch.")
}

fn due_in(words: &Words<'_>, year: i32) -> Option<Stated<Date>> {
    let named = words.find_any(0, &["trong năm", "đến hết năm", "hết năm", "đến cuối năm", "đến năm"]);
    if let Some(at) = named
        && let Some((named, end)) = crate::ingest::date::year(words, at.end)
    {
        let due = Date::from_ymd_opt(named, 12, 31)?;
        let wording = words.slice(at.start..end);
        let reason = format!("Trong năm {named}: đến hết ngày {}.", date_vi(due));
        return Some(Stated { reason, ..Stated::written(due, wording) });
    }
    let when = crate::ingest::timing::when(words, year)?;
    let (Cadence::Once { due } | Cadence::Range { to: due, .. }) = when.cadence else { return None };
    let wording = words.slice(when.tokens).to_owned();
    Some(Stated { basis: when.basis, wording, reason: when.reason, ..Stated::written(due, "") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_in_front_and_behind() {
        let read = |text: &str| {
            let words = Words::of(text);
            let one = |share: &Share| format!("{} {}", share.percent, share.name);
            shares(&words).iter().map(one).collect::<Vec<_>>().join(" | ")
        };
        assert_eq!(
            read("phấn đấu trong năm 2026: 100% TTHC đủ điều kiện được cung cấp; 99,5% hồ sơ được xử lý."),
            "100 TTHC đủ điều kiện được cung cấp | 99.5 hồ sơ được xử lý"
        );
        assert_eq!(
            read("Tỷ lệ hồ sơ trực tuyến đạt 90% trở lên; trên 80% CBCCVC tham gia"),
            "90 Tỷ lệ hồ sơ trực tuyến | 80 CBCCVC tham gia"
        );
        assert_eq!(read("tỷ lệ hài lòng đạt từ 95% trở lên vào cuối năm 2026"), "95 tỷ lệ hài lòng");
    }

    #[test]
    fn a_bound_from_above_and_a_change_are_no_shares_to_be_reached() {
        let others =
            |text: &str| shares(&Words::of(text)).iter().map(|share| share.is_other).collect::<Vec<_>>();
        assert_eq!(others("dưới 1% hồ sơ trễ hạn; 100% hồ sơ được số hóa"), [true, false]);
        assert_eq!(others("tỷ lệ hồ sơ trực tuyến tăng 10% so với năm 2025"), [true]);
        assert_eq!(others("số hồ sơ trễ hạn không quá 2%"), [true]);
    }
}
