"""One policy, sent by all that sends pages."""

import html
import re
from functools import cache
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.hosts.netlify import EDGE_CACHE
from eclaircie.rendering import policy
from eclaircie.rendering.application import create_app
from eclaircie.rendering.assets import Assets, csp_hash

NOT_POLICY = {"Content-Type", "Content-Length", "Date", "Allow", "Server"}
"""Headers that say what an answer is, not what a browser may do with it."""

CLOSED = "frame-ancestors 'none'"

ADDRESSES = ["/", "/404.html", "/fr/", "/ar/numeros/", "/nulle-part/", "/fr"]


def sent_headers(site: Site, address: str) -> dict[str, str]:
    """The headers of an answer of the preview that are policy."""
    answer = create_app(site).test_client().get(address)
    return {name: value for name, value in answer.headers.items() if name not in NOT_POLICY}


def answered_headers(address: str) -> dict[str, str]:
    """The headers of an answer, whatever its status."""
    try:
        with urlopen(address) as answer:
            return dict(answer.headers.items())
    except HTTPError as error:
        with error:
            return dict(error.headers.items())


@cache
def directives() -> dict[str, str]:
    """The rules of the Content Security Policy: style and scripts are made small once."""
    return policy.content_security_policy(Assets(STATIC))


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_preview_sends_exactly_the_policy(site: Site, address: str) -> None:
    """Every answer of the preview carries each header of the policy, and no other."""
    assert sent_headers(site, address) == policy.headers(Assets(STATIC))


@pytest.mark.parametrize("address", ["/fr/", "/nulle-part/", "/fr"])
def test_the_local_server_sends_exactly_the_policy(served: str, address: str) -> None:
    """The frozen site is served here with the headers of a real host, also where an address is unknown."""
    headers = answered_headers(served + address)

    assert {name: value for name, value in headers.items() if name not in NOT_POLICY} == policy.headers(Assets(STATIC))


def test_hosts_are_told_exactly_the_policy(frozen: Path) -> None:
    """`_headers` says the same for every address of the site; one line more is for Netlify's own servers."""
    first, *lines = (frozen / "_headers").read_text("utf-8").splitlines()
    told = dict(line.strip().split(": ", 1) for line in lines)

    assert first == "/*"
    assert told == {**policy.headers(Assets(STATIC)), EDGE_CACHE[0]: EDGE_CACHE[1]}


@pytest.mark.parametrize("name", ["style", "script"])
def test_the_policy_lets_in_the_styles_and_the_scripts_of_pages_and_nothing_else(frozen: Path, name: str) -> None:
    """The only sources of the rule are the hashes of what stands in pages, byte for byte: each may come in place of another.

    No page of this site has counters yet; one that has some brings what belongs to them.
    """
    pages = (
        "fr/index.html",
        "fr/reseaux/index.html",
        "fr/reseaux/71/index.html",
        "fr/traces/index.html",
        "fr/comprendre/signes/index.html",
        "fr/aides/combien/index.html",
        "fr/commencer/index.html",
    )
    written = {
        text
        for page in pages
        for text in re.findall(rf"<{name}>(.*?)</{name}>", (frozen / page).read_text("utf-8"), re.DOTALL)
    }

    assets = Assets(STATIC)
    written.add({"style": assets.extra_css, "script": assets.extra_js}[name]["counters"])

    assert sorted(directives()[f"{name}-src"].split()) == sorted(map(csp_hash, written))


def policy_of(page: str) -> str:
    """The policy that a page must carry: that of all, but for the styles, of which it names its own."""
    styles = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    rules = {**directives(), "style-src": " ".join(map(csp_hash, styles))}
    return "; ".join(f"{name} {rule}" for name, rule in rules.items() if name != "frame-ancestors")


def test_every_page_carries_the_policy_itself(frozen: Path) -> None:
    """On a host that sends no headers, each page still has its policy, without what has no effect there."""
    meta = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
    wrong = [
        str(page)
        for page in frozen.rglob("*.html")
        if list(map(html.unescape, meta.findall(page.read_text("utf-8")))) != [policy_of(page.read_text("utf-8"))]
    ]

    assert wrong == []


def test_the_policy_stands_before_all_that_it_rules(frozen: Path) -> None:
    """A policy in a page rules only what comes after it."""
    page = (frozen / "fr" / "index.html").read_text("utf-8")
    place = page.index("http-equiv")

    assert place < min(page.index(sign) for sign in ("<link", "<style", "<script"))


def test_nothing_is_allowed_that_is_not_named() -> None:
    """What no rule names is forbidden."""
    assert directives()["default-src"] == "'none'"


@pytest.mark.parametrize(
    "weakness", ["unsafe-inline", "unsafe-eval", "unsafe-hashes", "*", "http:", "https:", "nonce-"]
)
def test_the_policy_has_no_open_door(weakness: str) -> None:
    """No rule lets in what nobody has read."""
    assert weakness not in " ".join(directives().values())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-DNS-Prefetch-Control", "off"),
    ],
)
def test_a_visit_leaves_as_little_as_headers_can_ask(name: str, value: str) -> None:
    """Nothing is cached, framed, guessed, prefetched, or told to the next site."""
    assert policy.headers(Assets(STATIC))[name] == value


def test_sites_that_are_named_may_show_pages_in_a_frame_and_no_other() -> None:
    """The policy names each; the header that can name none is left out then, and nothing else differs."""
    assets = Assets(STATIC)
    closed = policy.headers(assets)
    opened = policy.headers(assets, frames=("https://www.mairie.test", "https://agglo.test"))
    rule = "frame-ancestors https://www.mairie.test https://agglo.test"

    assert opened.pop("Content-Security-Policy") == closed.pop("Content-Security-Policy").replace(CLOSED, rule)
    assert closed.pop("X-Frame-Options") == "DENY"
    assert opened == closed


def test_without_a_name_no_site_may_show_pages_in_a_frame() -> None:
    """Empty, the list is no rule that lets everybody in."""
    assert CLOSED in policy.headers(Assets(STATIC), frames=())["Content-Security-Policy"].split("; ")


@pytest.mark.parametrize(
    "name", ["Cross-Origin-Opener-Policy", "Strict-Transport-Security", "Alt-Svc", "Accept-CH", "NEL", "Report-To"]
)
def test_no_header_makes_a_browser_note_the_host(name: str) -> None:
    """Headers for which browsers write the name of the host into a file of their own are not sent."""
    assert name not in policy.headers(Assets(STATIC))


@pytest.mark.parametrize("feature", ["camera", "geolocation", "microphone"])
def test_a_page_cannot_use_what_could_betray(feature: str) -> None:
    """Camera, place and microphone are refused to every page."""
    rules = policy.headers(Assets(STATIC))["Permissions-Policy"].split(", ")

    assert f"{feature}=()" in rules


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_answer_sets_a_cookie(site: Site, address: str) -> None:
    """Nothing is kept in the browser."""
    assert "Set-Cookie" not in sent_headers(site, address)
