//! What is missing for full marks, in a sentence.

use crate::indicator::{Raw, Rule, figure};

impl Rule {
    /// What is missing for the maximum; none where nothing is, where it is not known, or where it is points alone.
    pub fn shortfall(&self, raw: Option<&Raw>, score: Option<f64>, max: Option<f64>) -> Option<String> {
        let (score, max) = (score?, max?);
        let lost = max - score;
        if lost <= 0.0 {
            return None;
        }
        Some(match (self, raw) {
            (Self::Binary, Some(Raw::Yes(false))) => format!("Chưa đạt, mất {} điểm.", points(lost)),
            (Self::Step { steps }, Some(_)) => {
                let next = steps.iter().rev().find(|step| step.points > score)?;
                format!("Từ {} trở lên được {} điểm.", figure(next.at_least), figure(next.points))
            }
            (
                Self::Proportional { .. } | Self::IndexProportional | Self::Ratio,
                Some(Raw::Ratio { numerator, denominator }),
            ) if denominator > numerator => {
                format!("Còn thiếu {} trên {}.", figure(denominator - numerator), figure(*denominator))
            }
            (Self::Count { per_item }, Some(Raw::Number(_))) => {
                format!(
                    "Còn thiếu {}; mỗi lần được {} điểm.",
                    figure((lost / per_item).ceil()),
                    figure(*per_item)
                )
            }
            (Self::Quota { enough }, Some(Raw::Number(number))) if enough > number => {
                format!("Còn thiếu {} so với định mức {}.", figure(enough - number), figure(*enough))
            }
            (Self::Deduction { .. }, Some(Raw::Number(number))) => {
                format!("Bị trừ {} lần, mất {} điểm.", figure(*number), points(lost))
            }
            // The score says as much.
            _ => return None,
        })
    }
}

/// Points in a sentence: two decimals at most, but never nothing of something.
fn points(points: f64) -> String {
    let rounded = (points * 100.0).round() / 100.0;
    figure(if rounded > 0.0 { rounded } else { points })
}
