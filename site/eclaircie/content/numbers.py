"""The telephone numbers that files carry as facts."""

from functools import cache

from pydantic import BaseModel

from .base import Entry, Header
from .facts import declared
from .parts import Keys


def numbers_by_keys(entry: Header, above: Keys = ()) -> dict[Keys, str]:
    """The telephone numbers that an entry carries as facts, by the keys of the header that lead to them.

    above: the keys that lead to the entry, where it is a part of another.
    """
    found: dict[Keys, str] = {}
    for name, key in _fields_with_numbers(type(entry)).items():
        value = getattr(entry, name) or ()
        if isinstance(value, str):
            found[(*above, key)] = value
        else:
            for at, each in enumerate(value):
                found |= numbers_by_keys(each, (*above, key, at))
    return found


@cache
def _fields_with_numbers(model: type[BaseModel]) -> dict[str, str]:
    """The key of each field of a model that holds a telephone number, or a list of parts of which each may hold one."""
    facts, keys = declared(model), {name: field.alias or name for name, field in model.model_fields.items()}
    return {
        name: key
        for name, key in keys.items()
        if facts[key].form == "phone"
        or (facts[key].is_list and (inner := facts[key].inner) and _fields_with_numbers(inner))
    }


def numbers_of(entry: Entry) -> list[str]:
    """The telephone numbers that an entry carries as facts."""
    return list(numbers_by_keys(entry).values())
