//! Plans and registers for tests, short enough to read in the test.

use crate::calendar::{Date, PeriodKind, Window, WindowRule};
use crate::exchange::PlanFile;
use crate::plan::{Cadence, Duty, Quota, QuotaGoal, QuotaScope};
use crate::record::Record;
use crate::register::{Activity, Evidence};
use serde_json::{Value, json};

/// "2026-11-20" as a day.
pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// From and to, both included.
pub(crate) fn window(from: &str, to: &str) -> Window {
    Window { from: day(from), to: day(to) }
}

/// Any record from its fields.
pub(crate) fn record<R: Record>(fields: Value) -> R {
    serde_json::from_value(fields).expect("a record")
}

/// A value concluded.
fn stated(value: impl Into<Value>) -> Value {
    json!({ "value": value.into(), "basis": "inferred" })
}

/// Xã Mẫu, followed up from 01/5/2026: four offices, three topics, three channels in two groups, four units; no
/// duties, no report rules, no activities.
pub(crate) fn commune() -> PlanFile {
    let source = json!({ "passage": "p" });
    let plan = json!({
        "title": "Kế hoạch tuyên truyền cải cách hành chính xã Mẫu năm 2026", "year": 2026, "commune": "xã Mẫu",
        "province": "tỉnh Mẫu", "issuer": "UBND xã Mẫu", "number": "45/KH-UBND", "issued_on": "2026-04-28",
        "tracked_from": stated("2026-05-01"), "escalation": stated(json!(["UBND xã"])),
        "recipients": [{ "name": "Sở Nội vụ", "note": "b/c" }, { "name": "Lưu: VT, VHXH" }],
        "signature": { "lines": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Nguyễn Văn Mẫu" },
    });
    let mut file =
        PlanFile::new("mau-2026".parse().expect("an id"), serde_json::from_value(plan).expect("a plan"));
    for (order, (id, name, short, role)) in [
        ("vhxh", "Phòng Văn hóa - Xã hội", "Phòng VH-XH", "focal"),
        ("vp", "Văn phòng HĐND và UBND xã", "Văn phòng", "assigned"),
        ("dvci", "Trung tâm Dịch vụ công ích", "TT Dịch vụ công ích", "assigned"),
        ("mttq", "Ủy ban MTTQ Việt Nam xã", "MTTQ", "asked"),
    ]
    .into_iter()
    .enumerate()
    {
        let section = format!("III.{}", order + 1);
        let passage = format!("p-{id}");
        file.contents.passages.put(record(
            json!({ "id": passage, "order": order + 1, "section": section, "role": "subheading", "text": name }),
        ));
        file.contents
            .offices
            .put(record(json!({ "id": id, "order": order + 1, "name": name, "short_name": short,
            "role": role, "source": { "passage": passage } })));
    }
    for (order, (id, name)) in
        [("tthc", "Thủ tục hành chính"), ("dvc", "Dịch vụ công trực tuyến"), ("cds", "Chuyển đổi số")]
            .into_iter()
            .enumerate()
    {
        file.contents.topics.put(record(
            json!({ "id": id, "order": order + 1, "name": name, "short_name": name, "source": source }),
        ));
    }
    for (order, (id, name)) in
        [("truyen-thong", "Báo chí, trang tin"), ("truc-tiep", "Trực tiếp")].into_iter().enumerate()
    {
        file.contents
            .channel_groups
            .put(record(json!({ "id": id, "order": order + 1, "name": name, "source": source })));
    }
    for (order, (id, group, name, unit)) in [
        ("trang", "truyen-thong", "Trang thông tin điện tử xã", "tin-bai"),
        ("loa", "truyen-thong", "Hệ thống truyền thanh cơ sở", "luot-phat"),
        ("hoi-nghi", "truc-tiep", "Hội nghị, cuộc họp", "cuoc"),
    ]
    .into_iter()
    .enumerate()
    {
        file.contents
            .channels
            .put(record(json!({ "id": id, "order": order + 1, "group": group, "name": name,
            "short_name": name, "unit": stated(unit), "source": source })));
    }
    for (order, (id, name, sort)) in [
        ("tin-bai", "tin, bài", "output"),
        ("luot-phat", "lượt phát", "output"),
        ("cuoc", "cuộc", "output"),
        ("nguoi", "lượt người", "people"),
    ]
    .into_iter()
    .enumerate()
    {
        file.contents.units.put(record(
            json!({ "id": id, "order": order + 1, "name": name, "definition": name, "sort": sort }),
        ));
    }
    file
}

/// A duty of an office, numbered as it comes.
pub(crate) fn duty(file: &mut PlanFile, office: &str, id: &str, name: &str, cadence: Cadence) -> Duty {
    let duty: Duty = record(
        json!({ "id": id, "order": file.duties.len() + 1, "office": office, "role": "lead",
        "name": name, "short_name": name, "cadence": stated(serde_json::to_value(cadence).expect("a cadence")),
        "source": { "passage": "p" } }),
    );
    file.contents.duties.put(duty.clone());
    duty
}

/// Gives a duty a quota.
pub(crate) fn quota(file: &mut PlanFile, duty: &str, goal: QuotaGoal, unit: &str, scope: QuotaScope) {
    let mut changed = file.duties.get_str(duty).expect("the duty").clone();
    let quota = Quota { goal, unit: unit.parse().expect("an id"), scope };
    changed.quota =
        serde_json::from_value(stated(serde_json::to_value(quota).expect("a quota"))).expect("a quota");
    file.contents.duties.put(changed);
}

/// An activity, with evidence, numbered as it comes.
pub(crate) fn activity(file: &mut PlanFile, date: &str, office: &str, duty: Option<&str>) -> Draft {
    let id = format!("hd-{:03}", file.activities.len() + 1);
    let mut activity: Activity =
        record(json!({ "id": id, "date": date, "office": office, "title": "Hoạt động" }));
    activity.duty = duty.map(|duty| duty.parse().expect("an id"));
    activity.evidence.push(Evidence::new("12/BC-VP"));
    Draft(activity)
}

/// An activity on its way into the register.
pub(crate) struct Draft(pub(crate) Activity);

impl Draft {
    pub(crate) fn count(mut self, unit: &str, value: u64) -> Self {
        self.0.counts.push(record_part(json!({ "unit": unit, "value": value })));
        self
    }
    pub(crate) fn on(mut self, channel: &str) -> Self {
        self.0.channel = Some(channel.parse().expect("an id"));
        self
    }
    pub(crate) fn about(mut self, topic: &str) -> Self {
        self.0.topics.push(topic.parse().expect("an id"));
        self
    }
    pub(crate) fn unproved(mut self) -> Self {
        self.0.evidence.clear();
        self
    }
    pub(crate) fn into(self, file: &mut PlanFile) {
        file.contents.activities.put(self.0);
    }
}

fn record_part<T: serde::de::DeserializeOwned>(fields: Value) -> T {
    serde_json::from_value(fields).expect("a part of a record")
}

/// Thường xuyên, mỗi quý có minh chứng.
pub(crate) const CONTINUOUS: Cadence =
    Cadence::Continuous { period: PeriodKind::Quarter, window: WindowRule::Nd09 };

/// Hằng tháng, theo tháng dương lịch.
pub(crate) const MONTHLY: Cadence =
    Cadence::Recurring { period: PeriodKind::Month, window: WindowRule::Calendar, deadline: None };

/// Quarterly reports, embedded, figures to the focal office until day 11, report until day 17 of the last month.
pub(crate) fn quarterly_reports(file: &mut PlanFile) {
    let level = |from: &str, office: Option<&str>, to: &str, day: u32| {
        let mut level = json!({ "from": from, "to": to,
            "deadline": stated(json!({ "day": day, "months_after": 0, "inclusive": true })) });
        if let Some(office) = office {
            level["from_office"] = json!(office);
        }
        level
    };
    file.contents.report_rules.put(record(json!({ "id": "bao-cao-quy", "order": 1, "name": "Báo cáo quý",
        "regime": "periodic", "period": "quarter", "parts": stated(json!([])), "window": stated("nd09"),
        "cumulative": stated(false), "form": stated("embedded"),
        "levels": [level("Các cơ quan, đơn vị", None, "Phòng Văn hóa - Xã hội", 11),
            level("Phòng Văn hóa - Xã hội", Some("vhxh"), "UBND xã", 15), level("UBND xã", None, "Sở Nội vụ", 17)],
        "source": { "passage": "p" } })));
}
