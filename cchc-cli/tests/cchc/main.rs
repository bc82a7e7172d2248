//! The program from outside.

mod cli;
mod ran;
mod schema;
