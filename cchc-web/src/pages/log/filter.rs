//! Which activities the list shows, as the address writes it: `#/nhat-ky?thang=2026-08&co-quan=phong-kinh-te`.
//!
//! Every count elsewhere on the page is a link to the rows behind it:
//!
//! ```text
//! let href = LogFilter { duty: Which::Is(duty.id.clone()), days: Days::Between(obligation.window), ..LogFilter::default() }.to_hash();
//! ```

use std::collections::BTreeSet;
use std::rc::Rc;

use cchc_core::calendar::{Date, Period, PeriodKind, Window};
use cchc_core::id::{ActivityId, ChannelGroupId, ChannelId, DutyId, OfficeId, TopicId, UnitId};
use cchc_core::register::Activity;
use chrono::Datelike as _;
use yew::AttrValue;

use crate::route::{Route, Screen};

/// What the list shows; the default shows the whole year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Ngày.
    pub days: Days,
    /// Cơ quan.
    pub office: Option<OfficeId>,
    /// Nhiệm vụ.
    pub duty: Which<DutyId>,
    /// Kênh.
    pub channel: Which<ChannelId>,
    /// Nhóm hình thức: any channel of it.
    pub group: Option<ChannelGroupId>,
    /// Nội dung tuyên truyền.
    pub topic: Which<TopicId>,
    /// Đơn vị tính: only what counts in it.
    pub unit: Option<UnitId>,
    /// Thiếu minh chứng.
    pub missing_evidence: bool,
    /// Tiêu chí: only what proves it.
    pub proving: Option<Proving>,
    /// Tìm.
    pub text: String,
}

/// What proves a criterion of an index, found outside of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proving {
    /// How the address names the criterion: `cchc-xa/2026/1.4`.
    pub key: String,
    /// How a person calls it.
    pub name: String,
    /// The activities.
    pub activities: Rc<BTreeSet<ActivityId>>,
}

/// Which days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Days {
    /// Cả năm.
    #[default]
    All,
    /// A month of the calendar.
    Month(Period),
    /// From one day to another, both included: a report's window.
    Between(Window),
}

/// One of a kind, any, or those that name none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Which<T> {
    /// Any, or none.
    #[default]
    Any,
    /// Those that name none.
    Unnamed,
    /// Those that name this one.
    Is(T),
}

/// What stands for "names none" in the address.
const UNNAMED: &str = "-";
/// What stands for the whole year, where the address would otherwise be bare.
const WHOLE_YEAR: &str = "ca-nam";
/// What stands for activities that nothing proves.
const EVIDENCE: &str = "minh-chung";
/// The key of the criterion that is proved.
pub const CRITERION: &str = "tieu-chi";
/// The rest of an address that opens one activity.
const OPEN: &str = "sua/";

impl Days {
    /// The days; none for the whole year, which leaves nothing out.
    pub fn window(self) -> Option<Window> {
        match self {
            Self::All => None,
            Self::Month(month) => Some(cchc_core::calendar::WindowRule::Calendar.window(month)),
            Self::Between(window) => Some(window),
        }
    }

    /// The month of a day.
    pub fn month_of(day: Date) -> Self {
        Period::new(PeriodKind::Month, day.year(), day.month()).map_or(Self::All, Self::Month)
    }
}

impl<T: PartialEq> Which<T> {
    fn takes(&self, found: Option<&T>) -> bool {
        match self {
            Self::Any => true,
            Self::Unnamed => found.is_none(),
            Self::Is(wanted) => found == Some(wanted),
        }
    }

    /// The one that is asked for.
    pub fn id(&self) -> Option<&T> {
        match self {
            Self::Is(id) => Some(id),
            Self::Any | Self::Unnamed => None,
        }
    }
}

impl<T: std::fmt::Display> Which<T> {
    fn written(&self) -> String {
        match self {
            Self::Any => String::new(),
            Self::Unnamed => UNNAMED.to_owned(),
            Self::Is(id) => id.to_string(),
        }
    }
}

fn which<T: TryFrom<String>>(text: Option<&str>) -> Which<T> {
    match text {
        None | Some("") => Which::Any,
        Some(UNNAMED) => Which::Unnamed,
        Some(text) => T::try_from(text.to_owned()).map_or(Which::Any, Which::Is),
    }
}

fn id<T: TryFrom<String>>(text: Option<&str>) -> Option<T> {
    text.filter(|text| !text.is_empty()).and_then(|text| T::try_from(text.to_owned()).ok())
}

impl LogFilter {
    /// The filter as a link.
    pub fn to_hash(&self) -> AttrValue {
        self.route().href()
    }

    /// The filter as an address. It names at least the days: a bare `#/nhat-ky` leaves the choice to the page.
    pub fn route(&self) -> Route {
        let mut route = Route::to(Screen::Log);
        match self.days {
            Days::All => {}
            Days::Month(month) => route = route.with("thang", month.to_string()),
            Days::Between(window) => {
                route = route.with("tu", window.from.to_string()).with("den", window.to.to_string());
            }
        }
        let office = self.office.as_ref().map(ToString::to_string).unwrap_or_default();
        let group = self.group.as_ref().map(ToString::to_string).unwrap_or_default();
        let unit = self.unit.as_ref().map(ToString::to_string).unwrap_or_default();
        let route = route
            .with("co-quan", office)
            .with("nhiem-vu", self.duty.written())
            .with("kenh", self.channel.written())
            .with("nhom", group)
            .with("noi-dung", self.topic.written())
            .with("don-vi", unit)
            .with("thieu", if self.missing_evidence { EVIDENCE } else { "" })
            .with(CRITERION, self.proving.as_ref().map(|proving| proving.key.clone()).unwrap_or_default())
            .with("tim", self.text.clone());
        if route.query.is_empty() { route.with("thang", WHOLE_YEAR) } else { route }
    }

    /// Reads an address; a month may be given by its number alone. None where the address asks for nothing.
    pub fn of(route: &Route, year: i32) -> Option<Self> {
        if route.query.is_empty() {
            return None;
        }
        Some(Self {
            days: days(route, year),
            office: id(route.get("co-quan")),
            duty: which(route.get("nhiem-vu")),
            channel: which(route.get("kenh")),
            group: id(route.get("nhom")),
            topic: which(route.get("noi-dung")),
            unit: id(route.get("don-vi")),
            missing_evidence: route.get("thieu") == Some(EVIDENCE),
            // What proves a criterion is not in the address: the page finds it.
            proving: None,
            text: route.get("tim").unwrap_or_default().to_owned(),
        })
    }

    /// Whether the activity is one of those asked for, as far as its fields say; the text is searched elsewhere.
    /// `group_of` tells the group of a channel.
    pub fn takes<'a>(
        &self,
        activity: &Activity,
        today: Date,
        group_of: impl FnOnce(&ChannelId) -> Option<&'a ChannelGroupId>,
    ) -> bool {
        let topic = match &self.topic {
            Which::Is(topic) => activity.topics.contains(topic),
            other => other.takes(activity.topics.first()),
        };
        topic
            && self.days.window().is_none_or(|window| window.contains(activity.date))
            && self.office.as_ref().is_none_or(|office| *office == activity.office)
            && self.duty.takes(activity.duty.as_ref())
            && self.channel.takes(activity.channel.as_ref())
            && self
                .group
                .as_ref()
                .is_none_or(|group| activity.channel.as_ref().and_then(group_of).is_some_and(|g| g == group))
            && self.unit.as_ref().is_none_or(|unit| activity.count(unit) > 0)
            && self.proving.as_ref().is_none_or(|proving| proving.activities.contains(&activity.id))
            && (!self.missing_evidence || activity.lacks_evidence(today))
    }

    /// The same without the days: "Tìm trong cả năm".
    #[must_use]
    pub fn whole_year(&self) -> Self {
        Self { days: Days::All, ..self.clone() }
    }
}

fn days(route: &Route, year: i32) -> Days {
    let month = route.get("thang").and_then(|text| match text.parse::<u32>() {
        Ok(number @ 1..=12) => Period::new(PeriodKind::Month, year, number),
        _ => text.parse::<Period>().ok().filter(|period| period.kind() == PeriodKind::Month),
    });
    let day = |key: &str| route.get(key).and_then(|text| text.parse::<Date>().ok());
    match (month, day("tu"), day("den")) {
        (_, Some(from), Some(to)) => Days::Between(Window { from, to }),
        (Some(month), ..) => Days::Month(month),
        _ => Days::All,
    }
}

/// The activity that an address opens ([`Route::activity`]).
pub fn opened(route: &Route) -> Option<ActivityId> {
    ActivityId::new(route.rest.strip_prefix(OPEN)?).ok()
}

#[cfg(test)]
mod tests {
    use cchc_core::register::{Count, Evidence};
    use serde_json::json;

    use super::*;

    fn parse(hash: &str) -> Option<LogFilter> {
        LogFilter::of(&Route::parse(hash), 2026)
    }

    fn all() -> LogFilter {
        LogFilter {
            days: Days::Month(Period::new(PeriodKind::Month, 2026, 8).unwrap()),
            office: OfficeId::new("phong-kinh-te").ok(),
            duty: Which::Is(DutyId::new("nv-15").unwrap()),
            channel: Which::Unnamed,
            group: ChannelGroupId::new("truyen-thanh").ok(),
            topic: Which::Unnamed,
            unit: UnitId::new("tin-bai").ok(),
            missing_evidence: true,
            proving: None,
            text: "báo cáo & 100%".to_owned(),
        }
    }

    #[test]
    fn a_filter_survives_the_address() {
        let between = Window { from: "2026-09-15".parse().unwrap(), to: "2026-12-14".parse().unwrap() };
        for filter in
            [LogFilter::default(), all(), LogFilter { days: Days::Between(between), ..LogFilter::default() }]
        {
            assert_eq!(parse(&filter.to_hash()), Some(filter.clone()), "{}", filter.to_hash());
        }
        assert_eq!(&*LogFilter::default().to_hash(), "#/nhat-ky?thang=ca-nam");
    }

    #[test]
    fn a_bare_address_leaves_the_choice_and_a_month_may_be_a_number() {
        assert_eq!(parse("#/nhat-ky"), None);
        assert_eq!(parse("#/nhat-ky?thang=8").unwrap().days, all().days);
        for nonsense in ["thang=13", "thang=2026-Q3", "tu=2026-09-15", "co-quan=a b", "la=1"] {
            assert_eq!(parse(&format!("#/nhat-ky?{nonsense}")), Some(LogFilter::default()), "{nonsense}");
        }
        assert_eq!(opened(&Route::activity(&ActivityId::new("a1").unwrap())), ActivityId::new("a1").ok());
    }

    #[test]
    fn each_field_leaves_out_what_it_should() {
        let mut activity: Activity = serde_json::from_value(json!({
            "id": "a1", "date": "2026-08-31", "office": "phong-kinh-te", "duty": "nv-15", "channel": "loa",
            "topics": ["nd-2"], "title": "Tin về DDCI"
        }))
        .unwrap();
        activity.counts =
            vec![Count { unit: UnitId::new("tin-bai").unwrap(), value: 1, extra: serde_json::Map::new() }];
        let group = ChannelGroupId::new("truyen-thanh").unwrap();
        let today = "2026-11-20".parse().unwrap();
        let takes = |change: fn(&mut LogFilter), activity: &Activity| {
            let mut filter = LogFilter::default();
            change(&mut filter);
            filter.takes(activity, today, |_| Some(&group))
        };
        let ahead = Activity { date: "2026-11-21".parse().unwrap(), ..activity.clone() };
        assert!(takes(|_| {}, &ahead) && !takes(|f| f.missing_evidence = true, &ahead), "planned");
        assert!(takes(|_| {}, &activity));
        assert!(takes(|f| f.days = all().days, &activity));
        assert!(!takes(
            |f| f.days = Days::Month(Period::new(PeriodKind::Month, 2026, 9).unwrap()),
            &activity
        ));
        assert!(takes(|f| f.duty = all().duty, &activity) && !takes(|f| f.duty = Which::Unnamed, &activity));
        assert!(takes(|f| f.group = all().group, &activity));
        assert!(!takes(|f| f.group = ChannelGroupId::new("niem-yet").ok(), &activity));
        assert!(takes(|f| f.topic = Which::Is(TopicId::new("nd-2").unwrap()), &activity));
        assert!(!takes(|f| f.topic = Which::Unnamed, &activity));
        assert!(takes(|f| f.unit = UnitId::new("tin-bai").ok(), &activity));
        assert!(!takes(|f| f.unit = UnitId::new("cuoc").ok(), &activity));
        assert!(takes(|f| f.missing_evidence = true, &activity));
        let proving = |ids: &[&str]| {
            let ids = ids.iter().filter_map(|id| ActivityId::new(*id).ok()).collect();
            Some(Proving { key: "cchc-xa/2026/1.4".into(), name: String::new(), activities: Rc::new(ids) })
        };
        for (ids, taken) in [(&["a1", "a2"][..], true), (&["a2"][..], false)] {
            let filter = LogFilter { proving: proving(ids), ..LogFilter::default() };
            assert_eq!(filter.takes(&activity, today, |_| Some(&group)), taken);
            assert!(filter.to_hash().contains("tieu-chi=cchc-xa/2026/1.4"), "{}", filter.to_hash());
        }
        activity.evidence = vec![Evidence::new("31/KH")];
        assert!(!takes(|f| f.missing_evidence = true, &activity));
    }
}
