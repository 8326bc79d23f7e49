"""What was found of a published copy, in sentences."""

from collections import Counter
from collections.abc import Iterator

from ..messages.faults import SHOWN
from ..messages.sentences import sentence
from ..messages.tongues import Tongue
from ..publish.comparison import Built, Report
from ..publish.manifest import Manifest


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
