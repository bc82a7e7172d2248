//! The program from outside.

mod cli;
mod exchange;
mod import;
mod ingest;
mod papers;
mod ran;
mod schema;
mod score;
