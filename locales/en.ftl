### What scheda tells people, in English.
###
### A message is a sentence about a finding under its code, with `.help` (what to do; empty where there is nothing to be done) and `.related`
### (what stands at the second place). `{ $label }` is the label as the sheet writes it, in quotes; `{ $key }` and `{ $name }` are the key
### of a record; `{ $named }` is the label, or else the field by its name. Lines that go on are indented; a line end is read as a space.

## Pieces of sentences

quoted = “{ $text }”
the-field = the { $field }
and-more = { $list } and { $number } more
see-also = see also here
asked-for-by = asked for by { $place }

severity-error = error
severity-warning = warning
severity-info = info
severity-help = help
severity-note = note

## What is missing or empty

missing-field = this { $subject ->
        [record] record
       *[sheet] sheet
    } has no { $field }
    .help = { $write ->
        [key] add the key `{ $key }:` to the record, with the { $field } behind it
        [label] add { $wanted } to the sheet and write the { $field } there
       *[nothing] add the { $field } to the sheet
    }{ $demand ->
        [required] ; a record is not valid without
       *[other] { "" }
    }

missing-key = { $labelled ->
        [yes] { $name }
       *[no] this record
    } lacks the key { $quoted }
    .help = { $version ->
        [0] add a line `{ $key }: …` to it
       *[other] add the line `{ $key }: { $version }` to it
    }

empty-field = nothing is written under { $named }
    .help = write the { $field } there{ $demand ->
        [required] ; a record is not valid without
        [optional] { $subject ->
            [record] , or delete the key
           *[sheet] , or delete the label
        }
       *[other] { "" }
    }

## Values

malformed-email = { $value } is not an e-mail address
    .help = write it as name@example.org

malformed-url = { $value } is not a web address
    .help = write it as https://www.example.org/page

malformed-phone = { $value } is not a telephone number
    .help = write it as +39 055 123456

malformed-year = { $value } is not a year
    .help = write four digits, such as 2017; until then the record keeps the text as it stands

malformed-date = { $value } is not a date
    .help = write it as 2021-01-29, 2021-01 or { $subject ->
            [record] "2021" (a year alone stands in quotes)
           *[other] 2021
        }; until then the record keeps the text as it stands

ambiguous-date = { $value } may be more than one date
    .help = write it as 2021-01-29, with all four digits of the year; until then the record keeps the text as it stands

unread-period = { $value } names no start or end that is sure
    .help = write a start and an end, such as 2018-10 – 2020-09; until then the text is kept apart under its label

end-before-start = the end, { $end }, lies before the start, { $start }
    .help = correct the one that is wrong; maybe they are in each other’s place
    .related = starts here

future-date = { $date } has not come yet: today is { $today }
    .help = correct the date, or hand the sheet in when it has come

words = { $number ->
        [one] { $number } word
       *[other] { $number } words
    }
characters = { $number ->
        [one] { $number } character
       *[other] { $number } characters
    }

too-long = { $named } has { $found }, and may have { $most } at most
    .help = shorten it by { $less }

too-short = { $named } has { $found }, and should have { $least } at least
    .help = add { $more } or more

placeholder-text = { $value } keeps a place free and says nothing
    .help = write the value there, or { $subject ->
        [record] delete the key
       *[sheet] leave it empty
    }

language-mismatch = { $all ->
        [yes] the record says that its language is { $expected }, and its texts are in { $found }
       *[no] this text is in the language { $found }, and the others are in { $expected }
    }
    .help = { $all ->
        [yes] if the texts are right, write { $found }
       *[no] translate it into { $expected }
    }

duplicate-record = { $same ->
        [description] this practice has the description of another, word for word
       *[title] this practice has the title and the lead organisation of another
    }
    .help = keep the better of the two, or write what tells them apart
    .related = first here

duplicate-id = the id { $value } belongs to another record already
    .help = give one of the two another id
    .related = first here

personal-data = { $what ->
        [email] { $value } is an e-mail address
       *[phone] { $value } is a telephone number
    }
    .help = delete it, if the record is to be published

## Labels

repeated-label = { $named } stands in this sheet more than once
    .help = put everything about it under one { $named }
    .related = first here

unknown-label = { $labelled ->
        [yes] { $label }
       *[no] this
    } is not a known label
    .help = { $near ->
        [yes] if { $nearest } is meant, write it so
       *[no] use one of the labels of the form
    }; as it stands, its text is { $kept ->
        [apart] kept apart from the known fields
       *[field] part of the { $field }
    }

label-inside-line = { $named } stands in the middle of a line, so what follows was read as part of the { $kept }
    .help = if it is meant as a label, begin a new line with it

unassigned-text = this text stands under no label, so it is not in the record
    .help = put it under the label that it belongs to

inferred-value = { $value } was taken as the { $field }, although no label says so
    .help = if it is wrong, write the { $field } under a label of its own

joined-across-page = this text was joined with its continuation on the next page
    .help = { "" }
    .related = goes on here

## Files

decoded-as = this file is not UTF-8 and was read as { $encoding }
    .help = if accented letters look wrong, save the file as UTF-8

not-read = not read, because it is no text: { $parts }
    .help = if a value stands in it, write it as text

unread-picture = { $number ->
        [one] { $number } picture
       *[other] { $number } pictures
    }
unread-chart = { $number ->
        [one] { $number } chart
       *[other] { $number } charts
    }
unread-object = { $number ->
        [one] { $number } embedded object
       *[other] { $number } embedded objects
    }
unread-hidden-text = { $number ->
        [one] { $number } hidden stretch of text
       *[other] { $number } hidden stretches of text
    }
unread-placeholder = { $number ->
        [one] { $number } field that shows what to fill in
       *[other] { $number } fields that show what to fill in
    }

hidden-read = read, although it is hidden: { $parts }
    .help = if it should not be read, delete it from the file

hidden-sheet = the sheet { $sheet }
hidden-rows = { $number ->
        [one] { $number } row
       *[other] { $number } rows
    } of the sheet { $sheet }
hidden-columns = { $number ->
        [one] { $number } column
       *[other] { $number } columns
    } of the sheet { $sheet }

pages-without-text = { $number ->
        [one] page { $pages } has no text, as if it were scanned
       *[other] pages { $pages } have no text, as if they were scanned
    }
    .help = recognise the text first (OCR, such as ocrmypdf), or ask for the document that was printed

## Documents that are not read as sheets

blank-template = this form is blank: no label has a value
    .help = write something under the labels; nothing was read

labels-apart = the labels stand together and the values elsewhere, so nobody can tell which is whose
    .help = write each value behind its label or below it; nothing was read, because a wrong value is worse than none

labels-side-by-side = labels stand side by side, so nobody can tell which value below is whose
    .help = write each value behind its label or below it; nothing was read, because a wrong value is worse than none

values-first = each value stands before its label, so that labels and values do not go together
    .help = write each value behind its label or below it; nothing was read, because a wrong value is worse than none

other-document = { $sign ->
        [foreign-labels] this label and others are those of { $kind ->
                [assessment] an assessment
                [survey] a questionnaire
                [guidance] advice on a form
                [call] a call or tender
                [vacancy] a job offer or curriculum vitae
                [course] a course or event
                [lesson] a lesson plan
                [minutes] minutes or an agenda
                [search] a page to search or sign in
                [statistics] statistics
                [product] an offer of goods or services
                [publication] a publication
                [organisation] a page about an organisation
                [news] news or a press release
                [law] a law or legal notice
                [plan] a plan of actions or risks
                [contents] a table of contents or part of a report
                [partner-search] a search for partners
               *[other] a document of another kind
            }, not of a good-practice sheet
        [conversation] this is a conversation and no good-practice sheet: who speaks stands before each line
        [timetable] this is a programme and no good-practice sheet: its lines begin with times of the day
        [running-text] this is a running text and no good-practice sheet: sentences go on behind what looks like labels
        [glossary] this is a glossary and no good-practice sheet: its words stand in the order of the alphabet
        [scores] this assesses or counts practices and is no good-practice sheet: scores or counts stand beside the labels or below them
        [listing] this has a few words of each of several practices, and is no sheet of one
        [appeal] this asks people to apply, to register or to come by a date, and is no good-practice sheet
        [guidance] this says what to write behind each label, and is no good-practice sheet
       *[named] this line says that the document is no good-practice sheet
    }
    .help = if it is one, write its title under a label; nothing was read

doubtful-sheet = no label here names the practice, and too few tell of it to be sure that this is a good-practice sheet
    .help = if it is one, write its title under a label; else what was read means something else

no-sheet = no good-practice sheet found in this file
    .help = { $number ->
        [0] { "" }
       *[other] looked for { $wordings }
    }

## Records

broken-data = this is not valid { $language }: { $what }
    .help = mend it; { $read ->
        [yes] until then it is read as plain text
       *[no] what stands behind this place, in this line or document, was not read
    }

# What is wrong with YAML or JSON. What the reader of YAML finds itself, it says in English.
broken-no-value = the text ends where a value should stand
broken-no-key = a key in double quotes should stand here
broken-no-colon = a colon should stand between a key and its value
broken-no-comma = a comma or { $bracket } should stand here
broken-no-end = the text ends before its last bracket is closed
broken-open-quote = this quote is not closed on its line
broken-no-start = a text in double quotes, a number or a bracket should stand here
broken-key = a key should be words, and no list or object
broken-colon = a value with a colon and a space in it must stand in quotes
broken-depth = lists or objects stand more than { $most } levels inside each other
broken-long-key = a key with a colon should stand here; it may have { $most } characters, on one line
broken-tab = a tab stands where a line should begin with spaces
broken-full = more than { $most } values stand in it; split it into smaller files

unknown-key = a record has no key { $labelled ->
        [yes] { $label }
       *[no] of this name
    }
    .help = { $near ->
        [yes] if { $nearest } is meant, write it so; what is yours alone goes under `extra`
       *[no] what is yours alone goes under `extra`
    }

repeated-key = { $labelled ->
        [yes] the key { $label }
       *[no] this key
    } stands here a second time
    .help = put both values under one key; until then the first counts
    .related = first here

wrong-type = { $labelled ->
        [yes] { $name }
       *[no] this
    } should be { $expected ->
        [number] a number
        [positive] a whole number from 1 on
        [year] a year
        [flag] `true`, or not there
        [list] a list
        [objects] a list of entries with keys
        [object] an entry with keys
        [slug] small letters, digits and hyphens
        [language] the two letters of a language
        [country] the two capital letters of a country
        [lines] the number of a line, or two with a hyphen
        [something] filled in, or not there
        [no-alias] written out
        [less-depth] at most { $most } levels deep
       *[text] a text
    }, and is { $found ->
        [nothing] empty
        [number] the number { $words }
        [flag] the word { $words } without quotes
        [list] a list
        [object] an entry with keys
       *[text] the text { $quoted }
    }
    .help = { $example ->
        [quotes] put it in quotes: "{ $words }"
        [number] write digits without quotes, such as 1
        [positive] write digits without quotes, such as 1
        [year] write four digits without quotes, such as 2017
        [flag] write true without quotes, or delete the line
        [list] write one item a line, with a hyphen and a space before each
        [objects] write each entry as `- { $first }: …`
        [object] write `{ $first }: …` below it, indented by two spaces
        [slug] write it as shared-gardens, or delete the line
        [language] write it as in ISO 639-1, such as it or en
        [country] write it as in ISO 3166-1, such as IT
        [lines] write it in quotes, such as "12-14"
        [something] write something there, or delete it
        [no-alias] write the value itself in place of its name
        [less-depth] take the innermost parts out; they were not read
       *[text] write it as "some words"
    }

newer-schema = this record is of version { $version } of the schema, and this program knows versions up to { $known }
    .help = get a newer version of this program; nothing was read

## Places in files of office programs

place-paragraph = paragraph { $number }
place-cell = table { $table }, row { $row }, cell { $cell }
place-sheet-cell = sheet { $sheet }, cell { $cell }
place-field = row { $row }, column { $column }
place-line = page { $page }, line { $line }
place-header = page header
place-footer = page footer
place-comment = comment { $number }

## Fields

field-schema = schema
field-id = id
field-title = title
field-short-title = short title
field-language = language
field-as-of = date of the information
field-category = category
field-founded = year of foundation
field-start = start date
field-end = end date
field-ongoing = ongoing
field-lead-organisation = lead organisation
field-partners = partners
field-stakeholders = stakeholders
field-funders = funders
field-agreement = agreement
field-location = location
field-themes = themes
field-keywords = keywords
field-target-groups = target groups
field-summary = summary
field-description = description
field-context = context
field-objectives = objectives
field-activities = activities
field-method = method
field-outputs = outputs
field-dissemination = dissemination
field-resources = resources
field-funding = funding
field-internal-communication = internal communication
field-external-communication = external communication
field-results = results
field-success-factors = success factors
field-challenges = challenges
field-evaluation = evaluation
field-sustainability = sustainability
field-impact = impact
field-innovation = innovation
field-transferability = transferability
field-outlook = outlook
field-covers = covers
field-contacts = contacts
field-links = links
field-other = other information
field-sections = sections
field-unmapped = unmapped
field-identifiers = identifiers
field-collection = collection
field-extra = extra
field-source = source
field-derived = derived
field-provenance = provenance

## What a run has done

sheets = { $number ->
        [one] { $number } sheet
       *[other] { $number } sheets
    }
records = { $number ->
        [one] { $number } record
       *[other] { $number } records
    }
files = { $number ->
        [one] { $number } file
       *[other] { $number } files
    }
errors = { $number ->
        [one] { $number } error
       *[other] { $number } errors
    }
warnings = { $number ->
        [one] { $number } warning
       *[other] { $number } warnings
    }
remarks = { $number ->
        [one] { $number } remark
       *[other] { $number } remarks
    }
read-in = { $read } in { $files }
nothing-to-report = nothing to report

validated = { $read }: { $found }{ $hint ->
        [yes] { " " }(--info shows them)
       *[no] { "" }
    }{ $unread ->
        [0] { "" }
        [one] ; { $unread } path not read
       *[other] ; { $unread } paths not read
    }
converted = { $records } from { $files }{ $faulty ->
        [0] { "" }
       *[other] , { $faulty } of them with errors
    }; { $found }{ $hint ->
        [yes] { " " }(`scheda validate --info` shows them)
       *[no] { "" }
    }
refused = { $number ->
        [one] { $number } record
       *[other] { $number } records
    } with errors not written, as --strict asks
round-trip = { $records }: { $same } the same, { $other } not
practices = { $number ->
        [one] { $number } practice
       *[other] { $number } practices
    }
catalogued = { $practices } in the catalogue
no-pages-removed = no page of an earlier run was removed, since not everything could be read
removed-pages = { $number ->
        [one] { $number } page of an earlier run removed
       *[other] { $number } pages of an earlier run removed
    }
hidden = not shown: { $parts }
without-sheet = { $number ->
        [one] { $number } file
       *[other] { $number } files
    } without a sheet: { $names }
unread = { $number ->
        [one] { $number } path
       *[other] { $number } paths
    } could not be read
left-alone = { $number ->
        [one] { $number } file is
       *[other] { $number } files are
    } the same as the last time: left alone
passed-over = { $number ->
        [one] { $number } data file
       *[other] { $number } data files
    } without a sheet passed over
not-read-yet = { $kinds }: not read yet
ignored = { $number ->
        [one] { $number } finding
       *[other] { $number } findings
    } ignored as scheda.yaml asks
nothing-to-ignore = nothing to ignore for { $entries }
known-from = { $number ->
        [one] { $number } finding
       *[other] { $number } findings
    } known from { $file }
taken-down = { $number ->
        [one] { $number } finding
       *[other] { $number } findings
    } taken down in { $file }
no-longer-there = no longer there: { $finding }
write-baseline-anew = write the baseline anew with --write-baseline, so that they do not come back unseen

empty-folder = no good-practice sheet in the folder { $folder }: { $why ->
        [unread] none of its files could be read
        [no-file] it has no file that is read (.txt, .md, .html, .json, .yaml, .docx, .odt, .xlsx, .ods, .csv, .pdf, .zip, .eml and others)
       *[no-sheet] { $number ->
            [one] its one document holds none
           *[other] none of its { $number } documents holds one
        }
    }

the-whole-file = the file as a whole

## The summary on GitHub

github-where = Where
github-what = What
github-help = What to do
github-rest = { $number ->
        [one] { $number } more finding is in the summary of the job
       *[other] { $number } more findings are in the summary of the job
    }
github-unshown = { $number ->
        [one] { $number } more finding is not shown here
       *[other] { $number } more findings are not shown here
    }
github-no-room = { $number ->
        [one] { $number } more finding finds no room here.
       *[other] { $number } more findings find no room here.
    }

## scheda fix

fixed = { $number ->
        [one] { $number } YAML file
       *[other] { $number } YAML files
    }, { $changed } { $done ->
        [yes] repaired
       *[no] to repair
    }
repair-key = { $number ->
        [one] { $number } misspelt key
       *[other] { $number } misspelt keys
    }
repair-type = { $number ->
        [one] { $number } value of another type
       *[other] { $number } values of another type
    }
repair-date = { $number ->
        [one] { $number } date
       *[other] { $number } dates
    }
repair-url = { $number ->
        [one] { $number } web address
       *[other] { $number } web addresses
    }
repair-email = { $number ->
        [one] { $number } e-mail address
       *[other] { $number } e-mail addresses
    }
repair-space = { $number ->
        [one] { $number } white space
       *[other] { $number } white spaces
    }
repair-order = { $number ->
        [one] { $number } order of keys
       *[other] { $number } orders of keys
    }

## scheda rules and scheda explain

rules-code = code
rules-severity = severity
rules-on = on
rules-title = what it finds
switched-on = on
switched-off = off
explained = Severity: { $severity }; { $on ->
        [yes] on by default
       *[no] off by default
    }.
explained-reason = Why it matters:
explained-remedy = What to do:
explained-bad = Wrong:
explained-good = Right:
explained-today = (with `--today { $today }`)
explained-file = the file `{ $name }`

## Records held against their sheets

verify-same = same: { $name } { $title }
verify-value = { $edited ->
        [yes] edited by hand: { $value }
       *[no] differs from the sheet: { $value }
    }
verify-record = record: { $value }
verify-sheet = sheet:  { $value } ({ $place })
verify-nothing = nothing
verify-see = see { $place }
verify-item-moved = moved in { $list }: this item is number { $record }, in the sheet number { $sheet }
verify-source-changed = the sheet was changed after the record was made of it
verify-moved = the sheet was moved from { $from } to { $to }
verify-misplaced = { $value } was on line { $from } of the file, and is on line { $to }
verify-sheet-gone = the sheet is gone: { $from }
verify-no-sheet = no sheet for this record: it names no file, and no sheet has its title or id
verify-spot = sheet { $sheet } of { $file }, lines { $lines }{ $bytes ->
        [yes] , byte { $byte }
       *[no] { "" }
    }
verified = { $records }: { $same } as in the sheets, { $drifted } not{ $without ->
        [0] { "" }
        [one] ; { $without } sheet has no record
       *[other] ; { $without } sheets have no record
    }

## Rules: what a code means

rule-missing-field = A field that should be there is not
    .meaning = The sheet has no label, or the record no key, for a field that every practice needs or that its form asks for. Without
        title or description it is an error, and so is what the form requires; the rest is a warning.
    .reason = Whoever looks for practices cannot find or judge one that does not say what it is, where, for whom and by whom.
    .remedy = Add the label (or key) that the message names, and write the value behind it.

rule-empty-field = Nothing is written under a label or behind a key
    .meaning = The label stands in the sheet, or the key in the record, and no value with it.
    .reason = An empty field may be forgotten or unknown; nobody can tell which.
    .remedy = Write the value. If there is none, delete the key of a record; the label of a form may stay if the field is not asked
        for.

rule-malformed-email = An e-mail address is none
    .meaning = Where an e-mail address should stand, there is something else: a domain without its ending, a space, `(at)` for `@`.
    .reason = Nobody can write to it, and programs that send mail refuse it.
    .remedy = Write it as `name@example.org`.

rule-malformed-url = A web address is none
    .meaning = Where an address on the web should stand, there is something else, or `https://` is lacking in a record.
    .reason = A page that shows the record cannot link to it.
    .remedy = Write it as `https://www.example.org/page`, just as the browser shows it.

rule-malformed-phone = A telephone number is none
    .meaning = A number has fewer than three or more than fifteen digits, or letters among its digits. Words before or behind it, such
        as an extension, do no harm.
    .reason = Nobody can call it.
    .remedy = Write it with the code of the country: `+39 055 123456`.

rule-malformed-year = A year is none
    .meaning = Where the year of foundation should stand, there is something other than four digits. The record keeps the words as
        they stand.
    .reason = Practices can only be sorted and counted by years that are years.
    .remedy = Write four digits, such as `2010`; what there is to say beside it belongs in the description.

rule-malformed-date = A date is none
    .meaning = Where a date should stand, there is something that is no date in any of the languages. The record keeps the words as
        they stand.
    .reason = Practices can only be sorted and compared by dates that are dates.
    .remedy = Write it as `2021-01-29`, `2021-01` or `2021`, as precisely as you know it.

rule-ambiguous-date = A date may be one of several
    .meaning = The numbers may be read as two dates: 04/05/2019 is in April or in May, 12.04.19 in one of two centuries.
    .reason = A guess would be wrong half of the time, so the record keeps the words as they stand.
    .remedy = Write it as `2019-05-04`.

rule-unread-period = A period has no start or end that is sure
    .meaning = There are dates under the label of a period, but it is not clear which is the start and which the end, or whether it is
        one date.
    .reason = The record would say a duration that nobody has written, so the text is kept apart.
    .remedy = Write a start and an end: `2018-10 – 2020-09`.

rule-end-before-start = The end lies before the start
    .meaning = Start and end are both dates, and the end is the earlier one, as far as both are precise.
    .reason = One of the two is wrong, and whatever counts with them is wrong, too.
    .remedy = Correct the one that is wrong; often the two have changed places, or a year has a slip.

rule-future-date = A date cannot have come yet
    .meaning = The date of the information, the year of foundation or the start lies behind the day that `--today` names. Without
        `--today` the rule is silent, so that the same files give the same findings every day. The end may lie ahead.
    .reason = Most often a digit of the year is wrong.
    .remedy = Correct the date; a practice that has not begun can be handed in when it has.

rule-too-long = A text is longer than the form lets it be
    .meaning = The template sets a limit to the words or characters of this field. Words are counted as a person does, without markup;
        spaces count as characters.
    .reason = What does not fit is cut off, or breaks the layout, where the collection is printed.
    .remedy = Shorten the text by what the message says.

rule-too-short = A text is shorter than the form wants it
    .meaning = The template asks for a number of words or characters at least. An empty field is another finding.
    .reason = A text of a few words does not let others do the same.
    .remedy = Say more: who does what, with whom, how often, with which means.

rule-placeholder-text = Words keep a place free
    .meaning = The value, one of its lines or words in square brackets say that something is yet to be written: `TBD`, `xxx`, `to be
        completed`, `lorem ipsum`, an instruction of the form; in any of the languages.
    .reason = The field looks filled in and is not.
    .remedy = Write the value, or leave the field empty, so that it shows as empty.

rule-language-mismatch = A text is in another language than the record
    .meaning = All the texts are in another language than the record says, or one text of at least thirty words is in another than all
        the others. The language of the labels does not matter, nor does a summary in another language.
    .reason = Readers, search and spelling programs rely on the language of a record.
    .remedy = Correct the language of the record, or translate the text.

rule-duplicate-record = A practice stands in the run twice
    .meaning = Two records have the same title and lead organisation, or the same description. A record beside the sheet that it was
        made of is none, and neither is one in another language.
    .reason = Practices are counted twice, and corrections reach one of the two.
    .remedy = Keep the better one. If they are two practices, write what tells them apart into the title.

rule-duplicate-id = Two records have one id
    .meaning = The key `id` of a record has a value that another record of the run has already.
    .reason = Pages and files are named after the id; one would replace the other.
    .remedy = Give one of them another id, or delete the key: one is made from the title.

rule-personal-data = A record says how to reach a person
    .meaning = There is an e-mail address or a telephone number in the record, among the contacts or in a text. The rule is for
        records that are to be published, and is off until it is switched on.
    .reason = Contact details of people may only be published with their consent.
    .remedy = Delete them, or write the address of an office in their place.

rule-repeated-label = A label stands twice
    .meaning = A label whose field has one value stands in a sheet a second time.
    .reason = Only the first value is in the field; the second is kept apart, where few look.
    .remedy = Put everything under one label.

rule-unknown-label = A label is not known
    .meaning = A label in a sheet belongs to no field: it is misspelt, or the form has a field of its own.
    .reason = Its text is kept, but under no field, so nobody finds it there.
    .remedy = Write the label as the form has it. For a form with fields of its own, write a template.

rule-label-inside-line = A label stands in the middle of a line
    .meaning = A label of the form stands with its colon inside a line of text, and its field, which the form asks for, has no value.
    .reason = Only at the beginning of a line does a label surely open its field; this one was read as text of the field before.
    .remedy = If it is meant as a label, begin a new line with it.

rule-unassigned-text = Text stands under no label
    .meaning = A part of a sheet belongs to no field, and is not in the record.
    .reason = What is not in the record is lost to its readers.
    .remedy = Put it under the label that it belongs to.

rule-inferred-value = A value stands under no label
    .meaning = Title or organisation were taken from where they stand, such as a heading, although no label says so.
    .reason = The place is right most of the time, not always.
    .remedy = Nothing, if the value is right. Else write it under a label of its own.

rule-joined-across-page = A text goes on behind the edge of a page
    .meaning = A sentence, list or row breaks off at the end of a page and was joined with what follows on the next.
    .reason = Where the edge of a page falls between two fields, they may have been joined.
    .remedy = Look at the place once.

rule-decoded-as = A file is not UTF-8
    .meaning = The file was written in an older encoding and was read as such.
    .reason = Files in older encodings look different on every computer.
    .remedy = If accented letters look wrong, save the file as UTF-8.

rule-not-read = Parts of a file hold no text
    .meaning = The file has pictures, charts or the like, which were not read.
    .reason = A value in a picture is not in the record.
    .remedy = If a value stands in one of them, write it as text.

rule-hidden-read = Hidden parts of a workbook were read
    .meaning = The workbook has rows, columns or sheets that are hidden; what they hold is in the records all the same.
    .reason = What is hidden may be outdated, or not meant for others.
    .remedy = Delete from the workbook what should not be read.

rule-pages-without-text = Pages have no text
    .meaning = Pages of a PDF are pictures of paper.
    .reason = Nothing that stands on them is in the records.
    .remedy = Recognise the text first, with a program such as `ocrmypdf`, or ask for the document that was printed.

rule-blank-template = A form is blank
    .meaning = There are the labels of a form and no values.
    .reason = Most often the wrong file was sent.
    .remedy = Send the one that is filled in; of this one nothing was read.

rule-labels-apart = Labels and values stand apart
    .meaning = The labels stand together, and the values elsewhere, as when columns of a table are copied one after the other.
    .reason = Nobody can tell which value belongs to which label, and a wrong value is worse than none.
    .remedy = Write each value behind its label or below it.

rule-labels-side-by-side = Labels stand side by side
    .meaning = Several labels stand on one line, with values below them.
    .reason = Nobody can tell which value belongs to which label, and a wrong value is worse than none.
    .remedy = Write each value behind its label or below it, or make a table of it.

rule-values-first = Values stand before their labels
    .meaning = Each value stands above its label.
    .reason = Labels are read with what follows them, so each would get the value of the next.
    .remedy = Write each value behind its label or below it.

rule-other-document = A document is of another kind
    .meaning = The first lines say that the document is something else than a sheet: minutes, an invitation, a table of contents.
    .reason = Labels in such documents mean other things.
    .remedy = Nothing, if it is right. Else write the title of the practice under a label.

rule-doubtful-sheet = A document may be no sheet
    .meaning = It has labels of a sheet, but neither a title nor much else that only a good practice has.
    .reason = Labels such as Location or Contact stand in many documents, and in those they mean other things.
    .remedy = If it is a sheet, give the practice a title and a description under labels of their own. Else leave it out.

rule-broken-data = A JSON or YAML file is not valid
    .meaning = From the place on that is named the file breaks the rules of its language: a bracket, quote or comma is lacking.
    .reason = What stands behind that place is not read; another line of NDJSON or another document of a YAML stream is.
    .remedy = Mend the place; often a value with a colon in it needs quotes.

rule-unknown-key = A key that no record has
    .meaning = A record has a key that its schema does not know.
    .reason = Its value is not read; most often a known key is misspelt.
    .remedy = Write the key that the message names. What is yours alone goes under `extra`.

rule-repeated-key = A key stands twice
    .meaning = A record has one key twice.
    .reason = Only the first counts; programs differ in which they take.
    .remedy = Put both values under one key.

rule-wrong-type = A value is of the wrong type
    .meaning = A key asks for a text, number, list or entry, and something else stands there.
    .reason = The value cannot be kept, or programs that read the record fail.
    .remedy = Write it as the example in the message.

rule-newer-schema = A record is of a newer schema
    .meaning = The key `schema` has a higher number than this program knows.
    .reason = The record may have keys that would be lost.
    .remedy = Get a newer version of this program.

rule-no-sheet = A file holds no sheet
    .meaning = Nothing in the file looks like a good-practice sheet: no start of a known form, fewer than two known labels.
    .reason = Nothing was read. It is an error for a file that you named, a warning for one in a folder.
    .remedy = Check that it is the right file. For a form with labels of its own, write a template.

## The page of a review (`scheda inspect --html`)

review-title = Review of { $file }
review-bytes = { $number ->
        [one] { $number } byte
       *[other] { $number } bytes
    }
review-source = Source
review-record = What was read
review-skip = Skip to what was read
review-help = Choose a value to see where it was read, or a coloured stretch of the source to see which value it gave. With the keyboard: Tab and Enter; Enter once more goes to the other side, Esc clears the choice.
review-legend = Where everything went
review-class = what it is
review-size = bytes
review-share = percent
review-unassigned = Text of a sheet that reached no field
review-all-assigned = All text of the sheets reached a field.
review-about-file = About the file as a whole
review-sheet = Sheet { $number }
review-read-by = { $place }, template { $template }
review-findings = Findings
review-made = Not read, but noted by scheda
review-pattern = by a pattern
review-inferred = inferred
review-constant = known by the template
review-lines = { $number ->
        [one] line { $lines }
       *[other] lines { $lines }
    }
review-written = { $file }: the review of { $read } was written

class-value = value, in the colour of its field
class-label = label, underlined in the colour of its field
class-heading = heading
class-furniture = page header or footer
class-boilerplate = disclaimer or licence
class-markup = markup
class-blank = white space
class-outside = outside the sheets
class-unassigned = in no field

part-name = name
part-role = role
part-organisation = organisation
part-email = e-mail
part-phone = telephone
part-note = note
part-label = label
part-url = address
part-title = title
part-text = text
part-sections = section
part-lines = lines
part-scheme = kind of number
part-value = number
part-code = code
part-programme = programme
part-licence = licence
part-countries = country
part-years = years
part-from = from
part-to = to
part-file = file
part-sheet = sheet
part-place = place
part-template = template
