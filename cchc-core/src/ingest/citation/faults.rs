//! What is wrong in the numbers and dates of cited documents. Nothing is repaired.

use chrono::Datelike;

use super::{KINDS, Registry};
use crate::diagnostic::{Diagnostic, Place};
use crate::text::date_vi;

impl Registry {
    /// What contradicts itself.
    pub(in crate::ingest) fn faults(&self, found: &mut Vec<Diagnostic>) {
        for entry in self.entries() {
            let document = &entry.document;
            let at = |field: &str| Place::record(document, field);
            if let [(first, _), (second, passage), ..] = &entry.dates[..] {
                found.push(Diagnostic::warning(
                    "number-two-dates",
                    at("date"),
                    format!(
                        "ghi hai ngày khác nhau: {} và {} (đoạn “{passage}”); đang lấy ngày ghi trước",
                        date_vi(*first),
                        date_vi(*second)
                    ),
                    "Đối chiếu với văn bản gốc",
                ));
            }
            if let Some(words) = &entry.impossible {
                found.push(Diagnostic::warning(
                    "no-such-date",
                    at("date"),
                    format!("“{words}” không phải là ngày có trong lịch"),
                    "Đối chiếu với văn bản gốc",
                ));
            }
            let Some(symbol) = &entry.symbol else { continue };
            if let (Some(year), Some(date)) = (symbol.year, document.date)
                && year != date.year()
            {
                found.push(Diagnostic::warning(
                    "year-against-date",
                    at("date"),
                    format!("năm {year} trong số, ký hiệu khác năm của ngày {}", date_vi(date)),
                    "Đối chiếu với văn bản gốc",
                ));
            }
            if symbol.stray {
                found.push(Diagnostic::warning(
                    "stray-space-in-number",
                    at("number"),
                    format!(
                        "số, ký hiệu có dấu cách hoặc gạch ngang thừa; đúng thể thức là “{}”",
                        symbol.number
                    ),
                    "Sửa khi soạn lại văn bản",
                ));
            }
            let state = ["UBND", "HĐND", "CP", "TTg", "BNV", "SNV", "VPCP"];
            let agency = symbol.code.rsplit(['-', '/']).next().unwrap_or_default();
            let party = ["TW", "TU", "ĐU", "HU"];
            if symbol.party && state.contains(&agency) {
                found.push(Diagnostic::warning(
                    "party-form",
                    at("number"),
                    format!(
                        "“{}” viết theo thể thức văn bản của Đảng, nhưng {agency} là cơ quan nhà nước",
                        symbol.number
                    ),
                    "Văn bản nhà nước viết như 132/KH-UBND",
                ));
            } else if !symbol.party && party.contains(&agency) {
                found.push(Diagnostic::warning(
                    "state-form",
                    at("number"),
                    format!(
                        "“{}” viết theo thể thức văn bản nhà nước, nhưng {agency} là cơ quan của Đảng",
                        symbol.number
                    ),
                    "Văn bản của Đảng viết như 57-NQ/TW",
                ));
            }
            let short = symbol.code.split(['-', '/']).next().unwrap_or_default();
            let means = KINDS.iter().rev().find(|(_, _, known)| !known.is_empty() && *known == short);
            let own =
                KINDS.iter().find(|(name, ..)| *name == document.doc_type).map_or("", |(_, _, short)| *short);
            if let Some((name, ..)) = means.filter(|_| !own.is_empty() && own != short) {
                found.push(Diagnostic::warning(
                    "type-against-number",
                    at("doc_type"),
                    format!(
                        "gọi là {}, nhưng số, ký hiệu “{}” là của {}",
                        document.doc_type,
                        symbol.number,
                        name.to_lowercase()
                    ),
                    "Đối chiếu với văn bản gốc",
                ));
            }
        }
    }
}
