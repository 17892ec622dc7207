# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Καλές πρακτικές
practices = { $number ->
        [one] { $number } πρακτική
       *[other] { $number } πρακτικές
    }
collections = { $number ->
        [one] { $number } συλλογή
       *[other] { $number } συλλογές
    }
countries = { $number ->
        [one] { $number } χώρα
       *[other] { $number } χώρες
    }
languages = { $number ->
        [one] { $number } γλώσσα
       *[other] { $number } γλώσσες
    }
overview = Επισκόπηση
practice = Πρακτική
country = Χώρα
language = Γλώσσα
collection = Συλλογή
by-collection = Ανά συλλογή
by-country = Ανά χώρα
by-language = Ανά γλώσσα
by-year = Ανά πρώτο έτος
not-stated = δεν αναφέρεται
what-is-missing = Τι υπάρχει και τι λείπει
present = συμπληρωμένο
missing = ζητείται και λείπει
absent = δεν υπάρχει και δεν ζητείται
field = Πεδίο
filled = Συμπληρωμένα
missing-column = Λείπουν
data = Δεδομένα
hidden = Δεν εμφανίζονται εδώ: { $parts }
hidden-emails = { $number ->
        [one] { $number } διεύθυνση e-mail
       *[other] { $number } διευθύνσεις e-mail
    }
hidden-phones = { $number ->
        [one] { $number } αριθμός τηλεφώνου
       *[other] { $number } αριθμοί τηλεφώνου
    }
hidden-people = { $number ->
        [one] { $number } άτομο
       *[other] { $number } άτομα
    }

# Fields that no label opens
field-sections = Άλλες ενότητες

# The site
search = Αναζήτηση
search-help = Λέξεις από τον τίτλο, τον φορέα, τον τόπο ή οποιοδήποτε κείμενο
all = όλα
clear = Καθαρισμός φίλτρων
filters = Φίλτρα
nothing-found = Καμία πρακτική δεν τα έχει όλα αυτά.
back = Όλες οι πρακτικές
skip = Μετάβαση στο περιεχόμενο
contents = Σε αυτή τη σελίδα
charts = Σε αριθμούς
found = { $number } από { $practices }
more = Εμφάνιση περισσότερων
