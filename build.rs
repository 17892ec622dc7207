//! Compiles `schemas/*.yaml` into Rust values, with the loader that also reads a user's templates, and lists the languages of `locales/`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs, io};

#[path = "src/schemas/emit.rs"]
mod emit;

#[allow(dead_code)]
#[path = "src/practice/field.rs"]
mod field;
mod practice {
    pub use crate::field::{Demand, Field, Kind};
}
#[allow(dead_code)]
#[path = "src/source/span.rs"]
mod span;
mod source {
    pub use crate::span::Span;
}

#[allow(dead_code)]
mod schemas {
    #[path = "../src/schemas/check.rs"]
    pub mod check;
    #[path = "../src/schemas/contact_words.rs"]
    pub mod contact_words;
    #[path = "../src/schemas/countries.rs"]
    pub mod countries;
    #[path = "../src/schemas/document_kind.rs"]
    pub mod document_kind;
    #[path = "../src/schemas/files.rs"]
    pub mod files;
    #[path = "../src/schemas/fold.rs"]
    pub mod fold;
    #[path = "../src/schemas/form.rs"]
    pub mod form;
    #[path = "../src/schemas/load.rs"]
    pub mod load;
    #[path = "../src/schemas/meanings.rs"]
    pub mod meanings;
    #[path = "../src/schemas/model.rs"]
    pub mod model;
    #[path = "../src/schemas/nearest.rs"]
    pub mod nearest;
    #[path = "../src/schemas/packed.rs"]
    pub mod packed;
    #[path = "../src/schemas/reader.rs"]
    pub mod reader;
    #[path = "../src/schemas/table.rs"]
    pub mod table;
    #[path = "../src/schemas/template.rs"]
    pub mod template;
    #[path = "../src/schemas/tree.rs"]
    pub mod tree;
    #[path = "../src/schemas/vocabulary.rs"]
    pub mod vocabulary;
    pub use model::{List, Text};
    pub use packed::{Numbers, Words};
}

use schemas::countries::countries;
use schemas::load::{File, load};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=schemas");
    println!("cargo::rerun-if-changed=locales");
    link_for_a_quick_start();
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={error}");
            }
            ExitCode::FAILURE
        }
    }
}

/// On Linux with glibc the program has fixed addresses: its tables hold none that must be set at each start, which took a fifth of the
/// time of a run over one sheet. And it holds what it needs of the libraries of C, where they are installed as archives: to find, map
/// and bind the shared ones took another tenth.
fn link_for_a_quick_start() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|told| told == value);
    if !(is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release")) {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| "cc".into());
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("archives");
    if name_archives(&linker, &folder).is_some() {
        println!("cargo::rustc-link-arg-bins=-static");
        println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
    }
}

/// The libraries that the compiler links on Linux, each with the archives that hold the same. That of C needs what that of the compiler
/// holds, which some linkers look for only behind it.
const ARCHIVES: [(&str, &[&str]); 7] = [
    ("gcc_s", &["gcc_eh", "gcc"]),
    ("c", &["c", "gcc_eh", "gcc"]),
    ("m", &["m"]),
    ("util", &["util"]),
    ("rt", &["rt"]),
    ("pthread", &["pthread"]),
    ("dl", &["dl"]),
];

/// Makes a folder in which a linker finds only archives under the names of the libraries; `None` if one of them is missing.
fn name_archives(linker: &OsStr, folder: &Path) -> Option<()> {
    let archive = |name: &&str| {
        let told = Command::new(linker).arg(format!("-print-file-name=lib{name}.a")).output().ok()?;
        let path = String::from_utf8(told.stdout).ok()?.trim().to_owned();
        Path::new(&path).is_absolute().then_some(path)
    };
    fs::create_dir_all(folder).ok()?;
    ARCHIVES.iter().try_for_each(|(library, names)| {
        let paths: Vec<String> = names.iter().map(archive).collect::<Option<_>>()?;
        fs::write(folder.join(format!("lib{library}.a")), format!("GROUP({})\n", paths.join(" "))).ok()
    })
}

fn compile() -> Result<(), Vec<String>> {
    let vocabulary = read(Path::new("schemas/vocabulary.yaml"))?;
    let templates = files_of("schemas/templates", "yaml")
        .map_err(one)?
        .iter()
        .map(|path| read(path))
        .collect::<Result<Vec<_>, _>>()?;
    let files: Vec<File> = templates.iter().map(|(name, text)| File { name, text }).collect();
    let told = |errors: Vec<schemas::load::SchemaError>| errors.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut schemas = load(File { name: &vocabulary.0, text: &vocabulary.1 }, &files).map_err(told)?;
    let names = read(Path::new("schemas/countries.yaml"))?;
    schemas.countries = countries(File { name: &names.0, text: &names.1 }).map_err(told)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("schemas.rs"), emit::rust(&schemas) + &texts(&files)).map_err(one)?;
    let languages =
        languages("LANGUAGES", "locales").map_err(one)? + &languages("PAGES", "locales/pages").map_err(one)?;
    fs::write(out.join("languages.rs"), languages).map_err(one)
}

/// The languages in which people are told something: one a file of the folder, which has its code.
fn languages(name: &str, folder: &str) -> io::Result<String> {
    let paths = files_of(folder, "ftl")?;
    let entries = paths.iter().map(|path| {
        let code = path.file_stem().unwrap_or_default().to_string_lossy();
        Ok(format!("Language::new({code:?}, include_str!({:?}))", env::current_dir()?.join(path)))
    });
    let entries = entries.collect::<io::Result<Vec<String>>>()?;
    Ok(format!("static {name}: [Language; {}] = [{}];\n", entries.len(), entries.join(", ")))
}

/// The templates as they are written, for users to start from.
fn texts(files: &[File<'_>]) -> String {
    let entry = |file: &File<'_>| format!("({:?}, {:?})", file.name, file.text);
    let entries: Vec<String> = files.iter().map(entry).collect();
    format!("pub static TEXTS: &[(&str, &str)] = &[{}];\n", entries.join(", "))
}

/// The files of a folder with an ending, by name, so that every build numbers them alike.
fn files_of(folder: &str, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == ending));
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<(String, String), Vec<String>> {
    let text = fs::read_to_string(path).map_err(|error| one(format!("{}: {error}", path.display())))?;
    Ok((path.display().to_string().replace('\\', "/"), text))
}

fn one(error: impl ToString) -> Vec<String> {
    vec![error.to_string()]
}
