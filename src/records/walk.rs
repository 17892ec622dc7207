//! One record: each value against the shape that its key asks for. Everything that is wrong is found in one pass; a value that is of
//! another shape, but whose words are clear, is kept.

use serde_json::{Map, Value};

use super::scalar;
use super::shape::{self, Key, Shape};
use crate::data::{Kind, Node, Scalar, Tree};
use crate::diagnostic::{Diagnostic, Expected, Finding, Found};
use crate::practice::{Field, Pointer, Step};
use crate::source::Span;

/// How many levels of a record may stand inside each other. Nobody writes so many; programs that go down step by step fail at more.
const DEEPEST: usize = 64;

/// Unknown keys of a record for which the nearest known one is sought: an object with more is no record.
const SOUGHT: usize = 50;

/// Bytes of a key that may be a known one mistyped; comparing longer ones costs much, and finds nothing.
const LONGEST_KEY: usize = 200;

/// A record as its file has it.
#[derive(Debug, Default)]
pub struct Walked {
    /// Its values by key, without what could not be kept.
    pub values: Map<String, Value>,
    /// Where each value stands.
    pub places: Vec<(Pointer, Span)>,
    /// The fields whose key is there, with the key's place, and whether nothing is written behind it.
    pub keys: Vec<(Field, Span, bool)>,
    /// The fields that mistyped keys are meant for: where those are reported, they are not missing as well.
    pub meant: Vec<Field>,
    /// What is of no shape that a record has: its bytes are in no value.
    pub dropped: Vec<Span>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

/// Walks over the record that is the object at `at`.
pub fn walk(text: &str, tree: &Tree, at: usize) -> Walked {
    let mut walk = Walk { text, tree, sought: 0, out: Walked::default() };
    walk.record(at);
    walk.out
}

struct Walk<'t> {
    text: &'t str,
    tree: &'t Tree,
    /// Keys for which the nearest known one was sought.
    sought: usize,
    out: Walked,
}

/// The members of an object.
struct Members<K> {
    /// Those whose key is known: the node, the place of the key, and which it is.
    known: Vec<(usize, Span, K)>,
    /// The keys that mistyped ones are meant for.
    meant: Vec<K>,
}

/// A value with where it is in the record.
struct Spot<'p> {
    node: usize,
    pointer: &'p Pointer,
    depth: usize,
}

impl<'t> Walk<'t> {
    fn record(&mut self, at: usize) {
        let Members { known, meant } = self.members(at, Field::ALL, Field::key);
        self.out.meant = meant;
        for (child, key, field) in known {
            let pointer = Pointer::from(field);
            let faults = self.out.findings.len();
            let value = self.value(&Spot { node: child, pointer: &pointer, depth: 1 }, shape::of(field));
            let value = value.filter(|value| !is_empty(value));
            self.out.keys.push((field, key, value.is_none() && self.out.findings.len() == faults));
            self.out.values.extend(value.map(|value| (field.key().to_owned(), value)));
        }
        let is_named = |field| self.out.meant.contains(&field) || self.out.keys.iter().any(|key| key.0 == field);
        if !is_named(Field::Schema) {
            let place = head(self.text, self.tree.nodes[at].span);
            self.out.findings.push(Diagnostic::at(Finding::MissingKey { key: Field::Schema.key() }, place));
        }
    }

    /// The members of an object whose keys are known, each once; what is wrong with the others is reported.
    fn members<K: Copy + PartialEq>(&mut self, at: usize, keys: &[K], name: fn(K) -> &'static str) -> Members<K> {
        let mut members = Members { known: Vec::new(), meant: Vec::new() };
        for child in self.tree.children(at) {
            let Some((place, words)) = self.key(child) else { continue };
            let Some(key) = keys.iter().copied().find(|key| name(*key) == words) else {
                let near = self.unknown_key(child, place, &words, keys.iter().map(|key| name(*key)));
                members.meant.extend(keys.iter().copied().find(|key| near == Some(name(*key))));
                continue;
            };
            match members.known.iter().find(|(.., other)| *other == key) {
                Some((_, first, _)) => self.repeated_key(child, place, *first),
                None => members.known.push((child, place, key)),
            }
        }
        members
    }

    /// The key of a node: its place and its words.
    fn key(&self, at: usize) -> Option<(Span, std::borrow::Cow<'t, str>)> {
        let key = self.tree.nodes[at].key?;
        Some((key.span, self.tree.words(self.text, key)))
    }

    /// The value of a member, if it can be kept; that it is empty is a fault.
    fn member(&mut self, spot: &Spot<'_>, shape: Shape) -> Option<Value> {
        let faults = self.out.findings.len();
        let value = self.value(spot, shape).filter(|value| !is_empty(value));
        if value.is_none() && self.out.findings.len() == faults {
            self.wrong(spot, Expected::Something);
        }
        value
    }

    /// The value of a node, if it can be kept.
    fn value(&mut self, spot: &Spot<'_>, shape: Shape) -> Option<Value> {
        let node = self.tree.nodes[spot.node];
        if spot.depth > DEEPEST {
            self.wrong(spot, Expected::LessDepth(DEEPEST));
            return self.drop(node.span);
        }
        let value = match (shape, node.kind) {
            (Shape::Anything, _) | (Shape::Keys, Kind::Object) => self.anything(spot),
            (_, Kind::Null) => None,
            (Shape::Keys, Kind::Scalar(scalar)) if scalar::is_alias(scalar.style, scalar.span.of(self.text)) => {
                self.anything(spot)
            }
            (Shape::List(of), Kind::Array) => self.list(spot, *of),
            (Shape::List(of), Kind::Scalar(_)) if *of == Shape::Text => {
                self.wrong(spot, Expected::List);
                let pointer = spot.pointer.then(Step::Item(0));
                return self.value(&Spot { pointer: &pointer, ..*spot }, *of).map(|item| Value::Array(vec![item]));
            }
            (Shape::Object(keys), Kind::Object) => self.object(spot, keys),
            (Shape::Covers, Kind::Object) => self.covers(spot),
            (Shape::List(_) | Shape::Object(_) | Shape::Covers | Shape::Keys, _) | (_, Kind::Array | Kind::Object) => {
                self.wrong(spot, scalar::expected(shape));
                self.drop(node.span)
            }
            (_, Kind::Scalar(scalar)) => self.scalar(spot, shape, scalar),
        };
        if !matches!(node.kind, Kind::Null) {
            self.out.places.push((spot.pointer.clone(), node.span));
        }
        value
    }

    fn list(&mut self, spot: &Spot<'_>, of: Shape) -> Option<Value> {
        let mut items = Vec::new();
        for child in self.tree.children(spot.node) {
            let pointer = spot.pointer.then(Step::Item(items.len()));
            let item = Spot { node: child, pointer: &pointer, depth: spot.depth + 1 };
            items.extend(self.member(&item, of));
        }
        Some(Value::Array(items))
    }

    fn object(&mut self, spot: &Spot<'_>, keys: &'static [Key]) -> Option<Value> {
        let mut object = Map::new();
        let Members { known, .. } = self.members(spot.node, keys, |key| key.name);
        for (child, _, key) in &known {
            let pointer = spot.pointer.then(Step::Key(key.name));
            let inner = Spot { node: *child, pointer: &pointer, depth: spot.depth + 1 };
            let value = self.member(&inner, key.shape);
            object.extend(value.map(|value| (key.name.to_owned(), value)));
        }
        for key in keys.iter().filter(|key| key.required && known.iter().all(|(.., other)| other != *key)) {
            let place = head(self.text, self.tree.nodes[spot.node].span);
            self.find(Finding::MissingKey { key: key.name }, place, spot.pointer);
        }
        let complete = keys.iter().all(|key| !key.required || object.contains_key(key.name));
        complete.then_some(Value::Object(object))
    }

    /// `{impact: [innovation, transferability]}`
    fn covers(&mut self, spot: &Spot<'_>) -> Option<Value> {
        let mut object = Map::new();
        for child in self.tree.children(spot.node) {
            let Some((place, words)) = self.key(child) else { continue };
            if Field::of_label(&words).is_none() {
                self.unknown_key(child, place, &words, Field::ALL.iter().map(|field| field.key()));
                continue;
            }
            let inner = Spot { node: child, pointer: spot.pointer, depth: spot.depth + 1 };
            let covered = self.member(&inner, Shape::List(&Shape::Text));
            self.covered(child);
            object.extend(covered.map(|covered| (words.into_owned(), covered)));
        }
        Some(Value::Object(object))
    }

    /// What a joint label covers are fields.
    fn covered(&mut self, list: usize) {
        for item in self.tree.children(list) {
            let Kind::Scalar(scalar) = self.tree.nodes[item].kind else { continue };
            let words = self.tree.words(self.text, scalar);
            if Field::of_label(&words).is_none() {
                self.unknown_key(item, scalar.span, &words, Field::ALL.iter().map(|field| field.key()));
            }
        }
    }

    /// A value that nobody interprets. It is no deeper than the rest of a record.
    fn anything(&mut self, spot: &Spot<'_>) -> Option<Value> {
        let node = self.tree.nodes[spot.node];
        let inner = |node| Spot { node, pointer: spot.pointer, depth: spot.depth + 1 };
        match node.kind {
            Kind::Null => Some(Value::Null),
            Kind::Scalar(scalar) if scalar::is_alias(scalar.style, scalar.span.of(self.text)) => {
                self.wrong(spot, Expected::NoAlias);
                self.drop(node.span)
            }
            Kind::Scalar(scalar) => Some(self.plain(scalar)),
            Kind::Array => {
                let children = self.tree.children(spot.node);
                Some(Value::Array(children.filter_map(|child| self.nested(&inner(child))).collect()))
            }
            Kind::Object => {
                let mut object = Map::new();
                let mut seen = std::collections::HashMap::new();
                for child in self.tree.children(spot.node) {
                    let Some((place, words)) = self.key(child) else { continue };
                    if let Some(first) = seen.insert(words.clone(), place) {
                        self.repeated_key(child, place, first);
                        continue;
                    }
                    let value = self.nested(&inner(child));
                    object.extend(value.map(|value| (words.into_owned(), value)));
                }
                Some(Value::Object(object))
            }
        }
    }

    fn nested(&mut self, spot: &Spot<'_>) -> Option<Value> {
        if spot.depth > DEEPEST {
            self.wrong(spot, Expected::LessDepth(DEEPEST));
            return self.drop(self.tree.nodes[spot.node].span);
        }
        self.anything(spot)
    }

    /// A text, number or flag.
    fn scalar(&mut self, spot: &Spot<'_>, shape: Shape, scalar: Scalar) -> Option<Value> {
        let words = self.tree.words(self.text, scalar);
        if scalar::is_alias(scalar.style, &words) {
            self.wrong(spot, Expected::NoAlias);
            return self.drop(self.tree.nodes[spot.node].span);
        }
        let plain = self.plain(scalar);
        if scalar::fits(&plain, shape) {
            return Some(plain);
        }
        self.wrong(spot, scalar::expected(shape));
        match shape {
            // Its words are clear, whatever they look like.
            Shape::Text => Some(Value::String(words.into_owned())),
            _ => self.drop(self.tree.nodes[spot.node].span),
        }
    }

    /// What a scalar is by itself.
    fn plain(&self, scalar: Scalar) -> Value {
        scalar::plain(&self.tree.words(self.text, scalar), scalar.style)
    }

    fn unknown_key(
        &mut self,
        child: usize,
        key: Span,
        words: &str,
        known: impl Iterator<Item = &'static str>,
    ) -> Option<&'static str> {
        let near = (self.sought < SOUGHT).then(|| nearest(words, known)).flatten();
        self.sought += 1;
        let nearest = near.map(str::to_owned);
        self.out.dropped.push(key.to(self.tree.nodes[child].span));
        self.out.findings.push(Diagnostic::at(Finding::UnknownKey { nearest }, key).labelled(words));
        near
    }

    fn repeated_key(&mut self, child: usize, key: Span, first: Span) {
        self.out.dropped.push(key.to(self.tree.nodes[child].span));
        let finding = Diagnostic::at(Finding::RepeatedKey, key).labelled(key.of(self.text));
        self.out.findings.push(finding.with_related(first));
    }

    /// Notes that a value is of another type than its key asks for.
    fn wrong(&mut self, spot: &Spot<'_>, expected: Expected) {
        let node = self.tree.nodes[spot.node];
        let finding = Finding::WrongType { expected, found: self.found(&node) };
        let place = match node.kind {
            Kind::Scalar(_) => node.span,
            // What is empty is shown by its key.
            Kind::Null => node.key.map_or(node.span, |key| key.span),
            Kind::Array | Kind::Object => head(self.text, node.span),
        };
        self.find(finding, place, spot.pointer);
    }

    fn find(&mut self, finding: Finding, place: Span, pointer: &Pointer) {
        let label = pointer.name();
        self.out.findings.push(Diagnostic::at(finding, place).labelled(label).pointing(pointer.clone()));
    }

    fn found(&self, node: &Node) -> Found {
        match node.kind {
            Kind::Object => Found::Object,
            Kind::Array => Found::List,
            Kind::Null => Found::Nothing,
            Kind::Scalar(scalar) => match self.plain(scalar) {
                Value::Bool(_) => Found::Flag(scalar.span.of(self.text).to_owned()),
                Value::Number(_) => Found::Number(scalar.span.of(self.text).to_owned()),
                _ => Found::Text(self.tree.words(self.text, scalar).into_owned()),
            },
        }
    }

    fn drop(&mut self, span: Span) -> Option<Value> {
        self.out.dropped.push(span);
        None
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(keys) => keys.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The known key that is nearest to one that nobody knows.
fn nearest(words: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    if words.len() > LONGEST_KEY {
        return None;
    }
    let told = words.to_lowercase().replace([' ', '-'], "_");
    let near = known.map(|key| (strsim::damerau_levenshtein(&told, key), key)).min_by_key(|(distance, _)| *distance)?;
    (near.0 * 3 <= told.chars().count().max(3)).then_some(near.1)
}

/// The first line of a list or object.
fn head(text: &str, span: Span) -> Span {
    let first = span.of(text).lines().next().unwrap_or_default();
    Span::new(span.start, span.start + first.trim_end().len())
}
