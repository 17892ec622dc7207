//! What a page may load and run.

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The Content-Security-Policy of a page with these styles and scripts, which hold for what it has itself, from `file://` too. Nothing else
/// is run or shown, nothing is loaded, and nothing is sent.
pub fn policy(styles: &[&str], scripts: &[&str]) -> String {
    let [styles, scripts] = [styles, scripts].map(sources);
    format!("default-src 'none'; style-src {styles}; script-src {scripts}; base-uri 'none'; form-action 'none'")
}

fn sources(texts: &[&str]) -> String {
    let hash = |text: &&str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text.as_bytes())));
    if texts.is_empty() { String::from("'none'") } else { texts.iter().map(hash).collect::<Vec<_>>().join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_is_allowed_by_its_hash() {
        let said = policy(&[], &["alert('Hello, world.');"]);
        let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert!(said.starts_with("default-src 'none'; style-src 'none'; script-src "), "{said}");
        assert!(said.contains(&format!("script-src {hash};")), "{said}");
    }
}
