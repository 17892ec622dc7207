//! The record's values by field.

use super::{BestPractice, Field};

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
