//! The catalogue in numbers: bars beside words, and columns for years. The engine draws them; here is how long and how high they are.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalogue::{By, Catalogue};

/// Most bars of a chart.
const BARS: usize = 12;
/// Most columns: of more years each column is ten.
const COLUMNS: i32 = 30;
/// How high the highest column is, and how wide each, in units of the picture.
const HEIGHT: usize = 120;
const WIDTH: usize = 34;
/// How far apart years are named, in columns.
const NAMED: usize = 5;

/// A bar with its name.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// What it counts.
    pub name: String,
    /// How many there are.
    pub number: usize,
    /// The same of a hundred.
    pub width: usize,
    /// How many were asked for in vain.
    pub missing: usize,
    /// The same of a hundred.
    pub missing_width: usize,
}

/// Columns side by side.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Columns {
    /// The columns in the order of their years.
    pub columns: Vec<Column>,
    /// How wide and high the picture is.
    pub width: usize,
    /// Where the columns stand.
    pub base: usize,
    /// The same in words.
    pub told: String,
}

/// How many practices began in a year, or in ten.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// The year, or the years.
    pub name: String,
    /// What stands below it, if anything.
    pub label: Option<String>,
    /// How many began.
    pub number: usize,
    /// Where it begins, and where its middle is.
    pub x: usize,
    /// Its middle.
    pub middle: usize,
    /// How high it is.
    pub height: usize,
    /// How far its head is below the top.
    pub y: usize,
}

/// So many of a hundred; what there is at all is seen.
fn share(number: usize, of: usize) -> usize {
    if number == 0 { 0 } else { (number * 100 / of.max(1)).max(1) }
}

/// The countries with most practices; nothing where no practice says where it is.
pub fn countries(catalogue: &Catalogue<'_>) -> Vec<Bar> {
    let mut groups: Vec<_> = catalogue.groups(By::Country).into_iter().filter(|group| group.key.is_some()).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.practices.len()));
    let most = groups.first().map_or(0, |group| group.practices.len());
    let bar = |group: crate::catalogue::Group| {
        let number = group.practices.len();
        Bar { name: group.name, number, width: share(number, most), missing: 0, missing_width: 0 }
    };
    groups.into_iter().take(BARS).map(bar).collect()
}

/// How many practices say something of each field, and how many were asked in vain.
pub fn fields(catalogue: &Catalogue<'_>) -> Vec<Bar> {
    let all = catalogue.practices.len();
    let bar = |field| {
        let (number, missing) = catalogue.tally(field);
        let name = catalogue.heading(field);
        Bar { name, number, width: share(number, all), missing, missing_width: share(missing, all) }
    };
    catalogue.fields().into_iter().map(bar).collect()
}

/// When practices began; nothing where fewer than two years are told.
pub fn years(catalogue: &Catalogue<'_>) -> Option<Columns> {
    let years = catalogue.practices.iter().filter_map(|practice| practice.record.derived.as_ref()?.years?.from);
    let mut counted: BTreeMap<i32, usize> = BTreeMap::new();
    years.for_each(|year| *counted.entry(year).or_default() += 1);
    let [(first, _), (last, _)] = [counted.first_key_value()?, counted.last_key_value()?];
    let step = if last - first < COLUMNS { 1 } else { 10 };
    let (from, to) = (first.div_euclid(step), last.div_euclid(step));
    if from == to || to - from >= 2 * COLUMNS {
        return None;
    }
    let number = |bin: i32| counted.range(bin * step..(bin + 1) * step).map(|(_, number)| number).sum();
    let name =
        |bin: i32| if step == 1 { bin.to_string() } else { format!("{}–{}", bin * step, bin * step + step - 1) };
    Some(columns((from..=to).map(|bin| (name(bin), number(bin))).collect()))
}

fn columns(counted: Vec<(String, usize)>) -> Columns {
    let most = counted.iter().map(|(_, number)| *number).max().unwrap_or(0).max(1);
    let told = counted.iter().filter(|(_, number)| *number > 0).map(|(name, number)| format!("{name}: {number}"));
    let told = told.collect::<Vec<_>>().join(", ");
    let width = counted.len() * WIDTH;
    let last = counted.len() - 1;
    let is_named = |at: usize| last < 2 * NAMED || (at.is_multiple_of(NAMED) && last - at >= NAMED / 2) || at == last;
    let column = |(at, (name, number)): (usize, (String, usize))| {
        let height = number * HEIGHT / most;
        let x = at * WIDTH;
        let label = is_named(at).then(|| name.chars().take_while(|c| *c != '–').collect());
        Column { name, label, number, x, middle: x + WIDTH / 2, height, y: HEIGHT - height }
    };
    Columns { columns: counted.into_iter().enumerate().map(column).collect(), width, base: HEIGHT, told }
}
