### Quello che scheda dice alle persone, in italiano. Come sono fatti i messaggi è spiegato in en.ftl.
###
### Forma impersonale («scrivere», «manca»); i nomi dei campi stanno tra virgolette o dopo i due punti, senza articolo. Sheet è «scheda», label «voce», form
### «modulo», record «record», key «chiave», finding «segnalazione».

## Pieces of sentences

quoted = «{ $text }»
the-field = la voce «{ $field }»
and-more = { $list } e altri { $number }
see-also = si veda anche qui
asked-for-by = lo richiede { $place }

severity-error = errore
severity-warning = avviso
severity-info = nota
severity-help = consiglio
severity-note = dettaglio

## What is missing or empty

missing-field = { $subject ->
        [record] in questo record
       *[sheet] in questa scheda
    } manca il campo «{ $field }»
    .help = { $write ->
        [key] aggiungere al record la chiave `{ $key }:` con il suo valore
        [label] aggiungere alla scheda la voce { $wanted } e compilarla
       *[nothing] aggiungere alla scheda il campo «{ $field }»
    }{ $demand ->
        [required] ; senza questa informazione il record non è valido
       *[other] { "" }
    }

missing-key = { $labelled ->
        [yes] in { $name }
       *[no] in questo record
    } manca la chiave { $quoted }
    .help = { $version ->
        [0] aggiungere una riga `{ $key }: …`
       *[other] aggiungere la riga `{ $key }: { $version }`
    }

empty-field = non c’è scritto nulla sotto { $named }
    .help = compilare il campo «{ $field }»{ $demand ->
        [required] ; senza questa informazione il record non è valido
        [optional] { $subject ->
            [record] , oppure eliminare la chiave
           *[sheet] , oppure eliminare la voce
        }
       *[other] { "" }
    }

## Values

malformed-email = { $value } non è un indirizzo e-mail
    .help = scriverlo nella forma nome@example.org

malformed-url = { $value } non è un indirizzo web
    .help = scriverlo nella forma https://www.example.org/pagina

malformed-phone = { $value } non è un numero di telefono
    .help = scriverlo nella forma +39 055 123456

malformed-year = { $value } non è un anno
    .help = scrivere quattro cifre, per esempio 2017; fino ad allora il record conserva il testo così com’è

malformed-date = { $value } non è una data
    .help = scriverla nella forma 2021-01-29, 2021-01 o { $subject ->
            [record] "2021" (un anno da solo va tra virgolette)
           *[other] 2021
        }; fino ad allora il record conserva il testo così com’è

ambiguous-date = { $value } può indicare più di una data
    .help = scriverla nella forma 2021-01-29, con tutte e quattro le cifre dell’anno; fino ad allora il record conserva il testo così com’è

unread-period = { $value } non indica con certezza né un inizio né una fine
    .help = scrivere un inizio e una fine, per esempio 2018-10 – 2020-09; fino ad allora il testo è conservato a parte, sotto la sua voce

end-before-start = la fine ({ $end }) precede l’inizio ({ $start })
    .help = correggere la data sbagliata; forse le due date sono state scambiate
    .related = l’inizio è qui

future-date = la data { $date } deve ancora venire: oggi è il { $today }
    .help = correggere la data, oppure presentare la scheda quando sarà trascorsa

words = { $number ->
        [one] { $number } parola
       *[other] { $number } parole
    }
characters = { $number ->
        [one] { $number } carattere
       *[other] { $number } caratteri
    }

too-long = { $named }: { $found }, mentre il massimo è { $most }
    .help = accorciare il testo di { $less }

too-short = { $named }: { $found }, mentre il minimo è { $least }
    .help = aggiungere almeno { $more }

placeholder-text = { $value } è un segnaposto, non un contenuto
    .help = sostituirlo con il contenuto, oppure { $subject ->
        [record] eliminare la chiave
       *[sheet] lasciare vuoto lo spazio
    }

language-mismatch = { $all ->
        [yes] secondo il record la lingua è { $expected }, ma i testi sono in lingua { $found }
       *[no] questo testo è in lingua { $found }, mentre gli altri sono in lingua { $expected }
    }
    .help = { $all ->
        [yes] se i testi sono quelli giusti, indicare { $found } come lingua
       *[no] tradurlo in lingua { $expected }
    }

duplicate-record = { $same ->
        [description] questa pratica ha, parola per parola, la stessa descrizione di un’altra
       *[title] questa pratica ha lo stesso titolo e lo stesso ente capofila di un’altra
    }
    .help = tenere la migliore delle due, oppure scrivere che cosa le distingue
    .related = la prima è qui

duplicate-id = l’identificativo { $value } appartiene già a un altro record
    .help = dare a uno dei due un altro identificativo
    .related = il primo è qui

personal-data = { $what ->
        [email] { $value } è un indirizzo e-mail
       *[phone] { $value } è un numero di telefono
    }
    .help = eliminarlo, se il record deve essere pubblicato

## Labels

repeated-label = { $named } compare più di una volta in questa scheda
    .help = riunire tutte le informazioni in un solo punto, sotto { $named }
    .related = la prima volta è qui

unknown-label = { $labelled ->
        [yes] { $label } non è una voce conosciuta
       *[no] questa non è una voce conosciuta
    }
    .help = { $near ->
        [yes] se si intende { $nearest }, scriverlo in questo modo
       *[no] usare una delle voci del modulo
    }; per ora il testo { $kept ->
        [apart] è conservato a parte, fuori dai campi conosciuti
       *[field] fa parte di un’altra voce: { $field }
    }

label-inside-line = { $named } si trova in mezzo a una riga, perciò il testo che segue è stato assegnato a un’altra voce: { $kept }
    .help = se è una voce del modulo, iniziare con essa una nuova riga

unassigned-text = questo testo non si trova sotto nessuna voce, perciò non è nel record
    .help = spostarlo sotto la voce a cui appartiene

inferred-value = { $value } è stato letto come { $field }, anche se nessuna voce lo indica
    .help = se non è corretto, scrivere il valore giusto sotto una voce apposita ({ $field })

joined-across-page = questo testo è stato unito alla sua continuazione nella pagina seguente
    .help = { "" }
    .related = continua qui

## Files

decoded-as = questo file non è in UTF-8 ed è stato letto come { $encoding }
    .help = se le lettere accentate non si leggono bene, salvare il file in UTF-8

not-read = parti non lette, perché non sono testo: { $parts }
    .help = se contengono un’informazione, scriverla come testo

unread-picture = { $number ->
        [one] { $number } immagine
       *[other] { $number } immagini
    }
unread-chart = { $number ->
        [one] { $number } grafico
       *[other] { $number } grafici
    }
unread-object = { $number ->
        [one] { $number } oggetto incorporato
       *[other] { $number } oggetti incorporati
    }
unread-hidden-text = { $number ->
        [one] { $number } brano di testo nascosto
       *[other] { $number } brani di testo nascosti
    }
unread-placeholder = { $number ->
        [one] { $number } campo che mostra che cosa scrivere
       *[other] { $number } campi che mostrano che cosa scrivere
    }

hidden-read = parti lette, anche se nascoste: { $parts }
    .help = se non devono essere lette, eliminarle dal file

hidden-sheet = il foglio { $sheet }
hidden-rows = { $number ->
        [one] { $number } riga
       *[other] { $number } righe
    } del foglio { $sheet }
hidden-columns = { $number ->
        [one] { $number } colonna
       *[other] { $number } colonne
    } del foglio { $sheet }

pages-without-text = { $number ->
        [one] la pagina { $pages } non contiene testo, come se fosse una scansione
       *[other] le pagine { $pages } non contengono testo, come se fossero scansioni
    }
    .help = riconoscere prima il testo (OCR, per esempio con ocrmypdf), oppure chiedere il documento originale

## Documents that are not read as sheets

blank-template = questo modulo è in bianco: nessuna voce è compilata
    .help = compilare le voci; non è stato letto nulla

labels-apart = le voci sono raggruppate da una parte e i contenuti dall’altra: non si può capire a quale voce appartengano
    .help = scrivere ogni contenuto accanto o sotto la sua voce; non è stato letto nulla, perché meglio nessun dato che un dato sbagliato

labels-side-by-side = più voci stanno una accanto all’altra: non si può capire a quale appartengano i contenuti sottostanti
    .help = scrivere ogni contenuto accanto o sotto la sua voce; non è stato letto nulla, perché meglio nessun dato che un dato sbagliato

values-first = ogni contenuto precede la sua voce, perciò voci e contenuti non corrispondono
    .help = scrivere ogni contenuto accanto o sotto la sua voce; non è stato letto nulla, perché meglio nessun dato che un dato sbagliato

other-document = { $sign ->
        [foreign-labels] questa voce e altre sono quelle { $kind ->
                [assessment] di una valutazione
                [survey] di un questionario
                [guidance] di istruzioni per un modulo
                [call] di un bando o di una gara
                [vacancy] di un’offerta di lavoro o di un curriculum
                [course] di un corso o di un evento
                [lesson] di un piano di lezione
                [minutes] di un verbale o di un ordine del giorno
                [search] di una pagina di ricerca o di accesso
                [statistics] di una statistica
                [product] di un’offerta di beni o servizi
                [publication] di una pubblicazione
                [organisation] di una pagina su un ente
                [news] di notizie o di un comunicato stampa
                [law] di una norma o di un’informativa
                [plan] di un piano di azioni o di rischi
                [contents] di un indice o di una parte di rapporto
                [partner-search] di una ricerca di partner
               *[other] di un documento di altro tipo
            }, non di una scheda di buona pratica
        [conversation] questa è una conversazione e non una scheda di buona pratica: ogni riga inizia con il nome di chi parla
        [timetable] questo è un programma e non una scheda di buona pratica: le righe iniziano con un orario
        [running-text] questo è un testo continuo e non una scheda di buona pratica: dopo quelle che sembrano voci, le frasi proseguono
        [glossary] questo è un glossario e non una scheda di buona pratica: le voci sono in ordine alfabetico
        [scores] questo documento valuta o conta pratiche e non è una scheda di buona pratica: accanto alle voci o sotto ci sono punteggi o conteggi
        [listing] questo dice poche parole di ciascuna di più pratiche, e non è la scheda di una
        [appeal] questo invita a candidarsi, iscriversi o venire entro una data, e non è una scheda di buona pratica
        [guidance] questo dice che cosa scrivere in ogni campo, e non è una scheda di buona pratica
       *[named] questa riga dice che il documento non è una scheda di buona pratica
    }
    .help = se invece lo è, scriverne il titolo sotto una voce; non è stato letto nulla

doubtful-sheet = nessuna voce dà il nome della pratica e troppo poche la descrivono: non è sicuro che questa sia una scheda di buona pratica
    .help = se lo è, scriverne il titolo sotto una voce; altrimenti quanto è stato letto ha un altro significato

no-sheet = in questo file non c’è nessuna scheda di buona pratica
    .help = { $number ->
        [0] { "" }
       *[other] sono state cercate le voci { $wordings }
    }

## Records

broken-data = questo non è { $language } valido: { $what }
    .help = correggere l’errore; { $read ->
        [yes] fino ad allora il file è letto come semplice testo
       *[no] quanto segue questo punto, in questa riga o documento, non è stato letto
    }

# What is wrong with YAML or JSON. What the reader of YAML finds itself, it says in English.
broken-no-value = il testo finisce dove dovrebbe esserci un valore
broken-no-key = qui dovrebbe esserci una chiave tra virgolette doppie
broken-no-colon = tra una chiave e il suo valore dovrebbero esserci i due punti
broken-no-comma = qui dovrebbe esserci una virgola oppure { $bracket }
broken-no-end = il testo finisce prima che sia chiusa l’ultima parentesi
broken-open-quote = queste virgolette non sono chiuse nella stessa riga
broken-no-start = qui dovrebbe esserci un testo tra virgolette doppie, un numero o una parentesi
broken-key = una chiave dovrebbe essere fatta di parole, e non essere un elenco o un oggetto
broken-colon = un valore che contiene due punti seguiti da uno spazio deve stare tra virgolette
broken-depth = gli elenchi o gli oggetti sono annidati per più di { $most } livelli
broken-long-key = qui dovrebbe esserci una chiave con i due punti; può avere { $most } caratteri, su una sola riga
broken-tab = c’è una tabulazione dove la riga dovrebbe cominciare con spazi
broken-full = contiene più di { $most } valori; dividerlo in file più piccoli

unknown-key = { $labelled ->
        [yes] i record non hanno la chiave { $label }
       *[no] i record non hanno una chiave con questo nome
    }
    .help = { $near ->
        [yes] se si intende { $nearest }, scriverlo in questo modo; le informazioni proprie vanno sotto `extra`
       *[no] le informazioni proprie vanno sotto `extra`
    }

repeated-key = { $labelled ->
        [yes] qui la chiave { $label }
       *[no] questa chiave
    } compare una seconda volta
    .help = riunire i due valori sotto una sola chiave; fino ad allora vale il primo
    .related = la prima volta è qui

wrong-type = { $labelled ->
        [yes] { $name }
       *[no] qui
    }: dovrebbe esserci { $expected ->
        [number] un numero
        [positive] un numero intero da 1 in su
        [year] un anno
        [flag] `true` oppure nulla
        [list] un elenco
        [objects] un elenco di elementi con chiavi
        [object] un elemento con chiavi
        [slug] un nome di lettere minuscole, cifre e trattini
        [language] il codice di due lettere di una lingua
        [country] il codice di due lettere maiuscole di un paese
        [lines] il numero di una riga, o due numeri uniti da un trattino
        [something] un contenuto, oppure nemmeno la chiave
        [no-alias] il valore per esteso
        [less-depth] un contenuto di non più di { $most } livelli
       *[text] un testo
    }, e invece { $found ->
        [nothing] non c’è nulla
        [number] c’è il numero { $words }
        [flag] c’è la parola { $words } senza virgolette
        [list] c’è un elenco
        [object] c’è un elemento con chiavi
       *[text] c’è il testo { $quoted }
    }
    .help = { $example ->
        [quotes] metterlo tra virgolette: "{ $words }"
        [number] scrivere cifre senza virgolette, per esempio 1
        [positive] scrivere cifre senza virgolette, per esempio 1
        [year] scrivere quattro cifre senza virgolette, per esempio 2017
        [flag] scrivere true senza virgolette, oppure eliminare la riga
        [list] scrivere un elemento per riga, preceduto da un trattino e uno spazio
        [objects] scrivere ogni elemento nella forma `- { $first }: …`
        [object] scrivere sotto `{ $first }: …`, con un rientro di due spazi
        [slug] scriverlo nella forma orti-condivisi, oppure eliminare la riga
        [language] scriverlo secondo ISO 639-1, per esempio it o en
        [country] scriverlo secondo ISO 3166-1, per esempio IT
        [lines] scriverlo tra virgolette, per esempio "12-14"
        [something] scrivere un contenuto, oppure eliminare la chiave
        [no-alias] scrivere il valore stesso al posto del suo nome
        [less-depth] togliere le parti più interne; non sono state lette
       *[text] scriverlo nella forma "alcune parole"
    }

newer-schema = questo record segue la versione { $version } dello schema, mentre questo programma conosce le versioni fino alla { $known }
    .help = procurarsi una versione più recente del programma; non è stato letto nulla

## Places in files of office programs

place-paragraph = paragrafo { $number }
place-cell = tabella { $table }, riga { $row }, cella { $cell }
place-sheet-cell = foglio { $sheet }, cella { $cell }
place-field = riga { $row }, colonna { $column }
place-line = pagina { $page }, riga { $line }
place-header = intestazione di pagina
place-footer = piè di pagina
place-comment = commento { $number }

## Fields

field-schema = versione dello schema
field-id = identificativo
field-title = titolo
field-short-title = titolo breve
field-language = lingua
field-as-of = data delle informazioni
field-category = categoria
field-founded = anno di fondazione
field-start = data di inizio
field-end = data di fine
field-ongoing = attività in corso
field-lead-organisation = ente capofila
field-partners = partner
field-stakeholders = soggetti coinvolti
field-funders = enti finanziatori
field-agreement = accordo tra i partner
field-location = luogo
field-themes = ambiti di intervento
field-keywords = parole chiave
field-target-groups = destinatari
field-summary = sintesi
field-description = descrizione
field-context = contesto
field-objectives = obiettivi
field-activities = attività
field-method = metodo
field-outputs = prodotti
field-dissemination = diffusione
field-resources = risorse
field-funding = finanziamento
field-internal-communication = comunicazione interna
field-external-communication = comunicazione esterna
field-results = risultati
field-success-factors = fattori di successo
field-challenges = difficoltà
field-evaluation = valutazione
field-sustainability = sostenibilità
field-impact = impatto
field-innovation = innovazione
field-transferability = trasferibilità
field-outlook = prospettive
field-covers = pratiche descritte
field-contacts = contatti
field-links = collegamenti
field-other = altre informazioni
field-sections = sezioni
field-unmapped = testo senza campo
field-identifiers = codici
field-collection = raccolta
field-extra = informazioni proprie
field-source = fonte
field-derived = informazioni ricavate
field-provenance = provenienza

## What a run has done

sheets = { $number ->
        [one] { $number } scheda
       *[other] { $number } schede
    }
records = { $number ->
        [one] { $number } record
       *[other] { $number } record
    }
files = { $number ->
        [one] { $number } file
       *[other] { $number } file
    }
errors = { $number ->
        [one] { $number } errore
       *[other] { $number } errori
    }
warnings = { $number ->
        [one] { $number } avviso
       *[other] { $number } avvisi
    }
remarks = { $number ->
        [one] { $number } nota
       *[other] { $number } note
    }
read-in = { $read } in { $files }
nothing-to-report = nulla da segnalare

validated = { $read }: { $found }{ $hint ->
        [yes] { " " }(con --info si vedono le note)
       *[no] { "" }
    }{ $unread ->
        [0] { "" }
        [one] ; { $unread } percorso non letto
       *[other] ; { $unread } percorsi non letti
    }
converted = { $records } da { $files }{ $faulty ->
        [0] { "" }
       *[other] , di cui { $faulty } con errori
    }; { $found }{ $hint ->
        [yes] { " " }(le note si vedono con `scheda validate --info`)
       *[no] { "" }
    }
refused = { $number ->
        [one] { $number } record con errori non è stato scritto
       *[other] { $number } record con errori non sono stati scritti
    }, come chiede --strict
round-trip = { $records }: { $same } uguali, { $other } no
practices = { $number ->
        [one] { $number } pratica
       *[other] { $number } pratiche
    }
catalogued = { $practices } nel catalogo
no-pages-removed = nessuna pagina di un'esecuzione precedente è stata eliminata, perché non è stato possibile leggere tutto
removed-pages = { $number ->
        [one] { $number } pagina di un’esecuzione precedente tolta
       *[other] { $number } pagine di un’esecuzione precedente tolte
    }
hidden = non mostrati: { $parts }
without-sheet = { $number ->
        [one] { $number } file
       *[other] { $number } file
    } senza schede: { $names }
unread = { $number ->
        [one] non è stato possibile leggere { $number } percorso
       *[other] non è stato possibile leggere { $number } percorsi
    }
left-alone = { $number ->
        [one] { $number } file è
       *[other] { $number } file sono
    } come l’ultima volta: non toccati
passed-over = { $number ->
        [one] { $number } file di dati senza schede tralasciato
       *[other] { $number } file di dati senza schede tralasciati
    }
not-read-yet = { $kinds }: non ancora letti
ignored = { $number ->
        [one] { $number } segnalazione ignorata
       *[other] { $number } segnalazioni ignorate
    }, come chiede scheda.yaml
nothing-to-ignore = nulla da ignorare per { $entries }
known-from = { $number ->
        [one] { $number } segnalazione già nota
       *[other] { $number } segnalazioni già note
    } da { $file }
taken-down = { $number ->
        [one] { $number } segnalazione registrata
       *[other] { $number } segnalazioni registrate
    } in { $file }
no-longer-there = non c’è più: { $finding }
write-baseline-anew = riscrivere l’elenco con --write-baseline, in modo che non tornino inosservate

empty-folder = nessuna scheda di buona pratica nella cartella { $folder }: { $why ->
        [unread] non è stato possibile leggere nessuno dei suoi file
        [no-file] non contiene file che si possano leggere (.txt, .md, .html, .json, .yaml, .docx, .odt, .xlsx, .ods, .csv, .pdf, .zip, .eml
            e altri)
       *[no-sheet] { $number ->
            [one] il suo unico documento non ne contiene
           *[other] nessuno dei suoi { $number } documenti ne contiene
        }
    }

the-whole-file = il file nel suo insieme

## The summary on GitHub

github-where = Dove
github-what = Che cosa
github-help = Che cosa fare
github-rest = { $number ->
        [one] un’altra segnalazione ({ $number }) è nel riepilogo del job
       *[other] altre { $number } segnalazioni sono nel riepilogo del job
    }
github-unshown = { $number ->
        [one] un’altra segnalazione ({ $number }) non è mostrata qui
       *[other] altre { $number } segnalazioni non sono mostrate qui
    }
github-no-room = { $number ->
        [one] Per un’altra segnalazione ({ $number }) non c’è più spazio.
       *[other] Per altre { $number } segnalazioni non c’è più spazio.
    }

## scheda fix

fixed = { $number ->
        [one] { $number } file YAML
       *[other] { $number } file YAML
    }, { $done ->
        [yes] { $changed ->
            [one] { $changed } corretto
           *[other] { $changed } corretti
        }
       *[no] { $changed } da correggere
    }
repair-key = { $number ->
        [one] { $number } chiave scritta male
       *[other] { $number } chiavi scritte male
    }
repair-type = { $number ->
        [one] { $number } valore di un altro tipo
       *[other] { $number } valori di un altro tipo
    }
repair-date = { $number ->
        [one] { $number } data
       *[other] { $number } date
    }
repair-url = { $number ->
        [one] { $number } indirizzo web
       *[other] { $number } indirizzi web
    }
repair-email = { $number ->
        [one] { $number } indirizzo e-mail
       *[other] { $number } indirizzi e-mail
    }
repair-space = { $number ->
        [one] { $number } spazio superfluo
       *[other] { $number } spazi superflui
    }
repair-order = { $number ->
        [one] { $number } ordine delle chiavi
       *[other] { $number } ordini delle chiavi
    }

## scheda rules and scheda explain

rules-code = codice
rules-severity = gravità
rules-on = attiva
rules-title = che cosa trova
switched-on = sì
switched-off = no
explained = Gravità: { $severity }; { $on ->
        [yes] attiva
       *[no] non attiva
    } se non si stabilisce altro.
explained-reason = Perché è importante:
explained-remedy = Che cosa fare:
explained-bad = Sbagliato:
explained-good = Giusto:
explained-today = (con `--today { $today }`)
explained-file = il file `{ $name }`

## I record messi a confronto con le loro schede

verify-same = uguale: { $name } { $title }
verify-value = { $edited ->
        [yes] modificato a mano: { $value }
       *[no] diverso dalla scheda: { $value }
    }
verify-record = record: { $value }
verify-sheet = scheda: { $value } ({ $place })
verify-nothing = niente
verify-see = si veda { $place }
verify-item-moved = spostato in { $list }: questo elemento è il numero { $record }, nella scheda il numero { $sheet }
verify-source-changed = la scheda è stata modificata dopo che ne è stato tratto il record
verify-moved = la scheda è stata spostata: da { $from } a { $to }
verify-misplaced = { $value } stava alla riga { $from } del file, e sta alla riga { $to }
verify-sheet-gone = la scheda non c'è più: { $from }
verify-no-sheet = nessuna scheda per questo record: non nomina alcun file, e nessuna scheda ha il suo titolo o il suo id
verify-spot = scheda { $sheet } di { $file }, righe { $lines }{ $bytes ->
        [yes] , byte { $byte }
       *[no] { "" }
    }
verified = { $records }: { $same } come nelle schede, { $drifted } no{ $without ->
        [0] { "" }
        [one] ; { $without } scheda senza record
       *[other] ; { $without } schede senza record
    }

## Rules: what a code means

rule-missing-field = Manca un campo che dovrebbe esserci
    .meaning = Nella scheda non c’è la voce, o nel record la chiave, di un campo di cui ogni pratica ha bisogno o che il suo modulo
        richiede. Se mancano titolo, descrizione o un campo obbligatorio del modulo è un errore; negli altri casi è un avviso.
    .reason = Chi cerca buone pratiche non può trovare né valutare una pratica che non dice che cos’è, dove si svolge, per chi e chi
        la realizza.
    .remedy = Aggiungere la voce (o la chiave) indicata nel messaggio e compilarla.

rule-empty-field = Sotto una voce o dopo una chiave non c’è scritto nulla
    .meaning = Nella scheda c’è la voce, o nel record la chiave, ma senza contenuto.
    .reason = Un campo vuoto può essere dimenticato oppure sconosciuto; nessuno può saperlo.
    .remedy = Scrivere il contenuto. Se non c’è, eliminare la chiave del record; la voce di un modulo può restare, se il campo non è
        richiesto.

rule-malformed-email = Un indirizzo e-mail non è valido
    .meaning = Dove dovrebbe esserci un indirizzo e-mail c’è qualcos’altro: un dominio senza terminazione, uno spazio, `(at)` al posto
        di `@`.
    .reason = Nessuno può scrivere a quell’indirizzo e i programmi di posta lo rifiutano.
    .remedy = Scriverlo nella forma `nome@example.org`.

rule-malformed-url = Un indirizzo web non è valido
    .meaning = Dove dovrebbe esserci un indirizzo web c’è qualcos’altro, oppure in un record manca `https://`.
    .reason = Una pagina che mostra il record non può creare il collegamento.
    .remedy = Scriverlo nella forma `https://www.example.org/pagina`, proprio come lo mostra il browser.

rule-malformed-phone = Un numero di telefono non è valido
    .meaning = Il numero ha meno di tre o più di quindici cifre, oppure lettere in mezzo alle cifre. Le parole prima o dopo, per
        esempio un interno, non creano problemi.
    .reason = Nessuno può chiamarlo.
    .remedy = Scriverlo con il prefisso internazionale: `+39 055 123456`.

rule-malformed-year = Un anno non è valido
    .meaning = Dove dovrebbe esserci l’anno di fondazione c’è qualcosa di diverso da quattro cifre. Il record conserva le parole così
        come sono.
    .reason = Le pratiche si possono ordinare e contare per anno solo se l’anno è davvero un anno.
    .remedy = Scrivere quattro cifre, per esempio `2010`; ciò che si vuole aggiungere va nella descrizione.

rule-malformed-date = Una data non è valida
    .meaning = Dove dovrebbe esserci una data c’è qualcosa che non è una data in nessuna delle lingue. Il record conserva le parole
        così come sono.
    .reason = Le pratiche si possono ordinare e confrontare per data solo se la data è davvero una data.
    .remedy = Scriverla nella forma `2021-01-29`, `2021-01` o `2021`, con la precisione di cui si dispone.

rule-ambiguous-date = Una data può essere letta in più modi
    .meaning = I numeri si possono leggere come due date diverse: 04/05/2019 può essere in aprile o in maggio, 12.04.19 può cadere in
        due secoli.
    .reason = Tirando a indovinare si sbaglierebbe una volta su due, perciò il record conserva le parole così come sono.
    .remedy = Scriverla nella forma `2019-05-04`.

rule-unread-period = Un periodo non ha un inizio o una fine certi
    .meaning = Sotto la voce di un periodo ci sono date, ma non è chiaro quale sia l’inizio e quale la fine, o se si tratti di una
        sola data.
    .reason = Il record indicherebbe una durata che nessuno ha scritto, perciò il testo è conservato a parte.
    .remedy = Scrivere un inizio e una fine: `2018-10 – 2020-09`.

rule-end-before-start = La fine precede l’inizio
    .meaning = Inizio e fine sono entrambi date, e la fine è anteriore all’inizio, per quanto le due date siano precise.
    .reason = Una delle due è sbagliata, e con essa ogni calcolo che ne dipende.
    .remedy = Correggere quella sbagliata; spesso le due date sono scambiate, oppure c’è un errore di battitura nell’anno.

rule-future-date = Una data deve ancora venire
    .meaning = La data delle informazioni, l’anno di fondazione o l’inizio è successivo al giorno indicato con `--today`. Senza
        `--today` la regola tace, in modo che gli stessi file diano ogni giorno gli stessi risultati. La fine può essere nel futuro.
    .reason = Quasi sempre una cifra dell’anno è sbagliata.
    .remedy = Correggere la data; una pratica non ancora iniziata può essere presentata quando lo sarà.

rule-too-long = Un testo è più lungo di quanto consenta il modulo
    .meaning = Il modello pone un limite alle parole o ai caratteri di questo campo. Le parole si contano come farebbe una persona,
        senza la formattazione; gli spazi contano come caratteri.
    .reason = Ciò che eccede viene tagliato, o rovina l’impaginazione, quando la raccolta va in stampa.
    .remedy = Accorciare il testo di quanto indicato nel messaggio.

rule-too-short = Un testo è più breve di quanto richieda il modulo
    .meaning = Il modello richiede un numero minimo di parole o di caratteri. Per un campo vuoto c’è un’altra regola.
    .reason = Poche parole non bastano perché altri possano fare lo stesso.
    .remedy = Dire di più: chi fa che cosa, con chi, quanto spesso, con quali mezzi.

rule-placeholder-text = Un segnaposto sta al posto di un contenuto
    .meaning = Il valore, una sua riga o alcune parole tra parentesi quadre dicono che qualcosa è ancora da scrivere: `TBD`, `xxx`,
        `da compilare`, `lorem ipsum`, un’istruzione del modulo; in una qualsiasi delle lingue.
    .reason = Il campo sembra compilato e non lo è.
    .remedy = Scrivere il contenuto, oppure lasciare vuoto il campo, in modo che risulti vuoto.

rule-language-mismatch = Un testo è in una lingua diversa da quella del record
    .meaning = Tutti i testi sono in una lingua diversa da quella indicata nel record, oppure un testo di almeno trenta parole è in
        una lingua diversa da tutti gli altri. Non contano la lingua delle voci né una sintesi in un’altra lingua.
    .reason = Lettori, motori di ricerca e correttori ortografici si basano sulla lingua del record.
    .remedy = Correggere la lingua del record, oppure tradurre il testo.

rule-duplicate-record = Una pratica compare due volte
    .meaning = Due record hanno lo stesso titolo e lo stesso ente capofila, oppure la stessa descrizione. Non vale per un record
        accanto alla scheda da cui è stato ricavato, né per un record in un’altra lingua.
    .reason = La pratica viene contata due volte, e le correzioni ne raggiungono una sola.
    .remedy = Tenere la versione migliore. Se sono due pratiche diverse, scrivere nel titolo che cosa le distingue.

rule-duplicate-id = Due record hanno lo stesso identificativo
    .meaning = La chiave `id` di un record ha un valore che appartiene già a un altro record.
    .reason = Pagine e file prendono il nome dall’identificativo; uno sostituirebbe l’altro.
    .remedy = Dare a uno dei due un altro identificativo, oppure eliminare la chiave: ne viene creato uno dal titolo.

rule-personal-data = Un record dice come contattare una persona
    .meaning = Nel record c’è un indirizzo e-mail o un numero di telefono, tra i contatti o in un testo. La regola riguarda i record
        destinati alla pubblicazione, e non è attiva finché non viene attivata.
    .reason = I recapiti delle persone si possono pubblicare solo con il loro consenso.
    .remedy = Eliminarli, oppure sostituirli con i recapiti di un ufficio.

rule-repeated-label = Una voce compare due volte
    .meaning = In una scheda compare una seconda volta una voce il cui campo ha un solo valore.
    .reason = Nel campo c’è solo il primo valore; il secondo è conservato a parte, dove pochi lo cercano.
    .remedy = Riunire tutto sotto una sola voce.

rule-unknown-label = Una voce non è conosciuta
    .meaning = Una voce della scheda non appartiene a nessun campo: è scritta male, oppure il modulo ha un campo proprio.
    .reason = Il testo è conservato, ma fuori dai campi, dove nessuno lo trova.
    .remedy = Scrivere la voce come nel modulo. Per un modulo con campi propri, scrivere un modello.

rule-label-inside-line = Una voce si trova in mezzo a una riga
    .meaning = Una voce del modulo, seguita dai due punti, si trova all’interno di una riga di testo, e il suo campo, che il modulo
        richiede, non ha contenuto.
    .reason = Solo all’inizio di una riga una voce apre con certezza il suo campo; questa è stata letta come testo del campo
        precedente.
    .remedy = Se è una voce, iniziare con essa una nuova riga.

rule-unassigned-text = Un testo non si trova sotto nessuna voce
    .meaning = Una parte della scheda non appartiene a nessun campo e non è nel record.
    .reason = Ciò che non è nel record è perduto per chi lo legge.
    .remedy = Spostarlo sotto la voce a cui appartiene.

rule-inferred-value = Un valore non si trova sotto nessuna voce
    .meaning = Il titolo o l’organizzazione sono stati ricavati dalla loro posizione, per esempio da un’intestazione, anche se nessuna
        voce lo dice.
    .reason = La posizione è quasi sempre quella giusta, ma non sempre.
    .remedy = Nulla, se il valore è corretto. Altrimenti scriverlo sotto una voce apposita.

rule-joined-across-page = Un testo continua oltre la fine della pagina
    .meaning = Una frase, un elenco o una riga si interrompe alla fine di una pagina ed è stata unita a ciò che segue nella pagina
        successiva.
    .reason = Se la fine della pagina cade tra due campi, può darsi che siano stati uniti.
    .remedy = Dare un’occhiata al punto indicato.

rule-decoded-as = Un file non è in UTF-8
    .meaning = Il file è scritto in una codifica più vecchia ed è stato letto di conseguenza.
    .reason = I file in codifiche più vecchie appaiono diversi su ogni computer.
    .remedy = Se le lettere accentate non si leggono bene, salvare il file in UTF-8.

rule-not-read = Alcune parti di un file non contengono testo
    .meaning = Nel file ci sono immagini, grafici o simili, che non sono stati letti.
    .reason = Un’informazione in un’immagine non finisce nel record.
    .remedy = Se una di queste parti contiene un’informazione, scriverla come testo.

rule-hidden-read = Sono state lette parti nascoste di una cartella di lavoro
    .meaning = La cartella di lavoro ha righe, colonne o fogli nascosti; il loro contenuto è comunque nei record.
    .reason = Ciò che è nascosto può essere superato, o non destinato ad altri.
    .remedy = Eliminare dalla cartella di lavoro ciò che non deve essere letto.

rule-pages-without-text = Alcune pagine non contengono testo
    .meaning = Alcune pagine di un PDF sono immagini di fogli di carta.
    .reason = Nulla di quanto vi è scritto è nei record.
    .remedy = Riconoscere prima il testo, con un programma come `ocrmypdf`, oppure chiedere il documento originale.

rule-blank-template = Un modulo è in bianco
    .meaning = Ci sono le voci di un modulo e nessun contenuto.
    .reason = Di solito è stato inviato il file sbagliato.
    .remedy = Inviare il modulo compilato; di questo non è stato letto nulla.

rule-labels-apart = Voci e contenuti sono separati
    .meaning = Le voci sono raggruppate da una parte e i contenuti dall’altra, come quando si copiano una dopo l’altra le colonne di
        una tabella.
    .reason = Non si può capire quale contenuto appartenga a quale voce, ed è meglio nessun dato che un dato sbagliato.
    .remedy = Scrivere ogni contenuto accanto o sotto la sua voce.

rule-labels-side-by-side = Più voci stanno una accanto all’altra
    .meaning = Più voci stanno sulla stessa riga, con i contenuti al di sotto.
    .reason = Non si può capire quale contenuto appartenga a quale voce, ed è meglio nessun dato che un dato sbagliato.
    .remedy = Scrivere ogni contenuto accanto o sotto la sua voce, oppure farne una tabella.

rule-values-first = I contenuti precedono le loro voci
    .meaning = Ogni contenuto si trova sopra la sua voce.
    .reason = Le voci si leggono insieme a ciò che segue, perciò ognuna riceverebbe il contenuto della successiva.
    .remedy = Scrivere ogni contenuto accanto o sotto la sua voce.

rule-other-document = Un documento è di altro tipo
    .meaning = Le prime righe dicono che il documento non è una scheda: è un verbale, un invito, un indice.
    .reason = In questi documenti le voci hanno un altro significato.
    .remedy = Nulla, se è così. Altrimenti scrivere il titolo della pratica sotto una voce.

rule-doubtful-sheet = Un documento potrebbe non essere una scheda
    .meaning = Ha alcune voci di una scheda, ma né un titolo né molto altro di ciò che solo una buona pratica ha.
    .reason = Voci come Luogo o Contatti si trovano in molti documenti, e lì hanno un altro significato.
    .remedy = Se è una scheda, dare alla pratica un titolo e una descrizione sotto le rispettive voci. Altrimenti escludere il
        documento.

rule-broken-data = Un file JSON o YAML non è valido
    .meaning = Dal punto indicato in poi il file viola le regole del suo linguaggio: manca una parentesi, una virgoletta o una
        virgola.
    .reason = Ciò che segue quel punto non viene letto; lo sono le altre righe di NDJSON e gli altri documenti YAML dello stesso file.
    .remedy = Correggere il punto indicato; spesso un valore che contiene i due punti va messo tra virgolette.

rule-unknown-key = Una chiave che i record non hanno
    .meaning = Un record ha una chiave che il suo schema non conosce.
    .reason = Il suo valore non viene letto; di solito è scritta male una chiave conosciuta.
    .remedy = Scrivere la chiave indicata nel messaggio. Le informazioni proprie vanno sotto `extra`.

rule-repeated-key = Una chiave compare due volte
    .meaning = In un record la stessa chiave compare due volte.
    .reason = Vale solo la prima; altri programmi potrebbero scegliere l’altra.
    .remedy = Riunire i due valori sotto una sola chiave.

rule-wrong-type = Un valore è del tipo sbagliato
    .meaning = Una chiave richiede un testo, un numero, un elenco o un elemento, e c’è qualcos’altro.
    .reason = Il valore non può essere conservato, oppure i programmi che leggono il record si bloccano.
    .remedy = Scriverlo come nell’esempio del messaggio.

rule-newer-schema = Un record segue uno schema più recente
    .meaning = La chiave `schema` ha un numero più alto di quelli che questo programma conosce.
    .reason = Il record può avere chiavi che andrebbero perdute.
    .remedy = Procurarsi una versione più recente del programma.

rule-no-sheet = Un file non contiene nessuna scheda
    .meaning = Nulla nel file somiglia a una scheda di buona pratica: non c’è l’inizio di un modulo conosciuto e ci sono meno di due
        voci conosciute.
    .reason = Non è stato letto nulla. È un errore per un file indicato per nome, un avviso per un file di una cartella.
    .remedy = Controllare che sia il file giusto. Per un modulo con voci proprie, scrivere un modello.

## The page of a review (`scheda inspect --html`)

review-title = Verifica di { $file }
review-bytes = { $number ->
        [one] { $number } byte
       *[other] { $number } byte
    }
review-source = Fonte
review-record = Che cosa è stato letto
review-skip = Vai a ciò che è stato letto
review-help = Scegliere un valore per vedere dove è stato letto, o un tratto colorato della fonte per vedere quale valore ha dato. Con la tastiera: Tab e Invio; un altro Invio porta dall’altra parte, Esc annulla la scelta.
review-legend = Dove è finito tutto
review-class = che cosa è
review-size = byte
review-share = percento
review-unassigned = Testo di una scheda che non è arrivato in nessun campo
review-all-assigned = Tutto il testo delle schede è arrivato in un campo.
review-about-file = Sul file nel suo insieme
review-sheet = Scheda { $number }
review-read-by = { $place }, modello { $template }
review-findings = Segnalazioni
review-made = Non letti, ma annotati da scheda
review-pattern = da uno schema ricorrente
review-inferred = dedotto
review-constant = noto al modello
review-lines = { $number ->
        [one] riga { $lines }
       *[other] righe { $lines }
    }
review-written = { $file }: scritta la verifica di { $read }

class-value = valore, nel colore del suo campo
class-label = etichetta, sottolineata nel colore del suo campo
class-heading = titolo
class-furniture = intestazione o piè di pagina
class-boilerplate = avvertenza o licenza
class-markup = marcatura
class-blank = spazi vuoti
class-outside = fuori dalle schede
class-unassigned = in nessun campo

part-name = nome
part-role = ruolo
part-organisation = organizzazione
part-email = e-mail
part-phone = telefono
part-note = nota
part-label = etichetta
part-url = indirizzo
part-title = titolo
part-text = testo
part-sections = sezione
part-lines = righe
part-scheme = tipo di numero
part-value = numero
part-code = codice
part-programme = programma
part-licence = licenza
part-countries = paese
part-years = anni
part-from = da
part-to = a
part-file = file
part-sheet = scheda
part-place = luogo
part-template = modello
