//! Days off and compensation working days of a year, as data with their source.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use chrono::Datelike;

use super::{Date, weekday_vi};
use crate::id::HolidayId;
use crate::record::{Extra, Kind, Record};
use crate::text::date_vi;

/// What the day becomes, whatever its weekday (loại ngày).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// Nobody works (ngày nghỉ): a holiday, the day it is moved to, or a day swapped with a Saturday.
    DayOff,
    /// A Saturday or Sunday worked in exchange for a day off (ngày làm bù).
    WorkingDay,
}

/// How sure the entry is (căn cứ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "HolidayBasis"))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// It follows from the text of the law (theo luật).
    Law,
    /// A competent authority gave notice of it; seen through the press, not in the document (theo thông báo).
    Notice,
    /// Widely held but not checked: it counts like the others, and is to be shown with its mark (cần xác nhận).
    Unverified,
}

impl Basis {
    /// The mark to show beside the entry: "theo luật", "theo thông báo", "cần xác nhận".
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Law => "theo luật",
            Self::Notice => "theo thông báo",
            Self::Unverified => "cần xác nhận",
        }
    }
}

/// One day that is not what its weekday says (ngày nghỉ, ngày làm bù).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holiday {
    /// A stable id, unique in its list.
    pub id: HolidayId,
    /// The day.
    pub date: Date,
    /// What it is called: "Tết Dương lịch".
    pub name: String,
    /// Day off or compensation working day.
    pub kind: HolidayKind,
    /// The document that says so.
    pub source: String,
    /// How sure that is.
    pub basis: Basis,
    /// Unknown fields, kept.
    #[serde(flatten, default)]
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl Record for Holiday {
    type Id = HolidayId;
    const KIND: Kind = Kind::Holidays;
    fn id(&self) -> &HolidayId {
        &self.id
    }
}

/// Why a list of holidays was refused; the message names the entry and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    /// Not JSON, or not of this form.
    #[error(
        "Không đọc được danh sách ngày nghỉ: sai ở dòng {line}, cột {column}. Tệp phải có “year” và “holidays”"
    )]
    Unreadable {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// One entry does not hold.
    #[error("Ngày nghỉ thứ {index} ({id}): {problem}")]
    Entry {
        /// Which one in the list, from 1.
        index: usize,
        /// Its id, as written.
        id: String,
        /// What is wrong and what to do.
        problem: String,
    },
}

#[derive(Deserialize)]
struct Year {
    year: i32,
    holidays: Vec<serde_json::Value>,
}

/// Reads a year's list: `{"year": 2026, "holidays": [ … ]}`, each entry a [`Holiday`].
///
/// Every entry must lie in that year, carry an id, a name and a source; no id and no date twice; a
/// compensation working day must be a Saturday or a Sunday.
///
/// # Errors
/// The first entry that does not hold, by its place and id.
pub fn read_holidays(json: &str) -> Result<Vec<Holiday>, HolidayError> {
    let unreadable = |e: serde_json::Error| HolidayError::Unreadable { line: e.line(), column: e.column() };
    let Year { year, holidays } = serde_json::from_str(json).map_err(unreadable)?;
    let mut read: Vec<Holiday> = Vec::with_capacity(holidays.len());
    let mut by_date = BTreeMap::new();
    for (i, value) in holidays.into_iter().enumerate() {
        let id = value.get("id").and_then(|id| id.as_str()).unwrap_or("không có mã").to_owned();
        let bad = |problem: String| HolidayError::Entry { index: i + 1, id: id.clone(), problem };
        let holiday = entry(&value).map_err(&bad)?;
        check(&holiday, year).map_err(&bad)?;
        if read.iter().any(|other| other.id == holiday.id) {
            return Err(bad("mã này đã dùng cho một ngày khác. Đặt mã khác".to_owned()));
        }
        if let Some(other) = by_date.insert(holiday.date, holiday.id.clone()) {
            return Err(bad(format!("trùng ngày với “{other}”. Giữ lại một mục")));
        }
        read.push(holiday);
    }
    Ok(read)
}

/// One entry; field by field, so that the message can name the field.
fn entry(value: &serde_json::Value) -> Result<Holiday, String> {
    let text = |key: &str| {
        let found = value.get(key).and_then(|field| field.as_str());
        found.map(str::to_owned).ok_or_else(|| format!("thiếu “{key}” dạng chữ. Ghi thêm"))
    };
    let date = text("date")?;
    let kind = text("kind")?;
    let basis = text("basis")?;
    Ok(Holiday {
        id: HolidayId::new(text("id")?).map_err(|error| error.to_string())?,
        date: Date::parse_from_str(&date, "%Y-%m-%d")
            .map_err(|_| format!("“{date}” không phải là ngày. Ghi như 2026-04-30"))?,
        name: text("name")?,
        kind: match kind.as_str() {
            "day_off" => HolidayKind::DayOff,
            "working_day" => HolidayKind::WorkingDay,
            _ => {
                return Err(format!(
                    "“kind” là “{kind}”. Ghi day_off (ngày nghỉ) hoặc working_day (ngày làm bù)"
                ));
            }
        },
        source: text("source")?,
        basis: match basis.as_str() {
            "law" => Basis::Law,
            "notice" => Basis::Notice,
            "unverified" => Basis::Unverified,
            _ => return Err(format!("“basis” là “{basis}”. Ghi law, notice hoặc unverified")),
        },
        extra: others(value),
    })
}

/// The fields that a [`Holiday`] does not know.
fn others(entry: &serde_json::Value) -> Extra {
    const KNOWN: [&str; 6] = ["id", "date", "name", "kind", "source", "basis"];
    let mut others = entry.as_object().cloned().unwrap_or_default();
    others.retain(|key, _| !KNOWN.contains(&key.as_str()));
    others
}

fn check(holiday: &Holiday, year: i32) -> Result<(), String> {
    let date = date_vi(holiday.date);
    if holiday.name.trim().is_empty() {
        Err(format!("ngày {date} chưa có tên. Ghi tên ngày nghỉ"))
    } else if holiday.source.trim().is_empty() {
        Err(format!("ngày {date} chưa có nguồn. Ghi văn bản quy định"))
    } else if holiday.date.year() != year {
        Err(format!("ngày {date} không thuộc năm {year}. Sửa ngày hoặc chuyển sang danh sách năm khác"))
    } else if holiday.kind == HolidayKind::WorkingDay && holiday.date.weekday().num_days_from_monday() < 5 {
        let weekday = weekday_vi(holiday.date);
        Err(format!("ngày làm bù {date} là {weekday}, vốn đã là ngày làm việc. Kiểm tra lại ngày"))
    } else {
        Ok(())
    }
}

/// The days off and compensation days of a year that the crate carries: of 2026 and 2027, none of other years.
///
/// They are a start for a new plan, whose own list is what counts afterwards. Of 2027 the law's days are known; which
/// days stand beside them is given notice of late in 2026, so those are [`Basis::Unverified`].
#[expect(clippy::missing_panics_doc, reason = "the lists are part of the crate, and a test reads them")]
pub fn builtin_holidays(year: i32) -> Vec<Holiday> {
    let json = match year {
        2026 => include_str!("../../data/holidays-2026.json"),
        2027 => include_str!("../../data/holidays-2027.json"),
        _ => return Vec::new(),
    };
    read_holidays(json).expect("the built-in lists are checked by a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lists_read() {
        let all: Vec<_> = (2025..=2028).flat_map(builtin_holidays).collect();
        let lines: Vec<_> = all
            .iter()
            .map(|h| format!("{} {:<9} {} [{}]", h.date, weekday_vi(h.date), h.name, h.basis.vietnamese()))
            .collect();
        insta::assert_snapshot!(lines.join("\n"));
    }

    fn one(changes: &[(&str, &str)]) -> String {
        let mut entry = serde_json::json!({
            "id": "2026-a", "date": "2026-04-30", "name": "Ngày Chiến thắng", "kind": "day_off",
            "source": "Bộ luật Lao động 2019", "basis": "law",
        });
        for (key, value) in changes {
            entry[*key] = (*value).into();
        }
        entry.to_string()
    }

    fn message(entries: &[String]) -> String {
        let json = format!(r#"{{"year":2026,"holidays":[{}]}}"#, entries.join(","));
        read_holidays(&json).map_or_else(|e| e.to_string(), |all| format!("{} mục", all.len()))
    }

    #[test]
    fn unknown_fields_are_kept() {
        let json = format!(r#"{{"year":2026,"holidays":[{}]}}"#, one(&[("note", "treo cờ")]));
        let read = read_holidays(&json).unwrap();
        assert_eq!(serde_json::to_value(&read[0]).unwrap()["note"], "treo cờ");
    }

    #[test]
    fn an_error_names_the_entry() {
        let good = one(&[]);
        assert_eq!(message(std::slice::from_ref(&good)), "1 mục");
        let messages = [
            message(&[good.clone(), one(&[("date", "2026-05-01")])]),
            message(&[good.clone(), one(&[("id", "2026-b")])]),
            message(&[good.clone(), one(&[("id", "2026-b"), ("date", "2026-02-30")])]),
            message(&[one(&[("date", "2025-04-30")])]),
            message(&[one(&[("name", " ")])]),
            message(&[one(&[("source", "")])]),
            message(&[one(&[("kind", "working_day")])]),
            message(&[one(&[("kind", "holiday")])]),
            message(&[one(&[("basis", "sure")])]),
            message(&["{}".to_owned()]),
            message(&["7".to_owned()]),
            read_holidays("[").unwrap_err().to_string(),
        ];
        insta::assert_snapshot!(messages.join("\n"));
    }
}
