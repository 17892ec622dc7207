//! Files in a folder that are none of the user's documents: the templates of a configuration, and the pages of a catalogue.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::folder::{Purpose, own};
use super::inputs::name;
use super::run::Run;

/// What stands aside in a folder that the user named. If it is the folder of the templates or of the catalogue itself, its files are
/// meant.
pub struct Aside {
    /// The folder.
    root: PathBuf,
    /// The pages of the catalogue in each folder below.
    catalogues: HashMap<PathBuf, HashSet<PathBuf>>,
    /// How many pages were met.
    pub pages: usize,
}

impl Aside {
    /// What stands aside in a folder.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), catalogues: HashMap::new(), pages: 0 }
    }

    /// Whether a file is a template of the configuration that holds for it. One that cannot be read is told of with the documents.
    pub fn has_template(&self, run: &Run<'_>, file: &Path) -> bool {
        let is_data = file.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        let config = || run.config_of(&name(file)).ok().flatten();
        is_data
            && config().is_some_and(|config| {
                config.has_template(run.host(), file) && !config.has_template(run.host(), &self.root)
            })
    }

    /// Whether a file is a page of a catalogue in a folder below, and counts it.
    pub fn has_page(&mut self, run: &Run<'_>, file: &Path) -> bool {
        let root = self.root.clone();
        let mut folders = file.ancestors().skip(1).take_while(|folder| *folder != root && folder.starts_with(&root));
        let found = folders.any(|folder| {
            let pages = self.pages_in(run, folder);
            !pages.is_empty() && pages.contains(&run.host().real(file))
        });
        self.pages += usize::from(found);
        found
    }

    fn pages_in(&mut self, run: &Run<'_>, folder: &Path) -> &HashSet<PathBuf> {
        let known = || own(run.host(), folder, Purpose::Catalogue).unwrap_or_default();
        self.catalogues.entry(folder.to_path_buf()).or_insert_with(known)
    }
}
