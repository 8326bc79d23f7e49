"""`new`: whole conversations, and files without one."""

import os
import re
import select
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from eclaircie.content.library import load
from eclaircie.messages.faults import Faults
from eclaircie.writing.drafts import Around, Draft, faults_of
from eclaircie.writing.kinds import KINDS, further_questions, questions
from eclaircie.writing.naming import proposed_path
from tests.conftest import faults_of as faults_of_site
from tests.small_site import BEFORE_REVIEW
from tests.writing.conftest import Run, held
from tests.writing.typing_at import Typed

SOURCE = ".|Le service|https://service.fr/page||n"
"""The end of a text, and where it comes from."""

CONVERSATIONS = {
    kind: typed.split("|")
    for kind, typed in {
        "page": f"aider|Pour la famille|Famille|Quand on est de la famille.|Restez proche.|{SOURCE}|n|||o",
        "ligne": "Numéro Droits|Vos droits encore|Conseils|Des réponses.|2|01 44 00 00 01||lundi 9h-12h|||On répond."
        f"|{SOURCE}|||o",
        "aide": f"Une aide pour partir|Aide|De l'argent.|1|CAF, MSA|3|On la demande ainsi.|{SOURCE}|||o",
        "reseau": "71|Réseau de Mâcon|Le réseau de Mâcon|Des services.|Ville de Mâcon|Mâcon||0385000001||||ecoute"
        f"|On se parle.|{SOURCE}|||o",
        "structure": "saône-et-loire|association|1, 3|Une association|Parler ici|Une écoute.|1,2||||||1|conseils|On vous écoute."
        f"|{SOURCE}|||o",
        "actualite": f"71|formation|Une journée|On apprend.|2026-12-01||Mâcon||71-cidff|Venez.|{SOURCE}|||o",
    }.items()
}
"""By kind, what somebody types from the first question to the last."""

FILES = {
    "page": "fr/aider/famille.md",
    "ligne": "fr/numeros/conseils-2.md",
    "aide": "fr/aides/aide.md",
    "reseau": "fr/reseaux/71/reseau-macon.md",
    "structure": "fr/reseaux/71/association.md",
    "actualite": "fr/reseaux/71/journee.md",
}


def new_files(content: Path, before: dict[str, bytes]) -> list[str]:
    """The files that are there now and were not."""
    return sorted(held(content).keys() - before.keys())


def talk(run: Run, monkeypatch: pytest.MonkeyPatch, kind: str, *typed: str) -> str:
    """What was said in a conversation that ends well."""
    monkeypatch.setattr("sys.stdin", Typed(*typed))
    result = run("new", kind)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("kind", CONVERSATIONS)
def test_a_conversation_makes_a_sound_file(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Each kind: the check accepts the file, it has today's day, and `tidy` has nothing to change."""
    before = held(content)
    talk(run, monkeypatch, kind, *CONVERSATIONS[kind])

    assert new_files(content, before) == [FILES[kind]]
    assert faults_of_site(content) == []
    assert "verifie_le: 2026-11-21\n" in (content / FILES[kind]).read_text("utf-8")
    assert run("tidy", "--check", content / FILES[kind]).exit_code == 0


def test_answers_are_written_as_headers_have_them(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers are grouped, hours are rows, choices are words, lists are lists."""
    talk(run, monkeypatch, "ligne", *CONVERSATIONS["ligne"])
    talk(run, monkeypatch, "reseau", *CONVERSATIONS["reseau"])

    line, network = ((content / FILES[kind]).read_text("utf-8") for kind in ("ligne", "reseau"))
    assert "besoin: parler\n" in line
    assert "horaires:\n  - {jours: lundi, de: 09:00, a: 12:00}\n" in line
    assert "numero: 03 85 00 00 01\n" in network
    assert "communes: [Mâcon]\ncontacts: [ecoute]\n" in network.replace("porte_par: Ville de Mâcon\n", "")


def test_a_mistake_is_said_at_once_and_only_that_is_asked_again(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the check's own sentence; what was answered before stays, and of a date the form that was meant is proposed."""
    typed = list(CONVERSATIONS["actualite"])
    typed[4:5] = ["bientôt", "1er décembre 2026", ""]
    typed[2:2] = [""]
    told = talk(run, monkeypatch, "actualite", *typed)

    assert "« bientôt »" in told
    assert "[2026-12-01] >" in told
    assert "Il faut une réponse ici." in told
    assert "debut: 2026-12-01\n" in (content / FILES["actualite"]).read_text("utf-8")


def test_of_a_long_text_only_the_line_in_question_is_asked_again(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number written by hand costs nobody the rest of the text."""
    typed = list(CONVERSATIONS["page"])
    typed[4:5] = ["Avant.", "", "Appelez le 0 800 00 00 01.", "", "Après."]
    typed[10:10] = ["Appelez [](fiche:conseils/numero)."]
    told = talk(run, monkeypatch, "page", *typed)

    assert "est écrit à la main" in told
    text = (content / FILES["page"]).read_text("utf-8")
    assert text.endswith("Avant.\n\nAppelez [](fiche:conseils/numero).\n\nAprès.\n")


def test_one_can_go_back(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """« < » asks the question before again."""
    typed = list(CONVERSATIONS["page"])
    typed[1:2] = ["Une faute", "<", "Pour la famille"]
    talk(run, monkeypatch, "page", *typed)

    assert "titre: Pour la famille\n" in (content / FILES["page"]).read_text("utf-8")


def test_what_is_seen_at_the_end_can_still_be_changed(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says no is asked which answer is meant."""
    typed = [*CONVERSATIONS["page"][:-1], "n", "resume", "Un autre résumé.", "o"]
    talk(run, monkeypatch, "page", *typed)

    assert "resume: Un autre résumé.\n" in (content / FILES["page"]).read_text("utf-8")


@pytest.mark.parametrize("count", [0, 3, 9, 15])
def test_stopping_writes_nothing(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Whoever types no more, at whatever question, leaves every file as it was."""
    before = held(content)
    monkeypatch.setattr("sys.stdin", Typed(*CONVERSATIONS["structure"][:count]))
    result = run("new", "structure")

    assert (result.exit_code, held(content)) == (130, before)


SHELTER = ("71", "2", "1", "Une maison", "Une maison calme", "Un lieu calme.")


def test_of_a_shelter_no_place_is_ever_asked(content: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither address nor town nor any of what a shelter may not say, also where only what it offers makes it one."""
    monkeypatch.setattr("sys.stdin", Typed(*SHELTER))
    told = run("new", "structure").output
    around = Around(content, load(content, Faults()), BEFORE_REVIEW, 12)

    assert "Où est-ce ?" not in told
    for answers in ({"type": "hebergement"}, {"type": "association", "propose": ["parler", "dormir"]}):
        kind = KINDS["structure"]
        asked = {q.key for q in (*questions(kind, dict(answers)), *further_questions(kind, dict(answers)))}
        assert asked.isdisjoint({"adresse", "communes", "intercommunalites", "numero", "courriel", "site", "reseaux"})
    told_town = faults_of(
        Draft(KINDS["structure"], "reseaux/71/x", {"type": "hebergement", "resume": "À Mâcon, un toit."}), around
    )
    assert "resume" in told_town


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("page", {"titre": "Porter plainte", "onglet": "Démarches"}, "aider/demarches"),
        ("page", {"titre": "Porter plainte pour violence"}, "aider/page"),
        ("page", {"titre": "Les voisins"}, "aider/voisins"),
        ("page", {"titre": "La voisine", "onglet": "Voisin"}, "aider/voisin-2"),
        ("structure", {"type": "hebergement", "nom": "Maison de Mâcon"}, "aider/logement"),
        ("structure", {"type": "groupe_de_parole", "nom": "Paroles à Cluny"}, "aider/rencontres"),
        ("structure", {"type": "cidff"}, "aider/cidff"),
    ],
)
def test_the_proposed_address_tells_nothing(content: Path, kind: str, values: dict[str, str], expected: str) -> None:
    """It comes from the neutral title, never from one that tells; of a shelter or a group never from its name."""
    around = Around(content, load(content, Faults()), BEFORE_REVIEW, 12)

    assert proposed_path(Draft(KINDS[kind], "aider/x", dict(values)), "aider", around) == expected


def test_a_revealing_address_is_refused_and_asked_again(
    content: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the rule of the check, in its sentence."""
    typed = list(CONVERSATIONS["page"])
    typed[-2:-1] = ["violence", "voisin", "famille-proche"]
    told = talk(run, monkeypatch, "page", *typed)

    assert "« violence »" in told and "déjà prise" in told
    assert (content / "fr/aider/famille-proche.md").exists()


# Without questions

WORDS = (
    *("new", "ligne", "nom=Numéro Droits", "titre=Vos droits", "resume=Des réponses.", "numero=0144000001"),
    *(
        "cout=appel_ordinaire",
        "texte=On vous répond.",
        "source=Le service",
        "source_adresse=https://service.fr/",
        "onglet=Conseils",
    ),
)


def test_all_can_be_said_on_the_command_line(content: Path, run: Run) -> None:
    """Whoever prefers it types keys and values, and is asked nothing."""
    before = held(content)
    result = run(*WORDS, "fichier=renseignements")

    assert result.exit_code == 0, result.output
    assert new_files(content, before) == ["fr/numeros/renseignements.md"]
    assert faults_of_site(content) == []


def test_answers_may_stand_in_a_file(content: Path, run: Run) -> None:
    """One a line, as a header has them; sources with all that they may say."""
    file = content.parent / "reponses.yaml"
    file.write_text(
        "departement: 71\ntype: cidff\nnom: Un service\ntitre: Un service\nresume: Un service.\npropose: [parler]\n"
        "contacts: [ecoute]\ntexte: Bonjour.\nsources:\n  - nom: A\n    adresse: https://a.fr/\n    date: 2026-01-02\n",
        "utf-8",
    )
    result = run("new", "structure", "--reponses", file)

    assert result.exit_code == 0, result.output
    assert "date: 2026-01-02" in (content / "fr/reseaux/71/cidff-2.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("new",), "page, ligne, aide, reseau, structure, actualite"),
        (("new", "recette"), "« recette »"),
        (("new", "ligne", "nom"), "clé=valeur"),
        (("new", "ligne", "numro=15"), "« numero »"),
        (("new", "ligne", "nom=A"), "Il manque : titre, resume, sources, texte"),
        (("new", "page", "titre=A"), "Il manque : rubrique"),
        (("new", "page", "rubrique=nulle-part"), "« nulle-part »"),
        (("new", "structure", "departement=200"), "« 200 »"),
        ((*WORDS, "fichier=violence"), "« violence »"),
        ((*WORDS, "fichier=Mon fichier"), "mon-fichier"),
        ((*WORDS, "fichier=sms"), "déjà prise"),
        ((*WORDS, "courriel=moi"), "courriel : "),
        ((*WORDS, "horaires=parfois"), "horaires : "),
    ],
)
def test_what_is_wrong_without_questions_is_said(content: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    """The sentence names the answer and the remedy, and nothing is written."""
    before = held(content)
    result = run(*words)

    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert held(content) == before


# A real terminal

PROGRAM = """
import fcntl, signal, sys, termios
from pathlib import Path
from eclaircie.cli import main
from eclaircie.cli.group import group
from eclaircie.cli.invocation import Folders

fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # its Ctrl-C is for this process
signal.signal(signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background
root = Path(sys.argv[1])
sys.exit(main.run(group, ["nouveau", "page"], name="e", folders=Folders(root=root, content=root / "content")))
"""

ON_TERMINALS = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

CTRL_C = b"\x03"
PATIENCE = 60
"""Seconds that a conversation may last, on a machine that does much else."""


def at_a_terminal(content: Path, typed: bytes, after: bytes = b"", **settings: str) -> tuple[int, bytes]:
    """The status of `nouveau page` at a terminal, and all that it showed. typed: once it has shown `after`."""
    import pty

    here, there = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(content.parent)],
        stdin=there,
        stdout=there,
        stderr=there,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm", **settings},
    ) as process:
        os.close(there)
        said = b""
        pressed = b""
        end = time.monotonic() + PATIENCE
        with suppress(OSError):  # how Linux says that nobody is there any more
            while time.monotonic() < end:
                if not select.select([here], [], [], 1)[0]:
                    # Somebody else may still hold the terminal of a program that has ended
                    if process.poll() is not None:
                        break
                    # Python overlooks a Ctrl-C that comes after its question and before it waits: one presses again
                    os.write(here, pressed)
                    continue
                if not (piece := os.read(here, 4096)):
                    break
                said += piece
                if typed and after in said:
                    os.write(here, typed)
                    pressed, typed = typed if typed == CTRL_C else b"", b""
        if time.monotonic() >= end:
            process.kill()
        os.close(here)
    return process.returncode, said


@ON_TERMINALS
@pytest.mark.parametrize(
    ("settings", "has_colour"), [({}, True), pytest.param({"NO_COLOR": "1"}, False, marks=pytest.mark.exhaustive)]
)
def test_a_real_terminal_is_spoken_to_in_colour(content: Path, settings: dict[str, str], has_colour: bool) -> None:
    """The hint is grey there unless somebody does not want colours; a whole conversation makes the file."""
    typed = "".join(f"{line}\n" for line in CONVERSATIONS["page"]).encode()
    status, said = at_a_terminal(content, typed, b"rubrique", **settings)

    assert status == 0, said.decode()
    assert (content / FILES["page"]).exists()
    assert bool(re.search(rb"\x1b\[2m", said)) == has_colour


@ON_TERMINALS
def test_ctrl_c_at_a_question_writes_nothing(content: Path) -> None:
    """It ends with the status that shells expect, in one line and without a traceback."""
    before = held(content)
    status, said = at_a_terminal(content, CTRL_C, b"> ")

    assert (status, said.split()[-1]) == (130, "Arrêté.".encode()), said.decode()
    assert held(content) == before
