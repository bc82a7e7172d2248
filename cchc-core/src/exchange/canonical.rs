//! Dạng chuẩn của JSON: RFC 8785 (JCS), from text to text.
//!
//! Fields in the order of their UTF-16 names, no blanks, numbers and escapes as ECMAScript writes them. What a program
//! or a person does to the looks of a file (indents, order of fields, line ends, `1.10` for `1.1`) is gone from it.
//!
//! The crates that do this (`serde_json_canonicalizer`, `serde_jcs`) sit behind serde's `Serialize` and refuse kept JSON
//! ([`RawJson`](crate::exchange::RawJson)); through a `Value` they cost more than reading the file. This goes over the
//! text once. That it agrees with one of them is a test.

use std::cmp::Ordering;
use std::ops::Range;

/// JSON nested deeper has no canonical form here: recursion has to end somewhere, and no file of ours goes beyond ten.
const DEEPEST: usize = 128;

/// The canonical form of a JSON text, without the field `except` of the outermost object. Of a field that is there twice
/// the later counts, as everywhere in JSON.
///
/// None where there is no such form: numbers beyond a double, halves of surrogate pairs, very deep nesting; or where the
/// text is no JSON (not every fault is found).
pub(super) fn canonical(text: &str, except: &str) -> Option<Vec<u8>> {
    let mut writer = Writer {
        text,
        at: 0,
        out: Vec::with_capacity(text.len()),
        members: Vec::new(),
        sorted: Vec::new(),
        except: format!("\"{except}\""),
    };
    writer.value(0)?;
    writer.skip_blanks();
    (writer.at == text.len()).then_some(writer.out)
}

struct Writer<'a> {
    text: &'a str,
    at: usize,
    out: Vec<u8>,
    /// The fields of the objects that are being written, innermost last.
    members: Vec<Member>,
    /// Room for putting the fields of one object in order.
    sorted: Vec<u8>,
    except: String,
}

/// Where a field stands in what was written: its name with quotes, and all of it with the comma.
struct Member {
    name: Range<usize>,
    end: usize,
}

impl Writer<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        self.skip_blanks();
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        self.skip_blanks();
        match self.peek()? {
            b'{' if depth < DEEPEST => self.object(depth),
            b'[' if depth < DEEPEST => self.list(depth),
            b'"' => self.string(),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            b'-' | b'0'..=b'9' => self.number(),
            _ => None,
        }
    }

    fn word(&mut self, word: &str) -> Option<()> {
        self.text[self.at..].starts_with(word).then(|| {
            self.out.extend_from_slice(word.as_bytes());
            self.at += word.len();
        })
    }

    fn list(&mut self, depth: usize) -> Option<()> {
        self.take(b'[')?;
        self.out.push(b'[');
        self.skip_blanks();
        if self.peek()? == b']' {
            self.at += 1;
        } else {
            loop {
                self.value(depth + 1)?;
                self.skip_blanks();
                let next = self.peek()?;
                self.at += 1;
                match next {
                    b',' => self.out.push(b','),
                    b']' => break,
                    _ => return None,
                }
            }
        }
        self.out.push(b']');
        Some(())
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        self.take(b'{')?;
        self.out.push(b'{');
        let (body, first) = (self.out.len(), self.members.len());
        let mut in_order = true;
        self.skip_blanks();
        let mut is_done = self.peek()? == b'}';
        while !is_done {
            self.skip_blanks();
            let start = self.out.len();
            self.string()?;
            let name = start..self.out.len();
            self.take(b':')?;
            self.out.push(b':');
            self.value(depth + 1)?;
            self.out.push(b',');
            if depth == 0 && self.out[name.clone()] == *self.except.as_bytes() {
                self.out.truncate(start);
            } else {
                if let Some(last) = self.members[first..].last() {
                    in_order &=
                        order(&self.out[last.name.clone()], &self.out[name.clone()]) == Ordering::Less;
                }
                self.members.push(Member { name, end: self.out.len() });
            }
            self.skip_blanks();
            is_done = match self.peek()? {
                b',' => false,
                b'}' => true,
                _ => return None,
            };
            self.at += usize::from(!is_done);
        }
        self.at += 1;
        if !in_order {
            self.put_in_order(body, first);
        }
        if self.members.len() > first {
            self.out.pop();
        }
        self.members.truncate(first);
        self.out.push(b'}');
        Some(())
    }

    fn put_in_order(&mut self, body: usize, first: usize) {
        let out = &self.out;
        let members = &mut self.members[first..];
        members.sort_by(|a, b| order(&out[a.name.clone()], &out[b.name.clone()]));
        self.sorted.clear();
        for (at, member) in members.iter().enumerate() {
            let next = members.get(at + 1);
            if next.is_some_and(|next| out[next.name.clone()] == out[member.name.clone()]) {
                continue;
            }
            self.sorted.extend_from_slice(&out[member.name.start..member.end]);
        }
        self.out.truncate(body);
        self.out.extend_from_slice(&self.sorted);
    }

    fn string(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        (self.peek()? == b'"').then_some(())?;
        let start = self.at;
        let mut end = start + 1;
        let mut has_escapes = false;
        loop {
            end += memchr::memchr2(b'"', b'\\', bytes.get(end..)?)?;
            if bytes[end] == b'"' {
                break;
            }
            has_escapes = true;
            end += 2;
        }
        self.at = end + 1;
        let quoted = &self.text[start..self.at];
        if has_escapes {
            // serde_json writes the escapes that RFC 8785 asks for, and no others.
            let text: String = serde_json::from_str(quoted).ok()?;
            serde_json::to_writer(&mut self.out, &text).ok()?;
        } else {
            self.out.extend_from_slice(quoted.as_bytes());
        }
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        let rest = &self.text[self.at..];
        let is_part = |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().position(|byte| !is_part(byte)).unwrap_or(rest.len());
        let number = &rest[..length];
        self.at += length;
        let digits = number.strip_prefix('-').unwrap_or(number);
        // Fifteen digits are exact in a double, and are written as they are.
        let is_plain = digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_plain && number != "-0" {
            self.out.extend_from_slice(number.as_bytes());
            return Some(());
        }
        let value = number.parse::<f64>().ok().filter(|value| value.is_finite())?;
        self.out.extend_from_slice(ecmascript(value).as_bytes());
        Some(())
    }
}

/// The order of two names in quotes: by their UTF-16 units.
fn order(a: &[u8], b: &[u8]) -> Ordering {
    // UTF-8 sorts as UTF-16 does below U+E000; escapes hide the letter that counts.
    let is_simple = |name: &[u8]| name.iter().all(|byte| *byte != b'\\' && *byte < 0xee);
    let (inner_a, inner_b) = (&a[1..a.len() - 1], &b[1..b.len() - 1]);
    if is_simple(inner_a) && is_simple(inner_b) {
        return inner_a.cmp(inner_b);
    }
    let units = |name: &[u8]| {
        let name: String = serde_json::from_slice(name).unwrap_or_default();
        name.encode_utf16().collect::<Vec<_>>()
    };
    units(a).cmp(&units(b))
}

/// A number as `Number.prototype.toString` of ECMAScript writes it (ECMA-262, "Number::toString").
fn ecmascript(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    // The shortest digits that read back as this number, the even ones of two: serde_json finds them as ECMAScript does
    // (`format!` takes the greater of two).
    let written = serde_json::to_string(&value.abs()).unwrap_or_default();
    let (mantissa, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let digits = digits.trim_matches('0').to_owned();
    let point = whole.len() as i32 - zeros as i32 + exponent.parse::<i32>().unwrap_or_default();
    let count = digits.len() as i32;
    let zeros = |count: i32| "0".repeat(count.max(0) as usize);
    let text = match point {
        1..=21 if point >= count => digits + &zeros(point - count),
        1..=21 => [&digits[..point as usize], ".", &digits[point as usize..]].concat(),
        -5..=0 => ["0.", &zeros(-point), &digits].concat(),
        _ => {
            let (first, rest) = digits.split_at(1);
            let dot = if rest.is_empty() { "" } else { "." };
            format!("{first}{dot}{rest}e{:+}", point - 1)
        }
    };
    if value < 0.0 { format!("-{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::exchange::tests::EVERY_KIND;
    use crate::exchange::tests::any_json::any_json;

    fn of(text: &str) -> Option<String> {
        canonical(text, "x-except").map(|bytes| String::from_utf8(bytes).unwrap())
    }

    /// RFC 8785, 3.2.2 and 3.2.3.
    #[test]
    fn the_examples_of_the_rfc() {
        let numbers = r#"{
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
          "literals": [null, true, false]
        }"#;
        assert_eq!(
            of(numbers).unwrap(),
            r#"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        );
        let names = r#"{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh",
            "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}"#;
        let values: serde_json::Map<String, Value> = serde_json::from_str(&of(names).unwrap()).unwrap();
        let order: Vec<_> = values.values().map(|value| value.as_str().unwrap()).collect();
        assert_eq!(
            order,
            [
                "Carriage Return",
                "One",
                "Control",
                "Latin Small Letter O With Diaeresis",
                "Euro Sign",
                "Emoji: Grinning Face",
                "Hebrew Letter Dalet With Dagesh"
            ]
        );
    }

    /// RFC 8785, appendix B.
    #[test]
    fn the_numbers_of_the_rfc() {
        for (bits, text) in [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] {
            assert_eq!(ecmascript(f64::from_bits(bits)), text);
        }
    }

    #[test]
    fn looks_do_not_count_and_content_does() {
        let plain = of(EVERY_KIND).unwrap();
        let value: Value = serde_json::from_str(EVERY_KIND).unwrap();
        assert_eq!(of(&value.to_string()).unwrap(), plain);
        assert_eq!(of(&EVERY_KIND.replace('\n', "\r\n\t")).unwrap(), plain);
        assert_eq!(of(&plain).unwrap(), plain);
        assert_ne!(of(&EVERY_KIND.replacen("Hoa", "Hòa", 1)).unwrap(), plain);
        assert_eq!(of(r#"{"a": 1, "x-except": {"b": [2]}, "a": 3}"#).unwrap(), r#"{"a":3}"#);
        assert_eq!(of(r#"[{"x-except": 1}, {}, [ ]]"#).unwrap(), r#"[{"x-except":1},{},[]]"#);
    }

    #[test]
    fn what_has_no_canonical_form_has_none() {
        let deep = "[".repeat(200) + &"]".repeat(200);
        for text in ["", "{", "[1", "1e999", r#""\ud800""#, "{\"a\"}", "[1 2]", "tru", "1 1", &deep] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    proptest! {
        /// An implementation that is not ours, from the same JSON.
        #[test]
        fn another_implementation_agrees(value in any_json()) {
            let theirs = serde_json_canonicalizer::to_string(&value).unwrap();
            prop_assert_eq!(of(&value.to_string()).unwrap(), theirs.clone());
            prop_assert_eq!(of(&serde_json::to_string_pretty(&value).unwrap()).unwrap(), theirs);
        }

        #[test]
        fn any_number_agrees(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            prop_assert_eq!(ecmascript(value), serde_json_canonicalizer::to_string(&value).unwrap());
        }

        #[test]
        fn any_text_is_answered(text in "\\PC{0,60}|[\\[\\]{}\",:0-9etrun.\\\\-]{0,40}") {
            of(&text);
        }
    }
}
