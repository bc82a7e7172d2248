//! Roman numerals (số La Mã): quarters, appendices, headings.

const NUMERALS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The number in Roman numerals; 0 and numbers over 3999, which have none, in plain digits.
pub fn roman(number: u32) -> String {
    if !(1..=3999).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut numerals = String::new();
    for (value, numeral) in NUMERALS {
        while rest >= value {
            numerals.push_str(numeral);
            rest -= value;
        }
    }
    numerals
}

/// The value of Roman numerals in capitals, 1–3999. `None` for anything else, also for odd forms ("IIII").
pub fn from_roman(text: &str) -> Option<u32> {
    let mut rest = text;
    let mut number = 0;
    for (value, numeral) in NUMERALS {
        while let Some(shorter) = rest.strip_prefix(numeral) {
            rest = shorter;
            number += value;
            if number > 3999 {
                return None;
            }
        }
    }
    (number > 0 && rest.is_empty() && roman(number) == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_there_and_back() {
        let first: Vec<_> = (0..=20).map(roman).collect();
        assert_eq!(
            first.join(" "),
            "0 I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX"
        );
        for number in 1..=3999 {
            assert_eq!(from_roman(&roman(number)), Some(number));
        }
        for bad in ["", "IIII", "VX", "iv", "IVI", "0", "4000", "IM", &"M".repeat(100_000)] {
            assert_eq!(from_roman(bad), None, "{}", &bad[..bad.len().min(8)]);
        }
    }
}
