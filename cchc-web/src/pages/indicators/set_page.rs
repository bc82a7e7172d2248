//! One set: what it consists of, and, as a copy of the file's own, how it is changed.

use cchc_core::exchange::Edit;
use cchc_core::indicator::{Aggregation, Certainty, IndicatorSet, Node, OwnSet, SetError, builtin_set};
use cchc_core::progress::scoring::set as set_of;
use cchc_core::text::percent_vi;
use yew::prelude::*;

use super::address;
use super::figures::points_or_dash;
use super::heads::confirmed;
use super::node_form::{NodeDialog, Wanted};
use super::set_draft::{self, Spot};
use crate::components::{Empty, Glyph, State, TextArea, TextField, icon, state};
use crate::platform::files;
use crate::route::Screen;
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::{common, indicators as text};

/// What the view is given.
#[derive(Properties, PartialEq)]
pub(super) struct SetPageProps {
    pub(super) code: AttrValue,
}

/// The view.
#[component]
pub(super) fn SetPage(props: &SetPageProps) -> Html {
    let (open, prefs, store) = (use_plan(), use_prefs(), use_store());
    let file_id = open.file.id.to_string();
    let draft = use_state_eq(|| set_draft::begun(&file_id, &props.code));
    let wrong = use_state_eq(|| None::<AttrValue>);
    let asking = use_state_eq(|| None::<Wanted>);
    let stands = set_of(&open.file, &props.code).map(std::borrow::Cow::into_owned);
    let Some(shown) = (*draft).clone().or_else(|| stands.clone()) else {
        return html! {
            <Empty glyph={Glyph::Indicators} title={text::NO_SUCH_SET} hint={text::NO_SUCH_SET_HINT}>
                <a class="btn" href={address::sets().href()}>{text::SETS}</a>
            </Empty>
        };
    };
    let is_own = open.file.indicator_sets.contains(&shown.code);
    let writes = !prefs.only_reads();
    let editing = draft.is_some();
    let change = {
        let (draft, wrong, file_id) = (draft.clone(), wrong.clone(), file_id.clone());
        Callback::from(move |next: Option<IndicatorSet>| {
            set_draft::keep(&file_id, next.as_ref());
            wrong.set(None);
            draft.set(next);
        })
    };
    let begin = {
        let (change, stands) = (change.clone(), stands.clone());
        Callback::from(move |_: MouseEvent| change.emit(stands.clone()))
    };
    let give_up = change.reform(|_: MouseEvent| None);
    let save = {
        let (store, change, wrong, shown) = (store.clone(), change.clone(), wrong.clone(), shown.clone());
        Callback::from(move |_: MouseEvent| match save(&store, &shown) {
            Ok(()) => change.emit(None),
            Err(error) => wrong.set(Some(error.into())),
        })
    };
    let restore = {
        let (store, code) = (store.clone(), shown.code.clone());
        Callback::from(move |_: MouseEvent| {
            let edits = vec![Edit::remove::<OwnSet>(&code)];
            if let Err(error) = store.edit_and_say(text::RESTORE, edits, text::RESTORED) {
                store.notify(error.to_string());
            }
        })
    };
    let export = {
        let (store, shown) = (store.clone(), shown.clone());
        Callback::from(move |_: MouseEvent| export(&store, &shown))
    };
    let ask = {
        let asking = asking.clone();
        Callback::from(move |wanted: Wanted| asking.set(Some(wanted)))
    };
    let onclose = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(None))
    };
    html! {
        <>
            <div class="page-head">
                <div>
                    <p class="crumb"><a href={address::sets().href()}>{text::SETS}</a></p>
                    <h1 id={Screen::Indicators.slug()}>{&shown.name}</h1>
                    <p>{confirmed(&shown)}if is_own { {" · "}{text::FILES_OWN} }</p>
                </div>
                <div class="actions">
                    if editing {
                        <button class="btn" type="button" onclick={give_up}>{text::GIVE_UP}</button>
                        <button class="btn btn-primary" type="button" onclick={save}>{text::SAVE_SET}</button>
                    } else {
                        if is_own && writes && builtin_set(shown.code.as_str()).is_some() {
                            <button class="btn" type="button" onclick={restore}>{text::RESTORE}</button>
                        }
                        <button class="btn" type="button" onclick={export}>{icon(Glyph::Download)}{text::EXPORT}</button>
                        if writes { <button class="btn" type="button" onclick={begin}>{text::EDIT_SET}</button> }
                    }
                </div>
            </div>
            if let Some(words) = &*wrong { <div class="ask" role="alert"><p>{icon(Glyph::Warn)}{words}</p></div> }
            if editing { {about(&shown, &change)} } else { {facts(&shown)} }
            {tree(&shown, editing, &ask)}
            if editing {
                <div class="actions">
                    <button class="btn" type="button" onclick={ask.reform(|_: MouseEvent| Wanted::New(Spot::Top))}>{icon(Glyph::Plus)}{text::ADD_FIELD}</button>
                </div>
            }
            if let Some(wanted) = &*asking {
                <NodeDialog set={shown.clone()} wanted={wanted.clone()} onchange={change.reform(Some)} {onclose} />
            }
        </>
    }
}

/// Writes a set as the file's own; what contradicts itself is told with its place.
fn save(store: &Store, set: &IndicatorSet) -> Result<(), String> {
    let set = &set_draft::summed(set);
    set.check().map_err(|error: SetError| text::not_saved(&error.to_string()))?;
    let old = store.file().and_then(|file| file.indicator_sets.get(&set.code).cloned());
    let edits = match old {
        Some(old) => {
            Edit::difference(&old, &OwnSet { set: set.clone(), ..old.clone() }).into_iter().collect()
        }
        None => vec![Edit::write(&OwnSet::new(set.clone()))],
    };
    store.edit_and_say(text::SAVE_SET, edits, text::set_saved(&set.name)).map_err(|error| error.to_string())
}

fn export(store: &Store, set: &IndicatorSet) {
    let name = format!("bo-chi-so-{}.json", set.code);
    let written = serde_json::to_string_pretty(set).map_err(|error| error.to_string());
    let done = written.and_then(|json| match files::download(&name, files::JSON, json.as_bytes()) {
        Ok(()) => Ok(()),
        Err(files::FileError::Failed(words)) => Err(words),
        Err(_) => Err(text::NOT_READ.to_owned()),
    });
    match done {
        Ok(()) => store.say(text::exported(&name)),
        Err(words) => store.notify(words),
    }
}

fn facts(set: &IndicatorSet) -> Html {
    let fact = |name: &'static str, words: &str| {
        html! { if !words.is_empty() { <div><dt>{name}</dt><dd>{words.to_owned()}</dd></div> } }
    };
    let classes: Vec<String> = set
        .classes
        .iter()
        .map(|class| text::class_from(&class.name, &cchc_core::indicator::figure(class.from)))
        .collect();
    html! {
        <dl class="facts set-facts">
            {fact(text::SCORED_WHO, &set.scored)}
            {fact(text::DECISION, &set.decision)}
            {fact(text::SOURCE, &set.source)}
            {fact(text::CERTAINTY, set.certainty.vietnamese())}
            {fact(text::YEARS, &set.years.vietnamese())}
            {fact(text::AGGREGATION, set.aggregation.formula())}
            {fact(text::CLASSES, &classes.join("; "))}
            if !set.unconfirmed.is_empty() {
                <div><dt>{text::UNCONFIRMED}</dt><dd>{state(State::Missing, set.unconfirmed.clone())}</dd></div>
            }
        </dl>
    }
}

/// What a set says of itself, to be changed.
fn about(set: &IndicatorSet, change: &Callback<Option<IndicatorSet>>) -> Html {
    let sets = |write: fn(&mut IndicatorSet, String)| {
        let (set, change) = (set.clone(), change.clone());
        Callback::from(move |words: String| {
            let mut next = set.clone();
            write(&mut next, words);
            change.emit(Some(next));
        })
    };
    let confirm = {
        let (set, change) = (set.clone(), change.clone());
        Callback::from(move |_: Event| {
            let certainty = if set.certainty == Certainty::Law { Certainty::Belief } else { Certainty::Law };
            let mut next = IndicatorSet { certainty, ..set.clone() };
            if certainty == Certainty::Law {
                next.unconfirmed.clear();
            } else {
                text::UNCONFIRMED_AGAIN.clone_into(&mut next.unconfirmed);
            }
            change.emit(Some(next));
        })
    };
    let pooled = {
        let (set, change) = (set.clone(), change.clone());
        Callback::from(move |_: Event| {
            let aggregation = match set.aggregation {
                Aggregation::SatisfiedMean => Aggregation::SatisfiedPooled,
                _ => Aggregation::SatisfiedMean,
            };
            change.emit(Some(IndicatorSet { aggregation, ..set.clone() }));
        })
    };
    html! {
        <div class="set-about">
            <div class="form-row">
                <TextField id="bo-ten" label={text::SET_NAME} value={set.name.clone()} oninput={sets(|set, words| set.name = words)} />
                <TextField id="bo-quyet-dinh" label={text::DECISION} value={set.decision.clone()} hint={text::DECISION_HINT}
                    oninput={sets(|set, words| set.decision = words)} />
            </div>
            <TextArea id="bo-chua-ro" label={text::UNCONFIRMED} rows={2} value={set.unconfirmed.clone()} hint={text::UNCONFIRMED_HINT}
                oninput={sets(|set, words| set.unconfirmed = words)} />
            <div class="chips">
                <label class="tick"><input type="checkbox" id="bo-xac-nhan" checked={set.certainty == Certainty::Law} onchange={confirm} />{text::CONFIRMED}</label>
                if set.aggregation.is_satisfaction() {
                    <label class="tick"><input type="checkbox" id="bo-gop" checked={set.aggregation == Aggregation::SatisfiedPooled} onchange={pooled} />{text::POOLED}</label>
                }
            </div>
        </div>
    }
}

fn tree(set: &IndicatorSet, editing: bool, ask: &Callback<Wanted>) -> Html {
    let weighted = set.aggregation == Aggregation::WeightedMean;
    let mut rows = Vec::new();
    walk(&set.nodes, 0, &mut |node, depth| rows.push(row(node, depth, weighted, editing, ask)));
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text::TREE}>
            <table class="table tree stack hover of-set">
                <caption class="sr">{&set.name}</caption>
                <colgroup><col /><col class="c-num" /><col class="c-rule" /><col class="c-office" />if editing { <col class="c-edit" /> }</colgroup>
                <thead><tr>
                    <th scope="col">{text::CRITERION}</th>
                    <th scope="col" class="num">{if weighted { text::WEIGHT } else { text::MAX }}</th>
                    <th scope="col">{text::RULE}</th>
                    <th scope="col">{text::OFFICE}</th>
                    if editing { <td></td> }
                </tr></thead>
                <tbody>{for rows}</tbody>
            </table>
        </div>
    }
}

fn walk<'a>(nodes: &'a [Node], depth: usize, each: &mut impl FnMut(&'a Node, usize)) {
    for node in nodes {
        each(node, depth);
        walk(&node.children, depth + 1, each);
    }
}

fn row(node: &Node, depth: usize, weighted: bool, editing: bool, ask: &Callback<Wanted>) -> Html {
    let level = ["lv-1", "lv-2", "lv-3"][depth.min(2)];
    let most = match node.weight {
        Some(weight) if weighted => percent_vi(100.0 * weight),
        _ => points_or_dash(node.max),
    };
    let formula = node.rule.as_ref().map(|rule| cchc_core::text::capitalized(&rule.formula(node.max)));
    let code = node.code.clone();
    let onclick = ask.reform(move |_: MouseEvent| Wanted::Edit(code.clone()));
    html! {
        <tr key={node.code.clone()} class={level}>
            <th scope="row"><span class="name"><span class="code">{&node.code}</span><span>{&node.name}
                if node.computed.is_some() { <span class="sub">{text::COMPUTES_ITSELF}</span> }</span></span></th>
            <td class="num" data-label={if weighted { text::WEIGHT } else { text::MAX }}>{most}</td>
            <td class="gap">{formula.unwrap_or_default()}</td>
            <td class="gap">{if node.office.is_empty() { common::NONE } else { &node.office }}</td>
            if editing {
                <td class="gap"><button class="btn-link" type="button" {onclick} aria-label={text::edit_node(&node.code)}>{common::EDIT}</button></td>
            }
        </tr>
    }
}
