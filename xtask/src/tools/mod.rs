//! What the machine must have, fetched when it is missing, in the versions written here.

mod npm;
mod rust;
mod system;

pub(crate) use npm::{axe, tiddlywiki};
pub(crate) use rust::{bin, components, geckodriver, wasm_bindgen, wasm_pack, wasm_target};
pub(crate) use system::{browsers, find, office};
