"""Headers of every kind with every key that the models know, so that a new key is tried without being named here."""

import re
from collections.abc import Iterator
from copy import deepcopy
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from eclaircie.content.facts import Choice

PLAIN = "Un mot"

_BY_TYPE = {
    "_text": PLAIN,
    "_date": "2026-11-01",
    "_count": "3",
    "_yes": "non",
    "_amount": "100,00",
    "_phone": "0 800 00 00 02",
    "_local_phone": "03 85 00 00 02",
    "_time": "09:00",
    "_days": "tous",
    "_tag": "fr",
    "_address": "https://essai.test/a",
    "_origin": "https://essai.test",
    "_email": "contact@essai.test",
    "_position": "46.306, 4.832",
    "_record": "data-inclusion:essai--1",
}
"""A value of each type of `content.values`, by the name of the function that reads it."""

_BY_KEY: dict[str, Any] = {
    "ligne": "ecoute",
    "contacts": ["ecoute"],
    "commune": "Mâcon",
    "communes": ["Mâcon"],
    "departements": ["71"],
    "intercommunalites": ["CC Mâconnais-Tournugeois"],
    "reseaux": ["reseau"],
    "raccourcis": ["aider"],
    "portes": ["aider"],
    "themes": ["aider"],
    "lignes": ["ecoute"],
    "a_confirmer": ["sources"],
    "montants": ["100,00", "50,00"],
    "debut": "2026-12-01",
    "fin": "2026-12-02",
    "valable_jusqu_au": "2027-03-01",
    "depuis": "2026-01-01",
    "tranches": ["50", "100"],
    "reductions": ["0", "20", "40"],
    "plafonds_don": ["150", "225"],
    "a": "17:30",
    "traduit_de": "x",
    "relu_par": "Association Essai",
    "suivi_par": "Association Essai",
}
"""Where a value must suit another file or another key."""

Keys = tuple[str | int, ...]


def sample(model: type[BaseModel], **given: Any) -> dict[str, Any]:
    """Data that a model accepts, with every key it knows. given: values of some keys."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    chosen = _BY_KEY | given
    # The rows of a scale have the key of the lines of the home page.
    return {
        key: deepcopy(chosen[key])
        if key in chosen and (key in given or not _holds_a_model(field))
        else _value(_typed(field))
        for key, field in fields.items()
    }


def leaves(data: Any, keys: Keys = ()) -> Iterator[Keys]:
    """The keys that lead to each text of some data."""
    if isinstance(data, str):
        yield keys
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from leaves(value, (*keys, key))


def put(data: Any, keys: Keys, text: str) -> None:
    """Put a text in the place of another."""
    for key in keys[:-1]:
        data = data[key]
    data[keys[-1]] = text


def as_yaml(data: dict[str, Any], depth: int = 0) -> str:
    """Data as YAML, each text on a line of its own and every other sign by its number."""
    lines = []
    for key, value in data.items():
        space = "  " * depth
        if isinstance(value, str):
            lines.append(f"{space}{key}: {_quoted(value)}\n")
        elif isinstance(value, dict):
            lines.append(f"{space}{key}:\n{as_yaml(value, depth + 1)}")
        else:
            lines.append(f"{space}{key}:\n{''.join(_item(item, depth + 1) for item in value)}")
    return "".join(lines)


def _item(item: Any, depth: int) -> str:
    space = "  " * depth
    return f"{space}- {_quoted(item)}\n" if isinstance(item, str) else f"{space}-\n{as_yaml(item, depth + 1)}"


def _quoted(text: str) -> str:
    escaped = re.sub(r'["\\]|[^ -~]', lambda sign: f"\\U{ord(sign[0]):08x}", text)
    return f'"{escaped}"'


def _typed(field: FieldInfo) -> Any:
    kind: Any = field.annotation
    for metadata in field.metadata:
        kind = Annotated[kind, metadata]
    return kind


def _holds_a_model(field: FieldInfo) -> bool:
    return "ScaleRow" in repr(field.annotation)


def _value(kind: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        for extra in arguments[1:]:
            if isinstance(extra, Choice):
                return next(iter(extra.labels))
        readers = [extra.func.__name__ for extra in arguments[1:] if isinstance(extra, BeforeValidator)]
        return _BY_TYPE[readers[0]] if readers else _value(arguments[0])
    if origin in (Union, UnionType):
        return _value(arguments[0])
    if origin is tuple:
        return [_value(arguments[0])]
    if origin is dict:
        return {"fr": _value(arguments[1])}
    return sample(kind)
