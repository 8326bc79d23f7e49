"""A content folder of a few pages, for tests that build more than once."""

import datetime
import re
import textwrap
from pathlib import Path

from eclaircie.content import library
from eclaircie.messages.faults import Faults

CHECKED = "sources: [{nom: Essai, adresse: https://essai.test/}]\nverifie_le: 2026-11-01"
"""What every file of facts must say of where they come from."""

BEFORE_REVIEW = datetime.date(2026, 11, 21)
"""A day on which everything of the small site counts as checked."""

MIDNIGHT = 1795219200
"""The beginning of that day, as SOURCE_DATE_EPOCH tells it."""

FILES = {
    "site.yaml": """\
        nom: {fr: Essai, en: Trial, ar: تجربة}
        sortie: {fr: https://exit.example.net/fr, en: https://exit.example.net/en}
        """,
    "fr/index.md": """\
        ---
        titre: Accueil
        onglet: Accueil
        resume: La première page.
        genre: accueil
        raccourcis: [aider]
        themes: [aider]
        lignes: [ecoute]
        ---
        Bonjour.
        """,
    "fr/aider/index.md": """\
        ---
        titre: Aider
        onglet: Aider
        resume: Pour aider.
        ---
        Appelez [](fiche:conseils/numero).
        """,
    "fr/aider/voisin.md": """\
        ---
        titre: Pour la voisine
        resume: Une page sans onglet, sans traduction.
        ligne: conseils
        ---
        On peut frapper à la porte.
        """,
    "fr/traces/fenetre.md": "---\ntitre: Fenêtre\nonglet: Fenêtre\nresume: La fenêtre.\n---\nRien.\n",
    "fr/traces/index.md": "---\ntitre: Traces\nonglet: Traces\nresume: Les traces.\n---\nRien.\n",
    "fr/telephone/index.md": "---\ntitre: Téléphone\nonglet: Téléphone\nresume: Le téléphone.\n---\nRien.\n",
    "fr/telephone/doute.md": "---\ntitre: Un doute\nresume: Un doute.\n---\nRien.\n",
    "fr/apropos/index.md": "---\ntitre: À propos\nonglet: À propos\nresume: Qui écrit.\n---\nRien.\n",
    "fr/apropos/mentions.md": "---\ntitre: Mentions\nresume: Les mentions.\n---\n[](site:mentions)\n",
    "fr/apropos/accessibilite.md": "---\ntitre: Accessibilité\nresume: Ce qui manque.\n---\nRien.\n",
    "fr/numeros/index.md": "---\ntitre: Numéros\nonglet: Numéros\nresume: Les numéros.\n---\nRien.\n",
    "fr/numeros/secours.md": f"""\
        ---
        titre: Danger
        resume: Le secours.
        genre: ligne
        nom: Police secours
        numero: "17"
        secours: oui
        {CHECKED.replace(chr(10), chr(10) + " " * 8)}
        ---
        Dites où vous êtes.
        """,
    "fr/numeros/sms.md": f"""\
        ---
        titre: Écrire
        resume: Sans parler.
        genre: ligne
        nom: Urgence
        sms: "114"
        secours: oui
        {CHECKED.replace(chr(10), chr(10) + " " * 8)}
        ---
        Écrivez où vous êtes.
        """,
    "fr/numeros/ecoute.md": f"""\
        ---
        titre: Être écoutée
        resume: Une écoute.
        genre: ligne
        nom: Écoute
        numero: "39 19"
        secours: oui
        {CHECKED.replace(chr(10), chr(10) + " " * 8)}
        ---
        On vous écoute.
        """,
    "fr/numeros/conseils.md": f"""\
        ---
        titre: Vos droits
        resume: Des réponses.
        genre: ligne
        nom: Droits
        numero: "0 800 00 00 01"
        horaires: [{{jours: lundi-vendredi, de: 09:00, a: 17:30}}]
        {CHECKED.replace(chr(10), chr(10) + " " * 8)}
        ---
        On vous répond.
        """,
    "en/numeros/conseils.md": "---\ntitre: Your rights\ntraduit_de: d883acf1b039\nresume: Answers.\n---\nSomeone answers.\n",
    "ar/aider/index.md": "---\ntitre: المساعدة\ntraduit_de: 6149c4e3d148\nonglet: المساعدة\nresume: للمساعدة.\n---\nاتصلوا [](fiche:conseils/numero).\n",
}

WITH_CONTACT = {"site.yaml": FILES["site.yaml"].rstrip() + "\n        courriel_securite: web@example.org\n"}
"""Settings that also say whom to tell of a hole."""


def write_small_content(content: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the files, those of `changes` in place of or beside ours, and return the folder."""
    for name, text in {**FILES, **(changes or {})}.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), "utf-8")
    return content


def without_note(html: str) -> str:
    """The page that answers an unknown address, without the one sentence that says so."""
    return re.sub(r'<p class="note unknown"[^<>]*>[^<>]*</p>\n', "", html, count=1)


def fingerprint(content: Path, path: str) -> str:
    """The fingerprint of the French words of a page, as `traduit_de` wants it."""
    return library.load(content, Faults()).documents[path].fingerprint
