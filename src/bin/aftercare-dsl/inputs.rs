//! What no parser of single arguments can see: that files are not read or written twice.

use std::ffi::OsStr;
use std::path::Path;

use crate::failure::Failure;

/// Makes sure that protocol and patient are not both standard input, and that the result is not
/// written over one of them.
pub fn apart(
    protocol: &OsStr,
    patient: Option<&Path>,
    output: Option<&Path>,
) -> Result<(), Failure> {
    let stdin = OsStr::new("-");
    if protocol == stdin && patient.map(Path::as_os_str) == Some(stdin) {
        return Err(Failure::usage(
            "`-` is both the protocol and the patient, and standard input is one of them",
        )
        .with_help("put one of the two into a file"));
    }
    let Some(output) = output.and_then(|path| path.canonicalize().ok()) else {
        return Ok(());
    };
    for input in [Path::new(protocol)].into_iter().chain(patient) {
        if input.canonicalize().is_ok_and(|input| input == output) && output.is_file() {
            return Err(Failure::usage(
                "the result would be written over the file that it is made from",
            )
            .with_help("give `-o` another name"));
        }
    }
    Ok(())
}
