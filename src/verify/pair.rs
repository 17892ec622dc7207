//! Which sheet each record was made of.

use std::collections::HashMap;
use std::ops::Range;

use super::{Item, compare};
use crate::practice::{BestPractice, sha256};
use crate::source::base;

/// The position of each record's sheet among `sheets`, which stand document by document; nothing where it is not there any more.
///
/// The file is the one that the record names; in it the sheet has the hash, the title or the id of the record, in this order. Where
/// none has, it is the one with the number of the record, unless that is the sheet of another. Where there is no such file, the sheet
/// may be in any, if it is the only one with that hash, title or id.
pub fn pair(records: &[Item<'_>], sheets: &[Item<'_>]) -> Vec<Option<usize>> {
    let index = Index::new(sheets, records.iter().any(|record| record.sheet.record.provenance.is_some()));
    let mut pairs: Vec<Option<usize>> = records.iter().map(|record| index.known(&record.sheet.record)).collect();
    let mut owners: HashMap<usize, Vec<usize>> = HashMap::new();
    for (record, sheet) in records.iter().zip(&pairs) {
        if let (Some(sheet), Some(source)) = (sheet, &record.sheet.record.source) {
            owners.entry(*sheet).or_default().push(source.sheet);
        }
    }
    for (record, sheet) in records.iter().zip(&mut pairs).filter(|(_, sheet)| sheet.is_none()) {
        let number = record.sheet.record.source.as_ref().map_or(0, |source| source.sheet);
        let is_free = |at: &usize| owners.get(at).is_none_or(|owners| owners.contains(&number));
        *sheet = index.numbered(&record.sheet.record).filter(is_free);
    }
    pairs
}

/// By what a sheet is known again.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// The hash of its text.
    Hash(String),
    /// Its title.
    Title(String),
    /// Its id, before it was settled.
    Id(String),
}

/// The sheets, by what they are known again.
struct Index<'a> {
    sheets: &'a [Item<'a>],
    /// The documents: name, and which sheets are theirs.
    documents: Vec<(&'a str, Range<usize>)>,
    /// The documents by their names without folders.
    bases: HashMap<&'a str, Vec<usize>>,
    keys: HashMap<Key, Vec<usize>>,
}

impl<'a> Index<'a> {
    fn new(sheets: &'a [Item<'a>], with_hashes: bool) -> Self {
        let mut index = Self { sheets, documents: Vec::new(), bases: HashMap::new(), keys: HashMap::new() };
        for (at, sheet) in sheets.iter().enumerate() {
            index.document(at, &sheet.source.name, sheet.number == 1);
            let hash = with_hashes.then(|| sha256(sheet.sheet.span.of(&sheet.source.text).as_bytes()));
            for key in keys(hash, &sheet.sheet.record) {
                index.keys.entry(key).or_default().push(at);
            }
        }
        index
    }

    /// Adds a sheet to its document.
    fn document(&mut self, at: usize, name: &'a str, is_first: bool) {
        match self.documents.last_mut() {
            Some((last, sheets)) if *last == name && !is_first => sheets.end = at + 1,
            _ => {
                self.bases.entry(base(name)).or_default().push(self.documents.len());
                self.documents.push((name, at..at + 1));
            }
        }
    }

    /// The sheets of the file that a record names: of the one with this name, else the one that has the most folders in common.
    fn named(&self, file: &str) -> Option<Range<usize>> {
        let likeness = |name: &str| {
            let same = name.rsplit('/').zip(file.rsplit('/')).take_while(|(one, other)| one == other).count();
            (name == file, same)
        };
        let like = self.bases.get(base(file))?;
        let most = like.iter().map(|at| likeness(self.documents[*at].0)).max()?;
        let mut best = like.iter().filter(|at| likeness(self.documents[**at].0) == most);
        let document = best.next()?;
        // A file that was named twice is one.
        best.all(|other| self.documents[*other].0 == self.documents[*document].0).then_some(())?;
        Some(self.documents[*document].1.clone())
    }

    /// The sheet with the hash, title or id of a record.
    fn known(&self, record: &BestPractice) -> Option<usize> {
        let file = record.source.as_ref().and_then(|source| self.named(&source.file));
        let number = record.source.as_ref().map_or(0, |source| source.sheet);
        let hash = record.provenance.as_ref().map(|provenance| provenance.sha256.clone());
        keys(hash, record).find_map(|key| {
            let all = self.keys.get(&key)?;
            let within = match &file {
                Some(file) => {
                    &all[all.partition_point(|at| *at < file.start)..all.partition_point(|at| *at < file.end)]
                }
                None => &all[..],
            };
            let numbered = file.as_ref().and_then(|file| (file.start + number).checked_sub(1));
            numbered.filter(|at| within.binary_search(at).is_ok()).or(match within {
                [only] => Some(*only),
                _ => None,
            })
        })
    }

    /// The sheet that has the number of a record in its file, if it may be its own: one with something in common, or alone there.
    fn numbered(&self, record: &BestPractice) -> Option<usize> {
        let source = record.source.as_ref()?;
        let file = self.named(&source.file)?;
        let at = file.clone().nth(source.sheet.checked_sub(1)?)?;
        (file.len() == 1 || is_akin(record, &self.sheets[at].sheet.record)).then_some(at)
    }
}

/// By what a record is known again.
fn keys(hash: Option<String>, record: &BestPractice) -> impl Iterator<Item = Key> {
    let title = record.title.clone().map(Key::Title);
    hash.map(Key::Hash).into_iter().chain(title).chain(record.id.clone().map(Key::Id))
}

/// Whether two records have a text in common.
fn is_akin(one: &BestPractice, other: &BestPractice) -> bool {
    let (one, other) = (compare::values(one), compare::values(other));
    let texts = one.as_object().into_iter().flatten();
    texts.filter(|(key, _)| compare::is_prose(key)).any(|(key, value)| other.get(key) == Some(value))
}
