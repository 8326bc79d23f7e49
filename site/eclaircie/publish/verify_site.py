"""Whether a host answers what was built, each file at its address.

Only bytes are promised here, and two things that bytes depend on: that a page is sent as HTML, and that an unknown
address is answered with 404.html. Headers are another matter: docs/publier/verifier.md.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from urllib.parse import quote

from .comparison import Built, Difference, Report, VerifyError, in_order, not_the_same
from .compression import BROTLI
from .decompression import sha256_of_compressed
from .encodings import ENCODINGS
from .fetching import Answer, FetchError, fetch
from .hosts import ROOT_FILE_NAMES
from .manifest import NAME, Manifest

AT_ONCE = 4
"""How many requests are under way together: enough not to wait for each, too few to be taken for an attack."""

GIVE_UP_AFTER = 8
"""So many files without any answer, and the host is taken to be gone."""

_ERROR_PAGE = "404.html"


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
    return in_order(report)


def _is_for_hosts(path: str) -> bool:
    """Whether a file is for the host alone: its settings, and what it sends in the place of another file."""
    return path in ROOT_FILE_NAMES or _is_compressed(path)


def _is_compressed(path: str) -> bool:
    return path.endswith(tuple(ENCODINGS.values()))


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
            yield not_the_same(self.built, path, answer.sha256)
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
                found = sha256_of_compressed(answer.body, encoding) or ""
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
