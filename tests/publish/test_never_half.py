"""Never half a site: whatever happens to a build, what is published is whole, and the next build puts all in order."""

import hashlib
import http.client
import json
import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from eclaircie.project import PROJECT_ROOT, STATIC
from eclaircie.publish.server import server
from eclaircie.rendering.assets import Assets
from tests.chosen import chosen
from tests.small_site import FILES, write_small_content

Files = dict[str, bytes]
Step = dict[str, Any]
Answer = dict[str, Any]

EPOCH = "1795219200"
"""21 November 2026."""

KEPT = "Le site publié avant est resté tel quel."
WHOLE = "Le site publié est entier."

SYSTEMS = ["swap", "renames", "copies"]
"""A system as ours; one that cannot exchange two folders in one step; one without hard links. With the first, the build before
the published one is still there; with the others it is made of links or copies."""

AND_PROCESSES = ["swap", *chosen(SYSTEMS[1:], 1, "systems"), pytest.param("processes", marks=pytest.mark.exhaustive)]
"""Ours each time, and one of the others; also ours with several processes, as for a large site."""

DEATHS = ["kill", "torn"]
"""Before a step, or in the middle of writing a file."""


def files_in(folder: Path) -> Files:
    """Every file of a folder, by its path below it."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def names_in(folder: Path) -> list[str]:
    """What a folder holds, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def is_whole(files: Files) -> bool:
    """Whether every file that the manifest names is there with its SHA-256, and no other."""
    record = json.loads(files["manifest.json"])["files"]
    found = {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != "manifest.json"}
    return found == {name: entry["sha256"] for name, entry in record.items()}


@dataclass
class Bench:
    """A place to build in, a process that builds there, and two sites: the published one and the next one."""

    process: subprocess.Popen[str]
    folder: Path
    sites: dict[str, Path]
    published: dict[str, Files] = field(default_factory=dict)

    @property
    def root(self) -> Path:
        """The folder in which all happens: the published one is in it."""
        return self.folder / "Mes sites à moi"

    @property
    def build(self) -> Path:
        """The published folder."""
        return self.root / "site publié"

    def beside(self, name: str) -> Path:
        """A sibling that a build makes for itself."""
        return self.root / f".{self.build.name}-{name}"

    def leftovers(self) -> list[str]:
        """What lies beside the published folder, and the one that it has replaced, which the next build takes up."""
        return [name for name in names_in(self.root) if name not in (self.build.name, self.beside("former").name)]

    def ask(self, **asked: object) -> list[Answer]:
        """Ask the process something."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        answers: list[Answer] = json.loads(self.process.stdout.readline())
        return answers

    def run_many(self, site: str, times: int, **asked: object) -> list[Answer]:
        """Build a site several times at once, and return what each build answered."""
        arguments = ["--destination", str(self.build)]
        fixed = {"content": str(self.sites[site]), "root": str(self.root), "arguments": arguments, "times": times}
        return self.ask(**{**fixed, **asked})

    def run(self, site: str, **asked: object) -> Answer:
        """Build a site, and return what the build answered."""
        return self.run_many(site, 1, **asked)[0]

    def restore(self, system: str = "swap") -> None:
        """Publish the old site again, as if nothing had happened."""
        shutil.rmtree(self.root, ignore_errors=True)
        folders = {self.build: "old"} | ({} if system in ("renames", "copies") else {self.beside("former"): "older"})
        for folder, site in folders.items():
            for name, content in self.published[site].items():
                file = folder / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)

    def state(self) -> str:
        """Which site is published: the old one, the new one, none, or, God forbid, something else."""
        if not self.build.exists():
            return "none"
        files = files_in(self.build)
        return next((name for name, site in self.published.items() if files == site), "half")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """The small site, and the same with other numbers, which change twelve pages and keep the others."""
    folder = tmp_path_factory.mktemp("never-half")
    text = FILES["fr/numeros/conseils.md"]
    sites = {
        name: write_small_content(
            folder / name, {"fr/numeros/conseils.md": text.replace("0 800 00 00 01", f"0 800 00 00 0{number}")}
        )
        for number, name in enumerate(("old", "new", "older"), 1)
    }
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["site", "."]), "SOURCE_DATE_EPOCH": EPOCH}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.interrupted_build"],
        cwd=PROJECT_ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        made = Bench(process, folder, sites)
        for name in sites:
            assert made.run(name)["status"] == 0
            made.published[name] = files_in(made.build)
            assert is_whole(made.published[name])
            shutil.rmtree(made.root)
        assert made.published["old"] != made.published["new"]
        yield made
        assert process.stdin
        process.stdin.close()


@pytest.fixture
def fresh(bench: Bench) -> Bench:
    """The bench, with the old site published."""
    bench.restore()
    return bench


def steps_of(bench: Bench, system: str) -> list[Step]:
    """Every step of the build that replaces the old site by the new one, in order."""
    bench.restore(system)
    answer = bench.run("new", system=system)
    assert (answer["status"], bench.state()) == (0, "new")
    return [{"number": number, **step} for number, step in enumerate(answer["steps"], 1)]


def some(steps: list[Step], system: str, request: pytest.FixtureRequest) -> list[Step]:
    """One step of each kind, the middle one, or where a system is not as ours only of those in which it differs.

    What kills a build is tried at each kind; other accidents at every second kind, from the first or the second by SEED
    and the test, so that each kind has some of them.

    Where tests are exhaustive, more of each kind, from the first to the last: trying each of some four hundred steps
    in each way would take hours, and two steps of a kind differ only in the page that they are about.
    """
    most = MOST_OF_A_KIND if "exhaustive" in request.node.keywords else 1
    if system != "swap":
        steps = [step for step in steps if step["kind"].startswith("os.rename") or (step["opens"] and step["writes"])]
    kinds: dict[str, list[Step]] = {}
    for step in steps:
        kinds.setdefault(step["kind"], []).append(step)
    chosen = [*kinds.values()]
    if most == 1 and len(chosen) > FEW and "killed" not in request.node.name:
        chosen = chosen[random.Random(f"{SEED} {request.node.name}").randrange(2) :: 2]
        print(f"kinds of steps chosen by {SEED}")
    return [step for of_a_kind in chosen for step in _spread(of_a_kind, most)]


def _spread(steps: list[Step], most: int) -> list[Step]:
    """At most so many of the steps: the middle one, or evenly from the first to the last."""
    if most == 1 or len(steps) <= most:
        return steps if len(steps) <= most else [steps[len(steps) // 2]]
    return [steps[number * (len(steps) - 1) // (most - 1)] for number in range(most)]


Wrong = Callable[[Answer, str], str | None]
"""Says what is wrong with the answer of a build that had an accident, and with the state that it left; or None."""


def accidents(bench: Bench, steps: list[Step], system: str, way: str, wrong: Wrong) -> list[str]:
    """Have an accident at each step, then build again. Returns what was not as it should be."""
    found: list[str] = []
    for step in steps:
        bench.restore(system)
        answer = bench.run("new", at=step["number"], way=way, system=system)
        where = f"{way} at {step['number']}, {step['kind']}"
        if len(answer["steps"]) < step["number"]:
            found.append(f"{where}: never came there")
        if fault := wrong(answer, bench.state()):
            found.append(f"{where}: {fault}: {answer['status']}, {bench.state()}, {answer['err']}")
        again = bench.run("new", system=system)
        if (again["status"], bench.state(), bench.leftovers()) != (0, "new", []):
            found.append(f"{where}: next build: {again['status']}, {bench.state()}, {bench.leftovers()}")
    return found


both = [
    pytest.param("some", id="some"),
    pytest.param("many", id="many", marks=[pytest.mark.exhaustive, pytest.mark.timeout(900)]),
]
"""One step of each kind, and several of each kind."""

MOST_OF_A_KIND = 3
FEW = 6
"""Kinds of steps that are all tried."""

SEED = 20261130
"""Chooses the kinds of steps at which something happens when not all are tried; change it to try others."""


@pytest.mark.parametrize("extent", both)
@pytest.mark.parametrize(
    ("system", "way"),
    [
        *(("swap", way) for way in DEATHS),
        # Where each differs from ours: between two renames, and in what is written instead of linked
        ("renames", "kill"),
        ("copies", "torn"),
        *chosen([("renames", "torn"), ("copies", "kill"), *(("processes", way) for way in DEATHS)], 0, "deaths"),
    ],
)
def test_a_build_killed_at_any_step_leaves_a_whole_site(
    bench: Bench, request: pytest.FixtureRequest, system: str, way: str, extent: str
) -> None:
    """After kill -9 before any step, or in the middle of writing a file, the old site or the new one is published."""

    def wrong(answer: Answer, state: str) -> str | None:
        if answer["status"] != -9:
            return "not killed"
        if state == "none" and system == "renames":
            # Between the two renames; the old site waits, whole, for whatever is started next.
            return None if files_in(bench.beside("old")) == bench.published["old"] else "old site not beside"
        return None if state in ("old", "new") else "half a site"

    steps = some(steps_of(bench, system), system, request)
    if way == "torn":
        steps = [step for step in steps if step["opens"] and step["writes"]]

    assert accidents(bench, steps, system, way, wrong) == []


@pytest.mark.parametrize("extent", both)
@pytest.mark.parametrize(
    ("way", "status"), [("SIGINT", 130), pytest.param("SIGTERM", 143, marks=pytest.mark.exhaustive)]
)
@pytest.mark.parametrize("system", ["swap", *chosen(["renames", "processes"], 1, "systems that are stopped")])
def test_a_build_stopped_at_any_step_leaves_a_whole_site_and_says_so(
    bench: Bench, request: pytest.FixtureRequest, system: str, way: str, status: int, extent: str
) -> None:
    """After Ctrl-C, or when the machine shuts down, a whole site is published, and which one is told without a traceback."""

    def wrong(answer: Answer, state: str) -> str | None:
        said = {"old": KEPT, "new": WHOLE}.get(state)
        if answer["err"].split("\n") != ["", "Arrêté.", said, ""]:
            return "said otherwise"
        left = set(bench.leftovers()) - {bench.beside("lock").name}
        return "folders left" if left else None if answer["status"] == status else "another status"

    assert accidents(bench, some(steps_of(bench, system), system, request), system, way, wrong) == []


@pytest.mark.parametrize("extent", both)
@pytest.mark.parametrize("system", AND_PROCESSES)
def test_a_disk_that_is_full_at_any_step_leaves_a_whole_site_and_says_so(
    bench: Bench, request: pytest.FixtureRequest, system: str, extent: str
) -> None:
    """Wherever writing fails, also in the middle of a file, the old site stays and one sentence gives the reason.

    Where the build could do without, for it was only tidying up, the new site is published.
    """

    def wrong(answer: Answer, state: str) -> str | None:
        if (answer["status"], state, answer["err"]) == (0, "new", ""):
            return None
        if (answer["status"], state) != (1, "old"):
            return "neither published nor kept"
        sentence, *rest = answer["err"].splitlines()
        told = sentence.startswith("Il n'y a plus de place sur le disque : No space left on device") and rest == [KEPT]
        left = set(bench.leftovers()) - {bench.beside("lock").name}
        return "folders left" if left else None if told else "said otherwise"

    steps = [step for step in some(steps_of(bench, system), system, request) if step["writes"]]

    assert accidents(bench, steps, system, "full", wrong) == []


@pytest.mark.parametrize("extent", both)
def test_a_previous_file_that_cannot_be_read_costs_nothing(
    bench: Bench, request: pytest.FixtureRequest, extent: str
) -> None:
    """A bad sector under the old site, or the fresh one, never gives half a site: it is made again, or the old one stays."""

    def wrong(answer: Answer, state: str) -> str | None:
        if (answer["status"], state, answer["err"]) == (0, "new", ""):
            return None
        told = "Input/output error (" in answer["err"] and answer["err"].endswith(f"{KEPT}\n")
        return None if (answer["status"], state, told) == (1, "old", True) else "neither published nor kept"

    steps = [step for step in some(steps_of(bench, "swap"), "swap", request) if not step["writes"]]

    assert accidents(bench, steps, "swap", "unreadable", wrong) == []


def test_every_kind_of_step_is_known(bench: Bench) -> None:
    """The steps are those of a real build: lock, links, writing, exchange, tidying up."""
    kinds = "\n".join(step["kind"] for system in SYSTEMS for step in steps_of(bench, system))

    for call in (
        "fcntl.flock",
        "os.link",
        "open .site publié-new .html write",
        "ctypes.dlsym",
        "os.rename",
        "os.rmdir",
    ):
        assert call in kinds


def test_a_page_that_cannot_be_read_is_made_again(fresh: Bench) -> None:
    """A page of the last build that is a folder, a pipe or a link is not taken, and holds nobody up."""
    for page, make in (("fr", Path.mkdir), ("en", os.mkfifo), ("ar", lambda file: file.symlink_to("404.html"))):
        file = fresh.build / page / "aider" / "index.html"
        file.unlink()
        make(file)

    assert fresh.run("new")["status"] == 0
    assert fresh.state() == "new"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_longer_than_the_system_allows_leaves_the_old_site(fresh: Bench, share: float) -> None:
    """A limit that the system really sets is met while a file is written."""
    largest = max(len(content) for content in fresh.published["new"].values())

    answer = fresh.run("new", largest_file=int(largest * share), system="copies")

    assert answer["status"] == 1
    assert answer["err"].startswith("L'écriture a échoué : File too large. Recommencez")
    assert (fresh.state(), fresh.leftovers()) == ("old", [])


def test_a_build_killed_between_two_renames_is_put_back_even_by_one_that_fails(fresh: Bench) -> None:
    """Where the next build finds a fault in the content, the old site is published again all the same."""
    fresh.build.rename(fresh.beside("old"))
    broken = fresh.folder / "broken"
    write_small_content(broken, {"fr/index.md": "rien"})
    fresh.sites["broken"] = broken

    assert fresh.run("broken")["status"] == 1
    assert (fresh.state(), fresh.leftovers()) == ("old", [])


def test_what_outlives_a_killed_build_writes_beside_the_next_one(bench: Bench) -> None:
    """Each build has a folder of its own, so that a process that is not dead yet cannot change a page of the next build."""
    middle = len(steps_of(bench, "swap")) // 2
    folders = set()
    for _ in range(2):
        bench.restore()
        bench.run("new", at=middle, way="kill")
        folders |= set(names_in(bench.beside("new")))

    assert len(folders) == 2


def test_what_is_half_removed_is_never_put_back(bench: Bench) -> None:
    """Where nothing is published any more, what a killed build had begun to remove does not come back."""

    def leave_replaced() -> None:
        bench.restore("renames")
        shutil.copytree(bench.build, bench.beside("old"))

    leave_replaced()
    steps = enumerate(bench.run("new")["steps"], 1)
    removing = [number for number, step in steps if step["kind"].startswith("os.remove .html")]
    leave_replaced()
    bench.run("new", at=removing[len(removing) // 2], way="kill")
    shutil.rmtree(bench.build)

    bench.run("new", at=1, way="kill")

    assert bench.state() == "none"


def test_what_cannot_be_removed_is_no_failure(bench: Bench) -> None:
    """The new site is published even where the old one cannot be cleared away; the next build does it."""
    last = [step["number"] for step in steps_of(bench, "swap") if step["kind"].startswith(("os.remove", "os.rmdir"))][
        -2
    ]
    bench.restore()

    answer = bench.run("new", at=last, way="full")

    assert (answer["status"], answer["err"], bench.state()) == (0, "", "new")


@pytest.mark.parametrize("system", AND_PROCESSES)
def test_of_two_builds_at_once_the_second_is_told_to_wait(bench: Bench, system: str) -> None:
    """While one build is held in its middle, another one is refused in a sentence and disturbs nothing."""
    middle = len(steps_of(bench, system)) // 2
    bench.restore(system)
    paused = bench.run("new", at=middle, way="pause", system=system)["paused"]

    second = bench.run("old", system=system)
    first = bench.ask(go_on=paused)[0]

    assert (second["status"], second["err"]) == (1, "Une autre construction est en cours. Attendez sa fin.\n")
    assert (first["status"], bench.state(), bench.leftovers()) == (0, "new", [])


def test_many_builds_at_once_leave_a_whole_site(fresh: Bench) -> None:
    """However many are started, each one publishes the site or is told to wait."""
    answers = fresh.run_many("new", 6)

    said = {(answer["status"], answer["err"]) for answer in answers}
    assert (0, "") in said
    assert said <= {(0, ""), (1, "Une autre construction est en cours. Attendez sa fin.\n")}
    assert (fresh.state(), fresh.leftovers()) == ("new", [])


@pytest.mark.parametrize(
    "name",
    [
        *("-été e\u0301te\u0301 a'\"$b", "\udce9", "x" * 240),
        *chosen(["deux mots", "été", "e\u0301te\u0301", "-x", "a'\"$b"], 0, "names"),
    ],
)
def test_a_folder_may_have_any_name(fresh: Bench, name: str) -> None:
    """Spaces, accents, quotes and bytes that are no text are names like others."""
    folder = fresh.root / name
    arguments = [f"--destination={folder}"]

    answers = [fresh.run("old", arguments=arguments), fresh.run("new", arguments=arguments)]

    assert [(answer["status"], answer["err"]) for answer in answers] == [(0, ""), (0, "")]
    assert files_in(folder) == fresh.published["new"]


@pytest.mark.parametrize("name", ["x" * 250, "x" * 300])
def test_a_name_too_long_is_told(fresh: Bench, name: str) -> None:
    """Where the system refuses a name, its reason is given instead of a traceback."""
    answer = fresh.run("new", arguments=["--destination", str(fresh.root / name)])

    assert answer["status"] == 1
    assert answer["err"].startswith("Ce chemin est trop long pour ce système : File name too long (")


def test_a_link_to_a_folder_among_the_pages_is_not_lost(fresh: Bench) -> None:
    """A link that somebody put into the published folder stops the build, which would remove it."""
    (fresh.build / "photos").symlink_to(fresh.folder)

    answer = fresh.run("new")

    assert answer["status"] == 1
    assert "contient un fichier qui serait perdu : photos." in answer["err"]
    assert (fresh.build / "photos").is_symlink()


def test_the_root_of_a_disk_is_refused(fresh: Bench) -> None:
    """It cannot be exchanged for another folder, and is not searched."""
    answer = fresh.run("new", arguments=["--destination", "/"])

    assert answer["status"] == 1
    assert answer["err"].startswith("/ est un disque ou un volume, qui ne peut pas être échangé")


def own_disk() -> list[str]:
    """The command that runs another one where it may mount a disk of its own; skips where the system forbids it."""
    command = ["unshare", "--map-root-user", "--mount", "sh", "-ceu"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*command, "mount -t tmpfs none /mnt"], capture_output=True).returncode
    ):
        pytest.skip("needs unshare, and the right to mount a disk of one's own")
    return command


def on_a_disk(bench: Bench, site: str, script: str, arguments: list[str]) -> tuple[Answer, Files]:
    """Build a site on a disk of its own, which holds the old site, after `script`.

    Returns the answer, and what is there besides hidden folders.
    """
    disk, copy = bench.folder / "disk", bench.folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    disk.mkdir(exist_ok=True)
    asked = {"content": str(bench.sites[site]), "root": str(disk), "arguments": arguments}
    run = (
        'mount -t tmpfs -o size=8m none "$1"; cp -r "$2"/[!.]* "$1"; '
        f'{script}; "$4" -m tests.interrupted_build; cp -r "$1" "$3"'
    )
    done = subprocess.run(
        [*own_disk(), run, "sh", disk, bench.root, copy, sys.executable],
        cwd=PROJECT_ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["site", "."]), "SOURCE_DATE_EPOCH": EPOCH},
        input=json.dumps(asked) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    shown = {name: content for name, content in files_in(copy).items() if not name.startswith(".")}
    return json.loads(done.stdout)[0], shown


def below(bench: Bench, site: str) -> Files:
    """The files of a site, by their path below the folder that holds the published one."""
    return {f"{bench.build.name}/{name}": content for name, content in bench.published[site].items()}


def test_a_site_can_be_built_on_another_disk(fresh: Bench) -> None:
    """Where the folder is does not matter, for the fresh one is made beside it."""
    answer, files = on_a_disk(fresh, "new", ":", ["--destination", str(fresh.folder / "disk" / fresh.build.name)])

    assert (answer["status"], answer["err"]) == (0, "")
    assert files == below(fresh, "new")


@pytest.mark.parametrize("room", chosen([0, 100, 300], 1, "room on a disk"))
def test_a_disk_that_is_really_full_leaves_the_old_site(fresh: Bench, room: int) -> None:
    """On a disk with so many thousand bytes left, the build fails with a sentence and takes away what it wrote."""
    fill = f'dd if=/dev/zero of="$1/film" bs=1k status=none 2>/dev/null || true; truncate -s -{room}k "$1/film"'
    destination = str(fresh.folder / "disk" / fresh.build.name)

    answer, files = on_a_disk(fresh, "new", fill, ["--destination", destination])

    assert answer["status"] == 1
    assert answer["err"].startswith("Il n'y a plus de place sur le disque : No space left on device")
    assert {name: content for name, content in files.items() if name != "film"} == below(fresh, "old")


def test_a_disk_that_cannot_be_written_leaves_the_old_site(fresh: Bench) -> None:
    """A disk for reading only is told as such."""
    destination = str(fresh.folder / "disk" / fresh.build.name)

    answer, files = on_a_disk(fresh, "new", 'mount -o remount,ro "$1"', ["--destination", destination])

    assert answer["status"] == 1
    assert answer["err"].startswith("On ne peut pas écrire ici : Read-only file system (")
    assert files == below(fresh, "old")


@pytest.mark.parametrize(
    "bound", chosen([False, True], 1, "disks"), ids=lambda bound: "folder of a container" if bound else "disk"
)
def test_a_disk_itself_cannot_be_exchanged(fresh: Bench, bound: bool) -> None:
    """A disk, or a folder that a container was given, is refused in a sentence that says what to do."""
    folder = fresh.folder / "disk" / (fresh.build.name if bound else "")
    script = f'mount --bind "{folder}" "{folder}"' if bound else ":"

    answer, files = on_a_disk(fresh, "new", script, ["--destination", str(folder)])

    assert answer["status"] == 1
    assert answer["err"].startswith(f"{folder} est un disque ou un volume, qui ne peut pas être échangé")
    assert files == below(fresh, "old")


Read = Callable[[str], bytes]
"""Reads a page, by the path of its file."""


@pytest.fixture(params=chosen(["disk", "freeze.py --serve", "nginx"], 1, "ways to read"))
def read(request: pytest.FixtureRequest, fresh: Bench) -> Iterator[Read]:
    """The ways to read what is published."""
    if request.param == "disk":
        yield lambda name: (fresh.build / name).read_bytes()
    elif request.param == "nginx":
        yield from _read_by_nginx(fresh)
    else:
        service = server(fresh.build, Assets(STATIC), 0)
        threading.Thread(target=service.serve_forever, daemon=True).start()
        yield lambda name: _fetch(service.server_port, name)
        service.shutdown()
        service.server_close()


def _fetch(port: int, name: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", f"/{name}")
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        raise FileNotFoundError(name)
    return content


def _read_by_nginx(bench: Bench) -> Iterator[Read]:
    if not (nginx := shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")):
        pytest.skip("needs nginx")
    with server(bench.build, Assets(STATIC), 0) as free:
        port = free.server_port
    folder = bench.folder / "nginx"
    folder.mkdir(exist_ok=True)
    user = "user root;" if os.geteuid() == 0 else ""
    temporary = " ".join(
        f'{kind}_temp_path "{folder}/{kind}";' for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f'daemon off; {user} pid "{folder}/pid"; error_log "{folder}/errors" crit; events {{}}\n'
        f'http {{ access_log off; {temporary} server {{ listen 127.0.0.1:{port}; root "{bench.build}"; }} }}\n',
        "utf-8",
    )
    process = subprocess.Popen([nginx, "-c", folder / "nginx.conf", "-e", folder / "errors"])
    try:
        for _ in range(600):
            try:
                _fetch(port, "index.html")
                break
            except ConnectionError:
                assert process.poll() is None
                threading.Event().wait(0.1)
        yield lambda name: _fetch(port, name)
    finally:
        process.terminate()
        process.wait()


def test_a_reader_never_finds_a_page_missing(fresh: Bench, read: Read) -> None:
    """While the site is built twenty times, each page that both sites have is there, and is that of one of them."""
    pages = [name for name in fresh.published["new"] if name.endswith(".html")]
    known = {name: [fresh.published[site][name] for site in ("old", "new")] for name in pages}
    over = threading.Event()
    wrong: list[str] = []
    seen: set[str] = set()

    def hammer() -> None:
        while not over.is_set():
            for name in pages:
                try:
                    content = read(name)
                except FileNotFoundError:
                    wrong.append(f"{name} missing")
                    continue
                if content not in known[name]:
                    wrong.append(f"{name} of neither site")
                elif known[name][0] != known[name][1]:
                    seen.add("old" if content == known[name][0] else "new")

    reader = threading.Thread(target=hammer)
    reader.start()
    try:
        answers = [fresh.run("new" if number % 2 == 0 else "old") for number in range(20)]
    finally:
        over.set()
        reader.join()

    assert {answer["status"] for answer in answers} == {0}
    assert wrong == []
    assert seen == {"old", "new"}
