//! Nhập từ Excel: an office's list, how its columns are understood, what comes of its rows; then into the register.

mod columns;
mod rows;

use std::rc::Rc;

use cchc_core::calendar::Date;
use cchc_core::exchange::PlanFile;
use cchc_core::indicator::{Node, Rule};
use cchc_core::ingest::import::{self, Import, Mapping, Matter};
use cchc_core::ingest::sheet::{self, Book};
use cchc_core::progress::scoring;
use cchc_core::text::capitalized;
use yew::prelude::*;

use crate::components::{PickButton, SelectField, SelectOption, State, state};
use crate::pages::indicators::{period_options, set_options};
use crate::platform::files::OpenedFile;
use crate::route::{Route, Screen, use_route};
use crate::store::{use_plan, use_store, use_today};
use crate::strings::import as text;
use columns::Columns;
use rows::Rows;

/// A list that was chosen.
struct Given {
    name: String,
    book: Result<Book, String>,
}

/// What was understood of it.
struct Understood {
    given: Rc<Given>,
    import: Import,
}

/// Nhập từ Excel.
#[component]
pub fn ImportPage() -> Html {
    let (store, open, today, route) = (use_store(), use_plan(), use_today(), use_route());
    let given = use_state(|| None::<Rc<Given>>);
    let mapping = use_state_eq(Mapping::default);
    let update = use_state_eq(|| false);
    let onpick = {
        let (given, update, mapping, plan) =
            (given.clone(), update.clone(), mapping.clone(), Rc::clone(&open.file));
        Callback::from(move |file: OpenedFile| {
            let book = sheet::read(&file.bytes, &file.name).map_err(|error| capitalized(&error.to_string()));
            update.set(false);
            mapping.set(book.as_ref().map_or_else(|_| Mapping::default(), |book| Mapping::kept(book, &plan)));
            given.set(Some(Rc::new(Given { name: file.name, book })));
        })
    };
    {
        let (store, onpick) = (store.clone(), onpick.clone());
        let handed = route.get("tep").map(str::to_owned);
        use_effect_with(handed, move |_| {
            if let Some(file) = store.take_handed() {
                onpick.emit(file);
            }
        });
    }
    let understood = use_understood(given.as_ref(), &open.file, &mapping, today);
    let ontake = {
        let (store, understood, mapping, update) =
            (store.clone(), understood.clone(), mapping.clone(), *update);
        Callback::from(move |_: MouseEvent| {
            if let Some(understood) = &*understood {
                take_in(&store, understood, &mapping, update);
            }
        })
    };
    let failed = given.as_ref().and_then(|given| given.book.as_ref().err());
    let matter =
        understood.as_ref().as_ref().map_or(Matter::Activities, |understood| understood.import.matter);
    let choose = if given.is_some() { text::CHOOSE_OTHER } else { text::CHOOSE };
    html! {
        <section class="page" aria-labelledby="nhap-excel">
            <div class="page-head">
                <div>
                    <h1 id="nhap-excel">{text::TITLE}</h1>
                    if let Some(given) = &*given { <p>{&given.name}</p> }
                </div>
                <div class="actions"><a class="btn" href={back(matter).href()}>{text::back(matter)}</a></div>
            </div>
            if given.is_none() { <p class="import-lead">{text::LEAD}</p> }
            if let Some(error) = failed { <p class="import-lead" role="alert">{state(State::Late, error.clone())}</p> }
            if let Some(understood) = &*understood {
                <Preview {understood} file={Rc::clone(&open.file)} mapping={mapping.clone()} update={update.clone()} />
            }
            <div class={if understood.is_some() { "action-bar" } else { "actions" }}>
                if let Some(understood) = &*understood {
                    <p>{text::summary(understood.import.matter, understood.import.tally())}</p>
                }
                <PickButton id="tep-danh-sach" accept={text::ACCEPT} label={choose} {onpick}
                    class={if given.is_none() { classes!("btn", "btn-primary") } else { classes!("btn") }} />
                if let Some(understood) = &*understood {
                    {take_button(&understood.import, *update, ontake)}
                }
            </div>
        </section>
    }
}

/// Where what a list is about stands.
fn back(matter: Matter) -> Route {
    Route::to(if matter == Matter::Activities { Screen::Log } else { Screen::Indicators })
}

/// How many records would be written.
fn written(import: &Import, update: bool) -> usize {
    let tally = import.tally();
    tally.new + if update { tally.otherwise } else { 0 }
}

fn take_button(import: &Import, update: bool, onclick: Callback<MouseEvent>) -> Html {
    let count = written(import, update);
    // Where no row was read there is nothing to offer.
    if count == 0 && import.tally().refused > 0 {
        return html! {};
    }
    html! {
        <button class="btn btn-primary" type="button" disabled={count == 0} {onclick}>
            {text::take_in(import.matter, count)}
        </button>
    }
}

/// What the list comes to, derived again when the mapping or the plan changes.
#[hook]
fn use_understood(
    given: Option<&Rc<Given>>,
    file: &Rc<PlanFile>,
    mapping: &Mapping,
    today: Date,
) -> Rc<Option<Rc<Understood>>> {
    let key = (given.map(Rc::as_ptr), Rc::as_ptr(file), mapping.clone(), today);
    let (given, file) = (given.cloned(), Rc::clone(file));
    use_memo(key, move |(.., mapping, today)| {
        let given = given?;
        let import = import::read(given.book.as_ref().ok()?, &file, mapping, *today);
        Some(Rc::new(Understood { given, import }))
    })
}

/// Writes what is new, and how the list was read, in one change; then shows where it went.
fn take_in(store: &crate::store::Store, understood: &Understood, mapping: &Mapping, update: bool) {
    let Understood { given, import } = understood;
    let change = import.change(store.author(), &given.name, update);
    let kept = store.file().and_then(|file| import.keep(&file, mapping, &given.name));
    let said = text::done(import.matter, written(import, update), &given.name);
    match store.edit_and_say(change.label, change.edits.into_iter().chain(kept).collect(), said) {
        Ok(()) => back(import.matter).go(),
        Err(error) => store.notify(error.to_string()),
    }
}

#[derive(Properties)]
struct PreviewProps {
    understood: Rc<Understood>,
    file: Rc<PlanFile>,
    mapping: UseStateHandle<Mapping>,
    update: UseStateHandle<bool>,
}

impl PartialEq for PreviewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.understood, &other.understood)
            && *self.mapping == *other.mapping
            && *self.update == *other.update
    }
}

/// Columns, names that are no office's, rows.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let PreviewProps { understood, file, mapping, update } = props;
    let import = &understood.import;
    let change = |write: fn(&mut Mapping, Option<AttrValue>)| {
        let mapping = mapping.clone();
        Callback::from(move |chosen: Option<AttrValue>| {
            let mut next = (*mapping).clone();
            write(&mut next, chosen);
            mapping.set(next);
        })
    };
    let offices: Rc<[SelectOption]> = file
        .offices
        .iter()
        .map(|office| SelectOption::new(office.id.to_string(), office.name.clone()))
        .collect();
    let channels: Rc<[SelectOption]> = file
        .channels
        .iter()
        .map(|one| SelectOption::new(one.id.to_string(), one.short_name.clone()))
        .collect();
    let criteria: Vec<SelectOption> = import
        .set
        .as_ref()
        .and_then(|code| scoring::set(file, code.as_str()))
        .map(|set| {
            let option =
                |leaf: &&Node| SelectOption::new(leaf.code.clone(), format!("{} {}", leaf.code, leaf.name));
            set.leaves().iter().map(option).collect()
        })
        .unwrap_or_default();
    let is_of_register = import.matter == Matter::Activities;
    let named: Rc<[SelectOption]> = if is_of_register { Rc::clone(&offices) } else { criteria.into() };
    let unknown = import.unknown_names.iter().enumerate().map(|(nth, name)| {
        let onchange = {
            let (mapping, name) = (mapping.clone(), name.clone());
            Callback::from(move |chosen: Option<AttrValue>| {
                let mut next = (*mapping).clone();
                if let Some(id) = chosen {
                    next.names.insert(name.clone(), id.to_string());
                }
                mapping.set(next);
            })
        };
        html! {
            <SelectField key={name.clone()} id={format!("ten-{nth}")} label={text::is_called(name)} options={Rc::clone(&named)}
                value={None::<AttrValue>} none={text::NAME_NONE} {onchange} />
        }
    });
    let has_macros = understood.given.book.as_ref().is_ok_and(|book| book.has_macros);
    html! {
        <>
            if has_macros { <p class="muted">{text::MACROS}</p> }
            <div class="section import-fields">
                <SelectField id="nhap-loai" label={text::MATTER} options={matters()} value={Some(key_of(import.matter))}
                    onchange={change(choose_matter)} />
                if !is_of_register {
                    <SelectField id="nhap-bo" label={text::SET} options={Rc::from(set_options(file))} none={text::NO_SET}
                        value={import.set.as_ref().or(mapping.set.as_ref()).map(|set| AttrValue::from(set.to_string()))}
                        onchange={change(|mapping, id| mapping.set = id.and_then(|id| id.parse().ok()))} />
                    if let Some((set, period)) = import.set.as_ref().and_then(|set| scoring::set(file, set.as_str())).zip(import.period) {
                        <SelectField id="nhap-ky" label={text::PERIOD} options={Rc::from(period_options(&set, file.plan.year, period))}
                            value={Some(AttrValue::from(period.to_string()))}
                            onchange={change(|mapping, id| mapping.period = id.and_then(|id| id.parse().ok()))} />
                    }
                }
            </div>
            <Columns tables={Rc::new(import.tables.clone())} units={units(file, import)} mapping={mapping.clone()} />
            <div class="section import-fields">
                if is_of_register {
                    <SelectField id="nhap-co-quan" label={text::OFFICE} options={Rc::clone(&offices)} none={text::NO_OFFICE}
                        value={mapping.office.as_ref().map(|id| AttrValue::from(id.to_string()))}
                        onchange={change(|mapping, id| mapping.office = id.and_then(|id| id.parse().ok()))} />
                    <SelectField id="nhap-hinh-thuc" label={text::CHANNEL} options={channels} none={text::NO_CHANNEL}
                        value={mapping.channel.as_ref().map(|id| AttrValue::from(id.to_string()))}
                        onchange={change(|mapping, id| mapping.channel = id.and_then(|id| id.parse().ok()))} />
                }
            </div>
            if !import.unknown_names.is_empty() {
                <section class="section" aria-labelledby="ten-chua-khop">
                    <div class="section-head"><h2 id="ten-chua-khop">{text::names(import.matter)}</h2></div>
                    <div class="import-fields">{for unknown}</div>
                </section>
            }
            <Rows understood={Rc::clone(understood)} file={Rc::clone(file)} update={update.clone()} />
        </>
    }
}

const fn key_of(matter: Matter) -> AttrValue {
    AttrValue::Static(match matter {
        Matter::Activities => "hoat-dong",
        Matter::Figures => "chi-so",
    })
}

/// What a person says of the whole list; what was said of its columns was said of something else.
fn choose_matter(mapping: &mut Mapping, id: Option<AttrValue>) {
    let is_figures = id.is_some_and(|id| id == key_of(Matter::Figures));
    let matter = if is_figures { Matter::Figures } else { Matter::Activities };
    *mapping = Mapping { matter: Some(matter), ..Mapping::default() };
}

fn matters() -> Rc<[SelectOption]> {
    [(Matter::Activities, text::ACTIVITIES), (Matter::Figures, text::FIGURES)]
        .map(|(matter, label)| SelectOption::new(key_of(matter), label))
        .into()
}

/// What a column may hold: of activities also counts in a unit, under a heading of their own; of figures also what stands
/// under the headings now.
fn units(file: &PlanFile, import: &Import) -> Rc<[SelectOption]> {
    if import.matter == Matter::Figures {
        let fields = import::Field::OF_INDICES;
        let mut all: Vec<_> =
            fields.iter().map(|field| SelectOption::new(field.to_string(), field.vietnamese())).collect();
        for column in import.tables.iter().flat_map(|table| &table.columns) {
            let id = column.field.to_string();
            if !all.iter().any(|option| *option.id == *id) {
                let label = match &column.field {
                    import::Field::At(period) => text::points_of(&period.vietnamese()),
                    field => field.vietnamese().to_owned(),
                };
                all.push(SelectOption::new(id, label));
            }
        }
        // A survey with a row for each person has a column for each criterion.
        if let Some(set) = import.set.as_ref().and_then(|code| scoring::set(file, code.as_str())) {
            let asks = |leaf: &&&Node| matches!(leaf.rule, Some(Rule::Satisfied | Rule::Survey { .. }));
            for leaf in set.leaves().iter().filter(asks) {
                let id = import::Field::Of(leaf.code.clone()).to_string();
                let option = SelectOption::new(id, format!("{} {}", leaf.code, leaf.name));
                all.retain(|other| other.id != option.id);
                all.push(option.under(text::ANSWERS));
            }
        }
        return all.into();
    }
    let fields =
        import::Field::ALL.iter().map(|field| SelectOption::new(field.to_string(), field.vietnamese()));
    let counted = file.units.iter().map(|unit| {
        let field = import::Field::Count(Some(unit.id.clone()));
        SelectOption::new(field.to_string(), capitalized(unit.in_full())).under(text::IN_UNIT)
    });
    fields.chain(counted).collect()
}
