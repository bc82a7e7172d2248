//! From a report to a document in the form of Nghị định 30/2020/NĐ-CP.

use crate::document::{
    Align, Appendix, Block, Document, Form, Heading, Letterhead, ListItem, Marker, Ordinal, Orientation,
    Paragraph as DocumentParagraph, Recipients, Rich, Row, Signature, Table, Title,
};
use crate::report::{Annex, Paragraph, Piece, Report, ReportHead, ReportTable, TableRow, TableValue};
use crate::text::{date_vi, unbroken};

/// The document that a report makes. Words stand as they are, with no-break spaces where a line must not end.
pub fn to_document(report: &Report) -> Document {
    let body: Vec<Block> = report.pieces.iter().filter(|piece| is_printed(piece)).map(block).collect();
    let document = match &report.head {
        Some(head) => Document::issued(&report.name, form(head), body),
        None => Document::embedded(&report.name, body),
    };
    Document { notice: notice(report), appendices: report.annexes.iter().map(appendix).collect(), ..document }
}

/// A paragraph that a person emptied is left out; the report keeps it, so that it can be had back.
fn is_printed(piece: &Piece) -> bool {
    !matches!(piece, Piece::Paragraph(paragraph) if paragraph.text().is_empty())
}

/// What stands above everything: that the figures are invented, that they may still grow.
fn notice(report: &Report) -> Option<String> {
    let invented = report.illustrative.as_ref().map(|what| format!("DỮ LIỆU MINH HỌA. {what}"));
    let draft = report.is_draft.then(|| format!("DỰ THẢO, số liệu đến ngày {}", date_vi(report.as_of)));
    let lines: Vec<String> = invented.into_iter().chain(draft).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn form(head: &ReportHead) -> Form {
    Form {
        letterhead: Letterhead {
            issuer: head.issuer.clone(),
            number: head.number.clone(),
            symbol: head.symbol.clone(),
            place: head.place.clone(),
            date: head.date,
            ..Letterhead::default()
        },
        title: Title::named("Báo cáo", unbroken(&head.subject)),
        addressees: vec![head.addressee.clone()],
        legal_bases: Vec::new(),
        recipients: Recipients { to: head.recipients.clone(), archive: head.archive.clone() },
        signatures: head
            .signature
            .iter()
            .map(|signature| Signature { authority: signature.lines.clone(), name: signature.name.clone() })
            .collect(),
    }
}

fn block(piece: &Piece) -> Block {
    match piece {
        Piece::Heading { level, number, title } => Block::Heading(Heading {
            level: *level,
            number: Some(number.map_or(Ordinal::Next, Ordinal::At)),
            title: Rich::plain(unbroken(title)),
        }),
        Piece::Paragraph(paragraph) => paragraph_block(paragraph),
        Piece::Table(table) => Block::Table(document_table(table)),
        Piece::Chart(chart) => Block::Chart(chart.clone()),
    }
}

fn paragraph_block(paragraph: &Paragraph) -> Block {
    let text = Rich::plain(unbroken(paragraph.text()));
    let key = Some(paragraph.key.clone());
    if paragraph.is_item {
        Block::ListItem(ListItem { marker: Marker::Dash, text, key })
    } else {
        Block::Paragraph(DocumentParagraph { text, key })
    }
}

fn document_table(table: &ReportTable) -> Table {
    let aligns = (0..table.columns.len()).map(|column| align_of(table, column));
    let columns =
        table.columns.iter().zip(aligns).map(|((name, weight), align)| (unbroken(name), *weight, align));
    let mut made = Table::new(columns);
    made.caption.clone_from(&table.caption);
    made.rows = table.rows.iter().map(|row| document_row(table, row)).collect();
    made
}

/// A column stands as its first ordinary row does.
fn align_of(table: &ReportTable, column: usize) -> Align {
    let values = table.rows.iter().filter(|row| !row.is_group).filter_map(|row| row.values.get(column));
    match values.into_iter().next() {
        Some(TableValue::Count(_) | TableValue::Unknown) => Align::Right,
        Some(TableValue::Mark(_)) => Align::Center,
        Some(TableValue::Text(_)) | None => Align::Left,
    }
}

fn document_row(table: &ReportTable, row: &TableRow) -> Row {
    let texts = || row.values.iter().map(|value| Rich::plain(unbroken(&value.shown())));
    if row.is_group {
        let mut texts = texts();
        let number = texts.next().unwrap_or_default();
        let over = table.columns.len().saturating_sub(1) as u16;
        Row::group(number, texts.next().unwrap_or_default(), over)
    } else if row.is_total {
        Row::total(texts())
    } else {
        Row::plain(texts())
    }
}

fn appendix(annex: &Annex) -> Appendix {
    Appendix {
        title: unbroken(&annex.title),
        body: annex.pieces.iter().map(block).collect(),
        orientation: Orientation::Portrait,
    }
}
