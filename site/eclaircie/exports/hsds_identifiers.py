"""The identifiers of what is exported: the same for the same page, whenever and wherever the files are made."""

import uuid

NAMESPACE = uuid.UUID("98fb969c-e8ac-4e20-9ad3-f22099ce93f0")
"""Every identifier is made from this and from the path of a page. Never to be changed: others keep the identifiers."""


def identifier(path: str, *steps: object) -> str:
    """The identifier of a page, or of a part of what it tells."""
    return str(uuid.uuid5(NAMESPACE, "#".join((path, *map(str, steps)))))
