"""Values that are only examples: whoever forgets one in a file is told before it is published."""

from pathlib import Path

import pytest

from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Fault
from tests.small_site import BEFORE_REVIEW, CHECKED, write_small_content

LINE = (
    f"---\ntitre: Une ligne\nresume: Une phrase.\ngenre: ligne\nnom: Service\nnumero: 01 40 00 00 01\n{CHECKED}\n"
    "{header}---\n\n{body}\n"
)
PLACE = (
    f"---\ntitre: Un lieu\nresume: Une phrase.\ngenre: structure\nnom: Service\ntype: cidff\ncontacts: [ecoute]\n{CHECKED}\n"
    "{header}---\n\n{body}\n"
)


def faults_of(folder: Path, text: str, name: str = "fr/numeros/essai.md", **parts: str) -> list[Fault]:
    """What is wrong with one file of a small site."""
    places = "---\ntitre: Près\nonglet: Près\nresume: Ici.\ngenre: lieux\n---\nChoisissez.\n"
    filled = text.replace("{header}", parts.get("header", "")).replace("{body}", parts.get("body", "On répond."))
    content = write_small_content(folder, {"fr/reseaux/index.md": places, name: filled})
    try:
        read_site(BEFORE_REVIEW, content=content)
    except ContentError as error:
        return [fault for fault in error.faults.errors if fault.file == content / name]
    return []


@pytest.mark.parametrize(
    "header",
    [
        *("site: https://example.org", "site: https://www.example.com/a", "site: https://asso.exemple.fr/"),
        *("courriel: contact@example.net", "courriel: contact@exemple.org", "site: https://EXAMPLE.ORG"),
        *("messagerie: https://tchat.example.org", "site: https://asso.example", "site: https://mon-asso.invalid"),
    ],
)
def test_an_address_that_is_nobodys_is_refused(tmp_path: Path, header: str) -> None:
    """Sites and e-mail addresses that are kept for examples lead nowhere."""
    assert [(fault.code, fault.line) for fault in faults_of(tmp_path, LINE, header=f"{header}\n")] == [("example", 9)]


@pytest.mark.parametrize(
    "header",
    [
        *("adresse: 3 place de l'Exemple, 71000 Mâcon", "adresse: rue des Exemples", "porte_par: Association Exemple"),
        *("porte_par: Lorem ipsum", "adresse: à compléter", "adresse: XX rue Haute", "porte_par: Ville d’exemple"),
    ],
)
def test_a_name_or_a_place_that_is_nobodys_is_refused(tmp_path: Path, header: str) -> None:
    """What was to be filled in is told where it stands."""
    faults = faults_of(tmp_path, PLACE, "fr/reseaux/71/essai.md", header=f"{header}\n")

    assert [(fault.code, fault.line) for fault in faults] == [("example", 10)]


@pytest.mark.parametrize(
    "number",
    ["01 99 00 00 00", "02 61 91 12 34", "03.53.01.99.99", "0465710000", "05-36-49-00-01", "+33 6 39 98 76 54"],
)
def test_a_number_kept_for_fiction_is_refused(tmp_path: Path, number: str) -> None:
    """The numbers that films show are given to nobody."""
    faults = faults_of(tmp_path, LINE.replace("01 40 00 00 01", number))

    assert [(fault.code, fault.line) for fault in faults] == [("fiction_phone", 6)]


@pytest.mark.parametrize(
    "body",
    ["Voir [le site](https://www.example.org/a).", "Écrivez à l'accueil : contact@exemple.fr.", "Voir example.org."],
)
def test_a_text_leads_to_no_example(tmp_path: Path, body: str) -> None:
    """In a text too, an address that is nobody's is told at its line."""
    faults = faults_of(tmp_path, LINE, body=f"Bonjour.\n\n{body}")

    assert [(fault.code, fault.line) for fault in faults] == [("example", 13)]


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("", "Par exemple, dites où vous êtes. Un exemple.\n\nDes exemples.Puis un autre."),
        ("a_verifier: [Le site example.org est-il le bon ?]\n", "On répond."),
        ("site: https://www.exemplaire.fr/\n", "Un exemplaire de la lettre."),
        ("site: https://samples.fr/example.html\n", "On répond."),
    ],
)
def test_the_word_itself_is_no_fault(tmp_path: Path, header: str, body: str) -> None:
    """A text may give examples, and notes for the team are not judged."""
    assert faults_of(tmp_path, LINE, header=header, body=body) == []
