"""Short names for what a script declares, as it travels: a name that is written forty times costs a page forty times.

It reads the scripts of this site, not all that JavaScript can be. A name has one short name throughout a script, whatever
its scope, so all there is to know is which names are declared, and where a word is a property instead. ESLint keeps the
sources so that this is right (no name over another, none of the browser's), and reads what comes out as well
(`tests/rendering/test_short_names.py`).

By hand, for want of a library that installs wherever the site is built: terser and esbuild need Node.js, the wheels of
tdewolff-minify leave out the Macs of today, and calmjs.parse reads no syntax newer than ES5.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, product
from typing import NamedTuple

TOKEN = re.compile(
    r"""(?P<space>\s*)(?P<text>
      "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | `(?:[^`\\]|\\.)*`
    | (?<=[(,=:\[!&|?{;>]) / (?:[^/\\\[\n]|\\.|\[(?:[^\]\\]|\\.)*\])+ /[a-z]*
    | [A-Za-z_$][\w$]* | \d[\w.]* | \.\.\. | => | \?\.(?!\d) | \S)""",
    re.VERBOSE | re.DOTALL,
)
"""A piece of a minified script, which has no comments. A regular expression stands behind a sign, never behind a value."""
HOLE = re.compile(r"\$\{([^{}`]*)\}")
"""Where a template puts a value."""
WORD = re.compile(r"[A-Za-z_$]")
OPENING, CLOSING = ("(", "[", "{"), (")", "]", "}")
BEFORE_AN_OBJECT = frozenset(("(", "[", ",", "=", ":", "?", "&", "|", "return", "const", "let"))
"""What stands before the brace of an object or of a pattern. Before that of a block stands something else."""
LETTERS = "etnarsiolcudpmhfgbvywxkjqzETNARSIOLCUDPMHFGBVYWXKJQZ"


class Token(NamedTuple):
    """One piece of a script. space: what stands before it. place: what a word is: `name`, `short` (a property and the name
    of its value at once), or `` (a property); opening: where the bracket opens that a closing one closes."""

    space: str
    text: str
    place: str = ""
    opening: int = -1


def with_short_names(script: str) -> str:
    """The same script with short names for its own. script: minified, in a scope of its own.

    Raises ValueError for a template that it cannot read.
    """
    tokens = _read(script)
    uses = Counter(_names(tokens))
    declared = set(_declared(tokens))
    free = _free({name for name in uses if name not in declared})
    short = dict(zip((name for name, _ in uses.most_common() if name in declared), free, strict=False))
    return _written(tokens, short)


def _read(script: str) -> list[Token]:
    tokens: list[Token] = []
    open_at: list[int] = []
    is_object: dict[int, bool] = {}
    pieces = [(found["space"], found["text"]) for found in TOKEN.finditer(script)]
    for at, (space, text) in enumerate(pieces):
        before = pieces[at - 1][1] if at else ""
        after = pieces[at + 1][1] if at + 1 < len(pieces) else ""
        place, opening = "", -1
        if text in OPENING:
            is_object[at] = text == "{" and before in BEFORE_AN_OBJECT
            open_at.append(at)
        elif text in CLOSING:
            opening = open_at.pop()
        elif WORD.match(text) and before not in (".", "?."):
            is_key = bool(open_at) and is_object[open_at[-1]] and before in ("{", ",")
            place = "name" if not is_key else "short" if after in (",", "}", "=") else ""
        tokens.append(Token(space, text, place, opening))
    return tokens


def _holes(template: str) -> list[str]:
    """The values that a template puts in its place. Raises ValueError where one holds braces or another template."""
    found = HOLE.findall(template)
    if len(found) != template.count("${"):
        raise ValueError(template)
    return found


def _names(tokens: list[Token]) -> Iterator[str]:
    """Each use of a name, those of the browser and the words of the language among them."""
    for token in tokens:
        if token.place:
            yield token.text
        elif token.text.startswith("`"):
            for hole in _holes(token.text):
                yield from _names(_read(hole))


def _declared(tokens: list[Token]) -> Iterator[str]:
    """The names that the script declares: constants, variables, functions, what they are given, what is caught."""
    for at, token in enumerate(tokens):
        if token.text == "=>":
            before = tokens[at - 1]
            yield from _bound(tokens, before.opening if before.text == ")" else at - 1)
        elif not token.place:
            continue
        elif token.text == "catch":
            yield from _bound(tokens, at + 1)
        elif token.text == "function":
            yield from _bound(tokens, at + 1)
            yield from _bound(tokens, at + 2)
        elif token.text in ("const", "let"):
            yield from _declared_together(tokens, at + 1)


def _declared_together(tokens: list[Token], at: int) -> Iterator[str]:
    """What one `const` or `let` declares, one behind the other with commas between."""
    yield from _bound(tokens, at)
    depth = 0
    while depth >= 0 and tokens[at].text not in (";", "of"):
        depth += (tokens[at].text in OPENING) - (tokens[at].text in CLOSING)
        at += 1
        if depth == 0 and tokens[at - 1].text == ",":
            yield from _bound(tokens, at)


def _bound(tokens: list[Token], at: int) -> Iterator[str]:
    """A name at a place, or those of the pattern or the list that opens there."""
    if tokens[at].text == "{" and tokens[at - 1].text not in BEFORE_AN_OBJECT:
        return  # the block of a `catch` that names nothing
    if tokens[at].place:
        yield tokens[at].text
    depth = int(tokens[at].text in OPENING)
    while depth:
        at += 1
        depth += (tokens[at].text in OPENING) - (tokens[at].text in CLOSING)
        if tokens[at].place and tokens[at - 1].text != "=":
            yield tokens[at].text


def _free(taken: set[str]) -> Iterator[str]:
    """Names that nobody has, the shortest first."""
    words = ("".join(letters) for size in count(1) for letters in product(LETTERS, repeat=size))
    return (word for word in words if word not in taken)


def _written(tokens: list[Token], short: dict[str, str]) -> str:
    written = []
    for space, text, place, _ in tokens:
        new = short.get(text, text) if place else text
        if text.startswith("`"):
            new = HOLE.sub(lambda hole: "${" + _written(_read(hole[1]), short) + "}", text)
        elif place == "short" and new != text:
            new = f"{text}:{new}"
        written.append(space + new)
    return "".join(written)
