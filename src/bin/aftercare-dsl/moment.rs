//! The dates of `--treated` and `--on`.

use aftercare_dsl::diagnostic::Code;
use aftercare_dsl::plan::Moment;
use aftercare_dsl::profile::{self, Profile};
use aftercare_dsl::source::Sources;
use aftercare_dsl::vocabulary::Vocabulary;

use crate::failure::Failure;

/// Reads the date, and the time where there is one, that was given to an option. It is read as a
/// profile's date is, and not repeated in the message: it says something about a patient.
pub fn parse(option: &str, text: &str) -> Result<Moment, Failure> {
    let mut sources = Sources::new();
    let setting = format!("treated = {text}");
    let source = sources.add(option, setting.clone());
    let mut profile = Profile::default();
    let found = profile::set(&mut profile, source, &setting, &Vocabulary::new());
    match (profile.treated, found.first()) {
        (Some(moment), None) => Ok(moment),
        (_, Some(found)) if found.code != Code::ProfileSet => {
            let message = found.message.replace("`treated`", &format!("`{option}`"));
            let failure = Failure::usage(message);
            Err(match found.code {
                Code::ProfileOffset => {
                    failure.with_help("leave the offset out: times are the patient's local ones")
                }
                _ => failure.with_help(FORM),
            })
        }
        _ => Err(Failure::usage(format!("`{option}` has no date")).with_help(FORM)),
    }
}

/// How a date is written.
const FORM: &str = "write a date such as 2026-06-01, or with its time 2026-06-01T10:30";

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn dates_are_read_with_and_without_a_time() {
        assert_eq!(
            parse("--on", "2026-06-01").unwrap().to_string(),
            "2026-06-01"
        );
        let moment = parse("--on", "2026-06-01T10:30").unwrap();
        assert_eq!(moment.to_string(), "2026-06-01T10:30");
    }

    #[test]
    fn what_is_no_date_is_not_repeated() {
        for text in [
            "",
            " ",
            "tomorrow",
            "2026-02-30",
            "2026-06-01T10:30Z",
            "1 = 2",
            "3000-01-01",
        ] {
            let failure = parse("--on", text).unwrap_err();
            let message = failure.message.unwrap();
            assert!(message.contains("`--on`"), "{message}");
            assert!(
                text.trim().is_empty() || !message.contains(text),
                "{message}"
            );
        }
    }
}
