//! Khóa: what a frozen report keeps from being changed, and who may lift it.

use serde_json::{Map, Value};

use crate::exchange::{Edit, PlanFile, RecordKey};
use crate::id::FilingId;
use crate::plan::OfficeRole;
use crate::record::Kind;
use crate::register::FrozenReport;
use crate::text::date_vi;

/// The one field of a frozen report that may be written later.
const LIFTED: &str = "lifted";

/// What decides which figures a report has.
const FIXED: [&str; 3] = ["rule", "period", "window"];

impl PlanFile {
    /// Báo cáo đang chốt: the last frozen version of a report, unless its lock was lifted.
    pub fn frozen(&self, filing: &FilingId) -> Option<&FrozenReport> {
        let versions = self.frozen_reports.iter().filter(|frozen| frozen.filing == *filing);
        versions.max_by_key(|frozen| frozen.version).filter(|frozen| frozen.lifted.is_none())
    }

    /// Why an edit is refused; nothing where no lock is in its way. The records that a report counts are never locked:
    /// what changes of them shows as a difference.
    pub(super) fn locked(&self, edit: &Edit) -> Option<String> {
        let (record, fields) = match edit {
            Edit::Set { record, fields } | Edit::Settle { record, fields } => (record, Some(fields)),
            Edit::Remove { record } | Edit::Dispute { record, .. } => (record, None),
            Edit::Sent(_) | Edit::Received(_) => return None,
        };
        match record.kind {
            Kind::ParagraphEdits => {
                // Where it stands and where it would go: an edit of an open report must not be moved into a frozen one.
                let known = self.paragraph_edits.get_str(&record.id).map(|edit| edit.filing.clone());
                let named = fields.and_then(|fields| fields.get("filing")?.as_str()?.parse().ok());
                let mut filings = [known, named].into_iter().flatten();
                filings.find_map(|filing: FilingId| self.frozen(&filing)).map(|frozen| self.refusal(frozen))
            }
            Kind::Filings => {
                let filing = self.filings.get_str(&record.id)?;
                let frozen = self.frozen(&filing.id)?;
                let is_fixed = fields.is_none_or(|fields| {
                    let before = self.fields(record).unwrap_or_default();
                    FIXED.iter().any(|field| differs(&before, fields, field))
                });
                is_fixed.then(|| self.refusal(frozen))
            }
            Kind::FrozenReports => self.locked_version(record, fields),
            _ => None,
        }
    }

    fn locked_version(&self, record: &RecordKey, fields: Option<&Map<String, Value>>) -> Option<String> {
        let frozen = self.frozen_reports.get_str(&record.id)?;
        let is_refused = if let Some(fields) = fields {
            let before = self.fields(record).unwrap_or_default();
            fields.keys().any(|field| field != LIFTED && differs(&before, fields, field))
        } else {
            // Taking the freeze itself back is no change of the report while nobody has it.
            let is_sent = self.filings.get(&frozen.filing).is_some_and(|filing| filing.state.is_sent());
            is_sent && frozen.lifted.is_none()
        };
        is_refused.then(|| self.refusal(frozen))
    }

    /// Lý do khóa of a frozen report, and who may lift it.
    pub fn refusal(&self, frozen: &FrozenReport) -> String {
        let name = frozen.name();
        let focal = self.offices.iter().find(|office| office.role == OfficeRole::Focal);
        let who = focal.map_or(self.plan.issuer.as_str(), |office| &office.name);
        format!(
            "{name} đã chốt lúc {} ngày {}, người chốt: {}; nội dung không sửa được nữa. {who} mở khóa được, phải ghi lý do; \
             hoặc lập bản đính chính, bổ sung",
            frozen.at.format("%H:%M"),
            date_vi(frozen.at.date_naive()),
            frozen.by
        )
    }
}

/// Whether fields write something else than what stands there; `null` is the same as nothing.
fn differs(before: &Map<String, Value>, fields: &Map<String, Value>, field: &str) -> bool {
    let Some(new) = fields.get(field) else { return false };
    before.get(field).unwrap_or(&Value::Null) != new
}
