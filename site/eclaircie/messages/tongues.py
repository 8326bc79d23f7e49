"""The languages in which editors are spoken to."""

from typing import Literal

Tongue = Literal["fr", "en"]
