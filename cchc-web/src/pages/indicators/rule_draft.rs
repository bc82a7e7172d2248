//! Cách chấm as it is chosen and typed: a kind, and the figures that it needs.

use cchc_core::indicator::{Rule, Step, figure};

use super::raw_draft::number;
use crate::strings::indicators as text;

/// The kinds in the order of the list: word, name.
pub(super) const KINDS: [(&str, &str); 13] = [
    ("diem", text::RULE_DIRECT),
    ("dat", text::RULE_BINARY),
    ("muc", text::RULE_STEP),
    ("ty-le", text::RULE_PROPORTIONAL),
    ("so-luong", text::RULE_COUNT),
    ("dinh-muc", text::RULE_QUOTA),
    ("tru", text::RULE_DEDUCTION),
    ("thuong", text::RULE_BONUS),
    ("quy-doi", text::RULE_INDEX),
    ("nhom", text::RULE_GROUP_MEAN),
    ("khao-sat", text::RULE_SURVEY),
    ("hai-long", text::RULE_SATISFIED),
    ("ty-so", text::RULE_RATIO),
];

/// A rule as it stands in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RuleDraft {
    /// The word of its kind.
    pub kind: String,
    /// Its figures, where it has some.
    pub figures: String,
}

impl RuleDraft {
    pub(super) fn of(rule: Option<&Rule>) -> Self {
        let (kind, figures) = match rule {
            None | Some(Rule::Direct { least: 0.0 }) => ("diem", String::new()),
            Some(Rule::Direct { least }) => ("diem", figure(*least)),
            Some(Rule::Binary) => ("dat", String::new()),
            Some(Rule::Step { steps }) => {
                let written =
                    steps.iter().map(|step| format!("{}: {}", figure(step.at_least), figure(step.points)));
                ("muc", written.collect::<Vec<_>>().join("; "))
            }
            Some(Rule::Proportional { floor: 0.0 }) => ("ty-le", String::new()),
            Some(Rule::Proportional { floor }) => ("ty-le", figure(*floor)),
            Some(Rule::Count { per_item }) => ("so-luong", figure(*per_item)),
            Some(Rule::Quota { enough }) => ("dinh-muc", figure(*enough)),
            Some(Rule::Deduction { per_item }) => ("tru", figure(*per_item)),
            Some(Rule::Bonus) => ("thuong", String::new()),
            Some(Rule::IndexProportional) => ("quy-doi", String::new()),
            Some(Rule::GroupMean) => ("nhom", String::new()),
            Some(Rule::Survey { lowest: 0.0 }) => ("khao-sat", String::new()),
            Some(Rule::Survey { lowest }) => ("khao-sat", figure(*lowest)),
            Some(Rule::Satisfied) => ("hai-long", String::new()),
            Some(Rule::Ratio) => ("ty-so", String::new()),
        };
        Self { kind: kind.to_owned(), figures }
    }

    /// What its figures mean; nothing where it has none.
    pub(super) fn figures_label(&self) -> Option<&'static str> {
        Some(match self.kind.as_str() {
            "muc" => text::FIGURES_STEP,
            "ty-le" => text::FIGURES_FLOOR,
            "so-luong" => text::FIGURES_PER_ITEM,
            "dinh-muc" => text::FIGURES_ENOUGH,
            "tru" => text::FIGURES_OFF,
            "khao-sat" => text::FIGURES_LOWEST,
            "diem" => text::FIGURES_LEAST,
            _ => return None,
        })
    }

    /// The rule.
    pub(super) fn read(&self) -> Result<Rule, String> {
        let typed = self.figures.trim();
        let needed = || number(typed);
        let optional = || if typed.is_empty() { Ok(0.0) } else { number(typed) };
        Ok(match self.kind.as_str() {
            "dat" => Rule::Binary,
            "muc" => Rule::Step { steps: steps(typed)? },
            "ty-le" => Rule::Proportional { floor: optional()? },
            "so-luong" => Rule::Count { per_item: needed()? },
            "dinh-muc" => Rule::Quota { enough: needed()? },
            "tru" => Rule::Deduction { per_item: needed()? },
            "thuong" => Rule::Bonus,
            "quy-doi" => Rule::IndexProportional,
            "nhom" => Rule::GroupMean,
            "khao-sat" => Rule::Survey { lowest: optional()? },
            "hai-long" => Rule::Satisfied,
            "ty-so" => Rule::Ratio,
            _ => Rule::Direct { least: optional()? },
        })
    }
}

/// "100: 1; 80: 0,5", from the highest down.
fn steps(typed: &str) -> Result<Vec<Step>, String> {
    let mut steps = Vec::new();
    for part in typed.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (at_least, points) = part.split_once(':').ok_or(text::FIGURES_STEP)?;
        steps.push(Step { at_least: number(at_least)?, points: number(points)? });
    }
    if steps.is_empty() { Err(text::FIGURES_STEP.to_owned()) } else { Ok(steps) }
}

#[cfg(test)]
mod tests {
    use cchc_core::indicator::builtin_sets;

    use super::*;

    #[test]
    fn every_rule_of_the_built_in_sets_survives_the_form() {
        for set in builtin_sets() {
            for leaf in set.leaves() {
                assert_eq!(
                    RuleDraft::of(leaf.rule.as_ref()).read().ok(),
                    leaf.rule,
                    "{} {}",
                    set.code,
                    leaf.code
                );
            }
        }
        for rule in [
            Rule::Quota { enough: 24.0 },
            Rule::Deduction { per_item: 0.25 },
            Rule::Survey { lowest: 1.0 },
            Rule::GroupMean,
            Rule::Bonus,
        ] {
            let draft = RuleDraft::of(Some(&rule));
            assert!(KINDS.iter().any(|(word, _)| *word == draft.kind));
            assert_eq!(draft.read(), Ok(rule));
        }
    }

    #[test]
    fn levels_that_cannot_be_read_say_how() {
        let draft = |figures: &str| RuleDraft { kind: "muc".into(), figures: figures.into() };
        assert!(draft("100 được 1").read().is_err());
        assert!(draft("").read().is_err());
        assert!(draft("100: một").read().is_err_and(|error| error.contains("không phải là số")));
    }
}
