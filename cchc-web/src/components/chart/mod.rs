//! Biểu đồ: small pictures in SVG, to be looked at before they are read.
//!
//! What a picture shows stands in its label as a sentence, and beside it as text or a table: nobody needs to see it,
//! and nothing is told by colour alone. Lengths are attributes, for the page's policy refuses `style=""`. Colours are
//! those of the stylesheet, so that pictures follow the dark page, forced colours and paper.

mod bars;
mod bullet;
mod line;

pub use bars::{Bar, bars};
pub use bullet::{Band, bar, bullet, stretch};
pub use line::{drawn, line};

/// A coordinate as an attribute: one decimal is less than a pixel.
fn at(number: f64) -> String {
    format!("{number:.1}")
}
