//! Khảo sát: a tally of answers, how many are needed, how far they may be off.

use serde::{Deserialize, Serialize};

use crate::indicator::{InputFault, figure};

/// Số phiếu theo mức trả lời, from "rất hài lòng" to "rất không hài lòng".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tally(pub [i64; 5]);

/// The answers, best first.
pub const ANSWERS: [&str; 5] =
    ["rất hài lòng", "hài lòng", "bình thường", "không hài lòng", "rất không hài lòng"];

impl Tally {
    /// How many answered.
    ///
    /// # Errors
    /// A negative count, or nobody.
    pub fn valid(&self) -> Result<i64, InputFault> {
        for (answer, count) in ANSWERS.into_iter().zip(self.0) {
            if count < 0 {
                return Err(InputFault::NegativeTally { answer, count });
            }
        }
        match self.0.iter().fold(0_i64, |sum, count| sum.saturating_add(*count)) {
            0 => Err(InputFault::NoAnswers),
            valid => Ok(valid),
        }
    }

    /// Tỷ lệ hài lòng, in percent: the two best answers of all.
    ///
    /// # Errors
    /// Those of [`valid`](Self::valid).
    pub fn satisfied(&self) -> Result<f64, InputFault> {
        let valid = self.valid()?;
        Ok(100.0 * (self.0[0] as f64 + self.0[1] as f64) / valid as f64)
    }

    /// Điểm trung bình, from 5 (best) to 1.
    ///
    /// # Errors
    /// Those of [`valid`](Self::valid).
    pub fn mean(&self) -> Result<f64, InputFault> {
        let valid = self.valid()?;
        let sum: f64 = self.0.iter().zip([5.0, 4.0, 3.0, 2.0, 1.0]).map(|(n, worth)| *n as f64 * worth).sum();
        Ok(sum / valid as f64)
    }

    /// The counts as a person reads them.
    pub fn vietnamese(&self) -> String {
        self.0.map(|count| figure(count as f64)).join("; ")
    }

    /// Both together.
    #[must_use]
    pub fn pooled(&self, other: &Self) -> Self {
        let mut sum = self.0;
        for (count, more) in sum.iter_mut().zip(other.0) {
            *count = count.saturating_add(more);
        }
        Self(sum)
    }
}

/// Cỡ mẫu cần có of a population: ⌈N / (1 + N·e²)⌉, where `error` is 0.05 for 5 % (Quyết định 1001/QĐ-BNV).
pub fn sample_size(population: u64, error: f64) -> u64 {
    let all = population as f64;
    // The square of 0.05 is not exact; what is whole must not be lifted by it.
    (all / (1.0 + all * error * error) - 1e-9).ceil().max(0.0) as u64
}

/// Sai số tối đa of a sample, in percentage points: at p = 0.5, with a confidence of 95 %.
pub fn margin_of_error(answers: u64) -> f64 {
    100.0 * 1.96 * (0.25 / answers as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_those_of_the_guidance() {
        let sizes = [500, 2000, 5000, 20_000].map(|population| sample_size(population, 0.05));
        assert_eq!(sizes, [223, 334, 371, 393]);
        assert_eq!((sample_size(0, 0.05), sample_size(400, 0.05)), (0, 200));
        assert_eq!([90, 150].map(|n| format!("{:.1}", margin_of_error(n))), ["10.3", "8.0"]);
    }

    #[test]
    fn a_tally_gives_a_share_and_a_mean() {
        let tally = Tally([120, 60, 15, 4, 1]);
        assert_eq!((tally.valid(), tally.satisfied(), tally.mean()), (Ok(200), Ok(90.0), Ok(4.47)));
        assert_eq!(Tally([0; 5]).satisfied(), Err(InputFault::NoAnswers));
        let fault = Tally([3, 0, -1, 0, 0]).satisfied().unwrap_err();
        assert_eq!(fault.to_string(), "số phiếu “bình thường” âm: -1");
    }
}
