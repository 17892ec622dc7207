### Lo que scheda dice a las personas, en español. Cómo están hechos los mensajes se explica en en.ftl.
###
### Forma impersonal («escribir», «falta»); los nombres de los campos van entre comillas o tras dos puntos, sin artículo. Sheet es «ficha», label «apartado»,
### form «formulario», record «registro», key «clave», finding «incidencia».

## Pieces of sentences

quoted = «{ $text }»
the-field = el apartado «{ $field }»
and-more = { $list } y { $number } más
see-also = véase también aquí
asked-for-by = lo pide { $place }

severity-error = error
severity-warning = advertencia
severity-info = nota
severity-help = consejo
severity-note = detalle

## What is missing or empty

missing-field = en { $subject ->
        [record] este registro
       *[sheet] esta ficha
    } falta el campo «{ $field }»
    .help = { $write ->
        [key] añadir al registro la clave `{ $key }:` con su valor
        [label] añadir a la ficha el apartado { $wanted } y rellenarlo
       *[nothing] añadir a la ficha el campo «{ $field }»
    }{ $demand ->
        [required] ; sin este dato, el registro no es válido
       *[other] { "" }
    }

missing-key = en { $labelled ->
        [yes] { $name }
       *[no] este registro
    } falta la clave { $quoted }
    .help = { $version ->
        [0] añadir una línea `{ $key }: …`
       *[other] añadir la línea `{ $key }: { $version }`
    }

empty-field = no hay nada escrito bajo { $named }
    .help = rellenar el campo «{ $field }»{ $demand ->
        [required] ; sin este dato, el registro no es válido
        [optional] { $subject ->
            [record] , o eliminar la clave
           *[sheet] , o eliminar el apartado
        }
       *[other] { "" }
    }

## Values

malformed-email = { $value } no es una dirección de correo electrónico
    .help = escribirla en la forma nombre@example.org

malformed-url = { $value } no es una dirección web
    .help = escribirla en la forma https://www.example.org/pagina

malformed-phone = { $value } no es un número de teléfono
    .help = escribirlo en la forma +39 055 123456

malformed-year = { $value } no es un año
    .help = escribir cuatro cifras, por ejemplo 2017; hasta entonces el registro conserva el texto tal como está

malformed-date = { $value } no es una fecha
    .help = escribirla en la forma 2021-01-29, 2021-01 o { $subject ->
            [record] "2021" (un año solo va entre comillas)
           *[other] 2021
        }; hasta entonces el registro conserva el texto tal como está

ambiguous-date = { $value } puede indicar más de una fecha
    .help = escribirla en la forma 2021-01-29, con las cuatro cifras del año; hasta entonces el registro conserva el texto tal como está

unread-period = { $value } no indica con seguridad ni un inicio ni un fin
    .help = escribir un inicio y un fin, por ejemplo 2018-10 – 2020-09; hasta entonces el texto se conserva aparte, bajo su apartado

end-before-start = el fin ({ $end }) es anterior al inicio ({ $start })
    .help = corregir la fecha equivocada; quizá las dos estén intercambiadas
    .related = el inicio está aquí

future-date = la fecha { $date } aún no ha llegado: hoy es { $today }
    .help = corregir la fecha, o presentar la ficha cuando haya pasado

words = { $number ->
        [one] { $number } palabra
       *[other] { $number } palabras
    }
characters = { $number ->
        [one] { $number } carácter
       *[other] { $number } caracteres
    }

too-long = { $named }: { $found }, cuando el máximo es { $most }
    .help = acortar el texto en { $less }

too-short = { $named }: { $found }, cuando el mínimo es { $least }
    .help = añadir al menos { $more }

placeholder-text = { $value } guarda un sitio, pero no dice nada
    .help = escribir ahí el contenido, o { $subject ->
        [record] eliminar la clave
       *[sheet] dejar vacío el espacio
    }

language-mismatch = { $all ->
        [yes] según el registro el idioma es { $expected }, pero los textos están en el idioma { $found }
       *[no] este texto está en el idioma { $found }, y los demás en el idioma { $expected }
    }
    .help = { $all ->
        [yes] si los textos son correctos, indicar { $found } como idioma
       *[no] traducirlo al idioma { $expected }
    }

duplicate-record = { $same ->
        [description] esta práctica tiene, palabra por palabra, la misma descripción que otra
       *[title] esta práctica tiene el mismo título y la misma entidad responsable que otra
    }
    .help = conservar la mejor de las dos, o escribir qué las distingue
    .related = la primera está aquí

duplicate-id = el identificador { $value } pertenece ya a otro registro
    .help = dar a uno de los dos otro identificador
    .related = el primero está aquí

personal-data = { $what ->
        [email] { $value } es una dirección de correo electrónico
       *[phone] { $value } es un número de teléfono
    }
    .help = eliminar este dato, si el registro se va a publicar

## Labels

repeated-label = { $named } aparece más de una vez en esta ficha
    .help = reunir toda la información en un solo lugar, bajo { $named }
    .related = la primera vez está aquí

unknown-label = { $labelled ->
        [yes] { $label } no es un apartado conocido
       *[no] este no es un apartado conocido
    }
    .help = { $near ->
        [yes] si se quiere decir { $nearest }, escribirlo así
       *[no] usar uno de los apartados del formulario
    }; por ahora el texto { $kept ->
        [apart] se conserva aparte, fuera de los campos conocidos
       *[field] forma parte de otro apartado: { $field }
    }

label-inside-line = { $named } aparece en medio de una línea, por lo que el texto que sigue se ha asignado a otro apartado: { $kept }
    .help = si es un apartado del formulario, empezar con él una línea nueva

unassigned-text = este texto no está bajo ningún apartado, por lo que no figura en el registro
    .help = colocarlo bajo el apartado al que pertenece

inferred-value = { $value } se ha leído como { $field }, aunque ningún apartado lo indica
    .help = si no es correcto, escribir el valor correcto bajo un apartado propio ({ $field })

joined-across-page = este texto se ha unido a su continuación en la página siguiente
    .help = { "" }
    .related = continúa aquí

## Files

decoded-as = este archivo no está en UTF-8 y se ha leído como { $encoding }
    .help = si las letras con tilde no se ven bien, guardar el archivo en UTF-8

not-read = partes que no se han leído porque no son texto: { $parts }
    .help = si contienen algún dato, escribirlo como texto

unread-picture = { $number ->
        [one] { $number } imagen
       *[other] { $number } imágenes
    }
unread-chart = { $number ->
        [one] { $number } gráfico
       *[other] { $number } gráficos
    }
unread-object = { $number ->
        [one] { $number } objeto incrustado
       *[other] { $number } objetos incrustados
    }
unread-hidden-text = { $number ->
        [one] { $number } fragmento de texto oculto
       *[other] { $number } fragmentos de texto ocultos
    }
unread-placeholder = { $number ->
        [one] { $number } campo que muestra qué hay que escribir
       *[other] { $number } campos que muestran qué hay que escribir
    }

hidden-read = partes que se han leído aunque están ocultas: { $parts }
    .help = si no deben leerse, eliminarlas del archivo

hidden-sheet = la hoja { $sheet }
hidden-rows = { $number ->
        [one] { $number } fila
       *[other] { $number } filas
    } de la hoja { $sheet }
hidden-columns = { $number ->
        [one] { $number } columna
       *[other] { $number } columnas
    } de la hoja { $sheet }

pages-without-text = { $number ->
        [one] la página { $pages } no tiene texto, como si estuviera escaneada
       *[other] las páginas { $pages } no tienen texto, como si estuvieran escaneadas
    }
    .help = reconocer primero el texto (OCR, por ejemplo con ocrmypdf), o pedir el documento original

## Documents that are not read as sheets

blank-template = este formulario está en blanco: ningún apartado tiene contenido
    .help = rellenar los apartados; no se ha leído nada

labels-apart = los apartados están juntos y los contenidos en otra parte: no se puede saber a qué apartado pertenece cada uno
    .help = escribir cada contenido junto a su apartado o debajo de él; no se ha leído nada, porque un dato erróneo es peor que ninguno

labels-side-by-side = hay apartados uno al lado del otro: no se puede saber a cuál pertenece cada contenido de debajo
    .help = escribir cada contenido junto a su apartado o debajo de él; no se ha leído nada, porque un dato erróneo es peor que ninguno

values-first = cada contenido está delante de su apartado, por lo que apartados y contenidos no se corresponden
    .help = escribir cada contenido junto a su apartado o debajo de él; no se ha leído nada, porque un dato erróneo es peor que ninguno

other-document = { $sign ->
        [foreign-labels] este apartado y otros son los { $kind ->
                [assessment] de una evaluación
                [survey] de un cuestionario
                [guidance] de instrucciones para un formulario
                [call] de una convocatoria o licitación
                [vacancy] de una oferta de empleo o de un currículum
                [course] de un curso o acto
                [lesson] de un plan de clase
                [minutes] de un acta o de un orden del día
                [search] de una página de búsqueda o de acceso
                [statistics] de una estadística
                [product] de una oferta de bienes o servicios
                [publication] de una publicación
                [organisation] de una página sobre una entidad
                [news] de noticias o de una nota de prensa
                [law] de una norma o de un aviso legal
                [plan] de un plan de acciones o de riesgos
                [contents] de un índice o de una parte de un informe
                [partner-search] de una búsqueda de socios
               *[other] de un documento de otro tipo
            }, no los de una ficha de buena práctica
        [conversation] esto es una conversación y no una ficha de buena práctica: cada línea empieza con el nombre de quien habla
        [timetable] esto es un programa y no una ficha de buena práctica: las líneas empiezan con una hora
        [running-text] esto es un texto corrido y no una ficha de buena práctica: las frases siguen tras lo que parecen apartados
        [glossary] esto es un glosario y no una ficha de buena práctica: los términos están en orden alfabético
        [scores] esto valora o cuenta prácticas y no es una ficha de buena práctica: junto a las etiquetas o debajo hay puntuaciones o recuentos
        [listing] esto dice unas pocas palabras de cada una de varias prácticas, y no es la ficha de una
        [appeal] esto pide que la gente se presente, se inscriba o acuda en una fecha, y no es una ficha de buena práctica
        [guidance] esto dice qué escribir en cada apartado, y no es una ficha de buena práctica
       *[named] esta línea dice que el documento no es una ficha de buena práctica
    }
    .help = si lo es, escribir su título bajo un apartado; no se ha leído nada

doubtful-sheet = ningún apartado da el nombre de la práctica y muy pocos la describen: no es seguro que esto sea una ficha de buena práctica
    .help = si lo es, escribir su título bajo un apartado; si no, lo que se ha leído significa otra cosa

no-sheet = en este archivo no hay ninguna ficha de buena práctica
    .help = { $number ->
        [0] { "" }
       *[other] se han buscado los apartados { $wordings }
    }

## Records

broken-data = esto no es { $language } válido: { $what }
    .help = corregir el error; { $read ->
        [yes] hasta entonces el archivo se lee como texto sin más
       *[no] lo que sigue a este punto, en esta línea o documento, no se ha leído
    }

# What is wrong with YAML or JSON. What the reader of YAML finds itself, it says in English.
broken-no-value = el texto termina donde debería haber un valor
broken-no-key = aquí debería haber una clave entre comillas dobles
broken-no-colon = entre una clave y su valor debería haber dos puntos
broken-no-comma = aquí debería haber una coma o { $bracket }
broken-no-end = el texto termina antes de que se cierre el último paréntesis
broken-open-quote = estas comillas no se cierran en la misma línea
broken-no-start = aquí debería haber un texto entre comillas dobles, un número o un paréntesis
broken-key = una clave debería constar de palabras, y no ser una lista ni un objeto
broken-colon = un valor que contiene dos puntos seguidos de un espacio debe ir entre comillas
broken-depth = las listas o los objetos están anidados en más de { $most } niveles
broken-long-key = aquí debería haber una clave con dos puntos; puede tener { $most } caracteres, en una sola línea
broken-tab = hay un tabulador donde la línea debería empezar con espacios
broken-full = contiene más de { $most } valores; hay que dividirlo en archivos más pequeños

unknown-key = { $labelled ->
        [yes] los registros no tienen la clave { $label }
       *[no] los registros no tienen ninguna clave con este nombre
    }
    .help = { $near ->
        [yes] si se quiere decir { $nearest }, escribirlo así; los datos propios van bajo `extra`
       *[no] los datos propios van bajo `extra`
    }

repeated-key = { $labelled ->
        [yes] la clave { $label }
       *[no] esta clave
    } aparece aquí por segunda vez
    .help = reunir los dos valores bajo una sola clave; hasta entonces vale el primero
    .related = la primera vez está aquí

wrong-type = { $labelled ->
        [yes] { $name }
       *[no] aquí
    }: debería haber { $expected ->
        [number] un número
        [positive] un número entero a partir de 1
        [year] un año
        [flag] `true` o nada
        [list] una lista
        [objects] una lista de elementos con claves
        [object] un elemento con claves
        [slug] un nombre de letras minúsculas, cifras y guiones
        [language] el código de dos letras de un idioma
        [country] el código de dos letras mayúsculas de un país
        [lines] el número de una línea, o dos números unidos por un guion
        [something] un contenido, o ni siquiera la clave
        [no-alias] el valor por extenso
        [less-depth] un contenido de no más de { $most } niveles
       *[text] un texto
    }, y en cambio { $found ->
        [nothing] no hay nada
        [number] está el número { $words }
        [flag] está la palabra { $words } sin comillas
        [list] hay una lista
        [object] hay un elemento con claves
       *[text] está el texto { $quoted }
    }
    .help = { $example ->
        [quotes] ponerlo entre comillas: "{ $words }"
        [number] escribir cifras sin comillas, por ejemplo 1
        [positive] escribir cifras sin comillas, por ejemplo 1
        [year] escribir cuatro cifras sin comillas, por ejemplo 2017
        [flag] escribir true sin comillas, o eliminar la línea
        [list] escribir un elemento por línea, precedido de un guion y un espacio
        [objects] escribir cada elemento en la forma `- { $first }: …`
        [object] escribir debajo `{ $first }: …`, con una sangría de dos espacios
        [slug] escribirlo en la forma huertos-compartidos, o eliminar la línea
        [language] escribirlo según ISO 639-1, por ejemplo it o en
        [country] escribirlo según ISO 3166-1, por ejemplo IT
        [lines] escribirlo entre comillas, por ejemplo "12-14"
        [something] escribir un contenido, o eliminar la clave
        [no-alias] escribir el valor mismo en lugar de su nombre
        [less-depth] quitar las partes más internas; no se han leído
       *[text] escribirlo en la forma "unas palabras"
    }

newer-schema = este registro sigue la versión { $version } del esquema, y este programa conoce las versiones hasta la { $known }
    .help = conseguir una versión más reciente del programa; no se ha leído nada

## Places in files of office programs

place-paragraph = párrafo { $number }
place-cell = tabla { $table }, fila { $row }, celda { $cell }
place-sheet-cell = hoja { $sheet }, celda { $cell }
place-field = fila { $row }, columna { $column }
place-line = página { $page }, línea { $line }
place-header = encabezado de página
place-footer = pie de página
place-comment = comentario { $number }

## Fields

field-schema = versión del esquema
field-id = identificador
field-title = título
field-short-title = título breve
field-language = idioma
field-as-of = fecha de la información
field-category = categoría
field-founded = año de fundación
field-start = fecha de inicio
field-end = fecha de fin
field-ongoing = actividad en curso
field-lead-organisation = entidad responsable
field-partners = entidades socias
field-stakeholders = agentes implicados
field-funders = entidades financiadoras
field-agreement = acuerdo entre los socios
field-location = lugar
field-themes = ámbitos de actuación
field-keywords = palabras clave
field-target-groups = personas destinatarias
field-summary = resumen
field-description = descripción
field-context = contexto
field-objectives = objetivos
field-activities = actividades
field-method = metodología
field-outputs = productos
field-dissemination = difusión
field-resources = recursos
field-funding = financiación
field-internal-communication = comunicación interna
field-external-communication = comunicación externa
field-results = resultados
field-success-factors = factores de éxito
field-challenges = dificultades
field-evaluation = evaluación
field-sustainability = sostenibilidad
field-impact = impacto
field-innovation = innovación
field-transferability = transferibilidad
field-outlook = perspectivas
field-covers = prácticas descritas
field-contacts = contactos
field-links = enlaces
field-other = otra información
field-sections = secciones
field-unmapped = texto sin campo
field-identifiers = códigos
field-collection = colección
field-extra = datos propios
field-source = fuente
field-derived = datos deducidos
field-provenance = procedencia

## What a run has done

sheets = { $number ->
        [one] { $number } ficha
       *[other] { $number } fichas
    }
records = { $number ->
        [one] { $number } registro
       *[other] { $number } registros
    }
files = { $number ->
        [one] { $number } archivo
       *[other] { $number } archivos
    }
errors = { $number ->
        [one] { $number } error
       *[other] { $number } errores
    }
warnings = { $number ->
        [one] { $number } advertencia
       *[other] { $number } advertencias
    }
remarks = { $number ->
        [one] { $number } nota
       *[other] { $number } notas
    }
read-in = { $read } en { $files }
nothing-to-report = nada que señalar

validated = { $read }: { $found }{ $hint ->
        [yes] { " " }(con --info se ven las notas)
       *[no] { "" }
    }{ $unread ->
        [0] { "" }
        [one] ; { $unread } ruta no leída
       *[other] ; { $unread } rutas no leídas
    }
converted = { $records } de { $files }{ $faulty ->
        [0] { "" }
       *[other] , { $faulty } de ellos con errores
    }; { $found }{ $hint ->
        [yes] { " " }(las notas se ven con `scheda validate --info`)
       *[no] { "" }
    }
refused = { $number ->
        [one] { $number } registro con errores no se ha escrito
       *[other] { $number } registros con errores no se han escrito
    }, como pide --strict
round-trip = { $records }: { $same } iguales, { $other } no
practices = { $number ->
        [one] { $number } práctica
       *[other] { $number } prácticas
    }
catalogued = { $practices } en el catálogo
no-pages-removed = no se ha eliminado ninguna página de una ejecución anterior, porque no se ha podido leer todo
removed-pages = { $number ->
        [one] { $number } página de una ejecución anterior eliminada
       *[other] { $number } páginas de una ejecución anterior eliminadas
    }
hidden = no se muestran: { $parts }
without-sheet = { $number ->
        [one] { $number } archivo
       *[other] { $number } archivos
    } sin fichas: { $names }
unread = { $number ->
        [one] { $number } ruta no se ha podido leer
       *[other] { $number } rutas no se han podido leer
    }
left-alone = { $number ->
        [one] { $number } archivo está
       *[other] { $number } archivos están
    } como la última vez: no se tocan
passed-over = { $number ->
        [one] { $number } archivo de datos sin fichas pasado por alto
       *[other] { $number } archivos de datos sin fichas pasados por alto
    }
not-read-yet = { $kinds }: aún no se leen
ignored = { $number ->
        [one] { $number } incidencia ignorada
       *[other] { $number } incidencias ignoradas
    }, como pide scheda.yaml
nothing-to-ignore = nada que ignorar para { $entries }
known-from = { $number ->
        [one] { $number } incidencia ya conocida
       *[other] { $number } incidencias ya conocidas
    } por { $file }
taken-down = { $number ->
        [one] { $number } incidencia anotada
       *[other] { $number } incidencias anotadas
    } en { $file }
no-longer-there = ya no está: { $finding }
write-baseline-anew = volver a escribir la lista con --write-baseline, para que no reaparezcan sin que se note

empty-folder = ninguna ficha de buena práctica en la carpeta { $folder }: { $why ->
        [unread] no se ha podido leer ninguno de sus archivos
        [no-file] no tiene archivos que se puedan leer (.txt, .md, .html, .json, .yaml, .docx, .odt, .xlsx, .ods, .csv, .pdf, .zip, .eml
            y otros)
       *[no-sheet] { $number ->
            [one] su único documento no contiene ninguna
           *[other] ninguno de sus { $number } documentos contiene una
        }
    }

the-whole-file = el archivo en su conjunto

## The summary on GitHub

github-where = Dónde
github-what = Qué
github-help = Qué hacer
github-rest = { $number ->
        [one] { $number } incidencia más está en el resumen del trabajo
       *[other] { $number } incidencias más están en el resumen del trabajo
    }
github-unshown = { $number ->
        [one] { $number } incidencia más no se muestra aquí
       *[other] { $number } incidencias más no se muestran aquí
    }
github-no-room = { $number ->
        [one] { $number } incidencia más no cabe aquí.
       *[other] { $number } incidencias más no caben aquí.
    }

## scheda fix

fixed = { $number ->
        [one] { $number } archivo YAML
       *[other] { $number } archivos YAML
    }, { $done ->
        [yes] { $changed ->
            [one] { $changed } corregido
           *[other] { $changed } corregidos
        }
       *[no] { $changed } por corregir
    }
repair-key = { $number ->
        [one] { $number } clave mal escrita
       *[other] { $number } claves mal escritas
    }
repair-type = { $number ->
        [one] { $number } valor de otro tipo
       *[other] { $number } valores de otro tipo
    }
repair-date = { $number ->
        [one] { $number } fecha
       *[other] { $number } fechas
    }
repair-url = { $number ->
        [one] { $number } dirección web
       *[other] { $number } direcciones web
    }
repair-email = { $number ->
        [one] { $number } dirección de correo electrónico
       *[other] { $number } direcciones de correo electrónico
    }
repair-space = { $number ->
        [one] { $number } espacio sobrante
       *[other] { $number } espacios sobrantes
    }
repair-order = { $number ->
        [one] { $number } orden de las claves
       *[other] { $number } órdenes de las claves
    }

## scheda rules and scheda explain

rules-code = código
rules-severity = gravedad
rules-on = activa
rules-title = qué encuentra
switched-on = sí
switched-off = no
explained = Gravedad: { $severity }; { $on ->
        [yes] activa
       *[no] no activa
    } si no se indica otra cosa.
explained-reason = Por qué importa:
explained-remedy = Qué hacer:
explained-bad = Mal:
explained-good = Bien:
explained-today = (con `--today { $today }`)
explained-file = el archivo `{ $name }`

## Los registros, comparados con sus fichas

verify-same = igual: { $name } { $title }
verify-value = { $edited ->
        [yes] modificado a mano: { $value }
       *[no] distinto de la ficha: { $value }
    }
verify-record = registro: { $value }
verify-sheet = ficha:    { $value } ({ $place })
verify-nothing = nada
verify-see = véase { $place }
verify-item-moved = movido en { $list }: este elemento es el número { $record }, en la ficha el número { $sheet }
verify-source-changed = la ficha se modificó después de sacar de ella el registro
verify-moved = la ficha se movió: de { $from } a { $to }
verify-misplaced = { $value } estaba en la línea { $from } del archivo, y está en la línea { $to }
verify-sheet-gone = la ficha ya no está: { $from }
verify-no-sheet = ninguna ficha para este registro: no nombra ningún archivo, y ninguna ficha tiene su título o su id
verify-spot = ficha { $sheet } de { $file }, líneas { $lines }{ $bytes ->
        [yes] , byte { $byte }
       *[no] { "" }
    }
verified = { $records }: { $same } como en las fichas, { $drifted } no{ $without ->
        [0] { "" }
        [one] ; { $without } ficha sin registro
       *[other] ; { $without } fichas sin registro
    }

## Rules: what a code means

rule-missing-field = Falta un campo que debería estar
    .meaning = En la ficha no está el apartado, o en el registro la clave, de un campo que toda práctica necesita o que su formulario
        pide. Si faltan el título, la descripción o un campo obligatorio del formulario es un error; en los demás casos es una
        advertencia.
    .reason = Quien busca buenas prácticas no puede encontrar ni valorar una que no dice qué es, dónde se realiza, para quién y quién
        la lleva a cabo.
    .remedy = Añadir el apartado (o la clave) que indica el mensaje y rellenarlo.

rule-empty-field = No hay nada escrito bajo un apartado o tras una clave
    .meaning = En la ficha está el apartado, o en el registro la clave, pero sin contenido.
    .reason = Un campo vacío puede ser un olvido o un dato desconocido; nadie puede saberlo.
    .remedy = Escribir el contenido. Si no lo hay, eliminar la clave del registro; el apartado de un formulario puede quedarse si el
        campo no se pide.

rule-malformed-email = Una dirección de correo electrónico no es válida
    .meaning = Donde debería haber una dirección de correo electrónico hay otra cosa: un dominio sin terminación, un espacio, `(at)`
        en lugar de `@`.
    .reason = Nadie puede escribir a esa dirección y los programas de correo la rechazan.
    .remedy = Escribirla en la forma `nombre@example.org`.

rule-malformed-url = Una dirección web no es válida
    .meaning = Donde debería haber una dirección web hay otra cosa, o en un registro falta `https://`.
    .reason = Una página que muestre el registro no puede enlazarla.
    .remedy = Escribirla en la forma `https://www.example.org/pagina`, tal como la muestra el navegador.

rule-malformed-phone = Un número de teléfono no es válido
    .meaning = El número tiene menos de tres o más de quince cifras, o letras entre las cifras. Las palabras delante o detrás, como
        una extensión, no molestan.
    .reason = Nadie puede llamar a ese número.
    .remedy = Escribirlo con el prefijo internacional: `+39 055 123456`.

rule-malformed-year = Un año no es válido
    .meaning = Donde debería estar el año de fundación hay algo que no son cuatro cifras. El registro conserva las palabras tal como
        están.
    .reason = Las prácticas solo se pueden ordenar y contar por años si los años lo son.
    .remedy = Escribir cuatro cifras, por ejemplo `2010`; lo que se quiera añadir va en la descripción.

rule-malformed-date = Una fecha no es válida
    .meaning = Donde debería haber una fecha hay algo que no lo es en ninguno de los idiomas. El registro conserva las palabras tal
        como están.
    .reason = Las prácticas solo se pueden ordenar y comparar por fechas si las fechas lo son.
    .remedy = Escribirla en la forma `2021-01-29`, `2021-01` o `2021`, con la precisión de que se disponga.

rule-ambiguous-date = Una fecha puede leerse de varias maneras
    .meaning = Los números pueden leerse como dos fechas: 04/05/2019 puede ser de abril o de mayo, 12.04.19 puede ser de dos siglos.
    .reason = Adivinando se fallaría la mitad de las veces, por lo que el registro conserva las palabras tal como están.
    .remedy = Escribirla en la forma `2019-05-04`.

rule-unread-period = Un período no tiene un inicio o un fin seguros
    .meaning = Bajo el apartado de un período hay fechas, pero no está claro cuál es el inicio y cuál el fin, o si se trata de una
        sola fecha.
    .reason = El registro indicaría una duración que nadie ha escrito, por lo que el texto se conserva aparte.
    .remedy = Escribir un inicio y un fin: `2018-10 – 2020-09`.

rule-end-before-start = El fin es anterior al inicio
    .meaning = Inicio y fin son fechas, y la del fin es anterior, hasta donde ambas son precisas.
    .reason = Una de las dos está equivocada, y con ella todo cálculo que dependa de ella.
    .remedy = Corregir la equivocada; a menudo las dos están intercambiadas, o hay una errata en el año.

rule-future-date = Una fecha aún no ha llegado
    .meaning = La fecha de la información, el año de fundación o el inicio es posterior al día indicado con `--today`. Sin `--today`
        la regla calla, para que los mismos archivos den cada día los mismos resultados. El fin puede estar en el futuro.
    .reason = Casi siempre hay una cifra del año equivocada.
    .remedy = Corregir la fecha; una práctica que aún no ha empezado puede presentarse cuando lo haga.

rule-too-long = Un texto es más largo de lo que permite el formulario
    .meaning = La plantilla pone un límite a las palabras o a los caracteres de este campo. Las palabras se cuentan como lo haría una
        persona, sin el formato; los espacios cuentan como caracteres.
    .reason = Lo que no cabe se corta, o estropea la maquetación, cuando la colección se imprime.
    .remedy = Acortar el texto en lo que indica el mensaje.

rule-too-short = Un texto es más corto de lo que pide el formulario
    .meaning = La plantilla pide un número mínimo de palabras o de caracteres. Para un campo vacío hay otra regla.
    .reason = Unas pocas palabras no permiten que otros hagan lo mismo.
    .remedy = Decir más: quién hace qué, con quién, con qué frecuencia, con qué medios.

rule-placeholder-text = Unas palabras guardan el sitio de un contenido
    .meaning = El valor, una de sus líneas o unas palabras entre corchetes dicen que algo está aún por escribir: `TBD`, `xxx`, `por
        completar`, `lorem ipsum`, una instrucción del formulario; en cualquiera de los idiomas.
    .reason = El campo parece relleno y no lo está.
    .remedy = Escribir el contenido, o dejar vacío el campo, para que conste como vacío.

rule-language-mismatch = Un texto está en un idioma distinto del del registro
    .meaning = Todos los textos están en un idioma distinto del que indica el registro, o un texto de al menos treinta palabras está
        en un idioma distinto del de todos los demás. No cuentan el idioma de los apartados ni un resumen en otro idioma.
    .reason = Lectores, buscadores y correctores ortográficos se basan en el idioma del registro.
    .remedy = Corregir el idioma del registro, o traducir el texto.

rule-duplicate-record = Una práctica aparece dos veces
    .meaning = Dos registros tienen el mismo título y la misma entidad responsable, o la misma descripción. No se aplica a un registro
        junto a la ficha de la que se obtuvo, ni a uno en otro idioma.
    .reason = La práctica se cuenta dos veces, y las correcciones llegan solo a una de las dos.
    .remedy = Conservar la mejor versión. Si son dos prácticas distintas, escribir en el título qué las distingue.

rule-duplicate-id = Dos registros tienen el mismo identificador
    .meaning = La clave `id` de un registro tiene un valor que pertenece ya a otro registro.
    .reason = Páginas y archivos llevan el nombre del identificador; uno sustituiría al otro.
    .remedy = Dar a uno de los dos otro identificador, o eliminar la clave: se crea uno a partir del título.

rule-personal-data = Un registro dice cómo contactar con una persona
    .meaning = En el registro hay una dirección de correo electrónico o un número de teléfono, entre los contactos o en un texto. La
        regla es para registros que se van a publicar, y no está activa hasta que se activa.
    .reason = Los datos de contacto de las personas solo pueden publicarse con su consentimiento.
    .remedy = Eliminarlos, o poner en su lugar los de una oficina.

rule-repeated-label = Un apartado aparece dos veces
    .meaning = En una ficha aparece por segunda vez un apartado cuyo campo tiene un solo valor.
    .reason = En el campo está solo el primer valor; el segundo se conserva aparte, donde pocos lo buscan.
    .remedy = Reunir todo bajo un solo apartado.

rule-unknown-label = Un apartado no es conocido
    .meaning = Un apartado de la ficha no pertenece a ningún campo: está mal escrito, o el formulario tiene un campo propio.
    .reason = El texto se conserva, pero fuera de los campos, donde nadie lo encuentra.
    .remedy = Escribir el apartado como está en el formulario. Para un formulario con campos propios, escribir una plantilla.

rule-label-inside-line = Un apartado aparece en medio de una línea
    .meaning = Un apartado del formulario, con sus dos puntos, está dentro de una línea de texto, y su campo, que el formulario pide,
        no tiene contenido.
    .reason = Solo al principio de una línea un apartado abre con seguridad su campo; este se ha leído como texto del campo anterior.
    .remedy = Si es un apartado, empezar con él una línea nueva.

rule-unassigned-text = Un texto no está bajo ningún apartado
    .meaning = Una parte de la ficha no pertenece a ningún campo y no figura en el registro.
    .reason = Lo que no figura en el registro se pierde para quien lo lee.
    .remedy = Colocarlo bajo el apartado al que pertenece.

rule-inferred-value = Un valor no está bajo ningún apartado
    .meaning = El título o la organización se han tomado de su posición, por ejemplo de un encabezado, aunque ningún apartado lo dice.
    .reason = La posición es casi siempre la correcta, pero no siempre.
    .remedy = Nada, si el valor es correcto. Si no, escribirlo bajo un apartado propio.

rule-joined-across-page = Un texto sigue tras el final de la página
    .meaning = Una frase, una lista o una fila se interrumpe al final de una página y se ha unido a lo que sigue en la siguiente.
    .reason = Si el final de la página cae entre dos campos, es posible que se hayan unido.
    .remedy = Echar un vistazo al lugar indicado.

rule-decoded-as = Un archivo no está en UTF-8
    .meaning = El archivo está escrito en una codificación más antigua y se ha leído como tal.
    .reason = Los archivos en codificaciones antiguas se ven distintos en cada ordenador.
    .remedy = Si las letras con tilde no se ven bien, guardar el archivo en UTF-8.

rule-not-read = Algunas partes de un archivo no tienen texto
    .meaning = El archivo tiene imágenes, gráficos o similares, que no se han leído.
    .reason = Un dato que está en una imagen no llega al registro.
    .remedy = Si alguna de ellas contiene un dato, escribirlo como texto.

rule-hidden-read = Se han leído partes ocultas de un libro de cálculo
    .meaning = El libro tiene filas, columnas u hojas ocultas; lo que contienen está de todos modos en los registros.
    .reason = Lo que está oculto puede estar anticuado, o no ir dirigido a otros.
    .remedy = Eliminar del libro lo que no deba leerse.

rule-pages-without-text = Algunas páginas no tienen texto
    .meaning = Algunas páginas de un PDF son imágenes de hojas de papel.
    .reason = Nada de lo que está escrito en ellas llega a los registros.
    .remedy = Reconocer primero el texto, con un programa como `ocrmypdf`, o pedir el documento original.

rule-blank-template = Un formulario está en blanco
    .meaning = Están los apartados de un formulario y ningún contenido.
    .reason = Casi siempre se ha enviado el archivo equivocado.
    .remedy = Enviar el formulario relleno; de este no se ha leído nada.

rule-labels-apart = Apartados y contenidos están separados
    .meaning = Los apartados están juntos y los contenidos en otra parte, como cuando se copian una tras otra las columnas de una
        tabla.
    .reason = No se puede saber qué contenido pertenece a qué apartado, y un dato erróneo es peor que ninguno.
    .remedy = Escribir cada contenido junto a su apartado o debajo de él.

rule-labels-side-by-side = Hay apartados uno al lado del otro
    .meaning = Varios apartados están en una misma línea, con los contenidos debajo.
    .reason = No se puede saber qué contenido pertenece a qué apartado, y un dato erróneo es peor que ninguno.
    .remedy = Escribir cada contenido junto a su apartado o debajo de él, o hacer una tabla.

rule-values-first = Los contenidos están delante de sus apartados
    .meaning = Cada contenido está encima de su apartado.
    .reason = Los apartados se leen con lo que sigue, por lo que cada uno recibiría el contenido del siguiente.
    .remedy = Escribir cada contenido junto a su apartado o debajo de él.

rule-other-document = Un documento es de otro tipo
    .meaning = Las primeras líneas dicen que el documento no es una ficha: es un acta, una invitación, un índice.
    .reason = En tales documentos los apartados significan otra cosa.
    .remedy = Nada, si es así. Si no, escribir el título de la práctica bajo un apartado.

rule-doubtful-sheet = Un documento puede no ser una ficha
    .meaning = Tiene apartados de una ficha, pero ni un título ni mucho más de lo que solo tiene una buena práctica.
    .reason = Apartados como Lugar o Contacto aparecen en muchos documentos, y en ellos significan otra cosa.
    .remedy = Si es una ficha, dar a la práctica un título y una descripción bajo sus propios apartados. Si no, dejar fuera el
        documento.

rule-broken-data = Un archivo JSON o YAML no es válido
    .meaning = Desde el punto indicado el archivo infringe las reglas de su lenguaje: falta un paréntesis, una comilla o una coma.
    .reason = Lo que sigue a ese punto no se lee; sí las demás líneas de NDJSON y los demás documentos YAML del mismo archivo.
    .remedy = Corregir el punto indicado; a menudo hay que poner entre comillas un valor que contiene dos puntos.

rule-unknown-key = Una clave que los registros no tienen
    .meaning = Un registro tiene una clave que su esquema no conoce.
    .reason = Su valor no se lee; casi siempre es una clave conocida mal escrita.
    .remedy = Escribir la clave que indica el mensaje. Los datos propios van bajo `extra`.

rule-repeated-key = Una clave aparece dos veces
    .meaning = En un registro la misma clave aparece dos veces.
    .reason = Vale solo la primera; otros programas podrían tomar la otra.
    .remedy = Reunir los dos valores bajo una sola clave.

rule-wrong-type = Un valor es de un tipo equivocado
    .meaning = Una clave pide un texto, un número, una lista o un elemento, y hay otra cosa.
    .reason = El valor no se puede conservar, o fallan los programas que leen el registro.
    .remedy = Escribirlo como en el ejemplo del mensaje.

rule-newer-schema = Un registro sigue un esquema más reciente
    .meaning = La clave `schema` tiene un número más alto de los que este programa conoce.
    .reason = El registro puede tener claves que se perderían.
    .remedy = Conseguir una versión más reciente del programa.

rule-no-sheet = Un archivo no contiene ninguna ficha
    .meaning = Nada en el archivo se parece a una ficha de buena práctica: no está el inicio de un formulario conocido y hay menos de
        dos apartados conocidos.
    .reason = No se ha leído nada. Es un error para un archivo indicado por su nombre, una advertencia para uno de una carpeta.
    .remedy = Comprobar que es el archivo correcto. Para un formulario con apartados propios, escribir una plantilla.

## The page of a review (`scheda inspect --html`)

review-title = Revisión de { $file }
review-bytes = { $number ->
        [one] { $number } byte
       *[other] { $number } bytes
    }
review-source = Fuente
review-record = Qué se ha leído
review-skip = Ir a lo que se ha leído
review-help = Elija un valor para ver dónde se ha leído, o un tramo coloreado de la fuente para ver qué valor ha dado. Con el teclado: Tab e Intro; otro Intro lleva al otro lado, Esc anula la elección.
review-legend = Adónde ha ido todo
review-class = qué es
review-size = bytes
review-share = por ciento
review-unassigned = Texto de una ficha que no ha llegado a ningún campo
review-all-assigned = Todo el texto de las fichas ha llegado a un campo.
review-about-file = Sobre el archivo en su conjunto
review-sheet = Ficha { $number }
review-read-by = { $place }, plantilla { $template }
review-findings = Avisos
review-made = No leídos, sino anotados por scheda
review-pattern = por un patrón
review-inferred = deducido
review-constant = conocido por la plantilla
review-lines = { $number ->
        [one] línea { $lines }
       *[other] líneas { $lines }
    }
review-written = { $file }: escrita la revisión de { $read }

class-value = valor, en el color de su campo
class-label = etiqueta, subrayada en el color de su campo
class-heading = título
class-furniture = encabezado o pie de página
class-boilerplate = aviso legal o licencia
class-markup = marcado
class-blank = espacios en blanco
class-outside = fuera de las fichas
class-unassigned = en ningún campo

part-name = nombre
part-role = función
part-organisation = organización
part-email = correo electrónico
part-phone = teléfono
part-note = nota
part-label = etiqueta
part-url = dirección
part-title = título
part-text = texto
part-sections = sección
part-lines = líneas
part-scheme = tipo de número
part-value = número
part-code = código
part-programme = programa
part-licence = licencia
part-countries = país
part-years = años
part-from = de
part-to = a
part-file = archivo
part-sheet = ficha
part-place = lugar
part-template = plantilla
