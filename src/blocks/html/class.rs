//! What roles, classes and ids say of an element: that it belongs to the site and not to the page.
//!
//! The names below are conventions of those who build sites, whatever language their pages speak.

use html5gum::StartTag;

use super::elements::Element;

/// How sure it is that an element belongs to the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Chrome {
    /// A class or id says so; whole pages carry such names by accident.
    Named,
    /// `<form>`: a search, a newsletter, or the wrapper of a whole page.
    Form,
    /// `<header>`, `<footer>`, `<aside>`
    Part,
    /// `<nav>`, `<button>`
    Sure,
    /// No chrome: `role="main"`.
    Main,
}

/// Words that say it wherever they stand in a name: `site-footer`, `breadcrumbs`.
const ANYWHERE: [&str; 22] = [
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "breadcrumb",
    "breadcrumbs",
    "navbar",
    "navigation",
    "sidebar",
    "sidebars",
    "newsletter",
    "footer",
    "pagination",
    "pager",
    "skip",
    "skiplink",
    "skiplinks",
    "comments",
    "megamenu",
    "topbar",
    "addthis",
    "addtoany",
];
/// Words that say it where they begin or end a name: `menu-main`, `share`, `related-posts`.
const AT_AN_END: [&str; 8] = ["menu", "menus", "share", "sharing", "banner", "related", "nav", "submenu"];
/// Words that say it only beside such as [`COMPANIONS`]: `social-links`, but not `social-inclusion`.
const ACCOMPANIED: [&str; 2] = ["social", "socials"];
/// What may stand beside them.
const COMPANIONS: [&str; 18] = [
    "link",
    "links",
    "media",
    "share",
    "sharing",
    "icon",
    "icons",
    "button",
    "buttons",
    "bar",
    "network",
    "networks",
    "follow",
    "list",
    "block",
    "widget",
    "wrapper",
    "container",
];
/// Words that turn a name around: `no-sidebar`, `has-menu`.
const TURNED: [&str; 9] = ["no", "has", "have", "with", "without", "not", "is", "hide", "open"];
/// Roles of elements that belong to the site.
const ROLES: [&str; 6] = ["navigation", "banner", "contentinfo", "complementary", "search", "menu"];

/// What the tag says of its element.
pub fn chrome(tag: &StartTag<usize>) -> Option<Chrome> {
    let element = Element::of(&tag.name);
    let value = |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    let role = value(b"role").unwrap_or_default();
    if role == "main" {
        return Some(Chrome::Main);
    }
    match element {
        Element::Nav | Element::Button => return Some(Chrome::Sure),
        Element::Header | Element::Footer | Element::Aside => return Some(Chrome::Part),
        _ => {}
    }
    let named =
        || [&b"class"[..], b"id"].into_iter().filter_map(value).any(|names| names.split_whitespace().any(is_chrome));
    if may_be_chrome(element) && (ROLES.contains(&role.as_str()) || named()) {
        return Some(Chrome::Named);
    }
    (element == Element::Form).then_some(Chrome::Form)
}

/// Whether names are asked for: those of headings, rows and whole pages say nothing.
const fn may_be_chrome(element: Element) -> bool {
    matches!(
        element,
        Element::Div
            | Element::Section
            | Element::List
            | Element::Item
            | Element::Paragraph
            | Element::Form
            | Element::Table
            | Element::Cell
            | Element::Anchor
            | Element::Span
    )
}

fn is_chrome(name: &str) -> bool {
    let words: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| TURNED.contains(word)) {
        return false;
    }
    let ends = [words.first(), words.last()];
    let accompanied = || {
        words.iter().any(|word| ACCOMPANIED.contains(word))
            && words.iter().all(|word| ACCOMPANIED.contains(word) || COMPANIONS.contains(word))
    };
    words.iter().any(|word| ANYWHERE.contains(word))
        || ends.into_iter().flatten().any(|word| AT_AN_END.contains(word))
        || accompanied()
}

#[cfg(test)]
mod tests {
    use super::is_chrome;

    #[test]
    fn names_say_what_belongs_to_the_site() {
        for name in ["site-footer", "breadcrumbs", "main-menu", "share", "social-links", "social", "cookie_banner"] {
            assert!(is_chrome(name), "{name}");
        }
        for name in
            ["social-inclusion", "no-sidebar", "field-menu-items", "content", "market-share-of", "page-with-sidebar"]
        {
            assert!(!is_chrome(name), "{name}");
        }
    }
}
