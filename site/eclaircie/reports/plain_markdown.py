"""Anybody's text in a comment on a forge: seen as it is, and nothing more.

A forge reads more into a text than its signs: Markdown, HTML, addresses that become links, names that are called, numbers
of other changes, orders. Here all of it is written in HTML within blocks of HTML, in which no Markdown is read; what forges
look for afterwards in the finished page, they do not find, since a sign that is not seen stands in it.
"""

import html
import re

from ..messages.signs import shown

_APART = "&#8203;"
"""A space without width. GitHub's own Dependabot keeps names from being called with it:
https://github.com/dependabot/dependabot-core/blob/main/common/lib/dependabot/pull_request_creator/message_builder/link_and_mention_sanitizer.rb"""

_LOOKED_FOR = re.compile(
    r"""
    [@#!$%^~\[\]`*_|\\{}]        # names, other changes, labels and milestones of the three forges; Markdown
    | (?<=:)(?=[/\w+-])          # addresses, emoji
    | (?<=\bwww)(?=\.)           # addresses without a scheme
    | (?<=\bGH)(?=-\d)           # other changes
    """,
    re.VERBOSE | re.IGNORECASE,
)


def plain(text: str) -> str:
    """A text for a block of HTML, on one line."""
    one_line = re.sub(r"\s+", " ", shown(re.sub(r"[\r\n\t]+", " ", text)))
    pieces, done = [], 0
    for found in _LOOKED_FOR.finditer(one_line):
        pieces += [html.escape(one_line[done : found.start()]), *(f"&#{ord(sign)};" for sign in found[0]), _APART]
        done = found.end()
    return "".join([*pieces, html.escape(one_line[done:])])


def element(tag: str, *inner: str, **attributes: str) -> str:
    """An element of HTML. inner: what stands in it, HTML already. attributes: written by the program, never by others."""
    given = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
    return f"<{tag}{given}>{''.join(inner)}</{tag}>"
