//! Templates that users write, beside those that are compiled in.

use super::contact_words::ContactWords;
use super::form::Wording;
use super::load::{File, LabelFile, Loader, SchemaError};
use super::meanings::Meanings;
use super::model::{Label, Meaning, Role, Schemas, Template};

impl Schemas {
    /// The same with one template more, which is the last of all. Nothing but the tables of wordings and of
    /// the words of contacts is built anew.
    ///
    /// # Errors
    /// Every mistake of the template, as [`load`](super::load()) finds them.
    pub fn with_template(&self, file: File<'_>) -> Result<Schemas, Vec<SchemaError>> {
        let mut loader = Loader::default();
        loader.files = self.files.iter().map(str::to_owned).collect();
        loader.names = self.templates.iter().map(|template| template.name.to_string()).collect();
        loader.shared = self.shared();
        let template = loader.template(file);
        loader.finish()?;
        let mut schemas = self.clone();
        if let Some(template) = template {
            let mut meanings = Meanings::of(&self.wordings);
            let at = self.templates.len() as u16;
            meanings.template(at, &template, &loader, 0);
            if template.generic {
                meanings.credits(&self.languages, at);
                meanings.headings(&self.shared_headings(), at);
            }
            schemas.wordings = meanings.table();
            schemas.files = loader.files.into_iter().collect();
            schemas.templates.to_mut().push(template);
            schemas.contact_words = ContactWords::of(&schemas.languages, &schemas.templates);
        }
        Ok(schemas)
    }

    /// The headings of the vocabulary: the generic template has no others.
    fn shared_headings(&self) -> Vec<String> {
        let generic = self.generic();
        let is_heading = |meaning: &Meaning| meaning.template == generic && meaning.role == Role::Heading;
        let headings = self.wordings.iter().filter(|(_, meanings)| meanings.iter().any(is_heading));
        headings.map(|(wording, _)| wording.to_owned()).collect()
    }

    /// The labels of the vocabulary, which is the first of the files.
    fn shared(&self) -> Vec<LabelFile> {
        let generic = self.templates.get(usize::from(self.generic())).into_iter();
        let wordings = generic.flat_map(Template::wordings).filter(|wording| wording.place.file == 0);
        let file = |it: Wording<'_>| LabelFile {
            label: Label { telling: false, ..it.label.clone() },
            wording: it.words.to_owned(),
            place: it.place,
        };
        wordings.map(file).collect()
    }
}
