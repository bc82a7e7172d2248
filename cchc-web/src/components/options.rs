//! One of several: radio buttons with a legend.

use yew::prelude::*;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosable<T> {
    /// What it means.
    pub value: T,
    /// Its words.
    pub label: AttrValue,
    /// A remark beside it.
    pub sub: AttrValue,
}

impl<T> Choosable<T> {
    /// A choice without a remark.
    pub fn new(value: T, label: impl Into<AttrValue>) -> Self {
        Self { value, label: label.into(), sub: AttrValue::default() }
    }
}

/// What a set of radio buttons is given.
#[derive(Properties, PartialEq)]
pub struct OptionsProps<T: PartialEq + Clone + 'static> {
    /// A page-wide unique name.
    pub name: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// The choices, in order.
    pub choices: Vec<Choosable<T>>,
    /// The one chosen.
    pub value: T,
    /// Called with another one.
    pub onchange: Callback<T>,
    /// Beside each other, with the legend in front; otherwise one below the other, with the legend for readers only.
    #[prop_or_default]
    pub row: bool,
}

/// `.options`: a fieldset of radio buttons.
#[component]
pub fn Options<T: PartialEq + Clone + 'static>(props: &OptionsProps<T>) -> Html {
    let radios = props.choices.iter().map(|choice| {
        let (onchange, value) = (props.onchange.clone(), choice.value.clone());
        let onchange = Callback::from(move |_: Event| onchange.emit(value.clone()));
        html! {
            <label>
                <input type="radio" name={&props.name} checked={choice.value == props.value} {onchange} />
                {&choice.label}
                if !choice.sub.is_empty() { <span class="sub">{&choice.sub}</span> }
            </label>
        }
    });
    html! {
        <fieldset class={classes!("options", props.row.then_some("row"))}>
            <legend class="sr">{&props.legend}</legend>
            if props.row { <span class="label" aria-hidden="true">{&props.legend}</span> }
            {for radios}
        </fieldset>
    }
}
