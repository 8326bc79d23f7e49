"""The scripts of the pages and of the editor: ESLint has nothing to say about them, and no module takes what another does not give."""

import json
import os
import re
import shutil
import subprocess
from collections import defaultdict

import pytest

from eclaircie.project import PROJECT_ROOT, STATIC
from eclaircie.rendering.assets import EXIT, EXTRAS, SCRIPTS

CONFIG = PROJECT_ROOT / "tests/html/eslint.config.mjs"
ESLINT = PROJECT_ROOT / "tests/html/node_modules/eslint/bin/eslint.js"

IMPORT = re.compile(r"^import \{ (.*?) \} from \"\./(.*?)\.js\";$", re.MULTILINE)
EXPORT = re.compile(r"^export (?:const|let|function|async function) (\w+)", re.MULTILINE)


JOINED = (SCRIPTS, *(extra.scripts for extra in EXTRAS.values()))
"""The modules of each script, in their order."""


@pytest.fixture(scope="session")
def eslint() -> list[str]:
    """How to run ESLint; skips the test where it is missing, in CI that is a failure."""
    node = shutil.which("node")
    if node and ESLINT.is_file():
        return [node, str(ESLINT), "--config", str(CONFIG), "--format", "json"]
    sentence = "no ESLint: apt-get install npm && npm ci --prefix tests/html"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


def complaints(eslint: list[str], *arguments: str, source: str | None = None) -> dict[str, list[str]]:
    """What ESLint has to say about each file that it read."""
    answer = subprocess.run(
        [*eslint, *arguments], cwd=PROJECT_ROOT, input=source, capture_output=True, text=True, check=False
    )
    assert answer.stdout, answer.stderr
    return {
        file["filePath"]: [f"{each['ruleId']}: {each['message']}" for each in file["messages"]]
        for file in json.loads(answer.stdout)
    }


def source(name: str) -> str:
    """A module as it is written."""
    return (STATIC / "js" / f"{name}.js").read_text("utf-8")


def imports(name: str) -> dict[str, str]:
    """What a module imports: each name, and the module that is to give it."""
    return {word: module for words, module in IMPORT.findall(source(name)) for word in words.split(", ")}


def exports(name: str) -> list[str]:
    """What a module gives to others."""
    return EXPORT.findall(source(name))


def test_eslint_has_nothing_to_say(eslint: list[str]) -> None:
    """Every script of the site and of the editor is read, and none has a name that nobody declared, a name over another, or a slip."""
    of_editor = PROJECT_ROOT / "site" / "eclaircie" / "editing" / "static"

    found = complaints(eslint, "static/js", str(of_editor))

    assert list(of_editor.glob("*.js"))
    assert found == {str(file): [] for folder in (STATIC / "js", of_editor) for file in folder.glob("*.js")}


@pytest.mark.parametrize(
    ("name", "slip", "said"),
    [
        ("live.js", "dock.remove();", "no-undef: 'dock' is not defined."),
        ("live.js", "const live = 1;\n{ const live = 2; fetch(live); }\nfetch(live);", "no-shadow: 'live' is already"),
        ("quick-exit.js", 'import { root } from "./page.js";\nroot.remove();', "'import' and 'export' may appear only"),
    ],
)
def test_eslint_sees_what_would_tie_modules_together(eslint: list[str], name: str, slip: str, said: str) -> None:
    """A variable of another module, a name over another, a help that the exit would need: each is told."""
    found = complaints(eslint, "--stdin", "--stdin-filename", f"static/js/{name}", source=slip + "\n")

    assert any(said in line for line in found[str(STATIC / "js" / name)])


@pytest.mark.parametrize(("joined", "name"), [(joined, name) for joined in JOINED for name in joined])
def test_a_module_imports_what_one_before_it_exports(joined: tuple[str, ...], name: str) -> None:
    """Joined in their order, every import has been filled when it is read; what comes with some pages takes nothing of the frame."""
    before = joined[: joined.index(name)]

    assert source(name).count("import ") == len(IMPORT.findall(source(name)))
    for word, module in imports(name).items():
        assert module in before, f"{module} does not stand before {name}"
        assert word in exports(module), f"{module} does not export {word}"


def test_what_is_exported_is_used() -> None:
    """Nothing is given away that nobody takes."""
    modules = [name for joined in JOINED for name in joined]
    taken = defaultdict(set)
    for name in modules:
        for word, module in imports(name).items():
            taken[module].add(word)

    assert {name: set(exports(name)) for name in modules if exports(name)} == taken


def test_the_exit_takes_nothing_from_the_rest_and_gives_nothing() -> None:
    """It must work where the rest of the page has not arrived, or is broken."""
    assert (imports(EXIT), exports(EXIT)) == ({}, [])
    assert EXIT not in SCRIPTS
