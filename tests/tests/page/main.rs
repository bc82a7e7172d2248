//! The page as it is shipped, opened from the disk in Chromium and in Firefox.
//!
//! One program for all journeys: it is linked once, and no browser waits for the last journey of another.

mod duties;
mod exchange;
mod harness;
mod indicators;
mod kills;
mod log;
mod opening;
mod overview;
mod papers;
mod plan;
mod reception;
mod report;
mod safety;
mod screens;
mod start;
