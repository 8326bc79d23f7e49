"""The form that estimates an aid: its script works as the formula does, and its page says the rest without it."""

import dataclasses
import datetime
import json
import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eclaircie.content.models import Aid
from eclaircie.content.scale_formula import NEAR, Estimate, amount, estimate_of, is_loan
from eclaircie.languages import Language
from eclaircie.pages.site import Site
from eclaircie.project import STATIC
from eclaircie.rendering import formats
from eclaircie.rendering.application import create_app
from tests.pages.test_pages import only, shown
from tests.settings import PUBLISHED

SCRIPT = STATIC / "js" / "estimate.js"
PAGE = "/fr/aides/combien/"

Ask = Callable[..., dict[str, list[Any]]]


@pytest.fixture
def made(site: Site) -> Estimate:
    """What the form of this site works with."""
    entry = site.library.fiches["urgence"].entry
    assert isinstance(entry, Aid)
    assert entry.formula
    return estimate_of(entry.formula)


@pytest.fixture
def ask(tmp_path: Path, made: Estimate) -> Ask:
    """Asks the script, with the numbers of this site. Skips where Node.js is missing."""
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Node.js: apt-get install nodejs")

    def answers(**asked: object) -> dict[str, list[Any]]:
        table = {re.sub("_(.)", lambda sign: sign[1].upper(), key): value for key, value in made._asdict().items()}
        file = tmp_path / "asked.json"
        file.write_text(json.dumps({"table": table, "typed": [], "cases": [], "shown": [], **asked}), "utf-8")
        command = [str(node), str(Path(__file__).with_name("estimated.mjs")), str(SCRIPT), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found: dict[str, list[Any]] = json.loads(done.stdout)
        return found

    return answers


def near_limits(made: Estimate) -> set[int]:
    """Every income one cent around a limit, and some others."""
    limits = {*made.limits, *made.later_limits, *made.gifts, *made.later_gifts, 0, NEAR}
    some = random.Random(1)
    return {limit + step for limit in limits for step in (-1, 0, 1)} - {-1} | {
        some.randrange(600_000) for _ in range(200)
    }


def test_the_page_works_out_what_the_formula_does(made: Estimate, ask: Ask) -> None:
    """For none to twelve children and incomes around every limit, to the cent."""
    cases = [(children, income) for children in range(13) for income in sorted(near_limits(made))]
    found = ask(cases=cases)["worked"]

    assert len(cases) > 2000
    assert [(each["amount"], each["loan"]) for each in found] == [
        (amount(made, *case), is_loan(made, *case)) for case in cases
    ]


NEARNESS: dict[tuple[int, int], set[str]] = {
    (0, 500_00): set(),
    (0, 1443_11): {"other"},
    (0, 1443_12): {"more"},
    (2, 1477_93): {"more"},  # up to the limit by the wage of today
    (2, 1487_93): {"more"},  # and a few euros further
    (2, 1487_94): set(),
    (0, 2164_68): {"more", "rather"},
    (1, 3247_00): {"other"},
    (1, 3300_00): {"rather"},
    (1, 5000_00): set(),
}
"""By the number of children and the income, what is said besides the amount."""


def test_near_a_limit_the_page_says_that_the_office_may_find_more(
    ask: Ask,
) -> None:
    """From a limit of the decree up to that of today's wage, and a few euros around: more, a gift, or something else."""
    found = ask(cases=list(NEARNESS))["worked"]
    said = [{name for name in ("more", "rather", "other") if each[name]} for each in found]

    assert dict(zip(NEARNESS, said, strict=True)) == NEARNESS


TYPED = {
    "0": 0,
    "1200": 1200_00,
    "1 200": 1200_00,
    "1\u202f200,50 €": 1200_50,
    "1.200": 1200_00,
    "1,200": 1200_00,
    "1.200,5": 1200_50,
    "1,200.50": 1200_50,
    "1200,": 1200_00,
    "1'200": 1200_00,
    "850 euros": 850_00,
    "١٢٠٠": 1200_00,
    "١٬٢٠٠٫٥٠": 1200_50,
    "۱۲۰۰": 1200_00,
    "": None,
    " ": None,
    "-5": None,
    "abc": None,
    "1,2,3": None,
    "0,500": None,
    "12.34.56": None,
    "9999999999": None,
    "1e5": None,
}
"""What people type, and the cents that they mean."""


def test_an_income_is_read_as_people_type_it(ask: Ask) -> None:
    """With spaces, points, commas and the digits of Arabic and Persian; what means nothing is not guessed."""
    assert dict(zip(TYPED, ask(typed=list(TYPED))["read"], strict=True)) == TYPED


def test_the_page_writes_amounts_as_the_build_does(site: Site, ask: Ask) -> None:
    """The answer and the table below it look alike, in every language; spaces may have other widths."""
    cases = [(language.tag, cents) for language in PUBLISHED for cents in (0, 243_10, 1173_05)]
    app = create_app(site)

    def as_built(tag: str, cents: int) -> str:
        with app.test_request_context(f"/{tag}/"):
            return formats.amount(cents)

    assert [re.sub(r"\s", " ", text) for text in ask(shown=cases)["shown"]] == [
        re.sub(r"\s", " ", as_built(*case)) for case in cases
    ]


def test_the_script_holds_no_constant() -> None:
    """No amount and no rate: all of them come from the facts of the page."""
    code = re.sub(r"//.*", "", SCRIPT.read_text("utf-8"))

    assert set(re.findall(r"[0-9]*\.[0-9]+|[0-9]{3,}", code)) == {"200", "100"}  # a mark of direction, and percent


def test_without_script_the_table_says_all(site: Site) -> None:
    """The form stays hidden; the amounts stand below it, in every language."""
    for language in PUBLISHED:
        main = only(shown(site, f"/{language.tag}/aides/combien/"), ".//main")
        form = only(main, ".//div[@data-base]")
        assert form.get("hidden") is not None
        assert len(main.findall(".//table/tbody/tr")) == 5


def test_the_field_has_nothing_by_which_a_browser_could_remember_it(site: Site) -> None:
    """No form, no name, and nothing that completes or checks what is typed."""
    main = only(shown(site, PAGE), ".//main")
    (box,) = main.findall(".//input")

    assert main.findall(".//form") == []
    assert [box.get(key) for key in ("name", "autocomplete", "spellcheck", "inputmode")] == [
        *(None, "off", "false", "decimal")
    ]


def test_the_estimate_ends_with_its_constants(site: Site) -> None:
    """In the page on its last day, by the page's own script; in a build of the day after it is not there at all."""
    form = only(shown(site, PAGE), ".//div[@data-until]/div[@data-base]/..")
    last = site.library.fiches["urgence"].facts["valable_jusqu_au"]
    later = dataclasses.replace(site, today=datetime.date.fromisoformat(last) + datetime.timedelta(days=1))
    main = only(shown(later, PAGE), ".//main")

    assert form.get("data-until") == last
    assert main.findall(".//*[@data-base]") == []
    assert main.findall(".//table") == []
    assert "Les montants ont changé depuis." in "".join(main.itertext())


@pytest.mark.parametrize("language", PUBLISHED, ids=lambda language: language.tag)
def test_nobody_is_told_that_they_have_no_right(site: Site, language: Language) -> None:
    """Whatever is typed, the answer is an amount."""
    main = only(shown(site, f"/{language.tag}/aides/combien/"), ".//main")
    kinds = {node.get("data-when") for node in main.iter() if node.get("data-when")}

    assert kinds == {"asked", "unread", "found", "gift", "loan", "near", "more", "rather", "other"}
