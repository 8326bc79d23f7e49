"""From pages to files: the last build stays whole until the next one is."""

import ctypes
import datetime
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import STATIC, TRANSLATIONS
from eclaircie.publish import making
from eclaircie.publish.freezer import Progress, freeze
from eclaircie.publish.staging_error import StagingError
from eclaircie.rendering.views import render_canonical
from tests.folders import Files, files_in
from tests.once import made_once
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

ALL_PAGES = 47
"""The pages of the small site: fifteen in three languages, and two entrances."""


@pytest.fixture
def build(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the small site is published: the copy of one that was built once."""

    def make(folder: Path) -> None:
        content = write_small_content(folder.with_name("published-content"))
        freeze(read_site(BEFORE_REVIEW, content=content), folder)

    return Path(shutil.copytree(made_once(tmp_path_factory, "published", make), tmp_path / "published" / "build"))


@pytest.fixture
def other(content: Path) -> Site:
    """The small site, changed so that every page must be made again."""
    settings = FILES["site.yaml"]
    for name, new_name in (("Essai", "Autre"), ("Trial", "Other"), ("تجربة", "آخر")):
        settings = settings.replace(name, new_name)
    write_small_content(content, {"site.yaml": settings})
    return read_site(BEFORE_REVIEW, content=content)


def pages_in(folder: Path) -> Files:
    """Every page of a folder."""
    return {name: content for name, content in files_in(folder).items() if name.endswith(".html")}


def stopping_with(error: BaseException) -> Progress:
    """Stops a build in its middle."""

    def stop(done: int, total: int, _address: str) -> None:
        if done == total // 2:
            raise error

    return stop


def test_a_page_becomes_a_file_at_its_own_address(build: Path, small: Site) -> None:
    """Each address ends up as an index.html in its folder, beside the files that hosts and other programs read."""
    names = {f"{address.lstrip('/')}index.html" for address in small.addresses() if address.endswith("/")}

    others = {"404.html", "_headers", ".htaccess", ".nojekyll", "manifest.json", "robots.txt"}
    others |= {f"donnees/{name}.json" for name in ("hsds", "structures", "services")}
    assert set(files_in(build)) == names | others


def test_a_result_says_what_was_made(small: Site, tmp_path: Path) -> None:
    """The figures of a build are those of its folder."""
    result = freeze(small, tmp_path / "build")

    assert (result.pages, result.made, result.languages) == (ALL_PAGES, ALL_PAGES, 3)
    assert result.size == sum(len(content) for content in files_in(tmp_path / "build").values())


def test_every_page_is_counted_as_it_is_made(small: Site, tmp_path: Path) -> None:
    """Progress goes from the first to the last page, each address once."""
    told: list[tuple[int, int, str]] = []

    freeze(small, tmp_path / "build", lambda *step: told.append(step))

    assert [(done, total) for done, total, _ in told] == [(n, ALL_PAGES) for n in range(1, ALL_PAGES + 1)]
    assert {address for _, _, address in told} == set(small.addresses())


def test_the_same_content_gives_the_same_bytes(build: Path, content: Path, tmp_path: Path) -> None:
    """Two builds made from the same files, in two folders, do not differ in a single byte."""
    freeze(read_site(BEFORE_REVIEW, content=content), tmp_path / "elsewhere")

    assert files_in(tmp_path / "elsewhere") == files_in(build)


def test_another_day_gives_the_same_bytes(build: Path, content: Path, tmp_path: Path) -> None:
    """The day of a build enters no page while nothing expires."""
    freeze(read_site(BEFORE_REVIEW + datetime.timedelta(days=1), content=content), tmp_path / "elsewhere")

    assert files_in(tmp_path / "elsewhere") == files_in(build)


def test_a_day_on_which_facts_expire_changes_the_pages(build: Path, content: Path) -> None:
    """A build made after the review period says that the facts are to be confirmed."""
    before = pages_in(build)

    freeze(read_site(BEFORE_REVIEW + datetime.timedelta(days=400), content=content), build)

    changed = {name for name, page in pages_in(build).items() if page != before[name]}
    assert {"fr/numeros/conseils/index.html", "ar/numeros/conseils/index.html"} <= changed
    assert "fr/numeros/secours/index.html" not in changed
    assert "fr/traces/index.html" not in changed


def test_a_second_build_makes_no_page_again(build: Path, small: Site) -> None:
    """What did not change is taken from the last build."""
    before = files_in(build)

    result = freeze(small, build)

    assert (result.pages, result.made) == (ALL_PAGES, 0)
    assert files_in(build) == before


def test_a_changed_fact_is_changed_wherever_it_is_shown(build: Path, content: Path) -> None:
    """A new number replaces the old one in every page and language, and leaves the other pages as they were."""
    before = pages_in(build)
    text = FILES["fr/numeros/conseils.md"].replace("0 800 00 00 01", "0 800 00 00 02")
    write_small_content(content, {"fr/numeros/conseils.md": text})
    freeze(read_site(BEFORE_REVIEW, content=content), build)
    after = pages_in(build)

    showing = {name for name, page in before.items() if b"0800000001" in page}

    # Own page, list of numbers, section page that names it, page that it listens for; in three languages
    assert len(showing) == 12
    assert {name for name in after if after[name] != before[name]} == showing
    assert not any(b"0800000001" in page for page in after.values())


def test_a_changed_fact_leaves_most_pages_alone(build: Path, content: Path) -> None:
    """Only the pages that are given the line are made again: its own, those that name it, the list it stands in."""
    text = FILES["fr/numeros/conseils.md"].replace("0 800 00 00 01", "0 800 00 00 02")
    write_small_content(content, {"fr/numeros/conseils.md": text})

    result = freeze(read_site(BEFORE_REVIEW, content=content), build)

    assert result.made == 12


def test_an_edited_build_is_the_one_made_from_nothing(build: Path, content: Path, tmp_path: Path) -> None:
    """Taking pages from the last build never gives anything but a build from nothing would."""
    text = FILES["fr/aider/index.md"].replace("Pour aider.", "Pour mieux aider.")
    write_small_content(content, {"fr/aider/index.md": text})
    edited = read_site(BEFORE_REVIEW, content=content)

    freeze(edited, build)
    freeze(edited, tmp_path / "from-nothing")

    assert files_in(build) == files_in(tmp_path / "from-nothing")


def test_a_changed_word_of_the_interface_changes_its_language_only(build: Path, small: Site, tmp_path: Path) -> None:
    """A new translation of a button is shown at once, and other languages are not made again."""
    translations = tmp_path / "translations"
    shutil.copytree(TRANSLATIONS, translations)
    file = translations / "en.po"
    text = file.read_text("utf-8")
    start = text.index('msgstr "', text.index('msgid "Quitter"'))
    file.write_text(text[:start] + 'msgstr "Away with me"\n' + text[text.index("\n", start) + 1 :], "utf-8")

    result = freeze(small, build, translations=translations)

    assert result.made == (ALL_PAGES - 2) // 3  # the two entrances are in French
    assert {name.split("/")[0] for name, page in pages_in(build).items() if b"Away with me" in page} == {"en"}


def test_a_changed_stylesheet_changes_every_page(build: Path, small: Site, tmp_path: Path) -> None:
    """The style stands in each page, so none is taken from the last build."""
    static = tmp_path / "static"
    shutil.copytree(STATIC, static)
    with (static / "css" / "base.css").open("a", encoding="utf-8") as file:
        file.write("main{outline-offset:3px}\n")

    assert freeze(small, build, static=static).made == ALL_PAGES


def test_a_page_that_is_gone_is_published_no_more(build: Path, content: Path) -> None:
    """A file that was deleted leaves no page behind."""
    (content / "fr" / "aider" / "voisin.md").unlink()

    freeze(read_site(BEFORE_REVIEW, content=content), build)

    assert not (build / "fr" / "aider" / "voisin").exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda page: page.write_bytes(page.read_bytes()[:100]),
        lambda page: page.write_bytes(b""),
        lambda page: page.unlink(),
        lambda page: page.write_bytes(page.read_bytes().replace(b"3919", b"3918")),
    ],
    ids=["cut", "emptied", "deleted", "tampered"],
)
def test_a_damaged_page_of_the_last_build_is_made_again(
    build: Path, small: Site, damage: Callable[[Path], object]
) -> None:
    """What somebody or something changed in the published folder does not survive the next build."""
    before = files_in(build)
    damage(build / "en" / "aider" / "index.html")

    result = freeze(small, build)

    assert result.made == 1
    assert files_in(build) == before


def test_a_link_put_in_the_place_of_a_page_is_not_followed(build: Path, small: Site) -> None:
    """A page of the last build is a file of its own, never a link to another."""
    page = build / "en" / "aider" / "index.html"
    copy = build.parent / "copy.html"
    page.rename(copy)
    page.symlink_to(copy)

    freeze(small, build)

    assert not page.is_symlink()


@pytest.mark.parametrize(
    "manifest", ['{"files": {"x": {"sha256": 3}}}', '{"files": {}}'], ids=["of another kind", "empty"]
)
def test_a_manifest_that_says_nothing_useful_costs_only_time(build: Path, small: Site, manifest: str) -> None:
    """Where the last build cannot be used, everything is made from nothing."""
    before = files_in(build)
    (build / "manifest.json").write_text(manifest, "utf-8")

    result = freeze(small, build)

    assert result.made == ALL_PAGES
    assert files_in(build) == before


@pytest.mark.parametrize(
    "error",
    [RuntimeError("a bug"), KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device")],
    ids=["bug", "Ctrl-C", "disk full"],
)
def test_a_build_that_stops_leaves_the_last_one_whole(build: Path, other: Site, error: BaseException) -> None:
    """Whatever ends a build in its middle, what was published stays, and nothing else is left on the disk."""
    before = files_in(build)

    with pytest.raises(type(error)):
        freeze(other, build, stopping_with(error))

    assert files_in(build) == before
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_a_page_that_cannot_be_written_leaves_the_last_build_whole(
    build: Path, other: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is met while a page is written, and costs nothing that was published."""
    before = files_in(build)
    write = Path.write_bytes

    def fill(file: Path, data: bytes) -> int:
        if file.parent.name == "voisin":
            write(file, data[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, data)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(OSError, match="No space left"):
        freeze(other, build)

    assert files_in(build) == before
    assert [path.name for path in build.parent.iterdir()] == ["build"]


def test_a_page_that_cannot_be_made_leaves_the_last_build_whole(
    build: Path, other: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page that fails keeps the whole build from being published."""
    before = files_in(build)

    def fail(inputs: str) -> str:
        if json.loads(inputs)["address"] == "/ar/aider/":
            raise ZeroDivisionError
        return render_canonical(inputs)

    monkeypatch.setattr(making, "render_canonical", fail)
    with pytest.raises(ZeroDivisionError):
        freeze(other, build)

    assert files_in(build) == before


@pytest.mark.parametrize("failing", [1, 2], ids=["first", "second"])
def test_an_exchange_that_fails_leaves_the_last_build_whole(
    build: Path, other: Site, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Even where a folder cannot be renamed at the last moment, the last build stays published."""
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())  # a system that exchanges no two folders in one step
    before = files_in(build)
    rename = Path.rename
    calls: list[Path] = []

    def refuse(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == failing:
            raise OSError(errno.EACCES, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="Permission denied"):
        freeze(other, build)

    assert files_in(build) == before


def test_a_first_build_that_stops_leaves_nothing(small: Site, tmp_path: Path) -> None:
    """Half a site is never published."""
    with pytest.raises(KeyboardInterrupt):
        freeze(small, tmp_path / "new" / "build", stopping_with(KeyboardInterrupt()))

    assert list((tmp_path / "new").iterdir()) == []


def test_what_a_killed_build_left_is_cleared_away(build: Path, small: Site) -> None:
    """A half-made folder of a build that was killed does not end up in the next one."""
    leftover = build.parent / ".build-new" / "fr" / "half"
    leftover.mkdir(parents=True)
    (leftover / "index.html").write_text("half a page", "utf-8")
    before = files_in(build)

    freeze(small, build)

    assert files_in(build) == before
    assert not (build.parent / ".build-new").exists()


def test_a_build_killed_in_the_middle_of_the_exchange_is_put_back(build: Path, small: Site) -> None:
    """Where the published folder had already been moved away, the next build finds it again."""
    build.rename(build.parent / ".build-old")

    result = freeze(small, build)

    assert result.made == 0
    assert not (build.parent / ".build-old").exists()


def test_a_build_killed_after_the_exchange_keeps_the_new_one(build: Path, small: Site) -> None:
    """A former build that was not yet removed does not come back."""
    shutil.copytree(build, build.parent / ".build-old")
    (build.parent / ".build-old" / "index.html").write_text("yesterday", "utf-8")
    before = files_in(build)

    freeze(small, build)

    assert files_in(build) == before
    assert not (build.parent / ".build-old").exists()


@pytest.mark.parametrize("name", ["notes.txt", ".git/config", "photos/2024.jpg", "index.html"])
def test_a_folder_with_other_files_is_refused(small: Site, tmp_path: Path, name: str) -> None:
    """Somebody's own files are never replaced by a site."""
    folder = tmp_path / "documents"
    file = folder / name
    file.parent.mkdir(parents=True)
    file.write_text("precious", "utf-8")

    with pytest.raises(StagingError) as caught:
        freeze(small, folder)

    assert caught.value.code == "not_ours"
    assert files_in(folder) == {name: b"precious"}


def test_an_empty_folder_may_be_used(small: Site, tmp_path: Path) -> None:
    """A folder that was made beforehand is as good as none."""
    (tmp_path / "build").mkdir()

    assert freeze(small, tmp_path / "build").made == ALL_PAGES


def test_a_link_to_a_folder_is_refused(small: Site, build: Path, tmp_path: Path) -> None:
    """A link cannot be exchanged for a folder, so it is not touched."""
    link = tmp_path / "link"
    link.symlink_to(build)

    with pytest.raises(StagingError) as caught:
        freeze(small, link)

    assert caught.value.code == "is_link"
    assert link.is_symlink()


def test_a_file_is_refused(small: Site, tmp_path: Path) -> None:
    """A file in the place of the folder stays."""
    file = tmp_path / "build"
    file.write_text("precious", "utf-8")

    with pytest.raises(StagingError) as caught:
        freeze(small, file)

    assert caught.value.code == "is_file"
    assert file.read_text("utf-8") == "precious"


def test_a_second_build_at_the_same_time_is_refused(build: Path, other: Site) -> None:
    """Two builds of one folder never mix: the second one is told to wait."""
    refused: list[str] = []

    def build_again(done: int, _total: int, _address: str) -> None:
        if done == 1:
            with pytest.raises(StagingError) as caught:
                freeze(other, build)
            refused.append(caught.value.code)

    result = freeze(other, build, build_again)

    assert refused == ["busy"]
    assert result.made == ALL_PAGES


def test_the_lock_of_a_build_that_died_holds_nobody_up(build: Path, small: Site) -> None:
    """The file that a killed build leaves behind is no lock."""
    (build.parent / ".build-lock").write_text("", "utf-8")

    assert freeze(small, build).made == 0


def test_a_lock_that_another_program_holds_is_respected(build: Path, small: Site) -> None:
    """A build under way in another process is seen."""
    before = files_in(build)
    handle = os.open(build.parent / ".build-lock", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(StagingError) as caught:
            freeze(small, build)
    finally:
        os.close(handle)

    assert caught.value.code == "busy"
    assert files_in(build) == before


def test_where_hard_links_are_refused_pages_are_copied(
    build: Path, small: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk without hard links gives the same site, and nothing is made again."""
    before = files_in(build)

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    result = freeze(small, build)

    assert result.made == 0
    assert files_in(build) == before


def test_under_a_path_every_link_stays_below_it(content: Path, tmp_path: Path) -> None:
    """A site published at example.org/aide/ leads to its own pages only, and each one is there."""
    site = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/aide/")
    freeze(site, tmp_path / "build")
    links = {
        link.split('"')[0]
        for page in pages_in(tmp_path / "build").values()
        for link in page.decode().split(' href="')[1:]
        if link.startswith("/")
    }

    astray = {link for link in links if not link.startswith("/aide/")}
    dead = {link for link in links if not (tmp_path / "build" / link.removeprefix("/aide/") / "index.html").is_file()}

    assert len(links) > 40
    assert astray == set()
    assert dead == set()


def test_under_a_path_the_headers_are_for_that_path(content: Path, tmp_path: Path) -> None:
    """The rules for hosts name the path under which the site is published."""
    freeze(read_site(BEFORE_REVIEW, content=content, base_url="/aide/"), tmp_path / "build")

    assert (tmp_path / "build" / "_headers").read_text("utf-8").startswith("/aide/*\n")


def test_a_file_that_someone_added_to_the_build_is_not_lost(build: Path, small: Site) -> None:
    """A file put into the published folder by hand stops the next build, which would delete it."""
    (build / "CNAME").write_text("example.org", "utf-8")

    with pytest.raises(StagingError) as caught:
        freeze(small, build)

    assert caught.value.values["file"] == "CNAME"
    assert (build / "CNAME").read_text("utf-8") == "example.org"


def test_a_page_that_someone_added_to_the_build_is_not_lost(build: Path, small: Site) -> None:
    """That a file has the name of one of ours does not make it ours."""
    (build / "mine").mkdir()
    (build / "mine" / "index.html").write_text("precious", "utf-8")

    with pytest.raises(StagingError) as caught:
        freeze(small, build)

    assert caught.value.values["file"] == "mine/index.html"


@pytest.mark.parametrize("manifest", [None, '{"files": {}}'], ids=["sound manifest", "empty manifest"])
def test_a_site_with_a_domain_can_be_built_again(content: Path, tmp_path: Path, manifest: str | None) -> None:
    """The file that names the domain is one of ours, and is made anew."""
    site = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/")
    freeze(site, tmp_path / "build")
    before = files_in(tmp_path / "build")
    if manifest:
        (tmp_path / "build" / "manifest.json").write_text(manifest, "utf-8")

    freeze(site, tmp_path / "build")

    assert before["CNAME"] == b"example.org\n"
    assert files_in(tmp_path / "build") == before
