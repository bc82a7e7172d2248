//! Forms of communication, and the units in which they are counted.

use serde::{Deserialize, Serialize};

use crate::id::{ChannelGroupId, ChannelId, UnitId};
use crate::plan::{Source, Stated};
use crate::record::{Extra, Kind, Record, Records};

/// Nhóm hình thức: the channels that one paragraph of section II.2 names together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChannelGroup {
    /// Its id.
    pub id: ChannelGroupId,
    /// Place in the section, from 1.
    pub order: u32,
    /// Name.
    pub name: String,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// Hình thức, kênh tuyên truyền.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Channel {
    /// Its id.
    pub id: ChannelId,
    /// Place in the section, from 1, running through all groups.
    pub order: u32,
    /// Its group.
    pub group: ChannelGroupId,
    /// Name.
    pub name: String,
    /// Name in a few words, for narrow columns.
    pub short_name: String,
    /// Whether it is one of the plan's forms.
    #[serde(default, skip_serializing_if = "Listing::is_form")]
    pub listing: Listing,
    /// The unit proposed when an activity on this channel is logged.
    pub unit: Stated<UnitId>,
    /// Đối tượng: whom it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Stated<String>>,
    /// Ngôn ngữ, where the plan asks for another than Vietnamese ("tiếng dân tộc").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Stated<String>>,
    /// Its words.
    pub source: Source,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What a channel is to the plan. Activities may use any; "17/27 hình thức của Kế hoạch" counts the forms alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Listing {
    /// Hình thức của Kế hoạch: named in its section on forms.
    #[default]
    Form,
    /// Khuyến khích: named there, but left to whoever wants to.
    Encouraged,
    /// Ngoài mục hình thức: named among the requirements or the duties only.
    Elsewhere,
}

/// Đơn vị tính, with its definition: the same word counts different things in different forms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Place in lists, from 1.
    pub order: u32,
    /// The word after the number: `tin, bài`, `lượt phát`.
    pub name: String,
    /// The same where no channel stands beside it to say what is meant: `bài đăng mạng xã hội` for `bài đăng`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_name: Option<String>,
    /// What is counted as one, and what is not.
    pub definition: String,
    /// Works or people.
    pub sort: UnitSort,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

/// What a unit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum UnitSort {
    /// Sản phẩm, việc làm: articles, broadcasts, meetings.
    Output,
    /// Con người: people present, contestants, views.
    People,
}

impl Listing {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    fn is_form(&self) -> bool {
        *self == Self::Form
    }
}

impl Channel {
    /// Whether it is one of the forms that the plan lists.
    pub fn is_form(&self) -> bool {
        self.listing.is_form()
    }
}

impl ChannelGroup {
    /// Whether one of the plan's forms is in it: what is only encouraged makes no group of forms.
    pub fn has_forms(&self, channels: &Records<Channel>) -> bool {
        channels.iter().any(|channel| channel.group == self.id && channel.is_form())
    }
}

impl Record for ChannelGroup {
    type Id = ChannelGroupId;
    const KIND: Kind = Kind::ChannelGroups;
    fn id(&self) -> &ChannelGroupId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}

impl Record for Channel {
    type Id = ChannelId;
    const KIND: Kind = Kind::Channels;
    fn id(&self) -> &ChannelId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}

impl Unit {
    /// The word after the number where no channel stands beside it.
    pub fn in_full(&self) -> &str {
        self.full_name.as_deref().unwrap_or(&self.name)
    }
}

impl Record for Unit {
    type Id = UnitId;
    const KIND: Kind = Kind::Units;
    fn id(&self) -> &UnitId {
        &self.id
    }
    fn order(&self) -> u32 {
        self.order
    }
}
