"""`python -m eclaircie verify`: whether a published copy holds what was built."""

import contextlib
import functools
import gzip
import json
import os
import shutil
import socket
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from eclaircie.cli.comparison_report import tell
from eclaircie.loading import read_site
from eclaircie.messages.sentences import sentence
from eclaircie.publish import decompression, fetching
from eclaircie.publish import verify_site as site_verification
from eclaircie.publish.comparison import Built, Difference, Report, VerifyError
from eclaircie.publish.compression import BROTLI
from eclaircie.publish.fetching import FetchError, fetch
from eclaircie.publish.freezer import freeze
from eclaircie.publish.manifest import Manifest, sha256_of
from eclaircie.publish.provenance import Provenance
from eclaircie.publish.verify_folder import verify_folder
from eclaircie.publish.verify_site import AT_ONCE, verify_site
from tests.command_line import Result
from tests.command_line import run as run_command_line
from tests.serving import running, serving
from tests.small_site import BEFORE_REVIEW, FILES, WITH_CONTACT, write_small_content

PAGE = "fr/aider/index.html"
OTHER = "en/numeros/conseils/index.html"
HOST_FILES = [".htaccess", ".nojekyll", "CNAME", "_headers"]
COMMIT = "0123456789abcdef0123456789abcdef01234567"

Serve = Callable[[type[BaseHTTPRequestHandler] | Callable[..., BaseHTTPRequestHandler]], AbstractContextManager[str]]


def answering(handler: Callable[..., BaseHTTPRequestHandler]) -> AbstractContextManager[str]:
    """A server with other habits."""
    return running(ThreadingHTTPServer(("127.0.0.1", 0), handler))


class Quiet(SimpleHTTPRequestHandler):
    """Python's own server, which knows nothing of ours; without its log."""

    def log_message(self, format: str, *arguments: Any) -> None:  # the name is the library's
        """Say nothing."""


def plain(folder: Path) -> AbstractContextManager[str]:
    """A folder as `python -m http.server` serves it."""
    return answering(functools.partial(Quiet, directory=str(folder)))


def replying(reply: Callable[[BaseHTTPRequestHandler], None]) -> AbstractContextManager[str]:
    """A server that does one thing, whatever it is asked."""

    class Handler(Quiet):
        def do_GET(self) -> None:
            with contextlib.suppress(OSError):  # who asked may have left
                reply(self)

    return answering(Handler)


def reply_with(handler: BaseHTTPRequestHandler, status: int = 200, body: bytes = b"", **headers: str) -> None:
    """A whole answer."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, frozen."""
    folder = tmp_path_factory.mktemp("verify")
    content = write_small_content(folder / "content", WITH_CONTACT)
    site = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/")
    freeze(site, folder / "build", provenance=Provenance(COMMIT, "none"))
    return folder / "build"


@pytest.fixture
def built(original: Path) -> Built:
    """What was built."""
    return Built.read(original / "manifest.json")


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    """A copy of the site, to be spoilt."""
    return shutil.copytree(original, tmp_path / "copy")


def found(report: Report) -> list[tuple[str, str]]:
    """What differs, by name and file."""
    return [(difference.code, difference.path) for difference in report.differences]


def change_one_byte(file: Path) -> None:
    """The smallest change that there is."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


# A folder


def test_an_exact_folder_is_exact(built: Built, copy: Path) -> None:
    """Every file was compared, the manifest and hidden ones included, and nothing was found."""
    report = verify_folder(built, copy)

    assert found(report) == []
    assert report.compared == sum(file.is_file() for file in copy.rglob("*"))


@pytest.mark.parametrize("name", [PAGE, ".htaccess", "sitemap.xml", ".well-known/security.txt", "donnees/hsds.json"])
def test_one_byte_is_enough_in_a_folder(built: Built, copy: Path, name: str) -> None:
    """The smallest change of any file is named."""
    change_one_byte(copy / name)

    assert found(verify_folder(built, copy)) == [("changed", name)]


def test_a_file_that_is_not_in_the_folder_is_missing(built: Built, copy: Path) -> None:
    """Each one that was not copied is named."""
    (copy / PAGE).unlink()
    (copy / ".nojekyll").unlink()

    assert found(verify_folder(built, copy)) == [("missing", ".nojekyll"), ("missing", PAGE)]


@pytest.mark.parametrize("name", ["fr/page.html", "fr/aider/index.html.bak", ".hidden"])
def test_a_file_that_nobody_built_is_extra(built: Built, copy: Path, name: str) -> None:
    """What somebody added to the folder would be published too."""
    (copy / name).write_text("x", "utf-8")

    assert found(verify_folder(built, copy)) == [("extra", name)]


def test_a_folder_elsewhere_that_is_linked_into_the_copy_is_extra(built: Built, copy: Path, tmp_path: Path) -> None:
    """What it leads to would be published too."""
    (copy / "more").symlink_to(tmp_path)

    assert found(verify_folder(built, copy)) == [("extra", "more")]


def test_what_systems_leave_in_folders_is_not_extra(built: Built, copy: Path) -> None:
    """As for a build, nobody misses it and nobody put it there."""
    (copy / "fr" / ".DS_Store").write_text("x", "utf-8")

    assert found(verify_folder(built, copy)) == []


def test_a_page_in_the_place_of_another_is_named_with_it(built: Built, copy: Path) -> None:
    """Both are ours, and still the wrong one is shown."""
    shutil.copy(copy / OTHER, copy / PAGE)

    assert verify_folder(built, copy).differences == [Difference("swapped", PAGE, OTHER)]


def test_a_manifest_that_is_no_file_is_not_waited_for(built: Built, copy: Path) -> None:
    """A pipe in the place of the manifest is a difference like any other."""
    (copy / "manifest.json").unlink()
    os.mkfifo(copy / "manifest.json")

    assert found(verify_folder(built, copy)) == [("changed", "manifest.json")]


def test_what_is_no_file_is_not_waited_for(built: Built, copy: Path) -> None:
    """A folder in the place of a page is told, and no error."""
    (copy / PAGE).unlink()
    (copy / PAGE).mkdir()

    assert found(verify_folder(built, copy)) == [("changed", PAGE)]


# A host


@pytest.mark.parametrize("prefix", ["", "/aide"], ids=["root", "under a path"])
def test_an_exact_host_is_exact(built: Built, original: Path, prefix: str) -> None:
    """Every file that a host shows was asked for at its address, with or without a path."""
    with serving(original, prefix) as address:
        report = verify_site(built, address + prefix)

    assert found(report) == []
    assert report.skipped == HOST_FILES
    assert report.compared == len(built.files) - len(HOST_FILES)


def test_every_page_is_asked_for_as_its_visitors_do(built: Built, original: Path) -> None:
    """At its folder, for some hosts answer `index.html` with a redirection."""
    asked = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        reply_with(handler)

    with replying(note) as address:
        verify_site(built, address)

    assert {"/", "/fr/", "/fr/aider/", "/404.html", "/robots.txt", "/.well-known/security.txt"} <= set(asked)
    assert not [path for path in asked if path.endswith("index.html")]
    assert not {f"/{name}" for name in HOST_FILES} & set(asked)


def test_a_plain_server_differs_only_in_what_it_cannot_do(built: Built, original: Path) -> None:
    """All bytes are right; only unknown addresses are answered with a page of its own."""
    with plain(original) as address:
        report = verify_site(built, address)

    assert found(report) == [("unknown_address", "404.html")]


@pytest.mark.parametrize("name", [PAGE, "index.html", "404.html", "robots.txt", ".well-known/security.txt"])
def test_one_byte_is_enough_on_a_host(built: Built, copy: Path, name: str) -> None:
    """The smallest change of any file is named."""
    change_one_byte(copy / name)

    with serving(copy) as address:
        report = verify_site(built, address)

    told = [("changed", name), *([("unknown_address", name)] if name == "404.html" else [])]
    assert found(report) == told


def test_a_page_that_is_not_there_is_missing(built: Built, copy: Path) -> None:
    """The home page that answers in its place does not deceive."""
    (copy / PAGE).unlink()

    with serving(copy) as address:
        assert found(verify_site(built, address)) == [("missing", PAGE)]


def test_a_swapped_page_is_named_on_a_host(built: Built, copy: Path) -> None:
    """With the one whose content it holds."""
    shutil.copy(copy / OTHER, copy / PAGE)

    with serving(copy) as address:
        assert verify_site(built, address).differences == [Difference("swapped", PAGE, OTHER)]


def test_an_old_build_is_told_as_such(built: Built, original: Path, tmp_path: Path) -> None:
    """What changed since is named, and that the whole copy is of another build."""
    content = write_small_content(tmp_path / "content", {"fr/aider/voisin.md": FILES["fr/aider/voisin.md"] + "Avant."})
    site = read_site(BEFORE_REVIEW, content=content, base_url="https://example.org/")
    freeze(site, tmp_path / "old", provenance=Provenance("f" * 40, "none"))

    with serving(tmp_path / "old") as address:
        report = verify_site(built, address)

    assert ("changed", "fr/aider/voisin/index.html") in found(report)
    assert ("changed", OTHER) not in found(report)
    assert any("ffffffffffff" in line and COMMIT[:12] in line for line in tell(report, built, "en"))


def test_a_wrong_host_is_told_as_such(built: Built) -> None:
    """Where nothing at all is ours, the address is in doubt."""
    with replying(lambda handler: reply_with(handler, body=b"<p>Welcome", Content_Type="text/html")) as address:
        report = verify_site(built, address)

    assert sentence("verifying.nothing_ours", "fr") in list(tell(report, built, "fr"))
    assert len(report.differences) == report.compared + 1


def test_another_build_in_a_folder_is_told_as_such(built: Built, copy: Path) -> None:
    """As on a host."""
    manifest = copy / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace(COMMIT, "f" * 40), "utf-8")

    report = verify_folder(built, copy)

    assert found(report) == [("changed", "manifest.json")]
    assert any("ffffffffffff" in line for line in tell(report, built, "fr"))


def test_a_redirection_within_the_host_is_followed(built: Built, original: Path) -> None:
    """Some hosts answer /404.html with /404."""

    class Handler(Quiet):
        def do_GET(self) -> None:
            if self.path == "/404.html":
                reply_with(self, 308, Location="/404")
            elif self.path == "/404":
                reply_with(self, body=(original / "404.html").read_bytes(), Content_Type="text/html")
            else:
                super().do_GET()

    with answering(functools.partial(Handler, directory=str(original))) as address:
        assert found(verify_site(built, address)) == [("unknown_address", "404.html")]


def test_a_page_that_leads_to_another_host_is_named(built: Built, copy: Path) -> None:
    """It is not followed: what another host shows is not what was published."""
    asked = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        reply_with(handler, body=(copy / PAGE).read_bytes(), Content_Type="text/html")

    with replying(note) as elsewhere:

        class Handler(Quiet):
            def do_GET(self) -> None:
                if self.path == "/fr/aider/":
                    reply_with(self, 302, Location=elsewhere)
                else:
                    super().do_GET()

        with answering(functools.partial(Handler, directory=str(copy))) as address:
            report = verify_site(built, address)

    assert Difference("elsewhere", PAGE, f"{elsewhere}/") in report.differences
    assert asked == []


def test_a_host_that_leads_to_another_one_is_not_compared(built: Built) -> None:
    """The person is told which address to give."""
    with (
        replying(lambda handler: reply_with(handler, 301, Location="http://www.example.org/")) as address,
        pytest.raises(VerifyError) as told,
    ):
        verify_site(built, address)

    assert (told.value.code, told.value.values["detail"]) == ("host_elsewhere", "http://www.example.org/")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a", "https://example.org/b", True),
        ("http://example.org/", "https://example.org/", True),
        ("https://example.org/", "https://example.org:443/", True),
        ("https://EXAMPLE.org/", "https://example.org/", True),
        ("https://example.org/", "http://example.org/", False),
        ("https://example.org/", "https://www.example.org/", False),
        ("http://example.org/", "http://example.org:8080/", False),
        ("http://example.org:8000/", "https://example.org/", False),
        ("https://example.org/", "https://example.org:x/", False),
        ("https://example.org/", "https://example.org@other.org/", False),
    ],
)
def test_what_is_the_same_host(one: str, other: str, same: bool) -> None:
    """A host may lead to itself, and from http to https, never back."""
    assert fetching.is_same_host(one, other) == same


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://127.0.0.1/", "data:,x", "javascript:x", "//other.org/"]
)
def test_a_host_cannot_make_us_read_something_else(target: str) -> None:
    """A redirection to a file of this machine is not followed: it is told, or is itself the answer."""
    with replying(lambda handler: reply_with(handler, 302, Location=target)) as address:
        try:
            told: int | str = fetch(address).status
        except FetchError as error:
            told = error.code

    assert told in (302, "elsewhere")


def test_a_redirection_in_a_circle_ends(built: Built) -> None:
    """After a few turns it is an answer like another."""
    with replying(lambda handler: reply_with(handler, 302, Location="/fr/")) as address:
        assert fetch(address).status == 302


def test_a_page_sent_as_something_else_is_named(built: Built, original: Path) -> None:
    """Its bytes are right, and yet a browser shows their source."""

    class Handler(Quiet):
        def guess_type(self, path: Any) -> str:
            return "text/plain"

    with answering(functools.partial(Handler, directory=str(original))) as address:
        report = verify_site(built, address)

    assert Difference("wrong_type", PAGE, "text/plain") in report.differences


@pytest.mark.parametrize("status", [403, 429, 500])
def test_a_host_that_refuses_is_named_with_its_answer(built: Built, status: int) -> None:
    """A refusal is neither a missing nor a changed file."""
    with replying(lambda handler: reply_with(handler, status)) as address:
        report = verify_site(built, address)

    assert Difference("refused", PAGE, str(status)) in report.differences


def test_nobody_at_the_address_is_told() -> None:
    """A host that does not answer at all is not compared file by file."""
    with replying(lambda handler: reply_with(handler)) as address:
        pass

    with pytest.raises(VerifyError) as told:
        verify_site(Built(Manifest(), {"index.html": "x"}), address)

    assert told.value.code == "host_silent"


def test_a_host_that_falls_silent_is_left(built: Built) -> None:
    """After some files without an answer nobody waits for all the others."""
    asked = []

    def fall_silent(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        if len(asked) > 1:
            handler.close_connection = True
        else:
            reply_with(handler)

    with replying(fall_silent) as address, pytest.raises(VerifyError) as told:
        verify_site(built, address)

    assert told.value.code == "host_silent"
    assert len(asked) < len(built.files)


def test_an_answer_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that sends a byte now and then cannot hold us."""
    monkeypatch.setattr(fetching, "LONGEST", 0.2)
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        while not done.wait(0.02):
            handler.wfile.write(b"x")

    with replying(drip) as address, pytest.raises(FetchError) as told:
        try:
            fetch(address)
        finally:
            done.set()

    assert told.value.code == "too_long"


def _in_the_status(handler: BaseHTTPRequestHandler) -> bytes:
    handler.wfile.write(b"HTTP/1.1 200 ")
    return b"O"


def _in_a_header(handler: BaseHTTPRequestHandler) -> bytes:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Name: ")
    return b"a"


def _before_the_headers(handler: BaseHTTPRequestHandler) -> bytes:
    return b"HTTP/1.1 100 Continue\r\n\r\n"


def _in_the_size_of_a_chunk(handler: BaseHTTPRequestHandler) -> bytes:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;name=")
    return b"a"


def _in_the_trailers(handler: BaseHTTPRequestHandler) -> bytes:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
    return b"X-Name: a\r\n"


def _in_a_redirection(handler: BaseHTTPRequestHandler) -> bytes:
    if handler.path == "/":
        reply_with(handler, 302, Location="/ailleurs")
        return b""
    return _in_a_header(handler)


def _in_the_body_of_a_refusal(handler: BaseHTTPRequestHandler) -> bytes:
    handler.wfile.write(b"HTTP/1.1 503 Later\r\nContent-Length: 1000000\r\n\r\n")
    return b"x"


@pytest.mark.parametrize(
    "begin",
    [
        *(_in_the_status, _in_a_header, _before_the_headers, _in_the_size_of_a_chunk, _in_the_trailers),
        *(_in_a_redirection, _in_the_body_of_a_refusal),
    ],
)
def test_no_part_of_an_answer_can_hold_us(
    monkeypatch: pytest.MonkeyPatch, begin: Callable[[BaseHTTPRequestHandler], bytes]
) -> None:
    """A byte now and then in the headers, the sizes or the trailers has an end too, also after a redirection."""
    monkeypatch.setattr(fetching, "LONGEST", 0.2)
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        piece = begin(handler)
        while piece and not done.wait(0.02):
            handler.wfile.write(piece)

    with replying(drip) as address, pytest.raises(FetchError) as told:
        try:
            fetch(address)
        finally:
            done.set()

    assert (told.value.code, told.value.detail) == ("too_long", "0.2")


def test_a_greeting_that_never_ends_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encryption begins with a greeting: a host that draws it out is left as well."""
    monkeypatch.setattr(fetching, "LONGEST", 0.2)
    done = threading.Event()

    def drip(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.sendall(b"\x16\x03\x03\x40\x00")  # a record of 16,384 bytes is announced
            while not done.wait(0.02):
                connection.sendall(b"\x00")

    with socket.create_server(("127.0.0.1", 0)) as service, pytest.raises(FetchError) as told:
        host = threading.Thread(target=lambda: drip(service.accept()[0]), daemon=True)
        host.start()
        try:
            fetch(f"https://127.0.0.1:{service.getsockname()[1]}/")
        finally:
            done.set()
            host.join()

    assert told.value.code == "too_long"


def test_what_arrives_in_time_is_read_whole() -> None:
    """The limit cuts nothing that keeps it, and leaves no alarm behind."""
    alarms = set(threading.enumerate())

    with replying(lambda handler: reply_with(handler, body=b"whole")) as address:
        answer = fetch(address, keep=True)

    new = [each for each in threading.enumerate() if isinstance(each, threading.Timer) and each not in alarms]
    for alarm in new:
        alarm.join(1)  # second: one that was called off needs a moment to end
    assert (answer.status, answer.body) == (200, b"whole")
    assert [alarm for alarm in new if alarm.is_alive()] == []


def test_a_host_that_says_nothing_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Silence has an end."""
    monkeypatch.setattr(fetching, "TIMEOUT", 0.2)
    done = threading.Event()

    def wait(_handler: BaseHTTPRequestHandler) -> None:
        done.wait(30)

    with replying(wait) as address, pytest.raises(FetchError) as told:
        try:
            fetch(address)
        finally:
            done.set()

    assert told.value.code == "unreachable"


def test_an_answer_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is larger than any file of ours is not read to its end."""
    monkeypatch.setattr(fetching, "LARGEST", 100_000)
    sent = []

    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _ in range(10_000):
            handler.wfile.write(b"x" * 10_000)
            sent.append(1)

    with replying(flood) as address, pytest.raises(FetchError) as told:
        fetch(address)

    assert told.value.code == "too_big"
    assert len(sent) < 10_000


def test_an_answer_that_is_no_http_is_told(built: Built) -> None:
    """Whatever listens there, the person reads a sentence."""

    def babble(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\x01 nothing\r\n")

    with replying(babble) as address, pytest.raises(VerifyError) as told:
        verify_site(built, address)

    assert told.value.code == "host_silent"


def test_few_requests_are_under_way_together(built: Built) -> None:
    """A host does not take us for an attack."""
    lock, now, most = threading.Lock(), [0], [0]

    def count(handler: BaseHTTPRequestHandler) -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        time.sleep(0.005)
        with lock:
            now[0] -= 1
        reply_with(handler)

    with replying(count) as address:
        verify_site(built, address)

    assert most[0] <= AT_ONCE


def test_our_requests_do_not_name_the_project(built: Built) -> None:
    """What stands in a host's log says neither what asks nor what the site is made with."""
    sent: set[str] = set()

    def note(handler: BaseHTTPRequestHandler) -> None:
        sent.update({handler.headers["User-Agent"], handler.headers["Accept-Encoding"]})
        reply_with(handler)

    with replying(note) as address:
        verify_site(built, address)

    assert sent == {"Mozilla/5.0 (compatible)", "identity"}


# Compressed copies


def compressed(copy: Path, *, brotli: bool) -> Built:
    """A copy with a page that has compressed copies, and what is known of it."""
    page = (copy / PAGE).read_bytes()
    files = {f"{PAGE}.gz": gzip.compress(page, mtime=0)}
    if brotli:
        assert BROTLI is not None
        files[f"{PAGE}.br"] = BROTLI.compress(page)
    data = json.loads((copy / "manifest.json").read_text("utf-8"))
    for name, content in files.items():
        (copy / name).write_bytes(content)
        data["files"][name] = {"sha256": sha256_of(content)}
    (copy / "manifest.json").write_text(json.dumps(data), "utf-8")
    return Built.read(copy / "manifest.json")


def compressing(copy: Path, encode: dict[str, Callable[[bytes], bytes]]) -> AbstractContextManager[str]:
    """A host that sends what is in a folder compressed to those who take it."""

    class Handler(Quiet):
        def do_GET(self) -> None:
            encoding = self.headers["Accept-Encoding"]
            if self.path == "/fr/aider/" and encoding in encode:
                body = encode[encoding]((copy / PAGE).read_bytes())
                reply_with(self, body=body, Content_Type="text/html", Content_Encoding=encoding)
            else:
                super().do_GET()

    return answering(functools.partial(Handler, directory=str(copy)))


needs_brotli = pytest.mark.skipif(BROTLI is None, reason="no brotli: pip install brotli")


def gzip_of_something_else(_page: bytes) -> bytes:
    """What a host sends that was tampered with."""
    return gzip.compress(b"<p>Something else")


def bomb(_page: bytes) -> bytes:
    """Few bytes that hold a great many."""
    return gzip.compress(bytes(5_000_000))


def broken(_page: bytes) -> bytes:
    """No compressed bytes at all."""
    return b"no gzip"


def cut(page: bytes) -> bytes:
    """Compressed bytes without their end."""
    return gzip.compress(page)[:-20]


@pytest.mark.parametrize("level", [1, 9], ids=["another compression", "ours"])
def test_what_browsers_are_sent_may_be_compressed_anyhow(copy: Path, level: int) -> None:
    """The page within is what counts: a host may compress it itself."""
    built = compressed(copy, brotli=False)

    with compressing(copy, {"gzip": functools.partial(gzip.compress, compresslevel=level, mtime=0)}) as address:
        assert found(verify_site(built, address)) == [("unknown_address", "404.html")]


@pytest.mark.parametrize("encode", [gzip_of_something_else, bomb, broken, cut])
def test_a_tampered_compressed_page_is_named(
    copy: Path, monkeypatch: pytest.MonkeyPatch, encode: Callable[[bytes], bytes]
) -> None:
    """It is what every browser is sent, though the page itself is as it was."""
    monkeypatch.setattr(decompression, "LARGEST", 1_000_000)
    built = compressed(copy, brotli=False)

    with compressing(copy, {"gzip": encode}) as address:
        report = verify_site(built, address)

    assert Difference("compressed", PAGE, "gzip") in report.differences


@needs_brotli
@pytest.mark.parametrize(
    ("content", "differs"),
    [(None, False), (b"<p>Something else", True), (bytes(5_000_000), True)],
    ids=["the page", "something else", "a great many bytes"],
)
def test_brotli_is_read_where_the_library_is_there(
    copy: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, differs: bool
) -> None:
    """Another quality than ours is not another page; another page is."""
    monkeypatch.setattr(decompression, "LARGEST", 1_000_000)
    assert BROTLI is not None
    library = BROTLI
    built = compressed(copy, brotli=True)

    with compressing(copy, {"br": lambda page: library.compress(content or page, quality=1)}) as address:
        report = verify_site(built, address)

    assert (Difference("compressed", PAGE, "br") in report.differences) == differs


@needs_brotli
def test_without_the_library_what_is_not_ours_cannot_be_judged(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is said, and is no difference."""
    assert BROTLI is not None
    library = BROTLI
    built = compressed(copy, brotli=True)
    for module in (site_verification, decompression):
        monkeypatch.setattr(module, "BROTLI", None)

    with compressing(copy, {"br": lambda page: library.compress(page, quality=1)}) as address:
        report = verify_site(built, address)

    assert found(report) == [("unknown_address", "404.html")]
    assert sentence("verifying.without_brotli", "fr") in list(tell(report, built, "fr"))


def test_what_is_compressed_for_everybody_cannot_be_read_by_all(built: Built, original: Path) -> None:
    """A page sent compressed to somebody who did not ask for it is named."""

    def always(handler: BaseHTTPRequestHandler) -> None:
        reply_with(handler, body=gzip.compress(b"x"), Content_Encoding="gzip", Content_Type="text/html")

    with replying(always) as address:
        assert Difference("encoded", PAGE, "gzip") in verify_site(built, address).differences


# The command


@pytest.fixture
def run(original: Path) -> Callable[..., Result]:
    """Runs the command as somebody at a terminal does."""

    def run_command(*arguments: object) -> Result:
        texts = ["verify", *map(str, arguments), "--manifest", str(original / "manifest.json")]
        return run_command_line(*texts)

    return run_command


def test_an_exact_copy_is_answered_with_0(run: Callable[..., Result], original: Path, built: Built) -> None:
    """And with the number of files."""
    result = run(original)

    assert (result.exit_code, result.output) == (0, f"{len(built.files)} fichiers comparés : la copie est exacte.\n")


def test_a_host_is_compared_over_the_network(run: Callable[..., Result], original: Path) -> None:
    """An address is told from a folder; what was not compared is said."""
    with serving(original) as address:
        result = run(address, "--lang", "en")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == (
        "Not compared, for the host reads them and need not show them: .htaccess, .nojekyll, CNAME, _headers"
    )


@pytest.mark.parametrize(
    ("tongue", "told"),
    [
        (
            "fr",
            f"{PAGE} : changé. Ce n'est pas ce qui a été construit. Publiez-le de nouveau, et cherchez qui l'a changé.",
        ),
        ("en", f"{PAGE}: changed. It is not what was built. Publish it again, and find out who changed it."),
    ],
)
def test_a_difference_is_answered_with_1_and_a_remedy(
    run: Callable[..., Result], copy: Path, tongue: str, told: str
) -> None:
    """In the language that was asked for."""
    change_one_byte(copy / PAGE)

    result = run(copy, "--lang", tongue)

    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == told


@pytest.mark.parametrize("name", ["nowhere", "example.org", "ftp://example.org/", "https://exa mple.org/", ""])
def test_what_is_neither_a_folder_nor_an_address_is_answered_with_2(run: Callable[..., Result], name: str) -> None:
    """With what can be given."""
    result = run(name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"« {name} » n'est ni un dossier, ni l'adresse d'un site")


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{",
        "[]",
        "\ufeff{}",
        '{"files": {}}',
        '{"files": {"index.html": {}}}',
        '{"files": {"index.html": {"sha256": "x"}, "../secret": {"sha256": "x"}}}',
        '{"files": {"index.html": {"sha256": "x"}, "/etc/hosts": {"sha256": "x"}}}',
        '{"files": {"index.html": {"sha256": "x"}, "a\\\\b": {"sha256": "x"}}}',
        '{"files": {"index.html": {"sha256": "x"}, "C:b": {"sha256": "x"}}}',
        '{"source": "x", "files": {"index.html": {"sha256": "x"}}}',
        "[" * 100_000,
    ],
)
def test_what_is_no_manifest_is_answered_with_2(tmp_path: Path, text: str | None) -> None:
    """A missing, damaged or foreign manifest gives a sentence, and nothing outside the copy is looked at."""
    file = tmp_path / "manifest.json"
    if text is not None:
        file.write_text(text, "utf-8")

    result = run_command_line("verify", tmp_path, "--manifest", file)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == sentence("verifying.no_manifest", "fr", path=file) + "\n"


def test_nobody_at_an_address_is_answered_with_2(run: Callable[..., Result]) -> None:
    """In one sentence."""
    with replying(lambda handler: reply_with(handler)) as address:
        pass

    result = run(address, "--lang", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{address}/: the host does not answer (")


def test_what_a_host_says_gives_no_orders_to_the_terminal(built: Built) -> None:
    """Signs that a terminal obeys are shown and not sent to it."""
    report = Report(1, [Difference("wrong_type", PAGE, "\x1b[2J")])

    assert "\\u001b[2J" in "".join(tell(report, built, "fr"))


def test_the_copy_of_another_build_is_told_first_and_in_few_lines(built: Built) -> None:
    """One sentence explains all the others, of which ten are enough."""
    differences = [Difference("changed", path) for path in built.files]
    report = Report(len(differences), differences, other=Manifest(provenance=Provenance("f" * 40, "none")))

    told = list(tell(report, built, "fr"))

    assert "ffffffffffff" in told[0]
    assert len(told) == 1 + 10 + 2
    assert told[-2] == sentence("verifying.left_out", "fr", count=len(differences) - 10)


def test_of_each_kind_of_difference_ten_are_told(built: Built) -> None:
    """Hundreds of files that a host changed do not hide the one that is missing."""
    paths = list(built.files)
    differences = [*(Difference("changed", path) for path in paths[:20]), Difference("missing", paths[20])]
    report = Report(1000, differences)

    told = list(tell(report, built, "fr"))

    assert sentence("verifying.missing", "fr", path=paths[20], detail="") in told
    assert len(told) == 10 + 1 + 2


@pytest.mark.exhaustive
def test_the_real_site_is_exact_where_it_is_served(frozen: Path) -> None:
    """Every page of it."""
    built = Built.read(frozen / "manifest.json")

    with serving(frozen) as address:
        report = verify_site(built, address)

    assert found(report) == []
    assert report.compared > 700
