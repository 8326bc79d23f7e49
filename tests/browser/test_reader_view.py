"""The reader view that browsers offer keeps every number of a page.

Firefox makes it with Mozilla's Readability, which takes a page apart and drops what looks like a menu: a box made
mostly of links, as a card with two numbers is. The library itself is run here, in a real browser, on what is published.
"""

import os
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from eclaircie.loading import read_site
from eclaircie.project import CONTENT
from eclaircie.rendering.application import create_app
from tests.conftest import TODAY

LIBRARY = Path(__file__).parents[1] / "html/node_modules/@mozilla/readability"
SEED = 20261130
"""Chooses the pages that are read when not all are; change it to try others."""

READ = """(html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!isProbablyReaderable(page)) return null;
  const linked = (within) => [...within.querySelectorAll("a:is([href^='tel:'], [href^='sms:'])")].map(
    (link) => link.getAttribute("href") + " " + link.textContent.trim().replace(/\\s+/g, " "));
  const figures = (text) => text.replace(/(?<=\\d)\\s(?=\\d)/g, "").match(/\\d+/g) || [];
  const main = page.querySelector("main");
  // What only a script shows, such as what to do where nothing was found, nobody misses without one.
  for (const hidden of main.querySelectorAll("[hidden]")) hidden.remove();
  const before = { linked: linked(main), figures: figures(main.textContent) };
  const read = new Readability(page).parse();
  const kept = new DOMParser().parseFromString(read?.content || "", "text/html");
  // The view shows the title of the page above it, and drops a heading that says the same.
  const after = { linked: linked(kept), figures: figures(`${read?.title} ${kept.body.textContent}`) };
  const lost = before.figures.filter((figure) => !after.figures.includes(figure));
  for (const link of before.linked) {
    const place = after.linked.indexOf(link);
    if (place < 0) lost.push(link);
    else after.linked.splice(place, 1);
  }
  return { numbers: before.linked.length, lost };
}"""
"""null for a page that the view is not offered on; else how many numbers can be called in it, and all that is lost."""


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    """A page that has the library; skips the test where it is missing, in CI that is a failure."""
    if not LIBRARY.is_dir():
        sentence = "no Readability: npm ci --prefix tests/html --ignore-scripts"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    page = chromium.new_page()
    for name in ("Readability.js", "Readability-readerable.js"):
        page.add_script_tag(path=LIBRARY / name)
    yield page
    page.close()


def chosen(files: list[Path], frozen: Path, most: int | None) -> list[Path]:
    """At most so many pages of each section and depth, by chance; all of them where it is None."""
    sections: dict[tuple[str, int], list[Path]] = {}
    for file in files:
        parts = file.relative_to(frozen).parts
        sections.setdefault((parts[1], len(parts)), []).append(file)
    chance = random.Random(SEED)
    print(f"pages chosen by {SEED}")
    return [
        file for of_one in sections.values() for file in chance.sample(of_one, min(most or len(of_one), len(of_one)))
    ]


@pytest.mark.parametrize("most", [5, pytest.param(None, id="every page", marks=pytest.mark.exhaustive)])
@pytest.mark.parametrize("tag", ["fr", "en", "ar"])
def test_the_reader_view_keeps_every_number(reader: Page, frozen: Path, tag: str, most: int | None) -> None:
    """Each number that can be called is there as often as before, and each figure of the text once at least."""
    files = chosen(sorted((frozen / tag).rglob("index.html")), frozen, most)
    found: dict[str, Any] = {
        str(file.parent.relative_to(frozen)): reader.evaluate(READ, file.read_text("utf-8")) for file in files
    }
    offered = {name: page for name, page in found.items() if page}

    assert {name: page["lost"] for name, page in offered.items() if page["lost"]} == {}
    assert sum(page["numbers"] > 0 for page in offered.values()) > len(files) / 6


def test_the_reader_view_keeps_the_french_beside_a_translation(reader: Page, tmp_path: Path) -> None:
    """Where a translation is behind, the numbers of both texts stay."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    for file in (*content.glob("en/*/*.md"), *content.glob("ar/*/*.md")):
        file.write_text(re.sub("traduit_de: .*", "traduit_de: 000000000000", file.read_text("utf-8")), "utf-8")
    site = read_site(TODAY, content=content)
    client = create_app(site).test_client()
    documents = [d for d in site.library.documents.values() if d.entry.keeps_french]
    found: dict[str, Any] = {
        f"{tag}/{document.path}": reader.evaluate(READ, client.get(f"/{tag}/{document.path}/").get_data(as_text=True))
        for document in documents
        for tag in document.translations
    }

    assert {name: page["lost"] for name, page in found.items() if page and page["lost"]} == {}
    assert sum(page is not None and page["numbers"] > 1 for page in found.values()) > 2
