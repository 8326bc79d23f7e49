"""The lines by which other sites, a town hall's for instance, open this one in a page of theirs. They hold no script."""

from markupsafe import escape

from ..content.facts import N_
from ..content.settings import Settings
from ..languages import Language

NAME = N_("Besoin d’aide ?")
"""What is read on the closed door."""

SANDBOX = ("allow-scripts", "allow-same-origin", "allow-top-navigation-by-user-activation", "allow-modals")
"""What the frame may do: run the exit, fetch its next page, have calls, messages and other sites open, print.

Not `allow-popups`: a second tab would keep an address, and the exit would not close it.
"""


def door(settings: Settings, root: str, language: Language, name: str) -> str:
    """The frame, closed until it is opened, and below it the plain link for sites that take no frame.

    root: the address of the site, without a slash at its end. name: what is read on the closed door.

    The frame is never higher than three quarters of the window: its exit stands at its lower edge, and must come into view
    as a whole.

    The frame shows home in its language and not the address to print: no line of a history comes of a frame, and some
    networks replace whatever is answered with 404.
    """
    shown, address, entrance = escape(name), escape(f"{root}/{language.tag}/"), escape(root + settings.entrance)
    spoken = f'lang="{language.tag}" dir="{language.direction}"'
    return f"""\
<details {spoken}>
<summary>{shown}</summary>
<iframe title="{shown}" src="{address}" width="320" height="480" style="border: 0; max-width: 100%; max-height: 75vh"
  loading="lazy" referrerpolicy="no-referrer" sandbox="{" ".join(SANDBOX)}"></iframe>
</details>

<a {spoken} href="{entrance}" rel="noreferrer nofollow">{shown}</a>
"""
