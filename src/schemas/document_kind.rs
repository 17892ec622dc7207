//! Kinds of documents that have labels too, and are no sheets.

/// What a document may be that has labels of its own: the keys of `foreign_labels` in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Scores or remarks of a jury or reviewer.
    Assessment,
    /// A questionnaire that nobody answered.
    Survey,
    /// How to fill in a form; questions that people often ask.
    Guidance,
    /// A call for projects or practices, an award, a tender.
    Call,
    /// A job that is offered, or somebody's curriculum vitae.
    Vacancy,
    /// A course, a conference, an invitation.
    Course,
    /// A lesson plan.
    Lesson,
    /// Minutes or an agenda.
    Minutes,
    /// Results of a search, with its filters; a page to sign in.
    Search,
    /// Statistics and data.
    Statistics,
    /// Goods or a service for sale.
    Product,
    /// A paper, a book, its record in a library.
    Publication,
    /// Partners that are sought.
    PartnerSearch,
    /// What an organisation says of itself.
    Organisation,
    /// A press release, a newsletter, a list of news.
    News,
    /// A law, rules, a notice of data protection.
    Law,
    /// A logical framework, a plan of actions, a register of risks.
    Plan,
    /// A table of contents, a glossary, a chapter on method.
    Contents,
    /// Another kind, or several.
    Other,
}

impl DocumentKind {
    /// Every kind, in the order of the vocabulary.
    pub const ALL: [Self; 19] = [
        Self::Assessment,
        Self::Survey,
        Self::Guidance,
        Self::Call,
        Self::Vacancy,
        Self::Course,
        Self::Lesson,
        Self::Minutes,
        Self::Search,
        Self::Statistics,
        Self::Product,
        Self::Publication,
        Self::PartnerSearch,
        Self::Organisation,
        Self::News,
        Self::Law,
        Self::Plan,
        Self::Contents,
        Self::Other,
    ];

    /// Whether a good-practice sheet may have such labels as well: inside of it, for it is a form, or around it on the page of a site.
    pub const fn may_be_of_a_sheet(self) -> bool {
        use DocumentKind::{Call, Minutes, Other, Publication, Vacancy};
        !matches!(self, Call | Minutes | Publication | Vacancy | Other)
    }

    /// The kind that a key of the vocabulary names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Its key in the vocabulary, by which messages choose too: `partner-search`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Assessment => "assessment",
            Self::Survey => "survey",
            Self::Guidance => "guidance",
            Self::Call => "call",
            Self::Vacancy => "vacancy",
            Self::Course => "course",
            Self::Lesson => "lesson",
            Self::Minutes => "minutes",
            Self::Search => "search",
            Self::Statistics => "statistics",
            Self::Product => "product",
            Self::Publication => "publication",
            Self::PartnerSearch => "partner-search",
            Self::Organisation => "organisation",
            Self::News => "news",
            Self::Law => "law",
            Self::Plan => "plan",
            Self::Contents => "contents",
            Self::Other => "other",
        }
    }
}
