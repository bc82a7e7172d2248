//! What is handed in: the report of a self-assessment with its table, as it is printed.

use std::rc::Rc;

use cchc_core::calendar::Period;
use cchc_core::document::layout::Layout;
use cchc_core::document::{Document, docx, xlsx};
use cchc_core::exchange::PlanFile;
use cchc_core::progress::Progress;
use cchc_core::report::{self_assessment_document, self_assessment_file_name, self_assessment_workbook};
use yew::prelude::*;

use super::address;
use super::sheet::assess;
use crate::components::{Empty, Glyph, icon};
use crate::pages::log::names::ByPointer;
use crate::pages::report::export::{download, print_as};
use crate::pages::report::paper::printed;
use crate::platform::files;
use crate::route::{Screen, use_route};
use crate::store::{Store, use_plan, use_progress, use_store};
use crate::strings::indicators as text;
use crate::strings::report::PAGE_NUMBERS;

/// What the view is given.
#[derive(Properties, PartialEq)]
pub(super) struct AppendixProps {
    pub(super) code: AttrValue,
}

/// The document of the address.
struct Shown {
    document: Document,
    layout: Layout,
    period: Period,
}

/// The view.
#[component]
pub(super) fn Appendix(props: &AppendixProps) -> Html {
    let (open, route, store) = (use_plan(), use_route(), use_store());
    let progress = ByPointer(use_progress());
    let period = address::period(&route, &open.file, &props.code);
    let key = (open.clone(), progress.clone(), props.code.clone(), period);
    let shown = use_memo(key, |(open, progress, code, period)| {
        let assessed = assess(&open.file, &progress.0, code, (*period)?)?;
        let document = self_assessment_document(&open.file, &assessed);
        Some(Shown { layout: Layout::of(&document), document, period: assessed.period })
    });
    let Some(shown) = &*shown else {
        return html! {
            <Empty glyph={Glyph::Indicators} title={text::NO_SUCH_SET} hint={text::NO_SUCH_SET_HINT}>
                <a class="btn" href={address::sets().href()}>{text::SETS}</a>
            </Empty>
        };
    };
    let back =
        address::sheet(&props.code).with(address::PERIOD, route.get(address::PERIOD).unwrap_or_default());
    let export = |write: fn(&Store, &PlanFile, &Progress, &str, Period)| {
        let (store, file, progress, code) =
            (store.clone(), Rc::clone(&open.file), progress.clone(), props.code.clone());
        let period = shown.period;
        Callback::from(move |_: MouseEvent| write(&store, &file, &progress.0, &code, period))
    };
    let print = {
        let name = shown.document.name.clone();
        Callback::from(move |_: MouseEvent| print_as(&name))
    };
    html! {
        <>
            <div class="page-head">
                <div>
                    <p class="crumb"><a href={back.href()}>{text::BACK_TO_SHEET}</a></p>
                    <h1 id={Screen::Indicators.slug()}>{text::APPENDIX}</h1>
                    <p>{text::APPENDIX_LINE}</p>
                </div>
                <div class="actions">
                    <button class="btn" type="button" title={PAGE_NUMBERS} onclick={print}>{icon(Glyph::Print)}{text::PRINT}</button>
                    <button class="btn" type="button" onclick={export(spreadsheet)}>{icon(Glyph::Download)}{text::XLSX}</button>
                    <button class="btn btn-primary" type="button" onclick={export(word)}>{icon(Glyph::Word)}{text::DOCX}</button>
                </div>
            </div>
            <div class="desk"><div class="desk-scroll" tabindex="0" role="region" aria-label={text::APPENDIX_PAPER}>{printed(&shown.layout)}</div></div>
        </>
    }
}

fn word(store: &Store, file: &PlanFile, progress: &Progress, code: &str, period: Period) {
    if let Some(assessed) = assess(file, progress, code, period) {
        let document = self_assessment_document(file, &assessed);
        download(store, &self_assessment_file_name(&assessed, "docx"), files::DOCX, &docx::docx(&document));
    }
}

fn spreadsheet(store: &Store, file: &PlanFile, progress: &Progress, code: &str, period: Period) {
    if let Some(assessed) = assess(file, progress, code, period) {
        let workbook = self_assessment_workbook(file, &assessed);
        download(store, &self_assessment_file_name(&assessed, "xlsx"), files::XLSX, &xlsx::xlsx(&workbook));
    }
}
