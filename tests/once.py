"""What is made once for a whole run of the tests, however many processes share the run."""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

LOOKING = 0.02
"""Seconds between two looks at whether the process that came first is done."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of this name in the run: the first process that asks has `make` fill it, the others wait for it.

    What is in it belongs to all: a test that changes something copies it first. Where `make` fails, every process that
    asks is told of that failure. A process that dies meanwhile leaves the others to the time limit of their tests.
    """
    base = factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, ready, failed = (run / f"{name}{end}" for end in ("", ".ready", ".failed"))
    try:
        (run / f"{name}.claimed").mkdir()  # succeeds in one process only, on every system
    except FileExistsError:
        while not (ready.exists() or failed.exists()):
            threading.Event().wait(LOOKING)
    else:
        try:
            make(folder)
        except BaseException as failure:
            failed.write_text(repr(failure), "utf-8")
            raise
        ready.touch()
    if failed.exists():
        raise RuntimeError(f"{name} could not be made in another process: {failed.read_text('utf-8')}")
    return folder


@contextmanager
def staying() -> Iterator[None]:
    """Make something large that stays to the end of the run: it is never searched for garbage, from the first moment on."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
