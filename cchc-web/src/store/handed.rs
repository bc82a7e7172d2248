//! Files that are no plan files: a plan's text, an office's list. They go to the screen that reads them.

use yew::platform::spawn_local;

use super::handle::Store;
use crate::platform::files::{self, OpenedFile};
use crate::route::{Route, Screen};
use crate::strings::{exchange, import as text};

/// The end of the address where a plan's text is read.
pub const PLAN_TEXT: &str = "tu-van-ban";
/// The end of the address where a list is imported.
pub const LIST: &str = "nhap";

/// Where a file of that name is read; none for a plan file.
fn screen_of(name: &str) -> Option<Route> {
    let end = name.rsplit_once('.').map(|(_, end)| end.to_lowercase())?;
    match end.as_str() {
        "docx" | "doc" | "txt" | "docm" | "pdf" | "rtf" => Some(Route::to(Screen::Start).at(PLAN_TEXT)),
        "xlsx" | "xlsm" | "xls" | "csv" | "ods" | "xlsb" => Some(Route::to(Screen::Log).at(LIST)),
        _ => None,
    }
}

impl Store {
    /// Takes a dropped file to the screen that reads it; false where it is a plan file.
    pub fn hand_over(&self, file: &web_sys::File) -> bool {
        let Some(route) = screen_of(&file.name()) else { return false };
        if route.screen == Screen::Log && self.file().is_none() {
            self.notify(text::OPEN_A_PLAN_FIRST);
            return true;
        }
        if route.screen == Screen::Log && self.prefs().only_reads() {
            let leads = self.prefs().who.only_reads();
            self.notify(if leads { text::ONLY_READS } else { text::PLAN_IS_NEWER });
            return true;
        }
        let (store, file) = (self.clone(), file.clone());
        spawn_local(async move {
            match files::read(&file).await {
                Ok(opened) => {
                    // Another number each time, so that the screen looks even where it is shown already.
                    let number = js_sys::Date::now().to_string();
                    *store.0.handed.borrow_mut() = Some(opened);
                    route.with("tep", number).go();
                }
                Err(_) => store.notify(exchange::not_read(&file.name())),
            }
        });
        true
    }

    /// The file that was handed to the screen, once.
    pub fn take_handed(&self) -> Option<OpenedFile> {
        self.0.handed.borrow_mut().take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_where_it_is_read() {
        let place = |name: &str| screen_of(name).map(|route| route.place());
        assert_eq!(place("KH 2026.DOCX").as_deref(), Some("mo-dau/tu-van-ban"));
        assert_eq!(place("tin-bai.csv").as_deref(), Some("nhat-ky/nhap"));
        assert_eq!(place("hoa-tham.cchc.json"), None);
        assert_eq!(place("khong-duoi"), None);
    }
}
