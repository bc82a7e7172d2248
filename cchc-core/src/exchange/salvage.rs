//! Đọc tệp hỏng: what is left of a file that was cut, or that lost bytes on its way.
//!
//! The text is made sound again: a record, an entry of the journal or the stamps of a record that is damaged is taken out,
//! and what is open at the end is closed. Where reading goes on after a damaged place follows from the indents of a file as
//! [`PlanFile::to_json`](crate::exchange::PlanFile::to_json) writes it; of a text without them, what stands before the damage
//! is kept. Nothing is thrown away: what was taken out is kept as text.

use serde_json::value::RawValue;

/// A text made sound.
pub(super) struct Salvaged {
    /// JSON again.
    pub(super) text: String,
    /// What had to be taken out, as it stood.
    pub(super) lost: Vec<String>,
    /// Whether some of what merging needs is gone.
    pub(super) lost_stamps: bool,
}

/// So many times the whole text is read for values that do not end; what still has none is kept as it stands. Without an
/// end to it, a file of brackets alone would be read as often as it has lines.
const READ_IN_VAIN: usize = 16;

/// What can be read of a damaged text; none where it does not begin as a file does.
pub(super) fn salvage(text: &str) -> Option<Salvaged> {
    let mut scan = Scan { text, at: 0, out: String::new(), lost: Vec::new(), has_stamps: false, in_vain: 0 };
    scan.skip_blanks();
    if scan.peek() != Some(b'{') {
        return None;
    }
    let rest = match scan.items(Level::Envelope, 1) {
        End::Open { from } => from,
        End::Sound | End::Broken => scan.at,
    };
    scan.keep(rest, text.len());
    Some(Salvaged { text: scan.out, lost: scan.lost, lost_stamps: !scan.has_stamps })
}

/// Where in a file one is: what is taken out whole, and what item by item.
#[derive(Clone, Copy, PartialEq)]
enum Level {
    Envelope,
    /// `records`, `stamps`, `set_aside`: lists or maps by name.
    Named,
    /// Those lists and maps, and the journal.
    Items,
    /// A record, an entry, a value: it is sound or it is not.
    Whole,
}

impl Level {
    fn of_item(self, name: &str) -> Self {
        match (self, name) {
            (Self::Envelope, "records" | "stamps" | "set_aside") => Self::Named,
            (Self::Envelope, "journal") | (Self::Named, _) => Self::Items,
            _ => Self::Whole,
        }
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    out: String,
    lost: Vec<String>,
    /// Whether the stamps were there and sound.
    has_stamps: bool,
    /// How many bytes were read for values that do not end.
    in_vain: usize,
}

/// How reading an item ended.
#[derive(PartialEq)]
enum End {
    Sound,
    /// Nothing of it can be used.
    Broken,
    /// A list whose end was not found: what was read of it stays, from there on nothing could be read.
    Open {
        from: usize,
    },
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Keeps a stretch of the text that was taken out.
    fn keep(&mut self, from: usize, to: usize) {
        let text = self.text[from..to].trim_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if !text.is_empty() {
            self.lost.push(text.to_owned());
        }
    }

    /// A sound value at this place.
    fn whole(&mut self) -> Option<&'a str> {
        if self.in_vain > READ_IN_VAIN * self.text.len() {
            return None;
        }
        let rest = &self.text[self.at..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
        let raw = match values.next()? {
            Ok(raw) => raw,
            Err(error) => {
                self.in_vain += if error.is_eof() { rest.len() } else { 0 };
                return None;
            }
        };
        self.at += values.byte_offset();
        Some(raw.get())
    }

    /// An object or a list, item by item; its opening bracket is next.
    fn items(&mut self, level: Level, depth: usize) -> End {
        let is_list = self.peek() == Some(b'[');
        let (open, close) = if is_list { ('[', b']') } else { ('{', b'}') };
        self.out.push(open);
        self.at += 1;
        let empty = self.out.len();
        let end = loop {
            self.skip_blanks();
            match self.peek() {
                None => break End::Open { from: self.at },
                // One too many, or one too few: no reason to lose anything.
                Some(b',') => self.at += 1,
                Some(byte) if byte == close => {
                    self.at += 1;
                    break End::Sound;
                }
                Some(_) => {
                    let (start, written) = (self.at, self.out.len());
                    if written > empty {
                        self.out.push(',');
                    }
                    let from = match self.item(level, is_list, depth) {
                        End::Sound => continue,
                        End::Broken => {
                            self.out.truncate(written);
                            start
                        }
                        End::Open { from } => from,
                    };
                    let Some(place) = self.next_place(from, depth, close) else { break End::Open { from } };
                    self.keep(from, place);
                    self.at = place;
                }
            }
        };
        self.out.push(char::from(close));
        end
    }

    fn item(&mut self, level: Level, is_list: bool, depth: usize) -> End {
        let (mut inner, mut is_stamps) = (Level::Whole, false);
        if !is_list {
            let Some(name) = self.whole().filter(|name| name.starts_with('"')) else { return End::Broken };
            self.skip_blanks();
            if self.peek() != Some(b':') {
                return End::Broken;
            }
            self.at += 1;
            self.skip_blanks();
            self.out.push_str(name);
            self.out.push(':');
            inner = level.of_item(name.trim_matches('"'));
            is_stamps = level == Level::Envelope && name == "\"stamps\"";
        }
        if inner != Level::Whole && matches!(self.peek(), Some(b'{' | b'[')) {
            let before = self.lost.len();
            let end = self.items(inner, depth + 1);
            self.has_stamps |= is_stamps && end == End::Sound && self.lost.len() == before;
            return end;
        }
        let Some(value) = self.whole() else { return End::Broken };
        self.out.push_str(value);
        End::Sound
    }

    /// Where a list at this depth goes on after what begins at `from`: its next item, or its end.
    fn next_place(&self, from: usize, depth: usize, close: u8) -> Option<usize> {
        let mut at = from;
        loop {
            at += self.text[at..].find('\n')? + 1;
            let line = &self.text[at..];
            let indent = line.bytes().take_while(|byte| *byte == b' ').count();
            let first = line.as_bytes().get(indent)?;
            let is_bracket = matches!(first, b'}' | b']');
            if indent == 2 * depth && !is_bracket && !first.is_ascii_whitespace() {
                return Some(at + indent);
            }
            if indent + 2 == 2 * depth && *first == close {
                return Some(at + indent);
            }
            if indent < 2 * depth && !first.is_ascii_whitespace() {
                return None;
            }
        }
    }
}
