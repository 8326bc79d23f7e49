"""Sets up what the editor needs, then opens it: what a double click starts, on every system.

Any Python may be asked to run this, so old ones can read it, if only to learn that they are too old.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
LOCK = "requirements-edit.txt"
STAMPS = (".ready", ".ready-edit")
"""As `make` leaves them when a set-up is done, so that neither does again what the other did."""


def main() -> int:
    """Set up, open, and say in French what is done. Returns the exit status."""
    sys.dont_write_bytecode = True  # nothing is left behind by a Python that is not the project's
    os.chdir(str(PROJECT))
    if sys.version_info < OLDEST:
        # The sentences of the project are read by those that are new enough.
        print("Il faut Python 3.11 ou plus récent. Installez-le : www.python.org/downloads, puis recommencez.")
        return 1
    sys.path.insert(0, str(PROJECT / "site"))
    try:
        python = ready_python()
        return (
            python if isinstance(python, int) else subprocess.call([*python, "-m", "eclaircie", "edit", *sys.argv[1:]])
        )
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return failed("unwritten", file=error.filename or str(PROJECT), reason=error.strerror or str(error))


def ready_python() -> list[str] | int:
    """The project's own Python with all its libraries, set up where it is missing; or the exit status where it cannot be."""
    venv = PROJECT / ".venv"
    python = venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not runs(python, "-m", "pip", "--version"):
        say("preparing")
        shutil.rmtree(str(venv), ignore_errors=True)
        if not runs(Path(sys.executable), "-m", "venv", str(venv)) or not runs(python, "-m", "pip", "--version"):
            shutil.rmtree(str(venv), ignore_errors=True)  # Debian's Python without python3-venv leaves half of one
            return failed("no_venv")
    if is_old(venv / STAMPS[-1], PROJECT / LOCK):
        say("libraries")
        pip = ("-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes", "-r", LOCK)
        # Relative, so that the folder can be moved or copied and still finds its own code.
        code = "import os, pathlib, sysconfig; p = pathlib.Path(sysconfig.get_path('purelib'));"
        code += "(p / 'eclaircie.pth').write_text(os.path.relpath('site', p) + '\\n')"
        if subprocess.call([str(python), *pip]) or subprocess.call([str(python), "-c", code]):
            return failed("no_libraries")
        for stamp in STAMPS:
            (venv / stamp).touch()
    say("opening")
    return [str(python)]


def is_old(stamp: Path, source: Path) -> bool:
    """Whether something was set up before what it is made from was changed, or never."""
    return not stamp.exists() or stamp.stat().st_mtime < source.stat().st_mtime


def runs(program: Path, *words: str) -> bool:
    """Whether a program runs and ends well; what it says is nobody's concern."""
    try:
        return subprocess.run([str(program), *words], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def say(code: str, **values: object) -> None:
    """Say what is being done."""
    from eclaircie.messages.sentences import sentence

    print(sentence("starting." + code, "fr", **values), flush=True)


def failed(code: str, **values: object) -> int:
    """Say why the editor does not open. Returns the exit status."""
    say(code, **values)
    return 1


if __name__ == "__main__":
    status = main()
    # A window that closes at once would take the sentence with it.
    if status not in (0, 130) and sys.stdin is not None and sys.stdin.isatty():
        input("\nAppuyez sur Entrée pour fermer cette fenêtre. ")
    sys.exit(status)
