"""What search engines and other programs read of a page: schema.org data, from the page's inputs and nothing else.

It tells whom to call, when, in which languages and where, and never more than the page shows. It describes those who
help and not the page: no title, no summary, no picture, for messaging services make previews of links from these.
What is to be confirmed is left out, since schema.org has no word for doubt.
Source: https://schema.org/ContactPoint, https://schema.org/ServiceChannel
"""

import json
from typing import Any

from ..canonical_json import Inputs
from ..content import privacy
from ..content.values import digits_of

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_STATE_NUMBERS = frozenset({"15", "17", "18", "112", "114", "115", "119"})
"""The short numbers of public services. The others are those of associations."""

_TYPES = {"cidff": "NGO", "france_victimes": "NGO", "association": "NGO", "umj": "MedicalOrganization"}
"""The types of structures for which schema.org has a word that is surely right."""

_COUNTRIES = {
    "metropole": ("FR",),
    "outre_mer": ("GP", "MQ", "GF", "RE", "YT"),
    "guadeloupe": ("GP",),
    "martinique": ("MQ",),
    "guyane": ("GF",),
    "reunion": ("RE",),
    "mayotte": ("YT",),
    "saint_pierre_et_miquelon": ("PM",),
    "saint_barthelemy": ("BL",),
    "saint_martin": ("MF",),
    "wallis_et_futuna": ("WF",),
    "polynesie": ("PF",),
    "nouvelle_caledonie": ("NC",),
}
"""Where a line answers, by ISO 3166-1 code: the same in every language, and short."""

_OVERSEAS_CODES = {
    **dict.fromkeys(("0262", "0263", "0269", "0639", "0692", "0693"), "262"),
    **dict.fromkeys(("0590", "0690", "0691"), "590"),
    **dict.fromkeys(("0594", "0694"), "594"),
    **dict.fromkeys(("0596", "0696", "0697"), "596"),
}
"""The country codes of long numbers that are not those of the mainland, by their first digits.
Source: https://www.arcep.fr/la-regulation/grands-dossiers-thematiques-transverses/la-numerotation.html
"""

_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured_data(inputs: Inputs) -> Inputs | None:
    """The schema.org data of a page, or None where it has nothing to tell. inputs: all that its template sees."""
    tell = {"ligne": _line, "structure": _local, "reseau": _local, "departement": _area}.get(inputs["kind"])
    if tell is None:
        return None
    return {"@context": "https://schema.org", **_known(tell(inputs))}


def script_text(data: Inputs) -> str:
    """Structured data as the text of a `<script>`, where no value can end the script or begin a comment."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def international(number: str) -> str:
    """A telephone number as one dials it from anywhere; a short one as it is, for it exists in France only."""
    digits = digits_of(number)
    if len(digits) != 10 or not digits.startswith("0"):
        return digits
    return f"+{_OVERSEAS_CODES.get(digits[:4], '33')}{digits[1:]}"


def _line(inputs: Inputs) -> Inputs:
    facts = _sure_facts(inputs)
    area = list(dict.fromkeys(code for name in facts.get("territoires") or ["metropole"] for code in _COUNTRIES[name]))
    call, write = facts.get("numero"), facts.get("sms")
    point = _contact_point(inputs, facts) if call or facts.get("courriel") else {}
    text = _contact_point(inputs, facts | {"numero": write, "courriel": None}) if write else {}
    abroad = _contact_point(inputs, {"numero": facts.get("numero_outre_mer")})
    if digits_of(call or write or "") in _STATE_NUMBERS:
        channel = {"@type": "ServiceChannel", "servicePhone": point, "serviceSmsNumber": text}
        return {
            "@type": "GovernmentService",
            "name": facts["nom"],
            "url": facts.get("site"),
            "areaServed": _one_or_more(area),
            "availableChannel": _known(channel),
        }
    return {
        "@type": "Organization",
        "name": facts["nom"],
        "url": facts.get("site"),
        "areaServed": _one_or_more(area),
        "contactPoint": _one_or_more([each for each in (point, text, abroad) if len(each) > 1]),
    }


def _local(inputs: Inputs) -> Inputs:
    facts = _sure_facts(inputs)
    own = _contact_point(inputs, facts)
    contacts = privacy.shared_contacts(facts, inputs.get("contacts") or [])
    points = [own, *({**_contact_point(inputs, _numbers(each)), "name": each["nom"]} for each in contacts)]
    unsure = _doubtful(inputs) & {"communes", "intercommunalites"}
    area = [] if privacy.is_shelter(facts) or unsure else inputs.get("area") or []
    return {
        "@type": _TYPES.get(facts.get("type") or "", "Organization"),
        "name": facts["nom"],
        "url": facts.get("site"),
        "address": _address(facts.get("adresse")),
        "areaServed": _one_or_more(area or [inputs["territory"]["name"]]),
        "contactPoint": _one_or_more([point for point in points if "telephone" in point or "email" in point]),
    }


def _area(inputs: Inputs) -> Inputs:
    territory = inputs["territory"]
    return {"@type": "AdministrativeArea", "name": territory["name"], "identifier": territory["code"]}


def _doubtful(inputs: Inputs) -> set[str]:
    """The keys of the facts that are to be confirmed. Past their review, hours are the first to be wrong."""
    facts = inputs["facts"]
    if facts.get("secours"):
        return set()
    return set(facts.get("a_confirmer") or ()) | ({"horaires"} if inputs.get("old") else set())


def _sure_facts(inputs: Inputs) -> Inputs:
    facts = privacy.shared_facts(inputs["facts"])
    return {key: value for key, value in facts.items() if key == "nom" or key not in _doubtful(inputs)}


def _numbers(contact: Inputs) -> Inputs:
    return {"numero": contact.get("numero")}


def _contact_point(inputs: Inputs, facts: Inputs) -> Inputs:
    """How one is reached. inputs: of the page. facts: those that are sure."""
    number = facts.get("numero")
    options = {"TollFree": facts.get("cout") == "gratuit", "HearingImpairedSupported": bool(facts.get("acces_sourds"))}
    point = {
        "@type": "ContactPoint",
        "telephone": international(number) if number else None,
        "email": facts.get("courriel"),
        "availableLanguage": facts.get("langues"),
        "contactOption": _one_or_more([name for name, holds in options.items() if holds and number]),
        "hoursAvailable": _one_or_more([_opening(row, inputs) for row in facts.get("horaires") or ()]),
    }
    return _known(point)


def _opening(row: Inputs, inputs: Inputs) -> Inputs:
    """Opening hours, until the day on which they are to be checked again."""
    sure = inputs["facts"].get("secours")
    opening = {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_DAYS[day] for day in row["jours"]],
        "opens": row["de"],
        # Source: https://developers.google.com/search/docs/appearance/structured-data/local-business (all-day hours)
        "closes": "23:59" if row["a"] == "24:00" else row["a"],
        "validThrough": None if sure else inputs.get("review_day"),
    }
    return _known(opening)


def _address(line: str | None) -> Inputs | str | None:
    parts = privacy.parts_of_address(line) if line else None
    if parts is None:
        return line
    return {
        "@type": "PostalAddress",
        "streetAddress": parts.street,
        "postalCode": parts.postcode,
        "addressLocality": parts.town,
        "addressCountry": "FR",
    }


def _one_or_more(values: list[Any]) -> Any:
    """A list of one is written as the one it holds."""
    return values[0] if len(values) == 1 else values


def _known(made: Inputs) -> Inputs:
    return {key: value for key, value in made.items() if value not in (None, "", [], {})}
