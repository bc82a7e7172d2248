//! Bộ chỉ số: all that serve the file, and the way in for another one.

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::indicator::{IndicatorSet, OwnSet, Ownership};
use cchc_core::progress::scoring::sets;
use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::address;
use super::heads::{View, confirmed, views};
use crate::components::{Glyph, icon};
use crate::pages::PageHead;
use crate::platform::files;
use crate::route::Screen;
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::indicators as text;

/// The id of the file field.
const FILE: &str = "tep-bo-chi-so";

/// The view.
#[component]
pub(super) fn Sets() -> Html {
    let (open, prefs) = (use_plan(), use_prefs());
    let refused = use_state_eq(|| None::<AttrValue>);
    let writes = !prefs.only_reads();
    let file = &open.file;
    html! {
        <>
            <PageHead screen={Screen::Indicators} line={html! { {text::SETS_LINE} }}>
                if writes { <ImportButton refused={refused.setter()} /> }
            </PageHead>
            {views(View::Sets)}
            if let Some(words) = &*refused {
                <div class="ask" role="alert"><p>{icon(Glyph::Warn)}{words}</p></div>
            }
            <div class="scroll-x" tabindex="0" role="region" aria-label={text::SETS}>
                <table class="table hover stack records sets">
                    <caption class="sr">{text::SETS}</caption>
                    <thead><tr>
                        <th scope="col">{text::SET}</th>
                        <th scope="col">{text::SCORED_WHO}</th>
                        <th scope="col">{text::YEARS}</th>
                        <th scope="col" class="num">{text::LEAVES}</th>
                        <th scope="col">{text::CERTAINTY}</th>
                    </tr></thead>
                    <tbody>{for sets(file).iter().map(|set| row(file, set))}</tbody>
                </table>
            </div>
        </>
    }
}

fn row(file: &PlanFile, set: &IndicatorSet) -> Html {
    let is_own = file.indicator_sets.contains(&set.code);
    let whose = match set.ownership {
        Ownership::Own => text::OWN_VALUE_OF,
        Ownership::Context => text::CONTEXT_VALUE_OF,
    };
    html! {
        <tr key={set.code.as_str()}>
            <th scope="row" class="wide">
                <a href={address::set(set.code.as_str()).href()}>{&set.name}</a>
                <span class="sub">{&set.code}{" · "}{whose}if is_own { {" · "}{text::FILES_OWN} }</span>
            </th>
            <td class="wide" data-label={text::SCORED_WHO}>{&set.scored}</td>
            <td data-label={text::YEARS}>{set.years.vietnamese()}</td>
            <td class="num" data-label={text::LEAVES}>{set.leaves().len()}</td>
            <td class="wide">
                {confirmed(set)}
            </td>
        </tr>
    }
}

#[derive(Properties, PartialEq)]
struct ImportProps {
    refused: UseStateSetter<Option<AttrValue>>,
}

/// Nhập bộ chỉ số: a set from a file of this machine.
#[component]
fn ImportButton(props: &ImportProps) -> Html {
    let (store, input) = (use_store(), use_node_ref());
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let (input, refused) = (input.clone(), props.refused.clone());
        Callback::from(move |_: Event| {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            let chosen = files::list(input.files()).into_iter().next();
            // The same file chosen again must be a change again.
            input.set_value("");
            let (store, refused) = (store.clone(), refused.clone());
            spawn_local(async move {
                let Some(file) = chosen else { return };
                match files::read(&file).await {
                    Ok(opened) => {
                        refused.set(import(&store, &opened.name, &opened.bytes).err().map(AttrValue::from));
                    }
                    Err(_) => refused.set(Some(text::NOT_READ.into())),
                }
            });
        })
    };
    html! {
        <>
            <button class="btn" type="button" {onclick}>{icon(Glyph::Open)}{text::IMPORT}</button>
            <input ref={input} id={FILE} class="sr" type="file" accept=".json,application/json" tabindex="-1"
                aria-label={text::IMPORT_LABEL} {onchange} />
        </>
    }
}

/// Takes a set into the file; what is wrong with it is told with its place.
fn import(store: &Store, name: &str, bytes: &[u8]) -> Result<(), String> {
    let set = read(name, bytes)?;
    let (code, title) = (set.code.clone(), set.name.clone());
    let edits = match store.file().and_then(|file| file.indicator_sets.get(&code).cloned()) {
        Some(old) => Edit::difference(&old, &OwnSet { set, ..old.clone() }).into_iter().collect(),
        None => vec![Edit::write(&OwnSet::new(set))],
    };
    store.edit_and_say(text::IMPORT, edits, text::imported(&title)).map_err(|error| error.to_string())?;
    address::set(code.as_str()).go();
    Ok(())
}

fn read(name: &str, bytes: &[u8]) -> Result<IndicatorSet, String> {
    let words = std::str::from_utf8(bytes).map_err(|_| text::not_utf8(name))?;
    let words = words.strip_prefix('\u{feff}').unwrap_or(words);
    IndicatorSet::from_json(words).map_err(|error| text::not_imported(name, &error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_that_contradicts_itself_is_refused_with_its_leaf() {
        let text = include_str!("../../../../cchc-core/data/sets/766.json");
        assert_eq!(read("766.json", text.as_bytes()).map(|set| set.code.to_string()), Ok("766".to_owned()));
        let error = read("766.json", text.replace("\"max\": 22", "\"max\": 21").as_bytes()).unwrap_err();
        assert!(error.contains("766.json") && error.contains("99"), "{error}");
        let error = read("766.json", text.replace("\"TDGQ\"", "\"CKMB\"").as_bytes()).unwrap_err();
        assert!(error.contains("CKMB"), "{error}");
        assert!(read("anh.png", &[0xff, 0xd8]).is_err());
    }
}
