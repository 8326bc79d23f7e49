"""What there is to do: each thing once, for whom and until when."""

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from eclaircie.content.document import Document, Words
from eclaircie.loading import read_site
from eclaircie.messages.tables.faults import REMARKS
from eclaircie.reports.new_remarks import News
from eclaircie.reports.work_list import KINDS, Task, WorkList
from eclaircie.reports.work_of_site import KIND_OF_REMARK, work_list
from tests.local_files import counter
from tests.local_site import helper, local_content
from tests.small_site import BEFORE_REVIEW, CHECKED

LAST_DAY = datetime.date(2027, 11, 1)
"""The last day on which what the small site says counts as checked."""

NEWS = "---\ntitre: Une fête\nresume: Ici.\ngenre: actualite\ntype: rencontre\ndebut: DAY\n" + CHECKED + "\n---\nIci.\n"


def work(
    content: Path,
    day: datetime.date = BEFORE_REVIEW,
    *,
    changes: Mapping[str, str] | None = None,
    days: int = 90,
    new: bool = False,
) -> WorkList:
    """What there is to do in a site. changes: files in the place of its own. new: whether all remarks are new."""
    site = read_site(day, content=local_content(content, dict(changes or {})))
    return work_list(site, content.parent, News("abc", site.remarks.remarks if new else []), days=days)


def of_kind(found: WorkList, kind: str) -> list[Task]:
    """The tasks of a kind."""
    return [task for task in found.tasks if task.kind == kind]


def test_every_remark_has_its_place_in_the_list() -> None:
    """What a check remarks is in the list, whatever it is."""
    assert set(KIND_OF_REMARK) == set(REMARKS)
    assert set(KIND_OF_REMARK.values()) <= set(KINDS)


@pytest.mark.parametrize(("after", "kind"), [(-1, "due"), (0, "due"), (1, "overdue")])
def test_facts_are_overdue_the_day_after_their_last(tmp_path: Path, after: int, kind: str) -> None:
    """On the last day they still count as checked."""
    found = work(tmp_path / "content", LAST_DAY + datetime.timedelta(after))

    [task] = [task for task in found.tasks if task.file.endswith("/droit.md") and task.kind in ("due", "overdue")]
    assert (task.kind, task.day) == (kind, LAST_DAY)


def test_facts_that_end_are_put_together_by_the_days_that_are_left(tmp_path: Path) -> None:
    """Within 30, 60 and 90 days, and what ends later is not told yet."""
    ends = {
        name: BEFORE_REVIEW + datetime.timedelta(days) for name, days in (("a", 30), ("b", 31), ("c", 90), ("d", 91))
    }
    files = {
        f"fr/aider/{name}.md": f"---\ntitre: {name}\nresume: b\nvalable_jusqu_au: {day}\n---\nUn texte.\n"
        for name, day in ends.items()
    }

    found = work(tmp_path / "content", changes=files).groups

    due = {
        group.name: {Path(task.file).stem for task in group.tasks} & set(ends) for group in found if group.kind == "due"
    }
    assert due == {"due-30": {"a"}, "due-60": {"b"}, "due-90": {"c"}}


@pytest.mark.parametrize(("days", "names"), [(20, ["due-20"]), (120, ["due-30", "due-60", "due-90", "due-120"])])
def test_one_may_look_less_far_or_further(tmp_path: Path, days: int, names: list[str]) -> None:
    """The last group ends where one looks."""
    each_week = {
        f"fr/aider/p{week}.md": "---\ntitre: a\nresume: b\n"
        f"valable_jusqu_au: {BEFORE_REVIEW + datetime.timedelta(7 * week)}\n---\nUn texte.\n"
        for week in range(20)
    }

    found = work(tmp_path / "content", changes=each_week, days=days)

    assert [group.name for group in found.groups if group.kind == "due"] == names


def test_news_that_are_over_are_told_with_their_last_day(tmp_path: Path) -> None:
    """Whoever cares for them removes the file."""
    yesterday = BEFORE_REVIEW - datetime.timedelta(1)
    changes = {
        "fr/reseaux/71/fete.md": NEWS.replace("DAY", str(yesterday)),
        "fr/reseaux/71/bal.md": NEWS.replace("DAY", str(BEFORE_REVIEW)),
    }

    [task] = of_kind(work(tmp_path / "content", changes=changes), "over")

    assert (task.file, task.day, task.territory) == ("content/fr/reseaux/71/fete.md", yesterday, "71")


def test_facts_to_confirm_and_questions_are_one_task_a_file(tmp_path: Path) -> None:
    """Two questions about one page are settled by one person in one go."""
    questions = {"fr/aider/a.md": "---\ntitre: A\nresume: b\na_verifier:\n  - Un ?\n  - Deux ?\n---\nUn texte.\n"}

    found = work(tmp_path / "content", changes=questions)

    [doubt] = of_kind(found, "to_confirm")
    assert (doubt.file, "courriel, communes" in doubt.told[0]) == ("content/fr/reseaux/71/droit.md", True)
    [question] = of_kind(found, "to_verify")
    assert (question.title, question.told) == ("A", ("Un ?", "Deux ?"))


def test_a_translation_that_is_behind_says_how_many_words_it_lacks(tmp_path: Path) -> None:
    """Those that its own French text did not have; all of the page where nobody knows that text."""
    content = local_content(tmp_path / "content")
    file = content / "fr" / "numeros" / "conseils.md"
    file.write_text(file.read_text("utf-8").replace("On vous répond.", "On vous répond en trois langues."), "utf-8")
    site = read_site(BEFORE_REVIEW, content=content)

    def former(document: Document, fingerprint: str) -> Words:
        assert (document.path, fingerprint) == ("numeros/conseils", "d883acf1b039")
        return Words("Vos droits", None, "Des réponses.", "On vous répond.")

    [known] = of_kind(work_list(site, tmp_path, former=former), "behind")
    [unknown] = of_kind(work_list(site, tmp_path), "behind")

    assert (known.file, known.language, known.words) == ("content/en/numeros/conseils.md", "en", 3)
    assert unknown.words == len(["Vos", "droits", "Des", "réponses", "On", "vous", "répond", "en", "trois", "langues"])


def test_a_translation_nobody_reviewed_says_how_many_words_there_are_to_read(tmp_path: Path) -> None:
    """And who has no translation is not in the list."""
    found = of_kind(work(tmp_path / "content"), "unreviewed")

    assert [(task.language, task.words) for task in found] == [("ar", 5), ("en", 7)]


@pytest.mark.parametrize(
    ("section", "own", "expected"),
    [("", "", ""), ("MD", "", "MD"), ("", "CIDFF 71", "CIDFF 71"), ("MD", "CIDFF 71", "CIDFF 71")],
)
def test_whoever_cares_for_a_section_cares_for_its_files(tmp_path: Path, section: str, own: str, expected: str) -> None:
    """Unless the file names somebody else."""

    def cared(name: str) -> str:
        return f"suivi_par: {name}\n" if name else ""

    changes = {
        "fr/index.md": (
            "---\nsuivi_par: XY\ntitre: a\nonglet: a\nresume: b\ngenre: accueil\nraccourcis: [aider]\nthemes: [aider]\n"
            "lignes: [ecoute]\n---\nUn texte.\n"
        ),
        "fr/reseaux/71/index.md": f"---\n{cared(section)}titre: Saône-et-Loire\nresume: b\ngenre: departement\n---\nUn texte.\n",
        "fr/reseaux/71/droit.md": helper(
            "structure", "Droit", f"{cared(own)}type: cidff\ncontacts: [ecoute]\na_confirmer: [contacts]"
        ),
    }

    found = work(tmp_path / "content", changes=changes)

    [task] = of_kind(found, "to_confirm")
    assert task.cared_for_by == expected
    assert of_kind(found.only(cared_for_by=expected, territory="71"), "to_confirm") == [task]
    assert (
        of_kind(found.only(cared_for_by="ZZ"), "to_confirm") == of_kind(found.only(territory="01"), "to_confirm") == []
    )


def test_what_is_new_comes_first_and_time_makes_nothing_new(tmp_path: Path) -> None:
    """A question that was added since the publication is new; facts that grew old, and empty settings, are not."""
    questions = {"fr/aider/a.md": "---\ntitre: A\nresume: b\na_verifier: [Un ?]\n---\nUn texte.\n"}

    found = work(tmp_path / "content", LAST_DAY + datetime.timedelta(1), changes=questions, new=True)

    assert {task.kind for task in found.tasks if task.is_new} == {"to_verify"}
    assert of_kind(found, "overdue") and of_kind(found, "settings")


def test_the_counters_of_a_departement_that_are_old_are_one_task(tmp_path: Path) -> None:
    """Nobody compares sixty of them one by one: for all of them the directory is read again."""
    names = [f"fr/reseaux/71/annuaire/{name}.md" for name in ("a", "b", "c")]
    texts = [counter().replace("000000000001", f"00000000000{number}") for number in range(3)]
    texts[0] = texts[0].replace("verifie_le: 2026-11-01", "verifie_le: 2023-11-01")
    texts[1] = texts[1].replace("sources:", "a_confirmer: [horaires]\nsources:")
    found = work(tmp_path / "content", changes=dict(zip(names, texts, strict=True)))

    [task] = [task for task in found.tasks if "/annuaire" in task.file]
    assert (task.kind, task.file, task.territory) == ("to_confirm", "content/fr/reseaux/71/annuaire", "71")
    assert task.told[0].startswith("Fiche ancienne ou à confirmer : 2 guichets sur 3.")


def test_a_counter_is_no_page_to_translate(tmp_path: Path) -> None:
    """It has no words of its own, so no language lacks it."""
    plain = work(tmp_path / "a" / "content").translated
    with_one = work(tmp_path / "b" / "content", changes={"fr/reseaux/71/annuaire/a.md": counter()}).translated

    assert plain
    assert [each.total for each in with_one] == [each.total for each in plain]
