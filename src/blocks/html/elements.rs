//! What the elements of HTML mean for the lines of a page. Their names are the standard's, not anybody's wording.

/// The level of the heading that a table's caption is.
const CAPTION_LEVEL: u8 = 4;

/// An element, as far as reading needs to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Element {
    /// `<h1>` to `<h6>`, and `<caption>`
    Heading(u8),
    /// `<ul>`, `<ol>`, `<menu>`
    List,
    /// `<li>`
    Item,
    /// `<table>`
    Table,
    /// `<thead>`
    TableHead,
    /// `<tbody>`, `<tfoot>`
    TableBody,
    /// `<tr>`
    Row,
    /// `<th>`
    HeaderCell,
    /// `<td>`
    Cell,
    /// `<dl>`
    Terms,
    /// `<dt>`
    Term,
    /// `<dd>`
    Detail,
    /// `<main>`
    Main,
    /// `<article>`
    Article,
    /// `<nav>`
    Nav,
    /// `<header>`
    Header,
    /// `<footer>`
    Footer,
    /// `<aside>`
    Aside,
    /// `<form>`
    Form,
    /// `<button>`
    Button,
    /// `<div>`
    Div,
    /// `<section>`
    Section,
    /// `<p>`
    Paragraph,
    /// `<body>`
    Body,
    /// Other tags that begin a new line: `<blockquote>`, `<pre>`
    Block,
    /// `<br>`
    Break,
    /// `<b>`, `<strong>`
    Strong,
    /// `<i>`, `<em>`
    Emphasis,
    /// `<a>`
    Anchor,
    /// `<span>`
    Span,
    /// Every other tag, known or not.
    Other,
}

impl Element {
    /// The element of a lower-case name.
    pub fn of(name: &[u8]) -> Self {
        match name {
            [b'h', level @ b'1'..=b'6'] => Element::Heading(level - b'0'),
            b"caption" | b"legend" => Element::Heading(CAPTION_LEVEL),
            b"ul" | b"ol" | b"menu" | b"dir" => Element::List,
            b"li" => Element::Item,
            b"table" => Element::Table,
            b"thead" => Element::TableHead,
            b"tbody" | b"tfoot" => Element::TableBody,
            b"tr" => Element::Row,
            b"th" => Element::HeaderCell,
            b"td" => Element::Cell,
            b"dl" => Element::Terms,
            b"dt" => Element::Term,
            b"dd" => Element::Detail,
            b"main" => Element::Main,
            b"article" => Element::Article,
            b"nav" => Element::Nav,
            b"header" => Element::Header,
            b"footer" => Element::Footer,
            b"aside" => Element::Aside,
            b"form" => Element::Form,
            b"button" => Element::Button,
            b"div" => Element::Div,
            b"section" => Element::Section,
            b"p" => Element::Paragraph,
            b"body" => Element::Body,
            b"address" | b"blockquote" | b"center" | b"details" | b"dialog" | b"fieldset" | b"figcaption"
            | b"figure" | b"hgroup" | b"hr" | b"html" | b"option" | b"pre" | b"search" | b"summary" => Element::Block,
            b"br" => Element::Break,
            b"b" | b"strong" => Element::Strong,
            b"i" | b"em" => Element::Emphasis,
            b"a" => Element::Anchor,
            b"span" => Element::Span,
            _ => Element::Other,
        }
    }

    /// Whether the tag stands inside a line.
    pub const fn is_inline(self) -> bool {
        matches!(
            self,
            Element::Break | Element::Strong | Element::Emphasis | Element::Anchor | Element::Span | Element::Other
        )
    }

    /// Whether the next tag of its kind ends the element, where nothing else does.
    pub const fn ends_itself(self) -> bool {
        matches!(self, Element::Item | Element::Paragraph | Element::Cell | Element::HeaderCell)
    }
}

/// Whether what stands between the tags of an element is never read: programs, pictures, fields of forms.
pub const fn is_hidden(name: &[u8]) -> bool {
    matches!(
        name,
        b"script"
            | b"style"
            | b"svg"
            | b"template"
            | b"noscript"
            | b"iframe"
            | b"textarea"
            | b"select"
            | b"canvas"
            | b"audio"
            | b"video"
            | b"title"
            | b"head"
    )
}
