"""A fourth language that the code knows, for tests: Polish, whose content a small site has, published or not."""

import shutil
import sys
from pathlib import Path

import pytest

from eclaircie import languages
from eclaircie.checks import discretion
from eclaircie.languages import BY_TAG, LANGUAGES, Language
from eclaircie.project import TRANSLATIONS
from tests.small_site import fingerprint, write_small_content

POLISH = Language("pl", "pl", "Polski", "ltr")

ACCEPTED = "langues: [fr, en, ar, pl]\n"


def know(polish: Language, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all the code know one language more, as a row in `languages.py` would. folder: for its words that reveal."""
    rows = (*LANGUAGES, polish)
    for module in [module for name, module in sys.modules.items() if name.partition(".")[0] == "eclaircie"]:
        if getattr(module, "LANGUAGES", None) is languages.LANGUAGES and module is not languages:
            monkeypatch.setattr(module, "LANGUAGES", rows)
    monkeypatch.setattr(languages, "LANGUAGES", rows)
    monkeypatch.setitem(BY_TAG, polish.tag, polish)
    words = Path(shutil.copytree(discretion.WORDS, folder / "words"))
    (words / f"{polish.tag}.txt").write_text("przemoc*\n", "utf-8")
    monkeypatch.setattr(discretion, "WORDS", words)


def small_with_polish(content: Path, settings: str = "", body: str = "Zadzwoń pod [](fiche:conseils/numero).") -> Path:
    """The small site with one page in Polish. settings: lines more. body: of that page."""
    write_small_content(content)
    page = content / "pl" / "aider" / "index.md"
    page.parent.mkdir(parents=True)
    stamp = fingerprint(content, "aider")
    page.write_text(
        f"---\ntitre: Pomagać\nonglet: Pomagać\nresume: Jak pomóc.\ntraduit_de: {stamp}\n---\n{body}\n", "utf-8"
    )
    file = content / "site.yaml"
    file.write_text(file.read_text("utf-8") + settings, "utf-8")
    return content


def whole_translations(folder: Path) -> Path:
    """The words of the interface, with those of Arabic for the Polish ones: each message is there."""
    shutil.copytree(TRANSLATIONS, folder)
    shutil.copy(folder / "ar.po", folder / "pl.po")
    return folder
