//! Time of day, as minutes and diaries write it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Giờ trong ngày, to the minute: `08:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

/// Why a text is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("giờ “{0}” không đọc được; ghi giờ và phút từ 00:00 đến 23:59, ví dụ 08:00")]
pub struct TimeError(String);

const DAY: u64 = 24 * 60;

impl TimeOfDay {
    /// Hour and minute; none where a day has no such time.
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// So many minutes later, on the same day.
    pub fn after(self, minutes: u64) -> Option<Self> {
        let later = u64::from(self.0).checked_add(minutes).filter(|later| *later < DAY)?;
        Some(Self(later as u16))
    }

    /// As minutes write it: `08 giờ 00 phút`.
    pub fn vietnamese(self) -> String {
        format!("{:02} giờ {:02} phút", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let digits = |text: &str| {
            let fits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            text.parse().ok().filter(|_| fits)
        };
        text.split_once(':')
            .and_then(|(hour, minute)| Self::new(digits(hour)?, digits(minute)?))
            .ok_or_else(|| TimeError(text.chars().take(20).collect()))
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = TimeError;
    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> Self {
        time.to_string()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeOfDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeOfDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^[0-9]{1,2}:[0-9]{1,2}$",
            "description": "Giờ trong ngày, từ 00:00 đến 23:59.",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_and_written() {
        let eight: TimeOfDay = "8:00".parse().unwrap();
        assert_eq!((eight.to_string(), eight.vietnamese()), ("08:00".into(), "08 giờ 00 phút".into()));
        assert_eq!(eight.after(95).unwrap().to_string(), "09:35");
        assert_eq!((eight.after(16 * 60), eight.after(u64::MAX)), (None, None));
        for wrong in ["", "8", "24:00", "08:60", "+8:00", "08:00:00", "8h00", "008:00"] {
            assert!(wrong.parse::<TimeOfDay>().is_err(), "{wrong}");
        }
    }
}
