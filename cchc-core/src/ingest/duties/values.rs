//! The values of a duty: when, how much, by what channels, on what.

use super::super::catalogue::{catalogue, unit_name};
use super::super::quota::Amount;
use super::super::timing::every_quarter;
use super::super::words::Words;
use super::{Around, Clause, Counted, Time, usual};
use crate::calendar::Date;
use crate::id::{ChannelId, TopicId};
use crate::plan::{Basis, Cadence, Channel, Quota, QuotaGoal, QuotaScope, Stated, Topic};
use crate::record::Extra;

/// The cadence that the words say, or what is usual for such work.
pub(super) fn cadence(clause: &Clause<'_>, year: i32, around: &Around<'_>) -> Stated<Cadence> {
    let words = clause.words;
    let year_end = Date::from_ymd_opt(year, 12, 31).unwrap_or_default();
    if let Some(Time { when, wording, .. }) = &clause.time {
        let (wording, reason) = (wording.clone(), when.reason.clone());
        let counts = clause
            .amounts
            .first()
            .is_some_and(|counted| matches!(counted.amount.goal, QuotaGoal::AtLeast(_)));
        if counts && wording.contains("năm") && matches!(when.cadence, Cadence::Continuous { .. }) {
            let reason = "Kế hoạch nêu số lượng của cả năm; tính đến hết năm.";
            return Stated { wording, ..Stated::inferred(Cadence::Once { due: year_end }, reason) };
        }
        return Stated {
            value: when.cadence.clone(),
            basis: when.basis,
            wording,
            reason,
            extra: Extra::new(),
        };
    }
    match clause.amounts.first().map(|counted| (counted.amount.goal, &counted.wording)) {
        Some((QuotaGoal::AtLeast(_), _)) => {
            return Stated::inferred(
                Cadence::Once { due: year_end },
                "Kế hoạch nêu số lượng, không nêu thời hạn; lấy hết năm.",
            );
        }
        Some((QuotaGoal::AtLeastPrevious, wording)) => {
            let wording = wording.clone();
            let reason = "Kế hoạch không nêu kỳ; so từng quý với quý trước, theo kỳ báo cáo.";
            return Stated { wording, ..Stated::inferred(every_quarter(), reason) };
        }
        None => {}
    }
    if let Some(at) = usual::is_once(words) {
        let wording = words.slice(at).to_owned();
        let reason = "Kế hoạch không nêu thời hạn; lấy hết năm.";
        return Stated { wording, ..Stated::inferred(Cadence::Once { due: year_end }, reason) };
    }
    match &around.general {
        Some(wording) => Stated {
            wording: wording.clone(),
            ..Stated::inferred(
                every_quarter(),
                "Yêu cầu chung của Kế hoạch là thường xuyên, liên tục; phần nhiệm vụ không nêu kỳ. Tính mỗi quý có ít nhất 01 minh chứng.",
            )
        },
        None => {
            Stated::inferred(every_quarter(), "Kế hoạch không nêu kỳ; tính mỗi quý có ít nhất 01 minh chứng.")
        }
    }
}

/// A quota: what is counted, and where.
pub(super) fn quota(counted: &Counted, clause: &Words<'_>, around: &Around<'_>) -> Stated<Quota> {
    let Counted { amount, wording } = counted;
    let mut unit = amount.unit.clone();
    let mut reason = amount.reason.clone();
    if unit == "tin-bai"
        && amount.goal == QuotaGoal::AtLeastPrevious
        && clause.has_any(&["phat song", "truyen thanh"])
    {
        "luot-phat".clone_into(&mut unit);
        reason.push_str(" Đếm bằng lượt phát vì tin, bài phát trên truyền thanh.");
    }
    if unit == "lan" && clause.has_any(&["phat thanh", "phat song"]) {
        "luot-phat".clone_into(&mut unit);
        "Một lần phát thanh là một lượt phát.".clone_into(&mut reason);
    }
    let page = around.channels.iter().find(|channel| channel.id == "trang-ttdt");
    let on_page =
        clause.has_any(&["tren trang thong tin dien tu", "tren cong thong tin dien tu", "tren trang ttdt"]);
    let scope = match page.filter(|_| on_page && unit == "tin-bai") {
        Some(page) => {
            if reason.is_empty() {
                "Đếm mọi tin, bài về CCHC đăng trên Trang, không kể cơ quan nào viết."
                    .clone_into(&mut reason);
            }
            QuotaScope::Channel(page.id.clone())
        }
        None => QuotaScope::Duty,
    };
    let unit = unit.parse().unwrap_or_else(|_| "lan".parse().expect("a plain id"));
    let value = Quota { goal: amount.goal, unit, scope };
    Stated { value, basis: amount.basis, wording: wording.clone(), reason, extra: Extra::new() }
}

/// An amount of a week as one of a month: the file knows no weeks.
pub(super) fn by_the_month(amount: &mut Amount) {
    if let QuotaGoal::AtLeast(count) = amount.goal {
        amount.goal = QuotaGoal::AtLeast(count.saturating_mul(4));
        amount.basis = Basis::Inferred;
        amount.reason = format!("Kế hoạch ghi {count} mỗi tuần; mỗi tháng tính 4 tuần.");
    }
}

/// At least one of what is done once, where it is a thing that is counted.
pub(super) fn usual_quota(words: &Words<'_>, cadence: &Cadence) -> Option<Stated<Quota>> {
    matches!(cadence, Cadence::Once { .. } | Cadence::Range { .. }).then_some(())?;
    let (unit, at, reason) = usual::quota(words)?;
    let value = Quota { goal: QuotaGoal::AtLeast(1), unit, scope: QuotaScope::Duty };
    Some(Stated { wording: words.slice(at).to_owned(), ..Stated::inferred(value, reason) })
}

/// A quota as a person reads it.
pub(super) fn shown(quota: &Stated<Quota>) -> String {
    let unit = unit_name(&quota.value.unit);
    match quota.value.goal {
        QuotaGoal::AtLeast(count) => format!("ít nhất {} {unit}", crate::text::two_digits(count.into())),
        QuotaGoal::AtLeastPrevious => format!("không ít hơn kỳ trước ({unit})"),
    }
}

/// The channels that the words name, of those the plan has.
pub(super) fn channels(words: &Words<'_>, channels: &[Channel]) -> Vec<ChannelId> {
    let named = catalogue().channels_in(words).into_iter();
    named
        .filter_map(|(known, _)| channels.iter().find(|channel| channel.id == *known.id.as_str()))
        .map(|channel| channel.id.clone())
        .take(4)
        .collect()
}

/// The topic whose area the words are about.
pub(super) fn topics(words: &Words<'_>, topics: &[Topic]) -> Vec<TopicId> {
    let area = catalogue().area_of(words);
    topics
        .iter()
        .filter(|topic| area.is_some_and(|area| topic.id == *area.id.as_str()))
        .map(|topic| topic.id.clone())
        .collect()
}
