//! Khóa: what a frozen report keeps from being changed, and who may lift it.

use serde_json::{Map, Value};

use crate::exchange::{Edit, PlanFile};
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

    /// Why a change is refused; nothing where no lock is in its way. It is one question for the whole change, asked of the
    /// file before it: the order of edits decides nothing, and what the change lifts or takes back locks no longer. The
    /// records that a report counts are never locked: what changes of them shows as a difference.
    pub(super) fn locked(&self, edits: &[Edit]) -> Option<String> {
        edits.iter().find_map(|edit| self.lock_of(edit, edits)).map(|frozen| self.refusal(frozen))
    }

    /// The frozen report that an edit must not touch.
    fn lock_of(&self, edit: &Edit, edits: &[Edit]) -> Option<&FrozenReport> {
        let record = edit.record()?;
        match record.kind {
            Kind::ParagraphEdits => {
                // Where it stands and where it would go: an edit of an open report must not be moved into a frozen one.
                let known = self.paragraph_edits.get_str(&record.id).map(|edit| edit.filing.clone());
                let named = edit.fields().and_then(|fields| fields.get("filing")?.as_str()?.parse().ok());
                let mut filings = [known, named].into_iter().flatten();
                filings.find_map(|filing: FilingId| self.frozen_after(&filing, edits))
            }
            Kind::Filings => {
                let filing = self.filings.get_str(&record.id)?;
                let is_fixed = match edit {
                    Edit::Dispute { field, .. } => FIXED.contains(&field.as_str()),
                    _ => edit.fields().is_none_or(|fields| {
                        let before = self.fields(record).unwrap_or_default();
                        FIXED.iter().any(|field| differs(&before, fields, field))
                    }),
                };
                self.frozen_after(&filing.id, edits).filter(|_| is_fixed)
            }
            Kind::FrozenReports => {
                let frozen = self.frozen_reports.get_str(&record.id)?;
                self.is_locked_version(frozen, edit).then_some(frozen)
            }
            _ => None,
        }
    }

    /// [`PlanFile::frozen`], as if what a change takes back or lifts were so already.
    fn frozen_after(&self, filing: &FilingId, edits: &[Edit]) -> Option<&FrozenReport> {
        let is_about = |edit: &Edit, frozen: &FrozenReport| {
            edit.record()
                .is_some_and(|record| record.kind == Kind::FrozenReports && *record.id == *frozen.id.as_str())
        };
        let is_gone = |frozen: &FrozenReport| {
            edits.iter().any(|edit| matches!(edit, Edit::Remove { .. }) && is_about(edit, frozen))
        };
        // As the change leaves it: one that lifts the lock and shuts it again has not lifted it.
        let is_lifted = |frozen: &FrozenReport| {
            let about = edits.iter().rev().filter(|edit| is_about(edit, frozen));
            let written = about.filter_map(Edit::fields).find_map(|fields| fields.get(LIFTED));
            written.map_or(frozen.lifted.is_some(), |lifted| !lifted.is_null())
        };
        let versions =
            self.frozen_reports.iter().filter(|frozen| frozen.filing == *filing && !is_gone(frozen));
        let last = versions.max_by_key(|frozen| frozen.version)?;
        (!is_lifted(last)).then_some(last)
    }

    fn is_locked_version(&self, frozen: &FrozenReport, edit: &Edit) -> bool {
        match edit {
            Edit::Set { record, fields } | Edit::Settle { record, fields } => {
                let before = self.fields(record).unwrap_or_default();
                // Two copies that froze one version: either is what was signed, a third is not.
                let is_candidate = |field: &str, value: &Value| {
                    matches!(edit, Edit::Settle { .. }) && self.candidates(record, field).contains(&value)
                };
                fields.iter().any(|(field, value)| {
                    field != LIFTED && differs(&before, fields, field) && !is_candidate(field, value)
                })
            }
            Edit::Dispute { field, .. } => field != LIFTED,
            // Taking the freeze itself back is no change of the report while nobody has it.
            Edit::Remove { .. } => {
                let filing = self.filings.get(&frozen.filing);
                filing.is_some_and(|filing| filing.state.is_sent()) && frozen.lifted.is_none()
            }
            Edit::Sent(_) | Edit::Received(_) => false,
        }
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
