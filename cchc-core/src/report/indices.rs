//! Chỉ số: values, targets and gaps, the state of the self-assessment, measures; as far as they are recorded.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::calendar::{Period, WindowRule};
use crate::document::{Chart, HeadingLevel};
use crate::indicator::{Aggregation, IndicatorSet, Measure, MeasureState, Ownership};
use crate::progress::scoring::{Assessment, Series, TrendPoint, criterion_name, series, set, sets, trend};
use crate::report::charts;
use crate::report::compose::Context;
use crate::report::words::{bare, lower_first};
use crate::report::{Paragraph, Piece};
use crate::text::{date_vi, number_vi, percent_vi, two_digits};

/// At most so many leaves are named as those that lose most.
const NAMED: usize = 3;

/// The section, behind its heading; nothing where nothing is recorded.
pub(super) fn indices(
    context: &Context<'_>,
    level: HeadingLevel,
    number: Option<u32>,
    pieces: &mut Vec<Piece>,
) {
    let (mut items, mut charts) = (Vec::new(), Vec::new());
    published(context, &mut items, &mut charts);
    assessments(context, &mut items, &mut charts);
    items.extend(measures(context));
    if items.is_empty() {
        return;
    }
    pieces.push(Piece::Heading { level, number, title: "Kết quả các chỉ số".to_owned() });
    let opening = format!("Các chỉ số ghi nhận đến ngày {}:", date_vi(context.as_of));
    pieces.push(Piece::Paragraph(Paragraph::plain("chi-so", opening)));
    pieces.extend(items.into_iter().map(Piece::Paragraph));
    pieces.extend(charts.into_iter().map(Piece::Chart));
}

/// The commune's own values of the periods that ended in the report's window, the last of each line.
fn published(context: &Context<'_>, items: &mut Vec<Paragraph>, drawn: &mut Vec<Chart>) {
    let file = context.file;
    for line in series(file).into_iter().filter(|line| line.ownership() == Ownership::Own) {
        let points = trend(file, &line);
        let ended = |point: &&TrendPoint| {
            let last = WindowRule::Calendar.window(point.period).to;
            point.value.is_some() && (context.spec.window.from..=context.as_of).contains(&last)
        };
        let Some(point) = points.iter().rfind(ended) else { continue };
        let unit = unit_of(sets(file).iter().find(|set| is_of(set, &line)));
        let key = line.view.map_or_else(
            || format!("chi-so.{}", line.index),
            |view| format!("chi-so.{}.{}", line.index, view.key()),
        );
        items.extend(value_told(context, &line, point, unit).map(|text| Paragraph::item(key, text)));
        drawn.extend(charts::over_time(context, &line, &points, point.period, unit));
    }
}

/// "Bộ chỉ số 766, điểm năm, tháng 10 năm 2026: 84,62 điểm, xếp hạng 22/65; thấp hơn mục tiêu 86,00 điểm là 1,38 điểm;
/// tăng 1,27 điểm so với tháng 9 năm 2026."
fn value_told(context: &Context<'_>, line: &Series, point: &TrendPoint, unit: Unit) -> Option<String> {
    let file = context.file;
    let value = point.value?;
    let mut text =
        format!("{}, {}: {}", line.vietnamese(file), point.period.vietnamese(), unit.amount(value));
    if let Some(rank) = point.rank {
        text.push_str(&format!(", xếp hạng {rank}"));
        if let Some(ranked) = point.ranked {
            text.push_str(&format!("/{ranked}"));
        }
    }
    if let Some(target) = point.target {
        // Of a value that came a year later, the target's year is told: those of the plan's own year stand beside it.
        let year = Some(point.period.year()).filter(|year| *year != file.plan.year);
        text.push_str(&format!("; {}", unit.against(value, target, year)));
    }
    if let Some((change, since)) = point.change.zip(point.since) {
        let (word, change) = if change < 0.0 { ("giảm", -change) } else { ("tăng", change) };
        let since = since.vietnamese();
        if change < 0.005 {
            text.push_str(&format!("; không đổi so với {since}"));
        } else {
            text.push_str(&format!("; {word} {} so với {since}", unit.gap(change)));
        }
    }
    text.push('.');
    Some(text)
}

fn is_of(set: &IndicatorSet, line: &Series) -> bool {
    set.code == line.index || set.index.as_ref() == Some(&line.index)
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Points,
    Percent,
}

fn unit_of(set: Option<&std::borrow::Cow<'_, IndicatorSet>>) -> Unit {
    let is_share =
        |set: &IndicatorSet| set.aggregation.is_satisfaction() || set.aggregation == Aggregation::Separate;
    if set.is_some_and(|set| is_share(set)) { Unit::Percent } else { Unit::Points }
}

impl Unit {
    /// Its name, over a column of figures.
    pub(super) const fn named(self) -> &'static str {
        match self {
            Self::Points => "Đơn vị tính: điểm",
            Self::Percent => "Đơn vị tính: %",
        }
    }

    /// A value beside that name.
    pub(super) fn figure(self, value: f64) -> String {
        match self {
            Self::Points => number_vi(value, 2),
            Self::Percent => number_vi(value, 1),
        }
    }

    fn amount(self, value: f64) -> String {
        match self {
            Self::Points => format!("{} điểm", number_vi(value, 2)),
            Self::Percent => percent_vi(value),
        }
    }

    fn gap(self, gap: f64) -> String {
        match self {
            Self::Points => format!("{} điểm", number_vi(gap, 2)),
            Self::Percent => format!("{} điểm %", number_vi(gap, 1)),
        }
    }

    /// "thấp hơn mục tiêu 72,00 điểm của năm 2025 là 1,25 điểm"; the year where it has to be told.
    fn against(self, value: f64, target: f64, year: Option<i32>) -> String {
        let of_year = year.map(|year| format!(" của năm {year}")).unwrap_or_default();
        let goal = format!("{}{of_year}", self.amount(target));
        if value >= target {
            return format!("đạt mục tiêu {goal}");
        }
        // Shares are written with one decimal: who reads them takes one from the other.
        let tenths = |share: f64| (share * 10.0).round() / 10.0;
        let gap = match self {
            Self::Points => target - value,
            Self::Percent => (tenths(target) - tenths(value)).max(0.1),
        };
        format!("thấp hơn mục tiêu {goal} là {}", self.gap(gap))
    }
}

/// What was scored for the period that the report is of; else, while the report is a draft, what was scored last: entries
/// bear no day, so an earlier report cannot tell what of them was there.
fn assessments(context: &Context<'_>, told: &mut Vec<Paragraph>, drawn: &mut Vec<Chart>) {
    let file = context.file;
    let is_running = context.today <= context.spec.window.to;
    let mut scored: BTreeMap<&str, Period> = BTreeMap::new();
    for entry in &file.score_entries {
        let is_of_report = context.spec.period == Some(entry.period);
        if !is_of_report && (!is_running || entry.period.year() != context.as_of.year()) {
            continue;
        }
        let weight = |period: Period| {
            (context.spec.period == Some(period), WindowRule::Calendar.window(period).to, period.kind())
        };
        let period = scored.entry(entry.set.as_str()).or_insert(entry.period);
        if weight(entry.period) > weight(*period) {
            *period = entry.period;
        }
    }
    for (code, period) in scored {
        let Some(set) = set(file, code) else { continue };
        let assessment = Assessment::with(file, context.progress, set, period);
        if assessment.set.aggregation == Aggregation::Separate {
            targets(&assessment, told);
            drawn.extend(charts::targets(&assessment));
        } else if assessment.so_far.scored > 0 {
            let key = format!("chi-so.{code}.{period}");
            told.push(Paragraph::item(key, assessment_told(&assessment)));
            drawn.extend(charts::by_field(&assessment));
        }
    }
}

/// "Chỉ số CCHC cấp xã năm 2026: đã chấm 27/30 tiêu chí thành phần, đạt 75,36/83,00 điểm; mất điểm nhiều nhất: …"
fn assessment_told(assessment: &Assessment<'_>) -> String {
    let (set, so_far) = (&assessment.set, assessment.so_far);
    let unit = unit_of(Some(set));
    let mut text = format!("{}, {}: ", set.called(), assessment.period.vietnamese());
    if let Some(total) = assessment.card.total {
        text.push_str(&unit.amount(total));
        if let Some(class) = &assessment.card.class {
            text.push_str(&format!(", xếp loại {class}"));
        }
        if let Some(sample) = assessment.card.sample {
            let (answers, margin) = (sample.answers, number_vi(sample.margin, 1));
            text.push_str(&format!(" ({answers} phiếu, sai số ±{margin} điểm %)"));
        }
        if let Some(target) = assessment.target {
            text.push_str(&format!("; {}", unit.against(total, target, None)));
        }
    } else {
        text.push_str(&format!("đã chấm {}/{} tiêu chí thành phần", so_far.scored, so_far.leaves));
        if unit == Unit::Points && so_far.max > 0.0 {
            let points = number_vi(so_far.score, 2);
            text.push_str(&format!(", đạt {points}/{} điểm", number_vi(so_far.max, 2)));
        }
        if let Some(target) = assessment.target {
            text.push_str(&format!("; mục tiêu {}", unit.amount(target)));
        }
    }
    let most = assessment.losses().into_iter().take(NAMED);
    let most: Vec<_> = most
        .map(|loss| format!("{} ({})", lower_first(&loss.name), unit.gap(loss.max - loss.score)))
        .collect();
    if unit == Unit::Points && !most.is_empty() {
        text.push_str(&format!("; mất điểm nhiều nhất: {}", most.join("; ")));
    }
    text.push('.');
    text
}

/// "Hồ sơ TTHC được tiếp nhận, xử lý trên môi trường điện tử: 94,5% (1.312/1.388); thấp hơn mục tiêu 100% là 5,5 điểm %."
fn targets(assessment: &Assessment<'_>, told: &mut Vec<Paragraph>) {
    for row in assessment.rows() {
        let Some((score, leaf)) = row.scored.score.zip(row.leaf) else { continue };
        let mut text = format!("{}: {}", row.node.name, Unit::Percent.amount(score));
        if let Some(input) = &row.scored.input {
            text.push_str(&format!(" ({input})"));
        }
        if let Some(target) = leaf.target {
            text.push_str(&format!("; {}", Unit::Percent.against(score, target, None)));
        }
        text.push('.');
        let key = format!("chi-so.{}.{}", assessment.set.code, row.node.code);
        told.push(Paragraph::item(key, text));
    }
}

/// Which measures are meant.
type Meant<'a> = &'a dyn Fn(&Measure) -> bool;

/// "Giải pháp nâng cao chỉ số đã quá hạn (01): lập nhóm hỗ trợ … (DDCI, Chi phí thời gian; Phòng Kinh tế, hạn 31/10/2026)."
fn measures(context: &Context<'_>) -> Vec<Paragraph> {
    let (file, window, as_of) = (context.file, context.spec.window, context.as_of);
    let done_by = |measure: &Measure| measure.done_on.is_some_and(|day| day <= as_of);
    let done = |measure: &Measure| measure.done_on.is_some_and(|day| window.contains(day) && day <= as_of);
    let late = |measure: &Measure| !done_by(measure) && measure.due.is_some_and(|due| due < as_of);
    // Without a day of its own, what is still to be done is told of today alone.
    let open = |measure: &Measure| context.today <= window.to && measure.is_open() && !late(measure);
    let named = |measure: &Measure| {
        let office = file.offices.get(&measure.office).map_or("", |office| office.name.as_str());
        let due = measure.due.filter(|_| !done_by(measure)).map(|due| format!(", hạn {}", date_vi(due)));
        let criterion = criterion_name(file, &measure.index, &measure.node);
        let title = lower_first(bare(&measure.title));
        format!("{title} ({criterion}; {office}{})", due.unwrap_or_default())
    };
    let kinds: [(&str, &str, Meant<'_>); 3] = [
        ("hoan-thanh", "đã hoàn thành", &done),
        ("tre-han", "đã quá hạn", &late),
        ("dang-lam", "đang và sẽ thực hiện", &open),
    ];
    let told = kinds.into_iter().filter_map(|(key, word, is_meant)| {
        let meant = file.measures.iter().filter(|measure| measure.state != MeasureState::Dropped);
        let named: Vec<_> = meant.filter(|measure| is_meant(measure)).map(named).collect();
        let count = two_digits(named.len() as u64);
        let text = || format!("Giải pháp nâng cao chỉ số {word} ({count}): {}.", named.join("; "));
        (!named.is_empty()).then(|| Paragraph::item(format!("chi-so.giai-phap.{key}"), text()))
    });
    told.collect()
}
