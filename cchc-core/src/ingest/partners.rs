//! Chủ trì, phối hợp: who does a duty with whom, by the words of the plan.

use super::catalogue::catalogue;
use super::offices::with_place;
use super::words::{Words, tidy};
use crate::plan::{DutyRole, Office, Partner};
use crate::record::Extra;

/// In what part an office has a duty, by its verb.
pub(super) fn role(words: &Words<'_>) -> DutyRole {
    let leads = words.any(0, &["chu tri", "la co quan dau moi", "la dau moi", "lam dau moi"]).is_some();
    let advises = words.has("tham muu");
    let supports = words
        .any(
            0,
            &["phoi hop", "chu dong phoi hop", "tich cuc phoi hop", "tang cuong phoi hop", "phoi ket hop"],
        )
        .is_some();
    if leads {
        DutyRole::Lead
    } else if advises && (supports || words.find(0, "tham muu").is_some_and(|at| at.start <= 8)) {
        DutyRole::Advise
    } else if supports {
        DutyRole::Support
    } else {
        DutyRole::Lead
    }
}

/// The partners that words name, and the token where the duty itself goes on.
pub(super) fn partners(words: &Words<'_>, offices: &[Office]) -> (Vec<Partner>, Option<usize>) {
    let mut partners: Vec<Partner> = Vec::new();
    let mut goes_on = None;
    if let Some(at) = words
        .find_any(0, &["phoi hop chat che voi", "phoi hop voi", "phoi hop cung", "phoi hop :", "cung voi"])
    {
        let (names, end) = list(words, at.end);
        for name in names {
            push(&mut partners, &name, offices);
        }
        goes_on = Some(end);
    }
    (partners, goes_on)
}

/// The offices listed from a token on: their names, and where the list ends.
fn list(words: &Words<'_>, from: usize) -> (Vec<String>, usize) {
    let mut names = Vec::new();
    let mut at = from;
    loop {
        let named = catalogue()
            .general_offices(words, at)
            .or_else(|| catalogue().office(words, at).map(|(_, end)| with_place(words, end)));
        let end = named.unwrap_or_else(|| other(words, at));
        if end <= at {
            break;
        }
        names.push(tidy(words.slice(at..end)));
        at = end;
        let Some(next) = words.any(end, &[", và", ",", "và", ";"]) else { break };
        let is_office = catalogue().general_offices(words, next).is_some()
            || catalogue().office(words, next).is_some()
            || words
                .any(next, &["các", "phòng", "trung tâm", "ban", "hội", "đoàn", "trường", "công an"])
                .is_some();
        if !is_office {
            break;
        }
        at = next;
    }
    (names, at)
}

/// Where a name ends that the catalogue does not have: before a verb, a mark or a word that leads on.
fn other(words: &Words<'_>, from: usize) -> usize {
    (from..words.len().min(from + 14))
        .find(|at| {
            words
                .any(*at, &[",", ";", ".", ":", "(", "và", "trong", "để", "nhằm", "về", "khi", "theo"])
                .is_some()
                || (*at > from && catalogue().verb(words, *at).is_some())
        })
        // So long a name is none.
        .unwrap_or_else(|| if words.len() <= from + 14 { words.len() } else { from })
}

/// Adds a partner once, with the office of the plan that it is.
pub(super) fn push(partners: &mut Vec<Partner>, name: &str, offices: &[Office]) {
    let name = tidy(name.trim_matches([',', ';', '.', ' ']));
    if name.is_empty() || partners.iter().any(|partner| partner.name == name) {
        return;
    }
    let words = Words::of(&name);
    let known = catalogue().office(&words, 0).map(|(known, _)| known.id.as_str());
    let office = offices
        .iter()
        .find(|office| known.is_some_and(|known| office.id == *known) || office.name == name)
        .map(|office| office.id.clone());
    partners.push(Partner { name, office, extra: Extra::new() });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_and_partners() {
        for (text, wanted) in [
            (
                "Chủ trì, phối hợp với Phòng Văn hóa - Xã hội, các cơ quan, đơn vị có liên quan thẩm định kinh phí",
                "chủ trì; Phòng Văn hóa - Xã hội | các cơ quan, đơn vị có liên quan → thẩm định kinh phí",
            ),
            (
                "Chủ trì tham mưu, phối hợp với các cơ quan liên quan tổ chức đối thoại",
                "chủ trì; các cơ quan liên quan → tổ chức đối thoại",
            ),
            (
                "Phối hợp với các cơ quan, đơn vị tuyên truyền CCHC",
                "phối hợp; các cơ quan, đơn vị → tuyên truyền CCHC",
            ),
            (
                "chủ động phối hợp với các tổ chức chính trị - xã hội trong việc tuyên truyền",
                "phối hợp; các tổ chức chính trị - xã hội → trong việc tuyên truyền",
            ),
            (
                "Phối hợp với các cơ quan liên quan tham mưu đẩy mạnh",
                "tham mưu; các cơ quan liên quan → tham mưu đẩy mạnh",
            ),
            // Who is urged, guided or advised takes no part in it.
            ("Theo dõi, kiểm tra, đôn đốc các cơ quan, đơn vị thực hiện Kế hoạch", "chủ trì;  → "),
            ("Hướng dẫn các cơ quan, đơn vị cập nhật, công khai các TTHC", "chủ trì;  → "),
            (
                "Tham mưu Hội đồng phối hợp phổ biến, giáo dục pháp luật xã thực hiện lồng ghép tuyên truyền",
                "tham mưu;  → ",
            ),
            ("Căn cứ khả năng ngân sách tham mưu cho UBND xã cân đối", "tham mưu;  → "),
            ("Tuyên truyền về chỉ số PCI", "chủ trì;  → "),
            (
                "Chủ trì, phối hợp với Tổ dân phố cấp tài khoản định danh mức 2 cho tối thiểu 95% công dân",
                "chủ trì; Tổ dân phố → cấp tài khoản định danh mức 2 cho tối thiểu 95% công dân",
            ),
        ] {
            let words = Words::of(text);
            let (partners, next) = partners(&words, &[]);
            let names: Vec<&str> = partners.iter().map(|partner| partner.name.as_str()).collect();
            let rest = next.map_or("", |next| words.slice(next..words.len()));
            assert_eq!(format!("{}; {} → {rest}", role(&words).vietnamese(), names.join(" | ")), wanted);
        }
    }
}
