"""No text keeps the check busy: the time that a rule takes grows with the length of a text, not with its square."""

import time
from pathlib import Path

import pytest

from eclaircie.checks import dialling, leftovers
from eclaircie.content import comments, frontmatter, tree
from eclaircie.messages.faults import Faults

PIECES = [
    *(
        "a",
        "[",
        "](",
        "[a](",
        "**a",
        "*",
        "_",
        "_a ",
        "`",
        "`a",
        "\\",
        "<",
        "<a",
        "<a@",
        "&",
        "&a",
        "|",
        "|-",
        "- ",
        "- a\n",
    ),
    *(
        "> ",
        "> a\n",
        "1. a\n",
        "#",
        "1",
        "1 ",
        "1-",
        "1.",
        "+1 ",
        "(0)",
        "39 19 ",
        "1 000 ",
        "116 ",
        "19",
        "2026-",
        "\u0661 ",
    ),
    *(
        "appelez le ",
        "le ",
        "tel : ",
        "d'abord ",
        ": ",
        "sms au ",
        " ",
        "\n",
        "\n\n",
        "o a\n",
        "– a\n",
        "a:\n",
        "  - a\n",
        "\u00a0",
    ),
    *(
        "=",
        "~",
        "^a",
        "{#",
        "[^",
        "!",
        "![",
        "http",
        "- [ ] ",
        "|-|\n",
        "a|b\n-|-\n",
        "```\n",
        "&nbsp;",
        "a*",
        " :a",
        "a) b\n",
    ),
]
LONG, SHORT = 50_000, 12_500  # characters: the longest is near what a file may hold
SLOWEST = 8  # seconds of processor time for the longest text: some twenty times what the slowest takes
AT_ONCE = 1  # second: what is over before tells nothing of its growth
GROWTH = 12  # times as long for a text that is four times as long; its square would be sixteen


def text_of(piece: str, length: int) -> str:
    """A text that is nothing but one piece, within the limits of lines, paragraphs and brackets that files have."""
    lines: list[str] = []
    size = brackets = 0
    for line in (piece * (length // len(piece))).split("\n"):
        for start in range(0, len(line) or 1, 3_900):
            part = line[start : start + 3_900]
            size, brackets = size + len(part) + 1, brackets + part.count("[")
            if brackets > frontmatter.MOST_BRACKETS:
                part, brackets = part.replace("[", "("), 0
            if size > 9_900:
                lines.append("")
                size = len(part)
            lines.append(part)
            size = 0 if not part else size
    return "\n".join(lines)


def seconds(text: str) -> float:
    """The processor time that reading and judging a text takes."""
    start = time.process_time()
    tree.parse.__wrapped__(text)
    passages = tree.passages.__wrapped__(text)
    leftovers.leftovers.__wrapped__(text)
    leftovers.in_value(text)
    for passage in passages:
        list(dialling.hand_written(passage.text, {"3018", "116006"}))
        list(dialling.named(passage.text))
    frontmatter.read_yaml(f"a: {text}", Path("a.md"), Faults())
    list(comments.comments_behind_values(text, []))
    return time.process_time() - start


QUICK = ("[a](", "**a", "`", "- a\n", "1-", "1 000 ", "appelez le ", "a|b\n-|-\n", "– a\n", "&")


@pytest.mark.parametrize(
    "piece", [pytest.param(piece, marks=[] if piece in QUICK else pytest.mark.exhaustive) for piece in PIECES]
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    """Four times the text takes about four times as long, whatever it is made of."""
    long = text_of(piece, LONG)

    taken = seconds(long)
    if taken >= AT_ONCE:
        taken = min(taken, seconds(long))  # a busy machine makes a processor slower too

    assert taken < SLOWEST
    assert taken < AT_ONCE or taken < GROWTH * max(seconds(text_of(piece, SHORT)) for _ in range(2))
