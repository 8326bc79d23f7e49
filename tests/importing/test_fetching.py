"""A file of a public directory is fetched whole, from where the association says, or not at all."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from eclaircie.importing import fetching
from eclaircie.importing.fetching import fetch_file, name_of
from eclaircie.publish.fetching import FetchError
from tests.reports.web import Page, web
from tests.serving import running

DATA = '{"service": []}'


@pytest.fixture(autouse=True)
def _without_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of this machine has no certificate: what is https elsewhere is http here."""
    monkeypatch.setattr(fetching, "SCHEME", "http")


def names_in(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return [file.name for file in folder.iterdir()]


def fetched(pages: dict[str, Page], folder: Path) -> Path:
    """The file at /a, fetched."""
    with web(pages) as there:
        fetch_file(f"{there.address}/a", folder / "a", "Essai/1.0")
        assert there.agents == {"Essai/1.0"}
    return folder / "a"


def refused(pages: dict[str, Page], folder: Path) -> str:
    """Why the file at /a is not fetched; nothing of it is left behind, and what was there before stays."""
    (folder / "a").write_text("avant", "utf-8")
    with web(pages) as there, pytest.raises(FetchError) as error:
        fetch_file(f"{there.address}/a", folder / "a", "Essai/1.0")
    assert names_in(folder) == ["a"]
    assert (folder / "a").read_text("utf-8") == "avant"
    return error.value.code


def test_a_file_is_fetched_whole(tmp_path: Path) -> None:
    """Under its own name once all of it is there."""
    assert fetched({"/a": Page(body=DATA)}, tmp_path).read_text("utf-8") == DATA
    assert names_in(tmp_path) == ["a"]


def test_the_long_address_may_lead_to_the_server_of_the_file(tmp_path: Path) -> None:
    """data.gouv.fr keeps addresses for good that lead to where the file is today."""
    pages = {"/a": Page(302, headers={"Location": "OTHER/b"}), "/b": Page(body=DATA)}

    assert fetched(pages, tmp_path).read_text("utf-8") == DATA


@pytest.mark.parametrize("to", ["https://essai.test/b", "ftp://essai.test/b", "file:///etc/hostname"])
def test_another_scheme_is_not_followed(tmp_path: Path, to: str) -> None:
    """From https to nothing that somebody between could read or change, nor to a file of this machine."""
    assert refused({"/a": Page(302, headers={"Location": to})}, tmp_path) in ("elsewhere", "refused")


def test_what_is_not_encrypted_is_not_even_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings refuse such an address too."""
    monkeypatch.undo()
    with web({"/a": Page(body=DATA)}) as there:
        with pytest.raises(FetchError, match="elsewhere"):
            fetch_file(f"{there.address}/a", tmp_path / "a", "Essai/1.0")
        assert there.asked == []


def test_a_page_that_is_gone_is_no_file(tmp_path: Path) -> None:
    """Whatever the host sends with it."""
    assert refused({"/a": Page(404, body=DATA)}, tmp_path) == "refused"


def test_a_file_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is not filled."""
    monkeypatch.setattr(fetching, "LARGEST", 10)

    assert refused({"/a": Page(body=DATA)}, tmp_path) == "too_big"


class CutShort(BaseHTTPRequestHandler):
    """A server that is gone before it has sent what it promised."""

    def do_GET(self) -> None:
        """Begin."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(DATA.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_a_file_that_ends_too_early_is_given_up(tmp_path: Path) -> None:
    """Half a directory would look as if the other half had closed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), CutShort)
    with running(server) as address, pytest.raises(FetchError, match="cut_short"):
        fetch_file(f"{address}/a", tmp_path / "a", "Essai/1.0")
    assert names_in(tmp_path) == []


def test_without_a_network_there_is_no_file(tmp_path: Path) -> None:
    """And why is said."""
    with pytest.raises(FetchError, match="unreachable"):
        fetch_file("http://127.0.0.1:1/a", tmp_path / "a", "Essai/1.0")
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://essai.test/v4/all_latest.tar.bz2", "all_latest.tar.bz2"),
        ("https://essai.test/r/4f?x=/../y", "4f"),
        ("https://essai.test/..", "annuaire"),
        ("https://essai.test/%2e%2e%2fh", "2e-2e-2fh"),
    ],
)
def test_the_name_of_a_file_leads_nowhere_else(address: str, name: str) -> None:
    """It is made of plain signs, whatever the address holds."""
    assert name_of(address) == name
