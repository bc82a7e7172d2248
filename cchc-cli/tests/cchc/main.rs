//! The program from outside.

mod cli;
mod exchange;
mod ran;
mod schema;
mod score;
