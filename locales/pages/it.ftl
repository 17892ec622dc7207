# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Buone pratiche
practices = { $number ->
        [one] { $number } pratica
       *[other] { $number } pratiche
    }
collections = { $number ->
        [one] { $number } raccolta
       *[other] { $number } raccolte
    }
countries = { $number ->
        [one] { $number } paese
       *[other] { $number } paesi
    }
languages = { $number ->
        [one] { $number } lingua
       *[other] { $number } lingue
    }
overview = Panoramica
practice = Pratica
country = Paese
language = Lingua
collection = Raccolta
by-collection = Per raccolta
by-country = Per paese
by-language = Per lingua
by-year = Per primo anno
not-stated = non indicato
what-is-missing = Che cosa c’è e che cosa manca
present = compilato
missing = richiesto e mancante
absent = assente e non richiesto
field = Campo
filled = Compilati
missing-column = Mancanti
data = Dati
hidden = Qui non si mostrano: { $parts }
hidden-emails = { $number ->
        [one] { $number } indirizzo e-mail
       *[other] { $number } indirizzi e-mail
    }
hidden-phones = { $number ->
        [one] { $number } numero di telefono
       *[other] { $number } numeri di telefono
    }
hidden-people = { $number ->
        [one] { $number } persona
       *[other] { $number } persone
    }

# Fields that no label opens
field-sections = Altre sezioni

# The site
search = Cerca
search-help = Parole del titolo, dell’ente, del luogo o di qualsiasi testo
all = tutte
clear = Togli i filtri
filters = Filtri
nothing-found = Nessuna pratica ha tutto questo.
back = Tutte le pratiche
skip = Vai al contenuto
contents = In questa pagina
charts = In cifre
found = { $number } di { $practices }
more = Mostra altre
