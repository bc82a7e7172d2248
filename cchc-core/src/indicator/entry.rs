//! Số liệu, điểm ghi cho một tiêu chí: what a person, an appraiser or a survey says about one leaf.

use serde::{Deserialize, Serialize};

use crate::calendar::Period;
use crate::id::{ActivityId, IndexCode, ScoreEntryId};
use crate::indicator::{Entry, Raw, slug};
use crate::record::{Extra, Kind, Record};

/// Số liệu, điểm của một tiêu chí: one leaf of one set for one period, as entered. What is left out is unknown, never 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoreEntry {
    /// Its id: [`ScoreEntry::id_of`], so that two copies of a file that score the same leaf meet.
    pub id: ScoreEntryId,
    /// Bộ chỉ số.
    pub set: IndexCode,
    /// Kỳ đánh giá.
    pub period: Period,
    /// Mã tiêu chí: a leaf of the set.
    pub leaf: String,
    /// Số liệu đầu vào.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw: Option<Raw>,
    /// Định nghĩa tử số, mẫu số behind the figures, where it is not the set's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// Điểm tự đánh giá, where a person sets it otherwise than the input gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub self_score: Option<f64>,
    /// Điểm thẩm định.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appraised: Option<f64>,
    /// Điểm điều tra xã hội học, added to the above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<f64>,
    /// Giải trình.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Hoạt động chứng minh, beside those which the register finds itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<ActivityId>,
    /// Tài liệu kiểm chứng: numbers of documents, links, descriptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
    /// Ghi chú.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl ScoreEntry {
    /// An entry that says nothing yet.
    pub fn new(set: &IndexCode, period: Period, leaf: &str) -> Self {
        Self {
            id: Self::id_of(set, period, leaf),
            set: set.clone(),
            period,
            leaf: leaf.to_owned(),
            raw: None,
            definition: String::new(),
            self_score: None,
            appraised: None,
            survey: None,
            reason: String::new(),
            activities: Vec::new(),
            documents: Vec::new(),
            note: String::new(),
            extra: Extra::new(),
        }
    }

    /// The id of the entry for that leaf: `cchc-xa:2026:1.2`.
    ///
    /// # Panics
    /// Never: a slug makes an id.
    pub fn id_of(set: &IndexCode, period: Period, leaf: &str) -> ScoreEntryId {
        ScoreEntryId::new(slug::id(&[set.as_str(), &period.to_string(), leaf])).expect("a slug is an id")
    }

    /// What it says to the scoring.
    pub fn to_entry(&self) -> Entry {
        Entry {
            leaf: self.leaf.clone(),
            raw: self.raw.clone(),
            self_score: self.self_score,
            appraised: self.appraised,
            survey: self.survey,
            reason: self.reason.clone(),
            activities: self.activities.as_slice().into(),
            documents: self.documents.clone(),
        }
    }

    /// Whether a score or an input was entered; an entry may also hold proof alone.
    pub fn has_figures(&self) -> bool {
        self.raw.is_some() || self.self_score.is_some() || self.appraised.is_some() || self.survey.is_some()
    }
}

impl Record for ScoreEntry {
    type Id = ScoreEntryId;
    const KIND: Kind = Kind::ScoreEntries;
    fn id(&self) -> &ScoreEntryId {
        &self.id
    }
}
