//! The modules of the core know only what stands below them (ARCHITECTURE.md, "Invariants").

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom up.
const ORDER: [&str; 18] = [
    "order",
    "json",
    "text",
    "id",
    "record",
    "diagnostic",
    "calendar",
    "fault",
    "document",
    "indicator",
    "plan",
    "register",
    "exchange",
    "examples",
    "progress",
    "adapt",
    "ingest",
    "report",
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What of the code is compiled into the library: neither tests nor comments.
fn code(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap();
    if inside.iter().any(|part| part.to_string_lossy().contains("tests")) {
        return String::new();
    }
    let text = fs::read_to_string(path).unwrap();
    let end = text.find("\n#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end].lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn arrows_run_downward_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let place = |name: &str| ORDER.iter().position(|known| *known == name);
    let mut seen = 0;
    for path in files(&root) {
        let inside = path.strip_prefix(&root).unwrap();
        let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        let at = place(module).unwrap_or_else(|| panic!("{module} has no place in the order"));
        for used in code(&root, &path).split("crate::").skip(1) {
            assert!(
                !used.starts_with('{'),
                "{}: name each module by itself, so that arrows are seen",
                inside.display()
            );
            let end = used.find(|sign: char| !sign.is_ascii_lowercase() && sign != '_').unwrap_or(used.len());
            let Some(below) = place(&used[..end]) else { continue };
            assert!(below <= at, "{} uses {}", inside.display(), ORDER[below]);
            // Documents know nothing of plans.
            assert!(
                module != "document" || ["document", "text", "calendar", "order"].contains(&ORDER[below])
            );
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}
