//! A state: icon, word and colour, never colour alone.

use yew::prelude::*;

use super::icon::{Glyph, icon};

/// Tình trạng: how a thing stands. Each has its colour and an icon of its own shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Đủ, đúng tiến độ, đã nộp.
    Done,
    /// Sắp đến hạn, còn thiếu trong kỳ đang mở.
    Soon,
    /// Trễ hạn, không đủ.
    Late,
    /// Thiếu minh chứng, cần xác nhận.
    Missing,
    /// Chưa đến hạn.
    #[default]
    None,
}

impl Standing {
    /// The value of `data-state`, which the stylesheet reads.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Done => Some("done"),
            Self::Soon => Some("soon"),
            Self::Late => Some("late"),
            Self::Missing => Some("missing"),
            Self::None => None,
        }
    }

    /// The icon of this standing.
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Done => Glyph::Done,
            Self::Soon => Glyph::Clock,
            Self::Late => Glyph::Warn,
            Self::Missing => Glyph::Missing,
            Self::None => Glyph::Circle,
        }
    }
}

/// `.state`: the icon of the standing and its words.
pub fn state(standing: Standing, words: impl Into<Html>) -> Html {
    html! { <span class="state" data-state={standing.name()}>{icon(standing.glyph())}{words.into()}</span> }
}
