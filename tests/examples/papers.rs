//! Writes every paper of the tests into a folder, in all three forms: `cargo run -p cchc-tests --example papers -- FOLDER`.

use cchc_core::document::{docx, html, text};

fn main() -> std::io::Result<()> {
    let folder =
        std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/papers".to_owned()));
    std::fs::create_dir_all(&folder)?;
    for (name, document) in cchc_tests::papers::all() {
        std::fs::write(folder.join(format!("{name}.docx")), docx::docx(&document))?;
        std::fs::write(folder.join(format!("{name}.html")), html::page(&document))?;
        std::fs::write(folder.join(format!("{name}.txt")), text::text(&document))?;
    }
    Ok(())
}
