//! How Excel shows numbers: as a percentage, as a month or a year.

use std::collections::HashMap;

use super::{Package, Refused};

/// The part with the styles of cells.
const STYLES: &str = "xl/styles.xml";
/// Formats that Excel knows by their number alone.
const BUILT_IN: [(u32, &str); 3] = [(9, "0%"), (10, "0.00%"), (17, "mmm-yy")];

/// What a number is shown as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As it is; a date to the day.
    Whole,
    /// `45.0%`, with so many decimals.
    Percent(usize),
    /// `2021-12`
    Month,
    /// `2021`
    Year,
}

/// The formats of a workbook, by style.
#[derive(Debug, Default)]
pub struct Formats(Vec<Shown>);

impl Formats {
    /// Reads them.
    pub fn read(package: &mut Package<'_>) -> Result<Self, Refused> {
        let mut codes: HashMap<u32, Shown> = BUILT_IN.map(|(id, code)| (id, shown(code))).into();
        let (mut all, mut in_cells) = (Vec::new(), false);
        package.elements(STYLES, |element| match element.name.as_str() {
            "numFmt" => {
                let code = element.get("formatCode").unwrap_or_default();
                codes.extend(element.number("numFmtId").map(|id| (id, shown(code))));
            }
            "cellXfs" => in_cells = true,
            "cellStyles" | "dxfs" => in_cells = false,
            "xf" if in_cells => {
                let id = element.number("numFmtId").unwrap_or(0);
                all.push(codes.get(&id).copied().unwrap_or(Shown::Whole));
            }
            _ => {}
        })?;
        Ok(Self(all))
    }

    /// How a cell of a style is shown.
    pub fn of(&self, style: usize) -> Shown {
        self.0.get(style).copied().unwrap_or(Shown::Whole)
    }
}

/// What a format makes of numbers that are not negative.
fn shown(code: &str) -> Shown {
    let code = bare(code.split(';').next().unwrap_or_default());
    let has = |letter| code.contains(letter);
    if has('%') {
        let decimals = code.split_once('.').map_or("", |(_, behind)| behind);
        return Shown::Percent(decimals.chars().take_while(|c| matches!(c, '0' | '#' | '?')).count());
    }
    match (has('y'), has('m'), has('d')) {
        (true, true, false) => Shown::Month,
        (true, false, false) => Shown::Year,
        _ => Shown::Whole,
    }
}

/// A format without the words that it shows as they stand: in quotes, in brackets, behind a backslash.
fn bare(code: &str) -> String {
    let (mut bare, mut until) = (String::new(), None);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match (until, c) {
            (Some(end), c) if c == end => until = None,
            (Some(_), _) => {}
            (None, '"') => until = Some('"'),
            (None, '[') => until = Some(']'),
            (None, '\\' | '_' | '*') => drop(chars.next()),
            (None, c) => bare.extend(c.to_lowercase()),
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_what_is_shown() {
        for (code, expected) in [
            ("General", Shown::Whole),
            ("0.0%", Shown::Percent(1)),
            ("0%;[Red]-0%", Shown::Percent(0)),
            ("dd/mm/yyyy", Shown::Whole),
            ("[$-410]mmmm\\ yyyy;@", Shown::Month),
            ("yyyy", Shown::Year),
            ("#,##0.00 \"yd%\"", Shown::Whole),
        ] {
            assert_eq!(shown(code), expected, "{code}");
        }
    }
}
