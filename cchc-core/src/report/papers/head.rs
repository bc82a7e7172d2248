//! Who issues, who signs, who gets it, and how documents are cited.

use std::collections::HashSet;

use crate::calendar::Date;
use crate::document::{Block, Form, Inline, Letterhead, PartialDate, Recipients, Rich, Signature, Title};
use crate::exchange::PlanFile;
use crate::id::DocumentId;
use crate::plan::{self, Office, Plan};
use crate::progress::focal_office;
use crate::report::compose::{archive_and_recipients, full_citation, issuer_lines, place};
use crate::report::words::{ABBREVIATIONS, bare, explain, lower_first};
use crate::text::{date_vi, unbroken};

/// A paragraph of plain words.
pub(super) fn paragraph(text: impl AsRef<str>) -> Block {
    Block::paragraph(Rich::plain(unbroken(text.as_ref())))
}

/// An item of a list.
pub(super) fn dash(text: impl AsRef<str>) -> Block {
    Block::dash(Rich::plain(unbroken(text.as_ref())))
}

/// Whose paper it is.
pub(super) enum Issuer<'a> {
    /// UBND, signed in its name.
    Committee,
    /// UBND, signed by order of its chair by the head of an office, which has drafted it.
    ByOrder(&'a Office),
    /// An office of its own.
    Office(&'a Office),
}

impl<'a> Issuer<'a> {
    /// A letter of UBND that the focal office writes; UBND's own where the plan has none.
    pub(super) fn by_order_of_focal(file: &'a PlanFile) -> Self {
        focal_office(file).map_or(Self::Committee, Self::ByOrder)
    }

    /// A paper of the focal office; of UBND where the plan has none.
    pub(super) fn focal(file: &'a PlanFile) -> Self {
        focal_office(file).map_or(Self::Committee, Self::Office)
    }

    /// Who speaks, inside a sentence.
    pub(super) fn name(&self, plan: &'a Plan) -> &'a str {
        match self {
            Self::Committee | Self::ByOrder(_) => &plan.issuer,
            Self::Office(office) => &office.name,
        }
    }

    /// The form of a paper of that type; `Công văn` has none of its own. `to` is whom it is sent to besides the
    /// addressees.
    pub(super) fn form(&self, plan: &Plan, kind: Kind, to: &[&str], today: Date) -> Form {
        let committee = issuer_lines(&plan.issuer);
        let (parent, issuer) = match self {
            Self::Committee | Self::ByOrder(_) => (Vec::new(), committee),
            Self::Office(office) => (vec![committee.join(" ")], vec![office.name.clone()]),
        };
        let (short, archive) = match self {
            Self::Committee => ("UBND".to_owned(), archive_and_recipients(plan).0),
            Self::ByOrder(office) => {
                let office = symbol(office);
                let letter = matches!(kind, Kind::Letter);
                let short = if letter { format!("UBND-{office}") } else { "UBND".to_owned() };
                (short, format!("VT, {office}"))
            }
            Self::Office(office) => (symbol(office), "VT".to_owned()),
        };
        let symbol = match kind {
            Kind::Letter => short,
            Kind::Named(abbreviation) => format!("{abbreviation}-{short}"),
        };
        Form {
            letterhead: Letterhead {
                parent,
                issuer,
                symbol,
                place: place(plan).to_owned(),
                date: PartialDate { day: None, ..PartialDate::from(today) },
                ..Letterhead::default()
            },
            recipients: Recipients { to: to.iter().map(|&to| to.to_owned()).collect(), archive },
            signatures: vec![self.signature(plan)],
            title: Title::default(),
            ..Form::default()
        }
    }

    fn signature(&self, plan: &Plan) -> Signature {
        let authority = match self {
            Self::Committee => return signed(committee_signature(plan)),
            Self::ByOrder(office) => vec!["TL. Chủ tịch".to_owned(), head_of(office, true)],
            Self::Office(office) => vec![head_of(office, false)],
        };
        Signature { authority, name: String::new() }
    }
}

/// Type of document, as its symbol names it.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Công văn.
    Letter,
    /// With its abbreviation: `BC`, `TTr`, `TB`, `BB`.
    Named(&'static str),
}

fn signed(signature: plan::Signature) -> Signature {
    Signature { authority: signature.lines, name: signature.name }
}

/// Who signs for UBND: the plan's signer, in the committee's name, which works as a body (TM.). Without a signer the
/// chair's place, left open.
pub(in crate::report) fn committee_signature(plan: &Plan) -> plan::Signature {
    let mut signature = plan.signature.clone().unwrap_or_else(|| plan::Signature {
        lines: Vec::new(),
        name: String::new(),
        extra: crate::record::Extra::new(),
    });
    signature.lines.retain(|line| !line.trim().is_empty());
    if signature.lines.is_empty() {
        signature.lines.push("CHỦ TỊCH".to_owned());
    }
    let is_committee = issuer_lines(&plan.issuer).first().is_some_and(|line| line == "Ủy ban nhân dân");
    let says_for_whom = signature
        .lines
        .iter()
        .any(|line| ["TM.", "TL.", "TUQ.", "Q."].iter().any(|mark| line.trim().starts_with(mark)));
    if is_committee && !says_for_whom {
        signature.lines.insert(0, "TM. ỦY BAN NHÂN DÂN".to_owned());
    }
    signature
}

/// Chữ viết tắt of an office in a symbol: `VHXH` of Phòng Văn hóa - Xã hội, `TTPVHCC`, `VP`.
pub(super) fn symbol(office: &Office) -> String {
    let name = office.name.trim();
    if name.starts_with("Văn phòng") {
        return "VP".to_owned();
    }
    let name = name.strip_prefix("Phòng ").unwrap_or(name);
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "và");
    let short: String =
        words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).take(8).collect();
    if short.is_empty() { office.id.as_str().to_uppercase() } else { short }
}

/// Chức vụ of whoever heads an office; in full where the office is not named above.
fn head_of(office: &Office, in_full: bool) -> String {
    let name = office.name.trim();
    let rest = |kind: &str| name.strip_prefix(kind).map(str::trim_start).unwrap_or_default();
    if name.starts_with("Văn phòng") {
        "Chánh Văn phòng".to_owned()
    } else if name.starts_with("Phòng") {
        if in_full { format!("Trưởng phòng {}", rest("Phòng")) } else { "Trưởng phòng".to_owned() }
    } else if name.starts_with("Trung tâm") {
        if in_full { format!("Giám đốc {name}") } else { "Giám đốc".to_owned() }
    } else {
        "Thủ trưởng".to_owned()
    }
}

/// Explains the field's abbreviations where they are first met.
pub(super) fn explain_abbreviations(body: &mut [Block]) {
    for (short, full) in ABBREVIATIONS {
        for block in &mut *body {
            let text = match block {
                Block::Paragraph(paragraph) => &mut paragraph.text,
                Block::ListItem(item) => &mut item.text,
                Block::Heading(_) | Block::Table(_) | Block::Chart(_) => continue,
            };
            let mut spans = text.0.iter_mut().filter_map(|inline| match inline {
                Inline::Text(span) => Some(&mut span.text),
                Inline::Note(_) | Inline::Break => None,
            });
            if spans.any(|text| explain(text, short, full)) {
                break;
            }
        }
    }
}

/// Viện dẫn: in full where a document is first cited, by type and number afterwards (NĐ 30/2020/NĐ-CP, Phụ lục I).
pub(super) struct Citations<'a> {
    file: &'a PlanFile,
    cited: HashSet<&'a str>,
}

impl<'a> Citations<'a> {
    pub(super) fn of(file: &'a PlanFile) -> Self {
        Self { file, cited: HashSet::new() }
    }

    /// A document that the plan cites; nothing of one that it does not know.
    pub(super) fn document(&mut self, id: &DocumentId) -> Option<String> {
        let document = self.file.documents.get(id)?;
        let is_first = self.cited.insert(document.id.as_str());
        Some(if is_first { full_citation(document) } else { document.short_citation() })
    }

    /// The plan itself.
    pub(super) fn plan(&mut self) -> String {
        let plan = &self.file.plan;
        let is_first = self.cited.insert("");
        let subject = lower_first(plan.title.trim_start_matches("Kế hoạch ").trim());
        match (&plan.number, plan.issued_on) {
            (Some(number), _) if !is_first => format!("Kế hoạch số {number}"),
            (Some(number), Some(date)) => {
                format!("Kế hoạch số {number} ngày {} của {} về {subject}", date_vi(date), plan.issuer)
            }
            (Some(number), None) => format!("Kế hoạch số {number} của {} về {subject}", plan.issuer),
            (None, _) if !is_first => "Kế hoạch nêu trên".to_owned(),
            (None, _) => bare(&plan.title).to_owned(),
        }
    }
}
