//! `scheda.yaml` to a checked configuration, with every mistake at once.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::file::{ConfigFile, IgnoreFile, RequiredFile};
use super::{Config, Ignore, Level, Required, Scope, Setting};
use crate::diagnostic::Code;
use crate::practice::{Field, Kind};
use crate::schemas::files::{Entries, LimitFile};
use crate::schemas::reader::{self, Placed, Word};
use crate::schemas::senseless;
use crate::schemas::{File, Limit, Place, SchemaError, nearest};

/// Reads a configuration.
///
/// # Errors
/// Every mistake of the file: YAML that does not parse, a key, code, field or severity that nobody knows, a pattern that is none.
pub fn load(file: File<'_>) -> Result<Config, Vec<SchemaError>> {
    let (read, faults) = reader::read::<ConfigFile>(file.text);
    let mut loader = Loader { file, faults: faults.into_iter().map(|fault| SchemaError::of(file, fault)).collect() };
    // A file without any word asks for nothing.
    let empty = file.text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if empty {
        return Ok(Config { file: file.name.to_owned(), ..Config::default() });
    }
    let config = loader.config(read.unwrap_or_default());
    loader.faults.sort_by_key(|fault| (fault.line, fault.column));
    if loader.faults.is_empty() { Ok(config) } else { Err(loader.faults) }
}

struct Loader<'a> {
    file: File<'a>,
    faults: Vec<SchemaError>,
}

impl Loader<'_> {
    fn config(&mut self, read: ConfigFile) -> Config {
        Config {
            file: self.file.name.to_owned(),
            templates: read.templates.map(|word| Setting { line: word.at.line, value: word.value }),
            severities: read.severity.0.into_iter().filter_map(|(code, level)| self.severity(&code, &level)).collect(),
            required: read.required.into_iter().map(|entry| self.required(entry)).collect(),
            ignores: read.ignore.into_iter().filter_map(|entry| self.ignore(entry)).collect(),
            limits: self.limits(read.limits),
        }
    }

    fn severity(&mut self, code: &Word, level: &Word) -> Option<(Code, Setting<Level>)> {
        let known = self.code(code);
        let value = Level::of_name(&level.value);
        if value.is_none() {
            self.unknown(level, "severity", ["error", "warning", "info", "off"].into_iter());
        }
        Some((known?, Setting { value: value?, line: code.at.line }))
    }

    fn required(&mut self, entry: Placed<RequiredFile>) -> Setting<Required> {
        let RequiredFile { fields, templates, paths } = entry.value;
        let fields = fields.iter().filter_map(|word| self.field(word)).collect();
        Setting { value: Required { fields, scope: self.scope(templates, paths) }, line: entry.at.line }
    }

    fn ignore(&mut self, entry: Placed<IgnoreFile>) -> Option<Setting<Ignore>> {
        let IgnoreFile { code, reason, field, templates, paths } = entry.value;
        let field = field.and_then(|word| self.field(&word));
        let scope = self.scope(templates, paths);
        if reason.value.trim().is_empty() {
            self.report(&reason, String::from("a reason should stand here, for whoever reads this later"), None);
        }
        let code = self.code(&code)?;
        Some(Setting { value: Ignore { code, field, scope, reason: reason.value }, line: entry.at.line })
    }

    fn limits(&mut self, limits: Entries<LimitFile>) -> Vec<Setting<Limit>> {
        let mut known = Vec::new();
        for (key, limit) in limits.0 {
            let Some(field) = self.field(&key) else { continue };
            if let Some(message) = senseless(field, &limit) {
                self.report(&key, message, None);
            }
            let LimitFile { min_words, max_words, min_characters, max_characters } = limit;
            let place = Place { file: 0, line: key.at.line, column: key.at.column };
            let value = Limit { field, min_words, max_words, min_characters, max_characters, place };
            known.push(Setting { value, line: key.at.line });
        }
        known
    }

    fn scope(&mut self, templates: Vec<Word>, paths: Vec<Word>) -> Scope {
        let globs = self.globs(&paths);
        let words = |words: Vec<Word>| words.into_iter().map(|word| word.value).collect();
        Scope { templates: words(templates), paths: words(paths), globs }
    }

    /// Patterns in which `*` does not cross a folder, as in `.gitignore`; a folder means all that is in it.
    fn globs(&mut self, paths: &[Word]) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for word in paths {
            let path = word.value.trim_start_matches("./").trim_end_matches('/');
            let glob = |pattern: &str| GlobBuilder::new(pattern).literal_separator(true).build();
            match (glob(path), glob(&format!("{path}/**"))) {
                (Ok(own), Ok(inside)) => drop(set.add(own).add(inside)),
                (Err(error), _) | (_, Err(error)) => {
                    self.report(word, format!("this is no pattern of paths: {}", error.kind()), None);
                }
            }
        }
        set.build().unwrap_or_default()
    }

    fn code(&mut self, word: &Word) -> Option<Code> {
        let code = Code::from_id(&word.value);
        if code.is_none() {
            self.unknown(word, "code of findings", Code::ALL.iter().map(|code| code.id()));
        }
        code
    }

    fn field(&mut self, word: &Word) -> Option<Field> {
        let field = Field::of_label(&word.value);
        if field.is_none() {
            let known = Field::ALL.iter().filter(|field| field.kind() != Kind::Meta).map(|field| field.key());
            self.unknown(word, "field", known);
        }
        field
    }

    fn unknown<'k>(&mut self, word: &Word, what: &str, known: impl Iterator<Item = &'k str>) {
        let help = nearest(&word.value, known).map(|known| format!("if `{known}` is meant, write it so"));
        self.report(word, format!("there is no {what} `{}`", word.value), help);
    }

    fn report(&mut self, word: &Word, message: String, help: Option<String>) {
        self.faults.push(SchemaError { help, ..SchemaError::at(self.file, word.at, message) });
    }
}
