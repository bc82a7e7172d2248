use super::*;

/// What a wording is read as, in a line.
fn read(text: &str) -> String {
    let words = Words::of(text);
    match when(&words, 2026) {
        None => "–".to_owned(),
        Some(when) => {
            let shown = serde_json::to_value(&when.cadence).unwrap();
            let mark = if when.basis == Basis::Written { "" } else { " (suy ra)" };
            let fields: Vec<String> = shown
                .as_object()
                .unwrap()
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "kind" | "window"))
                .map(|(_, value)| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                .collect();
            format!(
                "{} {}{mark} ← “{}”",
                shown["kind"].as_str().unwrap(),
                fields.join(" "),
                words.slice(when.tokens)
            )
        }
    }
}

#[test]
fn the_wordings_of_plans() {
    let lines: Vec<String> = [
        "hằng tháng, có ít nhất 02 tin, bài về CCHC đăng trên Trang thông tin điện tử",
        "thường xuyên, liên tục",
        "định kỳ 1 lần/quý",
        "định kỳ trước ngày 01/6 và 01/12 hằng năm",
        "trước ngày 15 của tháng cuối quý",
        "định kỳ hàng quý báo cáo, chậm nhất là ngày 20 của tháng cuối kỳ báo cáo",
        "trong vòng 20 ngày sau khi Kế hoạch của tỉnh ban hành",
        "05 ngày làm việc kể từ ngày nhận được văn bản, gửi báo cáo",
        "mỗi tổ/cán bộ 03 tin/bài mỗi tháng",
        "mỗi tuần 01 buổi",
        "trước tháng 3/2026",
        "trung tuần tháng 10",
        "cuối tháng 11/2026",
        "từ ngày 14 đến ngày 20/4/2025",
        "từ ngày 25/12/2025 đến ngày 05/01/2026",
        "theo CV yêu cầu",
        "trong quý II/2026",
        "Quí 3 năm 2026",
        "4-12/2026",
        "Tháng 4-12/2026",
        "từ tháng 4 đến tháng 12 năm 2026",
        "Từ quý I đến quý III",
        "hoàn thành trước ngày 30/6/2026",
        "chậm nhất ngày 20/6",
        "xong trong ngày 15/6/2026",
        "đến hết ngày 31/12",
        "Tháng 5/2026",
        "15/7/2026",
        "Quý IV",
        "trong 6 tháng đầu năm",
        "trong năm 2026",
        "Năm 2026",
        "Cả năm",
        "khi có văn bản mới, kịp thời đăng tải",
        "ngay sau khi Kế hoạch được ban hành",
        "6 tháng một lần",
        "02 bài/quý",
        "trước ngày 25 hằng tháng",
        "ngày 05 của tháng sau quý",
        "Chậm nhất 05 ngày sau khi kết thúc quý",
        "trong quý I/2026, quý III/2026",
        "Phát tờ rơi, ngày 22/12/2026",
        "Phát tờ rơi thứ Hai ngày 21/12/2026",
        "Phát tờ rơi ngày 21/12/2026",
        "Tuyên truyền nhân kỷ niệm ngày 30/4/2026",
        "Tuyên truyền Luật số 72/2025/QH15, ngày 16/6/2025",
        "đăng ít nhất 1 tin 1 tuần",
        "trước ngày 10/3, 10/9",
        "trong Kế hoạch CCHC năm 2026",
        "Tuyên truyền về CCHC",
    ]
    .into_iter()
    .map(|text| format!("{text}\n    {}", read(text)))
    .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn periods_of_reports() {
    let periods = |text: &str| {
        let names: Vec<&str> =
            report_periods(&Words::of(text)).0.into_iter().map(PeriodKind::vietnamese).collect();
        names.join(", ")
    };
    assert_eq!(periods("định kỳ hàng quý, 6 tháng, một năm báo cáo tình hình năm 2026"), "quý, 6 tháng, năm");
    assert_eq!(periods("theo định kỳ hàng quý, 6 tháng, năm để gửi Sở Nội vụ"), "quý, 6 tháng, năm");
    assert_eq!(periods("báo cáo hằng tháng, quý I, 6 tháng, 9 tháng và năm"), "tháng, 6 tháng, 9 tháng, năm");
    assert_eq!(periods("báo cáo kết quả năm 2026"), "");
}

#[test]
fn a_weekday_that_does_not_fit() {
    let wrong = |text: &str| wrong_weekday(&Words::of(text), 2026);
    assert_eq!(wrong("họp Thứ Hai, ngày 16/6/2026"), Some(("Thứ Hai, ngày 16/6/2026".to_owned(), "Thứ Ba")));
    assert_eq!(wrong("họp thứ Ba (16/6/2026)"), None);
}
