//! One field: a multi-value register.

use std::cmp::Reverse;

use serde_json::Value;

use crate::exchange::stamps::{Context, covers};
use crate::exchange::{Dot, FieldStamp};
use crate::id::WriterId;

/// The writer of values that contradict each other, before the sum of what they are.
const CONTRADICTION: &str = "trai-nhau-";

/// The values of a field with their dots; a value without one is as old as the file. Sorted: the first value is the
/// one that stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Register(Vec<(Option<Dot>, Value)>);

impl Register {
    /// The register of a field that reads so, and is stamped so.
    pub(super) fn new(stamp: Option<&FieldStamp>, value: Option<&Value>) -> Self {
        let value = || value.cloned().unwrap_or_default();
        let mut pairs = match stamp {
            None => vec![(None, value())],
            Some(FieldStamp::One(dot)) => vec![(Some(dot.clone()), value())],
            Some(FieldStamp::Same(dots)) => dots.iter().map(|dot| (Some(dot.clone()), value())).collect(),
            Some(FieldStamp::Conflict(pairs)) => {
                let mut pairs = pairs.clone();
                // Someone wrote another value into the record by hand: it stands, so it is a candidate.
                let value = value();
                if pairs.iter().all(|(_, other)| *other != value) {
                    let standing = pairs.iter().filter_map(|(dot, _)| dot.clone()).max_by(by_number);
                    pairs.push((standing, value));
                }
                pairs
            }
        };
        if pairs.is_empty() {
            pairs.push((None, value()));
        }
        Self(pairs).in_order()
    }

    /// Of two registers, under what is known of the record on each side.
    pub(super) fn join(self, known: &Context, other: &Self, known_there: &Context) -> Self {
        if self == *other {
            return self;
        }
        let is_dotted = |register: &Self| register.0.iter().any(|(dot, _)| dot.is_some());
        let stays = |(dot, _): &(Option<Dot>, Value), there: &Self, known_there: &Context| match dot {
            None => !is_dotted(there),
            // What was written over gave way to another dot: where there is none, a stamp was lost, not a value.
            Some(dot) => {
                !covers(known_there, dot) || !is_dotted(there) || there.dots().any(|other| other == dot)
            }
        };
        let here = self.0.iter().filter(|pair| stays(pair, other, known_there));
        let there = other.0.iter().filter(|pair| stays(pair, &self, known));
        let pairs: Vec<_> = here.chain(there).cloned().collect();
        if pairs.is_empty() { self.contradicted_by(other) } else { Self(pairs).in_order() }
    }

    /// Both of two registers that no history leads to: each claims to have written over the other. They get a dot that
    /// follows from them and that neither side knows, so that merging again with either changes nothing.
    fn contradicted_by(&self, other: &Self) -> Self {
        let both = Self(self.0.iter().chain(&other.0).cloned().collect()).in_order();
        let text = serde_json::to_string(&both.0).unwrap_or_default();
        let sum = crc32fast::hash(text.as_bytes());
        let writer = WriterId::new(format!("{CONTRADICTION}{sum:08x}"));
        let dot = Dot { writer: writer.expect("letters, figures and a dash"), n: 1 };
        Self(both.0.into_iter().map(|(_, value)| (Some(dot.clone()), value)).collect()).in_order()
    }

    fn in_order(mut self) -> Self {
        let is_dotted = self.0.iter().any(|(dot, _)| dot.is_some());
        self.0.retain(|(dot, _)| dot.is_some() || !is_dotted);
        if self.0.len() > 1 {
            self.0.sort_by_cached_key(|(dot, value)| {
                let dot = dot.as_ref().map(|dot| (dot.n, dot.writer.clone()));
                Reverse((dot, value.to_string()))
            });
            self.0.dedup();
        }
        self
    }

    /// Its dots.
    pub(super) fn dots(&self) -> impl Iterator<Item = &Dot> {
        self.0.iter().filter_map(|(dot, _)| dot.as_ref())
    }

    /// The value that stands.
    pub(super) fn standing(&self) -> &Value {
        &self.0[0].1
    }

    /// How it is written beside the record; nothing for one value without a dot.
    pub(super) fn stamp(&self) -> Option<FieldStamp> {
        let (first, value) = &self.0[0];
        if self.0.iter().any(|(_, other)| other != value) {
            return Some(FieldStamp::Conflict(self.0.clone()));
        }
        let first = first.clone()?;
        Some(if self.0.len() == 1 {
            FieldStamp::One(first)
        } else {
            FieldStamp::Same(self.dots().cloned().collect())
        })
    }
}

fn by_number(a: &Dot, b: &Dot) -> std::cmp::Ordering {
    (a.n, &a.writer).cmp(&(b.n, &b.writer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(dots: &[&str]) -> Context {
        dots.iter().map(|dot| dot.parse::<Dot>().unwrap()).map(|dot| (dot.writer, dot.n)).collect()
    }

    fn one(dot: &str, value: &str) -> Register {
        Register(vec![(Some(dot.parse().unwrap()), value.into())])
    }

    #[test]
    fn each_wrote_over_the_other_and_both_stay_however_often_they_meet() {
        let (a, b) = (one("a@1", "của a"), one("b@1", "của b"));
        let all = known(&["a@1", "b@1"]);
        let both = a.clone().join(&all, &b, &all);
        assert_eq!(both, b.clone().join(&all, &a, &all));
        assert_eq!(both.0.len(), 2);
        let mut beyond = all.clone();
        beyond.extend(both.dots().map(|dot| (dot.writer.clone(), dot.n)));
        for side in [a, b] {
            assert_eq!(both.clone().join(&beyond, &side, &all), both);
            assert_eq!(side.join(&all, &both, &beyond), both);
        }
    }

    #[test]
    fn a_value_whose_stamp_was_lost_does_not_write_over_another() {
        let lost = Register::new(None, Some(&"cũ".into()));
        let (all, a) = (known(&["a@1"]), one("a@1", "của a"));
        assert_eq!(a.clone().join(&all, &lost, &all), a);
        assert_eq!(lost.join(&all, &a, &all), a);
    }
}
