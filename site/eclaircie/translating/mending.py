"""What word processors do to a text by themselves, undone."""

import re
from collections import Counter
from collections.abc import Iterable

from ..content.references import LINK

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\ufffc\u202a-\u202e\u2066-\u206f]")
"""Signs that nobody sees and that turn or cut words. The plain marks of direction stay: Arabic is written with them."""

_BLANKS = re.compile(r"[^\S\n\u00a0\u202f]+")

_QUOTES = (("«", "»"), ("“", "”"), ("‘", "’"))
_PLAIN = {"’": "'", "–": "-", "—": "-", "\u2011": "-", "，": ","}
"""What a word processor puts, and what was typed."""

_PARENTHESES = str.maketrans("（）［］", "()[]")
_LOOSE = re.compile(r"\[(?P<text>[^\[\]\n]*)\][\s\u200e\u200f]*\((?P<target>[^()\n]*)\)")
"""A link, however its parts were pulled apart."""


def signs_of(texts: Iterable[str]) -> Counter[str]:
    """How often each sign stands in the texts of a language."""
    return Counter(sign for text in texts for sign in text)


def mended(text: str, known: Counter[str], targets: Iterable[str]) -> str:
    """A text that came back, with the signs that its language is written with, and with whole links.

    known: the signs of the other translations into its language, where there are any. targets: where its links may lead.
    """
    text = _UNSEEN.sub("", text)
    text = _LOOSE.sub(lambda link: _link(link, targets), text.translate(_PARENTHESES))
    text = "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    if not known:
        return text
    return _outside_links(text, known)


def _link(link: re.Match[str], targets: Iterable[str]) -> str:
    """A link with the target that is meant, where it was only written otherwise."""
    written = _bare(link["target"])
    target = next((target for target in targets if _bare(target) == written), None)
    return f"[{link['text'].strip()}]({target})" if target is not None else link[0]


def _bare(target: str) -> str:
    return re.sub(r"[\s\u200e\u200f]", "", target).casefold()


def _outside_links(text: str, known: Counter[str]) -> str:
    """A text without the signs that nobody writes in its language; what links lead to stays."""
    parts, at = [], 0
    for link in LINK.finditer(text):
        parts += [_plain(text[at : link.end("text")], known), text[link.end("text") : link.end()]]
        at = link.end()
    return "".join([*parts, _plain(text[at:], known)])


def _plain(text: str, known: Counter[str]) -> str:
    usual = max(_QUOTES, key=lambda pair: known[pair[0]])
    for pair in _QUOTES:
        if pair != usual and known[pair[0]] == 0 and known[usual[0]]:
            text = re.sub(f"{pair[0]}([^{''.join(pair)}]*){pair[1]}", rf"{usual[0]}\1{usual[1]}", text)
    for sign, typed in _PLAIN.items():
        if not known[sign]:
            text = text.replace(sign, typed)
    return text
