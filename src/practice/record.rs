//! The record of one good practice, as it is written and read.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Provenance;

/// The version of the record that this program writes.
pub const SCHEMA_VERSION: u32 = 1;

/// A good practice on one sheet.
///
/// A key without a value is left out. Values keep the characters of the sheet; a typed value that could not be understood is kept
/// as written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BestPractice {
    /// Version of this schema: 1.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema: u32,
    /// Slug that names the record: `a-z`, `0-9` and `-`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub id: Option<String>,
    /// What the practice is called. Required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The name in the sheet's own heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_title: Option<String>,
    /// ISO 639-1 code of the language of the values (not of the labels).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[a-z]{2}$"))]
    pub language: Option<String>,
    /// When the information was true: an ISO 8601 date, as precise as the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Type of practice or network, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Year of foundation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founded: Option<Year>,
    /// When it started: an ISO 8601 date, as precise as the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// When it ended: an ISO 8601 date, as precise as the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// `true` where the sheet says that it goes on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[schemars(extend("const" = true))]
    pub ongoing: bool,
    /// Who promotes or coordinates it. Expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_organisation: Option<String>,
    /// Members, partnership.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// Who else is involved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stakeholders: Vec<String>,
    /// Who pays; never the lead organisation or a partner by that alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub funders: Vec<String>,
    /// The agreement between the members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<String>,
    /// Where it takes place. Expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// Fields of action.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// Keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Whom it serves. Expected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target_groups: Vec<String>,
    /// A short version, only where the sheet has a description too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What the practice is. Required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The situation it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    /// What it aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objectives: Option<String>,
    /// What is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activities: Option<String>,
    /// How it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// What it produces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outputs: Option<String>,
    /// How it is made known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissemination: Option<String>,
    /// Means it uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<String>,
    /// How it is paid for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<String>,
    /// How the members communicate among themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub internal_communication: Vec<String>,
    /// How it communicates with others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_communication: Vec<String>,
    /// What has been achieved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results: Option<String>,
    /// Why it works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub success_factors: Vec<String>,
    /// Challenges and lessons learned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub challenges: Vec<String>,
    /// How it is evaluated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<String>,
    /// How it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sustainability: Option<String>,
    /// What it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// What is new in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<String>,
    /// Whether it can be used elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transferability: Option<String>,
    /// Future targets and perspectives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlook: Option<String>,
    /// What each joint label covers beside its own field: `{impact: [innovation, transferability]}`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub covers: BTreeMap<String, Vec<String>>,
    /// People to ask. At least one is expected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Addresses on the web.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// What the sheet keeps under "other".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// Headed text without a field of its own, in the order and nesting of the sheet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Labelled text whose label no field knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmapped: Vec<Unmapped>,
    /// Grant and project numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// The collection that the sheet belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collection: Option<Collection>,
    /// Whatever a user adds: kept by every command, never interpreted.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// Where the record was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceRef>,
    /// What can be concluded from other values, to sort and find records by; the sheet says none of it so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived: Option<Derived>,
    /// Where each value was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
}

/// A year, or what stands where a year should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Year {
    /// A year of the common era.
    Known(i32),
    /// The text as written, where no year could be read.
    Verbatim(String),
}

/// One person to ask. At least one part is there, and nothing that the sheet does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Contact {
    /// First name and surname.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the person does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Where the person works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number, spelt as in the sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What stands before the person in the sheet, `Person who takes part in the webinar`, or is said where nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An address on the web.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What the sheet calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The address; `https://` was put before a bare `www.`.
    pub url: String,
}

/// Headed text without a field of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Section {
    /// The heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What stands under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Headings of a lower level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
}

/// Labelled text whose label no field knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unmapped {
    /// The label as written.
    pub label: String,
    /// Its value.
    pub text: String,
    /// First and last line: `"12"` or `"12-14"`.
    #[schemars(regex(pattern = r"^[0-9]+(-[0-9]+)?$"))]
    pub lines: String,
}

/// A grant or project number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Whose numbers these are, as the template names them.
    pub scheme: String,
    /// The number.
    pub value: String,
}

/// The collection that a sheet belongs to, as far as its document says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Collection {
    /// Name of the project or collection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The programme that pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// SPDX identifier of the licence of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

/// Where a record was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceRef {
    /// The file, with forward slashes.
    pub file: String,
    /// Number of the sheet in its file, from 1.
    #[schemars(range(min = 1))]
    pub sheet: usize,
    /// First and last line with content: `"113-293"`.
    #[schemars(regex(pattern = r"^[0-9]+(-[0-9]+)?$"))]
    pub lines: String,
    /// Where it begins, as the user of the file sees it, where the file has no lines: `table 1, row 1, cell 1`. The lines are then
    /// those of the text that was taken out of it, as `scheda inspect --lines` shows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The template that read it.
    pub template: String,
}

/// What can be concluded from other values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Derived {
    /// ISO 3166-1 alpha-2 codes of the countries that the location, the lead organisation and the partners name, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(regex(pattern = r"^[A-Z]{2}$")))]
    pub countries: Vec<String>,
    /// When it was active, as far as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<Years>,
}

/// From one year to another. The last is missing while it goes on, or where nobody says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("minProperties" = 1))]
pub struct Years {
    /// The year of the start, else of the foundation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i32>,
    /// The year of the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i32>,
}
