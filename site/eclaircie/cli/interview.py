"""The questions of a new file, one after the other; each answer is judged at once by the rules of the check."""

import re
from typing import Any

from ..content.hints import nearest
from ..messages.faults import Fault
from ..messages.sentences import SENTENCES
from ..writing.drafts import BODY, Around, Draft, faults_of, value_of
from ..writing.kinds import Question, further_questions, questions
from ..writing.naming import fault_of, names_for, proposed_path
from .asking import Terminal

_HELP, _BACK = "?", "<"
_FEW_CHOICES = 16


class Interview:
    """Asks for what is not known yet. draft: what is. around: the site that the file is made for."""

    def __init__(self, terminal: Terminal, around: Around, draft: Draft) -> None:
        self.terminal, self.around, self.draft = terminal, around, draft
        self._done: list[str] = list(draft.values)

    def ask_all(self, folder: str, name: str | None) -> Draft:
        """Every question, to the file's name. folder: where the file lies. name: the file's, where it is known.

        Raises KeyboardInterrupt where somebody stops.
        """
        self.terminal.hint(self._say("asking.how"))
        while open_questions := [q for q in questions(self.draft.kind, self.draft.values) if q.key not in self._done]:
            self._ask(open_questions[0])
        if not self.draft.body:
            self._ask_body()
        if "sources" not in self.draft.values:
            self._ask_sources()
        if self._may_advise() and self.terminal.choose("asking.safety", default="no") == "yes":
            self.draft = self.draft.answered("a_relire_par_une_association", "oui")
        self._ask_further()
        if name is None:
            self._ask_name(folder)
        self.mend()
        return self.draft

    def _may_advise(self) -> bool:
        return self.draft.kind.genre == "page" and "a_relire_par_une_association" not in self.draft.values

    def mend(self) -> None:
        """Ask again whatever the check would refuse, until there is nothing left."""
        while found := faults_of(self.draft, self.around):
            self.terminal.title(self._say("asking.to_mend"))
            for faults in found.values():
                self._tell(faults)
            keys = [key for key in found if key] or [key for fault in found[""] if (key := _named(fault))]
            if not keys:
                keys = [self._which()]
            for key in dict.fromkeys(keys):
                self.change(key)

    def change(self, key: str) -> None:
        """Ask one question again."""
        if key == BODY:
            self._ask_body()
        elif key == "sources":
            self._ask_sources()
        else:
            known = [
                *questions(self.draft.kind, self.draft.values),
                *further_questions(self.draft.kind, self.draft.values),
            ]
            question = next((each for each in known if each.key == key), None)
            self.draft = self.draft.answered(key, None)  # what was answered and may not be asked is taken back
            if question:
                self._ask(question)

    def change_one(self) -> None:
        """Ask which answer is to be changed, and change it."""
        self.change(self._which())

    def _which(self) -> str:
        keys = [q.key for q in questions(self.draft.kind, self.draft.values)]
        keys += [key for key in self.draft.values if key not in (*keys, "verifie_le", "genre")]
        keys = list(dict.fromkeys([*keys, "sources", BODY]))
        return self._one_of("asking.which_answer", keys) or keys[0]

    def _one_of(self, code: str, keys: list[str]) -> str:
        """One of some words, or nothing."""
        while True:
            self.terminal.title(self._say(code, keys=", ".join(keys)))
            typed = self.terminal.ask()
            if typed in keys or not typed:
                return typed
            self.terminal.wrong(self._say("asking.no_such_answer", value=typed, hint=nearest(typed, keys)))

    def _ask(self, question: Question) -> None:
        """Ask one question; « < » takes the answer before back."""
        value = self._answer(question)
        if value == _BACK:
            asked = [q.key for q in questions(self.draft.kind, self.draft.values)]
            if before := next((key for key in reversed(self._done) if key in asked), None):
                self._done.remove(before)
                self.draft = self.draft.answered(before, None)
            return
        self.draft = self.draft.answered(question.key, value)
        self._done.append(question.key)

    def _answer(self, question: Question) -> Any:
        text = self._say(f"questions.{question.key}") if f"questions.{question.key}" in SENTENCES else question.label
        self.terminal.title(text if question.is_required else self._say("asking.optional", question=text))
        self._hints(question)
        default = ""
        while True:
            typed = self.terminal.ask(default)
            if typed == _BACK:
                return _BACK
            if typed == _HELP:
                form = self._say("asking.written_as", form=_plain(question.form)) if question.form else ""
                self.terminal.hint(self._say("asking.help", key=question.key, form=form))
                self.terminal.hint(self._say("asking.how"))
                continue
            value = value_of(question, typed)
            if not value:
                if not question.is_required:
                    return None
                self.terminal.wrong(self._say("asking.needed"))
                continue
            faults = faults_of(self.draft.answered(question.key, value), self.around).get(question.key, [])
            if not faults:
                return value
            self._tell(faults)
            default = next((form.strip('"') for fault in faults if (form := _form(fault))), "")

    def _hints(self, question: Question) -> None:
        if question.kind == "hours":
            self.terminal.hint(self._say("asking.hours"))
            return
        if question.hint:
            self.terminal.hint(_plain(question.hint))
        if names := names_for(question.key, self.draft, self.around):
            self.terminal.hint(", ".join(names))
        choices = list(question.choices.items())
        if choices and len(choices) <= _FEW_CHOICES:
            for number, (_, label) in enumerate(choices, 1):
                self.terminal.line(f"  {number:2}  {label}")
        elif choices:
            self.terminal.hint(", ".join(word for word, _ in choices))
        elif "`" in question.form and not names:
            self.terminal.hint(_plain(question.form))
        if question.is_list:
            self.terminal.hint(self._say("asking.several_lines" if question.sentences else "asking.several"))

    def _ask_body(self) -> None:
        """The text; of one that is refused only the lines in question are asked again."""
        self.terminal.title(self._say("asking.body"))
        while not (body := self.terminal.lines()):
            self.terminal.wrong(self._say("asking.needed"))
        while True:
            draft = self.draft.answered(BODY, body)
            faults = faults_of(draft, self.around).get(BODY, [])
            if not faults and body:
                self.draft = draft
                return
            lines = body.split("\n")
            above = len(draft.text(draft.file(self.around.content)).split("\n")) - 1 - len(lines)
            at = min(max(faults[0].line - above - 1, 0), len(lines) - 1) if faults else 0
            self._tell([fault for fault in faults if fault.line == faults[0].line])
            self.terminal.line(f"  | {lines[at]}")
            self.terminal.title(self._say("asking.line_again"))
            lines[at] = self.terminal.ask()
            body = "\n".join(lines).strip()

    def _ask_sources(self) -> None:
        """The sources, one after the other; what tells facts must have one."""
        sources: list[dict[str, str]] = []
        source: dict[str, str] = {}
        while True:
            self.terminal.title(self._say("asking.source_name"))
            name = self.terminal.ask(source.get("nom", ""))
            if not name and (sources or not self.draft.kind.needs_sources):
                return
            source = {"nom": name, **self._source(source)}
            draft = self.draft.answered("sources", [*sources, source])
            if faults := faults_of(draft, self.around).get("sources", []):
                self._tell(faults)
                continue
            sources.append(source)
            self.draft, source = draft, {}
            if self.terminal.choose("asking.another_source", default="no") == "no":
                return

    def _source(self, known: dict[str, str]) -> dict[str, str]:
        """The address of a source, and its day. known: what was answered before."""
        found = {}
        for key, code in (("adresse", "asking.source_address"), ("date", "asking.source_date")):
            self.terminal.line(self._say(code))
            if typed := self.terminal.ask(known.get(key, "")):
                found[key] = typed
        return found

    def _ask_further(self) -> None:
        while True:
            left = [q for q in further_questions(self.draft.kind, self.draft.values) if q.key not in self._done]
            key = self._one_of("asking.anything_else", [q.key for q in left])
            if not key:
                return
            self._ask(next(q for q in left if q.key == key))

    def _ask_name(self, folder: str) -> None:
        """The name of the file; one in neutral words is proposed."""
        default = proposed_path(self.draft, folder, self.around).rpartition("/")[2]
        while True:
            self.terminal.title(self._say("asking.which_address"))
            path = f"{folder}/{self.terminal.ask(default).removesuffix('.md')}".lstrip("/")
            error = fault_of(path, self.around.library, self.around)
            if error is None:
                self.draft = Draft(self.draft.kind, path, self.draft.values, self.draft.body)
                return
            self.terminal.wrong(self._say(error.code, **error.values))

    def _tell(self, faults: list[Fault]) -> None:
        for fault in faults:
            self.terminal.wrong(fault.sentence(self.terminal.voice.tongue))

    def _say(self, code: str, **values: object) -> str:
        return self.terminal.voice.sentence(code, **values)


def _form(fault: Fault) -> str:
    """How an answer should be written that has but one meaning, or nothing."""
    return str(dict(fault.values).get("expected") or "") if fault.code in ("bad_date", "odd_phone") else ""


def _named(fault: Fault) -> str:
    """The key that a fault of the whole header names."""
    return str(dict(fault.values).get("key") or "")


def _plain(text: str) -> str:
    """A hint without its Markdown."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("`", "").replace("**", "")
