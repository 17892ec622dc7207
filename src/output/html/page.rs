//! What all pages share: their templates, their head, and how the words of a document become words of a page.

use minijinja::value::Serde;
use minijinja::{Environment, HtmlEscape, UndefinedBehavior, Value};
use serde::Serialize;

use super::policy::policy;
use crate::diagnostic::message::{is_unsafe, visible};
use crate::locale::Locale;

pub use minijinja::Error;

/// What all pages are made from.
const BASE: (&str, &str) = ("base.html", include_str!("assets/base.html"));
/// The looks that all pages share.
const STYLE: &str = include_str!("assets/base.css");

/// The templates, in a language.
pub struct Pages(Environment<'static>);

/// What stands around the body of every page.
#[derive(Debug, Serialize)]
pub struct Shell {
    lang: &'static str,
    title: String,
    style: String,
    script: Option<&'static str>,
    policy: String,
}

impl Pages {
    /// Templates by their names, whose own words are those of `locale`.
    ///
    /// # Errors
    /// Where a template is wrong; a test reads them all.
    pub fn new(locale: Locale, templates: &[(&'static str, &'static str)]) -> Result<Self, Error> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.add_function("say", move |message: &str| locale.say(message, &[]));
        environment.add_filter("shown", shown);
        for (name, text) in templates.iter().copied().chain([BASE]) {
            environment.add_template(name, text)?;
        }
        Ok(Self(environment))
    }

    /// A template filled in.
    ///
    /// # Errors
    /// Where the template names a fact that there is not.
    pub fn render(&self, template: &str, facts: &impl Serialize) -> Result<String, Error> {
        self.0.get_template(template)?.render(Value::from(Serde(facts)))
    }
}

impl Shell {
    /// The head of a page with looks and, where it has one, a script of its own.
    pub fn new(locale: Locale, title: &str, style: &str, script: Option<&'static str>) -> Self {
        let style = format!("{STYLE}{style}");
        let policy = policy(&[&style], script.as_slice());
        Self { lang: locale.code(), title: visible(title).into_owned(), style, script, policy }
    }
}

/// Words of a document as HTML, for templates.
fn shown(words: &str) -> Value {
    Value::from_safe_string(text(words))
}

/// Words of a document as HTML. Control characters and overrides of the writing direction are written out and marked as such; line ends
/// and tabs stay.
pub fn text(text: &str) -> String {
    let is_code = |c: char| is_unsafe(c) && !matches!(c, '\n' | '\t');
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_code) {
        let (before, after) = rest.split_at(at);
        let code = after.chars().next().map_or(0, char::len_utf8);
        html += &format!("{}<span class=\"code\">{}</span>", HtmlEscape(before), visible(&after[..code]));
        rest = &after[code..];
    }
    html += &HtmlEscape(rest).to_string();
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::TEMPLATES as SITE;
    use crate::output::html::review::TEMPLATES;

    #[test]
    fn words_of_a_document_are_never_markup() {
        let html = text;
        assert_eq!(html("a <b> & \"c\"\n\td"), "a &lt;b&gt; &amp; &quot;c&quot;\n\td");
        assert_eq!(html("x\0y"), "x<span class=\"code\">\\u{0}</span>y");
        assert_eq!(html("\u{202e}<i>"), "<span class=\"code\">\\u{202e}</span>&lt;i&gt;");
        assert_eq!(html("\u{1b}[31mé"), "<span class=\"code\">\\u{1b}</span>[31mé");
    }

    #[test]
    fn every_language_has_the_words_of_the_templates() {
        let sets = [(&TEMPLATES[..], Locale::all().collect::<Vec<_>>()), (&SITE[..], Locale::of_pages().collect())];
        for (templates, locales) in sets {
            let words = templates.iter().flat_map(|(_, text)| text.split("say(\"").skip(1));
            let names: Vec<&str> = words.map(|rest| rest.split('"').next().unwrap_or_default()).collect();
            assert!(names.len() > 10, "{names:?}");
            for locale in locales {
                Pages::new(locale, templates).unwrap();
                names.iter().for_each(|name| assert_ne!(locale.say(name, &[]), **name, "{}", locale.code()));
            }
        }
    }
}
