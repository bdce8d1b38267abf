//! A sign in the words of sheets, which say that somebody has it.

/// `cold sores` of `you get cold sores`
pub(crate) fn without_getting(text: &str) -> &str {
    const GETTING: &[&str] = &[
        "you get ",
        "you develop ",
        "you have ",
        "you notice ",
        "you experience ",
        "you see ",
        "there is ",
        "there are ",
    ];
    let said = GETTING
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let article = ["a ", "an ", "any ", "the ", "your "];
    article
        .iter()
        .find_map(|word| said.strip_prefix(word))
        .unwrap_or(said)
}
