"""The lines that open the site in a page of another one."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from eclaircie.cli.invocation import Folders
from tests.command_line import Result
from tests.command_line import run as run_command
from tests.small_site import write_small_content

ADDRESS = "adresse: https://vie.example.net/a/\nentree: /k7\n"
NAMED = f"{ADDRESS}cadres: [https://www.mairie.test, https://agglo.test]\n"


def run(folder: Path, settings: str, *arguments: str) -> Result:
    """Run the command on a small site with more settings."""
    content = write_small_content(folder / "content")
    file = content / "site.yaml"
    file.write_text(file.read_text("utf-8") + settings, "utf-8")
    return run_command("cadre", *arguments, folders=Folders(content=content))


def parts_of(result: Result) -> ElementTree.Element:
    """What was printed, taken apart."""
    return ElementTree.fromstring(f"<div>{result.stdout}</div>")  # noqa: S314  # ours


@pytest.mark.parametrize(
    ("tag", "direction", "name"),
    [("fr", "ltr", "Besoin d’aide\u00a0?"), ("en", "ltr", "Need help?"), ("ar", "rtl", "بحاجة إلى مساعدة؟")],
)
def test_the_lines_open_home_in_their_language(tmp_path: Path, tag: str, direction: str, name: str) -> None:
    """A frame that asks for nothing until it is opened, sends no referrer, and says nothing that reveals."""
    result = run(tmp_path, NAMED, "--langue", tag)

    assert result.exit_code == 0
    (details,) = parts_of(result).iter("details")
    assert (details.get("lang"), details.get("dir"), details.get("open")) == (tag, direction, None)
    assert details.findtext("summary") == name
    (frame,) = details.iter("iframe")
    assert frame.get("title") == name
    assert frame.get("src") == f"https://vie.example.net/a/{tag}/"
    assert (frame.get("loading"), frame.get("referrerpolicy")) == ("lazy", "no-referrer")
    assert "<script" not in result.stdout


def test_a_site_that_takes_no_frame_has_a_plain_link(tmp_path: Path) -> None:
    """It leads to the address that is printed, and tells nobody where one comes from."""
    (link,) = parts_of(run(tmp_path, NAMED)).iter("a")

    assert link.get("href") == "https://vie.example.net/a/k7"
    assert "noreferrer" in link.get("rel", "")


def test_the_command_says_what_the_other_site_must_allow(tmp_path: Path) -> None:
    """Beside the lines, so that a file holds them alone: who may show the site, and the rule of the other one's policy."""
    result = run(tmp_path, NAMED)

    assert "https://www.mairie.test, https://agglo.test" in result.stderr
    assert "frame-src https://vie.example.net\n" in result.stderr


@pytest.mark.parametrize(
    ("settings", "missing"),
    [("", "« adresse »"), ("cadres: [https://agglo.test]\n", "« adresse »"), (ADDRESS, "« cadres »|cadres: \\[https")],
)
def test_without_an_address_or_a_name_it_says_what_to_write(tmp_path: Path, settings: str, missing: str) -> None:
    """No lines come that could not work."""
    result = run(tmp_path, settings)

    assert (result.exit_code, result.stdout) == (1, "")
    assert any(sign.replace("\\", "") in result.stderr for sign in missing.split("|"))
    assert "site.yaml" in result.stderr


def test_a_language_that_is_not_published_has_no_door(tmp_path: Path) -> None:
    """The frame would open a page that does not exist."""
    result = run(tmp_path, f"{NAMED}langues: [fr, ar]\n", "--langue", "en")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "fr, ar" in result.stderr
