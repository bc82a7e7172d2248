//! What belongs to this person at this machine, and to no plan file.

use serde::{Deserialize, Serialize};

use crate::platform::dom;

/// Cài đặt: kept in the browser, never in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// Tôi là.
    pub who: Who,
    /// Màu.
    pub theme: Theme,
    /// Cỡ chữ.
    pub text: TextSize,
    /// Dòng bảng.
    pub rows: Rows,
    /// Phím tắt một chữ (WCAG 2.1.4 asks that they can be switched off).
    pub letter_keys: LetterKeys,
    /// Whether the open plan is of a newer version, and so can only be looked at. No setting: the store says it.
    #[serde(skip)]
    pub plan_is_newer: bool,
}

/// Tôi là: whose work the page shows first. No password, changed at any time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Nothing chosen yet: everybody's work, in the order of the plan.
    #[default]
    Unset,
    /// An office of the plan, by its id.
    Office(String),
    /// Lãnh đạo UBND: reads, writes nothing.
    Leader,
}

impl Who {
    /// True for the one who only reads.
    pub fn only_reads(&self) -> bool {
        *self == Self::Leader
    }

    /// The office's id, when an office is chosen.
    pub fn office(&self) -> Option<&str> {
        match self {
            Self::Office(id) => Some(id),
            Self::Unset | Self::Leader => None,
        }
    }
}

/// Màu của trang.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Theo máy.
    #[default]
    Machine,
    /// Sáng.
    Light,
    /// Tối.
    Dark,
}

/// Cỡ chữ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// Vừa.
    #[default]
    Medium,
    /// Lớn.
    Large,
}

/// Dòng bảng.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// Gọn, một dòng.
    #[default]
    Compact,
    /// Đủ nội dung.
    Full,
}

/// Phím tắt một chữ (N, /, ?).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterKeys {
    /// Dùng.
    #[default]
    On,
    /// Không dùng.
    Off,
}

impl Prefs {
    /// True where nothing of the open plan is to be changed: for the one who only reads, and in a plan of a newer version.
    pub fn only_reads(&self) -> bool {
        self.plan_is_newer || self.who.only_reads()
    }

    /// Tells the stylesheet: theme, text size and row density stand on `<html>`.
    pub fn show(&self) {
        let theme = match self.theme {
            Theme::Machine => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        dom::set_root("theme", theme);
        dom::set_root("text", (self.text == TextSize::Large).then_some("large"));
        dom::set_root("rows", (self.rows == Rows::Full).then_some("full"));
    }

    /// The theme after a press on the topbar's button: the other one than what is seen now.
    #[must_use]
    pub fn other_theme(&self) -> Self {
        let dark = match self.theme {
            Theme::Machine => dom::machine_is_dark(),
            Theme::Light => false,
            Theme::Dark => true,
        };
        Self { theme: if dark { Theme::Light } else { Theme::Dark }, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_partial_prefs_are_read() {
        let prefs: Prefs =
            serde_json::from_str(r#"{"theme":"dark","who":{"office":"phong-vhxh"},"later":1}"#).unwrap();
        assert_eq!(prefs.theme, Theme::Dark);
        assert_eq!(prefs.who.office(), Some("phong-vhxh"));
        assert_eq!(prefs.letter_keys, LetterKeys::On);
        let leader = Prefs { who: Who::Leader, ..Prefs::default() };
        let text = serde_json::to_string(&leader).unwrap();
        assert_eq!(serde_json::from_str::<Prefs>(&text).unwrap(), leader);
    }
}
