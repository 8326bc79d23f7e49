"""A page of figures in sections: what is measured again takes the place of its section, what nobody measures stays."""

import re


def sections_of(document: str) -> dict[str, str]:
    """The texts below the headings of the second level, by these headings, in order."""
    found = re.split(r"^## (.*)\n", document, flags=re.MULTILINE)[1:]
    return {heading: text.strip() + "\n" for heading, text in zip(found[::2], found[1::2], strict=True)}


def joined(head: str, sections: dict[str, str]) -> str:
    """The document again. head: what stands before the first heading."""
    return "\n".join([head, *(f"## {heading}\n\n{text}" for heading, text in sections.items())])
