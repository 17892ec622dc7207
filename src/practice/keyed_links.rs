//! Addresses of data: an object has one under one key, and what it is called under another.

use super::Field;
use super::Origin;
use super::addresses::{is_prose, resembles_address};
use super::assemble::Assembler;
use super::draft::Right;
use super::members::{Member, lines_before, objects};
use crate::ledger::Class;
use crate::schemas::Role;
use crate::sheets::{Entry, Gap, Line};
use crate::source::Span;

impl Assembler<'_, '_> {
    /// Adds the links of an entry.
    pub(super) fn add_links(&mut self, entry: &Entry) {
        let lines = lines_before(entry);
        let none = lines.iter().all(|line| self.links_in(line).is_empty());
        // An address of the web on a line of its own is another way to reach them.
        let is_both = |line: &Line| !self.links_in(line).is_empty() && self.names_people(std::slice::from_ref(line));
        if self.names_people(lines) && !lines.iter().any(is_both) {
            return self.add_contacts(&[entry]);
        }
        let words = |line: &Line| line.body.of(self.text);
        // Beside the label stands its answer, whatever it is; below may stand what belongs to no label.
        let other = |line: &Line| line.gap > Gap::None && !resembles_address(words(line));
        if none && lines.iter().any(|line| is_prose(words(line)) || other(line)) {
            return self.keep_apart(entry);
        }
        self.add_lines_of_links(lines);
        for object in objects(entry) {
            match &object[..] {
                [item] if item.words.is_empty() => self.add_lines_of_links(item.lines),
                object => self.add_link_object(object),
            }
        }
    }

    fn add_link_object(&mut self, object: &[Member<'_>]) {
        let members: Vec<(&Member<'_>, &Line)> =
            object.iter().filter_map(|member| Some((member, member.lines.first()?))).collect();
        let urls: Vec<Span> = members.iter().filter_map(|(member, line)| self.address_in(member, line)).collect();
        let is_url = |line: &Line| urls.iter().any(|url| line.body.covers(*url));
        let label = members.iter().find(|(member, line)| !is_url(line) && !self.is_web(member.words));
        let label = label.filter(|_| urls.len() == 1).map(|(_, line)| line.body);
        for member in object {
            let taken = member.lines.iter().all(|line| is_url(line) || label == Some(line.body));
            if taken {
                self.draft.claim(member.words, Class::Label, Some(Field::Links));
            } else {
                self.keep_member_apart(member);
            }
        }
        for url in urls {
            self.push_link(label, url, Right::Own, Origin::Label);
        }
    }

    /// The address that a member is, with or without `https://`.
    fn address_in(&self, member: &Member<'_>, line: &Line) -> Option<Span> {
        let found = self.links_in(line).first().map(|link| link.url).filter(|url| line.body.covers(*url));
        let words = line.body.of(self.text);
        let bare = || words.contains('.') && !words.contains([' ', '@']) && !words.starts_with(['/', '.']);
        found.or_else(|| (self.is_web(member.words) && bare()).then_some(line.body))
    }

    fn is_web(&self, words: Span) -> bool {
        let meanings = self.schemas.key_meanings(&self.words_of(words));
        meanings.iter().any(|meaning| meaning.role == Role::Web)
    }
}
