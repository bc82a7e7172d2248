//! Writes every paper as docx into a folder, to be looked at: `cargo run -p cchc-tests --example papers -- OUT`.

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).expect("a folder");
    std::fs::create_dir_all(&folder)?;
    for (name, document) in cchc_tests::papers::all() {
        let file = std::path::Path::new(&folder).join(format!("{name}.docx"));
        std::fs::write(file, cchc_core::document::docx::docx(&document))?;
    }
    Ok(())
}
