"""`new`: a page, a line, an aid, a network, a structure or a piece of news is begun, from answers."""

from pathlib import Path
from typing import Any

import click

from ..content.folding import plain_key
from ..content.frontmatter import read_yaml
from ..content.hints import nearest
from ..content.library import Library, load
from ..content.raw_text import read_text
from ..content.service_areas import territory_named
from ..content.settings import Settings, read_settings
from ..languages import SOURCE
from ..messages.faults import Faults
from ..writing.drafts import BODY, Around, Draft, faults_of, in_final_form, missing, value_of
from ..writing.kinds import KINDS, Kind, further_questions, kind_of, questions
from ..writing.naming import fault_of, proposed_path
from . import options
from .asking import Terminal
from .changing import command_for, refused_by_check, writing
from .command_error import FAULT, USAGE, CommandError
from .interview import Interview
from .invocation import Invocation
from .parser import Command, option

_PLACES = ("departement", "rubrique", "fichier")
_SOURCE = {"source": "nom", "source_adresse": "adresse", "source_date": "date"}


@click.command("new", cls=Command)
@click.argument("words", nargs=-1, metavar="[SORTE] [CLÉ=VALEUR...]")
@option("--reponses", "file", type=options.ExistingFile(), metavar="FICHIER", purpose="answers")
@option("--sans-demander", "silent", is_flag=True, purpose="without_asking")
@options.lang
@click.pass_obj
def command(invocation: Invocation, words: tuple[str, ...], file: Path | None, silent: bool) -> int:
    """What the command line asks."""
    content, terminal = invocation.folders.content, Terminal(invocation.voice)
    asks = not silent and terminal.is_there
    kind, given = _kind(words, terminal, asks=asks), _given(words, file)
    settings = read_settings(content, Faults())
    months = settings.settings.review_months if settings else int(Settings.model_fields["review_months"].default)
    around = Around(content, load(content, Faults()), invocation.today(), months)
    with writing(invocation.voice):
        folder = _folder(kind, given, around.library, terminal, asks=asks)
        name = given.pop("fichier", None)
        draft = Draft(kind, f"{folder}/nouveau".lstrip("/"), {"verifie_le": around.today.isoformat()})
        draft = _answered(draft, given)
        if name is not None:
            draft = _named(draft, folder, str(name).removesuffix(".md"), around)
        draft = (
            _asked(draft, folder, name, around, terminal) if asks else _unasked(draft, folder, name, around, terminal)
        )
        draft = in_final_form(draft, around)
        plan = draft.plan(around)
        refused_by_check(plan, invocation)
        plan.apply()
    _tell(draft, around, invocation)
    return 0


def _kind(words: tuple[str, ...], terminal: Terminal, *, asks: bool) -> Kind:
    """The kind of file that is asked for. Raises CommandError where there is no such one."""
    if words and "=" not in words[0]:
        if kind := kind_of(plain_key(words[0])):
            return kind
        raise CommandError("asking.unknown_kind", USAGE, value=words[0], kinds=_kind_names())
    if not asks:
        raise CommandError("asking.unknown_kind", USAGE, value="", kinds=_kind_names())
    names = list(KINDS)
    labels = {
        "page": "asking.kind_page",
        "line": "asking.kind_line",
        "aid": "asking.kind_aid",
        "network": "asking.kind_network",
        "structure": "asking.kind_structure",
        "news": "asking.kind_news",
    }
    while True:
        terminal.title(terminal.voice.sentence("asking.which_kind"))
        for number, name in enumerate(names, 1):
            terminal.line(f"  {number:2}  {terminal.voice.sentence(labels[name])}")
        typed = terminal.ask()
        kind = (
            KINDS[names[int(typed) - 1]] if typed in map(str, range(1, len(names) + 1)) else kind_of(plain_key(typed))
        )
        if kind:
            return kind
        terminal.wrong(terminal.voice.sentence("asking.unknown_kind", value=typed, kinds=_kind_names()))


def _kind_names() -> str:
    return ", ".join(kind.genre for kind in KINDS.values())


def _given(words: tuple[str, ...], file: Path | None) -> dict[str, Any]:
    """The answers of the command line, and of a file. Raises CommandError where one is not written as it should be."""
    given: dict[str, Any] = {}
    if file is not None:
        faults = Faults()
        text = read_text(file, faults)
        parts = read_yaml(text, file, faults) if text is not None else None
        if parts is None:
            raise CommandError("asking.unread_answers", USAGE, file=file)
        given |= parts.data
    for word in words if not words or "=" in words[0] else words[1:]:
        key, sign, value = word.partition("=")
        if not sign:
            raise CommandError("asking.not_an_answer", USAGE, value=word)
        given[plain_key(key)] = value
    return given


def _folder(kind: Kind, given: dict[str, Any], library: Library, terminal: Terminal, *, asks: bool) -> str:
    """The folder of a new file, below the language. Raises CommandError where it cannot be told."""
    if kind.is_local:
        return kind.folder.format(territory=_department(given, terminal, asks=asks))
    if kind.folder:
        given.pop("rubrique", None)
        return kind.folder
    known = sorted(
        {path for path, d in library.documents.items() if d.file.name == "index.md" and d.is_written and path}
    )
    sections = {path: library.documents[path].entry.title for path in known if not library.documents[path].territory}
    asked = given.pop("rubrique", None)
    while True:
        if asked is None and not asks:
            raise CommandError("asking.still_missing", USAGE, keys="rubrique")
        if asked is None:
            terminal.title(terminal.voice.sentence("asking.which_section"))
            for number, (path, title) in enumerate(sections.items(), 1):
                terminal.line(f"  {number:2}  {path} : {title}")
            asked = terminal.ask()
        typed = str(asked).strip("/")
        if typed.isdecimal() and 0 < int(typed) <= len(sections):
            typed = list(sections)[int(typed) - 1]
        if typed in sections:
            return typed
        if not asks:
            raise CommandError("asking.no_section", USAGE, value=typed)
        terminal.wrong(terminal.voice.sentence("asking.no_section", value=typed))
        asked = None


def _department(given: dict[str, Any], terminal: Terminal, *, asks: bool) -> str:
    asked = given.pop("departement", None)
    while True:
        if asked is None and not asks:
            raise CommandError("asking.still_missing", USAGE, keys="departement")
        if asked is None:
            terminal.title(terminal.voice.sentence("asking.which_department"))
            asked = terminal.ask()
        if slug := territory_named(str(asked)):
            return slug
        if not asks:
            raise CommandError("asking.no_department", USAGE, value=str(asked))
        terminal.wrong(terminal.voice.sentence("asking.no_department", value=str(asked)))
        asked = None


def _answered(draft: Draft, given: dict[str, Any]) -> Draft:
    """A draft with the answers that were given. Raises CommandError where one is of no question."""
    known = {q.key: q for q in (*questions(draft.kind, {}), *further_questions(draft.kind, {}))}
    source = {_SOURCE[key]: str(given.pop(key)) for key in tuple(given) if key in _SOURCE}
    if source:
        draft = draft.answered("sources", [source])
    others = (
        "sources",
        BODY,
        "a_relire_par_une_association",
        "a_confirmer",
        "verifie_le",
        "accueils",
        "bareme",
        "calcul",
        "ordre",
    )
    for key, value in given.items():
        if key in known and isinstance(value, str):
            draft = draft.answered(key, value_of(known[key], value) or None)
        elif key in (*known, *others):
            draft = draft.answered(key, value)
        else:
            keys = [*known, *others, *_SOURCE, *_PLACES]
            raise CommandError("asking.unknown_answer", USAGE, key=key, hint=nearest(key, keys), keys=", ".join(keys))
    return draft


def _named(draft: Draft, folder: str, name: str, around: Around) -> Draft:
    path = f"{folder}/{name}".lstrip("/")
    if error := fault_of(path, around.library, around):
        raise error
    return Draft(draft.kind, path, draft.values, draft.body)


def _asked(draft: Draft, folder: str, name: Any, around: Around, terminal: Terminal) -> Draft:
    """A draft whose open questions somebody answers, and which they have seen."""
    interview = Interview(terminal, around, draft)
    draft = interview.ask_all(folder, name)
    while True:
        file = draft.file(around.content)
        terminal.title(terminal.voice.sentence("asking.summary", file=file.relative_to(around.content.parent)))
        for line in in_final_form(draft, around).text(file).splitlines():
            terminal.line(f"  {line}")
        if terminal.choose("asking.write_it") == "yes":
            return draft
        interview.change_one()
        interview.mend()
        draft = interview.draft


def _unasked(draft: Draft, folder: str, name: Any, around: Around, terminal: Terminal) -> Draft:
    """A draft that is complete as it is. Raises CommandError where it is not."""
    if keys := missing(draft):
        raise CommandError("asking.still_missing", USAGE, keys=", ".join(keys))
    if name is None:
        draft = _named(draft, folder, proposed_path(draft, folder, around).rpartition("/")[2], around)
    found = faults_of(draft, around)
    for key, faults in found.items():
        for fault in faults:
            told = fault.sentence(terminal.voice.tongue)
            terminal.voice.fail("asking.wrong_answer", key=key or draft.kind.genre, told=told)
    if found:
        raise CommandError("asking.refused_answers", FAULT, count=sum(map(len, found.values())))
    return draft


def _tell(draft: Draft, around: Around, invocation: Invocation) -> None:
    """Say what was written, and what else there is to do."""
    voice, library = invocation.voice, around.library
    file = draft.file(around.content)
    voice.say("asking.written", file=file.relative_to(around.content.parent))
    if draft.kind.genre != "actualite":
        voice.say("asking.address", address=f"/{SOURCE.tag}/{draft.path}/")
    section = draft.path.rpartition("/")[0]
    document = library.documents.get(section) or library.unsound.get(section)
    if document:
        voice.say("asking.listed", section=document.entry.title)
    else:
        voice.say("asking.not_listed", section=section)
    if not draft.kind.is_local:
        name = draft.path.rpartition("/")[2] if draft.kind.genre == "ligne" else draft.path
        voice.say("asking.not_home", name=name)
        translation = command_for(voice, "traduire", "translate", f"content/en/{draft.path}.md")
        voice.say("asking.untranslated", command=translation)
    voice.say("asking.see_it")
