"""Markdown to safe HTML."""

from xml.etree import ElementTree

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eclaircie.content.references import Reference
from eclaircie.rendering.markdown import Block, Link, Rendered, render, sanitise

TAGS = frozenset(
    {
        *("p", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "bdi", "blockquote", "br", "hr"),
        *("table", "thead", "tbody", "tr", "th", "td", "code", "abbr", "details", "summary"),
    }
)
ATTRIBUTES = frozenset({"href", "class", "rel", "lang", "dir", "id", "scope", "start", "translate"})
SCHEMES = ("https://", "tel:", "sms:", "mailto:", "/fr/")
PIECES = st.sampled_from(
    [
        *(
            "<",
            ">",
            "&",
            '"',
            "'",
            "`",
            "[",
            "](",
            ")",
            "![",
            "\\",
            "\n",
            "\n\n",
            "    ",
            "# ",
            "- ",
            "> ",
            "| ",
            "=\n",
        ),
        *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<style>", "<!--", "-->", "<?", "]]>"),
        *("javascript:alert(1)", "JaVaScRiPt&#58;alert(1)", "data:text/html,x", "//evil.example", "/\\evil.example"),
        *(
            "https://example.org/",
            "page:aider",
            "fiche:droits",
            "site:contact",
            "dessin:lit",
            "site:choix",
            "[a]: https://evil.example",
        ),
        *("&#xe000;0&#xe001;", "\ue0007\ue001", "\x02wzxhzdk:0\x03", "{: onclick=alert(1)}", " style=color:red", "a"),
    ]
)


def resolve(reference: Reference) -> Link:
    """Follow every link as the views would follow one that no check has looked at."""
    if reference.scheme == "page":
        return Link("Le titre", "/fr/aider/")
    if reference.scheme == "fiche" and reference.fact:
        return Link("0 800 00 00 01", "tel:0800000001", "tel", direction="ltr")
    if reference.scheme == "https":
        return Link("", reference.target, "external", "(autre site)")
    return Link(reference.text, reference.target)


def html_of(text: str, *, is_french: bool = True) -> str:
    """The HTML of a text, without its blocks."""
    return "".join(part for part in rendered(text, is_french=is_french).parts if isinstance(part, str))


def rendered(text: str, *, is_french: bool = True) -> Rendered:
    """The text, rendered."""
    return render(text, resolve, is_french=is_french)


def elements(html: str) -> list[ElementTree.Element]:
    """The elements that a browser makes of a piece of HTML."""
    body: ElementTree.Element = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return list(body.iter())[1:]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un **mot** et *un autre*.", "<p>Un <strong>mot</strong> et <em>un autre</em>.</p>"),
        ("> À recopier", "<blockquote>\n<p>À recopier</p>\n</blockquote>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a\n  - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("### Plus petit", "<h3>Plus petit</h3>"),
        ("une ligne  \nune autre", "<p>une ligne<br>\nune autre</p>"),
        ("***", "<hr>"),
    ],
)
def test_the_formatting_of_the_guide_becomes_html(text: str, html: str) -> None:
    """What the writers' guide offers is rendered as such."""
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un `mot`.", "<p>Un <code>mot</code>.</p>"),
        (r"Une étoile \*.", "<p>Une étoile *.</p>"),
        ("Un [lien](page:aider).", '<p>Un <a href="/fr/aider/">lien</a>.</p>'),
        ("Un &eacute;t&#233;.", "<p>Un été.</p>"),
        ("Un *mot*.", "<p>Un <em>mot</em>.</p>"),
        ("Un __mot__.", "<p>Un <strong>mot</strong>.</p>"),
        ("Un mot \t\nou deux.", "<p>Un mot<br>\nou deux.</p>"),
    ],
)
def test_one_kind_of_sign_is_enough_for_its_formatting(text: str, html: str) -> None:
    """A sign is understood in a text that holds no other one."""
    assert html_of(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Une ligne\nune autre", "<p>Une ligne\nune autre</p>"),
        ("Un titre\n---", '<h2 id="p1">Un titre</h2>'),
        ("Une ligne\n### Plus petit", "<p>Une ligne</p>\n<h3>Plus petit</h3>"),
        ("Une ligne\n***\nune autre", "<p>Une ligne</p>\n<hr>\n<p>une autre</p>"),
        ("Une ligne\n> À recopier", "<p>Une ligne</p>\n<blockquote>\n<p>À recopier</p>\n</blockquote>"),
    ],
)
def test_a_block_may_begin_below_a_line_of_text(text: str, html: str) -> None:
    """A line of words is a paragraph, unless what stands below it makes it a title or begins another block."""
    assert html_of(text) == html


def test_a_table_needs_no_border() -> None:
    """A table whose first line begins with a word is a table."""
    assert [element.text for element in elements(html_of("a | b\n--|--\nc | d")) if element.tag in ("th", "td")] == [
        *("a", "b", "c", "d")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![image](https://evil.example/x.png)",
        "![image][x]\n\n[x]: https://evil.example/x.png",
        "<div onclick=alert(1)>\n\ntexte\n\n</div>",
        "<!-- caché -->",
        "<style>main{display:none}</style>",
        "`<script>alert(1)</script>`",
        '[x](https://example.org/ "\\"onmouseover=alert(1)")',
        "*a*{: onclick=alert(1) style=color:red}",
        "<iframe src=https://evil.example></iframe>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_html_that_slipped_through_the_checks_is_only_text(text: str) -> None:
    """Tags, images and handlers that a writer types never become elements of the page."""
    tags = {element.tag for element in elements(html_of(text))}

    assert tags <= {"p", "em", "code", "a", "span"}


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "http://example.org/",
        "//evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "blob:https://example.org/x",
    ],
)
def test_a_link_with_a_foreign_scheme_leads_nowhere(target: str) -> None:
    """Only https, tel, sms, mailto and the site's own addresses may be followed."""
    html = html_of(f"Un lien : [texte]({target}).")

    assert "href" not in html
    assert "texte" in html


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(text=st.lists(PIECES | st.text(max_size=8), max_size=14).map("".join), is_french=st.booleans())
def test_no_text_whatever_leaves_the_allow_list(text: str, is_french: bool) -> None:
    """Whatever is written, the page gets only the tags, attributes and schemes of the list."""
    found = elements(html_of(text, is_french=is_french))

    assert {element.tag for element in found} <= TAGS
    assert {name for element in found for name in element.keys()} <= ATTRIBUTES  # noqa: SIM118  # no mapping
    assert all(element.get("href", "/fr/").lower().startswith(SCHEMES) for element in found)


UNKNOWN_ATTRIBUTES = (
    *("style", "onclick", "onload", "onerror", "onfocus", "onmouseover", "onpointerdown", "ontoggle", "onbegin"),
    *("src", "srcset", "srcdoc", "formaction", "action", "ping", "target", "download", "background", "poster", "data"),
    *("name", "slot", "is", "tabindex", "contenteditable", "autofocus", "popover", "hidden", "accesskey", "title"),
    *("http-equiv", "nonce", "integrity", "itemprop", "data-until", "aria-label", "role", "xml:lang", "xlink:href"),
)


@pytest.mark.parametrize("tag", sorted(TAGS))
def test_no_attribute_leaves_the_last_filter_but_those_of_the_list(tag: str) -> None:
    """No style, no script, no address beside `href`, on no element: whatever the parts before it let through."""
    inside = {"tr": "table", "td": "table", "th": "table", "thead": "table", "tbody": "table", "li": "ul"}.get(
        tag, "div"
    )
    attributes = "".join(f' {name}="x"' for name in (*UNKNOWN_ATTRIBUTES, *sorted(ATTRIBUTES - {"href"})))
    found = elements(sanitise(f"<{inside}><{tag}{attributes}>x</{tag}></{inside}>"))
    kept = {name for element in found for name in element.keys()}  # noqa: SIM118  # no mapping

    assert kept <= ATTRIBUTES


def test_nothing_but_no_may_be_said_about_translation() -> None:
    """A number may be kept from being translated; no text can have words translated that must not be."""
    html = '<p><a href="/fr/" translate="no">17</a> <span translate="yes">a</span> <span translate="">b</span></p>'

    assert [element.get("translate") for element in elements(sanitise(html))] == [None, "no", None, None]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Le [](fiche:droits/numero).", True),
        ("Le [0 800 00 00 01](fiche:droits/numero).", True),
        ("[Appelez le 0 800 00 00 01](fiche:droits/numero).", False),
        ("[Qui répond](page:aider).", False),
    ],
)
def test_a_number_in_a_sentence_is_not_translated(text: str, kept: bool) -> None:
    """A link whose words are digits stays as it is; words around digits are translated as others."""
    [link] = [element for element in elements(html_of(text)) if element.tag == "a"]

    assert (link.get("translate") == "no") is kept


@pytest.mark.parametrize("text", ["&#xe000;7&#xe001;", "\ue0007\ue001", "&#57344;0&#57345;\n\n[](fiche:ecoute)"])
def test_signs_that_mark_a_block_cannot_be_typed(text: str) -> None:
    """Nobody can make a block appear, or the build fail, by typing the signs that stand for one."""
    blocks = [part for part in rendered(text).parts if isinstance(part, Block)]

    assert len(blocks) == text.count("fiche:")


def test_a_link_without_text_takes_the_name_of_what_it_leads_to() -> None:
    """An empty link text is filled with the title of the page."""
    assert html_of("Voyez [](page:aider), puis.") == '<p>Voyez <a href="/fr/aider/">Le titre</a>, puis.</p>'


def test_a_link_keeps_the_text_of_its_writer() -> None:
    """A link text that was written is not replaced."""
    assert html_of("Voyez [ceci](page:aider), puis.") == '<p>Voyez <a href="/fr/aider/">ceci</a>, puis.</p>'


def test_a_page_alone_in_a_paragraph_is_a_link_to_go_on() -> None:
    """A link to a page that is all its paragraph holds stands out."""
    assert html_of("[](page:aider)") == '<p class="go"><a href="/fr/aider/">Le titre</a></p>'


def test_a_link_to_another_site_says_so_and_tells_it_nothing() -> None:
    """A link out of the site carries a note and does not say where the reader comes from."""
    html = html_of("Voyez [ce site](https://example.org/a?b=c).")

    assert html == (
        '<p>Voyez <a class="external" href="https://example.org/a?b=c" rel="noreferrer" target="_top">ce site'
        '<span class="note"> (autre site)</span></a>.</p>'
    )


def test_a_fact_in_a_sentence_is_told_there() -> None:
    """A number referred to in a sentence is a link that calls it."""
    html = html_of("Appelez [](fiche:droits/numero) demain.")

    assert (
        '<a class="tel" dir="ltr" href="tel:0800000001" translate="no">0&nbsp;800&nbsp;00&nbsp;00&nbsp;01</a> demain'
        in html
    )


def test_a_fact_without_an_address_is_plain_words() -> None:
    """A fact that cannot be followed is no link."""
    html = render("Ouvert [](fiche:droits/horaires).", lambda _: Link("le lundi"), is_french=True).parts

    assert html == ["<p>Ouvert <span>le lundi</span>.</p>"]


@pytest.mark.parametrize("target", ["fiche:ecoute", "fiche:urgence/bareme", "fiche:sms/sms", "site:contact"])
def test_a_reference_alone_in_a_paragraph_becomes_a_block(target: str) -> None:
    """A card, a table or a block of the site takes the place of its paragraph, in order."""
    parts = rendered(f"Avant.\n\n[]({target})\n\nAprès.").parts

    assert [part if isinstance(part, Block) else part.strip() for part in parts] == [
        "<p>Avant.</p>",
        Block(target),
        "<p>Après.</p>",
    ]


def test_a_reference_inside_a_sentence_is_no_block() -> None:
    """A line named in a sentence stays in the sentence."""
    parts = rendered("Appelez [le 39 19](fiche:ecoute) demain.").parts

    assert not [part for part in parts if isinstance(part, Block)]


def test_subtitles_are_listed_with_ids_that_say_nothing() -> None:
    """An id can end up in an address, so it tells nothing of the subtitle."""
    page = rendered("## Porter plainte\n\n## Partir")

    assert page.headings == [("p1", "Porter plainte"), ("p2", "Partir")]
    assert html_of("## Porter plainte") == '<h2 id="p1">Porter plainte</h2>'


def test_tables_align_by_class() -> None:
    """A table that aligns to the right needs no style attribute, which the policy would refuse."""
    html = html_of("| a | b |\n|---|--:|\n| c | 1 |")

    assert '<th class="end" scope="col">b</th>' in html
    assert '<td class="end">1</td>' in html
    assert "style" not in html


def test_french_text_gets_french_spaces_and_apostrophes() -> None:
    """Words, link texts, subtitles and what follows bold text are set as French wants them."""
    html = html_of("L'eau **monte** : [qu'en dire ?](page:aider) Rien !").replace("&nbsp;", "\u00a0")

    assert html == ('<p>L’eau <strong>monte</strong>\u00a0: <a href="/fr/aider/">qu’en dire\u00a0?</a> Rien\u00a0!</p>')


def test_french_subtitles_are_listed_as_they_are_shown() -> None:
    """The table of contents has the same typography as the subtitles."""
    assert rendered("## L'autre : qui ?").headings == [("p1", "L’autre\u00a0: qui\u00a0?")]


def test_other_languages_keep_their_own_typography() -> None:
    """A text that is not French is left as it was written."""
    assert html_of('It\'s "this": why?', is_french=False) == '<p>It\'s "this": why?</p>'


def test_addresses_are_never_retouched() -> None:
    """French typography changes what is read, never where a link leads."""
    html = html_of("Un [lien](https://example.org/l'eau?a=1;b).")

    assert 'href="https://example.org/l\'eau?a=1;b"' in html


@pytest.mark.parametrize(("text", "html"), [("`l'eau ?`", "<code>l'eau ?</code>"), ("`<b>`", "<code>&lt;b&gt;</code>")])
def test_code_is_shown_as_it_was_typed(text: str, html: str) -> None:
    """Something to type or to recognise on a screen keeps its own signs."""
    assert html_of(text) == f"<p>{html}</p>"


def drawn(text: str) -> str:
    """The HTML of a text whose drawings are their names between braces."""
    parts = render(text, resolve, is_french=True, draw=lambda name: f"{{{name}}}").parts
    return "".join(part for part in parts if isinstance(part, str))


def test_a_drawing_stands_where_the_text_asks_for_it() -> None:
    """In a sentence and in a link's list; the words around it stay. One that nobody drew is left out."""
    assert drawn("Un [](dessin:lit) ici") == "<p>Un {lit}\n ici</p>"
    assert "{" not in drawn("Un [](dessin:inconnu) ici")
    assert "{" not in drawn('Un <br class="lit"> ici, `[](dessin:lit)`')


CHOICES = """[](site:choix)

- [](dessin:personne) Moi
  - [](dessin:lit) [Dormir](page:aider)

- [](dessin:liste) [Tout](page:aider)
"""


def test_a_list_of_choices_opens_level_by_level() -> None:
    """What has choices below it is a part that opens, with its drawing and its words; the last ones are links."""
    html = drawn(CHOICES)
    [listed] = [element for element in elements(html) if element.get("class") == "choices"]
    first, second = listed.findall("li")

    assert ["".join(each.itertext()).split() for each in listed.iter("summary")] == [["{personne}", "Moi"]]
    assert [each.get("href") for each in first.findall("details/ul/li/a")] == ["/fr/aider/"]
    assert (second.find("details"), second.find("p"), "".join(second.itertext()).split()) == (
        None,
        None,
        ["{liste}", "Tout"],
    )
    assert "<details" not in drawn(CHOICES.replace("site:choix", "page:aider"))
