//! `cchc split` and `cchc migrate`.

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;

use cchc_core::exchange::{PlanFile, VERSION};

use crate::failure::Failure;
use crate::verbs::merge::write;
use crate::{input, output};

/// Writes the part of an office.
pub(crate) fn run(name: &OsStr, office: &str, to: Option<&OsString>) -> Result<ExitCode, Failure> {
    let (file, is_damaged) = of_this_version(name)?;
    let Some(office) = file.offices.get_str(office) else {
        let known: Vec<_> = file.offices.iter().map(|office| office.id.as_str()).collect();
        return Err(Failure::NotThere(format!(
            "không có cơ quan “{office}” trong tệp; có: {}",
            known.join(", ")
        )));
    };
    write(&file.part_of(&office.id), to)?;
    Ok(input::code(is_damaged))
}

/// Writes a file in the present version of the format.
pub(crate) fn migrate(name: &OsStr, to: Option<&OsString>) -> Result<ExitCode, Failure> {
    let (file, is_damaged) = of_this_version(name)?;
    write(&file, to)?;
    output::complain(&format!("{}: đã ở phiên bản {VERSION}", input::name_of(name)));
    Ok(input::code(is_damaged))
}

/// A file that is understood whole, and whether something in it could not be read: what is written out of another would lose what a newer program means by it.
fn of_this_version(name: &OsStr) -> Result<(PlanFile, bool), Failure> {
    let (file, is_damaged) = input::read_to_write(name)?;
    if file.is_read_only() {
        return Err(Failure::NotThere(format!(
            "{}: tệp thuộc phiên bản {}, mới hơn phiên bản {VERSION} ở đây; tải bản mới của phần mềm",
            input::name_of(name),
            file.version
        )));
    }
    Ok((file, is_damaged))
}
