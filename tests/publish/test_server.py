"""The frozen site on this machine, answered as a CDN would."""

import http.client
import os
import socket
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from eclaircie.project import STATIC
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.serving import serving


def ask(origin: str, target: str, method: str = "GET", accepted: str = "identity") -> tuple[int, dict[str, str], bytes]:
    """Ask for a target exactly as it is written, and return status, headers and body."""
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)
    try:
        connection.putrequest(method, target, skip_host=False, skip_accept_encoding=True)
        connection.putheader("Accept-Encoding", accepted)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


@pytest.fixture
def under_a_path(tmp_path: Path) -> Iterator[str]:
    """A server whose site is published at /aide/, with a secret beside its folder."""
    folder = tmp_path / "build"
    (folder / "fr").mkdir(parents=True)
    (folder / "404.html").write_text("unknown", "utf-8")
    (folder / "fr" / "index.html").write_text("home", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    with serving(folder, "/aide") as address:
        yield address


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/fr/", "fr/index.html"),
        ("/ar/numeros/", "ar/numeros/index.html"),
        ("/404.html", "404.html"),
        ("/fr/?utm_source=x", "fr/index.html"),
    ],
)
def test_an_address_gives_its_page(served: str, frozen: Path, address: str, file: str) -> None:
    """A page is answered with its file, as HTML."""
    status, headers, body = ask(served, address)

    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert body == (frozen / file).read_bytes()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/donnees/hsds.json", "application/json"),
        ("/donnees/71.csv", "text/csv; charset=utf-8"),
        ("/donnees/974.csv", "text/csv; charset=utf-8"),
    ],
)
def test_a_file_for_professionals_is_given_as_what_it_is(served: str, frozen: Path, address: str, kind: str) -> None:
    """A table is a table, and is given whole."""
    status, headers, body = ask(served, address)

    assert (status, headers["Content-Type"]) == (200, kind)
    assert body == (frozen / address[1:]).read_bytes()


@pytest.mark.parametrize("address", ["/rien/", "/fr/rien/", "/fr", "/3919", "/favicon.ico", "/fr/index.htm"])
def test_an_unknown_address_gives_the_home_page(served: str, frozen: Path, address: str) -> None:
    """Any address that is no page is a discreet entrance, with the status that keeps it out of the history."""
    status, headers, body = ask(served, address)

    assert status == 404
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert body == (frozen / "404.html").read_bytes()


@pytest.mark.parametrize(
    "target",
    [
        "/aide/../secret.txt",
        "/aide/../../secret.txt",
        "/aide/%2e%2e/secret.txt",
        "/aide/..%2fsecret.txt",
        "/aide/fr/../../secret.txt",
        "/aide//secret.txt",
        "/aide/link.txt",
        "/secret.txt",
        "/../secret.txt",
        "/aide/%00",
        "/aide/fr/%00.html",
        "/aide/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_ever_answered(under_a_path: str, target: str) -> None:
    """No way of writing an address leads out of the published folder, or breaks the server."""
    status, _, body = ask(under_a_path, target)

    assert (status, body) == (404, b"unknown")


def test_the_whole_path_of_a_file_system_is_out_of_reach(under_a_path: str, tmp_path: Path) -> None:
    """An absolute path behind the prefix is looked for below the folder only."""
    status, _, body = ask(under_a_path, f"/aide/{tmp_path}/secret.txt")

    assert (status, body) == (404, b"unknown")


@pytest.mark.parametrize(
    ("address", "status", "body"),
    [("/aide/fr/", 200, b"home"), ("/fr/", 404, b"unknown"), ("/aidefr/", 404, b"unknown")],
)
def test_under_a_path_only_that_path_is_the_site(under_a_path: str, address: str, status: int, body: bytes) -> None:
    """What is published at /aide/ is not at the root."""
    answer = ask(under_a_path, address)

    assert (answer[0], answer[2]) == (status, body)


def raw(origin: str, request: bytes) -> bytes:
    """What a request gets that is sent byte for byte."""
    with socket.create_connection(("127.0.0.1", urlsplit(origin).port or 0), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
        return answer


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        *(
            ("GET http://[::1/ HTTP/1.1", 400),
            ("GET http://[::1/aide/fr/ HTTP/1.1", 400),
            ("HEAD http://]/ HTTP/1.1", 400),
        ),
        *(("GET http://℀.example/ HTTP/1.1", 404), ("GET https://[v1.x/ HTTP/1.0", 400), ("GET /aide/fr/ HTTP/9", 400)),
        *(("GET http://127.0.0.1/aide/fr/ HTTP/1.1", 200), ("GET //[/aide/fr/ HTTP/1.1", 404)),
        *(("GET * HTTP/1.1", 404), ("OPTIONS * HTTP/1.1", 501), ("GET /aide/%zz HTTP/1.1", 404), ("GET", 400)),
        *(("GET /aide/%ff%fe HTTP/1.1", 404), ("GET /aide/\x00 HTTP/1.1", 404), ("GET /aide/fr/ FTP/1.0", 400)),
        *(("GET /aide/\xe9 HTTP/1.1", 404), ("get /aide/fr/ HTTP/1.1", 501), ("GET /aide/fr/ x HTTP/1.1", 400)),
        *(
            ("GET /aide/fr/#x HTTP/1.1", 200),
            ("GET /aide/fr/?a=[ HTTP/1.1", 200),
            (f"GET /{'a' * 70_000} HTTP/1.1", 414),
        ),
        *(("GET /aide/\ud83d HTTP/1.1", 400), ("\x16\x03\x01\x02\x00", 400), ("GET /aide/fr/%2f%2e%2e HTTP/1.1", 404)),
    ],
)
def test_an_odd_request_gets_an_answer(
    under_a_path: str, capfd: pytest.CaptureFixture[str], request_line: str, status: int
) -> None:
    """However a request is written, it gets a status, and whoever tries the site on a machine sees no traceback."""
    line = request_line.encode("utf-8", "surrogatepass")
    answer = raw(under_a_path, line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")

    first = answer.split(b"\r\n")[0].split(b" ")
    assert first[1:2] == [str(status).encode()] or f"Error code: {status}".encode() in answer
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "header",
    [
        *(b"Accept-Encoding: ;;;,,q=,br;q=x", b"Accept-Encoding: " + b"br," * 10_000, b"X: " + b"a" * 70_000),
        *(b"X: a\r\n" * 200, b"no colon here", b": empty", b"X-\xff: \xff", b"Range: bytes=5-1"),
    ],
)
def test_odd_headers_get_an_answer(under_a_path: str, capfd: pytest.CaptureFixture[str], header: bytes) -> None:
    """Neither too many, nor too long, nor broken headers stop the server."""
    answer = raw(under_a_path, b"GET /aide/fr/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + b"\r\n\r\n")

    assert answer.split(b" ")[1] in (b"200", b"400", b"431")
    assert ask(under_a_path, "/aide/fr/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_a_browser_that_leaves_is_passed_over(under_a_path: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A reader who closes the page while it comes leaves no traceback on the screen of whoever shows the site."""
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", urlsplit(under_a_path).port or 0), timeout=10) as connection:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.sendall(b"GET /aide/fr/ HTTP/1.1\r\nHost: x\r\n\r\n" * 50)

    assert ask(under_a_path, "/aide/fr/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_what_is_no_file_is_not_waited_for(under_a_path: str, tmp_path: Path) -> None:
    """A pipe in the published folder is as unknown as any other name."""
    os.mkfifo(tmp_path / "build" / "pipe.txt")

    assert ask(under_a_path, "/aide/pipe.txt")[::2] == (404, b"unknown")


def test_the_head_of_an_answer_can_be_asked_for_alone(served: str) -> None:
    """HEAD has the headers of GET and no body."""
    got = ask(served, "/fr/")
    head = ask(served, "/fr/", "HEAD")

    assert head[2] == b""
    assert {**head[1], "Date": ""} == {**got[1], "Date": ""}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(served: str, method: str) -> None:
    """The site takes nothing from a reader."""
    assert ask(served, "/fr/", method)[0] in (405, 501)


def test_an_answer_does_not_say_with_what_it_was_made(served: str) -> None:
    """No header names a program or its version."""
    _, headers, _ = ask(served, "/fr/")

    assert headers.get("Server", "").strip() == ""


def test_the_site_is_shown_on_this_machine_only(frozen: Path) -> None:
    """Nobody else on the same Wi-Fi can open it."""
    with server(frozen, Assets(STATIC), 0) as service:
        assert service.socket.getsockname()[0] == "127.0.0.1"


def test_who_reads_what_is_not_written_down(served: str, capfd: pytest.CaptureFixture[str]) -> None:
    """The server keeps no log, neither of pages nor of unknown addresses."""
    ask(served, "/fr/")
    ask(served, "/rien/")

    assert capfd.readouterr() == ("", "")
