//! Schemas as Rust source; part of the build script alone.

use std::borrow::Cow;
use std::fmt::Write;

use crate::practice::Field;
use crate::schemas::contact_words::{ContactWord, ContactWords};
use crate::schemas::countries::{Countries, Country};
use crate::schemas::document_kind::DocumentKind;
use crate::schemas::model::{
    Constant, DateWord, Fact, Label, Language, Leads, Limit, Meaning, Part, Passage, People, Place, Role, Schemas,
    Scheme, Template, Wordings, Written,
};
use crate::schemas::packed::{Numbers, Words};
use crate::schemas::table::Table;

/// The source of a static `SCHEMAS`.
pub fn rust(schemas: &Schemas) -> String {
    let mut out = Out::default();
    let value = schemas.emit(&mut out);
    format!(
        "use std::borrow::Cow;\nuse crate::practice::Field;\nuse crate::schemas::*;\n{}pub static SCHEMAS: Schemas = {value};\n",
        out.statics
    )
}

/// The lists met so far, each a static of its own: a list inside a static cannot hold values that would need dropping.
#[derive(Default)]
struct Out {
    statics: String,
    count: usize,
}

trait Emit {
    /// The type as Rust writes it.
    fn name() -> String;
    /// The value as a Rust expression.
    fn emit(&self, out: &mut Out) -> String;
}

impl Emit for Cow<'static, str> {
    fn name() -> String {
        "Text".into()
    }
    fn emit(&self, _: &mut Out) -> String {
        format!("Cow::Borrowed({self:?})")
    }
}

impl<T: Emit + Clone> Emit for Cow<'static, [T]> {
    fn name() -> String {
        format!("List<{}>", T::name())
    }
    fn emit(&self, out: &mut Out) -> String {
        let items: Vec<String> = self.iter().map(|item| item.emit(out)).collect();
        if items.is_empty() {
            return "Cow::Borrowed(&[])".into();
        }
        out.count += 1;
        let name = format!("LIST_{}", out.count);
        let _ = writeln!(out.statics, "static {name}: [{}; {}] = [{}];", T::name(), items.len(), items.join(", "));
        format!("Cow::Borrowed(&{name})")
    }
}

impl Emit for () {
    fn name() -> String {
        "()".into()
    }
    fn emit(&self, _: &mut Out) -> String {
        "()".into()
    }
}

impl<T: Emit> Emit for Option<T> {
    fn name() -> String {
        format!("Option<{}>", T::name())
    }
    fn emit(&self, out: &mut Out) -> String {
        self.as_ref().map_or("None".into(), |value| format!("Some({})", value.emit(out)))
    }
}

impl Emit for [u8; 2] {
    fn name() -> String {
        "[u8; 2]".into()
    }
    fn emit(&self, _: &mut Out) -> String {
        format!("{self:?}")
    }
}

impl<A: Emit, B: Emit> Emit for (A, B) {
    fn name() -> String {
        format!("({}, {})", A::name(), B::name())
    }
    fn emit(&self, out: &mut Out) -> String {
        format!("({}, {})", self.0.emit(out), self.1.emit(out))
    }
}

impl<T: Emit + Clone> Emit for Table<T> {
    fn name() -> String {
        format!("Table<{}>", T::name())
    }
    fn emit(&self, out: &mut Out) -> String {
        let (slots, wordings, meant) = (self.slots.emit(out), self.wordings.emit(out), self.meant.emit(out));
        let values = self.values.emit(out);
        let (longest, letters) = (self.longest, self.letters.emit(out));
        format!(
            "Table {{ slots: {slots}, wordings: {wordings}, meant: {meant}, values: {values}, longest: {longest}, letters: {letters} }}"
        )
    }
}

impl Emit for Numbers {
    fn name() -> String {
        "Numbers".into()
    }
    fn emit(&self, _: &mut Out) -> String {
        format!("Numbers {{ bytes: Cow::Borrowed(b\"{}\") }}", self.bytes.escape_ascii())
    }
}

macro_rules! emit_numbers {
    ($($type:ident)*) => { $(
        impl Emit for $type {
            fn name() -> String { stringify!($type).into() }
            fn emit(&self, _: &mut Out) -> String { self.to_string() }
        }
    )* };
}

macro_rules! emit_enums {
    ($($type:ident)*) => { $(
        impl Emit for $type {
            fn name() -> String { stringify!($type).into() }
            fn emit(&self, _: &mut Out) -> String { format!(concat!(stringify!($type), "::{:?}"), self) }
        }
    )* };
}

macro_rules! emit_structs {
    ($($type:ident { $($field:ident),* })*) => { $(
        impl Emit for $type {
            fn name() -> String { stringify!($type).into() }
            fn emit(&self, out: &mut Out) -> String {
                let fields = [$(format!(concat!(stringify!($field), ": {}"), self.$field.emit(out))),*];
                format!(concat!(stringify!($type), " {{ {} }}"), fields.join(", "))
            }
        }
    )* };
}

emit_numbers! { u16 u32 bool }
emit_enums! { Field Role Part Fact DateWord DocumentKind }
emit_structs! {
    Schemas {
        languages, templates, wordings, keys, articles, endings, ending_letters, chrome, modifiers, instructions,
        instruction_heads, notices, placeholders, placeholder_heads, fillers, joiners, interrogatives, remarks, controls, control_heads, counts, other_documents, foreign_labels, mailboxes,
        mail_headers, closings, scopes, sections, subjects, questions, files, function_words, rubric_words,
        date_words, contact_words, leads, lead_places, countries
    }
    ContactWords { phrases, most_words, heads, role_endings }
    ContactWord { part, web, senses, stopped }
    Leads { before, behind }
    Countries { names, heads, streets }
    Country { code, capitals }
    Language {
        code, labels, people, web, months, month_names, day_first, fallback, lead_markers, credits,
        definitions, yes, page
    }
    Wordings { field, period, wordings }
    People { parts, and, as_role, roles, organisations, particles, titles, extensions, cloaks, elsewhere }
    Template {
        name, title, file, generic, labels, written, sub_labels, starts, ends, furniture, boilerplate, collection,
        identifiers, requires, asks_for, asked_at, limits
    }
    Label { field, period, covers, capitals, telling }
    Written { words, folded, labels, lines, columns, files }
    Words { text, ends }
    Limit { field, min_words, max_words, min_characters, max_characters, place }
    Place { file, line, column }
    Passage { lines, sentences }
    Constant { fact, value, said_as }
    Scheme { scheme, pattern }
    Meaning { template, role, label }
}
