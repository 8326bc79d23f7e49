"""What became of others' pages: each asked for once, with patience, and judged by what a visitor would find."""

import re
import time

import pytest

from eclaircie.publish.fetching import may_lead
from eclaircie.reports.asking import LONGEST_PAUSE, Asker, Reply, agent_of
from eclaircie.reports.outside import Found, exit_page, found_at, source

from .web import Page, Web, web

AGENT = "Vie-pratique/1.0 (+https://site.essai.test/)"


def leads(to: str, status: int = 301) -> Page:
    """A redirection."""
    return Page(status, headers={"Location": to})


PAGES = {
    "/there": Page(),
    "/no-head": Page(head=405),
    "/wrong-head": Page(head=404),
    "/gone": Page(404),
    "/gone-for-good": Page(410),
    "/moved": leads("/new"),
    "/new": Page(),
    "/for-now": leads("/new", 302),
    "/both": leads("/for-now"),
    "/slash": leads("/slash/"),
    "/slash/": Page(),
    "/dropped": leads("/", 302),
    "/": Page(),
    "/refused": Page(403),
    "/too-many": Page(429),
    "/guarded": Page(503, headers={"cf-mitigated": "challenge"}),
    "/broken": Page(500),
    "/circle": leads("/circle"),
    "/file": leads("file:///etc/passwd"),
    "/closed/page": Page(),
    "/robots.txt": Page(body="User-agent: *\nDisallow: /closed/\n"),
    "/to-other": leads("OTHER/new"),
    "/%C3%A9t%C3%A9?a=b": Page(),
}


def asked(page: str, on: Web, judge: object = source) -> Found:
    """What became of a page."""
    assert judge in (source, exit_page)
    judged = source if judge is source else exit_page
    [found] = found_at({on.address + page: ["a:1"]}, Asker(AGENT, 0), judged, read=judge is exit_page)
    return found


@pytest.mark.parametrize(
    ("page", "state"),
    [
        *(
            (page, "stands")
            for page in ("/there", "/no-head", "/wrong-head", "/for-now", "/slash", "/été?a=b", "/there#x")
        ),
        *((page, "gone") for page in ("/gone", "/gone-for-good", "/nowhere")),
        *((page, "moved") for page in ("/moved", "/dropped", "/to-other")),
        *((page, "person") for page in ("/refused", "/too-many", "/guarded", "/closed/page", "/file")),
        *((page, "silent") for page in ("/broken", "/circle")),
        ("/both", "stands"),
    ],
)
def test_a_source_is_told_by_what_it_answers(page: str, state: str) -> None:
    """A page that moved for good, or is gone, is told; a guard against programs is for a person to pass."""
    with web(PAGES) as on:
        found = asked(page, on)

    assert found.state == state
    assert found.files == ("a:1",)


def test_where_a_page_has_moved_is_told() -> None:
    """So that the new address can be written."""
    with web(PAGES) as on:
        assert asked("/moved", on).to == f"{on.address}/new"


def test_a_host_that_does_not_answer_is_asked_once() -> None:
    """Nobody waits for each of its pages."""
    nobody = "http://127.0.0.1:1"
    found = list(found_at({f"{nobody}/a": [], f"{nobody}/b": []}, Asker(AGENT, 60), source))

    assert [each.state for each in found] == ["silent", "silent"]


def test_each_page_is_asked_for_once_by_its_head() -> None:
    """And the host's wishes once, by somebody who says who it is."""
    with web(PAGES) as on:
        list(found_at({f"{on.address}/there": ["a:1", "b:2"], f"{on.address}/new": []}, Asker(AGENT, 0), source))

    assert on.asked == ["GET /robots.txt", "HEAD /there", "HEAD /new"]
    assert on.agents == {AGENT}


def test_what_a_host_forbids_is_not_asked() -> None:
    """Its robots.txt counts, also for where a redirection leads."""
    with web({**PAGES, "/in": leads("/closed/page")}) as on:
        assert asked("/in", on).state == "person"

    assert not any("closed" in request for request in on.asked)


@pytest.mark.parametrize(("status", "state"), [(404, "stands"), (403, "stands"), (500, "silent")])
def test_a_host_without_wishes_allows_everything(status: int, state: str) -> None:
    """One in trouble is left in peace."""
    with web({**PAGES, "/robots.txt": Page(status)}) as on:
        assert asked("/there", on).state == state


def test_a_host_has_its_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours, or a longer one that it asks for, up to a limit; never two requests at a time."""
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    for delay, pause in (("", 2), ("Crawl-delay: 7\n", 7), ("Crawl-delay: 3600\n", LONGEST_PAUSE)):
        slept.clear()
        with web({**PAGES, "/robots.txt": Page(body=f"User-agent: *\n{delay}Allow: /\n")}) as on:
            list(found_at({f"{on.address}/there": []}, Asker(AGENT, 2), source))
        assert [round(seconds) for seconds in slept] == [pause]


def test_what_there_was_no_time_for_is_not_asked() -> None:
    """A run ends, whatever the hosts do."""
    with web(PAGES) as on:
        [found] = found_at({f"{on.address}/there": []}, Asker(AGENT, 0), source, seconds=0)

    assert (found.state, on.asked) == ("unasked", [])


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ("https://autre.essai.test/a", True),
        ("http://10.0.0.1/", False),
        ("http://169.254.169.254/latest", False),
        ("http://[::1]/", False),
        ("http://localhost/", False),
        ("http://metadata.google.internal/", False),
        ("file:///etc/passwd", False),
        ("https:///a", False),
    ],
)
def test_no_page_leads_into_the_network_of_whoever_asks(there: str, expected: bool) -> None:
    """The machine that asks may reach what the web may not."""
    assert may_lead("https://la.essai.test/", there) is expected


def titled(title: str) -> Page:
    """A page with a title."""
    return Page(body=f"<html><head><meta charset=utf-8><title\n>{title}</title>")


@pytest.mark.parametrize(
    ("page", "state"),
    [
        (titled("Le Muséum  &amp; le jardin"), "stands"),
        (titled("Non aux violences conjugales"), "reveals"),
        (leads("OTHER/new"), "elsewhere"),
        (leads("/consentement/cookies", 302), "wall"),
        (Page(404), "gone"),
        (Page(403), "person"),
        (Page(502), "silent"),
    ],
)
def test_an_exit_is_told_by_what_a_visitor_would_find(page: Page, state: str) -> None:
    """Its title tells nothing, and it leads nowhere else."""
    with web({"/fr": page, "/new": titled("Autre"), "/consentement/cookies": titled("Choisir")}) as on:
        assert asked("/fr", on, exit_page).state == state


def test_the_title_of_an_exit_is_read_as_it_is_meant() -> None:
    """In the signs of the page, on one line."""
    with web({"/fr": titled("Le Muséum\n &amp; le jardin")}) as on:
        assert asked("/fr", on, exit_page).told == "Le Muséum & le jardin"


def test_the_last_address_of_an_exit_may_reveal_too() -> None:
    """What is in the bar is seen over a shoulder."""
    found = exit_page("https://musee.essai.test/fr", Reply(200, "https://musee.essai.test/violence", for_good=True))

    assert found.state == "reveals"


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("Vie pratique", "https://site.essai.test/", AGENT),
        ("L’été, ici", None, "L-ete-ici/1.0"),
        ("الحياة", None, "site/1.0"),
    ],
)
def test_whoever_asks_says_who_it_is(name: str, address: str | None, expected: str) -> None:
    """By the neutral name of the site, in the signs that may stand there."""
    assert agent_of(name, address) == expected
    assert re.fullmatch(r"[ -~]+", agent_of(name, address))
