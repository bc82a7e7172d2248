//! What a section is about, told by its heading.

use super::super::words::Words;

/// What a section of a plan is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) enum Part {
    /// The title.
    Title,
    /// Căn cứ and the sentence before section I.
    Opening,
    /// Mục tiêu, mục đích.
    Goals,
    /// Yêu cầu.
    Requirements,
    /// Chỉ tiêu.
    Targets,
    /// Nội dung.
    Topics,
    /// Hình thức.
    Channels,
    /// Nhiệm vụ, giải pháp: tasks, by whatever they are ordered.
    Tasks,
    /// Tổ chức thực hiện: duties by office.
    Duties,
    /// Kinh phí.
    Budget,
    /// Chế độ báo cáo.
    Reports,
    /// Both nội dung and hình thức, or mục đích and yêu cầu: the headings below say which.
    Mixed(&'static [Part]),
    /// What the plan says at its end to everybody.
    Closing,
    /// A row of a table of tasks.
    Table,
    /// An appendix that is no table.
    Appendix,
    /// A footnote.
    Note,
    /// Anything else.
    Other,
}

impl Part {
    /// The part itself, or the first of several.
    pub(in crate::ingest) fn main(self) -> Self {
        match self {
            Self::Mixed([first, ..]) => *first,
            other => other,
        }
    }
}

/// What the words of a heading say; under a heading that says more, that.
pub(super) fn of_heading(words: &str, above: Option<Part>) -> Part {
    let own = of_words(words);
    match above {
        // An office's name is no subject of its own: "Trung tâm Văn hóa, Thông tin" leads no section of topics.
        Some(Part::Duties) => match own {
            Some(Part::Budget | Part::Reports) if starts_with_it(words) => own.unwrap_or(Part::Duties),
            _ => Part::Duties,
        },
        Some(above) => own.unwrap_or(above.main()),
        None => own.unwrap_or(Part::Other),
    }
}

fn starts_with_it(words: &str) -> bool {
    let words = Words::of(words);
    words
        .any(0, &["kinh phi", "kinh phí", "nguon kinh phi", "che do", "thong tin bao cao", "bao cao"])
        .is_some()
}

fn of_words(words: &str) -> Option<Part> {
    let words = Words::of(words);
    let has = |patterns: &[&str]| words.has_any(patterns);
    let goals = has(&["muc tieu", "muc dich"]);
    let (requirements, targets) = (has(&["yeu cau"]), has(&["chỉ tieu"]));
    let (topics, channels) = (has(&["noi dung"]), has(&["hinh thuc", "phuong thuc", "kenh"]));
    Some(if has(&["to chuc thuc hien", "to chuc trien khai", "phan cong", "trach nhiem"]) {
        Part::Duties
    } else if goals && requirements {
        Part::Mixed(&[Part::Goals, Part::Requirements])
    } else if goals && targets {
        Part::Mixed(&[Part::Goals, Part::Targets])
    } else if targets {
        Part::Targets
    } else if goals {
        Part::Goals
    } else if requirements {
        Part::Requirements
    } else if topics && channels {
        Part::Mixed(&[Part::Topics, Part::Channels])
    } else if has(&["che do bao cao", "thong tin , bao cao", "che do thong tin"])
        || words.any(0, &["bao cao"]).is_some()
    {
        Part::Reports
    } else if has(&["kinh phi"]) {
        Part::Budget
    } else if channels {
        Part::Channels
    } else if has(&["nhiem vu", "giai phap"]) {
        Part::Tasks
    } else if topics {
        Part::Topics
    } else {
        return None;
    })
}

/// What an item is about that says so itself: "1. Mục đích: …", "- Yêu cầu: …".
pub(super) fn of_item(text: &str, section: Part) -> Part {
    let Part::Mixed(parts) = section else { return section };
    let label = text.split_once(':').map(|(label, _)| label).filter(|label| label.chars().count() <= 60);
    match label.and_then(of_words) {
        Some(part) if parts.contains(&part) => part,
        _ => section.main(),
    }
}

/// The id of a paragraph that speaks to everybody at the end: on difficulties, or anything else.
pub(super) fn closing_words(text: &str) -> Option<&'static str> {
    let words = Words::of(text.get(..text.len().min(400)).unwrap_or(text));
    let speaks = words
        .any(
            0,
            &[
                "trong quá trinh trien khai",
                "trong quá trinh to chuc",
                "trong quá trinh thuc hien",
                "quá trinh trien khai",
                "quá trinh thuc hien",
                "tren day la ke hoach",
                "yeu cau cac co quan",
                "de nghi cac co quan",
                "can cu ke hoach nay",
                "can cu noi dung ke hoach",
                "neu co kho khan",
                "noi dung chua phu hop",
            ],
        )
        .is_some();
    let difficulty = words.has_any(&["kho khan", "vuong mac", "phat sinh"]);
    speaks.then_some(if difficulty { "phan-anh" } else { "ket-thuc" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_many_plans() {
        for (words, part) in [
            ("MỤC TIÊU, YÊU CẦU", Part::Mixed(&[Part::Goals, Part::Requirements])),
            ("Mục đích", Part::Goals),
            ("NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN", Part::Mixed(&[Part::Topics, Part::Channels])),
            ("Nội dung tuyên truyền", Part::Topics),
            ("Các hình thức tuyên truyền", Part::Channels),
            ("NHIỆM VỤ TRỌNG TÂM", Part::Tasks),
            ("PHÂN CÔNG TRÁCH NHIỆM", Part::Duties),
            ("KINH PHÍ THỰC HIỆN", Part::Budget),
            ("Chế độ báo cáo", Part::Reports),
            ("Chỉ tiêu cụ thể", Part::Targets),
            ("THỜI GIAN", Part::Other),
        ] {
            assert_eq!(of_heading(words, None), part, "{words}");
        }
        assert_eq!(of_heading("Trung tâm Thông tin, nội dung số", Some(Part::Duties)), Part::Duties);
        assert_eq!(of_heading("Kinh phí thực hiện", Some(Part::Duties)), Part::Budget);
    }
}
