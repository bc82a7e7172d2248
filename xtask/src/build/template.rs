//! `index.html` with its places filled: styles, icons, unpacker, script, program, and the policy that allows only these.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::dense;
use crate::place;

/// The whole page.
pub(super) fn fill(glue: &str, unpacker: &[u8], packed: &[u8]) -> Result<String> {
    let web = place::root().join("cchc-web");
    let style = style(&web)?;
    let script = format!("\n{glue}\n{}", read(&web.join("boot.js"))?);
    for (what, text) in [("script", &script), ("style", &style)] {
        // The reader of HTML looks for these first, whatever they mean in the language inside.
        if text.contains("<!--") || text.to_lowercase().contains(&format!("</{what}")) {
            bail!("the {what} holds its own end mark or `<!--`");
        }
    }
    let values = [
        ("csp", policy(&script, &style)),
        ("style", style),
        ("icons", optional(&web.join("icons.svg"))?),
        ("unpacker", BASE64.encode(unpacker)),
        ("script", script),
        ("wasm", dense::text(packed)),
    ];
    replace(&read(&place::root().join("index.html"))?, &values)
}

/// The Content-Security-Policy: nothing is loaded, nothing is sent, only this script and this style count.
fn policy(script: &str, style: &str) -> String {
    let (script, style) = (hash(script), hash(style));
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' '{script}'; style-src '{style}'; \
         img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(text.as_bytes())))
}

/// All styles in the order of their names, after what shows before the program runs.
fn style(web: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = Vec::new();
    if let Ok(folder) = fs::read_dir(web.join("css")) {
        files.extend(folder.filter_map(Result::ok).map(|entry| entry.path()));
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    files.sort();
    let mut style = format!("\n{}", read(&web.join("boot.css"))?);
    // A document looks on the page as in the files that it is exported to.
    for name in ["paper.css", "print.css"] {
        style.push_str(&read(&place::root().join("cchc-core/src/document/html").join(name))?);
    }
    for file in files {
        style.push_str(&read(&file)?);
    }
    Ok(style)
}

/// Puts each value in the place `{{name}}`, once; a place without a value and a value without a place are errors.
fn replace(template: &str, values: &[(&str, String)]) -> Result<String> {
    let mut page = String::new();
    let mut rest = template;
    let mut used = Vec::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("index.html: `{{` without `}}`")?;
        let value = values.iter().find(|(known, _)| *known == name);
        let (known, value) =
            value.with_context(|| format!("index.html: nothing is called {{{{{name}}}}}"))?;
        used.push(*known);
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    page.push_str(rest);
    if let Some((missing, _)) =
        values.iter().find(|(name, _)| used.iter().filter(|u| *u == name).count() != 1)
    {
        bail!("index.html: {{{{{missing}}}}} must stand there exactly once");
    }
    Ok(page)
}

/// A file's text with Unix line ends: the hash is taken over what the browser sees.
fn read(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

fn optional(path: &Path) -> Result<String> {
    if path.exists() { Ok(read(path)?.trim_end().to_string()) } else { Ok(String::new()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_filled_once() {
        let values = [("a", "1".to_string()), ("b", "{{a}}".to_string())];
        assert_eq!(replace("x{{a}}y{{b}}z", &values).unwrap(), "x1y{{a}}z");
        assert!(replace("x{{a}}y", &values).unwrap_err().to_string().contains("{{b}}"));
        assert!(replace("{{a}}{{a}}{{b}}", &values).is_err());
        assert!(replace("{{a}}{{b}}{{c}}", &values).is_err());
    }

    #[test]
    fn the_policy_names_the_hashes_as_browsers_compute_them() {
        let policy = policy("alert('Hello, world.');", "");
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
    }
}
