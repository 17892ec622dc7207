//! The record's values by field.

use super::{BestPractice, Contact, Field, Pointer, Section, Step};

macro_rules! slots {
    ($get:ident $get_mut:ident $type:ty: $($field:ident $slot:ident,)*) => {
        impl BestPractice {
            /// The value of a field of this shape; nothing for other fields.
            pub fn $get(&self, field: Field) -> Option<&$type> {
                Some(match field { $(Field::$field => &self.$slot,)* _ => return None })
            }

            /// The place of a field of this shape; nothing for other fields.
            pub fn $get_mut(&mut self, field: Field) -> Option<&mut $type> {
                Some(match field { $(Field::$field => &mut self.$slot,)* _ => return None })
            }
        }
    };
}

slots! { string string_mut Option<String>:
    Title title, ShortTitle short_title, AsOf as_of, Category category, Start start, End end,
    LeadOrganisation lead_organisation, Agreement agreement, Location location, Summary summary, Description description,
    Context context, Objectives objectives, Activities activities, Method method, Outputs outputs,
    Dissemination dissemination, Funding funding, Results results, Evaluation evaluation, Sustainability sustainability,
    Impact impact, Innovation innovation, Transferability transferability, Outlook outlook, Other other,
}

slots! { list list_mut Vec<String>:
    Partners partners, Stakeholders stakeholders, Funders funders, Themes themes, Keywords keywords,
    TargetGroups target_groups, Resources resources, InternalCommunication internal_communication,
    ExternalCommunication external_communication, SuccessFactors success_factors, Challenges challenges,
}

impl BestPractice {
    /// Whether the text of a joint label covers the field.
    pub fn is_covered(&self, field: Field) -> bool {
        self.covers.values().flatten().any(|covered| covered == field.key())
    }

    /// The text at an address.
    pub fn text_at(&self, pointer: &Pointer) -> Option<&str> {
        match (pointer.field, &pointer.steps[..]) {
            (field, []) => self.string(field)?.as_deref(),
            (Field::Contacts, [Step::Item(at), Step::Key(key)]) => self.contacts.get(*at)?.part(key),
            (Field::Links, [Step::Item(at), Step::Key(key)]) => {
                let link = self.links.get(*at)?;
                if *key == "url" { Some(&link.url) } else { link.label.as_deref() }
            }
            (Field::Sections, steps) => section_text(&self.sections, steps),
            (field, [Step::Item(at)]) => self.list(field)?.get(*at).map(String::as_str),
            _ => None,
        }
    }

    /// Whether a field that a label can open has a value.
    pub fn has(&self, field: Field) -> bool {
        match field {
            Field::Founded => self.founded.is_some(),
            Field::Ongoing => self.ongoing,
            Field::Contacts => !self.contacts.is_empty(),
            Field::Links => !self.links.is_empty(),
            Field::Sections => !self.sections.is_empty(),
            _ => {
                self.string(field).is_some_and(Option::is_some) || self.list(field).is_some_and(|list| !list.is_empty())
            }
        }
    }
}

impl Contact {
    /// A part by its key.
    pub fn part(&self, key: &str) -> Option<&str> {
        let part = match key {
            "name" => &self.name,
            "role" => &self.role,
            "organisation" => &self.organisation,
            "email" => &self.email,
            "phone" => &self.phone,
            "note" => &self.note,
            _ => return None,
        };
        part.as_deref()
    }
}

/// The title or text of a section, or of one inside it.
fn section_text<'s>(sections: &'s [Section], steps: &[Step]) -> Option<&'s str> {
    let (Step::Item(at), rest) = steps.split_first()? else { return None };
    let section = sections.get(*at)?;
    match rest {
        [Step::Key("title")] => section.title.as_deref(),
        [Step::Key("text")] => section.text.as_deref(),
        [Step::Key(_), inner @ ..] => section_text(&section.sections, inner),
        _ => None,
    }
}
