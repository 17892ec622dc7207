//! Findings for a person: the source line, a caret, and what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, Title, normalize_untrusted_str};

use super::message::{Message, excerpt, visible};
use super::{Diagnostic, Elsewhere, Severity};
use crate::locale::Locale;
use crate::source::{Source, Span};

/// How wide a picture is; longer lines are cut around the place.
const WIDTH: usize = 120;
/// How many characters of a place are underlined.
const UNDERLINED: usize = 60;
/// A line of more bytes is quoted from the place on and not pictured: the renderer walks over all of a line.
const LONGEST: usize = 5_000;
/// Two places that are no more lines apart than this are shown in one picture.
const NEAR: usize = 6;

/// Renders findings for a person.
#[derive(Debug, Clone)]
pub struct Human {
    renderer: Renderer,
    locale: Locale,
}

impl Human {
    /// A renderer with or without colour, in a language.
    pub const fn new(colour: bool, locale: Locale) -> Self {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        Self { renderer: renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH), locale }
    }

    /// A finding with the lines it is about; ends with an empty line.
    pub fn finding(&self, source: &Source, diagnostic: &Diagnostic) -> String {
        let message = Message::new(diagnostic, self.locale);
        let level = self.level(diagnostic.severity);
        let title = level.primary_title(message.text.clone()).id(diagnostic.finding.code().id());
        let mut group = self.located(Group::with_title(title), source, diagnostic, &message.related);
        if let Some(place) = &diagnostic.elsewhere {
            group = self.elsewhere(group, place, &message.related);
        }
        if let Some(place) = &diagnostic.demanded_at {
            let asked = self.locale.say("asked-for-by", &[("place", visible(place).into_owned().into())]);
            group = group.element(self.note().message(asked));
        }
        if let Some(help) = &message.help {
            let level = Level::HELP.with_name(self.locale.say("severity-help", &[]));
            group = group.element(level.message(normalize_untrusted_str(help)));
        }
        self.renderer.render(&[group]) + "\n\n"
    }

    /// One line without a place: what could not be done, or a remark.
    pub fn line(&self, severity: Severity, text: &str) -> String {
        let title: Title<'_> = self.level(severity).primary_title(text);
        self.renderer.render(&[Group::with_title(title)]) + "\n"
    }

    fn level(&self, severity: Severity) -> Level<'static> {
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        level.with_name(self.locale.severity(severity))
    }

    fn note(&self) -> Level<'static> {
        Level::NOTE.with_name(self.locale.say("severity-note", &[]))
    }

    /// Adds a place in a file that is not open any more.
    fn elsewhere<'a>(&self, group: Group<'a>, place: &'a Elsewhere, said: &'a str) -> Group<'a> {
        let origin = match &place.seen {
            Some(seen) => Origin::path(visible(&format!("{}, {}", place.file, self.locale.place(seen))).into_owned()),
            None => Origin::path(visible(&place.file)).line(place.start.line).char_column(place.start.column),
        };
        group.element(origin).element(self.note().message(said))
    }

    /// Adds `file:line:column` and the lines themselves.
    fn located<'a>(&self, group: Group<'a>, source: &'a Source, diagnostic: &Diagnostic, said: &'a str) -> Group<'a> {
        let Some(span) = diagnostic.span.map(|span| underlined(&source.text, span)) else {
            return group.element(Origin::path(visible(&source.name)));
        };
        let second = diagnostic.related.map(|span| underlined(&source.text, span));
        if source.layout.is_some() {
            let places = [(span, "")].into_iter().chain(second.map(|span| (span, said)));
            return places.fold(group, |group, (span, said)| self.seen(group, source, span, said));
        }
        let first = Mark { span, kind: AnnotationKind::Primary, label: None };
        let Some(related) = second else {
            return self.picture(group, source, &[first]);
        };
        let second = Mark { span: related, kind: AnnotationKind::Context, label: Some(said) };
        if is_near(source, span, related) {
            return self.picture(group, source, &[first, second]);
        }
        self.picture(self.picture(group, source, &[first]), source, &[second])
    }

    /// Adds the lines from the first mark to the last.
    fn picture<'a>(&self, group: Group<'a>, source: &'a Source, marks: &[Mark<'a>]) -> Group<'a> {
        let numbers = marks.iter().map(|mark| source.lines().line(mark.span.start));
        let (first, last) = (numbers.clone().min().unwrap_or(1), numbers.max().unwrap_or(1));
        let lines = source.lines().span(&source.text, first).to(source.lines().span(&source.text, last));
        if lines.len() > LONGEST {
            return marks.iter().fold(group, |group, mark| self.quotation(group, source, mark));
        }
        // Returns before the end of a line are no part of what is drawn.
        let drawn = lines.of(&source.text).trim_end_matches(['\r', '\n']);
        let annotations = marks.iter().map(|mark| {
            let within = |at: usize| (at - lines.start).min(drawn.len());
            mark.kind.span(within(mark.span.start)..within(mark.span.end)).label(mark.label)
        });
        let snippet = Snippet::source(drawn).line_start(first).path(visible(&source.name));
        group.element(snippet.annotations(annotations))
    }

    /// Adds the place and its text alone.
    fn quotation<'a>(&self, group: Group<'a>, source: &'a Source, mark: &Mark<'a>) -> Group<'a> {
        let place = source.place(mark.span.start);
        let text = excerpt(mark.span.of(&source.text), UNDERLINED);
        let note = [mark.label.unwrap_or_default(), &text].join(" ");
        group
            .element(Origin::path(visible(&source.name)).line(place.line).char_column(place.column))
            .element(self.note().message(normalize_untrusted_str(note.trim())))
    }

    /// Adds the place as the user of a container sees it, and the words around it.
    fn seen<'a>(&self, group: Group<'a>, source: &'a Source, span: Span, said: &str) -> Group<'a> {
        let place = source.seen(span.start).map(|place| format!(", {}", self.locale.place(place))).unwrap_or_default();
        let line = source.lines().span(&source.text, source.lines().line(span.start));
        let before = Span::new(line.start, span.start).of(&source.text);
        let from = before.char_indices().rev().nth(UNDERLINED / 2).map_or(0, |(at, _)| at);
        let dots = if from > 0 { "…" } else { "" };
        let words = dots.to_owned() + &excerpt(Span::new(line.start + from, line.end).of(&source.text), 2 * UNDERLINED);
        let note = [said, &self.locale.say("quoted", &[("text", words.into())])].join(" ");
        group
            .element(Origin::path(visible(&format!("{}{place}", source.name)).into_owned()))
            .element(self.note().message(normalize_untrusted_str(note.trim())))
    }
}

/// A place with what stands at its caret.
struct Mark<'a> {
    span: Span,
    kind: AnnotationKind,
    label: Option<&'a str>,
}

/// Whether two places fit one picture: few lines apart, and no line so long that it would have to be cut around both.
fn is_near(source: &Source, one: Span, other: Span) -> bool {
    let number = |span: Span| source.lines().line(span.start);
    let line = |span: Span| source.lines().span(&source.text, number(span));
    number(one).abs_diff(number(other)) <= NEAR && line(one).len().max(line(other).len()) <= WIDTH
}

/// The part of a place that is underlined: the beginning of its first line with text.
fn underlined(text: &str, span: Span) -> Span {
    let span = clamp(text, span);
    let line = span.of(text).trim_start().lines().next().unwrap_or_default();
    let length = line.char_indices().nth(UNDERLINED).map_or(line.len(), |(at, _)| at);
    if length == 0 {
        return Span::new(span.start, span.start);
    }
    let start = Span::of_slice(text, line).start;
    Span::new(start, start + length)
}

/// The span moved to where characters begin and end, and not past the end of the text.
fn clamp(text: &str, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Finding;
    use crate::practice::{Demand, Field};
    use snapbox::{assert_data_eq, str};

    const SHEET: &str = "Buona pratica: Orti\nLuogo: Città di Trento\nE-mail: orti(at)example.org\nLuogo: Rovereto\n";

    fn show(text: &str, diagnostic: &Diagnostic) -> String {
        Human::new(false, Locale::default()).finding(&Source::from_text("fogli/orti.txt", text), diagnostic)
    }

    fn find(text: &str, part: &str) -> Span {
        let start = text.find(part).unwrap();
        Span::new(start, start + part.len())
    }

    #[test]
    fn a_value_is_shown_with_a_caret_and_help() {
        let finding = Finding::MalformedEmail("orti(at)example.org".into());
        let shown = show(SHEET, &Diagnostic::at(finding, find(SHEET, "orti(at)example.org")));
        assert_data_eq!(
            shown,
            str![[r#"
error[malformed-email]: “orti(at)example.org” is not an e-mail address
 --> fogli/orti.txt:3:9
  |
3 | E-mail: orti(at)example.org
  |         ^^^^^^^^^^^^^^^^^^^
  |
  = help: write it as name@example.org


"#]]
        );
    }

    #[test]
    fn a_place_in_a_container_is_told_in_the_terms_of_its_user() {
        let text = "E-mail\torti(at)example.org\n";
        let cell = |cell| crate::source::layout::Place::Cell { table: 1, row: 3, cell };
        let layout = crate::source::Layout { places: vec![(0, cell(1)), (7, cell(2))], ..Default::default() };
        let source = Source::laid_out("orti.docx", text.into(), layout);
        let finding = Finding::MalformedEmail("orti(at)example.org".into());
        let shown = Human::new(false, Locale::default())
            .finding(&source, &Diagnostic::at(finding, find(text, "orti(at)example.org")));
        assert_data_eq!(
            shown,
            str![[r#"
error[malformed-email]: “orti(at)example.org” is not an e-mail address
--> orti.docx, table 1, row 3, cell 2
 = note: “E-mail orti(at)example.org”
 = help: write it as name@example.org


"#]]
        );
    }

    #[test]
    fn a_second_place_near_by_is_in_the_same_picture() {
        let second = Span::new(SHEET.rfind("Luogo").unwrap(), SHEET.rfind("Luogo").unwrap() + 5);
        let finding = Finding::RepeatedLabel { field: Field::Location };
        let diagnostic = Diagnostic::at(finding, second).labelled("Luogo").with_related(find(SHEET, "Luogo"));
        assert_data_eq!(
            show(SHEET, &diagnostic),
            str![[r#"
warning[repeated-label]: “Luogo” stands in this sheet more than once
 --> fogli/orti.txt:4:1
  |
2 | Luogo: Città di Trento
  | ----- first here
3 | E-mail: orti(at)example.org
4 | Luogo: Rovereto
  | ^^^^^
  |
  = help: put everything about it under one “Luogo”


"#]]
        );
    }

    #[test]
    fn a_second_place_far_away_has_its_own() {
        let text = format!("one\n{}two\n", "\n".repeat(20));
        let diagnostic = Diagnostic::at(Finding::JoinedAcrossPage, find(&text, "one")).with_related(find(&text, "two"));
        assert_data_eq!(
            show(&text, &diagnostic),
            str![[r#"
info[joined-across-page]: this text was joined with its continuation on the next page
  --> fogli/orti.txt:1:1
   |
 1 | one
   | ^^^
   |
  ::: fogli/orti.txt:22:1
   |
22 | two
   | --- goes on here


"#]]
        );
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}HERE{}", "à bc ".repeat(400), " dé f".repeat(400));
        let shown = show(&text, &Diagnostic::at(Finding::UnassignedText, find(&text, "HERE")));
        assert_data_eq!(
            shown,
            str![[r#"
warning[unassigned-text]: this text stands under no label, so it is not in the record
 --> fogli/orti.txt:1:2001
  |
1 | ...bc à bc à bc à bc à bc à bc à bc à bc à bc à bc à bc HERE dé f dé f dé f dé f dé f dé f dé f dé f dé f dé f dé...
  |                                                         ^^^^
  |
  = help: put it under the label that it belongs to


"#]]
        );
    }

    #[test]
    fn a_finding_about_a_whole_file_names_it() {
        let diagnostic = Diagnostic::whole(Finding::NoSheet { looked_for: vec!["Buona pratica:".into()] });
        assert_data_eq!(
            show("", &diagnostic),
            str![[r#"
warning[no-sheet]: no good-practice sheet found in this file
--> fogli/orti.txt
 = help: looked for “Buona pratica:”


"#]]
        );
    }

    #[test]
    fn a_missing_field_points_at_the_start_of_its_sheet() {
        let finding = Finding::MissingField { field: Field::Contacts, demand: Demand::Expected, label: None };
        assert_data_eq!(
            show(SHEET, &Diagnostic::at(finding, Span::new(0, 19))),
            str![[r#"
warning[missing-field]: this sheet has no contacts
 --> fogli/orti.txt:1:1
  |
1 | Buona pratica: Orti
  | ^^^^^^^^^^^^^^^^^^^
  |
  = help: add the contacts to the sheet


"#]]
        );
    }

    #[test]
    fn escapes_in_text_label_and_path_do_not_reach_the_terminal() {
        let source = Source::from_text("a\u{1b}[2J.txt", "x\u{1b}[31my\u{202e}z\rw\n");
        let finding = Finding::UnknownLabel { nearest: Some("\u{1b}[0m".into()), kept_in: Field::Unmapped };
        let diagnostic = Diagnostic::at(finding, Span::new(0, 9)).labelled("x\u{1b}[31my");
        let shown = Human::new(false, Locale::default()).finding(&source, &diagnostic);
        assert!(!shown.contains(['\u{1b}', '\u{202e}', '\r']), "{shown:?}");
    }

    #[test]
    fn no_span_makes_it_panic() {
        let text = "é\r\nüber\n\n\tß";
        for start in 0..20 {
            for end in 0..20 {
                for other in 0..20 {
                    let diagnostic = Diagnostic::at(Finding::UnassignedText, Span::new(start, end))
                        .with_related(Span::new(other, other + 3));
                    show(text, &diagnostic);
                }
            }
        }
    }

    #[test]
    fn colour_only_where_asked_for() {
        assert!(Human::new(true, Locale::default()).line(Severity::Error, "x").contains('\u{1b}'));
        assert_eq!(Human::new(false, Locale::default()).line(Severity::Error, "x"), "error: x\n");
    }
}
