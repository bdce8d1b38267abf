//! What a bug of this program looks like from outside.

use std::panic::PanicHookInfo;

use crate::failure::Exit;

/// Makes a panic a kind message and exit code 70. The panic's own words are left out: they may hold
/// what a patient answered.
pub fn install_hook() {
    std::panic::set_hook(Box::new(|info| {
        crate::repl::Keyboard::release();
        crate::console::error_lines(&message(&place(info)));
        std::process::exit(i32::from(Exit::Bug as u8));
    }));
}

/// The line of our source at which it happened, without the folders of the machine that built it.
fn place(info: &PanicHookInfo<'_>) -> String {
    info.location().map_or_else(
        || "an unknown place".to_owned(),
        |at| {
            let file = at.file().replace('\\', "/");
            let file = file
                .rsplit_once("/src/")
                .map_or(file.as_str(), |(_, file)| file);
            format!("{}:{}", file.trim_start_matches("src/"), at.line())
        },
    )
}

fn message(place: &str) -> String {
    format!(
        "This is a bug of aftercare-dsl, not a mistake of yours.\n\
         No plan was made, and nothing that was asked or answered is in this message.\n\
         Please report it with these two lines and the command, without the patient's file:\n  \
         aftercare-dsl {} on {}\n  stopped at {place}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
    )
}

#[cfg(test)]
mod tests {
    use super::message;

    #[test]
    fn the_message_says_whose_mistake_it_is_and_where() {
        let text = message("eval/line.rs:7");
        assert!(text.starts_with("This is a bug of aftercare-dsl"));
        assert!(text.contains("stopped at eval/line.rs:7"));
    }
}
