//! Tỷ lệ báo cáo: how many figures were expected of an office, came, and came on time.

use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::progress::{Progress, Standing, Task};

/// Tỷ lệ báo cáo of one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportingRate {
    /// The office.
    pub office: OfficeId,
    /// Phải gửi: figures whose last day has come, and those that came before it.
    pub expected: u32,
    /// Đã gửi.
    pub received: u32,
    /// Đúng hạn.
    pub on_time: u32,
    /// Còn thiếu: indices into [`Progress::obligations`].
    pub missing: Vec<usize>,
}

impl ReportingRate {
    /// Tỷ lệ đã gửi, in percent; none where nothing was expected yet.
    pub fn completeness(&self) -> Option<f64> {
        percent(self.received, self.expected)
    }

    /// Tỷ lệ đúng hạn of what was expected, in percent; none where nothing was expected yet.
    pub fn timeliness(&self) -> Option<f64> {
        percent(self.on_time, self.expected)
    }
}

fn percent(part: u32, of: u32) -> Option<f64> {
    (of > 0).then(|| f64::from(part) * 100.0 / f64::from(of))
}

/// The rate of every office that sends figures, in plan order.
pub fn reporting_rates(file: &PlanFile, progress: &Progress) -> Vec<ReportingRate> {
    let of = |office: &OfficeId| {
        let mut rate = ReportingRate {
            office: office.clone(),
            expected: 0,
            received: 0,
            on_time: 0,
            missing: Vec::new(),
        };
        for (index, owed) in progress.obligations.iter().enumerate() {
            if owed.office != *office || !matches!(owed.task, Task::Return { .. }) {
                continue;
            }
            let (received, on_time) = match owed.standing {
                Standing::Met => (true, true),
                Standing::MetLate { .. } => (true, false),
                Standing::Missed | Standing::Overdue { .. } => (false, false),
                _ => continue,
            };
            rate.expected += 1;
            rate.received += u32::from(received);
            rate.on_time += u32::from(on_time);
            if !received {
                rate.missing.push(index);
            }
        }
        rate
    };
    let senders = file.offices.iter().filter(|office| progress.returns_of(&office.id).next().is_some());
    senders.map(|office| of(&office.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn the_rates_of_the_invented_year() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let progress = Progress::of(&file, "2026-11-20".parse().unwrap());
        let line = |rate: &ReportingRate| {
            let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), crate::text::percent_vi);
            format!(
                "{}: {}/{}, đúng hạn {}; {} đã gửi, {} đúng hạn; thiếu {}",
                rate.office,
                rate.received,
                rate.expected,
                rate.on_time,
                percent(rate.completeness()),
                percent(rate.timeliness()),
                rate.missing.len()
            )
        };
        let lines: Vec<String> = reporting_rates(&file, &progress).iter().map(line).collect();
        insta::assert_snapshot!(lines.join("\n"));
        // Before the first last day nothing is expected, and no rate is invented.
        let early = Progress::of(&file, "2026-05-01".parse().unwrap());
        assert!(reporting_rates(&file, &early).iter().all(|rate| rate.completeness().is_none()));
    }
}
