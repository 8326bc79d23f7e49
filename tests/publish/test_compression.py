"""The compressed files beside those of a build."""

import gzip
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import brotli  # type: ignore[import-untyped]  # it carries no types
import pytest

import freeze as command
from eclaircie.loading import read_site
from eclaircie.messages.command_lines import python
from eclaircie.pages.site import Site
from eclaircie.project import PROJECT_ROOT
from eclaircie.publish import compression
from eclaircie.publish.encodings import ENCODINGS, compressed
from eclaircie.publish.freezer import freeze
from tests.folders import files_in
from tests.once import made_once
from tests.publish.test_never_half import is_whole
from tests.publish.test_server import ask
from tests.serving import serving
from tests.small_site import BEFORE_REVIEW, write_small_content

OPEN = {".br": brotli.decompress, ".gz": gzip.decompress}


@pytest.fixture
def small(content: Path) -> Site:
    """The small site, with an address."""
    return read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/")


@pytest.fixture(scope="module")
def squeezed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with its compressed files, made once for the whole run: no test changes it."""

    def make(folder: Path) -> None:
        content = write_small_content(folder / "content")
        site = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/")
        freeze(site, folder / "build", compressed=True)

    return made_once(tmp_path_factory, "compressed", make) / "build"


@pytest.fixture
def build(squeezed: Path, tmp_path: Path) -> Path:
    """A copy of it, to be built over."""
    return Path(shutil.copytree(squeezed, tmp_path / "build"))


@pytest.fixture
def remembering(squeezed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Brotli knows what it made of each file of that site, and takes two seconds less for the whole of it."""
    files = files_in(squeezed)
    made = {files[name.removesuffix(".br")]: content for name, content in files.items() if name.endswith(".br")}

    def compress(content: bytes, **how: int) -> bytes:
        packed: bytes = made.get(content) or brotli.compress(content, **how)
        return packed

    monkeypatch.setattr(compression, "BROTLI", SimpleNamespace(**{**vars(brotli), "compress": compress}))


def packed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The compressed ones of some files."""
    return {name: content for name, content in files.items() if name.endswith(tuple(OPEN))}


def test_a_compressed_file_holds_the_file_it_stands_beside(squeezed: Path) -> None:
    """Opened, each one is its neighbour, byte for byte, and smaller than it."""
    files = files_in(squeezed)

    for name, content in packed(files).items():
        source = name.rpartition(".")[0]
        assert OPEN["." + name.rpartition(".")[2]](content) == files[source]
        assert len(content) < len(files[source])


def test_every_page_and_table_has_its_compressed_files(squeezed: Path) -> None:
    """Both codings, for all that is text and gets smaller; the files for hosts are read by hosts alone."""
    files = files_in(squeezed)
    sources = {name.rpartition(".")[0] for name in packed(files)}

    assert {name for name in files if name.endswith(".html")} <= sources
    assert "donnees/hsds.json" in sources
    assert "sitemap.xml" in sources
    assert {"_headers", ".htaccess", "manifest.json"} & sources == set()
    assert all(f"{source}{ending}" in files for source in sources for ending in OPEN if source.endswith(".html"))


def test_compressed_files_say_nothing_of_when_and_where_they_were_made(squeezed: Path) -> None:
    """gzip can hold a time and a system: zero and unknown, so that the same page gives the same bytes."""
    for name, content in packed(files_in(squeezed)).items():
        if name.endswith(".gz"):
            assert (content[3], content[4:8], content[9]) == (0, bytes(4), 255)


def test_the_same_site_gives_the_same_bytes(squeezed: Path, small: Site, tmp_path: Path) -> None:
    """Made twice from nothing, all files are the same."""
    freeze(small, tmp_path / "again", compressed=True)

    assert files_in(tmp_path / "again") == files_in(squeezed)


def test_a_second_build_compresses_nothing_again(build: Path, small: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What did not change is taken from the last build."""
    before = files_in(build)
    made: list[int] = []

    def counted(compress: Callable[..., bytes]) -> Callable[..., bytes]:
        def count(content: bytes, *how: object, **more: object) -> bytes:
            made.append(len(content))
            return compress(content, *how, **more)

        return count

    library = SimpleNamespace(**{**vars(brotli), "compress": counted(brotli.compress)})
    monkeypatch.setattr(compression, "BROTLI", library)
    monkeypatch.setattr(gzip, "compress", counted(gzip.compress))

    freeze(small, build, compressed=True)

    assert [size for size in made if size > 1000] == []
    assert files_in(build) == before


@pytest.mark.usefixtures("remembering")
def test_an_edited_build_is_the_one_made_from_nothing(build: Path, content: Path, tmp_path: Path) -> None:
    """A changed page has changed neighbours, and the manifest knows every byte."""
    (content / "fr" / "aider" / "voisin.md").write_text("---\ntitre: Autre\nresume: Autre.\n---\nAutre.\n", "utf-8")
    edited = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/")

    freeze(edited, build, compressed=True)
    freeze(edited, tmp_path / "clean", compressed=True)

    assert files_in(build) == files_in(tmp_path / "clean")
    assert is_whole(files_in(build))


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("ending", OPEN)
def test_a_damaged_compressed_file_is_made_again(build: Path, small: Site, ending: str) -> None:
    """A server would send it to readers as it is."""
    before = files_in(build)
    file = build / "fr" / f"index.html{ending}"
    file.unlink()
    file.write_bytes(b"damaged")

    freeze(small, build, compressed=True)

    assert files_in(build) == before


def test_a_build_without_the_option_keeps_no_compressed_file(build: Path, small: Site) -> None:
    """A forgotten one would be sent in the place of a page that has changed since."""
    freeze(small, build)

    assert packed(files_in(build)) == {}


@pytest.mark.usefixtures("remembering")
@pytest.mark.parametrize("manifest", ["", "{}"])
def test_a_compressed_build_with_a_damaged_manifest_can_be_built_again(build: Path, small: Site, manifest: str) -> None:
    """Our own files are known by their names then, the compressed ones too."""
    before = files_in(build)
    (build / "manifest.json").write_text(manifest, "utf-8")

    freeze(small, build, compressed=True)

    assert files_in(build) == before


def test_without_its_library_the_option_is_answered_with_a_remedy(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The library is optional: who asks for it is told how to install it, before anything is written."""
    monkeypatch.setattr(compression, "BROTLI", None)

    status = command.main(["--compress", "--destination", str(tmp_path / "build"), "--lang", "en"])

    assert status == 1
    assert capsys.readouterr().err.splitlines() == [
        "--compress needs the library brotli. Install it: "
        f"{python()} -m pip install --require-hashes -r requirements-compress.txt"
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_without_its_library_a_site_is_built_all_the_same(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody needs it for a site."""
    monkeypatch.setattr(compression, "BROTLI", None)

    assert command.main(["--destination", str(tmp_path / "build"), "--quiet"]) == 0


def test_the_file_that_locks_the_library_is_there() -> None:
    """The remedy that is told can be followed."""
    assert "brotli==" in (PROJECT_ROOT / "requirements-compress.txt").read_text("utf-8")
    assert "brotli==" not in (PROJECT_ROOT / "requirements.txt").read_text("utf-8")


@pytest.mark.usefixtures("remembering", "content")
def test_the_command_writes_compressed_files_on_demand(tmp_path: Path) -> None:
    """With the option they are there and in the manifest."""
    folder = ("--destination", str(tmp_path / "build"))

    status = command.main(["--compress", *folder, "--base-url", "https://example.org/", "--quiet"])

    assert status == 0
    assert {"index.html.br", "404.html.gz"} <= set(
        json.loads((tmp_path / "build" / "manifest.json").read_text())["files"]
    )


# The preview of the frozen site


@pytest.fixture
def shown(squeezed: Path) -> Iterator[str]:
    """The address of the compressed site on this machine."""
    with serving(squeezed) as address:
        yield address


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br;q=0.1", "br"),
        ("GZIP", "gzip"),
        ("gzip;q=0, br;q=0.000", None),
        ("*;q=0.5", "br"),
        ("br;q=0, *", "gzip"),
        ("", None),
        ("identity, zstd", None),
        ("brr, xgzip", None),
        (";q=, ,", None),
    ],
)
def test_the_smallest_file_that_a_browser_reads_is_chosen(squeezed: Path, accepted: str, coding: str | None) -> None:
    """Weights of nought refuse a coding; others do not change which file is smaller."""
    file = squeezed / "fr" / "index.html"
    expected = (file.with_name(f"index.html{ENCODINGS[coding]}"), coding) if coding else None

    assert compressed(file, accepted) == expected


@pytest.mark.parametrize(("address", "status", "file"), [("/fr/", 200, "fr/index.html"), ("/k7", 404, "404.html")])
def test_the_frozen_site_is_shown_as_a_server_would_send_it(
    squeezed: Path, shown: str, address: str, status: int, file: str
) -> None:
    """What is tried before publication is what readers get, the unknown address too."""
    answered, headers, body = ask(shown, address, accepted="gzip, br")

    assert (answered, headers["Content-Encoding"], headers["Vary"]) == (status, "br", "Accept-Encoding")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert body == (squeezed / f"{file}.br").read_bytes()
