//! Điển hình, sáng kiến, khen thưởng.
#![allow(missing_docs, reason = "each text says what it is")]

use cchc_core::register::{Honoree, MeritKind};

pub const TITLE: &str = "Điển hình, khen thưởng";
pub const LINE: &str = "Cách làm hay, sáng kiến, thành tích; đưa vào báo cáo và tờ trình khen thưởng";
pub const ADD: &str = "Ghi điển hình";
pub const MERIT: &str = "Điển hình, khen thưởng";
pub const PAPER: &str = "Tờ trình khen thưởng";
pub const REGION: &str = "Bảng điển hình, khen thưởng";
pub const HEADS: [&str; 5] = ["Ngày", "Loại", "Tập thể, cá nhân", "Thành tích", "Khen thưởng"];
pub const NONE: &str = "Chưa ghi điển hình, sáng kiến nào";
pub const NONE_HINT: &str =
    "Tập thể, cá nhân được ghi ở đây vào báo cáo của kỳ; có hình thức đề nghị thì vào tờ trình khen thưởng.";
pub const COMMENDED: &str = "Đã khen thưởng";
pub const PROPOSED: &str = "Đề nghị khen thưởng";
pub const NO_AWARD: &str = "Chưa đề nghị";

pub const KINDS: [MeritKind; 4] =
    [MeritKind::Achievement, MeritKind::RoleModel, MeritKind::GoodPractice, MeritKind::Initiative];
pub const HONOREES: [Honoree; 2] = [Honoree::Collective, Honoree::Individual];

pub const F_KIND: &str = "Loại";
pub const F_HONOREE: &str = "Tập thể hay cá nhân";
pub const F_DATE: &str = "Ngày ghi nhận";
pub const F_DATE_MISSING: &str = "Ghi ngày ghi nhận, như 20/11";
pub const F_OFFICE: &str = "Cơ quan giới thiệu";
pub const F_OFFICE_MISSING: &str = "Chọn cơ quan giới thiệu, đề nghị";
pub const F_WHO: &str = "Tên tập thể, họ và tên cá nhân";
pub const F_WHO_MISSING: &str = "Ghi tên tập thể, họ và tên cá nhân";
pub const F_POSITION: &str = "Chức vụ, đơn vị công tác";
pub const F_TITLE: &str = "Thành tích; tên cách làm hay, sáng kiến";
pub const F_TITLE_MISSING: &str = "Ghi tóm tắt thành tích, hoặc tên cách làm hay, sáng kiến";
pub const F_EFFECT: &str = "Hiệu quả, kết quả áp dụng";
pub const F_AWARD: &str = "Hình thức khen thưởng đề nghị";
pub const F_AWARD_HINT: &str = "Để trống khi không đề nghị";
pub const F_DECISION: &str = "Quyết định khen thưởng, công nhận";
pub const F_DECIDED_ON: &str = "Ngày quyết định";
pub const F_EVIDENCE: &str = "Minh chứng";
pub const F_EVIDENCE_HINT: &str = "Số văn bản, liên kết hoặc danh sách";
pub const SAVE: &str = "Lưu điển hình";
pub const REMOVE: &str = "Xóa điển hình";
pub const ADDED: &str = "Đã ghi điển hình";
pub const SAVED: &str = "Đã lưu điển hình";
pub const REMOVED: &str = "Đã xóa điển hình";
pub const GONE: &str = "Mục này không còn trong tệp.";
