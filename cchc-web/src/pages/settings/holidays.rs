//! Ngày nghỉ, ngày làm bù: data of the plan, each with its source.

use cchc_core::calendar::{Basis, Date, Holiday, HolidayKind, weekday_vi};
use cchc_core::exchange::Edit;
use cchc_core::id::HolidayId;
use cchc_core::order;
use cchc_core::record::Extra;
use cchc_core::text::date_vi;
use chrono::Datelike as _;
use yew::prelude::*;

use super::Section;
use crate::components::{
    Choosable, DateField, Dialog, DialogWidth, Glyph, Options, State, TextField, icon, state,
};
use crate::platform::ids;
use crate::store::{use_plan, use_store};
use crate::strings::settings as text;

/// How many there are, and the way to change them.
#[component]
pub(super) fn HolidaySection() -> Html {
    let open = use_plan();
    let editing = use_state_eq(|| false);
    let holidays = &open.file.holidays;
    let off = holidays.iter().filter(|day| day.kind == HolidayKind::DayOff).count();
    let unverified = holidays.iter().filter(|day| day.basis == Basis::Unverified).count();
    let show = Callback::from({
        let editing = editing.clone();
        move |_: MouseEvent| editing.set(true)
    });
    let hide = Callback::from({
        let editing = editing.clone();
        move |()| editing.set(false)
    });
    html! {
        <Section id="ngay-nghi" title={text::HOLIDAYS} line={text::HOLIDAYS_LINE}>
            <p>{text::holidays(open.file.plan.year, off, holidays.len() - off)}</p>
            if unverified > 0 { <p>{state(State::Missing, text::unverified(unverified))}</p> }
            <p class="actions"><button class="btn" type="button" onclick={show}>{text::EDIT_HOLIDAYS}</button></p>
            if *editing { <HolidayDialog onclose={hide} /> }
        </Section>
    }
}

/// What the dialog is given.
#[derive(Properties, PartialEq)]
struct HolidayDialogProps {
    onclose: Callback<()>,
}

/// The list, and a row to add one.
#[component]
fn HolidayDialog(props: &HolidayDialogProps) -> Html {
    let (store, open) = (use_store(), use_plan());
    let mut days: Vec<&Holiday> = open.file.holidays.iter().collect();
    order::sort_by_key(&mut days, |day| day.date);
    let rows = days.into_iter().map(|day| {
        let (store, id, name) = (store.clone(), day.id.clone(), day.name.clone());
        let remove = Callback::from(move |_: MouseEvent| {
            let edits = vec![Edit::remove::<Holiday>(&id)];
            if let Err(refused) = store.edit_and_say(text::REMOVE_HOLIDAY, edits, text::holiday_removed(&name)) {
                store.notify(refused.to_string());
            }
        });
        let kind = if day.kind == HolidayKind::DayOff { text::DAY_OFF } else { text::WORKING_DAY };
        html! {
            <tr key={day.id.as_str()}>
                <td class="nowrap">{date_vi(day.date)}<span class="sub">{weekday_vi(day.date)}</span></td>
                <td>{&day.name}<span class="sub">{&day.source}</span></td>
                <td>{kind}<span class="sub">{day.basis.vietnamese()}</span></td>
                <td class="num">
                    <button class="btn btn-icon btn-quiet" type="button" aria-label={text::remove(&day.name)} onclick={remove}>
                        {icon(Glyph::Bin)}
                    </button>
                </td>
            </tr>
        }
    });
    html! {
        <Dialog id="sua-ngay-nghi" title={text::HOLIDAYS} onclose={&props.onclose} width={DialogWidth::Wide}>
            <table class="table">
                <thead><tr>{for text::HOLIDAY_HEADS.iter().map(|head| html! { <th scope="col">{*head}</th> })}
                    <th scope="col"><span class="sr">{text::REMOVE_HOLIDAY}</span></th></tr></thead>
                <tbody>{for rows}</tbody>
            </table>
            <AddHoliday />
        </Dialog>
    }
}

/// "Thêm ngày": the row that adds one.
#[component]
fn AddHoliday() -> Html {
    let (store, open) = (use_store(), use_plan());
    let date = use_state_eq(|| None::<Date>);
    let (name, source) = (use_state_eq(String::new), use_state_eq(String::new));
    let kind = use_state_eq(|| HolidayKind::DayOff);
    let tried = use_state_eq(|| false);
    let year = open.file.plan.year;
    let wrong = |is_wrong: bool, words: AttrValue| (*tried && is_wrong).then_some(words);
    let date_error = wrong(date.is_none_or(|day| day.year() != year), text::holiday_year(year).into());
    let name_error = wrong(name.trim().is_empty(), text::HOLIDAY_NAME_ERROR.into());
    let source_error = wrong(source.trim().is_empty(), text::HOLIDAY_SOURCE_ERROR.into());

    let onsubmit = {
        let (date, name, source, kind, tried) =
            (date.clone(), name.clone(), source.clone(), kind.clone(), tried.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            let day = date.filter(|day| day.year() == year);
            let (Some(day), false, false) = (day, name.trim().is_empty(), source.trim().is_empty()) else {
                return;
            };
            let Ok(id) = HolidayId::new(ids::new_id()) else { return };
            let holiday = Holiday {
                id,
                date: day,
                name: name.trim().to_owned(),
                kind: *kind,
                source: source.trim().to_owned(),
                basis: Basis::Notice,
                extra: Extra::new(),
            };
            match store.edit(text::ADD_HOLIDAY, vec![Edit::write(&holiday)]) {
                Ok(()) => {
                    date.set(None);
                    name.set(String::new());
                    tried.set(false);
                }
                Err(refused) => store.notify(refused.to_string()),
            }
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value| state.set(value))
    };
    let ondate = Callback::from({
        let date = date.clone();
        move |value| date.set(value)
    });
    let onkind = Callback::from({
        let kind = kind.clone();
        move |value| kind.set(value)
    });
    let kinds = vec![
        Choosable::new(HolidayKind::DayOff, text::DAY_OFF),
        Choosable::new(HolidayKind::WorkingDay, text::WORKING_DAY),
    ];
    html! {
        <form novalidate=true {onsubmit} aria-label={text::ADD_HOLIDAY}>
            <DateField id="nghi-ngay" label={text::HOLIDAY_HEADS[0]} value={*date} onchange={ondate} error={date_error} />
            <TextField id="nghi-ten" label={text::HOLIDAY_HEADS[1]} value={(*name).clone()} oninput={set(&name)} error={name_error} />
            <Options<HolidayKind> name="nghi-loai" legend={text::HOLIDAY_HEADS[2]} choices={kinds} value={*kind} onchange={onkind} row=true />
            <TextField id="nghi-nguon" label={text::HOLIDAY_SOURCE} value={(*source).clone()} oninput={set(&source)}
                hint={text::HOLIDAY_SOURCE_HINT} error={source_error} />
            <div class="actions"><button class="btn" type="submit">{icon(Glyph::Plus)}{text::ADD_HOLIDAY}</button></div>
        </form>
    }
}
