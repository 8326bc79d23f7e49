"""Every mistake that a writer can make: where it is shown, and which remedy is told."""

import datetime
import hashlib
import shutil
import string
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from eclaircie.content.library import load
from eclaircie.content.models import Page
from eclaircie.content.review import is_old
from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Fault, Faults
from eclaircie.messages.tables.faults import FAULTS, REMARKS
from tests.conftest import TODAY, MakeContent
from tests.local_files import RECORD, counter

TOMORROW = TODAY + datetime.timedelta(days=1)


def page(header: str = "", body: str = "Un texte.") -> str:
    """A page: `header` stands on line 5 where it is one line, and then `body` on line 8; without it, on line 7."""
    return f"---\ntitre: Essai\nonglet: Essai\nresume: Une phrase.\n{header}{header and chr(10)}---\n\n{body}\n"


def helpline(header: str = "", number: str = "numero: 01 23 45 67 89") -> str:
    """A line: its number stands on line 7, `header` on line 10."""
    return (
        f"---\ntitre: Une ligne\nonglet: Ligne\nresume: Une phrase.\ngenre: ligne\nnom: Service\n{number}\n"
        "sources: [{nom: Source, adresse: https://essai.test}]\nverifie_le: 2026-11-01\n"
        f"{header}\n---\n\nUn texte.\n"
    )


def aid(header: str) -> str:
    """An aid: `header` stands on line 8."""
    return (
        "---\ntitre: Une aide\nonglet: Aide\nresume: Une phrase.\ngenre: aide\n"
        "sources: [{nom: Source, adresse: https://essai.test}]\nverifie_le: 2026-11-01\n"
        f"{header}\n---\n\nUn texte.\n"
    )


def local(kind: str, header: str, body: str = "Un texte.") -> str:
    """A local file: its kind stands on line 5, `header` on line 8 and below, where it is one line `body` on line 11."""
    return (
        f"---\ntitre: Un essai\nonglet: Essai\nresume: Une phrase.\ngenre: {kind}\n"
        f"sources: [{{nom: Source, adresse: https://essai.test}}]\nverifie_le: 2026-11-01\n{header}\n---\n\n{body}\n"
    )


def structure(header: str = "contacts: [ecoute]", body: str = "Un texte.") -> str:
    """A local structure: `header` stands on line 10 and below, where it is one line `body` on line 13."""
    return local("structure", f"nom: Un service\ntype: association\n{header}", body)


def shelter(header: str = "ordre: 1", body: str = "Un texte.") -> str:
    """A shelter: `header` stands on line 11, `body` on line 14."""
    return structure(f"contacts: [ecoute]\n{header}", body).replace("type: association", "type: hebergement")


def news(header: str = "debut: 2026-12-01", body: str = "Un texte.") -> str:
    """A piece of news: `header` stands on line 9 and below, where it is one line `body` on line 12."""
    return local("actualite", f"type: rencontre\n{header}", body)


GUIDE_BODY = "## Retirer\n\nUn.\n\n## Ouvrir\n\nDeux."


def guide(header: str = "essaye_le: 2026-11-01", body: str = GUIDE_BODY) -> str:
    """A guide to a browser: `header` stands on line 8, the text begins on line 10, `body` on line 11."""
    return (
        "---\ntitre: Un guide\nonglet: Guide\nresume: Une phrase.\ngenre: navigateur\nnavigateur: chrome\n"
        f"systemes: [android, windows]\n{header}\n---\n\n{body}\n"
    )


FRESH = "f1ef959b88c8"
"""The fingerprint of the French words of `page()`."""


def words(header: str = "") -> str:
    """A translation of `page()`, up to date; `header` stands on line 5."""
    return (
        f"---\ntitre: Trial\nresume: A sentence.\ntraduit_de: {FRESH}\n{header}{header and chr(10)}---\n\nSome text.\n"
    )


RICH = """Un texte, avec [un lien](page:traces), écrit ici en deux ou trois phrases pour qu'il ait assez de lettres.

Un second paragraphe, aussi long que le premier, pour que l'on voie ce qui manque quand il manque.

[](fiche:ecoute)

## Une partie

1. Un, ou [](fiche:sms)
2. Deux

| A | B |
|---|---|
| 1 | 2 |"""
"""A French text of every part that a translation must have."""

RICH_WORDS = """A text, with [a link](page:traces), written here in two or three sentences so that it has letters enough.

A second paragraph, as long as the first, so that one sees what is missing when it is missing here.

[](fiche:ecoute)

## A part

1. One, or [](fiche:sms)
2. Two

| A | B |
|---|---|
| 1 | 2 |"""
RICH_FINGERPRINT = hashlib.sha256(f"Essai\nEssai\nUne phrase.\n{RICH}".encode()).hexdigest()[:12]


MESSAGE = 'msgid "%(name)s appelle"\nmsgstr '

SMALL = {
    "content/site.yaml": """\
nom: {fr: Quotidien}
adresse: https://essai.test
sortie: {fr: https://sortie.test}
editeur: {nom: Association, siege: Ici, telephone: 01 23 45 67 89, courriel: a@essai.test, directeur_de_publication: Elle}
hebergeur: {nom: Machine, siege: Ailleurs, telephone: 01 23 45 67 88, journaux_jours: 7}
entree: /k7
""",
    "content/fr/index.md": page(
        "genre: accueil\nraccourcis: [traces]\nthemes: [telephone]\nlignes: [secours, sms, ecoute]"
    ),
    "content/fr/numeros/secours.md": helpline("secours: oui", 'numero: "17"'),
    "content/fr/numeros/sms.md": helpline("secours: oui", 'sms: "114"'),
    "content/fr/numeros/ecoute.md": helpline("secours: oui", 'numero: "39 19"'),
    **{
        f"content/fr/{path}.md": page()
        for path in (
            *("numeros/index", "traces/index", "traces/fenetre", "telephone/index", "telephone/doute"),
            *("apropos/index", "apropos/mentions", "apropos/accessibilite"),
        )
    },
    "translations/en.po": f'{MESSAGE}"%(name)s calls"\n',
    "translations/ar.po": f'{MESSAGE}"%(name)s يتصل"\n',
}
"""The smallest site without a fault or a remark."""

MakeProject = Callable[[dict[str, str]], Path]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Makes the folder of the smallest site, with the files given."""

    def make(files: dict[str, str]) -> Path:
        for name, text in {**SMALL, **files}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return tmp_path

    return make


def faults_of(project: Path) -> Faults:
    """All that is wrong with a site."""
    try:
        return read_site(TODAY, content=project / "content", translations=project / "translations").remarks
    except ContentError as error:
        return error.faults


Spoil = Callable[[Path], object]


class Mistake(NamedTuple):
    """One mistake. spoil: makes it in a sound site. where: the file and line that must be named. remedy: what is told."""

    code: str
    where: str
    remedy: str
    spoil: Spoil


def _written(code: str, name: str, line: int, text: str, remedy: str) -> Mistake:
    """A mistake in the text of one file below content/."""

    def spoil(project: Path) -> None:
        file = project / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())

    return Mistake(code, f"content/{name}:{line}", remedy, spoil)


def _in_page(code: str, line: int, text: str, remedy: str) -> Mistake:
    return _written(code, "fr/essai.md", line, text, remedy)


def _in_words(code: str, line: int, text: str, remedy: str) -> Mistake:
    """A mistake in the English file of a page whose French file is sound."""

    def spoil(project: Path) -> None:
        (project / "content/fr/essai.md").write_text(page(), "utf-8")
        (project / "content/en").mkdir()
        (project / "content/en/essai.md").write_text(text, "utf-8")

    return Mistake(code, f"content/en/essai.md:{line}", remedy, spoil)


def _rich(code: str, line: int, old: str, new: str, remedy: str, *, fresh: str = RICH_FINGERPRINT) -> Mistake:
    """A mistake in a translation of a page with every part: its text begins on line 7."""

    def spoil(project: Path) -> None:
        (project / "content/fr/essai.md").write_text(page(body=RICH), "utf-8")
        (project / "content/en").mkdir()
        assert RICH_WORDS.count(old) == 1
        text = words().replace(FRESH, fresh).replace("Some text.", RICH_WORDS.replace(old, new))
        (project / "content/en/essai.md").write_text(text, "utf-8")

    return Mistake(code, f"content/en/essai.md:{line}", remedy, spoil)


def _overseas(code: str, bar: str, remedy: str, line: str = "") -> Mistake:
    """A mistake in the bar of a territory, beside a sound line that `line` changes."""
    text = local("departement", f"barre: {bar}").replace("titre: Un essai", "titre: Nouvelle-Calédonie")
    number = line if line.startswith("site") else "numero: 01 23 45 67 89"

    def spoil(project: Path) -> None:
        (project / "content/fr/numeros/essai.md").write_text(helpline("" if number == line else line, number), "utf-8")
        (project / "content/fr/reseaux/988").mkdir(parents=True)
        (project / "content/fr/reseaux/988/index.md").write_text(text, "utf-8")

    return Mistake(code, "content/fr/reseaux/988/index.md:8", remedy, spoil)


def _in_messages(code: str, line: int, text: str, remedy: str) -> Mistake:
    return Mistake(
        code,
        f"translations/en.po:{line}",
        remedy,
        lambda project: (project / "translations/en.po").write_text(text, "utf-8"),
    )


def _link_outside(project: Path) -> None:
    (project / "elsewhere.md").write_text(page(), "utf-8")
    (project / "content/fr/essai.md").symlink_to(project / "elsewhere.md")


def _empty_french(project: Path) -> None:
    shutil.rmtree(project / "content/fr")
    (project / "content/fr").mkdir()


def _two_files(project: Path) -> None:
    (project / "content/fr/essai").mkdir()
    (project / "content/fr/essai.md").write_text(page(), "utf-8")
    (project / "content/fr/essai/index.md").write_text(page(), "utf-8")


def _copied(project: Path) -> None:
    (project / "content/fr/essai.md").write_text(page(), "utf-8")
    shutil.copy(project / "content/fr/essai.md", project / "content/fr/essai (1).md")


def _renamed(project: Path) -> None:
    (project / "content/fr/essai.md").write_text(page(body="Un texte à nul autre pareil."), "utf-8")
    (project / "content/en").mkdir()
    fresh = load(project / "content", Faults()).documents["essai"].fingerprint
    (project / "content/en/essai.md").write_text(words().replace(FRESH, fresh), "utf-8")
    (project / "content/fr/essai.md").rename(project / "content/fr/nouveau.md")


def _two_fiches(project: Path) -> None:
    shutil.copy(project / "content/fr/numeros/sms.md", project / "content/fr/telephone/sms.md")


def _half_guide(project: Path) -> None:
    (project / "content/fr/essai.md").write_text(guide(), "utf-8")
    (project / "content/en").mkdir()
    fresh = load(project / "content", Faults()).documents["essai"].fingerprint
    (project / "content/en/essai.md").write_text(words().replace(FRESH, fresh), "utf-8")


def _link_to_a_guide(project: Path) -> None:
    (project / "content/fr/essai.md").write_text(guide(), "utf-8")
    (project / "content/fr/numeros/essai.md").write_text(page(body="Un [lien](page:essai)."), "utf-8")


def _theme_that_is_a_guide(project: Path) -> None:
    (project / "content/fr/essai.md").write_text(guide(), "utf-8")
    home = project / "content/fr/index.md"
    home.write_text(home.read_text("utf-8").replace("themes: [telephone]", "themes: [essai]"), "utf-8")


def _home_without(project: Path, name: str) -> None:
    home = project / "content/fr/index.md"
    home.write_text(home.read_text("utf-8").replace(f"{name}, ", ""), "utf-8")


def _line_of_another_kind(project: Path) -> None:
    text = helpline("a_part: oui", "organismes: [Service]").replace("genre: ligne\nnom: Service\n", "genre: aide\n")
    (project / "content/fr/numeros/ecoute.md").write_text(text, "utf-8")
    for file in (project / "content/fr").rglob("*.md"):
        # Which line each page shows is another matter.
        file.write_text(file.read_text("utf-8").replace("\nresume: ", "\nligne: autre\nresume: "), "utf-8")
    (project / "content/fr/numeros/autre.md").write_text(helpline("ligne: autre"), "utf-8")


def _line_renamed(project: Path) -> None:
    _home_without(project, "secours")
    numbers = project / "content/fr/numeros"
    (numbers / "secours.md").rename(numbers / "dixsept.md")


def _line_missing(project: Path) -> None:
    _home_without(project, "sms")
    (project / "content/fr/numeros/sms.md").unlink()


def _guide_in_the_place_of_a_page(project: Path) -> None:
    (project / "content/fr/traces/fenetre.md").write_text(guide(), "utf-8")


SCALE = "bareme: {plafonds: ['700,00'], lignes: [{enfants: 0, montants: [%s], don_jusqu_a: '900,00'}]}"

FORMULA = (
    "calcul: {rsa: {montant: '600,00', depuis: 2026-04-01, source: A}, majorations: [50], age_limite: 21, "
    "smic_net: {montant: '1 000,00', depuis: %s, source: A}, "
    "smic_brut: {montant: '1 200,00', depuis: 2026-01-01, source: A}, "
    "tranches: [50], reductions: [0, %s], plafonds_don: [150]}\nvalable_jusqu_au: %s"
)
OUT_OF_FORMULA = """bareme:
  plafonds: ['500,00']
  lignes:
    - {enfants: 0, montants: ['600,00', '360,00'], don_jusqu_a: '1 500,00'}
    - {enfants: 1, montants: ['900,00', '540,00'], don_jusqu_a: '1 500,00'}
    - {enfants: 2, montants: ['1 200,00', '720,00'], don_jusqu_a: '1 500,00'}
    - {enfants: 3, montants: ['1 500,00', '%s'], don_jusqu_a: '1 500,00'}
    - {enfants: 4, montants: ['1 800,00', '1 080,00'], don_jusqu_a: '1 500,00'}
  par_enfant_en_plus: 300,00
"""


def worked_out(
    wage_since: str = "2026-01-01", reduction: str = "40", until: str = "2027-03-31", last: str = "900,00"
) -> str:
    """An aid with a formula, on line 8, and a scale that begins on line 10. last: an amount on line 16."""
    return aid(FORMULA % (wage_since, reduction, until) + "\n" + OUT_OF_FORMULA.rstrip() % last)


def of_no_size(amount: str, typed: str) -> str:
    """That aid, one constant mistyped, and the scale that this would make."""
    return worked_out().replace(amount, typed, 1)


def with_wage_now(amount: str, since: str) -> str:
    """That aid, with the wage of today."""
    return worked_out().replace(
        "tranches:", f"smic_brut_actuel: {{montant: '{amount}', depuis: {since}, source: A}}, tranches:"
    )


FILES = [
    Mistake(
        "unreadable",
        "content/fr/essai.md:1",
        "Vérifiez qu'il est là",
        lambda project: (project / "content/fr/essai.md").symlink_to("absent.md"),
    ),
    Mistake(
        "unreadable",
        "content/site.yaml:1",
        "Vérifiez qu'il est là",
        lambda project: (project / "content/site.yaml").unlink(),
    ),
    _in_page("too_big", 1, page(body="a" * 60_000), "Coupez-le en plusieurs pages"),
    _in_page("too_long", 7, page(body="a" * 4_001), "Coupez-le avec une ligne vide"),
    _in_page("too_long", 7, page(body=f"{'a' * 3_000}\n" * 4), "Coupez-le avec une ligne vide"),
    _in_page("too_many_brackets", 8, page(body=f"{'[' * 60}\n{'[' * 60}"), "Coupez-le avec une ligne vide"),
    _in_page("too_deep", 7, page(body="> " * 7 + "a"), "coupez la page en plusieurs parties"),
    _in_page("too_deep", 13, page(body="\n".join(" " * 2 * n + "- a" for n in range(7))), "coupez la page"),
    _written(
        "bad_site_address",
        "site.yaml",
        2,
        SMALL["content/site.yaml"].replace("https://essai.test\n", "https://essai.test//a/\n"),
        "comme https://example.org/aide/",
    ),
    Mistake(
        "not_utf8",
        "content/fr/essai.md:3",
        "Enregistrez le fichier avec l'encodage « UTF-8 »",
        lambda project: (project / "content/fr/essai.md").write_bytes("---\ntitre: a\nonglet: été".encode("latin-1")),
    ),
    Mistake(
        "utf16",
        "content/fr/essai.md:1",
        "Enregistrez le fichier avec l'encodage « UTF-8 »",
        lambda project: (project / "content/fr/essai.md").write_bytes(page().encode("utf-16")),
    ),
    _in_page("control_sign", 7, page(body="Un\x00texte."), "Effacez la ligne et retapez-la"),
    _in_page("merge_unfinished", 8, page(body="Un.\n<<<<<<< HEAD\nA.\n=======\nB.\n>>>>>>> v1\n"), "Gardez la bonne"),
    _in_page("merge_unfinished", 9, page(body="- Un.\n- Deux.\n>>>>>>> v1\n"), "ôtez les lignes"),
    _in_page("control_sign", 7, page(body="Un\u2028texte."), "Effacez la ligne et retapez-la"),
    Mistake("outside", "content/fr/essai.md:1", "Remplacez-le par un vrai fichier", _link_outside),
    _written("path_not_plain", "fr/écoute.md", 1, page(), "Prenez des minuscules sans accent"),
    _written("path_not_plain", "fr/Essai.md", 1, page(), "Prenez des minuscules sans accent"),
    _written("path_not_plain", "fr/un essai.md", 1, page(), "Prenez des minuscules sans accent"),
    _written("path_not_plain", "fr/où/essai.md", 1, page(), "Prenez des minuscules sans accent"),
    _written("windows_name", "fr/aux.md", 1, page(), "Renommez ce fichier ou ce dossier"),
    _written("windows_name", "fr/lpt1/essai.md", 1, page(), "Renommez ce fichier ou ce dossier"),
    _written("not_markdown", "fr/essai.html", 1, "", "renommez-le ou retirez-le"),
    _written("attached_file", "fr/essai.docx", 1, "", "Mettez-en les mots dans la page"),
    _written("attached_file", "fr/numeros/plan.PDF", 1, "", "Mettez-en les mots dans la page"),
    _written("attached_file", "en/photo.jpg", 1, "", "« pictogramme »"),
    _written("not_markdown", "fr/essai.txt", 1, page(), "renommez-le → « essai.md »"),
    Mistake("copy_of_file", "content/fr/essai (1).md:1", "une copie de « essai.md »", _copied),
    Mistake("renamed", "content/fr/nouveau.md:1", "mettez le nouveau (« nouveau »)", _renamed),
    Mistake("two_files", "content/fr/essai/index.md:1", "Gardez l'un des deux", _two_files),
]

FOLDERS = [
    Mistake(
        "no_folder",
        "content/fr:1",
        "Remettez-le à cet endroit",
        lambda project: (project / "content/fr").rename(project / "content-fr"),
    ),
    Mistake("empty_folder", "content/fr:1", "Reprenez la dernière version enregistrée", _empty_french),
    Mistake(
        "no_home",
        "content/fr/index.md:1",
        "Créez ce fichier avec « genre: accueil »",
        lambda project: (project / "content/fr/index.md").unlink(),
    ),
    _written("no_home", "fr/index.md", 1, page(), "Créez ce fichier avec « genre: accueil »"),
    Mistake(
        "unknown_language",
        "content/klingon:1",
        "Renommez-le",
        lambda project: (project / "content/klingon").mkdir(),
    ),
    _written("no_french", "en/essai.md", 1, words(), "Créez fr/essai.md, ou retirez la traduction"),
]

HEADERS = [
    _in_page("no_header", 1, "Un texte.\n", "doit commencer par une ligne « --- »"),
    _in_page("no_header", 1, "", "doit commencer par une ligne « --- »"),
    _in_page("open_header", 4, "---\ntitre: Essai\n\nUn texte.", "Ajoutez une ligne « --- »"),
    _in_page("colon_in_value", 5, page("ligne: Le 17 : police"), 'Écrivez : ligne: "Le 17 : police"'),
    _in_page("colon_in_value", 6, page("a_verifier:\n  - Langues: douze"), 'Écrivez : - "Langues: douze"'),
    _in_page("tab", 5, page("\tordre: 1"), "mettez à sa place deux espaces"),
    _in_page("colon_blank", 5, page("ligne:droits"), "Écrivez : ligne: droits"),
    _in_page("missing_colon", 5, page("ligne droits"), "Écrivez : ligne: droits"),
    _in_page("open_quote", 5, page('ligne: "droits'), 'Écrivez : ligne: "droits"'),
    _in_page("text_after_quote", 5, page("ligne: 'l'écoute'"), 'Écrivez : ligne: "l\'écoute"'),
    _in_page("smart_quotes", 5, page("a_verifier: [“un texte”]"), "Prenez ceux du clavier"),
    _in_page("special_start", 5, page("ligne: @droits"), 'Écrivez : ligne: "@droits"'),
    _in_page("open_bracket", 5, page("a_verifier: [a, b"), "Ajoutez « ] » à la fin"),
    _in_page("semicolon", 5, page("a_verifier: [a; b]"), "Écrivez : a_verifier: [a, b]"),
    _in_page("dash_blank", 6, page("a_verifier:\n  -un texte"), "Écrivez : - un texte"),
    _in_page("dash_blank", 6, page("a_verifier:\n  • un\n  • deux"), "Écrivez : - un"),
    _in_page("list_indent", 7, page("a_verifier:\n  - un\n   - deux"), "Alignez les tirets de la liste"),
    _in_page("wrong_indent", 5, page("  ordre: 1"), "Mettez 0 espace(s)"),
    _in_page("lost_line", 5, page("suite du résumé"), "mettez deux espaces devant"),
    _in_page("dashes", 5, page().replace("\n---\n\n", "\n----\n\n"), "Écrivez « --- » sur cette ligne"),
    _in_page("dashes", 1, page().replace("---", "—", 1), "Écrivez « --- » sur cette ligne"),
    _in_page("late_header", 2, "\n" + page(), "au début de la première ligne"),
    _in_page("key_below", 7, page(body="ordre: 1\nUn texte."), "Remontez cette ligne dans l'en-tête"),
    _in_page(
        "no_kind",
        2,
        helpline()
        .replace("genre: ligne\n", "")
        .replace("nom: Service\n", "nom: S\ncout: gratuit\nfacture: n_apparait_pas\n"),
        "genre: ligne",
    ),
    _in_page(
        "other_kind", 5, helpline("facture: n_apparait_pas").replace("genre: ligne", "genre: aide"), "genre: ligne"
    ),
    _in_page("key_spelling", 5, page("Ordre: 1"), "« ordre », sans majuscule ni accent"),
    _in_page("bad_yaml", 5, page(f"a_verifier: {'[' * 9000}"), "Vérifiez le décalage"),
    _in_page("not_keys", 2, "---\n- titre\n---\nUn texte.\n", "doit être fait de lignes « clé: valeur »"),
    _in_page("anchor", 5, page("ligne: &a ecoute"), "Mettez la valeur entre guillemets"),
    _in_page("anchor", 5, page("ligne: *a"), "Mettez la valeur entre guillemets"),
    _in_page("tag", 5, page("ligne: !!python/name:os.system ecoute"), "Mettez la valeur entre guillemets"),
    _in_page("duplicate_key", 5, page("titre: Autre"), "Gardez une seule des deux lignes"),
    _in_page("unknown_key", 5, page("odre: 1"), "→ « ordre » ?"),
    _in_page("unknown_key", 5, page("numero: 01 23 45 67 89"), "Les clés possibles : genre, titre"),
    _in_page("unknown_key", 6, page("sources:\n  - {nom: A, lien: b, adresse: https://essai.test}"), "nom, adresse"),
    _in_words("fact_in_translation", 5, words('numero: "17"'), "Retirez cette ligne de la traduction"),
    _in_words("fact_in_translation", 5, words("verifie_le: 2026-11-01"), "Retirez cette ligne de la traduction"),
    _in_words(
        "fact_in_translation",
        5,
        words("sources: [{nom: A, adresse: https://essai.test}]"),
        "Retirez cette ligne de la traduction",
    ),
    _in_words("missing_key", 1, "---\ntitre: Trial\n---\n\nSome text.\n", "Ajoutez une ligne « resume: … »"),
    _in_page("missing_key", 2, "---\nonglet: Essai\nresume: a\n---\n\nUn texte.\n", "Ajoutez une ligne « titre: … »"),
    _in_page("missing_key", 5, page("sources: [{nom: A}]"), "Ajoutez une ligne « adresse: … »"),
    _written(
        "missing_key",
        "fr/ici/essai.md",
        1,
        "---\ntitre: Essai\nresume: a\n---\n\nUn texte.\n",
        "Ajoutez une ligne « onglet: … »",
    ),
    _in_page("empty_value", 2, page().replace("titre: Essai", "titre:"), "Écrivez une valeur ou retirez la ligne"),
    _in_page("empty_value", 6, page("sources:\n  - {nom: null, adresse: https://essai.test}"), "Écrivez une valeur"),
    _in_page("long_value", 5, page(f"ligne: {'a' * 1_001}"), "mettez le reste dans le texte"),
    _in_page("wrong_text", 5, page("ligne: [ecoute]"), "un texte sur une ligne"),
    _in_page("wrong_list", 5, page("a_verifier: une phrase"), "une ligne « - … » par élément"),
    _in_page("wrong_mapping", 5, page("sources: [CAF]"), "des lignes « clé: valeur » décalées"),
    _in_page("wrong_choice", 5, page("genre: numero"), "Choisissez parmi : page, ligne, aide, accueil, navigateur"),
    _in_page("wrong_choice", 6, guide().replace("chrome", "opera"), "Choisissez parmi : chrome, samsung, firefox"),
    _in_page("wrong_choice", 7, guide().replace("windows", "amiga"), "Choisissez parmi : android, iphone, ipad"),
    _in_page("empty_value", 7, guide().replace("[android, windows]", "[]"), "Écrivez une valeur ou retirez la ligne"),
    _in_page("wrong_choice", 10, helpline("cout: cher"), "Choisissez parmi : gratuit, appel_ordinaire"),
    _in_page("wrong_choice", 10, helpline("territoires: [mars]"), "Choisissez parmi : metropole"),
    _in_page("bad_date", 5, page("verifie_le: 2026-02-30"), "Mettez l'année, le mois et le jour"),
    _in_page("bad_date", 5, page("verifie_le: 21/11/2026"), "Mettez l'année, le mois et le jour"),
    _in_page(
        "bad_date",
        6,
        page("sources:\n  - {nom: A, adresse: https://essai.test, date: 2023-02-29}"),
        "Mettez l'année, le mois et le jour",
    ),
    _in_page("future_date", 5, page(f"verifie_le: {TOMORROW}"), "Corrigez l'année ou le mois"),
    _in_page(
        "future_date",
        7,
        page(
            "sources:\n  - {nom: A, adresse: https://essai.test}\n  - {nom: B, adresse: https://b.org, date: 2062-01-01}"
        ),
        "Corrigez l'année ou le mois",
    ),
    _in_page("future_date", 5, page("verifie_le: 9999-12-31"), "Corrigez l'année ou le mois"),
    _in_page("future_date", 8, guide(f"essaye_le: {TOMORROW}"), "Corrigez l'année ou le mois"),
    _in_page("bad_count", 5, page("ordre: dix"), "Écrivez par exemple : 12"),
    _in_page("bad_yes", 5, page("a_part: peut-être"), "écrivez oui ou non"),
    _in_page("bad_amount", 8, aid(SCALE % "'651.69', '521,35'"), "Écrivez des euros avec une virgule"),
    _in_page("bad_phone", 7, helpline(number="numero: 01 23 45 67"), "Vérifiez-le sur le site officiel"),
    _in_page("bad_phone", 7, helpline(number='numero: "16"'), "Vérifiez-le sur le site officiel"),
    _in_page("odd_phone", 7, helpline(number="numero: 0033 1 23 45 67 89"), 'Écrivez : "01 23 45 67 89"'),
    _in_page("unseen_in_phone", 7, helpline(number="numero: 01 23\u200b 45 67 89"), 'retapez : "01 23 45 67 89"'),
    _in_page("two_times", 10, helpline("horaires: [{jours: tous, de: 9h-17h, a: 24:00}]"), "de: 09:00, a: 17:00"),
    _in_page("odd_hours", 10, helpline("horaires: sur rendez-vous"), "{jours: lundi-vendredi, de: 09:00, a: 17:00}"),
    _in_page(
        "past_midnight",
        10,
        helpline("horaires: [{jours: vendredi-samedi, de: 22:00, a: 02:00}]"),
        "{jours: vendredi-samedi, de: 22:00, a: 24:00} / - {jours: samedi-dimanche, de: 00:00, a: 02:00}",
    ),
    _in_page("bad_days", 10, helpline("horaires: [{jours: mon, de: 10:00, a: 12:00}]"), "« lundi-vendredi »"),
    _in_page("bad_time", 10, helpline("horaires: [{jours: tous, de: 12:30:00, a: 13:00}]"), "par exemple 09:30"),
    _in_page(
        "bad_hours",
        11,
        helpline("horaires:\n  - {jours: tous, de: 18:00, a: 18:00}"),
        "Vérifiez « de » et « a »",
    ),
    _in_page("bad_tag", 10, helpline("langues: [fr, anglais]"), "Exemples : fr, ar, pt, zh-Hans"),
    _in_page("bad_address", 10, helpline("site: http://essai.test"), "Elle commence par https://"),
    _in_page("bad_address", 10, helpline("site: javascript:alert(1)"), "Elle commence par https://"),
    *(
        _written(
            "bad_entrance",
            "site.yaml",
            6,
            SMALL["content/site.yaml"].replace("entree: /k7", f"entree: {entrance}"),
            "Écrivez une barre puis des lettres ou des chiffres",
        )
        for entrance in (
            "k7",
            "/k7/",
            "/en",
            "/K7",
            "/une-adresse",
            "/k7/k7",
            "/abcdefghijklm",
            "/é",
            "/",
            "//k7",
            "/k.7",
        )
    ),
    _in_page("bad_email", 10, helpline("courriel: moi"), "n'est pas une adresse de courriel"),
    _in_page("bad_scale", 8, aid(SCALE % "'651,69'"), "Il en faut un de plus : 2"),
    _in_page("bad_formula", 8, worked_out(reduction="0"), "une réduction de plus que de tranches"),
    _in_page("formula_day", 8, worked_out("2025-01-01"), "celui du 2026-01-01"),
    _in_page("formula_size", 8, of_no_size("'600,00'", "'6 600,00'"), "entre 330,00 et 660,00"),
    _in_page("formula_size", 8, of_no_size("'1 000,00'", "'10 000,00'"), "entre 840,00 et 1 080,00"),
    _in_page("formula_size", 8, of_no_size("'1 200,00'", "'1 000,00'"), "entre 700,00 et 900,00"),
    _in_page("formula_size", 8, with_wage_now("1 020,00", "2026-06-01"), "entre 1 200,00 et 1 380,00"),
    _in_page("formula_former_wage", 8, with_wage_now("1 220,00", "2025-06-01"), "Retirez la ligne"),
    _in_page("formula_end", 9, worked_out(until="2027-04-01"), "valable_jusqu_au: 2027-03-31"),
    _in_page("no_scale", 8, aid(FORMULA % ("2026-01-01", "40", "2027-03-31")), "-m eclaircie bareme"),
    _in_page("scale_differs", 16, worked_out(last="900,01"), "c'est 900,00"),
    _in_page("no_contact", 1, helpline(number="anonyme: oui"), "Ajoutez au moins l'un d'eux"),
    _in_page("nothing_to_confirm", 10, helpline("a_confirmer: [horaires]"), "Retirez-le de la liste"),
    _in_page("no_source", 1, helpline().replace("verifie_le: 2026-11-01\n", ""), "Ajoutez « verifie_le »"),
    _in_page(
        "no_source",
        1,
        helpline().replace("sources: [{nom: Source, adresse: https://essai.test}]\n", ""),
        "Ajoutez « sources »",
    ),
    _in_page("doubt_on_emergency", 11, helpline("secours: oui\na_confirmer: [numero]"), "Retirez « a_confirmer »"),
    _in_page("no_fiche", 5, page("ligne: ecoutes"), "→ « ecoute » ?"),
    _in_page("no_fiche", 5, page("ligne: sms"), "Les fiches sont les fichiers des lignes et des aides"),
]

DISCRETION = [
    _written(
        "revealing_tab",
        "site.yaml",
        1,
        SMALL["content/site.yaml"].replace("nom: {fr: ", "nom: {fr: Violences ", 1),
        "Choisissez un mot neutre",
    ),
    *(
        _written(
            "revealing_tab",
            "site.yaml",
            6,
            SMALL["content/site.yaml"].replace("entree: /k7", f"entree: /{entrance}"),
            "Choisissez un mot neutre",
        )
        for entrance in ("3919", "plainte", "shelter")
    ),
    _in_page("revealing_tab", 3, page().replace("onglet: Essai", "onglet: Porter plainte"), "Choisissez un mot neutre"),
    _in_page("revealing_tab", 3, page().replace("onglet: Essai", "onglet: Le 39 19"), "Choisissez un mot neutre"),
    _in_words("revealing_tab", 5, words("onglet: Evidence"), "Choisissez un mot neutre"),
    _written(
        "mixed_alphabets",
        "site.yaml",
        1,
        SMALL["content/site.yaml"].replace("Quotidien", "Quоtidien"),
        "Effacez ce mot et retapez-le",
    ),
    _in_page("mixed_alphabets", 3, page().replace("onglet: Essai", "onglet: Εssai"), "Effacez ce mot et retapez-le"),
    _written("revealing_path", "fr/faire/plainte.md", 1, page(), "Renommez le fichier avec un mot neutre"),
    _written("revealing_path", "fr/violences/essai.md", 1, page(), "Renommez le fichier avec un mot neutre"),
    _written("revealing_path", "fr/le-3919.md", 1, page(), "Renommez le fichier avec un mot neutre"),
    _written("revealing_path", "fr/safety.md", 1, page(), "Renommez le fichier avec un mot neutre"),
]

TEXTS = [
    _in_page("no_text", 6, page(body=""), "Écrivez-le sous l'en-tête"),
    _in_page("title_in_text", 8, page("ordre: 1", "# Titre"), "Utilisez « ## »"),
    _in_page("title_in_text", 8, page(body="Titre\n====="), "Utilisez « ## »"),
    _in_page("html", 9, page(body="Un texte.\n\nUn <b>mot</b>."), "Écrivez le texte sans balise"),
    _in_page("html", 7, page(body="<script>alert(1)</script>"), "Écrivez le texte sans balise"),
    _in_page("html", 7, page(body="<!-- caché -->"), "Écrivez le texte sans balise"),
    _in_page("cut_value", 4, page().replace("Une phrase.", "Collectif #NousToutes"), "entre guillemets"),
    _written("cut_value", "site.yaml", 1, "nom: {fr: Quotidien} # le nom", "entre guillemets"),
    _in_page("lost_link", 7, page(body="Un [lien] (page:traces)."), "sans espace dans l'adresse"),
    _in_page("lost_sign", 7, page(body="Un **mot."), "seraient montrés tels quels"),
    _written("lost_in_value", "fr/essai.md", 2, page().replace("Essai", "Un **essai**", 1), "Retirez-les"),
    _in_page("lost_note", 7, page(body="> [!note]\n> Un mot."), "Écrivez une phrase"),
    _in_page("lost_box", 8, page(body="- un\n- [ ] deux"), "Écrivez « - » puis le texte"),
    _in_page("lost_code", 7, page(body="```"), "Retirez cette ligne"),
    _in_page("lost_list", 8, page(body="a) un\nb) deux"), "Commencez chacune par « - »"),
    _in_page("lost_table", 9, page(body="| a | b |\n|---|---|\n| 1 | 2 | 3 |"), "Ajoutez ou retirez un « | »"),
    _in_page("lost_rule", 9, page(body="Un.\nDeux.\n---"), "mettez une ligne vide avant"),
    _in_page("small_title", 7, page(body="##### Un mot"), "Prenez « ## »"),
    _in_page("other_number", 7, page(body="Le [39 19](fiche:secours/numero)."), "Changez les mots ou le lien"),
    _in_page("image", 7, page(body="![un dessin](https://essai.test/a.png)"), "Mettez des mots, un tableau"),
    _in_page("image", 7, page(body="![](photo.jpg)"), "Mettez des mots, un tableau"),
    _in_page("image", 7, page(body=f"![](data:image/png;base64,{'A' * 5_000})"), "Mettez des mots, un tableau"),
    _in_page("image", 7, page(body='<img src="photo.jpg">'), "Mettez des mots, un tableau"),
    _in_page("image", 7, page(body='<iframe src="https://essai.test"></iframe>'), "Mettez des mots, un tableau"),
    _in_page("link_definition", 7, page(body="[a]: https://essai.test"), "Écrivez l'adresse dans le lien lui-même"),
    _in_page("bad_link", 7, page(body="[texte](javascript:alert)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](javascript:alert(1))"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](JavaScript:alert)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](data:text/html,a)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](//essai.test)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](http://essai.test)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](/fr/traces/)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](#bas)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[](https://essai.test)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte](https://moi@essai.test/)"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="<https://essai.test>"), "Un lien commence par page:, fiche:"),
    _in_page("bad_link", 7, page(body="[texte\nlong](javascript:alert)"), "Un lien commence par page:, fiche:"),
    _in_page("phone_link", 7, page(body="[le 17](tel:17)"), "Utilisez [](fiche:nom/numero)"),
    _in_page("phone_link", 7, page(body="[le 114](sms:114)"), "Utilisez [](fiche:nom/numero)"),
    _in_page("no_page", 9, page(body="Un texte.\n\n[](page:trace)"), "→ « traces » ?"),
    _in_page("no_page", 7, page(body="[](page:absente)"), "Corrigez le lien ou créez la page"),
    _written(
        "no_page",
        "fr/index.md",
        7,
        page("genre: accueil\nraccourcis: [traces]\nthemes: [nulle-part]\nlignes: [secours]"),
        "Corrigez le lien ou créez la page",
    ),
    _written(
        "no_fiche",
        "fr/index.md",
        8,
        page("genre: accueil\nraccourcis: [traces]\nthemes: [traces]\nlignes: [secours, ecout]"),
        "→ « ecoute » ?",
    ),
    Mistake(
        "no_page",
        "content/fr/index.md:1",
        "Corrigez le lien ou créez la page",
        lambda project: (project / "content/fr/apropos/mentions.md").unlink(),
    ),
    _in_page("no_fiche", 7, page(body="[](fiche:ecout)"), "→ « ecoute » ?"),
    _in_page("no_fiche", 7, page(body="[](fiche:traces)"), "Les fiches sont les fichiers des lignes et des aides"),
    _in_page("no_field", 7, page(body="Le [](fiche:secours/sms)."), "Retirez ce lien ou complétez la fiche"),
    _in_page("no_field", 7, page(body="Le [](fiche:secours/sources)."), "Retirez ce lien ou complétez la fiche"),
    _in_page("not_alone", 8, page(body="Ici :\n[](site:contact)"), "Mettez une ligne vide avant et après"),
    _in_page("no_drawing", 7, page(body="Un [](dessin:chat) ici."), "Choisissez parmi : ambulance, appel"),
    _in_page(
        "words_of_drawing", 7, page(body="[Un lit](dessin:lit)"), "Écrivez [](dessin:lit), puis « Un lit » à côté"
    ),
    _in_page("no_choices", 7, page(body="[](site:choix)\n\nUn texte."), "Mettez la liste dessous"),
    _in_page("no_choices", 7, page(body="[](site:choix)"), "Mettez la liste dessous"),
    _in_page(
        "choice_drawing",
        9,
        page(body="[](site:choix)\n\n- [A](page:index)"),
        "commencez « A » par un dessin, [](dessin:nom)",
    ),
    _in_page("choice_end", 9, page(body="[](site:choix)\n\n- [](dessin:lit) Dormir"), "d'autres choix dessous"),
    _in_page(
        "choice_twice",
        9,
        page(body="[](site:choix)\n\n- [](dessin:lit) [A](page:index)\n  - [](dessin:lit) [B](page:index)"),
        "Gardez l'un des deux",
    ),
    _in_page(
        "choice_late",
        11,
        page(
            body="[](site:choix)\n\n"
            + "".join(f"{'  ' * n}- [](dessin:lit) {'Un lit' if n < 3 else '[A](page:index)'}\n" for n in range(4))
        ),
        "au troisième, on arrive",
    ),
    _in_page("no_block", 7, page(body="[](site:adresse)"), "Choisissez parmi : contact, mentions, journaux"),
    _in_page("no_list_before", 7, page(body="[](site:reperes)\n\nUn mot.\n\n- Un"), "Mettez-le après la liste"),
    _in_page("no_list_before", 11, page(body="[](site:liste)\n\n- Un\n\n[](site:signes)"), "Mettez-le après la liste"),
    _in_page("no_list_after", 9, page(body="- Un\n\n[](site:liste)\n\n1. Un"), "Mettez-le avant la liste"),
    _in_page("no_words_after_block", 9, page(body="- Un\n\n[](site:signes)\n\n## Plus\n\nMot."), "que la peur suffit"),
    _in_page(
        "no_words_after_list", 7, page(body="- Un\n\n## Deux\n\n[](site:reperes)\n\nUn mot."), "comment cela s'appelle"
    ),
    _in_page("guide_parts", 10, guide(body="Un texte sans parties."), "Il y en a 0."),
    _in_page("guide_parts", 10, guide(body="## Retirer\n\nUn."), "Il y en a 1."),
    _in_page("guide_parts", 10, guide(body="## Retirer\n\nUn.\n\n## Ouvrir\n"), "Il y en a 1."),
    _in_page("guide_parts", 10, guide(body="## Un\n\nA.\n\n## Deux\n\nB.\n\n## Trois\n\nC."), "Il y en a 3."),
    Mistake("guide_parts", "content/en/essai.md:6", "Il y en a 0.", _half_guide),
    _in_page("block_in_guide", 19, guide(body=f"{GUIDE_BODY}\n\n[](site:ligne)"), "dans la page qui montre les guides"),
    _in_page("block_in_guide", 17, guide(body=f"{GUIDE_BODY} [](site:ligne)"), "dans la page qui montre les guides"),
    Mistake("no_page", "content/fr/numeros/essai.md:7", "Corrigez le lien ou créez la page", _link_to_a_guide),
    Mistake("no_page", "content/fr/index.md:7", "Corrigez le lien ou créez la page", _theme_that_is_a_guide),
    Mistake("no_page", "content/fr/index.md:1", "Corrigez le lien ou créez la page", _guide_in_the_place_of_a_page),
    Mistake("two_fiches", "content/fr/telephone/sms.md:1", "Renommez-en une", _two_fiches),
    *(
        _written("number_in_text", f"fr/reseaux/71/{name}.md", line, text, "Mettez [](fiche:nom/numero) à sa place")
        for name, line, text in (
            ("un", 11, structure("contacts: [ecoute]\nporte_par: Appelez le 03 85 12 34 56")),
            ("deux", 6, structure().replace("{nom: Source,", "{nom: Le 39 91,")),
            ("trois", 8, structure().replace("nom: Un service", "nom: Un service (3920)")),
            ("quatre", 11, structure("contacts: [ecoute]\nadresse: 3 place Haute, tél. 03 85 39 39 39")),
            ("cinq", 10, news("debut: 2026-12-01\nlieu: Rappelez le 116 007")),
            ("six", 4, structure().replace("Une phrase.", "Le 39-91 répond.")),
        )
    ),
    _in_words("number_in_text", 8, words() + "Le ０１ ２３ ４５ ６７ ８０.", "Mettez [](fiche:nom/numero) à sa place"),
    _rich("other_number", 15, "[](fiche:sms)", "[17](fiche:sms)", "Changez les mots ou le lien"),
    _written(
        "number_in_settings",
        "site.yaml",
        4,
        SMALL["content/site.yaml"].replace("nom: Association", "nom: Tél. 03 85 39 39 39"),
        "Mettez-le dans « telephone »",
    ),
    _in_messages("po_number", 1, f'{MESSAGE}"%(name)s calls 39 91"', "Corrigez-le ou retirez-le"),
    _in_messages("po_number", 1, f'{MESSAGE}"%(name)s calls 17"', "que le français ne dit pas"),
    _in_page("other_number", 7, page(body="[Appelez le 17](fiche:sms)"), "mène à un autre numéro (114)"),
    _in_page("other_number", 7, page(body="[le 1&zwj;7](page:numeros/sms)"), "mène à un autre numéro (114)"),
    _in_page("other_number", 8, page(body="Ici :\n[le **115**](fiche:ecoute/numero)"), "un autre numéro (39 19)"),
    _in_page("other_number", 7, page(body="- [SMS au ١١٩](fiche:sms)"), "(114)"),
    _in_page("other_number", 7, page(body="[](page:traces), [Le 17 et le 18](fiche:secours)"), "(17)"),
    _in_page("number_in_text", 7, page(body="Le 01 23 45 67 80."), "Mettez [](fiche:nom/numero) à sa place"),
    _in_page("number_in_text", 7, page(body="Le +33 1 23 45 67 80."), "Mettez [](fiche:nom/numero) à sa place"),
    _in_page("number_in_text", 7, page(body="Le 01.23.45.67.80."), "Mettez [](fiche:nom/numero) à sa place"),
    _in_page("number_in_text", 7, page(body="[01 23 45 67 80](page:traces)"), "Mettez [](fiche:nom/numero) à sa place"),
    _in_page("number_in_text", 7, page(body="Le ٠١ ٢٣ ٤٥ ٦٧ ٨٠."), "Mettez [](fiche:nom/numero) à sa place"),
    _in_page(
        "number_in_text",
        2,
        helpline().replace("Une ligne", "Le 39 18"),
        "Mettez [](fiche:nom/numero) à sa place",
    ),
    _in_page("no_knowledge_part", 5, page("demarche: oui"), "Ajoutez-la"),
]


def _here(code: str, line: int, text: str, remedy: str) -> Mistake:
    """A mistake in a file of Saône-et-Loire."""
    return _written(code, "fr/reseaux/71/essai.md", line, text, remedy)


def _counter(code: str, line: int, old: str, new: str, remedy: str) -> Mistake:
    """A mistake in the file of a counter, in which something stands for something else."""
    return _written(code, "fr/reseaux/71/annuaire/macon.md", line, counter().replace(old, new), remedy)


def _one_record_twice(project: Path) -> None:
    folder = project / "content/fr/reseaux/71/annuaire"
    folder.mkdir(parents=True)
    for name in ("a", "b"):
        (folder / f"{name}.md").write_text(counter(), "utf-8")


def _contact_that_is_a_shelter(project: Path) -> None:
    folder = project / "content/fr/reseaux/71"
    folder.mkdir(parents=True)
    (folder / "essai.md").write_text(structure("contacts:\n  - ecoute\n  - 71-abri"), "utf-8")
    (folder / "abri.md").write_text(shelter(), "utf-8")


def _shelter_that_shows_a_neighbour(project: Path) -> None:
    folder = project / "content/fr/reseaux/71"
    folder.mkdir(parents=True)
    (folder / "caf.md").write_text(structure("contacts: [ecoute]"), "utf-8")
    (folder / "abri.md").write_text(shelter(body="Voyez aussi [](fiche:71-caf)."), "utf-8")


LOCAL = [
    _written(
        "wrong_place", "fr/essai.md", 5, structure(), "Sa place : content/fr/reseaux/71/ (avec le numéro officiel"
    ),
    _written("wrong_place", "fr/reseaux/essai.md", 5, news(), "Sa place : content/fr/reseaux/71/"),
    _written("wrong_place", "fr/reseaux/96/essai.md", 5, structure(), "Sa place : content/fr/reseaux/71/"),
    _written("wrong_place", "fr/reseaux/71/plus/essai.md", 5, structure(), "Sa place : content/fr/reseaux/71/"),
    _here("wrong_place", 5, local("departement", "ordre: 1"), "Sa place : content/fr/reseaux/71/index.md"),
    _here("wrong_place", 5, local("repere", "type: caf"), "Sa place : content/fr/reseaux/trouver/"),
    _written("wrong_place", "fr/lieux.md", 5, local("lieux", "ordre: 1"), "Sa place : content/fr/reseaux/index.md"),
    _written(
        "wrong_name",
        "fr/reseaux/71/index.md",
        2,
        local("departement", "ordre: 1").replace("titre: Un essai", "titre: Saône et Loire"),
        "Écrivez : Saône-et-Loire",
    ),
    _overseas("bar_too_long", "[secours, sms, ecoute, essai]", "3 au plus"),
    _overseas("bar_no_emergency", "[ecoute]", "Ajoutez ce nom, en premier"),
    _overseas("bar_no_number", "[secours, essai]", "Retirez ce nom ou complétez la fiche", "site: https://essai.test"),
    _overseas("bar_elsewhere", "[secours, essai]", "Retirez ce nom de « barre »", "territoires: [metropole]"),
    _here("no_commune", 10, structure("communes: [Mâcom]\ncontacts: [ecoute]"), "→ « Mâcon » ?"),
    _here("no_commune", 13, structure("contacts: [ecoute]\ncommunes:\n  - Mâcon\n  - Lyon"), "mettez le code INSEE"),
    _here(
        "no_intercommunality",
        10,
        structure("intercommunalites: [Grand Lyon]\ncontacts: [ecoute]"),
        "mettez le numéro SIREN",
    ),
    _here(
        "no_network", 10, structure("reseaux: [maconais]\ncontacts: [ecoute]"), "le nom d'un fichier « genre: reseau »"
    ),
    _here("no_network", 10, news("debut: 2026-12-01\nreseaux: [absent]"), "le nom d'un fichier « genre: reseau »"),
    _here("no_fiche", 10, structure("contacts: [ecoutes]"), "→ « ecoute » ?"),
    _here("no_fiche", 10, news("debut: 2026-12-01\ncontacts: [ecoutes]"), "→ « ecoute » ?"),
    _here(
        "no_way",
        1,
        structure("cout: gratuit"),
        "Ajoutez « numero », « courriel », « site », « contacts » ou « accueils »",
    ),
    _here("no_source", 1, news().replace("verifie_le: 2026-11-01\n", ""), "Ajoutez « verifie_le »"),
    _here("bad_end", 10, news("debut: 2026-12-02\nfin: 2026-12-01"), "Vérifiez « debut » et « fin »"),
    _here("bad_phone", 10, structure("numero: 45 20 30"), "Vérifiez-le sur le site officiel"),
    _here(
        "shelter_field", 11, shelter("numero: 03 85 00 00 00"), "le contact est le 115, le 39 19 ou une ligne publique"
    ),
    _here("shelter_told", 14, shelter(body="La maison est à Mâcon."), "la sécurité de celles qui y vivent en dépend"),
    _here(
        "shelter_told", 13, structure(body="Le foyer a douze places."), "la sécurité de celles qui y vivent en dépend"
    ),
    _here(
        "shelter_contact", 1, shelter().replace("contacts: [ecoute]\n", ""), "par exemple « contacts: [toit, ecoute] »"
    ),
    Mistake(
        "shelter_contact",
        "content/fr/reseaux/71/essai.md:12",
        "jamais par un autre hébergement",
        _contact_that_is_a_shelter,
    ),
    _counter("hidden_counter", 4, "type: commissariat", "type: hebergement", "Supprimez ce fichier"),
    _counter("bad_position", 9, "46.306, 4.832", "Mâcon", "Mettez : 46.306, 4.832"),
    _counter("bad_record", 15, RECORD, "12", "ou retirez la ligne"),
    _counter("no_commune", 8, "71270", "69123", "mettez le code INSEE"),
    _written("counter_text", "fr/reseaux/71/annuaire/a.md", 21, f"{counter()}\nUn texte.\n", "Retirez le texte"),
    Mistake("two_records", "content/fr/reseaux/71/annuaire/b.md:15", "Gardez un seul", _one_record_twice),
    Mistake("shelter_link", "content/fr/reseaux/71/abri.md:14", "Retirez ce lien", _shelter_that_shows_a_neighbour),
    _here(
        "group_place",
        11,
        structure("contacts: [ecoute]\nadresse: 12 rue Haute").replace("type: association", "type: groupe_de_parole"),
        "Retirez « adresse »",
    ),
    _here(
        "group_place",
        10,
        news("debut: 2026-12-01\nlieu: La mairie").replace("type: rencontre", "type: groupe_de_parole"),
        "Retirez « lieu »",
    ),
    _here("mobile", 10, structure("numero: 06 12 34 56 78"), "Mettez le numéro du service, ou des « contacts »"),
    _here("mobile", 10, news("debut: 2026-12-01\nnumero: +33 7 12 34 56 78"), "Mettez le numéro du service"),
    _here(
        "personal_email", 10, structure("courriel: anne.untel@essai.test"), "Mettez celle du service, comme contact@"
    ),
    _here("person", 13, structure(body="Demandez Mme Untel."), "Retirez le nom et dites sa fonction"),
]

EXITS = [
    _written(
        code,
        "site.yaml",
        line,
        SMALL["content/site.yaml"].replace("sortie: {fr: https://sortie.test}", text),
        remedy,
    )
    for code, line, text, remedy in (
        ("exit_reveals", 3, "sortie: {fr: https://solidarite-femmes.essai.test}", "comme celui d'un musée"),
        ("exit_is_site", 3, "sortie: {fr: https://essai.test/fr/}", "Choisissez un autre site"),
        (
            "same_exits",
            4,
            "sortie: {fr: https://sortie.test}\nsortie_de_secours: {fr: https://www.sortie.test/a}",
            "Choisissez un autre site",
        ),
    )
] + [
    Mistake(
        "exit_is_help",
        "content/site.yaml:3",
        "doit mener ailleurs",
        lambda project: (project / "content/fr/essai.md").write_text(
            helpline("site: https://www.sortie.test/chat"), "utf-8"
        ),
    )
]

EXAMPLES_LEFT = [
    _in_page("example", 10, helpline("site: https://www.example.org/"), "Mettez la vraie, ou retirez la ligne"),
    _in_page("example", 7, page(body="Voir [le site](https://exemple.fr/a)."), "Mettez la vraie, ou retirez la ligne"),
    _in_words("example", 7, words().replace("Some text", "Ask contact@example.com"), "Mettez la vraie"),
]

NUMBERS = [
    *(
        _written("wrong_national", f"fr/numeros/{name}.md", 7, helpline("secours: oui", fact), remedy)
        for name, fact, remedy in (
            ("secours", 'numero: "18"', 'Écrivez : numero: "17"'),
            ("sms", 'sms: "115"', 'Écrivez : sms: "114"'),
            ("ecoute", 'numero: "39 14"', 'Écrivez : numero: "39 19"'),
        )
    ),
    _written(
        "wrong_national",
        "fr/numeros/droits.md",
        7,
        helpline('numero_outre_mer: "+33 1 80 52 33 76"', 'numero: "116 117"'),
        "C'est celui que donne https://www.france-victimes.fr",
    ),
    _written("wrong_national", "fr/numeros/soutien.md", 7, helpline(number="numero: 0 800 05 59 95"), "0 800 05 95 95"),
    _written(
        "no_national", "fr/numeros/droits.md", 2, helpline(number='numero: "116 006"'), 'numero_outre_mer: "+33 1 80'
    ),
    _written(
        "extra_national",
        "fr/numeros/secours.md",
        10,
        helpline("sms: 0 800 00 00 01\nsecours: oui", 'numero: "17"'),
        "Retirez la ligne « sms »",
    ),
    _written("emergency_fact", "fr/numeros/secours.md", 2, helpline(number='numero: "17"'), "Écrivez : secours: oui"),
    *(
        _written(
            "emergency_fact", "fr/numeros/secours.md", 11, helpline(f"secours: oui\n{fact}", 'numero: "17"'), remedy
        )
        for fact, remedy in (
            ("facture: peut_apparaitre", "Écrivez : facture: n_apparait_pas"),
            ("horaires: [{jours: tous, de: 09:00, a: 20:00}]", "Écrivez : horaires: [{jours: tous, de: 00:00"),
        )
    ),
    _in_page("free_number", 10, helpline("cout: appel_ordinaire", "numero: 0 800 00 00 01"), "« cout: gratuit »"),
    _in_page("not_free", 10, helpline("cout: gratuit"), "Écrivez « cout: appel_ordinaire »"),
    _in_page("on_the_bill", 10, helpline("facture: n_apparait_pas"), "Écrivez « facture: peut_apparaitre »"),
    _in_page("unsure_cost", 7, helpline(number='numero: "32 20"'), "Dites ce que coûte l'appel"),
    _here("unsure_number", 10, structure('numero: "32 20"'), "ou faites-en une fiche « genre: ligne »"),
    _in_page("paid_phone", 7, helpline(number="numero: 0 892 12 34 56"), "Mettez le numéro ordinaire du service"),
    _in_page("operator_phone", 7, helpline(number='numero: "10 07"'), "Mettez le numéro à dix chiffres du service"),
    _in_page("fiction_phone", 7, helpline(number="numero: 01 99 00 12 34"), "Mettez le vrai numéro"),
    Mistake("dock_kind", "content/fr/numeros/ecoute.md:6", "Écrivez « genre: ligne »", _line_of_another_kind),
    Mistake("dock_renamed", "content/fr/numeros/dixsept.md:1", "Renommez ce fichier en secours.md", _line_renamed),
    Mistake("dock_missing", "content/fr/numeros/sms.md:1", "Remettez ce fichier, avec le 114", _line_missing),
]

MESSAGES = [
    _in_messages("po_missing", 1, f'{MESSAGE}""\n', "Écrivez-la"),
    _in_messages("po_fuzzy", 2, f'#, fuzzy\n{MESSAGE}"%(name)s"\n', "retirez la ligne « #, fuzzy »"),
    _in_messages("po_sign", 1, f'{MESSAGE}"%(name)s <b>"\n', "Écrivez seulement du texte"),
    _in_messages("po_blank", 1, f'{MESSAGE}"%(nom)s calls"\n', "Recopiez-les tels quels"),
    _in_messages("po_broken", 3, 'msgid "a"\n\nmsgtsr "b"\n', "Vérifiez les guillemets"),
    _in_messages("po_broken", 1, 'magid "a"\nmsgstr "b"\n', "Vérifiez les guillemets"),
    Mistake(
        "po_none",
        "translations/en.po:1",
        "-m eclaircie messages »",
        lambda project: (project / "translations/en.po").unlink(),
    ),
]

REVIEWED = hashlib.sha256(
    b'[["Essai", "Essai", "Une phrase.", "Un texte."], ["Trial", null, "A sentence.", "Some text."]]'
).hexdigest()[:16]
"""The fingerprint of the words of `page()` and of `words()`."""
REVIEW = "relu_par: Association Essai\nrelu_le: 2026-11-01\nrelu_de: "

TRANSLATIONS = [
    _rich("missing_heading", 7, "## A part\n\n1.", "1.", "Traduisez-la, titre compris"),
    _rich("missing_heading", 7, "## A part\n", "**A part**\n", "« ## Une partie » du français (ligne 13)"),
    _rich(
        "extra_heading", 9, "A second", "## Another\n\nA second", "La partie « ## Another » n'est pas dans le français"
    ),
    _rich("other_level", 13, "## A part", "### A part", "Mettez « ## »"),
    _rich("missing_link", 7, "[a link](page:traces)", "a link", "Recopiez ce lien à la même place"),
    _rich("missing_link", 7, "[](fiche:ecoute)\n\n", "", "« fiche:ecoute », qui est en français à la ligne 11"),
    _rich("extra_link", 15, "1. One,", "1. [One](page:traces),", "Retirez ce lien"),
    _rich("extra_link", 9, "A second", "[A](https://essai.test/a) second", "« https://essai.test/a »"),
    _rich("lost_card", 11, "[](fiche:ecoute)", "See [](fiche:ecoute).", "Mettez une ligne vide avant et après"),
    _rich(
        "in_sentence", 15, "1. One, or [](fiche:sms)", "[](fiche:sms)\n\n1. One", "Mettez-le dans la phrase ici aussi"
    ),
    _rich("other_tables", 13, "\n| 1 | 2 |", "", "1 × 2 ici, 2 × 2 en français"),
    _rich("other_tables", 13, "| A | B |\n|---|---|\n| 1 | 2 |", "A, B", "Tableaux, en lignes × colonnes : 0 ici"),
    _rich("lost_items", 13, "\n2. Two", "", "Éléments des listes : 1 ici, 2 en français"),
    _in_words("unproved_review", 5, words("relu_par: Association Essai"), 'relu content/en/essai.md --par "…"'),
    _in_words("unproved_review", 5, words("relu_le: 2026-11-01"), 'relu content/en/essai.md --par "…"'),
    _in_words("unproved_review", 5, words("relu_de: 0123456789abcdef"), 'relu content/en/essai.md --par "…"'),
    _in_words(
        "unproved_review", 5, words("relu_par: Association Essai\nrelu_le: 2026-11-01"), "« relu_de » vont ensemble"
    ),
    _in_words(
        "reviewer_name", 5, words(REVIEW.replace("Association Essai", "Fatou Diallo") + REVIEWED), "initiales (M. D.)"
    ),
    _in_words("future_date", 6, words(REVIEW.replace("2026-11-01", "2027-11-01") + REVIEWED), "Corrigez l'année"),
    _in_page("reviewer_name", 5, page("suivi_par: Untel"), "initiales (M. D.)"),
    _in_page("reviewer_name", 5, page("suivi_par: untel@essai.test"), "initiales (M. D.)"),
]

ATTENTION = [
    _in_page("old", 5, page("verifie_le: 2025-11-20"), "Comparez avec les sources"),
    _in_page("due", 5, page(f"verifie_le: {TODAY - datetime.timedelta(days=300)}"), "c'est son tour"),
    _in_page(
        "to_verify", 6, page("a_verifier:\n  - Demander l'heure."), "À confirmer avant de publier : Demander l'heure."
    ),
    _written("past", "fr/reseaux/71/essai.md", 9, news("debut: 2026-11-21"), "Retirez le fichier ou changez ses dates"),
    _written(
        "past",
        "fr/reseaux/71/essai.md",
        10,
        news("debut: 2026-11-20\nfin: 2026-11-21"),
        "Retirez le fichier ou changez ses dates",
    ),
    _in_page("to_review", 5, page("a_relire_par_une_association: oui"), "association spécialisée"),
    _in_page("untried", 1, guide("ordre: 1"), "ajoutez « essaye_le »"),
    _in_words("stale", 4, words().replace(FRESH, "0123456789ab"), "-m eclaircie traduire content/en/essai.md"),
    _in_words("review_over", 5, words(REVIEW + "0123456789abcdef"), "-m eclaircie relu content/en/essai.md --par"),
    _rich(
        "much_shorter",
        7,
        RICH_WORDS[: RICH_WORDS.index("[](")],
        "A [text](page:traces).\n\n",
        "% des lettres du français",
    ),
    _rich("stale_parts", 4, "[a link](page:traces)", "a link", "page:traces", fresh="0123456789ab"),
    _rich("fewer_paragraphs", 7, "enough.\n\nA second", "enough. A second", "Vérifiez que rien n'y manque"),
    _written(
        "default",
        "site.yaml",
        2,
        SMALL["content/site.yaml"].replace("adresse: https://essai.test", "adresse:"),
        "Mettez la vôtre avant de publier",
    ),
    _written(
        "default",
        "site.yaml",
        2,
        SMALL["content/site.yaml"].replace("https://essai.test", "https://www.example.org", 1),
        "Mettez la vôtre avant de publier",
    ),
    _written(
        "telling_address",
        "site.yaml",
        2,
        SMALL["content/site.yaml"].replace("https://essai.test", "https://stop-violences.essai.test"),
        "Choisissez un nom de domaine neutre",
    ),
]

_GROUPS = (
    FILES,
    FOLDERS,
    HEADERS,
    DISCRETION,
    TEXTS,
    TRANSLATIONS,
    LOCAL,
    EXITS,
    EXAMPLES_LEFT,
    NUMBERS,
    MESSAGES,
    ATTENTION,
)
MISTAKES = [mistake for group in _GROUPS for mistake in group]
each_mistake = pytest.mark.parametrize("mistake", MISTAKES, ids=[f"{m.code}-{n}" for n, m in enumerate(MISTAKES)])


def test_the_smallest_site_is_sound(make_project: MakeProject) -> None:
    """A site with a home page, its lines and the pages that every page leads to needs nothing else."""
    project = make_project({})

    assert list(faults_of(project)) == []


@each_mistake
def test_a_mistake_is_shown_once_where_it_is_with_its_remedy(make_project: MakeProject, mistake: Mistake) -> None:
    """One mistake gives one sentence, in French and in English, at the line where to look, that says how to mend it."""
    project = make_project({})
    mistake.spoil(project)

    faults = list(faults_of(project))

    assert [(fault.code, fault.where(project)) for fault in faults] == [(mistake.code, mistake.where)]
    assert mistake.remedy in faults[0].sentence()
    assert faults[0].sentence("en") not in ("", faults[0].sentence("fr"))


LISTS_OF_WORDS = {"no_words", "wide_word"}
"""What is wrong with a list of words, which is no part of the content: tests/checks/test_discretion.py."""


OF_SETTINGS = {"no_such_territory", "nothing_to_fetch", "bad_frame", "own_frame", "no_stand_in"}
"""What is wrong with the settings of a public directory, with who may show the site, or with its languages:
tests/content/test_settings.py."""


def test_every_sentence_has_a_mistake_that_calls_it() -> None:
    """No sentence stands there that no writer can ever see, and none is untried."""
    assert {*FAULTS, *REMARKS} - {mistake.code for mistake in MISTAKES} - LISTS_OF_WORDS - OF_SETTINGS == set()


def blanks(text: str) -> set[str]:
    """What a sentence names."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_french_and_english_name_nothing_that_the_other_cannot() -> None:
    """The English sentence names only what the French one names, so both can be filled in."""
    sentences = {**FAULTS, **REMARKS}

    assert {code: en for code, (fr, en) in sentences.items() if not blanks(en) <= blanks(fr)} == {}


def test_all_mistakes_are_shown_at_once(make_project: MakeProject) -> None:
    """A writer who made four mistakes in three files sees the four, in the order of files and lines."""
    project = make_project(
        {
            "content/fr/a.md": page("odre: 1\nverifie_le: hier"),
            "content/fr/b.md": "Un texte.",
            "content/fr/c.md": page(body="[](page:absente)"),
        }
    )

    found = [fault.where(project) for fault in faults_of(project).errors]
    assert found == ["content/fr/a.md:5", "content/fr/a.md:6", "content/fr/b.md:1", "content/fr/c.md:7"]


def test_a_missing_content_folder_gives_sentences(make_project: MakeProject) -> None:
    """Where the whole content folder was renamed, the writer is told so, and sees no traceback."""
    project = make_project({})
    (project / "content").rename(project / "contenu")

    assert {fault.code for fault in faults_of(project)} == {"no_folder", "unreadable"}


def test_a_missing_emergency_line_stops_the_build(make_project: MakeProject) -> None:
    """A site cannot be built without the line that calls for help."""
    project = make_project({})
    (project / "content/fr/numeros/secours.md").unlink()

    assert ("dock_missing", "secours") in {
        (fault.code, dict(fault.values).get("name")) for fault in faults_of(project).errors
    }


@pytest.mark.parametrize("mistake", ATTENTION, ids=lambda mistake: str(mistake.code))
def test_a_remark_does_not_stop_the_build(make_project: MakeProject, mistake: Mistake) -> None:
    """What an association has still to decide is said, and the site is built all the same."""
    project = make_project({})
    mistake.spoil(project)

    site = read_site(TODAY, content=project / "content", translations=project / "translations")
    assert [fault.code for fault in site.remarks] == [mistake.code]


@pytest.mark.parametrize("mistake", [m for m in MISTAKES if m.code in FAULTS][::9], ids=lambda m: str(m.code))
def test_a_fault_stops_the_build(make_project: MakeProject, mistake: Mistake) -> None:
    """No site is made from content that has a fault."""
    project = make_project({})
    mistake.spoil(project)

    with pytest.raises(ContentError):
        read_site(TODAY, content=project / "content", translations=project / "translations")


@pytest.mark.parametrize(
    "body",
    [
        "Le 15, le 17, le 18, le 112, le 114, le 115, le 119 et le 39 19.",
        "Le 21 novembre 2026, à 12:30, pour 1 443,11 € : 40 % de 651,69 €.",
        "L'article 515-9 du code civil et la loi 2023-140.",
        "Si 3 < 4 et 5 > 4.",
        "« [texte] » entre crochets (et parenthèses).",
        "[un site](https://essai.test/a?b=c), [ici](page:index) et [une page](page:traces/).",
        "[](fiche:sms)\n\n[](fiche:sms/sms)\n\n[](site:contact)",
        "## Un sous-titre\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Un encadré.",
    ],
)
def test_an_ordinary_text_is_accepted(make_project: MakeProject, body: str) -> None:
    """Known numbers, dates, amounts, articles of law, links by name and plain signs are no mistakes."""
    project = make_project({"content/fr/essai.md": page(body=body)})

    assert list(faults_of(project)) == []


def test_the_number_of_any_line_is_kept_out_of_the_text(make_project: MakeProject) -> None:
    """A short number that is a line's own is written by reference, so that it changes everywhere at once."""
    project = make_project(
        {
            "content/fr/numeros/ecran.md": helpline(number='numero: "30 18"'),
            "content/fr/essai.md": page(body="Appelez le 3018."),
        }
    )

    assert [(f.code, f.where(project)) for f in faults_of(project)] == [("number_in_text", "content/fr/essai.md:7")]


def test_a_line_may_name_its_own_number_in_its_title(make_project: MakeProject) -> None:
    """The title of a line may hold the number of that line, which the header states."""
    text = helpline(number='numero: "30 18"').replace("Une ligne", "Le 30 18, parler")
    project = make_project({"content/fr/numeros/ecran.md": text})

    assert list(faults_of(project)) == []


def test_a_wrong_number_in_a_translated_title_is_found(make_project: MakeProject) -> None:
    """A digit mistyped by a translator is never dialled."""
    project = make_project(
        {"content/en/numeros/ecoute.md": words().replace("Trial", "39 18, talk")},
    )

    found = {(fault.code, fault.where(project)) for fault in faults_of(project).errors}
    assert found == {("number_in_text", "content/en/numeros/ecoute.md:2")}


def test_a_procedure_with_its_knowledge_part_is_accepted(make_project: MakeProject) -> None:
    """The part is recognised with the straight apostrophe and with the curly one."""
    part = "## Ce que l’autre personne peut apprendre, et quand\n\nRien."
    project = make_project(
        {
            "content/fr/un.md": page("demarche: oui", part),
            "content/fr/deux.md": page("demarche: oui", part.replace("’", "'")),
        }
    )

    assert list(faults_of(project)) == []


def test_a_page_without_a_tab_title_takes_that_of_its_section(make_project: MakeProject) -> None:
    """Where the section says a neutral title, its pages need none."""
    project = make_project({"content/fr/telephone/essai.md": page().replace("onglet: Essai\n", "")})

    assert list(faults_of(project)) == []


@pytest.mark.parametrize(
    ("checked", "old"),
    [("2025-11-21", True), ("2025-11-22", False), ("2025-11-20", True)],
)
def test_a_fact_is_old_after_the_review_period(checked: str, old: bool) -> None:
    """What was checked on a day is old the day after the same day a year later."""
    entry = Page.model_validate({"titre": "a", "resume": "b", "verifie_le": checked})

    assert is_old(entry, datetime.date(2026, 11, 22), 12) is old


def test_a_fact_is_old_after_its_own_end() -> None:
    """A fact that says until when it holds is old the day after, however lately it was checked."""
    entry = Page.model_validate(
        {"titre": "a", "resume": "b", "verifie_le": "2027-03-30", "valable_jusqu_au": "2027-03-31"}
    )

    days = [datetime.date(2027, 3, 31), datetime.date(2027, 4, 1)]
    assert [is_old(entry, day, 12) for day in days] == [False, True]


def test_a_fact_checked_on_the_last_day_of_a_month_has_a_review_day() -> None:
    """The 31st of a month, and the 29th of February, have a day a review period later."""
    entries = [
        Page.model_validate({"titre": "a", "resume": "b", "verifie_le": day}) for day in ("2026-08-31", "2024-02-29")
    ]

    assert [is_old(entry, datetime.date(2028, 1, 1), 6) for entry in entries] == [True, True]


def test_a_review_period_without_end_is_no_mistake() -> None:
    """A fact that is never to be checked again is never old."""
    entry = Page.model_validate({"titre": "a", "resume": "b", "verifie_le": "2026-01-01"})

    assert not is_old(entry, TODAY, 999_999)


def test_the_same_fault_twice_counts_once() -> None:
    """A writer does not read the same sentence twice for one line."""
    faults = Faults()
    for _ in range(2):
        faults.add("no_text", Path("a.md"), 3)

    assert len(faults) == 1


def test_faults_come_in_the_order_of_files_and_lines() -> None:
    """A writer can mend from the top of each file down."""
    faults = Faults()
    for file, line in (("b.md", 1), ("a.md", 10), ("a.md", 9)):
        faults.add("no_text", Path(file), line)

    assert [fault.where() for fault in faults] == ["a.md:9", "a.md:10", "b.md:1"]


def test_a_file_is_named_from_the_folder_of_the_project() -> None:
    """Sentences name `content/…`, not the long path on someone's machine."""
    fault = Fault("no_text", Path("/home/moi/projet/content/fr/a.md"), 4)

    assert fault.where(Path("/home/moi/projet")) == "content/fr/a.md:4"


def test_a_mistake_in_the_real_content_is_found(make_content: MakeContent) -> None:
    """The checks hold for the published content as they do for a small site."""
    content = make_content({"fr/faire/essai.md": page(body="[](page:absente)")})

    with pytest.raises(ContentError) as caught:
        read_site(TODAY, content=content)

    assert [(f.code, f.where(content)) for f in caught.value.faults.errors] == [("no_page", "fr/faire/essai.md:7")]
