"""The national lines whose numbers are known for certain: written here a second time, so that a slip is found.

A number of this table stands in `content/fr/numeros/` as well, where writers and visitors read it. One digit
mistyped there would be dialled by everybody, so the check compares the two. Lines that are not here are their
writer's alone: to add one, or to change one, nothing in this file is needed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

EMERGENCY_LINE = "secours"
MESSAGE_LINE = "sms"
LISTENING_LINE = "ecoute"
"""The three lines that pages show at the bottom of the screen, by the names of their files."""

NUMBER_KEYS = ("numero", "sms", "numero_outre_mer")
"""The keys that hold a number. A line of the table has those that its row names, and no other."""


@dataclass(frozen=True)
class NationalLine:
    """What is certain of one line.

    facts: by French key, as the header of its file says it; telephone numbers are compared by their digits.
    confirmed_by: the public page on which the number can be read again.
    is_emergency: whether it answers at any hour, is free and on no bill, so that no doubt may stand beside it.
    """

    facts: Mapping[str, str]
    confirmed_by: str
    is_emergency: bool = False


_EMERGENCIES = "https://www.service-public.fr/particuliers/vosdroits/F33953"
_SHORT_EMERGENCIES = "https://arcep.fr/demarches-et-services/utilisateurs/je-cherche-la-liste-des-numeros-durgence.html"

_THOSE_WHO_HARM = (
    "https://www.gendinfo.fr/actualites/2020/violences-conjugales-une-ligne-d-ecoute-destinee-aux-auteurs-"
    "pour-mieux-proteger-les-victimes"
)

NATIONAL_LINES: Mapping[str, NationalLine] = {
    "secours": NationalLine({"numero": "17"}, _EMERGENCIES, is_emergency=True),
    "sms": NationalLine({"sms": "114"}, _EMERGENCIES, is_emergency=True),
    "ecoute": NationalLine({"numero": "39 19"}, "https://www.solidaritefemmes.org/appeler-le-3919/", is_emergency=True),
    "europe": NationalLine({"numero": "112"}, _EMERGENCIES, is_emergency=True),
    "sante": NationalLine({"numero": "15"}, _EMERGENCIES, is_emergency=True),
    "pompiers": NationalLine({"numero": "18"}, _EMERGENCIES, is_emergency=True),
    "toit": NationalLine({"numero": "115"}, _SHORT_EMERGENCIES, is_emergency=True),
    "enfance": NationalLine(
        {"numero": "119", "messagerie": "https://www.allo119.gouv.fr"}, _SHORT_EMERGENCIES, is_emergency=True
    ),
    "droits": NationalLine(
        {"numero": "116 006", "numero_outre_mer": "+33 1 80 52 33 76"}, "https://www.france-victimes.fr"
    ),
    "numerique": NationalLine({"numero": "30 18"}, "https://3018.fr"),
    "moral": NationalLine({"numero": "31 14"}, "https://3114.fr"),
    "aines": NationalLine({"numero": "31 33"}, "https://3133.gouv.fr"),
    "soutien": NationalLine({"numero": "0 800 05 95 95"}, "https://cfcv.asso.fr"),
    "handicap": NationalLine({"numero": "01 40 47 06 06"}, "https://ecoute-violences-femmes-handicapees.fr"),
    "changer": NationalLine({"numero": "08 019 019 11"}, _THOSE_WHO_HARM),
    "messagerie": NationalLine(
        {"messagerie": "https://arretonslesviolences.gouv.fr"}, "https://arretonslesviolences.gouv.fr"
    ),
}
"""By the name of the file. A line of this table may be absent from a site, but for the three of every page."""
