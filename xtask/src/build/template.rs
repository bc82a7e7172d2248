//! `index.html` with its places filled: styles, icons, unpacker, scripts, program, and the policy that allows only these.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

use super::{carrier, pack};
use crate::place;

/// What the page carries. Styles and glue are here as they will be when unpacked, too: the policy names them by hash.
pub(super) struct Parts {
    pub(super) style: String,
    pub(super) glue: String,
    pub(super) packed_style: Vec<u8>,
    pub(super) packed_glue: Vec<u8>,
    pub(super) packed_unpacker: Vec<u8>,
    pub(super) packed_program: Vec<u8>,
    /// The program as it will be when unpacked: the page knows it by its hash.
    pub(super) program: Vec<u8>,
}

/// The whole page in UTF-16, as its first sign says: that counts more than what a server may say.
pub(super) fn fill(parts: &Parts) -> Result<Vec<u8>> {
    let web = place::root().join("cchc-web");
    let (style, script) = (read(&web.join("boot.css"))?, terse(&read(&web.join("boot.js"))?));
    for (what, text) in [("script", &script), ("style", &style)] {
        // The reader of HTML looks for these first, whatever they mean in the language inside.
        if text.contains("<!--") || text.to_lowercase().contains(&format!("</{what}")) {
            bail!("the {what} holds its own end mark or `<!--`");
        }
    }
    let text = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let values = [
        ("csp", text(&policy(&[&script, &parts.glue], &[&style, &parts.style]))),
        ("boot-style", text(&style)),
        ("icons", carrier::carried(&pack::gzip(read(&web.join("icons.svg"))?.trim_end().as_bytes())?)),
        ("style", carrier::carried(&parts.packed_style)),
        ("glue", carrier::carried(&parts.packed_glue)),
        ("unpacker", carrier::carried(&parts.packed_unpacker)),
        ("sum", text(&sum(&parts.program))),
        ("script", text(&script)),
        ("wasm", carrier::carried(&parts.packed_program)),
    ];
    let template = format!("\u{feff}{}", read(&place::root().join("index.html"))?);
    Ok(replace(&template, &values)?.into_iter().flat_map(u16::to_le_bytes).collect())
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
    format!("'sha256-{}'", sum(text.as_bytes()))
}

fn sum(bytes: &[u8]) -> String {
    BASE64.encode(Sha256::digest(bytes))
}

/// Puts each value in the place `{{name}}`, once; a place without a value and a value without a place are errors.
fn replace(template: &str, values: &[(&str, Vec<u16>)]) -> Result<Vec<u16>> {
    let mut page = Vec::new();
    let mut rest = template;
    let mut used = Vec::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("index.html: `{{` without `}}`")?;
        let value = values.iter().find(|(known, _)| *known == name);
        let (known, value) =
            value.with_context(|| format!("index.html: nothing is called {{{{{name}}}}}"))?;
        used.push(*known);
        page.extend(before.encode_utf16());
        page.extend_from_slice(value);
        rest = after;
    }
    page.extend(rest.encode_utf16());
    if let Some((missing, _)) =
        values.iter().find(|(name, _)| used.iter().filter(|u| *u == name).count() != 1)
    {
        bail!("index.html: {{{{{missing}}}}} must stand there exactly once");
    }
    Ok(page)
}

/// A script without indents and lines of comment, which are for people.
pub(super) fn terse(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
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
        let text = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
        let values = [("a", text("Đủ")), ("b", text("{{a}}"))];
        assert_eq!(replace("x{{a}}y{{b}}z", &values).unwrap(), text("xĐủy{{a}}z"));
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
