"""A telephone number in the form in which it is read, whatever the form in which it was written."""

import re
import unicodedata

_LABEL = re.compile(
    r"(téléphone|telephone|tél|tel|fixe|numéro|numero|n°|no|le|au)(?![a-zà-ÿ])\s*[.:]*\s*", re.IGNORECASE
)
_FRANCE = re.compile(r"(?:\+|00)?33(?=[0-9(])")
_SEPARATORS = re.compile(r"[\s./_,;·•\u2010-\u2015\u2212-]+")
_REMARK = re.compile(r"\([^()0-9]*\)\s*$")
"""What is said of a number behind it: `39 19 (gratuit)`."""


def unseen_sign(text: str) -> str | None:
    """The name of the first sign in a text that nobody sees, or None. Blanks are seen."""
    return next((unicodedata.name(s, f"U+{ord(s):04X}") for s in text if unicodedata.category(s) in ("Cf", "Cc")), None)


def digits_meant(text: str) -> str:
    """The digits that are to be dialled within France, as far as a text tells them; anything else that it holds stays."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc"))
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in seen)
    plain = unicodedata.normalize("NFKC", plain).strip()
    if label := _LABEL.match(plain):
        plain = plain[label.end() :]
    digits = _SEPARATORS.sub("", _REMARK.sub("", plain))
    if (country := _FRANCE.match(digits)) and len(re.sub(r"[^0-9]", "", digits)) > 10:
        digits = "0" + digits[country.end() :].removeprefix("(0)").removeprefix("0")
    return re.sub(r"^\((\d+)\)", r"\1", digits)


def grouped(text: str) -> str:
    """A right number with its groups: those that it has, or the usual ones where it has none or other signs between them."""
    text = _SEPARATORS.sub(" ", text).strip()
    groups = text.split()
    return text if any(1 < len(group) < len(text) for group in groups) else _in_groups("".join(groups))


def _in_groups(digits: str) -> str:
    if digits.startswith("+33") and len(digits) == 12:
        return f"+33 {digits[3]} {_pairs(digits[4:])}"
    if digits.startswith("+"):
        return digits
    if len(digits) == 10 and digits.startswith("08"):
        return f"{digits[0]} {digits[1:4]} {_pairs(digits[4:])}"
    if len(digits) == 6 and digits.startswith("116"):
        return f"{digits[:3]} {digits[3:]}"
    return _pairs(digits) if len(digits) % 2 == 0 else digits


def _pairs(digits: str) -> str:
    return " ".join(digits[start : start + 2] for start in range(0, len(digits), 2))
