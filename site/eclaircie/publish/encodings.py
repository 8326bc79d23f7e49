"""Compressed files beside those that they are made from, and which of them a browser is sent."""

from pathlib import Path

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""The ending of the files of each content coding, the one that makes the smallest first.
Source: https://www.iana.org/assignments/http-parameters/http-parameters.xhtml#content-coding
"""


def compressed(file: Path, accepted: str) -> tuple[Path, str] | None:
    """The compressed file to send in the place of a file, and its content coding; None where there is none to send.

    accepted: the header Accept-Encoding of the request, or nothing. Source: RFC 9110, 12.5.3
    """
    wanted = parse_accept_header(accepted, Accept)
    for coding, ending in ENCODINGS.items():
        beside = file.with_name(file.name + ending)
        if wanted.quality(coding) and beside.is_file():
            return beside, coding
    return None
