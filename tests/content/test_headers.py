"""What was read of a header is taken again for as long as its text is the same."""

from pathlib import Path

import pytest

from eclaircie.content import frontmatter
from eclaircie.content.headers import Headers
from eclaircie.content.models import Page
from eclaircie.content.parts import Parts
from eclaircie.kept.store import Store
from eclaircie.messages.faults import Faults

HEADER = "---\ntitre: Un titre\nmots:\n- un\n- deux\n---\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page whose header was read and kept."""
    file = tmp_path / "page.md"
    file.write_text(f"{HEADER}Un texte.\n", "utf-8")
    headers = Headers(Store(tmp_path / "kept"))
    assert headers.read(file, Faults())
    headers.save()
    return file


@pytest.mark.parametrize("text", [f"{HEADER}Un texte.\n", f"{HEADER}\nUn autre.\n", HEADER, HEADER.rstrip("\n")])
def test_a_header_is_read_once_whatever_becomes_of_the_text_below(
    page: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another word in the text needs no YAML, and the parts are those of a file that nobody has read before."""
    page.write_text(text, "utf-8")
    anew = Headers().read(page, Faults())

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(frontmatter, "read_yaml", refuse)
    for _ in range(2):  # the second time, the text is known too
        headers = Headers(Store(page.parent / "kept"))
        assert headers.read(page, Faults()) == anew
        headers.save()


def test_a_changed_header_is_read_anew(page: Path) -> None:
    """Another word in it is another word of the page."""
    page.write_text(page.read_text("utf-8").replace("deux", "trois"), "utf-8")

    parts = Headers(Store(page.parent / "kept")).read(page, Faults())

    assert parts
    assert parts.data["mots"] == ["un", "trois"]


def test_faults_of_a_header_are_told_each_time(page: Path) -> None:
    """Nothing is kept of a header that cannot be read."""
    page.write_text("---\ntitre: [\n---\n", "utf-8")
    for _ in range(2):
        faults = Faults()
        headers = Headers(Store(page.parent / "kept"))
        assert headers.read(page, faults) is None
        assert faults
        headers.save()


def test_a_text_is_validated_once_while_a_store_is_used(page: Path) -> None:
    """A preview reads the whole site at each change: what did not change is not looked at again."""
    asked: list[str] = []

    def reader(parts: Parts, file: Path, faults: Faults) -> Page | None:
        asked.append(parts.data["titre"])
        if parts.data["titre"] == "Faux":
            faults.add("no_header", file, 1)
        return Page.model_validate({"titre": parts.data["titre"], "resume": "Un résumé."})

    store = Store(page.parent / "kept")
    for title in ("Un titre", "Un titre", "Un autre", "Faux", "Faux", "Un titre"):
        page.write_text(HEADER.replace("Un titre", title), "utf-8")
        headers, faults = Headers(store), Faults()
        parts = headers.read(page, faults)
        assert parts
        entry = headers.model(reader, parts, page, faults)
        assert entry
        assert (entry.title, len(faults)) == (title, int(title == "Faux"))

    assert asked == ["Un titre", "Un autre", "Faux", "Faux"]
