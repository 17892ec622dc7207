//! Pages to blocks.

use super::*;

/// The blocks of a page in short: one line each, its shape and its words.
fn read(text: &str) -> Vec<String> {
    let page = split(text, Schemas::builtin());
    assert_tiled(text, &page);
    page.blocks.iter().filter_map(|block| short(text, block)).collect()
}

fn short(text: &str, block: &Block<'_>) -> Option<String> {
    let of = |span: Span| span.of(text);
    Some(match block.shape {
        Shape::Blank { .. } if block.mark == Mark::Outside => format!("out {}", of(block.span)),
        Shape::Blank { .. } => return None,
        Shape::Rule | Shape::Key { .. } => String::from("rule"),
        Shape::Heading { level, body, .. } => format!("h{level} {}", of(body)),
        Shape::Row { label, body } => format!("row {} = {}", of(label), of(body)),
        Shape::Cells { body } => {
            format!("cells {}", cell_spans(text, body).into_iter().map(of).collect::<Vec<_>>().join(" + "))
        }
        Shape::Bullet { indent, body, .. } => format!("{indent}- {}", of(body)),
        Shape::Definition { body, .. } | Shape::Paragraph { body } | Shape::Prose { body } => of(body).to_owned(),
    })
}

/// Blocks leave no byte out, and their words and labels lie inside them.
fn assert_tiled(text: &str, page: &Page<'_>) {
    let mut at = 0;
    for block in &page.blocks {
        assert_eq!(block.span.start, at, "{:?} in {text}", block.shape);
        assert!(
            text.get(block.span.start..block.span.end).is_some_and(|block| !block.is_empty()),
            "{block:?} in {text}"
        );
        at = block.span.end;
        let mut inner = words_of(text, block);
        inner.extend(block.labels.iter().flat_map(|label| [label.span, label.words]));
        for span in inner {
            assert!(
                block.span.covers(span) && text.get(span.start..span.end).is_some(),
                "{span:?} of {block:?} in {text}"
            );
        }
    }
    assert_eq!(at, text.len());
}

#[test]
fn lines_begin_at_tags() {
    for (text, blocks) in [
        ("<h2 class=x>Uno</h2>\n<p>due\ntre</p>quattro", &["h2 Uno", "due\ntre", "quattro"][..]),
        ("<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>e", &["0- a", "2- b", "0- c", "d", "e"]),
        ("a<br>b<br>\n<br>c", &["a<br>b", "c"]),
        ("<p><b>a</b> &nbsp;</p><p>&nbsp;</p><p><i></i></p>", &["<b>a</b>"]),
        (
            "<p>a<script>if (1<2) '<p>no</p>'</script> b<!-- <p>no</p> --></p>",
            &["a<script>if (1<2) '<p>no</p>'</script> b"],
        ),
        (
            "<p>Periodo: 2018<br>Partner: Alfa<br>Beta<br>Attivit&agrave;<br>Corsi</p>",
            &["Periodo: 2018", "Partner: Alfa<br>Beta", "Attivit&agrave;", "Corsi"],
        ),
    ] {
        assert_eq!(read(text), blocks, "{text}");
    }
}

#[test]
fn cells_stand_side_by_side() {
    for (text, blocks) in [
        ("<table><tr><th>Luogo</th><td> Roma </td></tr></table>", &["row Luogo = Roma"][..]),
        ("<table><tr><td>Luogo<td>Roma<tr><td>Titolo<td>Rete</table>", &["row Luogo = Roma", "row Titolo = Rete"]),
        ("<table><tr><td>&nbsp;</td><td>goes on</td></tr></table>", &["row  = goes on"]),
        ("<table><tr><td>Luogo</td><td>&nbsp;</td></tr></table>", &["row Luogo = "]),
        ("<table><tr><td>Partner</td><td>a</td><td>b</td></tr></table>", &["row Partner = a</td><td>b"]),
        (
            "<table><tr><td>Luogo</td><td>a</td><td>Titolo</td><td>b</td></tr></table>",
            &["row Luogo = a", "row Titolo = b"],
        ),
        (
            "<table><tr><th>a</th><th>b|c</th><th>d</th></tr><tr><td>1<td>2<td>3</table>",
            &["cells a + b|c + d", "rule", "cells 1 + 2 + 3"],
        ),
        ("<table><tr><th colspan=2>Dati</th></tr><tr><td>x</td><td>y</td></tr></table>", &["h4 Dati", "row x = y"]),
        ("<dl><dt>Luogo:</dt><dd>a</dd><dd>b</dd><dt>Partner</dl>", &["row Luogo: = a", "row  = b", "row Partner = "]),
        // A table that lays the page out.
        ("<table><tr><td>x</td><td><h1>T</h1><p>Luogo: a</p></td></tr></table>", &["x", "h1 T", "Luogo: a"]),
        ("<table><tr><td>x</td><td><p>Luogo: a</p><p>Titolo: b</p></td></tr></table>", &["x", "Luogo: a", "Titolo: b"]),
        ("<table><tr><td>x</td><td><table><tr><td>Luogo<td>a</table></td></tr></table>", &["x", "row Luogo = a"]),
    ] {
        assert_eq!(read(text), blocks, "{text}");
    }
}

#[test]
fn lists_of_fields_are_lines() {
    let list = "<ul><li><b>Luogo:</b> Roma</li><li><b>Titolo</b> Rete</li></ul><p>x</p><ul><li>Luogo: Roma</li><li>due</li></ul>";
    assert_eq!(read(list), ["<b>Luogo:</b> Roma", "<b>Titolo</b> Rete", "x", "0- Luogo: Roma", "0- due"]);
}

#[test]
fn labels_are_found_behind_tags_and_references() {
    for (text, words, span) in [
        (
            "<p><strong style='color:red'>Obiettivi:</strong> uno</p>",
            "Obiettivi",
            "<strong style='color:red'>Obiettivi:</strong>",
        ),
        (
            "<p><b><span lang=IT>Obiettivi</span></b><span>: uno</span></p>",
            "Obiettivi",
            "<b><span lang=IT>Obiettivi</span></b><span>:",
        ),
        ("<p><b class=x>Attivit&agrave;</b> corsi</p>", "Attivit&agrave;", "<b class=x>Attivit&agrave;</b>"),
        ("<p>Attivit&agrave;&nbsp;: corsi</p>", "Attivit&agrave;", "Attivit&agrave;&nbsp;:"),
    ] {
        let page = split(text, Schemas::builtin());
        let label = page.blocks.iter().flat_map(|block| &block.labels).next().unwrap();
        assert_eq!((label.words.of(text), label.span.of(text)), (words, span), "{text}");
    }
}

#[test]
fn the_site_is_outside() {
    for (text, blocks) in [
        ("<nav><ul><li>Partner</ul></nav><p>x</p>", &["out <nav><ul><li>Partner</ul></nav>", "x"][..]),
        (
            "<p>x</p><div class='site-footer'><div>y</div></div><p>z</p>",
            &["x", "out <div class='site-footer'><div>y</div></div>", "z"],
        ),
        ("<div>a</div><main><p>x</p></main><div>b</div>", &["out <div>a</div>", "x", "out <div>b</div>"]),
        ("<h1>T</h1><div>a</div><article><header>h</header>x</article>", &["h1 T", "out </h1><div>a</div>", "h", "x"]),
        // A wrapper of the whole page is no chrome, whatever its name.
        ("<form class=menu><p>Luogo: a</p><p>Titolo: b</p></form><p>c</p>", &["Luogo: a", "Titolo: b", "c"]),
        // What nobody closes ends at a label, a title, an article.
        ("<nav><a>x</a><p>Luogo: a</p>", &["out <nav><a>x</a><p>", "Luogo: a"]),
        ("<div class=cookie>y<h1>T</h1>z", &["out <div class=cookie>y", "h1 T", "z"]),
        ("<div class=share>y<article>z</article>", &["out <div class=share>y", "z"]),
        // Teasers are no articles of the page.
        (
            "<p>x and more</p><aside><article>y</article></aside>",
            &["x and more", "out <aside><article>y</article></aside>"],
        ),
    ] {
        assert_eq!(read(text), blocks, "{text}");
    }
}

#[test]
fn what_never_ends_hides_nothing() {
    for text in [
        "<!-- <p>x</p>",
        "<script> <p>x</p>",
        "<title> <p>x</p>",
        "<p title=\"><p>x</p>",
        "<head><p>x</p>",
        "<a <p>x</p>",
    ] {
        let blocks = read(text);
        assert!(blocks.iter().any(|block| block.contains('x')), "{text}: {blocks:?}");
    }
}

/// Documents that nest, repeat or never end, each about `size` bytes long.
fn hostile(size: usize) -> Vec<(&'static str, String)> {
    let times = |piece: &str| piece.repeat(size / piece.len());
    vec![
        ("deep", times("<div>") + "x"),
        ("deep chrome", times("<div class=menu>") + "x"),
        ("deep lists", times("<ul><li>x")),
        ("items", times("<li>x")),
        ("less-than signs", times("<")),
        ("less-than signs and spaces", times("< ")),
        ("tags cut short", times("<a \"")),
        ("comments", times("<!--")),
        ("scripts", times("<script>")),
        ("heads", times("<head>")),
        ("cells", "<tr>".to_owned() + &times("<td>x")),
        ("tables", times("<table><tr><td>x<td>")),
        ("terms", times("<dt>Luogo<dd>x")),
        ("articles", times("<article>x</article>")),
        ("menus", times("<nav>Luogo: x</nav>")),
        ("titles", times("<nav><h1>x</h1></nav>")),
        ("ends", times("</div></ul></td></p>")),
        ("colons", times("a: ")),
        ("references", times("&amp;")),
        ("references cut short", times("&amp")),
        ("bold", times("<b>")),
        ("breaks", times("x<br>")),
        ("one line", "<p>".to_owned() + &times("parola ")),
        ("attributes", "<p ".to_owned() + &times("a=b ") + ">x"),
    ]
}

#[test]
fn hostile_pages_give_blocks_in_proportion() {
    for (name, text) in hostile(20_000) {
        let page = split(&text, Schemas::builtin());
        assert_tiled(&text, &page);
        let labels: usize = page.blocks.iter().map(|block| block.labels.len()).sum();
        assert!(page.blocks.len() + labels + page.hidden.len() <= text.len() + 2, "{name}");
        let tags = markup(&text, &page.blocks);
        assert!(tags.iter().map(|span| span.len()).sum::<usize>() <= text.len(), "{name}");
    }
}
