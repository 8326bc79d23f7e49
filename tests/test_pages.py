"""Every page as plain data, and what its reader sees of it."""

from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from eclaircie import create_app
from eclaircie.pages import ContentError, Site, read_site
from tests.small_site import BEFORE_REVIEW, write_small_content


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


@pytest.mark.parametrize("address", ["/", "/404.html"])
def test_the_entrances_show_the_french_home_page(small: Site, address: str) -> None:
    """The root and the answer to any unknown address differ from the French home page in their address only."""
    assert {**small.inputs(address), "address": "/fr/"} == small.inputs("/fr/")


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_without_translation_is_shown_in_french_and_says_so(small: Site, tag: str, direction: str) -> None:
    """The page stays in the reader's language, a note tells, and the French words are marked as French."""
    page = shown(small, f"/{tag}/aider/voisin/")
    title = only(page, ".//h1")
    text = only(page, ".//div[@class='text']")

    assert (page.get("lang"), page.get("dir")) == (tag, direction)
    assert len(page.findall(".//p[@class='note untranslated']")) == 1
    assert (words(title), title.get("lang"), title.get("dir")) == ("Pour la voisine", "fr", "ltr")
    assert (words(text), text.get("lang"), text.get("dir")) == ("On peut frapper à la porte.", "fr", "ltr")


@pytest.mark.parametrize("address", ["/fr/aider/voisin/", "/ar/aider/", "/en/numeros/droits/"])
def test_a_page_in_its_own_language_has_no_such_note(small: Site, address: str) -> None:
    """French pages and translated pages are not announced as untranslated."""
    assert shown(small, address).findall(".//p[@class='note untranslated']") == []


def test_a_translated_page_is_read_in_its_direction(small: Site) -> None:
    """Arabic words are marked as Arabic, from right to left."""
    text = only(shown(small, "/ar/aider/"), ".//div[@class='text']")

    assert (text.get("lang"), text.get("dir")) == ("ar", "rtl")


@pytest.mark.parametrize(("reviewer", "told"), [("", True), ("relu_par: Une lectrice\n", False)])
def test_a_translation_that_nobody_reviewed_says_so(tmp_path: Path, reviewer: str, told: bool) -> None:
    """The note disappears once a person whose language it is has read the page."""
    text = f"---\ntitre: Your rights\nresume: Answers.\n{reviewer}---\nSomeone answers.\n"
    content = write_small_content(tmp_path / "content", {"en/numeros/droits.md": text})
    page = words(only(shown(read_site(BEFORE_REVIEW, content=content), "/en/numeros/droits/"), ".//main"))

    assert ("This translation has not been reviewed" in page) == told


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_a_translation_inherits_every_fact(small: Site, tag: str) -> None:
    """A number and its hours are the same in every language, for they stand once."""
    assert small.inputs(f"/{tag}/numeros/droits/")["facts"] == small.inputs("/fr/numeros/droits/")["facts"]


@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_a_number_named_in_a_text_is_the_one_of_its_file(small: Site, tag: str) -> None:
    """A reference in a translation calls the number of the French file."""
    links = only(shown(small, f"/{tag}/aider/"), ".//div[@class='text']").findall(".//a")

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
    ("address", "trail"),
    [
        ("/fr/aider/", [("Accueil", "/fr/")]),
        ("/fr/aider/voisin/", [("Accueil", "/fr/"), ("Aider", "/fr/aider/")]),
        ("/ar/aider/voisin/", [("Accueil", "/ar/"), ("المساعدة", "/ar/aider/")]),
    ],
)
def test_the_way_up_is_shown_from_the_home_page_down(small: Site, address: str, trail: list[tuple[str, str]]) -> None:
    """Each page leads back through its section to the home page."""
    links = shown(small, address).findall(".//nav[@class='trail']/ol/li/a")

    assert [(words(link), link.get("href")) for link in links] == trail


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

    assert exits == ["https://exit.example.org/fr", "https://exit.example.org/en", "https://exit.example.org/fr"]


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


@pytest.mark.parametrize("missing", ["numeros/secours.md", "numeros/sms.md", "traces/index.md", "apropos/mentions.md"])
def test_a_page_that_every_page_needs_cannot_be_missing(tmp_path: Path, missing: str) -> None:
    """Without the emergency lines or the pages that templates lead to, nothing is built."""
    content = write_small_content(tmp_path / "content")
    (content / "fr" / missing).unlink()

    with pytest.raises(ContentError) as caught:
        read_site(BEFORE_REVIEW, content=content)

    assert {fault.code for fault in caught.value.faults.errors} <= {"no_fiche", "no_page"}


def test_every_fault_is_found_at_once(tmp_path: Path) -> None:
    """Faults in two files are told together."""
    page = "---\ntitre: Un\nresume: Un.\ninconnu: oui\n---\nTexte.\n"
    changes = {"fr/aider/un.md": page, "fr/aider/deux.md": page}

    with pytest.raises(ContentError) as caught:
        read_site(BEFORE_REVIEW, content=write_small_content(tmp_path / "content", changes))

    assert [fault.file.name for fault in caught.value.faults.errors] == ["deux.md", "un.md"]
