# The words of a catalogue: of its overview in Markdown, and of its site. Plural forms follow the Unicode CLDR.
catalogue = Boas práticas
practices = { $number ->
        [one] { $number } prática
       *[other] { $number } práticas
    }
collections = { $number ->
        [one] { $number } coleção
       *[other] { $number } coleções
    }
countries = { $number ->
        [one] { $number } país
       *[other] { $number } países
    }
languages = { $number ->
        [one] { $number } língua
       *[other] { $number } línguas
    }
overview = Visão geral
practice = Prática
country = País
language = Língua
collection = Coleção
by-collection = Por coleção
by-country = Por país
by-language = Por língua
by-year = Por primeiro ano
not-stated = não indicado
what-is-missing = O que existe e o que falta
present = preenchido
missing = pedido e em falta
absent = ausente e não pedido
field = Campo
filled = Preenchidos
missing-column = Em falta
data = Dados
hidden = Não mostrados aqui: { $parts }
hidden-emails = { $number ->
        [one] { $number } endereço eletrónico
       *[other] { $number } endereços eletrónicos
    }
hidden-phones = { $number ->
        [one] { $number } número de telefone
       *[other] { $number } números de telefone
    }
hidden-people = { $number ->
        [one] { $number } pessoa
       *[other] { $number } pessoas
    }

# Fields that no label opens
field-sections = Outras secções

# The site
search = Pesquisar
search-help = Palavras do título, da entidade, do local ou de qualquer texto
all = todas
clear = Limpar filtros
filters = Filtros
nothing-found = Nenhuma prática tem tudo isto.
back = Todas as práticas
skip = Ir para o conteúdo
contents = Nesta página
charts = Em números
found = { $number } de { $practices }
more = Mostrar mais
