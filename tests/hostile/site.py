"""A small site that has every kind of page, with every key in each header: all of them can be filled with hostile texts."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eclaircie.checks import suite
from eclaircie.content import library
from eclaircie.content.models import MODELS, Translation
from eclaircie.content.scale_formula import in_header, scale_of
from eclaircie.content.scales import Formula
from eclaircie.content.settings import Settings
from eclaircie.messages.faults import Fault, Faults
from tests.settings import checked_settings
from tests.small_site import BEFORE_REVIEW, FILES, write_small_content

from .fields import PLAIN, Keys, as_yaml, leaves, put, sample

PLACES = {
    "page": "aider/essai",
    "ligne": "numeros/essai",
    "aide": "aider/droit",
    "accueil": "index",
    "navigateur": "traces/guide",
    "lieux": "reseaux/index",
    "departement": "reseaux/71/index",
    "reseau": "reseaux/71/reseau",
    "structure": "reseaux/71/essai",
    "guichet": "reseaux/71/annuaire/essai",
    "actualite": "reseaux/71/nouvelle",
    "repere": "reseaux/trouver/essai",
}
"""Where the page of each kind lies, without its ending."""

_SIZES = {
    "rsa": ("50,00", "2026-01-01"),
    "smic_net": ("100,00", "2026-01-01"),
    "smic_brut": ("125,00", "2026-01-01"),
    "smic_brut_actuel": ("130,00", "2026-06-01"),
}
"""Amounts and days that may stand beside each other in a formula."""
_FORMULA = sample(
    Formula,
    **{key: {"montant": amount, "depuis": day, "source": PLAIN} for key, (amount, day) in _SIZES.items()},
)

_GIVEN: dict[str, dict[str, Any]] = {
    "departement": {"titre": "Saône-et-Loire", "barre": ["secours"]},
    "structure": {"type": "cidff"},
    "guichet": {"genre": "guichet", "annuaire": "data-inclusion:essai--2"},
    "actualite": {"type": "formation"},
    "repere": {"type": "mairie", "territoires": ["metropole"]},
    "ligne": {"sms": "0 800 00 00 03", "a_confirmer": ["horaires"]},
    "aide": {"calcul": _FORMULA, "bareme": in_header(scale_of(Formula.model_validate(_FORMULA)))},
}

_MOST_ROUNDS = 9

BODY = "BODY"
"""Stands in the place of the keys of a text."""

_BODIES: dict[str, Callable[[str], str]] = {"navigateur": lambda text: f"## Un\n\n{text}\n\n## Deux\n\n{text}"}

_SHOWS_ALL = """\
---
titre: Tout
onglet: Tout
resume: Tout.
---
[](fiche:essai)

[](fiche:droit)

[](fiche:71-essai)

[](fiche:droit/bareme)

Voyez [](fiche:essai/nom), [](fiche:essai/site), [](fiche:essai/courriel), [](fiche:71-essai/nom), [](page:aider/essai), [](dessin:lit).

[](site:contact)

[](site:mentions)

[](site:journaux)

[](site:ligne)

[](site:retour)

[](site:navigateurs)
"""

_MISSED = ("no_home", "no_page", "no_network", "no_fiche", "no_french")
"""The faults that say that another file is not there."""

Field = tuple[str, Keys]
"""The name of a file below content/, and the keys of a value in it, or (BODY,)."""


@dataclass
class Written:
    """A file: the data of its header, its text, and which of its fields are hostile by now."""

    header: dict[str, Any]
    body: str | None = PLAIN
    kind: str = ""
    hostile: set[Keys] = field(default_factory=set)

    def text(self) -> str:
        """The file as it is written. A file without a text is all header."""
        header = as_yaml(self.header)
        if self.body is None:
            return header
        return f"---\n{header}---\n\n{_BODIES.get(self.kind, str)(self.body)}\n"


def sound_files() -> dict[str, Written]:
    """Every kind of page in French, a translation of each, and the settings, all harmless."""
    files = {}
    for kind, place in PLACES.items():
        given = {"genre": kind, "demarche": "non", **_GIVEN.get(kind, {})}
        if kind == "guichet":  # which has neither a text nor a translation
            files[f"fr/{place}.md"] = Written(sample(MODELS[kind], **_GIVEN[kind]), "", kind)
            continue
        files[f"fr/{place}.md"] = Written(sample(MODELS[kind], **given), kind=kind)
        files[f"en/{place}.md"] = Written(sample(Translation), kind=kind)
    exits = {"sortie": {"fr": "https://sortie.test/"}, "sortie_de_secours": {"fr": "https://secours.test/"}}
    given = {"entree": "/k7", "adresse": "https://example.org", "langues": ["fr", "en"]}
    files["site.yaml"] = Written(sample(Settings, **given, **exits), None)
    return files


def fields_of(files: dict[str, Written]) -> Iterator[Field]:
    """Everything that can be written in files."""
    for name, written in files.items():
        for keys in leaves(written.header):
            yield name, keys
        if written.body:
            yield name, (BODY,)


def fill(files: dict[str, Written], fields: dict[Field, str]) -> dict[str, Written]:
    """Copies of files with texts put into some of their fields."""
    filled = copy.deepcopy(files)
    for (name, keys), text in fields.items():
        if keys == (BODY,):
            filled[name].body = text
        else:
            put(filled[name].header, keys, text)
        filled[name].hostile.add(keys)
    return filled


def write_site(content: Path, files: dict[str, Written]) -> Path:
    """Write files, with those of the small site that every page needs, and return the folder."""
    texts = {name: written.text() for name, written in files.items()}
    return write_small_content(content, {**FILES, "fr/aider/tout.md": _SHOWS_ALL, **texts})


def refusals(content: Path, files: dict[str, Written]) -> dict[Field, Fault]:
    """The hostile fields of a site that the checks refuse, each with a fault at its line.

    Raises AssertionError where a fault is at another place than a hostile field: it would say nothing to a writer.
    """
    write_site(content, files)
    faults = Faults()
    books = library.load(content, faults)
    checked_settings(content, faults)
    if "" in books.documents:
        suite.check(books, content, BEFORE_REVIEW, 12, faults)
    found: dict[Field, Fault] = {}
    for fault in faults.errors:
        name = fault.file.relative_to(content).as_posix()
        if name not in files or (fault.code in _MISSED and _keys_at(files[name], fault.line) is None):
            continue  # another file was refused, and is missed here
        found[name, _field_at(files[name], fault)] = fault
    return found


def sort_out(content: Path, hostile: dict[Field, str]) -> tuple[dict[Field, Fault], dict[Field, str]]:
    """Which hostile fields are refused, each with a fault at its line, and which ones are published.

    A file whose one field is refused says nothing of its others, so what is left is tried again. Raises AssertionError
    where that has no end.
    """
    refused: dict[Field, Fault] = {}
    left = dict(hostile)
    for _ in range(_MOST_ROUNDS):
        found = refusals(content, fill(sound_files(), left))
        if len(left) > 1 and any(fault.code == "too_big" for fault in found.values()):
            half = len(left) // 2
            parts = [sort_out(content, dict(part)) for part in (list(left.items())[:half], list(left.items())[half:])]
            return refused | parts[0][0] | parts[1][0], parts[0][1] | parts[1][1]
        if not found:
            return refused, left
        refused |= found
        left = {field: text for field, text in left.items() if field not in found}
    raise AssertionError(refused)


def _field_at(written: Written, fault: Fault) -> Keys:
    keys = _keys_at(written, fault.line)
    assert keys is not None, (fault, fault.sentence("en"))
    return keys


def _keys_at(written: Written, line: int) -> Keys | None:
    lines = written.text().split("\n")
    first = 1 if written.body is None else 2
    by_line = dict(zip(_lines_of_texts(written, first), leaves(written.header), strict=True))
    if line in by_line:
        return by_line[line] if by_line[line] in written.hostile else None
    if written.body is not None and line > lines.index("---", 1) and (BODY,) in written.hostile:
        return (BODY,)
    # A list or a mapping whose only text is hostile
    return next((keys for at, keys in by_line.items() if at > line and keys in written.hostile), None)


def _lines_of_texts(written: Written, first: int) -> Iterator[int]:
    for number, line in enumerate(as_yaml(written.header).splitlines(), first):
        if line.endswith('"'):
            yield number
