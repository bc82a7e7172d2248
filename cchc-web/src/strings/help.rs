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
            ("Làm lại", &["Ctrl", "Y"]),
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
            ("Chỉ số", &["G", "C"]),
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
    (
        "Chọn khi có xung đột",
        &[
            ("Chọn bản", &["1", "2"]),
            ("Trường trước, trường sau", &["↑", "↓"]),
            ("Xong, xung đột kế", &["Enter"]),
        ],
    ),
];

pub const LINE: &str = "Cách làm việc với kế hoạch, trên một trang";

pub const TOPICS: &[(&str, &[&str])] = &[
    (
        "Bắt đầu",
        &[
            "Mở đầu có bốn cách: xem kế hoạch mẫu để tập, tạo kế hoạch của xã mình từ kế hoạch mẫu, mở tệp .cchc.json đã có, hoặc đọc kế hoạch từ văn bản (.docx, hoặc dán toàn văn).",
            "Chọn “Tôi là” ở góc trên hoặc trong Cài đặt. Đây không phải mật khẩu; trang chỉ đưa việc của cơ quan đó lên trước. Lãnh đạo chọn “Lãnh đạo UBND, chỉ xem”.",
            "Trong Cài đặt, xem lại hạn báo cáo và ngày nghỉ có dấu “cần xác nhận”.",
        ],
    ),
    (
        "Ghi hoạt động",
        &[
            "Bấm Ghi hoạt động hoặc phím N. Ngày ghi được 20/11, 20112026, “hôm qua”; phím ↑ ↓ tiến, lùi một ngày.",
            "Nhiệm vụ: gõ vài chữ không dấu để tìm; cơ quan, kênh chọn trong danh sách. Chọn nhiệm vụ thì cơ quan, kênh, đơn vị tính và nội dung tuyên truyền được đề xuất.",
            "Enter ghi và mở dòng mới; ngày, cơ quan, nhiệm vụ, kênh, đơn vị được giữ cho lần ghi sau. Ghi nhầm thì Ctrl Z.",
            "Đã có danh sách trong Excel: Nhập từ Excel ở Nhật ký. Xem trước cột nào hiểu là gì, dòng nào không đọc được và vì sao; nhập lại không thêm gì.",
            "Minh chứng là số văn bản hoặc liên kết ghi đủ https://. Chưa có minh chứng vẫn ghi được; dòng đó mang dấu Thiếu.",
        ],
    ),
    (
        "Theo dõi việc đến hạn",
        &[
            "Tổng quan mở đầu bằng số việc trễ hạn, sắp đến hạn, thiếu minh chứng. Bấm vào số để xem danh sách phía sau.",
            "Dải 12 tháng: ô rộng bằng kỳ của chỉ tiêu (tháng, quý, năm). “1/2” là được 1 trong 2; gạch đầy là đủ; viền là kỳ này; nét chấm là không tính.",
            "“suy ra” nghĩa là kế hoạch không ghi rõ, giá trị do suy luận. Bấm vào để xem nguyên văn, sửa hoặc xác nhận.",
            "Soạn nhắc việc soạn sẵn lời nhắc cho cơ quan còn thiếu; chép và gửi theo cách đơn vị vẫn dùng.",
        ],
    ),
    (
        "Làm báo cáo",
        &[
            "Báo cáo, chọn kỳ. Số liệu chốt theo Nghị định 09/2019/NĐ-CP: quý IV từ 15/9 đến 14/12.",
            "Cơ quan chưa gửi số liệu: số đã ghi trong nhật ký được đánh dấu (*), chưa ghi gì thì là “–” (chưa báo cáo), không phải 0.",
            "Sửa được từng đoạn văn. Đoạn đã sửa được giữ nguyên; khi số liệu đổi, trang báo bên cạnh để chọn cập nhật hay giữ.",
            "Xuất Word để trình ký, hoặc In; muốn có số trang trên mọi trình duyệt thì Xuất Word. Bản lồng ghép là phần đưa vào báo cáo CCHC chung. Chép đưa toàn văn hoặc từng mục sang Word kèm thể thức.",
            "Văn bản khác: công văn đôn đốc, yêu cầu số liệu, biên bản đối thoại, niêm yết, khen thưởng, tóm tắt cho người viết. Tải bảng .xlsx có ở mọi trang có bảng; Lịch hạn (.ics) ở Nhiệm vụ.",
        ],
    ),
    (
        "Chấm chỉ số",
        &[
            "Chỉ số có mọi chỉ số trên một trang: của xã, chỉ tiêu của Kế hoạch, của tỉnh để đối chiếu. Giá trị của tỉnh không cộng vào điểm của xã.",
            "Khung “cần nhập theo quyết định của tỉnh”: vào Bộ chỉ số, Sửa bản của xã, nhập điểm tối đa và cách chấm; hoặc Nhập bộ chỉ số từ tệp.",
            "Tự chấm: bấm vào tiêu chí, ghi số liệu, tài liệu, giải trình. Enter lưu và mở tiêu chí sau; Esc đóng.",
            "Tiêu chí “tự tính” lấy số từ Nhật ký, kèm hoạt động đứng sau điểm và việc còn thiếu. Mở một hoạt động để xem nó chứng minh cho tiêu chí nào.",
            "Tính thử: sửa điểm để xem chỉ số thay đổi, không lưu gì; Esc để thôi. Bảng tự chấm xuất Word, Excel hoặc in để nộp.",
        ],
    ),
    (
        "Giữ và gửi dữ liệu",
        &[
            "“Đã lưu 09:42” nghĩa là thay đổi đã nằm chắc trong trình duyệt. Tải lại trang, đóng thẻ hay mất điện không mất.",
            "Tệp .cchc.json trên ổ đĩa là bản gốc. Bấm Lưu tệp (Ctrl S) mỗi tuần; chép, gửi và mở tệp đó ở máy khác để làm tiếp.",
            "Ctrl Z hoàn tác, Ctrl Y làm lại, cả sau khi tải lại trang. Lâu hơn: Lịch sử (nút ở góc trên bên phải của Nhật ký; ở từng hoạt động, nhiệm vụ, kiến nghị) cho biết ai đổi gì lúc nào, khôi phục bản cũ và lấy lại mục đã xóa.",
            "Trang tự giữ bản sao lưu trong trình duyệt; xem, khôi phục hoặc tải xuống ở Trao đổi tệp. Cửa sổ ẩn danh không giữ gì khi đóng.",
            "Dải đỏ “Chưa lưu được” hiện lên thì bấm Lưu tệp ngay trước khi làm tiếp.",
            "Giữ nguyên tên và chỗ đặt tệp cchc.html. Chuyển chỗ mà không thấy dữ liệu: đặt lại chỗ cũ, hoặc mở tệp .cchc.json đã lưu gần nhất.",
            "Trang không nối mạng và không gửi dữ liệu đi đâu.",
        ],
    ),
    (
        "Trao đổi tệp giữa các cơ quan",
        &[
            "Cơ quan đầu mối gửi cả kế hoạch một lần; các cơ quan mở tệp đó và làm tiếp. Không tự tạo kế hoạch riêng: tệp của kế hoạch khác không nhận vào nhau được.",
            "Gửi: Gửi tệp…, chọn Phần của cơ quan mình, tải xuống rồi gửi qua hộp thư công vụ hoặc USB. Lần sau gửi lại cả phần; nơi nhận chỉ lấy điều mới.",
            "Nhận: Nhận tệp… chọn nhiều tệp một lúc, hoặc kéo thả vào trang. Trang cho xem trước điều mới, thay đổi, xóa, xung đột; chưa bấm Nhận vào kế hoạch thì kế hoạch chưa đổi. Tải lại trang thì các tệp vẫn chờ. Nhận rồi vẫn hoàn tác được bằng Ctrl Z.",
            "Xung đột là một chỗ hai nơi sửa khác nhau. Kế hoạch tạm dùng một giá trị cho đến khi chọn: 1, 2 chọn bản, ↑ ↓ sang trường, Enter xong.",
            "Cơ quan gửi tệp, số liệu cho biết kỳ này ai đã gửi số liệu, ai mới có tệp mà chưa được ghi nhận ở Báo cáo, ai chưa gửi.",
        ],
    ),
    (
        "Khi có trục trặc",
        &[
            "Tệp không mở được: thông báo ghi rõ chỗ hỏng và việc cần làm. Kế hoạch đang mở không bị ảnh hưởng.",
            "Bản ghi không đọc được được để riêng, không mất; xem và tải về ở Trao đổi tệp.",
            "Mở hai thẻ cùng một kế hoạch: thẻ này lưu thì thẻ kia tự lấy bản mới. Hai thẻ cùng sửa một lúc thì được gộp; chỉ khi sửa cùng một chỗ mới giữ thành hai bản trong Trao đổi tệp.",
        ],
    ),
];
