"""What the words of a text tell that no page may tell: where a shelter is, how many it takes in, who works there.

The modules below each know one kind of such words: `towns` (and `sounds`, for other scripts), `where`, `sizes`,
`people`; `vocabulary` knows which words speak of a shelter; `nearness` puts a town and a shelter together; `rules`
applies all that to a document. They are wider than they need be: a writer who is stopped for nothing turns a sentence
round, and one who is let through shows the way to a door.
"""

from .rules import FIELDS_OF_A_PLACE, check, is_shelter

__all__ = ["FIELDS_OF_A_PLACE", "check", "is_shelter"]
