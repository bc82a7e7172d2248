//! Vietnamese in a page whose bytes are windows-1252: written with ASCII alone, in the way of each language.

use std::fmt::Write as _;

use anyhow::{Result, bail};

/// Markup and its text, with character references.
pub(super) fn html(text: &str) -> String {
    written(text, |sign, to| write!(to, "&#{};", u32::from(sign)))
}

/// A script, whose words stand in string literals and comments.
pub(super) fn script(text: &str) -> String {
    written(text, |sign, to| {
        sign.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(to, "\\u{unit:04x}"))
    })
}

/// Refuses what is not ASCII where there is no way to write it.
pub(super) fn only(what: &str, text: &str) -> Result<()> {
    match text.lines().find(|line| !line.is_ascii()) {
        Some(line) => bail!("the {what} is to be ASCII, and is not: {line}"),
        None => Ok(()),
    }
}

fn written(text: &str, write: impl Fn(char, &mut String) -> std::fmt::Result) -> String {
    let mut ascii = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_ascii() {
            ascii.push(sign);
        } else {
            write(sign, &mut ascii).expect("a string takes what is written");
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_own_way() {
        assert_eq!(html("<p title=\"Đủ\">a…</p>"), "<p title=\"&#272;&#7911;\">a&#8230;</p>");
        assert_eq!(script("\"Đủ 😀\""), "\"\\u0110\\u1ee7 \\ud83d\\ude00\"");
        assert!(only("style", "a { }\n/* Đủ */").unwrap_err().to_string().ends_with("/* Đủ */"));
        only("style", "a { }").unwrap();
    }
}
