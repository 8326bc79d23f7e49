"""What is tried each time, where all of it is tried with `-m exhaustive`."""

import random
from collections.abc import Sequence
from typing import Any

import pytest

SEED = 20261201
"""Chooses what is tried each time; change it to try something else."""


def chosen(values: Sequence[Any], count: int, of: str) -> list[Any]:
    """The values as parameters of a test, a tuple where it takes several: so many of them are tried each time, the others where tests are exhaustive.

    of: what is chosen from. Under another name other values are chosen.
    """
    places = random.Random(f"{SEED} {of}").sample(range(len(values)), count)
    return [
        value
        if place in places
        else pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.exhaustive)
        for place, value in enumerate(values)
    ]
