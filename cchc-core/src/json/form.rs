//! How JSON text is laid out.

use std::io::{Result, Write};

use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

/// On one line, or indented as serde_json does it.
pub(super) struct Form(Option<PrettyFormatter<'static>>);

impl Form {
    pub(super) fn new(indented: bool) -> Self {
        Self(indented.then(PrettyFormatter::new))
    }
}

/// Hands each call on to the one or the other.
macro_rules! either {
    ($($call:ident($($first:ident)?)),+) => {
        impl Formatter for Form {
            $(fn $call<W: ?Sized + Write>(&mut self, writer: &mut W $(, $first: bool)?) -> Result<()> {
                match &mut self.0 {
                    Some(indented) => indented.$call(writer $(, $first)?),
                    None => CompactFormatter.$call(writer $(, $first)?),
                }
            })+
        }
    };
}

either!(
    begin_array(),
    end_array(),
    begin_array_value(first),
    end_array_value(),
    begin_object(),
    end_object(),
    begin_object_key(first),
    begin_object_value(),
    end_object_value()
);
