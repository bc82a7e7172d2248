//! The program from outside.

mod cli;
mod exchange;
mod ingest;
mod ran;
mod schema;
mod score;
