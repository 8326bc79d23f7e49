"""*Annuaire*: contacts out of a public directory: its file is chosen and read, what it proposes is looked at, and taken."""

from functools import partial

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from ..content.local import FOLDER
from ..content.service_areas import territory_named
from ..importing.reading_error import ReadingError
from ..pages.site import Site
from ..project import build_date
from ..reports.days import in_words
from ..reports.directory_news import places_of_directories, read_directories
from ..writing.trial import new_faults
from ..writing.writing_error import WritingError
from . import directory_files
from .desk import Desk, desk
from .directory_bench import Bench, Chosen, Taken, bench_of, keep, take
from .directory_view import name_of, place_named, view_of
from .files import RefusedError
from .state import read_state

directory_page = Blueprint("directory_page", __name__, url_prefix="/annuaire")


@directory_page.get("/")
def page() -> str:
    """What was read, or the question which file to read; where the content has faults, these come first."""
    here = desk()
    state = read_state(here)
    if state.draft.site is None or state.count:
        return render_template("directory_later.html", state=state)
    bench = bench_of(here)
    return _question(here, state.draft.site) if bench is None else _shown(here, state.draft.site, bench)


@directory_page.put("/fichier")
def brought() -> tuple[AnyResponse, int]:
    """Take a file that the browser brings, piece by piece. ?nom: its name. ?premier: whether others are to go first."""
    here = desk()
    folder = here.root / directory_files.FOLDER
    request.max_content_length = directory_files.LARGEST
    if request.args.get("premier"):
        directory_files.clear(folder)
    try:
        length = request.content_length or 0
        name = directory_files.receive(request.stream, length, folder, request.args.get("nom", ""))
    except RequestEntityTooLarge:
        return jsonify(sentence=here.said("directory_page.too_large")), 413
    except (directory_files.CutShortError, ClientDisconnected):
        return jsonify(sentence=here.said("directory_page.cut_short")), 400
    except OSError as error:
        reason = error.strerror or str(error)
        return jsonify(sentence=here.said("directory_page.no_room", reason=reason)), 507
    return jsonify(name=name), 200


@directory_page.post("/lire")
def read() -> AnyResponse | tuple[str, int]:
    """Read the files that are chosen, for the départements that are named; or say why that cannot be."""
    here = desk()
    site = _sound(here)
    folder = here.root / directory_files.FOLDER
    files = directory_files.brought(folder, request.form.getlist("brought"))
    files += [file for file in directory_files.downloaded() if file.name in request.form.getlist("downloaded")]
    typed = request.form.get("departements", "")
    named = {text.strip(): territory_named(text) for text in typed.replace(";", ",").split(",") if text.strip()}
    wrong = next((text for text, slug in named.items() if slug is None), None)
    told = ""
    if not files:
        told = here.said("directory_page.no_file")
    elif wrong is not None or not named:
        told = here.said("asking.no_department", value=wrong or typed)
    else:
        try:
            reading = read_directories(files, dict.fromkeys(slug for slug in named.values() if slug))
        except ReadingError as error:
            told = here.said(f"directory.{error.code}", file=error.file.name, reason=error.reason)
    directory_files.clear(folder)
    if told:
        return _question(here, site, told=told, typed=typed), 400
    keep(here, Bench(reading, tuple(map(directory_files.plain_name, files))))
    return redirect(url_for("directory_page.page"), 303)


@directory_page.post("/questions")
def answered() -> AnyResponse:
    """Note which file describes a record, or that none does."""
    bench = _bench(desk())
    for name, value in request.form.items():
        if name.startswith("doubt:") and value:
            bench.answers[name.removeprefix("doubt:")] = "" if value == "none" else value
    return redirect(url_for("directory_page.page"), 303)


@directory_page.post("/ecrire")
def written() -> AnyResponse:
    """Write what is ticked, or all that may be taken unasked."""
    here = desk()
    site, bench = _sound(here), _bench(here)
    try:
        taken = take(
            bench.proposals(site, here.content),
            _chosen(),
            site,
            here.content,
            lambda plan: new_faults(
                plan, build_date(), translations=here.translations, static=here.static, kept=here.kept
            ),
        )
    except WritingError as error:
        bench.said, bench.is_fault = [here.said(error.code, **error.values)], True
    else:
        bench.said, bench.is_fault = _told(taken, bench, here), bool(taken.result.refused or taken.result.others)
    return redirect(url_for("directory_page.page"), 303)


@directory_page.post("/autre")
def another() -> AnyResponse:
    """Forget what was read, so that another file can be."""
    keep(desk(), None)
    return redirect(url_for("directory_page.page"), 303)


def _chosen() -> Chosen:
    facts: dict[str, set[str]] = {}
    for value in request.form.getlist("fact"):
        path, _, key = value.partition("|")
        facts.setdefault(path, set()).add(key)
    form = request.form
    return Chosen(frozenset(form.getlist("new")), facts, "days" in form, "towns" in form, "everything" in form)


def _sound(here: Desk) -> Site:
    """The site as it is now. Raises RefusedError where it has faults, for a record may be in a file that cannot be read."""
    state = read_state(here)
    if state.draft.site is None or state.count:
        raise RefusedError("directory_page.later", 409)
    if FOLDER not in state.draft.site.library.documents:
        raise RefusedError("directory.no_places", 409)
    return state.draft.site


def _bench(here: Desk) -> Bench:
    """What was read. Raises RefusedError where nothing is, as after the editor was started again."""
    bench = bench_of(here)
    if bench is None:
        raise RefusedError("directory_page.forgotten", 409)
    return bench


def _question(here: Desk, site: Site, told: str = "", typed: str = "") -> str:
    slugs = site.settings.directory.slugs or places_of_directories(site.library)
    names = [(file.name, -(-file.stat().st_size // 1_000_000)) for file in directory_files.downloaded()]
    return render_template(
        "directory_choose.html", downloaded=names, departments=typed or ", ".join(slugs).upper(), told=told
    )


def _shown(here: Desk, site: Site, bench: Bench) -> str:
    said, bench.said = bench.said, []
    reading = bench.reading
    state = read_state(here)
    return render_template(
        "directory.html",
        bench=bench,
        said_once=said,
        is_fault=bench.is_fault,
        view=view_of(bench.proposals(site, here.content), reading.tally, here.tongue),
        places=", ".join(map(place_named, reading.asked)),
        name_of=name_of,
        day_of=partial(in_words, tongue=here.tongue),
        file_of=lambda document: here.name_of(document.file),
        place_of=lambda document: state.places.place_of(here.name_of(document.file)),
    )


def _told(taken: Taken, bench: Bench, here: Desk) -> list[str]:
    """What became of what was ticked."""
    result = taken.result
    if result.others:
        return [here.said("directory.other_faults"), *(fault.sentence(here.tongue) for fault in result.others[:3])]
    counts = {
        "directory_page.written_new": taken.new,
        "directory_page.written_facts": taken.facts,
        "directory_page.written_days": taken.days,
    }
    told = [here.said(code, count=count) for code, count in counts.items() if count]
    for code, some in (("lighter", result.lighter), ("refused", result.refused)):
        for piece, faults in some:
            what = " ".join(fault.sentence(here.tongue) for fault in faults[:2])
            told.append(here.said(f"directory.{code}", name=piece.name, what=what))
    if result.pieces and bench.reading.tally.date:
        producers = ", ".join(sorted({record.producer for record in bench.reading.records}))
        names = ", ".join(bench.files)
        told.append(
            here.said(
                "directory.credit", producer=producers, file=names, day=in_words(bench.reading.tally.date, here.tongue)
            )
        )
    return told or [here.said("directory.nothing_taken")]
