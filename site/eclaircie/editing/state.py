"""What is wrong with the files at this moment, for the pages of the editor: how much, where, and how to mend it."""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from ..languages import SOURCE
from ..messages.faults import Fault, shortened
from ..preview.drafts import Draft
from .desk import Desk
from .places import Places


class Told(NamedTuple):
    """A fault as people read it. place: where in the form its file is opened, or nothing where it is none of its files."""

    file: str
    line: int
    sentence: str
    place: str


@dataclass(frozen=True)
class State:
    """All that is wrong. faults keep the site from being published, remarks do not; of each kind as many as can be read.

    count, remark_count: of all of them. more_faults, more_remarks: how many of which kind are not shown, in sentences.
    summary: the whole in a sentence. mark: differs whenever anything else does.
    """

    draft: Draft
    places: Places
    count: int
    remark_count: int
    faults: list[Told]
    remarks: list[Told]
    more_faults: list[str]
    more_remarks: list[str]
    summary: str
    mark: str


def read_state(desk: Desk) -> State:
    """What is wrong with the files as they are now, read again where one has changed. Raises DayError."""
    draft = desk.drafts.draft()
    known = desk.known.get("state")
    if not isinstance(known, State) or known.draft is not draft:
        known = desk.known["state"] = _state(desk, draft)
    return known


def _state(desk: Desk, draft: Draft) -> State:
    places = Places(desk.configuration(), desk.files)
    faults, more_faults = _listed(draft.faults.errors, desk, places)
    remarks, more_remarks = _listed(draft.faults.remarks, desk, places)
    count, remark_count = len(draft.faults.errors), len(draft.faults.remarks)
    mark = hashlib.sha256(repr((faults, remarks, more_faults, more_remarks)).encode()).hexdigest()[:16]
    return State(
        draft, places, count, remark_count, faults, remarks, more_faults, more_remarks, _summary(desk, count), mark
    )


def _listed(found: list[Fault], desk: Desk, places: Places) -> tuple[list[Told], list[str]]:
    """As many of each kind as can be read, and in sentences how many more there are."""
    some, left = shortened(found)
    more = [desk.said("building.more", count=count, kind=fault.kind(desk.tongue)) for fault, count in left]
    return [_told(fault, desk, places) for fault in some], more


def state_of(desk: Desk, place: str, *, saved: bool) -> dict[str, object]:
    """The state as the bar above the form shows it, and the address and the path of the page that is open.

    place: where in the form somebody is. saved: whether anything was saved since it was opened.
    """
    state = read_state(desk)
    is_sound = saved and not state.count
    file = state.places.file_at(place)
    return {
        "count": state.count,
        "summary": desk.said("editing.saved") if is_sound else state.summary,
        "mark": state.mark,
        "address": _address(file),
        "page": _path(file),
    }


def _summary(desk: Desk, count: int) -> str:
    code = {0: "editing.sound", 1: "editing.one_to_mend"}.get(count, "editing.to_mend")
    return desk.said(code, count=count)


def _address(name: str) -> str:
    """The address of the page that a French file is, or of the home page."""
    path = _path(name)
    return f"/{SOURCE.tag}/{path}/" if path else f"/{SOURCE.tag}/"


def _path(name: str) -> str:
    """The path of the page that a French file is, below its language; nothing for none and for the home page."""
    path = "/".join(name.removesuffix(".md").split("/")[2:])
    return f"/{path}".removesuffix("/index").strip("/")


def _told(fault: Fault, desk: Desk, places: Places) -> Told:
    name = desk.name_of(fault.file)
    return Told(name, fault.line, fault.sentence(desk.tongue), places.place_of(name))
