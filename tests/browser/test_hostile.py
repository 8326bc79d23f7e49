"""Hostile texts in real browsers: no script runs, nothing leaves for another host, with the policy and without it."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, Route

from eclaircie.checks import texts as text_checks
from eclaircie.loading import read_site
from eclaircie.project import STATIC
from eclaircie.publish.server import server
from eclaircie.rendering.application import create_app
from eclaircie.rendering.assets import Assets
from eclaircie.rendering.views import render_page
from tests.hostile.corpus import PAYLOADS, Hostile
from tests.hostile.site import BODY, PLACES, Field, fields_of, fill, sort_out, sound_files, write_site
from tests.once import made_once
from tests.small_site import BEFORE_REVIEW

from .conftest import running

ALL = (pytest.mark.exhaustive, pytest.mark.timeout(1200))
"""Marks of what tries every text, or every page: the first to ask for the sites of the whole corpus waits for them."""

EACH = 18
"""Texts in one site: one after the other they make a value that is still short enough."""
LONGEST_VALUE = 900

# What is only long makes nothing run.
WHOLE = [payload for payload in PAYLOADS if payload.family != "long"]
CORPORA = {"the whole corpus": WHOLE, "one text of each family": list({p.family: p for p in reversed(WHOLE)}.values())}
"""The texts that are tried: all of them where tests are exhaustive."""

PATHS = [
    f"{tag}/{place.removesuffix('index')}".rstrip("/")
    for tag in ("fr", "en")
    for kind, place in PLACES.items()
    if kind not in ("navigateur", "actualite", "repere", "guichet")  # shown within others
] + ["fr/aider/tout", "en/aider/tout", "fr/apropos/mentions"]

WATCH = """
window.ran = [];
window.broken = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => ran.push(name);
addEventListener("securitypolicyviolation", (event) => broken.push(event.violatedDirective + " " + event.blockedURI));
"""
"""Notes whatever a hostile text would make run, from the first moment on."""

FOREIGN = """() => [...document.querySelectorAll("main *")].filter((element) => !element.closest("svg, .finder, .near")
  && element.matches("script, style, iframe, object, embed, img, video, audio, form, input, base, link, meta, template, math"))
  .map((element) => element.outerHTML)"""

HANDLERS = """() => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
  .filter(({name, value}) => name.startsWith("on") || name === "srcdoc" || /^\\s*(javascript|data):/i.test(value) && name === "href")
  .map(({name}) => element.tagName + " " + name)).filter((found) => found !== "LINK href")"""


class _Spread:
    """The fields of one site that holds some texts, and how many pairs of text and field it publishes."""

    def __init__(self, folder: Path, lot: list[Hostile]) -> None:
        everywhere = list(fields_of(sound_files()))
        joined: dict[Field, str] = {}
        self.pairs = 0
        for payload in lot:
            published = sort_out(folder / "content", dict.fromkeys(everywhere, payload.text))[1]
            for at, text in published.items():
                if at[1] == (BODY,):
                    joined[at] = f"{joined[at]}\n\n{text}" if at in joined else text
                elif len(joined.get(at, "")) + len(text) < LONGEST_VALUE:
                    joined[at] = f"{joined.get(at, '')} {text}".strip()
                else:
                    continue
                self.pairs += 1
        refused, self.fields = sort_out(folder / "content", joined)
        assert not refused, [fault.sentence("en") for fault in refused.values()]
        site = read_site(BEFORE_REVIEW, content=write_site(folder / "content", fill(sound_files(), self.fields)))
        app = create_app(site)
        for path in PATHS:
            address = f"/{path}/"
            with app.test_request_context(address):
                html = render_page(site.inputs(address))
            page = folder / "build" / path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(html, "utf-8")


@dataclass(frozen=True)
class HostileSites:
    """Sites below a folder, each in one of a number, and how many pairs of text and field they publish."""

    root: Path
    sites: int
    pairs: int

    def pages(self) -> list[str]:
        """The path of each page below the folder."""
        return [f"{number}/{path}" for number in range(self.sites) for path in PATHS]


@pytest.fixture(scope="session", params=["one text of each family", pytest.param("the whole corpus", marks=ALL)])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HostileSites:
    """One folder with hostile sites, made once for the whole run: no test changes it."""
    corpus = CORPORA[request.param]
    lots = [corpus[number :: -(-len(corpus) // EACH)] for number in range(-(-len(corpus) // EACH))]

    def make(folder: Path) -> None:
        pairs = 0
        with pytest.MonkeyPatch.context() as patch:
            # No value of a header may hold Markdown or HTML. Without that rule, pages must be harmless by themselves.
            patch.setattr(text_checks, "in_value", lambda _text: None)
            for number, lot in enumerate(lots):
                site = tmp_path_factory.mktemp(f"site{number}")
                pairs += _Spread(site, lot).pairs
                shutil.copytree(site / "build", folder / str(number))
        (folder / "pairs").write_text(str(pairs), "utf-8")

    root = made_once(tmp_path_factory, request.param.replace(" ", "-"), make)
    return HostileSites(root, len(lots), int((root / "pairs").read_text("utf-8")))


@pytest.fixture(params=["without the policy", pytest.param("with the policy", marks=ALL)])
def address(request: pytest.FixtureRequest, hostile: HostileSites, tmp_path: Path) -> Iterator[str]:
    """The hostile sites, served with the policy, or without it in headers and pages."""
    root = hostile.root
    if request.param == "without the policy":
        root = tmp_path / "bare"
        for path in hostile.pages():
            page = root / path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            html = (hostile.root / path / "index.html").read_text("utf-8")
            page.write_text(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html), "utf-8")
    service = server(root, Assets(STATIC), 0)
    if request.param == "without the policy":
        # The handler is a partial that holds the policy
        service.RequestHandlerClass.keywords["policy"] = {}  # type: ignore[attr-defined]
    with running(service) as port:
        yield f"http://127.0.0.1:{port}"


def opened(context: BrowserContext, asked: list[str]) -> Page:
    """A page that notes each request for another host and lets none out."""
    page = context.new_page()
    page.add_init_script(WATCH)

    def keep(route: Route) -> None:
        if route.request.url.startswith("http://127.0.0.1:"):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    def note(dialog: Dialog) -> None:
        asked.append(f"dialog {dialog.message}")
        dialog.dismiss()

    page.route("**/*", keep)
    page.on("dialog", note)
    return page


def test_no_hostile_text_runs_or_asks_anybody(context: BrowserContext, address: str, hostile: HostileSites) -> None:
    """In every field that is published: no script, no request, no element that was not meant."""
    asked: list[str] = []
    page = opened(context, asked)
    found: list[str] = []
    for path in hostile.pages():
        page.goto(f"{address}/{path}/", wait_until="load")
        page.evaluate("() => { for (const link of document.querySelectorAll('main *')) link.focus?.() }")
        found += page.evaluate("window.ran.concat(window.broken)")
        found += page.evaluate(FOREIGN) + page.evaluate(HANDLERS)
        assert page.locator(".quick-exit").count() == 1
        assert page.locator(".quick-exit").get_attribute("href") == "https://sortie.test/"

    print(f"{hostile.pairs} pairs of a text and a field in {len(hostile.pages())} pages: {len(found)} scripts ran")
    assert (found, asked) == ([], [])
    assert hostile.pairs > 100 * EACH


def test_a_text_that_did_run_would_be_noticed(context: BrowserContext, tmp_path: Path) -> None:
    """The watch over the pages sees a script, a request and an element, where a page without a policy has them."""
    harm = "<main class=text><img src=x onerror=alert(1)><img src=//evil.example/x></main>"
    (tmp_path / "index.html").write_text(f"<!doctype html><title>a</title>{harm}", "utf-8")
    service = server(tmp_path, Assets(STATIC), 0)
    service.RequestHandlerClass.keywords["policy"] = {}  # type: ignore[attr-defined]
    asked: list[str] = []
    with running(service) as port:
        page = opened(context, asked)
        page.goto(f"http://127.0.0.1:{port}/", wait_until="load")

        assert page.evaluate("window.ran") == ["alert"]
        assert len(page.evaluate(FOREIGN)) == 2
        assert "IMG onerror" in page.evaluate(HANDLERS)
        assert asked == ["http://evil.example/x"]
