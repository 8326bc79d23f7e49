"""What git knows of the project, where there is git and it can be asked. Nothing of a repository's own is run."""

import io
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

PUBLISHED = ("origin/HEAD", "@{upstream}", "HEAD")
"""The names of what counts as published where nothing else says it, in this order."""


def ask_git(project: Path, *question: str, environment: Mapping[str, str] = os.environ) -> bytes | None:
    """What git answers to a command, or None where it is missing, refuses, or takes longer than a minute.

    project: the folder of the project. question: the command and its arguments. environment: of the process.
    """
    # In the hook of another repository, these would lead there.
    plain = {name: value for name, value in environment.items() if not name.startswith("GIT_")}
    settings = (
        # In a container the files are often somebody else's. What git would refuse for that is to run the
        # repository's own programs, and the only one that these commands know is switched off.
        *("-c", f"safe.directory={project.resolve().as_posix()}"),  # git writes paths so on Windows too
        *("-c", "core.fsmonitor=false"),
    )
    git = ["git", "--no-optional-locks", *settings, "-C", str(project)]
    try:
        answer = subprocess.run(
            [*git, *question], capture_output=True, env=plain, stdin=subprocess.DEVNULL, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return None if answer.returncode else answer.stdout


def commits_named(project: Path, *names: str) -> Iterator[str]:
    """The commits that git knows by some names, in their order; each is asked for when it is taken."""
    for name in names:
        answer = ask_git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if answer is not None:
            yield answer.decode().strip()


def files_at(project: Path, commit: str, *folders: str) -> dict[str, bytes] | None:
    """The files of some folders as they were in a commit, by path below the project; None where git knows none of them.

    project: the folder of the project; a repository further up holds something else, and is not asked.
    """
    if not (project / ".git").exists():
        return None
    archives = [ask_git(project, "archive", "--format=tar", commit, "--", folder) for folder in folders]
    if not any(archives):
        return None
    # Not above: nearly every command asks git something, and few for files
    import tarfile

    found = {}
    for archive in filter(None, archives):
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            for member in tar:
                content = tar.extractfile(member) if member.isreg() else None
                if content:
                    found[member.name] = content.read()
    return found


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files below a folder, by their paths, as `files_at` gives them. Raises OSError."""
    for path, raw in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
