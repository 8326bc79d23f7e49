"""How a fact is declared: once, beside the field of its model; all that shows, exports or explains it reads it there.

From a declaration come the row of the page's table, the column of the CSV table, the property of HSDS, whether it may
be told of a shelter, whether a text may cite it, its place in a header, and its row in the guide for writers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


def N_(message: str) -> str:  # noqa: N802  # the name by which extraction knows a message that is translated later
    """A message for the catalogues, as it is."""
    return message


KindName = Literal[
    "text", "name", "date", "count", "yes", "amount", "phone", "time", "days", "hours", "tag", "address", "email"
]


@dataclass(frozen=True)
class Shape:
    """How a value must look: the one rule of those who read it and of the form in which it is typed.

    pattern: of the whole value, read alike by Python and by a browser. fault: the name of the sentence said of any other
    value. example: what that sentence gives as an example, where it leaves room for one. any_case: whether capitals are
    read as small letters, of which the pattern speaks.
    """

    pattern: str
    fault: str
    example: str = ""
    any_case: bool = False

    def fits(self, text: str) -> bool:
        """Whether a value looks so."""
        return re.fullmatch(self.pattern, text.lower() if self.any_case else text) is not None


Names = Literal["", "pages", "lines", "contacts", "networks", "keys"]


@dataclass(frozen=True)
class Kind:
    """What a type of values is: metadata of the types of `values`.

    form: how one is written, for the guide. shape: how one must look. names: what of the content a name stands for; a form
    lets choose among those that there are.
    """

    name: KindName
    form: str
    shape: Shape | None = None
    names: Names = ""


@dataclass(frozen=True, eq=False)
class Choice:
    """One of a few words, as metadata of a type: only these are read.

    labels: by each word, what it is called on pages, a message of the interface; empty where no page shows it.
    meanings: what the guide says behind a word that does not explain itself.
    inclusion: by each word, those that the schema of data·inclusion has for it; a word without one is not told there.
    """

    labels: Mapping[str, str]
    meanings: Mapping[str, str] = field(default_factory=dict)
    inclusion: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read nothing but the words."""
        return core_schema.literal_schema(list(self.labels))


@dataclass(frozen=True)
class Row:
    """A row in the table of facts of a page.

    at: its place, from the top. label: its name, a message of the interface. yes, no: the answers to a question.
    ages: whether it is to be confirmed once the file is past its review; what hardly ever changes is not.
    """

    at: int
    label: str
    yes: str = ""
    no: str = ""
    ages: bool = True


@dataclass(frozen=True, kw_only=True, eq=False)
class Fact:
    """The declaration of a fact: metadata of a field, `Annotated[Phone | None, Fact(...)]`.

    hint: what writers put there, for the guide, in French and in Markdown.
    place: where it stands in a header, and its column among the columns; facts of one place stand as declared.
    sentences: whether a list of texts is one of sentences, each on a line of its own.
    row: its row on the page; None where no table shows it, or a template shows it in a way of its own.
    column: its column in the CSV table; facts of one column share it. name: how a doubt about it names it, if otherwise.
    hsds: the property of an HSDS service that holds it as it is. terms: the list from which its words are, as HSDS terms.
    inclusion: the property of a service of data·inclusion that holds its words.
    shelters: whether the file of a shelter may have it: "refused"; "page" where its page may show it and exports tell
        nothing of it; "told" where exports may too. What does not say so is refused, for it may lead to the door.
    cited: how a text may cite it: in a sentence, as a block of its own, or as one where it stands alone.
    """

    hint: str = ""
    place: int = 94
    sentences: bool = False
    row: Row | None = None
    column: str = ""
    name: str = ""
    hsds: str = ""
    terms: str = ""
    inclusion: str = ""
    shelters: Literal["refused", "page", "told"] = "refused"
    cited: Literal["", "inline", "block", "inline block"] = ""


class Declared(NamedTuple):
    """A fact of a model. key: as writers spell it. kind: what its values, or those of its list, are; None for a model.

    inner: the model of each of its values, where they have keys themselves.
    """

    key: str
    fact: Fact
    kind: Kind | Choice | None
    is_list: bool
    is_required: bool
    inner: type[BaseModel] | None

    @property
    def form(self) -> str:
        """How a page shows it: the name of its kind, or "choice", or nothing where it has keys itself."""
        return self.kind.name if isinstance(self.kind, Kind) else "choice" if self.kind else ""


@cache
def declared(model: type[BaseModel]) -> dict[str, Declared]:
    """The facts of a model by key, in the order in which a header has them."""
    found = []
    for name, info in model.model_fields.items():
        parts = [*info.metadata, *_parts(info.annotation)]
        fact = next((part for part in parts if isinstance(part, Fact)), Fact())
        kind = next((part for part in parts if isinstance(part, Kind | Choice)), None)
        inner = next((part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)), None)
        is_list = any(getattr(part, "__origin__", None) is tuple for part in parts)
        found.append(Declared(info.alias or name, fact, kind, is_list, info.is_required(), inner))
    found.sort(key=lambda each: each.fact.place)
    return {each.key: each for each in found}


def _parts(annotation: Any) -> list[Any]:
    """An annotation such as `tuple[Source, ...] | None`, and all that it is made of, from the outside."""
    return [annotation, *(part for inner in get_args(annotation) for part in _parts(inner))]
