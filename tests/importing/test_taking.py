"""`annuaire`: what a directory says is proposed, and what somebody says yes to is written."""

import datetime
import errno
import json
import os
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from eclaircie.cli.invocation import Folders
from eclaircie.writing import plan
from tests.command_line import run as run_command
from tests.conftest import faults_of
from tests.importing.conftest import COUNTERS, HELPER, Say, Take
from tests.importing.made import counter
from tests.importing.records import cidff, record
from tests.writing.conftest import held
from tests.writing.typing_at import Typed

POLICE = f"{COUNTERS}/services-etat-macon.md"
TOWNS = f"{COUNTERS}/communes.csv"
HOUSE: dict[str, Any] = {
    "type": "point_justice",
    "name": "Maison de justice et du droit de Chalon-sur-Saône",
    "town": "Chalon-sur-Saône",
    "commune": "71076",
    "number": "03 85 00 20 09",
    "email": None,
    "street_address": "5 place de l'Obélisque, 71100 Chalon-sur-Saône",
    "hours": (),
    "access": (),
    "cost": None,
}
"""What the directory says of a house that has a file: another number, and nothing that the file does not say."""


def answer(monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    """Have somebody answer at the terminal."""
    monkeypatch.setattr("sys.stdin", Typed(*words))


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


# What is new


def test_a_new_counter_is_written_in_the_form_of_all_headers(content: Path, say: Say, take: Take) -> None:
    """Its facts, where they are from and on which day; the check has nothing against it, nor has `tidy`."""
    say(record())
    assert take("--tout").exit_code == 0
    text = (content / POLICE).read_text("utf-8")

    for line in (
        "genre: guichet",
        "type: commissariat",
        "nom: Commissariat de police - Mâcon",
        "numero: 03 85 00 10 01",
        "adresse: 36 rue Lyonnaise, 71000 Mâcon",
        "commune: 71270",
        "position: 46.312, 4.830",
        "verifie_le: 2026-10-05",
        f"annuaire: {record().key}",
        "  - nom: Service-Public.fr (DILA)",
        f"    adresse: {record().address}",
        "    date: 2026-10-05",
    ):
        assert f"{line}\n" in text
    assert faults_of(content) == []
    assert (
        run_command(
            "tidy", "--check", content / POLICE, folders=Folders(root=content.parent, content=content)
        ).exit_code
        == 0
    )


def test_what_the_directory_has_not_looked_at_for_long_is_to_be_confirmed(content: Path, say: Say, take: Take) -> None:
    """The review period of the settings decides, and a file of today falls old by its day."""
    say(record(date=datetime.date(2024, 3, 1)))
    take("--tout")

    assert "a_confirmer: [numero, courriel, adresse, horaires]\n" in (content / POLICE).read_text("utf-8")


def test_new_ones_are_proposed_by_kind_and_town(say: Say, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    """One yes writes all of them."""
    say(record(), record(2, type="gendarmerie", name="Brigade - Cluny", town="Cluny", commune="71137"))
    answer(monkeypatch, "o")
    told = take().output

    assert "Commissariat de police (1) : Mâcon" in told
    assert "Gendarmerie (1) : Cluny" in told
    assert "Fiches écrites : 2" in told


def test_new_ones_can_be_taken_kind_by_kind(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No to all, then no to one kind and yes to the other."""
    say(record(), record(2, type="gendarmerie", name="Brigade - Cluny", town="Cluny", commune="71137"))
    answer(monkeypatch, "n", "n", "o")
    take()

    assert [file.name for file in (content / COUNTERS).glob("*.md")] == ["services-etat-cluny.md"]


def test_two_counters_of_a_kind_in_a_town_have_two_files(content: Path, say: Say, take: Take) -> None:
    """The second one has a number."""
    say(record(), record(2, name="Bureau de police du centre", number="03 85 00 10 02"))
    take("--tout")

    assert sorted(file.stem for file in (content / COUNTERS).glob("*.md")) == [
        "services-etat-macon",
        "services-etat-macon-2",
    ]


def test_the_places_of_town_halls_come_with_the_first_counters(content: Path, say: Say, take: Take) -> None:
    """To the kilometre."""
    say(record())
    take("--tout")

    assert (content / TOWNS).read_text("utf-8") == "code;latitude;longitude\n71270;46.31;4.83\n"


BRIGADE: dict[str, Any] = {"type": "gendarmerie", "town": "Cluny", "commune": "71137"}


def test_what_the_check_refuses_is_left_out_and_named(content: Path, say: Say, take: Take) -> None:
    """The reason is said, and the others are written."""
    say(record(), record(2, **BRIGADE, name="Brigade, 03 85 00 10 99"))
    result = take("--tout")

    assert result.exit_code == 1
    assert "Brigade, 03 85 00 10 99 : laissé de côté" in result.stderr
    assert [file.stem for file in (content / COUNTERS).glob("*.md")] == ["services-etat-macon"]
    assert faults_of(content) == []


def test_a_counter_is_not_lost_for_one_fact_that_the_check_refuses(content: Path, say: Say, take: Take) -> None:
    """It is written without it, as long as one can still reach it; the second time nothing is proposed anew."""
    note, mobile = "Appelez le 03 85 00 10 99.", "06 85 00 10 01"
    say(record(2, **BRIGADE, name="Brigade de Cluny", number=mobile, hours_note=note))
    result = take("--tout")
    text = (content / COUNTERS / "services-etat-cluny.md").read_text("utf-8")

    assert (result.exit_code, "écrit sans ce que la vérification refuserait" in result.stderr) == (0, True)
    assert "Rien de nouveau" in take("--tout").stdout
    assert ("courriel: " in text, "numero: " in text, "horaires_note" in text) == (True, False, False)
    assert faults_of(content) == []


# A second time


def test_a_second_time_nothing_changes_and_it_says_so(content: Path, say: Say, take: Take) -> None:
    """The same directory, the same files."""
    say(record(), record(2, type="gendarmerie", name="Brigade - Cluny", town="Cluny", commune="71137"))
    take("--tout")
    before = held(content)
    result = take("--tout")

    assert held(content) == before
    assert (result.exit_code, "Rien de nouveau : 2 fiche(s)" in result.output) == (0, True)


def test_a_trial_only_says_what_it_would_do(content: Path, say: Say, take: Take) -> None:
    """It answers 1 where there is something to take, and 0 where there is none."""
    say(record())
    before = held(content)
    first = take("--essai").exit_code
    unchanged = held(content) == before
    take("--tout")

    assert (first, unchanged, take("--essai").exit_code) == (1, True, 0)


def test_without_a_terminal_nothing_is_taken(content: Path, say: Say, take: Take) -> None:
    """It says what to add."""
    say(record())
    before = held(content)
    result = take()

    assert (result.exit_code, "--tout" in result.stderr, held(content) == before) == (2, True, True)


# What differs


def test_a_difference_shows_both_values_and_both_days(say: Say, take: Take) -> None:
    """Before anybody is asked."""
    say(record(30, **HOUSE))
    told = take("--essai").output

    assert "annuaire : 2026-10-05 · votre fiche : 2025-01-10" in told
    assert "l'annuaire dit : 03 85 00 20 09" in told
    assert "votre fiche dit : 03 85 00 20 01" in told


def test_of_a_file_that_a_person_wrote_only_the_lines_of_the_fact_change(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number, the identifier to which the person said yes, and where the number was read."""
    file = content / "fr/reseaux/71/maison.md"
    before = file.read_text("utf-8")
    say(record(30, **HOUSE))
    answer(monkeypatch, "o", "o")
    take()
    gone, come = lines_changed(before, file.read_text("utf-8"))

    assert gone == ["numero: 03 85 00 20 01"]
    assert come == [
        "numero: 03 85 00 20 09",
        f"annuaire: {record(30).key}",
        "  - nom: Service-Public.fr (DILA)",
        f"    adresse: {record(30).address}",
        "    date: 2026-10-05",
    ]
    assert faults_of(content) == []


def test_a_fact_that_is_refused_stays(content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    """No to the identifier and to the number."""
    before = held(content)
    say(record(30, **HOUSE))
    answer(monkeypatch, "n", "n")
    take()

    assert held(content) == before


def test_who_passes_the_rest_keeps_what_was_said_before(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The identifier is noted, the number is left."""
    say(record(30, **HOUSE))
    answer(monkeypatch, "o", "p")
    take()
    text = (content / "fr/reseaux/71/maison.md").read_text("utf-8")

    assert (f"annuaire: {record(30).key}" in text, "03 85 00 20 01" in text) == (True, True)


def test_what_somebody_checked_after_the_directory_is_never_taken_unasked(content: Path, say: Say, take: Take) -> None:
    """Whoever called yesterday knows better than a record of the year before; it is named."""
    say(record(30, **{**HOUSE, "date": datetime.date(2024, 5, 1)}))
    result = take("--tout")
    text = (content / "fr/reseaux/71/maison.md").read_text("utf-8")

    assert ("03 85 00 20 01" in text, "03 85 00 20 09" in text) == (True, False)
    assert "« Numéro » : gardé" in result.stdout


def test_enter_keeps_what_somebody_checked_after_the_directory(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer by default is no."""
    say(record(30, **{**HOUSE, "date": datetime.date(2024, 5, 1)}))
    answer(monkeypatch, "o", "")
    result = take()

    assert "elle a peut-être raison" in result.stdout
    assert "03 85 00 20 01" in (content / "fr/reseaux/71/maison.md").read_text("utf-8")


def test_all_is_taken_of_what_the_directory_has_looked_at_since(content: Path, say: Say, take: Take) -> None:
    """A counter gets the new number and the new day."""
    say(record())
    take("--tout")
    say(record(number="03 85 00 10 09", date=datetime.date(2026, 11, 3)))
    before = (content / POLICE).read_text("utf-8")
    take("--tout")
    gone, come = lines_changed(before, (content / POLICE).read_text("utf-8"))

    assert come == ["numero: 03 85 00 10 09", "verifie_le: 2026-11-03", "    date: 2026-11-03"]
    assert len(gone) == 3


def test_a_day_alone_needs_one_yes_for_all_files(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The directory has looked at two counters again, and changed nothing."""
    brigade: dict[str, Any] = {"type": "gendarmerie", "name": "Brigade - Cluny", "town": "Cluny", "commune": "71137"}
    say(record(), record(2, **brigade))
    take("--tout")
    later = datetime.date(2026, 11, 3)
    say(record(date=later), record(2, date=later, **brigade))
    answer(monkeypatch, "o")
    result = take()

    assert "Nouveaux jours notés : 2 fiche(s)." in result.stdout
    assert "verifie_le: 2026-11-03" in (content / POLICE).read_text("utf-8")


def test_a_counter_that_moved_is_named(content: Path, say: Say, take: Take) -> None:
    """Address, town and point go together."""
    say(record())
    take("--tout")
    moved: dict[str, Any] = {
        "town": "Charnay-lès-Mâcon",
        "commune": "71105",
        "street_address": "1 rue de la Paix, 71850 Charnay-lès-Mâcon",
    }
    say(record(date=datetime.date(2026, 11, 3), position=(46.305, 4.79), **moved))
    result = take("--tout")
    text = (content / POLICE).read_text("utf-8")

    assert "la commune a changé" in result.stdout
    assert ("commune: 71105" in text, "position: 46.305, 4.790" in text) == (True, True)


def test_a_record_that_has_gone_is_named_and_its_file_stays(content: Path, say: Say, take: Take) -> None:
    """With the command that removes it."""
    brigade = record(2, type="gendarmerie", name="Brigade - Cluny", town="Cluny", commune="71137")
    say(record(), brigade)
    take("--tout")
    say(record(), record(3, type="gendarmerie", name="Brigade - Autun", town="Autun", commune="71014"))
    result = take("--tout")

    assert "Brigade - Cluny (content/fr/reseaux/71/annuaire/services-etat-cluny.md)" in result.stdout
    assert "retirer reseaux/71/annuaire/services-etat-cluny" in result.stdout
    assert (content / COUNTERS / "services-etat-cluny.md").is_file()


def test_a_record_with_a_new_identifier_keeps_its_file(content: Path, say: Say, take: Take) -> None:
    """The file names the new one."""
    say(record())
    take("--tout")
    say(record(9, former=(str(UUID(int=1)),), date=datetime.date(2026, 11, 3)))
    take("--tout")
    (file,) = (content / COUNTERS).glob("*.md")

    assert f"annuaire: {record(9).key}\n" in file.read_text("utf-8")
    assert file.read_text("utf-8").count("- nom:") == 1


# Doubt


def test_a_doubt_is_asked_and_a_yes_is_remembered(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file names the record, and nobody is asked again."""
    say(cidff())
    answer(monkeypatch, "o", "p")
    first = take().stdout
    answer(monkeypatch, *("n",) * 9)
    second = take().stdout

    assert "Est-ce le même service ?" in first
    assert f"annuaire: {cidff().key}" in (content / "fr/reseaux/71/droits.md").read_text("utf-8")
    assert "Est-ce le même service ?" not in second


def test_who_passes_the_rest_keeps_what_was_said_of_a_doubt(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that comes before it was passed, with all that follows."""
    say(record(30, **HOUSE), cidff())
    answer(monkeypatch, "o", "p")
    take()

    assert f"annuaire: {cidff().key}" in (content / "fr/reseaux/71/droits.md").read_text("utf-8")


def test_a_no_to_a_doubt_is_remembered_by_a_file_of_its_own(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counter is a new one, and nobody is asked again."""
    say(cidff())
    answer(monkeypatch, "n", "o")
    take()
    answer(monkeypatch)
    second = take()

    assert (content / COUNTERS / "cidff-chalon-sur-saone.md").is_file()
    assert "Rien de nouveau" in second.stdout


def test_a_doubt_is_never_decided_unasked(content: Path, say: Say, take: Take) -> None:
    """Neither is a file changed nor one made; it is named."""
    say(cidff())
    before = held(content)
    result = take("--tout")

    assert (held(content) == before, "À décider par quelqu'un" in result.stdout) == (True, True)


# What can go wrong


def test_a_full_disk_leaves_every_file_as_it_was(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so."""
    say(record())
    before = held(content)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(plan, "replace", full)
    result = take("--tout")

    assert (result.exit_code, held(content) == before, "Rien n'a changé" in result.stderr) == (1, True, True)


def test_who_stops_at_a_question_finds_every_file_as_it_was(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C, or the end of the input."""
    say(record())
    before = held(content)
    answer(monkeypatch)

    assert take().exit_code == 130
    assert held(content) == before


def test_a_file_with_a_broken_header_is_mended_first(content: Path, say: Say, take: Take) -> None:
    """It may be the one of a record: nothing is written beside it."""
    (content / "fr/reseaux/71/droits.md").write_text("---\ntitre: [\n---\n", "utf-8")
    say(cidff())
    result = take("--tout")

    assert (result.exit_code, "droits.md" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("rien.json", "--departement", "71"), "n'existe pas"),
        (("--departement", "71"), "Il manque"),
        (("{file}", "--departement", "999"), "n'est pas un département"),
        (("{file}", "--tout"), "--departement 71,34"),
        (("{file}", "--tout", "--essai"), "ne va pas avec"),
    ],
)
def test_a_command_that_cannot_be_done_says_what_to_write(
    content: Path, say: Say, words: tuple[str, ...], told: str
) -> None:
    """A file that is none, no file, no such département, none at all, two options against each other."""
    file = content.parent / "annuaire.json"
    file.write_text("{}", "utf-8")
    say(record())
    words = tuple(word.format(file=file) for word in words)
    result = run_command(
        "annuaire", *words, *(() if "--tout" in words else ("--tout",)), folders=Folders(content.parent, content)
    )

    assert (result.exit_code, told in result.stderr) == (2, True)


def test_without_a_departement_those_are_meant_that_have_counters(content: Path, say: Say, take: Take) -> None:
    """Whoever has taken them once need not say which."""
    say(record())
    take("--tout")
    file = content.parent / "annuaire.json"
    result = run_command("annuaire", file, "--tout", folders=Folders(content.parent, content))

    assert "Saône-et-Loire (71)" in result.stdout


def test_a_file_of_windows_keeps_its_line_ends(
    content: Path, say: Say, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else every line of it would differ."""
    file = content / "fr/reseaux/71/maison.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    say(record(30, **HOUSE))
    answer(monkeypatch, "o", "o")
    take()
    raw = file.read_bytes()

    assert b"numero: 03 85 00 20 09\r\n" in raw
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_the_sentences_are_there_in_english(say: Say, take: Take) -> None:
    """As with every command."""
    say(record())

    assert "New contacts: 1" in take("--essai", "--lang", "en").stdout


def test_a_fact_that_stands_otherwise_written_does_not_differ(content: Path, say: Say, take: Take) -> None:
    """Spaces of a number, a slash at the end of an address, capitals, an order of days."""
    (content / "fr/reseaux/71/maison.md").write_text(
        HELPER.format(
            title=HOUSE["name"],
            facts=f"annuaire: {record(30).key}\ntype: point_justice\nnumero: '0385002009'\nsite: https://Maison.essai.test/\n"
            "adresse: 5, place de l’Obélisque 71100 CHALON-SUR-SAÔNE\n"
            "horaires:\n  - {jours: mardi, de: 9h, a: 17h}\n  - {jours: lundi, de: 9h, a: 17h}",
            checked="verifie_le: 2026-11-01\nsources:\n  - nom: Essai\n    adresse: https://essai.test/",
        ),
        "utf-8",
    )
    hours = ({"jours": "lundi-mardi", "de": "09:00", "a": "17:00"},)
    say(record(30, **{**HOUSE, "website": "https://maison.essai.test", "hours": hours}))

    assert take("--essai").exit_code == 0


def test_a_correction_of_a_counter_is_never_taken_back_unasked(content: Path, say: Say, take: Take) -> None:
    """Nothing tells who wrote a number but the record, which is the same as before."""
    say(record())
    take("--tout")
    file = content / POLICE
    file.write_text(file.read_text("utf-8").replace("03 85 00 10 01", "03 85 00 10 77"), "utf-8")
    take("--tout")

    assert "numero: 03 85 00 10 77\n" in file.read_text("utf-8")


def test_the_settings_may_say_which_departements_are_read(content: Path, say: Say) -> None:
    """Whoever has them fetched each month names them there."""
    settings = content / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "\nannuaire: {departements: [71]}\n", "utf-8")
    file = content.parent / "annuaire.json"
    file.write_text("{}", "utf-8")
    say(record())
    result = run_command("annuaire", file, "--essai", folders=Folders(content.parent, content))

    assert "Saône-et-Loire (71)" in result.stdout


def test_an_older_file_of_the_directory_changes_nothing(content: Path, say: Say, take: Take) -> None:
    """Whoever finds last year's download again loses nothing by it."""
    say(record())
    take("--tout")
    before = held(content)
    say(record(date=datetime.date(2025, 1, 1), number="03 85 00 10 44", website="https://vieux.essai.test/"))
    take("--tout")

    assert held(content) == before


def test_a_header_that_cannot_be_written_anew_is_left_and_the_others_are_written(
    content: Path, say: Say, take: Take
) -> None:
    """All keys stand on one line."""
    file = content / "fr/reseaux/71/maison.md"
    file.write_text(
        f"---\n{{genre: structure, type: point_justice, titre: {HOUSE['name']}, nom: {HOUSE['name']}, resume: Ici., "
        f'numero: 03 85 00 20 01, adresse: "1 rue du Port, 71100 Chalon-sur-Saône", verifie_le: 2025-01-10, '
        f"sources: [{{nom: Essai, adresse: https://essai.test/}}]}}\n---\n\nOn vous répond.\n",
        "utf-8",
    )
    before = file.read_bytes()
    say(record(30, **HOUSE), record())
    result = take("--tout")

    assert (result.exit_code, file.read_bytes() == before, (content / POLICE).is_file()) == (1, True, True)
    assert "maison.md" in result.stderr


def test_a_whole_file_is_read_and_what_is_left_out_is_named_by_kind(content: Path) -> None:
    """Of a shelter neither name nor town is told; a mobile is no number."""
    others = (
        counter(kind="sip", nom="Service des impôts"),
        counter(kind="nouveaute", nom="Nouveauté"),
        counter(kind="aav", nom="Foyer d'hébergement pour femmes Le Cèdre"),
        counter(kind="mairie", nom="Mairie - Cluny"),
        counter(telephone=[{"valeur": "06 12 34 56 78", "description": ""}]),
        "rien",
    )
    file = content.parent / "base.json"
    file.write_text(json.dumps({"service": [counter(), *others]}, ensure_ascii=False), "utf-8")
    folders = Folders(content.parent, content)
    told = run_command("annuaire", file, "--departement", "71", "--tout", folders=folders).output

    assert "Fiches écrites : 1" in told
    for left in ("sip (1)", "nouveaute (1)", "mairie (1)", "Sans moyen de les joindre : gendarmerie (1)", "n° 7"):
        assert left in told
    assert ("Hébergements" in told, "Cèdre" in told) == (True, False)
    assert (content / TOWNS).read_text("utf-8") == "code;latitude;longitude\n71137;46.43;4.66\n"


@pytest.mark.parametrize(
    ("written", "told"), [("bonjour", "ce n'est pas le fichier d'un annuaire"), ('{"service": [', "")]
)
def test_a_file_of_no_directory_is_named(content: Path, written: str, told: str) -> None:
    """In a sentence, and nothing is written."""
    before = held(content)
    file = content.parent / "base.json"
    file.write_text(written, "utf-8")
    folders = Folders(content.parent, content)
    result = run_command("annuaire", file, "--departement", "71", "--tout", folders=folders)

    assert (told in result.stderr, "Traceback" in result.output, held(content) == before) == (True, False, True)


def test_what_is_not_installed_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever only publishes needs no reader of directories."""
    monkeypatch.setitem(sys.modules, "ijson", None)
    file = content.parent / "base.json"
    file.write_text(json.dumps({"service": [counter()]}), "utf-8")
    folders = Folders(content.parent, content)
    result = run_command("annuaire", file, "--departement", "71", "--essai", folders=folders)

    assert (result.exit_code, "requirements-edit.txt" in result.stderr) == (1, True)
