//! What is wrong with a template, and where a template and a sheet do not go together: two ends in one picture.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};
use scheda::diagnostic::Severity;
use scheda::diagnostic::message::visible;
use scheda::schemas::SchemaError;
use scheda::source::{Source, Span};

/// What mistakes of templates are called.
pub const TEMPLATE_FAULT: &str = "template-fault";
/// What mistakes of `scheda.yaml` are called.
pub const CONFIG_FAULT: &str = "config-fault";
/// How wide a picture is.
const WIDTH: usize = 120;
/// Two places that are no more lines apart than this are shown in one picture.
const NEAR: usize = 6;
/// A line of more bytes is cut before it is drawn: the renderer walks over all of it.
const LONGEST: usize = 20_000;

/// Draws findings about templates.
pub struct Picture(Renderer);

/// Something to tell, with the places that it is about.
pub struct Notice<'a> {
    /// How much it matters.
    pub severity: Severity,
    /// The permanent name of its kind.
    pub code: &'static str,
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where, the most important first.
    pub ends: Vec<End<'a>>,
}

/// A place, in a sheet or in a template.
pub struct End<'a> {
    /// The file.
    pub source: &'a Source,
    /// The place in it.
    pub span: Span,
    /// What stands there.
    pub label: Option<String>,
}

impl Picture {
    /// Draws with or without colour.
    pub fn new(colour: bool) -> Self {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        Self(renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH))
    }

    /// A mistake of a template or configuration; ends with an empty line.
    pub fn fault(&self, source: &Source, fault: &SchemaError, code: &'static str) -> String {
        let first = End { source, span: fault.span, label: None };
        let second = fault.related.iter().map(|(span, label)| End { source, span: *span, label: Some(label.clone()) });
        self.notice(&Notice {
            severity: Severity::Error,
            code,
            text: fault.message.clone(),
            help: fault.help.clone(),
            ends: std::iter::once(first).chain(second).collect(),
        })
    }

    /// Something to tell; ends with an empty line.
    pub fn notice(&self, notice: &Notice<'_>) -> String {
        let level = match notice.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let title = level.primary_title(visible(&notice.text).into_owned()).id(notice.code);
        let mut group = Group::with_title(title);
        let ends: Vec<&End<'_>> = notice.ends.iter().collect();
        if are_near(&ends) {
            group = group.element(snippet(&ends, 0));
        } else {
            let single = ends.iter().enumerate().map(|(nth, end)| snippet(&[end], nth));
            group = single.fold(group, |group, snippet| group.element(snippet));
        }
        if let Some(help) = &notice.help {
            group = group.element(Level::HELP.message(normalize_untrusted_str(help)));
        }
        self.0.render(&[group]) + "\n\n"
    }
}

/// Whether places fit one picture: few short lines of one file.
fn are_near(ends: &[&End<'_>]) -> bool {
    let Some(source) = ends.first().map(|end| end.source) else { return false };
    let lines: Vec<usize> = ends.iter().map(|end| source.lines().line(end.span.start)).collect();
    let apart = lines.iter().max().zip(lines.iter().min()).map_or(0, |(last, first)| last - first);
    let short = lines.iter().all(|line| source.lines().span(&source.text, *line).len() <= WIDTH);
    ends.iter().all(|end| std::ptr::eq(end.source, source)) && apart <= NEAR && short
}

/// The lines of places in one file; the first of all is what a picture is about.
fn snippet<'a>(ends: &[&End<'a>], nth: usize) -> Snippet<'a, Annotation<'a>> {
    let source = ends[0].source;
    let text = &source.text;
    let lines = ends.iter().map(|end| source.lines().span(text, source.lines().line(end.span.start)));
    let shown = lines.reduce(Span::to).unwrap_or_default();
    let first = ends.iter().map(|end| end.span.start).min().unwrap_or(0);
    let last = text.floor_char_boundary(shown.end.min(shown.start.saturating_add(LONGEST)));
    let shown = Span::new(shown.start, last);
    let annotations = ends.iter().zip(nth..).map(|(end, nth)| annotation(end, shown, nth == 0));
    Snippet::source(shown.of(text))
        .line_start(source.lines().line(first))
        .path(visible(&source.name))
        .annotations(annotations)
}

/// The part of a place that stands on its first line.
fn annotation<'a>(end: &End<'a>, shown: Span, primary: bool) -> Annotation<'a> {
    let text = &end.source.text;
    let bound = |at: usize| text.floor_char_boundary(at.clamp(shown.start, shown.end));
    let place = Span::new(bound(end.span.start), bound(end.span.end.max(end.span.start)));
    let line = place.of(text).lines().next().unwrap_or_default().trim_end();
    let range = place.start - shown.start..place.start - shown.start + line.len();
    let kind = if primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    kind.span(range).label(end.label.as_ref().map(|label| visible(label).into_owned()))
}
