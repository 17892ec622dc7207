//! What each code means, in words: for `scheda explain`, `scheda rules` and docs/rules.md.

use super::Code;

/// A code in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// What it is, in a line.
    pub title: &'static str,
    /// When it is found.
    pub meaning: &'static str,
    /// Why that matters.
    pub reason: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

impl Explanation {
    /// The words for a code.
    pub const fn of(code: Code) -> Self {
        let [title, meaning, reason, remedy] = words(code);
        Self { title, meaning, reason, remedy }
    }
}

/// Title, meaning, reason and remedy.
const fn words(code: Code) -> [&'static str; 4] {
    match code {
        Code::MissingField => [
            "A field that should be there is not",
            "The sheet has no label, or the record no key, for a field that every practice needs or that its form asks for. Without title \
             or description it is an error, and so is what the form requires; the rest is a warning.",
            "Whoever looks for practices cannot find or judge one that does not say what it is, where, for whom and by whom.",
            "Add the label (or key) that the message names, and write the value behind it.",
        ],
        Code::EmptyField => [
            "Nothing is written under a label or behind a key",
            "The label stands in the sheet, or the key in the record, and no value with it.",
            "An empty field may be forgotten or unknown; nobody can tell which.",
            "Write the value. If there is none, delete the key of a record; the label of a form may stay if the field is not asked for.",
        ],
        Code::MalformedEmail => [
            "An e-mail address is none",
            "Where an e-mail address should stand, there is something else: a domain without its ending, a space, `(at)` for `@`.",
            "Nobody can write to it, and programs that send mail refuse it.",
            "Write it as `name@example.org`.",
        ],
        Code::MalformedUrl => [
            "A web address is none",
            "Where an address on the web should stand, there is something else, or `https://` is lacking in a record.",
            "A page that shows the record cannot link to it.",
            "Write it as `https://www.example.org/page`, just as the browser shows it.",
        ],
        Code::MalformedPhone => [
            "A telephone number is none",
            "A number has fewer than three or more than fifteen digits, or letters among its digits. Words before or behind it, such as an \
             extension, do no harm.",
            "Nobody can call it.",
            "Write it with the code of the country: `+39 055 123456`.",
        ],
        Code::MalformedYear => [
            "A year is none",
            "Where the year of foundation should stand, there is something other than four digits. The record keeps the words as they stand.",
            "Practices can only be sorted and counted by years that are years.",
            "Write four digits, such as `2010`; what there is to say beside it belongs in the description.",
        ],
        Code::MalformedDate => [
            "A date is none",
            "Where a date should stand, there is something that is no date in any of the languages. The record keeps the words as they stand.",
            "Practices can only be sorted and compared by dates that are dates.",
            "Write it as `2021-01-29`, `2021-01` or `2021`, as precisely as you know it.",
        ],
        Code::AmbiguousDate => [
            "A date may be one of several",
            "The numbers may be read as two dates: 04/05/2019 is in April or in May, 12.04.19 in one of two centuries.",
            "A guess would be wrong half of the time, so the record keeps the words as they stand.",
            "Write it as `2019-05-04`.",
        ],
        Code::UnreadPeriod => [
            "A period has no start or end that is sure",
            "There are dates under the label of a period, but it is not clear which is the start and which the end, or whether it is one date.",
            "The record would say a duration that nobody has written, so the text is kept apart.",
            "Write a start and an end: `2018-10 – 2020-09`.",
        ],
        Code::EndBeforeStart => [
            "The end lies before the start",
            "Start and end are both dates, and the end is the earlier one, as far as both are precise.",
            "One of the two is wrong, and whatever counts with them is wrong, too.",
            "Correct the one that is wrong; often the two have changed places, or a year has a slip.",
        ],
        Code::FutureDate => [
            "A date cannot have come yet",
            "The date of the information, the year of foundation or the start lies behind the day that `--today` names. Without `--today` the \
             rule is silent, so that the same files give the same findings every day. The end may lie ahead.",
            "Most often a digit of the year is wrong.",
            "Correct the date; a practice that has not begun can be handed in when it has.",
        ],
        Code::TooLong => [
            "A text is longer than the form lets it be",
            "The template sets a limit to the words or characters of this field. Words are counted as a person does, without markup; spaces \
             count as characters.",
            "What does not fit is cut off, or breaks the layout, where the collection is printed.",
            "Shorten the text by what the message says.",
        ],
        Code::TooShort => [
            "A text is shorter than the form wants it",
            "The template asks for a number of words or characters at least. An empty field is another finding.",
            "A text of a few words does not let others do the same.",
            "Say more: who does what, with whom, how often, with which means.",
        ],
        Code::PlaceholderText => [
            "Words keep a place free",
            "The value, one of its lines or words in square brackets say that something is yet to be written: `TBD`, `xxx`, `to be completed`, \
             `lorem ipsum`, an instruction of the form; in any of the languages.",
            "The field looks filled in and is not.",
            "Write the value, or leave the field empty, so that it shows as empty.",
        ],
        Code::LanguageMismatch => [
            "A text is in another language than the record",
            "All the texts are in another language than the record says, or one text of at least thirty words is in another than all the \
             others. The language of the labels does not matter, nor does a summary in another language.",
            "Readers, search and spelling programs rely on the language of a record.",
            "Correct the language of the record, or translate the text.",
        ],
        Code::DuplicateRecord => [
            "A practice stands in the run twice",
            "Two records have the same title and lead organisation, or the same description. A record beside the sheet that it was made of \
             is none, and neither is one in another language.",
            "Practices are counted twice, and corrections reach one of the two.",
            "Keep the better one. If they are two practices, write what tells them apart into the title.",
        ],
        Code::DuplicateId => [
            "Two records have one id",
            "The key `id` of a record has a value that another record of the run has already.",
            "Pages and files are named after the id; one would replace the other.",
            "Give one of them another id, or delete the key: one is made from the title.",
        ],
        Code::PersonalData => [
            "A record says how to reach a person",
            "There is an e-mail address or a telephone number in the record, among the contacts or in a text. The rule is for records that \
             are to be published, and is off until it is switched on.",
            "Contact details of people may only be published with their consent.",
            "Delete them, or write the address of an office in their place.",
        ],
        Code::RepeatedLabel => [
            "A label stands twice",
            "A label whose field has one value stands in a sheet a second time.",
            "Only the first value is in the field; the second is kept apart, where few look.",
            "Put everything under one label.",
        ],
        Code::UnknownLabel => [
            "A label is not known",
            "A label in a sheet belongs to no field: it is misspelt, or the form has a field of its own.",
            "Its text is kept, but under no field, so nobody finds it there.",
            "Write the label as the form has it. For a form with fields of its own, write a template.",
        ],
        Code::LabelInsideLine => [
            "A label stands in the middle of a line",
            "A label of the form stands with its colon inside a line of text, and its field, which the form asks for, has no value.",
            "Only at the beginning of a line does a label surely open its field; this one was read as text of the field before.",
            "If it is meant as a label, begin a new line with it.",
        ],
        Code::UnassignedText => [
            "Text stands under no label",
            "A part of a sheet belongs to no field, and is not in the record.",
            "What is not in the record is lost to its readers.",
            "Put it under the label that it belongs to.",
        ],
        Code::InferredValue => [
            "A value stands under no label",
            "Title or organisation were taken from where they stand, such as a heading, although no label says so.",
            "The place is right most of the time, not always.",
            "Nothing, if the value is right. Else write it under a label of its own.",
        ],
        Code::JoinedAcrossPage => [
            "A text goes on behind the edge of a page",
            "A sentence, list or row breaks off at the end of a page and was joined with what follows on the next.",
            "Where the edge of a page falls between two fields, they may have been joined.",
            "Look at the place once.",
        ],
        Code::DecodedAs => [
            "A file is not UTF-8",
            "The file was written in an older encoding and was read as such.",
            "Files in older encodings look different on every computer.",
            "If accented letters look wrong, save the file as UTF-8.",
        ],
        Code::NotRead => [
            "Parts of a file hold no text",
            "The file has pictures, charts or the like, which were not read.",
            "A value in a picture is not in the record.",
            "If a value stands in one of them, write it as text.",
        ],
        Code::HiddenRead => [
            "Hidden parts of a workbook were read",
            "The workbook has rows, columns or sheets that are hidden; what they hold is in the records all the same.",
            "What is hidden may be outdated, or not meant for others.",
            "Delete from the workbook what should not be read.",
        ],
        Code::PagesWithoutText => [
            "Pages have no text",
            "Pages of a PDF are pictures of paper.",
            "Nothing that stands on them is in the records.",
            "Recognise the text first, with a program such as `ocrmypdf`, or ask for the document that was printed.",
        ],
        Code::BlankTemplate => [
            "A form is blank",
            "There are the labels of a form and no values.",
            "Most often the wrong file was sent.",
            "Send the one that is filled in; of this one nothing was read.",
        ],
        Code::LabelsApart => [
            "Labels and values stand apart",
            "The labels stand together, and the values elsewhere, as when columns of a table are copied one after the other.",
            "Nobody can tell which value belongs to which label, and a wrong value is worse than none.",
            "Write each value behind its label or below it.",
        ],
        Code::LabelsSideBySide => [
            "Labels stand side by side",
            "Several labels stand on one line, with values below them.",
            "Nobody can tell which value belongs to which label, and a wrong value is worse than none.",
            "Write each value behind its label or below it, or make a table of it.",
        ],
        Code::ValuesFirst => [
            "Values stand before their labels",
            "Each value stands above its label.",
            "Labels are read with what follows them, so each would get the value of the next.",
            "Write each value behind its label or below it.",
        ],
        Code::OtherDocument => [
            "A document is of another kind",
            "The first lines say that the document is something else than a sheet: minutes, an invitation, a table of contents.",
            "Labels in such documents mean other things.",
            "Nothing, if it is right. Else write the title of the practice under a label.",
        ],
        Code::DoubtfulSheet => [
            "A document may be no sheet",
            "It has labels of a sheet, but neither a title nor much else that only a good practice has.",
            "Labels such as Location or Contact stand in many documents, and in those they mean other things.",
            "If it is a sheet, give the practice a title and a description under labels of their own. Else leave it out.",
        ],
        Code::BrokenData => [
            "A JSON or YAML file is not valid",
            "From the place on that is named the file breaks the rules of its language: a bracket, quote or comma is lacking.",
            "What stands behind that place is not read.",
            "Mend the place; often a value with a colon in it needs quotes.",
        ],
        Code::UnknownKey => [
            "A key that no record has",
            "A record has a key that its schema does not know.",
            "Its value is not read; most often a known key is misspelt.",
            "Write the key that the message names. What is yours alone goes under `extra`.",
        ],
        Code::RepeatedKey => [
            "A key stands twice",
            "A record has one key twice.",
            "Only the first counts; programs differ in which they take.",
            "Put both values under one key.",
        ],
        Code::WrongType => [
            "A value is of the wrong type",
            "A key asks for a text, number, list or entry, and something else stands there.",
            "The value cannot be kept, or programs that read the record fail.",
            "Write it as the example in the message.",
        ],
        Code::NewerSchema => [
            "A record is of a newer schema",
            "The key `schema` has a higher number than this program knows.",
            "The record may have keys that would be lost.",
            "Get a newer version of this program.",
        ],
        Code::NoSheet => [
            "A file holds no sheet",
            "Nothing in the file looks like a good-practice sheet: no start of a known form, fewer than two known labels.",
            "Nothing was read. It is an error for a file that you named, a warning for one in a folder.",
            "Check that it is the right file. For a form with labels of its own, write a template.",
        ],
    }
}
