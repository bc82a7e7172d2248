//! Bảng tự đánh giá, chấm điểm: an assessment as a report with its appendix, and as a spreadsheet.

#[cfg(feature = "xlsx")]
mod workbook;

use chrono::Datelike;

use crate::document::{
    Align, Appendix, Block, Cell, Document, Form, HeadingLevel, Letterhead, Orientation, PartialDate,
    Recipients, Rich, Row, RowKind, Signature, Table, Title,
};
use crate::exchange::PlanFile;
use crate::id::ActivityId;
use crate::indicator::{Aggregation, Scored};
use crate::progress::scoring::{Assessment, InputOrigin, TotalRow, own_share};
use crate::report::charts;
use crate::report::compose::{addressee_of, archive_and_recipients, issuer_lines, place};
use crate::report::papers::committee_signature;
use crate::report::words::{bare, lower_first};
use crate::text::{date_vi, join_vi, number_vi, two_digits, unbroken};

#[cfg(feature = "xlsx")]
pub use workbook::self_assessment_workbook;

/// At most so many activities are named as evidence of a criterion; of more, their number.
const NAMED: usize = 3;

/// At most so many criteria are told as those that lose most points.
const LOST: usize = 5;

/// Báo cáo kết quả tự đánh giá: what came out, where points are lost, and the whole table in an appendix that lies
/// across.
pub fn self_assessment_document(file: &PlanFile, assessment: &Assessment<'_>) -> Document {
    let plan = &file.plan;
    let (archive, to) = archive_and_recipients(plan);
    let signature = committee_signature(plan);
    let addressee = addressee_of(file, None);
    let is_other = |to: &String| !addressee.starts_with(to.split(" (").next().unwrap_or_default());
    let recipients = std::iter::once("Như trên".to_owned()).chain(to.into_iter().filter(is_other)).collect();
    let form = Form {
        letterhead: Letterhead {
            issuer: issuer_lines(&plan.issuer),
            symbol: "BC-UBND".to_owned(),
            place: place(plan).to_owned(),
            date: PartialDate { day: None, month: None, year: assessment.as_of.year() },
            ..Letterhead::default()
        },
        title: Title::named("Báo cáo", unbroken(&subject(assessment))),
        addressees: vec![addressee],
        recipients: Recipients { to: recipients, archive },
        signatures: vec![Signature { authority: signature.lines, name: signature.name }],
        ..Form::default()
    };
    let name = format!("{} {}", title(assessment), assessment.period.vietnamese());
    Document {
        notice: notice(file, assessment),
        appendices: vec![Appendix {
            title: unbroken(&format!("{} {}", title(assessment), assessment.period.vietnamese())),
            body: annex(file, assessment),
            orientation: Orientation::Portrait,
        }],
        ..Document::issued(name, form, body(file, assessment))
    }
}

/// The name of the file: `tu-danh-gia-cchc-xa-2026.docx`.
pub fn self_assessment_file_name(assessment: &Assessment<'_>, extension: &str) -> String {
    format!("tu-danh-gia-{}-{}.{extension}", assessment.set.code, assessment.period)
}

fn title(assessment: &Assessment<'_>) -> String {
    format!("Bảng tự đánh giá, chấm điểm {}", assessment.set.name)
}

fn subject(assessment: &Assessment<'_>) -> String {
    format!("Kết quả tự đánh giá, chấm điểm {} {}", assessment.set.name, assessment.period.vietnamese())
}

/// What is invented, and that it is not whole yet.
fn notice(file: &PlanFile, assessment: &Assessment<'_>) -> Option<String> {
    let invented = file.plan.illustrative_notice();
    let is_whole = assessment.self_total().is_some();
    let draft = (!is_whole).then(|| format!("DỰ THẢO, số liệu đến ngày {}", date_vi(assessment.as_of)));
    let lines: Vec<String> = invented.into_iter().chain(draft).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn points(number: Option<f64>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number_vi(number, 2))
}

fn body(file: &PlanFile, assessment: &Assessment<'_>) -> Vec<Block> {
    let plan = &file.plan;
    let set = &assessment.set;
    let period = assessment.period.vietnamese();
    let basis = match set.decision.trim() {
        "" => format!("Căn cứ kết quả thực hiện nhiệm vụ cải cách hành chính {period}"),
        decision => format!("Thực hiện {}", bare(decision)),
    };
    let text = |text: String| Block::paragraph(Rich::plain(unbroken(&text)));
    let mut blocks = vec![
        text(format!(
            "{basis}, {} báo cáo kết quả tự đánh giá, chấm điểm {} {period} như sau:",
            plan.issuer, set.name
        )),
        Block::heading(HeadingLevel::Section, "Kết quả tự đánh giá"),
        text(overall(assessment)),
        Block::Table(fields(assessment)),
    ];
    blocks.extend(charts::own_by_field(assessment).map(Block::Chart));
    let losses = assessment.losses();
    if !losses.is_empty() {
        blocks.push(Block::heading(HeadingLevel::Section, "Tiêu chí mất nhiều điểm"));
        for loss in losses.iter().take(LOST) {
            let offices = join_vi(&loss.offices);
            let offices = if offices.is_empty() { String::new() } else { format!(" ({offices})") };
            let (score, max) = (number_vi(loss.score, 2), number_vi(loss.max, 2));
            let missing = loss.missing.first().map(|missing| format!("; {}", lower_first(bare(missing))));
            blocks.push(Block::dash(Rich::plain(unbroken(&format!(
                "{} {}{offices}: {score}/{max} điểm{}.",
                loss.code,
                loss.name,
                missing.unwrap_or_default()
            )))));
        }
    }
    blocks.push(text(
        "Điểm từng tiêu chí, tài liệu kiểm chứng và giải trình có tại Phụ lục kèm theo.".to_owned(),
    ));
    blocks
}

fn overall(assessment: &Assessment<'_>) -> String {
    let so_far = assessment.so_far;
    let mut text = if let Some(total) = assessment.self_total() {
        let class = assessment.set.class(total).map(|class| format!(", xếp loại {class}"));
        format!("Tổng điểm tự đánh giá: {} điểm{}.", number_vi(total, 2), class.unwrap_or_default())
    } else {
        let leaves = assessment.card.leaves();
        let own = leaves.iter().filter(|leaf| !leaf.is_bonus);
        let (score, max) = own.fold((0.0, 0.0), |(score, max), leaf| {
            leaf.self_score.zip(leaf.max).map_or((score, max), |(own, of)| (score + own, max + of))
        });
        let missing = so_far.leaves - so_far.scored;
        // What the screen shows takes the appraised score where there is one.
        let appraised = if (so_far.score - score).abs() < 0.005 {
            String::new()
        } else {
            format!(" ({} điểm khi tính theo điểm thẩm định đã có)", number_vi(so_far.score, 2))
        };
        format!(
            "Đã chấm {}/{} tiêu chí thành phần, tự đánh giá {} điểm trên {} điểm tối đa của các tiêu chí đã chấm{}; còn {} \
             tiêu chí chưa chấm nên chưa tính tổng.",
            so_far.scored,
            so_far.leaves,
            number_vi(score, 2),
            number_vi(max, 2),
            appraised,
            two_digits(missing as u64)
        )
    };
    if let Some(target) = assessment.target {
        text.push_str(&format!(" Mục tiêu: {} điểm.", number_vi(target, 2)));
    }
    text.extend(left_out(assessment).map(|left_out| format!(" {left_out}")));
    text.push_str(" Kết quả theo lĩnh vực:");
    text
}

/// What of the set does not apply, and what follows for every figure of the table.
fn left_out(assessment: &Assessment<'_>) -> Option<String> {
    let named = |leaf: &&Scored| match leaf.max {
        Some(max) => format!("{} ({} điểm)", leaf.code, number_vi(max, 2)),
        None => leaf.code.clone(),
    };
    let leaves = assessment.left_out();
    let adds_points = matches!(assessment.set.aggregation, Aggregation::Sum | Aggregation::Dimensions);
    (adds_points && !leaves.is_empty()).then(|| {
        format!(
            "Không áp dụng tiêu chí {}: điểm tối đa và tỷ lệ không tính tiêu chí này; tổng điểm quy đổi về thang điểm \
             của bộ chỉ số.",
            join_vi(leaves.iter().map(named))
        )
    })
}

/// The first level of the tree with its points.
fn fields(assessment: &Assessment<'_>) -> Table {
    let mut table = Table::new([
        ("STT", 6, Align::Center),
        ("Lĩnh vực", 46, Align::Left),
        ("Điểm tối đa", 12, Align::Right),
        ("Điểm tự đánh giá", 14, Align::Right),
        ("Điểm thẩm định", 12, Align::Right),
        ("Tỷ lệ tự đánh giá (%)", 10, Align::Right),
    ]);
    let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| number_vi(share, 1));
    for row in assessment.rows().into_iter().filter(|row| row.depth == 0) {
        let scored = row.scored;
        table.rows.push(Row::plain([
            scored.code.clone(),
            unbroken(&format!("{}{}", scored.name, without(scored))),
            points(maximum(scored)),
            points(scored.self_score),
            points(scored.appraised),
            share(own_share(scored)),
        ]));
    }
    for row in assessment.total_rows() {
        let mut cells = total_cells(&row);
        cells.push(share(row.share));
        table.rows.push(Row::total(cells));
    }
    table
}

/// " (không tính 4.3)": what of a field its maximum leaves out.
fn without(field: &Scored) -> String {
    fn gather<'a>(scored: &'a Scored, into: &mut Vec<&'a str>) {
        if scored.children.is_empty() && !scored.applicable {
            into.push(&scored.code);
        }
        scored.children.iter().for_each(|child| gather(child, into));
    }
    let mut codes = Vec::new();
    field.children.iter().for_each(|child| gather(child, &mut codes));
    if codes.is_empty() { String::new() } else { format!(" (không tính {})", join_vi(codes)) }
}

/// What there can be of a row: of what does not apply, nothing.
fn maximum(scored: &Scored) -> Option<f64> {
    scored.max.filter(|_| scored.applicable)
}

/// "Tổng" with what the whole set gives.
fn total_cells(row: &TotalRow) -> Vec<String> {
    vec![String::new(), row.label.clone(), points(row.max), points(row.own), points(row.appraised)]
}

/// One row of the appendix.
struct Line {
    #[cfg_attr(not(feature = "xlsx"), expect(dead_code, reason = "only a spreadsheet indents"))]
    depth: usize,
    is_group: bool,
    code: String,
    name: String,
    max: Option<f64>,
    self_score: Option<f64>,
    appraised: Option<f64>,
    proof: String,
    note: String,
}

const HEADINGS: [&str; 7] = [
    "STT",
    "Tiêu chí",
    "Điểm tối đa",
    "Điểm tự đánh giá",
    "Điểm thẩm định",
    "Tài liệu kiểm chứng",
    "Ghi chú",
];

fn lines(file: &PlanFile, assessment: &Assessment<'_>) -> Vec<Line> {
    let rows = assessment.rows();
    let line = rows.iter().map(|row| {
        let scored = row.scored;
        let note = row.leaf.map_or_else(String::new, |leaf| {
            let mut notes = Vec::new();
            if !scored.applicable {
                notes.push(match scored.max {
                    Some(max) => format!("Không áp dụng, không tính {} điểm tối đa", number_vi(max, 2)),
                    None => "Không áp dụng".to_owned(),
                });
            } else if scored.score.is_none() {
                notes.push("Chưa chấm".to_owned());
            } else if let Some(input) = scored.input.as_ref().filter(|_| says_figures(scored.input.as_ref()))
            {
                notes.push(match leaf.origin {
                    InputOrigin::Register => format!("Tính từ sổ theo dõi: {input}"),
                    _ => format!("Số liệu: {input}"),
                });
            }
            let entry = leaf.entry;
            notes.extend([&scored.reason].into_iter().chain(entry.map(|entry| &entry.note)).cloned());
            sentences(&notes)
        });
        Line {
            depth: row.depth,
            is_group: row.leaf.is_none(),
            code: scored.code.clone(),
            name: scored.name.clone(),
            max: maximum(scored),
            self_score: scored.self_score,
            appraised: scored.appraised,
            proof: proof(file, &scored.documents, &scored.activities),
            note,
        }
    });
    line.collect()
}

/// An input of words alone ("đạt") says no more than the points do.
fn says_figures(input: Option<&String>) -> bool {
    input.is_some_and(|input| input.contains(|c: char| c.is_ascii_digit()))
}

fn sentences(notes: &[String]) -> String {
    let notes = notes.iter().map(|note| bare(note)).filter(|note| !note.is_empty());
    let told: Vec<_> = notes.map(|note| format!("{note}.")).collect();
    told.join(" ")
}

/// Documents, then what proves the activities; of many activities their number.
fn proof(file: &PlanFile, documents: &[String], activities: &[ActivityId]) -> String {
    let mut proofs: Vec<String> = documents.iter().map(|text| text.trim().to_owned()).collect();
    let found: Vec<_> = activities.iter().filter_map(|id| file.activities.get(id)).collect();
    if found.len() > NAMED {
        proofs.push(format!("{} hoạt động trong sổ theo dõi", found.len()));
    } else {
        for activity in found {
            let evidence = activity.evidence.iter().map(|evidence| evidence.text.trim());
            let evidence: Vec<_> = evidence.filter(|text| !text.is_empty()).collect();
            let date = date_vi(activity.date);
            proofs.push(match evidence[..] {
                [] => format!("{} ({date})", activity.title.trim()),
                _ => format!("{} ({date}): {}", activity.title.trim(), evidence.join("; ")),
            });
        }
    }
    proofs.retain(|text| !text.is_empty());
    proofs.join("; ")
}

fn annex(file: &PlanFile, assessment: &Assessment<'_>) -> Vec<Block> {
    let columns = [8, 26, 9, 9, 10, 19, 19];
    let aligns =
        [Align::Center, Align::Left, Align::Right, Align::Right, Align::Right, Align::Left, Align::Left];
    let mut table = Table::new(HEADINGS.into_iter().zip(columns).zip(aligns).map(|((h, w), a)| (h, w, a)));
    for line in lines(file, assessment) {
        let cells = [
            line.code,
            unbroken(&line.name),
            points(line.max),
            points(line.self_score),
            points(line.appraised),
            unbroken(&line.proof),
            unbroken(&line.note),
        ];
        let kind = if line.is_group { RowKind::Group } else { RowKind::Plain };
        let cells = cells.into_iter().map(|text| Cell::from(Rich::plain(text))).collect();
        table.rows.push(Row { kind, cells });
    }
    for row in assessment.total_rows() {
        let mut cells = total_cells(&row);
        cells.extend([String::new(), String::new()]);
        table.rows.push(Row::total(cells));
    }
    let italic = |remark: String| Block::paragraph(Rich::default().italic(unbroken(&remark)));
    // Over many pages, what bears on every figure stands before the table.
    let mut blocks: Vec<Block> = left_out(assessment).map(italic).into_iter().collect();
    blocks.push(Block::Table(table));
    blocks.extend(remarks(assessment).into_iter().map(italic));
    blocks
}

/// What stands under the table.
fn remarks(assessment: &Assessment<'_>) -> Vec<String> {
    let mut remarks = vec![format!("Cách tính tổng: {}.", assessment.set.aggregation.formula())];
    if !assessment.set.unconfirmed.trim().is_empty() {
        remarks.push(format!("Lưu ý: {}", assessment.set.unconfirmed.trim()));
    }
    if assessment.appraised_total().is_none() && assessment.leaves.iter().any(|leaf| is_appraised(leaf.entry))
    {
        remarks.push("Thẩm định chưa đủ các tiêu chí nên không cộng tổng điểm thẩm định.".to_owned());
    }
    remarks
}

fn is_appraised(entry: Option<&crate::indicator::ScoreEntry>) -> bool {
    entry.is_some_and(|entry| entry.appraised.is_some())
}
