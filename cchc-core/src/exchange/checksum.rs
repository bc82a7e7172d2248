//! Mã kiểm: whether a file still has the content with which it was saved.
//!
//! CRC-32 (IEEE) of the canonical form ([`canonical`]) of the whole file but the checksum itself. It tells a change by hand
//! and damage on the way from what was saved; it promises nothing against intent, since whoever changes a file can
//! compute it anew. A long hash would only look as if it did, and would cost a hundred times as much.

use std::ops::Range;

use serde_json::value::RawValue;

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::canonical::canonical;

/// Its name in the envelope.
pub(super) const NAME: &str = "checksum";

/// The code of the finding that it does not fit.
pub(super) const CHANGED: &str = "changed-by-hand";

/// Which sum it is, in front of eight hexadecimal digits.
const KIND: &str = "crc32:";

/// What stands in its place until it is known: as long as the real one.
pub(super) const UNKNOWN: &str = "crc32:00000000";

/// The checksum of a file's text; none where it has no canonical form.
pub(super) fn of(text: &str) -> Option<String> {
    let canonical = canonical(text, NAME)?;
    Some(format!("{KIND}{:08x}", crc32fast::hash(&canonical)))
}

/// Which sum it is, of a text as it stands.
const AS_IT_STANDS: &str = "crc32-text:";

/// The sum of a record's content, whatever the order of its fields. Of one without a canonical form it is the sum of its
/// text: other content must never have the same.
pub(crate) fn content_sum(record: &impl serde::Serialize) -> String {
    let text = serde_json::to_string(record).expect("a record has names for fields and writes to memory");
    of(&text).unwrap_or_else(|| format!("{AS_IT_STANDS}{:08x}", crc32fast::hash(text.as_bytes())))
}

/// Writes the checksum of a text over the [`UNKNOWN`] in it; false where there is none.
pub(super) fn fill_in(text: &mut String) -> bool {
    let place: Option<Range<usize>> = text.find(UNKNOWN).map(|start| start..start + UNKNOWN.len());
    let (Some(place), Some(sum)) = (place, of(text)) else { return false };
    text.replace_range(place, &sum);
    true
}

/// What a checksum in a file says of its text; nothing where it is right, or of a kind that is not known here.
pub(super) fn verdict(stated: &RawValue, text: &str) -> Option<Diagnostic> {
    let stated: Option<String> = serde_json::from_str(stated.get()).ok();
    if stated.as_deref().is_some_and(|stated| !stated.starts_with(KIND)) || stated == of(text) {
        return None;
    }
    Some(Diagnostic::note(
        CHANGED,
        Place::default(),
        "nội dung không còn như lúc phần mềm lưu: tệp đã được sửa bên ngoài",
        "Nếu không ai sửa tay tệp này, hãy xin lại tệp từ nơi gửi",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_canonical_form_has_a_sum_of_its_own() {
        let deep = |inmost: &str| {
            let text = format!("{}{inmost}{}", "[".repeat(200), "]".repeat(200));
            serde_json::value::RawValue::from_string(text).unwrap()
        };
        assert_eq!(of(deep("1").get()), None);
        assert_ne!(content_sum(&deep("1")), content_sum(&deep("2")));
        assert_eq!(content_sum(&deep("1")), content_sum(&deep("1")));
        assert_eq!(content_sum(&serde_json::json!({ "a": 1, "b": 2 })), of("{\"b\":2,\"a\":1.0}").unwrap());
    }
}
