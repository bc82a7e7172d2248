//! The fixed lines of the form, with their blanks and end marks.

use super::words::line;
use crate::document::{Letterhead, PartialDate, Recipients};

/// No-break spaces: room to write in by hand, which no renderer squeezes together.
const ROOM_FOR_NUMBER: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
const ROOM_FOR_DAY: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// `Số: 05/BC-UBND`: a number below ten with a leading zero (NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, 3).
pub(super) fn number_line(letterhead: &Letterhead) -> String {
    let number = letterhead.number.as_deref().map(line).filter(|number| !number.is_empty());
    let number = match number {
        None => ROOM_FOR_NUMBER.to_owned(),
        Some(number) if number.len() == 1 && number.starts_with(|digit: char| digit.is_ascii_digit()) => {
            format!("0{number}")
        }
        Some(number) => number,
    };
    let symbol = line(&letterhead.symbol);
    format!("Số: {number}/{}", symbol.trim_start_matches('/'))
}

/// `ngày 05 tháng 02 năm 2026`: a leading zero for days below ten and for January and February only (the same, 4).
pub(super) fn date_line(date: PartialDate) -> String {
    let day = match date.day {
        Some(day) => format!("ngày {day:02} "),
        None => format!("ngày{ROOM_FOR_DAY}"),
    };
    let month = match date.month {
        Some(month @ (1 | 2)) => format!("tháng {month:02} "),
        Some(month) => format!("tháng {month} "),
        None => format!("tháng{ROOM_FOR_DAY}"),
    };
    format!("{day}{month}năm {}", date.year)
}

/// One addressee stands behind "Kính gửi:", several on lines of their own (the same, 9 a).
pub(super) fn addressee_lines(addressees: &[String]) -> Vec<String> {
    let names: Vec<String> =
        addressees.iter().map(|name| bare(name)).filter(|name| !name.is_empty()).collect();
    match names.as_slice() {
        [] => Vec::new(),
        [name] => vec![format!("Kính gửi: {name}.")],
        [first @ .., last] => {
            let mut lines = vec!["Kính gửi:".to_owned()];
            lines.extend(first.iter().map(|name| format!("- {name};")));
            lines.push(format!("- {last}."));
            lines
        }
    }
}

/// The list under "Nơi nhận:" (the same, 9 b).
pub(super) fn recipient_lines(recipients: &Recipients) -> Vec<String> {
    let mut lines: Vec<String> = recipients
        .to
        .iter()
        .map(|name| bare(name))
        .filter(|name| !name.is_empty())
        .map(|name| format!("- {name};"))
        .collect();
    let archive = bare(&recipients.archive);
    if !archive.is_empty() {
        lines.push(format!("- Lưu: {archive}."));
    }
    lines
}

/// A name as typed, perhaps with the dash and the end mark that the form adds.
fn bare(name: &str) -> String {
    let name = line(name);
    let name = name.trim_start_matches(['-', '–', ' ']).trim_end_matches([';', '.', ',', ' ']);
    name.strip_prefix("Lưu:").map_or(name, str::trim_start).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(day: Option<u32>, month: Option<u32>) -> String {
        date_line(PartialDate { day, month, year: 2026 })
    }

    #[test]
    fn dates_have_a_zero_where_the_decree_asks_for_one() {
        assert_eq!(on(Some(5), Some(2)), "ngày 05 tháng 02 năm 2026");
        assert_eq!(on(Some(9), Some(3)), "ngày 09 tháng 3 năm 2026");
        assert_eq!(on(Some(17), Some(12)), "ngày 17 tháng 12 năm 2026");
        assert_eq!(on(None, Some(12)).replace('\u{a0}', "_"), "ngày_______tháng 12 năm 2026");
    }

    #[test]
    fn numbers_have_a_zero_below_ten_and_a_blank_in_a_draft() {
        let mut letterhead =
            Letterhead { symbol: "BC-UBND".into(), number: Some("5".into()), ..Letterhead::default() };
        assert_eq!(number_line(&letterhead), "Số: 05/BC-UBND");
        letterhead.number = Some("188".into());
        assert_eq!(number_line(&letterhead), "Số: 188/BC-UBND");
        letterhead.number = Some("5a".into());
        assert_eq!(number_line(&letterhead), "Số: 5a/BC-UBND");
        letterhead.number = None;
        assert_eq!(number_line(&letterhead).replace('\u{a0}', "_"), "Số: ________/BC-UBND");
    }

    #[test]
    fn addressees_and_recipients_get_their_marks_once() {
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        assert_eq!(
            addressee_lines(&names(&["Sở Nội vụ tỉnh Lạng Sơn."])),
            ["Kính gửi: Sở Nội vụ tỉnh Lạng Sơn."]
        );
        assert_eq!(
            addressee_lines(&names(&["- Phòng Kinh tế;", "Trung tâm Dịch vụ công ích"])),
            ["Kính gửi:", "- Phòng Kinh tế;", "- Trung tâm Dịch vụ công ích."]
        );
        let recipients = Recipients {
            to: names(&["Như trên", "- Sở Nội vụ (b/c);"]),
            archive: "Lưu: VT, VHXH.".into(),
        };
        assert_eq!(recipient_lines(&recipients), ["- Như trên;", "- Sở Nội vụ (b/c);", "- Lưu: VT, VHXH."]);
    }
}
