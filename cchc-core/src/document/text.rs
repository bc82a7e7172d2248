//! Văn bản thuần: a document as plain text, for mail, chat and scripts.

use crate::document::layout::{Close, Grid, Head, Layout, MOTTO, NATION, Part, Piece, Run, Words};
use crate::document::{Chart, Document};

/// Writes a document as plain text: a paragraph a line, an empty line between paragraphs, table rows and the figures of charts as `a | b`,
/// footnotes after the text they hang on.
///
/// No-break spaces become spaces; nothing is wrapped.
pub fn text(document: &Document) -> String {
    of_layout(&Layout::of(document))
}

/// The same of what is laid out already, or of a part of it.
pub fn of_layout(layout: &Layout) -> String {
    let mut blocks: Vec<String> = Vec::new();
    blocks.extend(layout.notice.clone());
    if let Some(head) = &layout.head {
        push_head(&mut blocks, head);
    }
    for part in &layout.parts {
        push_part(&mut blocks, part, &layout.notes);
    }
    let mut text = blocks.join("\n\n").replace('\u{a0}', " ");
    text.push('\n');
    text
}

fn push_head(blocks: &mut Vec<String>, head: &Head) {
    blocks.push([head.parent.as_slice(), &head.issuer].concat().join("\n"));
    blocks.push(format!("{NATION}\n{MOTTO}"));
    blocks.push(
        [Some(head.number.clone()), head.letter_subject.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("\n"),
    );
    blocks.push(head.place_date.clone());
    if let Some(kind) = &head.kind {
        let mut title = vec![kind.clone()];
        title.extend(head.subject.iter().cloned());
        blocks.push(title.join("\n"));
    }
    if !head.addressees.is_empty() {
        blocks.push(head.addressees.join("\n"));
    }
    blocks.extend(head.legal_bases.iter().map(words));
}

fn push_part(blocks: &mut Vec<String>, part: &Part, notes: &[Words]) {
    if let Some(appendix) = &part.appendix {
        let lines = [Some(&appendix.number), Some(&appendix.title), appendix.reference.as_ref()];
        blocks.push(lines.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join("\n"));
    }
    for piece in &part.pieces {
        match piece {
            Piece::Heading(_, text)
            | Piece::Paragraph { words: text, .. }
            | Piece::Item { words: text, .. } => {
                blocks.push(words(text));
            }
            Piece::Table(grid) => push_table(blocks, grid),
            Piece::Chart(chart) => push_chart(blocks, chart),
        }
    }
    if let Some(close) = &part.close {
        push_close(blocks, close);
    }
    let notes = notes[part.notes.clone()].iter().zip(part.notes.start + 1..);
    let notes: Vec<String> =
        notes.map(|(note, number)| format!("{} {}", superscript(number), words(note))).collect();
    if !notes.is_empty() {
        blocks.push(notes.join("\n"));
    }
}

fn push_table(blocks: &mut Vec<String>, grid: &Grid) {
    let mut lines: Vec<String> = [&grid.caption, &grid.unit].into_iter().flatten().cloned().collect();
    for row in &grid.rows {
        let mut cells: Vec<String> = Vec::new();
        for cell in &row.cells {
            cells.push(words(&cell.words).replace('\n', " "));
            // The columns that a wide cell also covers stay countable.
            cells.extend((1..cell.columns).map(|_| String::new()));
        }
        while cells.len() > 1 && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        lines.push(cells.join(" | "));
    }
    blocks.push(lines.join("\n"));
}

fn push_chart(blocks: &mut Vec<String>, chart: &Chart) {
    let head = [&chart.caption, &chart.key].into_iter().filter(|words| !words.is_empty()).cloned();
    let points = chart.points.iter().map(|point| format!("{} | {}", point.name, point.figure));
    blocks.push(head.chain(points).collect::<Vec<_>>().join("\n"));
}

fn push_close(blocks: &mut Vec<String>, close: &Close) {
    let recipients = (!close.recipients.is_empty()).then(|| {
        let mut lines = vec!["Nơi nhận:".to_owned()];
        lines.extend(close.recipients.iter().cloned());
        lines.join("\n")
    });
    let signatures = close.signatures.iter().map(|signature| {
        let mut lines = signature.authority.clone();
        if !signature.name.is_empty() {
            lines.extend([String::new(), signature.name.clone()]);
        }
        lines.join("\n")
    });
    if close.signatures.len() > 1 {
        blocks.extend(signatures);
        blocks.extend(recipients);
    } else {
        blocks.extend(recipients);
        blocks.extend(signatures);
    }
}

fn words(words: &Words) -> String {
    let run = |run: &Run| match run {
        Run::Text(span) => span.text.clone(),
        Run::Note(number) => superscript(*number),
        Run::Break => "\n".to_owned(),
    };
    words.0.iter().map(run).collect()
}

fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}
