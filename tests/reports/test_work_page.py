"""The list as a page: one file that asks for nothing, whose links lead to the files, whose filters need no script."""

import datetime
import re

import html5lib
import pytest

from eclaircie.reports.work_list import Task, Translated, WorkList
from eclaircie.reports.work_page import inner_html, page

WORK = WorkList(
    datetime.date(2027, 3, 1),
    90,
    (
        Task("overdue", "content/fr/a.md", 7, "A & <b>", ("Comparez <i>.",), territory="71", cared_for_by="M. D."),
        Task("to_verify", "content/fr/b.md", 1, "L'aide", ("Un ?", "Deux ?"), is_new=True),
        Task("behind", "content/en/b.md", 4, "L'aide", ("Traduire.",), words=1200, language="en"),
    ),
    (Translated("en", 3, 9, 0, 1),),
    "abc1234",
)


def link(file: str) -> str:
    """Where a file is opened."""
    return f"https://forge.essai.test/{file}?x=1&y"


def classes_at(place: str) -> list[str]:
    """The classes of the tasks that are shown at a place of the page."""
    [name] = re.findall(rf"#{place}:target~\.work-all :is\(section,\.work-tasks>li\):not\(\.(in-[\w-]+)\)", page(WORK))
    return re.findall(rf'<li class="([^"]*\b{name}\b[^"]*)">', page(WORK))


@pytest.mark.parametrize("tongue", ["fr", "en"])
def test_the_page_is_well_formed_and_asks_for_nothing(tongue: str) -> None:
    """No address but those of links; a strict parser finds nothing to mend."""
    text = page(WORK, "en" if tongue == "en" else "fr", link)

    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert not re.search(r"<script|url\(|@import|\ssrc=", text)
    assert set(re.findall(r'<link[^>]*href="([^"]*)"', text)) == {"data:,"}


def test_what_is_quoted_is_text() -> None:
    """A title is anybody's, and no markup of the page."""
    text = page(WORK)

    assert "A &amp; &lt;b&gt;" in text and "Comparez &lt;i&gt;." in text
    assert "L’aide" in text


def test_each_task_leads_to_its_file() -> None:
    """Where an address is known; else the file is named."""
    assert '<a href="https://forge.essai.test/content/fr/a.md?x=1&amp;y">content/fr/a.md</a>:7' in inner_html(
        WORK, "fr", link
    )
    assert "content/fr/a.md:7" in inner_html(WORK)


def test_one_person_one_place_or_what_is_new_can_be_shown_alone() -> None:
    """Each is a place of the page to go to; only its tasks are shown there."""
    text = page(WORK)
    places = dict(re.findall(r'<a href="#(work-(?:p|d|new)\d*)">([^<]*)</a>', text))

    people = ["M. D.", "Sans personne désignée («\xa0suivi_par\xa0»)"]
    assert list(places.values()) == ["ce qui est nouveau", *people, "Pages générales", "71 Saône-et-Loire"]
    shown = {name: len(classes_at(place)) for place, name in places.items()}
    assert list(shown.values()) == [1, 1, 2, 2, 1]
    assert all(f'id="{place}"' in text for place in places)


def test_counts_come_first_with_the_words_to_translate() -> None:
    """Each group is reached by a link."""
    text = inner_html(WORK, "en")

    assert '<a href="#work-behind">Translations behind the French</a> <b>1 · 1,200 words</b>' in text


def test_an_empty_list_says_so() -> None:
    """And has nothing to choose from."""
    text = page(WorkList(WORK.today, 90, ()))

    assert "Il n’y a rien à faire. Merci\xa0!" in text
    assert "<nav" not in text
