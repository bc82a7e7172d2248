//! Icons of the sprite `icons.svg`, which stands once at the top of the page.

use yew::prelude::*;

macro_rules! glyphs {
    ($($name:ident = $id:literal,)*) => {
        /// An icon (biểu tượng). Never alone: a word or an `aria-label` stands beside it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the names are the pictures")]
        pub enum Glyph { $($name,)* }

        impl Glyph {
            /// The address of the symbol within the page.
            pub const fn href(self) -> &'static str {
                match self { $(Self::$name => concat!("#i-", $id),)* }
            }

            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

glyphs! {
    Mark = "mark", Overview = "overview", Plan = "plan", Duties = "duties", Log = "log", Ask = "ask",
    Money = "money", Indicators = "index", Report = "report", Exchange = "exchange", Settings = "settings", Help = "help", More = "more",
    Search = "search", Plus = "plus", Done = "done", Clock = "clock", Warn = "warn", Missing = "missing",
    Circle = "circle", Info = "info", Link = "link", Word = "word", Print = "print", Lock = "lock",
    Undo = "undo", Close = "close", Right = "right", Down = "down", Sort = "sort", SortDown = "sortdown",
    Theme = "theme", Calendar = "calendar", Open = "open", Save = "save", Download = "download", Copy = "copy",
    Mail = "mail", Bin = "bin", User = "user",
}

/// Draws an icon; readers hear nothing of it.
pub fn icon(glyph: Glyph) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={glyph.href()} /></svg> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sprite_holds_every_icon() {
        let sprite = include_str!("../../icons.svg");
        for glyph in Glyph::ALL {
            let symbol = format!("<symbol id=\"{}\"", &glyph.href()[1..]);
            assert!(sprite.contains(&symbol), "{symbol}");
        }
    }
}
