"""A process that runs `python freeze.py` again and again, and makes something happen at one of its steps.

Every call by which Python touches the published folder or a sibling of it is a step: the interpreter itself names it
before it is made (PEP 578), so that a step that is added to the code tomorrow is known here too.
Each build is a process of its own, forked after the libraries are loaded and a first site is built elsewhere: what dies
is a real build, and what any process must first read, compile and shorten is not done again for each.

Asked in lines of JSON, answers in lines of JSON. Run by `tests/publish/test_never_half.py`.
"""

import datetime
import errno
import importlib
import json
import os
import resource
import runpy
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NoReturn

from eclaircie.loading import read_site
from eclaircie.pages.site import Site
from eclaircie.publish.freezer import freeze
from tests.compiled import compile_once
from tests.small_site import BEFORE_REVIEW, write_small_content

_OPENED_TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Steps:
    """Counts the steps of one build, and makes something happen at one of them.

    root: the folder that holds the published one. at: the number of the step, from 1. way: what happens there.
    system: "swap" as it is, "renames" without the exchange in one step, "copies" without hard links, "processes" with several
    processes as a large site has them; their steps are not counted, for they are never in the same order.
    """

    def __init__(self, root: Path, at: int | None, way: str, system: str, told: IO[str]) -> None:
        self.process = os.getpid()
        self.root = str(root)
        self.at = at
        self.way = way
        self.system = system
        self.told = told
        self.count = 0
        self.exchanged = False
        self.active = True
        self.tells = resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY  # a long file itself

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What the interpreter calls before each call that it thinks worth naming."""
        if not self.active or os.getpid() != self.process:
            return
        if event == "ctypes.dlsym" and str(arguments[1]).startswith("rename") and self.system == "renames":
            raise AttributeError(arguments[1])
        if event == "os.link" and self.system == "copies":
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        step = self._step(event, arguments)
        if step is None:
            return
        self.count += 1
        if self.tells:
            self.told.write(json.dumps(step) + "\n")
        if event in ("ctypes.dlsym", "os.rename"):
            self.exchanged = True
        if self.count == self.at:
            self.active = False
            self._happen(step)

    def _step(self, event: str, arguments: tuple[Any, ...]) -> dict[str, Any] | None:
        """What is known of a step, or None where the call is none."""
        path = os.fsdecode(arguments[0]) if arguments and isinstance(arguments[0], str | bytes | os.PathLike) else ""
        below = Path(path).is_relative_to(self.root)
        # A name beside the number of an open folder, in which it is.
        named = bool(path) and not Path(path).is_absolute() and isinstance(arguments[-1], int) and arguments[-1] >= 0
        if event == "ctypes.dlsym":
            if not str(arguments[1]).startswith("rename"):
                return None
        elif event == "open":
            if not below:
                return None
        elif event != "fcntl.flock" and not (event.startswith("os.") and (below or named)):
            return None
        writes = event not in ("os.listdir", "os.scandir", "os.walk")
        if event == "open":
            writes = bool(arguments[2] & _OPENED_TO_WRITE)
        top = Path(path).relative_to(self.root).parts[:1] if below else ()
        kind = [event, *top, Path(path).suffix, "write" if writes else "read", "after" if self.exchanged else "before"]
        return {"kind": " ".join(kind), "path": path, "opens": event == "open", "writes": writes}

    def _happen(self, step: dict[str, Any]) -> None:
        self.told.flush()
        if step["opens"] and step["writes"] and self.way in ("torn", "full") and not step["path"].endswith("-lock"):
            Path(step["path"]).write_bytes(b"<!DOCTYPE html>half a pa")
        if self.way in ("kill", "torn"):
            os.kill(os.getpid(), signal.SIGKILL)
        elif self.way == "pause":
            os.kill(os.getpid(), signal.SIGSTOP)
        elif self.way in ("SIGINT", "SIGTERM"):
            os.kill(os.getpid(), signal.Signals[self.way])
        elif self.way == "full" and step["writes"]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), step["path"])
        elif self.way == "unreadable" and not step["writes"]:
            raise OSError(errno.EIO, os.strerror(errno.EIO), step["path"])


def _reading(content: Path) -> Callable[..., Site]:
    """Reads some content in the place of that of the project."""

    def read(today: datetime.date, **asked: Any) -> Site:
        return read_site(today, **{**asked, "content": content})

    return read


def _file() -> IO[str]:
    return tempfile.TemporaryFile("w+", encoding="utf-8")  # removed by the system when the process ends


class Build:
    """One build in a process of its own. asked: what the test wants of it."""

    def __init__(self, asked: dict[str, Any]) -> None:
        self.asked = asked
        self.out, self.err, self.told = _file(), _file(), _file()
        self.process = os.fork()
        if self.process == 0:
            self._run()

    def _run(self) -> NoReturn:
        status = 1
        try:
            asked = self.asked
            for file, number in ((self.out, 1), (self.err, 2)):
                os.dup2(file.fileno(), number)
            sys.stdin.close()
            if asked.get("largest_file") is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (asked["largest_file"], asked["largest_file"]))
            invocation = importlib.import_module("eclaircie.cli.invocation")
            invocation.read_site = _reading(Path(asked["content"]))  # type: ignore[attr-defined]
            system = asked.get("system", "swap")
            if system == "processes":
                importlib.import_module("eclaircie.publish.processes").processors = lambda: 2  # type: ignore[attr-defined]
                importlib.import_module("eclaircie.publish.pages").SHARE = 6  # type: ignore[attr-defined]
            steps = Steps(Path(asked["root"]), asked.get("at"), asked.get("way", ""), system, self.told)
            sys.addaudithook(steps.hook)
            sys.argv = ["freeze.py", *asked["arguments"]]
            runpy.run_path("freeze.py", run_name="__main__")
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            for stream in (sys.stdout, sys.stderr, self.told):
                stream.flush()
            os._exit(status)

    def wait(self) -> dict[str, Any]:
        """Wait until it ends or pauses, and return what it said, its steps and its status (minus the signal)."""
        _, ended = os.waitpid(self.process, os.WUNTRACED)
        if os.WIFSTOPPED(ended):
            return {"paused": self.process}
        for file in (self.out, self.err, self.told):
            file.seek(0)
        steps = [json.loads(line) for line in self.told if line.endswith("}\n")]
        said = {"out": self.out.read(), "err": self.err.read(), "steps": steps}
        return {"status": os.waitstatus_to_exitcode(ended), **said}


def _learn() -> None:
    """Load what a build loads, and build the small site somewhere else: each build is forked when that is there."""
    for module in ("freeze", "eclaircie.cli.build"):
        importlib.import_module(module)
    compile_once()
    with tempfile.TemporaryDirectory() as folder:
        content = write_small_content(Path(folder, "content"))
        freeze(read_site(BEFORE_REVIEW, content=content), Path(folder, "build"))


def main() -> None:
    """Answer until nobody asks any more."""
    _learn()
    paused: dict[int, Build] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        if "go_on" in asked:
            os.kill(asked["go_on"], signal.SIGCONT)
            answers = [paused.pop(asked["go_on"]).wait()]
        else:
            builds = [Build(asked) for _ in range(asked.get("times", 1))]
            answers = [build.wait() for build in builds]
            paused |= {
                build.process: build for build, answer in zip(builds, answers, strict=True) if "paused" in answer
            }
        print(json.dumps(answers), flush=True)
    for process in paused:
        os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    main()
