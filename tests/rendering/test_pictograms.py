"""The drawings that stand beside words."""

import re

from eclaircie.content.choices import PICTOGRAMS
from eclaircie.project import PROJECT_ROOT

ICONS = (PROJECT_ROOT / "site/eclaircie/rendering/templates/components/icons.html").read_text("utf-8")
DRAWN = dict(re.findall(r'^  "(\w+)": "([^"]+)",$', ICONS, re.MULTILINE))
OF_THE_FRAME = {"back", "leave"}


def test_every_pictogram_that_a_page_may_name_is_drawn() -> None:
    """What the guide offers to writers is what there is to see, and nothing is drawn that nobody may name."""
    assert set(DRAWN) == {*PICTOGRAMS.labels, *OF_THE_FRAME}


def test_no_two_pictograms_look_the_same() -> None:
    """Each is told from the others by its own drawing."""
    assert len(set(DRAWN.values())) == len(DRAWN)
