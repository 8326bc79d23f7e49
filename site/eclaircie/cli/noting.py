"""Translations note which French text they follow."""

from pathlib import Path

from ..checks.translations import differences
from ..messages.faults import Faults
from ..writing.plan import Plan
from ..writing.texts import FileText
from ..writing.translating import without_french
from .changing import writing
from .command_error import FAULT, CommandError
from .header_lines import write_lines
from .translation_files import name_of, translations
from .voice import Voice


def note_translated(files: tuple[Path, ...], content: Path, voice: Voice) -> None:
    """Note in each file that it follows today's French, and take away the French that was put there to be translated.

    Raises CommandError where one is no translation, or has not the parts of the French.
    """
    for file, document, own in translations(files, content, voice):
        faults = Faults()
        for found in differences(document, own):
            faults.add(found.code, own.file, own.parts.body_line + found.line - 1, **found.values)
        if faults:
            voice.faults(list(faults), everything=True)
            raise CommandError("translating.other_parts", FAULT, file=file)
        with writing(voice):
            text = FileText.read(own.file)
            if (plain := without_french(text)).text != text.text:
                plan = Plan(content)
                plan.write(own.file, plain.written)
                plan.apply()
        write_lines(file, {"traduit_de": document.fingerprint}, voice)
        voice.say("translating.noted", file=name_of(file, content))
