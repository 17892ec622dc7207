//! The Markdown page of a practice as HTML, of a closed set of elements.

use minijinja::HtmlEscape;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use crate::diagnostic::message::is_unsafe;
use crate::output::html::page;
use crate::output::markdown::marks::{SECTIONS, SECTIONS_END};

/// Where a link may lead; others are text.
const SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];

/// What opens the head of a column.
const COLUMN: &str = "<th scope=\"col\">";

/// A page in HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// What stands in its article.
    pub html: String,
    /// Its headings of the second level, in their order.
    pub headings: Vec<Heading>,
}

/// A heading that can be jumped to.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// Its name in an address.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// Renders a page. `labels` is the language of what the page itself says, where that is not the language of the record.
pub fn render(markdown: &str, labels: Option<&str>) -> Markup {
    let options = Options::ENABLE_TABLES;
    let mut writer = Writer { labels, ..Writer::default() };
    Parser::new_ext(markdown, options).for_each(|event| writer.event(event));
    writer.markup
}

/// A page that is being rendered.
#[derive(Default)]
struct Writer<'a> {
    markup: Markup,
    labels: Option<&'a str>,
    is_head: bool,
    is_heading: bool,
    is_sections: bool,
    /// Whether each open link leads anywhere.
    links: Vec<bool>,
    /// The number of the cell in its row.
    cell: usize,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.put("<code>");
                self.text(&text);
                self.put("</code>");
            }
            Event::Html(html) | Event::InlineHtml(html) => self.raw(&html),
            Event::SoftBreak => self.put("\n"),
            Event::HardBreak => self.put("<br>\n"),
            Event::Rule => self.put("<hr>\n"),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.text(&text),
            Event::TaskListMarker(_) => {}
        }
    }

    fn put(&mut self, html: &str) {
        self.markup.html.push_str(html);
    }

    fn text(&mut self, text: &str) {
        if self.is_heading
            && let Some(heading) = self.markup.headings.last_mut()
        {
            heading.text.push_str(text);
        }
        self.put(&page::text(text));
    }

    /// HTML in a page is its own comments, which say how it is read back; all else was meant as text.
    fn raw(&mut self, html: &str) {
        match html.trim() {
            SECTIONS => self.is_sections = true,
            SECTIONS_END => self.is_sections = false,
            comment if is_comment(comment) => {}
            _ => self.text(html),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.heading(*level as usize),
            Tag::List(Some(first)) if *first != 1 => self.put(&format!("<ol start=\"{first}\">\n")),
            Tag::Table(_) => self.put("<div class=\"wide\" tabindex=\"0\"><table>\n"),
            Tag::TableHead => {
                self.is_head = true;
                self.open_row();
            }
            Tag::TableRow => self.open_row(),
            Tag::TableCell => self.open_cell(),
            Tag::Link { dest_url, .. } => self.link(dest_url),
            other => self.put(opening(&other.to_end())),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                self.is_heading = false;
                self.put(&format!("</h{}>\n", level as usize));
            }
            TagEnd::Table => self.put("</table></div>\n"),
            TagEnd::TableHead => {
                self.is_head = false;
                self.put("</tr>\n");
            }
            TagEnd::TableCell => {
                self.close_cell();
                self.cell += 1;
            }
            TagEnd::Link if self.links.pop() == Some(true) => self.put("</a>"),
            other => self.put(closing(other)),
        }
    }

    /// A heading; those of the second level can be jumped to. Outside the sections they are words of the page.
    fn heading(&mut self, level: usize) {
        let lang = self.labels.filter(|_| level == 2 && !self.is_sections);
        let lang = lang.map_or_else(String::new, |lang| format!(" lang=\"{}\"", HtmlEscape(lang)));
        if level != 2 {
            return self.put(&format!("<h{level}{lang}>"));
        }
        let id = format!("h{}", self.markup.headings.len() + 1);
        self.put(&format!("<h2 id=\"{id}\"{lang}>"));
        self.markup.headings.push(Heading { id, text: String::new() });
        self.is_heading = true;
    }

    fn open_row(&mut self) {
        self.cell = 0;
        self.put("<tr>");
    }

    /// The first cell of a row says what the others are of.
    fn is_label(&self) -> bool {
        self.is_head || self.cell == 0
    }

    fn open_cell(&mut self) {
        match self.is_label() {
            true if self.is_head => self.put(COLUMN),
            true => {
                let lang = self.labels.map_or_else(String::new, |lang| format!(" lang=\"{}\"", HtmlEscape(lang)));
                self.put(&format!("<th scope=\"row\"{lang}>"));
            }
            false => self.put("<td>"),
        }
    }

    /// A head that says nothing is none.
    fn close_cell(&mut self) {
        let html = &mut self.markup.html;
        if let Some(before) = html.strip_suffix(COLUMN) {
            html.truncate(before.len());
            return self.put("<td></td>");
        }
        self.put(if self.is_label() { "</th>" } else { "</td>" });
    }

    fn link(&mut self, target: &str) {
        let is_safe = SCHEMES
            .iter()
            .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
        let is_safe = is_safe && !target.contains(is_unsafe);
        self.links.push(is_safe);
        if is_safe {
            self.put(&format!("<a href=\"{}\" rel=\"noreferrer\">", HtmlEscape(target)));
        }
    }
}

/// Whether this is one comment and nothing else.
fn is_comment(html: &str) -> bool {
    let inside = html.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inside.is_some_and(|inside| !inside.contains(['<', '>']))
}

/// The tag that opens an element without attributes. What is not known here is text without one.
const fn opening(tag: &TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "<p>",
        TagEnd::List(true) => "<ol>\n",
        TagEnd::List(false) => "<ul>\n",
        TagEnd::Item => "<li>",
        TagEnd::Emphasis => "<em>",
        TagEnd::Strong => "<strong>",
        TagEnd::BlockQuote(_) => "<blockquote>\n",
        TagEnd::CodeBlock => "<pre>",
        _ => "",
    }
}

/// The tag that closes it.
const fn closing(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::BlockQuote(_) => "</blockquote>\n",
        TagEnd::CodeBlock => "</pre>\n",
        TagEnd::TableRow => "</tr>\n",
        _ => "",
    }
}
