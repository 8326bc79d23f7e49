"""A header into its model, or every fault in it, each at its line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .faults import Faults
from .frontmatter import Parts
from .hints import nearest
from .models import FACTS, Translation

_Model = TypeVar("_Model", bound=BaseModel)

# pydantic's own error types, and ours for the same thing
_CODES = {
    "missing": "missing_key",
    "string_type": "wrong_text",
    "tuple_type": "wrong_list",
    "list_type": "wrong_list",
    "dict_type": "wrong_mapping",
    "model_type": "wrong_mapping",
    "model_attributes_type": "wrong_mapping",
    "literal_error": "wrong_choice",
}


def read_model(model: type[_Model], parts: Parts, file: Path, faults: Faults) -> _Model | None:
    """The header as a model, or None with every fault in it added, each at its line.

    model: a model with French aliases. parts: what `frontmatter.read` gave.
    """
    try:
        return model.model_validate(parts.data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _add(detail, model, parts, file, faults)
        return None


def _add(detail: Mapping[str, Any], model: type[BaseModel], parts: Parts, file: Path, faults: Faults) -> None:
    keys = tuple(key for key in detail["loc"] if key in _spelled(parts, detail["loc"]) or isinstance(key, str))
    context = detail.get("ctx", {})
    if "key" in context:  # a rule between several keys says which is to be looked at
        keys = (*keys, context["key"])
    line = parts.line(*keys)
    key = str(next((key for key in reversed(keys) if isinstance(key, str)), ""))
    value = detail.get("input")
    code = detail["type"]
    if code == "extra_forbidden":
        owner = _owner(model, keys[:-1])
        known = [field.alias or name for name, field in owner.model_fields.items()]
        if model is Translation and key in FACTS:
            faults.add("fact_in_translation", file, line, key=key)
        else:
            faults.add("unknown_key", file, line, key=key, known=", ".join(known), hint=nearest(key, known))
        return
    known_values = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    value = context.get("value", value)
    hint = nearest(_short(value), known_values.split(", ")) if known_values else ""
    faults.add(_CODES.get(code, code), file, line, key=key, value=_short(value), known=known_values, hint=hint)


def _spelled(parts: Parts, loc: tuple[str | int, ...]) -> set[str | int]:
    """The items of `loc` that lead to a line of the file (pydantic also names steps that no writer sees)."""
    kept: list[str | int] = []
    for key in loc:
        if (*kept, key) in parts.lines:
            kept.append(key)
    return set(kept)


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else ""
    return text if len(text) <= 60 else text[:57] + "…"


def _owner(model: type[BaseModel], keys: tuple[str | int, ...]) -> type[BaseModel]:
    """The model in which a key stands, following the keys that lead to it."""
    for key in keys:
        for name, field in model.model_fields.items():
            inner = _model_in(field.annotation) if (field.alias or name) == key else None
            if inner:
                model = inner
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Source, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _model_in(part):
            return found
    return None
