//! Cơ quan gửi tệp, số liệu: from whom something came when, from whom nothing yet.

use crate::calendar::Date;
use crate::exchange::{JournalEdit, PlanFile};
use crate::id::OfficeId;
use crate::progress::{ReportItem, focal_office};

/// What last came from an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The office.
    pub office: OfficeId,
    /// The day on which a file or figures of it last came; none where nothing ever did.
    pub last: Option<Date>,
    /// What came of it for the report at hand. Figures that came late for the period before are none for this one.
    pub current: Came,
}

/// What came from an office for a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// Chưa có gì.
    Nothing,
    /// A file came since the report's window began; that its figures are complete is not recorded.
    File,
    /// Đã gửi số liệu: recorded for that report.
    Figures,
}

/// Every office that sends figures, in plan order, with what last came from it. `report` is the one at hand: a file that
/// came since its window began counts for it.
pub fn arrivals(file: &PlanFile, report: Option<&ReportItem>, today: Date) -> Vec<Arrival> {
    let focal = focal_office(file).map(|office| &office.id);
    let files = || {
        file.transfers().filter_map(|(entry, edit, transfer)| match edit {
            JournalEdit::Received(_) => Some((entry.at.date_naive(), &transfer.offices)),
            _ => None,
        })
    };
    let since = report.and_then(|report| report.window).map(|window| window.from);
    let arrival = |office: &OfficeId| {
        let of_office = files().filter(|(day, offices)| *day <= today && offices.contains(office));
        let file_came = of_office.map(|(day, _)| day).max();
        let returns =
            file.office_returns.iter().filter(|sent| sent.office == *office).map(|sent| sent.received_on);
        let last = returns.filter(|day| *day <= today).chain(file_came).max();
        let came_since = file_came.zip(since).is_some_and(|(day, since)| day >= since);
        let current = match report {
            Some(report) if report.has_returned(office) => Came::Figures,
            _ if came_since => Came::File,
            _ => Came::Nothing,
        };
        Arrival { office: office.clone(), last, current }
    };
    file.offices
        .iter()
        .map(|office| &office.id)
        .filter(|office| Some(*office) != focal)
        .map(arrival)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::exchange::{Author, Change, Edit, Transfer};
    use crate::progress::Progress;

    #[test]
    fn who_has_not_sent_is_told_by_files_and_figures_alike() {
        let mut file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let today = Date::from_ymd_opt(2026, 11, 20).unwrap();
        let told = |file: &PlanFile| -> Vec<_> {
            let progress = Progress::of(file, today);
            let found = arrivals(file, progress.next_report(), today);
            found
                .into_iter()
                .map(|one| (one.office.to_string(), one.last.map(|day| day.to_string()), one.current))
                .collect()
        };
        let before = told(&file);
        let late = before.iter().find(|(id, ..)| id == "mttq").unwrap();
        assert_eq!(
            late,
            &("mttq".to_owned(), Some("2026-09-15".to_owned()), Came::Nothing),
            "late for quý III"
        );
        assert_eq!(before.len(), file.offices.len() - 1, "the focal office sends to nobody");
        assert!(before.iter().any(|(.., current)| *current == Came::Figures), "three have sent theirs");
        let (office, ..) = before.iter().find(|(.., current)| *current == Came::Nothing).cloned().unwrap();
        let transfer = Transfer {
            name: "phan.cchc.json".into(),
            offices: [office.parse().unwrap()].into(),
            ..Transfer::default()
        };
        let author = Author {
            writer: "may-1".parse().unwrap(),
            at: "2026-11-19T16:30:00+07:00".parse().unwrap(),
            office: None,
        };
        file.apply(&Change { author, label: "Nhận tệp".into(), edits: vec![Edit::Received(transfer)] })
            .unwrap();
        let after = told(&file);
        let one = after.iter().find(|(id, ..)| *id == office).unwrap();
        assert_eq!(one, &(office.clone(), Some("2026-11-19".to_owned()), Came::File));
        assert!(after.iter().zip(&before).all(|(after, before)| after.0 == office || after == before));
    }
}
