"""Whatever is moved, removed or begun: the links of the site are whole, and the check accepts it, or nothing changes."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eclaircie.content.library import load
from eclaircie.kept.store import Store
from eclaircie.loading import ContentError, read_site
from eclaircie.messages.faults import Faults
from eclaircie.project import CONTENT
from eclaircie.writing.drafts import Around, Draft, faults_of, missing
from eclaircie.writing.kinds import KINDS, further_questions, questions
from eclaircie.writing.moving import plan_move
from eclaircie.writing.naming import proposed_path
from eclaircie.writing.removing import plan_removal
from eclaircie.writing.trial import new_faults
from eclaircie.writing.writing_error import WritingError
from tests.conftest import TODAY
from tests.small_site import BEFORE_REVIEW, write_small_content
from tests.writing.conftest import MORE, held

SMALL_PAGES = ("aider", "aider/voisin", "telephone/doute", "numeros/conseils", "numeros/ecoute", "reseaux/71/cidff")
MORE_PAGES = ("reseaux/71/clunisois", "traces", "apropos/mentions", "apropos")
STEPS = st.sampled_from(("aider", "entourage", "palier", "numeros", "reseaux", "71", "doute", "x-1"))
PATHS = st.lists(STEPS, min_size=1, max_size=3).map("/".join)


def sound(content: Path, kept: Path | None = None) -> list[str]:
    """The faults of some content."""
    try:
        read_site(BEFORE_REVIEW, content=content, kept=Store(kept) if kept else None)
    except ContentError as error:
        return [f"{fault.file}: {fault.sentence()}" for fault in error.faults.errors]
    return []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=st.sampled_from(SMALL_PAGES + MORE_PAGES), new=PATHS)
def test_after_any_move_the_links_are_whole(tmp_path: Path, old: str, new: str) -> None:
    """A move is refused, or what it leads to is sound; then the way back gives every byte back."""
    shutil.rmtree(tmp_path / "content", ignore_errors=True)
    content = write_small_content(tmp_path / "content", MORE)
    before = held(content)
    try:
        move = plan_move(content, load(content, Faults()), old, new)
    except WritingError:
        return
    if new_faults(move.plan, BEFORE_REVIEW, kept=Store(tmp_path / "kept")):
        assert held(content) == before
        return
    move.plan.apply()

    assert sound(content, tmp_path / "kept") == []
    plan_move(content, load(content, Faults()), new, old).plan.apply()
    assert held(content) == before


@pytest.mark.parametrize("with_links", [True, False])
@pytest.mark.parametrize("path", ["aider/voisin", "numeros/conseils", "reseaux/71/cidff", "reseaux/71/clunisois"])
def test_after_any_removal_the_links_are_whole(content: Path, path: str, with_links: bool) -> None:
    """With the links gone or led elsewhere, nothing leads to a page that is no more."""
    instead = {"aider/voisin": "telephone/doute", "reseaux/71/cidff": "numeros/ecoute"}.get(path, "numeros/ecoute")
    library = load(content, Faults())
    removal = plan_removal(content, library, path, with_links=with_links, instead=None if with_links else instead)
    if removal.by_hand:
        return
    removal.plan.apply()

    assert sound(content) == []


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=40)
ANSWERS = st.one_of(TEXT, st.lists(TEXT, max_size=3))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_draft_that_is_complete_and_unblamed_is_accepted_by_the_check(content: Path, data: st.DataObject) -> None:
    """Whatever is answered, in whatever signs: it is blamed at once, or the whole check accepts it. Nothing breaks."""
    kind = KINDS[data.draw(st.sampled_from(sorted(KINDS)))]
    around = Around(content, load(content, Faults()), BEFORE_REVIEW, 12)
    folder = kind.folder.format(territory="71") or "aider"
    draft = Draft(kind, f"{folder}/nouveau", {"verifie_le": "2026-11-21"}, "Un texte.")
    draft = draft.answered("sources", [{"nom": "Un service", "adresse": "https://service.fr/"}])
    for question in (*questions(kind, {}), *further_questions(kind, {})):
        if question.is_required or data.draw(st.booleans()):
            draft = draft.answered(
                question.key, data.draw(st.sampled_from(sorted(question.choices)) if question.choices else ANSWERS)
            )
    draft = Draft(kind, proposed_path(draft, folder, around), draft.values, draft.body)

    if not missing(draft) and not faults_of(draft, around):
        assert new_faults(draft.plan(around), BEFORE_REVIEW) == []


@pytest.mark.exhaustive
def test_the_pages_of_the_real_site_can_be_moved_or_say_why_not(tmp_path: Path) -> None:
    """Of every tenth page and of each section: a move is refused in a sentence, or leaves the site sound."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    library = load(content, Faults())
    written = [path for path, document in sorted(library.documents.items()) if document.is_written]
    for path in sorted({*written[::10], *(path for path in written if path and "/" not in path)}):
        try:
            plan = plan_move(content, library, path, f"{path}-2").plan
        except WritingError:
            continue
        assert new_faults(plan, TODAY, kept=Store(tmp_path / "kept")) == [], path
