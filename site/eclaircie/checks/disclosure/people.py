"""Who works there: names, mobile numbers and e-mail addresses of persons."""

import html
import re
from functools import cache

from .text import Sentence, Word, flat, sentences, shown
from .vocabulary import clues, word_list

_TITLES = clues("title")
_RANKS = clues("rank")
_POLITE = clues("polite")
_ARABIC_TITLES = re.compile("و?(?:ال|لل|بال)(?:سيدة|سيد|دكتورة|دكتور|استاذة|استاذ|انسة)")
_ARABIC_NO_NAMES = clues("no-arabic-name")
_PARTICLES = clues("particle")
_NAMED_AFTER = clues("named-after")
"""What stands before the name of someone who is not meant: « le centre hospitalier Marie Untel »."""
_ROLES = clues("role")
"""Words that announce a name."""
_MOBILE = re.compile(
    r"(?<!\d)(?:\+(?:33 ?(?:\(0\) ?)?[67]|(?:262|590|594|596) ?6)|0 ?[67])(?:[ .,/_-]{0,4}\d){8}(?!\d)"
)
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]++)@[\w.-]+")
_SERVICE = re.compile(
    "accueil|agence|aide|animation|antenne|association|asso|bienvenue|brigade|bta|bureau|caf|cab|ccas|cdad|centres?|cias|cidff"
    "|cmp|cob|commissariat|communication|contact|csf|ddets|delegation|departement|direction|dv|ecoute|egalite|enfance|espace"
    "|federation|femmes?|fv|familles?|familiale?|france|gendarmerie|greffe|groupe|hebergement|hopital|infos?|information"
    "|insertion|intervenante?s?|iscg?|jour|justice|juridique|leao|logement|mairie|maison|mariages?|mariageforce"
    "|mds|mediation|mission|mjd|msa|ordre|permanences?|planning|pmi|point|pole|police|prefecture|prevention|psy|public|reseaux?"
    "|sante|secretariat|services?|siao|sociale?|solidarites?|sos|standard|tj|tribunal|tprx|uaped|umj|unite|urgences|vif|victimes?"
    "|violences|foundation|fondation|trust|society|charity|secours|croix|rouge|ville|emmaus|samu|support|help|office|info|webmaster|dpo|rgpd"
)
"""Words that show an e-mail address, or what a name announces, to be that of a service."""


@cache
def _first_names() -> frozenset[str]:
    return frozenset(name.lower() for line in word_list("first-names.txt") for name in line.split())


@cache
def _signs() -> frozenset[str]:
    """The words, as written, of which a text that names somebody holds at least one."""
    words = {*_RANKS, *_ROLES, *_first_names()}
    return frozenset((*_TITLES, *words, *map(str.title, words), *map(str.upper, words)))


_ANY_WORD = re.compile(r"[^\W_]+")


def signs_in(text: str) -> frozenset[str]:
    """Words of which every text that names somebody holds at least one: quick to find. None: nobody is named.

    text: any text, or many in lines of their own.
    """
    read = flat(text)
    return _signs().intersection(_ANY_WORD.findall(read)) | frozenset(_ARABIC_TITLES.findall(read))


def person_in(text: str, is_citation: bool = False) -> str | None:
    """The name of a person: behind a title, with a usual first name, or where a name is announced.

    is_citation: whether the text says where something was read. An author may be named there, but nobody is Mme or M.
    """
    if not signs_in(text):
        return None
    for words in sentences(text):
        for at in range(len(words)):
            if is_citation:
                end = _titled(words, at) if words[at].low in _POLITE or not words[at].low.isascii() else 0
            else:
                end = _titled(words, at) or _with_first_name(words, at) or _announced(words, at)
            if end and not _is_named_after(words, at):
                return shown(text, words, at, end)
    return None


def _is_proper(word: Word) -> bool:
    return word.is_capital and len(word.low) > 1 and word.low.isalpha() and word.low != "too"


def _surname(words: Sentence, at: int, gaps: tuple[str, ...]) -> int:
    """The end of a proper name that begins here, initials and « de la » before it included; 0 where none does."""
    was_initial = False
    for end in range(at, min(len(words), at + 6)):
        word = words[end]
        is_initial = len(word.low) == 1 and word.is_capital
        inside = (" ", "-", "'", ".", ". ", ".-") if was_initial else (" ", "-", "'")
        if word.gap not in (gaps if end == at and gaps else ()) and word.gap not in inside:
            return 0
        if _is_proper(word):
            return 0 if _SERVICE.fullmatch(word.low) else end + 1
        if not is_initial and word.low not in _PARTICLES:
            return 0
        if word.low in ("le", "la", "l", "les") and end == at:
            return 0
        was_initial = is_initial
    return 0


def _titled(words: Sentence, at: int) -> int:
    """« Mme Untel », « le docteur J. de Untel », « السيدة فلانة »: the end, where the title stands here, or 0."""
    word, behind = words[at], at + 1
    if behind >= len(words):
        return 0
    if _ARABIC_TITLES.fullmatch(word.low):
        name = words[behind]
        is_name = name.gap == " " and len(name.low) > 2 and name.low.isalpha() and name.low not in _ARABIC_NO_NAMES
        is_name = is_name and (
            name.is_capital if name.low.isascii() else not name.low.startswith(("ال", "لل", "وال", "بال"))
        )
        return behind + 1 if is_name else 0
    if word.shown in _TITLES:
        return _surname(words, behind, (". ", "."))
    if word.low in _RANKS:
        if words[behind].low in ("chef", "cheffe") and words[behind].gap == "-":
            behind += 1
        return _surname(words, behind, ()) if behind < len(words) and words[behind].gap == " " else 0
    return 0


def _with_first_name(words: Sentence, at: int) -> int:
    """« Sophie Untel », « Marie-Claude Untel », « UNTEL Sophie »: the end, where the name begins here, or 0."""
    word, behind = words[at], at + 1
    if not word.is_capital or behind >= len(words) or word.gap.endswith("-"):
        return 0
    if word.low in _first_names() and (not word.shown.isupper() or words[behind].shown.isupper()):
        while behind < len(words) and words[behind].gap == "-" and words[behind].is_capital and behind < at + 3:
            behind += 1
        return _surname(words, behind, ()) if behind < len(words) and words[behind].gap == " " else 0
    next_word = words[behind]
    is_reversed = word.shown.isupper() and len(word.low) > 3 and word.low.isalpha() and next_word.gap == " "
    is_reversed = is_reversed and next_word.low in _first_names() and next_word.is_capital
    follows = words[behind + 1] if behind + 1 < len(words) else None
    return behind + 1 if is_reversed and not next_word.shown.isupper() and not (follows and _is_proper(follows)) else 0


def _announced(words: Sentence, at: int) -> int:
    """« Contact : Inès Untel », « Référente : J. Untel »: the end, where the word that announces stands here, or 0."""
    if words[at].low not in _ROLES or at + 2 >= len(words):
        return 0
    first, last = words[at + 1], words[at + 2]
    if first.gap.strip() not in ("", ":", ",", "-", "(") or not (first.gap.strip() or first.low in _first_names()):
        is_initial = len(first.low) == 1 and first.is_capital and last.gap.startswith(".") and first.gap == " "
        if not is_initial:
            return 0
    if len(first.low) == 1 and first.is_capital and last.gap in (". ", ".", ".-"):
        return _surname(words, at + 1, (first.gap,))
    both = _is_proper(first) and _is_proper(last) and last.gap == " "
    written = not first.shown.isupper() and not (_SERVICE.fullmatch(first.low) or _SERVICE.fullmatch(last.low))
    return at + 3 if both and written else 0


def _is_named_after(words: Sentence, at: int) -> bool:
    """Whether what stands before a name shows that a street, a house or a law is called so."""
    return any(word.low in _NAMED_AFTER and word.low not in ("m", "me") for word in words[max(0, at - 3) : at])


def mobile_in(text: str) -> str | None:
    """A mobile number, so that of a person."""
    found = _MOBILE.search(flat(text))
    return found[0] if found else None


def personal_email_in(text: str) -> str | None:
    """An e-mail address made of a person's name: two words, or a first name, and no word for a service."""
    for found in _EMAIL.finditer(html.unescape(text) if "@" in text or "&" in text else ""):
        words = [word for word in re.split(r"[\W\d_]+", found[1].lower()) if word]
        is_named = len(words) > 1 or "".join(words) in _first_names()
        if is_named and not any(_SERVICE.fullmatch(word) for word in words):
            return found[0].rstrip(".-")
    return None
