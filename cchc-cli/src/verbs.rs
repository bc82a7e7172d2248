//! The verbs, one file each.

pub(crate) mod assess;
pub(crate) mod check;
pub(crate) mod document;
pub(crate) mod example;
pub(crate) mod export;
pub(crate) mod filing;
pub(crate) mod import;
pub(crate) mod ingest;
pub(crate) mod log;
pub(crate) mod merge;
pub(crate) mod next;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod score;
pub(crate) mod sets;
pub(crate) mod split;
pub(crate) mod status;
