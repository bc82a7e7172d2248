//! Charts in HTML: a line as SVG, anything else as rows with an SVG bar each, so that a long name may break.

use super::Html;
use crate::document::{Chart, ChartPoint, Drawing};

impl Html {
    pub(super) fn chart(&mut self, chart: &Chart) {
        for (class, words) in [("table-caption", &chart.caption), ("chart-key", &chart.key)] {
            if !words.is_empty() {
                self.line("p", class, words);
            }
        }
        if self.is_pasted {
            return self.figures(chart);
        }
        match chart.drawing() {
            Some(drawing) => self.drawn(chart, &drawing),
            None => self.rows(chart),
        }
    }

    /// Word takes no drawing: the figures, as the text of the document has them.
    fn figures(&mut self, chart: &Chart) {
        self.open("table", "");
        for point in &chart.points {
            self.raw("<tr>");
            self.element("td", "", &point.name);
            self.element("td", "num", &point.figure);
            self.raw("</tr>");
        }
        self.raw("</table>\n");
    }

    fn drawn(&mut self, chart: &Chart, drawing: &Drawing) {
        let (width, height) = (drawing.width, Drawing::HEIGHT);
        self.raw(&format!(
            "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\""
        ));
        self.escaped(&chart.sentence());
        self.raw("\">\n");
        for (class, path) in [("axis", &drawing.axis), ("goal", &drawing.goal), ("trend", &drawing.trend)] {
            if !path.is_empty() {
                self.raw(&format!("<path class=\"{class}\" d=\"{path}\"/>"));
            }
        }
        self.raw("\n");
        for (point, mark) in chart.points.iter().zip(&drawing.marks) {
            if let Some(y) = mark.dot {
                let class = if mark.is_last { "dot now" } else { "dot" };
                self.raw(&format!("<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"4\"/>", mark.x));
            }
            self.label(mark.name, mark.x, "", &point.name);
            self.label(mark.figure, mark.x, if mark.is_last { "em" } else { "" }, &point.figure);
            self.raw("\n");
        }
        self.raw("</svg>\n");
    }

    fn label(&mut self, y: Option<f64>, x: f64, class: &str, text: &str) {
        let Some(y) = y else { return };
        self.raw(&format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">"));
        self.escaped(text);
        self.raw("</text>");
    }

    fn rows(&mut self, chart: &Chart) {
        self.raw("<table class=\"chart-rows\"><tbody>\n");
        for point in &chart.points {
            self.raw("<tr><th scope=\"row\">");
            self.escaped(&point.name);
            self.raw("</th><td class=\"num\">");
            self.escaped(&point.figure);
            self.raw("</td><td class=\"drawn\">");
            self.bar(chart, point);
            self.raw("</td></tr>\n");
        }
        self.raw("</tbody></table>\n");
    }

    /// The figure stands beside it: the bar itself is silent.
    fn bar(&mut self, chart: &Chart, point: &ChartPoint) {
        self.raw(
            "<svg class=\"bar\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
        );
        self.raw("<rect class=\"track\" width=\"1000\" height=\"8\"/>");
        if let Some((from, to)) = chart.filled(point) {
            let width = to - from;
            self.raw(&format!("<rect class=\"value\" x=\"{from}\" width=\"{width}\" height=\"8\"/>"));
        }
        if let Some(goal) = point.goal {
            // A tick at the very end would be cut in half.
            let goal = goal.clamp(6, 994);
            self.raw(&format!("<line class=\"target\" x1=\"{goal}\" x2=\"{goal}\" y1=\"-3\" y2=\"11\"/>"));
        }
        self.raw("</svg>");
    }
}
