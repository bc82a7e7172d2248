//! What pages are made of. Each component renders the class names of the stylesheet of the same topic (`css/`).
//!
//! Small marks are plain functions that return [`Html`](yew::Html) (`icon`, `state`, `year_strip`): they have no
//! state, and a table of thousands must not pay for a component per cell. What listens or remembers is a component.

mod chart;
mod chip;
mod combobox;
mod date_field;
mod dialog;
mod empty;
mod field;
mod file_button;
mod icon;
mod inferred;
mod later;
mod marked;
mod options;
mod pick_button;
mod segmented;
mod select;
mod state;
mod text_area;
mod virtual_rows;
mod year_strip;

pub use chart::{Band, Bar, bar, bars, bullet, drawn, line, stretch};
pub use chip::Chip;
pub use combobox::{Choice, Combobox};
pub use date_field::DateField;
pub use dialog::{Dialog, DialogWidth};
pub use empty::Empty;
pub(crate) use field::text_of;
pub use field::{Field, TextField, described_by};
pub use file_button::FileButton;
pub use icon::{Glyph, icon};
pub use inferred::Inferred;
pub use later::Later;
pub use marked::marked;
pub use options::{Choosable, Options};
pub use pick_button::PickButton;
pub use segmented::{Segment, Segmented};
pub use select::{Select, SelectField, SelectOption};
pub use state::{State, standing, state, state_glyph};
pub use text_area::TextArea;
pub use virtual_rows::VirtualRows;
pub use year_strip::{year_head, year_strip};
