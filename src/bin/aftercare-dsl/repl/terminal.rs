//! A session at the keyboard.

use std::cell::RefCell;

use aftercare_dsl::render::escape;
use aftercare_dsl::session::{Reply, Session, Then};
use rustyline::error::ReadlineError;
use rustyline::history::MemHistory;
use rustyline::{
    Cmd, ColorMode, CompletionType, Config, Editor, Event, EventHandler, KeyCode, KeyEvent,
    Modifiers,
};

use super::fix::Fixes;
use super::history::History;
use super::keyboard::Keyboard;
use super::keys::{Key, Keys};
use super::line::Assist;
use super::{Disk, show};
use crate::clock::Watch;
use crate::failure::{Exit, Failure};
use crate::{console, page};

/// What is said at the start.
const WELCOME: &str = "\
Type a sentence, such as `avoid retinoids for 7 days`, or `help`. Tab shows what
may come next; Ctrl-F mends a mistake; Ctrl-D leaves.
";

/// Reads, answers, and goes on until somebody leaves.
///
/// # Errors
/// The terminal cannot be used.
pub fn run(session: Session, mut disk: Disk) -> Result<Exit, Failure> {
    let fixes = Fixes::default();
    let mut editor = editor(session, &fixes)?;
    let history = History::new();
    for entry in history.load() {
        remember(&mut editor, &entry);
    }
    // While an answer is worked out the terminal would end the program, and the rules with it. That it
    // can't be watched for changes nothing else.
    let _ = ctrlc::set_handler(|| {});
    let keys = Keys::default();
    keys.watch(&mut editor);
    let mut keyboard = Keyboard::hold();
    console::print(WELCOME)?;
    let mut initial = None;
    loop {
        let width = console::out_width();
        if let Some(assist) = editor.helper_mut() {
            assist.session.set_width(width);
        }
        let typed = match read(&mut editor, &keys, &fixes, initial.take())? {
            Line::Typed(typed) => typed,
            Line::Mended(mended) => {
                if let Some(assist) = editor.helper_mut() {
                    assist.session.holds(&mended);
                }
                initial = Some((mended, String::new()));
                continue;
            }
            Line::Suspended(left, right) => {
                keyboard = keyboard.suspend();
                initial = Some((left, right));
                continue;
            }
            Line::Dropped => {
                fixes.set(None, &[]);
                drop_line(&mut editor);
                if let Some(assist) = editor.helper() {
                    show(&assist.session.interrupted())?;
                }
                continue;
            }
        };
        let reply = entered(&mut editor, &typed, &mut disk, &history)?;
        fixes.set(reply.editor.as_deref(), &reply.fixes);
        if let Some(fix) = reply.fixes.first() {
            offered(fix, reply.editor.as_deref().unwrap_or_default(), width)?;
        }
        initial = reply.editor.map(|text| (text, String::new()));
        if reply.then == Then::Quit {
            return Ok(Exit::Done);
        }
    }
}

/// How a line ended.
enum Line {
    /// By Enter, or as if `:quit` had been typed.
    Typed(String),
    /// By the key that puts this in its place.
    Mended(String),
    /// By the key that gives the terminal to the shell; what stood before the cursor and behind it.
    Suspended(String, String),
    /// By the key that drops it.
    Dropped,
}

/// Reads a line that starts as `initial`, which is what stands before the cursor and behind it.
///
/// # Errors
/// The terminal cannot be read.
fn read(
    editor: &mut Editor<Assist, MemHistory>,
    keys: &Keys,
    fixes: &Fixes,
    initial: Option<(String, String)>,
) -> Result<Line, Failure> {
    let prompt = prompt(editor);
    let line = match initial {
        Some((left, right)) => editor.readline_with_initial(prompt, (&left, &right)),
        None => editor.readline(prompt),
    };
    Ok(match (line, keys.taken()) {
        (Ok(line), Some(Key::Suspend(at))) => {
            let (left, right) = line.split_at_checked(at).unwrap_or((&line, ""));
            Line::Suspended(left.to_owned(), right.to_owned())
        }
        (Ok(_), Some(Key::Drop)) | (Err(ReadlineError::Interrupted), _) => Line::Dropped,
        (Ok(_), Some(Key::Leave)) | (Err(ReadlineError::Eof), _) => Line::Typed(":quit".to_owned()),
        (Ok(line), None) => fixes.taken().map_or(Line::Typed(line), Line::Mended),
        (Err(_), _) => return Err(Failure::file("the terminal cannot be read")),
    })
}

/// Enters what was typed, keeps it where it may be kept, and shows the reply.
fn entered(
    editor: &mut Editor<Assist, MemHistory>,
    typed: &str,
    disk: &mut Disk,
    history: &History,
) -> Result<Reply, Failure> {
    let watch = Watch::start();
    let Some(assist) = editor.helper_mut() else {
        return Err(Failure::bug("the editor has lost its session"));
    };
    let private = assist.session.is_private(typed);
    let asked = assist.session.is_asking();
    let reply = assist.session.enter(typed, disk);
    let timing = assist.session.is_timing();
    if !asked && !typed.trim().is_empty() {
        match &reply.parted {
            Some((before, own)) => {
                remember(editor, before.trim_end());
                remember(editor, own);
            }
            None => remember(editor, typed.trim_end()),
        }
        if !private && !reply.failed {
            let kept = reply.parted.as_ref().map_or(typed, |(_, own)| own);
            history.add(kept.trim_end());
        }
    }
    show(&reply)?;
    if timing {
        console::print(&format!("({:.1} ms)\n", watch.read()))?;
    }
    Ok(reply)
}

/// Says what Ctrl-F would write: of several lines the first that is another.
fn offered(fix: &str, typed: &str, width: usize) -> Result<(), Failure> {
    let same = fix
        .lines()
        .zip(typed.lines())
        .take_while(|(one, other)| one == other);
    let shown = escape(fix.lines().nth(same.count()).unwrap_or_default().trim());
    let more = if fix.contains('\n') { " ..." } else { "" };
    let text = format!("Ctrl-F writes `{shown}{more}`; Ctrl-C drops the line.");
    console::print(&page::wrapped(&text, 0, width))
}

fn editor(session: Session, fixes: &Fixes) -> Result<Editor<Assist, MemHistory>, Failure> {
    let config = Config::builder()
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .auto_add_history(false)
        .bracketed_paste(true)
        // What is drawn always goes through the painter, which knows whether there is colour.
        .color_mode(ColorMode::Forced)
        .tab_stop(4)
        .build();
    let mut editor = Editor::with_history(config.clone(), MemHistory::with_config(&config))
        .map_err(|_| Failure::file("the terminal cannot be used"))?;
    editor.set_helper(Some(Assist {
        session,
        colour: console::out_colour(),
        typed: RefCell::default(),
    }));
    let fix: Box<dyn rustyline::ConditionalEventHandler> = Box::new(fixes.clone());
    editor.bind_sequence(KeyEvent::ctrl('F'), EventHandler::Conditional(fix));
    let right = KeyEvent(KeyCode::Right, Modifiers::CTRL);
    editor.bind_sequence(Event::from(right), EventHandler::Simple(Cmd::CompleteHint));
    Ok(editor)
}

/// `rules> `, or what else is being typed.
fn prompt(editor: &Editor<Assist, MemHistory>) -> &'static str {
    let session = editor.helper().map(|assist| &assist.session);
    match session {
        Some(session) if session.is_asking() => "answer> ",
        Some(session) if session.is_editing() => "edit> ",
        _ => "rules> ",
    }
}

/// Ctrl-C drops the line, and with it the entry that it was to change. The key for the line before brings
/// it back.
fn drop_line(editor: &mut Editor<Assist, MemHistory>) {
    let Some(assist) = editor.helper_mut() else {
        return;
    };
    assist.session.leave_entry();
    let dropped = assist.typed.take();
    if !assist.session.is_asking() && !dropped.trim().is_empty() {
        remember(editor, dropped.trim_end());
    }
}

fn remember(editor: &mut Editor<Assist, MemHistory>, entry: &str) {
    // That one entry is not remembered stops nobody.
    let _ = editor.add_history_entry(entry);
}
