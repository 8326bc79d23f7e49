"""The monthly list: one issue, whose text holds what presses, and in which nobody's words are more than words."""

import datetime
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from eclaircie.reports.forge_links import link_of, no_link
from eclaircie.reports.github import AUTHOR
from eclaircie.reports.monthly import LONGEST, MARKER, Memory, Monthly, Outside, monthly
from eclaircie.reports.monthly_issue import Issues, Kept
from eclaircie.reports.outside import Found
from eclaircie.reports.work_list import Task, WorkList
from tests.serving import running

DAY = datetime.date(2027, 3, 2)
OVERDUE = Task("overdue", "content/fr/a.md", 7, "Un délai", ("Comparez.",), cared_for_by="M. D.")
QUESTION = Task("to_verify", "content/fr/b.md", 8, "Une page", ("Un ?",))
SILENT = Found(address="https://lent.essai.test/a", state="silent", told="timed out")
GONE = Found(address="https://perdu.essai.test/a", state="gone", status=404, files=("content/fr/a.md:9",))
PERSON = Found(address="https://garde.essai.test/a", state="person")
STANDS = Found(address="https://la.essai.test/a", state="stands", status=200)


def made(
    *tasks: Task, sources: tuple[Found, ...] = (), exits: tuple[Found, ...] = (), former: Memory | None = None
) -> Monthly:
    """The list of a month."""
    return monthly(WorkList(DAY, 90, tasks), Outside(exits, sources), former or Memory(), no_link)


def test_what_presses_comes_first() -> None:
    """Then what others' pages answered, then the questions that stay open."""
    text = made(OVERDUE, QUESTION, sources=(GONE,)).text

    places = [text.index(word) for word in (MARKER, "Un délai", "perdu.essai", "Une page")]
    assert places == sorted(places)
    assert "· M. D." in text


def test_questions_alone_leave_a_month_done() -> None:
    """So do pages that only a person can open, and those that did not answer once."""
    assert made(QUESTION, sources=(PERSON, SILENT, STANDS)).is_done
    assert "À ouvrir par une personne (1)" in made(sources=(PERSON,)).text


def test_what_is_gone_presses() -> None:
    """Somebody is to look for the page."""
    assert not made(sources=(GONE,)).is_done
    assert not made(exits=(GONE,)).is_done


def test_a_page_that_does_not_answer_is_told_the_next_month() -> None:
    """One evening without an answer is no news."""
    first = made(sources=(SILENT,))
    second = made(sources=(SILENT,), former=Memory.of_text(first.text))
    third = made(sources=(STANDS,), former=Memory.of_text(second.text))

    assert "Ne répond pas" not in first.text and first.is_done
    assert "Ne répond pas" in second.text and not second.is_done
    assert Memory.of_text(third.text) == Memory("2027-03-02")


def test_what_others_write_is_text() -> None:
    """No title calls somebody, opens an element, ends a remark, or becomes a link or an order."""
    title = "@equipe #12 <img src=x> --> [a](https://mal.essai.test) `x` **gras** ::error::x"
    found = Found(address="https://la.essai.test/a", state="elsewhere", to="https://mal.essai.test/-->", told=title)
    reveals = found.model_copy(update={"state": "reveals"})
    silent = Found(address="https://la.essai.test/a-->b", state="silent", told=title)

    text = made(exits=(found, reveals, silent), former=Memory("", frozenset({silent.address}))).text

    lines = text.splitlines()
    assert lines[0] == MARKER and lines[2].startswith("<!-- eclaircie:state ")
    assert text.count("-->") == 2
    for wrong in ("@equipe", "#12", "<img", "[a](", "`x`", "**gras**", "https://mal.essai.test\n"):
        assert wrong not in text
    assert Memory.of_text(text).silent == {silent.address}


def test_a_memory_that_somebody_has_changed_is_forgotten() -> None:
    """Whatever stands there."""
    for state in ("{}", "{x}", '{"silent": 3}', "{" * 9000):
        assert Memory.of_text(f"{MARKER}\n<!-- eclaircie:state {state} -->") == Memory()


def test_a_file_is_a_link_where_the_host_is_known() -> None:
    """One press opens it for editing."""
    link = link_of("https://github.com/asso/site", "main")
    text = monthly(WorkList(DAY, 90, (OVERDUE,)), None, Memory(), link).text

    assert '<a href="https://github.com/asso/site/edit/main/content/fr/a.md">' in text
    assert "n'ont pas été demandées" in text.replace("&#x27;", "'")


def test_a_text_has_room_at_the_host() -> None:
    """However much there is to do."""
    many = [Task("behind", f"content/en/{n}.md", 1, "é" * 300, ("à" * 300,)) for n in range(500)]
    sources = tuple(Found(address=f"https://{n}.essai.test/{'a' * 900}", state="gone") for n in range(300))

    text = made(*many, sources=sources).text

    assert len(text.encode()) <= LONGEST
    assert text.rstrip().endswith("</p>")


class Forge:
    """GitHub's issues, as far as they are asked for. asked: each order, with its data."""

    def __init__(self, issues: list[dict[str, Any]]) -> None:
        self.issues = issues
        self.asked: list[tuple[str, str, dict[str, Any]]] = []

    def answer(self, method: str, path: str, data: dict[str, Any]) -> Any:
        """What is answered."""
        if method == "GET":
            return self.issues
        self.asked.append((method, path, data))
        if path.endswith("/comments"):
            return {}
        if method == "POST":
            self.issues.append({"number": 9, "state": "open", "user": {"login": AUTHOR}, **data})
            return {"number": 9}
        self.issues[-1].update(data)
        return {}


@contextmanager
def github(forge: Forge) -> Iterator[Issues]:
    """The forge, as it is asked over the network."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            text = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            body = json.dumps(forge.answer(self.command, self.path, json.loads(text or "{}"))).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = answer  # noqa: N815  # the names that the library looks for

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        yield Issues(address, "asso/site", "x")


STRANGERS = [
    {"number": 1, "state": "open", "user": {"login": "quelqu-un"}, "body": f"{MARKER}\n"},
    {"number": 2, "state": "open", "user": {"login": AUTHOR}, "body": "Autre chose"},
    {"number": 3, "state": "open", "user": {"login": AUTHOR}, "body": f"{MARKER}\n", "pull_request": {}},
    {"number": 4, "state": "open", "user": None, "body": None},
]
"""What is not ours, however alike it looks."""


def keep(issues: Issues, *tasks: Task, day: datetime.date = DAY) -> Kept:
    """Bring the issue up to date."""
    return issues.keep(lambda former: monthly(WorkList(day, 90, tasks), None, former, no_link), "2 mars", "fr")


def test_one_issue_is_opened_brought_up_to_date_closed_and_opened_again() -> None:
    """Always the same, and each change is told by one line below it."""
    forge, next_month = Forge([*STRANGERS]), DAY.replace(month=4)
    with github(forge) as issues:
        assert keep(issues, QUESTION) == Kept("no_issue", 0)
        assert keep(issues, OVERDUE) == Kept("opened", 9)
        assert keep(issues, OVERDUE, OVERDUE, day=next_month) == Kept("rewritten", 9)
        assert keep(issues, QUESTION, day=next_month) == Kept("closed", 9)
        assert keep(issues, QUESTION, day=next_month) == Kept("no_issue", 0)
        assert keep(issues, OVERDUE, day=next_month.replace(month=5)) == Kept("rewritten", 9)

    assert [issue["number"] for issue in forge.issues] == [1, 2, 3, 4, 9]
    assert forge.issues[-1]["state"] == "open"
    orders = [(method, path.rpartition("/asso/site/")[2]) for method, path, _ in forge.asked]
    change = [("PATCH", "issues/9"), ("POST", "issues/9/comments")]
    assert orders == [("POST", "issues"), *change, *change, *change]


def test_a_second_run_in_a_month_tells_nobody_again() -> None:
    """The text is written anew, without a line below it."""
    forge = Forge([])
    with github(forge) as issues:
        keep(issues, OVERDUE)
        keep(issues, OVERDUE, QUESTION, day=DAY.replace(day=9))

    assert [method for method, _, _ in forge.asked] == ["POST", "PATCH"]
