//! Writing XML with elements nested as the code is.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// The namespace of relationships.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Whether XML can carry the letter (XML 1.0, 2.2).
pub(super) fn is_carried(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || !(c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// An XML part being written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Writes a whole part.
    pub(super) fn part(root: &str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.node(root, attributes, inner);
        xml.0.into_inner()
    }

    /// An element with something inside.
    pub(super) fn node(&mut self, name: &str, attributes: Attributes<'_>, inner: impl FnOnce(&mut Self)) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
        inner(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An empty element.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes<'_>) {
        self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    /// Text, escaped; letters that XML cannot carry are left out, as Word would refuse the whole file for one.
    pub(super) fn text(&mut self, text: &str) {
        if text.chars().all(is_carried) {
            self.event(Event::Text(BytesText::new(text)));
        } else {
            let carried: String = text.chars().filter(|c| is_carried(*c)).collect();
            self.event(Event::Text(BytesText::new(&carried)));
        }
    }

    /// An element with text inside.
    pub(super) fn text_node(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.node(name, attributes, |xml| xml.text(text));
    }

    fn event(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("writing to memory does not fail");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_xml_cannot_carry_are_left_out() {
        let written = Xml::part("a", &[], |xml| xml.text("Kế\u{b}hoạch\u{1b}\u{ffff} <1>\tvà\n2"));
        let written = String::from_utf8(written).unwrap();
        assert!(written.ends_with("<a>Kếhoạch &lt;1&gt;\tvà\n2</a>"), "{written}");
    }
}
