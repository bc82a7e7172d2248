//! Dòng cộng, dòng tổng: what stands under the criteria of an assessment, the same on paper and on the screen.

use crate::indicator::{Aggregation, Scored, figure};
use crate::progress::scoring::Assessment;

/// A row under the criteria: the sum of what stands above it, or the total where that is on another scale. The labels
/// begin as rows of sums do, so that the table can be read in again.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalRow {
    /// What it is: "Tổng", "Tổng cộng các tiêu chí áp dụng".
    pub label: String,
    /// Điểm tối đa.
    pub max: Option<f64>,
    /// Điểm tự đánh giá.
    pub own: Option<f64>,
    /// Điểm thẩm định.
    pub appraised: Option<f64>,
    /// What counts of the two.
    pub counted: Option<f64>,
    /// Tỷ lệ: the self-assessed points in percent of the maximum of this row.
    pub share: Option<f64>,
}

impl Assessment<'_> {
    /// The sum of the columns, and the total below it where it is not that sum: where criteria do not apply, where the
    /// set's points do not make its scale, where points stand outside it.
    pub fn total_rows(&self) -> Vec<TotalRow> {
        let total = |label: String, max| TotalRow {
            label,
            max,
            own: self.self_total(),
            appraised: self.appraised_total(),
            counted: self.card.total,
            share: None,
        };
        let sum = |of: &dyn Fn(&Scored) -> Option<f64>| self.applicable().map(of).sum::<Option<f64>>();
        let scale = match self.set.aggregation {
            Aggregation::Sum => 100.0,
            Aggregation::Dimensions => self.set.nodes.iter().filter_map(|node| node.max).sum(),
            _ => return vec![total("Tổng".to_owned(), None)],
        };
        let Some(max) = sum(&|node| node.max) else { return vec![total("Tổng".to_owned(), None)] };
        let own = sum(&|node| node.self_score);
        let share = own.filter(|_| max > 0.0).map(|own| share_of(own, max));
        let mut differs = Vec::new();
        if (max - scale).abs() >= 1e-9 {
            differs.push(format!("quy đổi về thang {}", figure(scale)));
        }
        let leaves = self.card.leaves();
        if leaves.iter().any(|leaf| leaf.is_bonus && leaf.score.is_some()) {
            differs.push("gồm điểm thưởng".to_owned());
        }
        if leaves.iter().any(|leaf| leaf.survey.is_some()) {
            differs.push("gồm điểm điều tra".to_owned());
        }
        if differs.is_empty() {
            return vec![TotalRow { share, ..total("Tổng".to_owned(), Some(max)) }];
        }
        let label = if self.left_out().is_empty() {
            "Tổng cộng"
        } else {
            "Tổng cộng các tiêu chí áp dụng"
        };
        let (appraised, counted) = (sum(&|node| node.appraised), sum(&|node| node.score));
        vec![
            TotalRow { label: label.to_owned(), max: Some(max), own, appraised, counted, share },
            total(format!("Tổng điểm, {}", differs.join(", ")), Some(scale)),
        ]
    }

    /// Tiêu chí không áp dụng: the leaves whose maximum leaves the denominator.
    pub fn left_out(&self) -> Vec<&Scored> {
        self.card.leaves().into_iter().filter(|leaf| !leaf.applicable).collect()
    }

    /// The first level as far as it counts.
    fn applicable(&self) -> impl Iterator<Item = &Scored> {
        self.card.nodes.iter().filter(|node| node.applicable && !node.is_bonus)
    }
}

/// Tỷ lệ tự đánh giá: what a row assesses itself at, in percent of the maximum that the row shows.
pub fn own_share(scored: &Scored) -> Option<f64> {
    let own = scored.self_score?;
    match scored.max {
        Some(max) if max > 0.0 => Some(share_of(own, max)),
        // A share of satisfied answers is its own percentage.
        _ => scored.percent.filter(|_| scored.appraised.is_none()),
    }
}

/// Of the points as they are written, with two decimals, so that whoever divides what stands in the row finds the same.
fn share_of(own: f64, max: f64) -> f64 {
    (100.0 * own).round() / max
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::exchange::PlanFile;
    use crate::indicator::{Raw, ScoreEntry};
    use crate::progress::Tracking;

    fn rows(file: &PlanFile) -> Vec<TotalRow> {
        let tracking = Tracking::of(file, "2026-11-20".parse().unwrap());
        Assessment::of(&tracking, "cchc-xa", "2026".parse().unwrap()).unwrap().total_rows()
    }

    fn filled(own: f64) -> PlanFile {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        for (leaf, raw) in [("5.1", Raw::Yes(true)), ("6.1", Raw::Number(own)), ("7.4", Raw::Number(100.0))] {
            let entry = ScoreEntry::new(&"cchc-xa".parse().unwrap(), "2026".parse().unwrap(), leaf);
            file.contents.score_entries.put(ScoreEntry { raw: Some(raw), ..entry });
        }
        file
    }

    #[test]
    fn what_does_not_apply_makes_a_sum_beside_the_total() {
        let mut file = filled(100.0);
        let [sum, total] = &rows(&file)[..] else { panic!("two rows") };
        assert_eq!((sum.label.as_str(), sum.max), ("Tổng cộng các tiêu chí áp dụng", Some(98.0)));
        assert_eq!((total.label.as_str(), total.max), ("Tổng điểm, quy đổi về thang 100", Some(100.0)));
        let (own, whole) = (sum.own.unwrap(), total.own.unwrap());
        assert!((sum.share.unwrap() - whole).abs() < 0.006 && (100.0 * own / 98.0 - whole).abs() < 1e-9);
        // What was appraised lower counts, and is no self-assessment.
        assert!(sum.counted.unwrap() < own);

        file.contents.score_entries.put(ScoreEntry {
            raw: Some(Raw::Yes(true)),
            ..ScoreEntry::new(&"cchc-xa".parse().unwrap(), "2026".parse().unwrap(), "4.3")
        });
        let [total] = &rows(&file)[..] else { panic!("one row") };
        assert_eq!((total.label.as_str(), total.max), ("Tổng", Some(100.0)));
        assert!((total.share.unwrap() - total.own.unwrap()).abs() < 0.006);
    }

    #[test]
    fn what_is_not_scored_has_no_sum_but_its_maximum() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let told: Vec<_> = rows(&file).into_iter().map(|row| (row.max, row.own, row.share)).collect();
        assert_eq!(told, [(Some(98.0), None, None), (Some(100.0), None, None)]);
    }
}
