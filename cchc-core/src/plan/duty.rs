//! Duties.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::id::{ChannelId, DutyId, IndexCode, OfficeId, TopicId};
use crate::plan::{Basis, Cadence, Quota, Source, Stated};
use crate::record::{Extra, Kind, Record};

/// Nhiệm vụ: one thing that the plan asks of one office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Duty {
    /// Its id.
    pub id: DutyId,
    /// Place in the plan, from 1, running through all offices: the number people call it by.
    pub order: u32,
    /// Cơ quan chủ trì: exactly one.
    pub office: OfficeId,
    /// In what part the office has it.
    pub role: DutyRole,
    /// What is to be done, in a sentence.
    pub name: String,
    /// The same in a few words, for narrow columns.
    pub short_name: String,
    /// Cơ quan phối hợp.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Partner>,
    /// Nhịp thực hiện.
    pub cadence: Stated<Cadence>,
    /// Chỉ tiêu số lượng, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<Stated<Quota>>,
    /// Giao từ ngày: of a duty added during the year. Periods that ended before it are not owed; none where the duty is
    /// owed since the plan is followed up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// Hoàn thành bằng: what the file itself records that does the duty, without an activity; none of most duties.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fulfilled_by: Option<Fulfilment>,
    /// Sản phẩm: what shows that it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<Stated<String>>,
    /// Channels it usually uses; the first is proposed when an activity is logged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// What these rest on, all together; concluded where a file does not say.
    #[serde(default, skip_serializing_if = "Basis::is_inferred")]
    pub channels_basis: Basis,
    /// Topics it usually carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// What these rest on, all together; concluded where a file does not say.
    #[serde(default, skip_serializing_if = "Basis::is_inferred")]
    pub topics_basis: Basis,
    /// Indices it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indices: Option<Stated<Vec<IndexCode>>>,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What the file itself records that does a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Fulfilment {
    /// Ban hành Kế hoạch: the duty is to draw up this very plan, done once the plan has its number or its date.
    Plan,
}

/// In what part an office has a duty, by the plan's verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DutyRole {
    /// Chủ trì, thực hiện.
    Lead,
    /// Tham mưu: drafts for UBND xã to decide.
    Advise,
    /// Phối hợp: supports others.
    Support,
    /// Được đề nghị.
    Asked,
}

/// Cơ quan phối hợp: an office of the plan, or a group that the plan names in general.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Partner {
    /// As the plan names it: `các cơ quan, đơn vị liên quan`.
    pub name: String,
    /// The office of the plan that is meant, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<OfficeId>,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Record for Duty {
    type Id = DutyId;
    const KIND: Kind = Kind::Duties;
    fn id(&self) -> &DutyId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_file_that_does_not_say_what_channels_and_topics_rest_on_reads_as_concluded() {
        let old = json!({
            "id": "dang-tin", "order": 1, "office": "van-phong", "role": "lead", "name": "Đăng tin", "short_name": "Tin",
            "cadence": { "value": { "kind": "on_request" }, "basis": "written", "wording": "khi có yêu cầu" },
            "channels": ["trang-ttdt"], "topics": ["tthc"],
            "source": { "passage": "III.1.1" }, "noted_by": "Lan"
        });
        let mut duty: Duty = serde_json::from_value(old.clone()).unwrap();
        assert_eq!((duty.channels_basis, duty.topics_basis), (Basis::Inferred, Basis::Inferred));
        assert!(duty.has_inferred());
        assert_eq!(serde_json::to_value(&duty).unwrap(), old, "and is written as it was");
        duty = duty.confirmed();
        assert!(!duty.has_inferred());
        let new = serde_json::to_value(&duty).unwrap();
        assert_eq!((&new["channels_basis"], &new["noted_by"]), (&json!("confirmed"), &json!("Lan")));
        assert_eq!(serde_json::from_value::<Duty>(new).unwrap(), duty);
        // Where there is none, there is nothing to confirm.
        (duty.channels, duty.topics) = (Vec::new(), Vec::new());
        (duty.channels_basis, duty.topics_basis) = (Basis::Inferred, Basis::Inferred);
        assert!(!duty.has_inferred());
    }
}
