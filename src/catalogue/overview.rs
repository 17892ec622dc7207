//! The overview of a catalogue in Markdown.

use super::{By, Catalogue, Practice, Presence};
use crate::output::markdown::{bars, cell, escape};
use crate::practice::{Field, Kind, plain};

/// Most characters of a cell of the overview: a line says which practice it is, and its page says the rest.
const CELL: usize = 100;

/// The overview as a page. `folder` is where the pages of the practices are.
pub fn overview(catalogue: &Catalogue<'_>, folder: &str) -> String {
    let mut page = Page { out: String::new(), catalogue, folder };
    page.block(&format!("# {}", escape(&catalogue.name())));
    page.block(&catalogue.counts());
    if let Some(hidden) = catalogue.told_hidden() {
        page.block(&hidden);
    }
    page.practices();
    By::ALL.into_iter().for_each(|by| page.groups(by));
    page.presence();
    page.out.split_off(1)
}

/// An overview that is being written. Each block stands behind a blank line.
struct Page<'a> {
    out: String,
    catalogue: &'a Catalogue<'a>,
    folder: &'a str,
}

impl Page<'_> {
    fn block(&mut self, text: &str) {
        self.out.extend(["\n", text, "\n"]);
    }

    fn say(&self, message: &str) -> String {
        self.catalogue.locale.say(message, &[])
    }

    /// The page of a practice. Its name is no link in a link, whatever it holds.
    fn link(&self, practice: &Practice) -> String {
        format!("[{}]({}/{}.md)", escape(practice.name()), self.folder, practice.stem)
    }

    fn table(&mut self, head: &[String], rows: impl Iterator<Item = Vec<String>>) {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let mut table = line(head) + &"| --- ".repeat(head.len()) + "|\n";
        rows.for_each(|row| table.push_str(&line(&row)));
        self.block(table.trim_end());
    }

    fn practices(&mut self) {
        self.block(&format!("## {}", self.say("overview")));
        let catalogue = self.catalogue;
        let mut head = vec![self.say("practice")];
        head.extend([Field::LeadOrganisation, Field::Location].map(|field| cell(&catalogue.heading(field))));
        head.extend(["country", "language", "filled"].map(|message| self.say(message)));
        let rows: Vec<Vec<String>> = catalogue.practices.iter().map(|practice| self.practice(practice)).collect();
        self.table(&head, rows.into_iter());
    }

    fn practice(&self, practice: &Practice) -> Vec<String> {
        let text = |value: Option<&String>| value.map_or_else(String::new, |value| cell(&cut(value, CELL)));
        let names = |by: By| {
            let names: Vec<String> = by.keys(practice).iter().map(|key| self.catalogue.shown(by, key)).collect();
            cell(&names.join(", "))
        };
        let present = Field::ALL.iter().filter(|field| practice.presence(**field) == Presence::Present);
        let present = present.filter(|field| field.kind() != Kind::Meta).count();
        vec![
            bars(&self.link(practice)),
            text(practice.record.lead_organisation.as_ref()),
            text(practice.record.location.as_ref()),
            names(By::Country),
            names(By::Language),
            format!("{present}/{}", present + practice.missing.len()),
        ]
    }

    /// The practices of each group; nothing where no practice says where it belongs.
    fn groups(&mut self, by: By) {
        let groups = self.catalogue.groups(by);
        if groups.iter().all(|group| group.key.is_none()) {
            return;
        }
        self.block(&format!("## {}", self.say(by.message())));
        for group in groups {
            self.block(&format!("### {} ({})", escape(&group.name), group.practices.len()));
            let items = group.practices.iter().map(|at| format!("- {}", self.link(&self.catalogue.practices[*at])));
            let items: Vec<String> = items.collect();
            self.block(&items.join("\n"));
        }
    }

    /// How often each field is filled in, and by which practice.
    fn presence(&mut self) {
        let catalogue = self.catalogue;
        let fields = catalogue.fields();
        self.block(&format!("## {}", self.say("what-is-missing")));
        let counts = fields.iter().map(|field| {
            let (present, missing) = catalogue.tally(*field);
            vec![cell(&catalogue.heading(*field)), present.to_string(), missing.to_string()]
        });
        let head = ["field", "filled", "missing-column"].map(|message| self.say(message));
        self.table(&head, counts);
        let legend = Presence::ALL.map(|presence| format!("{} {}", presence.sign(), self.say(presence.message())));
        self.block(&legend.join(", "));
        let names = fields.iter().map(|field| cell(&catalogue.heading(*field)));
        let head: Vec<String> = std::iter::once(self.say("practice")).chain(names).collect();
        let rows: Vec<Vec<String>> = catalogue.practices.iter().map(|practice| self.signs(practice, &fields)).collect();
        self.table(&head, rows.into_iter());
    }

    fn signs(&self, practice: &Practice, fields: &[Field]) -> Vec<String> {
        let signs = fields.iter().map(|field| practice.presence(*field).sign().to_owned());
        std::iter::once(bars(&self.link(practice))).chain(signs).collect()
    }
}

/// The beginning of a value, on one line and without markup.
pub(super) fn cut(text: &str, most: usize) -> String {
    let words = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(most) {
        None => words,
        Some((end, _)) => words[..end].trim_end().to_owned() + "…",
    }
}
