"""Give each rule on what no page may tell long texts that are hard to read, and stop at the first that takes long.

    python -m tests.adversarial SIGNS SECONDS

SIGNS: how long each text is. SECONDS: of the processor, for one rule and one text; a rule whose time grows with the
square of the length, or faster, needs more. Run as a process of its own, for a regular expression cannot be stopped.
"""

import itertools
import resource
import sys
import time
from collections.abc import Callable

from eclaircie.checks.disclosure import nearness, people, sizes, text, towns, vocabulary, where

HERE = nearness.Place("71")
RULES: dict[str, Callable[[str], object]] = {
    "street": where.street_in,
    "surroundings": where.surroundings_in,
    "map": where.on_map,
    "way in": where.way_in,
    "size": sizes.size_in,
    "person": people.person_in,
    "author": lambda words: people.person_in(words, is_citation=True),
    "mobile": people.mobile_in,
    "e-mail": people.personal_email_in,
    "town": lambda words: nearness.town_in(words, HERE),
    "town beside": lambda words: nearness.town_beside_shelter(words, HERE),
    "town below": lambda words: nearness.town_beside_shelter(words, HERE, is_about_one=True),
    "town in an address": lambda words: towns.find_in_address(words, "71"),
    "words for a shelter": vocabulary.mentions,
}
UNITS = (
    *("-", ",", " , ", " ", ".", "?", "'", "(", "_", "*", "|", "/", "…", "\u0301", "\u0327\u0301", "\u00ad"),
    *("a", "é", "A", "ABC ", "l'", "d'", "x@", "x.", "a@a.", "http", "///a.", "&amp;", "1", "0", "06-", "06 ", "+33 "),
    *(
        "12 ",
        "12 bis ",
        "71 ",
        "71000 ",
        "46.1",
        "8F",
        "12 rue de ",
        "rue ",
        "rue de la ",
        "place de ",
        "12 A ",
        "Bus ",
    ),
    *("derrière la ", "près de ", "à dix minutes de ", "arrêt de ", "accueille ", "accueille,", "capacité ", "dix "),
    *("dix places", "places : ", "deux petits ", "Le foyer ", "foyer", "Le foyer. ", "hébergement. Il ", "à l'abri "),
    *("À Mâcon ", "Mâcon", "Mâcon : ", "Saint ", "saint-", "St-", "Le ", "L'Abergement-de-", "Chalon sur ", "il "),
    *("la mairie de Mâcon demande un hébergement ", "à Mâcon, on cherche un hébergement, ", "demander "),
    *(
        "Mme ",
        "M. ",
        "A. ",
        "A.",
        "Julie ",
        "Julie-",
        "Mme de ",
        "Contact : ",
        "Contact : J. ",
        "UNTEL ",
        "12 rue Jean ",
    ),
    *("ملجأ ", "في ", "ا", "ماكون ", "ماكون", "بماكون ", "السيدة ", "سان "),
)
BEGINNINGS = ("", "Le foyer, à Mâcon ")


def main(signs: int, seconds: float) -> str | None:
    """The first rule and text that take longer, or None. Nothing is remembered from one text to the next."""
    for rule in RULES.values():
        rule("Le foyer, à Mâcon : ملجأ في ماكون. Julie Untel, 12 rue Haute")  # lists are read once
    for begin, unit, name in itertools.product(BEGINNINGS, UNITS, RULES):
        hard = f"{begin}{unit * (signs // len(unit))} fin"
        for kept in (text.flat, text.sentences, vocabulary.mentions):
            kept.cache_clear()
        start = time.process_time()
        RULES[name](hard)
        if (taken := time.process_time() - start) > seconds:
            return f"{name}: {taken:.1f} s for {begin!r} and {unit!r}"
    return None


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (240, 240))
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2])))
