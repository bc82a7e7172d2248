//! Trợ giúp, and the table of shortcuts.
#![allow(missing_docs, reason = "each text says what it is")]

pub const SHORTCUTS_TITLE: &str = "Phím tắt";

/// A group of shortcuts: where they work, and what each does by which keys.
type Group = (&'static str, &'static [(&'static str, &'static [&'static str])]);

pub const SHORTCUTS: &[Group] = &[
    (
        "Mọi nơi",
        &[
            ("Ghi hoạt động", &["N"]),
            ("Tìm", &["Ctrl", "K"]),
            ("Lưu tệp", &["Ctrl", "S"]),
            ("Hoàn tác", &["Ctrl", "Z"]),
            ("Bảng phím tắt", &["?"]),
            ("Đóng, bỏ chọn", &["Esc"]),
        ],
    ),
    (
        "Chuyển trang",
        &[
            ("Tổng quan", &["G", "T"]),
            ("Nhiệm vụ", &["G", "V"]),
            ("Nhật ký", &["G", "N"]),
            ("Báo cáo", &["G", "B"]),
        ],
    ),
    (
        "Ghi hoạt động",
        &[
            ("Ghi, mở dòng mới", &["Enter"]),
            ("Ghi, đóng", &["Ctrl", "Enter"]),
            ("Chép ô của dòng trước", &["Alt", "↑"]),
            ("Ngày trước, ngày sau", &["↓", "↑"]),
        ],
    ),
    (
        "Bảng",
        &[
            ("Dòng trước, dòng sau", &["↑", "↓"]),
            ("Chọn dòng", &["Dấu cách"]),
            ("Mở để sửa", &["Enter"]),
            ("Đến ô tìm", &["/"]),
        ],
    ),
];
