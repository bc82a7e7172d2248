//! Bars by dimension along one scale: what has different maxima is compared in percent.

use yew::prelude::*;

use super::bullet::bar;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub name: AttrValue,
    /// Where its name leads; nowhere when empty.
    pub href: AttrValue,
    /// Its length, of 100; none while it is not known.
    pub percent: Option<f64>,
    /// The figure that is written.
    pub text: AttrValue,
    /// The mark to reach, of 100.
    pub target: Option<f64>,
}

impl Bar {
    /// Whether it stays below its mark.
    fn is_low(&self) -> bool {
        self.percent.zip(self.target).is_some_and(|(percent, target)| percent < target)
    }
}

/// `.bars`: a list of names, figures and bars. The figures are text, so the bars themselves are silent.
pub fn bars(items: &[Bar]) -> Html {
    let row = |item: &Bar| {
        let name = match &*item.href {
            "" => html! { <span>{&item.name}</span> },
            href => html! { <a href={href.to_owned()}>{&item.name}</a> },
        };
        html! {
            <li>
                {name}
                <span class={classes!("num", item.is_low().then_some("low"))}>{&item.text}</span>
                {bar(item.percent, item.target)}
            </li>
        }
    };
    html! { <ul class="bars">{for items.iter().map(row)}</ul> }
}
