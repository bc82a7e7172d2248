//! The three formats say the same: word for word, footnote for footnote.

use cchc_core::document::{html, text};
use cchc_tests::papers;

use crate::docx_file::DocxFile;

/// A document's words, and the words of its footnotes.
type Said = (Vec<String>, Vec<String>);

#[test]
fn word_html_and_text_say_the_same() {
    for (name, document) in papers::all() {
        let from_docx = said_by_docx(&DocxFile::of(&document));
        assert!(from_docx.0.len() > 100, "{name}: {from_docx:?}");
        assert_eq!(from_docx, said_by_html(&html::fragment(&document)), "{name}: docx and HTML");
        assert_eq!(from_docx, said_by_text(&text::text(&document)), "{name}: docx and text");
    }
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn said_by_docx(file: &DocxFile) -> Said {
    let all = |part: &str| {
        file.paragraphs_of(part).iter().flat_map(|paragraph| words(&paragraph.text)).collect::<Vec<_>>()
    };
    (all("word/document.xml"), all("word/footnotes.xml"))
}

fn said_by_html(html: &str) -> Said {
    let (mut body, mut notes) = (String::new(), String::new());
    let mut rest = html;
    let mut in_notes = false;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').expect("tags are closed");
        let target = if in_notes { &mut notes } else { &mut body };
        target.push_str(text);
        match tag {
            "b" | "/b" | "i" | "/i" => {}
            "sup class=\"note-mark\"" => target.push('['),
            // The number before a footnote is not one of its words.
            "sup" => {
                rest = after.split_once("</sup>").expect("sup is closed").1;
                continue;
            }
            "/sup" => target.push(']'),
            "div class=\"footnotes\"" => in_notes = true,
            "/div" => in_notes = false,
            _ => target.push(' '),
        }
        rest = after;
    }
    (words(&plain(&body)), words(&plain(&notes)))
}

fn plain(html: &str) -> String {
    [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(html.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

fn said_by_text(text: &str) -> Said {
    const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let is_digit = |c: char| DIGITS.contains(c);
    let (mut body, mut notes) = (String::new(), String::new());
    for line in text.lines() {
        if line.starts_with(is_digit) {
            notes.push_str(line.trim_start_matches(is_digit));
            notes.push(' ');
            continue;
        }
        let mut open = false;
        for c in line.chars() {
            let digit = DIGITS.chars().position(|digit| digit == c);
            if digit.is_some() != open {
                body.push(if open { ']' } else { '[' });
                open = !open;
            }
            match digit {
                Some(digit) => body.push_str(&digit.to_string()),
                None => body.push(c),
            }
        }
        body.push_str(if open { "] " } else { " " });
    }
    (words(&body.replace(" | ", " ")).into_iter().filter(|word| word != "|").collect(), words(&notes))
}

#[test]
fn the_text_of_each_paper() {
    for (name, document) in papers::written() {
        insta::assert_snapshot!(format!("{name}.txt"), text::text(&document));
    }
}

#[test]
fn the_html_of_a_letter_and_a_section() {
    insta::assert_snapshot!("cong-van-don-doc.html", html::fragment(&papers::reminder()));
    insta::assert_snapshot!("long-ghep-quy-ii.html", html::fragment(&papers::embedded()));
}
