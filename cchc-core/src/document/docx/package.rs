//! The parts that are always the same.

pub(super) const CONTENT_TYPES: &str = include_str!("package/content-types.xml");
pub(super) const ROOT_RELATIONS: &str = include_str!("package/root-relations.xml");
pub(super) const DOCUMENT_RELATIONS: &str = include_str!("package/document-relations.xml");
pub(super) const APP_PROPERTIES: &str = include_str!("package/app.xml");
pub(super) const SETTINGS: &str = include_str!("package/settings.xml");
pub(super) const FONT_TABLE: &str = include_str!("package/font-table.xml");

/// Relationship ids of [`DOCUMENT_RELATIONS`].
pub(super) const NUMBERED_HEADER: &str = "rIdHeaderNumber";
pub(super) const EMPTY_HEADER: &str = "rIdHeaderEmpty";
pub(super) const NOTICE_FOOTER: &str = "rIdFooterNotice";
