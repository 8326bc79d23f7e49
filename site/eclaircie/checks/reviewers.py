"""Who reviewed a translation or cares for a file, as it may be written: an organisation or initials, never a person's name.

Content is public, and whoever helps here may be looked for. A list of all names in all languages does not exist, so it is
the other way round: what shows no organisation and is no initials is refused.
"""

import re

from .disclosure.people import person_in
from .disclosure.text import flat

_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}|[A-Z]{2,6}(?:[ -]?\d{1,3})?")
"""M. D., M.-D., and what is short and all capitals: MD, CIDFF 71."""

_ORGANISATION = re.compile(
    r"\b(?:associations?|asso|collectifs?|centres?|federations?|fondations?|unions?|services?|mairie|ville|departement"
    r"|maisons?|reseaux?|cooperative|agence|bureau|groupe|equipe|universite|ecole|hopital|ligue|planning|comite|ong|ngo"
    r"|femmes|solidarites?|interpretariat|traductions?"
    r"|organi[sz]ations?|charity|trust|centers?|federation|foundation|society|office|agency|network|team|group|university"
    r"|school|hospital|council|women|womens|translations?"
    r"|جمعيه|جمعية|الجمعية|مركز|منظمة|مؤسسة|اتحاد|رابطة|شبكة|جامعة|مدرسة|مستشفى|فريق|مكتب|خدمة)\b",
    re.IGNORECASE,
)
"""Words that show an organisation, without accents."""


def is_allowed(reviewer: str) -> bool:
    """Whether some words name an organisation or give initials, and no person."""
    person = person_in(reviewer)
    if "@" in reviewer or (person and not _ORGANISATION.search(person)):
        return False
    return bool(_INITIALS.fullmatch(reviewer.strip()) or _ORGANISATION.search(flat(reviewer)))
