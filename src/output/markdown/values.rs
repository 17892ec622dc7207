//! The fields of a record that hold a text or a list.

use crate::practice::{BestPractice, Field};

/// The text of a field of this kind.
pub(super) fn text(record: &BestPractice, field: Field) -> Option<&str> {
    let text = match field {
        Field::Location => &record.location,
        Field::Summary => &record.summary,
        Field::Description => &record.description,
        Field::Context => &record.context,
        Field::Objectives => &record.objectives,
        Field::Activities => &record.activities,
        Field::Method => &record.method,
        Field::Outputs => &record.outputs,
        Field::Dissemination => &record.dissemination,
        Field::Funding => &record.funding,
        Field::Results => &record.results,
        Field::Evaluation => &record.evaluation,
        Field::Sustainability => &record.sustainability,
        Field::Impact => &record.impact,
        Field::Innovation => &record.innovation,
        Field::Transferability => &record.transferability,
        Field::Outlook => &record.outlook,
        Field::Other => &record.other,
        _ => return None,
    };
    text.as_deref()
}

/// The items of a field of this kind.
pub(super) fn list(record: &BestPractice, field: Field) -> &[String] {
    match field {
        Field::Partners => &record.partners,
        Field::Stakeholders => &record.stakeholders,
        Field::Funders => &record.funders,
        Field::Themes => &record.themes,
        Field::Keywords => &record.keywords,
        Field::TargetGroups => &record.target_groups,
        Field::Resources => &record.resources,
        Field::InternalCommunication => &record.internal_communication,
        Field::ExternalCommunication => &record.external_communication,
        Field::SuccessFactors => &record.success_factors,
        Field::Challenges => &record.challenges,
        _ => &[],
    }
}
