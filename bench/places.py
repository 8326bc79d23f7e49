"""The ways of building a site that are compared, each with the same four pages and served on this machine."""

import functools
import html
import re
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.publish.freezer import freeze
from eclaircie.publish.server import FrozenSiteHandler, server
from eclaircie.rendering.assets import Assets
from tests.browser.conftest import Visit, leading_to, neutral_site, running, send_page

GOVUK = "govuk-frontend@6.6.0"
HOME = "/fr/"
READ_PAGES = (HOME, "/fr/traces/", "/fr/faire/", "/fr/faire/silence/")
"""The pages that `read_five_pages` of the tests reads; it comes by the home page twice."""

OURS = "this site, by the home page"
OURS_PRINTED = "this site, by the printed entrance (404)"
OURS_BARE = "this site without headers"
ORDINARY = "ordinary links, exit by `location.replace`"
COMPONENT = "GOV.UK Frontend Exit this page, ordinary links"


@dataclass(frozen=True)
class Text:
    """A page that is read. tab: its title on this site. sentence: stands in no other of these pages, nor in a title."""

    heading: str
    tab: str
    main: str
    sentence: str


@dataclass(frozen=True)
class Way:
    """One way of building a site. exit: the selector of its exit. titles: of the pages that are read, in their order."""

    name: str
    visit: Visit
    entrance: str
    exit: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Places:
    """All ways, and the texts that are the same in all of them."""

    ways: dict[str, Way]
    texts: tuple[Text, ...]


@contextmanager
def places(site: Site, folder: Path) -> Iterator[Places]:
    """Every way at work, all with one neutral site. folder: where what they need is made."""
    with ExitStack() as stack:
        neutral = stack.enter_context(neutral_site())
        frozen = folder / "build"
        freeze(site, folder / "published")
        leading_to(neutral.neutral, folder / "published", frozen)
        texts = texts_of(frozen)
        ours = tuple(text.tab for text in texts)
        real = tuple(_real_title(text) for text in texts)
        ordinary = {path: _ordinary_page(text, neutral.neutral) for path, text in zip(READ_PAGES, texts, strict=True)}
        package = _fetch(folder)
        button = package / "components" / "exit-this-page" / "template-default.html"
        markup = re.sub(r'href="[^"]*"', f'href="{neutral.neutral}"', button.read_text("utf-8"))
        component = {path: _component_page(text, markup) for path, text in zip(READ_PAGES, texts, strict=True)}
        nothing = folder / "nothing"
        nothing.mkdir()
        bare = functools.partial(FrozenSiteHandler, folder=frozen, prefix="", policy={})

        def at(service: ThreadingHTTPServer) -> Visit:
            return replace(neutral, address=f"http://127.0.0.1:{stack.enter_context(running(service))}")

        headed = at(server(frozen, Assets(STATIC), 0))
        ways = [
            Way(OURS, headed, HOME, ".quick-exit", ours),
            Way(OURS_PRINTED, headed, site.settings.entrance, ".quick-exit", ours),
            Way(OURS_BARE, at(ThreadingHTTPServer(("127.0.0.1", 0), bare)), HOME, ".quick-exit", ours),
            Way(ORDINARY, at(pages_server(ordinary, nothing)), HOME, ".leave", real),
            Way(COMPONENT, at(pages_server(component, package)), HOME, ".govuk-exit-this-page__button", real),
        ]
        yield Places({way.name: way for way in ways}, texts)


def texts_of(frozen: Path) -> tuple[Text, ...]:
    """What the frozen pages say."""
    files = [(frozen / path.strip("/") / "index.html").read_text("utf-8") for path in READ_PAGES]
    found = []
    for file in files:
        others = "".join(other for other in files if other is not file)
        main = re.sub(r"<svg.*?</svg>", "", _part(file, r"(<main.*?</main>)"), flags=re.DOTALL)
        # As it stands in the file, so that its bytes can be looked for
        lines = re.findall(r"(?<=[>\n])[^<>&\n]{30,}(?=[<\n])", main)
        heading = html.unescape(_part(main, r"<h1[^>]*>(.*?)</h1>"))
        sentence = next(line for line in lines if line not in others and line not in heading)
        found.append(Text(heading, html.unescape(_part(file, r"<title>(.*?)</title>")), main, sentence))
    return tuple(found)


def _part(text: str, pattern: str) -> str:
    found = re.search(pattern, text, re.DOTALL)
    if not found:
        raise ValueError(pattern)
    return found[1]


def _real_title(text: Text) -> str:
    """How a site that hides nothing names a page."""
    return f"{text.heading} – Violences conjugales"


_LINKS = f'<header><a class="brand" href="{HOME}">Accueil</a> <a href="/fr/traces/">Traces</a></header>'


def _ordinary_page(text: Text, neutral: str) -> str:
    return f"""<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_real_title(text)}</title>
<a class="leave" href="{neutral}">Quitter</a>
{_LINKS}
{text.main}
<script>
document.querySelector(".leave").addEventListener("click", (event) => {{
  event.preventDefault();
  location.replace(event.target.href);
}});
</script>
</html>
"""


def _component_page(text: Text, button: str) -> str:
    """A page as the template of GOV.UK Frontend builds it, without header, footer and icons."""
    return f"""<!DOCTYPE html>
<html lang="fr" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{_real_title(text)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="stylesheet" href="/govuk-frontend.min.css">
</head>
<body class="govuk-template__body">
<script>
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
</script>
<div class="govuk-width-container">
{button}
{_LINKS}
{text.main}
</div>
<script type="module">
import {{ initAll }} from "/govuk-frontend.min.js";
initAll();
</script>
</body>
</html>
"""


def _fetch(folder: Path) -> Path:
    """Fetch GOV.UK Frontend from npm; returns the folder of its published files. No script of the package runs."""
    command = ["npm", "pack", GOVUK, "--silent", "--ignore-scripts", "--pack-destination", str(folder)]
    packed = folder / subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "dist" / "govuk"


class _PagesHandler(SimpleHTTPRequestHandler):
    """Answers with given pages, otherwise from a folder, as a host does that was given no rules of its own."""

    def __init__(self, *arguments: Any, pages: dict[str, str], **options: Any) -> None:
        self.pages = pages
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if self.path not in self.pages:
            super().do_GET()
            return
        send_page(self, self.pages[self.path])

    def log_message(self, format: str, *arguments: Any) -> None:
        pass


def pages_server(pages: dict[str, str], folder: Path) -> ThreadingHTTPServer:
    """A server of given pages, by path, and of a folder."""
    handler = functools.partial(_PagesHandler, pages=pages, directory=str(folder))
    return ThreadingHTTPServer(("127.0.0.1", 0), handler)
