//! The paper: the layout that every export writes, as elements. The class names are those of the core's own HTML.

use std::rc::Rc;

use cchc_core::document::layout::{
    AppendixHead, Close, Grid, GridCell, GridRow, GridRowKind, Head, Layout, MOTTO, NATION, Part, Piece, Run,
    SignatureBlock, Words,
};
use cchc_core::document::{Align, Chart, ChartPoint, HeadingLevel, Orientation, Point, RowKind};
use cchc_core::report;
use yew::prelude::*;

use super::note::Homeless;
use super::paragraph::{EditableParagraph, LeftOut};
use super::view::View;
use crate::components::{drawn, stretch};
use crate::strings::report as text;

#[derive(Properties, PartialEq)]
pub(super) struct PaperProps {
    pub(super) view: Rc<View>,
    pub(super) is_locked: bool,
}

/// `.paper`: an A4 sheet.
#[component]
pub(super) fn Paper(props: &PaperProps) -> Html {
    let layout = &props.view.layout;
    let mut tables = 0;
    let parts = layout.parts.iter().enumerate().map(|(at, one)| {
        let pieces = match one.appendix {
            Some(_) => pieces(layout, one, &mut tables),
            None => body(props, one, &mut tables),
        };
        part(layout, one, at, pieces)
    });
    html! {
        <article class="paper" aria-label={text::PREVIEW}>
            {front(layout)}
            {for parts}
            if !props.view.report.homeless_edits.is_empty() {
                <Homeless view={Rc::clone(&props.view)} is_locked={props.is_locked} />
            }
        </article>
    }
}

/// The same of a document that nobody edits here.
pub(in crate::pages) fn printed(layout: &Layout) -> Html {
    let mut tables = 0;
    let parts = layout.parts.iter().enumerate().map(|(at, one)| {
        let pieces = pieces(layout, one, &mut tables);
        part(layout, one, at, pieces)
    });
    html! { <article class="paper" aria-label={text::PREVIEW}>{front(layout)}{for parts}</article> }
}

fn front(layout: &Layout) -> Html {
    html! {
        <>
            if let Some(notice) = &layout.notice { <p class="notice-mark">{lines(notice.split('\n'))}</p> }
            if let Some(head) = &layout.head { {self::head(head)} }
        </>
    }
}

fn pieces(layout: &Layout, part: &Part, tables: &mut usize) -> Html {
    part.pieces.iter().map(|one| piece(one, layout, tables)).collect()
}

pub(super) fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> Html {
    lines.enumerate().map(|(at, line)| html! { <>if at > 0 { <br /> }{line}</> }).collect()
}

/// Lines of one element, the last of which carries the form's line below.
fn ruled(class: &'static str, all: &[String]) -> Html {
    html! { <p {class}><span class="ruled">{lines(all.iter().map(String::as_str))}</span></p> }
}

fn head(head: &Head) -> Html {
    html! {
        <>
            <div class="masthead">
                <div>
                    {for head.parent.iter().map(|name| html! { <p class="parent">{name}</p> })}
                    if !head.issuer.is_empty() { {ruled("issuer", &head.issuer)} }
                </div>
                <div><p class="nation">{NATION}</p>{ruled("motto", &[MOTTO.to_owned()])}</div>
                <div>
                    <p class="number">{&head.number}</p>
                    if let Some(subject) = &head.letter_subject { <p class="letter-subject">{subject}</p> }
                </div>
                <div><p class="place-date">{&head.place_date}</p></div>
            </div>
            if let Some(kind) = &head.kind { <h2 class="kind">{kind}</h2> }
            if !head.subject.is_empty() { {ruled("subject", &head.subject)} }
            {addressees(&head.addressees)}
            {for head.legal_bases.iter().map(|basis| html! { <p class="basis">{words(basis)}</p> })}
        </>
    }
}

fn addressees(all: &[String]) -> Html {
    match all {
        [] => Html::default(),
        [one] => html! { <p class="to">{one}</p> },
        [first, names @ ..] => html! {
            <div class="to several"><p>{first}</p><div>{for names.iter().map(|name| html! { <p>{name}</p> })}</div></div>
        },
    }
}

fn part(layout: &Layout, part: &Part, at: usize, pieces: Html) -> Html {
    let notes = part.notes.clone();
    let inside = html! {
        <>
            {pieces}
            if let Some(close) = &part.close { {self::close(close)} }
            if !notes.is_empty() {
                <div class="footnotes">
                    {for notes.map(|at| html! { <p><sup>{at + 1}</sup>{" "}{words(&layout.notes[at])}</p> })}
                </div>
            }
        </>
    };
    match &part.appendix {
        None => inside,
        Some(head) => {
            let class = classes!(
                "appendix",
                format!("appendix-{at}"),
                (part.orientation == Orientation::Landscape).then_some("landscape")
            );
            html! { <section {class} aria-label={head.number.clone()}>{appendix_head(head)}{inside}</section> }
        }
    }
}

/// The text with its editable paragraphs; those that a person emptied, which are not printed, keep their place.
fn body(props: &PaperProps, part: &Part, tables: &mut usize) -> Html {
    let report = &props.view.report;
    let mut laid = part.pieces.iter();
    let mut shown = Vec::new();
    for piece in &report.pieces {
        let report::Piece::Paragraph(paragraph) = piece else {
            shown.extend(laid.next().map(|laid| self::piece(laid, &props.view.layout, tables)));
            continue;
        };
        if paragraph.text().is_empty() {
            shown.push(left_out(props, paragraph));
        } else {
            shown.extend(laid.next().map(|laid| editable(props, paragraph, laid)));
        }
    }
    shown.extend(laid.map(|laid| self::piece(laid, &props.view.layout, tables)));
    shown.into_iter().collect()
}

fn left_out(props: &PaperProps, paragraph: &report::Paragraph) -> Html {
    html! {
        <LeftOut key={paragraph.key.clone()} filing={props.view.item.filing.clone()} paragraph={paragraph.clone()}
            is_locked={props.is_locked} />
    }
}

fn editable(props: &PaperProps, paragraph: &report::Paragraph, laid: &Piece) -> Html {
    let (Piece::Paragraph { words, .. } | Piece::Item { words, .. }) = laid else {
        return piece(laid, &props.view.layout, &mut 0);
    };
    html! {
        <EditableParagraph key={paragraph.key.clone()} filing={props.view.item.filing.clone()} paragraph={paragraph.clone()}
            words={words.clone()} editor={props.view.editors.get(&paragraph.key).cloned()} is_locked={props.is_locked} />
    }
}

fn piece(piece: &Piece, layout: &Layout, tables: &mut usize) -> Html {
    match piece {
        Piece::Heading(level, title) => heading(*level, title, layout),
        Piece::Paragraph { words: text, .. } => html! { <p class="body">{words(text)}</p> },
        Piece::Item { words: text, .. } => html! { <p class="body item">{words(text)}</p> },
        Piece::Table(grid) => {
            *tables += 1;
            table(grid, *tables)
        }
        Piece::Chart(of) => chart(of),
    }
}

/// As the core's own HTML has it.
fn chart(chart: &Chart) -> Html {
    let picture = match chart.drawing() {
        Some(drawing) => {
            let points = chart.points.iter().map(|point| Point {
                name: &point.name,
                text: &point.figure,
                value: point.at.map(f64::from),
                goal: point.goal.map(f64::from),
            });
            drawn(chart.sentence().into(), &points.collect::<Vec<_>>(), None, &drawing)
        }
        None => html! {
            <table class="chart-rows"><tbody>{for chart.points.iter().map(|point| html! {
                <tr><th scope="row">{&point.name}</th><td class="num">{&point.figure}</td><td>{bar_of(chart, point)}</td></tr>
            })}</tbody></table>
        },
    };
    html! {
        <>
            if !chart.caption.is_empty() { <p class="table-caption">{&chart.caption}</p> }
            if !chart.key.is_empty() { <p class="chart-key">{&chart.key}</p> }
            {picture}
        </>
    }
}

fn bar_of(chart: &Chart, point: &ChartPoint) -> Html {
    let percent = |at: u16| f64::from(at) / 10.0;
    let filled = chart.filled(point).map(|(from, to)| (percent(from), percent(to)));
    stretch(filled, point.goal.map(percent))
}

/// Readers hear the headings right below the one above them, also where a letter has no title or a text no sections.
fn heading(level: HeadingLevel, title: &Words, layout: &Layout) -> Html {
    let is_section = |piece: &Piece| matches!(piece, Piece::Heading(HeadingLevel::Section, _));
    let has_title = layout.head.as_ref().is_some_and(|head| head.kind.is_some());
    let has_sections = layout.parts.iter().flat_map(|part| &part.pieces).any(is_section);
    let above = 1 + usize::from(has_title) + usize::from(has_sections && level != HeadingLevel::Section);
    let title = words(title);
    match level {
        HeadingLevel::Section => html! { <h3 aria-level={(above + 1).to_string()}>{title}</h3> },
        HeadingLevel::Item => html! { <h4 aria-level={(above + 1).to_string()}>{title}</h4> },
        HeadingLevel::Point => html! { <h5 aria-level={(above + 2).to_string()}>{title}</h5> },
    }
}

/// Words with their emphasis.
pub(super) fn words(words: &Words) -> Html {
    let run = |run: &Run| match run {
        Run::Break => html! { <br /> },
        Run::Note(number) => html! { <sup class="note-mark">{number}</sup> },
        Run::Text(span) => match (span.bold, span.italic) {
            (false, false) => html! { {&span.text} },
            (true, false) => html! { <b>{&span.text}</b> },
            (false, true) => html! { <i>{&span.text}</i> },
            (true, true) => html! { <b><i>{&span.text}</i></b> },
        },
    };
    words.0.iter().map(run).collect()
}

fn table(grid: &Grid, number: usize) -> Html {
    let total: u32 = grid.weights.iter().sum();
    let column = |weight: &u32| {
        let width = format!("{}%", (weight * 100 + total / 2) / total.max(1));
        html! { <col {width} /> }
    };
    let (header, body) = grid.rows.split_at(grid.header_rows());
    html! {
        <>
            if let Some(caption) = &grid.caption { <p class="table-caption">{caption}</p> }
            if let Some(unit) = &grid.unit { <p class="table-unit">{unit}</p> }
            <div class="scroll-x" tabindex="0" role="region" aria-label={text::table(number, grid.caption.as_deref())}>
                <table>
                    <colgroup>{for grid.weights.iter().map(column)}</colgroup>
                    if !header.is_empty() { <thead>{for header.iter().map(row)}</thead> }
                    <tbody>{for body.iter().map(row)}</tbody>
                </table>
            </div>
        </>
    }
}

fn row(row: &GridRow) -> Html {
    let class = match row.kind {
        GridRowKind::Header | GridRowKind::Body(RowKind::Plain) => None,
        GridRowKind::Body(RowKind::Group) => Some("group"),
        GridRowKind::Body(RowKind::Total) => Some("total"),
    };
    let is_header = row.kind == GridRowKind::Header;
    html! { <tr {class}>{for row.cells.iter().filter(|cell| cell.rows > 0).map(|one| cell(one, is_header))}</tr> }
}

fn cell(cell: &GridCell, is_header: bool) -> Html {
    let span = |count: usize| (count > 1).then(|| count.to_string());
    let (colspan, rowspan) = (span(cell.columns), span(cell.rows));
    if is_header {
        return html! { <th scope="col" {colspan} {rowspan}>{words(&cell.words)}</th> };
    }
    let class = match cell.align {
        Align::Left => None,
        Align::Center => Some("mid"),
        Align::Right => Some("num"),
    };
    html! { <td {class} {colspan} {rowspan}>{words(&cell.words)}</td> }
}

fn close(close: &Close) -> Html {
    let signatures = close.signatures.iter().map(signature).collect::<Html>();
    let recipients = html! {
        <div class="recipients">
            if !close.recipients.is_empty() { <p class="recipients-head">{text::RECIPIENTS}</p> }
            {for close.recipients.iter().map(|line| html! { <p>{line}</p> })}
        </div>
    };
    if close.signatures.len() > 1 {
        html! { <><div class="close several">{signatures}</div>if !close.recipients.is_empty() { {recipients} }</> }
    } else {
        html! { <div class="close">{recipients}{signatures}</div> }
    }
}

fn signature(signature: &SignatureBlock) -> Html {
    html! {
        <div class="signature">
            {for signature.authority.iter().map(|line| html! { <p class="authority">{line}</p> })}
            <p class="signer">{&signature.name}</p>
        </div>
    }
}

fn appendix_head(head: &AppendixHead) -> Html {
    html! {
        <>
            <h2 class="appendix-number">{&head.number}</h2>
            <p class="appendix-title">{&head.title}</p>
            if let Some(reference) = &head.reference { <p class="appendix-reference">{reference}</p> }
        </>
    }
}
