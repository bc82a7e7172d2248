//! Chỉ số.
#![allow(missing_docs, reason = "each text says what it is")]

mod leaf;
mod sets;
mod sheet;
mod values;

pub use leaf::*;
pub use sets::*;
pub use sheet::*;
pub use values::*;

pub const LINE: &str = "Chỉ số của xã, chỉ tiêu của Kế hoạch, chỉ số của tỉnh để đối chiếu";
pub const VIEWS: &str = "Các phần của Chỉ số";
pub const ALL: &str = "Tất cả chỉ số";
pub const MEASURES: &str = "Giải pháp";
pub const SETS: &str = "Bộ chỉ số";

// Overview
pub const OWN: &str = "Chỉ số của xã";
pub const OWN_NOTE: &str = "Vạch đứng là mục tiêu";
pub const TARGETS: &str = "Chỉ tiêu của Kế hoạch";
pub const TARGETS_NOTE: &str = "Tử số, mẫu số ghi cạnh giá trị";
pub const CONTEXT: &str = "Chỉ số của tỉnh, để đối chiếu";
pub const CONTEXT_NOTE: &str = "Không phải điểm của xã, không cộng vào điểm của xã";
pub const NO_SETS: &str = "Chưa có bộ chỉ số nào";
pub const NO_SETS_HINT: &str = "Nhập bộ chỉ số của tỉnh ở phần Bộ chỉ số.";
pub const NO_VALUE: &str = "Chưa có giá trị";
pub const NO_TARGET: &str = "Chưa đặt mục tiêu";
pub const NOT_SCORED: &str = "Chưa chấm";
pub const NOT_ENTERED: &str = "Chưa có số liệu";
pub const INDEX: &str = "Chỉ số";

/// "năm 2026, tự chấm".
pub fn of_year(year: i32) -> String {
    format!("năm {year}, tự chấm")
}

/// "/ 2,00 điểm, mới chấm 3/10 tiêu chí".
pub fn so_far(max: &str, scored: usize, leaves: usize) -> String {
    format!("trên {max} điểm đã chấm, {scored}/{leaves} tiêu chí")
}

/// "Còn 7 tiêu chí chưa chấm".
pub fn left_to_score(count: usize) -> String {
    if count == 0 {
        "Chưa cộng được tổng".to_owned()
    } else {
        format!("Còn {count} tiêu chí chưa chấm")
    }
}

/// "Mục tiêu 100%, chưa có số liệu".
pub fn not_entered_of(goal: &str) -> String {
    format!("Mục tiêu {goal}, chưa có số liệu")
}

/// "hạng 31/34".
pub fn rank(rank: u32, of: Option<u32>) -> String {
    format!("hạng {}", place(rank, of))
}

/// "31/34".
pub fn place(rank: u32, of: Option<u32>) -> String {
    of.map_or_else(|| rank.to_string(), |of| format!("{rank}/{of}"))
}

/// "Giảm 0,04 so với lần trước".
pub fn change(by: &str, change: f64) -> String {
    let word = if change < 0.0 { "Giảm" } else { "Tăng" };
    format!("{word} {by} so với lần trước")
}

/// "Nguồn: VCCI".
pub fn source(source: &str) -> String {
    if source.is_empty() { String::new() } else { format!("Nguồn: {source}") }
}

/// "Xếp loại Tốt".
pub fn class(name: &str) -> String {
    format!("Xếp loại {name}")
}

/// "Tốt từ 80".
pub fn class_from(name: &str, from: &str) -> String {
    format!("{name} từ {from}")
}

/// "Đạt mục tiêu 85,00".
pub fn reached(goal: &str) -> String {
    format!("Đạt mục tiêu {goal}")
}

/// "Thiếu 3,6 điểm %".
pub fn percent_missing(missing: &str) -> String {
    format!("Thiếu {missing}\u{a0}điểm\u{a0}%")
}

/// "Thiếu 1,25 so với 72,00; mục tiêu năm 2026: 75,00".
pub fn and_goal_of(held: &str, year: i32, goal: &str) -> String {
    format!("{held}; mục tiêu năm {year}: {goal}")
}

/// "Thiếu 4,25 so với 75,00 của năm 2026".
pub fn against_year(held: &str, year: i32) -> String {
    format!("{held} của năm {year}")
}

/// "Thiếu 2,00 so với 85,00".
pub fn points_missing(missing: &str, goal: &str) -> String {
    format!("Thiếu {missing} so với {goal}")
}
