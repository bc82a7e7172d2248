//! Phần cuối: Nơi nhận, chữ ký, and how difficulties travel.

use super::header::Header;
use super::outline::{Block, Outline, Part};
use super::reading::{Certainty, Log};
use super::source::Line;
use super::words::{Words, is_capitals, tidy};
use crate::diagnostic::Place;
use crate::plan::{Recipient, Signature, Source, Stated};
use crate::record::Extra;

/// Recipients and signature.
pub(super) fn closing(outline: &Outline, log: &mut Log) -> (Vec<Recipient>, Option<Signature>) {
    let mut recipients: Vec<(Line, String)> = Vec::new();
    let mut signature = Signature { lines: Vec::new(), name: String::new(), extra: Extra::new() };
    let mut open = false;
    for line in &outline.closing {
        let text = line.text.as_str();
        if let Some(rest) = text.strip_prefix("Nơi nhận") {
            open = true;
            let rest = rest.trim_start_matches([':', ' ']);
            if !rest.is_empty() {
                recipients.push((line.clone(), rest.to_owned()));
            }
        } else if let Some(name) = text.strip_prefix(['-', '–', '+', '•']) {
            open = true;
            recipients.push((line.clone(), name.trim().to_owned()));
        } else if is_capitals(text) && text.chars().count() > 3 {
            log.line(line.line, text, Place::plan("signature"), text);
            signature.lines.push(text.to_owned());
            open = false;
        } else if let Some((_, last)) = recipients.last_mut().filter(|(_, last)| {
            open && !last.ends_with([';', '.', ')']) && text.starts_with(char::is_lowercase)
        }) {
            last.push(' ');
            last.push_str(text);
        } else if is_name(text) {
            log.line(line.line, text, Place::plan("signature.name"), text);
            text.clone_into(&mut signature.name);
        }
    }
    let recipients = recipients
        .into_iter()
        .map(|(line, text)| {
            let recipient = recipient(&text);
            log.line(line.line, &text, Place::plan("recipients"), &recipient.name);
            recipient
        })
        .collect();
    let signed = !signature.lines.is_empty() || !signature.name.is_empty();
    (recipients, signed.then_some(signature))
}

/// "Sở Nội vụ; (b/c)": the name and the remark.
fn recipient(text: &str) -> Recipient {
    let trimmed = text.trim().trim_end_matches([';', '.', ',']).trim_end();
    let (name, note) = match trimmed.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((name, note)) if note.chars().count() <= 30 => (name, note),
        _ => (trimmed, ""),
    };
    let name = name.trim().trim_end_matches([';', ',']).trim_end();
    Recipient { name: tidy(name), note: note.trim().to_owned(), extra: Extra::new() }
}

/// A person's name: two to five words, each with a capital.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    (2..=6).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '.')
        })
}

/// Đường phản ánh: from the offices to who decides, and the words on it.
pub(super) fn escalation(
    outline: &Outline,
    header: &Header,
    focal: &str,
    log: &mut Log,
) -> (Stated<Vec<String>>, Option<Source>) {
    let own = format!("UBND {}", header.kind());
    let written = outline.blocks.iter().filter(|block| !block.is_heading()).find_map(|block| {
        let (path, at) = path(block, focal, &own)?;
        Some((block, path, at))
    });
    let Some((block, path, at)) = written else {
        let path = vec!["Các cơ quan, đơn vị".to_owned(), focal.to_owned(), own];
        let stated = Stated::inferred(path, "Kế hoạch không nêu; theo đường tổng hợp báo cáo.");
        log.concluded(Place::plan("escalation"), stated.value.join(" → "));
        return (stated, None);
    };
    let quote = &block.text[at.clone()];
    log.read(block, at.clone(), Place::plan("escalation"), path.join(" → "), Certainty::Written);
    (Stated::written(path, quote), Some(Source::new(block.id.clone(), quote)))
}

fn path(block: &Block, focal: &str, own: &str) -> Option<(Vec<String>, std::ops::Range<usize>)> {
    let words = Words::of(&block.text);
    let trouble = words.find_any(0, &["khó khăn", "vướng mắc", "phát sinh"])?;
    if block.part != Part::Closing && !words.has_any(&["nếu có", "nếu phát sinh", "có khó khăn"]) {
        return None;
    }
    let told = words.find_any(trouble.end, &["phan anh", "bao cao", "gui", "kien nghi", "lien he"])?;
    let end = (told.end..words.len())
        .find(|at| {
            words.any(*at, &[".", "de tong hop", "de xem xet", "de kip thoi", "de duoc", "; "]).is_some()
        })
        .unwrap_or(words.len());
    let to = words.slice(told.end..end);
    let mut path = vec!["Các cơ quan, đơn vị".to_owned()];
    let mut push = |name: &str| {
        let name = tidy(name.trim_matches([',', ';', '.', ' ', '(', ')']));
        if !name.is_empty() && !path.contains(&name) {
            path.push(name);
        }
    };
    let strip = |name: &str| {
        let name = name.trim();
        [
            "kịp thời về",
            "kịp thời với",
            "kịp thời",
            "bằng văn bản về",
            "về",
            "với",
            "cho",
            "đến",
            "lên",
            "gửi về",
        ]
        .iter()
        .find_map(|start| name.strip_prefix(start).filter(|rest| rest.starts_with(' ')))
        .unwrap_or(name)
        .trim()
        .to_owned()
    };
    if let Some((to, via)) =
        to.split_once("(qua ").or_else(|| to.split_once(", qua ")).or_else(|| to.split_once(" qua "))
    {
        let via = via.split(')').next().unwrap_or(via);
        push(via.split(" để ").next().unwrap_or(via));
        push(&strip(to));
    } else {
        push(&strip(to));
        let rest = words.slice(end..words.len());
        let decides = ["UBND", "Ủy ban nhân dân", "Chủ tịch UBND"].iter().any(|name| rest.contains(name));
        if decides || path.last().is_some_and(|last| last == focal) {
            path.push(own.to_owned());
        }
    }
    if path.len() < 2 {
        return None;
    }
    let sentence = words.find(end.min(words.len()), ".").map_or(words.len(), |at| at.start);
    let from = words.find_any(0, &["trong quá trinh", "quá trinh", "nếu"]).map_or(0, |at| at.start);
    let mut at = words.span(from.min(trouble.start)..sentence.max(end));
    let quote = block.text[at.clone()].trim_end_matches(['.', '/', ' ']);
    at.end = at.start + quote.len();
    Some((path, at))
}
