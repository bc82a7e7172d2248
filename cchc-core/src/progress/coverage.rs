//! Độ phủ: which topics were carried by which forms, and which were not.

use crate::calendar::{Date, Window};
use crate::exchange::PlanFile;
use crate::id::{ChannelGroupId, ChannelId, TopicId};
use crate::order;
use crate::progress::ledger::Ledger;

/// Ma trận nội dung × hình thức: counts of activities in a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The days counted; up to today.
    pub window: Window,
    /// Rows: the topics, in plan order.
    pub topics: Vec<TopicId>,
    /// Columns: the channels, in plan order.
    pub channels: Vec<ChannelId>,
    /// The group of each column.
    pub groups: Vec<ChannelGroupId>,
    /// Activities by topic (row) and channel (column). One that carries two topics counts in both rows.
    pub counts: Vec<Vec<u32>>,
    /// Activities by topic, on whatever channel or none.
    pub by_topic: Vec<u32>,
    /// Activities by channel, with whatever topic or none.
    pub by_channel: Vec<u32>,
    /// Activities in the window.
    pub activities: u32,
    /// Activities that name no topic of the plan.
    pub without_topic: u32,
    /// Activities that name no channel of the plan.
    pub without_channel: u32,
    /// Chỗ trống: topics that nothing carried and forms of the plan that nothing used, the longest neglected first. What
    /// the plan only encourages leaves no gap.
    pub gaps: Vec<Gap>,
}

/// Một chỗ trống.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing.
    pub kind: GapKind,
    /// The last time before the window; none: never.
    pub last: Option<Date>,
}

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GapKind {
    /// Nội dung chưa tuyên truyền.
    Topic(TopicId),
    /// Hình thức chưa dùng.
    Channel(ChannelId),
}

impl Coverage {
    /// Activities on the channels of a group, by topic; 0 of a topic that is not there.
    pub fn group_count(&self, topic: usize, group: &ChannelGroupId) -> u32 {
        self.row(topic).iter().zip(&self.groups).filter(|(_, of)| *of == group).map(|(count, _)| count).sum()
    }

    /// Activities that carried a topic and name no channel of the plan; 0 of a topic that is not there.
    pub fn without_channel_of(&self, topic: usize) -> u32 {
        let all = self.by_topic.get(topic).copied().unwrap_or_default();
        all.saturating_sub(self.row(topic).iter().sum())
    }

    fn row(&self, topic: usize) -> &[u32] {
        self.counts.get(topic).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Counts topics by channels in a window, as far as it lies before today.
pub fn coverage(file: &PlanFile, window: Window, today: Date) -> Coverage {
    let window = Window { to: window.to.min(today), ..window };
    count(file, &Ledger::new(file, window.to), window)
}

/// Counts a window that does not reach beyond the ledger.
pub(super) fn count(file: &PlanFile, ledger: &Ledger<'_>, window: Window) -> Coverage {
    let mut made = Coverage {
        window,
        topics: file.topics.iter().map(|topic| topic.id.clone()).collect(),
        channels: file.channels.iter().map(|channel| channel.id.clone()).collect(),
        groups: file.channels.iter().map(|channel| channel.group.clone()).collect(),
        counts: vec![vec![0; file.channels.len()]; file.topics.len()],
        by_topic: vec![0; file.topics.len()],
        by_channel: vec![0; file.channels.len()],
        activities: 0,
        without_topic: 0,
        without_channel: 0,
        gaps: Vec::new(),
    };
    let mut topic_last: Vec<Option<Date>> = vec![None; file.topics.len()];
    let mut channel_last: Vec<Option<Date>> = vec![None; file.channels.len()];
    for fact in ledger.until(window.to) {
        let (topics, channel) = (ledger.topics(fact), fact.channel.map(|channel| channel as usize));
        // The facts come by date: the last one seen is the last one.
        for topic in topics {
            topic_last[*topic as usize] = Some(fact.date);
        }
        if let Some(channel) = channel {
            channel_last[channel] = Some(fact.date);
        }
        if fact.date < window.from {
            continue;
        }
        made.activities += 1;
        made.without_topic += u32::from(topics.is_empty());
        made.without_channel += u32::from(channel.is_none());
        for topic in topics {
            made.by_topic[*topic as usize] += 1;
            if let Some(channel) = channel {
                made.counts[*topic as usize][channel] += 1;
            }
        }
        if let Some(channel) = channel {
            made.by_channel[channel] += 1;
        }
    }
    let bare_topics = (0..made.topics.len()).filter(|at| made.by_topic[*at] == 0);
    let forms = file.channels.iter().enumerate().filter(|(_, channel)| channel.is_form());
    let bare_channels = forms.map(|(at, _)| at).filter(|at| made.by_channel[*at] == 0);
    made.gaps = bare_topics
        .map(|at| Gap { kind: GapKind::Topic(made.topics[at].clone()), last: topic_last[at] })
        .chain(
            bare_channels
                .map(|at| Gap { kind: GapKind::Channel(made.channels[at].clone()), last: channel_last[at] }),
        )
        .collect();
    // Never comes before long ago; topics before channels, in plan order, where that is equal.
    order::sort_by_key(&mut made.gaps, |gap| gap.last);
    made
}
