"""The pictures of `docs/ecrire.md`: the editor at the five tasks that the guide tells, on a copy of the content.

`python -m tests.pictures` makes them anew in `docs/images/`, after the editor has changed. Each is looked at by a person
before it goes in: they show, and prove nothing.
"""

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from eclaircie.cli.ports import free_port
from eclaircie.project import PROJECT_ROOT

IMAGES = PROJECT_ROOT / "docs" / "images"
SIZE = {"width": 1200, "height": 720}
"""In pixels: wide enough for a translation to stand beside the French."""

PATIENCE = 90.0
"""Seconds that the editor has to open."""


@contextmanager
def editor() -> Iterator[str]:
    """An editor at work on a copy of the project, and its address. The form must have been fetched once, by `make edit`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "eclaircie"
        subprocess.run(["git", "clone", "--quiet", str(PROJECT_ROOT), str(copy)], check=True)
        shutil.copytree(PROJECT_ROOT / ".editor", copy / ".editor")
        port = free_port(8300)
        words = [sys.executable, "-m", "eclaircie", "edit", "--no-browser", "--port", str(port)]
        with subprocess.Popen(words, cwd=copy, env={"PYTHONPATH": "site", "PATH": "/usr/bin:/bin"}) as program:
            try:
                yield opened(f"http://localhost:{port}/")
            finally:
                program.terminate()


def opened(address: str) -> str:
    """The address, once it answers."""
    for _ in range(int(PATIENCE)):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # the editor that was just started
        except urllib.error.URLError:
            time.sleep(1)
        else:
            return address
    raise SystemExit(f"{address} did not answer within {PATIENCE:.0f} s")


class Pictures:
    """A browser at the editor, that takes pictures."""

    def __init__(self, page: Page, address: str) -> None:
        self._page = page
        self._address = address

    def go(self, place: str, awaited: str) -> None:
        """Open a place of the editor. awaited: what it shows when it is there."""
        self._page.goto(self._address + place)
        self._page.get_by_text(awaited).first.wait_for(timeout=PATIENCE * 1000)

    def field(self, key: str) -> Locator:
        """A field of the form, brought to the middle of the window: the form draws those that one comes near."""
        found = self._page.locator(f"section[data-key-path='{key}']").first
        self._page.mouse.move(300, 400)
        for _ in range(60):
            box = found.bounding_box() if found.count() else None
            if box and box["y"] < 400:
                break
            self._page.mouse.wheel(0, 200)
            self._page.wait_for_timeout(100)
        return found.locator("input, textarea").first

    def save(self, said: str = "Entrée enregistrée") -> None:
        """Press *Enregistrer*. said: what the form answers; left before, it would ask whether to lose what was typed."""
        self._page.get_by_role("button", name="Enregistrer").click()
        self._page.get_by_text(said).first.wait_for()

    def take(self, name: str) -> None:
        """A picture, once all is at rest."""
        self._page.wait_for_timeout(1500)
        self._page.screenshot(path=IMAGES / f"{name}.png")


def main() -> None:
    """Make all of them."""
    IMAGES.mkdir(exist_ok=True)
    with editor() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = chromium.new_page(viewport=SIZE, locale="fr-FR")  # type: ignore[arg-type]
        pictures = Pictures(page, address)
        pictures.go("", "Structures locales")
        pictures.go("#/collections/structures/filter/71", "France Victimes 71")
        pictures.take("liste")
        pictures.go("#/collections/structures/entries/71/fv", "Enregistrer")
        number = pictures.field("numero")
        number.fill("03 85 90 85 0")
        pictures.save("comporte une erreur")
        pictures.take("numero")
        number.fill("03 85 90 85")
        pictures.save()
        pictures.go("a-corriger/", "À corriger")
        page.get_by_text("fv.md").first.wait_for(timeout=PATIENCE * 1000)
        pictures.take("corriger")
        pictures.go("#/collections/structures/entries/71/fv", "Enregistrer")
        pictures.field("numero").fill("")
        pictures.save()
        pictures.go("#/collections/structures/entries/71/mjd", "Enregistrer")
        summary = pictures.field("resume")
        summary.fill(f"{summary.input_value()} Sans rendez-vous.")
        pictures.save()
        pictures.go("changements/", "mjd")
        pictures.take("changements")
        pictures.go("#/collections/structures/new", "Enregistrer")
        pictures.take("nouvelle")
        pictures.go("#/collections/lines/entries/numeros/ecoute", "Enregistrer")
        pictures.take("traduire")
        chromium.close()


if __name__ == "__main__":
    main()
