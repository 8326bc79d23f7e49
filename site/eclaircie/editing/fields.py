"""The fields of the form, made from the declarations of the facts: whoever adds a key to a model has it in the form.

What each option does is told at https://sveltiacms.app/en/docs/fields.
"""

import re
from typing import Any

from pydantic import BaseModel

from ..content.base import Entry, keys_of
from ..content.counters import Counter
from ..content.facts import Choice, Declared, Kind, Shape, declared
from ..content.labels import label_of, label_of_one, label_of_word
from ..content.models import Translation
from ..languages import SOURCE
from ..messages.sentences import sentence
from .names import Existing, Option, keys_to_confirm

Field = dict[str, Any]

BODY = "body"
"""The name of the field for the text below a header."""
TRANSLATED = keys_of(Translation)
"""The keys that a translation has of its own."""
_IN_A_BOX = frozenset({"resume"})
"""The texts that are sentences: they have a box of several lines, and are read as one."""
_UNSAID = "page"
"""The kind of page that need not be said."""
_ANSWERS = [{"value": "oui", "label": "Oui"}, {"value": "non", "label": "Non"}]


def fields_of(model: type[Entry], kind: str, existing: Existing) -> list[Field]:
    """The fields of a kind of page, in the order in which its header has them, and that of its text where it may have one."""
    genre: Field = {"name": "genre", "label": label_of("genre"), "widget": "hidden", "default": kind}
    if kind == _UNSAID:
        # The form is told so of a hidden field as of any other, though its types do not say that it is.
        genre |= {"default": "", "required": False}
    others = [_field(each, existing, model) for key, each in declared(model).items() if key != "genre"]
    return [genre, *others, *([] if issubclass(model, Counter) else [_text_field()])]


def _text_field() -> Field:
    return {
        "name": BODY,
        "label": sentence("form.text", "fr"),
        "hint": sentence("form.text_hint", "fr"),
        "widget": "richtext",
        "i18n": True,
        "required": [SOURCE.tag],
        "buttons": [
            "bold",
            "italic",
            "link",
            "heading-two",
            "heading-three",
            "bulleted-list",
            "numbered-list",
            "quote",
        ],
        # One image would be one more request, and a file in the phone's downloads.
        "editor_components": [],
        "linked_images": False,
        "use_emoji_autocomplete": False,
    }


def _field(fact: Declared, existing: Existing, model: type[BaseModel]) -> Field:
    """A fact as a field. model: the one in which it stands."""
    translated = issubclass(model, Entry) and fact.key in TRANSLATED
    field: Field = {"name": fact.key, "label": label_of(fact.key), "required": _required(fact, translated)}
    if fact.fact.hint:
        field["hint"] = plain_hint(fact.fact.hint)
    if translated:
        field["i18n"] = True
    # Days are several, and written as one text.
    is_list = fact.is_list and fact.form != "days"
    field |= _of_list(fact, existing, model) if is_list else _of_one(fact, existing, model)
    return field


def _required(fact: Declared, translated: bool) -> bool | list[str]:
    return [SOURCE.tag] if fact.is_required and translated else fact.is_required


def _of_one(fact: Declared, existing: Existing, model: type[BaseModel]) -> Field:
    """What makes the field of one value."""
    if fact.inner:
        return {"widget": "object", "fields": _inner(fact.inner, existing), "collapsed": "auto"}
    if options := _options(fact, existing, model):
        return {"widget": "select", "options": options}
    if fact.form == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"} | _pattern(fact)
    if fact.form == "count":
        return {"widget": "number", "value_type": "int", "min": 0} | _pattern(fact)
    widget = "text" if fact.key in _IN_A_BOX else "string"
    return {"widget": widget, "use_emoji_autocomplete": False} | _pattern(fact)


def _of_list(fact: Declared, existing: Existing, model: type[BaseModel]) -> Field:
    """What makes the field of several values."""
    one_more = {"label_singular": label_of_one(fact.key)}
    if fact.inner:
        inner = _inner(fact.inner, existing)
        return {"widget": "list", "fields": inner, "collapsed": "auto", "summary": _in_short(fact.inner)} | one_more
    if options := _options(fact, existing, model):
        return {"widget": "select", "multiple": True, "options": options}
    if not (shape := _pattern(fact)):
        return {"widget": "list"} | one_more
    # Only a field within the list is held to a rule.
    return {"widget": "list", "field": {"name": fact.key, "label": one_more["label_singular"], **shape}} | one_more


def _in_short(model: type[BaseModel]) -> str:
    """What is shown of an item that is folded up: all that it must have, so that hours show more than their days.

    An address is left out: it takes two lines and is not read.
    """
    needed = [each.key for each in declared(model).values() if each.is_required and each.form != "address"]
    return " · ".join(f"{{{{fields.{key}}}}}" for key in needed)


def _inner(model: type[BaseModel], existing: Existing) -> list[Field]:
    return [_field(each, existing, model) for each in declared(model).values()]


def _options(fact: Declared, existing: Existing, model: type[BaseModel]) -> list[Option]:
    """What one may choose; nothing where one writes."""
    if isinstance(fact.kind, Choice):
        return [{"value": word, "label": label_of_word(word, fact.kind)} for word in fact.kind.labels]
    if fact.form == "yes":
        return _ANSWERS
    names = fact.kind.names if fact.kind else ""
    if names == "keys":
        return keys_to_confirm(model) if issubclass(model, Entry) else []
    return existing[names] if names else []


def _pattern(fact: Declared) -> Field:
    shape = fact.kind.shape if isinstance(fact.kind, Kind) else None
    return {"pattern": pattern(shape)} if shape else {}


def pattern(shape: Shape) -> list[str]:
    """A rule of values as the form has it: what the whole value matches, and the sentence of the checks said of any other."""
    told = sentence(f"faults.{shape.fault}", "fr", value="…", name="…", expected=shape.example)
    return [f"/^(?:{shape.pattern})$/{'i' if shape.any_case else ''}", told]


def plain_hint(hint: str) -> str:
    """A hint of the guide as the form shows it: without code, without links within a document, as a sentence."""
    hint = re.sub(r"\[([^\]`]+)\]\([^)]*\)", r"\1", hint)
    hint = re.sub(r"`([^`]+)`", lambda code: _plain_code(code[1]), hint)
    return hint[:1].upper() + hint[1:]


def _plain_code(code: str) -> str:
    """What is written in a header, as it is typed into fields: one by one."""
    if code.startswith("["):
        return ", ".join(map(_quoted, code.strip("[]").split(", ")))
    if code.startswith("{"):
        pairs = (pair.partition(": ") for pair in code.strip("{}").split(", "))
        return _quoted(", ".join(f"{label_of(key)} : {value}" for key, _, value in pairs))
    return _quoted(code)


def _quoted(text: str) -> str:
    return f"«\u00a0{text}\u00a0»"
