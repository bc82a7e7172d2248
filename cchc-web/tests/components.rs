//! Components under a real keyboard's events.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use cchc_web::components::{Choice, Combobox, Dialog};
use gloo_utils::{body, document};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

fn host() -> Element {
    let host = document().create_element("div").unwrap();
    body().append_child(&host).unwrap();
    host
}

async fn settle() {
    gloo_timers::future::sleep(Duration::from_millis(30)).await;
}

fn find<T: wasm_bindgen::JsCast>(selector: &str) -> T {
    let element = document().query_selector(selector).unwrap().expect(selector);
    element.dyn_into().expect("an element of that kind")
}

fn type_into(input: &HtmlInputElement, text: &str) {
    input.set_value(text);
    let event = EventInit::new();
    event.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("input", &event).unwrap();
    input.dispatch_event(&event).unwrap();
}

fn press(target: &HtmlElement, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    target
        .dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap())
        .unwrap();
}

#[derive(Properties, PartialEq)]
struct PickerProps {
    picked: Callback<Option<AttrValue>>,
}

#[component]
fn Picker(props: &PickerProps) -> Html {
    let value = use_state_eq(|| Some(AttrValue::from("tin")));
    let choices: Rc<[Choice]> = Rc::from([
        Choice::new("tin", "Tin, bài trên Trang thông tin điện tử"),
        Choice::with_hint("doi-thoai", "Đối thoại doanh nghiệp", "Phòng Kinh tế"),
        Choice::new("tap-huan", "Lớp tập huấn CCHC"),
    ]);
    let onchange = {
        let (value, picked) = (value.clone(), props.picked.clone());
        Callback::from(move |id: Option<AttrValue>| {
            value.set(id.clone());
            picked.emit(id);
        })
    };
    html! { <Combobox id="nhiem-vu" label="Nhiệm vụ" {choices} value={(*value).clone()} {onchange} /> }
}

#[wasm_bindgen_test]
async fn a_combobox_is_used_by_typing_without_marks_and_by_arrows() {
    let picked = Rc::new(RefCell::new(Vec::new()));
    let host = host();
    let record = Rc::clone(&picked);
    let props = PickerProps { picked: Callback::from(move |id| record.borrow_mut().push(id)) };
    let app = yew::Renderer::<Picker>::with_root_and_props(host, props).render();
    settle().await;
    let input: HtmlInputElement = find("#nhiem-vu");
    assert_eq!(input.value(), "Tin, bài trên Trang thông tin điện tử");

    type_into(&input, "kinh te");
    settle().await;
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("true"));
    assert_eq!(document().query_selector_all("#nhiem-vu-list [role=option]").unwrap().length(), 1);
    press(&input, "Enter");
    settle().await;
    assert_eq!(input.value(), "Đối thoại doanh nghiệp");
    assert_eq!(input.get_attribute("aria-expanded").as_deref(), Some("false"));

    press(&input, "ArrowDown");
    settle().await;
    press(&input, "ArrowUp");
    settle().await;
    press(&input, "Enter");
    settle().await;
    assert_eq!(input.value(), "Lớp tập huấn CCHC");

    type_into(&input, "khong co");
    settle().await;
    press(&input, "Escape");
    settle().await;
    assert_eq!(input.value(), "Lớp tập huấn CCHC");
    let picked: Vec<_> = picked.borrow().iter().flatten().map(ToString::to_string).collect();
    assert_eq!(picked, ["doi-thoai", "tap-huan"]);
    app.destroy();
}

#[component]
fn Asking() -> Html {
    let open = use_state_eq(|| false);
    let show = Callback::from({
        let open = open.clone();
        move |_: MouseEvent| open.set(true)
    });
    let hide = Callback::from({
        let open = open.clone();
        move |()| open.set(false)
    });
    let keep = hide.reform(|_: MouseEvent| ());
    html! {
        <>
            <button id="mo" onclick={show}>{"Xóa"}</button>
            if *open {
                <Dialog id="hoi" title="Xóa 2 hoạt động?" onclose={hide} cross={false} focus=".giu">
                    <button>{"Xóa 2 hoạt động"}</button><button class="giu" onclick={keep}>{"Giữ lại"}</button>
                </Dialog>
            }
        </>
    }
}

#[wasm_bindgen_test]
async fn a_dialog_takes_the_focus_to_the_safe_button_and_gives_it_back() {
    let app = yew::Renderer::<Asking>::with_root(host()).render();
    settle().await;
    let button: HtmlElement = find("#mo");
    button.focus().unwrap();
    button.click();
    settle().await;
    let focused = document().active_element().unwrap();
    assert_eq!(focused.class_name(), "giu");
    find::<HtmlElement>(".giu").click();
    settle().await;
    assert!(document().query_selector("#hoi").unwrap().is_none());
    assert_eq!(document().active_element().unwrap().id(), "mo");
    app.destroy();
}
