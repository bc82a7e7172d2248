//! `cchc example`.

use cchc_core::examples;

use crate::failure::Failure;
use crate::output;

/// Prints a built-in plan file; the first one where no name is given.
pub(crate) fn run(name: Option<&str>) -> Result<(), Failure> {
    let names = examples::names();
    let name = name.unwrap_or(names[0].0);
    let text = examples::json(name).ok_or_else(|| {
        let known: Vec<_> = names.iter().map(|(name, _)| *name).collect();
        Failure::NotThere(format!("không có kế hoạch mẫu “{name}”; có: {}", known.join(", ")))
    })?;
    output::print(text)
}
