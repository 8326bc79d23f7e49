"""The copy that opens from a folder, without a server."""

import base64
import dataclasses
import functools
import hashlib
import json
import posixpath
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import freeze as command
from eclaircie.cli.invocation import Folders
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.publish import freezer
from eclaircie.publish.freezer import freeze
from eclaircie.publish.portable import copy_of, relative
from tests.folders import files_in
from tests.publish.test_never_half import is_whole
from tests.small_site import BEFORE_REVIEW

NOTE = "Ceci est une copie"
LONGEST_PATH = 150
"""What is left of the 260 signs that older Windows allows, where the copy lies deep in folders."""


class Links(HTMLParser):
    """Every address of a page that something could be loaded from or followed to, and every name of a place in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.places: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag says."""
        for name, value in attrs:
            if name in ("href", "src", "action", "poster", "data", "srcset", "xlink:href") and value is not None:
                self.addresses.append(value)
            if name == "id" and value:
                self.places.add(value)


def is_own(address: str) -> bool:
    """Whether an address is one of the copy itself."""
    return re.match(r"[a-z]+:", address) is None


def target_of(page: str, address: str) -> str:
    """The path below the copy that an address of a page means; outside of it, one that begins with `..`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address.partition("#")[0]))


@pytest.fixture(scope="module")
def links(copied: Path) -> dict[str, Links]:
    """What each page of the copy leads to, by its path below the folder."""
    return {page.relative_to(copied).as_posix(): Links(page) for page in copied.rglob("*.html")}


@pytest.fixture
def small(content: Path) -> Site:
    """The small site, published under a path."""
    return read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/aide/")


def test_every_link_of_every_page_leads_to_a_file_of_the_copy(copied: Path, links: dict[str, Links]) -> None:
    """Nothing is sought outside the folder, and nothing is missing in it: a folder opens no page by itself."""
    files = {path.relative_to(copied).as_posix() for path in copied.rglob("*") if path.is_file()}
    dead = {
        (page, address)
        for page, found in links.items()
        for address in found.addresses
        if is_own(address) and not address.startswith("#")
        if address.startswith("/") or target_of(page, address) not in files
    }

    assert len(links) > 700
    assert dead == set()


def test_every_page_can_be_reached_from_the_first(links: dict[str, Links]) -> None:
    """Who opens index.html finds all the others."""
    reached: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            own = {address for address in links[page].addresses if is_own(address) and address[0] != "#"}
            waiting += [target for address in own if (target := target_of(page, address)).endswith(".html")]

    assert links.keys() - reached == set()


def test_every_link_within_a_page_leads_to_a_place_in_it(links: dict[str, Links]) -> None:
    """The table of contents and the skip link arrive somewhere."""
    assert [
        (page, address)
        for page, found in links.items()
        for address in found.addresses
        if address.startswith("#") and address[1:] not in found.places
    ] == []


def test_a_copy_holds_what_can_be_opened_and_nothing_for_servers(copied: Path) -> None:
    """No rule for a host, no map for search engines and no page for unknown addresses: nobody would read them."""
    assert {path.name for path in copied.iterdir()} == {"index.html", "manifest.json", "fr", "en", "ar", "donnees"}


def test_every_name_in_a_copy_is_one_that_any_system_can_have(copied: Path) -> None:
    """ASCII, in small letters but for the numbers of Corsica, never the same but for case, and short enough."""
    names = [path.relative_to(copied).as_posix() for path in copied.rglob("*")]

    assert [name for name in names if not re.fullmatch(r"[a-zA-Z0-9/.-]+", name) or len(name) > LONGEST_PATH] == []
    assert len({name.casefold() for name in names}) == len(names)


def test_style_and_scripts_are_still_those_of_the_policy(copied: Path) -> None:
    """A page whose policy knew another script would do nothing."""
    for page in (copied / "index.html", copied / "ar" / "reseaux" / "index.html"):
        html = page.read_text("utf-8")
        [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
        for tag, directive in (("style", "style-src"), ("script", "script-src")):
            texts = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
            hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
            [allowed] = re.findall(rf"{directive} ([^;]*);", unescape(policy))
            assert {f"'sha256-{hashed}'" for hashed in hashes} <= set(allowed.split())


def test_nothing_but_addresses_differs_from_what_was_frozen(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every byte outside an address stays."""
    freeze(copy_of(small), tmp_path / "copy")
    monkeypatch.setattr(freezer, "make_portable", lambda *_arguments: None)
    freeze(copy_of(small), tmp_path / "frozen")

    copies, frozen = files_in(tmp_path / "copy"), files_in(tmp_path / "frozen")
    around = functools.partial(re.split, rb'(?<= href=")[^"]*')
    pages = [name for name in copies if name.endswith(".html")]
    assert len(pages) == len(small.addresses()) - 1  # there is no page for unknown addresses
    assert [name for name in pages if copies[name] == frozen[name]] == []
    assert [name for name in pages if around(copies[name]) != around(frozen[name])] == []


@pytest.mark.parametrize(
    ("path", "href", "expected"),
    [
        ("index.html", "/fr/", "fr/index.html"),
        ("fr/index.html", "/fr/", "index.html"),
        ("fr/index.html", "/ar/", "../ar/index.html"),
        ("fr/aider/index.html", "/fr/numeros/ecoute/", "../numeros/ecoute/index.html"),
        ("fr/aider/index.html", "/fr/aider/voisin/#p1", "voisin/index.html#p1"),
        ("fr/apropos/donnees/index.html", "/donnees/71.csv", "../../../donnees/71.csv"),
        ("fr/index.html", "/", "../index.html"),
        ("fr/index.html", "#content", "#content"),
        ("fr/index.html", "tel:3919", "tel:3919"),
        ("fr/index.html", "https://example.org/fr/", "https://example.org/fr/"),
        ("fr/index.html", "//example.org/", "//example.org/"),
    ],
)
def test_a_link_is_written_as_seen_from_its_page(path: str, href: str, expected: str) -> None:
    """Only addresses that begin at the site's root change, and they name the file."""
    html = '<p>\n<a class="x"\n href="{}" dir="ltr">é</a></p>'

    assert relative(html.format(href), path) == html.format(expected)


@pytest.mark.parametrize(
    "html",
    [
        '<p>On écrit &lt;a href="/fr/"&gt;, ou href="/fr/".</p>',
        '<script>const link = `<a href="/fr/">`;</script>',
        "<style>a::after { content: '<a href=\"/fr/\">' }</style>",
        '<!-- <a href="/fr/"> -->',
        '<p data-href="/fr/" title=\'<a href="/fr/">\'>x</p>',
    ],
)
def test_what_only_looks_like_a_link_stays(html: str) -> None:
    """Text, script, style, comments and other attributes are no links."""
    assert relative(html, "fr/index.html") == html


def test_a_link_written_in_another_way_stops_the_copy() -> None:
    """Rather no copy than one whose links lead nowhere."""
    with pytest.raises(ValueError, match="/fr/"):
        relative("<a href='/fr/'>x</a>", "index.html")


def test_a_copy_says_what_it_leaves_where_a_page_tells_of_traces(copied: Path) -> None:
    """The first pages and those about traces say that each page is a line of the history; the others do not repeat it."""
    noted = {
        page.relative_to(copied).as_posix() for page in (copied / "fr").rglob("*.html") if NOTE in page.read_text()
    }

    about_traces = {page.relative_to(copied).as_posix() for page in (copied / "fr" / "traces").rglob("*.html")}
    assert noted == {"fr/index.html"} | about_traces
    assert NOTE in (copied / "index.html").read_text("utf-8")


def test_a_site_says_nothing_of_copies(small: Site, tmp_path: Path) -> None:
    """What is published is the site as before."""
    freeze(small, tmp_path / "build")

    assert [page for page in (tmp_path / "build").rglob("*.html") if NOTE in page.read_text("utf-8")] == []


def test_a_copy_never_clears_what_other_pages_stored(small: Site) -> None:
    """All pages opened from files share one storage: none of it is ours, whatever the settings say of the site."""
    own = dataclasses.replace(small, settings=small.settings.model_copy(update={"origin_is_ours": True}))

    assert copy_of(own).inputs("/fr/")["origin_is_ours"] is False


def test_a_copy_without_an_address_promises_no_entrance(content: Path) -> None:
    """A short address is answered by a server only: a copy names the whole one, or none."""
    (content / "fr" / "traces" / "index.md").write_text(
        "---\ntitre: Traces\nonglet: Traces\nresume: Les traces.\n---\n[](site:retour)\n", "utf-8"
    )
    folder = content.parent / "copy"
    freeze(copy_of(read_site(BEFORE_REVIEW, content=content, base_url="")), folder)

    assert ">/i</b>" not in (folder / "fr" / "traces" / "index.html").read_text("utf-8")


def test_a_second_copy_makes_no_page_again(small: Site, tmp_path: Path) -> None:
    """The last copy is the cache of the next, and nothing changes in it."""
    freeze(copy_of(small), tmp_path / "copy")
    before = files_in(tmp_path / "copy")

    result = freeze(copy_of(small), tmp_path / "copy")

    assert result.made == 0
    assert files_in(tmp_path / "copy") == before


def test_an_edited_copy_is_the_one_made_from_nothing(small: Site, content: Path, tmp_path: Path) -> None:
    """What is taken from the last copy and what is made anew fit together, and the manifest knows every byte."""
    freeze(copy_of(small), tmp_path / "copy")
    (content / "fr" / "aider" / "autre.md").write_text("---\ntitre: Autre\nresume: Autre.\n---\nRien.\n", "utf-8")
    edited = copy_of(read_site(BEFORE_REVIEW, content=content, base_url=""))

    freeze(edited, tmp_path / "copy")
    freeze(edited, tmp_path / "clean")

    assert files_in(tmp_path / "copy") == files_in(tmp_path / "clean")
    assert is_whole(files_in(tmp_path / "copy"))


def test_a_copy_that_cannot_be_written_leaves_the_last_one_whole(
    small: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full stick costs nothing that was on it."""
    freeze(copy_of(small), tmp_path / "copy")
    before = files_in(tmp_path / "copy")
    exits = dataclasses.replace(small, settings=small.settings.model_copy(update={"veil_minutes": 5}))

    def full(*_arguments: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(freezer, "make_portable", full)
    with pytest.raises(OSError, match="no room"):
        freeze(copy_of(exits), tmp_path / "copy")

    assert files_in(tmp_path / "copy") == before


def test_the_command_makes_a_copy_and_nothing_else(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder named is the copy, and the person is told which file to open and what it leaves."""
    status = command.main(["--portable", str(tmp_path / "copy")])

    said = capsys.readouterr().out
    assert status == 0
    assert {path.name for path in tmp_path.iterdir()} == {"content", "copy"}
    assert f"Copie portable : ouvrez {tmp_path / 'copy' / 'index.html'}." in said
    assert "L'adresse à imprimer" not in said


def test_without_a_folder_the_copy_has_one_of_its_own(content: Path, tmp_path: Path) -> None:
    """The copy and the site to be published never share a folder by themselves."""
    folders = Folders(root=tmp_path, content=content)

    statuses = [command.main(["--quiet", *options], folders=folders) for options in (["--portable"], [])]

    assert statuses == [0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"content", "build", "build-portable", folders.kept.name}
    assert not (tmp_path / "build-portable" / "404.html").exists()
    assert (tmp_path / "build" / "404.html").exists()


@pytest.mark.parametrize(
    ("first", "then", "sentence"),
    [
        ("--destination", "--portable", "contient le site à publier, qui serait perdu"),
        ("--portable", "--destination", "contient une copie portable, qui serait perdue"),
    ],
)
def test_copy_and_site_never_take_each_others_place(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], first: str, then: str, sentence: str
) -> None:
    """A folder given by mistake is refused with a sentence, and stays as it was."""
    folder = tmp_path / "somewhere"
    command.main([first, str(folder), "--quiet"])
    before = files_in(folder)

    status = command.main([then, str(folder), "--quiet"])

    assert status == 1
    assert sentence in capsys.readouterr().err
    assert files_in(folder) == before


def test_the_root_of_a_stick_is_answered_with_what_to_do(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk cannot be exchanged for a folder: one inside it is asked for, by the option that was used."""
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path).name == "stick")

    assert command.main(["--portable", str(tmp_path / "stick")]) == 1
    assert "Donnez un dossier à l'intérieur avec --portable." in capsys.readouterr().err


@pytest.mark.parametrize(
    "other",
    [["--serve"], ["--compress"], ["--require-address"], ["--destination", "build"]],
    ids=lambda other: other[0],
)
def test_what_makes_no_sense_for_a_copy_is_refused(other: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A copy has no server and no address, and its folder is named once."""
    status = command.main(["--portable", *other])

    assert status == 2
    assert capsys.readouterr().err == f"--portable ne va pas avec {other[0]}. Retirez l'une des deux.\n"


def test_the_manifest_of_a_copy_names_every_file(copied: Path) -> None:
    """The next copy knows what it may replace."""
    files = files_in(copied)

    assert is_whole(files)
    assert "404.html" not in json.loads(files["manifest.json"])["files"]
