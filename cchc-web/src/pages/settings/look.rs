//! Giao diện.

use yew::prelude::*;

use super::Section;
use crate::components::{Choosable, Options};
use crate::store::prefs::{LetterKeys, Prefs, Rows, TextSize, Theme};
use crate::store::{use_prefs, use_store};
use crate::strings::settings as text;

const THEMES: [Theme; 3] = [Theme::Machine, Theme::Light, Theme::Dark];
const SIZES: [TextSize; 2] = [TextSize::Medium, TextSize::Large];
const ROWS: [Rows; 2] = [Rows::Compact, Rows::Full];

/// Colours, size of the letters, density of the rows, shortcuts.
#[component]
pub(super) fn LookSection() -> Html {
    let (store, prefs) = (use_store(), use_prefs());
    let set = move |change: fn(&mut Prefs, usize)| {
        let store = store.clone();
        Callback::from(move |at: usize| {
            let mut prefs = (*store.prefs()).clone();
            change(&mut prefs, at);
            store.set_prefs(prefs);
        })
    };
    let row = |name: &'static str, legend, words: &[&'static str], value, onchange| {
        let choices: Vec<_> =
            words.iter().enumerate().map(|(at, label)| Choosable::new(at, *label)).collect();
        html! { <Options<usize> {name} {legend} {choices} {value} {onchange} row=true /> }
    };
    let theme = THEMES.iter().position(|theme| *theme == prefs.theme).unwrap_or(0);
    let size = SIZES.iter().position(|size| *size == prefs.text).unwrap_or(0);
    let rows = ROWS.iter().position(|rows| *rows == prefs.rows).unwrap_or(0);
    let letters = prefs.letter_keys == LetterKeys::On;
    let onletters =
        set(|prefs, at| prefs.letter_keys = if at == 1 { LetterKeys::On } else { LetterKeys::Off });
    let onletters = onletters.reform(move |_: Event| usize::from(!letters));
    html! {
        <Section id="giao-dien" title={text::LOOK}>
            {row("mau", text::THEME, &text::THEMES, theme, set(|prefs, at| prefs.theme = THEMES[at]))}
            {row("co-chu", text::SIZE, &text::SIZES, size, set(|prefs, at| prefs.text = SIZES[at]))}
            {row("dong-bang", text::ROWS, &text::ROW_KINDS, rows, set(|prefs, at| prefs.rows = ROWS[at]))}
            <fieldset class="options row">
                <legend class="sr">{text::KEYS}</legend>
                <span class="label" aria-hidden="true">{text::KEYS}</span>
                <label><input type="checkbox" checked={letters} onchange={onletters} />{text::LETTER_KEYS}</label>
            </fieldset>
        </Section>
    }
}
