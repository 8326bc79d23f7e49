"""How a command line is written: what is wrong with it is told in our words, in French or in English."""

import re

import pytest

import freeze
from eclaircie.cli.group import NAMES
from tests.command_line import run

MISTAKES = [
    ("check --nope", "L'option --nope n'existe pas.", "There is no option --nope."),
    ("check --stict-age", "Vouliez-vous dire --strict-age ?", "Did you mean --strict-age?"),
    ("check -x", "L'option -x n'existe pas.", "There is no option -x."),
    ("--nope", "L'option --nope n'existe pas.", "There is no option --nope."),
    ("nope", "La commande « nope » n'existe pas. Commandes : build,", "There is no command “nope”. Commands: build,"),
    ("check now", "« now » est en trop.", "“now” is too much."),
    ("check --quiet=1", "--quiet s'écrit seul.", "--quiet stands alone."),
    ("check --help=1", "--help s'écrit seul.", "--help stands alone."),
    (
        "check --format xml",
        "« xml » n'est pas possible. Écrivez l'un de ces mots : text, github, gitlab.",
        "Write one of",
    ),
    ("preview --port x", "« x » n'est pas un port.", "“x” is no port."),
    ("preview --port", "Il manque quelque chose après --port.", "Something is missing after --port."),
    ("check --base-url x", "« x » n'est pas l'adresse d'un site.", "“x” is no address of a site."),
    ("relu README.md", "Il manque --par. Ajoutez : --par", "--par is missing. Add: --par"),
    ("relu --par A.", "Il manque « FICHIER... ».", "“FICHIER...” is missing."),
    ("traduit nowhere.md", "« nowhere.md » : ce fichier n'existe pas", "“nowhere.md”: this file does not exist"),
    ("traduit site", "« site » : ce fichier n'existe pas ou est un dossier", "“site”: this file does not exist"),
    ("host", "Il manque « NOM ».", "“NOM” is missing."),
    ("host apache", "« apache » n'est pas connu.", "“apache” is not known."),
    ("build --portable --serve", "--portable ne va pas avec --serve.", "--portable does not go with --serve."),
]


@pytest.mark.parametrize(("words", "french", "english"), MISTAKES, ids=[words for words, _, _ in MISTAKES])
def test_a_mistake_in_a_command_is_told_in_the_language_asked_for(words: str, french: str, english: str) -> None:
    """In one line, beside what is asked for; the answer is 2."""
    in_english = ["--lang", "en", *words.split()] if words == "nope" else [*words.split(), "--lang", "en"]
    if words.endswith("--port"):
        in_english = ["preview", "--lang", "en", "--port"]

    results = [run(*words.split()), run(*in_english)]

    assert [(result.exit_code, result.stdout, result.stderr.count("\n")) for result in results] == [(2, "", 1)] * 2
    assert french in results[0].stderr
    assert english in results[1].stderr
    assert not re.search("Error|Usage|Try ", results[0].stderr + results[1].stderr)


def test_a_language_that_does_not_exist_is_told_in_french() -> None:
    """With those that do."""
    result = run("check", "--lang", "de")

    assert (result.exit_code, result.stderr) == (
        2,
        "--lang : « de » n'est pas possible. Écrivez l'un de ces mots : fr, en.\n",
    )


def test_a_command_alone_lists_all_commands() -> None:
    """Whoever knows only the name of the program finds the rest."""
    result = run()

    assert result.exit_code == 0
    assert re.findall(r"^  ([a-z]+)  ", result.stdout, re.MULTILINE) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself_in_both_languages(name: str) -> None:
    """Purpose, options and headings."""
    french, english = (run(name, "--help", "--lang", tongue) for tongue in ("fr", "en"))

    assert (french.exit_code, english.exit_code) == (0, 0)
    assert "Comment l'écrire : python -m eclaircie" in french.stdout
    assert "Options :\n" in french.stdout
    assert "Usage: python -m eclaircie" in english.stdout
    assert not re.search(r"Usage|show this|\[default|required", french.stdout)


def test_freeze_and_the_commands_know_the_same_options(capsys: pytest.CaptureFixture[str]) -> None:
    """`freeze.py` has those of `build` and `check`, and `--check`."""
    freeze.main(["--help"])
    known = set(re.findall(r"^  (--[a-z-]+)", capsys.readouterr().out, re.MULTILINE))
    parts = [
        set(re.findall(r"^  (--[a-z-]+)", run(name, "--help").stdout, re.MULTILINE)) for name in ("build", "check")
    ]

    assert known == parts[0] | parts[1] | {"--check"}
