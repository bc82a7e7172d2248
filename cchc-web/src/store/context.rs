//! The contexts and the component that provides them.

use std::cell::OnceCell;
use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::diagnostic::Diagnostic;
use cchc_core::exchange::PlanFile;
use cchc_core::progress::Progress;
use yew::prelude::*;

use super::disk::Disk;
use super::doubtful::Doubt;
use super::handle::Store;
use super::incoming::Incoming;
use super::prefs::Prefs;
use super::status::SaveStatus;
use crate::platform::clock;

/// The open file.
#[derive(Clone, Debug)]
pub struct Open {
    /// The file: everything on the screen is a function of it and of today.
    pub file: Rc<PlanFile>,
    /// Grows with every change: a cheap key for memoising.
    pub revision: u64,
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && Rc::ptr_eq(&self.file, &other.file)
    }
}

/// The message at the top of the page, for ten seconds at most.
#[derive(Clone, Debug, PartialEq)]
pub struct Snack {
    /// What was done.
    pub text: AttrValue,
    /// What stands beside it.
    pub offer: Offer,
    /// Tells two equal messages apart.
    pub number: u64,
}

/// What such a message offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Only words.
    Nothing,
    /// Hoàn tác.
    Undo,
    /// Làm lại.
    Redo,
}

/// What must not be missed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notices {
    /// Messages at the top that stay until a person takes them away.
    pub messages: Rc<Vec<AttrValue>>,
    /// What was found while the open file was read; shown in Trao đổi tệp.
    pub findings: Rc<Vec<Diagnostic>>,
}

/// The open file, and whether storage has been asked for it yet.
#[derive(Clone, Debug, Default, PartialEq)]
struct OpenContext {
    open: Option<Open>,
    ready: bool,
}

/// What follows from the file and the day.
#[derive(Debug)]
struct Derived {
    open: Option<Open>,
    today: Date,
    progress: OnceCell<Rc<Progress>>,
}

#[derive(Clone, Debug)]
struct DerivedContext(Rc<Derived>);

impl PartialEq for DerivedContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
struct SnackContext(Option<Snack>);

#[derive(Clone, Debug, Default, PartialEq)]
struct IncomingContext(Option<Incoming>);

#[derive(Clone, Debug, Default, PartialEq)]
struct DoubtContext(Option<Rc<Doubt>>);

#[derive(Clone, Copy, Debug, PartialEq)]
struct Today(Date);

/// What the provider is given.
#[derive(Properties, PartialEq)]
pub struct StoreProviderProps {
    /// The page.
    pub children: Html,
}

/// Holds the store and hands out its parts; starts it when first rendered.
#[component]
pub fn StoreProvider(props: &StoreProviderProps) -> Html {
    let redraw = use_force_update();
    let store = use_memo((), |()| Store::new());
    let today = use_state_eq(clock::today);
    {
        let store = Rc::clone(&store);
        use_effect_with((), move |()| store.start(move || redraw.force_update()));
    }
    {
        let today = today.clone();
        use_effect_with((), move |()| {
            // A page stays open for days: the date follows, also after the machine slept.
            let timer = gloo_timers::callback::Interval::new(30_000, move || today.set(clock::today()));
            move || drop(timer)
        });
    }
    let seen = store.seen();
    // Derived lazily, by the first page that asks, and once for all of them.
    let derived = use_memo((seen.open.clone(), *today), |(open, today)| Derived {
        open: open.clone(),
        today: *today,
        progress: OnceCell::new(),
    });
    html! {
        <ContextProvider<Store> context={(*store).clone()}>
        <ContextProvider<Today> context={Today(*today)}>
        <ContextProvider<Rc<Prefs>> context={seen.prefs}>
        <ContextProvider<OpenContext> context={OpenContext { open: seen.open, ready: seen.ready }}>
        <ContextProvider<DerivedContext> context={DerivedContext(derived)}>
        <ContextProvider<SaveStatus> context={seen.status}>
        <ContextProvider<Notices> context={seen.notices}>
        <ContextProvider<IncomingContext> context={IncomingContext(seen.incoming)}>
        <ContextProvider<Disk> context={seen.disk}>
        <ContextProvider<DoubtContext> context={DoubtContext(seen.doubt)}>
        <ContextProvider<SnackContext> context={SnackContext(seen.snack)}>
            {props.children.clone()}
        </ContextProvider<SnackContext>>
        </ContextProvider<DoubtContext>>
        </ContextProvider<Disk>>
        </ContextProvider<IncomingContext>>
        </ContextProvider<Notices>>
        </ContextProvider<SaveStatus>>
        </ContextProvider<DerivedContext>>
        </ContextProvider<OpenContext>>
        </ContextProvider<Rc<Prefs>>>
        </ContextProvider<Today>>
        </ContextProvider<Store>>
    }
}

/// What the provider shows at one moment.
pub(super) struct Seen {
    pub(super) open: Option<Open>,
    pub(super) ready: bool,
    pub(super) prefs: Rc<Prefs>,
    pub(super) status: SaveStatus,
    pub(super) notices: Notices,
    pub(super) disk: Disk,
    pub(super) snack: Option<Snack>,
    pub(super) incoming: Option<Incoming>,
    pub(super) doubt: Option<Rc<Doubt>>,
}

/// The handle that does things: edits, undo, opening, saving, messages. Never changes.
#[hook]
pub fn use_store() -> Store {
    use_context::<Store>().expect("the page stands inside StoreProvider")
}

/// The open file. For pages, which are rendered only while one is open.
#[hook]
pub fn use_plan() -> Open {
    use_plan_if_open().expect("pages are rendered only while a file is open")
}

/// The open file, or none on Mở đầu.
#[hook]
pub fn use_plan_if_open() -> Option<Open> {
    use_context::<OpenContext>().and_then(|context| context.open)
}

/// Tiến độ: obligations, standings, counts of the open file today. For pages, like [`use_plan`].
#[hook]
pub fn use_progress() -> Rc<Progress> {
    let derived = use_context::<DerivedContext>().expect("the page stands inside StoreProvider").0;
    let open = derived.open.as_ref().expect("pages are rendered only while a file is open");
    Rc::clone(derived.progress.get_or_init(|| Rc::new(Progress::of(&open.file, derived.today))))
}

/// Whether the page has started: storage was asked for the file last open.
#[hook]
pub fn use_ready() -> bool {
    use_context::<OpenContext>().is_some_and(|context| context.ready)
}

/// The settings of this person at this machine.
#[hook]
pub fn use_prefs() -> Rc<Prefs> {
    use_context::<Rc<Prefs>>().unwrap_or_default()
}

/// How saving stands.
#[hook]
pub fn use_save_status() -> SaveStatus {
    use_context::<SaveStatus>().unwrap_or_default()
}

/// Messages that stay until read, and findings.
#[hook]
pub fn use_notices() -> Notices {
    use_context::<Notices>().unwrap_or_default()
}

/// Files received that wait to be taken in.
#[hook]
pub fn use_incoming() -> Option<Incoming> {
    use_context::<IncomingContext>().and_then(|context| context.0)
}

/// The question about a file of which not all could be read, while it waits for an answer.
#[hook]
pub fn use_doubt() -> Option<Rc<Doubt>> {
    use_context::<DoubtContext>().and_then(|context| context.0)
}

/// How the open file stands against the person's own file on disk.
#[hook]
pub fn use_disk() -> Disk {
    use_context::<Disk>().unwrap_or_default()
}

/// The message at the top, if there is one.
#[hook]
pub fn use_snack() -> Option<Snack> {
    use_context::<SnackContext>().and_then(|context| context.0)
}

/// Today (hôm nay).
#[hook]
pub fn use_today() -> Date {
    use_context::<Today>().map_or_else(clock::today, |today| today.0)
}
