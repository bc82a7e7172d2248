//! The form of one leaf. Enter saves and opens the next leaf, so that a set is filled in down the tree.

use std::rc::Rc;

use cchc_core::indicator::{ANSWERS, Aggregation, Rule, margin_of_error, sample_size};
use cchc_core::progress::scoring::InputOrigin;
use cchc_core::text::{capitalized, integer_vi, number_vi, percent_vi};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::address;
use super::evidence::ActivityPicker;
use super::leaf_draft::{LeafDraft, Problems, asks_for_the_score, edit};
use super::raw_draft::{Asked, number, tally};
use super::sheet::{Sheet, SheetRow};
use super::tree::row_id;
use crate::components::{SelectField, SelectOption, TextArea, TextField};
use crate::pages::form::sets;
use crate::platform::dom;
use crate::route::Route;
use crate::store::use_store;
use crate::strings::{common, indicators as text};

/// The id of the field for the input, which gets the focus.
const INPUT: &str = "tc-so-lieu";

/// What the form is given.
#[derive(Properties)]
pub(super) struct LeafFormProps {
    pub(super) sheet: Rc<Sheet>,
    pub(super) row: Rc<SheetRow>,
    pub(super) route: Route,
}

impl PartialEq for LeafFormProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheet, &other.sheet) && self.route == other.route
    }
}

/// The form.
#[component]
pub(super) fn LeafForm(props: &LeafFormProps) -> Html {
    let store = use_store();
    let (sheet, row) = (&props.sheet, &props.row);
    let old = row.leaf.as_ref().and_then(|leaf| leaf.entry.clone());
    let draft = use_state_eq(|| LeafDraft::of(old.as_ref(), &row.node));
    let problems = use_state_eq(Problems::default);
    let refused = use_state_eq(|| None::<AttrValue>);
    use_effect_with((), |()| {
        // After the row that leads here, which the browser focuses on a click.
        Timeout::new(0, || {
            if dom::focus(INPUT) {
                dom::reveal(".details-row");
            }
        })
        .forget();
    });
    let leave = {
        let (route, code) = (props.route.clone(), row.node.code.clone());
        move |to: Option<&str>| {
            route.clone().with(address::OPEN, to.unwrap_or_default()).replace();
            if to.is_none() {
                let id = row_id(&code);
                Timeout::new(0, move || {
                    dom::focus(&id);
                })
                .forget();
            }
        }
    };
    let save = {
        let (sheet, row, old) = (Rc::clone(sheet), Rc::clone(row), old.clone());
        let (draft, problems, refused, leave) =
            (draft.clone(), problems.clone(), refused.clone(), leave.clone());
        move || {
            let entry = match draft.read(&sheet.set, &row.node, sheet.period, old.as_ref()) {
                Ok(entry) => entry,
                Err(found) => {
                    dom::focus(first_field(&found));
                    return problems.set(found);
                }
            };
            if let Some(edit) = edit(old.as_ref(), &entry) {
                let label = text::label_score(&row.node.name);
                if let Err(error) = store.edit_and_say(label, vec![edit], text::scored(&row.node.name)) {
                    return refused.set(Some(capitalized(&error.to_string()).into()));
                }
            }
            leave(sheet.neighbour(&row.node.code, false));
        }
    };
    let onkeydown = {
        let (save, leave) = (save.clone(), leave.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.default_prevented() {
                return;
            }
            let in_input = event.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
            match event.key().as_str() {
                "Enter" if in_input || event.ctrl_key() => save(),
                "Escape" => leave(None),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let onsave = {
        let save = save.clone();
        Callback::from(move |_: MouseEvent| save())
    };
    let oncancel = Callback::from(move |_: MouseEvent| leave(None));
    let is_last = sheet.neighbour(&row.node.code, false).is_none();
    html! {
        <div class="leaf-form" {onkeydown}>
            {inputs(sheet, row, &draft, &problems)}
            {scores(sheet, row, &draft, &problems)}
            <div class="form-row">
                <TextArea id="tc-giai-trinh" label={text::REASON} rows={2} value={draft.reason.clone()} hint={text::REASON_HINT}
                    oninput={sets(&draft, |draft, words| draft.reason = words)} />
                <TextArea id="tc-tai-lieu" label={text::DOCUMENTS} rows={2} value={draft.documents.clone()} hint={text::DOCUMENTS_HINT}
                    oninput={sets(&draft, |draft, words| draft.documents = words)} />
            </div>
            <div class="form-row">
                <ActivityPicker id="tc-hoat-dong" value={draft.activities.clone()}
                    onchange={sets(&draft, |draft, ids| draft.activities = ids)} />
                <TextField id="tc-ghi-chu" label={text::NOTE} value={draft.note.clone()} hint={text::NOTE_HINT}
                    oninput={sets(&draft, |draft, words| draft.note = words)} />
            </div>
            if let Some(refused) = &*refused { <p class="error" role="alert">{refused}</p> }
            <div class="actions">
                <button class="btn btn-primary" type="button" onclick={onsave}>
                    {if is_last { text::SAVE } else { text::SAVE_NEXT }}{" "}<kbd>{"Enter"}</kbd>
                </button>
                <button class="btn" type="button" onclick={oncancel}>{common::CLOSE}{" "}<kbd>{"Esc"}</kbd></button>
            </div>
        </div>
    }
}

fn first_field(problems: &Problems) -> &'static str {
    [
        (&problems.raw, INPUT),
        (&problems.self_score, "tc-tu-cham"),
        (&problems.appraised, "tc-tham-dinh"),
        (&problems.survey, "tc-dieu-tra"),
    ]
    .into_iter()
    .find_map(|(problem, id)| problem.as_ref().map(|_| id))
    .unwrap_or(INPUT)
}

fn error(problem: Option<&String>) -> Option<AttrValue> {
    problem.map(|problem| problem.clone().into())
}

/// The fields of the input, as the rule asks for it.
fn inputs(sheet: &Sheet, row: &SheetRow, draft: &UseStateHandle<LeafDraft>, problems: &Problems) -> Html {
    let Some(rule) = &row.node.rule else { return Html::default() };
    let asked = Asked::by(rule);
    let raw = &draft.raw;
    let problem = error(problems.raw.as_ref());
    let leaf = row.leaf.as_ref();
    let computed = leaf.and_then(|leaf| leaf.computed_input.as_deref());
    // What was published counts while nothing is entered; the empty field says so.
    let published = leaf.filter(|leaf| leaf.origin == InputOrigin::Published);
    let hint: AttrValue = match (computed, published.and(row.scored.input.as_deref())) {
        (Some(input), _) => text::hint_of_register(input).into(),
        (None, Some(input)) => text::hint_of_published(input).into(),
        (None, None) => asked.hint().into(),
    };
    let fields = match asked {
        _ if raw.not_applicable => Html::default(),
        Asked::YesNo => html! {
            <SelectField id={INPUT} label={text::INPUT} options={yes_no()} none={text::NOT_YET} error={problem} {hint}
                value={raw.yes.map(|yes| AttrValue::Static(if yes { "co" } else { "khong" }))}
                onchange={sets(draft, |draft, id: Option<AttrValue>| draft.raw.yes = id.map(|id| id == "co"))} />
        },
        Asked::Answers => answers(rule, draft, problem.as_ref()),
        Asked::Compared => html! {
            <>
                <TextField id={INPUT} label={text::OWN_VALUE} num=true inputmode="decimal" value={raw.text.clone()} error={problem}
                    oninput={sets(draft, |draft, words| draft.raw.text = words)} />
                <TextField id="tc-trung-binh" label={text::GROUP_MEAN} num=true inputmode="decimal" value={raw.mean.clone()}
                    oninput={sets(draft, |draft, words| draft.raw.mean = words)} />
            </>
        },
        Asked::Number | Asked::Share | Asked::Ratio => html! {
            <TextField id={INPUT} label={number_label(rule)} num=true value={raw.text.clone()} error={problem} {hint}
                oninput={sets(draft, |draft, words| draft.raw.text = words)} />
        },
    };
    let toggle = {
        let draft = draft.clone();
        Callback::from(move |_: Event| {
            let mut next = (*draft).clone();
            next.raw.not_applicable = !next.raw.not_applicable;
            draft.set(next);
        })
    };
    let can_be_left_out = sheet.set.aggregation != Aggregation::Separate;
    html! {
        <>
            <div class={classes!("form-row", (!matches!(asked, Asked::Answers | Asked::Ratio)).then_some("narrow"))}>
                {fields}
                if matches!(rule, Rule::Ratio) && !raw.not_applicable {
                    <TextField id="tc-dinh-nghia" label={text::DEFINITION} value={draft.definition.clone()} hint={text::DEFINITION_HINT}
                        placeholder={row.node.definition.clone()} oninput={sets(draft, |draft, words| draft.definition = words)} />
                }
            </div>
            if can_be_left_out || raw.not_applicable {
                <label class="tick">
                    <input type="checkbox" id="tc-khong-ap-dung" checked={raw.not_applicable} onchange={toggle} />
                    {text::NOT_APPLICABLE_TICK}
                </label>
            }
        </>
    }
}

fn yes_no() -> Rc<[SelectOption]> {
    Rc::from([SelectOption::new("co", text::YES), SelectOption::new("khong", text::NO)])
}

const fn number_label(rule: &Rule) -> &'static str {
    match rule {
        Rule::Direct { .. } | Rule::Bonus => text::SCORE,
        Rule::Count { .. } | Rule::Quota { .. } | Rule::Deduction { .. } => text::COUNT,
        Rule::Ratio => text::RATIO,
        _ => text::SHARE,
    }
}

/// Five counts of answers, with the size of the sample and its margin at once.
fn answers(rule: &Rule, draft: &UseStateHandle<LeafDraft>, problem: Option<&AttrValue>) -> Html {
    let raw = &draft.raw;
    let field = |at: usize| {
        let id = if at == 0 { INPUT.to_owned() } else { format!("{INPUT}-{at}") };
        let oninput = {
            let draft = draft.clone();
            Callback::from(move |words: String| {
                let mut next = (*draft).clone();
                next.raw.answers[at] = words;
                draft.set(next);
            })
        };
        html! {
            <TextField {id} label={capitalized(ANSWERS[at])} num=true inputmode="numeric" value={raw.answers[at].clone()}
                error={problem.filter(|_| at == 0).cloned()} {oninput} />
        }
    };
    html! {
        <fieldset class="answers">
            <legend class="label">{text::ANSWERS}</legend>
            <div class="form-row">{for (0..5).map(field)}</div>
            <p class="hint" role="status">{sample(raw)}</p>
            <div class="form-row">
                if matches!(rule, Rule::Satisfied) {
                    <TextField id="tc-hai-long" label={text::SATISFIED} num=true inputmode="decimal" value={raw.text.clone()} hint={text::SATISFIED_HINT}
                        oninput={sets(draft, |draft, words| draft.raw.text = words)} />
                }
                <SampleSize />
            </div>
        </fieldset>
    }
}

/// "200 phiếu hợp lệ, sai số ±6,9 điểm %; hài lòng 90,0%".
fn sample(raw: &super::raw_draft::RawDraft) -> String {
    let tally = tally(&raw.answers).ok();
    let counted = tally.and_then(|tally| Some((tally.valid().ok()?, tally.satisfied().ok()?)));
    counted.map_or_else(
        || text::NO_ANSWERS.to_owned(),
        |(valid, satisfied)| {
            let margin = number_vi(margin_of_error(valid.unsigned_abs()), 1);
            text::sample(&integer_vi(valid), &margin, &percent_vi(satisfied))
        },
    )
}

/// How many answers a survey needs: a figure to plan with, kept nowhere.
#[component]
fn SampleSize() -> Html {
    let population = use_state_eq(String::new);
    let oninput = {
        let population = population.clone();
        Callback::from(move |words: String| population.set(words))
    };
    let needed = number(&population).ok().filter(|number| *number >= 1.0);
    let hint = needed.map_or_else(
        || text::POPULATION_HINT.to_owned(),
        |number| text::needed(&integer_vi(sample_size(number as u64, 0.05) as i64)),
    );
    html! { <TextField id="tc-co-mau" label={text::POPULATION} num=true inputmode="numeric" value={(*population).clone()} {hint} {oninput} /> }
}

/// Scores that do not follow from the input.
fn scores(sheet: &Sheet, row: &SheetRow, draft: &UseStateHandle<LeafDraft>, problems: &Problems) -> Html {
    if draft.raw.not_applicable
        || !matches!(sheet.set.aggregation, Aggregation::Sum | Aggregation::Dimensions)
    {
        return Html::default();
    }
    html! {
        <div class="form-row">
            if !asks_for_the_score(&row.node) {
                <TextField id="tc-tu-cham" label={text::OTHER_SELF} num=true inputmode="decimal" value={draft.self_score.clone()}
                    hint={text::OTHER_SELF_HINT} error={error(problems.self_score.as_ref())}
                    oninput={sets(draft, |draft, words| draft.self_score = words)} />
            }
            <TextField id="tc-tham-dinh" label={text::APPRAISED_SCORE} num=true inputmode="decimal" value={draft.appraised.clone()}
                hint={text::APPRAISED_HINT} error={error(problems.appraised.as_ref())}
                oninput={sets(draft, |draft, words| draft.appraised = words)} />
            <TextField id="tc-dieu-tra" label={text::SURVEY_SCORE} num=true inputmode="decimal" value={draft.survey.clone()}
                hint={text::SURVEY_HINT} error={error(problems.survey.as_ref())}
                oninput={sets(draft, |draft, words| draft.survey = words)} />
        </div>
    }
}
