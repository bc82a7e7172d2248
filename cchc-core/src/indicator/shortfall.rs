//! What is missing for full marks, in a sentence.

use crate::indicator::{Raw, Rule, figure};

impl Rule {
    /// What is missing for the maximum; none where nothing is, or where it is not known.
    pub fn shortfall(&self, raw: Option<&Raw>, score: Option<f64>, max: Option<f64>) -> Option<String> {
        let (score, max) = (score?, max?);
        let lost = max - score;
        if lost <= 0.0 {
            return None;
        }
        let points = || format!("còn mất {} điểm", figure(lost));
        Some(match (self, raw) {
            (Self::Binary, Some(Raw::Yes(false))) => format!("chưa đạt, mất {} điểm", figure(lost)),
            (Self::Step { steps }, Some(_)) => {
                let next = steps.iter().rev().find(|step| step.points > score)?;
                format!("từ {} được {} điểm", figure(next.at_least), figure(next.points))
            }
            (
                Self::Proportional { .. } | Self::IndexProportional,
                Some(Raw::Ratio { numerator, denominator }),
            )
            | (Self::Ratio, Some(Raw::Ratio { numerator, denominator }))
                if denominator > numerator =>
            {
                format!("còn thiếu {} trên {}", figure(denominator - numerator), figure(*denominator))
            }
            (Self::Count { per_item }, Some(Raw::Number(_))) if *per_item > 0.0 => {
                format!("còn thiếu {}, mỗi lần {} điểm", figure((lost / per_item).ceil()), figure(*per_item))
            }
            (Self::Quota { enough }, Some(Raw::Number(number))) if enough > number => {
                format!("còn thiếu {} so với định mức {}", figure(enough - number), figure(*enough))
            }
            (Self::Deduction { .. }, Some(Raw::Number(number))) => {
                format!("bị trừ {} lần, mất {} điểm", figure(*number), figure(lost))
            }
            _ => points(),
        })
    }
}
