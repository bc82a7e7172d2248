//! Periods as files and the command line write them: "2026-05", "2026-Q2", "2026-H1", "2026-9M", "2026".

use std::fmt;
use std::str::FromStr;

use super::{Period, PeriodKind};

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, n) = (self.year(), self.number());
        match self.kind() {
            PeriodKind::Month => write!(f, "{year:04}-{n:02}"),
            PeriodKind::Quarter => write!(f, "{year:04}-Q{n}"),
            PeriodKind::Half => write!(f, "{year:04}-H{n}"),
            PeriodKind::NineMonths => write!(f, "{year:04}-9M"),
            PeriodKind::Year => write!(f, "{year:04}"),
        }
    }
}

/// A text that names no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” không phải là kỳ. Ghi tháng như 2026-05, quý như 2026-Q2, 6 tháng như 2026-H1 hoặc 2026-H2, \
     9 tháng như 2026-9M, năm như 2026"
)]
pub struct PeriodError(pub String);

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads exactly the form that `Display` writes; nothing looser, since it is the form of files.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        parse(text).ok_or_else(|| PeriodError(text.chars().take(40).collect()))
    }
}

fn parse(text: &str) -> Option<Period> {
    let (year, rest) = text.split_at_checked(4)?;
    let year = digits(year)? as i32;
    let (kind, number) = match rest.strip_prefix('-') {
        None if rest.is_empty() => (PeriodKind::Year, 1),
        Some("9M") => (PeriodKind::NineMonths, 1),
        Some(part) if part.len() == 2 => match part.split_at_checked(1)? {
            ("Q", n) => (PeriodKind::Quarter, digits(n)?),
            ("H", n) => (PeriodKind::Half, digits(n)?),
            _ => (PeriodKind::Month, digits(part)?),
        },
        _ => return None,
    };
    Period::new(kind, year, number)
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Period {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "Kỳ: tháng 2026-05, quý 2026-Q2, 6 tháng 2026-H1, 9 tháng 2026-9M, năm 2026.",
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]|9M))?$",
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::period::tests::any_period;
    use super::*;

    #[test]
    fn what_is_no_period_says_what_is() {
        for bad in ["", "2026-", "2026-Q5", "2026-Q0", "2026-13", "2026-5", "2026-q2", "2026-H3", "2026-6M"] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
        for bad in ["26", "0000", "+202", "2026-+1", "2026-Q2 ", "quý II", "２０２６", "2026-Q２"] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
        assert!(
            "2026-Q5".parse::<Period>().unwrap_err().to_string().starts_with("“2026-Q5” không phải là kỳ.")
        );
    }

    proptest! {
        #[test]
        fn the_written_form_reads_back(period in any_period()) {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
            let json = serde_json::to_string(&period).unwrap();
            prop_assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), period);
        }

        #[test]
        fn reading_never_panics(text in "\\PC{0,12}") {
            let _ = text.parse::<Period>();
        }
    }
}
