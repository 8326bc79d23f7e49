"""A language is published only where the settings accept it by name; what is written in another waits, and is checked."""

import json
import pickle
from pathlib import Path

import pytest

from eclaircie.languages import SOURCE
from eclaircie.loading import ContentError, read_site
from eclaircie.pages.fetched import fetched_files
from eclaircie.pages.site import Site
from eclaircie.posters.fonts import family_of
from eclaircie.posters.sheets import FORMS, Order, facts_of, sheet_of
from eclaircie.preview.application import create_preview
from eclaircie.preview.drafts import Drafts, in_every_language
from eclaircie.project import STATIC, TRANSLATIONS
from eclaircie.publish.freezer import freeze
from eclaircie.rendering.application import create_app
from eclaircie.reports.page_changes import compare
from eclaircie.reports.work_of_site import work_list
from eclaircie.reports.work_text import lines_of
from tests.folders import files_in
from tests.small_site import BEFORE_REVIEW
from tests.unpublished import ACCEPTED, POLISH, know, small_with_polish, whole_translations

ADDRESS = "https://essai.example.net"


@pytest.fixture(autouse=True)
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code knows Polish."""
    know(POLISH, tmp_path, monkeypatch)


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    """The words of the interface, Polish ones too."""
    return whole_translations(tmp_path / "translations")


def read(content: Path, translations: Path = TRANSLATIONS) -> Site:
    """A site that knows its address."""
    return read_site(BEFORE_REVIEW, content=content, translations=translations, base_url=ADDRESS)


def built(site: Site, folder: Path, translations: Path) -> dict[str, bytes]:
    """Every file of a build, by name; but for the record of the build, which holds no words."""
    freeze(site, folder, translations=translations)
    return {name: content for name, content in files_in(folder).items() if name != "manifest.json"}


def tells_of_polish(files: dict[str, bytes]) -> set[str]:
    """The files in which Polish shows: by their address, a link, the name of the language or a word."""
    signs = (b"/pl/", b'"pl"', b"Polski", "Pomagać".encode())
    return {name for name, text in files.items() if name.startswith("pl/") or any(sign in text for sign in signs)}


def test_what_is_not_accepted_shows_nowhere(tmp_path: Path, translations: Path) -> None:
    """No page, no menu, no list for programs, no index of the search, no data that pages ask for."""
    site = read(small_with_polish(tmp_path / "content"), translations)

    files = built(site, tmp_path / "build", translations)

    assert "pl" in site.library.documents["aider"].translations
    assert tells_of_polish(files | fetched_files(site.listing)) == set()
    with pytest.raises(KeyError):
        site.inputs("/pl/aider/")


def test_what_is_accepted_is_there(tmp_path: Path, translations: Path) -> None:
    """Its pages, the menu of each page and the list for search engines."""
    files = built(
        read(small_with_polish(tmp_path / "content", ACCEPTED), translations), tmp_path / "build", translations
    )

    assert "<h1>Pomagać</h1>" in files["pl/aider/index.html"].decode()
    pages = {name for name in files if name.endswith(".html")}
    assert tells_of_polish(files) == pages | {"sitemap.xml"}
    assert f'hreflang="pl" href="{ADDRESS}/pl/aider/"' in files["sitemap.xml"].decode()


def test_a_language_comes_and_goes_with_a_line_of_the_settings(tmp_path: Path, translations: Path) -> None:
    """Over the same folder, with all that was kept: what is withdrawn leaves nothing behind."""
    build = tmp_path / "build"
    without = small_with_polish(tmp_path / "without")
    with_it = small_with_polish(tmp_path / "with", ACCEPTED)

    first = built(read(without, translations), build, translations)
    second = built(read(with_it, translations), build, translations)
    third = built(read(without, translations), build, translations)

    assert "pl/index.html" in second
    assert third == first


def test_a_proposal_tells_the_pages_of_a_language_that_comes_or_goes(tmp_path: Path, translations: Path) -> None:
    """All of them are new, or removed; nothing stops."""
    for name, settings in (("without", ""), ("with", ACCEPTED)):
        content = small_with_polish(tmp_path / f"{name}-content", settings)
        built(read(content, translations), tmp_path / name, translations)

    come, gone = (
        compare(tmp_path / one, tmp_path / other) for one, other in (("without", "with"), ("with", "without"))
    )

    pages = len(read(small_with_polish(tmp_path / "counted"), translations).library.pages)
    assert (len(come.added), len(come.removed)) == (pages, 0)
    assert (len(gone.added), len(gone.removed)) == (0, pages)


def test_what_waits_is_checked_all_the_same(tmp_path: Path) -> None:
    """A translator is told of a lost link before the page is published."""
    content = small_with_polish(tmp_path / "content", body="Zadzwoń pod [](fiche:nieznane/numero).")

    with pytest.raises(ContentError) as raised:
        read(content)

    assert {fault.file for fault in raised.value.faults.errors} == {content / "pl" / "aider" / "index.md"}


def test_words_of_the_interface_may_be_missing_until_a_language_is_accepted(tmp_path: Path, translations: Path) -> None:
    """What stands there must be sound; what is not there yet keeps nobody from publishing the others."""
    po = translations / "pl.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    begun = f'{head}msgid "Quitter"\nmsgstr ""\n'

    def codes(text: str | None, settings: str) -> set[str]:
        po.unlink(missing_ok=True)
        if text is not None:
            po.write_text(text, "utf-8")
        content = small_with_polish(tmp_path / f"content-{len(list(tmp_path.iterdir()))}", settings)
        try:
            read(content, translations)
        except ContentError as error:
            return {fault.code for fault in error.faults.errors}
        return set()

    assert codes(None, "") == codes(begun, "") == set()
    assert codes(f'{head}msgid "Quitter"\nmsgstr "<b>Wyjdź</b>"\n', "") == {"po_sign"}
    assert codes(None, ACCEPTED) == {"po_none"}
    assert codes(begun, ACCEPTED) == {"po_missing"}


def test_the_list_of_work_counts_what_waits_and_says_so(tmp_path: Path) -> None:
    """Whoever translates sees how far it is, and that nobody reads it yet."""
    content = small_with_polish(tmp_path / "content")

    lines = [line for line in lines_of(work_list(read(content), content.parent), "fr") if "Polski" in line]

    assert len(lines) == 1
    assert "1 pages sur" in lines[0]
    assert "Pas publié" in lines[0]


def test_the_preview_shows_what_waits_where_it_is_asked_to(tmp_path: Path) -> None:
    """With a line that says that it is not published; without being asked, it shows what a build makes."""
    content = small_with_polish(tmp_path / "content")
    every = Drafts(content, TRANSLATIONS, STATIC, every_language=True)
    plain, asked = create_preview(content).test_client(), create_preview(content, drafts=every).test_client()

    assert plain.get("/pl/aider/").status_code == 404
    shown = asked.get("/pl/aider/").text
    assert "<h1>Pomagać</h1>" in shown
    assert "« Polski » n&#39;est pas publié" in shown
    assert "n&#39;est pas publié" not in asked.get("/fr/aider/").text
    assert 'hreflang="pl"' not in plain.get("/fr/aider/").text


def test_posters_name_the_languages_that_are_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A poster promises no language that its entrance does not have."""
    monkeypatch.setattr("eclaircie.posters.sheets.code_of", lambda _address: "")
    site = read(small_with_polish(tmp_path / "content"))
    app = create_app(site)
    order = Order(site, None, f"{ADDRESS}/k7")

    sheet = sheet_of(FORMS["affiche"], SOURCE, order, facts_of(order, app), app)

    assert [each["lang"] for each in sheet["languages"]] == ["fr", "en", "ar"]
    assert sheet["families"] == list(dict.fromkeys(map(family_of, site.languages)))


def test_the_search_and_the_places_know_what_is_published(tmp_path: Path, translations: Path, site: Site) -> None:
    """One index a language; the names of networks in those languages alone."""
    more = in_every_language(site)

    for one, tags in ((site, {"fr", "en", "ar"}), (more, {"fr", "en", "ar", "pl"})):
        files = fetched_files(one.listing)
        networks = [each for some in json.loads(files["donnees/lieux.json"])["networks"].values() for each in some]
        assert {tag for tag in ("fr", "en", "ar", "pl") if f"donnees/{tag}.json" in files} == tags
        assert {tag for each in networks for tag in each["titles"]} == tags


def test_a_site_publishes_the_same_languages_in_another_process(site: Site) -> None:
    """Each language is one of a kind there too."""
    taken = pickle.loads(pickle.dumps(site.listing))  # noqa: S301  # ours

    assert taken.languages == site.listing.languages
