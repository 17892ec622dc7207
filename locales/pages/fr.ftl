# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Bonnes pratiques
practices = { $number ->
        [one] { $number } pratique
       *[other] { $number } pratiques
    }
collections = { $number ->
        [one] { $number } recueil
       *[other] { $number } recueils
    }
countries = { $number ->
        [one] { $number } pays
       *[other] { $number } pays
    }
languages = { $number ->
        [one] { $number } langue
       *[other] { $number } langues
    }
overview = Vue d’ensemble
practice = Pratique
country = Pays
language = Langue
collection = Recueil
by-collection = Par recueil
by-country = Par pays
by-language = Par langue
by-year = Par première année
not-stated = non précisé
what-is-missing = Ce qui est là et ce qui manque
present = rempli
missing = demandé et absent
absent = absent et non demandé
field = Champ
filled = Remplis
missing-column = Absents
data = Données
hidden = Non montrés ici : { $parts }
hidden-emails = { $number ->
        [one] { $number } adresse électronique
       *[other] { $number } adresses électroniques
    }
hidden-phones = { $number ->
        [one] { $number } numéro de téléphone
       *[other] { $number } numéros de téléphone
    }
hidden-people = { $number ->
        [one] { $number } personne
       *[other] { $number } personnes
    }

# Fields that no label opens
field-sections = Autres sections

# The site
search = Rechercher
search-help = Mots du titre, de l’organisme, du lieu ou de tout texte
all = toutes
clear = Effacer les filtres
filters = Filtres
nothing-found = Aucune pratique n’a tout cela.
back = Toutes les pratiques
skip = Aller au contenu
contents = Sur cette page
charts = En chiffres
found = { $number } sur { $practices }
more = Afficher plus
