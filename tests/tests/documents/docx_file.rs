//! Reads a docx file as Word does: what a paragraph looks like follows from the defaults, its style and itself.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use cchc_core::document::{Document, docx::docx};
use roxmltree::Node;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of a docx file.
pub(crate) struct DocxFile {
    parts: BTreeMap<String, String>,
}

/// A paragraph as it looks. Sizes in half-points, distances in twips.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools, reason = "it is the format that has so many switches")]
pub(crate) struct Paragraph {
    pub(crate) style: String,
    pub(crate) text: String,
    pub(crate) size: u32,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) align: String,
    pub(crate) first_line: u32,
    pub(crate) before: u32,
    pub(crate) after: u32,
    pub(crate) line: u32,
    pub(crate) keep_next: bool,
    /// Left and right indents and whether a line is drawn on top or below.
    pub(crate) sides: (u32, u32),
    pub(crate) ruled: bool,
    pub(crate) in_table: bool,
}

impl DocxFile {
    pub(crate) fn of(document: &Document) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(docx(document))).expect("a zip file");
        let mut parts = BTreeMap::new();
        for index in 0..zip.len() {
            let mut file = zip.by_index(index).expect("a part");
            let name = file.name().expect("a name in UTF-8").into_owned();
            let mut text = String::new();
            file.read_to_string(&mut text).expect("every part is text");
            parts.insert(name, text);
        }
        Self { parts }
    }

    pub(crate) fn part(&self, name: &str) -> &str {
        self.parts.get(name).unwrap_or_else(|| panic!("{name} is missing"))
    }

    pub(crate) fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The paragraphs of the text, from top to bottom.
    pub(crate) fn paragraphs(&self) -> Vec<Paragraph> {
        self.paragraphs_of("word/document.xml")
    }

    pub(crate) fn paragraphs_of(&self, part: &str) -> Vec<Paragraph> {
        let styles = roxmltree::Document::parse(self.part("word/styles.xml")).expect("styles");
        let xml = roxmltree::Document::parse(self.part(part)).expect("well-formed XML");
        let paragraph = |node: Node<'_, '_>| {
            let mut paragraph = Paragraph::default();
            let defaults = descendant(styles.root_element(), "rPrDefault");
            paragraph.apply(None, defaults.and_then(|node| child(node, "rPr")));
            let own = child(node, "pPr");
            let style = own.and_then(|own| value(own, "pStyle")).unwrap_or("Normal");
            paragraph.apply_style(styles.root_element(), style);
            style.clone_into(&mut paragraph.style);
            let run = node.children().find(|run| is(*run, "r") && child(*run, "t").is_some());
            paragraph.apply(own, run.and_then(|run| child(run, "rPr")));
            paragraph.text = text(node);
            paragraph.in_table = node.ancestors().any(|node| is(node, "tbl"));
            paragraph
        };
        xml.descendants().filter(|node| is(*node, "p")).map(paragraph).collect()
    }

    /// The one paragraph of a style.
    pub(crate) fn only(&self, style: &str) -> Paragraph {
        let mut all = self.styled(style);
        assert_eq!(all.len(), 1, "paragraphs of style {style}: {all:#?}");
        all.remove(0)
    }

    pub(crate) fn styled(&self, style: &str) -> Vec<Paragraph> {
        self.paragraphs().into_iter().filter(|paragraph| paragraph.style == style).collect()
    }
}

impl Paragraph {
    fn apply_style(&mut self, styles: Node<'_, '_>, id: &str) {
        let style = styles
            .children()
            .find(|node| is(*node, "style") && node.attribute((W, "styleId")) == Some(id))
            .unwrap_or_else(|| panic!("the style {id} is not defined"));
        if let Some(base) = value(style, "basedOn") {
            self.apply_style(styles, base);
        }
        self.apply(child(style, "pPr"), child(style, "rPr"));
    }

    fn apply(&mut self, paragraph: Option<Node<'_, '_>>, run: Option<Node<'_, '_>>) {
        if let Some(run) = run {
            set(&mut self.size, value(run, "sz"));
            self.bold |= child(run, "b").is_some();
            self.italic |= child(run, "i").is_some();
        }
        let Some(paragraph) = paragraph else { return };
        if let Some(align) = value(paragraph, "jc") {
            align.clone_into(&mut self.align);
        }
        self.keep_next |= child(paragraph, "keepNext").is_some();
        self.ruled |= child(paragraph, "pBdr").is_some();
        if let Some(spacing) = child(paragraph, "spacing") {
            set(&mut self.before, spacing.attribute((W, "before")));
            set(&mut self.after, spacing.attribute((W, "after")));
            set(&mut self.line, spacing.attribute((W, "line")));
        }
        if let Some(indent) = child(paragraph, "ind") {
            set(&mut self.first_line, indent.attribute((W, "firstLine")));
            set(&mut self.sides.0, indent.attribute((W, "left")));
            set(&mut self.sides.1, indent.attribute((W, "right")));
        }
    }
}

fn set(number: &mut u32, value: Option<&str>) {
    if let Some(value) = value {
        *number = value.parse().expect("a number");
    }
}

/// The text of a paragraph; footnote numbers as `[1]`.
fn text(paragraph: Node<'_, '_>) -> String {
    let piece = |node: Node<'_, '_>| {
        if is(node, "t") {
            node.text().unwrap_or("").to_owned()
        } else if is(node, "br") {
            "\n".to_owned()
        } else if is(node, "footnoteReference") {
            format!("[{}]", node.attribute((W, "id")).expect("a footnote has an id"))
        } else {
            String::new()
        }
    };
    paragraph.descendants().map(piece).collect()
}

pub(crate) fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.has_tag_name((W, name))
}

pub(crate) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| is(*child, name))
}

pub(crate) fn descendant<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.descendants().find(|child| is(*child, name))
}

pub(crate) fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name)?.attribute((W, "val"))
}

/// An attribute of the namespace `w`.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attribute((W, name))
}
