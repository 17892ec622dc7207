# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Buenas prácticas
practices = { $number ->
        [one] { $number } práctica
       *[other] { $number } prácticas
    }
collections = { $number ->
        [one] { $number } colección
       *[other] { $number } colecciones
    }
countries = { $number ->
        [one] { $number } país
       *[other] { $number } países
    }
languages = { $number ->
        [one] { $number } idioma
       *[other] { $number } idiomas
    }
overview = Resumen general
practice = Práctica
country = País
language = Idioma
collection = Colección
by-collection = Por colección
by-country = Por país
by-language = Por idioma
by-year = Por primer año
not-stated = no indicado
what-is-missing = Qué hay y qué falta
present = rellenado
missing = pedido y ausente
absent = ausente y no pedido
field = Campo
filled = Rellenados
missing-column = Ausentes
data = Datos
hidden = Aquí no se muestran: { $parts }
hidden-emails = { $number ->
        [one] { $number } dirección de correo
       *[other] { $number } direcciones de correo
    }
hidden-phones = { $number ->
        [one] { $number } número de teléfono
       *[other] { $number } números de teléfono
    }
hidden-people = { $number ->
        [one] { $number } persona
       *[other] { $number } personas
    }

# Fields that no label opens
field-sections = Otras secciones

# The site
search = Buscar
search-help = Palabras del título, la entidad, el lugar o cualquier texto
all = todas
clear = Quitar filtros
filters = Filtros
nothing-found = Ninguna práctica tiene todo esto.
back = Todas las prácticas
skip = Ir al contenido
contents = En esta página
charts = En cifras
found = { $number } de { $practices }
more = Mostrar más
