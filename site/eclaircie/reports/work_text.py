"""The list of what there is to do, as a terminal shows it: the counts first, then each group, short."""

from collections.abc import Iterator

from babel.numbers import format_decimal

from ..languages import BY_TAG
from ..messages.command_lines import eclaircie_command
from ..messages.faults import SHOWN
from ..messages.sentences import sentence
from ..messages.signs import shown
from ..messages.tongues import Tongue
from ..places import territories
from .days import in_words
from .work_list import Group, Task, WorkList


def title_of(group: Group, tongue: Tongue) -> str:
    """What a group is called."""
    code = "work.due_later" if group.since else f"work.{group.kind}"
    return sentence(code, tongue, since=group.since, until=group.until)


def count_of(group: Group, tongue: Tongue) -> str:
    """How much it is: files, and the words of translations."""
    if not group.words:
        return str(len(group.tasks))
    return str(len(group.tasks)) + sentence("work.words", tongue, count=str(format_decimal(group.words, locale=tongue)))


def name_of_place(slug: str, tongue: Tongue) -> str:
    """What a territory is called in the list: its number and its name."""
    if not slug:
        return sentence("work.everywhere", tongue)
    return f"{territories()[slug].code} {territories()[slug].name}"


def name_of_person(name: str, tongue: Tongue) -> str:
    """Who cares for some files, or that nobody is named."""
    return name or sentence("work.nobody", tongue)


def lines_of(
    work: WorkList, tongue: Tongue = "fr", *, by_person: bool = False, everything: bool = False
) -> Iterator[str]:
    """The lines of the list. by_person: whether it is put together by who cares for the files.

    everything: whether all tasks and sentences are shown, not only the first of each group.
    """
    yield f"{sentence('work.title', tongue)} · {sentence('work.made_on', tongue, day=in_words(work.today, tongue))}"
    yield from ("", *_counts(work, tongue), "")
    for name in work.people if by_person else ("",):
        mine = work.only(cared_for_by=name) if by_person else work
        if by_person:
            yield f"== {name_of_person(shown(name), tongue)} ({len(mine.tasks)})"
        for group in mine.groups:
            yield from _group(group, tongue, everything=everything)
    for each in work.translated:
        values = {"done": each.done, "total": each.total, "reviewed": each.reviewed, "behind": each.behind}
        yield sentence(f"work.{each.sentence}", tongue, name=BY_TAG[each.tag].name, **values)


def _counts(work: WorkList, tongue: Tongue) -> Iterator[str]:
    if not work.tasks:
        yield sentence("work.nothing", tongue)
    for group in work.groups:
        yield f"{len(group.tasks):6}  {title_of(group, tongue)}{count_of(group, tongue).lstrip('0123456789')}"
    if work.since is None:
        yield sentence("work.news_unknown", tongue)
    else:
        count = len(work.only(is_new=True).tasks)
        yield sentence("work.news", tongue, commit=work.since, count=count)


def _group(group: Group, tongue: Tongue, *, everything: bool) -> Iterator[str]:
    yield f"{title_of(group, tongue)} ({count_of(group, tongue)})"
    tasks = group.tasks if everything else group.tasks[:SHOWN]
    for task in tasks:
        yield from _task(task, tongue, everything=everything)
    if left := len(group.tasks) - len(tasks):
        yield "  " + sentence("work.more", tongue, count=left, command=eclaircie_command("status", "--all"))
    yield ""


def _task(task: Task, tongue: Tongue, *, everything: bool) -> Iterator[str]:
    new = f"[{sentence('proposing.new_remark', tongue)}] " if task.is_new else ""
    told = task.told if everything else task.told[:1]
    yield f"  {shown(task.file)}:{task.line}  {new}{shown(task.title)}"
    yield from (f"      {shown(each)}" for each in told)
    if left := len(task.told) - len(told):
        yield "      " + sentence("work.and_more", tongue, count=left)
