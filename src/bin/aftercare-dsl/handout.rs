//! `--format html` and `--format markdown`: what a handout is made with beside the plan.

use std::path::{Path, PathBuf};

use aftercare_dsl::plan::Plan;
use aftercare_dsl::render::{self, Audience, Handout, HandoutOptions, Language, NoHandout, Texts};
use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::input::{self, Input};
use crate::{args::PlanFormat, console};

/// `--for`, `--large-print`, `--language`, `--texts`, `--clinic` and `--phone`
#[derive(Debug, Args)]
#[command(next_help_heading = "With --format html or markdown")]
pub struct Page {
    /// For whom: `clinic` adds each line's sentence and its place, questions, what is held back, facts
    #[arg(
        long = "for",
        value_name = "patient|clinic",
        hide_possible_values = true
    )]
    audience: Option<Reader>,
    /// Larger letters: 16 points in place of 12
    #[arg(long)]
    large_print: bool,
    /// The language of the program's own words; the Arabic ones are only begun
    #[arg(long, value_name = "en|es|ar", hide_possible_values = true)]
    language: Option<Tongue>,
    /// What the protocol says, in that language: TOML, a line for each text; what is missing is listed
    #[arg(long, value_name = "FILE")]
    texts: Option<PathBuf>,
    /// The clinic's name
    #[arg(long, value_name = "NAME")]
    clinic: Option<String>,
    /// The number to call; without it there is a line to write it on
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
}

/// Whom a handout is for.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Reader {
    Patient,
    Clinic,
}

/// The languages of handouts.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Tongue {
    En,
    Es,
    Ar,
}

impl Page {
    /// Makes sure that nothing of a handout is asked for in another format, where it would be dropped in silence.
    pub fn not_asked_for(&self) -> Result<(), Failure> {
        let given = [
            ("--for", self.audience.is_some()),
            ("--large-print", self.large_print),
            ("--language", self.language.is_some()),
            ("--texts", self.texts.is_some()),
            ("--clinic", self.clinic.is_some()),
            ("--phone", self.phone.is_some()),
        ];
        match given.iter().find(|(_, given)| *given) {
            Some((option, _)) => Err(Failure::usage(format!("`{option}` is for handouts"))
                .with_help(format!(
                    "add `--format html` or `--format markdown`, or leave `{option}` out"
                ))),
            None => Ok(()),
        }
    }

    /// What the command line says, with the texts read.
    pub fn options(&self, output: Option<&Path>) -> Result<HandoutOptions, Failure> {
        let language = match self.language {
            None | Some(Tongue::En) => Language::English,
            Some(Tongue::Es) => Language::Spanish,
            Some(Tongue::Ar) => Language::Arabic,
        };
        let texts = match &self.texts {
            Some(path) => Some(self::texts(path, language, output)?),
            None => None,
        };
        Ok(HandoutOptions {
            audience: match self.audience {
                None | Some(Reader::Patient) => Audience::Patient,
                Some(Reader::Clinic) => Audience::Clinic,
            },
            language,
            texts,
            large_print: self.large_print,
            clinic: self.clinic.clone(),
            phone: self.phone.clone(),
        })
    }

    /// The handout; what it lacks is said on standard error.
    pub fn text(
        &self,
        plan: &Plan,
        options: &HandoutOptions,
        format: PlanFormat,
    ) -> Result<String, Failure> {
        let handout = render::handout(plan, options).map_err(no_handout)?;
        let text = if format == PlanFormat::Html {
            handout.html()
        } else {
            handout.markdown()
        };
        if options.phone.is_none() {
            let note =
                "no number to call is given: write it into the handout, or add `--phone NUMBER`";
            console::note("note", note);
        }
        missing(&handout, options.language);
        Ok(text)
    }
}

fn no_handout(why: NoHandout) -> Failure {
    match why {
        NoHandout::NoTreatmentDate => Failure::usage("a handout needs the day of the treatment")
            .with_help("give the day, or the day and time, as `--treated` or in the profile"),
    }
}

/// What is in English in a handout of another language, ready to be copied into the file of `--texts`.
fn missing(handout: &Handout, language: Language) {
    let tag = language.tag();
    match handout.missing_messages() {
        0 => {}
        1 => console::note(
            "warning",
            &format!("1 of the program's own texts is in English: it has none in `{tag}` yet"),
        ),
        many => console::note(
            "warning",
            &format!(
                "{many} of the program's own texts are in English: it has none in `{tag}` yet"
            ),
        ),
    }
    let texts = handout.missing_texts();
    let count = match texts.len() {
        0 => return,
        1 => "1 text of the protocol is in English and marked in the handout".to_owned(),
        many => format!("{many} texts of the protocol are in English and marked in the handout"),
    };
    console::note("warning", &count);
    let help = format!(
        "fill in these lines in a file of `--texts` that starts with `language = \"{tag}\"`"
    );
    console::note("help", &help);
    let mut lines = String::from("[texts]\n");
    for text in texts {
        // A string of JSON is one of TOML.
        let quoted = serde_json::to_string(&render::escape(text)).unwrap_or_default();
        lines.push_str(&format!("{quoted} = \"\"\n"));
    }
    console::error_lines(&lines);
}

fn texts(path: &Path, language: Language, output: Option<&Path>) -> Result<Texts, Failure> {
    let name = console::name(&path.to_string_lossy());
    let same = |output: &Path| {
        output == path || path.exists() && output.canonicalize().ok() == path.canonicalize().ok()
    };
    if output.is_some_and(same) {
        return Err(
            Failure::usage("the handout would be written over its texts")
                .with_help("give `-o` another name"),
        );
    }
    if language == Language::English {
        return Err(
            Failure::usage("`--texts` is for another language than English")
                .with_help("add the language, such as `--language es`"),
        );
    }
    let text = match input::file(path) {
        Ok(Input::Text(text)) => text,
        Ok(Input::TooLarge) => {
            return Err(Failure::file(format!(
                "{name} cannot be read: it is larger than 8 MiB"
            )));
        }
        Ok(Input::NotText { at, byte, .. }) => {
            return Err(Failure::file(format!(
                "{name} is not UTF-8 text: byte {at}, counted from 0, is 0x{byte:02x}"
            )));
        }
        Err(error) => return Err(input::unreadable(path, &error)),
    };
    let texts = Texts::read(&text).map_err(|problem| {
        Failure::errors(format!("{name} is no file of texts: {}", render::escape(&problem)))
            .with_help("it starts with a line such as `language = \"es\"`, and has a line such as `\"fever\" = \"fiebre\"` for each text under `[texts]`")
    })?;
    if texts.language() != language {
        return Err(Failure::usage(format!(
            "{name} is in `{}`, and the handout is to be in `{}`",
            texts.language().tag(),
            language.tag()
        ))
        .with_help(format!(
            "write `--language {}`, or name another file",
            texts.language().tag()
        )));
    }
    Ok(texts)
}
