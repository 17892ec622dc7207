//! Names for records and their files.

/// Characters of an id at most, before what tells clashing ones apart.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The slug of a name: `a-z`, `0-9` and `-`, cut at a word before 60 characters; empty where nothing can be spelt so.
pub fn slug(name: &str) -> String {
    let ascii = deunicode::deunicode(name);
    let mut slug = String::new();
    for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() && slug.len() + 1 + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST - 1).map(|c| c.to_ascii_lowercase()));
    }
    if is_device(&slug) { slug + "-1" } else { slug }
}

/// Whether a text is a slug: words of `a-z` and `0-9` with a `-` between them.
pub fn is_slug(text: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.split('-').all(word)
}

fn is_device(slug: &str) -> bool {
    let numbered =
        |name: &str| slug.strip_prefix(name).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    DEVICES.contains(&slug) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_become_slugs() {
        for (name, id) in [
            ("MAGNET NETWORK", "magnet-network"),
            ("NETZWERK FÜR INTEGRATION", "netzwerk-fur-integration"),
            ("Οικογένεια & εργασία", "oikogeneia-ergasia"),
            ("L'accoglienza diffusa", "l-accoglienza-diffusa"),
            ("COM1", "com1-1"),
            ("con", "con-1"),
            ("!!!", ""),
        ] {
            assert_eq!(slug(name), id);
        }
        let long = slug(&"word ".repeat(40));
        assert!(long.len() < 60 && long.ends_with("word"), "{long}");
        assert_eq!(slug(&"x".repeat(200)).len(), 59);
    }
}
