//! What is said, and what is not, while figures have not come or are not known.

use super::*;

#[test]
fn a_zero_is_told_from_not_reported() {
    let mut file = one_article();
    sent(&mut file, "dvci");
    let report = of(&file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
    let Some(Piece::Table(table)) = report.pieces.iter().find(|piece| matches!(piece, Piece::Table(_)))
    else {
        panic!("no table")
    };
    let told: Vec<String> = table
        .rows
        .iter()
        .map(|row| row.values[1..].iter().map(TableValue::shown).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        told,
        [
            "Phòng Văn hóa - Xã hội 0 0",
            "Văn phòng HĐND và UBND xã (*) 1 1",
            "Trung tâm Dịch vụ công ích 0 0",
            "Ủy ban MTTQ Việt Nam xã – –",
            "Tổng (chưa đủ) 1 1",
        ]
    );
    assert!(report.paragraph("co-quan").unwrap().text().starts_with("01/03 cơ quan, đơn vị đã gửi số liệu"));
    let annexed = report.annexes[0].pieces.iter().find_map(|piece| match piece {
        Piece::Paragraph(note) => Some(note.text()),
        _ => None,
    });
    assert_eq!(
        annexed,
        Some("Dấu “–” là chưa có báo cáo; cột Tổng chưa đủ vì 02/03 cơ quan, đơn vị chưa gửi số liệu.")
    );
    assert_eq!(
        report.paragraph("co-quan.chua-gui").unwrap().text(),
        "(*) Cơ quan, đơn vị chưa gửi báo cáo, số liệu ghi nhận trong sổ theo dõi. Dấu “–” là chưa có báo cáo."
    );
}

#[test]
fn only_of_an_office_that_reported_it_is_said_that_it_did_nothing() {
    let mut file = one_article();
    duty(&mut file, "dvci", "loa", "Sửa chữa loa", Cadence::Once { due: day("2026-08-20") });
    let told = |file: &PlanFile, key: &str| {
        let report = of(file, "2026-Q3", ReportForm::StandAlone, "2026-09-16");
        report.paragraph(key).map(|one| one.text().to_owned())
    };
    assert_eq!(
        told(&file, "han-che.chua-du-so-lieu").unwrap(),
        "Chưa đủ số liệu để đánh giá, do cơ quan, đơn vị chưa gửi báo cáo: đăng ít nhất 02 tin, bài mỗi tháng (Văn phòng \
         HĐND và UBND xã, tháng 6 chưa có số liệu; tháng 7 có 01/02 tin, bài; tháng 8 chưa có số liệu); vận động người dân dùng dịch vụ công (Ủy ban \
         MTTQ Việt Nam xã, quý III chưa có số liệu); sửa chữa loa (Trung tâm Dịch vụ công ích, hạn dự kiến 20/8/2026)."
    );
    assert_eq!(told(&file, "han-che.chua-dat"), None);
    assert!(
        told(&file, "chi-tieu").unwrap().contains(": chưa đủ số liệu 03."),
        "{:?}",
        told(&file, "chi-tieu")
    );
    let asked = "Rà soát, hoàn thành nhiệm vụ đã đến hạn nhưng chưa có số liệu: sửa chữa loa (Trung tâm Dịch vụ công ích, \
                 hạn dự kiến 20/8/2026).";
    assert_eq!(told(&file, "nhiem-vu.chua-co-so-lieu").unwrap(), asked);
    let overall = told(&file, "ket-qua.chung").unwrap();
    assert!(
        overall.contains("chưa có minh chứng") || overall.contains("02 cơ quan, đơn vị chưa có số liệu."),
        "{overall}"
    );

    for office in ["vp", "dvci", "mttq"] {
        sent(&mut file, office);
    }
    assert_eq!(told(&file, "han-che.chua-du-so-lieu"), None);
    assert!(told(&file, "han-che.chua-dat").unwrap().contains("quý III chưa phát sinh hoạt động"));
    assert!(told(&file, "nhiem-vu.qua-han").unwrap().contains("sửa chữa loa"));
}

#[test]
fn nothing_is_concluded_from_figures_that_have_not_come() {
    let file = examples::get("hoa-tham-2026").unwrap();
    let told = |period: &str, key: &str| {
        let report = of(&file, period, ReportForm::StandAlone, "2026-11-20");
        report.paragraph(key).unwrap().text().to_owned()
    };
    assert_eq!(told("2026-Q1", "han-che"), "Số liệu trong kỳ chưa đủ để đánh giá tồn tại, hạn chế.");
    assert_eq!(told("2026-Q3", "so-sanh"), "Chưa có số liệu của kỳ này nên không so sánh.");
    let year = told("2026", "ket-qua.chung");
    assert!(year.starts_with("Trong năm 2026, tính đến ngày 20/11/2026, chưa ghi nhận hoạt động"), "{year}");
    // What is due after the year's cut-off is told by no figures: of an office that has sent it is said as it is.
    let last = of(&illustrated(), "2026", ReportForm::StandAlone, "2026-12-20");
    let running = last.paragraph("han-che.dang-thuc-hien").unwrap().text();
    assert!(running.contains("tháng 12 chưa có tin, bài"), "{running}");
    let third = words(&of(&file, "2026-Q3", ReportForm::StandAlone, "2026-11-20")).replace('\u{a0}', " ");
    assert!(third.contains("| – lượt phát (quý II: –) | Chưa đủ số liệu"), "{third}");
    assert!(third.contains("Tổng (chưa đủ) | –"), "{third}");
}

#[test]
fn the_year_s_money_is_told_as_it_was_known_on_the_day_of_the_figures() {
    let file = illustrated();
    let told = |period: &str, today: &str| {
        let report = of(&file, period, ReportForm::StandAlone, today);
        report.paragraph(works::BUDGET_KEY).map(|one| one.text().to_owned()).unwrap_or_default()
    };
    let known = "Kinh phí tuyên truyền CCHC năm 2026 theo";
    assert_eq!(told("2026-Q1", "2026-11-20"), "");
    // Appraised on 11/6, allocated on 12/8; of what was spent nobody knows when.
    for today in ["2026-06-16", "2026-11-20"] {
        let appraised =
            "08 khoản kinh phí đã thẩm định đến ngày 14/6/2026: dự toán 42.500.000 đồng; thẩm định";
        assert_eq!(told("2026-Q2", today), format!("{known} {appraised} 39.900.000 đồng."));
    }
    assert_eq!(
        told("2026-Q3", "2026-11-20"),
        format!(
            "{known} 08 khoản kinh phí đã thẩm định, bố trí đến ngày 14/9/2026: dự toán 42.500.000 đồng; thẩm định \
             39.900.000 đồng; được bố trí 39.900.000 đồng."
        )
    );
    for (today, day) in
        [("2026-11-20", "20/11/2026"), ("2026-12-20", "20/12/2026"), ("2027-01-05", "05/01/2027")]
    {
        assert_eq!(
            told("2026", today),
            format!(
                "{known} 09 khoản kinh phí: dự toán 47.300.000 đồng; thẩm định 39.900.000 đồng (08/09 khoản, dự toán \
                 42.500.000 đồng); được bố trí 39.900.000 đồng (08/09 khoản); đã chi 29.950.000 đồng, bằng 75,1% số được \
                 bố trí (số ghi đến ngày {day})."
            )
        );
    }
    let year = of(&file, "2026", ReportForm::StandAlone, "2026-11-20");
    let by_activity = year.paragraph("chi-dao.kinh-phi").unwrap().text();
    assert!(by_activity.contains("29.950.000 đồng"), "the invented year adds up: {by_activity}");
}

#[test]
fn a_value_of_an_earlier_year_is_held_against_its_own_target_and_says_so() {
    let report = of(&illustrated(), "2026", ReportForm::StandAlone, "2026-11-30");
    let text = words(&report);
    assert!(text.contains("thấp hơn mục tiêu 72,00 điểm của năm 2025 là 1,25 điểm"), "{text}");
}

#[test]
fn a_report_states_nothing_later_than_its_day() {
    let file = illustrated();
    let opening = |report: &Report| report.paragraph("mo-dau").unwrap().text().to_owned();
    let early = of(&file, "2026-Q1", ReportForm::StandAlone, "2026-03-16");
    assert!(opening(&early).starts_with("UBND xã Hoa Thám báo cáo kết quả"), "{}", opening(&early));
    assert!(words(&early).contains("ngày       tháng 3 năm 2026"));
    assert!(
        early
            .remarks
            .iter()
            .any(|one| one.starts_with("Không viện dẫn Kế hoạch số 152/KH-UBND: ban hành sau")),
        "{:?}",
        early.remarks
    );
    // Written in November it is dated so, and may.
    let late = of(&file, "2026-Q1", ReportForm::StandAlone, "2026-11-20");
    assert!(opening(&late).starts_with("Thực hiện Kế hoạch số 152/KH-UBND"), "{}", opening(&late));
    assert!(words(&late).contains("ngày       tháng 11 năm 2026"));
}

/// The figure of a table, in the column of that name and the row of that name.
fn cell(report: &Report, key: &str, row: &str, column: &str) -> u64 {
    let annexes = report.annexes.iter().flat_map(|annex| &annex.pieces);
    let tables = report.pieces.iter().chain(annexes).filter_map(|piece| match piece {
        Piece::Table(table) => Some(table),
        _ => None,
    });
    let table = tables.into_iter().find(|table| table.key == key).expect("the table");
    let at = table.columns.iter().position(|(name, _)| name == column).expect("the column");
    let row = table.rows.iter().find(|one| one.values.contains(&TableValue::text(row))).expect("the row");
    match row.values[at] {
        TableValue::Count(count) => count,
        _ => panic!("no count: {row:?}"),
    }
}

#[test]
fn what_the_plan_does_not_know_is_in_the_totals_and_is_told() {
    let mut file = illustrated();
    let sound = of(&file, "2026-Q2", ReportForm::StandAlone, "2026-11-20");
    let window = sound.spec.window;
    let own: Vec<_> = file.activities.iter().filter(|one| window.contains(one.date)).cloned().collect();
    let [first, second, third, ..] = &own[..] else { panic!("a quarter with activities") };
    let (mut of_nobody, mut of_no_duty, mut in_no_unit) = (first.clone(), second.clone(), third.clone());
    of_nobody.office = "phong-khong-co".parse().unwrap();
    of_no_duty.duty = Some("viec-khong-co".parse().unwrap());
    of_no_duty.topics = vec!["noi-dung-khong-co".parse().unwrap()];
    in_no_unit.counts =
        vec![crate::register::Count { unit: "trieu".parse().unwrap(), ..first.counts[0].clone() }];
    for one in [of_nobody, of_no_duty, in_no_unit] {
        file.contents.activities.put(one);
    }
    let report = of(&file, "2026-Q2", ReportForm::StandAlone, "2026-11-20");
    let remarks = report.remarks.join("\n");
    for told in [
        "01 hoạt động trỏ đến cơ quan không có trong Kế hoạch (“phong-khong-co”)",
        "01 hoạt động trỏ đến nhiệm vụ không có trong Kế hoạch (“viec-khong-co”)",
        "01 hoạt động trỏ đến nội dung tuyên truyền không có trong Kế hoạch (“noi-dung-khong-co”)",
        "01 hoạt động trỏ đến đơn vị tính không có trong Kế hoạch (“trieu”)",
    ] {
        assert!(remarks.contains(told), "{remarks}");
        assert!(!sound.remarks.iter().any(|remark| remark.contains("trỏ đến")), "{:?}", sound.remarks);
    }
    // With the focal office gone, too, most is of no office; every total is still the same.
    assert!(file.contents.offices.remove(&"phong-vhxh".parse().unwrap()).is_some());
    for file in [&report, &of(&file, "2026-Q2", ReportForm::StandAlone, "2026-11-20")] {
        let all = own.len() as u64;
        assert_eq!(cell(file, "bang.co-quan", "Tổng", "Hoạt động"), all);
        assert_eq!(cell(file, "phu-luc.don-vi-tinh", "Hoạt động", "Tổng"), all);
        let outside = cell(file, "bang.co-quan", "Cơ quan không có trong Kế hoạch", "Hoạt động");
        let column = "Cơ quan không có trong Kế hoạch";
        assert_eq!(cell(file, "phu-luc.don-vi-tinh", "Hoạt động", column), outside);
        let told = file.paragraph("ket-qua.chung").unwrap().text();
        let (all, outside) =
            (format!("{all:02} hoạt động"), format!("({outside:02} hoạt động ghi cho cơ quan không"));
        assert!(told.contains(&all) && told.contains(&outside), "{told}");
    }
}
