//! The arguments.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use scheda::output::table::Separator;
use scheda::practice::dates::is_iso;
use scheda::practice::privacy::Exposure;

use super::configs::Choice;
use super::tongue;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the sheets have errors (`validate`, `convert --strict`), what you named holds no sheet,
     `fix` cannot repair a record or shows with --diff what it would, a page does not hold all
     of its record (`roundtrip`), or a record is not what its sheet says (`verify`)
  2  could not work: wrong usage, input that cannot be read, output that cannot be written";

const EXAMPLES: &str = "\
Examples:
  scheda convert sheets/ -o practices.json    read a folder, write one file
  scheda validate sheets/                     say what the sheets lack
  scheda convert --help                       everything that a command can do";

const CONVERT_EXAMPLES: &str = "\
Examples:
  scheda convert sheets/                                  every sheet as YAML, on the screen
  scheda convert sheets/ -o practices.json                one JSON array in a file
  scheda convert sheets/ --to markdown --out-dir pages    one page a practice
  scheda convert sheets/ --to summary --lang fr           half a page a practice, with French headings
  scheda convert report.txt --sheet 3                     the third sheet of a file";

const VALIDATE_EXAMPLES: &str = "\
Examples:
  scheda validate sheets/                  errors and warnings, each with its place
  scheda validate report.txt --info        remarks too
  scheda validate sheets/ --format json    everything, for another program
  scheda validate sheets/ --write-baseline known.json
                                           take down what is wrong today, and then
  scheda validate sheets/ --baseline known.json
                                           show only what is new";

const CATALOGUE_EXAMPLES: &str = "\
Examples:
  scheda catalogue sheets/ --out-dir site                  an overview, a page a practice, and the data
  scheda catalogue sheets/ --out-dir site --lang fr        the same with French headings
  scheda catalogue records/ --out-dir site --contacts show with how to reach people";

const ROUNDTRIP_EXAMPLES: &str = "\
Examples:
  scheda roundtrip sheets/              does each Markdown page hold all of its record?
  scheda roundtrip pages/ --lang de     and with German headings";

const VERIFY_EXAMPLES: &str = "\
Examples:
  scheda verify practices.yaml --against sheets/       does each record still say what its sheet says?
  scheda verify pages/ --against sheets/ --quiet       the same of Markdown pages; say only what differs
  scheda verify records/ --against a.txt b.docx --format json
                                                       everything, for another program";

const FIX_EXAMPLES: &str = "\
Examples:
  scheda fix records/           repair white space, dates, addresses, misspelt keys and the order of keys
  scheda fix records/ --diff    show what would be changed, and change nothing";

const INSPECT_EXAMPLES: &str = "\
Examples:
  scheda inspect report.txt                   totals, sheets and their fields, what was left out
  scheda inspect report.txt --lines           what each line was taken for
  scheda inspect report.txt --explain         why each label opened a field or did not
  scheda inspect report.txt --html review.html
                                              the source beside the record, in a browser
  scheda inspect report.txt --format json     the same to the byte, for another program";

const SCHEMA_EXAMPLES: &str = "\
Example:
  scheda schema > best-practice.schema.json";

const RULES_EXAMPLES: &str = "\
Examples:
  scheda rules                    every rule in a line
  scheda rules --format json      everything that is to be said of them, for another program";

const EXPLAIN_EXAMPLES: &str = "\
Example:
  scheda explain missing-field";

const CONFIG_EXAMPLES: &str = "\
Examples:
  scheda config show                               what is in force here
  scheda config show sheets                        what is in force in a folder
  scheda config schema > scheda.schema.json        for editors that complete and check";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  scheda completions bash > ~/.local/share/bash-completion/completions/scheda
  scheda completions zsh > ~/.zfunc/_scheda        (with fpath+=~/.zfunc before compinit in ~/.zshrc)
  scheda completions fish > ~/.config/fish/completions/scheda.fish
  scheda completions powershell >> $PROFILE";

const TEMPLATE_EXAMPLES: &str = "\
Examples:
  scheda template list                             the templates that are built in
  scheda template check my-form.yaml               every fault of your own, with its place
  scheda template check my-form.yaml sheet.txt     and what a sheet lacks by it
  scheda convert sheets/ --template my-form.yaml   read sheets by it";

/// Reads good-practice sheets into structured records, and says what they lack.
#[derive(Debug, Parser)]
#[command(name = "scheda", version, after_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"), max_term_width = 100)]
pub struct Arguments {
    /// Language of what is said: en, es or it [default: that of the system for people, en for programs]; and of the headings of
    /// Markdown pages: also ca, de, el, fr or pt [default: that of each record]
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = tongue::parse)]
    pub lang: Option<tongue::Told>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the practices as YAML, JSON, Markdown pages or a table
    #[command(after_help = format!("{CONVERT_EXAMPLES}\n\n{EXIT_CODES}"))]
    Convert(Convert),
    /// Say what is missing or wrong in the sheets, and where
    #[command(after_help = format!("{VALIDATE_EXAMPLES}\n\n{EXIT_CODES}"))]
    Validate(Validate),
    /// Write a catalogue: an overview, a Markdown page a practice, and the same as data
    #[command(after_help = format!("{CATALOGUE_EXAMPLES}\n\n{EXIT_CODES}"))]
    Catalogue(Catalogue),
    /// Repair records in YAML where there is one right way to do it
    #[command(after_help = format!("{FIX_EXAMPLES}\n\n{EXIT_CODES}"))]
    Fix(Fix),
    /// Prove that Markdown pages hold all of their records: write each, read it back, compare
    #[command(after_help = format!("{ROUNDTRIP_EXAMPLES}\n\n{EXIT_CODES}"))]
    Roundtrip(Roundtrip),
    /// Say where records are no longer what their sheets say: edited, changed, moved, gone
    #[command(after_help = format!("{VERIFY_EXAMPLES}\n\n{EXIT_CODES}"))]
    Verify(Verify),
    /// Show where every part of a file went
    #[command(after_help = format!("{INSPECT_EXAMPLES}\n\n{EXIT_CODES}"))]
    Inspect(Inspect),
    /// Print the JSON Schema of the records
    #[command(after_help = format!("{SCHEMA_EXAMPLES}\n\n{EXIT_CODES}"))]
    Schema,
    /// List the rules: code, severity, and whether each is on
    #[command(after_help = format!("{RULES_EXAMPLES}\n\n{EXIT_CODES}"))]
    Rules(Rules),
    /// Say what a code means, why it matters and what to do, with examples
    #[command(after_help = format!("{EXPLAIN_EXAMPLES}\n\n{EXIT_CODES}"))]
    Explain {
        /// The code, as it stands in brackets in a finding
        code: String,
    },
    /// Print what a shell needs to complete the commands and options of scheda
    #[command(after_help = format!("{COMPLETIONS_EXAMPLES}\n\n{EXIT_CODES}"))]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// List, show and check the templates by which sheets are read
    #[command(after_help = format!("{TEMPLATE_EXAMPLES}\n\n{EXIT_CODES}"))]
    Template(Template),
    /// Show what scheda.yaml asks for, and where each setting comes from
    #[command(after_help = format!("{CONFIG_EXAMPLES}\n\n{EXIT_CODES}"))]
    Config(Config),
}

impl Command {
    /// Whether only errors are to be shown.
    pub const fn is_quiet(&self) -> bool {
        match self {
            Command::Convert(args) => args.quiet,
            Command::Validate(args) => args.quiet,
            Command::Catalogue(args) => args.quiet,
            Command::Fix(args) => args.quiet,
            Command::Roundtrip(args) => args.quiet,
            Command::Verify(args) => args.quiet,
            Command::Inspect(_) | Command::Schema | Command::Template(_) | Command::Config(_) => false,
            Command::Rules(_) | Command::Explain { .. } | Command::Completions { .. } => false,
        }
    }

    /// How the command reads sheets, if it does.
    const fn reading(&self) -> Option<&Reading> {
        match self {
            Command::Convert(args) => Some(&args.reading),
            Command::Validate(args) => Some(&args.reading),
            Command::Inspect(args) => Some(&args.reading),
            Command::Catalogue(args) => Some(&args.reading),
            Command::Roundtrip(args) => Some(&args.reading),
            Command::Verify(args) => Some(&args.reading),
            Command::Fix(_) | Command::Schema | Command::Template(_) | Command::Config(_) => None,
            Command::Rules(_) | Command::Explain { .. } | Command::Completions { .. } => None,
        }
    }

    /// Where configurations are looked for.
    pub fn config(&self) -> Choice {
        match self.reading() {
            Some(Reading { config: Some(file), .. }) => Choice::File(file.clone()),
            Some(Reading { no_config: false, .. }) => Choice::Upwards,
            None if matches!(self, Command::Config(_)) => Choice::Upwards,
            Some(_) | None => Choice::None,
        }
    }

    /// The file of the template that the user tells, if it is not one of those built in.
    pub fn template_file(&self) -> Option<&Path> {
        self.reading()?.template.as_deref().filter(|told| is_file(told)).map(Path::new)
    }
}

/// Whether what the user calls a template is a file of his own.
pub fn is_file(template: &str) -> bool {
    template.contains(['/', '\\']) || [".yaml", ".yml"].iter().any(|ending| template.to_lowercase().ends_with(ending))
}

/// The arguments of `rules`.
#[derive(Debug, Args)]
pub struct Rules {
    /// For people, or one JSON object
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
}

/// The arguments of `template`.
#[derive(Debug, Args)]
pub struct Template {
    /// What to do.
    #[command(subcommand)]
    pub command: TemplateCommand,
}

/// The arguments of `config`.
#[derive(Debug, Args)]
pub struct Config {
    /// What to do.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What to do with configurations.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print what is in force in a folder, and where each setting comes from
    Show {
        /// The folder
        #[arg(value_name = "DIR", default_value = ".")]
        path: PathBuf,
    },
    /// Print the JSON Schema of scheda.yaml, for editors
    Schema,
}

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// List the templates that are built in, and your own
    List(TemplateList),
    /// Print a built-in template, to start your own from
    Show {
        /// Its name
        name: String,
    },
    /// Say what is wrong with a template, and how a sheet goes with it
    Check(TemplateCheck),
    /// Print the JSON Schema of templates, for editors
    Schema,
}

/// The arguments of `template list`.
#[derive(Debug, Args)]
pub struct TemplateList {
    /// A template of your own
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// For people, or a JSON array
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
}

/// The arguments of `template check`.
#[derive(Debug, Args)]
pub struct TemplateCheck {
    /// The template
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A sheet to read by it
    #[arg(value_name = "SHEET")]
    pub sheet: Option<PathBuf>,
}

/// What every command that reads sheets may be told of how to read them.
#[derive(Debug, Args)]
pub struct Reading {
    /// Read every sheet by this template: a built-in one by its name, or your own by its file (.yaml)
    #[arg(long, value_name = "NAME|FILE")]
    pub template: Option<String>,
    /// Take the settings from this file [default: scheda.yaml in the folder of each document, or above it]
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    /// Do without scheda.yaml
    #[arg(long)]
    pub no_config: bool,
    /// Leave out what no label says: titles and organisations read from their place, countries and years
    #[arg(long)]
    pub no_infer: bool,
}

/// The arguments of `convert`.
#[derive(Debug, Args)]
pub struct Convert {
    /// Files, folders (their texts, pages, data, office documents, PDFs, archives and mails, subfolders too), or - for standard
    /// input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Format of the output [default: as the name of the output file says, else yaml]
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<To>,
    /// What parts the cells of a csv table: a comma, or `;` for an Excel in Italian or German, or `tab`
    #[arg(long, value_name = "CHAR", value_parser = separator)]
    pub separator: Option<Separator>,
    /// Write everything into this file, replacing it
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// Write one file a record into this folder; files that you have changed there are kept
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Replace files in the output folder even if they are not as scheda wrote them
    #[arg(long, requires = "out_dir")]
    pub force: bool,
    /// Only this sheet of the file, counted from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub sheet: Option<u32>,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// Write Markdown pages without front matter
    #[arg(long)]
    pub no_front_matter: bool,
    /// Do not write records with errors, and exit with 1 if there are any
    #[arg(long)]
    pub strict: bool,
    /// Add to each record where each of its values was read
    #[arg(long)]
    pub provenance: bool,
    /// What to show of people
    #[arg(long, value_name = "WHAT", default_value = "show")]
    pub contacts: Contacts,
    /// Show errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// What is shown of the people in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Contacts {
    /// Everything
    Show,
    /// Name, role and organisation; no e-mail address or telephone number, in running text neither
    Hide,
    /// Nothing: no contacts, and their names in no text
    None,
}

impl From<Contacts> for Exposure {
    fn from(contacts: Contacts) -> Self {
        match contacts {
            Contacts::Show => Exposure::Show,
            Contacts::Hide => Exposure::Hide,
            Contacts::None => Exposure::None,
        }
    }
}

fn separator(text: &str) -> Result<Separator, String> {
    Separator::parse(text).ok_or_else(|| String::from("write one of , ; | : ^ ~ or the word tab"))
}

fn day(text: &str) -> Result<String, String> {
    let is_day = text.len() == "2026-01-31".len() && is_iso(text);
    if is_day { Ok(text.to_owned()) } else { Err(String::from("write a day as 2026-01-31")) }
}

/// The formats of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// YAML; a stream of documents
    Yaml,
    /// JSON; one array
    Json,
    /// One JSON object a line
    #[value(alias = "jsonl")]
    Ndjson,
    /// Markdown; one page a record
    #[value(alias = "md")]
    Markdown,
    /// Markdown; half a page a record: key facts, first paragraph, three results
    Summary,
    /// A table with a row a practice, for Excel and databases
    Csv,
    /// An Excel file: practices, contacts, and what is missing
    Xlsx,
}

/// The arguments of `validate`.
#[derive(Debug, Args)]
pub struct Validate {
    /// Files, folders (their texts, pages, data, office documents, PDFs, archives and mails, subfolders too), or - for standard
    /// input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// For whom the findings are
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Validation,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// The day from which on a date is a future one, such as 2026-01-31; without it no date is
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<String>,
    /// Show what `scheda fix` would change, behind the findings
    #[arg(long)]
    pub diff: bool,
    /// Do not show findings that this file knows already
    #[arg(long, value_name = "FILE", conflicts_with = "write_baseline")]
    pub baseline: Option<PathBuf>,
    /// Write the findings into this file, so that `--baseline` knows them, and show none
    #[arg(long, value_name = "FILE")]
    pub write_baseline: Option<PathBuf>,
    /// Show remarks too (JSON always has them)
    #[arg(long, conflicts_with = "quiet")]
    pub info: bool,
    /// Show errors only (JSON always has everything)
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `catalogue`.
#[derive(Debug, Args)]
pub struct Catalogue {
    /// Files, folders (their texts, pages, data, office documents, PDFs, archives and mails, subfolders too), or - for standard
    /// input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The folder to write into; there only what scheda wrote itself is replaced or removed
    #[arg(long, value_name = "DIR")]
    pub out_dir: PathBuf,
    /// What the catalogue is called
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Write a site as well: index.html, with search and filters, and a page a practice; it needs no server and no network
    #[arg(long)]
    pub html: bool,
    /// What to show of people
    #[arg(long, value_name = "WHAT", default_value = "hide")]
    pub contacts: Contacts,
    /// Replace files in the output folder even if they are not as scheda wrote them
    #[arg(long)]
    pub force: bool,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// Show errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `fix`.
#[derive(Debug, Args)]
pub struct Fix {
    /// Files, folders (their YAML files, subfolders too), or - for standard input, which is written to standard output
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Change nothing: show what would be changed, and exit with 1 if there is anything
    #[arg(long)]
    pub diff: bool,
    /// Show errors only
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `roundtrip`.
#[derive(Debug, Args)]
pub struct Roundtrip {
    /// Files or folders with sheets, records or pages, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
    /// Show only what differs
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// Files or folders with records (YAML, JSON, NDJSON) or Markdown pages that scheda wrote, or - for standard input
    #[arg(required = true, value_name = "RECORDS")]
    pub records: Vec<PathBuf>,
    /// Files or folders with the sheets that the records were made of
    #[arg(long, required = true, value_name = "SHEETS", num_args = 1..)]
    pub against: Vec<PathBuf>,
    /// For people, or one JSON object
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
    /// How to read the sheets: as they were when the records were made.
    #[command(flatten)]
    pub reading: Reading,
    /// Show only what differs (JSON always has everything)
    #[arg(short, long)]
    pub quiet: bool,
}

/// The arguments of `inspect`.
#[derive(Debug, Args)]
pub struct Inspect {
    /// A file, or - for standard input
    #[arg(value_name = "PATH")]
    pub path: PathBuf,
    /// Show each line with what it was taken for
    #[arg(long)]
    pub lines: bool,
    /// Say why each sheet starts there, why its template reads it, and why each label opened a field or did not
    #[arg(long, conflicts_with = "lines")]
    pub explain: bool,
    /// Write a page for a browser into this file, replacing it: the source beside the record, with what was found
    #[arg(long, value_name = "FILE", conflicts_with_all = ["lines", "explain", "format"])]
    pub html: Option<PathBuf>,
    /// For people, or one JSON object with byte offsets
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: Report,
    /// How to read the sheets.
    #[command(flatten)]
    pub reading: Reading,
}

/// The formats of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Validation {
    /// For people: the lines of the sheet, and what to write
    Human,
    /// For people in a hurry: one line each
    Concise,
    /// For other programs: one JSON object
    Json,
    /// Annotations for GitHub Actions, and a summary of the job
    Github,
    /// A Code Quality report for GitLab
    Gitlab,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// XML of JUnit, for other CI
    Junit,
}

/// The formats of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// For people
    Human,
    /// For other programs
    Json,
}
