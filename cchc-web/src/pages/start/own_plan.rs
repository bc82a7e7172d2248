//! A plan of one's own from the built-in one: pure.

use cchc_core::calendar::Date;
use cchc_core::exchange::{Author, Change, ChangeError, Edit, PlanFile};
use cchc_core::id::FileId;
use cchc_core::plan::{Plan, Stated};

use crate::strings::start as text;

/// Whose plan it becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Whose {
    /// `xã Hoa Thám`.
    pub(super) commune: String,
    /// `tỉnh Lạng Sơn`.
    pub(super) province: String,
    /// The year.
    pub(super) year: i32,
}

/// The built-in plan as this commune's: a new file id, the header in its name, the year's beginning.
///
/// # Errors
/// [`ChangeError`] when the header does not hold what was typed.
pub(super) fn own_plan(
    template: PlanFile,
    id: FileId,
    whose: &Whose,
    author: Author,
) -> Result<PlanFile, ChangeError> {
    let old = template.plan.clone();
    let named = |words: &str| {
        words.replace(&old.commune, &whose.commune).replace(&old.year.to_string(), &whose.year.to_string())
    };
    let same_plan = whose.commune == old.commune && whose.year == old.year;
    let tracked_from = match Date::from_ymd_opt(whose.year, 1, 1) {
        Some(first) if !same_plan => Stated::inferred(first, text::TRACKED_REASON),
        _ => old.tracked_from.clone(),
    };
    let new = Plan {
        title: named(&old.title),
        issuer: named(&old.issuer),
        commune: whose.commune.clone(),
        province: whose.province.clone(),
        year: whose.year,
        tracked_from,
        illustrative: None,
        ..(*old).clone()
    };
    let mut file = template;
    file.id = id;
    let edits = Edit::plan_difference(&old, &new).into_iter().collect();
    file.apply(&Change { author, label: text::CREATE_DO.to_owned(), edits })?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cchc_core::examples;
    use cchc_core::id::WriterId;
    use chrono::DateTime;

    fn author() -> Author {
        let at = DateTime::parse_from_rfc3339("2027-01-04T08:00:00+07:00").unwrap();
        Author { writer: WriterId::new("may-1").unwrap(), at, office: None }
    }

    #[test]
    fn another_commune_gets_its_name_its_year_and_the_whole_year() {
        let whose =
            Whose { commune: "xã Bình Gia".into(), province: "tỉnh Lạng Sơn".into(), year: 2027 };
        let template = examples::get("hoa-tham-2026").unwrap();
        let file = own_plan(template, FileId::new("moi").unwrap(), &whose, author()).unwrap();
        assert_eq!(file.plan.title, "Kế hoạch tuyên truyền cải cách hành chính xã Bình Gia năm 2027");
        assert!(file.plan.issuer.contains("xã Bình Gia"), "{}", file.plan.issuer);
        assert_eq!(file.plan.tracked_from.value, Date::from_ymd_opt(2027, 1, 1).unwrap());
        assert_eq!(file.id.as_str(), "moi");
        assert_eq!(file.duties.len(), examples::get("hoa-tham-2026").unwrap().duties.len());
    }

    #[test]
    fn hoa_tham_itself_keeps_its_header() {
        let template = examples::get("hoa-tham-2026").unwrap();
        let whose =
            Whose { commune: "xã Hoa Thám".into(), province: "tỉnh Lạng Sơn".into(), year: 2026 };
        let file = own_plan(template.clone(), FileId::new("moi").unwrap(), &whose, author()).unwrap();
        assert_eq!(file.plan, template.plan);
    }
}
