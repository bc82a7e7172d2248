//! The state of the form: the draft, what is wrong with it, what is asked about it.

use std::rc::Rc;
use std::sync::Arc;

use cchc_core::exchange::PlanFile;
use cchc_core::id::ActivityId;
use cchc_core::register::Activity;
use yew::prelude::*;

use super::draft::{Doubt, Draft, Error, Part, Patch};

/// What the form holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    /// What stands in the fields.
    pub draft: Draft,
    /// What is wrong, by field.
    pub errors: Vec<Error>,
    /// What is asked; answered by saving once more.
    pub doubts: Vec<Doubt>,
    /// Why the file did not take it.
    pub refused: Option<AttrValue>,
    /// Whether the further fields are shown.
    pub detailed: bool,
    /// How often saving was refused: each time the focus goes to what is wrong.
    pub refusals: u32,
}

/// What happens to the form.
pub(super) enum Act {
    /// A person filled something in.
    Patch(Rc<PlanFile>, Patch),
    /// Alt ↑.
    Copy(Rc<PlanFile>, Part, Arc<Activity>),
    /// The focus left a field.
    Left(Part),
    /// Something is wrong.
    Wrong(Vec<Error>),
    /// Something should be looked at.
    Ask(Vec<Doubt>),
    /// The file did not take it.
    Refused(String),
    /// Another draft: the next row.
    Begin(Box<Draft>),
    /// Thêm chi tiết.
    Details,
}

impl Form {
    /// A form with a draft.
    pub(super) fn new(draft: Draft) -> Self {
        Self { draft, errors: Vec::new(), doubts: Vec::new(), refused: None, detailed: false, refusals: 0 }
    }

    /// What is wrong with a field.
    pub(super) fn error(&self, part: Part) -> Option<AttrValue> {
        self.errors.iter().find(|(p, _)| *p == part).map(|(_, error)| error.clone().into())
    }

    /// Judges one field, once something was typed into it.
    fn left(&mut self, part: Part) {
        let typed = self.draft.text_mut(part).is_some_and(|text| !text.trim().is_empty());
        if !typed {
            return;
        }
        let placeholder = ActivityId::new("x").expect("a letter is an id");
        let errors = self.draft.read(placeholder, None).err().unwrap_or_default();
        self.errors.retain(|(p, _)| *p != part);
        self.errors.extend(errors.into_iter().filter(|(p, _)| *p == part));
    }

    fn touched(&mut self, part: Option<Part>) {
        self.doubts.clear();
        self.refused = None;
        match part {
            Some(Part::Count(at) | Part::Unit(at)) => {
                self.errors.retain(|(p, _)| *p != Part::Count(at) && *p != Part::Unit(at));
            }
            Some(part) => self.errors.retain(|(p, _)| *p != part),
            None => {}
        }
    }
}

fn part_of(patch: &Patch) -> Option<Part> {
    Some(match patch {
        Patch::Date(_) => Part::Date,
        Patch::Office(_) => Part::Office,
        Patch::Duty(_) => Part::Duty,
        Patch::Channel(_) => Part::Channel,
        Patch::Unit(at, _) => Part::Unit(*at),
        Patch::Text(part, _) => *part,
        Patch::Topic(..)
        | Patch::AddCount
        | Patch::AddEvidence
        | Patch::Form(_)
        | Patch::Until(_)
        | Patch::Lines(_)
        | Patch::AddItem => return None,
    })
}

impl Reducible for Form {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut form = (*self).clone();
        match act {
            Act::Patch(file, patch) => {
                form.touched(part_of(&patch));
                form.draft.apply(patch, &file);
            }
            Act::Copy(file, part, from) => {
                form.touched(Some(part));
                form.draft.copy(part, &from, &file);
            }
            Act::Left(part) => form.left(part),
            Act::Wrong(errors) => {
                form.detailed |= errors.iter().any(|(part, _)| is_detail(*part));
                form.errors = errors;
                form.doubts.clear();
                form.refusals += 1;
            }
            Act::Ask(doubts) => {
                form.errors.clear();
                form.doubts = doubts;
            }
            Act::Refused(reason) => form.refused = Some(reason.into()),
            Act::Begin(draft) => {
                form = Self { detailed: form.detailed, refusals: form.refusals, ..Self::new(*draft) }
            }
            Act::Details => form.detailed = !form.detailed,
        }
        Rc::new(form)
    }
}

/// Whether a field stands among the details.
pub(super) fn is_detail(part: Part) -> bool {
    match part {
        Part::Count(at) | Part::Unit(at) | Part::Evidence(at) => at > 0,
        Part::Date | Part::Office | Part::Duty | Part::Channel | Part::Title => false,
        _ => true,
    }
}

impl Part {
    /// The end of the field's id: `ghi-noi-dung`, `sua-so-luong-2`.
    pub(super) fn slug(self) -> String {
        let numbered =
            |name: &str, at: usize| if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) };
        match self {
            Self::Date => "ngay".to_owned(),
            Self::Office => "co-quan".to_owned(),
            Self::Duty => "nhiem-vu".to_owned(),
            Self::Channel => "kenh".to_owned(),
            Self::Title => "noi-dung".to_owned(),
            Self::Count(at) => numbered("so-luong", at),
            Self::Unit(at) => numbered("don-vi", at),
            Self::Evidence(at) => numbered("minh-chung", at),
            Self::Audience => "doi-tuong".to_owned(),
            Self::Language => "ngon-ngu".to_owned(),
            Self::Reach => "tiep-can".to_owned(),
            Self::Cost => "kinh-phi".to_owned(),
            Self::Note => "ghi-chu".to_owned(),
            Self::Place => "noi".to_owned(),
            Self::Begins => "gio".to_owned(),
            Self::Minutes => "thoi-luong".to_owned(),
            Self::LedBy => "chu-tri".to_owned(),
            Self::RecordedBy => "thu-ky".to_owned(),
            Self::Item(at) => numbered("cau-hoi", at),
            Self::Answer(at) => numbered("tra-loi", at),
        }
    }

    /// The field of an id, within a form whose ids begin so.
    pub(super) fn of_id(id: &str, prefix: &str) -> Option<Self> {
        const SINGLE: [Part; 15] = [
            Part::Date,
            Part::Office,
            Part::Duty,
            Part::Channel,
            Part::Title,
            Part::Audience,
            Part::Language,
            Part::Reach,
            Part::Cost,
            Part::Note,
            Part::Place,
            Part::Begins,
            Part::Minutes,
            Part::LedBy,
            Part::RecordedBy,
        ];
        let slug = id.strip_prefix(prefix)?.strip_prefix('-')?;
        let (name, at) = match slug.rsplit_once('-').map(|(name, number)| (name, number.parse::<usize>())) {
            Some((name, Ok(number @ 2..))) => (name, number - 1),
            _ => (slug, 0),
        };
        let numbered =
            [Self::Count(at), Self::Unit(at), Self::Evidence(at), Self::Item(at), Self::Answer(at)];
        let mut all = SINGLE.into_iter().chain(numbered);
        all.find(|part| part.slug() == slug).filter(|_| at == 0 || !name.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_id() {
        for part in [
            Part::Date,
            Part::Title,
            Part::Count(0),
            Part::Unit(2),
            Part::Evidence(1),
            Part::Reach,
            Part::LedBy,
            Part::Answer(1),
        ] {
            assert_eq!(Part::of_id(&format!("ghi-{}", part.slug()), "ghi"), Some(part));
        }
        for strange in ["sua-ngay", "ghi-", "ghi", "ghi-so-luong-1", "ghi-noi-dung-2", ""] {
            assert_eq!(Part::of_id(strange, "ghi"), None, "{strange}");
        }
    }

    #[test]
    fn a_field_is_judged_when_it_is_left_and_forgiven_when_it_is_touched() {
        let file = Rc::new(cchc_core::examples::get("hoa-tham-2026").unwrap());
        let mut form = Rc::new(Form::new(Draft::new("2026-11-20".parse().unwrap(), None)));
        let type_in = |form: Rc<Form>, part, text: &str| {
            form.reduce(Act::Patch(Rc::clone(&file), Patch::Text(part, text.to_owned())))
        };
        form = type_in(form, Part::Evidence(0), "www.hoatham");
        assert_eq!(form.error(Part::Evidence(0)), None);
        form = form.reduce(Act::Left(Part::Evidence(0)));
        assert_eq!(form.error(Part::Evidence(0)).as_deref(), Some("Ghi đủ https:// ở đầu liên kết"));
        form = form.reduce(Act::Left(Part::Title));
        assert_eq!(form.error(Part::Title), None, "an empty field is no error before saving");
        form = type_in(form, Part::Evidence(0), "https://hoatham");
        assert_eq!(form.error(Part::Evidence(0)), None);
    }
}
