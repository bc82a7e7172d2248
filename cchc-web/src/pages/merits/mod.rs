//! Điển hình, khen thưởng: a register of Nhật ký beside its activities.

mod form;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::id::MeritId;
use cchc_core::order;
use cchc_core::register::Merit;
use cchc_core::report::Listed;
use cchc_core::report::papers::{PaperAsk, PaperKind};
use cchc_core::text::{capitalized, date_vi};
use yew::prelude::*;

use self::form::MeritDialog;
use super::paper::PaperPage;
use super::progress::short_name;
use super::tables::table_button;
use crate::components::{Empty, Glyph, State, icon, state};
use crate::route::{MERITS, Route, Screen, use_route};
use crate::store::{use_plan, use_prefs, use_store, use_today};
use crate::strings::merits as text;

/// Where the register stands within Nhật ký.
pub(super) const AT: &str = MERITS;
/// Further in: a new one, and the paper.
const NEW: &str = "moi";
const PAPER: &str = "to-trinh";

/// The address of the register, or of what is further in.
pub(super) fn route(rest: &str) -> Route {
    Route::to(Screen::Log).at(if rest.is_empty() { AT.to_owned() } else { format!("{AT}/{rest}") })
}

/// The register.
#[component]
pub(super) fn MeritsPage() -> Html {
    let (open, prefs, today, store) = (use_plan(), use_prefs(), use_today(), use_store());
    let here = use_route().rest;
    let rest = here.strip_prefix(AT).unwrap_or_default().trim_start_matches('/');
    let close = use_callback((), |(), ()| route("").go());
    if rest == PAPER {
        return html! { <PaperPage screen={Screen::Log} kind={PaperKind::Commend} ask={PaperAsk::default()} back={route("")} /> };
    }
    let file = &*open.file;
    let mut shown: Vec<&Merit> = file.merits.iter().collect();
    order::sort_by_key(&mut shown, |merit| std::cmp::Reverse(merit.date));
    let ids: Vec<MeritId> = shown.iter().map(|merit| merit.id.clone()).collect();
    let listed = Callback::from(move |()| Listed::Merits(ids.clone()));
    html! {
        <section class="page" aria-labelledby={AT}>
            <div class="page-head">
                <div>
                    <p class="crumb"><a href={Screen::Log.href()}>{Screen::Log.name()}</a></p>
                    <h1 id={AT}>{text::TITLE}</h1>
                    <p>{text::LINE}</p>
                </div>
                <div class="actions">
                    if !file.merits.is_empty() { {table_button(&store, today, listed)} }
                    <a class="btn" href={route(PAPER).href()}>{icon(Glyph::Report)}{text::PAPER}</a>
                    if !prefs.only_reads() {
                        <a class="btn btn-primary" href={route(NEW).href()}>{icon(Glyph::Plus)}{text::ADD}</a>
                    }
                </div>
            </div>
            if file.merits.is_empty() {
                <Empty glyph={Glyph::Log} title={text::NONE} hint={text::NONE_HINT} />
            } else {
                {table(file, &shown, today)}
            }
            {match rest {
                "" => Html::default(),
                NEW => html! { <MeritDialog key={NEW} onclose={close} /> },
                id => MeritId::new(id).map_or_else(
                    |_| Html::default(),
                    |known| html! { <MeritDialog key={id} id={Some(known)} onclose={close} /> },
                ),
            }}
        </section>
    }
}

fn table(file: &PlanFile, shown: &[&Merit], today: Date) -> Html {
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text::REGION}>
            <table class="table hover stack records">
                <thead><tr>{for text::HEADS.iter().map(|head| html! { <th scope="col">{*head}</th> })}</tr></thead>
                <tbody>{for shown.iter().map(|merit| row(file, merit, today))}</tbody>
            </table>
        </div>
    }
}

fn row(file: &PlanFile, merit: &Merit, today: Date) -> Html {
    let (mark, words, sub) = if merit.is_commended(today) {
        (State::Done, text::COMMENDED, merit.decision.as_str())
    } else if merit.is_proposed(today) {
        (State::Soon, text::PROPOSED, merit.award.as_str())
    } else {
        (State::None, text::NO_AWARD, "")
    };
    let sub_line = |words: &str| (!words.is_empty()).then(|| html! { <span class="sub">{words}</span> });
    html! {
        <tr key={merit.id.as_str()}>
            <td class="wide muted nowrap">{date_vi(merit.date)}</td>
            <td class="wide nowrap">{capitalized(merit.kind.vietnamese())}</td>
            <td class="wide">{&merit.who}{sub_line(&short_name(file, &merit.office))}</td>
            <td class="wide"><a class="strong" href={route(merit.id.as_str()).href()}>{&merit.title}</a>{sub_line(&merit.effect)}</td>
            <td class="wide">{state(mark, words)}{sub_line(sub)}</td>
        </tr>
    }
}
