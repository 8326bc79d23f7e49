"""The rooms of the code, `site/eclaircie/`: which may use which."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from eclaircie.kept import code
from eclaircie.project import PROJECT_ROOT

PACKAGE = PROJECT_ROOT / "site" / "eclaircie"

FLOORS = (
    ("languages", "places", "git", "project", "canonical_json", "files_in_use"),
    ("messages", "kept"),
    ("content",),
    ("checks",),
    ("pages",),
    ("rendering",),
    ("loading", "exports"),
    ("publish", "preview", "writing", "posters"),
    ("importing",),
    ("reports", "translating"),
    ("editing",),
    ("cli",),
    ("__init__", "__main__"),
)
"""From the ground up: whoever stands on a floor may use what is below, and in a room of several files one another."""

FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(module: tuple[str, ...]) -> str:
    """The room of a module of the package, given its steps below it."""
    return module[0] if module else "__init__"


def steps_of(file: Path) -> tuple[str, ...]:
    """The steps of a module below the package."""
    steps = file.relative_to(PACKAGE).with_suffix("").parts
    return steps[:-1] if steps[-1] == "__init__" else steps


KNOWN = {steps_of(module) for module in MODULES}
"""The modules of the package, by their steps below it."""


@cache
def tree_of(file: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(file.read_text("utf-8"))


@cache
def used_by(file: Path) -> tuple[tuple[str, ...], ...]:
    """What a module imports of the package, wherever in it."""
    return tuple(_used_by(file))


def _used_by(file: Path) -> Iterator[tuple[str, ...]]:
    here = file.relative_to(PACKAGE).parent.parts
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.ImportFrom):
            start = here[: len(here) - node.level + 1] if node.level else ()
            named = tuple((node.module or "").split(".")) if node.module else ()
            base = (*start, *(named[1:] if not node.level else named))
            if node.level or named[:1] == ("eclaircie",):
                for name in node.names:
                    yield (*base, name.name) if (*base, name.name) in KNOWN else base
        elif isinstance(node, ast.Import):
            yield from (tuple(a.name.split(".")[1:]) for a in node.names if a.name.split(".")[0] == "eclaircie")


def test_a_room_uses_only_what_is_below_it() -> None:
    """No module uses a room of a higher floor, nor another room of its own."""
    arrows = [(room_of(steps_of(file)), used, file) for file in MODULES for used in used_by(file)]
    wrong = [
        f"{file.relative_to(PACKAGE)} uses {'.'.join(used)}"
        for room, used, file in arrows
        if room_of(used) != room and FLOOR_OF[room_of(used)] >= FLOOR_OF[room]
    ]

    assert arrows
    assert wrong == []


def test_no_two_files_use_each_other() -> None:
    """No module is used, through whatever others, by one that it uses itself."""
    uses = {steps_of(file): set(used_by(file)) - {steps_of(file)} for file in MODULES}
    left = dict(uses)
    while ready := [module for module, used in left.items() if not used & left.keys()]:
        for module in ready:
            del left[module]
    assert sorted(".".join(module) for module in left) == []


def test_only_rooms_that_cannot_change_a_page_are_left_out_of_its_fingerprint() -> None:
    """They stand no lower than `publish`, which cannot use them, and keep no answers of their own."""
    above = {room for room, floor in FLOOR_OF.items() if floor >= FLOOR_OF["publish"]} - {"publish"}
    keeping = {room_of(steps_of(file)) for file in MODULES if ("kept", "table") in set(used_by(file))}

    assert {room for room in above if (PACKAGE / room).is_dir()} == code.ABOVE
    assert keeping
    assert not keeping & code.ABOVE


@pytest.mark.parametrize(
    "module", ["content.library", "checks.suite", "messages.faults", "pages.site", "cli.check", "cli.freeze"]
)
def test_content_is_read_and_checked_without_flask(module: str) -> None:
    """Whoever only reads and checks content loads no web framework."""
    program = f"import sys, eclaircie.{module}; sys.exit('flask' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=PROJECT_ROOT, timeout=60).returncode == 0


# Of a size that one reads in one go

LONGEST_FILE = 300  # lines
LONGEST_FUNCTION = 60
LONGEST_MAIN_JOB = 60

CODE = [PROJECT_ROOT / "freeze.py", *MODULES]


def is_table(file: Path) -> bool:
    """Whether a file only gives names to data: it defines nothing that does anything."""
    allowed = (ast.Assign, ast.AnnAssign, ast.Import, ast.ImportFrom)
    return all(
        isinstance(node, allowed) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for node in tree_of(file).body
    )


def test_no_file_is_too_long_to_be_read_in_one_go() -> None:
    """A file has at most 300 lines, unless it is a table of data."""
    lengths = {file.relative_to(PROJECT_ROOT): len(file.read_text("utf-8").splitlines()) for file in CODE}
    long = {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE}

    assert {str(file): lines for file, lines in long.items() if not is_table(PROJECT_ROOT / file)} == {}


def test_no_function_is_too_long_to_be_read_in_one_go() -> None:
    """A function has at most 60 lines."""
    lengths = {
        f"{file.relative_to(PROJECT_ROOT)}, {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in CODE
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_the_main_job_only_calls_the_command_line() -> None:
    """`freeze.py` is a few lines: what it does stands where the other commands stand."""
    assert len((PROJECT_ROOT / "freeze.py").read_text("utf-8").splitlines()) <= LONGEST_MAIN_JOB
