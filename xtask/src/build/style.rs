//! All styles of the page as one text.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::template::read;
use crate::place;

/// The styles in the order of their names. A document looks on the page as in the files that it is exported to.
pub(super) fn style() -> Result<String> {
    let core = place::root().join("cchc-core/src/document/html");
    let mut files = vec![core.join("paper.css"), core.join("print.css")];
    let folder = fs::read_dir(place::root().join("cchc-web/css"))?;
    let mut own: Vec<PathBuf> = folder.filter_map(Result::ok).map(|entry| entry.path()).collect();
    own.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    own.sort();
    files.extend(own);
    let mut style = String::new();
    for file in files {
        style.push_str(&plain(&read(&file)?));
    }
    Ok(style)
}

/// Without comments and indents, which are for people.
fn plain(style: &str) -> String {
    let mut text = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indents_go() {
        let style = "/* Nhật\n ký */\na {\n  color: red; /* so */\n\n}\nb { content: \"x  y\"; } /* open";
        assert_eq!(plain(style), "a {\ncolor: red;\n}\nb { content: \"x  y\"; }\n");
    }
}
