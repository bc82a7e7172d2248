//! Chế độ báo cáo: the rules that the plan's words on reports make.

use super::Draft;
use super::duties::Asked;
use super::outline::Part;
use super::reading::Certainty;
use super::timing::period_deadline;
use super::words::Words;
use crate::calendar::{DeadlineRule, PeriodKind, WindowRule};
use crate::diagnostic::Place;
use crate::id::DutyId;
use crate::order;
use crate::plan::{Basis, Office, Regime, ReportForm, ReportLevel, ReportRule, Source, Stated};
use crate::record::Extra;

/// The rules of the periods that the focal office's duties name, and one for reports on request.
pub(super) fn rules(draft: &mut Draft<'_>, asked: &[Asked], focal: Option<&Office>) -> Vec<ReportRule> {
    let (Some(first), Some(focal)) = (asked.first(), focal) else { return Vec::new() };
    let block = draft.passages[first.passage].block;
    let quote = block.text[first.at.clone()].to_owned();
    let source = Source::new(block.id.clone(), &quote);
    let also: Vec<DutyId> = asked.iter().skip(1).map(|other| other.duty.clone()).collect();
    let own = asked.iter().find_map(|asked| asked.deadline.clone());
    let levels = levels(draft, focal, own);
    let words = Words::of(&quote);
    let embedded = words.find_any(0, &["lồng ghép"]).map(|at| {
        let end = (at.start..words.len())
            .find(|at| words.any(*at, &[")", ";", ".", "hoặc", ","]).is_some())
            .unwrap_or(words.len());
        words.slice(at.start..end).to_owned()
    });
    let by_rule = words.find_any(0, &["theo quy định"]).map(|at| words.slice(at).to_owned());
    let mut periods = first.periods.clone();
    for other in asked.iter().skip(1).flat_map(|other| &other.periods) {
        if !periods.contains(other) {
            periods.push(*other);
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
            duty: Some(first.duty.clone()),
            also_serves: also.clone(),
            levels: levels.clone(),
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
                duty: Some(first.duty.clone()),
                also_serves: Vec::new(),
                levels: Vec::new(),
                source,
                extra: Extra::new(),
            });
        }
    }
    for rule in &rules {
        draft.log.read(block, first.at.clone(), Place::record(rule, ""), &rule.name, Certainty::Written);
        for (nth, level) in rule.levels.iter().enumerate() {
            let shown = format!("{} → {}: {}", level.from, level.to, level.deadline.value.vietnamese());
            let place = Place::record(rule, format!("levels[{nth}].deadline"));
            let wording = level.deadline.wording.as_str();
            let mut blocks = draft.passages.iter().map(|passage| passage.block);
            match blocks.find(|block| !wording.is_empty() && block.text.contains(wording)) {
                Some(block) => draft.log.stated(block, place, &level.deadline, shown),
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

/// Who sends to whom by when: the plan's own days, else those of custom, which nobody has checked.
fn levels(draft: &mut Draft<'_>, focal: &Office, asked: Option<Stated<DeadlineRule>>) -> Vec<ReportLevel> {
    let own = format!("UBND {}", draft.header.kind());
    let (from, top) = if draft.header.is_of_province() {
        ("Các sở, ngành, địa phương", "Bộ Nội vụ")
    } else {
        ("Các cơ quan, đơn vị", "Sở Nội vụ")
    };
    let (mut to_focal, mut on): (Option<Stated<DeadlineRule>>, _) = (None, asked);
    for passage in &draft.passages {
        let part = passage.block.part.main();
        if !matches!(part, Part::Duties | Part::Reports | Part::Closing | Part::Table | Part::Tasks)
            || passage.block.is_heading()
        {
            continue;
        }
        for sentence in sentences(&passage.block.text) {
            let words = Words::of(sentence);
            if !words.has("báo cáo") {
                continue;
            }
            let named = (0..words.len()).find_map(|at| Some((at, period_deadline(&words, at)?)));
            let Some((at, (rule, _, end))) = named else { continue };
            let stated = Stated::written(rule, words.slice(at..end));
            let name = Words::of(&focal.name);
            let towards_focal = words.find_any(0, &["ve", "gui", "cho", "qua"]).is_some_and(|lead| {
                (lead.end..words.len()).any(|at| words.phrase(at, &folded(&name)).is_some())
            }) && !words.has_any(&["bao cao ubnd", "gui so noi vu", "bao cao so noi vu"]);
            let slot = if towards_focal { &mut to_focal } else { &mut on };
            if slot.is_none() {
                if part == Part::Reports {
                    let shown = format!("hạn báo cáo: {}", rule.vietnamese());
                    let at = 0..passage.block.text.len();
                    draft.log.read(passage.block, at, Place::part("report_rules"), shown, Certainty::Written);
                }
                *slot = Some(stated);
            }
        }
    }
    let custom = |day, reason: &str| Stated {
        basis: Basis::Unverified,
        ..Stated::inferred(DeadlineRule { day, months_after: 0, inclusive: true }, reason)
    };
    let level =
        |from: &str, from_office: Option<&Office>, to: &str, deadline: Stated<DeadlineRule>| ReportLevel {
            from: from.to_owned(),
            from_office: from_office.map(|office| office.id.clone()),
            to: to.to_owned(),
            deadline,
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

fn folded(name: &Words<'_>) -> String {
    let words: Vec<&str> =
        (0..name.len()).filter_map(|at| name.get(at)).map(super::words::Token::folded).collect();
    words.join(" ")
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', ';']).filter(|sentence| sentence.len() > 8)
}
