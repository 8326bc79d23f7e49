"""What people type leads to the page that helps them, by the script and the index as they are published."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.content.word_forms import WordForms, word_forms
from eclaircie.languages import BY_TAG, SOURCE
from eclaircie.pages.cards import Listing
from eclaircie.pages.fetched import fetched_files
from eclaircie.pages.search import search_index, subjects
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.rendering.assets import EXPORT, EXTRAS, IMPORT
from tests.parsed import Pages
from tests.settings import PUBLISHED

HERE = Path(__file__).parent
FIRST = 3
"""Among so many an expected page must be."""

Ask = Callable[[object, list[str]], list[tuple[list[str], list[str]]]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Asks the published script: gives the stems and the pages of each text. Skips where Node.js is missing."""
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Node.js: apt-get install nodejs")

    def answers(index: object, texts: list[str]) -> list[tuple[list[str], list[str]]]:
        modules = [(STATIC / "js" / f"{name}.js").read_text("utf-8") for name in EXTRAS["search"].scripts]
        script = EXPORT.sub("", IMPORT.sub("", "\n".join(modules)))
        files = tmp_path / "script.js", tmp_path / "index.json", tmp_path / "asked.json"
        for file, data in zip(files, (script, json.dumps(index), json.dumps(texts)), strict=True):
            file.write_text(data, "utf-8")
        command = [str(node), str(HERE / "asked.mjs"), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [(stems, pages) for stems, pages in json.loads(done.stdout)]

    return answers


def queries(tag: str) -> dict[str, set[str]]:
    """What people type, and the pages of which one must come first."""
    lines = (HERE / f"{tag}.txt").read_text("utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    return {typed.strip(): set(pages.split()) for typed, pages in rows}


def index_in(folder: Path, tag: str) -> dict[str, list[list[str]]]:
    """The published index of a language."""
    found: dict[str, list[list[str]]] = json.loads((folder / "donnees" / f"{tag}.json").read_bytes())
    return found


@pytest.mark.parametrize(("tag", "least"), [("fr", 80), ("en", 50), ("ar", 50)])
def test_what_people_type_leads_to_a_page_that_helps(frozen: Path, ask: Ask, tag: str, least: int) -> None:
    """Nine in ten find an expected page among the first three, slips and missing accents included."""
    wanted = queries(tag)
    found = zip(wanted.items(), ask(index_in(frozen, tag), list(wanted)), strict=True)
    missed = [(typed, pages[:FIRST]) for (typed, expected), (_, pages) in found if expected.isdisjoint(pages[:FIRST])]

    assert len(wanted) >= least
    assert len(missed) <= len(wanted) // 10, missed


def test_every_page_that_is_expected_exists(site: Site) -> None:
    """No query waits for a page that was renamed."""
    expected = set().union(*(pages for language in PUBLISHED for pages in queries(language.tag).values()))

    assert expected - site.library.pages.keys() == set()


@pytest.mark.parametrize("tag", [language.tag for language in PUBLISHED])
def test_the_page_reads_words_as_the_index_was_made(frozen: Path, ask: Ask, tag: str) -> None:
    """The script brings every word down to the stems that the build wrote."""
    texts = list(queries(tag))

    assert [stems for stems, _ in ask(index_in(frozen, tag), texts)] == [
        word_forms(BY_TAG[tag]).stems(text) for text in texts
    ]


def test_a_language_without_spaces_is_cut_into_pieces_of_two_signs(ask: Ask) -> None:
    """Chinese is searched without any rules; the script and the build cut alike."""
    text = "我丈夫打我 17"
    index = {
        "rules": [],
        "spaced": False,
        "base": "/zh/",
        "places": ["家"],
        "pages": [["打", "x/", 0]],
        "terms": {"打我": [9]},
    }

    assert WordForms(is_spaced=False).stems(text) == ["我丈", "丈夫", "夫打", "打我", "17"]
    assert ask(index, [text]) == [(WordForms(is_spaced=False).stems(text), ["x"])]


def test_a_language_without_rules_is_searched_by_the_beginnings_of_words(ask: Ask) -> None:
    """Whoever adds a language can leave the rules for later."""
    index = {
        "rules": [],
        "spaced": True,
        "base": "/ps/",
        "places": ["x"],
        "pages": [["x", "x/", 0]],
        "terms": {"پولیسو": [9]},
    }

    assert [pages for _, pages in ask(index, ["پولیس"])] == [["x"]]


def test_the_index_is_the_same_in_every_build(site: Site) -> None:
    """Made twice from the same pages, byte for byte."""
    again = Listing(site.library, site.prefix, site.today, site.settings.review_months, site.languages)

    assert fetched_files(again) == fetched_files(site.listing)


@pytest.mark.parametrize("tag", [language.tag for language in PUBLISHED])
def test_everything_found_has_a_page(frozen: Path, tag: str) -> None:
    """No result leads nowhere."""
    missing = [
        path for _, path, *_ in index_in(frozen, tag)["pages"] if not (frozen / tag / path / "index.html").is_file()
    ]

    assert missing == []


def test_a_page_that_stands_apart_comes_only_by_words_of_its_own(site: Site, ask: Ask) -> None:
    """Whoever looks for help does not find by one word what is written for those who hurt others."""
    index = search_index(site.listing, SOURCE)
    apart = {path for path, document in site.library.pages.items() if document.entry.stands_apart}
    texts = ["je frappe ma femme", "frapper", "colère", "violent", "femme", "mon mari me frappe", "elle frappe"]
    found = dict(zip(texts, (set(pages) & apart for _, pages in ask(index, texts)), strict=True))

    assert found.pop("je frappe ma femme") == apart
    assert set().union(*found.values()) == set()


def test_every_general_page_stands_in_the_list_of_all_subjects(site: Site, pages: Pages) -> None:
    """In every language, below its part of the site; what stands apart is left out."""
    general = {
        path
        for path, document in site.library.pages.items()
        if path and path != "sujets" and not path.startswith("reseaux/") and not document.entry.stands_apart
    }
    for language in PUBLISHED:
        page = pages[f"{language.tag}/sujets/index.html"]
        main = page.find(".//{*}main") if page.find(".//{*}main") is not None else page.find(".//main")
        assert main is not None
        linked = {link.get("href") for link in main.iter() if link.get("href")}

        assert {path for path in general if site.listing.href(language, path) not in linked} == set()
        apart = {
            site.listing.href(language, path) for path, each in site.library.pages.items() if each.entry.stands_apart
        }
        assert apart & linked == set()


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_the_list_follows_the_site(site: Site, tag: str) -> None:
    """Its parts, and the pages of each, stand in the order of the site: the same in every language."""
    parts = subjects(site.listing, BY_TAG[tag])
    orders = [site.library.pages[part["href"].split("/")[2]].entry.order for part in parts]
    first = next(part for part in parts if part["href"] == f"/{tag}/faire/")

    assert orders == sorted(orders)
    assert [page["href"].split("/")[3] for page in first["pages"]][:2] == ["maintenant", "silence"]
