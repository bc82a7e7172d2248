//! `index.html` with its places filled: styles, icons, unpacker, scripts, program, and the policy that allows only these.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::{ascii, carrier};
use crate::place;

/// What the page carries. Styles and glue are here as they will be when unpacked, too: the policy names them by hash.
pub(super) struct Parts {
    pub(super) style: String,
    pub(super) glue: String,
    pub(super) packed_style: Vec<u8>,
    pub(super) packed_glue: Vec<u8>,
    pub(super) packed_unpacker: Vec<u8>,
    pub(super) packed_program: Vec<u8>,
}

/// The whole page: ASCII, but for what is packed.
pub(super) fn fill(parts: &Parts) -> Result<Vec<u8>> {
    let web = place::root().join("cchc-web");
    let style = read(&web.join("boot.css"))?;
    let script = ascii::script(&read(&web.join("boot.js"))?);
    let icons = read(&web.join("icons.svg"))?.trim_end().to_string();
    for (what, text) in [("script", &script), ("style", &style)] {
        // The reader of HTML looks for these first, whatever they mean in the language inside.
        if text.contains("<!--") || text.to_lowercase().contains(&format!("</{what}")) {
            bail!("the {what} holds its own end mark or `<!--`");
        }
    }
    for (what, text) in [("style of the start", &style), ("icons", &icons)] {
        ascii::only(what, text)?;
    }
    let values = [
        ("csp", policy(&[&script, &parts.glue], &[&style, &parts.style]).into_bytes()),
        ("boot-style", style.into_bytes()),
        ("icons", icons.into_bytes()),
        ("style", carrier::carried(&parts.packed_style)),
        ("glue", carrier::carried(&parts.packed_glue)),
        ("unpacker", carrier::carried(&parts.packed_unpacker)),
        ("script", script.into_bytes()),
        ("wasm", carrier::carried(&parts.packed_program)),
    ];
    replace(&ascii::html(&read(&place::root().join("index.html"))?), &values)
}

/// The Content-Security-Policy: nothing is loaded, nothing is sent, only these scripts and these styles count, wherever
/// they stand.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let hashes = |texts: &[&str]| texts.iter().map(|text| hash(text)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {}; style-src {}; \
         img-src data: blob:; base-uri 'none'; form-action 'none'",
        hashes(scripts),
        hashes(styles)
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text.as_bytes())))
}

/// Puts each value in the place `{{name}}`, once; a place without a value and a value without a place are errors.
fn replace(template: &str, values: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    let mut rest = template;
    let mut used = Vec::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("index.html: `{{` without `}}`")?;
        let value = values.iter().find(|(known, _)| *known == name);
        let (known, value) =
            value.with_context(|| format!("index.html: nothing is called {{{{{name}}}}}"))?;
        used.push(*known);
        page.extend_from_slice(before.as_bytes());
        page.extend_from_slice(value);
        rest = after;
    }
    page.extend_from_slice(rest.as_bytes());
    if let Some((missing, _)) =
        values.iter().find(|(name, _)| used.iter().filter(|u| *u == name).count() != 1)
    {
        bail!("index.html: {{{{{missing}}}}} must stand there exactly once");
    }
    Ok(page)
}

/// A file's text with Unix line ends: the hash is taken over what the browser sees.
pub(super) fn read(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_is_filled_once() {
        let values = [("a", b"1\xff".to_vec()), ("b", b"{{a}}".to_vec())];
        assert_eq!(replace("x{{a}}y{{b}}z", &values).unwrap(), b"x1\xffy{{a}}z");
        assert!(replace("x{{a}}y", &values).unwrap_err().to_string().contains("{{b}}"));
        assert!(replace("{{a}}{{a}}{{b}}", &values).is_err());
        assert!(replace("{{a}}{{b}}{{c}}", &values).is_err());
    }

    #[test]
    fn the_policy_names_the_hashes_as_browsers_compute_them() {
        let policy = policy(&["", "alert('Hello, world.');"], &[]);
        assert!(policy.contains("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"), "{policy}");
    }
}
