"""What is published, looked at as files: what a reader, a CDN and somebody behind the reader can see."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from eclaircie.checks.discretion import revealing_word
from eclaircie.content.library import guide_parts
from eclaircie.content.models import Guide, Helpline
from eclaircie.content.numbers import numbers_of
from eclaircie.content.values import digits_of
from eclaircie.languages import LANGUAGES, Language, language_of
from eclaircie.pages.fetched import FILE_NAMES
from eclaircie.pages.site import Site
from eclaircie.project import STATIC, TRANSLATIONS
from eclaircie.rendering.assets import EXTRAS, Assets, small_script
from eclaircie.rendering.catalogues import translations
from tests.parsed import Pages, Parsed
from tests.settings import PUBLISHED
from tests.small_site import without_note

LOADING_TAGS = ("img", "iframe", "frame", "object", "embed", "video", "audio", "source", "track", "picture", "form")
LOADING_ATTRIBUTES = ("src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "manifest")
HARMLESS_LINKS = ("icon", "canonical")


def words(element: ElementTree.Element) -> str:
    """What is read in an element."""
    return " ".join("".join(element.itertext()).split())


def plain(text: str) -> str:
    """A text with ordinary spaces and apostrophes."""
    return " ".join(text.replace("’", "'").split())


def only_summary(details: ElementTree.Element) -> ElementTree.Element:
    """The line of a guide that is seen while it is closed."""
    [summary] = details.findall("./summary")
    return summary


def own_links(page: ElementTree.Element) -> list[str]:
    """The addresses of a page's links to pages of the site."""
    links = [link.get("href", "") for link in page.iter("a") if "download" not in link.attrib]
    return [link for link in links if not re.match(r"[a-z]+:", link)]


def own_code(element: ElementTree.Element) -> bool:
    """Whether an element is style or script; data in a script are neither, no browser runs them."""
    return element.tag == "style" or (element.tag == "script" and element.get("type") != "application/ld+json")


def test_every_address_of_the_site_is_a_file(site: Site, pages: Pages) -> None:
    """Nothing is missing from what is published, and nothing is in excess."""
    files = {address.lstrip("/") + ("index.html" if address.endswith("/") else "") for address in site.addresses()}

    assert set(pages) == files


def test_every_link_of_the_site_leads_to_a_page(frozen: Path, pages: Pages) -> None:
    """No reader meets a dead link."""
    dead = {
        (name, link)
        for name, page in pages.items()
        for link in own_links(page)
        if not link.startswith("#") and not (frozen / unquote(link).lstrip("/") / "index.html").is_file()
    }

    assert dead == set()


def test_every_file_to_download_is_there(frozen: Path, pages: Pages) -> None:
    """The page for professionals names each file for them, and no other page offers any."""
    offered = {
        name: {link.get("href", "").lstrip("/") for link in page.iter("a") if "download" in link.attrib}
        for name, page in pages.items()
    }
    files = (
        file for file in (frozen / "donnees").iterdir() if file.name not in FILE_NAMES
    )  # for boxes, not for people
    there = {file.relative_to(frozen).as_posix() for file in files}

    assert {name: files for name, files in offered.items() if files} == {
        f"{language.tag}/apropos/donnees/index.html": there for language in PUBLISHED
    }


def test_every_link_within_a_page_leads_to_a_place_in_it(pages: Pages) -> None:
    """The table of contents and the skip link arrive somewhere."""
    dead = {
        (name, link)
        for name, page in pages.items()
        for link in own_links(page)
        if link.startswith("#") and link[1:] not in {element.get("id") for element in page.iter()}
    }

    assert dead == set()


def test_every_page_can_be_reached_from_the_home_page(site: Site, pages: Pages) -> None:
    """Whoever enters by the French home page can reach each page by links alone."""
    reached = {"fr/index.html"}
    to_read = ["fr/index.html"]
    while to_read:
        for link in own_links(pages[to_read.pop()]):
            name = f"{link.lstrip('/')}index.html"
            if not link.startswith("#") and name not in reached:
                reached.add(name)
                to_read.append(name)
    apart = {document.path for document in site.library.documents.values() if document.entry.stands_apart}
    unreachable = set(pages) - reached - {"index.html", "404.html"}

    assert {name for name in unreachable if name.split("/", 1)[1].removesuffix("/index.html") not in apart} == set()


@pytest.mark.parametrize("language", PUBLISHED, ids=lambda language: language.tag)
def test_a_page_is_in_the_language_of_its_folder(pages: Pages, language: Language) -> None:
    """Each page says its language and direction, and its exit is named in that language."""
    exit_words = translations(TRANSLATIONS, language).gettext("Quitter")
    mine = {name: page for name, page in pages.items() if language_of(name) is language}
    wrong = [
        name
        for name, page in mine.items()
        if (page.get("lang"), page.get("dir")) != (language.tag, language.direction)
        or [words(link) for link in page.findall(".//a[@class='quick-exit']")] != [exit_words]
    ]

    assert len(mine) > 10
    assert wrong == []


def test_a_page_asks_for_nothing_else(pages: Pages) -> None:
    """A visit to a page is one request: nothing in it loads anything, from here or from elsewhere."""
    loading = [
        (name, element.tag, element.attrib)
        for name, page in pages.items()
        for element in page.iter()
        if element.tag in LOADING_TAGS
        or any(attribute in element.attrib for attribute in LOADING_ATTRIBUTES)
        or (element.tag == "link" and element.get("rel") not in HARMLESS_LINKS)
        or (element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh")
    ]

    assert loading == []


def test_the_stylesheet_and_the_script_ask_for_nothing_elsewhere() -> None:
    """No style loads a file and no script names another host."""
    assets = Assets(STATIC)
    css = "\n".join(assets.styles).replace(
        "xmlns='http://www.w3.org/2000/svg'", ""
    )  # the name of a language, never asked for

    assert re.findall(r"@import|url\((?!['\"]?data:)|image-set\(|https?://", css) == []
    assert re.findall(r"https?://|import\(|import |importScripts|sendBeacon|XMLHttpRequest|WebSocket", scripts()) == []


KEPT = r"cookie|localStorage|sessionStorage|indexedDB|serviceWorker|caches\b|pushState|location\.hash"
CLEARING = re.compile(r"function clearOrigin\(\) \{\n(.*?)\n\}\n", re.DOTALL)
"""The one function that may touch what a browser keeps, and only to clear it."""


def scripts() -> str:
    """All scripts as they stand in pages."""
    return "\n".join(Assets(STATIC).scripts)


def own_scripts() -> str:
    """All scripts of the page as they are written."""
    return "\n".join(file.read_text("utf-8") for file in sorted((STATIC / "js").glob("*.js")))


def test_nothing_is_kept_in_the_browser() -> None:
    """But for clearing it, the script touches no cookie, storage, cache or worker, and adds no history line."""
    clearings = CLEARING.findall(own_scripts())

    assert len(clearings) == 1
    assert re.findall(KEPT, CLEARING.sub("", own_scripts())) == []
    assert Counter(re.findall(KEPT, scripts())) == Counter(re.findall(KEPT, small_script(clearings[0])))


def test_what_a_browser_keeps_is_only_cleared() -> None:
    """What touches storage, caches, databases, workers and cookies empties them, and writes nothing."""
    [clearing] = CLEARING.findall(own_scripts())
    calls = set(re.findall(r"\.(\w+)\(", clearing))
    cookies = re.findall(r"document\.cookie = (.*)", clearing)

    assert calls <= {
        *(
            "clear",
            "keys",
            "then",
            "forEach",
            "delete",
            "databases",
            "deleteDatabase",
            "getRegistrations",
            "unregister",
        ),
        *("split", "resolve", "catch"),
    }
    assert cookies == ['cookie.split("=")[0] + "=; max-age=0; path=/";']


def test_clearing_waits_for_the_word_of_the_association(pages: Pages) -> None:
    """The function is called once, where the page carries the mark, and no page does while the name may be shared."""
    calls = re.findall(r".*\bclearOrigin\(\).*", CLEARING.sub("", own_scripts()))
    marked = [name for name, page in pages.items() if any("data-clear" in element.attrib for element in page.iter())]

    assert [call.strip() for call in calls] == ['if ("clear" in exit.dataset) clearOrigin();']
    assert marked == []


def test_the_icon_of_the_tab_is_empty(pages: Pages) -> None:
    """The browser asks for no icon, and is given none: of any other one it would keep a row."""
    icons = Counter(
        link.get("href") for page in pages.values() for link in page.iter("link") if link.get("rel") == "icon"
    )

    assert icons == {"data:,": len(pages)}


def test_every_page_has_the_same_frame_and_what_its_own_parts_need(pages: Pages) -> None:
    """The style first and the script last are those of every page; between them stands only what its parts need."""
    assets = Assets(STATIC)
    signs = {"home": "sky", "places": "finder", "search": "search", "guides": "guides", "needs": "needs"}
    signs |= {"counters": "group", "marks": "marks", "estimate": "estimate", "choices": "choices"}
    wrong = []
    for name, page in pages.items():
        classes = {word for element in page.iter() for word in element.get("class", "").split()}
        parts = [part for part in EXTRAS if signs[part] in classes or (part == "guides" and "choices" in classes)]
        styles = [assets.css, *(assets.extra_css[part] for part in parts if part in assets.extra_css)]
        scripts = [assets.exit_js, *(assets.extra_js[part] for part in parts if part in assets.extra_js), assets.js]
        if ["".join(element.itertext()) for element in page.iter() if own_code(element)] != styles + scripts:
            wrong.append(name)

    assert wrong == []


def test_the_script_of_the_exit_stands_right_behind_it(pages: Pages) -> None:
    """Nothing of a page comes between the bar with the exit and the script that makes it whole."""
    firsts = {
        tuple((part.tag, part.get("class")) for part in list(page.findall("body/*"))[:2]) for page in pages.values()
    }

    assert firsts == {(("div", "dock"), ("script", None))}


@pytest.mark.parametrize(
    "path", [".//h1", ".//main", ".//main//h1", ".//title", ".//a[@class='quick-exit']", ".//main[@id='content']"]
)
def test_every_page_has_exactly_one(pages: Pages, path: str) -> None:
    """One title, one content, one exit on each page."""
    assert {name: len(page.findall(path)) for name, page in pages.items() if len(page.findall(path)) != 1} == {}


def test_the_exit_leads_out_of_the_site(pages: Pages) -> None:
    """Without script too, the exit is a link to a neutral site, over https, that is not told where one comes from."""
    exits = {
        (urlsplit(link.get("href", "")).scheme, urlsplit(link.get("href", "")).netloc != "", link.get("rel"))
        for page in pages.values()
        for link in page.findall(".//a[@class='quick-exit']")
    }

    assert exits == {("https", True, "noreferrer nofollow")}


def test_a_page_asks_for_the_whole_screen_and_makes_room_for_the_keyboard(pages: Pages) -> None:
    """Where the browser allows, the bar stays above the keyboard of a phone, and clear of rounded corners."""
    asked = {
        meta.get("content") for page in pages.values() for meta in page.iter("meta") if meta.get("name") == "viewport"
    }

    assert asked == {"width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"}


def test_the_exit_comes_first(pages: Pages) -> None:
    """The first thing that a keyboard reaches on a page is the exit."""
    firsts = {next(link.get("class") for link in page.iter("a")) for page in pages.values()}

    assert firsts == {"quick-exit"}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_no_tab_title_reveals_the_subject(pages: Pages, language: Language) -> None:
    """What a tab or the history shows holds no revealing word of any language."""
    titles = {words(title) for page in pages.values() for title in page.iter("title")}

    assert {title: word for title in titles if (word := revealing_word(title, language))} == {}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_no_address_or_file_name_reveals_the_subject(frozen: Path, language: Language) -> None:
    """What the address bar shows holds no revealing word of any language; 404.html is the hosts' own name."""
    names = {file.relative_to(frozen).as_posix() for file in frozen.rglob("*")} - {"404.html"}
    # The number of Charente-Maritime is 17, and it calls nobody.
    names = {re.sub(r"^(\w+/reseaux|donnees)/17\b", r"\1", name) for name in names}

    assert {
        name: word for name in names if (word := revealing_word(re.sub(r"[/.-]", " ", name), language, is_path=True))
    } == {}


def test_no_preview_of_a_link_says_more_than_the_tab(pages: Pages) -> None:
    """Messaging and search get no description and no picture of a page."""
    told = [
        (name, meta.attrib)
        for name, page in pages.items()
        for meta in page.iter("meta")
        if meta.get("property") or meta.get("name", "").lower() in ("description", "keywords", "twitter:title")
    ]

    assert told == []


def test_the_name_of_the_project_is_nowhere(frozen: Path) -> None:
    """A published site does not say with what it was made: the name could be searched for."""
    signed = [
        file.name
        for file in frozen.rglob("*")
        if file.is_file() and re.search(r"[ée]claircie|eclaircie", file.read_text("utf-8"), re.IGNORECASE)
    ]

    assert signed == []


def test_ids_are_unique_in_a_page(pages: Pages) -> None:
    """A link within a page has one place to go."""
    twice = {
        (name, identifier)
        for name, page in pages.items()
        for identifier, count in Counter(element.get("id") for element in page.iter() if element.get("id")).items()
        if count > 1
    }

    assert twice == set()


def test_an_unknown_address_is_the_home_page(frozen: Path) -> None:
    """`/`, the French home page and, but for its one sentence, `/404.html` are the same, byte for byte."""
    unknown, root, home = ((frozen / name).read_text("utf-8") for name in ("404.html", "index.html", "fr/index.html"))

    assert without_note(unknown) != unknown
    assert without_note(unknown) == root == home


def test_only_the_answer_to_an_unknown_address_says_so(pages: Pages) -> None:
    """The sentence stands on `/404.html` alone, hidden until a script has seen that the address is not the printed one."""
    notes = {name: page.findall(".//*[@data-entrance][@class='note unknown']") for name, page in pages.items()}

    assert {name for name, found in notes.items() if found} == {"404.html"}
    assert [(note.get("data-entrance"), "hidden" in note.attrib) for note in notes["404.html"]] == [("/i", True)]
    assert [words(note) for note in notes["404.html"]] == ["Cette adresse n’existe pas. Voici l’accueil."]


@pytest.mark.parametrize("language", PUBLISHED, ids=lambda language: language.tag)
def test_every_browser_has_both_its_parts(site: Site, language: Language) -> None:
    """The fifteen guides are translated, and each tells how to remove a line and how to open a private window."""
    guides = {path: d for path, d in site.library.documents.items() if isinstance(d.entry, Guide)}
    parts = {path: guide_parts(document.words(language)[0].body) for path, document in guides.items()}

    assert len(guides) == 15
    assert {path for path, document in guides.items() if document.words(language)[1] is not language} == set()
    assert {path for path, found in parts.items() if len(found) != 2 or not all(found)} == set()


def test_every_guide_that_was_not_tried_is_remarked(site: Site) -> None:
    """Nobody has tried the steps on a real device yet: each of the fifteen guides is listed as untried."""
    remarked = [fault.file for fault in site.remarks.remarks if fault.code == "untried"]

    assert sorted(remarked) == sorted(d.file for d in site.library.documents.values() if isinstance(d.entry, Guide))
    assert len(remarked) == 15


@pytest.mark.parametrize("language", PUBLISHED, ids=lambda language: language.tag)
@pytest.mark.parametrize(("path", "part"), [("traces", 0), ("traces/fenetre", 1)])
def test_all_guides_are_shown_in_the_language_of_the_page(
    site: Site, pages: Pages, language: Language, path: str, part: int
) -> None:
    """A page shows its part of the fifteen guides in its own language, all closed, each said to be untried."""
    guides = pages[f"{language.tag}/{path}/index.html"].findall(".//div[@class='guides']/details")
    documents = sorted(
        (document for document in site.library.documents.values() if isinstance(document.entry, Guide)),
        key=lambda document: document.entry.order,
    )
    titles = [document.words(language)[0].title for document in documents]
    steps = [len(re.findall(r"(?m)^\d+\. ", guide_parts(d.words(language)[0].body)[part])) for d in documents]

    assert [(g.get("lang"), "open" in g.attrib) for g in guides] == [(language.tag, False)] * 15
    assert [plain(words(only_summary(guide))) for guide in guides] == [plain(title) for title in titles]
    assert [len(guide.findall("./ol/li")) for guide in guides] == steps
    assert [len(guide.findall("./p[@class='note']")) for guide in guides] == [1] * 15


def test_what_stands_apart_does_not_lead_to_the_watched_phone(site: Site, pages: Pages) -> None:
    """A page that those who do harm may read leads by no fixed link to the one about a watched phone."""
    apart = {document.path for document in site.library.pages.values() if document.entry.stands_apart}
    leading = {
        path
        for path in site.library.pages
        for language in PUBLISHED
        if any(
            link == f"/{language.tag}/telephone/doute/"
            for link in own_links(pages["/".join(filter(None, (language.tag, path, "index.html")))])
        )
    }

    assert apart
    assert apart & leading == set()
    assert "traces" in leading


def test_no_element_carries_its_own_style_or_script(pages: Pages) -> None:
    """Nothing in a page needs what the policy refuses: no style attribute, no inline handler."""
    found = [
        (name, attribute)
        for name, page in pages.items()
        for element in page.iter()
        for attribute in element.attrib
        if attribute == "style" or attribute.startswith("on")
    ]

    assert found == []


def test_every_number_that_can_be_called_is_a_known_one(site: Site, pages: Pages) -> None:
    """No link calls or writes to a number that stands in no file of the content."""
    numbers = {
        digits_of(number) for document in site.library.documents.values() for number in numbers_of(document.entry)
    }
    called = {
        link.get("href", "").partition(":")[2]
        for page in pages.values()
        for link in page.iter("a")
        if link.get("href", "").startswith(("tel:", "sms:"))
    }

    assert {"17", "114", "3919"} <= called
    assert called <= numbers


def translated(page: ElementTree.Element) -> set[ElementTree.Element]:
    """The elements whose own text a browser translates, when it is asked to translate the page."""
    found: set[ElementTree.Element] = set()

    def walk(element: ElementTree.Element, above: bool) -> None:
        asked = {"no": False, "yes": True, "": True}.get(element.get("translate", "inherit"), above)
        if asked:
            found.add(element)
        for child in element:
            walk(child, asked)

    walk(page, True)
    return found


def test_no_number_name_or_address_is_translated(pages: Pages) -> None:
    """Where digits are dialled, a name is told or an address written, the words stay as they are in every language."""
    wrong = []
    for name, page in pages.items():
        changing = translated(page)
        for link in page.iter("a"):
            scheme = link.get("href", "").partition(":")[0]
            pieces = [link, *link.iter()] if scheme in ("tel", "sms", "mailto") else []
            wrong += [(name, words(link)) for e in pieces if e in changing and re.search(r"[\d@]", e.text or "")]
        sources = {e for part in page.iterfind(".//div[@class='sources']") for e in part.iter()}
        told = [e for e in page.iter("bdi") if e.get("lang") == "fr" and e not in sources]
        told += [link for part in page.iterfind(".//ul[@class='territories']") for link in part.iter("a")]
        wrong += [(name, words(e)) for e in told if e in changing]

    assert wrong == []


ELSEWHERE = re.compile(r"\w+/reseaux/(975|986|987|988)/")
"""The pages of territories where 39 19 or 114 is not confirmed, by the files of these lines."""


def bar_on(page: ElementTree.Element) -> list[str | None]:
    """Where the numbers of a page's bar lead."""
    return [link.get("href") for link in page.findall(".//nav[@class='calls']/a")]


def test_the_three_lines_are_on_every_page(pages: Pages) -> None:
    """On each page one can call 17, write to 114 and call a listening line, where these are known to answer."""
    bars = {name: bar_on(page) for name, page in pages.items() if not ELSEWHERE.match(name)}

    assert [name for name, bar in bars.items() if bar[:2] != ["tel:17", "sms:114"] or len(bar) != 3] == []


def test_far_territories_offer_only_what_answers_there(pages: Pages) -> None:
    """From there too one can call 17 on each page; 39 19 and 114 are offered only where their files name the place."""
    bars = {name: bar_on(page) for name, page in pages.items() if ELSEWHERE.match(name)}

    assert [name for name, bar in bars.items() if bar[0] != "tel:17" or len(bar) < 2] == []
    assert [name for name, bar in bars.items() if {"tel:3919", "sms:114"} <= set(bar)] == []


def test_no_doubt_stands_beside_an_emergency_number(site: Site, pages: Pages) -> None:
    """The page of an emergency line never says that it is to be confirmed."""
    emergency = {
        document.path
        for document in site.library.fiches.values()
        if isinstance(document.entry, Helpline) and document.entry.is_emergency
    }
    doubted = [
        name
        for name, page in pages.items()
        if name.split("/", 1)[-1].removesuffix("/index.html") in emergency
        and page.findall(".//main//*[@class='doubt']")
    ]

    assert emergency
    assert doubted == []


def test_links_to_other_sites_do_not_say_where_the_reader_comes_from(pages: Pages) -> None:
    """Each link out of the site is over https and carries noreferrer."""
    telling = [
        (name, link.get("href"))
        for name, page in pages.items()
        for link in page.iter("a")
        if re.match(r"https?:", link.get("href", ""))
        and not (link.get("href", "").startswith("https://") and "noreferrer" in link.get("rel", "").split())
    ]

    assert telling == []


def test_every_page_is_html_as_the_standard_writes_it(parsed: Parsed) -> None:
    """A browser has nothing to repair in a page."""
    assert parsed.repaired == {}


def test_facts_are_told_in_the_language_of_the_page(frozen: Path) -> None:
    """A day is written in the page's own language, though all pages are frozen in one go."""
    told = {tag: (frozen / tag / "numeros/ecoute/index.html").read_text("utf-8") for tag in ("fr", "en", "ar")}

    assert "21 novembre 2026" in told["fr"]
    assert "21 November 2026" in told["en"]
    assert "21 نوفمبر 2026" in told["ar"]
