//! Activities.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{ActivityId, ChannelId, DutyId, OfficeId, TopicId, UnitId};
use crate::record::{Extra, Kind, Record};
use crate::register::amount::{amount, some_amount};
use crate::register::{Detail, WorkForm};

/// Hoạt động: something an office did to communicate the reform.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Activity {
    /// Its id.
    pub id: ActivityId,
    /// Ngày thực hiện: the day that decides into which window it counts.
    pub date: Date,
    /// Cơ quan thực hiện.
    pub office: OfficeId,
    /// Nhiệm vụ that it carries out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<DutyId>,
    /// Kênh, hình thức.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// Nội dung tuyên truyền that it carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// Nội dung: title of the article, the meeting, the document.
    pub title: String,
    /// Đối tượng.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    /// Ngôn ngữ, where not Vietnamese.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Số lượng, each in its unit; a unit stands once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Count>,
    /// Lượt tiếp cận: how many times it was seen or heard, as far as known. Unknown is absent, never 0.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub reach: Option<u64>,
    /// Kinh phí, in đồng.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "some_amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub cost: Option<u64>,
    /// Minh chứng.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Chi tiết of a posting, a class, a dialogue, a broadcast, …: what their own documents and registers ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Box<Detail>>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Activity {
    /// An activity of which nothing but the least is known: when, by whom, what.
    pub fn new(id: ActivityId, date: Date, office: OfficeId, title: impl Into<String>) -> Self {
        Self {
            id,
            date,
            office,
            duty: None,
            channel: None,
            topics: Vec::new(),
            title: title.into(),
            audience: String::new(),
            language: String::new(),
            counts: Vec::new(),
            reach: None,
            cost: None,
            evidence: Vec::new(),
            note: String::new(),
            detail: None,
            extra: Extra::new(),
        }
    }

    /// The count in one unit; 0 where the activity does not count in it.
    pub fn count(&self, unit: &UnitId) -> u64 {
        self.counts.iter().filter(|count| count.unit == *unit).map(|count| count.value).sum()
    }

    /// Its detail, where it is of that form of work.
    pub fn detail_of(&self, form: WorkForm) -> Option<&Detail> {
        self.detail.as_deref().filter(|detail| detail.form == form)
    }

    /// Dự kiến: it lies ahead, so it counts nowhere yet and nothing has to prove it.
    pub fn is_planned(&self, today: Date) -> bool {
        self.date > today
    }

    /// Whether it was done and nothing proves it.
    pub fn lacks_evidence(&self, today: Date) -> bool {
        !self.is_planned(today) && !self.has_evidence()
    }

    /// Whether anything at all proves it.
    pub fn has_evidence(&self) -> bool {
        self.evidence.iter().any(|evidence| evidence.text.contains(|c: char| !c.is_whitespace()))
    }
}

/// Một số đếm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Count {
    /// Đơn vị tính.
    pub unit: UnitId,
    /// How many.
    #[serde(deserialize_with = "amount")]
    #[cfg_attr(feature = "schema", schemars(range(max = super::amount::LARGEST)))]
    pub value: u64,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Count {
    /// So many of a unit.
    pub fn new(unit: UnitId, value: u64) -> Self {
        Self { unit, value, extra: Extra::new() }
    }
}

/// Minh chứng (tài liệu kiểm chứng): a document number, a link, a photo or a list, as the office wrote it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The number, the address, the description.
    pub text: String,
    /// Its date, where it differs from the activity's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What a piece of evidence turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceForm<'a> {
    /// A link that may be opened: `http` or `https`, nothing else.
    Link(&'a str),
    /// Text that looks like an address but may not be opened (`www.…` without a scheme, `javascript:`, `file:`).
    /// It is shown as text.
    NotALink(&'a str),
    /// A document number or a description.
    Text(&'a str),
}

impl Evidence {
    /// Evidence of that text.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), date: None, extra: Extra::new() }
    }

    /// Tells a link from a text. Only `http://` and `https://` with a host are links.
    pub fn form(&self) -> EvidenceForm<'_> {
        let text = self.text.trim();
        let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
        let rest = if lower.starts_with("https://") {
            Some(&text[8..])
        } else if lower.starts_with("http://") {
            Some(&text[7..])
        } else {
            None
        };
        match rest {
            Some(rest)
                if is_host_start(rest) && !text.contains(|c: char| c.is_whitespace() || c.is_control()) =>
            {
                EvidenceForm::Link(text)
            }
            Some(_) => EvidenceForm::NotALink(text),
            None if looks_like_address(text) => EvidenceForm::NotALink(text),
            None => EvidenceForm::Text(text),
        }
    }
}

impl EvidenceForm<'_> {
    /// Whether it would be a link with `https://` before it.
    pub fn lacks_scheme(&self) -> bool {
        matches!(self, Self::NotALink(text) if begins_with_www(text) || begins_with_host(text))
    }
}

fn begins_with_www(text: &str) -> bool {
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

fn is_host_start(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphanumeric)
}

fn looks_like_address(text: &str) -> bool {
    if begins_with_www(text) || begins_with_host(text) {
        return true;
    }
    // A scheme: letters, then a colon with no space after it. `Biên bản: 04` and `31:KH` are no schemes.
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.len() > 2
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
            && scheme.as_bytes()[0].is_ascii_alphabetic()
            && !rest.is_empty()
            && !rest.starts_with(char::is_whitespace)
    })
}

/// The last labels of hosts that people here write without `https://`.
const TOPMOST: [&str; 10] = ["vn", "com", "net", "org", "gov", "edu", "info", "me", "be", "gle"];

/// `hoatham.langson.gov.vn/tin/1`: labels with dots between them, the last one known, and nothing or a path behind it.
/// Numbers of documents have no such end before their stroke: `12/KH-UBND`, `45.1/BC`.
fn begins_with_host(text: &str) -> bool {
    let (host, _) = text.split_at(text.find(['/', ':', '?', '#']).unwrap_or(text.len()));
    let is_label = |label: &str| {
        let inner = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        inner && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
    };
    host.rsplit_once('.').is_some_and(|(labels, last)| {
        TOPMOST.iter().any(|topmost| last.eq_ignore_ascii_case(topmost))
            && labels.split('.').all(is_label)
            && labels.bytes().any(|b| b.is_ascii_alphabetic())
    })
}

impl Record for Activity {
    type Id = ActivityId;
    const KIND: Kind = Kind::Activities;
    fn id(&self) -> &ActivityId {
        &self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_lacks_its_beginning_is_told_from_what_never_opens() {
        let lacks = |text: &str| Evidence::new(text).form().lacks_scheme();
        for bare in ["www.hoatham.vn", "hoatham.langson.gov.vn/x", "langson.gov.vn:8080"] {
            assert!(lacks(bare), "{bare}");
        }
        for other in ["file:///c:/a", "javascript:alert(1)", "https://a.vn", "12/KH-UBND"] {
            assert!(!lacks(other), "{other}");
        }
    }

    #[test]
    fn only_http_links_open() {
        for link in ["https://hoatham.langson.gov.vn/tin/1", "HTTP://example.vn"] {
            assert!(matches!(Evidence::new(link).form(), EvidenceForm::Link(_)), "{link}");
        }
        for no in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "www.hoatham/tin",
            "https://",
            "file:///c:/a",
            "data:text/html,x",
            "hoatham.langson.gov.vn/x",
            "hoatham.langson.gov.vn",
            "Langson.GOV.VN/tin?id=1",
            "langson.gov.vn:8080/tin",
            " facebook.com/xahoatham ",
            "zalo.me/1",
            "youtu.be/abc",
        ] {
            assert!(matches!(Evidence::new(no).form(), EvidenceForm::NotALink(_)), "{no}");
        }
        for text in [
            "214/UBND-VHXH",
            "Biên bản: 04",
            "04 biên bản",
            "",
            "10:30 ngày 12/11",
            "12/KH-UBND",
            "31/NH-TTPVHCC",
            "45.1/BC",
            "12.vn",
            "1.1.2026/BC-UBND",
            "Tờ trình số 5.Gov",
            "Báo cáo. com",
            "tin trên hoatham.langson.gov.vn",
            ".vn",
            "Ảnh chụp.net/1",
        ] {
            assert!(matches!(Evidence::new(text).form(), EvidenceForm::Text(_)), "{text}");
        }
    }
}
