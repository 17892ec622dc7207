//! Templates that users write, beside those that are compiled in.

use std::borrow::Cow;

use super::load::{File, Loader, Meanings, SchemaError};
use super::model::{Label, Place, Schemas};

impl Schemas {
    /// The same with one template more, which is the last of all. Nothing but the table of wordings is built anew.
    ///
    /// # Errors
    /// Every mistake of the template, as [`load`](super::load()) finds them.
    pub fn with_template(&self, file: File<'_>) -> Result<Schemas, Vec<SchemaError>> {
        let mut loader = Loader::default();
        loader.files = self.files.to_vec();
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
            }
            schemas.wordings = meanings.table();
            schemas.files = Cow::Owned(loader.files);
            schemas.templates.to_mut().push(template);
        }
        Ok(schemas)
    }

    /// The labels of the vocabulary, which is the first of the files.
    fn shared(&self) -> Vec<(Label, Place)> {
        let generic = self.templates.get(usize::from(self.generic())).into_iter();
        let labels =
            generic.flat_map(|template| template.labels.iter().cloned().zip(template.labels_at.iter().copied()));
        labels.filter(|(_, place)| place.file == 0).collect()
    }
}
