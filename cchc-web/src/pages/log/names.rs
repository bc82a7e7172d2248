//! What ids are called in the list and the form: looked up at every row, so made once per plan.

use std::collections::HashMap;
use std::rc::Rc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::{ChannelGroupId, ChannelId, DutyId, OfficeId, TopicId, UnitId};
use cchc_core::record::{Record, Records};
use yew::prelude::*;

/// A name in full and in a few words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Name {
    /// For titles and messages.
    pub full: AttrValue,
    /// For tables.
    pub short: AttrValue,
    /// Place in the plan.
    pub order: u32,
}

/// Tên gọi của cơ quan, nhiệm vụ, kênh, đơn vị tính, nội dung.
#[derive(Debug, Default, PartialEq)]
pub struct Names {
    offices: HashMap<OfficeId, Name>,
    duties: HashMap<DutyId, Name>,
    channels: HashMap<ChannelId, Name>,
    groups: HashMap<ChannelGroupId, Name>,
    group_of: HashMap<ChannelId, ChannelGroupId>,
    units: HashMap<UnitId, Name>,
    topics: HashMap<TopicId, Name>,
}

impl Names {
    fn of(file: &PlanFile) -> Self {
        Self {
            offices: named(&file.offices, |o| (&o.name, &o.short_name)),
            duties: named(&file.duties, |d| (&d.name, &d.short_name)),
            channels: named(&file.channels, |c| (&c.name, &c.short_name)),
            group_of: file
                .channels
                .iter()
                .map(|channel| (channel.id.clone(), channel.group.clone()))
                .collect(),
            groups: named(&file.channel_groups, |g| (&g.name, &g.name)),
            units: named(&file.units, |u| (&u.name, &u.name)),
            topics: named(&file.topics, |t| (&t.name, &t.short_name)),
        }
    }

    /// An office; its id where the plan has none such.
    pub fn office(&self, id: &OfficeId) -> Name {
        find(&self.offices, id)
    }

    /// A duty.
    pub fn duty(&self, id: &DutyId) -> Name {
        find(&self.duties, id)
    }

    /// A channel.
    pub fn channel(&self, id: &ChannelId) -> Name {
        find(&self.channels, id)
    }

    /// A group of channels.
    pub fn group(&self, id: &ChannelGroupId) -> Name {
        find(&self.groups, id)
    }

    /// A unit.
    pub fn unit(&self, id: &UnitId) -> Name {
        find(&self.units, id)
    }

    /// A topic.
    pub fn topic(&self, id: &TopicId) -> Name {
        find(&self.topics, id)
    }

    /// The group of a channel.
    pub fn group_of(&self, channel: &ChannelId) -> Option<&ChannelGroupId> {
        self.group_of.get(channel)
    }
}

fn named<R: Record>(records: &Records<R>, names: impl Fn(&R) -> (&String, &String)) -> HashMap<R::Id, Name> {
    let entry = |record: &R| {
        let (full, short) = names(record);
        let name = Name { full: full.clone().into(), short: short.clone().into(), order: record.order() };
        (record.id().clone(), name)
    };
    records.iter().map(entry).collect()
}

fn find<I: std::hash::Hash + Eq + std::fmt::Display>(names: &HashMap<I, Name>, id: &I) -> Name {
    names.get(id).cloned().unwrap_or_else(|| {
        // A name that is gone is better seen as its id than not at all.
        let id = AttrValue::from(id.to_string());
        Name { full: id.clone(), short: id, order: u32::MAX }
    })
}

/// The names, shared: equal while it is the same lookup.
#[derive(Clone, Debug)]
pub struct SharedNames(Rc<Names>);

impl PartialEq for SharedNames {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for SharedNames {
    type Target = Names;
    fn deref(&self) -> &Names {
        &self.0
    }
}

impl SharedNames {
    /// The names of a file.
    pub fn of(file: &PlanFile) -> Self {
        Self(Rc::new(Names::of(file)))
    }
}

/// The names of the open file; the same lookup as before while no name has changed.
#[hook]
pub fn use_names(file: &Rc<PlanFile>) -> SharedNames {
    let kept = use_mut_ref(|| None::<SharedNames>);
    let file = Rc::clone(file);
    let memo = use_memo(ByPointer(file), move |ByPointer(file)| {
        let new = SharedNames::of(file);
        let mut kept = kept.borrow_mut();
        match &*kept {
            Some(old) if *old.0 == *new.0 => old.clone(),
            _ => kept.insert(new).clone(),
        }
    });
    (*memo).clone()
}

/// A shared value that is equal while it is the same one.
#[derive(Debug)]
pub struct ByPointer<T>(pub Rc<T>);

impl<T> Clone for ByPointer<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for ByPointer<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
