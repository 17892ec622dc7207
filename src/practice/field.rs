//! The keys of a record, in their order: one table for the record, the labels and the rules.

/// What shape a field's value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain text on one line.
    Line,
    /// Paragraphs, lists, emphasis and links: a subset of CommonMark.
    Text,
    /// An array of texts.
    List,
    /// An integer.
    Year,
    /// An ISO 8601 date, as precise as the source.
    Date,
    /// `true`, or absent.
    Flag,
    /// People to ask.
    Contacts,
    /// Addresses on the web.
    Links,
    /// Headed text, nested.
    Sections,
    /// What the tool itself notes; no label opens it.
    Meta,
}

/// What the absence of a field means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Demand {
    /// Nothing.
    Optional,
    /// A warning where the sheet's template asks for it.
    AskedFor,
    /// A warning everywhere.
    Expected,
    /// An error everywhere.
    Required,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident $key:literal $kind:ident $demand:ident;)*) => {
        /// A key of the record: the target of a label and the subject of a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// Every field, in the order in which a record is written.
            pub const ALL: &'static [Field] = &[$(Field::$variant,)*];

            /// The key as a record writes it.
            pub const fn key(self) -> &'static str {
                match self { $(Field::$variant => $key,)* }
            }

            /// The shape of its value.
            pub const fn kind(self) -> Kind {
                match self { $(Field::$variant => Kind::$kind,)* }
            }

            /// What its absence means in any sheet.
            pub const fn demand(self) -> Demand {
                match self { $(Field::$variant => Demand::$demand,)* }
            }
        }
    };
}

fields! {
    /// Version of the record's schema.
    Schema "schema" Meta Optional;
    /// Slug that names the record.
    Id "id" Meta Optional;
    /// What the practice is called.
    Title "title" Line Required;
    /// The name in the sheet's own heading.
    ShortTitle "short_title" Line Optional;
    /// ISO 639-1 code of the language of the values.
    Language "language" Meta Optional;
    /// When the information was true.
    AsOf "as_of" Date Optional;
    /// Type of practice or network.
    Category "category" Line Optional;
    /// Year of foundation.
    Founded "founded" Year Optional;
    /// When it started.
    Start "start" Date Optional;
    /// When it ended.
    End "end" Date Optional;
    /// The sheet says that it goes on.
    Ongoing "ongoing" Flag Optional;
    /// Who promotes or coordinates it.
    LeadOrganisation "lead_organisation" Line Expected;
    /// Members, partnership.
    Partners "partners" List Optional;
    /// Who else is involved.
    Stakeholders "stakeholders" List Optional;
    /// Who pays.
    Funders "funders" List Optional;
    /// The agreement between the members.
    Agreement "agreement" Line Optional;
    /// Where it takes place.
    Location "location" Text Expected;
    /// Fields of action.
    Themes "themes" List Optional;
    /// Keywords.
    Keywords "keywords" List Optional;
    /// Whom it serves.
    TargetGroups "target_groups" List Expected;
    /// A short version, where the sheet has a description too.
    Summary "summary" Text Optional;
    /// What the practice is.
    Description "description" Text Required;
    /// The situation it answers.
    Context "context" Text Optional;
    /// What it aims at.
    Objectives "objectives" Text Optional;
    /// What is done.
    Activities "activities" Text Optional;
    /// How it is done.
    Method "method" Text Optional;
    /// What it produces.
    Outputs "outputs" Text Optional;
    /// How it is made known.
    Dissemination "dissemination" Text Optional;
    /// Means it uses.
    Resources "resources" List Optional;
    /// How it is paid for.
    Funding "funding" Text Optional;
    /// How the members communicate among themselves.
    InternalCommunication "internal_communication" List Optional;
    /// How it communicates with others.
    ExternalCommunication "external_communication" List Optional;
    /// What has been achieved.
    Results "results" Text Optional;
    /// Why it works.
    SuccessFactors "success_factors" List Optional;
    /// Challenges and lessons learned.
    Challenges "challenges" List Optional;
    /// How it is evaluated.
    Evaluation "evaluation" Text Optional;
    /// How it lasts.
    Sustainability "sustainability" Text Optional;
    /// What it changes.
    Impact "impact" Text Optional;
    /// What is new in it.
    Innovation "innovation" Text Optional;
    /// Whether it can be used elsewhere.
    Transferability "transferability" Text Optional;
    /// Future targets and perspectives.
    Outlook "outlook" Text Optional;
    /// What each joint label covers beside its own field.
    Covers "covers" Meta Optional;
    /// People to ask.
    Contacts "contacts" Contacts Expected;
    /// Addresses on the web.
    Links "links" Links Optional;
    /// What the sheet keeps under "other".
    Other "other" Text Optional;
    /// Headed text without a field of its own.
    Sections "sections" Sections Optional;
    /// Labelled text whose label no field knows.
    Unmapped "unmapped" Meta Optional;
    /// Grant and project numbers.
    Identifiers "identifiers" Meta Optional;
    /// The collection that the sheet belongs to.
    Collection "collection" Meta Optional;
    /// What a user adds.
    Extra "extra" Meta Optional;
    /// Where the record was read.
    Source "source" Meta Optional;
    /// What can be concluded from other values.
    Derived "derived" Meta Optional;
    /// Where each value was read.
    Provenance "provenance" Meta Optional;
}

impl Field {
    /// The field that a record writes as `key`.
    pub fn from_key(key: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.key() == key)
    }

    /// Whether people wrote its values for people: not a date, nor what a program compares or notes.
    pub fn is_prose(self) -> bool {
        match self.kind() {
            Kind::Line | Kind::Text | Kind::List | Kind::Contacts | Kind::Links | Kind::Sections => true,
            Kind::Year | Kind::Date | Kind::Flag => false,
            Kind::Meta => matches!(self, Field::Unmapped | Field::Extra),
        }
    }

    /// Whether its text is a few words: a place, a sum.
    pub const fn is_brief_text(self) -> bool {
        matches!(self, Field::Location | Field::Funding)
    }

    /// The field that a record writes as `key`, if a label can open it.
    pub fn of_label(key: &str) -> Option<Field> {
        Field::from_key(key).filter(|field| field.kind() != Kind::Meta)
    }

    /// The field's position in the order of the record.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl std::fmt::Display for Field {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key())
    }
}
