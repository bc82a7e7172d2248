//! The one-file page.
