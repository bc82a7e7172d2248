//! No word of a row is lost.

use super::*;

#[test]
fn what_a_name_does_not_say_stays_in_the_note() {
    let line = of_row("Văn phòng, MTTQ", "Zalo", "1", "", "");
    assert!(matches!(&line.outcome, Outcome::Refused(why) if why.contains("2 cơ quan")), "{line:#?}");
    for (channel, taken) in [
        ("Trang TTĐT, Kênh Lạ", Some("trang-ttdt")),
        ("Facebook và Zalo", Some("facebook")),
        ("Facebook / Zalo", Some("facebook")),
        ("Không đăng Trang TTĐT", None),
    ] {
        let line = of_row("Văn phòng", channel, "1 tin, bài", "", "");
        let new = new_of(&line);
        assert_eq!(new.channel.as_ref().map(ChannelId::as_str), taken, "{channel}");
        assert!(new.note.contains(channel) && line.remarks.len() == 1, "{line:#?}");
    }
    for (count, taken) in [
        ("3 tin, bài, huỷ 2 tin, bài", 3),
        ("3 tin, bài chưa duyệt", 3),
        ("02 tin, bài đăng lại", 2),
        ("2 tin, bài thôn A, 1 tin, bài thôn B", 2),
        ("2 - 3 tin, bài", 2),
    ] {
        let line = of_row("Văn phòng", "Trang TTĐT", count, "", "");
        let new = new_of(&line);
        assert_eq!((new.counts.len(), new.counts[0].value), (1, taken), "{count}");
        assert!(new.note.contains(count) && line.remarks.len() == 1, "{line:#?}");
    }
    let line = of_row("Văn phòng", "Zalo", "1", "Không phải tin bài hằng tháng", "");
    assert!(new_of(&line).duty.is_none() && new_of(&line).note.contains("Không phải"), "{line:#?}");
    let line = of_row("Văn phòng", "Zalo", "1", "", "Dịch vụ công trực tuyến và Đề án 06");
    assert_eq!(new_of(&line).topics.len(), 2, "{line:#?}");
    assert!(line.remarks.is_empty());
    let line = of_row("Văn phòng", "Họp thôn", "45", "", "");
    assert!(line.remarks[0].contains("số người"), "{line:#?}");
    let line = of_row("VP HĐND - UBND xã Hoa Thám", "Fanpage Facebook của xã", "3 bài đăng", "", "");
    assert!(line.remarks.is_empty() && new_of(&line).note.is_empty(), "{line:#?}");
}

/// Words of which some name records, some do not.
fn wording(known: &'static [&'static str]) -> impl Strategy<Value = String> {
    const OTHER: &[&str] =
        &["và", "chưa", "huỷ", "đăng lại", "Kênh Lạ", "phối hợp", ",", ";", "/", "(", ")", "bà Hoa", "7"];
    let part = prop_oneof![3 => prop::sample::select(known), 2 => prop::sample::select(OTHER)];
    prop::collection::vec(part, 1..5).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_word_of_a_row_is_lost(
        office in wording(&["Văn phòng", "MTTQ", "Phòng Kinh tế", "VP HĐND - UBND"]),
        channel in wording(&["Facebook", "Zalo", "Trang TTĐT", "Họp thôn"]),
        count in wording(&["3 tin, bài", "2 cuộc", "02", "118 lượt người"]),
        duty in wording(&["02 tin, bài hằng tháng", "Lớp tập huấn"]),
        topic in wording(&["Dịch vụ công trực tuyến", "Đề án 06", "Tài chính công"]),
    ) {
        let line = of_row(&office, &channel, &count, &duty, &topic);
        if let Outcome::New(new) = &line.outcome {
            let file = plan();
            let name = |id: Option<String>| id.unwrap_or_default();
            let mut told = vec![new.note.clone(), line.remarks.join(" ")];
            told.extend(file.offices.get(&new.office).map(|one| format!("{} {} VP", one.name, one.short_name)));
            told.push(name(new.channel.as_ref().and_then(|id| file.channels.get(id)).map(|one| format!("{} {}", one.name, one.short_name))));
            told.push(name(new.duty.as_ref().and_then(|id| file.duties.get(id)).map(|one| format!("{} {}", one.name, one.short_name))));
            // "Đề án 06" is an alias of the catalogue.
            told.extend(new.topics.iter().filter_map(|id| file.topics.get(id)).map(|one| format!("{} {} Đề án 06", one.name, one.short_name)));
            told.extend(new.counts.iter().filter_map(|one| Some(format!("{0} {0:02} {1}", one.value, file.units.get(&one.unit)?.name))));
            let told = format!(" {} ", names::key(&told.join(" ")));
            for cell in [&office, &channel, &count, &duty, &topic] {
                for word in names::key(cell).split(' ').filter(|word| !word.is_empty() && *word != "va") {
                    let is_sum = word.parse::<u64>().is_ok() && cell == &count;
                    prop_assert!(is_sum || told.contains(&format!(" {word} ")), "{word} of {cell}: {line:#?}");
                }
            }
        }
    }

    #[test]
    fn any_list_is_taken_in_once(
        heads in prop::collection::vec(
            prop::sample::select(vec!["Ngày", "Cơ quan", "Tên tin, bài", "Hình thức", "Số lượng", "Đơn vị tính", "Kinh phí", "Mã", "Tháng", "?"]),
            2..8,
        ),
        rows in prop::collection::vec(
            prop::collection::vec(
                prop_oneof![
                    Just("5/5/2026".to_owned()), Just("Văn phòng".to_owned()), Just("Bài một".to_owned()), Just("Zalo".to_owned()),
                    Just("hai".to_owned()), Just("03 tin, bài; 4 lượt người".to_owned()), Just("Tổng".to_owned()), Just(String::new()),
                    Just("46168".to_owned()), Just("99999999999999999999".to_owned()), "[0-9/.,-]{0,8}", "\\PC{0,12}",
                ],
                1..8,
            ),
            0..12,
        ),
    ) {
        let line = |cells: &[String]| cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(";");
        let heads: Vec<String> = heads.into_iter().map(str::to_owned).collect();
        let list = std::iter::once(line(&heads)).chain(rows.iter().map(|row| line(row))).collect::<Vec<_>>().join("\n");
        let book = read(list.as_bytes(), "a.csv").unwrap();
        let mut file = plan();
        let import = activities(&book, &file, &Mapping::default());
        file.apply(&import.change(author(), "a.csv", true)).unwrap();
        let again = activities(&book, &file, &Mapping::default());
        prop_assert_eq!(again.tally().new, 0, "{}", list);
        prop_assert_eq!(again.lines.len(), import.lines.len());
    }
}
