"""Data that JSON can hold, in one form: the same data is always the same text."""

from typing import Any

import orjson

Inputs = dict[str, Any]
"""Data that JSON can hold."""

_JSON_ALONE = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def canonical_json(data: Any) -> str:
    """Data as JSON: the same data is always the same text.

    Raises TypeError where JSON cannot hold it.
    """
    return orjson.dumps(data, option=_JSON_ALONE).decode()
