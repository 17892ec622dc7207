//! What stands below the help of each command.

pub(super) const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the sheets have errors (`validate`, `convert --strict`), what you named holds no sheet,
     `fix` cannot repair a record or shows with --diff what it would, a page does not hold all
     of its record (`roundtrip`), or a record is not what its sheet says (`verify`)
  2  could not work: wrong usage, input that cannot be read, output that cannot be written";

pub(super) const EXAMPLES: &str = "\
Examples:
  scheda convert sheets/ -o practices.json    read a folder, write one file
  scheda validate sheets/                     say what the sheets lack
  scheda convert --help                       everything that a command can do";

pub(super) const CONVERT_EXAMPLES: &str = "\
Examples:
  scheda convert sheets/                                  every sheet as YAML, on the screen
  scheda convert sheets/ -o practices.json                one JSON array in a file
  scheda convert sheets/ --to markdown --out-dir pages    one page a practice
  scheda convert sheets/ --to summary --lang fr           half a page a practice, with French headings
  scheda convert report.txt --sheet 3                     the third sheet of a file";

pub(super) const VALIDATE_EXAMPLES: &str = "\
Examples:
  scheda validate sheets/                  errors and warnings, each with its place
  scheda validate report.txt --info        remarks too
  scheda validate sheets/ --format json    everything, for another program
  scheda validate sheets/ --write-baseline known.json
                                           take down what is wrong today, and then
  scheda validate sheets/ --baseline known.json
                                           show only what is new";

pub(super) const CATALOGUE_EXAMPLES: &str = "\
Examples:
  scheda catalogue sheets/ --out-dir site                  an overview, a page a practice, and the data
  scheda catalogue sheets/ --out-dir site --lang fr        the same with French headings
  scheda catalogue records/ --out-dir site --contacts show with how to reach people";

pub(super) const ROUNDTRIP_EXAMPLES: &str = "\
Examples:
  scheda roundtrip sheets/              does each Markdown page hold all of its record?
  scheda roundtrip pages/ --lang de     and with German headings";

pub(super) const VERIFY_EXAMPLES: &str = "\
Examples:
  scheda verify practices.yaml --against sheets/       does each record still say what its sheet says?
  scheda verify pages/ --against sheets/ --quiet       the same of Markdown pages; say only what differs
  scheda verify records/ --against a.txt b.docx --format json
                                                       everything, for another program";

pub(super) const FIX_EXAMPLES: &str = "\
Examples:
  scheda fix records/           repair white space, dates, addresses, misspelt keys and the order of keys
  scheda fix records/ --diff    show what would be changed, and change nothing";

pub(super) const INSPECT_EXAMPLES: &str = "\
Examples:
  scheda inspect report.txt                   totals, sheets and their fields, what was left out
  scheda inspect report.txt --lines           what each line was taken for
  scheda inspect report.txt --explain         why each label opened a field or did not
  scheda inspect report.txt --html review.html
                                              the source beside the record, in a browser
  scheda inspect report.txt --format json     the same to the byte, for another program";

pub(super) const SCHEMA_EXAMPLES: &str = "\
Example:
  scheda schema > best-practice.schema.json";

pub(super) const RULES_EXAMPLES: &str = "\
Examples:
  scheda rules                    every rule in a line
  scheda rules --format json      everything that is to be said of them, for another program";

pub(super) const EXPLAIN_EXAMPLES: &str = "\
Example:
  scheda explain missing-field";

pub(super) const CONFIG_EXAMPLES: &str = "\
Examples:
  scheda config show                               what is in force here
  scheda config show sheets                        what is in force in a folder
  scheda config schema > scheda.schema.json        for editors that complete and check";

pub(super) const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  scheda completions bash > ~/.local/share/bash-completion/completions/scheda
  scheda completions zsh > ~/.zfunc/_scheda        (with fpath+=~/.zfunc before compinit in ~/.zshrc)
  scheda completions fish > ~/.config/fish/completions/scheda.fish
  scheda completions powershell >> $PROFILE";

pub(super) const TEMPLATE_EXAMPLES: &str = "\
Examples:
  scheda template list                             the templates that are built in
  scheda template check my-form.yaml               every fault of your own, with its place
  scheda template check my-form.yaml sheet.txt     and what a sheet lacks by it
  scheda convert sheets/ --template my-form.yaml   read sheets by it";
