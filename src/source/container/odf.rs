//! Documents and tables of LibreOffice (`.odt`, `.ods`).

mod paragraph;
mod sheet;
mod styles;
mod text;

use super::cells::IsLabel;
use super::package::Package;
use super::refused::{Refused, too_many};
use super::taken::{Piece, Taken};
use super::xml::Node;
use crate::source::Source;
use crate::source::layout::{Place, UnitKind};
use styles::Styles;
use text::Text;

/// The part with the text.
const CONTENT: &str = "content.xml";
/// The part with named styles, page headers and page footers.
const STYLES: &str = "styles.xml";

/// Reads a text or a spreadsheet.
pub fn read(name: &str, package: &mut Package<'_>, is_label: IsLabel<'_>) -> Result<Source, Refused> {
    let mut encrypted = false;
    package.elements("META-INF/manifest.xml", |element| encrypted |= element.name == "encryption-data")?;
    if encrypted {
        return Err(Refused::Encrypted);
    }
    let mut styles = Styles::default();
    for part in [STYLES, CONTENT] {
        package.elements(part, |element| styles.take(&element))?;
    }
    if styles.full {
        return Err(too_many());
    }
    let mut text = Text::new(&styles, Taken::default(), is_label);
    let (headers, footers) = edges(package, &styles)?;
    for line in headers {
        text.out.aside(UnitKind::Furniture, Place::Header, &line)?;
    }
    text.document(&mut package.needed(CONTENT)?)?;
    let Text { mut out, comments, .. } = text;
    for line in footers {
        out.aside(UnitKind::Furniture, Place::Footer, &line)?;
    }
    for (number, words) in (1..).zip(comments) {
        out.aside(UnitKind::Outside, Place::Comment(number), &words)?;
    }
    Ok(out.finish(name))
}

/// The lines of page headers and of page footers, each once.
fn edges(package: &mut Package<'_>, styles: &Styles) -> Result<(Vec<String>, Vec<String>), Refused> {
    let (mut headers, mut footers) = (Vec::new(), Vec::new());
    let Some(mut xml) = package.xml(STYLES)? else { return Ok((headers, footers)) };
    let mut in_page = false;
    while let Some(node) = xml.next()? {
        let Node::Open(element) = node else { continue };
        in_page |= element.name == "master-page";
        let name = element.name.as_str();
        let lines = match name {
            _ if !in_page => continue,
            "header" | "header-left" | "header-first" => &mut headers,
            "footer" | "footer-left" | "footer-first" => &mut footers,
            _ => continue,
        };
        let mut pieces = Vec::new();
        Text::new(styles, Taken::default(), &|_| false).flow(&mut xml, name, &mut pieces, false)?;
        for line in pieces.iter().map(Piece::shown).filter(|line| !line.trim().is_empty()) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    Ok((headers, footers))
}
