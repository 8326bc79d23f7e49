"""What was built, and how a published copy can differ from it: each file of the manifest, byte for byte."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .manifest import NAME, Manifest, sha256_of


class VerifyError(Exception):
    """A copy cannot be compared at all. code: in the table `verifying`. values: what its sentence names."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was built. code: in the table `verifying`. path: below the site. detail: what the sentence names."""

    code: str
    path: str
    detail: str = ""


@dataclass(frozen=True)
class Built:
    """What was built. files: the SHA-256 of each, by path below the site, the manifest itself included."""

    manifest: Manifest
    files: dict[str, str]

    @classmethod
    def read(cls, file: Path) -> "Built":
        """What a manifest tells. Raises VerifyError where the file is none, or leads out of the site."""
        try:
            text = file.read_bytes()
            manifest = Manifest.parse(text)
        except (OSError, ValueError):
            raise VerifyError("no_manifest", path=file) from None
        hashes = {path: str(entry.sha256) for path, entry in manifest.files.items()}
        if "index.html" not in hashes:
            raise VerifyError("no_manifest", path=file)
        return cls(manifest, {**hashes, NAME: sha256_of(text)})

    def holder_of(self, sha256: str) -> str | None:
        """The file that holds certain bytes, or None."""
        return next((path for path, known in self.files.items() if known == sha256), None)


@dataclass
class Report:
    """What was found. compared: how many files. skipped: those that a host need not show. other: the copy's own
    manifest, where it is that of another build. without_brotli: whether compressed pages were left out."""

    compared: int = 0
    differences: list[Difference] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    other: Manifest | None = None
    without_brotli: bool = False


def not_the_same(built: Built, path: str, found: str) -> Difference:
    """How a file differs that is not what was built. found: the SHA-256 of what it is."""
    holder = built.holder_of(found)
    return Difference("swapped", path, holder) if holder else Difference("changed", path)


def in_order(report: Report) -> Report:
    """The same report, its differences by path."""
    report.differences.sort(key=lambda difference: (difference.path, difference.code))
    return report
