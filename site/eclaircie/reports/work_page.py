"""The list of what there is to do as a page for those who coordinate: one file that asks for nothing, and no part of the site."""

from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..languages import BY_TAG
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from ..rendering.typography import typo
from .days import in_words
from .forge_links import Link, no_link
from .work_list import Group, Task, WorkList
from .work_text import count_of, name_of_person, name_of_place, title_of

_TEMPLATES = Path(__file__).with_name("templates")


class _Filter(NamedTuple):
    """A place to go to at which only some tasks are shown. id: of the place, and of the class of these tasks."""

    id: str
    name: str
    tasks: int


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def page(work: WorkList, tongue: Tongue = "fr", link: Link = no_link) -> str:
    """The whole page. link: as for `inner_html`."""
    inner = Markup(inner_html(work, tongue, link))  # noqa: S704  # made by a template that escapes
    template = _environment().get_template("work_page.html")
    return template.render(tongue=tongue, title=sentence("work.title", tongue), inner=inner)


def inner_html(work: WorkList, tongue: Tongue = "fr", link: Link = no_link) -> str:
    """What stands in the body of the page, its style included, for whoever shows it within a page of their own.

    link: the address at which a file is opened, by its path from the folder of the project; nothing where there is none.
    """
    people = _filters("p", work.people, partial(name_of_person, tongue=tongue))
    places = _filters("d", work.places, partial(name_of_place, tongue=tongue))
    count = len(work.only(is_new=True).tasks)
    new = [_Filter("work-new", sentence("work.only_new", tongue), count)] if count else []
    filters = [*new, *people.values(), *places.values()]

    def said(code: str, **values: object) -> str:
        return typo(sentence(f"work.{code}", tongue, **values), tongue)

    def classes_of(task: Task) -> str:
        ids = [people[task.cared_for_by].id, places[task.territory].id, *(["work-new"] if task.is_new else [])]
        return " ".join(f"in-{one}" for one in ids)

    def classes_of_group(group: Group) -> str:
        return " ".join(sorted({one for task in group.tasks for one in classes_of(task).split()}))

    choices = [
        (said("news", commit=work.since or "", count=count), "news", [*new]),
        (said("by_person"), "by-person", [*people.values()]),
        (said("by_place"), "by-place", [*places.values()]),
    ]
    template = _environment().get_template("work.html")
    return template.render(
        work=work,
        tongue=tongue,
        said=said,
        new=sentence("proposing.new_remark", tongue),
        typo=partial(typo, tag=tongue),
        link=link,
        day=partial(in_words, tongue=tongue),
        language=lambda tag: BY_TAG[tag].name,
        title=partial(title_of, tongue=tongue),
        count=partial(count_of, tongue=tongue),
        classes_of=classes_of,
        classes_of_group=classes_of_group,
        choices=[choice for choice in choices if choice[2]],
        filters=filters,
        # Our own file, and names made of letters and figures
        style=Markup(_style(filters)),  # noqa: S704
    )


def _filters(prefix: str, counts: Counter[str], named: Callable[[str], str]) -> dict[str, _Filter]:
    return {
        value: _Filter(f"work-{prefix}{number}", named(value), count)
        for number, (value, count) in enumerate(counts.items(), 1)
    }


def _style(filters: list[_Filter]) -> str:
    """The style of the page. At the place of a filter, what has not its class is not shown."""
    hidden = ",".join(f"#{one.id}:target~.work-all :is(section,.work-tasks>li):not(.in-{one.id})" for one in filters)
    return (_TEMPLATES / "work.css").read_text("utf-8") + (f"{hidden}{{display:none}}" if hidden else "")
