"""The square code that a telephone's camera reads."""

from io import BytesIO


def code_of(address: str) -> str:
    """The code of an address as an SVG, with the margin that cameras want. Raises ImportError without its library."""
    import segno

    out = BytesIO()
    # A quarter of it may be torn or written over, and it is read all the same.
    segno.make(address, error="q", micro=False).save(
        out, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, svgns=True, nl=False, omitsize=True
    )
    return out.getvalue().decode()
