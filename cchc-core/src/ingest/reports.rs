//! Chế độ báo cáo: the rules that the plan's words on reports make.

mod deadlines;

use std::ops::Range;

use deadlines::Said;

use super::Draft;
use super::duties::Asked;
use super::offices::Assigned;
use super::outline::Part;
use super::reading::Certainty;
use super::timing::report_periods;
use super::words::Words;
use crate::calendar::{DeadlineRule, PeriodKind, WindowRule};
use crate::diagnostic::Place;
use crate::id::DutyId;
use crate::order;
use crate::plan::{Basis, Office, Regime, ReportForm, ReportLevel, ReportRule, Source, Stated};
use crate::record::Extra;

/// The words that ask for reports.
struct First {
    /// The focal office's duty that they are; none where a section on reports says it of all.
    duty: Option<DutyId>,
    passage: usize,
    at: Range<usize>,
    periods: Vec<PeriodKind>,
    wording: String,
    deadline: Option<Stated<DeadlineRule>>,
}

/// The first duty that asks for reports; where no duty does, the first words of the plan on reports of periods.
fn first(draft: &Draft<'_>, asked: &[Asked]) -> Option<First> {
    if let Some(asked) = asked.first().cloned() {
        let Asked { duty, passage, at, periods, wording, deadline } = asked;
        return Some(First { duty: Some(duty), passage, at, periods, wording, deadline });
    }
    draft.passages.iter().enumerate().filter(|(_, passage)| deadlines::speaks_of_reports(passage)).find_map(
        |(at, passage)| {
            let (periods, tokens) = report_periods(&passage.words);
            (!periods.is_empty()).then(|| First {
                duty: None,
                passage: at,
                at: 0..passage.block.text.len(),
                periods,
                wording: passage.words.slice(tokens).to_owned(),
                deadline: None,
            })
        },
    )
}

/// The rules of the periods that the focal office's duties name, or the plan's section on reports, and one for reports
/// on request.
pub(super) fn rules(draft: &mut Draft<'_>, asked: &[Asked], assigned: &Assigned) -> Vec<ReportRule> {
    let Some((_, focal)) = assigned.focal_office() else { return Vec::new() };
    let Some(first) = first(draft, asked) else { return Vec::new() };
    let said = deadlines::deadlines(draft, assigned, focal);
    tell(draft, &said);
    let block = draft.passages[first.passage].block;
    let quote = block.text[first.at.clone()].to_owned();
    let source = Source::new(block.id.clone(), &quote);
    let also: Vec<DutyId> = asked.iter().skip(1).map(|other| other.duty.clone()).collect();
    let own = asked.iter().find_map(|asked| asked.deadline.clone());
    let words = Words::of(&quote);
    let embedded = words.find_any(0, &["lồng ghép"]).map(|at| {
        let end = (at.start..words.len())
            .find(|at| words.any(*at, &[")", ";", ".", "hoặc", ","]).is_some())
            .unwrap_or(words.len());
        words.slice(at.start..end).to_owned()
    });
    let by_rule = words.find_any(0, &["theo quy định"]).map(|at| words.slice(at).to_owned());
    let mut periods = first.periods.clone();
    let others = asked.iter().skip(1).flat_map(|other| &other.periods).copied();
    for other in others.chain(said.iter().filter_map(|said| said.period)) {
        if !periods.contains(&other) {
            periods.push(other);
        }
    }
    order::sort(&mut periods);
    let mut rules: Vec<ReportRule> = Vec::new();
    for period in periods {
        let (id, name, mut parts, mut reason) = usual(period);
        // Two days of the year are two reports.
        if period == PeriodKind::Half && first.deadline.as_ref().is_some_and(|due| due.wording.contains('/'))
        {
            (parts, reason) = (vec![1, 2], "Kế hoạch nêu hai mốc trong năm.");
        }
        let wording = first.wording.clone();
        let Ok(id) = id.parse() else { continue };
        let mut window = Stated::inferred(
            WindowRule::Nd09,
            "Thời gian chốt số liệu lấy theo Điều 12 Nghị định số 09/2019/NĐ-CP.",
        );
        window.wording = by_rule.clone().unwrap_or_default();
        let form = match &embedded {
            Some(wording) => Stated::written(ReportForm::Embedded, wording),
            None => {
                Stated::inferred(ReportForm::StandAlone, "Kế hoạch không nêu lồng ghép vào báo cáo CCHC.")
            }
        };
        let parts = match period {
            PeriodKind::Year => Stated::written(parts, &wording),
            _ => Stated { wording: wording.clone(), ..Stated::inferred(parts, reason) },
        };
        rules.push(ReportRule {
            id,
            order: rules.len() as u32 + 1,
            name: name.to_owned(),
            regime: Regime::Periodic,
            period: Some(period),
            parts,
            window,
            cumulative: Stated::inferred(false, "Kế hoạch không nêu lũy kế."),
            form,
            duty: first.duty.clone(),
            also_serves: also.clone(),
            levels: levels(draft, focal, &said, own.as_ref(), period),
            source: source.clone(),
            extra: Extra::new(),
        });
    }
    let request = words.find_any(0, &["theo yêu cầu chuyên đề", "chuyên đề", "đột xuất"]);
    if let Some(at) = request {
        let wording = words.slice(at);
        let regime = if wording.contains("đột xuất") { Regime::AdHoc } else { Regime::Thematic };
        let (id, name) = match regime {
            Regime::AdHoc => ("bao-cao-dot-xuat", "Báo cáo đột xuất"),
            _ => ("bao-cao-chuyen-de", "Báo cáo chuyên đề"),
        };
        if let Ok(id) = id.parse() {
            let said = |reason: &str| format!("{reason}; do văn bản yêu cầu quy định.");
            rules.push(ReportRule {
                id,
                order: rules.len() as u32 + 1,
                name: name.to_owned(),
                regime,
                period: None,
                parts: Stated {
                    wording: wording.to_owned(),
                    ..Stated::inferred(Vec::new(), "Gửi khi có yêu cầu, không theo kỳ.")
                },
                window: Stated::inferred(WindowRule::Nd09, said("Kỳ số liệu")),
                cumulative: Stated::inferred(false, said("Lũy kế")),
                form: Stated {
                    wording: wording.to_owned(),
                    ..Stated::inferred(ReportForm::StandAlone, "Báo cáo theo yêu cầu là văn bản riêng.")
                },
                duty: first.duty.clone(),
                also_serves: Vec::new(),
                levels: on_request(rules.first()),
                source,
                extra: Extra::new(),
            });
        }
    }
    for rule in &rules {
        draft.log.read(block, first.at.clone(), Place::record(rule, ""), &rule.name, Certainty::Written);
        for (nth, level) in rule.levels.iter().enumerate() {
            let Some(deadline) = &level.deadline else { continue };
            let shown = format!("{} → {}: {}", level.from, level.to, deadline.value.vietnamese());
            let place = Place::record(rule, format!("levels[{nth}].deadline"));
            let wording = deadline.wording.as_str();
            let mut blocks = draft.passages.iter().map(|passage| passage.block);
            match blocks.find(|block| !wording.is_empty() && block.text.contains(wording)) {
                Some(block) => draft.log.stated(block, place, deadline, shown),
                None => draft.log.concluded(place, shown),
            }
        }
    }
    rules
}

/// Id, name, parts of the year and the reason for these.
fn usual(period: PeriodKind) -> (&'static str, &'static str, Vec<u32>, &'static str) {
    match period {
        PeriodKind::Month => ("bao-cao-thang", "Báo cáo tháng", Vec::new(), "Mỗi tháng một báo cáo."),
        PeriodKind::Quarter => (
            "bao-cao-quy",
            "Báo cáo quý",
            vec![1, 2, 3, 4],
            "“Hằng quý” là cả bốn quý. Chế độ báo cáo CCHC theo công văn số 581/BNV-CCHC chỉ có quý I, 6 tháng, quý III và \
             năm: nếu tỉnh không yêu cầu báo cáo riêng quý II, quý IV thì bỏ hai quý này.",
        ),
        PeriodKind::Half => (
            "bao-cao-6-thang",
            "Báo cáo 6 tháng",
            vec![1],
            "Báo cáo 6 tháng đầu năm; 6 tháng cuối năm nằm trong báo cáo năm.",
        ),
        PeriodKind::NineMonths => {
            ("bao-cao-9-thang", "Báo cáo 9 tháng", vec![1], "Một năm có một kỳ 9 tháng.")
        }
        PeriodKind::Year => ("bao-cao-nam", "Báo cáo năm", vec![1], ""),
    }
}

/// Says which words of the section on reports were read as deadlines.
fn tell(draft: &mut Draft<'_>, said: &[Said]) {
    for (at, passage) in draft.passages.iter().enumerate() {
        let here = said.iter().filter(|said| said.passage == at);
        let rules: Vec<String> = here.map(|said| said.deadline.value.vietnamese()).collect();
        if passage.block.part.main() == Part::Reports && !rules.is_empty() {
            let shown = format!("hạn báo cáo: {}", rules.join("; "));
            let words = 0..passage.block.text.len();
            draft.log.read(passage.block, words, Place::part("report_rules"), shown, Certainty::Written);
        }
    }
}

/// The way of the periodic reports from the focal office on, which one on request goes, too: by when, the request says.
fn on_request(periodic: Option<&ReportRule>) -> Vec<ReportLevel> {
    let levels = periodic.map_or(&[][..], |rule| &rule.levels);
    let own = levels.iter().skip_while(|level| level.from_office.is_none());
    own.map(|level| ReportLevel { deadline: None, ..level.clone() }).collect()
}

/// Who sends to whom by when: the plan's own days, else those of custom, which nobody has checked.
fn levels(
    draft: &Draft<'_>,
    focal: &Office,
    said: &[Said],
    asked: Option<&Stated<DeadlineRule>>,
    period: PeriodKind,
) -> Vec<ReportLevel> {
    let own = format!("UBND {}", draft.header.kind());
    let (from, top) = if draft.header.is_of_province() {
        ("Các sở, ngành, địa phương", "Bộ Nội vụ")
    } else {
        ("Các cơ quan, đơn vị", "Sở Nội vụ")
    };
    // What is said of this very period, else what is said of all.
    let day = |to_focal: bool| {
        let of = |wanted: Option<PeriodKind>| {
            said.iter().find(|said| said.to_focal == to_focal && said.period == wanted)
        };
        of(Some(period)).or_else(|| of(None)).map(|said| said.deadline.clone())
    };
    let is_split = said.iter().any(|said| !said.to_focal && said.period.is_some());
    let (to_focal, on) = (day(true), asked.filter(|_| !is_split).cloned().or_else(|| day(false)));
    let custom = |day, reason: &str| Stated {
        basis: Basis::Unverified,
        ..Stated::inferred(DeadlineRule { day, months_after: 0, inclusive: true }, reason)
    };
    let level =
        |from: &str, from_office: Option<&Office>, to: &str, deadline: Stated<DeadlineRule>| ReportLevel {
            from: from.to_owned(),
            from_office: from_office.map(|office| office.id.clone()),
            to: to.to_owned(),
            deadline: Some(deadline),
            overrides: Vec::new(),
            extra: Extra::new(),
        };
    vec![
        level(
            from,
            None,
            &focal.name,
            to_focal
                .unwrap_or_else(|| custom(11, "Theo thông lệ ngày 10 đến 12; chưa có văn bản để đối chiếu.")),
        ),
        level(
            &focal.name,
            Some(focal),
            &own,
            on.clone().unwrap_or_else(|| custom(15, "Theo thông lệ; chưa có văn bản để đối chiếu.")),
        ),
        level(
            &own,
            None,
            top,
            on.unwrap_or_else(|| {
                custom(17, "Theo thông lệ ngày 15 đến 17; chưa có văn bản của tỉnh để đối chiếu.")
            }),
        ),
    ]
}
