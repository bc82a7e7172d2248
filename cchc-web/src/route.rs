//! Addresses within the page: `#/nhiem-vu/lich?co-quan=phong-kinh-te`.
//!
//! The address is the only place that says which screen is shown and which list is filtered how, so that every count
//! on the page can be a plain link to the rows behind it, and Back works.

use cchc_core::id::{ActivityId, BudgetItemId, DifficultyId, DutyId, FilingId, MeritId, PassageId};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use yew::prelude::*;

use crate::components::Glyph;
use crate::strings::nav;

/// Where the register of Điển hình, khen thưởng stands within Nhật ký.
pub const MERITS: &str = "dien-hinh";

/// A screen (trang): the part of the address before the second slash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Mở đầu: nothing is open yet, or another file is wanted.
    Start,
    /// Tổng quan.
    Overview,
    /// Kế hoạch.
    Plan,
    /// Nhiệm vụ.
    Duties,
    /// Nhật ký.
    Log,
    /// Chỉ số.
    Indicators,
    /// Kiến nghị.
    Difficulties,
    /// Kinh phí.
    Budget,
    /// Báo cáo.
    Report,
    /// Lịch sử thay đổi: reached from where records are worked on, and from Trao đổi tệp.
    History,
    /// Trao đổi tệp.
    Exchange,
    /// Cài đặt.
    Settings,
    /// Trợ giúp.
    Help,
}

impl Screen {
    /// The work of the plan, in the order of the sidebar.
    pub const WORK: [Self; 8] = [
        Self::Overview,
        Self::Plan,
        Self::Duties,
        Self::Log,
        Self::Indicators,
        Self::Difficulties,
        Self::Budget,
        Self::Report,
    ];
    /// What stands at the foot of the sidebar.
    pub const REST: [Self; 3] = [Self::Exchange, Self::Settings, Self::Help];
    /// The four that fit at the foot of a phone; the others stand behind "Thêm".
    pub const PHONE: [Self; 4] = [Self::Overview, Self::Duties, Self::Log, Self::Report];

    /// The screen's part of the address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Start => "mo-dau",
            Self::Overview => "tong-quan",
            Self::Plan => "ke-hoach",
            Self::Duties => "nhiem-vu",
            Self::Log => "nhat-ky",
            Self::Indicators => "chi-so",
            Self::Difficulties => "kien-nghi",
            Self::Budget => "kinh-phi",
            Self::Report => "bao-cao",
            Self::History => "lich-su",
            Self::Exchange => "trao-doi-tep",
            Self::Settings => "cai-dat",
            Self::Help => "tro-giup",
        }
    }

    /// The screen's name, exactly as the navigation and the headings write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => nav::START,
            Self::Overview => nav::OVERVIEW,
            Self::Plan => nav::PLAN,
            Self::Duties => nav::DUTIES,
            Self::Log => nav::LOG,
            Self::Indicators => nav::INDICATORS,
            Self::Difficulties => nav::DIFFICULTIES,
            Self::Budget => nav::BUDGET,
            Self::Report => nav::REPORT,
            Self::History => nav::HISTORY,
            Self::Exchange => nav::EXCHANGE,
            Self::Settings => nav::SETTINGS,
            Self::Help => nav::HELP,
        }
    }

    /// The screen's icon.
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Start => Glyph::Mark,
            Self::Overview => Glyph::Overview,
            Self::Plan => Glyph::Plan,
            Self::Duties => Glyph::Duties,
            Self::Log => Glyph::Log,
            Self::Indicators => Glyph::Indicators,
            Self::Difficulties => Glyph::Ask,
            Self::Budget => Glyph::Money,
            Self::Report => Glyph::Report,
            Self::History => Glyph::Clock,
            Self::Exchange => Glyph::Exchange,
            Self::Settings => Glyph::Settings,
            Self::Help => Glyph::Help,
        }
    }

    /// The address of the screen itself.
    pub fn href(self) -> AttrValue {
        Route::to(self).href()
    }

    fn of(slug: &str) -> Option<Self> {
        let all = [Self::Start, Self::History].into_iter().chain(Self::WORK).chain(Self::REST);
        all.into_iter().find(|screen| screen.slug() == slug)
    }
}

/// An address within the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Which screen.
    pub screen: Screen,
    /// What follows the screen's name, such as `lich` or `2026-Q2`; empty for the screen itself.
    pub rest: String,
    /// What follows `?`, in its order.
    pub query: Vec<(String, String)>,
}

/// What must be written as `%..` in a part of the address.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'%')
    .add(b'&')
    .add(b'=')
    .add(b'?')
    .add(b'#')
    .add(b'+')
    .add(b'"')
    .add(b'<')
    .add(b'>');

impl Route {
    /// The address of a screen.
    pub fn to(screen: Screen) -> Self {
        Self { screen, rest: String::new(), query: Vec::new() }
    }

    /// The same screen, further in: `Route::to(Screen::Duties).at("lich")`.
    #[must_use]
    pub fn at(mut self, rest: impl Into<String>) -> Self {
        self.rest = rest.into();
        self
    }

    /// The same address with one more key; an empty value takes the key away.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        self.query.retain(|(k, _)| k != key);
        if !value.is_empty() {
            self.query.push((key.to_owned(), value));
        }
        self
    }

    /// A duty, opened in Nhiệm vụ.
    pub fn duty(id: &DutyId) -> Self {
        Self::to(Screen::Duties).with("mo", id.as_str())
    }

    /// An activity, opened in Nhật ký.
    pub fn activity(id: &ActivityId) -> Self {
        Self::to(Screen::Log).at(format!("sua/{id}"))
    }

    /// A passage of the plan's text.
    pub fn passage(id: &PassageId) -> Self {
        Self::to(Screen::Plan).at(id.as_str())
    }

    /// A difficulty, opened in Kiến nghị.
    pub fn difficulty(id: &DifficultyId) -> Self {
        Self::to(Screen::Difficulties).at(id.as_str())
    }

    /// An item of Kinh phí, opened there.
    pub fn budget_item(id: &BudgetItemId) -> Self {
        Self::to(Screen::Budget).at(id.as_str())
    }

    /// Who or what is commended, opened in its register.
    pub fn merit(id: &MeritId) -> Self {
        Self::to(Screen::Log).at(format!("{MERITS}/{id}"))
    }

    /// One report of the year.
    pub fn filing(id: &FilingId) -> Self {
        Self::to(Screen::Report).at(id.as_str())
    }

    /// The value of a key of the query.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.query.iter().find(|(k, _)| k == key).map(|(_, value)| value.as_str())
    }

    /// The address as a link: `#/nhat-ky?tim=bao%20cao`.
    pub fn href(&self) -> AttrValue {
        let mut hash = format!("#/{}", self.screen.slug());
        if !self.rest.is_empty() {
            hash.push('/');
            hash.extend(utf8_percent_encode(&self.rest, RESERVED));
        }
        for (at, (key, value)) in self.query.iter().enumerate() {
            hash.push(if at == 0 { '?' } else { '&' });
            hash.extend(utf8_percent_encode(key, RESERVED));
            hash.push('=');
            hash.extend(utf8_percent_encode(value, RESERVED));
        }
        hash.into()
    }

    /// What the stylesheet may ask for: `bao-cao` or `bao-cao/xem`.
    pub fn place(&self) -> String {
        match self.rest.split('/').next() {
            Some(first) if !first.is_empty() => format!("{}/{first}", self.screen.slug()),
            _ => self.screen.slug().to_owned(),
        }
    }

    /// Reads a location hash; an unknown one leads to Tổng quan.
    pub fn parse(hash: &str) -> Self {
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (slug, rest) = path.split_once('/').unwrap_or((path, ""));
        let Some(screen) = Screen::of(slug) else { return Self::to(Screen::Overview) };
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let query = pairs.map(|(key, value)| (decode(key), decode(value))).collect();
        Self { screen, rest: decode(rest), query }
    }

    /// The address the page is at.
    pub fn current() -> Self {
        Self::parse(&gloo_utils::window().location().hash().unwrap_or_default())
    }

    /// Goes there, leaving a step for Back.
    pub fn go(&self) {
        // Setting the hash of an open page cannot be refused.
        let _ = gloo_utils::window().location().set_hash(&self.href());
    }

    /// Changes the address without a step for Back, as while a person types into a search field.
    pub fn replace(&self) {
        // `location.replace` with a bare hash works on file://, where the history interface may be refused.
        let _ = gloo_utils::window().location().replace(&self.href());
    }
}

/// The address, as a hook: the component renders again when it changes.
#[hook]
pub fn use_route() -> Route {
    use_context::<Route>().unwrap_or_else(|| Route::to(Screen::Overview))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_the_round_trip() {
        let route = Route::to(Screen::Log).with("tim", "báo cáo & 100 % #1").with("co-quan", "phong-kinh-te");
        assert_eq!(Route::parse(&route.href()), route);
        let route = Route::to(Screen::Report).at("xem/2026-Q2");
        assert_eq!(&*route.href(), "#/bao-cao/xem/2026-Q2");
        assert_eq!(Route::parse(&route.href()), route);
        assert_eq!(route.place(), "bao-cao/xem");
    }

    #[test]
    fn an_unknown_address_leads_to_the_overview() {
        for hash in ["", "#", "#/", "#/chi", "#noi-dung", "#/%ff"] {
            assert_eq!(Route::parse(hash), Route::to(Screen::Overview), "{hash}");
        }
    }

    #[test]
    fn an_empty_value_takes_the_key_away() {
        let route = Route::to(Screen::Log).with("tim", "x").with("tim", "");
        assert_eq!(&*route.href(), "#/nhat-ky");
    }
}
