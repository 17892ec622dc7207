//! JSON to nodes with places: one value, several, or one a line. No recursion, so that depth costs nothing.

use super::tree::{Kind, Scalar, Style, Tree};
use crate::diagnostic::Broken;
use crate::ledger::is_blank;
use crate::source::Span;

/// Reads a text that holds one value or several.
pub fn read(text: &str) -> Tree {
    let mut scanner = Scanner { text, at: 0, tree: Tree::default() };
    while !scanner.tree.is_stopped() && scanner.next().is_some() {
        scanner.value(None);
    }
    scanner.tree
}

/// Reads a text that holds a value a line. Each stands for itself: of a line that is broken nothing is kept, and the next is read.
pub fn read_lines(text: &str) -> Tree {
    let mut tree = Tree::default();
    for line in text.lines() {
        let Span { start, end } = Span::of_slice(text, line);
        let mut scanner = Scanner { text: &text[..end], at: start, tree };
        while !scanner.tree.is_stopped() && scanner.next().is_some() {
            scanner.value(None);
        }
        tree = scanner.tree;
        if tree.is_stopped() {
            tree.forget(start);
            tree.go_on();
        }
        if tree.is_stopped() {
            break;
        }
    }
    tree
}

/// Whether the lines of a text are values, as far as those show that are not broken.
pub fn is_lines(text: &str) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let whole = lines().filter(|line| line.starts_with('{') && line.trim_end().ends_with('}')).count();
    let all = lines().count();
    all > 1 && whole * 2 >= all && lines().next().is_some_and(|line| line.starts_with('{'))
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    tree: Tree,
}

impl Scanner<'_> {
    /// The next character that is no white space.
    fn next(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches(is_blank).len();
        self.text[self.at..].chars().next()
    }

    fn fail(&mut self, at: usize, what: Broken) {
        self.tree.fail(self.text, at, what);
    }

    /// Reads a value with all that is inside it.
    fn value(&mut self, key: Option<Scalar>) {
        self.begin(key);
        while !self.tree.is_stopped()
            && let Some(kind) = self.tree.inside()
        {
            self.member(kind);
        }
    }

    /// Reads a value, or the bracket that opens one.
    fn begin(&mut self, key: Option<Scalar>) {
        let next = self.next();
        if self.tree.is_full(self.text, self.at) {
            return;
        }
        match next {
            Some('{') => self.open(key, Kind::Object),
            Some('[') => self.open(key, Kind::Array),
            Some('"') => {
                if let Some((span, scalar)) = self.string() {
                    self.tree.push(key, Kind::Scalar(scalar), span);
                }
            }
            Some(_) => self.word(key),
            None => self.fail(self.text.len(), Broken::NoValue),
        }
    }

    fn open(&mut self, key: Option<Scalar>, kind: Kind) {
        self.tree.open(key, kind, self.at);
        self.at += 1;
        self.next();
        self.close(kind);
    }

    /// Reads the next member of an object or list, and what divides it from the one behind it.
    fn member(&mut self, kind: Kind) {
        let depth = self.tree.nodes.len();
        match kind {
            Kind::Object => self.pair(),
            _ => self.begin(None),
        }
        // What has just been opened is divided from the next when it is closed.
        if self.tree.innermost() != Some(depth) {
            self.divide();
        }
    }

    /// `"title": …`
    fn pair(&mut self) {
        if self.next() != Some('"') {
            return self.fail(self.at, Broken::NoKey);
        }
        let Some((_, key)) = self.string() else { return };
        if self.next() != Some(':') {
            return self.fail(self.at, Broken::NoColon);
        }
        self.at += 1;
        self.begin(Some(key));
    }

    /// Reads commas and closing brackets until another member begins.
    fn divide(&mut self) {
        while !self.tree.is_stopped()
            && let Some(kind) = self.tree.inside()
        {
            match (self.next(), kind) {
                (Some(','), _) => {
                    self.at += 1;
                    return;
                }
                _ if self.close(kind) => {}
                (Some(_), Kind::Object) => self.fail(self.at, Broken::NoComma('}')),
                (Some(_), _) => self.fail(self.at, Broken::NoComma(']')),
                (None, _) => self.fail(self.text.len(), Broken::NoEnd),
            }
        }
    }

    /// Closes what is open, where its bracket stands here.
    fn close(&mut self, kind: Kind) -> bool {
        let bracket = if kind == Kind::Object { '}' } else { ']' };
        let closes = self.text[self.at..].starts_with(bracket);
        if closes {
            self.at += 1;
            self.tree.close(self.at);
        }
        closes
    }

    /// The string that begins here, with its quotes and without.
    fn string(&mut self) -> Option<(Span, Scalar)> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr::memchr3(b'"', b'\\', b'\n', rest)) {
            at += found;
            match bytes[at] {
                b'"' => {
                    self.at = at + 1;
                    let scalar = Scalar { span: Span::new(start + 1, at), style: Style::Double };
                    return Some((Span::new(start, self.at), scalar));
                }
                b'\\' => at += 2,
                _ => break,
            }
        }
        self.fail(start, Broken::OpenQuote);
        None
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self, key: Option<Scalar>) {
        let rest = &self.text[self.at..];
        let length =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '+' | '.')).unwrap_or(rest.len());
        let (word, span) = (&rest[..length], Span::new(self.at, self.at + length));
        let number = word.starts_with(|c: char| c.is_ascii_digit() || c == '-') && word.parse::<f64>().is_ok();
        match word {
            "null" => self.tree.push(key, Kind::Null, span),
            "true" | "false" => self.tree.push(key, Kind::Scalar(Scalar { span, style: Style::Plain }), span),
            _ if number => self.tree.push(key, Kind::Scalar(Scalar { span, style: Style::Plain }), span),
            _ => return self.fail(span.start, Broken::NoStart),
        }
        self.at = span.end;
    }
}
