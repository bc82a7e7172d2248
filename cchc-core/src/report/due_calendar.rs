//! Lịch hạn of a year as a calendar file.

use crate::document::ics::{Alarm, Calendar, Event};
use crate::exchange::PlanFile;
use crate::id::OfficeId;
use crate::progress::{DueEntry, DueKind, Obligation, Progress, State, Task, focal_office};
use crate::report::plan_document::commune_slug;
use crate::text::{date_vi, join_vi};

/// Three days before, and on the day, at eight.
const ALARMS: [Alarm; 2] = [Alarm { days_before: 3, hour: 8 }, Alarm { days_before: 0, hour: 8 }];

/// What is still to be done from today on: of one office, or of all. Cut-offs, the levels of a report and the plan's
/// targets come along for the focal office and for all.
pub fn due_calendar(file: &PlanFile, progress: &Progress, office: Option<&OfficeId>) -> Calendar {
    let is_focal = office.is_none_or(|office| focal_office(file).is_some_and(|focal| focal.id == *office));
    let keep =
        |owed: &Obligation| !owed.standing.is_met() && office.is_none_or(|office| owed.office == *office);
    let entries = progress.due_entries(file, is_focal, keep);
    let coming = entries.iter().filter(|entry| entry.date >= progress.today);
    let whose =
        office.and_then(|office| file.offices.get(office)).map(|office| format!(" – {}", office.name));
    Calendar {
        name: format!(
            "Hạn tuyên truyền CCHC {} {}{}{}",
            file.plan.commune,
            file.plan.year,
            whose.unwrap_or_default(),
            // In a calendar the entries stand among real ones.
            if file.plan.illustrative.is_some() { " (DỮ LIỆU MINH HỌA)" } else { "" }
        ),
        events: coming.map(|entry| event(file, progress, office, entry)).collect(),
    }
}

/// The name of the file, without its ending: `lich-han-xa-hoa-tham-2026-phong-kinh-te`. It stays the same, so that the
/// one made later takes the place of the one before.
pub fn due_calendar_file_name(file: &PlanFile, office: Option<&OfficeId>) -> String {
    let whose = office.map(|office| format!("-{office}")).unwrap_or_default();
    format!("lich-han-{}-{}{whose}", commune_slug(&file.plan), file.plan.year)
}

fn event(file: &PlanFile, progress: &Progress, office: Option<&OfficeId>, entry: &DueEntry) -> Event {
    let owed = || entry.obligations.iter().map(|at| &progress.obligations[*at]);
    let names = entry.offices.iter().filter_map(|id| file.offices.get(id)).map(|office| office.name.as_str());
    let mut lines: Vec<String> = file.plan.illustrative_notice().into_iter().collect();
    lines.extend([format!("Hạn: {}.", date_vi(entry.date)), format!("Cơ quan: {}.", join_vi(names))]);
    if !entry.note.is_empty() {
        lines.push(format!("Tình trạng ngày {}: {}.", date_vi(progress.today), entry.note));
    }
    for one in owed() {
        let Task::Duty(duty) = &one.task else { continue };
        if let Some(duty) = file.duties.get(duty) {
            lines.push(format!("- {}", duty.name));
        }
    }
    Event {
        uid: uid(file, progress, office, entry),
        date: entry.date,
        summary: format!("[CCHC] {}", entry.label),
        description: lines.join("\n"),
        category: if entry.state == State::None {
            String::new()
        } else {
            entry.state.vietnamese().to_owned()
        },
        alarms: ALARMS.to_vec(),
    }
}

/// What an entry is about, whatever its day and its words become.
fn uid(file: &PlanFile, progress: &Progress, office: Option<&OfficeId>, entry: &DueEntry) -> String {
    let first = entry.obligations.first().map(|at| &progress.obligations[*at]);
    let period = first.and_then(|owed| owed.period).map(|period| format!(".{period}")).unwrap_or_default();
    let filings =
        |ids: &[crate::id::FilingId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join("+");
    let what = match &entry.what {
        DueKind::Duty(duty) => format!("duty.{duty}{period}"),
        DueKind::Continuous => format!("continuous{period}"),
        DueKind::Returns(ids) => format!("returns.{}", filings(ids)),
        DueKind::CutOff(ids) => format!("cut-off.{}", filings(ids)),
        // A level in between has nothing that is owed; each stands on a day of its own.
        DueKind::Report(ids) if first.is_none() => format!("level.{}.{}", filings(ids), entry.date),
        DueKind::Report(ids) => format!("report.{}", filings(ids)),
        DueKind::Targets => format!("targets.{}", entry.date),
    };
    let whose = office.map_or("all", OfficeId::as_str);
    format!("{}.{whose}.{what}@cchc", file.id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::document::ics::ics;
    use crate::examples;

    #[test]
    fn every_entry_has_an_identity_that_stays() {
        let file = examples::get("hoa-tham-2026-minh-hoa").unwrap();
        let calendar = |day: &str, office: Option<&str>| {
            let progress = Progress::of(&file, day.parse().unwrap());
            due_calendar(&file, &progress, office.map(|id| id.parse().unwrap()).as_ref())
        };
        let (now, later) = (calendar("2026-11-20", None), calendar("2026-12-01", None));
        let uids: HashSet<_> = now.events.iter().map(|event| &event.uid).collect();
        assert_eq!(uids.len(), now.events.len());
        let known = later.events.iter().filter(|event| uids.contains(&event.uid)).count();
        assert!(known * 10 > later.events.len() * 9, "{known} of {}", later.events.len());
        assert!(now.events.iter().all(|event| event.date >= "2026-11-20".parse().unwrap()));

        let own = calendar("2026-06-20", Some("tt-phuc-vu-hcc"));
        let summaries: Vec<_> =
            own.events.iter().map(|event| format!("{} {}", event.date, event.summary)).collect();
        insta::assert_snapshot!(summaries.join("\n"));
        assert!(ics(&own, "2026-06-20".parse().unwrap()).contains("Trung tâm Phục vụ hành"));
    }

    #[test]
    fn an_invented_calendar_says_so_in_its_name_and_in_every_entry() {
        for (plan, is_invented) in [("hoa-tham-2026-minh-hoa", true), ("hoa-tham-2026", false)] {
            let file = examples::get(plan).unwrap();
            let made = due_calendar(&file, &Progress::of(&file, "2026-11-20".parse().unwrap()), None);
            assert_eq!(made.name.ends_with(" (DỮ LIỆU MINH HỌA)"), is_invented, "{}", made.name);
            assert!(!made.events.is_empty());
            let marked = |event: &Event| event.description.starts_with("DỮ LIỆU MINH HỌA. ");
            assert!(made.events.iter().all(|event| marked(event) == is_invented));
        }
    }
}
