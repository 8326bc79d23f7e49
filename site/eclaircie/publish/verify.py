"""Whether a published copy holds what was built: each file of the manifest, byte for byte, in a folder or on a host.

Only bytes are promised here, and two things that bytes depend on: that a page is sent as HTML, and that an unknown
address is answered with 404.html. Headers are another matter: docs/publier/verifier.md.
"""

import hashlib
import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from ..messages.faults import SHOWN
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from .compression import BROTLI
from .encodings import ENCODINGS
from .fetching import LARGEST, Answer, FetchError, fetch
from .hosts import ROOT_FILE_NAMES
from .manifest import NAME, Manifest, sha256_of
from .staging import LEFT_BY_SYSTEMS

AT_ONCE = 4
"""How many requests are under way together: enough not to wait for each, too few to be taken for an attack."""

GIVE_UP_AFTER = 8
"""So many files without any answer, and the host is taken to be gone."""

_ERROR_PAGE = "404.html"

_PIECE = 64 * 1024


class VerifyError(Exception):
    """A copy cannot be compared at all. code: in the table `verifying`. values: what its sentence names."""

    def __init__(self, code: str, **values: object) -> None:
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
        if "index.html" not in hashes or any(_leads_out(path) for path in hashes):
            raise VerifyError("no_manifest", path=file)
        return cls(manifest, {**hashes, NAME: sha256_of(text)})

    def holder_of(self, sha256: str) -> str | None:
        """The file that holds certain bytes, or None."""
        return next((path for path, known in self.files.items() if known == sha256), None)


def _leads_out(path: str) -> bool:
    return path.startswith("/") or "\\" in path or any(part in ("", ".", "..") for part in path.split("/"))


@dataclass
class Report:
    """What was found. compared: how many files. skipped: those that a host need not show. other: the copy's own
    manifest, where it is that of another build. without_brotli: whether compressed pages were left out."""

    compared: int = 0
    differences: list[Difference] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    other: Manifest | None = None
    without_brotli: bool = False


def verify_folder(built: Built, folder: Path) -> Report:
    """Compare a folder. Every file that was built must be there, and no other, but those that systems leave anywhere."""
    report = Report()
    for path, sha256 in sorted(built.files.items()):
        report.compared += 1
        report.differences += _compare_file(built, folder, path, sha256)
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*files, *links):
            path = (Path(parent) / name).relative_to(folder).as_posix()
            if path not in built.files and name not in LEFT_BY_SYSTEMS:
                report.differences.append(Difference("extra", path))
    if any(difference.path == NAME for difference in report.differences):
        report.other = Manifest.read(folder)
    return _in_order(report)


def _compare_file(built: Built, folder: Path, path: str, sha256: str) -> Iterator[Difference]:
    file = folder / path
    try:
        if not file.exists():
            yield Difference("missing", path)
            return
        if not file.is_file():  # a pipe would be read for ever
            yield Difference("changed", path)
            return
        with file.open("rb") as content:
            found = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        yield Difference("no_file", path, error.strerror or "")
        return
    if found != sha256:
        yield _not_the_same(built, path, found)


def _not_the_same(built: Built, path: str, found: str) -> Difference:
    holder = built.holder_of(found)
    return Difference("swapped", path, holder) if holder else Difference("changed", path)


def verify_site(built: Built, address: str, progress: Callable[[int, int], None] = lambda done, total: None) -> Report:
    """Compare what a host answers, each file at its address.

    address: of the site, path included. progress: told after each file how many are done, of how many.
    Raises VerifyError where the host does not answer, or leads elsewhere.
    """
    copy = _Copy(built, address.rstrip("/") + "/")
    copy.greet()
    paths = [path for path in sorted(built.files) if not _is_for_hosts(path)]
    report = Report(skipped=[path for path in sorted(built.files) if _is_for_hosts(path) and not _is_compressed(path)])
    silent = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = iter(paths)
        # A few at a time are given out: a host that is gone is noticed before all the others were asked for.
        while lot := list(islice(waiting, AT_ONCE * 2)):
            for differences in pool.map(copy.compare, lot):
                report.compared += 1
                report.differences += differences
                progress(report.compared, len(paths))
                silent += any(difference.code == "unreachable" for difference in differences)
                if silent >= GIVE_UP_AFTER:
                    raise VerifyError("host_silent", path=address, detail=differences[-1].detail)
    report.differences += copy.compare_unknown()
    report.other = copy.other
    report.without_brotli = copy.without_brotli
    return _in_order(report)


def _is_for_hosts(path: str) -> bool:
    """Whether a file is for the host alone: its settings, and what it sends in the place of another file."""
    return path in ROOT_FILE_NAMES or _is_compressed(path)


def _is_compressed(path: str) -> bool:
    return path.endswith(tuple(ENCODINGS.values()))


def _in_order(report: Report) -> Report:
    report.differences.sort(key=lambda difference: (difference.path, difference.code))
    return report


class _Copy:
    """A site as a host answers it. other, without_brotli: as in a report."""

    def __init__(self, built: Built, address: str) -> None:
        self.built = built
        self.address = address
        self.other: Manifest | None = None
        self.without_brotli = False

    def greet(self) -> None:
        """Ask for the first page. Raises VerifyError where the host does not answer, or leads elsewhere."""
        try:
            fetch(self.address)
        except FetchError as error:
            code = "host_elsewhere" if error.code == "elsewhere" else "host_silent"
            raise VerifyError(code, path=self.address, detail=error.detail) from None

    def compare(self, path: str) -> list[Difference]:
        """What differs in one file."""
        try:
            answer = self._ask(path)
            differences = list(self._judge(path, answer))
            return differences or list(self._compare_compressed(path))
        except FetchError as error:
            return [Difference(error.code, path, error.detail)]

    def _ask(self, path: str, encoding: str = "identity") -> Answer:
        address = self.address + quote(_address_of(path))
        keep = path == NAME or encoding != "identity"
        try:
            return fetch(address, encoding, keep=keep)
        except FetchError as error:
            if error.code != "unreachable":
                raise
        # A connection may break once; twice is an answer.
        return fetch(address, encoding, keep=keep)

    def _judge(self, path: str, answer: Answer) -> Iterator[Difference]:
        # The page of unknown addresses may come with their status, at its own address too.
        known = (200, 404) if path == _ERROR_PAGE else (200,)
        if answer.status in (404, 410) and answer.status not in known:
            yield Difference("missing", path)
        elif answer.status not in known:
            yield Difference("refused", path, str(answer.status))
        elif answer.encoding:
            yield Difference("encoded", path, answer.encoding)
        elif answer.sha256 != self.built.files[path]:
            if path == NAME:
                self.other = _manifest_in(answer.body)
            yield _not_the_same(self.built, path, answer.sha256)
        elif path.endswith(".html") and answer.kind != "text/html":
            yield Difference("wrong_type", path, answer.kind)

    def _compare_compressed(self, path: str) -> Iterator[Difference]:
        """What differs in what browsers are sent in the place of a file, where compressed copies of it were built."""
        for encoding, ending in ENCODINGS.items():
            if path + ending not in self.built.files:
                continue
            answer = self._ask(path, encoding)
            if answer.encoding != encoding:
                found = answer.sha256
            elif answer.sha256 == self.built.files[path + ending]:
                continue
            elif encoding == "br" and BROTLI is None:
                # The host may have compressed the page itself.
                self.without_brotli = True
                continue
            else:
                found = _sha256_of_compressed(answer.body, encoding) or ""
            if found != self.built.files[path]:
                yield Difference("compressed", path, encoding)

    def compare_unknown(self) -> Iterator[Difference]:
        """Whether an unknown address is answered as it has to be."""
        # Of no page, and not the same for every site: what is asked for stands in the host's log.
        name = self.built.files["index.html"][:12]
        try:
            answer = fetch(self.address + name)
        except FetchError as error:
            yield Difference(error.code, f"/{name}", error.detail)
            return
        if (answer.status, answer.sha256) != (404, self.built.files.get(_ERROR_PAGE)):
            yield Difference("unknown_address", _ERROR_PAGE, str(answer.status))


def _address_of(path: str) -> str:
    """The address of a file below the site: a page is at its folder."""
    folder, _, name = path.rpartition("/")
    return path if name != "index.html" else f"{folder}/" if folder else ""


def _manifest_in(body: bytes) -> Manifest | None:
    try:
        return Manifest.parse(body)
    except ValueError:
        return None


def _sha256_of_compressed(body: bytes, encoding: str) -> str | None:
    """The SHA-256 of what a compressed body holds, or None where it cannot be read or grows beyond a file's limit."""
    try:
        if encoding == "gzip":
            reader = zlib.decompressobj(wbits=31)
            content = reader.decompress(body, LARGEST)
            return sha256_of(content) if reader.eof else None
        if BROTLI is None:
            return None
        return sha256_of(_brotli_content(body))
    except (zlib.error, ValueError):
        return None


def _brotli_content(body: bytes) -> bytes:
    """What a Brotli body holds. Raises ValueError where it cannot be read or grows beyond a file's limit."""
    assert BROTLI is not None  # noqa: S101  # its only caller has looked
    reader = BROTLI.Decompressor()
    content = bytearray()
    try:
        # Piece by piece: a few bytes can be made to fill the memory.
        content += reader.process(body, output_buffer_limit=_PIECE)
        while not reader.is_finished() and not reader.can_accept_more_data():
            content += reader.process(b"", output_buffer_limit=_PIECE)
            if len(content) > LARGEST:
                raise ValueError("too big")
    except BROTLI.error as error:
        raise ValueError(str(error)) from None
    if not reader.is_finished():
        raise ValueError("not whole")
    return bytes(content)


def tell(report: Report, built: Built, tongue: Tongue) -> Iterator[str]:
    """A report in sentences: first what explains all that follows, at last what sums it up.

    Of each kind of difference so many are told as can be read; where one sentence explains them, of all together.
    """
    whole = len({difference.path for difference in report.differences if difference.code != "extra"})
    explained = True
    if report.other:
        yield sentence("verifying.other_build", tongue, theirs=_commit(report.other), ours=_commit(built.manifest))
    elif report.compared and whole >= report.compared:
        yield sentence("verifying.nothing_ours", tongue)
    else:
        explained = False
    told: Counter[str] = Counter()
    for difference in report.differences:
        kind = "" if explained else difference.code
        told[kind] += 1
        if told[kind] <= SHOWN:
            yield sentence(f"verifying.{difference.code}", tongue, path=difference.path, detail=difference.detail)
    if left := sum(count - SHOWN for count in told.values() if count > SHOWN):
        yield sentence("verifying.left_out", tongue, count=left)
    if report.skipped:
        yield sentence("verifying.not_compared", tongue, paths=", ".join(report.skipped))
    if report.without_brotli:
        yield sentence("verifying.without_brotli", tongue)
    if report.differences:
        yield sentence("verifying.different", tongue, count=report.compared, wrong=len(report.differences))
    else:
        yield sentence("verifying.same", tongue, count=report.compared)


def _commit(manifest: Manifest) -> str:
    """The commit of a build, as short as people write it."""
    return manifest.provenance.commit[:12] if manifest.provenance else "?"
