# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Gute Praxis
practices = { $number ->
        [one] { $number } Praxisbeispiel
       *[other] { $number } Praxisbeispiele
    }
collections = { $number ->
        [one] { $number } Sammlung
       *[other] { $number } Sammlungen
    }
countries = { $number ->
        [one] { $number } Land
       *[other] { $number } Länder
    }
languages = { $number ->
        [one] { $number } Sprache
       *[other] { $number } Sprachen
    }
overview = Übersicht
practice = Praxisbeispiel
country = Land
language = Sprache
collection = Sammlung
by-collection = Nach Sammlung
by-country = Nach Land
by-language = Nach Sprache
by-year = Nach erstem Jahr
not-stated = nicht angegeben
what-is-missing = Was da ist und was fehlt
present = ausgefüllt
missing = verlangt und fehlt
absent = nicht da und nicht verlangt
field = Feld
filled = Ausgefüllt
missing-column = Fehlend
data = Daten
hidden = Hier nicht gezeigt: { $parts }
hidden-emails = { $number ->
        [one] { $number } E-Mail-Adresse
       *[other] { $number } E-Mail-Adressen
    }
hidden-phones = { $number ->
        [one] { $number } Telefonnummer
       *[other] { $number } Telefonnummern
    }
hidden-people = { $number ->
        [one] { $number } Person
       *[other] { $number } Personen
    }

# Fields that no label opens
field-sections = Weitere Abschnitte

# The site
search = Suchen
search-help = Wörter aus Titel, Einrichtung, Ort oder einem Text
all = alle
clear = Filter löschen
filters = Filter
nothing-found = Kein Praxisbeispiel hat all das.
back = Alle Praxisbeispiele
skip = Zum Inhalt springen
contents = Auf dieser Seite
charts = In Zahlen
found = { $number } von { $practices }
more = Mehr anzeigen
