//! What the e-mails of a field tell about the names in it.

use super::reader::Reader;
use super::scan::Kind;
use super::words::split;
use crate::schemas::fold_contact as fold;
use crate::source::Span;

/// How many e-mails after a piece are looked at.
const NEXT: usize = 8;

impl Reader<'_> {
    /// Notes every e-mail with its block.
    pub(super) fn find_emails(&mut self) {
        let mut block = 0;
        let mut emails = Vec::new();
        for at in 0..self.rows.len() {
            block += usize::from(self.starts_block(at));
            let tokens = self.rows[at].tokens.iter().filter(|token| token.kind == Kind::Email);
            emails.extend(tokens.map(|token| (block, token.span)));
        }
        self.emails = emails;
    }

    /// Whether a line stands apart from the one before.
    pub(super) fn starts_block(&self, at: usize) -> bool {
        let line = self.rows[at].line;
        line.bullet || line.gap && self.blocks
    }

    /// Whether the next e-mails of the block say that a piece is a name (`true`) or an organisation (`false`).
    pub(super) fn email_says(&self, piece: Span) -> Option<bool> {
        if self.next_emails(piece).any(|email| fits(email, piece, self.text)) {
            return Some(true);
        }
        let first = self.next_emails(piece).next()?;
        let other = self.people.current_name().is_some_and(|name| fits(first, name, self.text));
        (other || is_domain_of(first, piece, self.text)).then_some(false)
    }

    /// Whether the domain of the next e-mail of the block holds a word of a piece.
    pub(super) fn domain_says(&self, piece: Span) -> bool {
        self.next_emails(piece).next().is_some_and(|email| is_domain_of(email, piece, self.text))
    }

    /// The next few e-mails of the block.
    fn next_emails(&self, piece: Span) -> impl Iterator<Item = Span> {
        let next = self.emails.partition_point(|(_, email)| email.start < piece.end);
        let next = self.emails[next..].iter().take_while(|(block, _)| *block == self.block);
        next.take(NEXT).map(|(_, email)| *email)
    }
}

/// Whether the domain of an e-mail holds a word of four letters or more of an organisation's name.
fn is_domain_of(email: Span, name: Span, text: &str) -> bool {
    let domain = email.of(text).rsplit('@').next().unwrap_or_default();
    holds(&fold(domain), name, text, 4)
}

/// Whether the local part of an e-mail holds a word of three letters or more of a name.
pub(super) fn fits(email: Span, name: Span, text: &str) -> bool {
    let local = email.of(text).split('@').next().unwrap_or_default();
    holds(&fold(local), name, text, 3)
}

fn holds(part: &str, name: Span, text: &str, shortest: usize) -> bool {
    let words = split(name, text);
    words.iter().any(|word| word.folded.chars().count() >= shortest && part.contains(&word.folded))
}
