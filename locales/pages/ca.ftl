# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Bones pràctiques
practices = { $number ->
        [one] { $number } pràctica
       *[other] { $number } pràctiques
    }
collections = { $number ->
        [one] { $number } recull
       *[other] { $number } reculls
    }
countries = { $number ->
        [one] { $number } país
       *[other] { $number } països
    }
languages = { $number ->
        [one] { $number } llengua
       *[other] { $number } llengües
    }
overview = Visió general
practice = Pràctica
country = País
language = Llengua
collection = Recull
by-collection = Per recull
by-country = Per país
by-language = Per llengua
by-year = Per primer any
not-stated = no indicat
what-is-missing = Què hi ha i què falta
present = omplert
missing = demanat i absent
absent = absent i no demanat
field = Camp
filled = Omplerts
missing-column = Absents
data = Dades
hidden = Aquí no es mostren: { $parts }
hidden-emails = { $number ->
        [one] { $number } adreça electrònica
       *[other] { $number } adreces electròniques
    }
hidden-phones = { $number ->
        [one] { $number } número de telèfon
       *[other] { $number } números de telèfon
    }
hidden-people = { $number ->
        [one] { $number } persona
       *[other] { $number } persones
    }

# Fields that no label opens
field-sections = Altres seccions

# The site
search = Cerca
search-help = Paraules del títol, l’entitat, el lloc o qualsevol text
all = totes
clear = Treure els filtres
filters = Filtres
nothing-found = Cap pràctica té tot això.
back = Totes les pràctiques
skip = Vés al contingut
contents = En aquesta pàgina
charts = En xifres
found = { $number } de { $practices }
more = Mostra’n més
