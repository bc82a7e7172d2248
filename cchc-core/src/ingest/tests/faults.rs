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
