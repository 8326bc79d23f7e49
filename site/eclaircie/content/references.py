"""The links of a text: what they may lead to, and how they are written.

`page:aides/urgence` is a page, `fiche:ecoute` a line or an aid, `fiche:ecoute/numero` a fact of it,
`site:contact` a block made from the settings, `dessin:lit` a drawing of the site.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .models import CITED
from .tree import passages

LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\(\s*+(?P<target><[^>\n]*>|[^()\s]*+)(?P<rest>[^()\n]*+)\)")
"""Nothing is tried twice (`*+`), or an open bracket would cost the square of what follows it."""

SITE_BLOCKS = {
    "contact": "l'adresse de l'équipe",
    "mentions": "les mentions légales",
    "journaux": "ce que l'hébergeur garde des visites",
    "donnees": "les fichiers pour les professionnels",
    "sujets": "sur la page de tous les sujets : la recherche et la liste",
    "ligne": "sur les pages des traces : la ligne à chercher",
    "navigateurs": "de même : les guides pour retirer une ligne",
    "fenetres": "de même : les guides pour ouvrir une fenêtre privée",
    "essai": "de même : essayer la sortie",
    "retour": "de même : l'adresse pour revenir",
    "quitter": "de même : quitter maintenant",
    "reperes": "après des listes : chaque phrase de *jamais* à *souvent*, et une réponse à la demande",
    "signes": "après des listes : une case par phrase ; une seule suffit pour montrer quoi faire",
    "liste": "avant des listes : des cases à cocher, par situation, à imprimer seulement si on le demande",
    "choix": "la liste qui suit devient des boîtes à toucher, l'une dans l'autre",
}
"""The blocks made from the settings of the site, and what the guide for writers says of each."""
MARKED_BLOCKS = frozenset({"reperes", "signes", "liste"})
"""The blocks by which one marks the lists of a text: `liste` those that follow it, the others those before."""
SETTINGS_BLOCKS = frozenset({"contact", "mentions", "journaux"})
"""The blocks made from what the settings say of the publisher and the host."""
CHOICES_BLOCK = "choix"
"""The block that makes boxes of the list below it: a choice opens what stands in it, and the last one leads somewhere."""
GUIDE_PARTS = {"navigateurs": 0, "fenetres": 1}
"""The blocks that show the guides of all browsers, and which of the two parts of each."""


@dataclass(frozen=True)
class Reference:
    """One link of a text. line: from 1 within the text. alone: whether it is all its paragraph holds."""

    text: str
    target: str
    line: int
    alone: bool

    @property
    def scheme(self) -> str:
        """What stands before the colon, in lower case."""
        return self.target.partition(":")[0].lower() if ":" in self.target else ""

    @property
    def path(self) -> str:
        """What stands behind the colon, without a slash at its ends."""
        return self.target.partition(":")[2].strip("/")

    @property
    def fiche(self) -> str:
        """The name of the fiche that a `fiche:` link leads to."""
        return self.path.partition("/")[0]

    @property
    def fact(self) -> str:
        """The fact that a `fiche:` link asks for, or nothing."""
        return self.path.partition("/")[2]

    @property
    def makes_block(self) -> bool:
        """Whether it becomes a component of its own, such as a card, where it stands alone."""
        if self.scheme == "fiche":
            return not self.fact or self.fact in CITED["block"]
        return self.scheme == "site"


@lru_cache(maxsize=8192)  # the checks and each part of a page ask for those of the same text
def references(text: str) -> tuple[Reference, ...]:
    """Every link of a Markdown text, in order."""
    return tuple(Reference(*link) for passage in passages(text) for link in passage.links) if "](" in text else ()
