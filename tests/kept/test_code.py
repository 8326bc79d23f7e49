"""What has been made is taken again only where the code that can change it is the same."""

from pathlib import Path

import pytest

from eclaircie.kept import code


def fingerprint(package: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """That of the code of a package."""
    monkeypatch.setattr(code, "PACKAGE", package)
    return code.code_fingerprint.__wrapped__()


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("rendering/views.py", True),
        ("content/cli/words.py", True),
        ("project.py", True),
        ("cli/status.py", False),
        ("editing/templates/layout.html", False),
    ],
)
def test_only_code_that_can_change_a_page_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, counts: bool
) -> None:
    """A change of a command, or of the editor's own pages, has no page made again."""
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text("one")
    before = fingerprint(tmp_path, monkeypatch)
    (tmp_path / file).write_text("two")

    assert (fingerprint(tmp_path, monkeypatch) != before) == counts
