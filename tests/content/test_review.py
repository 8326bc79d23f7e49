"""When facts are to be checked again, and that the work is spread over the year."""

import datetime
from collections import Counter

from eclaircie.content.models import Page
from eclaircie.content.review import is_old, reminder_day, review_day
from eclaircie.pages.site import Site

MONTHS = 12


def page(**keys: str) -> Page:
    """A page with some keys of its header."""
    return Page.model_validate({"titre": "Essai", "resume": "Une phrase.", **keys})


def test_no_week_of_the_year_brings_more_than_a_twentieth_of_the_files(site: Site) -> None:
    """Nobody can check two hundred files in one week, and a site is often written in one."""
    entries = [(d.entry, d.path) for d in site.library.documents.values() if d.entry.checked_on]
    days = [reminder_day(entry, path, MONTHS) for entry, path in entries]
    weeks = Counter(day.isocalendar()[:2] for day in days if day)

    assert max(weeks.values()) <= len(entries) / 20


def test_a_reminder_comes_before_the_facts_are_old_and_after_they_were_checked() -> None:
    """Whoever follows the reminders never publishes an old fact, and is not reminded of what was just done."""
    entry = page(verifie_le="2026-11-21")
    days = [reminder_day(entry, f"page-{number}", MONTHS) for number in range(200)]

    assert entry.checked_on
    assert all(day and entry.checked_on < day and not is_old(entry, day, MONTHS) for day in days)


def test_a_file_keeps_its_place_in_the_year() -> None:
    """Checked again a year later, a file falls due a year later, whatever other files there are."""
    first, second = (page(verifie_le=day) for day in ("2025-11-21", "2026-11-21"))
    days = [reminder_day(entry, "aides/bail", MONTHS) for entry in (first, second)]

    assert days[0] and days[1]
    assert days[1] - days[0] == datetime.timedelta(days=365)


def test_facts_with_an_end_of_their_own_are_due_on_that_day() -> None:
    """A scale that ends on 31 March is not asked for in January."""
    entry = page(verifie_le="2026-11-21", valable_jusqu_au="2027-03-31")

    assert reminder_day(entry, "aides/urgence", MONTHS) == datetime.date(2027, 3, 31) == review_day(entry, MONTHS)
