//! XML events, bounded: no document type, no entities but the five of XML, no endless depth.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::ingest::package::Fault;

/// Deepest nesting of elements.
const MAX_DEPTH: usize = 256;

/// What the readers of parts look at.
#[derive(Debug, Clone, Copy)]
pub(in crate::ingest) enum Seen<'a> {
    /// An element begins: its name without prefix.
    Open(&'a str, &'a BytesStart<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text.
    Text(&'a str),
}

/// Walks through a part.
pub(in crate::ingest) fn walk(
    xml: &str,
    mut see: impl FnMut(Seen<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|_| Fault::Broken("nội dung XML sai cấu trúc".to_owned()))?;
        match &event {
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(Fault::Suspicious("nội dung lồng nhau quá sâu"));
                }
                see(Seen::Open(start.local_name().into_inner(), start))?;
            }
            Event::Empty(start) => {
                let name = start.local_name().into_inner();
                see(Seen::Open(name, start))?;
                see(Seen::Close(name))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                see(Seen::Close(end.local_name().into_inner()))?;
            }
            Event::Text(text) => see(Seen::Text(text))?,
            Event::CData(text) => see(Seen::Text(text))?,
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().ok().flatten().or(match &**reference {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                let sign = sign.ok_or(Fault::Suspicious("có thực thể XML lạ"))?;
                see(Seen::Text(sign.encode_utf8(&mut [0; 4])))?;
            }
            Event::DocType(_) => return Err(Fault::Suspicious("có khai báo kiểu tài liệu (DOCTYPE)")),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// The value of an attribute, by its name without prefix.
pub(in crate::ingest) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().into_inner() == name)
        .map(|attribute| attribute.value.into_owned())
}

/// The `val` of an element, as a number.
pub(in crate::ingest) fn number(element: &BytesStart<'_>) -> Option<u32> {
    attribute(element, "val")?.parse().ok()
}
