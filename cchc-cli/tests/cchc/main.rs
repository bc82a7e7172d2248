//! The program from outside.

mod cli;
mod exchange;
mod filing;
mod import;
mod ingest;
mod papers;
mod ran;
mod schema;
mod score;
