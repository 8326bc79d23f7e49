"""The page of all components, for whoever changes the look."""

import dataclasses
from pathlib import Path

import html5lib

from eclaircie.cli.invocation import Folders
from eclaircie.content.choices import PICTOGRAMS
from eclaircie.project import STATIC
from tests.command_line import run
from tests.small_site import write_small_content

COLOURS = [
    line.strip().removeprefix("--")
    for line in (STATIC / "css" / "tokens.css").read_text("utf-8").split("}")[0].splitlines()
    if ": #" in line
]


def test_every_colour_and_pictogram_is_shown_beside_the_site_and_never_in_it(tmp_path: Path, frozen: Path) -> None:
    """One file, twice each: in light and in dark. No published file has its name or its title."""
    content = write_small_content(tmp_path / "content")
    folders = dataclasses.replace(Folders(root=tmp_path), content=content)

    assert run("components", folders=folders).exit_code == 0

    text = (tmp_path / "composants.html").read_text("utf-8")
    shown = html5lib.parse(text, namespaceHTMLElements=False)
    names = {*PICTOGRAMS.labels, *(f"--{word.split(':')[0]}" for word in COLOURS)}
    for side in ("light", "dark"):
        words = " ".join(" ".join(part.itertext()) for part in shown.iterfind(f".//div[@class='{side}']")).split()

        assert names - set(words) == set()
    assert not (tmp_path / "build").exists()
    assert [file for file in frozen.rglob("*.html") if b"<title>Composants" in file.read_bytes()] == []
