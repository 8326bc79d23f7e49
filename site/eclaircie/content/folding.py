"""Texts in the plain letters in which names and words compare as people write them."""

import re
import unicodedata


def plain(text: str) -> str:
    """A name in lower case, without accents, hyphens and apostrophes, so that names compare as people write them."""
    folded = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    letters = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def plain_key(key: str) -> str:
    """A key of a header without accents and capitals: `résumé` is `resume`."""
    return plain(key.replace("_", " ")).replace(" ", "_")
