//! Plans of other communes, in other wordings: each is read into a table that a person can check against the text.

use std::fmt::Write;

use unicode_normalization::UnicodeNormalization;

use super::{any, today};
use crate::ingest::{self, Certainty, Ingested};
use crate::text::date_vi;

/// Name and text.
pub(crate) const PLANS: [(&str, &str); 13] = [
    ("01-xa-giao-tung-phong", include_str!("plans/01-xa-giao-tung-phong.txt")),
    ("02-phuong-ban-quet", include_str!("plans/02-phuong-ban-quet.txt")),
    ("03-xa-phu-luc-bang", include_str!("plans/03-xa-phu-luc-bang.txt")),
    ("04-tinh-so-nganh", include_str!("plans/04-tinh-so-nganh.txt")),
    ("05-xa-chinh-ta-moi", include_str!("plans/05-xa-chinh-ta-moi.txt")),
    ("06-phuong-bang-tu-word", include_str!("plans/06-phuong-bang-tu-word.txt")),
    ("07-dac-khu-muc-1-1", include_str!("plans/07-dac-khu-muc-1-1.txt")),
    ("08-xa-nhieu-loi", include_str!("plans/08-xa-nhieu-loi.txt")),
    ("09-xa-tan-suat", include_str!("plans/09-xa-tan-suat.txt")),
    ("10-phuong-chu-thich-hai-cot", include_str!("plans/10-phuong-chu-thich-hai-cot.txt")),
    ("11-xa-nhiem-vu-theo-viec", include_str!("plans/11-xa-nhiem-vu-theo-viec.txt")),
    ("12-xa-khong-muc", include_str!("plans/12-xa-khong-muc.txt")),
    ("13-xa-chu-cai", include_str!("plans/13-xa-chu-cai.txt")),
];

/// A plan as a table: what a person would check.
pub(super) fn table(read: &Ingested) -> String {
    let file = &read.file;
    let plan = &file.plan;
    let mut text = String::new();
    let mut line = |words: String| {
        let _ = writeln!(text, "{}", words.trim_end());
    };
    line(format!("{} | {} | {} | {}", plan.title, plan.year, plan.issuer, plan.province));
    let date = plan.issued_on.map_or_else(|| "chưa có ngày".to_owned(), date_vi);
    line(format!(
        "số {} | {date} | theo dõi từ {}",
        plan.number.as_deref().unwrap_or("–"),
        date_vi(plan.tracked_from.value)
    ));
    line(format!("phản ánh: {}", plan.escalation.value.join(" → ")));
    for recipient in &plan.recipients {
        line(format!("nơi nhận: {} {}", recipient.name, recipient.note));
    }
    if let Some(signature) = &plan.signature {
        line(format!("ký: {} | {}", signature.lines.join(" / "), signature.name));
    }
    for document in &file.documents {
        let carried = if plan.carries_out.contains(&document.id) { "thực hiện | " } else { "" };
        let links = |name: &str, ids: &[crate::id::DocumentId]| {
            let ids: Vec<&str> = ids.iter().map(crate::id::DocumentId::as_str).collect();
            if ids.is_empty() { String::new() } else { format!(" | {name} {}", ids.join(", ")) }
        };
        line(format!(
            "văn bản: {carried}{} {} | {} | {} | {}{}{}",
            document.doc_type,
            document.number.as_deref().unwrap_or("–"),
            document.date.map_or_else(|| "–".to_owned(), date_vi),
            document.issuer,
            document.subject,
            links("sửa", &document.amends),
            links("thực hiện", &document.carries_out)
        ));
    }
    for goal in &file.goals {
        line(
            format!("{:?}: {}", goal.kind, goal.name)
                .replace("Goal:", "mục tiêu:")
                .replace("Requirement:", "yêu cầu:"),
        );
    }
    for topic in &file.topics {
        let bases: Vec<&str> = topic.bases.iter().map(crate::id::DocumentId::as_str).collect();
        line(format!("nội dung: {} | {} | {}", topic.short_name, topic.name, bases.join(", ")));
    }
    for target in &file.targets {
        let due = &target.due;
        line(format!(
            "chỉ tiêu: {}% {} | {} {}",
            target.percent.value,
            target.name,
            date_vi(due.value),
            due.basis.mark().unwrap_or("")
        ));
    }
    let channels: Vec<&str> = file.channels.iter().map(|channel| channel.short_name.as_str()).collect();
    line(format!("hình thức: {}", channels.join(", ")));
    for office in &file.offices {
        line(format!("cơ quan: {} [{}] {}", office.name, office.id, office.role.vietnamese()));
    }
    for duty in &file.duties {
        let unit = duty.quota.as_ref().and_then(|quota| file.units.get(&quota.value.unit));
        let mark = |basis: crate::plan::Basis| basis.mark().map_or(String::new(), |_| "?".to_owned());
        let cadence = &duty.cadence;
        let quota = duty
            .quota
            .as_ref()
            .map_or_else(String::new, |quota| format!(" | {}{}", duty.asks(unit), mark(quota.basis)));
        let partners: Vec<&str> = duty.partners.iter().map(|partner| partner.name.as_str()).collect();
        let partners =
            if partners.is_empty() { String::new() } else { format!(" | với {}", partners.join("; ")) };
        let output = duty.output.as_ref().map_or_else(String::new, |output| format!(" | → {}", output.value));
        line(format!(
            "{:>2} {} {} | {} | {} {}{}{quota}{partners}{output}",
            duty.order,
            duty.office,
            duty.role.vietnamese(),
            duty.name,
            cadence.value.vietnamese(),
            cadence.value.detail(),
            mark(cadence.basis)
        ));
    }
    for rule in &file.report_rules {
        let levels: Vec<String> = rule
            .levels
            .iter()
            .map(|level| {
                let Some(deadline) = &level.deadline else { return format!("{} theo yêu cầu", level.to) };
                let mark = deadline.basis.mark().map_or("", |_| "?");
                format!("{} {}{mark}", level.to, deadline.value.vietnamese())
            })
            .collect();
        line(format!("báo cáo: {} {:?} | {}", rule.name, rule.form.value, levels.join("; ")));
    }
    for reading in read.readings.iter().filter(|reading| reading.certainty == Certainty::NotUnderstood) {
        line(format!("chưa hiểu, dòng {}: {}", reading.line, reading.words));
    }
    for found in &read.diagnostics {
        line(format!("nhận xét [{}]: {found}", found.code));
    }
    text
}

#[test]
fn plans_of_other_communes() {
    for (name, text) in PLANS {
        insta::assert_snapshot!(name, table(&any::sound(text)));
    }
}

#[test]
fn decomposed_text_reads_the_same() {
    for (name, text) in PLANS {
        let decomposed: String = text.nfd().collect();
        assert_ne!(decomposed, text);
        let read = |text: &str| ingest::text(text, "thu".parse().unwrap(), today());
        assert!(read(&decomposed) == read(text), "{name}");
    }
}
