"""What became of the pages that the site relies on, in words."""

from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .outside import Found


def in_words(found: Found, tongue: Tongue) -> str:
    """What became of one page, in a sentence."""
    if found.state == "stands":
        return sentence("outside.title", tongue, told=found.told)
    told = found.told or str(found.status)
    return sentence(f"outside.{found.state}", tongue, status=found.status, to=found.to, told=told)
