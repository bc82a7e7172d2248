//! The package: the zip and the parts that are always the same.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs the parts, dated 1980-01-01 like every zip without a date.
pub(super) fn pack(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    const MEMORY: &str = "writing to memory does not fail";
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options).expect(MEMORY);
        zip.write_all(bytes).expect(MEMORY);
    }
    zip.finish().expect(MEMORY).into_inner()
}

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
