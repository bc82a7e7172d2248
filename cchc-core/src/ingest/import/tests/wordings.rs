//! How people write headings, days, amounts and what did not take place.

use super::*;

#[test]
fn the_wordings_of_headings_are_each_of_one_field() {
    let known = headings::headings();
    assert!(known.is_total(&crate::ingest::words::Words::of("Tổng cộng 12 tin, bài")));
    assert!(!known.is_total(&crate::ingest::words::Words::of("Tổng kết công tác CCHC")));
    let file = plan();
    let names = Names::of(&file, &Mapping::default());
    for (heading, field) in [
        ("Đơn vị tính", "unit"),
        ("Đơn vị", "office"),
        ("ĐVT", "unit"),
        ("Số tin, bài", "count:tin-bai"),
        ("Số lượng", "count"),
        ("Lượt người tham dự", "count:luot-nguoi"),
        ("Ngày, tháng đăng", "date"),
        ("Nội dung tuyên truyền", "title"),
        ("Số, ký hiệu văn bản", "evidence"),
    ] {
        let guess = known.guess(&[heading], &names, &[], &[]);
        assert_eq!(guess[0].as_ref().map(ToString::to_string).as_deref(), Some(field), "{heading}");
    }
    let both = known.guess(&["Nội dung", "Nội dung tuyên truyền"], &names, &[], &[]);
    assert_eq!(both, [Some(Field::Title), Some(Field::Topics)]);
}

/// What a list comes to, a line for each row, without the line of its columns.
fn rows_of(list: &str) -> Vec<String> {
    let told = told(&of_csv(list), &plan());
    told.lines().skip(1).map(str::to_owned).collect()
}

fn assert_rows(list: &str, rows: &[&str]) {
    let told = rows_of(list);
    assert_eq!(told.len(), rows.len(), "{told:#?}");
    for (told, row) in told.iter().zip(rows) {
        assert!(told.contains(row), "{told}\nwithout {row}");
    }
}

#[test]
fn the_unit_of_money_is_that_of_its_heading() {
    for (heading, cell, cost) in [
        ("Kinh phí (nghìn đồng)", "1.500", 1_500_000),
        ("Kinh phí (1000đ)", "250", 250_000),
        ("Kinh phí thực hiện, ĐVT: 1.000 đồng", "1.500", 1_500_000),
        ("Kinh phí (triệu đồng)", "1,5", 1_500_000),
        ("Số tiền (tr.đ)", "12", 12_000_000),
        ("Kinh phí (triệu đồng)", "500.000 đồng", 500_000),
        ("Kinh phí (đồng)", "1.500", 1_500),
        ("Kinh phí", "1,5 triệu", 1_500_000),
    ] {
        let list = format!(
            "Ngày\tCơ quan\tTên tin, bài\tHình thức\t{heading}\n05/3/2026\tVăn phòng\tBài một\tZalo\t{cell}\n"
        );
        let import = of_csv(&list);
        assert_eq!(new_of(&import.lines[0]).cost, Some(cost), "{heading}");
        let is_told = import.lines[0].remarks.iter().any(|remark| remark.contains("tính bằng"));
        assert_eq!(
            is_told,
            heading.contains("(n") || heading.contains('1') || heading.contains("tr"),
            "{heading}"
        );
    }
    let above = "DANH SÁCH HOẠT ĐỘNG;;;;\nĐơn vị tính: triệu đồng;;;;\n\
        Ngày;Cơ quan;Nội dung;Hình thức;Kinh phí\n05/3/2026;Văn phòng;Bài một;Zalo;2\n06/3/2026;Văn phòng;Bài hai;Zalo;3\n";
    assert_rows(
        above,
        &[
            "2000000 đồng [kinh phí của danh sách tính bằng triệu đồng: dòng này là 2.000.000 đồng]",
            "3000000 đồng",
        ],
    );
}

#[test]
fn what_stands_under_don_vi_says_whether_it_is_a_unit_or_an_office() {
    let columns = |list: &str| told(&of_csv(list), &plan()).lines().next().unwrap().to_owned();
    let with_office = "Ngày,Cơ quan,Tên hoạt động,Số lượng,Đơn vị\n\
        05/3/2026,Văn phòng,Đối thoại với người dân,2,cuộc\n\
        06/3/2026,Văn phòng,Quán triệt kế hoạch,1,Hội nghị\n";
    assert!(columns(with_office).contains("Đơn vị → unit"), "{}", columns(with_office));
    assert_rows(with_office, &["2 cuoc", "1 hoi-nghi"]);
    assert!(rows_of(with_office).iter().all(|row| !row.contains("Đơn vị:")), "nothing is left for the note");
    let alone = with_office.replace("Cơ quan,", "Thực hiện,");
    assert!(columns(&alone).contains("Đơn vị → unit"), "{}", columns(&alone));
    let offices = "Ngày,Tên hoạt động,Số lượng,Đơn vị\n\
        05/3/2026,Đối thoại với người dân,2,Văn phòng\n\
        06/3/2026,Quán triệt kế hoạch,1,Phòng Kinh tế\n";
    assert!(columns(offices).contains("Đơn vị → office"), "{}", columns(offices));
    let mixed = offices.replace("Phòng Kinh tế", "tin, bài");
    assert!(columns(&mixed).contains("Đơn vị → office"), "{}", columns(&mixed));
}

#[test]
fn what_was_not_done_never_counts() {
    assert_rows(
        "Ngày,Cơ quan,Hình thức,Nội dung,Số lượng,Ghi chú,Tình trạng\n\
        5/3/2026,Văn phòng,Trang TTĐT,D1,1,không thực hiện,\n\
        5/3/2026,Văn phòng,Trang TTĐT,D2 (hủy),1,,\n\
        5/3/2026,Văn phòng,Trang TTĐT,D3,1,,Chưa thực hiện\n\
        5/3/2026,Văn phòng,Trang TTĐT,D4,1,,Hoãn sang quý IV\n\
        5/3/2026,Văn phòng,Trang TTĐT,D5,1,đã gỡ bài,Đã đăng\n\
        5/3/2026,Văn phòng,Trang TTĐT,Hủy hồ sơ quá hạn: ai được hủy,1,,\n\
        5/3/2026,Văn phòng,Trang TTĐT,Công bố bãi bỏ thủ tục,1,buổi chiều hủy một phần,\n",
        &[
            "! danh sách ghi “không thực hiện”: chưa thực hiện, không ghi vào sổ",
            "! danh sách ghi “D2 (hủy)”: chưa thực hiện, không ghi vào sổ",
            "! danh sách ghi “Chưa thực hiện”: chưa thực hiện, không ghi vào sổ",
            "! danh sách ghi “Hoãn sang quý IV”: chưa thực hiện, không ghi vào sổ",
            "“D5”; trang-ttdt; 1 tin-bai; đã gỡ bài / Đã đăng",
            "1 tin-bai",
            "[“buổi chiều hủy một phần”: xem lại việc này đã thực hiện chưa]",
        ],
    );
}

#[test]
fn results_that_are_counts_are_read_as_counts() {
    assert_rows(
        "Ngày,Cơ quan,Hình thức,Nội dung,Kết quả\n\
        05/3/2026,Văn phòng,Truyền thanh,Phát CCHC,3 lượt phát\n\
        06/3/2026,Văn phòng,Hội nghị,Quán triệt,02 hội nghị\n\
        07/3/2026,Văn phòng,Trang TTĐT,Tin,5\n\
        07/3/2026,Văn phòng,Truyền thanh,Phát lại,\"3 lượt, 15 phút\"\n\
        08/3/2026,Văn phòng,Trang TTĐT,Tin hai,Hoàn thành tốt\n\
        09/3/2026,Văn phòng,Trang TTĐT,Tin ba,Không thực hiện\n",
        &[
            "3 luot-phat",
            "2 hoi-nghi",
            "5 tin-bai",
            "3 luot-phat; Kết quả theo danh sách: 3 lượt, 15 phút [số lượng “3 lượt, 15 phút” có lời chưa hiểu",
            "1 tin-bai; Kết quả: Hoàn thành tốt [kết quả “Hoàn thành tốt” không phải số lượng: ghi vào ghi chú, dòng tính là một]",
            "! danh sách ghi “Không thực hiện”",
        ],
    );
    assert_rows(
        "Ngày,Cơ quan,Hình thức,Nội dung,Kết quả\n\
        05/3/2026,Văn phòng,Trang TTĐT,Bài một,Tốt\n\
        06/3/2026,Văn phòng,Trang TTĐT,Bài hai,Đạt\n\
        07/3/2026,Văn phòng,Trang TTĐT,Bài ba,12 lượt\n",
        &[
            "1 tin-bai; Tốt",
            "1 tin-bai; Đạt",
            "1 tin-bai; 12 lượt [kết quả “12 lượt” ghi vào ghi chú, không tính là số lượng]",
        ],
    );
}

#[test]
fn days_as_people_write_them() {
    let list =
        |day: &str| format!("Ngày\tCơ quan\tTên tin, bài\tHình thức\n{day}\tVăn phòng\tBài một\tZalo\n");
    for (written, day, remark) in [
        ("05-07/3/2026", "2026-03-05", "“05-07/3/2026” là nhiều ngày: lấy ngày đầu 05/3/2026"),
        ("05/3/2026 - 07/3/2026", "2026-03-05", "là nhiều ngày: lấy ngày đầu 05/3/2026"),
        ("từ 14-20/4/2026", "2026-04-14", "là nhiều ngày"),
        ("5, 6 và 9/3", "2026-03-05", "là nhiều ngày"),
        ("05 đến 07/3", "2026-03-05", "là nhiều ngày"),
        ("30-02/4/2026", "2026-04-02", "chưa rõ là ngày nào"),
        ("8 giờ 30 - 12/3/2026", "2026-03-12", ""),
        ("08h00, 12/3/2026", "2026-03-12", ""),
        ("8h30, 12/3/2026", "2026-03-12", ""),
        ("Thứ 5, 12/3/2026", "2026-03-12", ""),
        ("20260305", "2026-03-05", ""),
        ("T3/2026", "2026-03-31", "chỉ ghi tháng 3/2026"),
        ("T.03/2026", "2026-03-31", "chỉ ghi tháng 3/2026"),
        ("Tháng 3/2026", "2026-03-31", "chỉ ghi tháng 3/2026"),
    ] {
        let import = of_csv(&list(written));
        let line = &import.lines[0];
        assert_eq!(new_of(line).date.to_string(), day, "{written}");
        assert!(line.remarks.join("; ").contains(remark), "{written}: {line:#?}");
        assert_eq!(line.remarks.is_empty(), remark.is_empty(), "{written}: {line:#?}");
    }
    assert!(matches!(of_csv(&list("T3")).lines[0].outcome, Outcome::Refused(_)), "a Tuesday, or a month");
}

#[test]
fn units_of_the_heading_hold_and_unknown_ones_are_kept_as_words() {
    assert_rows(
        "Ngày,Cơ quan,Nội dung,Lượt phát,Số tin bài\n\
        05/3/2026,Văn phòng,Phát CCHC,12 lượt,\n\
        06/3/2026,Văn phòng,Phát CCHC,12 lượt phát,2 tin\n\
        07/3/2026,Văn phòng,Đăng ảnh,,01 tin và 15 ảnh\n\
        08/3/2026,Văn phòng,Đăng ảnh,12 nốt nhạc,\n\
        09/3/2026,Văn phòng,Không gì,0,\n",
        &[
            "12 luot-phat",
            "12 luot-phat, 2 tin-bai",
            "1 tin-bai; Số tin bài theo danh sách: 01 tin và 15 ảnh [số lượng “01 tin và 15 ảnh” có lời chưa hiểu",
            "! đơn vị tính trong “12 nốt nhạc” không có trong kế hoạch",
            "[dòng không có số lượng, hoặc số lượng là 0: ghi vào sổ mà không có số lượng]",
        ],
    );
    let line = of_row("Văn phòng", "Hội nghị", "01 cuộc/45 người", "", "");
    let new = new_of(&line);
    assert!(
        new.counts[0].value == 1 && new.note.contains("45 người") && line.remarks.len() == 1,
        "{line:#?}"
    );
}

#[test]
fn a_row_like_one_above_is_told() {
    let list = "Ngày,Cơ quan,Hình thức,Nội dung,Số lượng\n\
        05/3/2026,Văn phòng,Trang TTĐT,Tin A,1\n\
        06/3/2026,Văn phòng,Trang TTĐT,Tin A,1\n\
        05/3/2026,Văn phòng,Trang TTĐT,Tin A,1\n";
    let import = of_csv(list);
    assert_eq!(import.tally().new, 3);
    assert_eq!(
        import.lines[2].remarks,
        ["giống dòng 2 (cùng ngày, cơ quan, tên): xem lại có ghi hai lần không"]
    );
    assert!(import.lines[0].remarks.is_empty() && import.lines[1].remarks.is_empty());
}

#[test]
fn a_header_of_two_lines_and_ditto_marks() {
    let list = sheet(
        "Sổ",
        &[],
        &["TT", "Nội dung", "Thời gian", "", "Chủ trì", "Kết quả thực hiện", ""],
        vec![
            vec![
                "".into(),
                "".into(),
                "Bắt đầu".into(),
                "Kết thúc".into(),
                "".into(),
                "Số lượng".into(),
                "Đơn vị".into(),
            ],
            vec![
                1.into(),
                "Tập huấn".into(),
                "05/5/2026".into(),
                "07/5/2026".into(),
                "Phòng Văn hóa - Xã hội".into(),
                "01".into(),
                "lớp".into(),
            ],
            vec![
                2.into(),
                "Tuyên truyền lưu động".into(),
                "nt".into(),
                "".into(),
                "-nt-".into(),
                "Hai".into(),
                "cuộc".into(),
            ],
            vec![
                3.into(),
                "Thi trực tuyến".into(),
                "Từ 01/6 đến 15/6".into(),
                "".into(),
                "VP HĐND&UBND".into(),
                "1".into(),
                "\"".into(),
            ],
        ],
    );
    let mut book = book(vec![list]);
    book.sheets[0].merged = vec![
        crate::ingest::sheet::Merged { rows: (1, 1), columns: (2, 3) },
        crate::ingest::sheet::Merged { rows: (1, 1), columns: (5, 6) },
    ];
    let import = activities(&book, &plan(), &Mapping::default());
    let told = told(&import, &plan());
    for part in [
        "Thời gian: Bắt đầu → date, Thời gian: Kết thúc → until, Chủ trì → office, Kết quả thực hiện: Số lượng → count, Kết quả thực hiện: Đơn vị → unit",
        "+ 2026-05-05 phong-vhxh “Tập huấn”; 1 lop",
        "+ 2026-05-05 phong-vhxh “Tuyên truyền lưu động”; 2 cuoc",
        "+ 2026-06-01 van-phong “Thi trực tuyến”; 1 cuoc",
    ] {
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn headings_in_short_and_columns_of_words() {
    let list = "Ngày,Tên,CQ,Trạng thái,Chuyên mục\n\
        1/7/2026,Bài một,VP HĐND&UBND,Đã đăng,Tài chính công\n\
        2/7/2026,Bài hai,như trên,Hủy,Nông thôn mới\n\
        3/7/2026,Bài ba,nt,,Nông thôn mới\n";
    let import = of_csv(list);
    let told = told(&import, &plan());
    for part in [
        "CQ → office, Trạng thái → note, Chuyên mục → note",
        "+ 2026-07-01 van-phong “Bài một”",
        "! danh sách ghi “Hủy”",
        "+ 2026-07-03 van-phong “Bài ba”; Nông thôn mới",
    ] {
        assert!(told.contains(part), "{told}");
    }
    let counted = of_csv("Ngày,Tên,CQ,Chuyên mục\n1/7/2026,Bài một,VP,2\n");
    assert_eq!(counted.tables[0].columns[3].field.to_string(), "count:chuyen-muc");
}
