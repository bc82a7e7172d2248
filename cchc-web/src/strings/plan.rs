//! Kế hoạch.
#![allow(missing_docs, reason = "each text says what it is")]
