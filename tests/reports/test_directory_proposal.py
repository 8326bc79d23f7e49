"""The one proposal with what public directories change, at a GitHub of this machine."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from eclaircie.reports.directory_proposal import BRANCH, Proposals, Proposed, changed_files, text_of
from eclaircie.reports.github import AUTHOR
from tests.serving import running

FILES = {"content/fr/a.md": "un\n", "content/fr/b.md": None}


class Forge:
    """GitHub, as far as it is asked. pulls: open proposals of the branch. authors: of their commits. asked: each order."""

    def __init__(self) -> None:
        self.pulls: list[dict[str, Any]] = []
        self.authors = [AUTHOR]
        self.has_branch = False
        self.may_open = True
        self.asked: list[tuple[str, str, dict[str, Any]]] = []

    def answer(self, method: str, path: str, data: dict[str, Any]) -> tuple[int, Any]:
        """The status and what is answered."""
        path = path.removeprefix("/repos/asso/site")
        if method == "GET":
            return self._told(path)
        self.asked.append((method, path, data))
        if path == "/pulls":
            if not self.may_open:
                return 403, {}
            self.pulls.append({"number": 5})
            return 201, {"number": 5}
        if path == "/git/refs":
            self.has_branch = True
        return 201, {"sha": f"sha-of-{path.rsplit('/', 1)[1]}"}

    def _told(self, path: str) -> tuple[int, Any]:
        if path.startswith("/pulls?"):
            assert f"head=asso%3A{BRANCH}" in path and "state=open" in path
            return 200, self.pulls
        if path.startswith("/pulls/5/commits"):
            return 200, [{"author": {"login": name} if name else None} for name in self.authors]
        if path.startswith("/git/ref/heads/"):
            return (200, {}) if self.has_branch else (404, {})
        assert path == "/git/commits/abc"
        return 200, {"tree": {"sha": "tree-of-abc"}}

    def of(self, method: str, path: str) -> list[dict[str, Any]]:
        """What was sent with some orders."""
        return [data for how, where, data in self.asked if (how, where) == (method, path)]


@contextmanager
def github(forge: Forge) -> Iterator[Proposals]:
    """The forge, as it is asked over the network."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            status, told = forge.answer(self.command, self.path, json.loads(text or "{}"))
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = answer  # noqa: N815  # the names that the library looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        yield Proposals(address, "asso/site", "x")


def propose(proposals: Proposals) -> Proposed:
    """Propose the files."""
    return proposals.propose(FILES, "abc", "main", "Titre", "Texte")


def test_one_proposal_is_opened_and_made_anew_the_next_month() -> None:
    """Never a second one; the branch follows, and nothing but the files is in its commit."""
    forge = Forge()
    with github(forge) as proposals:
        assert propose(proposals) == Proposed("opened", 5)
        assert propose(proposals) == Proposed("renewed", 5)

    assert forge.of("POST", "/pulls") == [{"title": "Titre", "body": "Texte", "head": BRANCH, "base": "main"}]
    assert forge.of("PATCH", "/pulls/5") == [{"title": "Titre", "body": "Texte"}]
    tree = forge.of("POST", "/git/trees")[0]
    assert tree["base_tree"] == "tree-of-abc"
    assert [{key: each.get(key) for key in ("path", "content")} for each in tree["tree"]] == [
        {"path": "content/fr/a.md", "content": "un\n"},
        {"path": "content/fr/b.md", "content": None},
    ]
    assert forge.of("POST", "/git/commits")[0]["parents"] == ["abc"]
    assert forge.of("POST", "/git/refs") == [{"ref": f"refs/heads/{BRANCH}", "sha": "sha-of-commits"}]
    assert forge.of("PATCH", f"/git/refs/heads/{BRANCH}") == [{"sha": "sha-of-commits", "force": True}]


@pytest.mark.parametrize("author", ["quelqu-un", None])
def test_what_somebody_has_written_into_the_proposal_stays(author: str | None) -> None:
    """Nothing at all is written."""
    forge = Forge()
    forge.pulls, forge.authors, forge.has_branch = [{"number": 5}], [AUTHOR, author or ""], True
    with github(forge) as proposals:
        assert propose(proposals) == Proposed("kept", 5)

    assert forge.asked == []


def test_where_runs_may_open_no_proposal_the_branch_is_there() -> None:
    """GitHub forbids it unless an owner has allowed it."""
    forge = Forge()
    forge.may_open = False
    with github(forge) as proposals:
        assert propose(proposals) == Proposed("may_not_open")

    assert forge.has_branch


def test_names_of_a_directory_are_text() -> None:
    """They call nobody, lead nowhere, and close no other change."""
    text = text_of("Mairie @quelqu-un #12\n<script>alert(1)</script> https://mal.test fixes #3\n", "fr")

    assert re.search(r"@quelqu|#12|<script|https://mal", text) is None
    assert "Mairie" in text and "Relisez" in text


def test_a_long_reading_has_room_at_the_host() -> None:
    """What is too much is left out, and the beginning stays."""
    assert 30_000 < len(text_of("commissariat de Mâcon\n" * 9000, "fr").encode()) < 65_536


def test_git_tells_which_files_differ(tmp_path: Path) -> None:
    """Changed, new with signs in its name, and gone; only below the folder."""
    for name in ("content/a.md", "content/c.md", "autre.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("avant\n", "utf-8")
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "-m", "Essai")):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    (tmp_path / "content/a.md").write_text("après\n", "utf-8")
    (tmp_path / "content/mâcon « é ».md").write_text("neuf\n", "utf-8")
    (tmp_path / "content/c.md").unlink()
    (tmp_path / "autre.md").write_text("après\n", "utf-8")

    assert changed_files(tmp_path, "content") == {
        "content/a.md": "après\n",
        "content/c.md": None,
        "content/mâcon « é ».md": "neuf\n",
    }


def test_without_git_nobody_knows_what_changed(tmp_path: Path) -> None:
    """Rather than that nothing did."""
    assert changed_files(tmp_path / "ailleurs", "content") is None
