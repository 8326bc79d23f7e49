"""Which piece of a text is which in another one."""

import itertools
from collections.abc import Callable, Sequence
from typing import TypeVar

Theirs = TypeVar("Theirs")
Ours = TypeVar("Ours")


def aligned(
    theirs: Sequence[Theirs], ours: Sequence[Ours], unlike: Callable[[Theirs, Ours], float], gap: float
) -> list[tuple[Theirs | None, Ours | None]]:
    """Which piece is which in the other text, in order; None where it has none.

    unlike: how little two pieces are alike, 0 where all that can be compared is the same. gap: what a piece without a
    counterpart counts. The alignment leaves the least unexplained (Needleman and Wunsch, 1970).
    """
    unlikeness = {(i, j): unlike(one, other) for i, one in enumerate(theirs) for j, other in enumerate(ours)}
    cost = {(i, 0): i * gap for i in range(len(theirs) + 1)} | {(0, j): j * gap for j in range(len(ours) + 1)}
    for i, j in itertools.product(range(1, len(theirs) + 1), range(1, len(ours) + 1)):
        cost[i, j] = min(cost[i - 1, j - 1] + unlikeness[i - 1, j - 1], cost[i - 1, j] + gap, cost[i, j - 1] + gap)
    i, j = len(theirs), len(ours)
    steps: list[tuple[Theirs | None, Ours | None]] = []
    while i or j:
        if i and j and cost[i, j] == cost[i - 1, j - 1] + unlikeness[i - 1, j - 1]:
            i, j = i - 1, j - 1
            steps.append((theirs[i], ours[j]))
        elif i and cost[i, j] == cost[i - 1, j] + gap:
            i -= 1
            steps.append((theirs[i], None))
        else:
            j -= 1
            steps.append((None, ours[j]))
    return steps[::-1]
