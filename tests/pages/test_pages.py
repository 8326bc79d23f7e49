"""Every page as plain data, and what its reader sees of it."""

import dataclasses
import textwrap
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from eclaircie.languages import ARABIC, BY_TAG
from eclaircie.loading import ContentError, read_site
from eclaircie.pages.site import Site
from eclaircie.rendering.application import create_app
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """A site of a few pages."""
    return read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content"))


def shown(site: Site, address: str) -> ElementTree.Element:
    """A page as a browser reads it."""
    answer = create_app(site).test_client().get(address)
    tree: ElementTree.Element = html5lib.parse(answer.get_data(as_text=True), namespaceHTMLElements=False)
    return tree


def only(tree: ElementTree.Element, path: str) -> ElementTree.Element:
    """The only element at a path."""
    [element] = tree.findall(path)
    return element


def words(element: ElementTree.Element) -> str:
    """What is read in an element."""
    return " ".join("".join(element.itertext()).split())


def test_every_page_stands_in_every_language(small: Site) -> None:
    """A page exists at its own address in each language, translated or not."""
    addresses = small.addresses()

    assert {"/fr/aider/voisin/", "/en/aider/voisin/", "/ar/aider/voisin/"} <= set(addresses)
    assert len(addresses) == len(set(addresses)) == 3 * len(small.library.documents) + 2


@pytest.mark.parametrize("address", ["/fr/rien/", "/de/aider/", "/fr/aider", "/fr/index/", "/aider/", "/fr/fr/"])
def test_no_other_address_is_a_page(small: Site, address: str) -> None:
    """An address that the site does not have is unknown, even where it resembles one."""
    with pytest.raises(KeyError):
        small.inputs(address)


@pytest.mark.parametrize(("address", "unknown"), [("/", False), ("/404.html", True)])
def test_the_entrances_show_the_french_home_page(small: Site, address: str, unknown: bool) -> None:
    """The root and the answer to any unknown address are the French home page; only the second knows what it is."""
    assert {**small.inputs("/fr/"), "address": address, "is_unknown": unknown} == small.inputs(address)


@pytest.mark.parametrize(
    ("base_url", "entrance"), [("https://example.org/", "/k7"), ("https://example.org/aide/", "/aide/k7")]
)
def test_the_answer_to_an_unknown_address_knows_the_printed_one(tmp_path: Path, base_url: str, entrance: str) -> None:
    """At the printed address, path included, nothing will say that the page does not exist."""
    settings = f"{textwrap.dedent(FILES['site.yaml'])}entree: /k7\n"
    content = write_small_content(tmp_path / "content", {"site.yaml": settings})
    site = read_site(BEFORE_REVIEW, content=content, base_url=base_url)

    note = only(shown(site, "/404.html"), ".//p[@class='note unknown']")
    assert (note.get("data-entrance"), note.get("hidden")) == (entrance, "")


@pytest.mark.parametrize("address", ["/", "/fr/", "/en/", "/ar/"])
def test_a_home_page_does_not_say_that_it_is_unknown(small: Site, address: str) -> None:
    """The sentence about an address that does not exist stands on `/404.html` alone."""
    assert shown(small, address).findall(".//p[@class='note unknown']") == []


def guide(title: str, order: int, header: str = "") -> str:
    """A guide to a browser, whose two parts name it."""
    return (
        f"---\ntitre: {title}\ngenre: navigateur\nresume: Un guide.\nordre: {order}\nnavigateur: firefox\n"
        f"systemes: [windows, linux]\n{header}---\n## Retirer\n\nLigne de {title}.\n\n## Ouvrir\n\nFenêtre de {title}.\n"
    )


SHOWING = "---\ntitre: Traces\nonglet: Traces\nresume: Les traces.\n---\n[](site:{block})\n"
GUIDES = {
    "fr/traces/index.md": SHOWING.format(block="navigateurs"),
    "fr/traces/fenetre.md": SHOWING.format(block="fenetres"),
    "fr/traces/a.md": guide("Dernier", 30),
    "fr/traces/b.md": guide("Premier", 10, "essaye_le: 2026-11-01\n"),
    "fr/traces/c.md": guide("Deuxième", 20),
    "en/traces/b.md": "---\ntitre: First\nresume: A guide.\n---\n## Remove\n\nLine of First.\n\n## Open\n\nWindow.\n",
}


@pytest.fixture
def guided(tmp_path: Path) -> Site:
    """A site with three guides to browsers, of which one was tried and translated."""
    return read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", GUIDES))


def guides_of(site: Site, address: str) -> list[ElementTree.Element]:
    """The guides that a page shows."""
    return shown(site, address).findall(".//div[@class='guides']/details")


def test_a_guide_is_no_page(guided: Site) -> None:
    """A guide has no address in any language, and no section lists it."""
    addresses = guided.addresses()

    assert [address for address in addresses if address.endswith(("/a/", "/b/", "/c/"))] == []
    assert [child["title"] for child in guided.inputs("/fr/traces/")["children"]] == ["Traces"]
    with pytest.raises(KeyError):
        guided.inputs("/fr/traces/a/")


def test_a_guide_is_in_no_trail(tmp_path: Path) -> None:
    """A page in a folder that bears the name of a guide leads up past it."""
    page = "---\ntitre: Plus bas\nonglet: Bas\nresume: Une page.\n---\nTexte.\n"
    content = write_small_content(tmp_path / "content", {**GUIDES, "fr/traces/a/bas.md": page})
    site = read_site(BEFORE_REVIEW, content=content)

    assert [step["href"] for step in site.inputs("/fr/traces/a/bas/")["trail"]] == ["/fr/", "/fr/traces/"]


@pytest.mark.parametrize(("path", "part"), [("traces", "Ligne"), ("traces/fenetre", "Fenêtre")])
def test_guides_are_listed_in_order_with_the_part_asked_for(guided: Site, path: str, part: str) -> None:
    """One page tells how to remove a line, the other how to open a window, browser after browser."""
    guides = guides_of(guided, f"/fr/{path}/")

    assert [words(only(guide, "./summary")) for guide in guides] == ["Premier", "Deuxième", "Dernier"]
    assert [words(guide.findall("./p")[-1]) for guide in guides] == [
        f"{part} de {title}." for title in ("Premier", "Deuxième", "Dernier")
    ]


def test_a_guide_names_its_browser_and_systems(guided: Site) -> None:
    """The script can put the guide for the browser in hand first."""
    guide = guides_of(guided, "/fr/traces/")[0]

    assert (guide.get("data-browser"), guide.get("data-systems")) == ("firefox", "windows linux")


def test_a_translated_guide_is_shown_in_its_language(guided: Site) -> None:
    """Where a guide is translated its words are used, and where not the French ones are marked as French."""
    guides = guides_of(guided, "/en/traces/")

    assert [(words(only(guide, "./summary")), guide.get("lang")) for guide in guides] == [
        ("First", "en"),
        ("Deuxième", "fr"),
        ("Dernier", "fr"),
    ]
    assert "Line of First." in words(guides[0])


@pytest.mark.parametrize(("tag", "told"), [("fr", "Pas encore essayé"), ("en", "Not yet tried")])
def test_only_an_untried_guide_says_so(guided: Site, tag: str, told: str) -> None:
    """Steps that nobody tried on a real device are not given as certain, and tried ones carry no doubt."""
    assert [told in words(guide) for guide in guides_of(guided, f"/{tag}/traces/")] == [False, True, True]


def test_a_page_that_asks_for_no_guide_is_given_none(guided: Site) -> None:
    """A new guide changes only the pages that show it."""
    assert guided.inputs("/fr/aider/")["guides"] == []


@pytest.mark.parametrize("reference", ["[](page:aider)", "Lisez [](page:aider)."])
def test_a_link_in_a_guide_leads_somewhere(tmp_path: Path, reference: str) -> None:
    """A link in a guide is that of the page it names, alone in a paragraph or in a sentence."""
    changes = {**GUIDES, "fr/traces/a.md": f"{guide('Dernier', 30)}\n{reference}\n"}
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))
    [link] = guides_of(site, "/fr/traces/fenetre/")[-1].findall(".//a")

    assert (words(link), link.get("href")) == ("Aider", "/fr/aider/")


def test_a_line_alone_in_a_guide_is_a_link(tmp_path: Path) -> None:
    """Steps hold no cards: a line that stands alone in a guide is a link to its page."""
    changes = {**GUIDES, "fr/traces/a.md": f"{guide('Dernier', 30)}\n[](fiche:conseils)\n"}
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))
    shown_guide = guides_of(site, "/fr/traces/fenetre/")[-1]

    assert [link.get("href") for link in shown_guide.findall(".//a")] == ["/fr/numeros/conseils/"]
    assert words(shown_guide.findall("./p")[-1]) == "Vos droits"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("", (None, None, "https://exit.example.net/en")),
        ("origine_reservee: oui\n", ("", None, "https://exit.example.net/en")),
        ("origine_reservee: non\nvoile_apres_minutes: 0\n", (None, None, "https://exit.example.net/en")),
        ("voile_apres_minutes: 3\n", (None, "3", "https://exit.example.net/en")),
        ("sortie_de_secours: {fr: https://second.example.org}\n", (None, None, "https://second.example.org")),
    ],
)
def test_the_exit_does_what_the_association_decided(
    tmp_path: Path, text: str, marks: tuple[str | None, str | None, str]
) -> None:
    """The exit clears, waits and falls back as the settings say, and never otherwise."""
    settings = textwrap.dedent(FILES["site.yaml"]) + text
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", {"site.yaml": settings}))
    leave = only(shown(site, "/en/"), ".//a[@class='quick-exit']")

    assert (leave.get("data-clear"), leave.get("data-idle"), leave.get("data-second")) == marks


def test_a_page_that_stands_apart_leads_to_no_watched_phone(tmp_path: Path) -> None:
    """What those who do harm may read shows nothing that is meant for others."""
    page = "---\ntitre: À part\nresume: Une page.\n{0}---\nTexte.\n"
    changes = {"fr/aider/un.md": page.format("a_part: oui\n"), "fr/aider/deux.md": page.format("")}
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))

    leading = ["watched_phone" in site.inputs(f"/fr/aider/{name}/")["links"] for name in ("un", "deux")]
    assert leading == [False, True]


def test_a_translation_in_a_folder_without_a_page_has_a_tab_title(tmp_path: Path) -> None:
    """Where there is no section page to take it from, the tab shows the title of the home page."""
    page = "---\ntitre: Une page\nonglet: Page\nresume: Une page.\n---\nTexte.\n"
    changes = {"fr/seule/page.md": page, "en/seule/page.md": page.replace("onglet: Page\n", "")}
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))

    assert words(only(shown(site, "/en/seule/page/"), ".//title")) == "Accueil · Trial"


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_without_translation_is_shown_in_french_and_says_so(small: Site, tag: str, direction: str) -> None:
    """The page stays in the reader's language, a note tells, and the French words are marked as French."""
    page = shown(small, f"/{tag}/aider/voisin/")
    title = only(page, ".//h1")
    [text] = page.findall(".//main/p[.='On peut frapper à la porte.']")

    assert (page.get("lang"), page.get("dir")) == (tag, direction)
    assert len(page.findall(".//p[@class='note untranslated']")) == 1
    assert (words(title), title.get("lang"), title.get("dir")) == ("Pour la voisine", "fr", "ltr")
    assert (words(text), text.get("lang"), text.get("dir")) == ("On peut frapper à la porte.", "fr", "ltr")


@pytest.mark.parametrize("address", ["/fr/aider/voisin/", "/ar/aider/", "/en/numeros/conseils/"])
def test_a_page_in_its_own_language_has_no_such_note(small: Site, address: str) -> None:
    """French pages and translated pages are not announced as untranslated."""
    assert shown(small, address).findall(".//p[@class='note untranslated']") == []


def test_a_translated_page_is_read_in_its_direction(small: Site) -> None:
    """Arabic words are those of an Arabic page, from right to left, and nothing on the way says otherwise."""
    page = shown(small, "/ar/aider/")
    told = [(element.get("lang"), element.get("dir")) for element in (page, *page.findall("./body/main/[h1]"))]

    assert told == [("ar", "rtl"), (None, None)]
    assert page.findall(".//main/p[@lang]") == []


def test_every_piece_of_a_text_that_is_not_translated_says_that_it_is_french(tmp_path: Path) -> None:
    """Paragraphs, subtitles, lists, quotations and tables, each by itself, and the contents of the page with them."""
    text = "Un mot.\n\n## A\n\n- b\n\n1. c\n\n> d\n\na | b\n--|--\nc | d\n\n## E\n\n## F\n\n## G\n\n### H\n"
    page = f"---\ntitre: Une page\nonglet: Page\nresume: Une page.\n---\n{text}"
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", {"fr/seule/page.md": page}))
    main = only(shown(site, "/ar/seule/page/"), ".//main")
    tags = ("h1", "h2", "h3", "ul", "ol", "blockquote", "div[@class='scroll']/table")
    pieces = [piece for tag in tags for piece in main.findall(f"./{tag}")]

    assert len(pieces) == 10
    assert {(piece.get("lang"), piece.get("dir")) for piece in pieces} == {("fr", "ltr")}
    assert only(main, "./details[@class='contents']/ol").get("lang") == "fr"


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_a_translation_inherits_every_fact(small: Site, tag: str) -> None:
    """A number and its hours are the same in every language, for they stand once."""
    assert small.inputs(f"/{tag}/numeros/conseils/")["facts"] == small.inputs("/fr/numeros/conseils/")["facts"]


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_a_number_named_in_a_text_is_the_one_of_its_file(small: Site, tag: str) -> None:
    """A reference in a translation calls the number of the French file."""
    links = only(shown(small, f"/{tag}/aider/"), ".//main").findall("./p/a[@class='tel']")

    assert [link.get("href") for link in links] == ["tel:0800000001"]


@pytest.mark.parametrize(
    ("address", "tab"),
    [
        ("/fr/aider/", "Aider · Essai"),
        ("/fr/aider/voisin/", "Aider · Essai"),
        ("/ar/aider/voisin/", "المساعدة · تجربة"),
        ("/fr/numeros/ecoute/", "Numéros · Essai"),
    ],
)
def test_a_page_without_a_tab_title_takes_that_of_its_section(small: Site, address: str, tab: str) -> None:
    """The history shows the section, never the title of the page itself."""
    assert words(only(shown(small, address), ".//title")) == tab


@pytest.mark.parametrize(
    ("address", "name", "above"),
    [
        ("/fr/aider/", "Accueil", "/fr/"),
        ("/fr/aider/voisin/", "Aider", "/fr/aider/"),
        ("/ar/aider/voisin/", "المساعدة", "/ar/aider/"),
    ],
)
def test_each_page_names_the_page_above_it(small: Site, address: str, name: str, above: str) -> None:
    """The row at the top leads to the section, and from a section to the home page."""
    link = only(shown(small, address), ".//nav[@class='trail']/a[@class='section']")

    assert (words(link), link.get("href")) == (name, above)


def test_back_leads_to_the_page_above(small: Site) -> None:
    """Where nothing was visited before, the back link goes one step up."""
    assert only(shown(small, "/fr/aider/voisin/"), ".//a[@class='back']").get("href") == "/fr/aider/"


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
@pytest.mark.parametrize(("path", "number"), [("aider", "tel:3919"), ("aider/voisin", "tel:0800000001")])
def test_the_listening_line_follows_the_page(small: Site, tag: str, path: str, number: str) -> None:
    """A page for other readers shows at the bottom of the screen the line that answers them."""
    links = shown(small, f"/{tag}/{path}/").findall(".//nav[@class='calls']/a")

    assert [link.get("href") for link in links] == ["tel:17", "sms:114", number]


def test_a_section_lists_its_pages_in_order(tmp_path: Path) -> None:
    """The order is that of the numbers given, and a page that stands apart is in no list."""
    page = "---\ntitre: {0}\nresume: Un résumé.\n{1}\n---\nTexte.\n"
    changes = {
        "fr/aider/un.md": page.format("Un", "ordre: 20"),
        "fr/aider/deux.md": page.format("Deux", "ordre: 10"),
        "fr/aider/trois.md": page.format("Trois", "a_part: oui"),
    }
    site = read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))

    assert [child["title"] for child in site.inputs("/fr/aider/")["children"]] == ["Deux", "Un", "Pour la voisine"]


def test_the_exit_leads_where_its_language_says(small: Site) -> None:
    """Each language has its own neutral site; one without has the French one."""
    exits = [small.inputs(f"/{tag}/")["exit"] for tag in ("fr", "en", "ar")]

    assert exits == ["https://exit.example.net/fr", "https://exit.example.net/en", "https://exit.example.net/fr"]


def test_the_canonical_address_of_the_root_is_the_french_home_page(tmp_path: Path) -> None:
    """Search engines are told one address for the home page."""
    content = write_small_content(tmp_path / "content")
    site = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/aide/")

    assert site.inputs("/")["canonical"] == "https://example.org/aide/fr/"


def test_without_a_known_address_no_page_claims_one(small: Site) -> None:
    """A site that does not know where it is published names no canonical address."""
    assert shown(small, "/fr/").findall(".//link[@rel='canonical']") == []


def test_every_page_leads_to_the_same_page_in_each_language(small: Site) -> None:
    """The language menu keeps the reader on the page."""
    languages = small.inputs("/fr/aider/voisin/")["languages"]

    assert [(language["href"], language["current"]) for language in languages] == [
        ("/fr/aider/voisin/", True),
        ("/en/aider/voisin/", False),
        ("/ar/aider/voisin/", False),
    ]


@pytest.mark.parametrize(
    "missing", ["numeros/secours.md", "numeros/sms.md", "traces/index.md", "traces/fenetre.md", "apropos/mentions.md"]
)
def test_a_page_that_every_page_needs_cannot_be_missing(tmp_path: Path, missing: str) -> None:
    """Without the emergency lines or the pages that templates lead to, nothing is built."""
    content = write_small_content(tmp_path / "content")
    (content / "fr" / missing).unlink()

    with pytest.raises(ContentError) as caught:
        read_site(BEFORE_REVIEW, content=content)

    assert {fault.code for fault in caught.value.faults.errors} <= {"dock_missing", "no_fiche", "no_page"}


def test_every_fault_is_found_at_once(tmp_path: Path) -> None:
    """Faults in two files are told together."""
    page = "---\ntitre: Un\nresume: Un.\ninconnu: oui\n---\nTexte.\n"
    changes = {"fr/aider/un.md": page, "fr/aider/deux.md": page}

    with pytest.raises(ContentError) as caught:
        read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))

    assert [fault.file.name for fault in caught.value.faults.errors] == ["deux.md", "un.md"]


def test_no_wait_is_longer_than_a_day(tmp_path: Path) -> None:
    """A browser's clock that is set for some weeks rings at once, and would cover the page while it is read."""
    settings = textwrap.dedent(FILES["site.yaml"]) + "voile_apres_minutes: 999999\n"
    site = read_site(
        BEFORE_REVIEW, content=write_small_content(tmp_path / "content", {"site.yaml": settings}), base_url=""
    )

    assert site.inputs("/fr/")["veil_minutes"] == 24 * 60


def test_a_french_title_in_an_arabic_list_runs_from_left_to_right(small: Site) -> None:
    """A page that is not translated yet stands in the list above it in its own direction."""
    items = [item for item in shown(small, "/ar/aider/").iter("li") if item.get("lang") == "fr"]

    assert [(words(item)[:15], item.get("dir")) for item in items] == [("Pour la voisine", "ltr")]


def test_a_page_without_translation_names_the_nearest_one_that_has_one(small: Site) -> None:
    """In the reader's language, with its title; nothing where no page above it is translated."""
    nearest = only(shown(small, "/ar/aider/voisin/"), ".//p[@class='note untranslated']/a")

    assert (nearest.get("href"), words(nearest), nearest.get("lang")) == ("/ar/aider/", "المساعدة", None)
    assert shown(small, "/en/aider/voisin/").findall(".//p[@class='note untranslated']/a") == []


def test_another_language_stands_in_where_its_row_says_so(small: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """English for readers of Arabic, marked as English and announced; French where there is no English either."""
    monkeypatch.setitem(BY_TAG, "ar", dataclasses.replace(ARABIC, stands_in="en"))
    pages = [shown(small, f"/ar/{path}/") for path in ("numeros/conseils", "aider/voisin")]
    titles = [only(page, ".//h1") for page in pages]
    notes = [words(only(page, ".//p[@class='note untranslated']")) for page in pages]

    assert [(words(title), title.get("lang"), title.get("dir")) for title in titles] == [
        ("Your rights", "en", "ltr"),
        ("Pour la voisine", "fr", "ltr"),
    ]
    assert ["بالإنجليزية" in note for note in notes] == [True, False]
