//! What a person types as the input of a leaf, and what the leaf's rule makes of it.

use cchc_core::indicator::{ANSWERS, Raw, Rule, Tally, figure};
use cchc_core::text::{capitalized, parse_number};

use crate::strings::indicators as text;

/// How an input is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Điểm, số lượng: a number.
    Number,
    /// Đạt, không đạt.
    YesNo,
    /// A number, a percentage, or numerator/denominator.
    Share,
    /// Tử số/mẫu số.
    Ratio,
    /// Five counts of answers.
    Answers,
    /// One's own value and the group's mean.
    Compared,
}

impl Asked {
    /// What a rule asks for.
    pub(super) const fn by(rule: &Rule) -> Self {
        match rule {
            Rule::Binary => Self::YesNo,
            Rule::Step { .. } | Rule::Proportional { .. } | Rule::IndexProportional => Self::Share,
            Rule::Ratio => Self::Ratio,
            Rule::Survey { .. } | Rule::Satisfied => Self::Answers,
            Rule::GroupMean => Self::Compared,
            Rule::Direct { .. }
            | Rule::Count { .. }
            | Rule::Quota { .. }
            | Rule::Deduction { .. }
            | Rule::Bonus => Self::Number,
        }
    }

    /// How to fill it in.
    pub(super) const fn hint(self) -> &'static str {
        match self {
            Self::Number => text::HINT_NUMBER,
            Self::Share => text::HINT_SHARE,
            Self::Ratio => text::HINT_RATIO,
            Self::Answers => text::HINT_ANSWERS,
            Self::YesNo | Self::Compared => "",
        }
    }
}

/// What stands in the fields of an input.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct RawDraft {
    /// The number or the ratio.
    pub text: String,
    /// The group's mean.
    pub mean: String,
    /// Đạt, không đạt.
    pub yes: Option<bool>,
    /// Counts of answers, best first.
    pub answers: [String; 5],
    /// Không áp dụng.
    pub not_applicable: bool,
}

impl RawDraft {
    /// What is known already.
    pub(super) fn of(raw: Option<&Raw>) -> Self {
        let mut draft = Self::default();
        match raw {
            None => {}
            Some(Raw::NotApplicable) => draft.not_applicable = true,
            Some(Raw::Yes(yes)) => draft.yes = Some(*yes),
            Some(Raw::Tally(tally)) => draft.answers = tally.0.map(|count| figure(count as f64)),
            Some(Raw::Compared { value, mean }) => {
                (draft.text, draft.mean) = (figure(*value), figure(*mean));
            }
            Some(raw @ (Raw::Number(_) | Raw::Ratio { .. })) => draft.text = raw.vietnamese(),
        }
        draft
    }

    /// Whether nothing was filled in.
    pub(super) fn is_empty(&self) -> bool {
        let texts = [&self.text, &self.mean].into_iter().chain(&self.answers);
        self.yes.is_none() && !self.not_applicable && texts.into_iter().all(|text| text.trim().is_empty())
    }

    /// The input; none where nothing was filled in. What the rule refuses is refused here, with the remedy.
    pub(super) fn read(&self, rule: &Rule, max: Option<f64>) -> Result<Option<Raw>, String> {
        if self.is_empty() {
            return Ok(None);
        }
        let raw = self.parse(Asked::by(rule))?;
        match rule.points(&raw, max) {
            Ok(_) => Ok(Some(raw)),
            Err(fault) => Err(sentence(&fault.to_string())),
        }
    }

    fn parse(&self, asked: Asked) -> Result<Raw, String> {
        if self.not_applicable {
            return Ok(Raw::NotApplicable);
        }
        Ok(match asked {
            Asked::YesNo => Raw::Yes(self.yes.unwrap_or_default()),
            Asked::Number => Raw::Number(number(&self.text)?),
            Asked::Compared => Raw::Compared { value: number(&self.text)?, mean: number(&self.mean)? },
            Asked::Answers if self.answers.iter().all(|text| text.trim().is_empty()) => {
                Raw::Number(percent(&self.text)?)
            }
            Asked::Answers => Raw::Tally(tally(&self.answers)?),
            Asked::Share if !self.text.contains(['/', ':']) => Raw::Number(percent(&self.text)?),
            Asked::Share | Asked::Ratio => {
                let Some((numerator, denominator)) = self.text.split_once(['/', ':']) else {
                    return Err(text::NOT_A_RATIO.to_owned());
                };
                Raw::Ratio { numerator: number(numerator)?, denominator: number(denominator)? }
            }
        })
    }
}

/// The tally of five counts; an empty one is nobody.
pub(super) fn tally(answers: &[String; 5]) -> Result<Tally, String> {
    let mut counts = [0; 5];
    for (at, answer) in answers.iter().enumerate() {
        if answer.trim().is_empty() {
            continue;
        }
        let count = number(answer)?;
        if count.fract() != 0.0 {
            return Err(text::not_whole(ANSWERS[at]));
        }
        counts[at] = count as i64;
    }
    Ok(Tally(counts))
}

/// A number that may be left out; what is no number is a problem.
pub(super) fn optional(typed: &str, problem: &mut Option<String>) -> Option<f64> {
    if typed.trim().is_empty() {
        return None;
    }
    number(typed).map_err(|error| *problem = Some(error)).ok()
}

/// A number as Vietnamese write it.
pub(super) fn number(input: &str) -> Result<f64, String> {
    parse_number(input).map_err(|error| error.to_string())
}

fn percent(input: &str) -> Result<f64, String> {
    number(input.trim().trim_end_matches('%'))
}

/// What the core says, as a sentence of its own.
pub(super) fn sentence(words: &str) -> String {
    let words = capitalized(words);
    if words.ends_with('.') { words } else { format!("{words}.") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> RawDraft {
        RawDraft { text: text.to_owned(), ..RawDraft::default() }
    }

    fn read(draft: &RawDraft, rule: &Rule) -> Result<Option<Raw>, String> {
        draft.read(rule, Some(1.0))
    }

    #[test]
    fn a_share_is_a_ratio_or_a_percentage() {
        let rule = Rule::Proportional { floor: 0.0 };
        let ratio = Raw::Ratio { numerator: 814.0, denominator: 1067.0 };
        assert_eq!(read(&typed("814/1.067"), &rule), Ok(Some(ratio)));
        assert_eq!(read(&typed(" 85,5 % "), &rule), Ok(Some(Raw::Number(85.5))));
        assert_eq!(read(&typed(" "), &rule), Ok(None));
        assert!(read(&typed("85"), &Rule::Ratio).is_err_and(|error| error.contains("12/15")));
    }

    #[test]
    fn what_cannot_be_is_refused_with_the_remedy() {
        let rule = Rule::Ratio;
        for (text, said) in [
            ("3/0", "Mẫu số bằng 0; nếu không phát sinh, ghi “không áp dụng”."),
            ("5/4", "Tử số 5 lớn hơn mẫu số 4."),
            ("-1/4", "Số -1 âm."),
            ("a/4", "“a” không phải là số. Ghi như 2 hoặc 1.250"),
        ] {
            assert_eq!(read(&typed(text), &rule), Err(said.to_owned()));
        }
        let above = read(&typed("2"), &Rule::Direct { least: 0.0 });
        assert_eq!(above, Err("Điểm 2 lớn hơn điểm tối đa 1.".to_owned()));
    }

    #[test]
    fn answers_are_counted_and_survive_the_round_trip() {
        let answers = ["120", "60", "", "4", "1"].map(str::to_owned);
        let draft = RawDraft { answers, ..RawDraft::default() };
        let raw = read(&draft, &Rule::Satisfied).unwrap().unwrap();
        assert_eq!(raw, Raw::Tally(Tally([120, 60, 0, 4, 1])));
        assert_eq!(read(&RawDraft::of(Some(&raw)), &Rule::Satisfied), Ok(Some(raw)));
        let negative = RawDraft { answers: ["-3", "", "", "", ""].map(str::to_owned), ..RawDraft::default() };
        assert!(read(&negative, &Rule::Satisfied).is_err_and(|error| error.contains("rất hài lòng")));
        let half = RawDraft { answers: ["1,5", "", "", "", ""].map(str::to_owned), ..RawDraft::default() };
        assert!(read(&half, &Rule::Satisfied).is_err());
    }

    #[test]
    fn what_does_not_apply_needs_nothing_else() {
        let draft = RawDraft { not_applicable: true, ..typed("không rõ") };
        assert_eq!(read(&draft, &Rule::Ratio), Ok(Some(Raw::NotApplicable)));
    }
}
