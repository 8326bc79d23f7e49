"""Pages are valid HTML, by the Nu Html Checker of the W3C."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

JAR = Path(__file__).parents[1] / "html/node_modules/vnu-jar/build/dist/vnu.jar"
KINDS = (
    *("index.html", "404.html", "fr/index.html", "ar/index.html", "fr/numeros/index.html"),
    *("fr/numeros/sms/index.html", "ar/numeros/ecoute/index.html", "fr/aides/urgence/index.html"),
    *("ar/aides/urgence/index.html", "ar/aides/bail/index.html", "fr/apropos/mentions/index.html"),
    *("en/faire/preparer/index.html", "fr/apropos/vie-privee/index.html", "fr/apropos/index.html"),
    *("fr/apropos/donnees/index.html", "ar/apropos/donnees/index.html", "fr/reseaux/index.html"),
    *("ar/reseaux/index.html", "fr/reseaux/71/index.html", "ar/reseaux/71/index.html", "fr/reseaux/71/opac/index.html"),
    *("ar/reseaux/71/bassin-minier/index.html", "fr/reseaux/988/index.html"),
)
NEWER_THAN_THE_CHECKER = (
    "text-wrap",
    "::details-content",
    "content-visibility",
    "text-size-adjust",
    "@container",
    "container-type",
)
"""Style rules that browsers know or ignore, and that the checker does not list yet."""


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """How to run the checker; skips the test where it is missing, in CI that is a failure."""
    java = shutil.which("java")
    if java and JAR.is_file():
        return [java, "-Xss16m", "-jar", str(JAR), "--format", "json", "--stdout"]
    sentence = "no HTML checker: apt-get install default-jre-headless && npm ci --prefix tests/html"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


def is_about_data(message: dict[str, str]) -> bool:
    """Whether the checker takes structured data for a script that the policy of the page would refuse.

    No browser does: what is no script is put aside before its policy is asked
    (https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element), as tests/browser/test_data.py sees.
    """
    return "Content Security Policy" in message["message"] and "application/ld+json" in message.get("extract", "")


def complaints(checker: list[str], files: list[Path]) -> list[str]:
    """What the checker has to say about some files."""
    answer = subprocess.run([*checker, *map(str, files)], capture_output=True, text=True, check=False)
    messages = json.loads(answer.stdout)["messages"]
    told = [f"{each.get('url', '')[-60:]}: {each['message']}" for each in messages if not is_about_data(each)]
    return [line for line in told if not any(rule in line for rule in NEWER_THAN_THE_CHECKER)]


def test_every_kind_of_page_is_valid(checker: list[str], frozen: Path) -> None:
    """One page of each kind, in three languages."""
    assert complaints(checker, [frozen / name for name in KINDS]) == []


@pytest.mark.exhaustive
@pytest.mark.timeout(1200)  # seconds
def test_every_page_is_valid(checker: list[str], frozen: Path) -> None:
    """Every page of the site."""
    assert complaints(checker, sorted(frozen.rglob("*.html"))) == []
