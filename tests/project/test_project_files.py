"""What stands in the root and in the folders of the hosts of code, for those who come next: versions, forms, the bot."""

import datetime
import re
import tomllib
from typing import Any

import pytest
import yaml

from eclaircie.content.national_lines import NATIONAL_LINES
from eclaircie.content.values import digits_of
from eclaircie.project import PROJECT_ROOT

FORM = ".github/ISSUE_TEMPLATE/numero-faux.yml"
GITLAB_FORM = ".gitlab/issue_templates/numero-faux.md"
CHANGELOG = "CHANGELOG.md"


def text_of(name: str) -> str:
    """A file of the project."""
    return (PROJECT_ROOT / name).read_text("utf-8")


def data_of(name: str) -> dict[str, Any]:
    """A YAML file of the project."""
    data = yaml.safe_load(text_of(name))
    assert isinstance(data, dict)
    return data


def pyproject() -> dict[str, Any]:
    """What pyproject.toml says of the project."""
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    assert isinstance(project, dict)
    return project


def releases() -> list[tuple[str, str]]:
    """The versions of the changelog and their days, as they stand there."""
    return re.findall(r"^## (\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)$", text_of(CHANGELOG), re.MULTILINE)


# Versions


def test_all_files_name_the_version_that_was_released_last() -> None:
    """The changelog, pyproject.toml and the description for catalogues agree, down to the day."""
    version, day = releases()[0]
    catalogue = data_of("publiccode.yml")

    assert (pyproject()["version"], catalogue["softwareVersion"]) == (version, version)
    assert str(catalogue["releaseDate"]) == day


def test_the_changelog_leads_from_what_is_coming_to_what_was() -> None:
    """It begins with what no version holds yet; versions and days go down, and no heading is anything else."""
    headings = re.findall(r"^## (.*)$", text_of(CHANGELOG), re.MULTILINE)
    numbers = [tuple(int(part) for part in version.split(".")) for version, _ in releases()]
    days = [datetime.date.fromisoformat(day) for _, day in releases()]

    assert headings == ["Unreleased", *(f"{version} – {day}" for version, day in releases())]
    assert numbers == sorted(set(numbers), reverse=True)
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md"])
def test_a_screen_is_enough(name: str) -> None:
    """Whoever comes for the first time reads it whole."""
    assert len(text_of(name).splitlines()) <= 50


def test_no_address_to_report_to_was_made_up() -> None:
    """Whom to write to is told by whoever publishes, in the settings, and not by a file of the project."""
    assert not re.search(r"[\w.]+@[\w-]+\.\w+", text_of("SECURITY.md"))
    assert "`courriel_securite`" in text_of("SECURITY.md")
    assert "courriel_securite:" in text_of("content/site.yaml")


# The form for a wrong number: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests

TOP_LEVEL = {"name", "description", "body", "title", "labels", "assignees", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What may be said of each kind of field."""

OUR_OWN = ("17", "114", "39 19")
"""The numbers that a person in need is given there."""


def fields() -> list[dict[str, Any]]:
    """The fields of the form into which something is written."""
    return [field for field in data_of(FORM)["body"] if field["type"] != "markdown"]


def test_the_form_has_what_github_demands() -> None:
    """A name and a description that are texts, no unknown key, and something to fill in: without them it is not shown."""
    form = data_of(FORM)

    assert {"name", "description", "body"} <= set(form) <= TOP_LEVEL
    assert [
        key for key in ("name", "description", "title") if not isinstance(form[key], str) or not form[key].strip()
    ] == []
    assert fields()


def test_every_field_of_the_form_is_one_that_github_knows() -> None:
    """Its kind, what it says, whether it must be filled in, and a name of its own."""
    wrong = [
        field
        for field in data_of(FORM)["body"]
        if not {"type", "attributes"} <= set(field) <= {"type", "id", "attributes", "validations"}
        or set(field["attributes"]) - ATTRIBUTES[field["type"]]
        or not isinstance(field.get("validations", {}).get("required", False), bool)
    ]
    names = [field["id"] for field in fields()]
    labels = [field["attributes"]["label"] for field in fields()]

    assert wrong == []
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9_-]+", name)] == []
    assert len(set(names)) == len(names) and len(set(labels)) == len(labels)
    assert [label for label in labels if not isinstance(label, str) or not label.strip()] == []


def test_the_choices_of_the_form_are_texts_of_their_own() -> None:
    """GitHub refuses a form with a choice that is there twice, or that YAML takes for a yes or a no."""
    for field in fields():
        options = field["attributes"].get("options", ["-"])
        told = [option["label"] if isinstance(option, dict) else option for option in options]
        assert [option for option in told if not isinstance(option, str)] == []
        assert len(set(told)) == len(told)


def test_the_form_asks_which_number_what_is_wrong_and_where_that_stands() -> None:
    """Without these three nothing can be corrected, so they must be filled in, as must the promise."""
    demanded = {field["id"] for field in fields() if field.get("validations", {}).get("required")}
    [promise] = [field for field in fields() if field["type"] == "checkboxes"]

    assert demanded == {"numero", "faute", "source"}
    assert [option["required"] for option in promise["attributes"]["options"]] == [True]


@pytest.mark.parametrize("name", [FORM, GITLAB_FORM])
def test_the_form_is_no_place_to_tell_ones_story(name: str) -> None:
    """It says first that it is public, is no help, and whom to call; and to write nothing about a person or a shelter."""
    text = text_of(name)
    facts = {
        digits_of(value) for line in NATIONAL_LINES.values() for value in line.facts.values() if value[0].isdigit()
    }

    assert text.index("ce n'est pas un moyen d'obtenir de l'aide") < text.index("Quel numéro ?")
    assert "Cette page est publique" in text
    assert "N'écrivez jamais rien ici sur vous, ni sur une personne" in text
    assert "N'écrivez jamais l'adresse d'un hébergement" in text
    for number in OUR_OWN:
        assert f"**{number}**" in text
        assert digits_of(number) in facts


def test_every_host_of_code_asks_the_same() -> None:
    """GitLab has no forms but texts: the same words stand in its own. Forgejo reads GitHub's."""
    gitlab = re.sub(r"\s+", " ", text_of(GITLAB_FORM))
    words = [data_of(FORM)["body"][0]["attributes"]["value"]]
    for field in fields():
        words += [field["attributes"]["label"], field["attributes"].get("description", "")]
        words += [o["label"] if isinstance(o, dict) else o for o in field["attributes"].get("options", ())]

    assert [word for word in words if re.sub(r"\s+", " ", word).strip() not in gitlab] == []


# The bot that proposes newer libraries


def test_the_bot_looks_at_everything_that_is_locked() -> None:
    """Each kind of library it knows, in the folder where its files are; nothing is proposed more than once a month."""
    updates = data_of(".github/dependabot.yml")["updates"]
    folders = {"pip": "requirements.txt", "npm": "package-lock.json", "github-actions": ".github/workflows"}

    assert data_of(".github/dependabot.yml")["version"] == 2
    assert {update["package-ecosystem"] for update in updates} == set(folders)
    for update in updates:
        folder = PROJECT_ROOT / update["directory"].lstrip("/")
        assert (folder / folders[update["package-ecosystem"]]).exists()
        assert update["schedule"] == {"interval": "monthly"}
        assert update["cooldown"] == {"default-days": 7}
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


def test_the_bot_leaves_alone_what_is_held_back_for_a_reason() -> None:
    """A bound in pyproject.toml has its reason beside it: a person lets go of it, and not a proposal."""
    [python] = [u for u in data_of(".github/dependabot.yml")["updates"] if u["package-ecosystem"] == "pip"]
    everything = tomllib.loads(text_of("pyproject.toml"))
    wanted = [*everything["project"]["dependencies"], *everything["dependency-groups"]["dev"]]
    held_back = {re.split(r"[<>=!~]", line)[0] for line in wanted if "<" in line or "==" in line}

    assert held_back
    assert {ignored["dependency-name"] for ignored in python["ignore"]} == held_back
