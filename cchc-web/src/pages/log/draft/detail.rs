//! Chi tiết của loại việc in the form: what a posting, a class, a dialogue asks for beyond date, office and counts.

use cchc_core::calendar::{Date, TimeOfDay};
use cchc_core::exchange::PlanFile;
use cchc_core::register::{Detail, DetailItem, WorkForm};
use cchc_core::text::{integer_vi, nfc};

use super::read::figure;
use super::{Draft, Error, Part};

/// What stands in the fields of the form of work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DetailDraft {
    /// Loại việc: proposed from channel and duty until a person chooses.
    pub form: Option<WorkForm>,
    /// Whether a person chose it.
    by_hand: bool,
    /// Địa điểm.
    pub place: String,
    /// Giờ bắt đầu, as typed.
    pub begins: String,
    /// Thời lượng, as typed.
    pub minutes: String,
    /// Đến ngày.
    pub until: Option<Date>,
    /// Người chủ trì.
    pub led_by: String,
    /// Thư ký.
    pub recorded_by: String,
    /// Từng mục.
    pub items: Vec<ItemDraft>,
    /// What it was before: fields that the form does not show are kept.
    from: Option<Box<Detail>>,
}

/// One item as typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ItemDraft {
    /// Nội dung, câu hỏi.
    pub text: String,
    /// Trả lời, kết luận.
    pub answer: String,
    /// What it was before.
    from: Option<DetailItem>,
}

impl DetailDraft {
    /// A detail as the form shows it.
    pub(super) fn of(detail: &Detail) -> Self {
        let item = |item: &DetailItem| ItemDraft {
            text: item.text.clone(),
            answer: item.answer.clone(),
            from: Some(item.clone()),
        };
        Self {
            form: Some(detail.form),
            by_hand: true,
            place: detail.place.clone(),
            begins: detail.begins.map(|time| time.to_string()).unwrap_or_default(),
            minutes: detail.minutes.map(|count| integer_vi(count as i64)).unwrap_or_default(),
            until: detail.until,
            led_by: detail.led_by.clone(),
            recorded_by: detail.recorded_by.clone(),
            items: detail.items.iter().map(item).collect(),
            from: Some(Box::new(detail.clone())),
        }
    }

    /// Whether anything is filled in.
    pub fn is_filled(&self) -> bool {
        let texts = [&self.place, &self.begins, &self.minutes, &self.led_by, &self.recorded_by];
        self.until.is_some()
            || texts.into_iter().any(|text| !text.trim().is_empty())
            || self.items.iter().any(|item| !item.is_empty())
    }

    /// How many items are written, where each is one of what the activity counts: the procedures posted.
    pub(super) fn counted(&self) -> Option<usize> {
        let written = self.items.iter().filter(|item| !item.is_empty()).count();
        (self.form == Some(WorkForm::Posting)).then_some(written)
    }

    /// A person chose the form of work.
    pub(super) fn choose(&mut self, form: Option<WorkForm>) {
        (self.form, self.by_hand) = (form, true);
    }

    /// The items as lines of a text.
    pub fn lines(&self) -> String {
        self.items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// Items from lines; what is known of a line beyond its words is kept.
    pub(super) fn set_lines(&mut self, lines: &str) {
        let mut old = std::mem::take(&mut self.items);
        if lines.is_empty() {
            return;
        }
        let item = |line: &str| match old.iter().position(|item| item.text == line) {
            Some(at) => old.swap_remove(at),
            None => ItemDraft { text: line.to_owned(), ..ItemDraft::default() },
        };
        self.items = lines.split('\n').map(item).collect();
    }

    /// The text of a field that holds text.
    pub(super) fn text_mut(&mut self, part: Part) -> Option<&mut String> {
        match part {
            Part::Place => Some(&mut self.place),
            Part::Begins => Some(&mut self.begins),
            Part::Minutes => Some(&mut self.minutes),
            Part::LedBy => Some(&mut self.led_by),
            Part::RecordedBy => Some(&mut self.recorded_by),
            Part::Item(at) => self.items.get_mut(at).map(|item| &mut item.text),
            Part::Answer(at) => self.items.get_mut(at).map(|item| &mut item.answer),
            _ => None,
        }
    }

    /// The detail that stands in the form; none where nothing is filled in and nothing was there.
    pub(super) fn read(&self, errors: &mut Vec<Error>) -> Option<Box<Detail>> {
        let form = self.form?;
        if !self.is_filled() && self.from.is_none() {
            return None;
        }
        let tidy = |text: &str| nfc(text.trim()).into_owned();
        let begins = match self.begins.trim() {
            "" => Ok(None),
            typed => clock_text(typed).parse::<TimeOfDay>().map(Some),
        };
        let begins = begins.unwrap_or_else(|error| {
            errors.push((Part::Begins, error.to_string()));
            None
        });
        let minutes = figure(&self.minutes).unwrap_or_else(|error| {
            errors.push((Part::Minutes, error));
            None
        });
        let base = self.from.as_deref().cloned().unwrap_or_else(|| Detail::new(form));
        let items = self.items.iter().filter(|item| !item.is_empty()).map(|item| DetailItem {
            text: tidy(&item.text),
            answer: tidy(&item.answer),
            extra: item.from.as_ref().map(|from| from.extra.clone()).unwrap_or_default(),
        });
        Some(Box::new(Detail {
            form,
            place: tidy(&self.place),
            begins,
            minutes,
            until: self.until,
            led_by: tidy(&self.led_by),
            recorded_by: tidy(&self.recorded_by),
            items: items.collect(),
            ..base
        }))
    }
}

/// A time as people also write it, as the clock does: `8h`, `08h30`, `8 giờ 30 phút`.
fn clock_text(typed: &str) -> String {
    let plain: String = nfc(typed).to_lowercase().replace("giờ", "h").replace("phút", "");
    let plain: String = plain.replace('h', ":").chars().filter(|c| !c.is_whitespace()).collect();
    if plain.ends_with(':') { plain + "00" } else { plain }
}

impl ItemDraft {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.answer.trim().is_empty()
    }
}

impl Draft {
    /// The form of work follows channel and duty until a person chooses one or fills something in.
    pub(super) fn propose_form(&mut self, file: &PlanFile) {
        if self.detail.by_hand || self.detail.is_filled() {
            return;
        }
        let duty = self.duty.as_ref().and_then(|id| file.duties.get(id));
        let of_channel = || {
            let channel = file.channels.get(self.channel.as_ref()?)?;
            WorkForm::named_in(&channel.name)
        };
        let of_duty = || {
            let duty = duty
                .filter(|duty| self.channel.as_ref().is_none_or(|channel| duty.channels.contains(channel)))?;
            WorkForm::named_in(&duty.name)
        };
        self.detail.form = of_channel().or_else(of_duty);
    }
}
