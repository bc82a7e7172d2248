//! The verbs, one file each.

pub(crate) mod check;
pub(crate) mod example;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod status;
