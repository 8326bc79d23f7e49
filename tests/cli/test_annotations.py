"""Faults as hosts of code show them."""

import json
import re
from pathlib import Path

import pytest

from eclaircie.cli.annotations import SHOWN_REMARKS, Annotation, annotations, github, gitlab
from eclaircie.messages.faults import Faults
from eclaircie.messages.tables.faults import REMARKS

ROOT = Path("/project")
TITLES = ("À corriger", "À regarder")


def faults(*found: tuple[str, str, int], **values: object) -> Faults:
    """Faults by code, file and line."""
    all_faults = Faults()
    for code, name, line in found:
        all_faults.add(code, ROOT / name, line, **values)
    return all_faults


def note(**changes: object) -> Annotation:
    """An annotation, as changed."""
    values: dict[str, object] = {"code": "bad_yes", "path": "a.md", "line": 3, "sentence": "Non.", "is_error": True}
    return Annotation(**{**values, **changes})  # type: ignore[arg-type]  # as many types as keys


def unescaped(text: str) -> str:
    """What GitHub makes of an escaped text."""
    return re.sub("%(25|0D|0A|3A|2C)", lambda sign: bytes.fromhex(sign[1]).decode(), text)


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """Level, properties and sentence of a workflow command, as GitHub's runner takes them apart."""
    _, command, message = line.split("::", 2)
    level, properties = command.split(" ", 1)
    pairs = [pair.split("=", 1) for pair in properties.split(",")]
    return level, {key: unescaped(value) for key, value in pairs}, unescaped(message)


def test_errors_come_before_remarks() -> None:
    """GitHub shows ten annotations, so the first are those that keep the site from being built."""
    found = faults(("old", "content/fr/a.md", 4), ("bad_yes", "content/fr/b.md", 2), value="peut-être")

    shown = annotations(found, ROOT, "fr")

    assert [(note.path, note.is_error) for note in shown] == [("content/fr/b.md", True), ("content/fr/a.md", False)]


def test_only_a_few_kinds_of_remarks_are_shown() -> None:
    """What is merely still to be done would hide the rest."""
    found = faults(
        *((code, "content/fr/a.md", 1) for code in REMARKS),
        value="",
        key="",
        word="",
        file_name="",
        count=0,
        expected=0,
    )

    assert {note.code for note in annotations(found, ROOT, "fr")} == SHOWN_REMARKS
    assert set(REMARKS) >= SHOWN_REMARKS


def test_a_remark_can_be_made_an_error() -> None:
    """What fails is shown as what failed, and once."""
    found = faults(("old", "content/fr/a.md", 4), value="2026-01-01")

    assert [note.is_error for note in annotations(found, ROOT, "fr", {"old"})] == [True]


@pytest.mark.parametrize(("tongue", "sentence"), [("fr", "écrivez oui ou non"), ("en", "write oui or non")])
def test_the_sentence_is_that_of_the_check(tongue: str, sentence: str) -> None:
    """A writer reads beside the line what they would read at a terminal."""
    [shown] = annotations(faults(("bad_yes", "a.md", 1), value="x"), ROOT, "fr" if tongue == "fr" else "en")

    assert sentence in shown.sentence


@pytest.mark.parametrize(
    ("file", "line", "expected"),
    [("content/fr/a.md", 7, ("content/fr/a.md", 7)), ("content/fr/a.md", 0, ("content/fr/a.md", 1))],
)
def test_the_place_is_one_that_hosts_know(file: str, line: int, expected: tuple[str, int]) -> None:
    """Paths start at the root of the repository, lines at one."""
    [shown] = annotations(faults(("no_text", file, line)), ROOT, "fr")

    assert (shown.path, shown.line) == expected


def test_a_file_elsewhere_keeps_its_whole_path() -> None:
    """A content folder outside the project is still named."""
    found = Faults()
    found.add("no_text", Path("/elsewhere/a.md"), 1)

    assert [note.path for note in annotations(found, ROOT, "fr")] == ["/elsewhere/a.md"]


def test_github_is_told_level_file_line_and_sentence() -> None:
    """One command a line, in the words of GitHub's documentation."""
    said = github([note(), note(is_error=False, line=9)], TITLES)

    assert said == (
        "::error file=a.md,line=3,title=À corriger::Non.\n::notice file=a.md,line=9,title=À regarder::Non.\n"
    )


@pytest.mark.parametrize("sign", ["%", "\r", "\n", ":", ",", "::", "%0A", "%25", "100 % : a,b\r\n::error::", "=", "é"])
def test_what_is_quoted_cannot_end_a_command(sign: str) -> None:
    """Whatever a file is called or holds, one annotation stays one line, and comes back as it was."""
    said = github([note(path=f"a{sign}b.md", sentence=f"« {sign} » non.")], (f"T{sign}", ""))

    assert said.count("\n") == 1
    assert read_back(said[:-1]) == (
        "error",
        {"file": f"a{sign}b.md", "line": "3", "title": f"T{sign}"},
        f"« {sign} » non.",
    )


def test_gitlab_gets_the_keys_that_it_asks_for() -> None:
    """Each fault has the five keys of GitLab's format."""
    [issue, remark] = json.loads(gitlab([note(), note(is_error=False)]))

    assert {key: issue[key] for key in issue if key != "fingerprint"} == {
        "description": "Non.",
        "check_name": "bad_yes",
        "severity": "blocker",
        "location": {"path": "a.md", "lines": {"begin": 3}},
    }
    assert re.fullmatch("[0-9a-f]{64}", issue["fingerprint"])
    assert remark["severity"] == "info"


def test_gitlab_knows_a_fault_again_when_its_line_moves() -> None:
    """An edit above does not make an old fault a new one."""
    before, after = (json.loads(gitlab([note(line=line)])) for line in (3, 30))

    assert before[0]["fingerprint"] == after[0]["fingerprint"]


def test_gitlab_tells_apart_what_differs() -> None:
    """Another file, another sentence, or the same one twice in a file: each has a fingerprint of its own."""
    shown = [note(), note(line=4), note(path="b.md"), note(sentence="Si."), note(code="html")]

    assert len({issue["fingerprint"] for issue in json.loads(gitlab(shown))}) == 5


def test_gitlab_gets_an_empty_list_where_nothing_is_wrong() -> None:
    """GitLab compares with the report of the default branch, so there must always be one."""
    assert json.loads(gitlab([])) == []


def test_of_each_kind_ten_are_told_to_github() -> None:
    """One mistake with hundreds of the same leaves room for another."""
    notes = [*(note(line=line) for line in range(1, 31)), note(code="html", line=40)]

    lines = github(notes, TITLES).splitlines()

    assert len(lines) == 11
    assert "line=40" in lines[-1]
