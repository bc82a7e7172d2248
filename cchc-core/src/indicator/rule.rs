//! Cách chấm: from what was counted to the points of a leaf.

use serde::{Deserialize, Serialize};

use crate::indicator::{Tally, figure};
use crate::text::percent_vi;

/// Cách chấm một tiêu chí thành phần.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// Điểm ghi trực tiếp: published or given as it is.
    Direct {
        /// Not less than this: 1 for the sub-indices of PCI and the dimensions of PAPI.
        #[serde(default)]
        least: f64,
    },
    /// Đạt / không đạt.
    Binary,
    /// Theo mức: the first level that is reached gives its points, none gives 0. A ratio counts in percent.
    Step {
        /// From the highest down.
        steps: Vec<Step>,
    },
    /// Theo tỷ lệ: percent × maximum / 100.
    Proportional {
        /// Below this percent, 0 points.
        #[serde(default)]
        floor: f64,
    },
    /// Theo số lượng: so many points for each, up to the maximum.
    Count {
        /// Điểm mỗi lần.
        per_item: f64,
    },
    /// Theo định mức: the maximum for so many, in proportion below.
    Quota {
        /// How many give the maximum.
        enough: f64,
    },
    /// Trừ điểm: so many points off the maximum for each, never below 0.
    Deduction {
        /// Điểm trừ mỗi lần.
        per_item: f64,
    },
    /// Điểm thưởng, outside the 100.
    Bonus,
    /// Quy đổi từ một chỉ số: percent × maximum / 100, as PAR INDEX takes SIPAS.
    IndexProportional,
    /// So với trung bình nhóm: the maximum for the mean or more, else 0.
    GroupMean,
    /// Điều tra xã hội học: the mean of answers from 1 to 5, scaled to the maximum.
    Survey {
        /// The mean that gives 0 points: 0, or 1 where the worst answer is worth nothing.
        #[serde(default)]
        lowest: f64,
    },
    /// Tỷ lệ hài lòng, in percent.
    Satisfied,
    /// Tỷ lệ: numerator / denominator, in percent.
    Ratio,
}

/// Một mức.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// From this value on, itself included.
    pub at_least: f64,
    /// Điểm.
    pub points: f64,
}

/// Số liệu đầu vào of a leaf. What is not known is no input, and never 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Raw {
    /// Điểm, số lượng or percent, as the rule takes it.
    Number(f64),
    /// Tử số / mẫu số.
    Ratio {
        /// Tử số.
        numerator: f64,
        /// Mẫu số.
        denominator: f64,
    },
    /// Có / không.
    Yes(bool),
    /// Phiếu khảo sát.
    Tally(Tally),
    /// Giá trị và trung bình nhóm.
    Compared {
        /// One's own value.
        value: f64,
        /// The group's mean.
        mean: f64,
    },
    /// Không áp dụng: its maximum leaves the denominator.
    NotApplicable,
}

/// Why an input gives no points.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum InputFault {
    /// More than there can be.
    #[error("điểm {} lớn hơn điểm tối đa {}", figure(*score), figure(*max))]
    AboveMaximum {
        /// What was given.
        score: f64,
        /// What there can be.
        max: f64,
    },
    /// Less than there can be.
    #[error("điểm {} nhỏ hơn mức thấp nhất {}", figure(*score), figure(*least))]
    BelowMinimum {
        /// What was given.
        score: f64,
        /// What there can be.
        least: f64,
    },
    /// A share of nothing.
    #[error("mẫu số bằng 0; nếu không phát sinh, ghi “không áp dụng”")]
    ZeroDenominator,
    /// A part larger than the whole.
    #[error("tử số {} lớn hơn mẫu số {}", figure(*numerator), figure(*denominator))]
    NumeratorAbove {
        /// Tử số.
        numerator: f64,
        /// Mẫu số.
        denominator: f64,
    },
    /// A count below nothing.
    #[error("số {} âm", figure(*.0))]
    Negative(f64),
    /// An answer that less than nobody gave.
    #[error("số phiếu “{answer}” âm: {count}")]
    NegativeTally {
        /// The answer.
        answer: &'static str,
        /// How many are said to have given it.
        count: i64,
    },
    /// Nobody answered.
    #[error("không có phiếu hợp lệ nào")]
    NoAnswers,
    /// No number at all.
    #[error("không phải là một số")]
    NotANumber,
    /// Another kind of input than the rule takes.
    #[error("số liệu không đúng loại; cần ghi {0}")]
    WrongKind(&'static str),
}

impl Raw {
    /// Checks what does not depend on the rule.
    fn check(&self) -> Result<(), InputFault> {
        match self {
            Self::Number(number) if !number.is_finite() => Err(InputFault::NotANumber),
            Self::Compared { value, mean } if !(value.is_finite() && mean.is_finite()) => {
                Err(InputFault::NotANumber)
            }
            Self::Ratio { numerator, denominator } => percent(*numerator, *denominator).map(|_| ()),
            Self::Tally(tally) => tally.valid().map(|_| ()),
            _ => Ok(()),
        }
    }

    /// As a person reads it beside the score: "814/1.067", "đạt", "120; 60; 15; 4; 1".
    pub fn vietnamese(&self) -> String {
        match self {
            Self::Number(number) => figure(*number),
            Self::Ratio { numerator, denominator } => {
                format!("{}/{}", figure(*numerator), figure(*denominator))
            }
            Self::Yes(yes) => if *yes { "đạt" } else { "không đạt" }.to_owned(),
            Self::Tally(tally) => tally.vietnamese(),
            Self::Compared { value, mean } => {
                format!("{} so với trung bình {}", figure(*value), figure(*mean))
            }
            Self::NotApplicable => "không áp dụng".to_owned(),
        }
    }
}

/// 100 × numerator / denominator.
fn percent(numerator: f64, denominator: f64) -> Result<f64, InputFault> {
    if !(numerator.is_finite() && denominator.is_finite()) {
        return Err(InputFault::NotANumber);
    }
    if let Some(negative) = [numerator, denominator].into_iter().find(|number| *number < 0.0) {
        return Err(InputFault::Negative(negative));
    }
    if denominator == 0.0 {
        return Err(InputFault::ZeroDenominator);
    }
    if numerator > denominator {
        return Err(InputFault::NumeratorAbove { numerator, denominator });
    }
    Ok(100.0 * numerator / denominator)
}

/// A score within its bounds.
pub(super) fn within(score: f64, least: f64, max: Option<f64>) -> Result<f64, InputFault> {
    if !score.is_finite() {
        return Err(InputFault::NotANumber);
    }
    if score < least {
        return Err(InputFault::BelowMinimum { score, least });
    }
    match max {
        Some(max) if score > max => Err(InputFault::AboveMaximum { score, max }),
        _ => Ok(score),
    }
}

impl Rule {
    /// The points of an input; `None` where it does not apply or the maximum that they are a part of is not known.
    ///
    /// # Errors
    /// [`InputFault`] where the input cannot be.
    pub fn points(&self, raw: &Raw, max: Option<f64>) -> Result<Option<f64>, InputFault> {
        raw.check()?;
        let share = |share: f64| max.map(|max| share * max);
        let percent_of = |raw: &Raw| match *raw {
            Raw::Ratio { numerator, denominator } => percent(numerator, denominator),
            Raw::Number(number) => within(number, 0.0, Some(100.0)),
            _ => Err(InputFault::WrongKind(self.input())),
        };
        let count_of = |raw: &Raw| match *raw {
            Raw::Number(number) if number < 0.0 => Err(InputFault::Negative(number)),
            Raw::Number(number) => Ok(number),
            _ => Err(InputFault::WrongKind(self.input())),
        };
        let points = match (self, raw) {
            (_, Raw::NotApplicable) => None,
            (Self::Direct { least }, Raw::Number(score)) => Some(within(*score, *least, max)?),
            (Self::Bonus, Raw::Number(score)) => Some(within(*score, 0.0, max)?),
            (Self::Binary, Raw::Yes(yes)) => share(if *yes { 1.0 } else { 0.0 }),
            (Self::Step { steps }, _) => {
                let value = match raw {
                    Raw::Number(number) => *number,
                    other => percent_of(other)?,
                };
                let reached = steps.iter().find(|step| value >= step.at_least);
                Some(reached.map_or(0.0, |step| step.points))
            }
            (Self::Proportional { floor }, _) => {
                let percent = percent_of(raw)?;
                share(if percent < *floor { 0.0 } else { percent / 100.0 })
            }
            (Self::IndexProportional, _) => share(percent_of(raw)? / 100.0),
            (Self::Count { per_item }, _) => {
                let points = count_of(raw)? * per_item;
                max.map(|max| points.min(max))
            }
            (Self::Quota { enough }, _) => share((count_of(raw)? / enough).min(1.0)),
            (Self::Deduction { per_item }, _) => {
                let off = count_of(raw)? * per_item;
                max.map(|max| (max - off).max(0.0))
            }
            (Self::GroupMean, Raw::Compared { value, mean }) => share(if value >= mean { 1.0 } else { 0.0 }),
            (Self::Survey { lowest }, Raw::Tally(tally)) => {
                share(((tally.mean()? - lowest) / (5.0 - lowest)).clamp(0.0, 1.0))
            }
            (Self::Satisfied, Raw::Tally(tally)) => Some(tally.satisfied()?),
            (Self::Satisfied, Raw::Number(_)) | (Self::Ratio, Raw::Ratio { .. }) => Some(percent_of(raw)?),
            _ => return Err(InputFault::WrongKind(self.input())),
        };
        Ok(points)
    }

    /// What to write for it.
    pub const fn input(&self) -> &'static str {
        match self {
            Self::Direct { .. } | Self::Bonus => "điểm",
            Self::Binary => "đạt hoặc không đạt",
            Self::Step { .. } => "một số, tỷ lệ phần trăm hoặc tử số/mẫu số",
            Self::Proportional { .. } | Self::IndexProportional => "tỷ lệ phần trăm hoặc tử số/mẫu số",
            Self::Count { .. } | Self::Quota { .. } | Self::Deduction { .. } => "số lượng",
            Self::GroupMean => "giá trị và trung bình nhóm",
            Self::Survey { .. } => "số phiếu theo năm mức trả lời",
            Self::Satisfied => "số phiếu theo năm mức trả lời hoặc tỷ lệ hài lòng",
            Self::Ratio => "tử số/mẫu số",
        }
    }

    /// The formula a person reads beside the score.
    pub fn formula(&self, max: Option<f64>) -> String {
        let full = max.map_or_else(|| "điểm tối đa".to_owned(), figure);
        match self {
            Self::Direct { least } if *least > 0.0 => {
                format!("điểm công bố, từ {} đến {full}", figure(*least))
            }
            Self::Direct { .. } => format!("điểm ghi trực tiếp, từ 0 đến {full}"),
            Self::Binary => format!("đạt: {full}; không đạt: 0"),
            Self::Step { steps } => {
                let levels = steps.iter().map(|s| format!("từ {}: {}", figure(s.at_least), figure(s.points)));
                levels.chain(["còn lại: 0".to_owned()]).collect::<Vec<_>>().join("; ")
            }
            Self::Proportional { floor } if *floor > 0.0 => {
                format!("tỷ lệ × {full} / 100; dưới {}: 0", percent_vi(*floor))
            }
            Self::Proportional { .. } | Self::IndexProportional => format!("tỷ lệ × {full} / 100"),
            Self::Count { per_item } => format!("số lượng × {}, không quá {full}", figure(*per_item)),
            Self::Quota { enough } => {
                format!("{full} × số lượng / {}, không quá {full}", figure(*enough))
            }
            Self::Deduction { per_item } => {
                format!("{full} − số lượng × {}, không dưới 0", figure(*per_item))
            }
            Self::Bonus => format!("điểm thưởng, không quá {full}, ngoài thang 100"),
            Self::GroupMean => format!("từ trung bình nhóm trở lên: {full}; thấp hơn: 0"),
            Self::Survey { lowest } if *lowest > 0.0 => {
                let low = figure(*lowest);
                format!("(điểm trung bình các câu trả lời − {low}) / (5 − {low}) × {full}")
            }
            Self::Survey { .. } => format!("điểm trung bình các câu trả lời / 5 × {full}"),
            Self::Satisfied => "100 × (hài lòng + rất hài lòng) / số phiếu hợp lệ".to_owned(),
            Self::Ratio => "100 × tử số / mẫu số".to_owned(),
        }
    }
}
