# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Good practices
practices = { $number ->
        [one] { $number } practice
       *[other] { $number } practices
    }
collections = { $number ->
        [one] { $number } collection
       *[other] { $number } collections
    }
countries = { $number ->
        [one] { $number } country
       *[other] { $number } countries
    }
languages = { $number ->
        [one] { $number } language
       *[other] { $number } languages
    }
overview = Overview
practice = Practice
country = Country
language = Language
collection = Collection
by-collection = By collection
by-country = By country
by-language = By language
by-year = By first year
not-stated = not stated
what-is-missing = What is there and what is missing
present = filled in
missing = asked for and missing
absent = not there, and not asked for
field = Field
filled = Filled in
missing-column = Missing
data = Data
hidden = Not shown here: { $parts }
hidden-emails = { $number ->
        [one] { $number } e-mail address
       *[other] { $number } e-mail addresses
    }
hidden-phones = { $number ->
        [one] { $number } telephone number
       *[other] { $number } telephone numbers
    }
hidden-people = { $number ->
        [one] { $number } person
       *[other] { $number } people
    }

# Fields that no label opens
field-sections = Other sections

# The site
search = Search
search-help = Words of the title, the organisation, the place or any text
all = all
clear = Clear filters
filters = Filters
nothing-found = No practice has all of this.
back = All practices
skip = Skip to the content
contents = On this page
charts = In numbers
found = { $number } of { $practices }
more = Show more
