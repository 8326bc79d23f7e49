"""A header into its model, or every fault in it, each at its line."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..messages.faults import Faults
from .base import Entry, keys_of, required_keys
from .folding import plain_key
from .hints import nearest
from .models import FACTS, MODELS, Translation
from .parts import Parts
from .slips import line_of, quoted

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
        details = error.errors(include_url=False)
        misspelt = _misspelt(details, model)
        for detail in details:
            if not (detail["type"] == "missing" and tuple(detail["loc"]) in misspelt.values()):
                _add(detail, model, parts, file, faults, misspelt)
        return None


def read_kind(parts: Parts, file: Path, faults: Faults) -> type[Entry] | None:
    """The model of a page by its `genre`, or None with a fault added where no page has that one.

    Where the keys are those of another kind, this is one fault, and what else is wrong for that kind is told with it.
    """
    kind = parts.data.get("genre", "page")
    model = MODELS.get(kind) if isinstance(kind, str) else None
    line = parts.line("genre")
    if model is None:
        hint, known = nearest(str(kind), MODELS), ", ".join(MODELS)
        faults.add("wrong_choice", file, line, key="genre", value=str(kind), known=known, hint=hint)
        return None
    strange = [key for key in parts.data if key not in keys_of(model) and key in FACTS]
    if not strange:
        return model
    fitting = {other: sum(key in keys_of(known) for key in strange) for other, known in MODELS.items()}
    most = max(fitting.values())
    missing = {other: len(required_keys(MODELS[other]) - set(parts.data)) for other in MODELS if fitting[other] == most}
    if most == 1 and ("genre" in parts.data or min(missing.values())):
        return model
    meant = [other for other in missing if missing[other] == min(missing.values())]
    keys = ", ".join(f"« {key} »" for key in strange[:3]) + (", …" if len(strange) > 3 else "")
    code = "other_kind" if "genre" in parts.data else "no_kind"
    faults.add(code, file, line, value=str(kind), keys=keys, expected=" / ".join(meant))
    if len(meant) == 1:
        read_model(MODELS[meant[0]], parts, file, faults)
    return None


def tell_keys_below(parts: Parts, file: Path, faults: Faults) -> None:
    """Add a fault for each key that stands at the top of the text, where it would be read as words."""
    for number, line in enumerate(parts.body.split("\n"), parts.body_line):
        match = _KEY_BELOW.match(line)
        if match and match[1] in _KEYS:
            faults.add("key_below", file, number, key=match[1])
        elif line.strip():
            return


_KEY_BELOW = re.compile(r"([a-z_]+):(?:\s|$)")
_KEYS = FACTS | keys_of(Translation)


def _misspelt(details: list[Any], model: type[BaseModel]) -> dict[tuple[str | int, ...], tuple[str | int, ...]]:
    """The keys that differ from a known one by an accent or a capital only, each with what it should be."""
    found = {}
    for detail in details:
        if detail["type"] == "extra_forbidden" and isinstance(key := detail["loc"][-1], str):
            above = tuple(detail["loc"][:-1])
            known = keys_of(_owner(model, above))
            # `resume:Une phrase : deux` has a key for YAML, and it is not the one that was meant.
            plain = plain_key(key.partition(":")[0])
            if right := next((name for name in known if plain_key(name) == plain), None):
                found[(*above, key)] = (*above, right)
    return found


def _add(
    detail: Mapping[str, Any],
    model: type[BaseModel],
    parts: Parts,
    file: Path,
    faults: Faults,
    misspelt: Mapping[tuple[str | int, ...], tuple[str | int, ...]],
) -> None:
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
        if right := misspelt.get(tuple(detail["loc"])):
            name, colon, rest = key.partition(":")
            if colon:
                expected = line_of(f"{name}: ", f"{rest.strip()} : {_short(detail.get('input'))}")
                faults.add("colon_blank", file, line, key=name, expected=expected)
            else:
                faults.add("key_spelling", file, line, key=key, expected=str(right[-1]))
        elif model is Translation and key in FACTS:
            faults.add("fact_in_translation", file, line, key=key)
        else:
            faults.add("unknown_key", file, line, key=key, known=", ".join(known), hint=nearest(key, known))
        return
    known_values = str(context.get("expected", "")).replace("'", "").replace(" or ", ", ")
    value = context.get("value", value)
    if code == "string_type" and isinstance(value, dict) and len(value) == 1 and isinstance(detail["loc"][-1], int):
        ((before, behind),) = value.items()
        expected = f"- {quoted(f'{before}: {behind}')}"
        faults.add("colon_in_value", file, line, key=key, expected=expected)
        return
    hint = nearest(_short(value), known_values.split(", ")) if known_values else ""
    code = _CODES.get(code, code)
    if code == "missing_key" and tuple(detail["loc"]) in parts.lines:
        code = "empty_value"  # it stands there, and says nothing
    if code == "wrong_list" and isinstance(value, str) and value.strip():
        # an address has slashes of its own
        between = "[,;]" if "://" in value else "[,;/]"
        items = re.split(rf"\s*{between}\s*|\s+et\s+", value.strip(" []"))
        hint = f" → {key}: [{', '.join(items)}]"
    form = str(context.get("form", ""))
    faults.add(code, file, line, key=key, value=_short(value), known=known_values, hint=hint, expected=form)


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
