//! A text as part of an id, of a file's name or of an address.

use crate::text::fold;

/// Letters without marks, digits and hyphens, of at most `longest` signs and cut between words: `Phòng Văn hóa - Xã hội`
/// is `phong-van-hoa-xa-hoi`. Empty where no letter or digit is left.
pub fn slug(text: &str, longest: usize) -> String {
    let folded = fold(text);
    let mut slug = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() + 1 > longest && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(longest));
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_marks_as_many_as_fit() {
        assert_eq!(slug("xã Hoa Thám", 60), "xa-hoa-tham");
        assert_eq!(slug("Đặc khu Phú Quốc", 60), "dac-khu-phu-quoc");
        assert_eq!(slug("Phòng Văn hóa - Xã hội", 60), "phong-van-hoa-xa-hoi");
        assert_eq!(slug("02/CT-UBND", 60), "02-ct-ubnd");
        assert_eq!(slug("một hai ba", 8), "mot-hai");
        assert_eq!(slug("nghiêng", 4), "nghi");
        assert_eq!(slug("…", 8), "");
    }
}
