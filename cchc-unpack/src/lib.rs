//! Unpacks the page's program inside the page: LZMA in the frame of lzip, which no browser knows by itself, and which is
//! a quarter smaller than the gzip that they know.
//!
//! A wasm module of its own, small enough to travel as gzip. It is made ready while the browser still reads the page.
//! `boot.js` writes the packed program into its memory, then takes piece after piece, so that the browser
//! compiles one while the next is unpacked.

#[cfg(target_family = "wasm")]
mod exports;
mod unpacker;

pub use unpacker::{Damaged, Unpacker};
