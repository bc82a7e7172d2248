//! Số, ký hiệu: `152/KH-UBND`, `118/2025/NĐ-CP`, `72/2025/QH15`, `57-NQ/TW`, `581/BNV-CCHC`, `66.18/2026/NQ-CP`, `30c/NQ-CP`.

/// A number and symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Symbol {
    /// As it should be written: no stray spaces, hyphens for dashes.
    pub(super) number: String,
    /// What identifies it: no leading zeros, no diacritics, small letters.
    pub(super) key: String,
    /// The year inside it.
    pub(super) year: Option<i32>,
    /// The letters: `KH-UBND`; of the Party's form the kind, then the agency.
    pub(super) code: String,
    /// The Party's form, `57-NQ/TW`.
    pub(super) party: bool,
    /// Whether spaces or dashes stray in it.
    pub(super) stray: bool,
    /// Bytes it takes.
    pub(super) length: usize,
}

/// The symbol with which a text begins.
pub(super) fn symbol(text: &str) -> Option<Symbol> {
    let mut scan = Scan { text, at: 0, stray: false };
    let digits = scan.digits(1..=5)?;
    let mut running = digits.to_owned();
    if scan.peek() == Some('.') && scan.text[scan.at + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        scan.at += 1;
        running.push('.');
        running.push_str(scan.digits(1..=3)?);
    }
    if let Some(c) = scan.peek().filter(char::is_ascii_lowercase)
        && scan.text[scan.at + 1..].starts_with(['/', '-'])
    {
        scan.at += 1;
        running.push(c);
    }
    let stripped = running.trim_start_matches('0');
    let plain = if stripped.is_empty() { "0" } else { stripped };
    scan.blanks();
    let (number, key, year, code, party);
    match scan.next()? {
        '/' => {
            scan.blanks();
            year = scan.year();
            code = scan.code()?;
            party = false;
            let inner = year.map_or_else(String::new, |year| format!("{year}/"));
            number = format!("{running}/{inner}{code}");
            key = format!("{plain}/{inner}{code}");
        }
        '-' | '–' => {
            scan.blanks();
            let kind = scan.segment()?;
            scan.blanks();
            (scan.next()? == '/').then_some(())?;
            scan.blanks();
            let agency = scan.code()?;
            year = None;
            party = true;
            number = format!("{running}-{kind}/{agency}");
            key = format!("{plain}-{kind}/{agency}");
            code = format!("{kind}/{agency}");
        }
        _ => return None,
    }
    let key = crate::text::fold(&key);
    Some(Symbol { number, key, year, code, party, stray: scan.stray, length: scan.at })
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    stray: bool,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        self.stray |= c == '–';
        Some(c)
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        let length = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        self.stray |= length > 0;
        self.at += length;
    }

    fn digits(&mut self, many: std::ops::RangeInclusive<usize>) -> Option<&'a str> {
        let length = self.text[self.at..].bytes().take_while(u8::is_ascii_digit).count();
        many.contains(&length).then(|| {
            self.at += length;
            &self.text[self.at - length..self.at]
        })
    }

    /// `2025/` before the letters.
    fn year(&mut self) -> Option<i32> {
        let (at, stray) = (self.at, self.stray);
        let year = self.digits(4..=4).and_then(|digits| digits.parse().ok());
        self.blanks();
        if year.is_some() && self.peek() == Some('/') {
            self.at += 1;
            self.blanks();
            return year;
        }
        (self.at, self.stray) = (at, stray);
        None
    }

    /// Segments between hyphens; spaces stray only between the first two.
    fn code(&mut self) -> Option<String> {
        let mut code = self.segment()?;
        let mut count = 1;
        loop {
            let (at, stray) = (self.at, self.stray);
            if count == 1 {
                self.blanks();
            }
            let hyphen = matches!(self.peek(), Some('-' | '–'));
            if hyphen {
                self.next();
                if count == 1 {
                    self.blanks();
                }
            }
            let Some(segment) = hyphen.then(|| self.segment()).flatten() else {
                (self.at, self.stray) = (at, stray);
                return Some(code);
            };
            code.push('-');
            code.push_str(&segment);
            count += 1;
        }
    }

    /// `UBND`, `TTg`, `QH15`, `CCHC&PC`: capitals, with few small letters among them.
    fn segment(&mut self) -> Option<String> {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, 'Đ' | 'Ð' | '&')))
            .unwrap_or(rest.len());
        let segment = &rest[..end];
        let capitals = segment.chars().filter(|c| c.is_uppercase()).count();
        let small = segment.chars().filter(char::is_ascii_lowercase).count();
        let begins = segment.starts_with(|c: char| c.is_uppercase());
        // A letter with a tone mark behind it belongs to a word.
        let whole = !rest[end..].starts_with(char::is_alphanumeric);
        if !(begins && whole && capitals >= 2 && small <= 2 && segment.len() <= 16) {
            return None;
        }
        self.at += end;
        Some(segment.replace('Ð', "Đ"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family() {
        for (text, number, key) in [
            ("152/KH-UBND ngày", "152/KH-UBND", "152/kh-ubnd"),
            ("23/CT-TTg", "23/CT-TTg", "23/ct-ttg"),
            ("07/2021/TT-BNV", "07/2021/TT-BNV", "7/2021/tt-bnv"),
            ("7/2021/TT-BNV", "7/2021/TT-BNV", "7/2021/tt-bnv"),
            ("72/2025/QH15", "72/2025/QH15", "72/2025/qh15"),
            ("35/2023/UBTVQH15", "35/2023/UBTVQH15", "35/2023/ubtvqh15"),
            ("1672/NQ-UBTVQH15", "1672/NQ-UBTVQH15", "1672/nq-ubtvqh15"),
            ("57-NQ/TW, ngày", "57-NQ/TW", "57-nq/tw"),
            ("24-CTr/ĐU", "24-CTr/ĐU", "24-ctr/du"),
            ("581/BNV-CCHC", "581/BNV-CCHC", "581/bnv-cchc"),
            ("2231/SNV-CCHC&PC", "2231/SNV-CCHC&PC", "2231/snv-cchc&pc"),
            ("66.18/2026/NQ-CP", "66.18/2026/NQ-CP", "66.18/2026/nq-cp"),
            ("30c/NQ-CP", "30c/NQ-CP", "30c/nq-cp"),
            ("55/2005/TTLT-BNV-VPCP", "55/2005/TTLT-BNV-VPCP", "55/2005/ttlt-bnv-vpcp"),
            ("03/VBHN-VPQH", "03/VBHN-VPQH", "3/vbhn-vpqh"),
            ("355/ HD –BCĐ ngày", "355/HD-BCĐ", "355/hd-bcd"),
            ("132-KH/UBND", "132-KH/UBND", "132-kh/ubnd"),
        ] {
            let found = symbol(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.number.as_str(), found.key.as_str()), (number, key), "{text}");
        }
        assert!(symbol("355/ HD –BCĐ").is_some_and(|found| found.stray));
        assert!(
            symbol("152/KH-UBND - UBND xã")
                .is_some_and(|found| !found.stray && found.number == "152/KH-UBND")
        );
    }

    #[test]
    fn what_is_none() {
        for text in [
            "24/4/2026",
            "02 tin, bài",
            "3 tin/bài",
            "100% TTHC",
            "1/Tổ",
            "5 - HỘI NGHỊ",
            "2026-2030",
            "4-12/2026",
            "1/",
            "",
        ] {
            assert_eq!(symbol(text), None, "{text}");
        }
    }
}
