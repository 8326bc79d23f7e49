"""`comment`: one message on a proposal, written by whoever may, from data that anybody may have made."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eclaircie.reports.comment import MARKER
from eclaircie.reports.proposal import Proposal, Told
from tests.command_line import Result, run
from tests.github import BOT, NUMBER, State, github


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[State]:
    """A GitHub that has told a run what it is about."""
    with github() as state:
        for name, value in state.environment(tmp_path).items():
            monkeypatch.setenv(name, value)
        yield state


def write(folder: Path, sentence: str = "Une faute.") -> Result:
    """Write the message of a proposal with one fault."""
    file = folder / "proposal.json"
    told = (Told(where="content/fr/a.md:1", sentence=sentence),)
    file.write_text(Proposal(files=1, unbuilt="proposed", faults=told).model_dump_json(), "utf-8")
    return run("comment", file)


def test_three_runs_leave_one_message(forge: State, tmp_path: Path) -> None:
    """The first writes it, the others write it anew."""
    said = [write(tmp_path, sentence).stdout for sentence in ("Un.", "Deux.", "Trois.")]

    [comment] = forge.comments
    assert comment["body"].startswith(MARKER) and "Trois." in comment["body"] and "Un." not in comment["body"]
    assert (
        said
        == [f"Le message est écrit dans la proposition {NUMBER}.\n"]
        + [f"Le message de la proposition {NUMBER} est récrit.\n"] * 2
    )


def test_the_message_of_somebody_else_is_left_alone(forge: State, tmp_path: Path) -> None:
    """Anybody can write its mark; and a long talk is read to its end."""
    copied = forge.add("quelqu-un", f"{MARKER}\nC'est le mien.")
    for number in range(120):
        forge.add(BOT if number % 2 else "quelqu-un", f"Message {number}")
    own = forge.add(BOT, f"{MARKER}\nAvant.")

    write(tmp_path)

    assert copied["body"].endswith("C'est le mien.")
    assert "Une faute." in own["body"]
    assert len(forge.comments) == 122


def test_an_older_version_is_not_told(forge: State, tmp_path: Path) -> None:
    """A run that took longer than the next one writes nothing, and fails nobody."""
    forge.head = "d" * 40

    result = write(tmp_path)

    assert (result.exit_code, forge.comments) == (0, [])
    assert "n'est plus celle d'une proposition ouverte" in result.stdout


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"files": 1, "number": 12}', '{"files": 1, "looks": [{"kind": "shout", "files": []}]}', "{" * 9999],
)
def test_what_is_not_such_data_is_refused(forge: State, tmp_path: Path, text: str) -> None:
    """Before anything is asked of GitHub."""
    file = tmp_path / "proposal.json"
    file.write_text(text, "utf-8")

    result = run("comment", file)

    assert result.exit_code == 1 and "Rien n'a été envoyé" in result.stderr
    assert forge.asked == []


def test_a_link_to_another_file_is_not_followed(forge: State, tmp_path: Path) -> None:
    """What was kept by a run could be a link to something that only this one may read."""
    (tmp_path / "secret").write_text('{"files": 1}', "utf-8")
    (tmp_path / "proposal.json").symlink_to(tmp_path / "secret")

    result = run("comment", tmp_path / "proposal.json")

    assert (result.exit_code, forge.asked) == (1, [])


@pytest.mark.parametrize("status", [302, 401, 403, 404, 500])
def test_a_refusal_is_a_sentence(forge: State, tmp_path: Path, status: int) -> None:
    """With the status, and without a traceback; a redirection is not followed with the token."""
    forge.status = status

    result = write(tmp_path)

    assert result.exit_code == 1
    assert str(status) in result.stderr and "Relancez" in result.stderr


@pytest.mark.parametrize("name", ["GITHUB_API_URL", "GITHUB_EVENT_PATH", "TOKEN"])
def test_elsewhere_than_in_a_run_it_says_what_is_missing(
    forge: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Somebody tries the command on their own machine."""
    monkeypatch.delenv(name)

    result = write(tmp_path)

    assert result.exit_code == 2 and name in result.stderr


def test_an_event_of_another_kind_is_said(forge: State, tmp_path: Path) -> None:
    """Such as a push."""
    (tmp_path / "event.json").write_text(json.dumps({"ref": "x"}), "utf-8")

    assert write(tmp_path).exit_code == 2
