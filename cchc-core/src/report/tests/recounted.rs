//! Every figure of every report is counted again, by hand.

use super::*;

#[test]
fn every_figure_of_every_report_can_be_recounted() {
    let file = illustrated();
    for period in ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026-H1", "2026", "2026-09", "2026-9M"] {
        for today in ["2026-03-20", "2026-06-16", "2026-11-20", "2027-01-05"] {
            let report = of(&file, period, ReportForm::StandAlone, today);
            recount(&file, &report, day(today));
        }
    }
    let quarter_3 = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-11-20");
    assert!(recount(&file, &quarter_3, day("2026-11-20")) > 40);
}

#[test]
fn the_table_by_office_adds_up_and_agrees_with_the_register() {
    let file = illustrated();
    let report = of(&file, "2026-Q2", ReportForm::StandAlone, "2026-11-20");
    let window = report.spec.window;
    let table = report
        .pieces
        .iter()
        .find_map(|piece| match piece {
            Piece::Table(table) if table.key == "bang.co-quan" => Some(table),
            _ => None,
        })
        .unwrap();
    let articles = table.columns.iter().position(|(name, _)| name == "Tin, bài").unwrap();
    let count = |row: &TableRow, column: usize| match row.values[column] {
        TableValue::Count(count) => count,
        _ => panic!("no count: {row:?}"),
    };
    for (row, office) in table.rows.iter().zip(&file.offices) {
        let own = || {
            file.activities
                .iter()
                .filter(|activity| window.contains(activity.date) && activity.office == office.id)
        };
        assert_eq!(count(row, 2), own().count() as u64);
        let unit = "tin-bai".parse().unwrap();
        assert_eq!(count(row, articles), own().map(|activity| activity.count(&unit)).sum::<u64>());
    }
    let (total, offices) = table.rows.split_last().unwrap();
    for column in 2..table.columns.len() {
        let sum: u64 = offices.iter().map(|row| count(row, column)).sum();
        assert_eq!(count(total, column), sum);
    }
}

mod laws {
    use proptest::prelude::*;

    use super::*;
    use crate::register::Activity;

    fn any_activity() -> impl Strategy<Value = Activity> {
        let office = prop::sample::select(vec!["vhxh", "vp", "dvci", "mttq"]);
        let duty = prop::option::of(prop::sample::select(vec!["tin-bai", "van-dong"]));
        let channel = prop::option::of(prop::sample::select(vec!["trang", "loa", "hoi-nghi"]));
        let topics = prop::sample::subsequence(vec!["tthc", "dvc", "cds"], 0..3);
        let unit = prop::sample::select(vec!["tin-bai", "luot-phat", "cuoc", "nguoi"]);
        (0u64..400, office, duty, channel, topics, unit, 0u64..50, 0u32..1_000_000).prop_map(
            |(days, office, duty, channel, topics, unit, count, id)| {
                let date = day("2025-12-01") + chrono::Days::new(days);
                record(json!({ "id": format!("hd-{id}"), "date": date, "office": office, "duty": duty,
                    "channel": channel, "topics": topics, "title": "Việc",
                    "counts": [{ "unit": unit, "value": count }] }))
            },
        )
    }

    proptest! {
        #[test]
        fn any_register_is_recounted_and_printed(
            register in prop::collection::vec(any_activity(), 0..40),
            period in prop::sample::select(vec!["2026-Q2", "2026-Q3", "2026-H1", "2026", "2026-08"]),
            days in 0u64..420,
        ) {
            let mut file = one_article();
            file.contents.activities = register.into_iter().collect();
            let today = day("2025-12-20") + chrono::Days::new(days);
            let spec = ReportSpec::of_period(&file, period.parse().unwrap()).with_form(ReportForm::StandAlone);
            let report = compose(&file, &spec, today);
            recount(&file, &report, today);
            let text = words(&report);
            prop_assert!(!text.contains("  ") || text.contains("Số:"), "two spaces");
            prop_assert!(!text.contains(".."), "two full stops: {text}");
        }
    }
}
