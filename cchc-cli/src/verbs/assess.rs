//! `cchc score FILE`: the scores of a plan file.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

use cchc_core::calendar::{Date, Period};
use cchc_core::document::xlsx;
use cchc_core::exchange::PlanFile;
use cchc_core::indicator::Aggregation;
use cchc_core::progress::Tracking;
use cchc_core::progress::scoring::{self, Assessment, InputOrigin, Row, set, usual_period};
use cchc_core::report::{self_assessment_document, self_assessment_workbook};
use cchc_core::text::{date_vi, number_vi};
use serde_json::{Value, json};

use crate::args::Format;
use crate::failure::Failure;
use crate::table::Table;
use crate::verbs::report::{extension, form_named, written};
use crate::verbs::sets;
use crate::{input, output, today};

/// The set whose appendix is written where none is named.
const USUAL: &str = "cchc-xa";

/// What was asked.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Code of the set; all about which something is known where none is given.
    pub(crate) set: Option<String>,
    /// The period; the plan's year where none is given.
    pub(crate) period: Option<Period>,
    /// The day on which the register is read; today where none is given.
    pub(crate) on: Option<Date>,
    /// For people or for programs.
    pub(crate) format: Format,
}

/// Prints the scores, or writes the table to hand in.
pub(crate) fn run(file: &OsStr, asked: &Asked, to: Option<&OsStr>) -> Result<ExitCode, Failure> {
    let to = to.filter(|to| *to != "-").map(Path::new);
    if let Some(path) = to {
        let ending = extension(path);
        if ending.as_deref() != Some("xlsx") && form_named(ending.as_deref()).is_none() {
            return Err(Failure::UsageOf(
                "score".to_owned(),
                format!(
                    "không biết ghi “{}” ở dạng nào; đặt tên tệp có đuôi .docx, .xlsx, .html hoặc .txt",
                    path.display()
                ),
            ));
        }
    }
    let (file, is_doubtful) = input::read_for_figures(file)?;
    let tracking = Tracking::of(&file, today(asked.on));
    let period = asked.period;
    if let Some(path) = to {
        let assessment = assess(&tracking, asked.set.as_deref().unwrap_or(USUAL), period)?;
        remark(&assessment);
        output::write(path, &bytes(&file, &assessment, path))?;
        return Ok(input::code(is_doubtful));
    }
    let assessments = match &asked.set {
        Some(set) => vec![assess(&tracking, set, period)?],
        None => known(&tracking, period)?,
    };
    match asked.format {
        Format::Json => match (&asked.set, assessments.first()) {
            (Some(_), Some(assessment)) => output::print_json(&as_json(assessment)),
            _ => output::print_json(&assessments.iter().map(as_json).collect::<Vec<_>>()),
        },
        Format::Text => {
            let texts: Vec<_> = assessments.iter().map(as_text).collect();
            assessments.iter().for_each(remark);
            output::print_text(texts.join("\n"))
        }
    }?;
    Ok(input::code(is_doubtful))
}

/// A set scored; refused where an entry cannot be.
fn assess<'a>(
    tracking: &Tracking<'a>,
    code: &str,
    period: Option<Period>,
) -> Result<Assessment<'a>, Failure> {
    let file = tracking.file();
    let of = set(file, code).ok_or_else(|| sets::unknown(file, code))?;
    let without = || Failure::NotThere("kế hoạch không ghi năm; thêm --year".to_owned());
    let period = period.or_else(|| usual_period(file, &of)).ok_or_else(without)?;
    let assessment = Assessment::of(tracking, code, period).ok_or_else(|| sets::unknown(file, code))?;
    if assessment.faults.is_empty() {
        return Ok(assessment);
    }
    let faults: Vec<_> = assessment.faults.iter().map(|fault| fault.reason.as_str()).collect();
    Err(Failure::NotThere(faults.join("\ncchc: ")))
}

/// The sets about which something is known; the usual one where nothing is.
fn known<'a>(tracking: &Tracking<'a>, period: Option<Period>) -> Result<Vec<Assessment<'a>>, Failure> {
    let mut known = Vec::new();
    for set in scoring::sets(tracking.file()) {
        let assessment = assess(tracking, set.code.as_str(), period)?;
        if assessment.so_far.scored > 0 || assessment.leaves.iter().any(|leaf| leaf.entry.is_some()) {
            known.push(assessment);
        }
    }
    if known.is_empty() {
        known.push(assess(tracking, USUAL, period)?);
    }
    Ok(known)
}

fn bytes(file: &PlanFile, assessment: &Assessment<'_>, path: &Path) -> Vec<u8> {
    match form_named(extension(path).as_deref()) {
        Some(form) => written(&self_assessment_document(file, assessment), form),
        None => xlsx::xlsx(&self_assessment_workbook(file, assessment)),
    }
}

/// What a reader has to know apart from the scores.
fn remark(assessment: &Assessment<'_>) {
    if !assessment.set.unconfirmed.is_empty() {
        output::complain(&format!("{}: {}", assessment.set.code, assessment.set.unconfirmed));
    }
}

fn points(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number_vi(number, 2))
}

fn as_text(assessment: &Assessment<'_>) -> String {
    let set = &assessment.set;
    let view = assessment.view.map(|view| format!(", {}", view.vietnamese())).unwrap_or_default();
    let mut text = format!(
        "{}: {}, {}{view}, số liệu đến {}\n",
        set.code,
        output::plain(&set.name),
        assessment.period.vietnamese(),
        date_vi(assessment.as_of)
    );
    let mut table = Table::new([
        "Mã",
        "Tiêu chí",
        "Tối đa",
        "Tự chấm",
        "Thẩm định",
        "Điểm",
        "Số liệu",
        "Minh chứng",
        "Cách tính",
    ]);
    for row in assessment.rows() {
        table.row(cells(&row));
    }
    text.push_str(&table.text());
    let _ = writeln!(text, "{}", result(assessment));
    if let Some(target) = assessment.target {
        let gap = assessment.gap().map_or_else(String::new, |gap| {
            if gap > 0.0 {
                format!(", còn thiếu {}", number_vi(gap, 2))
            } else {
                ", đã đạt".to_owned()
            }
        });
        let _ = writeln!(text, "Mục tiêu: {}{gap}.", number_vi(target, 2));
    }
    let owed = assessment.evidence_owed();
    if !owed.is_empty() {
        let owed: Vec<_> = owed.iter().map(|row| row.node.code.as_str()).collect();
        let _ =
            writeln!(text, "Có điểm nhưng chưa có tài liệu kiểm chứng hoặc giải trình: {}.", owed.join(", "));
    }
    text
}

fn cells(row: &Row<'_>) -> [String; 9] {
    let scored = row.scored;
    let proofs = scored.activities.len() + scored.documents.len();
    let origin = match row.leaf.map(|leaf| leaf.origin) {
        Some(InputOrigin::Register) => " (sổ theo dõi)",
        Some(InputOrigin::Published) => " (công bố)",
        _ => "",
    };
    let input = scored.input.as_ref().map(|input| format!("{input}{origin}"));
    [
        scored.code.clone(),
        format!("{}{}", "  ".repeat(row.depth), scored.name),
        points(scored.max),
        points(scored.self_score),
        points(scored.appraised),
        points(scored.score),
        input.unwrap_or_default(),
        if row.leaf.is_some() { proofs.to_string() } else { String::new() },
        scored.formula.clone().unwrap_or_default(),
    ]
}

fn result(assessment: &Assessment<'_>) -> String {
    let (card, so_far) = (&assessment.card, assessment.so_far);
    if assessment.set.aggregation == Aggregation::Separate {
        return format!("Đã có số liệu {}/{} chỉ tiêu.", so_far.scored, so_far.leaves);
    }
    if let Some(total) = card.total {
        let class = card.class.as_ref().map(|class| format!(", xếp loại {class}"));
        let sample = card.sample.map(|sample| {
            let margin = number_vi(sample.margin, 1);
            format!("; cỡ mẫu {} phiếu, sai số ±{margin} điểm phần trăm", sample.answers)
        });
        let more = [class, sample].into_iter().flatten().collect::<String>();
        return format!("Tổng: {}{more}.", number_vi(total, 2));
    }
    let mut text = format!(
        "Đã chấm {}/{} tiêu chí thành phần, đạt {} trên {}; chưa đủ nên không tính tổng.",
        so_far.scored,
        so_far.leaves,
        number_vi(so_far.score, 2),
        number_vi(so_far.max, 2)
    );
    if !card.missing.is_empty() {
        let _ = write!(text, " Chưa chấm: {}.", card.missing.join(", "));
    }
    if !card.without_maximum.is_empty() {
        let _ = write!(text, " Chưa có điểm tối đa: {}.", card.without_maximum.join(", "));
    }
    text
}

fn as_json(assessment: &Assessment<'_>) -> Value {
    let (set, card, so_far) = (&assessment.set, &assessment.card, assessment.so_far);
    let leaves = assessment.leaves.iter().map(|leaf| {
        json!({
            "code": leaf.code,
            "origin": match leaf.origin {
                InputOrigin::Unknown => "unknown",
                InputOrigin::Entered => "entered",
                InputOrigin::Register => "register",
                InputOrigin::Published => "published",
            },
            "raw": leaf.entry.and_then(|entry| entry.raw.as_ref()),
            "computed": leaf.computed_input.as_ref().map(|input| json!({
                "input": input,
                "score": leaf.computed_score,
            })),
            "lost": leaf.lost,
            "missing": leaf.missing,
            "target": leaf.target,
            "definition": leaf.definition,
        })
    });
    let losses = assessment.losses().into_iter().map(|loss| {
        json!({ "code": loss.code, "lost": loss.lost, "offices": loss.offices, "missing": loss.missing })
    });
    json!({
        "set": set.code,
        "name": set.name,
        "own": assessment.is_own_set,
        "period": assessment.period,
        "view": assessment.view,
        "as_of": assessment.as_of,
        "aggregation": set.aggregation,
        "formula": set.aggregation.formula(),
        "unconfirmed": set.unconfirmed,
        "total": card.total,
        "self_total": assessment.self_total(),
        "appraised_total": assessment.appraised_total(),
        "class": card.class,
        "bonus": card.bonus,
        "target": assessment.target,
        "gap": assessment.gap(),
        "so_far": { "score": so_far.score, "max": so_far.max, "scored": so_far.scored, "leaves": so_far.leaves },
        "missing": card.missing,
        "without_maximum": card.without_maximum,
        "sample": card.sample,
        "evidence_owed": assessment.evidence_owed().iter().map(|row| &row.node.code).collect::<Vec<_>>(),
        "losses": losses.collect::<Vec<_>>(),
        "leaves": leaves.collect::<Vec<_>>(),
        "nodes": card.nodes,
    })
}
