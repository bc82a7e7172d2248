//! The pictures in the README: every screen as it is now.

use anyhow::Result;

use crate::build::{self, Effort};
use crate::{place, test, tools};

/// Builds the page and writes `docs/screens`.
pub(crate) fn run() -> Result<()> {
    tools::browsers()?;
    build::page(Effort::Full)?;
    test::pictures()?;
    println!("{}", place::root().join("docs").join("screens").display());
    Ok(())
}
