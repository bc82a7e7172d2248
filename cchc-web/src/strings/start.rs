//! Mở đầu.
#![allow(missing_docs, reason = "each text says what it is")]

pub const TITLE: &str = "Theo dõi kế hoạch tuyên truyền cải cách hành chính";
pub const LEAD: &str = "Nhập kế hoạch một lần. Trang này nhắc việc đến hạn, đếm chỉ tiêu và soạn báo cáo quý, 6 tháng, năm theo mẫu.";

pub const EXAMPLE: &str = "Xem kế hoạch mẫu của xã Hoa Thám";
pub const EXAMPLE_MORE: &str = "Kế hoạch thật, hoạt động và số liệu là ví dụ. Xem xong bấm “Dùng cho xã của tôi” để tạo kế hoạch của xã mình.";
pub const CREATE: &str = "Tạo kế hoạch từ kế hoạch mẫu";
pub const CREATE_MORE: &str = "Nhiệm vụ, chỉ tiêu, hạn báo cáo theo kế hoạch của xã Hoa Thám; chưa có hoạt động nào. Tên xã, phường được đổi trong cả kế hoạch.";
pub const OPEN: &str = "Mở tệp";
pub const OPEN_MORE: &str =
    "Tệp .cchc.json do cơ quan khác gửi hoặc bạn đã lưu. Cũng có thể kéo tệp vào trang này.";
pub const STORED: &str = "Đang có trong trình duyệt này";
pub const OPENING: &str = "Đang mở kế hoạch mẫu";

pub fn saved(at: &str) -> String {
    format!("Lưu lúc {at}")
}

pub const LOST: &str = "Trước đây đã có dữ liệu mà nay không thấy?";
pub const LOST_MORE: &str = "Trình duyệt giữ dữ liệu theo nơi đặt tệp cchc.html. Nếu trang vừa được chuyển thư mục hoặc đổi tên, hãy đặt lại chỗ \
     cũ, hoặc mở tệp .cchc.json đã lưu gần nhất. Cửa sổ ẩn danh không giữ dữ liệu sau khi đóng; xóa dữ liệu duyệt web cũng xóa kế hoạch \
     trong trình duyệt, không xóa tệp trên ổ đĩa.";
pub const WHERE: &str = "Dữ liệu nằm ở đâu?";
pub const WHERE_MORE: &str =
    "Trong máy này và trong tệp bạn lưu. Trang không nối mạng và không gửi dữ liệu đi đâu.";

pub const CREATE_TITLE: &str = "Tạo kế hoạch";
pub const CREATE_LEAD: &str = "Tên xã, phường, tỉnh được đổi trong cả kế hoạch mẫu. Họ tên người ký, số, ngày ban hành để trống cho xã mình ghi.";
pub const COMMUNE: &str = "Xã, phường, đặc khu";
pub const COMMUNE_HINT: &str = "Ghi cả loại: xã Hoa Thám, phường Kỳ Lừa";
pub const PROVINCE: &str = "Tỉnh, thành phố";
pub const PROVINCE_HINT: &str = "Ghi cả loại: tỉnh Lạng Sơn";
pub const YEAR: &str = "Năm kế hoạch";
pub const COMMUNE_ERROR: &str = "Ghi tên xã kèm loại, như xã Hoa Thám";
pub const PROVINCE_ERROR: &str = "Ghi tên tỉnh kèm loại, như tỉnh Lạng Sơn";
pub const YEAR_ERROR: &str = "Ghi năm bằng bốn chữ số, như 2026";
pub const CREATE_DO: &str = "Tạo kế hoạch";
pub const CREATE_NOT: &str = "Để sau";
pub const CREATED: &str = "Đã tạo kế hoạch.";
pub const CHOOSE_OFFICE: &str = "Chọn cơ quan của bạn trong Cài đặt.";
pub const CREATED_UNNUMBERED: &str =
    "Đã tạo kế hoạch. Số, ngày văn bản của tỉnh cần xác nhận: ghi lại tại Kế hoạch, Sửa văn bản.";
pub const TRACKED_FROM: &str = "Theo dõi từ ngày";
pub const TRACKED_HINT: &str = "Kỳ hạn trước ngày này không tính";
pub const TRACKED_ERROR: &str = "Ghi ngày như 20/11/2026";
