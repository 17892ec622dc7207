//! What a page is made of, for tests.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// What the tags of a page are, with the names of their attributes, and where its links lead.
pub fn tags(page: &str) -> (BTreeSet<String>, Vec<String>) {
    let (mut tags, mut links) = (BTreeSet::new(), Vec::new());
    let mut emitter: DefaultEmitter<()> = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        let Token::StartTag(tag) = token else { continue };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        for (name, value) in &tag.attributes {
            tags.insert(format!("{} {}", text(&tag.name), text(name)));
            links.extend((text(name) == "href").then(|| text(value)));
        }
        tags.insert(text(&tag.name));
    }
    (tags, links)
}

/// The words of a page, without its tags.
pub fn words(page: &str) -> String {
    let mut words = String::new();
    for Ok(token) in Tokenizer::new(page) {
        if let Token::String(text) = token {
            words += &String::from_utf8_lossy(&text);
        }
    }
    words
}
