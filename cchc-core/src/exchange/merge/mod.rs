//! Gộp tệp: many copies of one plan become one, in any order, as often as one likes.
//!
//! # What a file is to a merge
//!
//! A map from record keys to small replicated types, one per record, that know nothing of each other. Merging files is
//! merging record by record; a key that one file does not have is the least element. So a file that carries only a
//! part of the records (an office's own, [`PlanFile::part_of`]) takes part like any other: it says nothing about what it
//! does not carry.
//!
//! A record is a triple, each part of it a join-semilattice, so that their product is one (Shapiro, Preguiça, Baquero,
//! Zawirski 2011) and merging is commutative, associative and idempotent:
//!
//! * **fields**: each a multi-value register, a set of values with the [`Dot`] that wrote each. Of two registers there
//!   stays what both carry and what one carries and the other has never known: the causal join of delta-state CRDTs
//!   (Almeida, Shoker, Baquero 2018; optimised sets without tombstones: Bieniusa, Zawirski, Preguiça, Shapiro, Baquero,
//!   Balegas, Duarte 2012). Two values that differ are a conflict by themselves, not by a rule; equal values are none,
//!   whatever their dots, but all dots stay: a later edit that has seen only one of them must not write over the other.
//! * **known**: per writer, up to which of its changes this record is known; joined by the larger number. What follows
//!   from the dots carried is not stored again ([`Stamps::seen`](crate::exchange::Stamps::seen)).
//! * **removed**: what deletions knew of the record, a vector like `known`; joined by the larger number. The record is
//!   alive when it carries a dot beyond that vector: an edit that a deletion did not know beats it.
//!
//! Values that were in the file before the first stamped change have no dot. They are older than every dot: an edit writes
//! over them, a deletion knows them. Two that differ are a conflict.
//!
//! Files that were damaged can claim what no history leads to: two values that each wrote over the other. Both stay, under a
//! dot that follows from them and that neither side knows, so that they are a conflict and meeting again changes nothing.
//!
//! # Why the context is kept by record, and a deleted record is kept
//!
//! The textbook has one context per file, and a deletion is a dot that the context covers and nobody carries. We began
//! there; two promises do not go with it.
//!
//! *An edit beats a deletion* and keeps the record **whole**, not only the field that was edited. Let x write fields f
//! and g, b write f anew, a see that and delete the record, while c, who saw only x, writes g. Merging a and b gives
//! nothing, so c brings back the f of x; merging b and c gives the f of b, and so does a after them. No rule can bring
//! these together: in the first order nobody has b's value any more, in the second nobody x's. (Riak's maps escape by
//! keeping only g. A register entry without its date helps no one.) So the deleted record stays as it was
//! ([`Removal::record`](crate::exchange::Removal::record)) beside the records; it costs what the journal's entry of the
//! deletion costs.
//!
//! *Partial files.* A change may touch several records, so a dot is known of one and not of another; a vector per
//! file cannot say that. A vector per record can, and is two numbers or none for nearly all records.
//!
//! # The rest of the file
//!
//! The journal is a set of entries, ordered by time and dot. What could not be read, and kinds and parts that this version
//! does not know, are kept once each, as text. The order of records follows from the records.
//!
//! Times and names never decide anything here. Which value stands while a conflict is open follows from the dots.

mod outcome;
mod record;
mod register;
mod rest;

use crate::exchange::file::for_each_collection;
use crate::exchange::stamps::join;
use crate::exchange::{Part, PlanFile};
use crate::id::FileId;

use outcome::Outcome;
pub(super) use record::join_extra;
pub(super) use rest::union;

/// Why files are not merged. Merging itself never fails.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// Another plan.
    #[error("hai tệp thuộc hai kế hoạch khác nhau (mã tệp {0} và {1}), không gộp được")]
    OtherPlan(FileId, FileId),
    /// Written by a newer program: merging could lose what this one does not understand.
    #[error(
        "tệp thuộc phiên bản {0}, mới hơn phiên bản ở đây, nên chưa gộp được. Tải bản mới của phần mềm rồi gộp lại"
    )]
    Newer(u32),
}

/// Merges two copies of a plan. Neither is changed.
///
/// # Errors
/// [`MergeError`] when they are not copies of one plan, or were written by a newer program.
pub fn merge(a: &PlanFile, b: &PlanFile) -> Result<PlanFile, MergeError> {
    if a.id == b.id { merge_any(a, b) } else { Err(MergeError::OtherPlan(a.id.clone(), b.id.clone())) }
}

/// Merges two files even where their ids say that they are of different plans; the smaller id stays. Records of one
/// key are taken for the same: ask the person first.
///
/// # Errors
/// [`MergeError::Newer`].
pub fn merge_any(a: &PlanFile, b: &PlanFile) -> Result<PlanFile, MergeError> {
    let version = a.version.max(b.version);
    if a.is_read_only() || b.is_read_only() {
        return Err(MergeError::Newer(version));
    }
    let mut merged = PlanFile::new(a.id.clone().min(b.id.clone()), a.plan.as_ref().clone());
    merged.contents.version = version;
    merged.contents.stamps = a.stamps.clone();
    join(&mut merged.contents.stamps.context, &b.stamps.context);
    merged.contents.part = Part::join(a.part.as_ref(), b.part.as_ref());
    rest::merge(&mut merged, a, b);

    let mut outcome = Outcome::new(a, b);
    merged.contents.plan = outcome.header(&a.plan, &b.plan);
    macro_rules! kind {
        ($field:ident, $type:ty, $kind:ident) => {
            merged.contents.$field = outcome.collection::<$type>(&a.$field, &b.$field);
        };
    }
    for_each_collection!(kind);
    outcome.write(&mut merged.contents.stamps);
    Ok(merged)
}

#[cfg(test)]
mod tests;
