"""The form of the editor: whatever a header may say stands in it, and nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from eclaircie.content.facts import Choice, Declared, Kind, declared
from eclaircie.content.models import MODELS, Translation
from eclaircie.editing.files import ContentFiles
from eclaircie.editing.form import configuration
from eclaircie.editing.places import Places
from eclaircie.languages import LANGUAGES, SOURCE
from tests.small_site import write_small_content

Field = dict[str, Any]

BY_COMMAND = {"traduit_de", "relu_par", "relu_le", "relu_de"}
"""The keys of a translation that nobody types."""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Field:
    """The configuration for the small site."""
    return configuration(write_small_content(tmp_path_factory.mktemp("form") / "content"))


def fields_by_kind(form: Field) -> dict[str, list[Field]]:
    """The fields of each kind of page, without that of its text."""
    found = {}
    for collection in (*form["collections"], *form["singletons"]):
        fields = {field["name"]: field for field in collection.get("fields", ())}
        if fields:
            text = fields.pop("body", None)
            assert text["i18n"] is True if text else fields["genre"]["default"] == "guichet"
            genre = fields.pop("genre")
            assert genre["widget"] == "hidden"
            found[genre["default"] or "page"] = list(fields.values())
    return found


def pairs(fields: list[Field], model: type[BaseModel], name: str) -> Iterator[tuple[str, Field, Declared]]:
    """Each field beside the declaration of its key, those within others too; both must be the same, in the same order."""
    facts = [each for each in declared(model).values() if each.key != "genre"]
    assert [field["name"] for field in fields] == [fact.key for fact in facts], name
    for field, fact in zip(fields, facts, strict=True):
        yield f"{name}, {fact.key}", field, fact
        if fact.inner:
            yield from pairs(field["fields"], fact.inner, f"{name}, {fact.key}")


def all_pairs(form: Field) -> list[tuple[str, Field, Declared]]:
    """Those of every kind of page."""
    by_kind = fields_by_kind(form)
    assert set(by_kind) == set(MODELS)
    return [pair for kind, fields in by_kind.items() for pair in pairs(fields, MODELS[kind], kind)]


def test_every_key_of_every_header_stands_in_the_form_in_its_order(form: Field) -> None:
    """And each field of the form is a key: what is saved needs not be put in order."""
    assert len(all_pairs(form)) > 250


def test_every_field_has_a_name_and_what_the_guide_says_of_it(form: Field) -> None:
    """A name in French, and the hint, without what only a document can show."""
    found = all_pairs(form)

    assert [name for name, field, _ in found if not re.fullmatch(r"[A-ZÀÉ][-\w'’() .,]+", field["label"])] == []
    assert [name for name, field, fact in found if bool(field.get("hint")) != bool(fact.fact.hint)] == []
    assert [name for name, field, _ in found if "`" in field.get("hint", "") or "](" in field.get("hint", "")] == []


def test_what_a_header_must_say_must_be_filled_in(form: Field) -> None:
    """In French only: a translation may come later."""
    wrong = [name for name, field, fact in all_pairs(form) if field["required"] not in (fact.is_required, [SOURCE.tag])]
    assert wrong == []


def test_only_the_words_of_a_page_are_translated(form: Field) -> None:
    """The fields that stand in the column of a translation are the keys that its header may have."""
    for kind, fields in fields_by_kind(form).items():
        words = set() if kind == "guichet" else set(declared(Translation)) - BY_COMMAND
        assert {field["name"] for field in fields if field.get("i18n")} == words, kind
    assert form["i18n"]["locales"] == [language.tag for language in LANGUAGES]


def test_days_are_one_text(form: Field) -> None:
    """`lundi, jeudi` is typed as it is read."""
    days = [field for name, field, _ in all_pairs(form) if name.endswith(", jours")]

    assert days
    assert {field["widget"] for field in days} == {"string"}


def test_what_is_chosen_is_chosen_among_words(form: Field) -> None:
    """Every word of a choice is offered, with what it is called in French."""
    for name, field, fact in all_pairs(form):
        if isinstance(fact.kind, Choice):
            assert [option["value"] for option in field["options"]] == list(fact.kind.labels), name
            assert all(option["label"] and "_" not in option["label"] for option in field["options"]), name
            assert field.get("multiple", False) is fact.is_list, name


def test_what_is_typed_is_held_to_the_rule_of_the_checks(form: Field) -> None:
    """Every value that has a rule has it in the form, with the sentence of the checks."""
    without = []
    for name, field, fact in all_pairs(form):
        shape = fact.kind.shape if isinstance(fact.kind, Kind) else None
        if shape:
            typed = field.get("field", field)
            if not any(shape.pattern in part for part in typed.get("pattern", ())):
                without.append(name)
    assert without == []


def test_no_two_pages_have_the_same_address_in_the_form(tmp_path: Path) -> None:
    """The page of a section is none of the files of its folder: the form would open one in the place of another."""
    content = write_small_content(tmp_path / "content")
    files = ContentFiles(content)
    places = Places(configuration(content), files)
    names = [name for name in files.texts() if name.startswith("content/fr/")]
    addresses = {name: places.place_of(name) for name in names}

    assert all(addresses.values())
    assert len(set(addresses.values())) == len(names)
    assert {name: places.file_at(address) for name, address in addresses.items()} == {name: name for name in names}


def test_the_form_is_plain_data(form: Field) -> None:
    """It travels as JSON."""
    assert json.loads(json.dumps(form)) == form


def test_what_there_is_can_be_chosen(form: Field) -> None:
    """Lines by the names of their files, pages by their paths."""
    home = {field["name"]: field for field in fields_by_kind(form)["accueil"]}

    assert {option["value"] for option in home["lignes"]["options"]} == {"conseils", "ecoute", "secours", "sms"}
    assert {"aider", "traces/fenetre"} <= {option["value"] for option in home["raccourcis"]["options"]}


def test_the_name_of_a_file_is_chosen_and_not_made_from_a_title(form: Field) -> None:
    """An address stays in the history of a phone: no title that tells goes into it."""
    slugs = [collection["slug"] for collection in form["collections"] if "fields" in collection]

    assert all(slug["editable"] is True and "template" not in slug for slug in slugs)


def test_hours_that_are_folded_up_show_from_when_to_when(form: Field) -> None:
    """Several opening times of one day would all look alike by their days."""
    line = next(collection for collection in form["collections"] if collection["name"] == "lines")
    hours = next(field for field in line["fields"] if field["name"] == "horaires")

    assert hours["summary"] == "{{fields.jours}} · {{fields.de}} · {{fields.a}}"


def test_no_image_and_no_file_can_be_attached(form: Field) -> None:
    """There is no folder for them, no field and no button."""
    text = json.dumps(form)

    assert "media_folder" not in text
    assert re.search(r'"widget": "(image|file)"', text) is None
    assert set(re.findall(r'"editor_components": (\[[^\]]*\])', text)) == {"[]"}


def test_a_shelter_is_no_contact(tmp_path: Path) -> None:
    """Only who may be named is offered."""
    shelter = "---\ngenre: structure\ntitre: Dormir\nresume: Un lit.\nnom: Lits\ntype: {}\n---\nOui.\n"
    form = configuration(
        write_small_content(
            tmp_path / "content",
            {
                "fr/reseaux/index.md": "---\ngenre: lieux\ntitre: Près\nonglet: Près\nresume: Ici.\n---\nIci.\n",
                "fr/reseaux/71/lits.md": shelter.format("hebergement"),
                "fr/reseaux/71/cidff.md": shelter.format("cidff"),
            },
        )
    )
    fields = {field["name"]: field for field in fields_by_kind(form)["structure"]}
    values = {option["value"] for option in fields["contacts"]["options"]}

    assert "71-cidff" in values
    assert "71-lits" not in values
