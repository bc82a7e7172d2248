//! Budget and commendations, against themselves.

use crate::diagnostic::{Diagnostic, Place};
use crate::exchange::PlanFile;
use crate::text::integer_vi;

pub(super) fn check(file: &PlanFile, found: &mut Vec<Diagnostic>) {
    for item in &file.budget_items {
        let more = |what: &str, amount: Option<u64>, than: &str, limit: Option<u64>| {
            let (amount, limit) = amount.zip(limit).filter(|(amount, limit)| amount > limit)?;
            Some(format!(
                "{what} {} đồng, nhiều hơn {than} {} đồng",
                integer_vi(amount as i64),
                integer_vi(limit as i64)
            ))
        };
        let doubts = [
            ("appraised", more("thẩm định", item.appraised, "dự toán", item.estimate)),
            ("allocated", more("bố trí", item.allocated, "mức thẩm định", item.appraised)),
            ("spent", more("đã chi", item.spent, "mức được bố trí", item.allocated)),
        ];
        for (field, doubt) in doubts {
            let Some(doubt) = doubt else { continue };
            found.push(Diagnostic::warning(
                "budget-exceeded",
                Place::record(item, field),
                doubt,
                "Xem lại hai số tiền, hoặc ghi lý do ở ghi chú",
            ));
        }
    }
    for merit in &file.merits {
        if merit.decided_on.is_some() && merit.decision.trim().is_empty() {
            found.push(Diagnostic::warning(
                "decision-without-number",
                Place::record(merit, "decision"),
                "đã ghi ngày quyết định nhưng chưa ghi số, nên vẫn tính là đang đề nghị",
                "Ghi số, ký hiệu của quyết định",
            ));
        }
    }
}
