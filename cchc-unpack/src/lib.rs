//! Unpacks the page's program inside the page: LZMA in the frame of lzip, which no browser knows by itself, and which is
//! a quarter smaller than the gzip that they know. What is packed is the program taken [`apart()`]: a tenth smaller again.
//!
//! A wasm module of its own, small enough to travel as gzip. It is made ready while the browser still reads the page.
//! `boot.js` writes the packed program into its memory, then takes piece after piece, so that the browser
//! compiles one while the next is unpacked.

mod apart;
#[cfg(target_family = "wasm")]
mod exports;
mod instruction;
mod together;
mod unpacker;

pub use apart::apart;
pub use unpacker::{Damaged, Unpacker};
