//! One field: a multi-value register.

use std::cmp::Reverse;

use serde_json::Value;

use crate::exchange::stamps::{Context, covers};
use crate::exchange::{Dot, FieldStamp};

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
            Some(dot) => !covers(known_there, dot) || there.dots().any(|other| other == dot),
        };
        let here = self.0.iter().filter(|pair| stays(pair, other, known_there));
        let there = other.0.iter().filter(|pair| stays(pair, &self, known));
        let mut pairs: Vec<_> = here.chain(there).cloned().collect();
        if pairs.is_empty() {
            // Stamps that no history leads to: each side claims to have written over the other. Keep both.
            pairs = self.0.iter().chain(&other.0).cloned().collect();
        }
        Self(pairs).in_order()
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
