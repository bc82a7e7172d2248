//! Charts in Word: a row for each figure, and beside it cells shaded as long as it is. Every Word and LibreOffice draws
//! them alike, prints them, and a clerk can mend a figure; a native chart or a picture would need parts of their own,
//! and a fallback for the Word that cannot show them.

use super::body::{line, words};
use super::table::row_properties;
use crate::document::layout::Words;
use crate::document::xml::Xml;
use crate::document::{Chart, ChartKind, ChartPoint};
use crate::order;

/// Shares of the width that names and figures take, in hundredths.
const NAMES: [u32; 2] = [22, 44];
const FIGURES: u32 = 13;
/// Between a figure and its bar, in twips.
const GAP: u32 = 140;
/// The ends of the scale, in thousandths.
const WHOLE: u16 = 1000;
/// Where the mark to reach may stand: a cell of its own, however narrow, ends there.
const LEAST: u16 = 6;

/// Writes a chart as wide as the text.
pub(super) fn chart(xml: &mut Xml, chart: &Chart, width: u32) {
    for (style, words) in [("TenBang", &chart.caption), ("ChuGiai", &chart.key)] {
        if !words.is_empty() {
            line(xml, style, words);
        }
    }
    let name = width * NAMES[usize::from(chart.kind == ChartKind::Bars)] / 100;
    let figure = width * FIGURES / 100;
    let track = width - name - figure - GAP;
    let cuts = cuts(chart);
    let place = |cut: u16| track * u32::from(cut) / u32::from(WHOLE);
    let columns: Vec<u32> = [name, figure, GAP]
        .into_iter()
        .chain(cuts.windows(2).map(|two| place(two[1]) - place(two[0])))
        .collect();
    xml.node("w:tbl", &[], |xml| {
        properties(xml, &columns);
        for (at, point) in chart.points.iter().enumerate() {
            let keep_next = at + 1 < chart.points.len();
            xml.node("w:tr", &[], |xml| {
                row_properties(xml, false);
                text_cell(xml, columns[0], "left", &point.name, keep_next);
                text_cell(xml, columns[1], "right", &point.figure, keep_next);
                cell(xml, columns[2], 1, None, false, |_| {});
                for stretch in stretches(chart, point) {
                    let between = |cut: &&u16| (stretch.from..stretch.to).contains(*cut);
                    let span = cuts.iter().filter(between).count();
                    let width = place(stretch.to) - place(stretch.from);
                    cell(xml, width, span, Some(stretch.fill), stretch.ends_at_goal, |_| {});
                }
            });
        }
    });
}

/// Part of a row, in thousandths of its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    from: u16,
    to: u16,
    fill: &'static str,
    ends_at_goal: bool,
}

const TRACK: &str = "E7E7E7";
const VALUE: &str = "7F7F7F";

/// Where the stretches of a row begin and end.
fn edges(chart: &Chart, point: &ChartPoint) -> Vec<u16> {
    let filled = chart.filled(point).map_or([0, 0], |(from, to)| [from, to]);
    let mut edges = vec![0, WHOLE];
    edges.extend(filled);
    edges.extend(goal(point));
    order::sort(&mut edges);
    edges.dedup();
    edges
}

fn goal(point: &ChartPoint) -> Option<u16> {
    point.goal.map(|goal| goal.clamp(LEAST, WHOLE))
}

fn stretches(chart: &Chart, point: &ChartPoint) -> Vec<Stretch> {
    let filled = chart.filled(point).unwrap_or_default();
    let stretch = |two: &[u16]| Stretch {
        from: two[0],
        to: two[1],
        fill: if filled.0 <= two[0] && two[1] <= filled.1 { VALUE } else { TRACK },
        ends_at_goal: goal(point) == Some(two[1]),
    };
    edges(chart, point).windows(2).map(stretch).collect()
}

/// The edges of all rows: the columns of the table's grid.
fn cuts(chart: &Chart) -> Vec<u16> {
    let mut cuts: Vec<u16> = chart.points.iter().flat_map(|point| edges(chart, point)).collect();
    cuts.extend([0, WHOLE]);
    order::sort(&mut cuts);
    cuts.dedup();
    cuts
}

fn properties(xml: &mut Xml, columns: &[u32]) {
    xml.node("w:tblPr", &[], |xml| {
        xml.leaf("w:tblW", &[("w:w", &columns.iter().sum::<u32>().to_string()), ("w:type", "dxa")]);
        xml.leaf("w:tblLayout", &[("w:type", "fixed")]);
        xml.node("w:tblCellMar", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right"] {
                xml.leaf(side, &[("w:w", "0"), ("w:type", "dxa")]);
            }
        });
    });
    xml.node("w:tblGrid", &[], |xml| {
        for width in columns {
            xml.leaf("w:gridCol", &[("w:w", &width.to_string())]);
        }
    });
}

fn text_cell(xml: &mut Xml, width: u32, align: &str, text: &str, keep_next: bool) {
    cell(xml, width, 1, None, false, |xml| {
        xml.node("w:pPr", &[], |xml| {
            xml.value("w:pStyle", "OBang");
            if keep_next {
                xml.leaf("w:keepNext", &[]);
            }
            xml.leaf("w:spacing", &[("w:before", "40"), ("w:after", "40")]);
            xml.value("w:jc", align);
        });
        words(xml, &Words::plain(text));
    });
}

/// A cell; what is filled keeps a white line to the rows above and below it.
fn cell(
    xml: &mut Xml,
    width: u32,
    span: usize,
    fill: Option<&str>,
    is_ticked: bool,
    inner: impl FnOnce(&mut Xml),
) {
    xml.node("w:tc", &[], |xml| {
        xml.node("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if span > 1 {
                xml.value("w:gridSpan", &span.to_string());
            }
            if let Some(fill) = fill {
                xml.node("w:tcBorders", &[], |xml| {
                    let edge = |xml: &mut Xml, side: &str, size: &str, color: &str| {
                        let looks =
                            [("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", color)];
                        xml.leaf(side, &looks);
                    };
                    edge(xml, "w:top", "36", "FFFFFF");
                    edge(xml, "w:bottom", "36", "FFFFFF");
                    if is_ticked {
                        edge(xml, "w:right", "18", "000000");
                    }
                });
                xml.leaf("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
            }
            xml.value("w:vAlign", "center");
        });
        xml.node("w:p", &[], inner);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Measured;
    use proptest::prelude::*;

    fn measured(value: Option<f64>, goal: Option<f64>) -> Measured {
        Measured { name: "Lĩnh vực".into(), figure: "–".into(), value, goal }
    }

    #[test]
    fn a_bar_ends_at_its_figure_and_the_mark_at_its_own() {
        let chart = Chart::bars("", "", 100.0, vec![measured(Some(60.0), Some(85.0))]);
        let row = stretches(&chart, &chart.points[0]);
        let told: Vec<_> = row.iter().map(|s| (s.to, s.fill == VALUE, s.ends_at_goal)).collect();
        assert_eq!(told, [(600, true, false), (850, false, true), (1000, false, false)]);
    }

    proptest! {
        #[test]
        fn the_stretches_of_every_row_fill_the_grid(
            rows in prop::collection::vec((prop::option::of(0.0..100.0), prop::option::of(0.0..100.0)), 1..9),
            is_line in any::<bool>(),
        ) {
            let points = rows.into_iter().map(|(value, goal)| measured(value, goal)).collect();
            let chart =
                if is_line { Chart::line("", "", points) } else { Chart::bars("", "", 100.0, points) };
            let cuts = cuts(&chart);
            for point in &chart.points {
                let row = stretches(&chart, point);
                let spans = row.iter().map(|s| cuts.iter().filter(|cut| (s.from..s.to).contains(*cut)).count());
                prop_assert_eq!(spans.sum::<usize>(), cuts.len() - 1);
                prop_assert_eq!(row.iter().filter(|s| s.ends_at_goal).count(), usize::from(point.goal.is_some()));
            }
        }
    }
}
