# The same as extract.py without a parser of HTML: tags are cut out of cells, entities stay. A peer of scheda to measure against.
# usage: mawk -f extract.awk FILE...

BEGIN {
	names = "OGGETTO DELLA BUONA PRATICA=title;BEST PRACTICE'S SUBJECT=title;ENTE PROMOTORE=lead;INSTITUTION=lead"
	names = names ";DESCRIZIONE DELLA BUONA PRATICA=description;BEST PRACTICE'S DESCRIPTION=description"
	names = names ";TERRITORIO DI ATTUAZIONE=location;IMPLEMENTATION CONTEXT AND TERRITORY=location"
	names = names ";SOGGETTI COINVOLTI=stakeholders;STAKEHOLDERS INVOLVED=stakeholders"
	names = names ";DESTINATARI DELL'AZIONE=target_groups;BENEFICIARIES=target_groups;RISULTATI FINORA RAGGIUNTI=results;RESULTS=results"
	names = names ";PROSPETTIVE E OBIETTIVI FUTURI=outlook;FUTURE TARGETS AND PERSPECTIVES=outlook"
	names = names ";OPPORTUNITA' DI TRASFERIBILITA' IN ALTRO CONTESTO=transferability"
	names = names ";OPPORTUNITÀ DI TRASFERIBILITÀ IN ALTRO CONTESTO=transferability"
	names = names ";OPPORTUNITY OF TRANSFERABILITY IN A DIFFERENT CONTEXT=transferability"
	names = names ";PERSONA DI RIFERIMENTO=contacts;CONTACT PERSON=contacts;ALTRO=other;OTHER=other"
	count = split(names, pairs, ";")
	for (at = 1; at <= count; at++) { split(pairs[at], pair, "="); field[pair[1]] = pair[2] }
}

# What starts a sheet.
/^(#+ )?Buona pratica: / { finish(); form = "network"; title = $0; sub(/^(#+ )?Buona pratica: */, "", title); title = tidy(title); next }
/^(SCHEDA RIASSUNTIVA DELLA BUONA PRATICA|BEST PRACTICE SUMMARY SHEET)[ \t\r]*$/ { finish(); form = "report"; next }

# What belongs to no value.
form == "" || /^[ \t\r]*$/ { next }
/^(OS 2: Integrazione|Inclusione sociale ed economica SM|(# |\*\*)?ERASMI(\*\*)?[ \r]*$|Empowering Regional|for Migrant and Ref)/ { next }

form == "network" {
	tab = index($0, "\t")
	if (!tab) next
	name = substr($0, 1, tab - 1)
	gsub(/<[^>]*>/, "", name)
	if ((name = tidy(name)) != "") label = name
	if (label != "") take_cell(substr($0, tab + 1))
	next
}

{
	colon = index($0, ":")
	name = substr($0, 1, colon - 1)
	if (colon && name in field) { label = field[name]; open(label); add(substr($0, colon + 1)) }
	else if (label != "") add($0)
}

END { finish() }

function tidy(text) {
	gsub(/[ \t\r]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	sub(/^([-*] ?|• ?)+/, "", text)
	return text
}

function open(name) {
	if (!(name in size)) { order[++labels] = name; size[name] = 0 }
}

function add(text) {
	if ((text = tidy(text)) != "") { open(label); value[label, ++size[label]] = text }
}

function take_cell(html,   rest, items, count, at) {
	if (!index(html, "<")) { add(html); return }
	for (rest = html; match(rest, /href="[^"]*"/); rest = substr(rest, RSTART + RLENGTH)) link[++links] = substr(rest, RSTART + 6, RLENGTH - 7)
	gsub(/<\/(li|p)>|•/, "\001", html)
	gsub(/<[^>]*>/, "", html)
	count = split(html, items, "\001")
	for (at = 1; at <= count; at++) add(items[at])
}

function quoted(text) {
	if (text ~ /[\\"]/) { gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text) }
	return "\"" text "\""
}

function list(name,   at, text) {
	if (size[name] == 1) return quoted(value[name, 1])
	for (at = 1; at <= size[name]; at++) text = text (at > 1 ? "," : "") quoted(value[name, at])
	return "[" text "]"
}

function finish(   at) {
	if (form == "") return
	for (at = 1; form == "report" && at <= size["title"]; at++) title = title (at > 1 ? " " : "") value["title", at]
	printf "{\"form\":\"%s\",\"title\":%s,\"fields\":{", form, quoted(title)
	for (at = 1; at <= labels; at++) printf "%s%s:%s", (at > 1 ? "," : ""), quoted(order[at]), list(order[at])
	printf "},\"links\":["
	for (at = 1; at <= links; at++) printf "%s%s", (at > 1 ? "," : ""), quoted(link[at])
	print "]}"
	split("", size); split("", value)
	labels = links = 0
	form = title = label = ""
}
