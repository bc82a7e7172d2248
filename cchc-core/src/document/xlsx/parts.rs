//! The parts around the sheets.

use std::collections::HashSet;

use super::Sheet;
use super::sheet::header_row;
use super::styles::MAIN;
use crate::document::xml::{R, Xml};

const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const CORE: &str = "application/vnd.openxmlformats-package.core-properties+xml";

pub(super) fn content_types(sheets: usize) -> Vec<u8> {
    Xml::part("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.leaf("Default", &[("Extension", "rels"), ("ContentType", rels)]);
        xml.leaf("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.leaf("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/docProps/core.xml", CORE);
        part("/xl/workbook.xml", &format!("{CONTENT}.sheet.main+xml"));
        part("/xl/styles.xml", &format!("{CONTENT}.styles+xml"));
        for nth in 1..=sheets {
            part(&format!("/xl/worksheets/sheet{nth}.xml"), &format!("{CONTENT}.worksheet+xml"));
        }
    })
}

pub(super) fn root_relations() -> Vec<u8> {
    relations(|relation| {
        relation("rIdWorkbook", &format!("{R}/officeDocument"), "xl/workbook.xml");
        let core = format!("{PACKAGE}/relationships/metadata/core-properties");
        relation("rIdCore", &core, "docProps/core.xml");
    })
}

pub(super) fn workbook_relations(sheets: usize) -> Vec<u8> {
    relations(|relation| {
        relation("rIdStyles", &format!("{R}/styles"), "styles.xml");
        for nth in 1..=sheets {
            let target = format!("worksheets/sheet{nth}.xml");
            relation(&format!("rIdSheet{nth}"), &format!("{R}/worksheet"), &target);
        }
    })
}

fn relations(write: impl FnOnce(&mut dyn FnMut(&str, &str, &str))) -> Vec<u8> {
    Xml::part("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], |xml| {
        write(&mut |id, kind, target| {
            xml.leaf("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        });
    })
}

pub(super) fn core_properties(name: &str) -> Vec<u8> {
    let namespaces = [
        ("xmlns:cp", &*format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::part("cp:coreProperties", &namespaces, |xml| xml.text_node("dc:title", &[], name))
}

/// `xl/workbook.xml`; the header of each sheet is printed on every page.
pub(super) fn workbook(sheets: &[Sheet], names: &[String]) -> Vec<u8> {
    Xml::part("workbook", &[("xmlns", MAIN), ("xmlns:r", R)], |xml| {
        xml.node("bookViews", &[], |xml| xml.leaf("workbookView", &[]));
        xml.node("sheets", &[], |xml| {
            for (name, nth) in names.iter().zip(1..) {
                let (number, id) = (format!("{nth}"), format!("rIdSheet{nth}"));
                xml.leaf("sheet", &[("name", name), ("sheetId", &number), ("r:id", &id)]);
            }
        });
        if sheets.iter().all(|sheet| sheet.columns.is_empty()) {
            return;
        }
        xml.node("definedNames", &[], |xml| {
            for (nth, (sheet, name)) in sheets.iter().zip(names).enumerate() {
                if sheet.columns.is_empty() {
                    continue;
                }
                let (nth, row) = (nth.to_string(), header_row(sheet));
                let titles = format!("'{}'!${row}:${row}", name.replace('\'', "''"));
                let attributes = [("name", "_xlnm.Print_Titles"), ("localSheetId", &nth)];
                xml.text_node("definedName", &attributes, &titles);
            }
        });
    })
}

/// Longest name of a tab.
const LONGEST: usize = 31;

/// The names on the tabs: without the signs that a tab cannot have, short enough, each once.
pub(super) fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for (sheet, nth) in sheets.iter().zip(1..) {
        let plain: String = sheet
            .name
            .chars()
            .map(|c| if c.is_control() || r"[]:*?/\".contains(c) { '-' } else { c })
            .collect();
        let plain = plain.trim().trim_matches('\'');
        let base = if plain.is_empty() { format!("Trang {nth}") } else { plain.to_owned() };
        let mut name = cut(&base, LONGEST);
        let mut further = 2;
        while !seen.insert(name.to_lowercase()) {
            let end = format!(" ({further})");
            name = cut(&base, LONGEST - end.len()) + &end;
            further += 1;
        }
        names.push(name);
    }
    names
}

/// Excel counts UTF-16 units.
fn cut(name: &str, longest: usize) -> String {
    let mut units = 0;
    let fits = name.chars().take_while(|c| {
        units += c.len_utf16();
        units <= longest
    });
    fits.collect::<String>().trim_end().to_owned()
}
