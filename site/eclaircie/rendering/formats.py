"""Facts in words: hours, amounts, days and numbers as a reader of the page's language expects them.

Digits are always the ones on a telephone's keys, in every language.
"""

import datetime
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, get_day_names
from babel.numbers import format_currency
from flask import request
from flask_babel import get_locale, gettext

from ..content.values import digits_of
from ..languages import SOURCE, language_of


def N_(message: str) -> str:  # noqa: N802  # the name by which extraction knows a message that is translated later
    """A message for the catalogues, as it is."""
    return message


LABELS = {
    "gratuit": N_("Appel gratuit"),
    "appel_ordinaire": N_("Prix d’un appel ordinaire"),
    "n_apparait_pas": N_("N’apparaît pas sur la facture"),
    "peut_apparaitre": N_("Peut apparaître sur la facture"),
    "metropole": N_("France métropolitaine"),
    "guadeloupe": "Guadeloupe",
    "guyane": N_("Guyane"),
    "martinique": "Martinique",
    "reunion": N_("La Réunion"),
    "mayotte": "Mayotte",
    "outre_mer": N_("départements d’outre-mer"),
    "saint_pierre_et_miquelon": "Saint-Pierre-et-Miquelon",
    "saint_barthelemy": "Saint-Barthélemy",
    "saint_martin": "Saint-Martin",
    "wallis_et_futuna": "Wallis-et-Futuna",
    "polynesie": N_("Polynésie française"),
    "nouvelle_caledonie": N_("Nouvelle-Calédonie"),
    "sms": N_("SMS"),
    "application": N_("application"),
    "visio_lsf": N_("visio en langue des signes"),
    "transcription": N_("conversation écrite en direct"),
    "tchat": N_("messagerie"),
    "formulaire": N_("formulaire"),
    # What a local structure offers, for whom, and how one comes to it
    "parler": N_("Parler"),
    "dormir": N_("Dormir ailleurs"),
    "plainte": N_("Plainte et droits"),
    "enfants": N_("Enfants"),
    "sante": N_("Santé"),
    "argent": N_("Argent et logement"),
    "pour_femmes": N_("femmes"),
    "pour_hommes": N_("hommes"),
    "pour_enfants": N_("enfants"),
    "pour_jeunes": N_("jeunes"),
    "pour_proches": N_("proches"),
    "pour_tout_le_monde": N_("tout le monde"),
    "fauteuil": N_("fauteuil roulant"),
    "boucle_magnetique": N_("boucle magnétique"),
    "langue_des_signes": N_("langue des signes"),
    "accompagnement": N_("on vous accompagne"),
    "accueil_gratuit": N_("Gratuit"),
    "accueil_selon_revenus": N_("Selon les revenus"),
    "accueil_payant": N_("Payant"),
    "commissariat": N_("au commissariat"),
    "gendarmerie": N_("à la gendarmerie"),
    # Whom to ask for at a desk
    "intervenante_sociale": N_("l’intervenante sociale"),
    "assistante_sociale": N_("l’assistante sociale"),
    "reseau_local": N_("le réseau local"),
    "aide_aux_victimes": N_("l’aide aux victimes"),
    "ccas": N_("le service social de la mairie (CCAS)"),
    # The types of local structures
    "ecoute": N_("Écoute et accompagnement"),
    "hebergement": N_("Hébergement, à une adresse qui n’est jamais publiée"),
    "iscg": N_("Assistante ou assistant social"),
    "service_social": N_("Service social"),
    "cidff": N_("Information sur les droits (CIDFF)"),
    "france_victimes": N_("Aide aux victimes (France Victimes)"),
    "umj": N_("Médecins légistes (UMJ)"),
    "accueil_de_jour": N_("Accueil de jour"),
    "leao": N_("Écoute, accueil et orientation (LEAO)"),
    "groupe_de_parole": N_("Groupe de parole"),
    "point_justice": N_("Point-justice"),
    "caf": N_("Caisse d’allocations familiales"),
    "bailleur": N_("Logement social"),
    "maison_des_femmes": N_("Maison des femmes"),
    "association": N_("Association"),
}
"""What each value of a choice is called; `pour_` and `accueil_` tell apart what is written alike in the headers."""

_BABEL_TAGS = {"prs": "fa_AF", "zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
"""Languages that Babel's lists of names know by another name."""


def _(message: str, **values: object) -> str:
    return str(gettext(message, **values))


def _locale() -> Locale:
    locale: Locale = get_locale()
    return locale


def phone(number: str) -> str:
    """A telephone number as it is read, its groups never on two lines."""
    return number.replace(" ", "\u00a0")


def tel(number: str) -> str:
    """The address that calls a number."""
    return f"tel:{digits_of(number)}"


def sms(number: str) -> str:
    """The address that opens an empty message to a number."""
    return f"sms:{digits_of(number)}"


def day(date: str) -> str:
    """An ISO date in words."""
    return format_date(datetime.date.fromisoformat(date), format="long", locale=_locale())


def amount(cents: int) -> str:
    """An amount of euros, given in cents."""
    return format_currency(cents / 100, "EUR", locale=_locale())


def clock(time: str) -> str:
    """A time of day; French writes 9 h 30, the others 9:30."""
    hours, minutes = time.split(":")
    if language_of(request.path) is not SOURCE:
        return f"{int(hours)}:{minutes}"
    return f"{int(hours)}\u00a0h" + (f"\u00a0{minutes}" if minutes != "00" else "")


def days(numbers: list[int]) -> str:
    """Days of the week (Monday being 0) in words, neighbours drawn together."""
    if len(numbers) == 7:
        return _("tous les jours")
    names = get_day_names("wide", context="format", locale=_locale())
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = []
    for run in runs:
        if len(run) > 2:
            words.append(_("du %(first)s au %(last)s", first=names[run[0]], last=names[run[-1]]))
        else:
            words.extend(names[number] for number in run)
    return _(", ").join(words)


def hours(rows: list[dict[str, Any]]) -> str:
    """Opening hours in one line."""
    if len(rows) == 1 and len(rows[0]["jours"]) == 7 and (rows[0]["de"], rows[0]["a"]) == ("00:00", "24:00"):
        return _("Jour et nuit, tous les jours")
    told: dict[str, list[str]] = {}
    for row in rows:
        times = _("de %(start)s à %(end)s", start=clock(row["de"]), end=clock(row["a"]))
        told.setdefault(days(row["jours"]), []).append(times)
    text = " · ".join(f"{when} {_(', ').join(times)}" for when, times in told.items())
    return text[:1].upper() + text[1:]


def languages(tags: list[str]) -> str:
    """Languages by their names in the page's language."""
    return _(", ").join(_language_name(tag) for tag in tags)


def _language_name(tag: str) -> str:
    names = _locale().languages
    key = _BABEL_TAGS.get(tag, tag.replace("-", "_"))
    if key in names:
        return str(names[key])
    try:
        return str(Locale.parse(key).get_display_name(_locale()) or tag)
    except (UnknownLocaleError, ValueError):
        return tag


def labels(values: list[str], prefix: str = "") -> str:
    """The values of a fact that is a choice, in words. prefix: tells apart what is written alike, see `label`."""
    return _(", ").join(label(prefix + value) for value in values)


def label(value: str) -> str:
    """One value of a fact that is a choice, in words."""
    return _(LABELS[value])


def tell(key: str, value: Any) -> str:
    """A fact in the middle of a sentence. key: its French key."""
    if key in ("horaires", "horaires_messagerie"):
        told = hours(value)
        return told[:1].lower() + told[1:]
    if key in ("numero", "numero_outre_mer"):
        return phone(value)
    if key == "langues":
        return languages(value)
    if key in ("messagerie", "site"):
        return host(value)
    return str(value)


def host(address: str) -> str:
    """The name of a site, as it is said aloud."""
    return address.removeprefix("https://").split("/", 1)[0].removeprefix("www.")


FILTERS = {
    "phone": phone,
    "tel": tel,
    "sms": sms,
    "day": day,
    "amount": amount,
    "hours": hours,
    "languages": languages,
    "label": label,
    "labels": labels,
    "host": host,
}
