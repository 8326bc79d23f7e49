"""robots.txt, sitemap.xml and security.txt: what programs read at addresses that they all know."""

import datetime
import re
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from eclaircie.checks.discretion import revealing_word
from eclaircie.languages import LANGUAGES
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish import hosts, well_known
from eclaircie.publish.freezer import freeze
from eclaircie.publish.hosts.media_types import TYPES
from eclaircie.publish.hosts.place import Place
from eclaircie.publish.portable import copy_of
from eclaircie.rendering.assets import Assets
from tests.settings import PUBLISHED
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

ORIGIN = "https://example.org"
ALL = {"robots.txt", "sitemap.xml", ".well-known/security.txt"}
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

APART = {
    "fr/autrement/index.md": "---\ntitre: Autrement\nonglet: Autrement\nresume: À part.\na_part: oui\n---\nRien.\n",
}


def small_site(
    tmp_path: Path,
    more: str = "",
    *,
    base_url: str = ORIGIN,
    today: datetime.date = BEFORE_REVIEW,
    files: dict[str, str] | None = None,
) -> Site:
    """The small site, with lines added to its settings and files beside its own."""
    settings = {"site.yaml": FILES["site.yaml"].rstrip() + f"\n        {more}\n"}
    content = write_small_content(tmp_path / "content", {**settings, **(files or {})})
    return read_site(today, content=content, base_url=base_url)


def made(site: Site, name: str) -> str:
    """The text of one of the files."""
    return well_known.well_known_files(site)[name].decode()


def entries(site: Site) -> dict[str, dict[str, str]]:
    """The addresses of the sitemap, each with its translations by language."""
    root = ElementTree.fromstring(made(site, "sitemap.xml"))  # noqa: S314  # our own file
    return {
        entry.findtext("s:loc", "", NAMES): {
            link.get("hreflang", ""): link.get("href", "") for link in entry.iterfind("x:link", NAMES)
        }
        for entry in root.iterfind("s:url", NAMES)
    }


def test_a_site_with_an_address_and_a_contact_has_all_three(tmp_path: Path) -> None:
    """Nothing else is needed."""
    assert set(well_known.well_known_files(small_site(tmp_path, "courriel_securite: web@example.org"))) == ALL


def test_every_name_is_known(tmp_path: Path) -> None:
    """What a build can write is what the next build may replace."""
    names = {name.rpartition("/")[2] for name in ALL}

    assert names == well_known.FILE_NAMES


def test_a_build_holds_them_and_the_manifest_knows_them(tmp_path: Path) -> None:
    """They are frozen as they were made, and a second build does not take them for somebody's."""
    site = small_site(tmp_path, "courriel_securite: web@example.org")

    for _ in range(2):
        freeze(site, tmp_path / "build")

    for name, content in well_known.well_known_files(site).items():
        assert (tmp_path / "build" / name).read_bytes() == content
        assert f'"{name}"' in (tmp_path / "build" / "manifest.json").read_text("utf-8")


def test_without_a_manifest_they_are_still_ours(tmp_path: Path) -> None:
    """A damaged manifest does not turn our own files into somebody's."""
    site = small_site(tmp_path, "courriel_securite: web@example.org")
    freeze(site, tmp_path / "build")
    (tmp_path / "build" / "manifest.json").write_text("{", "utf-8")

    freeze(site, tmp_path / "build")

    assert (tmp_path / "build" / ".well-known" / "security.txt").is_file()


def test_what_was_withdrawn_is_withdrawn(tmp_path: Path) -> None:
    """Without a contact any more, the next build has no security.txt and no empty folder for it."""
    freeze(small_site(tmp_path, "courriel_securite: web@example.org"), tmp_path / "build")

    freeze(small_site(tmp_path), tmp_path / "build")

    assert not (tmp_path / "build" / ".well-known").exists()


@pytest.mark.parametrize("name", sorted(ALL))
def test_each_kind_of_file_has_a_type(name: str) -> None:
    """The preview and Apache know what each of them is."""
    assert f".{name.rpartition('.')[2]}" in TYPES


# Under a path, and without an address


def test_under_a_path_the_root_belongs_to_somebody_else(tmp_path: Path) -> None:
    """robots.txt and security.txt are read in the root of a host only, which is not ours there."""
    site = small_site(tmp_path, "courriel_securite: web@example.org", base_url="https://example.org/aide/")

    assert set(well_known.well_known_files(site)) == {"sitemap.xml"}


def test_under_a_path_the_sitemap_has_whole_addresses(tmp_path: Path) -> None:
    """The path stands in each of them."""
    assert all(
        address.startswith(f"{ORIGIN}/aide/") for address in entries(small_site(tmp_path, base_url=f"{ORIGIN}/aide/"))
    )


def test_a_copy_to_carry_has_none_of_them(tmp_path: Path) -> None:
    """No program visits a folder, and no empty folder is left in it."""
    site = copy_of(small_site(tmp_path, "courriel_securite: web@example.org"))

    freeze(site, tmp_path / "copy")

    assert not [file for file in (tmp_path / "copy").iterdir() if file.name in (*ALL, ".well-known")]


def test_without_an_address_there_is_no_sitemap(tmp_path: Path) -> None:
    """A sitemap of half addresses would lead nowhere, and robots.txt does not name one."""
    site = small_site(tmp_path, base_url="")

    assert set(well_known.well_known_files(site)) == {"robots.txt"}
    assert "Sitemap" not in made(site, "robots.txt")


# robots.txt


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("/", True),
        ("/fr/", True),
        ("/ar/numeros/conseils/", True),
        ("/donnees/hsds.json", False),
        ("/donnees/71.csv", False),
    ],
)
def test_pages_may_be_found_and_files_may_not(tmp_path: Path, address: str, allowed: bool) -> None:
    """A search leads to a page, which has an exit, and never to a download."""
    robots = RobotFileParser()
    robots.parse(made(small_site(tmp_path), "robots.txt").splitlines())

    assert robots.can_fetch("Anything", address) == allowed


def test_robots_are_led_to_the_sitemap(tmp_path: Path) -> None:
    """The address of the sitemap is whole, as the rule wants it."""
    robots = RobotFileParser()
    robots.parse(made(small_site(tmp_path), "robots.txt").splitlines())

    assert robots.site_maps() == [f"{ORIGIN}/sitemap.xml"]


def test_robots_txt_names_no_page_that_stands_apart(tmp_path: Path) -> None:
    """A list of what is not to be listed would be a list."""
    assert "autrement" not in made(small_site(tmp_path, files=APART), "robots.txt")


# sitemap.xml


def test_the_sitemap_holds_every_page_in_each_language_it_is_written_in(tmp_path: Path) -> None:
    """No page is forgotten, and none stands there in a language that it was not translated into."""
    site = small_site(tmp_path)

    expected = {
        f"{ORIGIN}/{language.tag}/{path}/".replace("//", "/").replace(":/", "://")
        for path, document in site.library.pages.items()
        for language in PUBLISHED
        if document.words(language)[1] is language
    }
    assert set(entries(site)) == expected
    assert f"{ORIGIN}/en/numeros/conseils/" in expected
    assert f"{ORIGIN}/en/aider/voisin/" not in expected


def test_the_sitemap_leads_to_each_translation(tmp_path: Path) -> None:
    """Each version names all of them, itself included, and the French one for any other language; a page without a
    translation names none."""
    found = entries(small_site(tmp_path))

    both = {"fr": f"{ORIGIN}/fr/numeros/conseils/", "en": f"{ORIGIN}/en/numeros/conseils/"}
    assert found[both["fr"]] == found[both["en"]] == both | {"x-default": both["fr"]}
    assert found[f"{ORIGIN}/fr/aider/voisin/"] == {}


def test_what_stands_apart_is_not_in_the_sitemap(tmp_path: Path) -> None:
    """What stands apart is in no list."""
    site = small_site(tmp_path, files=APART)

    assert "autrement" in site.library.pages
    assert not [address for address in entries(site) if "autrement" in address]


@pytest.mark.parametrize("address", ["/", "/404.html", "/i"])
def test_the_sitemap_holds_no_second_address_of_the_home_page(tmp_path: Path, address: str) -> None:
    """The home page is at `/fr/`; the address to print stays what it is, unknown."""
    assert ORIGIN + address not in entries(small_site(tmp_path))


def test_each_address_of_the_sitemap_is_a_page_that_names_itself_so(site: Site, frozen: Path) -> None:
    """On the real site, each one has its file, whose canonical address is the same."""
    for address in entries(site):
        page = (frozen / address.removeprefix(f"{ORIGIN}/") / "index.html").read_text("utf-8")
        assert f'<link rel="canonical" href="{address}">' in page


@pytest.mark.parametrize("name", ["robots.txt", "sitemap.xml"])
def test_they_say_nothing_of_the_subject(site: Site, name: str) -> None:
    """On the real site, no word in them reveals what it is about, in any language; 17 is Charente-Maritime too."""
    text = re.sub(r"/17/", "/", made(site, name)).replace("/", " ").replace("-", " ")

    assert [word for language in LANGUAGES if (word := revealing_word(text, language, is_path=True))] == []


@pytest.mark.parametrize("limit", ["SITEMAP_ADDRESSES", "SITEMAP_BYTES"])
def test_a_sitemap_stays_within_what_search_engines_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """Beyond its limits it is cut after a whole line, and not refused whole."""
    site = small_site(tmp_path)
    every = list(entries(site))
    size = {"SITEMAP_ADDRESSES": 3, "SITEMAP_BYTES": 800}[limit]
    monkeypatch.setattr(well_known, limit, size)

    some = list(entries(site))

    assert 0 < len(some) < len(every)
    assert some == every[: len(some)]
    assert (len(some) if limit == "SITEMAP_ADDRESSES" else len(made(site, "sitemap.xml"))) <= size


# security.txt


@pytest.mark.parametrize(
    ("more", "contact"),
    [
        ("courriel_securite: web+s@example.org", "mailto:web+s@example.org"),
        ("editeur: {courriel: contact@example.org}", "mailto:contact@example.org"),
        ("{editeur: {courriel: contact@example.org}, courriel_securite: web@example.org}", "mailto:web@example.org"),
    ],
)
def test_security_txt_says_whom_to_write_to(tmp_path: Path, more: str, contact: str) -> None:
    """The address for it, or else the publisher's."""
    lines = more.strip("{}").replace("}, ", "}\n        ") if more.startswith("{") else more

    assert made(small_site(tmp_path, lines), ".well-known/security.txt").splitlines()[0] == f"Contact: {contact}"


def test_without_a_contact_there_is_no_security_txt(tmp_path: Path) -> None:
    """A file that names nobody would help nobody."""
    assert ".well-known/security.txt" not in well_known.well_known_files(small_site(tmp_path))


def test_security_txt_holds_two_lines(tmp_path: Path) -> None:
    """No word too many."""
    text = made(small_site(tmp_path, "courriel_securite: web@example.org"), ".well-known/security.txt")

    assert [line.partition(":")[0] for line in text.splitlines()] == ["Contact", "Expires"]


@pytest.mark.parametrize(
    ("today", "expires"),
    [
        ("2026-11-22", "2027-10-01T00:00:00Z"),
        ("2026-11-01", "2027-10-01T00:00:00Z"),
        ("2027-01-31", "2027-12-01T00:00:00Z"),
        ("2027-02-01", "2028-01-01T00:00:00Z"),
        ("2027-12-31", "2028-11-01T00:00:00Z"),
    ],
)
def test_security_txt_ends_less_than_a_year_after_the_build(tmp_path: Path, today: str, expires: str) -> None:
    """The day is that of the build, so that the same day gives the same bytes, and so does the same month."""
    day = datetime.date.fromisoformat(today)
    site = small_site(tmp_path, "courriel_securite: web@example.org", today=day)

    assert made(site, ".well-known/security.txt").splitlines()[1] == f"Expires: {expires}"
    assert datetime.timedelta(300) < datetime.date.fromisoformat(expires[:10]) - day < datetime.timedelta(365)


def test_the_preview_and_hosts_give_them_the_same_policy(tmp_path: Path) -> None:
    """No rule of any host leaves them out: they are below the one path for which headers are sent."""
    text = hosts.root_files(Place(Assets(STATIC)))["_headers"]

    assert [line for line in text.splitlines() if line.startswith("/")] == ["/*"]
