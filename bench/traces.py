"""What a visit leaves behind and how fast the exit covers, beside other ways of building a site.

`python bench/traces.py` prints the page of the documentation, `--write` puts it into docs/traces.md. With the names of
parts, only those are measured again; the others stay as they were.
"""

import argparse
import datetime
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `python bench/traces.py` puts only bench/ there

from bench import door, journeys, press, ways
from bench.document import joined, sections_of
from bench.places import Places, places
from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.project import PROJECT_ROOT
from tests.browser.conftest import ENGINES, launch_options

DOCUMENT = PROJECT_ROOT / "docs" / "traces.md"

Part = Callable[[Playwright, Site, Path], str]


def main(arguments: list[str]) -> None:
    """Measure, then print or write the document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"what to measure again: {', '.join(PARTS)}")
    parser.add_argument("--write", action="store_true", help=f"write {DOCUMENT.relative_to(PROJECT_ROOT)}")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}. Known: {', '.join(PARTS)}")
    sections = sections_of(DOCUMENT.read_text("utf-8"))
    today = datetime.date.today()
    by = f"Measured on {today.isoformat()} with {' and '.join(_version(engine) for engine in ENGINES)}."
    site = read_site(today, base_url="https://example.org/")
    for name in options.parts or PARTS:
        heading, part = PARTS[name]
        print(heading, file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
            sections[heading] = f"{by}\n\n{part(playwright, site, Path(folder))}"
    document = _document(sections)
    if options.write:
        DOCUMENT.write_text(document, "utf-8")
    else:
        print(document, end="")


def _with_places(measure: Callable[[Playwright, Places], str]) -> Part:
    """A part that needs the other ways of building a site."""

    def part(playwright: Playwright, site: Site, folder: Path) -> str:
        with places(site, folder) as found:
            return measure(playwright, found)

    return part


PARTS: dict[str, tuple[str, Part]] = {
    "ways": ("Traces", _with_places(ways.compared)),
    "journeys": ("Other visits, other endings", journeys.compared),
    "door": ("In a frame of another site", door.measured),
    "presses": ("From the press to the covered page", _with_places(press.measured)),
}
"""What can be measured, by the name on the command line: the heading of its section, and the measurement."""


def _version(engine: str) -> str:
    """A browser's own name and version."""
    command = [launch_options(engine)["executable_path"], "--version"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return said.split(" built on ")[0].strip()


def _document(sections: dict[str, str]) -> str:
    """The whole page, in the order that it has. What no part makes stays as it is written; `_TAIL` is made here."""
    sections = {heading: text for heading, text in sections.items() if not _TAIL.startswith(f"## {heading}\n")}
    return "\n".join([joined(_HEAD, sections), _TAIL])


_HEAD = """\
# What a visit leaves behind, and how fast the exit covers

*Made by `bench/traces.py`, not by hand: `.venv/bin/python bench/traces.py --write` measures again and replaces it;
with the name of a part (`ways`, `journeys`, `door`, `presses`), only that part. What no part makes stays: it says who tries it.*

Everything here: without a window, on Linux, on one computer. Each section says when, and with which browsers.
"""

_TAIL = """\
## Not measured

Phones and touch, Safari, Samsung Internet, Brave, Edge; browsers with a window; profiles that are synchronised or long in use;
what a search engine, a router or an operator keeps. What https adds: the names of hosts that browsers note for HSTS, certificates
and HTTP/3, where a host asks for them. Of each visit there was one, of these pages in this order.
The profile is read as files after the end of the browser, not with tools that recover what was deleted.
For phones there is a protocol for people who try the site on theirs: [phones.md](phones.md).
"""


if __name__ == "__main__":
    main(sys.argv[1:])
