//! The values of a duty with what they rest on: the mark "suy ra" where a person has not confirmed them.

use cchc_core::exchange::{Edit, PlanFile};
use cchc_core::id::DutyId;
use cchc_core::indicator::builtin_index;
use cchc_core::plan::{Basis, Duty, Stated};
use cchc_core::text::capitalized;
use yew::prelude::*;

use super::address;
use crate::components::Inferred;
use crate::store::{Store, use_plan, use_prefs, use_store};
use crate::strings::duties as text;

/// Which value of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Part {
    /// Nhịp thực hiện.
    Cadence,
    /// Chỉ tiêu.
    Quota,
    /// Sản phẩm.
    Output,
    /// Chỉ số phục vụ.
    Indices,
    /// Nội dung.
    Topics,
    /// Hình thức.
    Channels,
}

impl Part {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Cadence => text::CADENCE,
            Self::Quota => text::QUOTA,
            Self::Output => text::OUTPUT,
            Self::Indices => text::INDICES,
            Self::Topics => text::TOPICS,
            Self::Channels => text::CHANNELS,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Cadence => "nhip",
            Self::Quota => "chi-tieu",
            Self::Output => "san-pham",
            Self::Indices => "chi-so",
            Self::Topics => "noi-dung",
            Self::Channels => "hinh-thuc",
        }
    }
}

/// A value as it is shown: in words, and what it rests on.
pub(super) struct Shown {
    pub(super) value: String,
    basis: Basis,
    wording: String,
    reason: String,
}

/// That value of a duty; none where the duty has none.
pub(super) fn shown(file: &PlanFile, duty: &Duty, part: Part) -> Option<Shown> {
    match part {
        Part::Cadence => Some(of(&duty.cadence, cadence_words(duty))),
        Part::Quota => duty.quota.as_ref().map(|quota| {
            let unit = file.units.get(&quota.value.unit);
            of(quota, capitalized(&duty.asks(unit)))
        }),
        Part::Output => duty.output.as_ref().map(|output| of(output, output.value.clone())),
        Part::Indices => duty.indices.as_ref().map(|indices| {
            let name = |code| {
                builtin_index(code).map_or_else(|| code.to_string(), |index| index.abbreviation.clone())
            };
            of(indices, indices.value.iter().map(name).collect::<Vec<_>>().join(", "))
        }),
        Part::Topics => {
            let names =
                duty.topics.iter().filter_map(|id| file.topics.get(id)).map(|topic| &*topic.short_name);
            usual(duty, duty.topics_basis, &names.collect::<Vec<_>>(), text::TOPICS_CHOSEN)
        }
        Part::Channels => {
            let channels = duty.channels.iter().filter_map(|id| file.channels.get(id));
            let names = channels.map(|channel| &*channel.short_name);
            usual(duty, duty.channels_basis, &names.collect::<Vec<_>>(), text::CHANNELS_CHOSEN)
        }
    }
}

/// What a duty usually uses: chosen by its words, all of it together.
fn usual(duty: &Duty, basis: Basis, names: &[&str], reason: &str) -> Option<Shown> {
    (!names.is_empty()).then(|| Shown {
        value: names.join(", "),
        basis,
        wording: duty.source.quote.clone(),
        reason: reason.to_owned(),
    })
}

fn of<T>(stated: &Stated<T>, value: String) -> Shown {
    Shown { value, basis: stated.basis, wording: stated.wording.clone(), reason: stated.reason.clone() }
}

/// "Một lần, hạn 30/11/2026".
pub(super) fn cadence_words(duty: &Duty) -> String {
    let cadence = &duty.cadence.value;
    match cadence.detail() {
        detail if detail.is_empty() => cadence.vietnamese().to_owned(),
        detail => format!("{}, {detail}", cadence.vietnamese()),
    }
}

fn confirmed(duty: &Duty, part: Part) -> Duty {
    let mut duty = duty.clone();
    match part {
        Part::Cadence => duty.cadence.confirm(),
        Part::Quota => duty.quota.iter_mut().for_each(Stated::confirm),
        Part::Output => duty.output.iter_mut().for_each(Stated::confirm),
        Part::Indices => duty.indices.iter_mut().for_each(Stated::confirm),
        Part::Topics => duty.topics_basis.confirm(),
        Part::Channels => duty.channels_basis.confirm(),
    }
    duty
}

/// A person says that these values are right.
pub(super) fn confirm(store: &Store, old: &Duty, new: &Duty) {
    let Some(edit) = Edit::difference(old, new) else { return };
    let said = text::confirmed(&old.short_name);
    if let Err(error) = store.edit_and_say(text::CONFIRMED, vec![edit], said) {
        store.notify(error.to_string());
    }
}

/// What the mark is given.
#[derive(Properties, PartialEq)]
pub(in crate::pages) struct ValueMarkProps {
    pub(in crate::pages) duty: DutyId,
    pub(in crate::pages) part: Part,
    /// Where it stands, so that its dialog has an id of its own.
    pub(in crate::pages) place: &'static str,
}

/// "suy ra" beside a value that nobody has confirmed; nothing beside others.
#[component]
pub(in crate::pages) fn ValueMark(props: &ValueMarkProps) -> Html {
    let (open, store, prefs) = (use_plan(), use_store(), use_prefs());
    let part = props.part;
    let Some(duty) = open.file.duties.get_arc(&props.duty) else { return Html::default() };
    let Some(shown) = shown(&open.file, duty, part) else { return Html::default() };
    let Some(mark) = shown.basis.mark() else { return Html::default() };
    let may_edit = !prefs.only_reads();
    let onconfirm = may_edit.then(|| {
        let duty = duty.clone();
        Callback::from(move |()| confirm(&store, &duty, &confirmed(&duty, part)))
    });
    let onedit = (may_edit && matches!(part, Part::Cadence | Part::Quota)).then(|| {
        let id = props.duty.clone();
        Callback::from(move |()| address::edit(&id).go())
    });
    html! {
        <Inferred id={format!("suy-ra-{}-{}-{}", props.place, part.key(), props.duty)} {mark}
            what={text::part_of(part.name(), &duty.short_name)} value={shown.value} wording={shown.wording}
            reason={shown.reason} {onconfirm} {onedit} />
    }
}
