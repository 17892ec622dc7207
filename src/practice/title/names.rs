//! Which of the lines above the text of a page is its title, and which say something else: whose site it is, where one is, what it has.

use super::{LONGEST_TITLE, behind_number};
use crate::blocks::{floor, is_stepped, last_step};
use crate::practice::assemble::Assembler;
use crate::practice::told_again::Told;
use crate::schemas::{DateWord, Sense, fold};
use crate::sheets::{Gap, Line};
use crate::source::{Span, before_quotation};

/// Words of a name that stands beside a shorter one, at most.
const NAME_WORDS: usize = 16;
/// Letters of a word that is no part of a code, at least.
const WORD: usize = 3;
/// Words of the name of a place at most.
const PLACE_WORDS: usize = 4;
/// Lines among which one in capitals is the title: further down lists may have them.
const HEAD: usize = 3;
/// What parts the name of a site from other words.
const SITE_MARK: &str = " | ";
/// What parts its code and other words more than once.
const CODE_MARK: &str = " · ";
/// What parts the name of a paper, the number of its issue and the date.
const ISSUE_PARTS: [char; 4] = ['·', '|', '•', '–'];
/// Bytes of a deck that are looked at for the feet of its pages, pages of it at least, and what parts a name from other words there.
const DECK: usize = 32 * 1024;
const PAGES: usize = 3;
const PART_MARKS: [&str; 5] = [" · ", " | ", " – ", " — ", " - "];
/// Lines above a title among which a path is looked for.
const PATH_LINES: usize = 40;
/// The same below it: some sites show the path there.
const PATH_BELOW: usize = 4;
/// Lines that may be a title and are compared, at most.
const NAMES: usize = 32;
/// Letters of an abbreviation at most, with its mark.
const ABBREVIATION: usize = 4;
/// Letters of a title in capitals at least: less may be an abbreviation.
const CAPITALS: usize = 8;

impl Assembler<'_, '_> {
    /// The line of a page that names it, with what goes on with it: of those above its first paragraph the first that stands in
    /// capitals, else the first.
    pub(super) fn title_lines<'e>(&self, lines: &'e [Line], told: impl Fn(usize) -> Told) -> &'e [Line] {
        let names_from = |from: usize| -> Vec<usize> {
            let names = (from..lines.len()).take_while(|&at| !self.is_prose(lines, at));
            names.filter(|&at| self.may_be_title(lines[at])).take(NAMES).collect()
        };
        // The name of the form, or of a part of a paper, stands above that of the practice: `Experience sheet`, `The shared garage`.
        let names_part = |words: &str| self.schemas.is_rubric(words) || self.schemas.counts_subject(words);
        let rubric = lines.iter().rposition(|line| names_part(line.body.of(self.text)));
        let below = rubric.map(|rubric| names_from(rubric + 1)).filter(|names| !names.is_empty());
        let mut names = below.unwrap_or_else(|| names_from(0));
        prefer_others(&mut names, |at| self.is_masthead(lines, at));
        // The foot of each page of a deck says what it is about: `Meeting 2023 · The open door`.
        prefer_others(&mut names, |at| !self.ends_lines_of_pages(lines[at].body));
        // `Example Network | Programme 2014-2020` above the title is whose page it is.
        prefer_others(&mut names, |at| {
            let words = lines[at].body.of(self.text);
            words.contains(SITE_MARK) || words.matches(CODE_MARK).count() > 1
        });
        // `NETWORK OF SAMPLE TOWNS` above the title is whose paper it is; a number counts the practices of a report.
        prefer_others(&mut names, |at| {
            let line = lines[at].body;
            behind_number(self.text, line) == line
                && is_in_capitals(line.of(self.text))
                && self.schemas.contact_words.name_organisation(line, self.text)
        });
        // Nor is who leads the practice, nor a part of a site: `Sample Sports Club`, `Sample Club — Blog`.
        prefer_others(&mut names, |at| {
            let words = lines[at].body.of(self.text);
            self.leads_or_takes_part(words) || self.schemas.ends_with_rubric(words)
        });
        // The path that leads to a page ends with its name.
        prefer_others(&mut names, |at| !self.is_end_of_path(lines[at].body));
        // Nor is the name of a site above its menu: `Networks that learn`, and below it `Search | Experiences | News`.
        let menu = self.end_of_menu();
        prefer_others(&mut names, |at| lines[at].body.end <= menu);
        // Nor is whose page it is.
        prefer_others(&mut names, |at| self.owns_page(lines[at].body));
        // Nor is where it is: `Sampleton (France)`.
        prefer_others(&mut names, |at| self.is_place(lines[at].body.of(self.text)));
        // Nor is an authority or club on the page of a site: `Region of Sampleton`.
        prefer_others(&mut names, |at| menu > 0 && self.begins_as_organisation(lines[at].body));
        // Nor is the path to the page, or its name with that of its site, where the title stands below: `Projects - Open doors`.
        let own: Vec<&str> = names.iter().map(|&at| lines[at].body.of(self.text)).collect();
        let parted = |words: &str| own.iter().any(|name| is_with_site(words, name));
        prefer_others(&mut names, |at| parted(lines[at].body.of(self.text)));
        prefer_others(&mut names, |at| is_stepped(lines[at].body.of(self.text)));
        // Nor is a fact behind a word that nobody knows, among others: `Activity: Sports`, and below it `Year: 2016`.
        prefer_others(&mut names, |at| self.is_fact_among_facts(lines, at));
        // Nor is what stands above a menu, a button or another line of the page, and a name below that.
        let last = names.iter().rev().find(|&&at| lines[at].body.of(self.text).contains(' ')).copied().unwrap_or(0);
        prefer_others(&mut names, |at| at < last && self.is_above_chrome(&lines[at..=last]));
        // Nor is a code, or how far the practice is: `K-217`, `In progress`.
        prefer_others(&mut names, |at| self.is_code_or_status(lines[at].body.of(self.text)));
        // Nor is the name of a section or category of a site.
        prefer_others(&mut names, |at| self.schemas.is_section(lines[at].body.of(self.text)));
        // What the text says again is the name.
        if let [_, .., last] = names[..] {
            let told = told(lines[last].body.end);
            prefer_others(&mut names, |at| !self.is_told_again(lines[at], &told));
        }
        // Nor is a sentence about it, or what stands beside `Project «The noon bell»`.
        prefer_others(&mut names, |at| {
            let words = lines[at].body.of(self.text);
            words.contains(", ") && words.split_whitespace().count() > NAME_WORDS
        });
        prefer_others(&mut names, |at| !self.names_in_quotes(lines[at].body.of(self.text)));
        let capitals = names.iter().take(HEAD).find(|&&at| is_in_capitals(lines[at].body.of(self.text)));
        let Some(&start) = capitals.or(names.first()) else { return &[] };
        let more = lines[start..].windows(2).take_while(|pair| self.goes_on(pair[0], pair[1])).count();
        let lines = &lines[start..=start + more];
        let length: usize = lines.iter().map(|line| line.body.of(self.text).chars().count() + 1).sum();
        if length <= LONGEST_TITLE + 1 { lines } else { &[] }
    }

    /// Whether a line, or its words before a colon, end a path among the lines around it: `Home > Projects > Open doors`.
    fn is_end_of_path(&self, line: Span) -> bool {
        let words = line.of(self.text);
        let head = words.split_once(':').map_or(words, |(head, _)| head);
        let above = self.text[..line.start].lines().rev().take(PATH_LINES);
        let below = self.text[line.end..].lines().take(PATH_BELOW);
        let names = [fold(words), fold(head)];
        let paths = above.chain(below).filter(|path| path.len() <= LONGEST_TITLE);
        paths.filter_map(last_step).any(|end| names.contains(&fold(end)))
    }

    /// Whether several lines below a name end with it, each behind other words and a mark that parts them.
    fn ends_lines_of_pages(&self, name: Span) -> bool {
        let below = &self.text[name.end..floor(self.text, name.end + DECK)];
        let words = name.of(self.text);
        let parted = |at: &usize| {
            let ended = below[at + words.len()..].trim_start_matches(['\r', ' ']).starts_with('\n');
            ended && PART_MARKS.iter().any(|mark| below[..*at].ends_with(mark))
        };
        memchr::memmem::find_iter(below.as_bytes(), words).filter(parted).nth(PAGES - 1).is_some()
    }

    /// Whether a line is a word, a colon and a value, and so is the one directly above or below it.
    fn is_fact_among_facts(&self, lines: &[Line], at: usize) -> bool {
        let is_fact = |line: &Line| {
            let (word, value) = line.body.of(self.text).split_once(": ").unwrap_or_default();
            !value.is_empty() && !word.contains(' ')
        };
        let above = lines[at].gap <= Gap::Line && at > 0 && is_fact(&lines[at - 1]);
        let below = lines.get(at + 1).is_some_and(|next| next.gap <= Gap::Line && is_fact(next));
        is_fact(&lines[at]) && (above || below)
    }

    /// Whether a line of the page was left out between the first and the last of some lines, which say different things. Between those
    /// of a page in HTML stand its tags.
    fn is_above_chrome(&self, lines: &[Line]) -> bool {
        let [first, .., last] = lines else { return false };
        let other = !last.body.of(self.text).contains(first.body.of(self.text));
        let left_out = |pair: &[Line]| {
            // Cells may stand in another order than they are read in.
            let between = self.text.get(pair[0].body.end..pair[1].body.start).unwrap_or_default();
            between.lines().skip(1).any(|line| line.contains(char::is_alphanumeric))
        };
        other && !self.document.page && lines.windows(2).any(left_out)
    }

    /// Whether words are what a sheet is about and its name in quotation marks: `Project «The noon bell»`.
    fn names_in_quotes(&self, words: &str) -> bool {
        let quoted = before_quotation(words).filter(|_| words.ends_with(['»', '”', '"', '“']));
        quoted.is_some_and(|before| self.schemas.is_subject(before))
    }

    /// Whether words are the organisation that leads, a partner or who pays, as labels name them.
    fn leads_or_takes_part(&self, words: &str) -> bool {
        let record = &self.draft.record;
        let others = [&record.partners, &record.funders].into_iter().flatten();
        let words = fold(words);
        record.lead_organisation.iter().chain(others).any(|name| fold(name) == words)
    }

    /// Whether the first word of a name says what kind of organisation it is of.
    fn begins_as_organisation(&self, line: Span) -> bool {
        let words = &self.schemas.contact_words;
        let first = line.of(self.text).split_whitespace().next().unwrap_or_default();
        words.has_sense(first, Sense::Organisation) && words.name_organisation(line, self.text)
    }

    /// Whether words have no word of letters, or say that something goes on.
    fn is_code_or_status(&self, words: &str) -> bool {
        let worded = words.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= WORD);
        let kinds = self.schemas.date_words.get(&fold(words));
        !worded || kinds.is_some_and(|kinds| kinds.contains(&DateWord::Ongoing))
    }

    /// Whether words are a country, or a name of few words with one in brackets; behind more words the brackets say where it all was.
    fn is_place(&self, words: &str) -> bool {
        let bracket = words.strip_suffix(')').and_then(|words| words.rsplit_once('('));
        let country = match bracket {
            Some((place, _)) if place.split_whitespace().count() > PLACE_WORDS => return false,
            Some((_, country)) => country,
            None => words,
        };
        self.schemas.countries.code(country).is_some()
    }

    /// Whether a line names a paper with the number of its issue, which may begin the line below.
    fn is_masthead(&self, lines: &[Line], at: usize) -> bool {
        let below = lines.get(at + 1).filter(|next| next.gap <= Gap::Line).map_or("", |next| next.body.of(self.text));
        let mut below = below.split_whitespace();
        let line = lines[at].body.of(self.text);
        let words = line.split_whitespace().skip(1).chain(below.next()).chain(below.next());
        numbers_an_issue(&words.collect::<Vec<_>>()) || self.dates_an_issue(line)
    }

    /// Whether a line in three parts or more ends with a date or a number: `News · number 57 · April 2018`, `News | monthly | no 57`.
    fn dates_an_issue(&self, line: &str) -> bool {
        let mut parts = line.split(ISSUE_PARTS).map(str::trim).filter(|part| !part.is_empty());
        let last = parts.next_back().filter(|last| last.ends_with(|c: char| c.is_ascii_digit()));
        let numbers = |last: &str| last.split_whitespace().count() == 2 || self.is_date(last);
        parts.count() > 1 && last.is_some_and(numbers)
    }
}

/// Leaves out the names of something else, unless all are.
fn prefer_others(names: &mut Vec<usize>, is_other: impl Fn(usize) -> bool) {
    let own: Vec<usize> = names.iter().copied().filter(|&at| !is_other(at)).collect();
    if !own.is_empty() {
        *names = own;
    }
}

/// Whether words are a name and others behind or before it, with a dash, bar or step between: `Example Club - Projects - Open doors`.
fn is_with_site(words: &str, name: &str) -> bool {
    let marks = [" - ", " – ", " — ", " | ", " > ", " › ", " » ", " · "];
    let before = words.strip_suffix(name).is_some_and(|rest| marks.iter().any(|mark| rest.ends_with(mark)));
    let behind = words.strip_prefix(name).is_some_and(|rest| marks.iter().any(|mark| rest.starts_with(mark)));
    before || behind
}

/// Whether words number the issue of a paper, behind an abbreviation: `no. 31`.
fn numbers_an_issue(words: &[&str]) -> bool {
    let short = |word: &str| word.chars().count() <= ABBREVIATION && word.starts_with(char::is_alphabetic);
    let number = |word: &str| {
        let digits = word.trim_end_matches([',', '.', ':']);
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let numbers = |pair: &[&str]| short(pair[0]) && pair[0].ends_with(['.', '°', 'º']) && number(pair[1]);
    words.windows(2).any(numbers)
}

/// Whether words stand in capitals.
fn is_in_capitals(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters >= CAPITALS && words.contains(' ') && !words.chars().any(char::is_lowercase)
}
