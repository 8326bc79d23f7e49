"""Reads a PDF as somebody with the paper in their hands does: where each figure stands, and what the square says."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw
import zxingcpp


@dataclass(frozen=True)
class Sign:
    """A sign on a sheet, seen so that its line is level. x: where it begins; end: where it ends; y: its middle."""

    text: str
    x: float
    end: float
    y: float
    height: float


@dataclass(frozen=True)
class Box:
    """Where a sign stands on its page, as shares of the page's width and height."""

    left: float
    bottom: float
    right: float
    top: float


def signs(page: pypdfium2.PdfPage) -> Iterator[tuple[Sign, Box]]:
    """Every sign that is printed on a page."""
    text = page.get_textpage()
    width, height = page.get_size()
    for index in range(raw.FPDFText_CountChars(text)):
        sign = chr(raw.FPDFText_GetUnicode(text, index))
        values = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetCharBox(text, index, *(ctypes.byref(value) for value in values))
        left, right, bottom, top = (value.value for value in values)
        box = Box(left / width, bottom / height, right / width, top / height)
        # A strip is read from below: what is above on the page is further right in its line.
        upright = abs(math.sin(raw.FPDFText_GetCharAngle(text, index))) < 0.5
        if upright:
            yield Sign(sign, left, right, (bottom + top) / 2, top - bottom), box
        else:
            yield Sign(sign, bottom, top, -(left + right) / 2, right - left), box


def numbers_on(page: pypdfium2.PdfPage) -> list[str]:
    """The figures of each number as they follow each other on paper from left to right, whatever the order in the file."""
    figures = sorted((sign for sign, _ in signs(page) if sign.text.isdigit()), key=lambda sign: sign.x)
    lines: list[list[Sign]] = []
    for figure in figures:
        for line in lines:
            gap, last = figure.x - line[-1].end, line[-1]
            if abs(figure.y - last.y) < 0.3 * last.height and -0.1 * last.height < gap < 0.95 * last.height:
                line.append(figure)
                break
        else:
            lines.append([figure])
    return ["".join(figure.text for figure in line) for line in lines]


def codes_on(page: pypdfium2.PdfPage) -> list[str]:
    """What a telephone's camera reads of the squares of a page, printed in grey."""
    bitmap = page.render(scale=2, grayscale=True)
    seen = memoryview(bytes(bitmap.buffer)).cast("B", (bitmap.height, bitmap.stride))
    return [code.text for code in zxingcpp.read_barcodes(seen)]
