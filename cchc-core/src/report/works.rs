//! What the registers say beyond counts: details of works, merits, the year's budget. Only what is recorded is told: where
//! nothing is, nothing is said, for nobody has said that there was nothing.

use crate::calendar::Date;
use crate::progress::ReportItem;
use crate::progress::ledger::Fact;
use crate::register::{Activity, BudgetItem, Detail, Honoree, Merit, MeritKind, WorkForm};
use crate::report::compose::{Context, due_of, month_of};
use crate::report::words::{bare, lower_first};
use crate::report::{Paragraph, Piece};
use crate::text::{capitalized, date_vi, join_vi, money_vi, percent_vi, two_digits};

/// At most so many works, items or merits are named one by one.
const TOLD: usize = 4;

/// The key of the paragraph on the year's budget: what is spent later is no change of a report's period.
pub(super) const BUDGET_KEY: &str = "chi-dao.kinh-phi-nam";

/// Chi tiết các hoạt động: an item for every form of work of which details were recorded.
pub(super) fn details(context: &Context<'_>, pieces: &mut Vec<Piece>) {
    let of = |form: WorkForm| {
        let facts = context.facts.iter().filter(|fact: &&Fact| fact.form == Some(form));
        let activities = facts.map(|fact| context.ledger.activity(fact));
        let works: Vec<(&Activity, &Detail)> =
            activities.filter_map(|activity| Some((activity, activity.detail_of(form)?))).collect();
        let text = told(form, &works)?;
        Some(Paragraph::item(format!("chi-tiet.{}", key_of(form)), text))
    };
    let items: Vec<Paragraph> = WorkForm::ALL.into_iter().filter_map(of).collect();
    if items.is_empty() {
        return;
    }
    let opening = "Chi tiết các hoạt động, theo sổ theo dõi:";
    pieces.push(Piece::Paragraph(Paragraph::plain("chi-tiet", opening)));
    pieces.extend(items.into_iter().map(Piece::Paragraph));
}

const fn key_of(form: WorkForm) -> &'static str {
    match form {
        WorkForm::Training => "tap-huan",
        WorkForm::Contest => "cuoc-thi",
        WorkForm::Broadcast => "phat-thanh",
        WorkForm::Dialogue => "doi-thoai",
        WorkForm::Posting => "niem-yet",
        WorkForm::Inspection => "kiem-tra",
        WorkForm::DatabaseUpdate => "csdl",
    }
}

fn told(form: WorkForm, works: &[(&Activity, &Detail)]) -> Option<String> {
    if works.is_empty() {
        return None;
    }
    let name = capitalized(form.vietnamese());
    let items: u64 = works.iter().map(|(_, detail)| detail.items.len() as u64).sum();
    let answered = works.iter().flat_map(|(_, detail)| &detail.items);
    let answered = answered.filter(|item| !item.answer.trim().is_empty()).count() as u64;
    let mut said = match form {
        WorkForm::Broadcast | WorkForm::Posting | WorkForm::DatabaseUpdate => {
            let unit = if form == WorkForm::Broadcast { "buổi phát" } else { "lần" };
            // Not each has its details: this is no count of the work, which stands above.
            vec![format!("{} {unit} có ghi chi tiết", two_digits(works.len() as u64))]
        }
        WorkForm::Training | WorkForm::Contest | WorkForm::Dialogue | WorkForm::Inspection => {
            vec![listed(works.iter().map(|(activity, detail)| held(form, activity, detail)))]
        }
    };
    match form {
        WorkForm::Broadcast => {
            let timed: Vec<u64> = works.iter().filter_map(|(_, detail)| detail.minutes).collect();
            if !timed.is_empty() {
                let minutes = two_digits(timed.iter().fold(0, |sum, one| sum.saturating_add(*one)));
                let of = if timed.len() < works.len() {
                    format!(" ({} buổi có ghi thời lượng)", two_digits(timed.len() as u64))
                } else {
                    String::new()
                };
                said.push(format!("tổng thời lượng {minutes} phút{of}"));
            }
        }
        WorkForm::Posting => {
            let mut places: Vec<&str> = Vec::new();
            for (_, detail) in works {
                let place = bare(&detail.place);
                if !place.is_empty() && !places.contains(&place) {
                    places.push(place);
                }
            }
            if !places.is_empty() {
                said.push(format!("nơi niêm yết: {}", join_vi(places)));
            }
        }
        WorkForm::DatabaseUpdate if items > 0 => {
            let names = works.iter().flat_map(|(_, detail)| &detail.items);
            said.push(format!("gồm {}", listed(names.map(|item| bare(&item.text).to_owned()))));
        }
        WorkForm::Dialogue if items > 0 => said.push(format!(
            "{} câu hỏi, kiến nghị được ghi lại, đã trả lời {}",
            two_digits(items),
            two_digits(answered)
        )),
        WorkForm::Inspection if items > 0 => said.push(format!(
            "{} nội dung kiểm tra, đã kết luận {}",
            two_digits(items),
            two_digits(answered)
        )),
        _ => {}
    }
    let said = said.join("; ");
    // "Đối thoại: đối thoại …" says one word twice.
    Some(if said.starts_with(form.vietnamese()) {
        format!("{}.", capitalized(&said))
    } else {
        format!("{name}: {said}.")
    })
}

/// One work by itself: "lớp tập huấn … (ngày 30/9/2026, tại Hội trường; báo cáo viên: …)".
fn held(form: WorkForm, activity: &Activity, detail: &Detail) -> String {
    let mut about = vec![match detail.until.filter(|until| *until > activity.date) {
        Some(until) => format!("từ ngày {} đến ngày {}", date_vi(activity.date), date_vi(until)),
        None => format!("ngày {}", date_vi(activity.date)),
    }];
    let place = bare(&detail.place);
    if !place.is_empty() {
        about.push(format!("địa điểm: {place}"));
    }
    let led_by = bare(&detail.led_by);
    if !led_by.is_empty() {
        let role = match form {
            WorkForm::Training => "báo cáo viên",
            WorkForm::Contest => "đơn vị tổ chức",
            WorkForm::Inspection => "trưởng đoàn",
            _ => "chủ trì",
        };
        about.push(format!("{role}: {led_by}"));
    }
    format!("{} ({})", lower_first(bare(&activity.title)), about.join("; "))
}

/// The first few, and how many more there are.
fn listed(all: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = all.collect();
    let mut told: Vec<String> = all.iter().take(TOLD).cloned().collect();
    if all.len() > TOLD {
        told.push(format!("và {} trường hợp khác", two_digits((all.len() - TOLD) as u64)));
    }
    told.join("; ")
}

/// Điển hình, cách làm hay, sáng kiến, khen thưởng recorded in the window.
pub(super) fn merits(context: &Context<'_>) -> Option<Paragraph> {
    let window = context.spec.window;
    let all: Vec<&Merit> = context
        .file
        .merits
        .iter()
        .filter(|merit| window.contains(merit.date) && merit.date <= context.as_of)
        .collect();
    if all.is_empty() {
        return None;
    }
    let kinds =
        [MeritKind::RoleModel, MeritKind::GoodPractice, MeritKind::Initiative, MeritKind::Achievement];
    let counts = kinds.into_iter().filter_map(|kind| {
        let count = all.iter().filter(|merit| merit.kind == kind).count() as u64;
        (count > 0).then(|| format!("{} {}", two_digits(count), kind.vietnamese()))
    });
    let names = listed(all.iter().map(|merit| {
        let effect = lower_first(&bare(&merit.effect).replace(';', ","));
        let effect = if effect.is_empty() { effect } else { format!(" ({effect})") };
        format!("“{}” của {}{effect}", bare(&merit.title), bare(&merit.who))
    }));
    let mut text = format!("Trong kỳ ghi nhận {}: {names}.", join_vi(counts));
    let as_of = context.as_of;
    let stands = [
        ("đã khen thưởng, công nhận", honored(&all, |merit| merit.is_commended(as_of))),
        ("đang đề nghị khen thưởng", honored(&all, |merit| merit.is_proposed(as_of))),
    ];
    let stands: Vec<String> =
        stands.into_iter().filter_map(|(verb, whom)| Some(format!("{verb} {}", whom?))).collect();
    if !stands.is_empty() {
        text.push_str(&format!(" Trong đó {}.", stands.join("; ")));
    }
    Some(Paragraph::plain("uu-diem.dien-hinh", text))
}

/// "01 tập thể và 02 cá nhân"; none where nobody is.
fn honored(merits: &[&Merit], is_meant: impl Fn(&Merit) -> bool) -> Option<String> {
    let counts = [Honoree::Collective, Honoree::Individual].into_iter().filter_map(|honoree| {
        let count = merits.iter().filter(|merit| merit.honoree == honoree && is_meant(merit)).count() as u64;
        (count > 0).then(|| format!("{} {}", two_digits(count), honoree.vietnamese()))
    });
    let told = join_vi(counts);
    (!told.is_empty()).then_some(told)
}

/// Kinh phí của năm: estimate, appraisal, allocation and spending, as far as they were known on the day of the figures.
/// Each sum says of how many items it is, where that is not all that is told of.
pub(super) fn budget(context: &Context<'_>) -> Option<Paragraph> {
    let items = &context.file.budget_items;
    let all: Vec<_> = items.iter().map(|item| known(context, item)).collect();
    let told_of: Vec<_> = all.iter().filter(|amounts| amounts.iter().any(Option::is_some)).collect();
    let sum_of = |step: usize| {
        let stated: Vec<u64> = told_of.iter().filter_map(|amounts| amounts[step]).collect();
        let sum = stated.iter().fold(0, |sum: u64, amount| sum.saturating_add(*amount));
        (!stated.is_empty()).then_some((sum, stated.len()))
    };
    let sums: [_; STEPS.len()] = std::array::from_fn(sum_of);
    let [.., allocated, spent] = sums;
    let stated = STEPS.iter().enumerate().zip(sums).filter_map(|((step, name), sum)| {
        let (sum, count) = sum?;
        let mut text = format!("{name} {}", money_vi(sum as i64));
        // What was spent has its day beside it, and no item has to be spent.
        if count < told_of.len() && step < SPENT {
            text.push_str(&format!(
                " ({}/{} khoản",
                two_digits(count as u64),
                two_digits(told_of.len() as u64)
            ));
            if step == APPRAISED {
                let of = told_of.iter().filter(|amounts| amounts[APPRAISED].is_some());
                let estimate = of.filter_map(|amounts| amounts[0]).fold(0, u64::saturating_add);
                text.push_str(&format!(", dự toán {}", money_vi(estimate as i64)));
            }
            text.push(')');
        }
        Some(text)
    });
    let mut told: Vec<String> = stated.collect();
    let last = told.last_mut()?;
    if let Some((spent, _)) = spent {
        if let Some((allocated @ 1.., _)) = allocated {
            let share = percent_vi(spent as f64 * 100.0 / allocated as f64);
            last.push_str(&format!(", bằng {share} số được bố trí"));
        }
        last.push_str(&format!(" (số ghi đến ngày {})", date_vi(context.today)));
    }
    // Of an item that had no step with a day yet, a report of the past knows nothing: the sums are without it.
    let until = if told_of.len() < all.len() && !is_being_written(context) {
        let reached = if allocated.is_some() { "thẩm định, bố trí" } else { "thẩm định" };
        format!(" đã {reached} đến ngày {}", date_vi(context.as_of))
    } else {
        String::new()
    };
    let text = format!(
        "Kinh phí tuyên truyền CCHC năm {} theo {} khoản kinh phí{until}: {}.",
        context.file.plan.year,
        two_digits(told_of.len() as u64),
        told.join("; ")
    );
    Some(Paragraph::plain(BUDGET_KEY, text))
}

/// The way of an amount.
const STEPS: [&str; 4] = ["dự toán", "thẩm định", "được bố trí", "đã chi"];
const APPRAISED: usize = 1;
const SPENT: usize = 3;

/// The amounts of an item that the report may state, by step. One with a day is known from that day on, and so is all that
/// came before it; what comes after a step of a later day was later, too. Else a sum without a day is known on no day but
/// today: it is stated while the report is being written.
fn known(context: &Context<'_>, item: &BudgetItem) -> [Option<u64>; STEPS.len()] {
    let steps = [
        (item.estimate, None),
        (item.appraised, item.appraised_on),
        (item.allocated, item.allocated_on()),
        (item.spent, None),
    ];
    let is_known = |day: Date| day <= context.as_of;
    let reached = steps.iter().rposition(|(_, day)| day.is_some_and(is_known)).map_or(0, |last| last + 1);
    let later = steps.iter().position(|(_, day)| day.is_some_and(|day| !is_known(day)));
    let until =
        if is_being_written(context) { steps.len() } else { reached }.min(later.unwrap_or(steps.len()));
    let mut amounts = steps.map(|(amount, _)| amount);
    amounts[until..].fill(None);
    amounts
}

/// Whether the report is not sent, and nothing came after what it is about: its month is not over, or it ends the year.
fn is_being_written(context: &Context<'_>) -> bool {
    let is_sent = context.item.is_some_and(ReportItem::is_sent);
    let ends_year = context.spec.next_name(context.file).is_none();
    !is_sent && (ends_year || month_of(context.today) <= month_of(due_of(context.spec, context.item)))
}

#[cfg(test)]
mod tests {
    use crate::examples;
    use crate::exchange::PlanFile;
    use crate::progress::Tracking;
    use crate::register::Activity;
    use crate::report::{ReportSpec, compose_from};

    fn paragraphs(file: &PlanFile) -> Vec<(String, String)> {
        let spec = ReportSpec::of_period(file, "2026-Q4".parse().unwrap());
        let report = compose_from(&Tracking::of(file, "2026-11-20".parse().unwrap()), &spec);
        report.paragraphs().map(|one| (one.key.clone(), one.composed.clone())).collect()
    }

    #[test]
    fn of_what_nobody_recorded_nothing_is_said() {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let is_ours = |key: &str| {
            key.starts_with("chi-tiet") || ["uu-diem.dien-hinh", super::BUDGET_KEY].contains(&key)
        };
        assert!(paragraphs(&file).iter().filter(|(key, _)| is_ours(key)).count() >= 5);
        for id in file.merits.iter().map(|one| one.id.clone()).collect::<Vec<_>>() {
            file.contents.merits.remove(&id);
        }
        for id in file.budget_items.iter().map(|one| one.id.clone()).collect::<Vec<_>>() {
            file.contents.budget_items.remove(&id);
        }
        for one in file.activities.iter().cloned().collect::<Vec<_>>() {
            file.contents.activities.put(Activity { detail: None, ..one });
        }
        assert_eq!(paragraphs(&file).iter().find(|(key, _)| is_ours(key)), None);
    }

    #[test]
    fn a_sum_says_of_how_many_items_it_is() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let told = |period: &str, today: &str| {
            let spec = ReportSpec::of_period(&file, period.parse().unwrap());
            let report = compose_from(&Tracking::of(&file, today.parse().unwrap()), &spec);
            let of_year = report.paragraphs().find(|one| one.key == super::BUDGET_KEY);
            of_year.map(|one| one.composed.clone()).unwrap_or_default()
        };
        let all = "Kinh phí tuyên truyền CCHC năm 2026 theo 09 khoản kinh phí: dự toán 47.300.000 đồng; thẩm định \
                   39.900.000 đồng (08/09 khoản, dự toán 42.500.000 đồng); được bố trí";
        assert!(told("2026", "2026-11-30").starts_with(all), "{}", told("2026", "2026-11-30"));
        // The ninth item has no day: a report of the past does not know of it, and says of what its sums are.
        let past = told("2026-Q2", "2026-11-30");
        assert!(past.contains(" theo 08 khoản kinh phí đã thẩm định đến ngày "), "{past}");
        assert!(past.ends_with(": dự toán 42.500.000 đồng; thẩm định 39.900.000 đồng."), "{past}");
    }

    #[test]
    fn an_amount_that_nobody_stated_is_no_zero() {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let told = |file: &PlanFile| {
            let all = paragraphs(file);
            all.into_iter().find(|(key, _)| key == super::BUDGET_KEY).map(|(_, words)| words)
        };
        for one in file.budget_items.iter().cloned().collect::<Vec<_>>() {
            file.contents.budget_items.put(super::BudgetItem {
                appraised: None,
                allocated: None,
                spent: None,
                ..one
            });
        }
        assert_eq!(
            told(&file).unwrap(),
            "Kinh phí tuyên truyền CCHC năm 2026 theo 09 khoản kinh phí: dự toán 47.300.000 đồng."
        );
        let first = file.budget_items.iter().next().unwrap().clone();
        file.contents.budget_items.put(super::BudgetItem { spent: Some(0), ..first });
        assert!(
            told(&file).unwrap().ends_with("; đã chi 0 đồng (số ghi đến ngày 20/11/2026)."),
            "a zero that was stated is told"
        );
    }
}
