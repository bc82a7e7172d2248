//! Numbers as Vietnamese writes them: 1.234,5; and what a person types for one.

/// A whole number with its groups of three: "1.245", "-12.000".
pub fn integer_vi(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(&digits))
}

fn grouped(digits: &str) -> String {
    let mut all = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            all.push('.');
        }
        all.push(digit);
    }
    all
}

/// A number with exactly so many decimals: 1234.5 with one is "1.234,5". What is not a number is "–", the sign
/// of a missing value.
pub fn number_vi(number: f64, decimals: usize) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let written = format!("{:.*}", decimals.min(12), number.abs());
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    // What rounds to zero has no sign.
    let sign = if number < 0.0 && written.bytes().any(|b| (b'1'..=b'9').contains(&b)) { "-" } else { "" };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", grouped(whole))
}

/// Per cent, with one decimal where it is not whole: 96.43 is "96,4%", 100.0 is "100%".
///
/// A part that rounds to the whole, or to nothing, without being it keeps to 99,9% and 0,1%: "100%" means all.
pub fn percent_vi(percent: f64) -> String {
    let shown = match percent {
        p if (99.95..100.0).contains(&p) => 99.9,
        p if p > 0.0 && p < 0.05 => 0.1,
        p => p,
    };
    let written = number_vi(shown, 1);
    format!("{}%", written.strip_suffix(",0").unwrap_or(&written))
}

/// Money in whole đồng: "1.200.000 đồng".
pub fn money_vi(dong: i64) -> String {
    format!("{} đồng", integer_vi(dong))
}

/// A count as the plans write it, with a leading zero below ten: "02", "15", "1.200".
pub fn two_digits(number: u64) -> String {
    if number < 10 { format!("{number:02}") } else { grouped(&number.to_string()) }
}

/// A count below one hundred in words: "không", "hai", "mười lăm", "hai mươi mốt"; `None` from 100 on.
pub fn count_in_words(number: u32) -> Option<String> {
    const UNITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let (tens, unit) = ((number / 10) as usize, (number % 10) as usize);
    let ten = match tens {
        0 => return Some(UNITS[unit].to_owned()),
        1 => "mười".to_owned(),
        2..=9 => format!("{} mươi", UNITS[tens]),
        _ => return None,
    };
    Some(match unit {
        0 => ten,
        1 if tens > 1 => format!("{ten} mốt"),
        5 => format!("{ten} lăm"),
        _ => format!("{ten} {}", UNITS[unit]),
    })
}

/// An amount in words, as estimates write it under the figure: "ba mươi sáu triệu bốn trăm nghìn".
pub fn money_in_words(amount: u64) -> String {
    const SCALES: [&str; 3] = ["", "nghìn", "triệu"];
    if amount == 0 {
        return "không".to_owned();
    }
    let mut words: Vec<String> = Vec::new();
    // Billions count on by themselves: "một nghìn hai trăm tỷ".
    let (billions, rest) = (amount / 1_000_000_000, amount % 1_000_000_000);
    if billions > 0 {
        words.push(format!("{} tỷ", money_in_words(billions)));
    }
    for (place, scale) in SCALES.iter().enumerate().rev() {
        let group = (rest / 1000_u64.pow(place as u32) % 1000) as u32;
        if group == 0 {
            continue;
        }
        words.push(group_in_words(group, !words.is_empty()));
        if !scale.is_empty() {
            words.push((*scale).to_owned());
        }
    }
    words.join(" ")
}

/// Three digits; `led` where something stands before them, so that the hundreds are said even when there are none.
fn group_in_words(group: u32, led: bool) -> String {
    let (hundreds, rest) = (group / 100, group % 100);
    let of = |count: u32| count_in_words(count).unwrap_or_default();
    match (hundreds, rest) {
        (0, rest) if !led => of(rest),
        (hundreds, 0) => format!("{} trăm", of(hundreds)),
        (hundreds, 1..=9) => format!("{} trăm linh {}", of(hundreds), of(rest)),
        (hundreds, rest) => format!("{} trăm {}", of(hundreds), of(rest)),
    }
}

/// Why an input is no number; the message says what to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberInputError {
    /// Nothing was typed.
    #[error("Chưa ghi số. Ghi như 2 hoặc 1.250")]
    Empty,
    /// A point where Vietnamese has a comma, or groups that are not of three.
    #[error("“{0}” chưa rõ là số nào. Dấu chấm để tách hàng nghìn, dấu phẩy cho phần lẻ: 1.250 hoặc 1,5")]
    Ambiguous(String),
    /// No number at all.
    #[error("“{0}” không phải là số. Ghi như 2 hoặc 1.250")]
    NotANumber(String),
}

/// Reads a number that a person typed: "02", "1.250", "1 250", "96,4", "-3". Never negative zero, never infinite.
///
/// # Errors
/// "1.5" and "12.34" are refused, for nobody knows whether a thousand or a half was meant.
pub fn parse_number(input: &str) -> Result<f64, NumberInputError> {
    let text: String = input.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(NumberInputError::Empty);
    }
    let shown = || input.trim().chars().take(40).collect();
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (whole, fraction) = digits.split_once(',').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !whole.split('.').all(all_digits) || !all_digits(fraction) || digits.len() > 18 {
        return Err(NumberInputError::NotANumber(shown()));
    }
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    if whole.contains('.')
        && (first.len() > 3 || first.starts_with('0') || groups.any(|group| group.len() != 3))
    {
        return Err(NumberInputError::Ambiguous(shown()));
    }
    let plain = format!("{}.{fraction}", whole.replace('.', ""));
    let value: f64 = plain.parse().map_err(|_| NumberInputError::NotANumber(shown()))?;
    Ok(if negative && value != 0.0 { -value } else { value })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures() {
        assert_eq!(
            [0, 999, 1245, -12_000, i64::MIN].map(integer_vi),
            ["0", "999", "1.245", "-12.000", "-9.223.372.036.854.775.808"]
        );
        assert_eq!(number_vi(1234.5, 1), "1.234,5");
        for (amount, words) in [
            (0, "không"),
            (5, "năm"),
            (15_000, "mười lăm nghìn"),
            (105, "một trăm linh năm"),
            (36_400_000, "ba mươi sáu triệu bốn trăm nghìn"),
            (1_005_021, "một triệu không trăm linh năm nghìn không trăm hai mươi mốt"),
            (2_000_000_300, "hai tỷ ba trăm"),
            (1_200_000_000_000, "một nghìn hai trăm tỷ"),
        ] {
            assert_eq!(money_in_words(amount), words, "{amount}");
        }
        assert_eq!(number_vi(-0.04, 1), "0,0");
        assert_eq!(number_vi(999_999.999, 2), "1.000.000,00");
        assert_eq!(number_vi(f64::NAN, 2), "–");
        assert_eq!(money_vi(1_200_000), "1.200.000 đồng");
        assert_eq!([0, 2, 10, 1200].map(two_digits), ["00", "02", "10", "1.200"]);
    }

    #[test]
    fn all_and_nothing_are_not_rounded_to() {
        let shown = [0.0, 0.01, 50.0, 96.43, 99.96, 100.0, 114.2857].map(percent_vi);
        assert_eq!(shown, ["0%", "0,1%", "50%", "96,4%", "99,9%", "100%", "114,3%"]);
    }

    #[test]
    fn words() {
        let words: Vec<_> =
            [0, 1, 5, 10, 11, 15, 20, 21, 24, 25, 55, 91].into_iter().filter_map(count_in_words).collect();
        assert_eq!(
            words.join(", "),
            "không, một, năm, mười, mười một, mười lăm, hai mươi, hai mươi mốt, hai mươi bốn, hai mươi lăm, \
             năm mươi lăm, chín mươi mốt"
        );
        assert_eq!(count_in_words(100), None);
    }

    #[test]
    fn what_people_type() {
        for (input, value) in
            [("02", 2.0), (" 1.250 ", 1250.0), ("1\u{A0}250", 1250.0), ("96,4", 96.4), ("-3", -3.0)]
        {
            assert_eq!(parse_number(input), Ok(value), "{input}");
        }
        let errors: Vec<_> = ["", "1.5", "0.250", "hai", "1,2,3", "1e9", "+2", "12.", ",5"]
            .into_iter()
            .map(|input| parse_number(input).unwrap_err().to_string())
            .collect();
        insta::assert_snapshot!(errors.join("\n"));
    }

    proptest! {
        #[test]
        fn written_numbers_read_back(number in -999_999_999_999i64..999_999_999_999) {
            prop_assert_eq!(parse_number(&integer_vi(number)), Ok(number as f64));
        }

        #[test]
        fn written_decimals_read_back(cents in -9_999_999_999i64..9_999_999_999) {
            let number = cents as f64 / 100.0;
            prop_assert_eq!(parse_number(&number_vi(number, 2)), Ok(number));
        }
    }
}
