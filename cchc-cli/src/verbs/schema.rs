//! `cchc schema`.

use crate::failure::Failure;
use crate::output;

/// Prints the JSON Schema of the plan file.
pub(crate) fn run() -> Result<(), Failure> {
    output::print_json(&cchc_core::exchange::schema::schema())
}
