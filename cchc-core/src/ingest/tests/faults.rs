//! What is wrong in a document: each fault is found where it is, and not where it is not.

use super::today;
use crate::ingest;

/// A plan in which nothing is wrong.
const SOUND: &str = "\
UBND XÃ NÀ PHẶC
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Nà Phặc, ngày 14 tháng 5 năm 2026

KẾ HOẠCH
Tuyên truyền cải cách hành chính xã Nà Phặc năm 2026

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;
Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;
Thực hiện Kế hoạch số 90/KH-UBND ngày 20/3/2026 của UBND tỉnh Thái Nguyên, UBND xã Nà Phặc ban hành Kế hoạch.

I. MỤC ĐÍCH
Nâng cao nhận thức về Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND
Treo 02 khẩu hiệu trước ngày 20/11/2026. Chi tiết tại phụ lục kèm theo.
2. Phòng Văn hóa - Xã hội
Tổ chức 01 hội nghị vào thứ Sáu, ngày 20/11/2026.

PHỤ LỤC
(Kèm theo Kế hoạch số 12/KH-UBND ngày 14/5/2026 của UBND xã Nà Phặc)
STT\tNội dung\tChủ trì\tThời gian
1\tPhát 500 tờ rơi\tVăn phòng HĐND và UBND\tQuý III
";

fn codes(text: &str) -> Vec<&'static str> {
    let read = ingest::text(text, "thu".parse().unwrap(), today());
    read.diagnostics.iter().map(|found| found.code).collect()
}

#[test]
fn each_fault_is_found_and_a_sound_plan_has_none() {
    let appendix = SOUND.find("PHỤ LỤC").unwrap();
    let cases: [(&str, String); 11] = [
        ("number-two-dates", SOUND.replacen("ngày 15/7/2021", "ngày 25/7/2021", 1)),
        ("year-against-date", SOUND.replace("72/2025/QH15 ngày 16/6/2025", "72/2025/QH15 ngày 16/6/2024")),
        ("document-after-plan", SOUND.replace("ngày 20/3/2026", "ngày 20/6/2026")),
        (
            "basis-order",
            SOUND.replacen(
                "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;",
                "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;\n\
                 Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 ngày 19/02/2025;",
                1,
            ),
        ),
        ("basis-punctuation", SOUND.replace("ngày 16/6/2025;", "ngày 16/6/2025,")),
        ("party-form", SOUND.replace("90/KH-UBND", "90-KH/UBND")),
        ("deadline-past", SOUND.replace("trước ngày 20/11/2026", "trước ngày 20/4/2026")),
        ("weekday-against-date", SOUND.replace("thứ Sáu, ngày 20/11/2026", "thứ Hai, ngày 20/11/2026")),
        ("heading-number", SOUND.replace("II. TỔ CHỨC", "III. TỔ CHỨC")),
        ("appendix-missing", SOUND[..appendix].to_owned()),
        ("no-such-date", SOUND.replace("ngày 20/3/2026", "ngày 31/4/2026")),
    ];
    let sound = codes(SOUND);
    for (code, text) in &cases {
        assert!(*text != SOUND, "{code}: nothing was changed");
        assert!(!sound.contains(code), "{code} in a sound plan");
        assert!(codes(text).contains(code), "{code} was not found: {:?}", codes(text));
    }
}

#[test]
fn what_is_no_fault_is_not_told() {
    let bases = |lines: &str| {
        SOUND.replacen("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;\n", lines, 1)
    };
    let local = bases(
        "Căn cứ Thông tư số 01/2026/TT-BNV ngày 05/01/2026 của Bộ Nội vụ;\n\
         Căn cứ Nghị quyết số 20/NQ-HĐND ngày 10/12/2025 của HĐND tỉnh Lạng Sơn;\n\
         Căn cứ Quyết định số 15/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Lạng Sơn;\n",
    );
    assert!(local != SOUND && !codes(&local).contains(&"basis-order"), "{:?}", codes(&local));
    let turned = bases(
        "Căn cứ Quyết định số 15/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Lạng Sơn;\n\
         Căn cứ Thông tư số 01/2026/TT-BNV ngày 05/01/2026 của Bộ Nội vụ;\n",
    );
    assert!(codes(&turned).contains(&"basis-order"));
    let text = SOUND[..SOUND.find("PHỤ LỤC").unwrap()].to_owned();
    let own = text.replace("trước ngày 20/11/2026", "theo phụ lục kèm theo Kế hoạch này");
    assert!(codes(&own).contains(&"appendix-missing"));
}

#[test]
fn another_documents_appendix_is_not_missing() {
    let text = |which: &str| {
        format!(
            "ỦY BAN NHÂN DÂN\nXÃ NÀ PHẶC\nSố: 12/KH-UBND\nNà Phặc, ngày 14 tháng 5 năm 2026\nKẾ HOẠCH\n\
             Tuyên truyền cải cách hành chính năm 2026\nI. TỔ CHỨC THỰC HIỆN\n1. Văn phòng HĐND và UBND\n\
             - Niêm yết bộ thủ tục tại phụ lục kèm theo {which}.\n"
        )
    };
    let missing = |which: &str| codes(&text(which)).contains(&"appendix-missing");
    assert!(missing("Kế hoạch này"));
    assert!(!missing("Quyết định số 100/QĐ-UBND ngày 05/01/2026 của UBND tỉnh"));
}

#[test]
fn what_nobody_follows_is_listed() {
    let text = "UBND XÃ NÀ PHẶC\nSố: 12/KH-UBND\nNà Phặc, ngày 14 tháng 5 năm 2026\nKẾ HOẠCH\n\
        Tuyên truyền cải cách hành chính năm 2026\nI. NỘI DUNG TUYÊN TRUYỀN\n\
        1. Cải cách thủ tục hành chính: tối thiểu 05 tin, bài trong năm.\nII. HÌNH THỨC TUYÊN TRUYỀN\n\
        1. Trang thông tin điện tử xã: mỗi tháng ít nhất 03 tin, bài.\nIII. TỔ CHỨC THỰC HIỆN\n\
        1. Văn phòng HĐND và UBND\n- Hằng tháng đăng ít nhất 02 tin, bài trên Trang thông tin điện tử.\n";
    let read = ingest::text(text, "thu".parse().unwrap(), today());
    let open: Vec<&str> = read
        .readings
        .iter()
        .filter(|reading| reading.certainty == ingest::Certainty::NotUnderstood)
        .map(|reading| reading.words.as_str())
        .collect();
    assert_eq!(open, ["tối thiểu 05 tin, bài", "ít nhất 03 tin, bài"]);
    assert_eq!(read.file.duties.len(), 1, "the third is a quota");
}
