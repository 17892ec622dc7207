//! Documents of Word (`.docx`): paragraphs, tables and what stands beside them, in the order in which Word shows them.

mod body;
mod paragraph;
mod parts;

use super::cells::IsLabel;
use super::package::Package;
use super::refused::Refused;
use super::taken::{Piece, Taken};
use crate::source::Source;
use crate::source::layout::{Place, UnitKind};
use body::Body;
use parts::Parts;

/// The part that says where the others are.
const ROOT: &str = "_rels/.rels";

/// Reads a document.
pub fn read(name: &str, package: &mut Package<'_>, is_label: IsLabel<'_>) -> Result<Source, Refused> {
    let main = main_part(package)?;
    let parts = Parts::read(package, &main)?;
    let mut out = Taken::default();
    for part in parts.of("header") {
        aside(&part, package, &parts, &mut out, &Place::Header)?;
    }
    let mut body = Body::new(&parts, out, is_label);
    body.notes(package)?;
    body.document(&mut package.needed(&main)?)?;
    let mut out = body.out;
    for part in parts.of("footer") {
        aside(&part, package, &parts, &mut out, &Place::Footer)?;
    }
    for (number, words) in (1..).zip(comments(package, &parts)?) {
        out.aside(UnitKind::Outside, Place::Comment(number), &words)?;
    }
    Ok(out.finish(name))
}

/// The part with the text, as the archive names it.
pub fn main_part(package: &mut Package<'_>) -> Result<String, Refused> {
    let mut main = None;
    package.elements(ROOT, |element| {
        if element.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
            main = element.get("Target").map(|target| target.trim_start_matches('/').to_owned());
        }
    })?;
    Ok(main.unwrap_or_else(|| String::from("word/document.xml")))
}

/// The lines of a page header or footer. They stand once, however many pages show them.
fn aside(part: &str, package: &mut Package<'_>, parts: &Parts, out: &mut Taken, place: &Place) -> Result<(), Refused> {
    let Some(mut xml) = package.xml(part)? else { return Ok(()) };
    let mut body = Body::new(parts, Taken::default(), &|_| false);
    let pieces = body.pieces(&mut xml)?;
    pieces.iter().try_for_each(|piece| out.aside(UnitKind::Furniture, place.clone(), &piece.shown()))
}

/// The words of each comment.
fn comments(package: &mut Package<'_>, parts: &Parts) -> Result<Vec<String>, Refused> {
    let mut all = Vec::new();
    for part in parts.of("comments") {
        let Some(mut xml) = package.xml(&part)? else { continue };
        let mut body = Body::new(parts, Taken::default(), &|_| false);
        let comments = body.each(&mut xml, "comment")?.into_iter();
        all.extend(comments.map(|(_, pieces)| pieces.iter().map(Piece::shown).collect::<Vec<_>>().join("\n")));
    }
    Ok(all)
}
